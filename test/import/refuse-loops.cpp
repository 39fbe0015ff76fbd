// RUN: not %import 2>&1 | FileCheck %s --implicit-check-not=error:
#include <Eigen/Dense>
#include <delgen/delgen.h>
#include <vector>

using Eigen::VectorXd;

DELGEN(del(x)) double loops(const VectorXd &x, int n) {
  double s = 0;
  VectorXd y = x;
  VectorXd &r = y;
  // CHECK: :[[@LINE+2]]:5: error: an assignment through 'r' is not supported; assign to the variable that it refers to
  for (int i = 0; i < n; ++i)
    r(i) = 0;
  int k = 0;
  // CHECK: :[[@LINE+1]]:11: error: an assignment inside an expression is not supported; write it as a statement of its own
  while (k++ < n)
    s += x(k);
  double t;
  // CHECK: :[[@LINE+2]]:10: error: 't' is used before it has a value
  for (int i = 0; i < n; ++i)
    s += t;
  std::vector<double> v(n);
  // CHECK: :[[@LINE+1]]:5: error: 'insert' of a list is not supported; lists grow by push_back(), and their entries are assigned to
  v.insert(v.begin(), s);
  return s + y.sum() + v[0];
}
