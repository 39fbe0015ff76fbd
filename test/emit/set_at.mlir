// RUN: delgen %s -o - | FileCheck %s --match-full-lines

// A function that has mx.directions is printed as it stands; d⁰ has none.

func.func @arrays(%l: !mx.list<!mx.matrix<3 x 3, f64>> {mx.name = "ms", mx.type = "const std::array<Eigen::Matrix3d, 4>&", mx.plain = "std::array<Eigen::Matrix3d, 4>"}, %s: f64 {mx.name = "s", mx.type = "double"}) -> !mx.list<!mx.matrix<3 x 3, f64>>
    attributes {mx.cpp_name = "arrays", mx.result = "std::array<Eigen::Matrix3d, 4>", mx.directions = []} {
  %n = mx.length %l : !mx.list<!mx.matrix<3 x 3, f64>>
  %y = mx.loop times %n from %l : !mx.list<!mx.matrix<3 x 3, f64>> with %s : f64 -> !mx.list<!mx.matrix<3 x 3, f64>> {
  ^bb0(%k: index, %l0: !mx.list<!mx.matrix<3 x 3, f64>> loc("out"), %s1: f64):
    %m = mx.at %l0[%k] : !mx.list<!mx.matrix<3 x 3, f64>> -> !mx.matrix<3 x 3, f64>
    %t = mx.transpose %m : !mx.matrix<3 x 3, f64>
    %st = mx.mul %s1, %t : f64, !mx.matrix<3 x 3, f64>
    %l1 = mx.set_at %st at %l0[%k] : !mx.matrix<3 x 3, f64>, !mx.list<!mx.matrix<3 x 3, f64>> -> !mx.list<!mx.matrix<3 x 3, f64>>
    mx.yield %l1 : !mx.list<!mx.matrix<3 x 3, f64>>
  }
  return %y : !mx.list<!mx.matrix<3 x 3, f64>>
}
// CHECK-LABEL: /// d⁰arrays(ms; ) = out
// CHECK-NEXT: ///   where out = ms, then out ← out[k ↦ s out[k]ᵀ] for k = 0, …, |ms| − 1
// CHECK-NEXT: inline std::array<Eigen::Matrix3d, 4> arrays(const std::array<Eigen::Matrix3d, 4>& ms, double s) {
// CHECK-NEXT:   const Eigen::Index length = static_cast<Eigen::Index>(ms.size());
// CHECK-NEXT:   std::array<Eigen::Matrix3d, 4> out = ms;
// CHECK-NEXT:   for (Eigen::Index k = 0; k < length; ++k) {
// CHECK-NEXT:     out[std::size_t(k)] = (s * out[std::size_t(k)].transpose()).eval();
// CHECK-NEXT:   }
// CHECK-NEXT:   return out;
// CHECK-NEXT: }
