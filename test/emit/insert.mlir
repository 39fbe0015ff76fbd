// RUN: delgen %s -o - | FileCheck %s --match-full-lines

// A function that has mx.directions is printed as it stands; d⁰ has none.

// a copy, in which writes follow each other
func.func @chain(%a: !mx.matrix<2 x 1, f64> {mx.name = "a", mx.type = "const Eigen::Vector2d&"},
    %s: f64 {mx.name = "s", mx.type = "double"},
    %x: !mx.matrix<n x 1, f64> {mx.name = "x", mx.type = "const Eigen::VectorXd&"},
    %i: index {mx.name = "i", mx.type = "Eigen::Index"}) -> !mx.matrix<n x 1, f64>
    attributes {mx.cpp_name = "chain", mx.result = "Eigen::VectorXd", mx.directions = []} {
  %0 = arith.constant 0 : index
  %1 = arith.constant 1 : index
  %2 = arith.constant 2 : index
  %3 = mx.insert %a, %x[%0, %0] : !mx.matrix<2 x 1, f64>, <n x 1, f64>
  %4 = mx.insert %s, %3[%i, %0] : f64, <n x 1, f64>
  return %4 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: /// d⁰chain(a; ) = t0
// CHECK-NEXT: ///   where t0 = x[0:2 ↦ a][i ↦ s]
// CHECK-NEXT: inline Eigen::VectorXd chain(const Eigen::Vector2d& a, double s, const Eigen::VectorXd& x,
// CHECK-NEXT:                              Eigen::Index i) {
// CHECK-NEXT:   Eigen::VectorXd t0 = x;
// CHECK-NEXT:   t0.head<2>() = a;
// CHECK-NEXT:   t0(i) = s;
// CHECK-NEXT:   return t0;
// CHECK-NEXT: }

// what is read afterwards stays
func.func @read(%a: !mx.matrix<2 x 1, f64> {mx.name = "a", mx.type = "const Eigen::Vector2d&"},
    %x: !mx.matrix<n x 1, f64> {mx.name = "x", mx.type = "const Eigen::VectorXd&"}) -> f64
    attributes {mx.cpp_name = "read", mx.result = "double", mx.directions = []} {
  %0 = arith.constant 0 : index
  %1 = arith.constant 1 : index
  %2 = arith.constant 2 : index
  %3 = mx.insert %a, %x[%0, %0] : !mx.matrix<2 x 1, f64>, <n x 1, f64>
  %s = mx.constant 2.0 : f64
  %4 = mx.insert %s, %3[%2, %0] : f64, <n x 1, f64>
  %5 = mx.inner %3, %4 : <n x 1, f64>, <n x 1, f64>
  return %5 : f64
}
// CHECK-LABEL: /// d⁰read(a; ) = ⟨x[0:2 ↦ a], t1⟩
// CHECK-NEXT: ///   where t1 = x[0:2 ↦ a][2 ↦ 2]
// CHECK-NEXT: inline double read(const Eigen::Vector2d& a, const Eigen::VectorXd& x) {
// CHECK-NEXT:   Eigen::VectorXd t0 = x;
// CHECK-NEXT:   t0.head<2>() = a;
// CHECK-NEXT:   Eigen::VectorXd t1 = t0;
// CHECK-NEXT:   t1(2) = 2.0;
// CHECK-NEXT:   return t0.dot(t1);
// CHECK-NEXT: }

// numbers, identities and products
func.func @values(%a: !mx.matrix<2 x 2, f64> {mx.name = "a", mx.type = "const Eigen::Matrix2d&"},
    %x: !mx.matrix<4 x 4, f64> {mx.name = "x", mx.type = "const Eigen::Matrix4d&"}) -> !mx.matrix<4 x 4, f64>
    attributes {mx.cpp_name = "values", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %0 = arith.constant 0 : index
  %1 = arith.constant 1 : index
  %2 = arith.constant 2 : index
  %s = mx.constant 0.0 : f64
  %c = mx.constant 3.0 : f64
  %zero = mx.fill %s : f64 -> <2 x 4, f64>
  %three = mx.fill %c : f64 -> <4 x 1, f64>
  %one = mx.identity : <2 x 2, f64>
  %p = mx.mul %a, %a : !mx.matrix<2 x 2, f64>, !mx.matrix<2 x 2, f64>
  %3 = mx.insert %zero, %x[%0, %0] : !mx.matrix<2 x 4, f64>, <4 x 4, f64>
  %4 = mx.insert %one, %3[%1, %1] : !mx.matrix<2 x 2, f64>, <4 x 4, f64>
  %5 = mx.insert %p, %4[%2, %2] : !mx.matrix<2 x 2, f64>, <4 x 4, f64>
  %6 = mx.insert %three, %5[%0, %0] : !mx.matrix<4 x 1, f64>, <4 x 4, f64>
  return %6 : !mx.matrix<4 x 4, f64>
}
// CHECK-LABEL: /// d⁰values(a; ) = t0
// CHECK-NEXT: ///   where t0 = x[0:2, : ↦ 0][1:3, 1:3 ↦ I][2:4, 2:4 ↦ a a][:, 0 ↦ 3]
// CHECK-NEXT: inline Eigen::MatrixXd values(const Eigen::Matrix2d& a, const Eigen::Matrix4d& x) {
// CHECK-NEXT:   Eigen::Matrix4d t0 = x;
// CHECK-NEXT:   t0.topRows<2>().setZero();
// CHECK-NEXT:   t0.block<2, 2>(1, 1).setIdentity();
// CHECK-NEXT:   t0.bottomRightCorner<2, 2>().noalias() = a * a;
// CHECK-NEXT:   t0.col(0).setConstant(3.0);
// CHECK-NEXT:   return t0;
// CHECK-NEXT: }
