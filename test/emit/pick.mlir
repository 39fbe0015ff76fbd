// RUN: delgen %s -o - | FileCheck %s --match-full-lines

// A function that has mx.directions is printed as it stands; d⁰ has none.

func.func @itself(%x: !mx.matrix<n x 1, f64> {mx.name = "x", mx.type = "const Eigen::VectorXd&"}) -> f64
    attributes {mx.cpp_name = "itself", mx.result = "double", mx.directions = []} {
  %0 = mx.pick "max" %x, %x {mx.local} : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64> -> f64
  return %0 : f64
}
// CHECK-LABEL: /// d⁰itself(x; ) = max(x)
// CHECK-NEXT: inline double itself(const Eigen::VectorXd& x) {
// CHECK-NEXT:   const double t0 = x.maxCoeff();
// CHECK-NEXT:   return t0;
// CHECK-NEXT: }

func.func @rows(%a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<m x 1, f64>
    attributes {mx.cpp_name = "rows", mx.result = "Eigen::VectorXd", mx.directions = []} {
  %0 = mx.pick "min" %a, %a {mx.local} : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64> -> !mx.matrix<m x 1, f64>
  return %0 : !mx.matrix<m x 1, f64>
}
// CHECK-LABEL: /// d⁰rows(a; ) = min_rows(a)
// CHECK-NEXT: inline Eigen::VectorXd rows(const Eigen::MatrixXd& a) {
// CHECK-NEXT:   const Eigen::VectorXd t0 = a.rowwise().minCoeff();
// CHECK-NEXT:   return t0;
// CHECK-NEXT: }

// one search serves all that is picked there
func.func @other(%x: !mx.matrix<n x 1, f64> {mx.name = "x", mx.type = "const Eigen::VectorXd&"},
    %y: !mx.matrix<n x 1, f64> {mx.name = "y", mx.type = "const Eigen::VectorXd&"},
    %z: !mx.matrix<n x 1, f64> {mx.name = "z", mx.type = "const Eigen::VectorXd&"}) -> f64
    attributes {mx.cpp_name = "other", mx.result = "double", mx.directions = []} {
  %0 = mx.pick "max" %x, %y {mx.local} : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64> -> f64
  %1 = mx.pick "max" %x, %z {mx.local} : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64> -> f64
  %2 = mx.mul %0, %1 : f64, f64
  return %2 : f64
}
// CHECK-LABEL: /// d⁰other(x; ) = y[argmax(x)] z[argmax(x)]
// CHECK-NEXT: inline double other(const Eigen::VectorXd& x, const Eigen::VectorXd& y, const Eigen::VectorXd& z) {
// CHECK-NEXT:   Eigen::Index place = 0;
// CHECK-NEXT:   x.maxCoeff(&place);
// CHECK-NEXT:   const double t0 = y(place);
// CHECK-NEXT:   const double t1 = z(place);
// CHECK-NEXT:   return t0 * t1;
// CHECK-NEXT: }

func.func @of_matrix(%a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"},
    %b: !mx.matrix<m x n, f64> {mx.name = "b", mx.type = "const Eigen::MatrixXd&"}) -> f64
    attributes {mx.cpp_name = "of_matrix", mx.result = "double", mx.directions = []} {
  %0 = mx.pick "min" %a, %b {mx.local} : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64> -> f64
  return %0 : f64
}
// CHECK-LABEL: /// d⁰of_matrix(a; ) = b[argmin(a)]
// CHECK-NEXT: inline double of_matrix(const Eigen::MatrixXd& a, const Eigen::MatrixXd& b) {
// CHECK-NEXT:   Eigen::Index row = 0;
// CHECK-NEXT:   Eigen::Index col = 0;
// CHECK-NEXT:   a.minCoeff(&row, &col);
// CHECK-NEXT:   const double t0 = b(row, col);
// CHECK-NEXT:   return t0;
// CHECK-NEXT: }

func.func @of_rows(%a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"},
    %b: !mx.matrix<m x n, f64> {mx.name = "b", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<m x 1, f64>
    attributes {mx.cpp_name = "of_rows", mx.result = "Eigen::VectorXd", mx.directions = []} {
  %0 = mx.pick "max" %a, %b {mx.local} : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64> -> !mx.matrix<m x 1, f64>
  return %0 : !mx.matrix<m x 1, f64>
}
// CHECK-LABEL: /// d⁰of_rows(a; ) = t0
// CHECK-NEXT: ///   where t0 = b[argmax_rows(a)]
// CHECK-NEXT: inline Eigen::VectorXd of_rows(const Eigen::MatrixXd& a, const Eigen::MatrixXd& b) {
// CHECK-NEXT:   Eigen::VectorXd t0(a.rows());
// CHECK-NEXT:   for (Eigen::Index i = 0; i < a.rows(); ++i) {
// CHECK-NEXT:     Eigen::Index j = 0;
// CHECK-NEXT:     a.row(i).maxCoeff(&j);
// CHECK-NEXT:     t0(i) = b(i, j);
// CHECK-NEXT:   }
// CHECK-NEXT:   return t0;
// CHECK-NEXT: }

func.func @of_columns(%a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"},
    %b: !mx.matrix<m x n, f64> {mx.name = "b", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<1 x n, f64>
    attributes {mx.cpp_name = "of_columns", mx.result = "Eigen::RowVectorXd", mx.directions = []} {
  %0 = mx.pick "min" %a, %b {mx.local} : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64> -> !mx.matrix<1 x n, f64>
  return %0 : !mx.matrix<1 x n, f64>
}
// CHECK-LABEL: /// d⁰of_columns(a; ) = t0
// CHECK-NEXT: ///   where t0 = b[argmin_cols(a)]
// CHECK-NEXT: inline Eigen::RowVectorXd of_columns(const Eigen::MatrixXd& a, const Eigen::MatrixXd& b) {
// CHECK-NEXT:   Eigen::RowVectorXd t0(a.cols());
// CHECK-NEXT:   for (Eigen::Index i = 0; i < a.cols(); ++i) {
// CHECK-NEXT:     Eigen::Index j = 0;
// CHECK-NEXT:     a.col(i).minCoeff(&j);
// CHECK-NEXT:     t0(i) = b(j, i);
// CHECK-NEXT:   }
// CHECK-NEXT:   return t0;
// CHECK-NEXT: }
