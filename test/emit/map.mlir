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

func.func @abs_s(%a: f64 {mx.name = "a", mx.type = "double"}) -> f64
    attributes {mx.cpp_name = "abs_s", mx.result = "double", mx.directions = []} {
  %0 = mx.map "abs" %a : f64
  return %0 : f64
}
// CHECK-LABEL: /// d⁰abs_s(a; ) = abs(a)
// CHECK-NEXT: inline double abs_s(double a) {
// CHECK-NEXT:   return std::abs(a);
// CHECK-NEXT: }

func.func @abs_m(%x: !mx.matrix<n x 1, f32> {mx.name = "x", mx.type = "const Eigen::VectorXf&"}) -> !mx.matrix<n x 1, f32>
    attributes {mx.cpp_name = "abs_m", mx.result = "Eigen::VectorXf", mx.directions = []} {
  %0 = mx.map "abs" %x : !mx.matrix<n x 1, f32>
  return %0 : !mx.matrix<n x 1, f32>
}
// CHECK-LABEL: /// d⁰abs_m(x; ) = abs(x)
// CHECK-NEXT: inline Eigen::VectorXf abs_m(const Eigen::VectorXf& x) {
// CHECK-NEXT:   return x.array().abs().matrix();
// CHECK-NEXT: }

func.func @acosh_s(%a: f64 {mx.name = "a", mx.type = "double"}) -> f64
    attributes {mx.cpp_name = "acosh_s", mx.result = "double", mx.directions = []} {
  %0 = mx.map "acosh" %a : f64
  return %0 : f64
}
// CHECK-LABEL: /// d⁰acosh_s(a; ) = acosh(a)
// CHECK-NEXT: inline double acosh_s(double a) {
// CHECK-NEXT:   return std::acosh(a);
// CHECK-NEXT: }

func.func @acosh_m(%x: !mx.matrix<n x 1, f32> {mx.name = "x", mx.type = "const Eigen::VectorXf&"}) -> !mx.matrix<n x 1, f32>
    attributes {mx.cpp_name = "acosh_m", mx.result = "Eigen::VectorXf", mx.directions = []} {
  %0 = mx.map "acosh" %x : !mx.matrix<n x 1, f32>
  return %0 : !mx.matrix<n x 1, f32>
}
// CHECK-LABEL: /// d⁰acosh_m(x; ) = acosh(x)
// CHECK-NEXT: inline Eigen::VectorXf acosh_m(const Eigen::VectorXf& x) {
// CHECK-NEXT:   return x.array().unaryExpr([](float s) { return std::acosh(s); }).matrix();
// CHECK-NEXT: }

func.func @asinh_s(%a: f64 {mx.name = "a", mx.type = "double"}) -> f64
    attributes {mx.cpp_name = "asinh_s", mx.result = "double", mx.directions = []} {
  %0 = mx.map "asinh" %a : f64
  return %0 : f64
}
// CHECK-LABEL: /// d⁰asinh_s(a; ) = asinh(a)
// CHECK-NEXT: inline double asinh_s(double a) {
// CHECK-NEXT:   return std::asinh(a);
// CHECK-NEXT: }

func.func @asinh_m(%x: !mx.matrix<n x 1, f32> {mx.name = "x", mx.type = "const Eigen::VectorXf&"}) -> !mx.matrix<n x 1, f32>
    attributes {mx.cpp_name = "asinh_m", mx.result = "Eigen::VectorXf", mx.directions = []} {
  %0 = mx.map "asinh" %x : !mx.matrix<n x 1, f32>
  return %0 : !mx.matrix<n x 1, f32>
}
// CHECK-LABEL: /// d⁰asinh_m(x; ) = asinh(x)
// CHECK-NEXT: inline Eigen::VectorXf asinh_m(const Eigen::VectorXf& x) {
// CHECK-NEXT:   return x.array().unaryExpr([](float s) { return std::asinh(s); }).matrix();
// CHECK-NEXT: }

func.func @atanh_s(%a: f64 {mx.name = "a", mx.type = "double"}) -> f64
    attributes {mx.cpp_name = "atanh_s", mx.result = "double", mx.directions = []} {
  %0 = mx.map "atanh" %a : f64
  return %0 : f64
}
// CHECK-LABEL: /// d⁰atanh_s(a; ) = atanh(a)
// CHECK-NEXT: inline double atanh_s(double a) {
// CHECK-NEXT:   return std::atanh(a);
// CHECK-NEXT: }

func.func @atanh_m(%x: !mx.matrix<n x 1, f32> {mx.name = "x", mx.type = "const Eigen::VectorXf&"}) -> !mx.matrix<n x 1, f32>
    attributes {mx.cpp_name = "atanh_m", mx.result = "Eigen::VectorXf", mx.directions = []} {
  %0 = mx.map "atanh" %x : !mx.matrix<n x 1, f32>
  return %0 : !mx.matrix<n x 1, f32>
}
// CHECK-LABEL: /// d⁰atanh_m(x; ) = atanh(x)
// CHECK-NEXT: inline Eigen::VectorXf atanh_m(const Eigen::VectorXf& x) {
// CHECK-NEXT:   return x.array().unaryExpr([](float s) { return std::atanh(s); }).matrix();
// CHECK-NEXT: }

func.func @ceil_s(%a: f64 {mx.name = "a", mx.type = "double"}) -> f64
    attributes {mx.cpp_name = "ceil_s", mx.result = "double", mx.directions = []} {
  %0 = mx.map "ceil" %a : f64
  return %0 : f64
}
// CHECK-LABEL: /// d⁰ceil_s(a; ) = ceil(a)
// CHECK-NEXT: inline double ceil_s(double a) {
// CHECK-NEXT:   return std::ceil(a);
// CHECK-NEXT: }

func.func @ceil_m(%x: !mx.matrix<n x 1, f32> {mx.name = "x", mx.type = "const Eigen::VectorXf&"}) -> !mx.matrix<n x 1, f32>
    attributes {mx.cpp_name = "ceil_m", mx.result = "Eigen::VectorXf", mx.directions = []} {
  %0 = mx.map "ceil" %x : !mx.matrix<n x 1, f32>
  return %0 : !mx.matrix<n x 1, f32>
}
// CHECK-LABEL: /// d⁰ceil_m(x; ) = ceil(x)
// CHECK-NEXT: inline Eigen::VectorXf ceil_m(const Eigen::VectorXf& x) {
// CHECK-NEXT:   return x.array().ceil().matrix();
// CHECK-NEXT: }

func.func @erfc_s(%a: f64 {mx.name = "a", mx.type = "double"}) -> f64
    attributes {mx.cpp_name = "erfc_s", mx.result = "double", mx.directions = []} {
  %0 = mx.map "erfc" %a : f64
  return %0 : f64
}
// CHECK-LABEL: /// d⁰erfc_s(a; ) = erfc(a)
// CHECK-NEXT: inline double erfc_s(double a) {
// CHECK-NEXT:   return std::erfc(a);
// CHECK-NEXT: }

func.func @erfc_m(%x: !mx.matrix<n x 1, f32> {mx.name = "x", mx.type = "const Eigen::VectorXf&"}) -> !mx.matrix<n x 1, f32>
    attributes {mx.cpp_name = "erfc_m", mx.result = "Eigen::VectorXf", mx.directions = []} {
  %0 = mx.map "erfc" %x : !mx.matrix<n x 1, f32>
  return %0 : !mx.matrix<n x 1, f32>
}
// CHECK-LABEL: /// d⁰erfc_m(x; ) = erfc(x)
// CHECK-NEXT: inline Eigen::VectorXf erfc_m(const Eigen::VectorXf& x) {
// CHECK-NEXT:   return x.array().unaryExpr([](float s) { return std::erfc(s); }).matrix();
// CHECK-NEXT: }

func.func @floor_s(%a: f64 {mx.name = "a", mx.type = "double"}) -> f64
    attributes {mx.cpp_name = "floor_s", mx.result = "double", mx.directions = []} {
  %0 = mx.map "floor" %a : f64
  return %0 : f64
}
// CHECK-LABEL: /// d⁰floor_s(a; ) = floor(a)
// CHECK-NEXT: inline double floor_s(double a) {
// CHECK-NEXT:   return std::floor(a);
// CHECK-NEXT: }

func.func @floor_m(%x: !mx.matrix<n x 1, f32> {mx.name = "x", mx.type = "const Eigen::VectorXf&"}) -> !mx.matrix<n x 1, f32>
    attributes {mx.cpp_name = "floor_m", mx.result = "Eigen::VectorXf", mx.directions = []} {
  %0 = mx.map "floor" %x : !mx.matrix<n x 1, f32>
  return %0 : !mx.matrix<n x 1, f32>
}
// CHECK-LABEL: /// d⁰floor_m(x; ) = floor(x)
// CHECK-NEXT: inline Eigen::VectorXf floor_m(const Eigen::VectorXf& x) {
// CHECK-NEXT:   return x.array().floor().matrix();
// CHECK-NEXT: }

func.func @logistic_s(%a: f64 {mx.name = "a", mx.type = "double"}) -> f64
    attributes {mx.cpp_name = "logistic_s", mx.result = "double", mx.directions = []} {
  %0 = mx.map "logistic" %a : f64
  return %0 : f64
}
// CHECK-LABEL: /// d⁰logistic_s(a; ) = σ(a)
// CHECK-NEXT: inline double logistic_s(double a) {
// CHECK-NEXT:   return 1 / (1 + std::exp(-a));
// CHECK-NEXT: }

func.func @logistic_m(%x: !mx.matrix<n x 1, f32> {mx.name = "x", mx.type = "const Eigen::VectorXf&"}) -> !mx.matrix<n x 1, f32>
    attributes {mx.cpp_name = "logistic_m", mx.result = "Eigen::VectorXf", mx.directions = []} {
  %0 = mx.map "logistic" %x : !mx.matrix<n x 1, f32>
  return %0 : !mx.matrix<n x 1, f32>
}
// CHECK-LABEL: /// d⁰logistic_m(x; ) = σ(x)
// CHECK-NEXT: inline Eigen::VectorXf logistic_m(const Eigen::VectorXf& x) {
// CHECK-NEXT:   return x.array().logistic().matrix();
// CHECK-NEXT: }

func.func @rint_s(%a: f64 {mx.name = "a", mx.type = "double"}) -> f64
    attributes {mx.cpp_name = "rint_s", mx.result = "double", mx.directions = []} {
  %0 = mx.map "rint" %a : f64
  return %0 : f64
}
// CHECK-LABEL: /// d⁰rint_s(a; ) = rint(a)
// CHECK-NEXT: inline double rint_s(double a) {
// CHECK-NEXT:   return std::rint(a);
// CHECK-NEXT: }

func.func @rint_m(%x: !mx.matrix<n x 1, f32> {mx.name = "x", mx.type = "const Eigen::VectorXf&"}) -> !mx.matrix<n x 1, f32>
    attributes {mx.cpp_name = "rint_m", mx.result = "Eigen::VectorXf", mx.directions = []} {
  %0 = mx.map "rint" %x : !mx.matrix<n x 1, f32>
  return %0 : !mx.matrix<n x 1, f32>
}
// CHECK-LABEL: /// d⁰rint_m(x; ) = rint(x)
// CHECK-NEXT: inline Eigen::VectorXf rint_m(const Eigen::VectorXf& x) {
// CHECK-NEXT:   return x.array().rint().matrix();
// CHECK-NEXT: }

func.func @round_s(%a: f64 {mx.name = "a", mx.type = "double"}) -> f64
    attributes {mx.cpp_name = "round_s", mx.result = "double", mx.directions = []} {
  %0 = mx.map "round" %a : f64
  return %0 : f64
}
// CHECK-LABEL: /// d⁰round_s(a; ) = round(a)
// CHECK-NEXT: inline double round_s(double a) {
// CHECK-NEXT:   return std::round(a);
// CHECK-NEXT: }

func.func @round_m(%x: !mx.matrix<n x 1, f32> {mx.name = "x", mx.type = "const Eigen::VectorXf&"}) -> !mx.matrix<n x 1, f32>
    attributes {mx.cpp_name = "round_m", mx.result = "Eigen::VectorXf", mx.directions = []} {
  %0 = mx.map "round" %x : !mx.matrix<n x 1, f32>
  return %0 : !mx.matrix<n x 1, f32>
}
// CHECK-LABEL: /// d⁰round_m(x; ) = round(x)
// CHECK-NEXT: inline Eigen::VectorXf round_m(const Eigen::VectorXf& x) {
// CHECK-NEXT:   return x.array().round().matrix();
// CHECK-NEXT: }

func.func @sign_s(%a: f64 {mx.name = "a", mx.type = "double"}) -> f64
    attributes {mx.cpp_name = "sign_s", mx.result = "double", mx.directions = []} {
  %0 = mx.map "sign" %a : f64
  return %0 : f64
}
// CHECK-LABEL: /// d⁰sign_s(a; ) = sign(a)
// CHECK-NEXT: inline double sign_s(double a) {
// CHECK-NEXT:   return static_cast<double>((a > 0) - (a < 0));
// CHECK-NEXT: }

func.func @sign_m(%x: !mx.matrix<n x 1, f32> {mx.name = "x", mx.type = "const Eigen::VectorXf&"}) -> !mx.matrix<n x 1, f32>
    attributes {mx.cpp_name = "sign_m", mx.result = "Eigen::VectorXf", mx.directions = []} {
  %0 = mx.map "sign" %x : !mx.matrix<n x 1, f32>
  return %0 : !mx.matrix<n x 1, f32>
}
// CHECK-LABEL: /// d⁰sign_m(x; ) = sign(x)
// CHECK-NEXT: inline Eigen::VectorXf sign_m(const Eigen::VectorXf& x) {
// CHECK-NEXT:   return x.array().sign().matrix();
// CHECK-NEXT: }

func.func @softplus_s(%a: f64 {mx.name = "a", mx.type = "double"}) -> f64
    attributes {mx.cpp_name = "softplus_s", mx.result = "double", mx.directions = []} {
  %0 = mx.map "softplus" %a : f64
  return %0 : f64
}
// CHECK-LABEL: /// d⁰softplus_s(a; ) = softplus(a)
// CHECK-NEXT: inline double softplus_s(double a) {
// CHECK-NEXT:   return std::max<double>(a, 0) + std::log1p(std::exp(-std::abs(a)));
// CHECK-NEXT: }

func.func @softplus_m(%x: !mx.matrix<n x 1, f32> {mx.name = "x", mx.type = "const Eigen::VectorXf&"}) -> !mx.matrix<n x 1, f32>
    attributes {mx.cpp_name = "softplus_m", mx.result = "Eigen::VectorXf", mx.directions = []} {
  %0 = mx.map "softplus" %x : !mx.matrix<n x 1, f32>
  return %0 : !mx.matrix<n x 1, f32>
}
// CHECK-LABEL: /// d⁰softplus_m(x; ) = max(x, 0) + log1p(exp(−abs(x)))
// CHECK-NEXT: inline Eigen::VectorXf softplus_m(const Eigen::VectorXf& x) {
// CHECK-NEXT:   const Eigen::ArrayXf t0 = (-x.array().abs()).exp();
// CHECK-NEXT:   return (x.cwiseMax(0.0f).array() + t0.log1p()).matrix();
// CHECK-NEXT: }

func.func @trunc_s(%a: f64 {mx.name = "a", mx.type = "double"}) -> f64
    attributes {mx.cpp_name = "trunc_s", mx.result = "double", mx.directions = []} {
  %0 = mx.map "trunc" %a : f64
  return %0 : f64
}
// CHECK-LABEL: /// d⁰trunc_s(a; ) = trunc(a)
// CHECK-NEXT: inline double trunc_s(double a) {
// CHECK-NEXT:   return std::trunc(a);
// CHECK-NEXT: }

func.func @trunc_m(%x: !mx.matrix<n x 1, f32> {mx.name = "x", mx.type = "const Eigen::VectorXf&"}) -> !mx.matrix<n x 1, f32>
    attributes {mx.cpp_name = "trunc_m", mx.result = "Eigen::VectorXf", mx.directions = []} {
  %0 = mx.map "trunc" %x : !mx.matrix<n x 1, f32>
  return %0 : !mx.matrix<n x 1, f32>
}
// CHECK-LABEL: /// d⁰trunc_m(x; ) = trunc(x)
// CHECK-NEXT: inline Eigen::VectorXf trunc_m(const Eigen::VectorXf& x) {
// CHECK-NEXT:   return x.array().unaryExpr([](float s) { return std::trunc(s); }).matrix();
// CHECK-NEXT: }

// a parameter of a lambda hides no other
func.func @hidden(%s: !mx.matrix<n x 1, f64> {mx.name = "s", mx.type = "const Eigen::VectorXd&"}) -> !mx.matrix<n x 1, f64>
    attributes {mx.cpp_name = "hidden", mx.result = "Eigen::VectorXd", mx.directions = []} {
  %0 = mx.map "erfc" %s : !mx.matrix<n x 1, f64>
  return %0 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: /// d⁰hidden(s; ) = erfc(s)
// CHECK-NEXT: inline Eigen::VectorXd hidden(const Eigen::VectorXd& s) {
// CHECK-NEXT:   return s.array().unaryExpr([](double s_) { return std::erfc(s_); }).matrix();
// CHECK-NEXT: }

func.func @of_sum(%a: f64 {mx.name = "a", mx.type = "double"},
    %b: f64 {mx.name = "b", mx.type = "double"}) -> f64
    attributes {mx.cpp_name = "of_sum", mx.result = "double", mx.directions = []} {
  %0 = mx.add %a, %b : f64, f64
  %1 = mx.map "logistic" %0 : f64
  %2 = mx.mul %a, %1 : f64, f64
  return %2 : f64
}
// CHECK-LABEL: /// d⁰of_sum(a; ) = a σ(a + b)
// CHECK-NEXT: inline double of_sum(double a, double b) {
// CHECK-NEXT:   return a * (1 / (1 + std::exp(-(a + b))));
// CHECK-NEXT: }
