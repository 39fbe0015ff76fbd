// RUN: %import | FileCheck %s
//
// Between arrays every operator works entry by entry.

#include <Eigen/Dense>
#include <delgen/delgen.h>

using namespace Eigen;

// CHECK-LABEL: func.func @products
// CHECK-SAME:    %a: !mx.matrix<m x n, f64> {mx.array,
// CHECK-SAME:    attributes {mx.array,
// CHECK-NEXT:    %[[AB:.*]] = mx.hadamard %a, %b
// CHECK-NEXT:    %[[INV:.*]] = mx.pow %b, -1.0
// CHECK-NEXT:    mx.hadamard %[[AB]], %[[INV]]
DELGEN(del(a)) ArrayXXd products(const ArrayXXd &a, const ArrayXXd &b) { return a * b / b; }

// CHECK-LABEL: func.func @with_scalars
// CHECK-NEXT:    %[[F:.*]] = mx.fill %s : f64 -> <m x 1, f64>
// CHECK-NEXT:    %[[P:.*]] = mx.add %a, %[[F]]
// CHECK-NEXT:    %[[F2:.*]] = mx.fill %s
// CHECK:         %[[NP:.*]] = mx.mul %{{.*}}, %[[P]]
// CHECK-NEXT:    %[[D:.*]] = mx.add %[[F2]], %[[NP]]
// CHECK-NEXT:    %[[INV:.*]] = mx.pow %a, -1.0
// CHECK-NEXT:    %[[Q:.*]] = mx.mul %s, %[[INV]]
// CHECK-NEXT:    mx.hadamard %[[D]], %[[Q]]
DELGEN(del(a)) ArrayXd with_scalars(const ArrayXd &a, double s) { return (s - (a + s)) * (s / a); }

// The view of a matrix as an array, and of an array as a matrix.
// CHECK-LABEL: func.func @views
// CHECK-NOT:     {mx.array
// CHECK-NEXT:    %[[XX:.*]] = mx.mul %X, %X
// CHECK-NEXT:    mx.hadamard %[[XX]], %X
DELGEN(del(X)) MatrixXd views(const MatrixXd &X) {
  return (X.array().matrix() * X).array() * X.array();
}

// A 1×1 value needs no entries.
// CHECK-LABEL: func.func @scalar
// CHECK-NEXT:    %[[P:.*]] = mx.mul %a, %a : f64, f64
// CHECK-NEXT:    return %[[P]] : f64
DELGEN(del(a)) Array<double, 1, 1> scalar(const Array<double, 1, 1> &a) { return a * a; }

// CHECK-LABEL: func.func @powers
// CHECK-NEXT:    %[[A:.*]] = mx.pow %a, 2.5
// CHECK-NEXT:    %[[B:.*]] = mx.pow %a, 3.0
// CHECK-NEXT:    %[[S:.*]] = mx.add %[[A]], %[[B]]
// CHECK-NEXT:    %[[C:.*]] = mx.power %a, %p : !mx.matrix<m x 1, f64>, f64
// CHECK-NEXT:    mx.add %[[S]], %[[C]]
DELGEN(del(a)) ArrayXd powers(const ArrayXd &a, double p) {
  return a.pow(2.5) + pow(a, 3) + Eigen::pow(a, p);
}
