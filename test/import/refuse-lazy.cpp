// RUN: not %import 2>&1 | FileCheck %s --implicit-check-not=error:
//
// Eigen evaluates an `auto` local where it is used, with what its variables are then.

#include <Eigen/Dense>
#include <delgen/delgen.h>

using Eigen::VectorXd;

DELGEN(del(x)) VectorXd reassigned(VectorXd x) {
  auto e = x + x;
  // CHECK: :[[@LINE+3]]:10: error: 'e' refers to 'x', which has another value since; an expression of Eigen is evaluated where it is used: call .eval() where it is defined
  // CHECK: :[[@LINE+1]]:5: note: 'x' is given another value here
  x = 2 * x;
  return e;
}

DELGEN(del(x)) VectorXd through_another(VectorXd x) {
  auto e = x + x;
  auto f = 2 * e;
  // CHECK: :[[@LINE+2]]:10: error: 'f' refers to 'x', which has another value since
  x += x;
  return f;
}

DELGEN(del(x)) double reference(VectorXd x) {
  const VectorXd &r = x;
  // CHECK: :[[@LINE+2]]:10: error: 'r' refers to 'x', which has another value since; copy the value instead of a reference to it
  x *= 2;
  return r.sum();
}

DELGEN(del(x)) double entry(VectorXd x) {
  const double &r = x(0);
  // CHECK: :[[@LINE+2]]:10: error: 'r' refers to 'x', which has another value since
  x *= 2;
  return r;
}

DELGEN(del(x)) VectorXd assigned_through(VectorXd x, const VectorXd &y) {
  auto view = x.array();
  // CHECK: :[[@LINE+1]]:3: error: an assignment through 'view' is not supported; assign to the variable that it refers to
  view = y.array();
  return x + view.matrix();
}

// Nothing reads the view; what it refers to is changed all the same.
DELGEN(del(x)) double written_through(VectorXd x) {
  auto view = x.head(2);
  // CHECK: :[[@LINE+1]]:3: error: an assignment through 'view' is not supported
  view(0) = 1;
  VectorXd &reference = x;
  // CHECK: :[[@LINE+1]]:3: error: an assignment through 'reference' is not supported
  reference *= 2;
  double &entry = x(0);
  // CHECK: :[[@LINE+1]]:3: error: an assignment through 'entry' is not supported
  entry = 2;
  // CHECK: :[[@LINE+1]]:3: error: an assignment through 'view' is not supported
  view.setZero();
  // CHECK: :[[@LINE+1]]:3: error: an assignment through 'view' is not supported
  view << 1, 2;
  return x.sum();
}
