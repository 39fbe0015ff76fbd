// RUN: not %import 2>&1 | FileCheck %s --implicit-check-not=error:
#include <Eigen/Dense>
#include <delgen/delgen.h>
#include <vector>

using Eigen::VectorXd;

DELGEN(del(x)) double loops(const VectorXd &x, int n) {
  double s = 0;
  VectorXd y = x;
  int k = 0;
  // CHECK: :[[@LINE+1]]:13: error: an assignment inside an expression is not supported; write it as a statement of its own
  while ((k += 2) < n)
    s += x(k);
  double t;
  // CHECK: :[[@LINE+2]]:10: error: 't' is used before it has a value; give it one
  for (int i = 0; i < n; ++i)
    s += t;
  std::vector<double> v(n);
  // CHECK: :[[@LINE+1]]:5: error: 'insert' of a list is not supported; lists grow by push_back(), and their entries are assigned to; make another list for the rest
  v.insert(v.begin() + 1, s);
  return s + y.sum() + v[0];
}

// Nothing else is said about what the loop changes.
DELGEN(del(x)) double iterators(const Eigen::VectorXd &x) {
  double s = 0;
  // CHECK: :[[@LINE+1]]:13: error: iterators are not supported; loop over the entries, as in 'for (double e : x)', or use an index
  for (auto it = x.begin(); it != x.end(); ++it)
    s += *it;
  return s * x(0);
}
