// RUN: %import | FileCheck %s
#include <Eigen/Dense>
#include <delgen/delgen.h>

// CHECK-LABEL: func.func @casts
// CHECK-SAME:    %x: !mx.matrix<m x 1, f32>
// CHECK-NEXT:    %[[X:.*]] = mx.cast %x : !mx.matrix<m x 1, f32> -> !mx.matrix<m x 1, f64>
// CHECK-NEXT:    %[[Y:.*]] = mx.add %[[X]], %y
// CHECK-NEXT:    %[[S:.*]] = mx.sum %[[Y]]
// CHECK-NEXT:    mx.cast %[[S]] : f64 -> f32
DELGEN(del(x)) float casts(const Eigen::VectorXf &x, const Eigen::VectorXd &y) {
  return (x.cast<double>() + y).sum();
}

// Eigen converts a scalar to the type of the entries.
// CHECK-LABEL: func.func @scalars
// CHECK:         %[[S:.*]] = mx.cast %s : f32 -> f64
// CHECK:         mx.mul %[[S]], %x : f64, !mx.matrix<m x 1, f64>
DELGEN(del(x)) Eigen::VectorXd scalars(const Eigen::VectorXd &x, float s) { return s * x; }

// CHECK-LABEL: func.func @mixed
// CHECK:         %[[X:.*]] = mx.cast %x : f32 -> f64
// CHECK:         %[[P:.*]] = mx.mul %[[X]], %y
// CHECK:         mx.cast %[[P]] : f64 -> f32
DELGEN(del(x)) float mixed(float x, double y) {
  x *= y;
  return static_cast<float>(x);
}
