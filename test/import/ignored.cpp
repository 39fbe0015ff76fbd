// RUN: %import | FileCheck %s
//
// What the result does not depend on is never looked at, supported or not.

#include <Eigen/Dense>
#include <cassert>
#include <delgen/delgen.h>
#include <string>
#include <vector>

void log(const Eigen::VectorXd &x);

// CHECK-LABEL: func.func @checks
// CHECK-NEXT:    mx.sum %x
// CHECK-NEXT:    return
DELGEN(del(x)) double checks(const Eigen::VectorXd &x) {
  const bool isGood = x.allFinite() && x.minCoeff() > 0;
  assert(isGood);
  std::string text = "not looked at";
  std::vector<double> numbers(3);
  Eigen::VectorXd y = x.cwiseAbs();
  y = y.cwiseMax(0);
  log(x);
  (void)text, (void)y;
  return x.sum();
}
