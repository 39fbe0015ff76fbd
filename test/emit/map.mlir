// RUN: delgen %s -o - | FileCheck %s --match-full-lines

// A function that has mx.directions is printed as it stands; d⁰ has none.

// std:: on scalars, members of arrays on matrices
func.func @matrix(
    %a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "matrix", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %0 = mx.map "exp" %a : !mx.matrix<m x n, f64>
  return %0 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: /// d⁰matrix(a; ) = exp(a)
// CHECK-NEXT: inline Eigen::MatrixXd matrix(const Eigen::MatrixXd& a) {
// CHECK-NEXT:   return a.array().exp().matrix();
// CHECK-NEXT: }

func.func @array(
    %x: !mx.matrix<n x 1, f64> {mx.name = "x", mx.type = "const Eigen::ArrayXd&", mx.array}) -> !mx.matrix<n x 1, f64>
    attributes {mx.cpp_name = "array", mx.result = "Eigen::ArrayXd", mx.array, mx.directions = []} {
  %0 = mx.map "exp" %x : !mx.matrix<n x 1, f64>
  return %0 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: /// d⁰array(x; ) = exp(x)
// CHECK-NEXT: inline Eigen::ArrayXd array(const Eigen::ArrayXd& x) {
// CHECK-NEXT:   return x.exp();
// CHECK-NEXT: }

func.func @sum(%a: f64 {mx.name = "a", mx.type = "double"},
    %b: f64 {mx.name = "b", mx.type = "double"}) -> f64
    attributes {mx.cpp_name = "sum", mx.result = "double", mx.directions = []} {
  %0 = mx.add %a, %b : f64, f64
  %1 = mx.map "exp" %0 : f64
  return %1 : f64
}
// CHECK-LABEL: /// d⁰sum(a; ) = exp(a + b)
// CHECK-NEXT: inline double sum(double a, double b) {
// CHECK-NEXT:   return std::exp(a + b);
// CHECK-NEXT: }

func.func @nested(
    %x: !mx.matrix<n x 1, f64> {mx.name = "x", mx.type = "const Eigen::VectorXd&"}) -> !mx.matrix<n x 1, f64>
    attributes {mx.cpp_name = "nested", mx.result = "Eigen::VectorXd", mx.directions = []} {
  %0 = mx.map "sin" %x : !mx.matrix<n x 1, f64>
  %1 = mx.map "exp" %0 : !mx.matrix<n x 1, f64>
  return %1 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: /// d⁰nested(x; ) = exp(sin(x))
// CHECK-NEXT: inline Eigen::VectorXd nested(const Eigen::VectorXd& x) {
// CHECK-NEXT:   return x.array().sin().exp().matrix();
// CHECK-NEXT: }

// each row of the table
func.func @exp_s(%a: f64 {mx.name = "a", mx.type = "double"}) -> f64
    attributes {mx.cpp_name = "exp_s", mx.result = "double", mx.directions = []} {
  %0 = mx.map "exp" %a : f64
  return %0 : f64
}
// CHECK-LABEL: /// d⁰exp_s(a; ) = exp(a)
// CHECK-NEXT: inline double exp_s(double a) {
// CHECK-NEXT:   return std::exp(a);
// CHECK-NEXT: }

func.func @log_s(%a: f64 {mx.name = "a", mx.type = "double"}) -> f64
    attributes {mx.cpp_name = "log_s", mx.result = "double", mx.directions = []} {
  %0 = mx.map "log" %a : f64
  return %0 : f64
}
// CHECK-LABEL: /// d⁰log_s(a; ) = log(a)
// CHECK-NEXT: inline double log_s(double a) {
// CHECK-NEXT:   return std::log(a);
// CHECK-NEXT: }

func.func @log1p_s(%a: f64 {mx.name = "a", mx.type = "double"}) -> f64
    attributes {mx.cpp_name = "log1p_s", mx.result = "double", mx.directions = []} {
  %0 = mx.map "log1p" %a : f64
  return %0 : f64
}
// CHECK-LABEL: /// d⁰log1p_s(a; ) = log1p(a)
// CHECK-NEXT: inline double log1p_s(double a) {
// CHECK-NEXT:   return std::log1p(a);
// CHECK-NEXT: }

func.func @expm1_s(%a: f64 {mx.name = "a", mx.type = "double"}) -> f64
    attributes {mx.cpp_name = "expm1_s", mx.result = "double", mx.directions = []} {
  %0 = mx.map "expm1" %a : f64
  return %0 : f64
}
// CHECK-LABEL: /// d⁰expm1_s(a; ) = expm1(a)
// CHECK-NEXT: inline double expm1_s(double a) {
// CHECK-NEXT:   return std::expm1(a);
// CHECK-NEXT: }

func.func @sin_s(%a: f64 {mx.name = "a", mx.type = "double"}) -> f64
    attributes {mx.cpp_name = "sin_s", mx.result = "double", mx.directions = []} {
  %0 = mx.map "sin" %a : f64
  return %0 : f64
}
// CHECK-LABEL: /// d⁰sin_s(a; ) = sin(a)
// CHECK-NEXT: inline double sin_s(double a) {
// CHECK-NEXT:   return std::sin(a);
// CHECK-NEXT: }

func.func @cos_s(%a: f64 {mx.name = "a", mx.type = "double"}) -> f64
    attributes {mx.cpp_name = "cos_s", mx.result = "double", mx.directions = []} {
  %0 = mx.map "cos" %a : f64
  return %0 : f64
}
// CHECK-LABEL: /// d⁰cos_s(a; ) = cos(a)
// CHECK-NEXT: inline double cos_s(double a) {
// CHECK-NEXT:   return std::cos(a);
// CHECK-NEXT: }

func.func @tan_s(%a: f64 {mx.name = "a", mx.type = "double"}) -> f64
    attributes {mx.cpp_name = "tan_s", mx.result = "double", mx.directions = []} {
  %0 = mx.map "tan" %a : f64
  return %0 : f64
}
// CHECK-LABEL: /// d⁰tan_s(a; ) = tan(a)
// CHECK-NEXT: inline double tan_s(double a) {
// CHECK-NEXT:   return std::tan(a);
// CHECK-NEXT: }

func.func @asin_s(%a: f64 {mx.name = "a", mx.type = "double"}) -> f64
    attributes {mx.cpp_name = "asin_s", mx.result = "double", mx.directions = []} {
  %0 = mx.map "asin" %a : f64
  return %0 : f64
}
// CHECK-LABEL: /// d⁰asin_s(a; ) = asin(a)
// CHECK-NEXT: inline double asin_s(double a) {
// CHECK-NEXT:   return std::asin(a);
// CHECK-NEXT: }

func.func @acos_s(%a: f64 {mx.name = "a", mx.type = "double"}) -> f64
    attributes {mx.cpp_name = "acos_s", mx.result = "double", mx.directions = []} {
  %0 = mx.map "acos" %a : f64
  return %0 : f64
}
// CHECK-LABEL: /// d⁰acos_s(a; ) = acos(a)
// CHECK-NEXT: inline double acos_s(double a) {
// CHECK-NEXT:   return std::acos(a);
// CHECK-NEXT: }

func.func @atan_s(%a: f64 {mx.name = "a", mx.type = "double"}) -> f64
    attributes {mx.cpp_name = "atan_s", mx.result = "double", mx.directions = []} {
  %0 = mx.map "atan" %a : f64
  return %0 : f64
}
// CHECK-LABEL: /// d⁰atan_s(a; ) = atan(a)
// CHECK-NEXT: inline double atan_s(double a) {
// CHECK-NEXT:   return std::atan(a);
// CHECK-NEXT: }

func.func @sinh_s(%a: f64 {mx.name = "a", mx.type = "double"}) -> f64
    attributes {mx.cpp_name = "sinh_s", mx.result = "double", mx.directions = []} {
  %0 = mx.map "sinh" %a : f64
  return %0 : f64
}
// CHECK-LABEL: /// d⁰sinh_s(a; ) = sinh(a)
// CHECK-NEXT: inline double sinh_s(double a) {
// CHECK-NEXT:   return std::sinh(a);
// CHECK-NEXT: }

func.func @cosh_s(%a: f64 {mx.name = "a", mx.type = "double"}) -> f64
    attributes {mx.cpp_name = "cosh_s", mx.result = "double", mx.directions = []} {
  %0 = mx.map "cosh" %a : f64
  return %0 : f64
}
// CHECK-LABEL: /// d⁰cosh_s(a; ) = cosh(a)
// CHECK-NEXT: inline double cosh_s(double a) {
// CHECK-NEXT:   return std::cosh(a);
// CHECK-NEXT: }

func.func @tanh_s(%a: f64 {mx.name = "a", mx.type = "double"}) -> f64
    attributes {mx.cpp_name = "tanh_s", mx.result = "double", mx.directions = []} {
  %0 = mx.map "tanh" %a : f64
  return %0 : f64
}
// CHECK-LABEL: /// d⁰tanh_s(a; ) = tanh(a)
// CHECK-NEXT: inline double tanh_s(double a) {
// CHECK-NEXT:   return std::tanh(a);
// CHECK-NEXT: }

func.func @cbrt_s(%a: f64 {mx.name = "a", mx.type = "double"}) -> f64
    attributes {mx.cpp_name = "cbrt_s", mx.result = "double", mx.directions = []} {
  %0 = mx.map "cbrt" %a : f64
  return %0 : f64
}
// CHECK-LABEL: /// d⁰cbrt_s(a; ) = cbrt(a)
// CHECK-NEXT: inline double cbrt_s(double a) {
// CHECK-NEXT:   return std::cbrt(a);
// CHECK-NEXT: }

func.func @erf_s(%a: f64 {mx.name = "a", mx.type = "double"}) -> f64
    attributes {mx.cpp_name = "erf_s", mx.result = "double", mx.directions = []} {
  %0 = mx.map "erf" %a : f64
  return %0 : f64
}
// CHECK-LABEL: /// d⁰erf_s(a; ) = erf(a)
// CHECK-NEXT: inline double erf_s(double a) {
// CHECK-NEXT:   return std::erf(a);
// CHECK-NEXT: }

func.func @exp_v(
    %a: !mx.matrix<n x 1, f32> {mx.name = "a", mx.type = "const Eigen::VectorXf&"}) -> !mx.matrix<n x 1, f32>
    attributes {mx.cpp_name = "exp_v", mx.result = "Eigen::VectorXf", mx.directions = []} {
  %0 = mx.map "exp" %a : !mx.matrix<n x 1, f32>
  return %0 : !mx.matrix<n x 1, f32>
}
// CHECK-LABEL: /// d⁰exp_v(a; ) = exp(a)
// CHECK-NEXT: inline Eigen::VectorXf exp_v(const Eigen::VectorXf& a) {
// CHECK-NEXT:   return a.array().exp().matrix();
// CHECK-NEXT: }

func.func @log_v(
    %a: !mx.matrix<n x 1, f32> {mx.name = "a", mx.type = "const Eigen::VectorXf&"}) -> !mx.matrix<n x 1, f32>
    attributes {mx.cpp_name = "log_v", mx.result = "Eigen::VectorXf", mx.directions = []} {
  %0 = mx.map "log" %a : !mx.matrix<n x 1, f32>
  return %0 : !mx.matrix<n x 1, f32>
}
// CHECK-LABEL: /// d⁰log_v(a; ) = log(a)
// CHECK-NEXT: inline Eigen::VectorXf log_v(const Eigen::VectorXf& a) {
// CHECK-NEXT:   return a.array().log().matrix();
// CHECK-NEXT: }

func.func @log1p_v(
    %a: !mx.matrix<n x 1, f32> {mx.name = "a", mx.type = "const Eigen::VectorXf&"}) -> !mx.matrix<n x 1, f32>
    attributes {mx.cpp_name = "log1p_v", mx.result = "Eigen::VectorXf", mx.directions = []} {
  %0 = mx.map "log1p" %a : !mx.matrix<n x 1, f32>
  return %0 : !mx.matrix<n x 1, f32>
}
// CHECK-LABEL: /// d⁰log1p_v(a; ) = log1p(a)
// CHECK-NEXT: inline Eigen::VectorXf log1p_v(const Eigen::VectorXf& a) {
// CHECK-NEXT:   return a.array().log1p().matrix();
// CHECK-NEXT: }

func.func @expm1_v(
    %a: !mx.matrix<n x 1, f32> {mx.name = "a", mx.type = "const Eigen::VectorXf&"}) -> !mx.matrix<n x 1, f32>
    attributes {mx.cpp_name = "expm1_v", mx.result = "Eigen::VectorXf", mx.directions = []} {
  %0 = mx.map "expm1" %a : !mx.matrix<n x 1, f32>
  return %0 : !mx.matrix<n x 1, f32>
}
// CHECK-LABEL: /// d⁰expm1_v(a; ) = expm1(a)
// CHECK-NEXT: inline Eigen::VectorXf expm1_v(const Eigen::VectorXf& a) {
// CHECK-NEXT:   return a.array().expm1().matrix();
// CHECK-NEXT: }

func.func @sin_v(
    %a: !mx.matrix<n x 1, f32> {mx.name = "a", mx.type = "const Eigen::VectorXf&"}) -> !mx.matrix<n x 1, f32>
    attributes {mx.cpp_name = "sin_v", mx.result = "Eigen::VectorXf", mx.directions = []} {
  %0 = mx.map "sin" %a : !mx.matrix<n x 1, f32>
  return %0 : !mx.matrix<n x 1, f32>
}
// CHECK-LABEL: /// d⁰sin_v(a; ) = sin(a)
// CHECK-NEXT: inline Eigen::VectorXf sin_v(const Eigen::VectorXf& a) {
// CHECK-NEXT:   return a.array().sin().matrix();
// CHECK-NEXT: }

func.func @cos_v(
    %a: !mx.matrix<n x 1, f32> {mx.name = "a", mx.type = "const Eigen::VectorXf&"}) -> !mx.matrix<n x 1, f32>
    attributes {mx.cpp_name = "cos_v", mx.result = "Eigen::VectorXf", mx.directions = []} {
  %0 = mx.map "cos" %a : !mx.matrix<n x 1, f32>
  return %0 : !mx.matrix<n x 1, f32>
}
// CHECK-LABEL: /// d⁰cos_v(a; ) = cos(a)
// CHECK-NEXT: inline Eigen::VectorXf cos_v(const Eigen::VectorXf& a) {
// CHECK-NEXT:   return a.array().cos().matrix();
// CHECK-NEXT: }

func.func @tan_v(
    %a: !mx.matrix<n x 1, f32> {mx.name = "a", mx.type = "const Eigen::VectorXf&"}) -> !mx.matrix<n x 1, f32>
    attributes {mx.cpp_name = "tan_v", mx.result = "Eigen::VectorXf", mx.directions = []} {
  %0 = mx.map "tan" %a : !mx.matrix<n x 1, f32>
  return %0 : !mx.matrix<n x 1, f32>
}
// CHECK-LABEL: /// d⁰tan_v(a; ) = tan(a)
// CHECK-NEXT: inline Eigen::VectorXf tan_v(const Eigen::VectorXf& a) {
// CHECK-NEXT:   return a.array().tan().matrix();
// CHECK-NEXT: }

func.func @asin_v(
    %a: !mx.matrix<n x 1, f32> {mx.name = "a", mx.type = "const Eigen::VectorXf&"}) -> !mx.matrix<n x 1, f32>
    attributes {mx.cpp_name = "asin_v", mx.result = "Eigen::VectorXf", mx.directions = []} {
  %0 = mx.map "asin" %a : !mx.matrix<n x 1, f32>
  return %0 : !mx.matrix<n x 1, f32>
}
// CHECK-LABEL: /// d⁰asin_v(a; ) = asin(a)
// CHECK-NEXT: inline Eigen::VectorXf asin_v(const Eigen::VectorXf& a) {
// CHECK-NEXT:   return a.array().asin().matrix();
// CHECK-NEXT: }

func.func @acos_v(
    %a: !mx.matrix<n x 1, f32> {mx.name = "a", mx.type = "const Eigen::VectorXf&"}) -> !mx.matrix<n x 1, f32>
    attributes {mx.cpp_name = "acos_v", mx.result = "Eigen::VectorXf", mx.directions = []} {
  %0 = mx.map "acos" %a : !mx.matrix<n x 1, f32>
  return %0 : !mx.matrix<n x 1, f32>
}
// CHECK-LABEL: /// d⁰acos_v(a; ) = acos(a)
// CHECK-NEXT: inline Eigen::VectorXf acos_v(const Eigen::VectorXf& a) {
// CHECK-NEXT:   return a.array().acos().matrix();
// CHECK-NEXT: }

func.func @atan_v(
    %a: !mx.matrix<n x 1, f32> {mx.name = "a", mx.type = "const Eigen::VectorXf&"}) -> !mx.matrix<n x 1, f32>
    attributes {mx.cpp_name = "atan_v", mx.result = "Eigen::VectorXf", mx.directions = []} {
  %0 = mx.map "atan" %a : !mx.matrix<n x 1, f32>
  return %0 : !mx.matrix<n x 1, f32>
}
// CHECK-LABEL: /// d⁰atan_v(a; ) = atan(a)
// CHECK-NEXT: inline Eigen::VectorXf atan_v(const Eigen::VectorXf& a) {
// CHECK-NEXT:   return a.array().atan().matrix();
// CHECK-NEXT: }

func.func @sinh_v(
    %a: !mx.matrix<n x 1, f32> {mx.name = "a", mx.type = "const Eigen::VectorXf&"}) -> !mx.matrix<n x 1, f32>
    attributes {mx.cpp_name = "sinh_v", mx.result = "Eigen::VectorXf", mx.directions = []} {
  %0 = mx.map "sinh" %a : !mx.matrix<n x 1, f32>
  return %0 : !mx.matrix<n x 1, f32>
}
// CHECK-LABEL: /// d⁰sinh_v(a; ) = sinh(a)
// CHECK-NEXT: inline Eigen::VectorXf sinh_v(const Eigen::VectorXf& a) {
// CHECK-NEXT:   return a.array().sinh().matrix();
// CHECK-NEXT: }

func.func @cosh_v(
    %a: !mx.matrix<n x 1, f32> {mx.name = "a", mx.type = "const Eigen::VectorXf&"}) -> !mx.matrix<n x 1, f32>
    attributes {mx.cpp_name = "cosh_v", mx.result = "Eigen::VectorXf", mx.directions = []} {
  %0 = mx.map "cosh" %a : !mx.matrix<n x 1, f32>
  return %0 : !mx.matrix<n x 1, f32>
}
// CHECK-LABEL: /// d⁰cosh_v(a; ) = cosh(a)
// CHECK-NEXT: inline Eigen::VectorXf cosh_v(const Eigen::VectorXf& a) {
// CHECK-NEXT:   return a.array().cosh().matrix();
// CHECK-NEXT: }

func.func @tanh_v(
    %a: !mx.matrix<n x 1, f32> {mx.name = "a", mx.type = "const Eigen::VectorXf&"}) -> !mx.matrix<n x 1, f32>
    attributes {mx.cpp_name = "tanh_v", mx.result = "Eigen::VectorXf", mx.directions = []} {
  %0 = mx.map "tanh" %a : !mx.matrix<n x 1, f32>
  return %0 : !mx.matrix<n x 1, f32>
}
// CHECK-LABEL: /// d⁰tanh_v(a; ) = tanh(a)
// CHECK-NEXT: inline Eigen::VectorXf tanh_v(const Eigen::VectorXf& a) {
// CHECK-NEXT:   return a.array().tanh().matrix();
// CHECK-NEXT: }

func.func @cbrt_v(
    %a: !mx.matrix<n x 1, f32> {mx.name = "a", mx.type = "const Eigen::VectorXf&"}) -> !mx.matrix<n x 1, f32>
    attributes {mx.cpp_name = "cbrt_v", mx.result = "Eigen::VectorXf", mx.directions = []} {
  %0 = mx.map "cbrt" %a : !mx.matrix<n x 1, f32>
  return %0 : !mx.matrix<n x 1, f32>
}
// CHECK-LABEL: /// d⁰cbrt_v(a; ) = cbrt(a)
// CHECK-NEXT: inline Eigen::VectorXf cbrt_v(const Eigen::VectorXf& a) {
// CHECK-NEXT:   return a.array().unaryExpr([](float s) { return std::cbrt(s); }).matrix();
// CHECK-NEXT: }

func.func @erf_v(
    %a: !mx.matrix<n x 1, f32> {mx.name = "a", mx.type = "const Eigen::VectorXf&"}) -> !mx.matrix<n x 1, f32>
    attributes {mx.cpp_name = "erf_v", mx.result = "Eigen::VectorXf", mx.directions = []} {
  %0 = mx.map "erf" %a : !mx.matrix<n x 1, f32>
  return %0 : !mx.matrix<n x 1, f32>
}
// CHECK-LABEL: /// d⁰erf_v(a; ) = erf(a)
// CHECK-NEXT: inline Eigen::VectorXf erf_v(const Eigen::VectorXf& a) {
// CHECK-NEXT:   return a.array().unaryExpr([](float s) { return std::erf(s); }).matrix();
// CHECK-NEXT: }
