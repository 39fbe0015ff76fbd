// RUN: %import 2>/dev/null | FileCheck %s
//
// A loop carries what its body gives a value.

#include <Eigen/Dense>
#include <cmath>
#include <delgen/delgen.h>
#include <iostream>
#include <vector>

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

// CHECK-LABEL: func.func @counted
// CHECK-NEXT:    %y = mx.loop times %n from %x : !mx.matrix<m x 1, f64> with %A : !mx.matrix<m x m, f64>
// CHECK-NEXT:    ^bb0(%i: index, %y_0: !mx.matrix<m x 1, f64>
DELGEN(del(x)) VectorXd counted(const MatrixXd &A, const VectorXd &x, int n) {
  VectorXd y = x;
  for (int i = 0; i < n; ++i)
    y = A * y;
  return y;
}

// Backwards by twos: n − 1, n − 3, …
// CHECK-LABEL: func.func @backwards
// CHECK:         %[[TIMES:.*]] = arith.divsi
// CHECK:         mx.loop times %[[TIMES]]
// CHECK:           arith.muli
// CHECK-NEXT:      arith.subi
DELGEN(del(x)) double backwards(const VectorXd &x, int n) {
  double s = 0;
  for (int i = n - 1; i >= 0; i -= 2)
    s += x(i) * x(i);
  return s;
}

// A size may change from one iteration to the next.
// CHECK-LABEL: func.func @growing
// CHECK:         %y = mx.loop times %n from %x : !mx.matrix<m x 1, f64> -> !mx.matrix<[[OUT:[a-z]+]] x 1, f64>
// CHECK-NEXT:    ^bb0(%i: index, %{{.*}}: !mx.matrix<[[IN:[a-z]+]] x 1, f64>)
// CHECK:           mx.bind "[[NEXT:[a-z]+]]"
// CHECK:           mx.yield %{{.*}} : !mx.matrix<[[NEXT]] x 1, f64>
DELGEN(del(x)) double growing(const VectorXd &x, int n) {
  VectorXd y = x;
  for (int i = 0; i < n; ++i) {
    VectorXd z(y.size() + 1);
    z << y, y(0);
    y = z;
  }
  return y.sum();
}

// CHECK-LABEL: func.func @leading
// CHECK:         mx.loop
// CHECK-NEXT:    ^bb0(%i: index
// CHECK-NEXT:      mx.bind "[[SIZE:[a-z]+]]" = %i
// CHECK:           mx.slice {{.*}} -> <[[SIZE]] x 1, f64>
DELGEN(del(x)) double leading(const VectorXd &x) {
  double s = 0;
  for (Index i = 0; i < x.size(); ++i)
    s += x.head(i).sum() * x(i);
  return s;
}

// CHECK-LABEL: func.func @until
// CHECK:         mx.loop from
// CHECK:           %[[FLAG:.*]] = mx.compare "gt"
// CHECK:           mx.yield %[[FLAG]],
DELGEN(del(x)) double until(double x) {
  double y = 1, d;
  do {
    d = (y * y - x) / (2 * y);
    y -= d;
  } while (std::abs(d) > 1e-10);
  return y;
}

// CHECK-LABEL: func.func @while_true
// CHECK:         mx.loop from
// CHECK:           %[[C:.*]] = mx.compare "gt"
// CHECK:           mx.if %[[C]]
// CHECK:           mx.yield %[[C]],
DELGEN(del(x)) double while_true(double x, int n) {
  while (n > 0) {
    x = x * x;
    --n;
  }
  return x;
}

// CHECK-LABEL: func.func @left
// CHECK:         %[[LOOP:.*]]:3 = mx.loop from
// CHECK:           mx.compare "lt"
// CHECK:           mx.if
// CHECK:         mx.if %[[LOOP]]#1
DELGEN(del(x)) double left(const VectorXd &x, double t) {
  double s = 0;
  for (int i = 0; i < x.size(); ++i) {
    if (x(i) > t)
      return s * s;
    if (x(i) < 0)
      continue;
    s += x(i);
    if (s > 5)
      break;
  }
  return s;
}

// CHECK-LABEL: func.func @logged
// CHECK-NEXT:    mx.sum %x
// CHECK-NEXT:    return
DELGEN(del(x)) double logged(const VectorXd &x, int n) {
  for (int i = 0; i < n; ++i)
    std::cout << i << x.transpose() << 1.0;
  return x.sum();
}

// What is left as it is, or given the size that it had, keeps its size.
// CHECK-LABEL: func.func @kept
// CHECK:         mx.loop {{.*}} : !mx.matrix<m x 1, f64>, {{.*}} -> !mx.matrix<m x 1, f64>
DELGEN(del(x)) double kept(const VectorXd &x) {
  VectorXd y = 2 * x;
  for (Index i = 0; i < y.size(); i += 2) {
    if (i > 1)
      continue;
    y = x;
  }
  return y.sum();
}

// Nothing that such a loop computes is read.
// CHECK-LABEL: func.func @unread
// CHECK-NEXT:    mx.sum %x
// CHECK-NEXT:    return
DELGEN(del(x)) double unread(const VectorXd &x, const std::vector<VectorXd> &list) {
  for (const VectorXd &entry : list) {
    VectorXd y = entry;
    if (y(0) > 1)
      continue;
    y = x;
  }
  return x.sum();
}

// A macro may write the head of a loop.
#define TIMES(k, m) for (int k = 0; k < (m); ++k)
// CHECK-LABEL: func.func @from_macro
// CHECK:         mx.loop times
DELGEN(del(x)) double from_macro(double x, int n) {
  double s = 1;
  TIMES(k, n)
  s += s * x;
  return s;
}
