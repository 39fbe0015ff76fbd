// RUN: delgen %s -o - | FileCheck %s --match-full-lines

// A function that has mx.directions is printed as it stands; d⁰ has none.

!v = !mx.matrix<n x 1, f64>
!m = !mx.matrix<n x n, f64>

func.func @tape(%a: !m {mx.name = "A", mx.type = "const Eigen::MatrixXd&"}, %x: !v {mx.name = "x", mx.type = "const Eigen::VectorXd&"},
    %n: index {mx.name = "steps", mx.type = "int"}) -> !v
    attributes {mx.cpp_name = "tape", mx.result = "Eigen::VectorXd", mx.directions = []} {
  %l0 = mx.make_list -> !mx.list<!mx.matrix<n x 1, f64>>
  %h, %l = mx.loop times %n from %x, %l0 : !v, !mx.list<!mx.matrix<n x 1, f64>> with %a : !m -> !v, !mx.list<!mx.matrix<n x 1, f64>> {
  ^bb0(%k: index, %h0: !v loc("h"), %l1: !mx.list<!mx.matrix<n x 1, f64>> loc("tape"), %a1: !m):
    %p = mx.mul %a1, %h0 : !m, !v
    %t = mx.map "tanh" %p : !v
    %l2 = mx.append %t to %l1 : !v, !mx.list<!mx.matrix<n x 1, f64>> -> !mx.list<!mx.matrix<n x 1, f64>>
    mx.yield %t, %l2 : !v, !mx.list<!mx.matrix<n x 1, f64>>
  }
  %len = mx.length %l : !mx.list<!mx.matrix<n x 1, f64>>
  %g = mx.loop times %len from %h : !v with %a, %l, %len : !m, !mx.list<!mx.matrix<n x 1, f64>>, index -> !v {
  ^bb0(%k: index, %g0: !v loc("g"), %a1: !m, %l1: !mx.list<!mx.matrix<n x 1, f64>>, %len1: index):
    %one = arith.constant 1 : index
    %z = mx.constant -1.0 : f64
    %1 = arith.subi %len1, %one : index
    %2 = arith.subi %1, %k : index
    %t = mx.at %l1[%2] : !mx.list<!mx.matrix<n x 1, f64>> -> !v
    %sq = mx.pow %t, 2.0 : !v
    %msq = mx.mul %z, %sq : f64, !v
    %onef = mx.constant 1.0 : f64
    %ones = mx.fill %onef : f64 -> <n x 1, f64>
    %d = mx.add %ones, %msq : !v, !v
    %dg = mx.hadamard %d, %g0 : !v, !v
    %at = mx.transpose %a1 : !m
    %gn = mx.mul %at, %dg : !m, !v
    mx.yield %gn : !v
  }
  return %g : !v
}
// CHECK-LABEL: /// d⁰tape(A; ) = h
// CHECK-NEXT: ///   where (h, tape) = (x, []), then (h, tape) ← (tanh(A h), tape[end ↦ tanh(A h)]) for k = 0, …,
// CHECK-NEXT: ///       steps − 1
// CHECK-NEXT: ///   and h = h, then h ← Aᵀ (h ∘ (1 − tape[k]²)) for k = |tape| − 1, …, 0
// CHECK-NEXT: inline Eigen::VectorXd tape(const Eigen::MatrixXd& A, const Eigen::VectorXd& x, int steps) {
// CHECK-NEXT:   std::vector<Eigen::VectorXd> tape;
// CHECK-NEXT:   Eigen::VectorXd h = x;
// CHECK-NEXT:   for (Eigen::Index k = 0; k < steps; ++k) {
// CHECK-NEXT:     h = (A * h).array().tanh().matrix();
// CHECK-NEXT:     tape.push_back(h);
// CHECK-NEXT:   }
// CHECK-NEXT:   const Eigen::Index length = static_cast<Eigen::Index>(tape.size());
// CHECK-NEXT:   for (Eigen::Index k = length - 1; k >= 0; --k) {
// CHECK-NEXT:     h = A.transpose() * (h.array() * (1.0 - tape[std::size_t(k)].cwiseAbs2().array())).matrix();
// CHECK-NEXT:   }
// CHECK-NEXT:   return h;
// CHECK-NEXT: }
