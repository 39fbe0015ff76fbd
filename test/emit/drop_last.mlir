// RUN: delgen %s -o - | FileCheck %s --match-full-lines

// A function that has mx.directions is printed as it stands; d⁰ has none.

!v = !mx.matrix<n x 1, f64>
!l = !mx.list<!mx.matrix<n x 1, f64>>

// A list that is carried loses its last entry where it is.
func.func @unwind(%a: !l {mx.name = "steps", mx.type = "const std::vector<Eigen::VectorXd>&", mx.plain = "std::vector<Eigen::VectorXd>"},
    %x: !v {mx.name = "x", mx.type = "const Eigen::VectorXd&"}) -> !v
    attributes {mx.cpp_name = "unwind", mx.result = "Eigen::VectorXd", mx.directions = []} {
  %n = mx.length %a : !l
  %h, %r = mx.loop times %n from %x, %a : !v, !l -> !v, !l {
  ^bb0(%k: index, %h0: !v loc("h"), %l0: !l loc("left")):
    %one = arith.constant 1 : index
    %m = mx.length %l0 : !l
    %i = arith.subi %m, %one : index
    %e = mx.at %l0[%i] : !l -> !v
    %h1 = mx.hadamard %h0, %e : !v, !v
    %l1 = mx.drop_last %l0 : !l
    mx.yield %h1, %l1 : !v, !l
  }
  return %h : !v
}
// CHECK-LABEL: /// d⁰unwind(steps; ) = h
// CHECK-NEXT: ///   where (h, left) = (x, steps), then (h, left) ← (h ∘ left[|left| − 1], left[end ↦ ∅]) for k =
// CHECK-NEXT: ///       0, …, |steps| − 1
// CHECK-NEXT: inline Eigen::VectorXd unwind(const std::vector<Eigen::VectorXd>& steps, const Eigen::VectorXd& x) {
// CHECK-NEXT:   const Eigen::Index length = static_cast<Eigen::Index>(steps.size());
// CHECK-NEXT:   Eigen::VectorXd t0;
// CHECK-NEXT:   Eigen::VectorXd h = x;
// CHECK-NEXT:   std::vector<Eigen::VectorXd> left = steps;
// CHECK-NEXT:   for (Eigen::Index k = 0; k < length; ++k) {
// CHECK-NEXT:     const Eigen::Index i = static_cast<Eigen::Index>(left.size()) - 1;
// CHECK-NEXT:     t0 = left[std::size_t(i)];
// CHECK-NEXT:     left.pop_back();
// CHECK-NEXT:     h = h.cwiseProduct(t0);
// CHECK-NEXT:   }
// CHECK-NEXT:   return h;
// CHECK-NEXT: }

// A parameter is copied.
func.func @shorter(%a: !l {mx.name = "steps", mx.type = "const std::vector<Eigen::VectorXd>&", mx.plain = "std::vector<Eigen::VectorXd>"}) -> !l
    attributes {mx.cpp_name = "shorter", mx.result = "std::vector<Eigen::VectorXd>", mx.directions = []} {
  %b = mx.drop_last %a : !l
  return %b : !l
}
// CHECK-LABEL: /// d⁰shorter(steps; ) = steps[end ↦ ∅]
// CHECK-NEXT: inline std::vector<Eigen::VectorXd> shorter(const std::vector<Eigen::VectorXd>& steps) {
// CHECK-NEXT:   std::vector<Eigen::VectorXd> t0 = steps;
// CHECK-NEXT:   t0.pop_back();
// CHECK-NEXT:   return t0;
// CHECK-NEXT: }
