// RUN: delgen %s -o - | FileCheck %s --match-full-lines

// A function that has mx.directions is printed as it stands; d⁰ has none.

func.func @alone(%x: !mx.matrix<n x 1, f64> {mx.name = "x", mx.type = "const Eigen::VectorXd&"}) -> f64
    attributes {mx.cpp_name = "alone", mx.result = "double", mx.directions = []} {
  %0 = mx.prod %x {mx.local} : !mx.matrix<n x 1, f64> -> f64
  return %0 : f64
}
// CHECK-LABEL: /// d⁰alone(x; ) = prod(x)
// CHECK-NEXT: inline double alone(const Eigen::VectorXd& x) {
// CHECK-NEXT:   const double t0 = x.prod();
// CHECK-NEXT:   return t0;
// CHECK-NEXT: }

// partial products for each set of directions
func.func @one(%x: !mx.matrix<n x 1, f64> {mx.name = "x", mx.type = "const Eigen::VectorXd&"},
    %d: !mx.matrix<n x 1, f64> {mx.name = "d", mx.type = "const Eigen::VectorXd&"}) -> f64
    attributes {mx.cpp_name = "one", mx.result = "double", mx.directions = []} {
  %0 = mx.prod %x, %d {mx.local} : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64> -> f64
  return %0 : f64
}
// CHECK-LABEL: /// d⁰one(x; ) = prod(x; d)
// CHECK-NEXT: inline double one(const Eigen::VectorXd& x, const Eigen::VectorXd& d) {
// CHECK-NEXT:   double p = 1, t0 = 0;
// CHECK-NEXT:   for (Eigen::Index i = 0; i < x.size(); ++i) {
// CHECK-NEXT:     t0 = t0 * x(i) + p * d(i);
// CHECK-NEXT:     p *= x(i);
// CHECK-NEXT:   }
// CHECK-NEXT:   return t0;
// CHECK-NEXT: }

func.func @two(%a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"},
    %d: !mx.matrix<m x n, f64> {mx.name = "d", mx.type = "const Eigen::MatrixXd&"},
    %e: !mx.matrix<m x n, f64> {mx.name = "e", mx.type = "const Eigen::MatrixXd&"}) -> f64
    attributes {mx.cpp_name = "two", mx.result = "double", mx.directions = []} {
  %0 = mx.prod %a, %d, %e {mx.local} : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64> -> f64
  return %0 : f64
}
// CHECK-LABEL: /// d⁰two(a; ) = prod(a; d, e)
// CHECK-NEXT: inline double two(const Eigen::MatrixXd& a, const Eigen::MatrixXd& d, const Eigen::MatrixXd& e) {
// CHECK-NEXT:   double p = 1, p1 = 0, p2 = 0, t0 = 0;
// CHECK-NEXT:   for (Eigen::Index j = 0; j < a.cols(); ++j) {
// CHECK-NEXT:     for (Eigen::Index i = 0; i < a.rows(); ++i) {
// CHECK-NEXT:       t0 = t0 * a(i, j) + p2 * d(i, j) + p1 * e(i, j);
// CHECK-NEXT:       p2 = p2 * a(i, j) + p * e(i, j);
// CHECK-NEXT:       p1 = p1 * a(i, j) + p * d(i, j);
// CHECK-NEXT:       p *= a(i, j);
// CHECK-NEXT:     }
// CHECK-NEXT:   }
// CHECK-NEXT:   return t0;
// CHECK-NEXT: }

func.func @rows(%a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<m x 1, f64>
    attributes {mx.cpp_name = "rows", mx.result = "Eigen::VectorXd", mx.directions = []} {
  %0 = mx.prod %a {mx.local} : !mx.matrix<m x n, f64> -> !mx.matrix<m x 1, f64>
  return %0 : !mx.matrix<m x 1, f64>
}
// CHECK-LABEL: /// d⁰rows(a; ) = prod_rows(a)
// CHECK-NEXT: inline Eigen::VectorXd rows(const Eigen::MatrixXd& a) {
// CHECK-NEXT:   const Eigen::VectorXd t0 = a.rowwise().prod();
// CHECK-NEXT:   return t0;
// CHECK-NEXT: }

func.func @rows_one(%a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"},
    %d: !mx.matrix<m x n, f64> {mx.name = "d", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<m x 1, f64>
    attributes {mx.cpp_name = "rows_one", mx.result = "Eigen::VectorXd", mx.directions = []} {
  %0 = mx.prod %a, %d {mx.local} : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64> -> !mx.matrix<m x 1, f64>
  return %0 : !mx.matrix<m x 1, f64>
}
// CHECK-LABEL: /// d⁰rows_one(a; ) = prod_rows(a; d)
// CHECK-NEXT: inline Eigen::VectorXd rows_one(const Eigen::MatrixXd& a, const Eigen::MatrixXd& d) {
// CHECK-NEXT:   Eigen::VectorXd t0(a.rows());
// CHECK-NEXT:   for (Eigen::Index i = 0; i < a.rows(); ++i) {
// CHECK-NEXT:     double p = 1, p1 = 0;
// CHECK-NEXT:     for (Eigen::Index j = 0; j < a.cols(); ++j) {
// CHECK-NEXT:       p1 = p1 * a(i, j) + p * d(i, j);
// CHECK-NEXT:       p *= a(i, j);
// CHECK-NEXT:     }
// CHECK-NEXT:     t0(i) = p1;
// CHECK-NEXT:   }
// CHECK-NEXT:   return t0;
// CHECK-NEXT: }

func.func @columns_one(%a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"},
    %d: !mx.matrix<m x n, f64> {mx.name = "d", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<1 x n, f64>
    attributes {mx.cpp_name = "columns_one", mx.result = "Eigen::RowVectorXd", mx.directions = []} {
  %0 = mx.prod %a, %d {mx.local} : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64> -> !mx.matrix<1 x n, f64>
  return %0 : !mx.matrix<1 x n, f64>
}
// CHECK-LABEL: /// d⁰columns_one(a; ) = prod_cols(a; d)
// CHECK-NEXT: inline Eigen::RowVectorXd columns_one(const Eigen::MatrixXd& a, const Eigen::MatrixXd& d) {
// CHECK-NEXT:   Eigen::RowVectorXd t0(a.cols());
// CHECK-NEXT:   for (Eigen::Index i = 0; i < a.cols(); ++i) {
// CHECK-NEXT:     double p = 1, p1 = 0;
// CHECK-NEXT:     for (Eigen::Index j = 0; j < a.rows(); ++j) {
// CHECK-NEXT:       p1 = p1 * a(j, i) + p * d(j, i);
// CHECK-NEXT:       p *= a(j, i);
// CHECK-NEXT:     }
// CHECK-NEXT:     t0(i) = p1;
// CHECK-NEXT:   }
// CHECK-NEXT:   return t0;
// CHECK-NEXT: }

// each column of a row has one entry
func.func @columns_of_row(%x: !mx.matrix<1 x n, f64> {mx.name = "x", mx.type = "const Eigen::RowVectorXd&"}) -> !mx.matrix<1 x n, f64>
    attributes {mx.cpp_name = "columns_of_row", mx.result = "Eigen::RowVectorXd", mx.directions = []} {
  %0 = mx.prod %x {mx.local} : !mx.matrix<1 x n, f64> -> !mx.matrix<1 x n, f64>
  return %0 : !mx.matrix<1 x n, f64>
}
// CHECK-LABEL: /// d⁰columns_of_row(x; ) = prod_cols(x)
// CHECK-NEXT: inline Eigen::RowVectorXd columns_of_row(const Eigen::RowVectorXd& x) {
// CHECK-NEXT:   const Eigen::RowVectorXd t0 = x.colwise().prod();
// CHECK-NEXT:   return t0;
// CHECK-NEXT: }
