// RUN: delgen %s -o - | FileCheck %s --match-full-lines

// A function that has mx.directions is printed as it stands; d⁰ has none.

func.func @vector(%x: !mx.matrix<n x 1, f64> {mx.name = "x", mx.type = "const Eigen::VectorXd&"}) -> !mx.matrix<n x 1, f64>
    attributes {mx.cpp_name = "vector", mx.result = "Eigen::VectorXd", mx.directions = []} {
  %0 = mx.extremal "max" %x over "all" {mx.local} : <n x 1, f64>
  return %0 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: /// d⁰vector(x; ) = t0
// CHECK-NEXT: ///   where t0 = onehot(argmax(x))
// CHECK-NEXT: inline Eigen::VectorXd vector(const Eigen::VectorXd& x) {
// CHECK-NEXT:   Eigen::Index place = 0;
// CHECK-NEXT:   x.maxCoeff(&place);
// CHECK-NEXT:   Eigen::VectorXd t0 = Eigen::VectorXd::Zero(x.size());
// CHECK-NEXT:   t0(place) = 1;
// CHECK-NEXT:   return t0;
// CHECK-NEXT: }

// one search serves what is picked there, too
func.func @matrix(%a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"},
    %b: !mx.matrix<m x n, f64> {mx.name = "b", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "matrix", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %0 = mx.pick "min" %a, %b {mx.local} : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64> -> f64
  %1 = mx.extremal "min" %a over "all" {mx.local} : <m x n, f64>
  %2 = mx.mul %0, %1 : f64, !mx.matrix<m x n, f64>
  return %2 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: /// d⁰matrix(a; ) = b[argmin(a)] t1
// CHECK-NEXT: ///   where t1 = onehot(argmin(a))
// CHECK-NEXT: inline Eigen::MatrixXd matrix(const Eigen::MatrixXd& a, const Eigen::MatrixXd& b) {
// CHECK-NEXT:   Eigen::Index row = 0;
// CHECK-NEXT:   Eigen::Index col = 0;
// CHECK-NEXT:   a.minCoeff(&row, &col);
// CHECK-NEXT:   const double t0 = b(row, col);
// CHECK-NEXT:   Eigen::MatrixXd t1 = Eigen::MatrixXd::Zero(a.rows(), a.cols());
// CHECK-NEXT:   t1(row, col) = 1;
// CHECK-NEXT:   return t0 * t1;
// CHECK-NEXT: }

func.func @rows(%a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "rows", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %0 = mx.extremal "max" %a over "rows" {mx.local} : <m x n, f64>
  return %0 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: /// d⁰rows(a; ) = t0
// CHECK-NEXT: ///   where t0 = onehot(argmax_rows(a))
// CHECK-NEXT: inline Eigen::MatrixXd rows(const Eigen::MatrixXd& a) {
// CHECK-NEXT:   Eigen::MatrixXd t0 = Eigen::MatrixXd::Zero(a.rows(), a.cols());
// CHECK-NEXT:   for (Eigen::Index i = 0; i < a.rows(); ++i) {
// CHECK-NEXT:     Eigen::Index j = 0;
// CHECK-NEXT:     a.row(i).maxCoeff(&j);
// CHECK-NEXT:     t0(i, j) = 1;
// CHECK-NEXT:   }
// CHECK-NEXT:   return t0;
// CHECK-NEXT: }

func.func @columns(%a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "columns", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %0 = mx.extremal "min" %a over "cols" {mx.local} : <m x n, f64>
  return %0 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: /// d⁰columns(a; ) = t0
// CHECK-NEXT: ///   where t0 = onehot(argmin_cols(a))
// CHECK-NEXT: inline Eigen::MatrixXd columns(const Eigen::MatrixXd& a) {
// CHECK-NEXT:   Eigen::MatrixXd t0 = Eigen::MatrixXd::Zero(a.rows(), a.cols());
// CHECK-NEXT:   for (Eigen::Index i = 0; i < a.cols(); ++i) {
// CHECK-NEXT:     Eigen::Index j = 0;
// CHECK-NEXT:     a.col(i).minCoeff(&j);
// CHECK-NEXT:     t0(j, i) = 1;
// CHECK-NEXT:   }
// CHECK-NEXT:   return t0;
// CHECK-NEXT: }
