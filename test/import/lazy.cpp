// RUN: %import | FileCheck %s
//
// An `auto` local of Eigen is an expression, which is read where it is used. As long as
// nothing that it refers to changes in between, that makes no difference.

#include <Eigen/Dense>
#include <delgen/delgen.h>

using Eigen::VectorXd;

// CHECK-LABEL: func.func @unchanged
// CHECK-NEXT:    %e = mx.add %x, %x
// CHECK-NEXT:    %[[SUM:.*]] = mx.add %e, %x
// CHECK-NEXT:    mx.sum %[[SUM]]
DELGEN(del(x)) double unchanged(const VectorXd &x) {
  auto e = x + x;
  const auto &f = e + x;
  return f.sum();
}

// Copied: by .eval(), by a plain type, or because it is a number.
// CHECK-LABEL: func.func @copied
// CHECK:         %e = mx.add %x, %x
// CHECK:         %s = mx.inner %x, %x
// CHECK:         %f = mx.mul %{{.*}}, %x
// CHECK:         %t = mx.element %x
DELGEN(del(x)) double copied(VectorXd x, const VectorXd &y) {
  auto e = (x + x).eval();
  const auto s = x.dot(x);
  VectorXd f = 3 * x;
  double t = x(0);
  auto g = s * y;
  x = y;
  return (e + f + x + g).sum() * s * t;
}

// Used before the change only.
// CHECK-LABEL: func.func @used_before
// CHECK:         %e = mx.add %x, %x
// CHECK-NEXT:    %[[X:.*]] = mx.add %x, %e
// CHECK-NEXT:    return %[[X]]
DELGEN(del(x)) VectorXd used_before(VectorXd x) {
  auto e = x + x;
  x += e;
  return x;
}

// CHECK-LABEL: func.func @references
// CHECK-NEXT:    mx.add %x, %x
DELGEN(del(x)) VectorXd references(const VectorXd &x) {
  const VectorXd &r = x;
  const auto &s = r;
  return r + s;
}
