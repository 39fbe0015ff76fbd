// RUN: %import | FileCheck %s
#include <Eigen/Dense>
#include <delgen/delgen.h>

using namespace Eigen;

// CHECK-LABEL: func.func @chain
// CHECK-NEXT:    %[[AB:.*]] = mx.mul %A, %B : !mx.matrix<m x n, f64>, !mx.matrix<n x k, f64>
// CHECK-NEXT:    %[[ABX:.*]] = mx.mul %[[AB]], %x : !mx.matrix<m x k, f64>, !mx.matrix<k x 1, f64>
// CHECK-NEXT:    return %[[ABX]]
DELGEN(del(x)) VectorXd chain(const MatrixXd &A, const MatrixXd &B, const VectorXd &x) {
  return A * B * x;
}

// There is no difference and no negation: they are sums and products with −1.
// CHECK-LABEL: func.func @sums
// CHECK-NEXT:    %[[M:.*]] = mx.constant -1.0
// CHECK-NEXT:    %[[NX:.*]] = mx.mul %[[M]], %x
// CHECK-NEXT:    %[[S:.*]] = mx.add %[[NX]], %y
// CHECK-NEXT:    %[[M2:.*]] = mx.constant -1.0
// CHECK-NEXT:    %[[NZ:.*]] = mx.mul %[[M2]], %z
// CHECK-NEXT:    mx.add %[[S]], %[[NZ]]
DELGEN(del(x)) VectorXd sums(const VectorXd &x, const VectorXd &y, const VectorXd &z) {
  return -x + y - z;
}

// CHECK-LABEL: func.func @scalars
// CHECK-NEXT:    %[[SX:.*]] = mx.mul %s, %x : f64, !mx.matrix<m x 1, f64>
// CHECK-NEXT:    %[[SXS:.*]] = mx.mul %s, %[[SX]]
// CHECK-NEXT:    %[[INV:.*]] = mx.pow %s, -1.0
// CHECK-NEXT:    %[[Q:.*]] = mx.mul %[[INV]], %[[SXS]]
// CHECK-NEXT:    %[[TWO:.*]] = mx.constant 2.0
// CHECK-NEXT:    mx.mul %[[TWO]], %[[Q]]
DELGEN(del(x)) VectorXd scalars(double s, const VectorXd &x) { return 2 * (s * x * s / s); }

// CHECK-LABEL: func.func @outer
// CHECK-NEXT:    %[[T:.*]] = mx.transpose %x
// CHECK-NEXT:    mx.mul %x, %[[T]] : !mx.matrix<m x 1, f64>, !mx.matrix<1 x m, f64>
DELGEN(del(x)) MatrixXd outer(const VectorXd &x) { return x * x.adjoint(); }

// A product of a row and a column is a scalar, however C++ gets at it.
// CHECK-LABEL: func.func @inner
// CHECK-SAME:    -> f64
// CHECK-COUNT-4: mx.mul {{.*}} : !mx.matrix<1 x m, f64>, !mx.matrix<m x 1, f64>
DELGEN(del(x)) double inner(const VectorXd &x) {
  double s = x.transpose() * x;
  return s + (x.transpose() * x).value() + (x.transpose() * x)(0, 0) + (x.transpose() * x).sum();
}

// CHECK-LABEL: func.func @dot
// CHECK-NEXT:    %[[C:.*]] = mx.transpose %r
// CHECK-NEXT:    mx.inner %x, %[[C]] : <m x 1, f64>, <m x 1, f64>
DELGEN(del(x)) double dot(const VectorXd &x, const RowVectorXd &r) { return x.dot(r); }

// CHECK-LABEL: func.func @diagonal
// CHECK-NEXT:    %[[E:.*]] = mx.diag %x : !mx.matrix<m x 1, f64>
// CHECK-NEXT:    %[[D:.*]] = mx.diag %x
// CHECK-NEXT:    %[[AD:.*]] = mx.mul %A, %[[D]]
// CHECK-NEXT:    %[[EAD:.*]] = mx.mul %[[E]], %[[AD]]
// CHECK-NEXT:    mx.diagonal %[[EAD]] : !mx.matrix<m x m, f64>
DELGEN(del(x)) VectorXd diagonal(const MatrixXd &A, const VectorXd &x) {
  return (x.asDiagonal() * (A * x.asDiagonal())).diagonal();
}

// CHECK-LABEL: func.func @entry_by_entry
// CHECK-NEXT:    %[[XY:.*]] = mx.hadamard %x, %y
// CHECK-NEXT:    %[[INV:.*]] = mx.pow %y, -1.0
// CHECK-NEXT:    mx.hadamard %[[XY]], %[[INV]]
DELGEN(del(x)) VectorXd entry_by_entry(const VectorXd &x, const VectorXd &y) {
  return x.cwiseProduct(y).cwiseQuotient(y);
}

// Functions of Eigen that change the C++ type alone.
// CHECK-LABEL: func.func @nothing_to_do
// CHECK-NEXT:    %[[XX:.*]] = mx.mul %X, %X
// CHECK-NEXT:    return %[[XX]]
DELGEN(del(X)) MatrixXd nothing_to_do(const MatrixXd &X) {
  return (X.eval() * X.derived()).array().matrix().conjugate().real().eval();
}

// CHECK-LABEL: func.func @lazy_product
// CHECK-NEXT:    mx.mul %X, %X
DELGEN(del(X)) MatrixXd lazy_product(const MatrixXd &X) { return X.lazyProduct(X); }
