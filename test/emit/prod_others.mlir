// RUN: delgen %s -o - | FileCheck %s --match-full-lines

// A function that has mx.directions is printed as it stands; d⁰ has none.

// the products before an entry times those behind it
func.func @vector(%x: !mx.matrix<n x 1, f64> {mx.name = "x", mx.type = "const Eigen::VectorXd&"}) -> !mx.matrix<n x 1, f64>
    attributes {mx.cpp_name = "vector", mx.result = "Eigen::VectorXd", mx.directions = []} {
  %0 = mx.prod_others %x over "all" {mx.local} : !mx.matrix<n x 1, f64>
  return %0 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: /// d⁰vector(x; ) = prod_others(x)
// CHECK-NEXT: inline Eigen::VectorXd vector(const Eigen::VectorXd& x) {
// CHECK-NEXT:   Eigen::VectorXd t0(x.size());
// CHECK-NEXT:   double p = 1;
// CHECK-NEXT:   for (Eigen::Index i = 0; i < x.size(); ++i) {
// CHECK-NEXT:     t0(i) = p;
// CHECK-NEXT:     p *= x(i);
// CHECK-NEXT:   }
// CHECK-NEXT:   double q = 1;
// CHECK-NEXT:   for (Eigen::Index i = x.size(); i-- > 0;) {
// CHECK-NEXT:     t0(i) *= q;
// CHECK-NEXT:     q *= x(i);
// CHECK-NEXT:   }
// CHECK-NEXT:   return t0;
// CHECK-NEXT: }

// and the ways to share a direction among the two
func.func @fixed(%x: !mx.matrix<3 x 1, f64> {mx.name = "x", mx.type = "const Eigen::Vector3d&"},
    %d: !mx.matrix<3 x 1, f64> {mx.name = "d", mx.type = "const Eigen::Vector3d&"}) -> !mx.matrix<3 x 1, f64>
    attributes {mx.cpp_name = "fixed", mx.result = "Eigen::Vector3d", mx.directions = []} {
  %0 = mx.prod_others %x, %d over "all" {mx.local} : !mx.matrix<3 x 1, f64>, !mx.matrix<3 x 1, f64>
  return %0 : !mx.matrix<3 x 1, f64>
}
// CHECK-LABEL: /// d⁰fixed(x; ) = t0
// CHECK-NEXT: ///   where t0 = prod_others(x; d)
// CHECK-NEXT: inline Eigen::Vector3d fixed(const Eigen::Vector3d& x, const Eigen::Vector3d& d) {
// CHECK-NEXT:   Eigen::Vector3d before;
// CHECK-NEXT:   Eigen::Vector3d t0;
// CHECK-NEXT:   double p = 1, p1 = 0;
// CHECK-NEXT:   for (Eigen::Index i = 0; i < 3; ++i) {
// CHECK-NEXT:     before(i) = p;
// CHECK-NEXT:     t0(i) = p1;
// CHECK-NEXT:     p1 = p1 * x(i) + p * d(i);
// CHECK-NEXT:     p *= x(i);
// CHECK-NEXT:   }
// CHECK-NEXT:   double q = 1, q1 = 0;
// CHECK-NEXT:   for (Eigen::Index i = 3; i-- > 0;) {
// CHECK-NEXT:     t0(i) = t0(i) * q + before(i) * q1;
// CHECK-NEXT:     q1 = q1 * x(i) + q * d(i);
// CHECK-NEXT:     q *= x(i);
// CHECK-NEXT:   }
// CHECK-NEXT:   return t0;
// CHECK-NEXT: }

func.func @matrix(%a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"},
    %d: !mx.matrix<m x n, f64> {mx.name = "d", mx.type = "const Eigen::MatrixXd&"},
    %e: !mx.matrix<m x n, f64> {mx.name = "e", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "matrix", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %0 = mx.prod_others %a, %d, %e over "all" {mx.local} : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  return %0 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: /// d⁰matrix(a; ) = t0
// CHECK-NEXT: ///   where t0 = prod_others(a; d, e)
// CHECK-NEXT: inline Eigen::MatrixXd matrix(const Eigen::MatrixXd& a, const Eigen::MatrixXd& d,
// CHECK-NEXT:                               const Eigen::MatrixXd& e) {
// CHECK-NEXT:   Eigen::MatrixXd before(a.rows(), a.cols());
// CHECK-NEXT:   Eigen::MatrixXd before1(a.rows(), a.cols());
// CHECK-NEXT:   Eigen::MatrixXd before2(a.rows(), a.cols());
// CHECK-NEXT:   Eigen::MatrixXd t0(a.rows(), a.cols());
// CHECK-NEXT:   double p = 1, p1 = 0, p2 = 0, p12 = 0;
// CHECK-NEXT:   for (Eigen::Index j = 0; j < a.cols(); ++j) {
// CHECK-NEXT:     for (Eigen::Index i = 0; i < a.rows(); ++i) {
// CHECK-NEXT:       before(i, j) = p;
// CHECK-NEXT:       before1(i, j) = p1;
// CHECK-NEXT:       before2(i, j) = p2;
// CHECK-NEXT:       t0(i, j) = p12;
// CHECK-NEXT:       p12 = p12 * a(i, j) + p2 * d(i, j) + p1 * e(i, j);
// CHECK-NEXT:       p2 = p2 * a(i, j) + p * e(i, j);
// CHECK-NEXT:       p1 = p1 * a(i, j) + p * d(i, j);
// CHECK-NEXT:       p *= a(i, j);
// CHECK-NEXT:     }
// CHECK-NEXT:   }
// CHECK-NEXT:   double q = 1, q1 = 0, q2 = 0, q12 = 0;
// CHECK-NEXT:   for (Eigen::Index j = a.cols(); j-- > 0;) {
// CHECK-NEXT:     for (Eigen::Index i = a.rows(); i-- > 0;) {
// CHECK-NEXT:       t0(i, j) = t0(i, j) * q + before(i, j) * q12 + before1(i, j) * q2 + before2(i, j) * q1;
// CHECK-NEXT:       q12 = q12 * a(i, j) + q2 * d(i, j) + q1 * e(i, j);
// CHECK-NEXT:       q2 = q2 * a(i, j) + q * e(i, j);
// CHECK-NEXT:       q1 = q1 * a(i, j) + q * d(i, j);
// CHECK-NEXT:       q *= a(i, j);
// CHECK-NEXT:     }
// CHECK-NEXT:   }
// CHECK-NEXT:   return t0;
// CHECK-NEXT: }

func.func @rows(%a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "rows", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %0 = mx.prod_others %a over "rows" {mx.local} : !mx.matrix<m x n, f64>
  return %0 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: /// d⁰rows(a; ) = t0
// CHECK-NEXT: ///   where t0 = prod_others_rows(a)
// CHECK-NEXT: inline Eigen::MatrixXd rows(const Eigen::MatrixXd& a) {
// CHECK-NEXT:   Eigen::MatrixXd t0(a.rows(), a.cols());
// CHECK-NEXT:   for (Eigen::Index i = 0; i < a.rows(); ++i) {
// CHECK-NEXT:     double p = 1;
// CHECK-NEXT:     for (Eigen::Index j = 0; j < a.cols(); ++j) {
// CHECK-NEXT:       t0(i, j) = p;
// CHECK-NEXT:       p *= a(i, j);
// CHECK-NEXT:     }
// CHECK-NEXT:     double q = 1;
// CHECK-NEXT:     for (Eigen::Index j = a.cols(); j-- > 0;) {
// CHECK-NEXT:       t0(i, j) *= q;
// CHECK-NEXT:       q *= a(i, j);
// CHECK-NEXT:     }
// CHECK-NEXT:   }
// CHECK-NEXT:   return t0;
// CHECK-NEXT: }

func.func @columns(%a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"},
    %d: !mx.matrix<m x n, f64> {mx.name = "d", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "columns", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %0 = mx.prod_others %a, %d over "cols" {mx.local} : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  return %0 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: /// d⁰columns(a; ) = t0
// CHECK-NEXT: ///   where t0 = prod_others_cols(a; d)
// CHECK-NEXT: inline Eigen::MatrixXd columns(const Eigen::MatrixXd& a, const Eigen::MatrixXd& d) {
// CHECK-NEXT:   Eigen::MatrixXd before(a.rows(), a.cols());
// CHECK-NEXT:   Eigen::MatrixXd t0(a.rows(), a.cols());
// CHECK-NEXT:   for (Eigen::Index i = 0; i < a.cols(); ++i) {
// CHECK-NEXT:     double p = 1, p1 = 0;
// CHECK-NEXT:     for (Eigen::Index j = 0; j < a.rows(); ++j) {
// CHECK-NEXT:       before(j, i) = p;
// CHECK-NEXT:       t0(j, i) = p1;
// CHECK-NEXT:       p1 = p1 * a(j, i) + p * d(j, i);
// CHECK-NEXT:       p *= a(j, i);
// CHECK-NEXT:     }
// CHECK-NEXT:     double q = 1, q1 = 0;
// CHECK-NEXT:     for (Eigen::Index j = a.rows(); j-- > 0;) {
// CHECK-NEXT:       t0(j, i) = t0(j, i) * q + before(j, i) * q1;
// CHECK-NEXT:       q1 = q1 * a(j, i) + q * d(j, i);
// CHECK-NEXT:       q *= a(j, i);
// CHECK-NEXT:     }
// CHECK-NEXT:   }
// CHECK-NEXT:   return t0;
// CHECK-NEXT: }
