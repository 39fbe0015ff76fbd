// RUN: delgen-opt %s --mx-differentiate --split-input-file --verify-diagnostics | FileCheck %s

// A function without a body has the derivatives that the user wrote, each in one parameter
// for each direction: two parameters that vary are two terms.
func.func private @"ns::g"(f64 {mx.name = "x", mx.type = "double"}, !mx.matrix<n x 1, f64> {mx.name = "v", mx.type = "const Eigen::VectorXd&"}) -> !mx.matrix<k x 1, f64>
    attributes {mx.cpp_name = "g", mx.namespace = "ns", mx.result = "Eigen::VectorXd",
                mx.given = [array<i64: 0>, array<i64: 1>, array<i64: 0, 1>, array<i64: 1, 1>, array<i64: 0, 0>]}
func.func @f(%x: f64 {mx.name = "x"}, %v: !mx.matrix<m x 1, f64> {mx.name = "v"}) -> f64
    attributes {mx.cpp_name = "f", mx.del = [array<i64: 0>, array<i64: 0, 0>]} {
  %0 = mx.mul %x, %v : f64, !mx.matrix<m x 1, f64>
  %1 = mx.call @"ns::g"(%x, %0) : (f64, !mx.matrix<m x 1, f64>) -> !mx.matrix<p x 1, f64>
  %2 = mx.sum %1 : !mx.matrix<p x 1, f64>
  return %2 : f64
}
// CHECK: func.func @f_d1_x(%[[X:[^:]*]]: f64 {{.*}}, %[[V:[^:]*]]: !mx.matrix<m x 1, f64> {{.*}}, %[[D:[^:]*]]: f64
// CHECK: %[[U:.*]] = mx.mul %[[X]], %[[V]]
// CHECK: %[[DU:.*]] = mx.mul %[[D]], %[[V]]
// CHECK: %[[A:.*]] = mx.call @"ns::g_d1_x"(%[[X]], %[[U]], %[[D]]) : (f64, !mx.matrix<m x 1, f64>, f64) -> !mx.matrix<p x 1, f64>
// CHECK: %[[B:.*]] = mx.call @"ns::g_d1_v"(%[[X]], %[[U]], %[[DU]]) : (f64, !mx.matrix<m x 1, f64>, !mx.matrix<m x 1, f64>) -> !mx.matrix<p x 1, f64>
// CHECK: mx.add %[[A]], %[[B]]
// CHECK: func.func private @"ns::g_d1_x"(f64 {mx.name = "x", mx.type = "double"}, !mx.matrix<n x 1, f64> {{.*}}, f64 {mx.name = "d1_x", mx.type = "double"}) -> !mx.matrix<k x 1, f64>
// CHECK-SAME: mx.base = @"ns::g", mx.cpp_name = "g_d1_x", mx.directions = [array<i64: 0>]
// The derivative of a derivative in its direction is that derivative; mixed ones have one
// order of their names.
// CHECK: func.func @f_d2_x
// CHECK-DAG: mx.call @"ns::g_d2_x"(
// CHECK-DAG: mx.call @"ns::g_d2_x_v"(
// CHECK-DAG: mx.call @"ns::g_d2_x_v"(
// CHECK-DAG: mx.call @"ns::g_d2_v"(
// CHECK-DAG: mx.call @"ns::g_d1_v"(

// -----

// What is missing is reported at each call, once.
// expected-note@below {{'h' is declared here}}
func.func private @h(f64 {mx.name = "x", mx.type = "double"}) -> f64
    attributes {mx.cpp_name = "h", mx.namespace = "", mx.result = "double", mx.given = [array<i64: 0>]}
func.func @calls_h(%x: f64 {mx.name = "x"}) -> f64
    attributes {mx.cpp_name = "calls_h", mx.del = [array<i64: 0>, array<i64: 0, 0>, array<i64: 0, 0, 0>]} {
  // expected-error@below {{the body of 'h' is not read, and its derivative 'h_d2_x' is not written; declare 'double h_d2_x(double x, double d1_x, double d2_x);'}}
  %0 = mx.call @h(%x) : (f64) -> f64
  return %0 : f64
}

// -----

// The transpose of a derivative is the user's, and its own derivatives are.
func.func private @k.vjp_x(!mx.matrix<n x 1, f64> {mx.name = "x", mx.type = "const Eigen::VectorXd&"}, f64 {mx.name = "bar", mx.type = "double"}) -> !mx.matrix<m x 1, f64>
    attributes {mx.cpp_name = "k_vjp_x", mx.namespace = "", mx.result = "Eigen::VectorXd", mx.given = [array<i64: 0>, array<i64: 1>]}
func.func private @k(!mx.matrix<n x 1, f64> {mx.name = "x", mx.type = "const Eigen::VectorXd&"}) -> f64
    attributes {mx.cpp_name = "k", mx.namespace = "", mx.result = "double", mx.given = [array<i64: 0>]}
func.func @calls_k(%x: !mx.matrix<n x 1, f64> {mx.name = "x"}, %s: f64 {mx.name = "s"}) -> f64
    attributes {mx.cpp_name = "calls_k", mx.requests = [{of = array<i64: 0>, what = "gradient"}, {of = array<i64: 0>, what = "hvp"}]} {
  %0 = mx.call @k(%x) : (!mx.matrix<n x 1, f64>) -> f64
  %1 = mx.mul %0, %0 : f64, f64
  return %1 : f64
}
// CHECK: func.func @calls_k_grad_x(
// CHECK: mx.call @k.vjp_x(%{{.*}}, %{{.*}}) : (!mx.matrix<n x 1, f64>, f64) -> !mx.matrix<n x 1, f64>
// CHECK: func.func @calls_k_hvp_x(
// CHECK-DAG: mx.call @k_vjp_x_d1_x(
// CHECK-DAG: mx.call @k_vjp_x_d1_bar(

// -----

// expected-note@below {{'l' is declared here}}
func.func private @l(!mx.matrix<n x 1, f64> {mx.name = "x", mx.type = "const Eigen::VectorXd&", mx.plain = "Eigen::VectorXd"}) -> f64
    attributes {mx.cpp_name = "l", mx.namespace = "ns", mx.result = "double", mx.given = [array<i64: 0>]}
func.func @calls_l(%x: !mx.matrix<n x 1, f64> {mx.name = "x"}) -> f64
    attributes {mx.cpp_name = "calls_l", mx.requests = [{of = array<i64: 0>, what = "gradient"}]} {
  // expected-error@below {{the body of 'l' is not read, and the transpose of its derivative is not written; declare 'Eigen::VectorXd l_vjp_x(const Eigen::VectorXd& x, double bar);' in namespace 'ns'}}
  %0 = mx.call @l(%x) : (!mx.matrix<n x 1, f64>) -> f64
  return %0 : f64
}
