// RUN: delgen %s -o - | FileCheck %s --match-full-lines

// A function that has mx.directions is printed as it stands; d⁰ has none.

func.func @cross(%a: !mx.matrix<3 x 1, f64> {mx.name = "a", mx.type = "const Eigen::Vector3d&"},
    %b: !mx.matrix<3 x 1, f64> {mx.name = "b", mx.type = "const Eigen::Vector3d&"}) -> !mx.matrix<3 x 1, f64>
    attributes {mx.cpp_name = "cross", mx.result = "Eigen::Vector3d", mx.directions = []} {
  %0 = mx.cross %a, %b : !mx.matrix<3 x 1, f64>, !mx.matrix<3 x 1, f64>
  return %0 : !mx.matrix<3 x 1, f64>
}
// CHECK-LABEL: /// d⁰cross(a; ) = a × b
// CHECK-NEXT: inline Eigen::Vector3d cross(const Eigen::Vector3d& a, const Eigen::Vector3d& b) {
// CHECK-NEXT:   return a.cross(b);
// CHECK-NEXT: }

// A cross product is no matrix product: it stands in parentheses.
func.func @inside(%a: !mx.matrix<3 x 1, f64> {mx.name = "a", mx.type = "const Eigen::Vector3d&"},
    %b: !mx.matrix<3 x 1, f64> {mx.name = "b", mx.type = "const Eigen::Vector3d&"},
    %s: f64 {mx.name = "s", mx.type = "double"}) -> !mx.matrix<3 x 1, f64>
    attributes {mx.cpp_name = "inside", mx.result = "Eigen::Vector3d", mx.directions = []} {
  %1 = mx.add %a, %b : !mx.matrix<3 x 1, f64>, !mx.matrix<3 x 1, f64>
  %2 = mx.cross %1, %b : !mx.matrix<3 x 1, f64>, !mx.matrix<3 x 1, f64>
  %3 = mx.mul %s, %2 : f64, !mx.matrix<3 x 1, f64>
  return %3 : !mx.matrix<3 x 1, f64>
}
// CHECK-LABEL: /// d⁰inside(a; ) = −s (b × (a + b))
// CHECK-NEXT: inline Eigen::Vector3d inside(const Eigen::Vector3d& a, const Eigen::Vector3d& b, double s) {
// CHECK-NEXT:   return -s * b.cross(a + b);
// CHECK-NEXT: }
