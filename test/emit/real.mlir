// RUN: delgen %s -o - | FileCheck %s --match-full-lines

// A function that has mx.directions is printed as it stands; d⁰ has none.

func.func @real(%i: index {mx.name = "i", mx.type = "Eigen::Index"},
    %s: f64 {mx.name = "s", mx.type = "double"}) -> f64
    attributes {mx.cpp_name = "real", mx.result = "double", mx.directions = []} {
  %0 = mx.real %i : f64
  %1 = mx.mul %s, %0 : f64, f64
  return %1 : f64
}
// CHECK-LABEL: /// d⁰real(i; ) = s i
// CHECK-NEXT: inline double real(Eigen::Index i, double s) {
// CHECK-NEXT:   return s * static_cast<double>(i);
// CHECK-NEXT: }

func.func @single(%i: index {mx.name = "i", mx.type = "Eigen::Index"},
    %s: f32 {mx.name = "s", mx.type = "float"}) -> f32
    attributes {mx.cpp_name = "single", mx.result = "float", mx.directions = []} {
  %0 = mx.real %i : f32
  %1 = mx.mul %s, %0 : f32, f32
  return %1 : f32
}
// CHECK-LABEL: /// d⁰single(i; ) = s i
// CHECK-NEXT: inline float single(Eigen::Index i, float s) {
// CHECK-NEXT:   return s * static_cast<float>(i);
// CHECK-NEXT: }
