// RUN: delgen %s -o - | FileCheck %s --match-full-lines

// A function that has mx.directions is printed as it stands; d⁰ has none.

func.func @zeros(%l: !mx.list<!mx.list<!mx.matrix<_ x 1, f64>>> {mx.name = "ls", mx.type = "const std::vector<std::vector<Eigen::VectorXd>>&", mx.plain = "std::vector<std::vector<Eigen::VectorXd>>"}) -> !mx.list<!mx.list<!mx.matrix<_ x 1, f64>>>
    attributes {mx.cpp_name = "zeros", mx.result = "std::vector<std::vector<Eigen::VectorXd>>", mx.directions = []} {
  %0 = mx.zeros_like %l : !mx.list<!mx.list<!mx.matrix<_ x 1, f64>>>
  return %0 : !mx.list<!mx.list<!mx.matrix<_ x 1, f64>>>
}
// CHECK-LABEL: /// d⁰zeros(ls; ) = 0
// CHECK-NEXT: inline std::vector<std::vector<Eigen::VectorXd>> zeros(
// CHECK-NEXT:     const std::vector<std::vector<Eigen::VectorXd>>& ls) {
// CHECK-NEXT:   std::vector<std::vector<Eigen::VectorXd>> t0 = ls;
// CHECK-NEXT:   for (auto& entry : t0)
// CHECK-NEXT:     for (auto& entry2 : entry)
// CHECK-NEXT:       entry2.setZero();
// CHECK-NEXT:   return t0;
// CHECK-NEXT: }
