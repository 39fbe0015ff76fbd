// RUN: not %import 2>&1 | FileCheck %s --implicit-check-not=error:
#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <delgen/delgen.h>

using Eigen::ArrayXd;
using Eigen::MatrixXd;
using Eigen::VectorXd;

double unseen(double x);
// CHECK: :[[@LINE+1]]:53: error: recursion is not supported: this leads back to 'itself'
inline double itself(double x) { return x < 0 ? x : itself(x - 1); }

DELGEN(del(x)) double choices(const VectorXd &x, const MatrixXd &A, double s) {
  double y = s;
  // CHECK: :[[@LINE+1]]:7: error: delgen has no rule for 'std::max'
  y = std::max(s, y, [](double a, double b) { return a < b; });
  // CHECK: :[[@LINE+1]]:25: error: 'count' of a comparison of arrays is not supported; convert it with .cast<double>() or use .select(x, y)
  y = (x.array() > 0.0).count() * s;
  // CHECK: :[[@LINE+1]]:25: error: 'any' of a comparison of arrays is not supported; convert it with .cast<double>() or use .select(x, y)
  y = (x.array() > 0.0).any() ? s : y;
  // CHECK: :[[@LINE+1]]:18: error: lpNorm() is supported for p >= 1 and Eigen::Infinity; write another as a sum of powers
  y = x.template lpNorm<0>();
  // CHECK: :[[@LINE+1]]:19: error: replicate() is supported for a column by rows and for a row by columns
  y = A.rowwise().replicate(2).sum();
  Eigen::Index place;
  // CHECK: :[[@LINE+1]]:9: error: the place of the largest or smallest entry is not supported; find it in a loop
  y = x.maxCoeff(&place);
  return y;
}

DELGEN(del(x)) VectorXd lambdas(const VectorXd &x, double s) {
  // CHECK: :[[@LINE+1]]:18: error: the body of 'unseen' is not visible here: define it in this file or a header, or call it in a lambda
  VectorXd y = x.unaryExpr(&unseen);
  VectorXd z = x.unaryExpr(&itself);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: error: a lambda that is mutable is not supported, for it remembers between its calls; capture a variable by reference
  VectorXd w = x.unaryExpr([s](double t) mutable { return s += t; });
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: error: an operation of Eigen on an entry is not supported inside of a function of entries; write it with functions of <cmath>
  VectorXd v = x.unaryExpr([&](double t) { return (t * x).sum(); });
  return y + z + w + v;
}

DELGEN(del(A)) Eigen::Matrix2d sizes(const Eigen::Matrix2d &A, const VectorXd &v) {
  Eigen::Vector3d w = v;
  // CHECK: :[[@LINE+1]]:22: error: sizes 3 and 2 cannot agree: the matrix is 2 x 2, the vector 3 x 1
  return A.colwise() + VectorXd(w);
}
