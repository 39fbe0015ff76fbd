// RUN: %import 2>/dev/null | FileCheck %s
//
// A function that writes to its arguments is read in place of its call.

#include <Eigen/Dense>
#include <cmath>
#include <delgen/delgen.h>

using Eigen::MatrixXd;
using Eigen::VectorXd;

inline void step(const VectorXd &x, VectorXd &y, double &s) {
  y = 2 * x;
  if (s > 4)
    return;
  s += y.sum();
}
inline bool root(double x, double &y) {
  if (x < 0)
    return false;
  y = std::sqrt(x);
  return true;
}
inline void set(Eigen::Ref<VectorXd> y, double v) { y.setConstant(v); }

// CHECK-LABEL: func.func @outputs
// CHECK:         %y = mx.mul
// CHECK:         mx.insert %{{.*}}, %y
// CHECK:         %[[ROOT:.*]]:2 = mx.if
// CHECK:         mx.if
// CHECK-NOT:     mx.call
DELGEN(del(x)) double outputs(const VectorXd &x, double t) {
  VectorXd y;
  double s = t, r = 1;
  step(x, y, s);
  set(y.head(2), s);
  if (!root(x(0), r))
    return s;
  return y.sum() * r;
}

// What nothing needs of a call is not read, nor are its arguments.
// CHECK-LABEL: func.func @unneeded
// CHECK-NEXT:    mx.sum %x
// CHECK-NEXT:    return
DELGEN(del(x)) double unneeded(const VectorXd &x, const MatrixXd &A) {
  MatrixXd B = A;
  VectorXd y;
  double s = 1;
  step(B.row(0).transpose(), y, s);
  return x.sum();
}
