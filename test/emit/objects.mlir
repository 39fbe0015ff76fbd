// RUN: delgen %s -o - | FileCheck %s --match-full-lines

// Parameters that are fields of one object are that object in C++.

func.func @g(
    %q_v: !mx.matrix<k x 1, f64> {mx.name = "q_v", mx.object = "q", mx.object_type = "const In&", mx.path = "v", mx.type = "const Eigen::VectorXd&"},
    %q_n: index {mx.name = "q_n", mx.object = "q", mx.object_type = "const In&", mx.path = "n", mx.type = "int"}) -> f64
    attributes {mx.cpp_name = "g", mx.result = "double"} {
  %0 = mx.inner %q_v, %q_v : <k x 1, f64>, <k x 1, f64>
  %1 = mx.real %q_n : f64
  %2 = mx.mul %0, %1 : f64, f64
  return %2 : f64
}
// CHECK-LABEL: /// d¹g(q.v; δ) = 2 ⟨q.v, δ⟩ q.n
// CHECK-NEXT: inline double g_d1_q_v(const In& q, const Eigen::VectorXd& d1_q_v) {
// CHECK-NEXT:   return 2.0 * q.v.dot(d1_q_v) * static_cast<double>(q.n);
// CHECK-NEXT: }

// what a callee takes as an object is passed as one; a size is read from a field
func.func @f(
    %s: f64 {mx.name = "s", mx.type = "double"},
    %p_in_v: !mx.matrix<m x 1, f64> {mx.name = "p_in_v", mx.object = "p", mx.object_type = "const P&", mx.path = "in.v", mx.type = "const Eigen::VectorXd&"},
    %p_in_n: index {mx.name = "p_in_n", mx.object = "p", mx.object_type = "const P&", mx.path = "in.n", mx.type = "int"},
    %p_S: !mx.matrix<m x m, f64> {mx.assume = ["spd"], mx.name = "p_S", mx.object = "p", mx.object_type = "const P&", mx.path = "S", mx.plain = "Eigen::MatrixXd", mx.type = "const Eigen::MatrixXd&"},
    %t: f64 {mx.name = "t", mx.type = "double"}) -> f64
    attributes {mx.cpp_name = "f", mx.result = "double", mx.del = [array<i64: 1>, array<i64: 4>],
      mx.objects = [{access = "p", name = "p", of = array<i64: 1, 3>, type = "P"}],
      mx.requests = [{what = "gradient", of = array<i64: -1>}]} {
  %0 = mx.call @g(%p_in_v, %p_in_n) : (!mx.matrix<m x 1, f64>, index) -> f64
  %1 = mx.inverse "llt" %p_S : !mx.matrix<m x m, f64>
  %2 = mx.mul %1, %p_in_v : !mx.matrix<m x m, f64>, !mx.matrix<m x 1, f64>
  %3 = mx.inner %p_in_v, %2 : <m x 1, f64>, <m x 1, f64>
  %4 = mx.mul %0, %3, %s : f64, f64, f64
  return %4 : f64
}
// CHECK-LABEL: /// d¹f(p.in.v; δ) = s (g_d1_q_v(p.in.v, p.in.n, δ) ⟨p.in.v, p.S⁻¹ p.in.v⟩ +
// CHECK-NEXT: ///     2 g(p.in.v, p.in.n) ⟨p.in.v, p.S⁻¹ δ⟩)
// CHECK-NEXT: inline double f_d1_p_in_v(double s, const P& p, double /*t*/, const Eigen::VectorXd& d1_p_in_v) {
// CHECK-NEXT:   const Eigen::LLT<Eigen::MatrixXd> p_S_llt(p.S);
// CHECK-NEXT:   return s * (del::g_d1_q_v(p.in, d1_p_in_v) * p.in.v.dot(p_S_llt.solve(p.in.v)) +
// CHECK-NEXT:       2.0 * g(p.in) * p.in.v.dot(p_S_llt.solve(d1_p_in_v)));
// CHECK-NEXT: }
// CHECK-LABEL: /// d¹f(t; δ) = 0
// CHECK-NEXT: inline double f_d1_t(double /*s*/, const P& /*p*/, double /*t*/, double /*d1_t*/) {
// CHECK-NEXT:   return 0.0;
// CHECK-NEXT: }
// CHECK-LABEL: /// ∇_p.in.v f = s p.in.n (2 ‖p.in.v‖² (p.S⁻¹ p.in.v) + 2 ⟨p.in.v, p.S⁻¹ p.in.v⟩ p.in.v)
// CHECK-NEXT: /// ∇_p.S f = −s ‖p.in.v‖² p.in.n (p.S⁻¹ p.in.v) (p.S⁻¹ p.in.v)ᵀ
// CHECK-NEXT: inline P f_grad_p(double s, const P& p, double /*t*/) {
// CHECK-NEXT:   const double t0 = p.in.v.squaredNorm();
// CHECK-NEXT:   const Eigen::LLT<Eigen::MatrixXd> p_S_llt(p.S);
// CHECK-NEXT:   const Eigen::VectorXd t1 = p_S_llt.solve(p.in.v);
// CHECK-NEXT:   P grad_p = p;
// CHECK-NEXT:   grad_p.in.v = s * static_cast<double>(p.in.n) * (2.0 * t0 * t1 + 2.0 * p.in.v.dot(t1) * p.in.v);
// CHECK-NEXT:   grad_p.S.noalias() = -s * t0 * static_cast<double>(p.in.n) * t1 * t1.transpose();
// CHECK-NEXT:   return grad_p;
// CHECK-NEXT: }
