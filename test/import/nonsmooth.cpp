// RUN: %import 2>&1 >/dev/null | FileCheck %s
// RUN: delgen %s -Wno-delgen-nonsmooth --emit=mlir --stop-after=import -- %flags 2>&1 \
// RUN:   | FileCheck %s --check-prefix=SILENT
// RUN: %import -Werror >/dev/null 2>&1
// SILENT-NOT: warning
#include <Eigen/Dense>
#include <cmath>
#include <delgen/delgen.h>

using Eigen::VectorXd;

double length(const VectorXd &x) {
  // CHECK: :[[@LINE+1]]:12: warning: norm() is not differentiable where its argument is 0; derivatives there are NaN [-Wdelgen-nonsmooth]
  return x.norm();
}

double length_of_constant(const VectorXd &x) { return x.norm(); }

// CHECK-NOT: warning:
DELGEN(del(x)) double f(const VectorXd &x, const VectorXd &y) {
  // CHECK: :[[@LINE+1]]:34: warning: stableNorm() is not differentiable where its argument is 0
  return length(2 * x) + (x + y).stableNorm() + y.norm() + length_of_constant(y) +
         // CHECK: :[[@LINE+1]]:18: warning: normalized() is not differentiable where its argument
         (x - y).normalized().sum() +
         // CHECK: :[[@LINE+1]]:10: warning: cbrt() is not differentiable at 0, where the derivative is infinite
         std::cbrt(x.sum());
}

// Not of what no derivative is requested in, nor of what the result does not depend on.
// CHECK-NOT: warning:
DELGEN(del(y)) double g(const VectorXd &x, double y) {
  double unused = x.norm() * y;
  return y * x.norm();
}
