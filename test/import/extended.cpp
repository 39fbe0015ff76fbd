// RUN: %import | FileCheck %s
//
// EIGEN_PI is a long double, and so is what is computed with it on the way to a double.

#include <Eigen/Dense>
#include <cmath>
#include <delgen/delgen.h>

// CHECK-LABEL: func.func @area(
// CHECK-NEXT: %[[PI:.*]] = mx.constant 3.14159265358979{{.*}} : f64
// CHECK-NEXT: %[[S:.*]] = mx.mul %[[PI]], %r : f64, f64
// CHECK-NEXT: mx.mul %[[S]], %r : f64, f64
DELGEN(del(r)) double area(double r) { return EIGEN_PI * r * r; }

// CHECK-LABEL: func.func @wave(
// CHECK: %[[S:.*]] = mx.map "sin" %{{.*}} : f64
// CHECK: mx.cast %{{.*}} : f64 -> f32
DELGEN(del(x)) float wave(float x) { return std::sin(2 * EIGEN_PI * x); }
