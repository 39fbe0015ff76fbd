// RUN: delgen-opt %s --mx-differentiate | FileCheck %s

// One parameter is named once whatever the order; different ones are all named.
func.func @"ns::f"(%x: f64 {mx.name = "x", mx.type = "double"}, %y: f64 {mx.name = "y"}) -> f64
    attributes {mx.cpp_name = "f", mx.namespace = "ns",
                mx.del = [array<i64: 0, 0>, array<i64: 0, 1>]} {
  %0 = mx.mul %x, %y : f64, f64
  return %0 : f64
}
// CHECK: func.func @"ns::f_d2_x"(
// CHECK-SAME: f64 {mx.name = "x", mx.type = "double"}, %{{[^:]+}}: f64 {mx.name = "y"}, %{{[^:]+}}: f64 {mx.name = "d1_x", mx.type = "double"}, %{{[^:]+}}: f64 {mx.name = "d2_x", mx.type = "double"})
// CHECK-SAME: mx.base = @"ns::f", mx.cpp_name = "f_d2_x", mx.directions = [array<i64: 0>, array<i64: 0>], mx.namespace = "ns"}
// CHECK: func.func @"ns::f_d2_x_y"(
// CHECK-SAME: mx.name = "d1_x"{{.*}}mx.name = "d2_y"
// CHECK-SAME: mx.cpp_name = "f_d2_x_y", mx.directions = [array<i64: 0>, array<i64: 1>]

// A request that names every direction has a name that lists them all.
func.func @named(%x: f64 {mx.name = "x"}) -> f64
    attributes {mx.cpp_name = "named", mx.del_named = [array<i64: 0, 0>]} {
  %0 = mx.mul %x, %x : f64, f64
  return %0 : f64
}
// CHECK: func.func @named_d2_x_x({{.*}}mx.name = "d1_x"{{.*}}mx.name = "d2_x"

// A direction does not take the name of a parameter.
func.func @taken(%x: f64 {mx.name = "x"}, %d: f64 {mx.name = "d1_x"}) -> f64
    attributes {mx.cpp_name = "taken", mx.del = [array<i64: 0>]} {
  %0 = mx.mul %x, %d : f64, f64
  return %0 : f64
}
// CHECK: func.func @taken_d1_x({{.*}}mx.name = "x"{{.*}}mx.name = "d1_x"{{.*}}mx.name = "d1_x_"}

// Tangents of the user's variables are named after them: r, d1_r, d12_r.
func.func @variable(%x: f64 {mx.name = "x"}) -> f64
    attributes {mx.cpp_name = "variable", mx.del = [array<i64: 0, 0>]} {
  %0 = mx.map "exp" %x : f64 loc("r")
  %1 = mx.mul %0, %0 : f64, f64
  return %1 : f64
}

// RUN: delgen-opt %s --mx-differentiate --mlir-print-debuginfo | FileCheck %s --check-prefix=LOC
// LOC-DAG: loc("r"
// LOC-DAG: loc("d1_r"
// LOC-DAG: loc("d2_r"
// LOC-DAG: loc("d12_r"
