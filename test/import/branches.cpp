// RUN: %import 2>/dev/null | FileCheck %s
//
// What a side changes is a result. Sides that only check are taken to pass.

#include <Eigen/Dense>
#include <cmath>
#include <delgen/delgen.h>
#include <stdexcept>

using Eigen::MatrixXd;
using Eigen::VectorXd;

// CHECK-LABEL: func.func @sides
// CHECK:         %[[C:.*]] = mx.compare "gt" %x, %t
// CHECK-NEXT:    %y = mx.if %[[C]] : f64 with %x : f64 -> f64
// CHECK:           mx.mul
// CHECK:         } else {
// CHECK:           mx.yield
// CHECK:         return %y
DELGEN(del(x)) double sides(double x, double t) {
  double y = x;
  if (x > t)
    y = x * x;
  return y;
}

// The rest is a part of the side that does not return.
// CHECK-LABEL: func.func @early
// CHECK:         %returned = mx.if
// CHECK-NEXT:    ^bb0
// CHECK-NEXT:      mx.yield %{{.*}} : f64
// CHECK-NEXT:    } else {
// CHECK:           mx.if
// CHECK:         return %returned
DELGEN(del(x)) double early(double x, int n) {
  if (n < 0)
    return x;
  double y = x * x;
  if (n == 0)
    return y;
  return y * x;
}

// Sizes that differ are a size of their own, unless something says that they are one.
// CHECK-LABEL: func.func @sizes
// CHECK-SAME:    %A: !mx.matrix<m x n, f64> {{.*}}%B: !mx.matrix<k x n, f64>
// CHECK:         %y = mx.if %{{.*}} -> !mx.matrix<p x 1, f64>
DELGEN(del(x)) double sizes(const MatrixXd &A, const MatrixXd &B, const VectorXd &x, bool c) {
  VectorXd y;
  if (c)
    y = A * x;
  else
    y = B * x;
  return y.sum();
}

// CHECK-LABEL: func.func @checked
// CHECK-NEXT:    mx.mul %x, %x
// CHECK-NEXT:    return
DELGEN(del(x)) double checked(double x, int n) {
  if (n < 0)
    throw std::invalid_argument("n");
  return x * x;
}

// CHECK-LABEL: func.func @cases
// CHECK:         mx.compare "eq" %{{.*}}, %{{.*}}
// CHECK-NEXT:    %y = mx.if
// CHECK:           mx.max
// CHECK-NEXT:      mx.if
enum class Kind { A, B, C, D };
DELGEN(del(x)) double cases(double x, Kind k) {
  double y = 0;
  switch (k) {
  case Kind::A:
    y = x;
    break;
  case Kind::B:
  case Kind::C:
    y = x * x;
    break;
  default: {
    y = std::sin(x);
    break;
  }
  }
  return y;
}

// What a condition guards is not computed where it does not hold.
// CHECK-LABEL: func.func @guarded
// CHECK:         %[[C:.*]] = mx.if
// CHECK:           mx.element
// CHECK:         mx.if %[[C]]
// CHECK:           mx.pow
DELGEN(del(x)) double guarded(const VectorXd &x, int i) {
  return i > 0 && x(i - 1) > 0 ? std::sqrt(x(i - 1)) : 0.0;
}
