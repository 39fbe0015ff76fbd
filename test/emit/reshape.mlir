// RUN: delgen %s -o - | FileCheck %s --match-full-lines

// A function that has mx.directions is printed as it stands; d⁰ has none.

// a column is a vector for Eigen too
func.func @column(%a: !mx.matrix<2 x 3, f64> {mx.name = "a", mx.type = "const Eigen::Matrix<double, 2, 3>&"}) -> !mx.matrix<6 x 1, f64>
    attributes {mx.cpp_name = "column", mx.result = "Eigen::VectorXd", mx.directions = []} {
  %0 = mx.reshape %a : <2 x 3, f64> -> <6 x 1, f64>
  return %0 : !mx.matrix<6 x 1, f64>
}
// CHECK-LABEL: /// d⁰column(a; ) = vec(a)
// CHECK-NEXT: inline Eigen::VectorXd column(const Eigen::Matrix<double, 2, 3>& a) {
// CHECK-NEXT:   return a.reshaped();
// CHECK-NEXT: }

func.func @row(%a: !mx.matrix<2 x 3, f64> {mx.name = "a", mx.type = "const Eigen::Matrix<double, 2, 3>&"}) -> !mx.matrix<1 x 6, f64>
    attributes {mx.cpp_name = "row", mx.result = "Eigen::RowVectorXd", mx.directions = []} {
  %0 = mx.reshape %a : <2 x 3, f64> -> <1 x 6, f64>
  return %0 : !mx.matrix<1 x 6, f64>
}
// CHECK-LABEL: /// d⁰row(a; ) = reshape(a, 1, 6)
// CHECK-NEXT: inline Eigen::RowVectorXd row(const Eigen::Matrix<double, 2, 3>& a) {
// CHECK-NEXT:   return a.reshaped().transpose();
// CHECK-NEXT: }

func.func @matrix(%a: !mx.matrix<n x 1, f64> {mx.name = "a", mx.type = "const Eigen::VectorXd&"},
    %p: index {mx.name = "p", mx.type = "Eigen::Index", mx.size = "p"}) -> !mx.matrix<2 x p, f64>
    attributes {mx.cpp_name = "matrix", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %0 = mx.reshape %a : <n x 1, f64> -> <2 x p, f64>
  return %0 : !mx.matrix<2 x p, f64>
}
// CHECK-LABEL: /// d⁰matrix(a; ) = reshape(a, 2, p)
// CHECK-NEXT: inline Eigen::MatrixXd matrix(const Eigen::VectorXd& a, Eigen::Index p) {
// CHECK-NEXT:   return a.reshaped(Eigen::fix<2>, p);
// CHECK-NEXT: }
