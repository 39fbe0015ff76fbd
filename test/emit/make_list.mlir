// RUN: delgen %s -o - | FileCheck %s --match-full-lines

// A function that has mx.directions is printed as it stands; d⁰ has none.

func.func @pair(%x: !mx.matrix<n x 1, f64> {mx.name = "x", mx.type = "const Eigen::VectorXd&"}, %s: f64 {mx.name = "s", mx.type = "double"}) -> !mx.list<!mx.matrix<n x 1, f64>>
    attributes {mx.cpp_name = "pair", mx.result = "std::vector<Eigen::VectorXd>", mx.directions = []} {
  %0 = mx.mul %s, %x : f64, !mx.matrix<n x 1, f64>
  %1 = mx.make_list %x, %0 : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64> -> !mx.list<!mx.matrix<n x 1, f64>>
  return %1 : !mx.list<!mx.matrix<n x 1, f64>>
}
// CHECK-LABEL: /// d⁰pair(x; ) = [x, s x]
// CHECK-NEXT: inline std::vector<Eigen::VectorXd> pair(const Eigen::VectorXd& x, double s) {
// CHECK-NEXT:   const std::vector<Eigen::VectorXd> t0 = {x, s * x};
// CHECK-NEXT:   return t0;
// CHECK-NEXT: }
