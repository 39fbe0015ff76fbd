// RUN: %import | FileCheck %s
#include <Eigen/Dense>
#include <cmath>
#include <delgen/delgen.h>
#include <limits>
#include <numbers>

constexpr double half = 0.5;
namespace config {
const int count = 4;
struct Weights {
  static constexpr float w = 0.1f;
};
} // namespace config
constexpr double squared(double x) { return x * x; }
enum { Five = 5 };

// What Clang can evaluate is one constant, rounded as C++ rounds it.
// CHECK-LABEL: func.func @folded
// CHECK:         mx.constant 0.33333333333333331 : f64
// CHECK:         mx.constant 3.1415926535897931 : f64
// CHECK:         mx.constant 2.7182818284590451 : f64
// CHECK:         mx.constant 5.000000e-01 : f64
// CHECK:         mx.constant 4.000000e+00 : f64
// CHECK:         mx.constant 0.10000000149011612 : f64
// CHECK:         mx.constant 9.000000e+00 : f64
// CHECK:         mx.constant 2.2204460492503131E-16 : f64
// CHECK:         mx.constant -2.500000e+00 : f64
// CHECK:         mx.constant 5.000000e+00 : f64
// CHECK:         mx.constant 8.000000e+00 : f64
DELGEN(del(x)) double folded(double x) {
  double y = 1.0 / 3 * x;
  y = M_PI * y;
  y = std::numbers::e * y;
  y = half * y;
  y = config::count * y;
  y = config::Weights::w * y;
  y = squared(3) * y;
  y = std::numeric_limits<double>::epsilon() * y;
  y = -2.5 * y;
  y = Five * y;
  return sizeof(double) * y;
}

// Each operation is rounded in its own type: 0.1f + 0.2f, 16777217 as a float, and a long
// double, which is rounded once.
// CHECK-LABEL: func.func @rounded
// CHECK:         mx.constant 0.30000001192092896 : f64
// CHECK:         mx.constant 0x4170000000000000 : f64
// CHECK:         mx.constant 0.33333333333333331 : f64
// CHECK:         mx.constant 2.000000e+00 : f64
DELGEN(del(x)) double rounded(double x) {
  double y = x + (0.1f + 0.2f);
  const float f = 16777217;
  y = y + f;
  const double third = 1.0L / 3.0L;
  y = y + third;
  return y * (3u - 1u);
}

// 0.1f is not 0.1.
// CHECK-LABEL: func.func @single
// CHECK:         mx.constant 0.10000000149011612 : f32
// CHECK:         mx.constant 2.000000e+00 : f32
DELGEN(del(x)) Eigen::VectorXf single(const Eigen::VectorXf &x) { return 0.1f * x + 2 * x; }

// CHECK-LABEL: func.func @named
// CHECK:         %lambda = mx.constant 2.500000e-01 : f64
// CHECK:         mx.mul %lambda, %x
DELGEN(del(x)) double named(double x) {
  static constexpr int two = 2;
  const double lambda = 0.5 / two;
  return lambda * x;
}

// CHECK-LABEL: func.func @matrices
// CHECK:         mx.identity : <3 x 3, f64>
// CHECK:         %[[Z:.*]] = mx.constant 0.0
// CHECK:         mx.fill %[[Z]] : f64 -> <3 x 3, f64>
// CHECK:         %[[O:.*]] = mx.constant 1.0
// CHECK:         mx.fill %[[O]] : f64 -> <3 x 3, f64>
// CHECK:         mx.fill %s : f64 -> <3 x 3, f64>
// CHECK:         mx.fill %{{.*}} : f64 -> <3 x 3, f64>
DELGEN(del(X)) Eigen::MatrixXd matrices(const Eigen::MatrixXd &X, double s) {
  using Eigen::Matrix3d;
  return X + Matrix3d::Identity() + Matrix3d::Zero() + Matrix3d::Ones() + Matrix3d::Constant(s) +
         Eigen::MatrixXd::Constant(3, 3, 2);
}
