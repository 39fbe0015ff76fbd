// RUN: delgen %s -o - | FileCheck %s --match-full-lines

// A function that has mx.directions is printed as it stands; d⁰ has none.

func.func @eigenvalues(%a: !mx.matrix<n x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<n x 1, f64>
    attributes {mx.cpp_name = "eigenvalues", mx.result = "Eigen::VectorXd", mx.directions = []} {
  %0 = mx.eigenvalues %a : !mx.matrix<n x n, f64>
  return %0 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: /// d⁰eigenvalues(a; ) = λ(a)
// CHECK-NEXT: inline Eigen::VectorXd eigenvalues(const Eigen::MatrixXd& a) {
// CHECK-NEXT:   const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> eigen(a, Eigen::EigenvaluesOnly);
// CHECK-NEXT:   const Eigen::VectorXd& t0 = eigen.eigenvalues();
// CHECK-NEXT:   return t0;
// CHECK-NEXT: }

// One object computes both, and reads the lower triangle.
func.func @fixed(%a: !mx.matrix<3 x 3, f64> {mx.name = "a", mx.type = "const Eigen::Matrix3d&"}) -> !mx.matrix<3 x 1, f64>
    attributes {mx.cpp_name = "fixed", mx.result = "Eigen::Vector3d", mx.directions = []} {
  %1 = mx.symmetric %a {lower = true} : !mx.matrix<3 x 3, f64>
  %2 = mx.eigenvalues %1 : !mx.matrix<3 x 3, f64>
  %3 = mx.eigenvectors %1 : !mx.matrix<3 x 3, f64>
  %4 = mx.mul %3, %2 : !mx.matrix<3 x 3, f64>, !mx.matrix<3 x 1, f64>
  return %4 : !mx.matrix<3 x 1, f64>
}
// CHECK-LABEL: /// d⁰fixed(a; ) = V(a) λ(a)
// CHECK-NEXT: inline Eigen::Vector3d fixed(const Eigen::Matrix3d& a) {
// CHECK-NEXT:   const Eigen::SelfAdjointEigenSolver<Eigen::Matrix3d> eigen(a);
// CHECK-NEXT:   const Eigen::Matrix3d& t0 = eigen.eigenvectors();
// CHECK-NEXT:   const Eigen::Vector3d& t1 = eigen.eigenvalues();
// CHECK-NEXT:   return t0 * t1;
// CHECK-NEXT: }

// Each matrix has an object of its own.
func.func @several(%a: !mx.matrix<n x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"},
    %b: !mx.matrix<n x n, f64> {mx.name = "b", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<n x 1, f64>
    attributes {mx.cpp_name = "several", mx.result = "Eigen::VectorXd", mx.directions = []} {
  %1 = mx.eigenvalues %a : !mx.matrix<n x n, f64>
  %2 = mx.eigenvalues %b : !mx.matrix<n x n, f64>
  %3 = mx.add %1, %2 : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64>
  return %3 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: /// d⁰several(a; ) = λ(a) + λ(b)
// CHECK-NEXT: inline Eigen::VectorXd several(const Eigen::MatrixXd& a, const Eigen::MatrixXd& b) {
// CHECK-NEXT:   const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> eigen(a, Eigen::EigenvaluesOnly);
// CHECK-NEXT:   const Eigen::VectorXd& t0 = eigen.eigenvalues();
// CHECK-NEXT:   const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> eigen2(b, Eigen::EigenvaluesOnly);
// CHECK-NEXT:   const Eigen::VectorXd& t1 = eigen2.eigenvalues();
// CHECK-NEXT:   return t0 + t1;
// CHECK-NEXT: }
