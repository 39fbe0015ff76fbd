// RUN: %import 2>/dev/null | FileCheck %s
#include <Eigen/Dense>
#include <delgen/delgen.h>

using namespace Eigen;

// CHECK-LABEL: func.func @sum
// CHECK-NEXT:    mx.sum %X
DELGEN(del(X)) double sum(const MatrixXd &X) { return X.sum(); }

// CHECK-LABEL: func.func @trace
// CHECK-SAME:    %X: !mx.matrix<m x m, f64>
// CHECK-NEXT:    mx.trace %X
DELGEN(del(X)) double trace(const MatrixXd &X) { return X.trace(); }

// CHECK-LABEL: func.func @mean
// CHECK-NEXT:    %[[M:.*]] = mx.extent "m"
// CHECK-NEXT:    %[[N:.*]] = mx.extent "n"
// CHECK-NEXT:    %[[MN:.*]] = arith.muli %[[M]], %[[N]]
// CHECK-NEXT:    %[[R:.*]] = mx.real %[[MN]]
// CHECK-NEXT:    %[[INV:.*]] = mx.pow %[[R]], -1.0
// CHECK-NEXT:    %[[S:.*]] = mx.sum %X
// CHECK-NEXT:    mx.mul %[[INV]], %[[S]]
DELGEN(del(X)) double mean(const MatrixXd &X) { return X.mean(); }

// CHECK-LABEL: func.func @fixed_mean
// CHECK-NEXT:    %[[N:.*]] = mx.constant 6.0
// CHECK-NEXT:    mx.pow %[[N]], -1.0
DELGEN(del(X)) double fixed_mean(const Matrix<double, 2, 3> &X) { return X.mean(); }

// CHECK-LABEL: func.func @norms
// CHECK-NEXT:    %[[XX:.*]] = mx.inner %X, %X : <m x n, f64>, <m x n, f64>
// CHECK-NEXT:    %[[YY:.*]] = mx.inner %X, %X
// CHECK-NEXT:    %[[N:.*]] = mx.pow %[[YY]], 5.000000e-01
// CHECK-NEXT:    mx.add %[[XX]], %[[N]]
DELGEN(del(X)) double norms(const MatrixXd &X) { return X.squaredNorm() + X.norm(); }

// CHECK-LABEL: func.func @normalized
// CHECK-NEXT:    %[[XX:.*]] = mx.inner %x, %x
// CHECK-NEXT:    %[[R:.*]] = mx.pow %[[XX]], -5.000000e-01
// CHECK-NEXT:    mx.mul %[[R]], %x
DELGEN(del(x)) VectorXd normalized(const VectorXd &x) { return x.normalized(); }

// A 1×1 value is its own sum, trace and mean.
// CHECK-LABEL: func.func @of_scalars
// CHECK-NOT:     mx.sum
// CHECK-NOT:     mx.trace
// CHECK-NOT:     mx.diagonal
// CHECK:         return
DELGEN(del(x)) double of_scalars(const Matrix<double, 1, 1> &x) {
  return x.sum() + x.trace() + x.mean() + x.transpose().diagonal().sum() + x.squaredNorm() + x(0) +
         x.asDiagonal().diagonal().value();
}

// CHECK-LABEL: func.func @entries
// CHECK:         mx.element %X[%c1, %c2]
// CHECK:         mx.element %x[%{{.*}}, %{{.*}}] : <k x 1, f64>
// CHECK:         %[[I:.*]] = arith.constant 2 : index
// CHECK:         %[[Z:.*]] = arith.constant 0 : index
// CHECK:         mx.element %r[%[[Z]], %[[I]]] : <1 x 3, f64>
// CHECK:         mx.element %x[%i, %{{.*}}]
DELGEN(del(X)) double entries(const MatrixXd &X, const VectorXd &x, const RowVector3d &r, int i) {
  return X(1, 2) + x[1] + r.z() + x.coeff(i);
}
