// RUN: delgen %s -o - | FileCheck %s --match-full-lines

// A function that has mx.directions is printed as it stands; d⁰ has none.

// lines are broken outside of parentheses and after signs
func.func @lines(
    %first_matrix: !mx.matrix<n x n, f64> {mx.name = "first_matrix", mx.type = "const Eigen::MatrixXd&"},
    %second_matrix: !mx.matrix<n x n, f64> {mx.name = "second_matrix", mx.type = "const Eigen::MatrixXd&"},
    %first_vector: !mx.matrix<n x 1, f64> {mx.name = "first_vector", mx.type = "const Eigen::VectorXd&"},
    %second_vector: !mx.matrix<n x 1, f64> {mx.name = "second_vector", mx.type = "const Eigen::VectorXd&"}) -> !mx.matrix<n x 1, f64>
    attributes {mx.cpp_name = "lines", mx.result = "Eigen::VectorXd", mx.directions = []} {
  %0 = mx.mul %first_matrix, %second_matrix, %first_vector : !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>, !mx.matrix<n x 1, f64>
  %1 = mx.transpose %second_matrix : !mx.matrix<n x n, f64>
  %2 = mx.mul %1, %first_matrix, %second_vector : !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>, !mx.matrix<n x 1, f64>
  %3 = mx.transpose %first_matrix : !mx.matrix<n x n, f64>
  %4 = mx.map "exp" %first_vector : !mx.matrix<n x 1, f64>
  %5 = mx.mul %3, %4 : !mx.matrix<n x n, f64>, !mx.matrix<n x 1, f64>
  %6 = mx.map "sin" %second_vector : !mx.matrix<n x 1, f64>
  %7 = mx.constant -1.0 : f64
  %8 = mx.mul %7, %second_matrix, %6 : f64, !mx.matrix<n x n, f64>, !mx.matrix<n x 1, f64>
  %9 = mx.add %0, %2, %5, %8 : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64>
  return %9 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: /// d⁰lines(first_matrix; ) = first_matrixᵀ exp(first_vector) +
// CHECK-NEXT: ///     first_matrix second_matrix first_vector + second_matrixᵀ first_matrix second_vector −
// CHECK-NEXT: ///     second_matrix sin(second_vector)
// CHECK-NEXT: inline Eigen::VectorXd lines(const Eigen::MatrixXd& first_matrix,
// CHECK-NEXT:                              const Eigen::MatrixXd& second_matrix,
// CHECK-NEXT:                              const Eigen::VectorXd& first_vector,
// CHECK-NEXT:                              const Eigen::VectorXd& second_vector) {
// CHECK-NEXT:   return first_matrix.transpose() * first_vector.array().exp().matrix() +
// CHECK-NEXT:       first_matrix * (second_matrix * first_vector) + second_matrix.transpose() *
// CHECK-NEXT:       (first_matrix * second_vector) - second_matrix * second_vector.array().sin().matrix();
// CHECK-NEXT: }

// a parameter that is not used has no name
func.func @unused(%x: !mx.matrix<n x 1, f64> {mx.name = "x", mx.type = "const Eigen::VectorXd&"},
    %y: !mx.matrix<n x 1, f64> {mx.name = "y", mx.type = "const Eigen::VectorXd&"}) -> !mx.matrix<n x 1, f64>
    attributes {mx.cpp_name = "unused", mx.result = "Eigen::VectorXd", mx.directions = []} {
  return %x : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: /// d⁰unused(x; ) = x
// CHECK-NEXT: inline Eigen::VectorXd unused(const Eigen::VectorXd& x, const Eigen::VectorXd& /*y*/) {
// CHECK-NEXT:   return x;
// CHECK-NEXT: }
