// RUN: %import | FileCheck %s
#include <Eigen/Dense>
#include <unsupported/Eigen/SpecialFunctions>
#include <cmath>
#include <delgen/delgen.h>

using Eigen::ArrayXd;

// CHECK-LABEL: func.func @members
// CHECK:         mx.map "exp"
// CHECK:         mx.map "log"
// CHECK:         mx.map "log1p"
// CHECK:         mx.map "expm1"
// CHECK:         mx.map "sin"
// CHECK:         mx.map "cos"
// CHECK:         mx.map "tan"
// CHECK:         mx.map "asin"
// CHECK:         mx.map "acos"
// CHECK:         mx.map "atan"
// CHECK:         mx.map "sinh"
// CHECK:         mx.map "cosh"
// CHECK:         mx.map "tanh"
// CHECK:         mx.map "erf"
DELGEN(del(a)) ArrayXd members(const ArrayXd &a) {
  return a.exp() * a.log() * a.log1p() * a.expm1() * a.sin() * a.cos() * a.tan() * a.asin() *
         a.acos() * a.atan() * a.sinh() * a.cosh() * a.tanh() * a.erf();
}

// CHECK-LABEL: func.func @functions
// CHECK:         mx.map "exp"
// CHECK:         mx.map "tanh"
// CHECK:         mx.pow {{.*}}, 5.000000e-01
// CHECK:         mx.pow {{.*}}, 2.0
// CHECK:         mx.map "erf"
DELGEN(del(a)) ArrayXd functions(const ArrayXd &a) {
  using Eigen::tanh;
  return exp(a) * tanh(a) * sqrt(a) * Eigen::square(a) * Eigen::erf(a);
}

// CHECK-LABEL: func.func @powers
// CHECK:         mx.pow %a, 5.000000e-01
// CHECK:         mx.pow %a, -5.000000e-01
// CHECK:         mx.pow %a, 2.0
// CHECK:         mx.pow %a, 3.0
// CHECK:         mx.pow %a, -1.0
// CHECK:         mx.pow %a, 2.0
DELGEN(del(a)) ArrayXd powers(const ArrayXd &a) {
  return a.sqrt() * a.rsqrt() * a.square() * a.cube() * a.inverse() * a.abs2();
}

// CHECK-LABEL: func.func @of_matrices
// CHECK:         mx.pow %x, 5.000000e-01
// CHECK:         mx.pow %x, -1.0
// CHECK:         mx.pow %x, 2.0
DELGEN(del(x)) Eigen::VectorXd of_matrices(const Eigen::VectorXd &x) {
  return x.cwiseSqrt() + x.cwiseInverse() + x.cwiseAbs2();
}

// CHECK-LABEL: func.func @logarithms
// CHECK-NEXT:    %[[L:.*]] = mx.map "log" %s
// CHECK-NEXT:    %[[C:.*]] = mx.constant 1.442695040
// CHECK-NEXT:    mx.mul %[[C]], %[[L]]
// CHECK-NEXT:    mx.map "log" %a
// CHECK-NEXT:    mx.constant 0.434294481
DELGEN(del(a, s)) ArrayXd logarithms(const ArrayXd &a, double s) {
  return std::log2(s) * a.log10();
}

// From std, from C, with `using`, for float.
// CHECK-LABEL: func.func @scalars
// CHECK:         mx.map "exp" %s : f64
// CHECK:         mx.map "sin" %s : f64
// CHECK:         mx.map "cos" %s : f64
// CHECK:         mx.pow %s, 5.000000e-01 : f64
// CHECK:         mx.map "tanh" %t : f32
// CHECK:         mx.map "sin" %t : f32
// CHECK:         mx.map "erf" %s : f64
// CHECK:         %[[K:.*]] = mx.real %k : f64
// CHECK:         mx.map "log" %[[K]]
DELGEN(del(s)) double scalars(double s, float t, int k) {
  using std::cos;
  return std::exp(s) + ::sin(s) + cos(s) + sqrt(s) + std::tanh(t) + sinf(t) + std::erf(s) +
         std::log(k) + std::exp2(s);
}

// The exponent is a constant, an integer, or a variable; std::pow(float, int) is a double.
// CHECK-LABEL: func.func @scalar_powers
// CHECK:         mx.pow %s, 3.0
// CHECK:         %[[K:.*]] = mx.real %k
// CHECK:         mx.power %s, %[[K]]
// CHECK:         mx.power %s, %s
// CHECK:         %[[T:.*]] = mx.cast %t : f32 -> f64
// CHECK:         mx.pow %[[T]], 2.0{{.*}} : f64
// CHECK:         %[[C:.*]] = mx.constant 2.0
// CHECK:         mx.power %[[C]], %s
DELGEN(del(s)) double scalar_powers(double s, float t, int k) {
  return std::pow(s, 3) + std::pow(s, k) + pow(s, s) + std::pow(t, 2) + std::pow(2, s);
}
