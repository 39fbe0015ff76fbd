// RUN: %import | FileCheck %s
//
// An integer parameter that is used as a size is a symbol; another integer becomes one
// where a matrix is made with it and no parameter has that size.

#include <Eigen/Dense>
#include <delgen/delgen.h>

using namespace Eigen;

// CHECK-LABEL: func.func @parameter
// CHECK-SAME:    %X: !mx.matrix<count x count, f64>
// CHECK-SAME:    %count: index {mx.name = "count", mx.size = "count", mx.type = "int"}
// CHECK-NEXT:    mx.identity : <count x count, f64>
DELGEN(del(X)) MatrixXd parameter(const MatrixXd &X, int count) {
  return X + MatrixXd::Identity(count, count);
}

// CHECK-LABEL: func.func @not_a_size
// CHECK-SAME:    %k: index {mx.name = "k", mx.type = "Eigen::Index"}
// CHECK-SAME:    %c: index {mx.name = "c", mx.type = "bool"}
// CHECK:         mx.real %k : f64
// CHECK:         mx.real %c : f64
DELGEN(del(x)) double not_a_size(double x, Index k, bool c) { return k * x + c; }

// CHECK-LABEL: func.func @a_number
// CHECK-SAME:    %n: index {mx.name = "n", mx.type = "int"}
// CHECK:         mx.fill %{{.*}} : f64 -> <3 x 1, f64>
DELGEN(del(x)) Vector3d a_number(const Vector3d &x, int n) { return x + VectorXd::Ones(n); }

// CHECK-LABEL: func.func @extents
// CHECK-NEXT:    %[[M:.*]] = mx.extent "m"
// CHECK-NEXT:    %[[N:.*]] = mx.extent "n"
// CHECK-NEXT:    %[[MN:.*]] = arith.muli %[[M]], %[[N]]
// CHECK-NEXT:    mx.real %[[MN]]
// CHECK:         mx.extent "m"
// CHECK:         mx.extent "n"
// CHECK:         mx.extent "k"
// CHECK:         mx.constant 3.0
DELGEN(del(s)) double extents(double s, const MatrixXd &A, const VectorXd &x, const Vector3d &v) {
  int entries = A.size();
  return s * entries + A.rows() + A.cols() + x.size() + v.size();
}

// CHECK-LABEL: func.func @from_extents
// CHECK:         mx.identity : <m x m, f64>
DELGEN(del(x)) VectorXd from_extents(const VectorXd &x) {
  const auto n = x.size();
  return MatrixXd::Identity(n, n) * x;
}

// A computed size is bound once, where it is computed, unless a parameter has it.
// CHECK-LABEL: func.func @computed
// CHECK:         %k = arith.muli %n, %{{.*}} : index
// CHECK-NEXT:    mx.bind "m" = %k
// CHECK-NOT:     mx.bind
// CHECK:         mx.identity : <m x m, f64>
// CHECK:         mx.fill %{{.*}} : f64 -> <m x 1, f64>
DELGEN(del(s)) double computed(double s, int n) {
  const int k = 2 * n;
  return s * (MatrixXd::Identity(k, k) * VectorXd::Ones(k)).sum();
}

// CHECK-LABEL: func.func @computed_and_known
// CHECK-SAME:    %x: !mx.matrix<m x 1, f64>
// CHECK-NOT:     mx.bind
// CHECK:         mx.fill %{{.*}} : f64 -> <m x 1, f64>
DELGEN(del(x)) VectorXd computed_and_known(const VectorXd &x, int n) {
  return x + VectorXd::Ones(n + 1);
}

// Division of integers stays what it is.
// CHECK-LABEL: func.func @arithmetic
// CHECK:         arith.addi
// CHECK:         arith.divsi
// CHECK:         arith.remsi
// CHECK:         arith.subi
DELGEN(del(s)) double arithmetic(double s, int n, unsigned char u) {
  int i = n;
  i += u;
  i /= 2;
  return s * (i % 3 - n) + 7 / 2;
}
