// RUN: delgen %s -o - | FileCheck %s --match-full-lines

// A function that has mx.directions is printed as it stands; d⁰ has none.

func.func @gaps(%a: !mx.matrix<n x 1, f64> {mx.name = "a", mx.type = "const Eigen::VectorXd&"}) -> !mx.matrix<n x n, f64>
    attributes {mx.cpp_name = "gaps", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %0 = mx.gaps %a : !mx.matrix<n x 1, f64>
  return %0 : !mx.matrix<n x n, f64>
}
// CHECK-LABEL: /// d⁰gaps(a; ) = gaps(a)
// CHECK-NEXT: inline Eigen::MatrixXd gaps(const Eigen::VectorXd& a) {
// CHECK-NEXT:   Eigen::MatrixXd t0 = Eigen::MatrixXd::Zero(a.size(), a.size());
// CHECK-NEXT:   for (Eigen::Index j = 0; j < a.size(); ++j)
// CHECK-NEXT:     for (Eigen::Index i = 0; i < a.size(); ++i)
// CHECK-NEXT:       if (i != j)
// CHECK-NEXT:         t0(i, j) = 1.0 / (a(j) - a(i));
// CHECK-NEXT:   return t0;
// CHECK-NEXT: }

func.func @fixed(%a: !mx.matrix<3 x 1, f32> {mx.name = "a", mx.type = "const Eigen::Vector3f&"}) -> !mx.matrix<3 x 3, f32>
    attributes {mx.cpp_name = "fixed", mx.result = "Eigen::Matrix3f", mx.directions = []} {
  %0 = mx.gaps %a : !mx.matrix<3 x 1, f32>
  return %0 : !mx.matrix<3 x 3, f32>
}
// CHECK-LABEL: /// d⁰fixed(a; ) = gaps(a)
// CHECK-NEXT: inline Eigen::Matrix3f fixed(const Eigen::Vector3f& a) {
// CHECK-NEXT:   Eigen::Matrix3f t0 = Eigen::Matrix3f::Zero();
// CHECK-NEXT:   for (Eigen::Index j = 0; j < 3; ++j)
// CHECK-NEXT:     for (Eigen::Index i = 0; i < 3; ++i)
// CHECK-NEXT:       if (i != j)
// CHECK-NEXT:         t0(i, j) = 1.0f / (a(j) - a(i));
// CHECK-NEXT:   return t0;
// CHECK-NEXT: }
