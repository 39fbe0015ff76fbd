// RUN: not %import 2>&1 | FileCheck %s --implicit-check-not=error:
//
// After a statement that is not supported the next one is read.

#include <Eigen/Dense>
#include <delgen/delgen.h>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

using Eigen::VectorXd;

int counter;

DELGEN(del(x)) double statements(const VectorXd &x, VectorXd z, bool c) {
  VectorXd y = x;
  // CHECK: :[[@LINE+1]]:3: error: goto and labels are not supported; use loops and branches
  goto end;
  // CHECK: :[[@LINE+1]]:1: error: goto and labels are not supported; use loops and branches
end:
  ;
  // CHECK: :[[@LINE+1]]:3: error: exceptions are not supported: what is caught would have no derivative; test for it with 'if'
  try {
  } catch (...) {
  }
  switch (int(c)) {
  case 1:
    y += x;
  default:
    y -= x;
  }
  // CHECK: :[[@LINE+1]]:3: error: this statement may change a variable in a way that is not supported; assign the new value with '='
  std::exchange(y, z);
  // CHECK: :[[@LINE+1]]:3: error: exceptions are not supported; return a value, or NaN
  throw 1;
  int i = 0;
  // CHECK: :[[@LINE+1]]:3: error: an assignment to a variable that is not local is not supported; return it
  counter = 3;
  VectorXd &r = const_cast<VectorXd &>(x);
  // CHECK: :[[@LINE+1]]:3: error: an assignment through 'r' is not supported, for what it refers to is not a local variable or a part of one; assign to that
  r = x;
  // CHECK: :[[@LINE+1]]:8: error: structured bindings are supported for objects of a class with fields; name the parts one by one
  auto [first, second] = std::tuple(x, x);
  // CHECK: :[[@LINE+1]]:21: error: this initialiser may change another variable, which is not supported; change that in a statement of its own
  const std::string text(++i, 'a');
  double k;
  float l;
  // CHECK: :[[@LINE+1]]:9: error: an assignment whose result is converted is not supported; write it as a statement of its own
  k = l = 2;
  // CHECK: :[[@LINE+1]]:14: error: an assignment inside an expression is not supported; write it as a statement of its own
  k = 1 + (l = 2);
  VectorXd u;
  // CHECK: :[[@LINE+1]]:3: error: 'u' is used before it has a value; give it one
  u += x;
  int ignored;
  ignored = i = 4;
  return y.sum() + z.sum() + r.sum() + first.sum() + i + k + l + u.sum();
}
