// RUN: %import 2>/dev/null | FileCheck %s
//
// What refers to a variable, or is a part of it, is read and written there.

#include <Eigen/Dense>
#include <delgen/delgen.h>
#include <vector>

using Eigen::MatrixXd;
using Eigen::VectorXd;

// CHECK-LABEL: func.func @reads
// CHECK:         %[[X:.*]] = mx.mul %{{.*}}, %x
// CHECK:         %[[E:.*]] = mx.element %[[X]]
// CHECK:         mx.sum %[[X]]
DELGEN(del(x)) double reads(VectorXd x) {
  const VectorXd &r = x;
  const double &e = x(0);
  x *= 2;
  return e * r.sum();
}

// CHECK-LABEL: func.func @writes
// CHECK:         %[[A:.*]] = mx.insert %{{.*}}, %x
// CHECK:         %[[B:.*]] = mx.mul %{{.*}}, %[[A]]
// CHECK:         %[[C:.*]] = mx.insert %{{.*}}, %[[B]]
// CHECK:         mx.sum %[[C]]
DELGEN(del(x)) double writes(VectorXd x) {
  auto view = x.head(2);
  view(0) = 1;
  VectorXd &reference = x;
  reference *= 2;
  Eigen::Ref<VectorXd> ref = x.tail(1);
  ref.setZero();
  return x.sum();
}

// The loop carries what is written through the row.
// CHECK-LABEL: func.func @rows
// CHECK:         mx.loop times %{{.*}} from %A
// CHECK:           mx.slice
// CHECK:           mx.insert
DELGEN(del(A)) double rows(const MatrixXd &A) {
  MatrixXd Y = A;
  for (int i = 0; i < Y.rows(); ++i) {
    auto row = Y.row(i);
    row *= 2;
  }
  return Y.sum();
}

// CHECK-LABEL: func.func @entries
// CHECK:         mx.set_at
// CHECK:         mx.set_at
DELGEN(del(x)) double entries(const VectorXd &x) {
  std::vector<VectorXd> list(3, x);
  VectorXd &a = list[1];
  a += x;
  auto &&b = list.back();
  b(0) = a(1);
  return list[1].sum() + list[2].sum();
}

inline void add(const VectorXd &a, VectorXd &b) {
  b += a;
  b += a;
}
// What is read is what is written: four times x.
// CHECK-LABEL: func.func @aliased
// CHECK:         %[[TWICE:.*]] = mx.add %x, %x
// CHECK:         mx.add %[[TWICE]], %[[TWICE]]
DELGEN(del(x)) VectorXd aliased(VectorXd x) {
  add(x, x);
  return x;
}

// CHECK-LABEL: func.func @swapped
// CHECK:         %[[P:.*]] = mx.mul %B, %A
// CHECK:         return %[[P]]
DELGEN(del(A)) MatrixXd swapped(MatrixXd A, MatrixXd B) {
  std::swap(A, B);
  return A * B;
}

// What nothing reads may be written in any way.
// CHECK-LABEL: func.func @unread
// CHECK-NEXT:    %[[S:.*]] = mx.inner %x, %x
// CHECK-NEXT:    return %[[S]]
DELGEN(del(x)) double unread(const VectorXd &x) {
  double t = x.sum();
  VectorXd y = x;
  {
    auto &r = t;
    r = 3;
    auto top = y.head(2);
    top *= r;
  }
  return x.squaredNorm();
}
