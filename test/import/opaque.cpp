// RUN: %import | FileCheck %s
//
// A function whose body is not read is declared, with the derivatives that stand beside it.

#include <Eigen/Dense>
#include <delgen/delgen.h>

using Eigen::MatrixXd;
using Eigen::VectorXd;

namespace ns {
double outside(double x, const VectorXd &v, int n);
double outside_d1_x(double x, const VectorXd &v, int n, double d1_x);
double outside_d2_x_v(const double &x, VectorXd v, int n, double d1_x, const VectorXd &d2_v);
double outside_d2_x(double x, const VectorXd &v, int n, double d1_x, double d2_x);
// Names that mean nothing here.
double outside_d1_n(double x, const VectorXd &v, int n, int d1_n);
double outside_d1(double x);
double outside_d2_v_x(double x);
double outside_dx(double x);
} // namespace ns

// The body's loop is not read.
DELGEN(opaque) VectorXd annotated(const MatrixXd &A) {
  for (;;)
    ;
  return A.col(0);
}
namespace ns {
double outside_d1_v(double x, const VectorXd &v, int n, const VectorXd &d1_v);
} // namespace ns

DELGEN(opaque) double declared(double);
double declared(double x);
double declared_d1_x(double x, double d1_x);

// The transpose, with derivatives of its own.
namespace ns {
VectorXd outside_vjp_v(const double &x, const VectorXd &v, int n, double bar);
VectorXd outside_vjp_v_d1_v(double x, const VectorXd &v, int n, double bar, const VectorXd &d);
VectorXd outside_vjp_v_d1_bar(double x, const VectorXd &v, int n, double bar, double d);
double outside_vjp_n(int n); // means nothing here
} // namespace ns
Eigen::Vector3d through(Eigen::Ref<const MatrixXd> A);
MatrixXd through_vjp_A(Eigen::Ref<const MatrixXd> A, Eigen::Vector3d w);

// One overload has what the other has not.
double overloaded(double x);
double overloaded(const VectorXd &x);
double overloaded_d1_x(double x, double d1_x);

// CHECK: func.func private @"ns::outside.vjp_v"(f64 {mx.name = "x", mx.plain = "double", mx.type = "const double&"}, !mx.matrix<m x 1, f64> {mx.name = "v", {{.*}}}, index {mx.name = "n", mx.type = "int"}, f64 {mx.name = "bar", mx.plain = "double", mx.type = "double"}) -> !mx.matrix<k x 1, f64>
// CHECK-SAME: mx.cpp_name = "outside_vjp_v", mx.given = [array<i64: 1>, array<i64: 3>], mx.namespace = "ns", mx.result = "Eigen::VectorXd"
// CHECK: func.func private @"ns::outside"(f64 {mx.name = "x", mx.plain = "double", mx.type = "double"}, !mx.matrix<m x 1, f64> {mx.name = "v", mx.plain = "Eigen::VectorXd", mx.type = "const Eigen::VectorXd&"}, index {mx.name = "n", mx.type = "int"}) -> f64
// CHECK-SAME: mx.given = [array<i64: 0>, array<i64: 0, 0>, array<i64: 0, 1>, array<i64: 1>]
// CHECK: func.func private @annotated(!mx.matrix<m x n, f64> {mx.name = "A", mx.plain = "Eigen::MatrixXd", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<k x 1, f64>
// CHECK-NOT: mx.given
// CHECK: func.func private @through.vjp_A(!mx.matrix<m x n, f64> {{.*}}, !mx.matrix<3 x 1, f64> {mx.name = "w", {{.*}}}) -> !mx.matrix<{{.*}}, f64> attributes {mx.cpp_name = "through_vjp_A", mx.namespace = "", mx.result = "Eigen::MatrixXd"}
// CHECK: func.func private @through(
// CHECK: func.func private @declared(f64 {mx.name = "x"
// CHECK-SAME: mx.given = [array<i64: 0>]
// CHECK: func.func private @overloaded(
// CHECK-NOT: mx.given
// CHECK: func.func @caller
// CHECK: mx.call @annotated(%A) : (!mx.matrix<m x n, f64>) -> !mx.matrix<p x 1, f64>
DELGEN(del(x)) double caller(double x, const MatrixXd &A, const VectorXd &v) {
  return ns::outside(x, v, 3) + annotated(A).sum() + through(A).sum() + declared(x) + overloaded(v);
}

// What is done with a result tells its size.
// CHECK: func.func @sized
// CHECK: mx.call @annotated(%A) : (!mx.matrix<m x n, f64>) -> !mx.matrix<k x 1, f64>
DELGEN(del(v)) double sized(const MatrixXd &A, const VectorXd &v) { return annotated(A).dot(v); }
