// RUN: delgen %s -o - | FileCheck %s --match-full-lines

// A function that has mx.directions is printed as it stands; d⁰ has none.

!v = !mx.matrix<n x 1, f64>
!lm = !mx.list<!mx.matrix<_ x _, f64>>

func.func @layers(%w: !lm {mx.name = "W", mx.type = "const std::vector<Eigen::MatrixXd>&", mx.plain = "std::vector<Eigen::MatrixXd>"},
    %x: !v {mx.name = "x", mx.type = "const Eigen::VectorXd&"}) -> f64
    attributes {mx.cpp_name = "layers", mx.result = "double", mx.directions = []} {
  %n = mx.length %w : !lm
  %h = mx.loop times %n from %x : !v with %w : !lm -> !mx.matrix<q x 1, f64> {
  ^bb0(%k: index, %h0: !mx.matrix<a x 1, f64> loc("h"), %w1: !lm):
    %wk = mx.at %w1[%k] : !lm -> !mx.matrix<b x a, f64>
    %p = mx.mul %wk, %h0 : !mx.matrix<b x a, f64>, !mx.matrix<a x 1, f64>
    %t = mx.map "tanh" %p : !mx.matrix<b x 1, f64>
    %b = mx.extent "b"
    %br = mx.real %b : f64
    %s = mx.fill %br : f64 -> <b x 1, f64>
    %y = mx.add %t, %s : !mx.matrix<b x 1, f64>, !mx.matrix<b x 1, f64>
    mx.yield %y : !mx.matrix<b x 1, f64>
  }
  %q = mx.extent "q"
  %qr = mx.real %q : f64
  %s = mx.inner %h, %h : !mx.matrix<q x 1, f64>, !mx.matrix<q x 1, f64>
  %r = mx.mul %qr, %s : f64, f64
  return %r : f64
}
// CHECK-LABEL: /// d⁰layers(W; ) = ‖h‖² q
// CHECK-NEXT: ///   where h = x, then h ← b + tanh(W[k] h) for k = 0, …, |W| − 1
// CHECK-NEXT: inline double layers(const std::vector<Eigen::MatrixXd>& W, const Eigen::VectorXd& x) {
// CHECK-NEXT:   Eigen::VectorXd h = x;
// CHECK-NEXT:   for (Eigen::Index k = 0; k < static_cast<Eigen::Index>(W.size()); ++k) {
// CHECK-NEXT:     h = (static_cast<double>(W[std::size_t(k)].rows()) +
// CHECK-NEXT:         (W[std::size_t(k)] * h).array().tanh()).matrix();
// CHECK-NEXT:   }
// CHECK-NEXT:   return h.squaredNorm() * static_cast<double>(h.size());
// CHECK-NEXT: }
