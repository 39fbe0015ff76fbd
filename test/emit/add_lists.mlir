// RUN: delgen %s -o - | FileCheck %s --match-full-lines

// A function that has mx.directions is printed as it stands; d⁰ has none.

!lv = !mx.list<!mx.matrix<_ x 1, f64>>
!ls = !mx.list<f64>

func.func @entries(%w: !ls {mx.name = "w", mx.type = "const std::vector<double>&", mx.plain = "std::vector<double>"},
    %l: !lv {mx.name = "xs", mx.type = "const std::vector<Eigen::VectorXd>&", mx.plain = "std::vector<Eigen::VectorXd>"}) -> f64
    attributes {mx.cpp_name = "entries", mx.result = "double", mx.directions = []} {
  %n = mx.length %l : !lv
  %z = mx.zeros_like %l : !lv
  %zs = mx.zeros_like %w : !ls
  %g, %gs = mx.loop times %n from %z, %zs : !lv, !ls with %w, %l : !ls, !lv -> !lv, !ls {
  ^bb0(%k: index, %g0: !lv loc("g"), %gs0: !ls, %w1: !ls, %l1: !lv):
    %x = mx.at %l1[%k] : !lv -> !mx.matrix<a x 1, f64>
    %c = mx.at %w1[%k] : !ls -> f64
    %cx = mx.mul %c, %x : f64, !mx.matrix<a x 1, f64>
    %old = mx.at %g0[%k] : !lv -> !mx.matrix<a x 1, f64>
    %new = mx.add %old, %cx : !mx.matrix<a x 1, f64>, !mx.matrix<a x 1, f64>
    %g1 = mx.set_at %new at %g0[%k] : !mx.matrix<a x 1, f64>, !lv -> !lv
    %i = mx.inner %x, %x : !mx.matrix<a x 1, f64>, !mx.matrix<a x 1, f64>
    %gs1 = mx.set_at %i at %gs0[%k] : f64, !ls -> !ls
    mx.yield %g1, %gs1 : !lv, !ls
  }
  %sum = mx.add_lists %g, %l : !lv
  %sums = mx.add_lists %gs, %w : !ls
  %zero = mx.constant 0.0 : f64
  %r = mx.loop times %n from %zero : f64 with %sum, %sums : !lv, !ls -> f64 {
  ^bb0(%k: index, %s0: f64 loc("s"), %a: !lv, %b: !ls):
    %x = mx.at %a[%k] : !lv -> !mx.matrix<a2 x 1, f64>
    %c = mx.at %b[%k] : !ls -> f64
    %i = mx.inner %x, %x : !mx.matrix<a2 x 1, f64>, !mx.matrix<a2 x 1, f64>
    %ci = mx.mul %c, %i : f64, f64
    %s1 = mx.add %s0, %ci : f64, f64
    mx.yield %s1 : f64
  }
  return %r : f64
}
// CHECK-LABEL: /// d⁰entries(w; ) = s
// CHECK-NEXT: ///   where (g, t0) = (xs, 0), then (g, t0) ← (g[k ↦ g[k] + w[k] xs[k]], t0[k ↦ ‖xs[k]‖²]) for k =
// CHECK-NEXT: ///       0, …, |xs| − 1
// CHECK-NEXT: ///   and s = Σ_{k=0…|xs| − 1} (t0 + w)[k] ‖g[k]‖²
// CHECK-NEXT: inline double entries(const std::vector<double>& w, const std::vector<Eigen::VectorXd>& xs) {
// CHECK-NEXT:   const Eigen::Index length = static_cast<Eigen::Index>(xs.size());
// CHECK-NEXT:   std::vector<double> t0 = w;
// CHECK-NEXT:   for (auto& entry : t0)
// CHECK-NEXT:     entry = 0.0;
// CHECK-NEXT:   std::vector<Eigen::VectorXd> g = xs;
// CHECK-NEXT:   for (Eigen::Index k = 0; k < length; ++k) {
// CHECK-NEXT:     g[std::size_t(k)] += w[std::size_t(k)] * xs[std::size_t(k)];
// CHECK-NEXT:     t0[std::size_t(k)] = xs[std::size_t(k)].squaredNorm();
// CHECK-NEXT:   }
// CHECK-NEXT:   for (std::size_t i = 0; i < t0.size(); ++i)
// CHECK-NEXT:     t0[i] += w[i];
// CHECK-NEXT:   double s = 0.0;
// CHECK-NEXT:   for (Eigen::Index k = 0; k < length; ++k) {
// CHECK-NEXT:     s += t0[std::size_t(k)] * g[std::size_t(k)].squaredNorm();
// CHECK-NEXT:   }
// CHECK-NEXT:   return s;
// CHECK-NEXT: }
