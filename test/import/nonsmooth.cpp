// RUN: %import 2>&1 >/dev/null | FileCheck %s
// RUN: delgen %s -Wno-delgen-nonsmooth --emit=mlir --stop-after=import -- %flags 2>&1 \
// RUN:   | FileCheck %s --check-prefix=SILENT
// RUN: %import -Werror >/dev/null 2>&1
// SILENT-NOT: warning
#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <delgen/delgen.h>
#include <vector>

using Eigen::VectorXd;

double length(const VectorXd &x) {
  // CHECK: :[[@LINE+1]]:12: warning: norm() is not differentiable where its argument is 0; derivatives there are NaN [-Wdelgen-nonsmooth]
  return x.norm();
}

double length_of_constant(const VectorXd &x) { return x.norm(); }

// CHECK-NOT: warning:
DELGEN(del(x)) double f(const VectorXd &x, const VectorXd &y) {
  // CHECK: :[[@LINE+1]]:34: warning: stableNorm() is not differentiable where its argument is 0; derivatives there are NaN [-Wdelgen-nonsmooth]
  return length(2 * x) + (x + y).stableNorm() + y.norm() + length_of_constant(y) +
         // CHECK: :[[@LINE+1]]:18: warning: normalized() is not differentiable where its argument is 0; derivatives there are NaN [-Wdelgen-nonsmooth]
         (x - y).normalized().sum() +
         // CHECK: :[[@LINE+1]]:10: warning: cbrt() is not differentiable at 0, where the derivative is infinite [-Wdelgen-nonsmooth]
         std::cbrt(x.sum());
}

// Not of what no derivative is requested in, nor of what the result does not depend on.
// CHECK-NOT: warning:
DELGEN(del(y)) double g(const VectorXd &x, double y) {
  double unused = x.norm() * y;
  return y * x.norm();
}

// Choices that depend on a variable, and functions with kinks or jumps.
DELGEN(del(x)) double choices(const VectorXd &x, double s) {
  // CHECK: :[[@LINE+1]]:16: warning: abs() is not differentiable at 0, where 0 is returned [-Wdelgen-nonsmooth]
  double y = x.cwiseAbs().sum();
  // CHECK: :[[@LINE+1]]:9: warning: 'y > s' depends on a variable: where it changes, the result may not be differentiable; the derivative is that of the side that is chosen [-Wdelgen-nonsmooth]
  y = y > s ? y : 2 * y;
  // CHECK: :[[@LINE+1]]:7: warning: max is not differentiable where its two sides are equal; the derivative there is that of the first [-Wdelgen-nonsmooth]
  y = std::max(y, s);
  // CHECK: :[[@LINE+1]]:10: warning: maxCoeff() is not differentiable where several entries are the largest; the derivative there is that of the first [-Wdelgen-nonsmooth]
  y += x.maxCoeff();
  // CHECK: :[[@LINE+1]]:8: warning: floor() is not differentiable at whole numbers, where it jumps; 0 is returned [-Wdelgen-nonsmooth]
  y += std::floor(y);
  // CHECK: :[[@LINE+1]]:8: warning: sqrt() of a squared norm is not differentiable where that is 0; derivatives there are NaN [-Wdelgen-nonsmooth]
  y += std::sqrt(x.dot(x));
  // CHECK: :[[@LINE+1]]:8: warning: hypot() is not differentiable where both are 0; derivatives there are NaN [-Wdelgen-nonsmooth]
  y += std::hypot(y, s);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: lpNorm<1>() is not differentiable where an entry is 0, which adds 0 to the derivative [-Wdelgen-nonsmooth]
  y += x.lpNorm<1>();
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: norm() is not differentiable where a column is 0; derivatives there are NaN [-Wdelgen-nonsmooth]
  y += (x * x.transpose()).colwise().norm().sum();
  // CHECK-NOT: warning:
  return y + (s > 0 ? y : 2 * y) + std::max(s, 1.0);
}

// How many entries a list has does not depend on them.
DELGEN(del(l)) double last(const std::vector<double> &l) {
  // CHECK-NOT: warning:
  double sum = 0;
  for (std::size_t i = 0; i < l.size(); ++i)
    sum += i + 1 < l.size() ? l[i] : 2 * l[i];
  return sum;
}

DELGEN(del(s)) double negated(double s) {
  // CHECK: :[[@LINE+1]]:14: warning: 's > 1' depends on a variable: where it changes, the result may not be differentiable; the derivative is that of the side that is chosen [-Wdelgen-nonsmooth]
  return !(s > 1) ? s : s * s;
}

// CHECK: :[[@LINE+1]]:48: warning: min is not differentiable where its two sides are equal; the derivative there is that of the first [-Wdelgen-nonsmooth]
DELGEN(del(x)) double least(double x) { return std::min(x, 1.0 - x); }
// CHECK: :[[@LINE+1]]:71: warning: minCoeff() is not differentiable where several entries are the smallest; the derivative there is that of the first [-Wdelgen-nonsmooth]
DELGEN(del(x)) double least_entry(const Eigen::ArrayXd &x) { return x.minCoeff(); }
// CHECK: :[[@LINE+2]]:{{[0-9]+}}: warning: eigenvalues and eigenvectors are not differentiable where two eigenvalues are equal; derivatives there are those for the eigenvectors found, or not finite [-Wdelgen-nonsmooth]
DELGEN(del(A), assume(symmetric(A)))
double least_eigenvalue(const Eigen::MatrixXd &A) { return Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd>(A).eigenvalues()(0); }
