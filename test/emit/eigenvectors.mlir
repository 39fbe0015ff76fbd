// RUN: delgen %s -o - | FileCheck %s --match-full-lines

// A function that has mx.directions is printed as it stands; d⁰ has none.

func.func @eigenvectors(%a: !mx.matrix<n x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<n x n, f64>
    attributes {mx.cpp_name = "eigenvectors", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %0 = mx.eigenvectors %a : !mx.matrix<n x n, f64>
  return %0 : !mx.matrix<n x n, f64>
}
// CHECK-LABEL: /// d⁰eigenvectors(a; ) = V(a)
// CHECK-NEXT: inline Eigen::MatrixXd eigenvectors(const Eigen::MatrixXd& a) {
// CHECK-NEXT:   const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> eigen(a);
// CHECK-NEXT:   const Eigen::MatrixXd& t0 = eigen.eigenvectors();
// CHECK-NEXT:   return t0;
// CHECK-NEXT: }
