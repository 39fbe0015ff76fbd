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
  // CHECK: :[[@LINE+2]]:10: error: 'f' refers to 'x', which has another value since; an expression of Eigen is evaluated where it is used: call .eval() where it is defined
  x += x;
  return f;
}

// A part of what has another size now is gone.
DELGEN(del(x)) double resized(VectorXd x, const VectorXd &y) {
  auto view = x.head(2);
  // CHECK: :[[@LINE+3]]:10: error: 'view' refers to 'x', which has another value since; copy the value instead of a reference to it
  // CHECK: :[[@LINE+1]]:5: note: 'x' is given another value here
  x = VectorXd::Zero(7);
  return view.sum() + x.sum();
}

DELGEN(del(x)) double transposed(VectorXd x) {
  auto view = x.transpose();
  // CHECK: :[[@LINE+1]]:3: error: an assignment through 'view' is not supported, for what it refers to is not a local variable or a part of one; assign to that
  view *= 2;
  return x.sum() + view.sum();
}
