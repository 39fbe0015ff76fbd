// RUN: delgen %s -o - | FileCheck %s --match-full-lines

// A function that has mx.directions is printed as it stands; d⁰ has none.

// a number, a float
func.func @number(%a: f64 {mx.name = "a", mx.type = "double"}) -> f64
    attributes {mx.cpp_name = "number", mx.result = "double", mx.directions = []} {
  %0 = mx.constant 0.1 : f64
  %1 = mx.mul %0, %a : f64, f64
  return %1 : f64
}
// CHECK-LABEL: /// d⁰number(a; ) = 0.1 a
// CHECK-NEXT: inline double number(double a) {
// CHECK-NEXT:   return 0.1 * a;
// CHECK-NEXT: }

func.func @whole(%a: f64 {mx.name = "a", mx.type = "double"}) -> f64
    attributes {mx.cpp_name = "whole", mx.result = "double", mx.directions = []} {
  %0 = mx.constant 2.0 : f64
  %1 = mx.mul %0, %a : f64, f64
  return %1 : f64
}
// CHECK-LABEL: /// d⁰whole(a; ) = 2 a
// CHECK-NEXT: inline double whole(double a) {
// CHECK-NEXT:   return 2.0 * a;
// CHECK-NEXT: }

func.func @single(%a: f32 {mx.name = "a", mx.type = "float"}) -> f32
    attributes {mx.cpp_name = "single", mx.result = "float", mx.directions = []} {
  %0 = mx.constant 0.1 : f32
  %1 = mx.mul %0, %a : f32, f32
  return %1 : f32
}
// CHECK-LABEL: /// d⁰single(a; ) = 0.1 a
// CHECK-NEXT: inline float single(float a) {
// CHECK-NEXT:   return 0.1f * a;
// CHECK-NEXT: }

func.func @tiny(%a: f64 {mx.name = "a", mx.type = "double"}) -> f64
    attributes {mx.cpp_name = "tiny", mx.result = "double", mx.directions = []} {
  %0 = mx.constant 1.0e-20 : f64
  %1 = mx.mul %0, %a : f64, f64
  return %1 : f64
}
// CHECK-LABEL: /// d⁰tiny(a; ) = 1e-20 a
// CHECK-NEXT: inline double tiny(double a) {
// CHECK-NEXT:   return 1e-20 * a;
// CHECK-NEXT: }

func.func @alone(%a: f64 {mx.name = "a", mx.type = "double"}) -> f64
    attributes {mx.cpp_name = "alone", mx.result = "double", mx.directions = []} {
  %0 = mx.constant -3.0 : f64
  return %0 : f64
}
// CHECK-LABEL: /// d⁰alone(a; ) = −3
// CHECK-NEXT: inline double alone(double /*a*/) {
// CHECK-NEXT:   return -3.0;
// CHECK-NEXT: }
