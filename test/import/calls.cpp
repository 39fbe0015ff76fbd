// RUN: %import | FileCheck %s
//
// A function that is called is imported once, before its callers. Each call binds its size
// symbols anew.

#include <Eigen/Dense>
#include <delgen/delgen.h>

using namespace Eigen;

double square_of_norm(const VectorXd &x) { return x.squaredNorm(); }
MatrixXd outer(const VectorXd &x, const VectorXd &y) { return x * y.transpose(); }
VectorXd ones(int n) { return VectorXd::Ones(n); }
double scaled(double s, double factor = 2) { return factor * s; }
double at_least(const Ref<const VectorXd> &x) { return x.sum(); }

// CHECK-LABEL: func.func @square_of_norm
// CHECK-NOT:     mx.del
// CHECK-LABEL: func.func @twice
// CHECK:         mx.call @square_of_norm(%x) : (!mx.matrix<m x 1, f64>) -> f64
// CHECK:         %[[Y:.*]] = mx.mul %A, %x
// CHECK:         mx.call @square_of_norm(%[[Y]]) : (!mx.matrix<n x 1, f64>) -> f64
DELGEN(del(x)) double twice(const VectorXd &x, const MatrixXd &A) {
  return square_of_norm(x) + square_of_norm(A * x);
}

// CHECK-LABEL: func.func @outer
// CHECK-LABEL: func.func @result_size
// CHECK:         mx.call @outer(%x, %y) : (!mx.matrix<3 x 1, f64>, !mx.matrix<m x 1, f64>) -> !mx.matrix<3 x m, f64>
DELGEN(del(x)) MatrixXd result_size(const Vector3d &x, const VectorXd &y) { return outer(x, y); }

// CHECK-LABEL: func.func @ones
// CHECK-SAME:    mx.size = "n"
// CHECK-LABEL: func.func @size_from_integer
// CHECK:         %[[K:.*]] = mx.extent "m"
// CHECK:         mx.call @ones(%[[K]]) : (index) -> !mx.matrix<m x 1, f64>
DELGEN(del(x)) VectorXd size_from_integer(const VectorXd &x) { return x + ones(x.size()); }

// CHECK-LABEL: func.func @scaled
// CHECK-LABEL: func.func @conversions
// CHECK:         %[[S:.*]] = mx.cast %s : f32 -> f64
// CHECK:         mx.constant 2.0
// CHECK:         mx.call @scaled(%[[S]], %{{.*}})
DELGEN(del(s)) double conversions(float s) { return scaled(s); }

// CHECK-LABEL: func.func @at_least
// CHECK-LABEL: func.func @expression_argument
// CHECK:         %[[XX:.*]] = mx.add %x, %x
// CHECK:         mx.call @at_least(%[[XX]])
DELGEN(del(x)) double expression_argument(const VectorXd &x) { return at_least(x + x); }

// An annotated function is called like any other.
// CHECK-LABEL: func.func @caller
// CHECK:         mx.call @twice
DELGEN(del(x)) double caller(const VectorXd &x, const MatrixXd &A) { return twice(x, A); }
