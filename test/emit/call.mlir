// RUN: delgen %s -o - | FileCheck %s --match-full-lines

// A function that has mx.directions is printed as it stands; d⁰ has none.

// a del function calls the del function of its callee; arrays and boxed scalars are converted
func.func @g(
    %u: !mx.matrix<k x 1, f64> {mx.name = "u", mx.type = "const Eigen::VectorXd&"}) -> f64
    attributes {mx.cpp_name = "g", mx.result = "double"} {
  %0 = mx.inner %u, %u : <k x 1, f64>, <k x 1, f64>
  return %0 : f64
}
// CHECK-LABEL: /// d¹g(u; δ) = 2 ⟨u, δ⟩
// CHECK-NEXT: inline double g_d1_u(const Eigen::VectorXd& u, const Eigen::VectorXd& d1_u) {
// CHECK-NEXT:   return 2.0 * u.dot(d1_u);
// CHECK-NEXT: }

func.func @f(%a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"},
    %x: !mx.matrix<n x 1, f64> {mx.name = "x", mx.type = "const Eigen::VectorXd&"}) -> f64
    attributes {mx.cpp_name = "f", mx.result = "double", mx.del = [array<i64: 1>]} {
  %0 = mx.mul %a, %x : !mx.matrix<m x n, f64>, !mx.matrix<n x 1, f64>
  %1 = mx.call @g(%0) : (!mx.matrix<m x 1, f64>) -> f64
  return %1 : f64
}
// CHECK-LABEL: /// d¹f(x; δ) = g_d1_u(a x, a δ)
// CHECK-NEXT: inline double f_d1_x(const Eigen::MatrixXd& a, const Eigen::VectorXd& x,
// CHECK-NEXT:                      const Eigen::VectorXd& d1_x) {
// CHECK-NEXT:   return del::g_d1_u(a * x, a * d1_x);
// CHECK-NEXT: }

func.func @h(
    %u: !mx.matrix<k x 1, f64> {mx.name = "u", mx.type = "const Eigen::ArrayXd&", mx.array}) -> !mx.matrix<k x 1, f64>
    attributes {mx.cpp_name = "h", mx.result = "Eigen::ArrayXd", mx.array} {
  %0 = mx.map "exp" %u : !mx.matrix<k x 1, f64>
  return %0 : !mx.matrix<k x 1, f64>
}
// CHECK-LABEL: /// d¹h(u; δ) = δ ∘ exp(u)
// CHECK-NEXT: inline Eigen::ArrayXd h_d1_u(const Eigen::ArrayXd& u, const Eigen::ArrayXd& d1_u) {
// CHECK-NEXT:   return d1_u * u.exp();
// CHECK-NEXT: }

func.func @k(
    %x: !mx.matrix<n x 1, f64> {mx.name = "x", mx.type = "const Eigen::VectorXd&"}) -> !mx.matrix<n x 1, f64>
    attributes {mx.cpp_name = "k", mx.result = "Eigen::VectorXd", mx.del = [array<i64: 0>]} {
  %0 = mx.call @h(%x) : (!mx.matrix<n x 1, f64>) -> !mx.matrix<n x 1, f64>
  return %0 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: /// d¹k(x; δ) = h_d1_u(x, δ)
// CHECK-NEXT: inline Eigen::VectorXd k_d1_x(const Eigen::VectorXd& x, const Eigen::VectorXd& d1_x) {
// CHECK-NEXT:   return del::h_d1_u(x.array(), d1_x.array()).matrix();
// CHECK-NEXT: }

func.func @box(
    %s: f64 {mx.name = "s", mx.type = "const Eigen::Matrix<double, 1, 1>&", mx.view = "{0}(0, 0)"}) -> f64
    attributes {mx.cpp_name = "box", mx.result = "Eigen::Matrix<double, 1, 1>", mx.boxed} {
  %0 = mx.pow %s, 2.0 : f64
  return %0 : f64
}
// CHECK-LABEL: /// d¹box(s; δ) = 2 s δ
// CHECK-NEXT: inline Eigen::Matrix<double, 1, 1> box_d1_s(const Eigen::Matrix<double, 1, 1>& s,
// CHECK-NEXT:                                             const Eigen::Matrix<double, 1, 1>& d1_s) {
// CHECK-NEXT:   return Eigen::Matrix<double, 1, 1>::Constant(1, 1, 2.0 * s(0, 0) * d1_s(0, 0));
// CHECK-NEXT: }

func.func @unbox(%s: f64 {mx.name = "s", mx.type = "double"}) -> f64
    attributes {mx.cpp_name = "unbox", mx.result = "double", mx.del = [array<i64: 0>]} {
  %0 = mx.call @box(%s) : (f64) -> f64
  return %0 : f64
}
// CHECK-LABEL: /// d¹unbox(s; δ) = box_d1_s(s, δ)
// CHECK-NEXT: inline double unbox_d1_s(double s, double d1_s) {
// CHECK-NEXT:   return del::box_d1_s(Eigen::Matrix<double, 1, 1>::Constant(s), Eigen::Matrix<double, 1,
// CHECK-NEXT:       1>::Constant(d1_s))(0, 0);
// CHECK-NEXT: }
