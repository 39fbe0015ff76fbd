// RUN: %import 2>/dev/null | FileCheck %s
//
// A lambda is read in place of each call of it.

#include <Eigen/Dense>
#include <cmath>
#include <delgen/delgen.h>

using Eigen::VectorXd;

// What is captured by value has the value of the place where the lambda stands.
// CHECK-LABEL: func.func @captures
// CHECK:         %[[S:.*]] = mx.sum %x
// CHECK:         %[[FIRST:.*]] = mx.mul %t, %x
// CHECK:         %[[SECOND:.*]] = mx.mul %[[S]], %x
// CHECK:         mx.add %[[FIRST]], %[[SECOND]]
DELGEN(del(x)) VectorXd captures(const VectorXd &x, double t) {
  double c = t;
  auto byValue = [c](const VectorXd &z) -> VectorXd { return c * z; };
  auto byReference = [&c](const VectorXd &z) -> VectorXd { return c * z; };
  c = x.sum();
  return byValue(x) + byReference(x);
}

// What a lambda writes is carried by the loop that calls it.
// CHECK-LABEL: func.func @writes
// CHECK:         %[[S:.*]] = mx.loop times
// CHECK:           mx.element
// CHECK:           mx.yield
// CHECK:         return %[[S]]
DELGEN(del(x)) double writes(const VectorXd &x) {
  double s = 0;
  auto add = [&s](double z) {
    if (z < 0)
      return;
    s += z;
  };
  for (int i = 0; i < x.size(); ++i)
    add(x(i));
  return s;
}

template <typename F> double twice(F f, double x) { return f(f(x)); }

// Passed on, generic, called where it stands, with a name in the capture.
// CHECK-LABEL: func.func @passed
// CHECK:         mx.map "sin"
// CHECK-COUNT-2: mx.map "exp"
// CHECK-NOT:     mx.call
DELGEN(del(x)) double passed(double x, double a) {
  const double s = [&] {
    if (a > 1)
      return x;
    return std::sin(x);
  }();
  auto f = [b = a * a](auto z) { return std::exp(b * z); };
  return twice(f, x) + s;
}

// In a function of entries, and a lambda that calls another.
// CHECK-LABEL: func.func @nested
// CHECK:         mx.map "tanh" %x
// CHECK:         mx.map "tanh" %
DELGEN(del(x)) VectorXd nested(const VectorXd &x, double w) {
  auto inner = [w](double z) { return std::tanh(z) * w; };
  auto outer = [&](double z) { return inner(z) + inner(2 * z); };
  return x.unaryExpr(outer);
}
