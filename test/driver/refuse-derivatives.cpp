// RUN: not delgen %s -Wno-delgen-nonsmooth -o %t -- %flags 2>&1 | FileCheck %s --implicit-check-not=error:
//
// What can be read and not be differentiated: all of it is reported in one run.

#include <Eigen/Dense>
#include <delgen/delgen.h>
#include <vector>

using Eigen::MatrixXd;
using Eigen::VectorXd;

DELGEN(opaque) double foreign(const VectorXd &x);
double foreign_d1_x(const VectorXd &x, const VectorXd &d1_x);
// CHECK: :[[@LINE+1]]:68: error: the body of 'foreign' is not read, and Taylor coefficients through a function without a body are not supported; ask for 'del', or let delgen read the body
DELGEN(taylor(x, 2)) double polynomial(const VectorXd &x) { return foreign(2 * x); }
// CHECK: :[[@LINE+1]]:67: error: Taylor coefficients of a product of all entries are supported up to order 8; beyond it, where the entries are positive, write exp(x.array().log().sum())
DELGEN(taylor(x, 9)) double product(const VectorXd &x) { return x.prod(); }
DELGEN(hessian(x)) double through_lists(const VectorXd &x, int n) {
  std::vector<std::vector<double>> v;
  for (int i = 0; i < n; ++i)
    v.push_back({x.sum(), x.dot(x)});
  double s = 0;
  // CHECK: :[[@LINE+1]]:3: error: Jacobians and Hessians through a list of lists that depend on the variable are not supported; use one list, or 'vjp' and 'hvp'
  for (const std::vector<double> &w : v)
    s += w[0] * w[1];
  return s;
}
double above(const MatrixXd &A) { return A.topRows(A.rows() - 1).sum(); }
// CHECK: :[[@LINE+1]]:85: error: this call gives 'above' matrices with one entry, which are numbers here, and something in it needs a matrix; pass matrices of dynamic size, or write a function that takes numbers
DELGEN(gradient(x)) double one_entry(const Eigen::Matrix<double, 1, 1> &x) { return above(x); }
double chain(const std::vector<MatrixXd> &M, const VectorXd &x) {
  VectorXd h = x;
  for (const MatrixXd &m : M) {
    const VectorXd z = m * h;
    h = z;
  }
  return h.sum();
}
// CHECK: :[[@LINE+2]]:10: error: this call gives 'chain' matrices with one entry
DELGEN(gradient(x)) double one_grows(const std::vector<MatrixXd> &M, const Eigen::Matrix<double, 1, 1> &x) {
  return chain(M, x);
}
double kept(const VectorXd &x, const std::vector<VectorXd> &m) {
  std::vector<VectorXd> l = m;
  l.push_back(x);
  double s = 0;
  for (const VectorXd &v : l)
    s += v.squaredNorm();
  return s;
}
// CHECK: :[[@LINE+2]]:10: error: this call gives 'kept' matrices with one entry
DELGEN(gradient(x)) double one_kept(const Eigen::Matrix<double, 1, 1> &x, const std::vector<VectorXd> &m) {
  return kept(x, m);
}
