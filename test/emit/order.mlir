// A function stands after those that it calls; namespaces are opened and closed.
//
// RUN: delgen %s -o - | FileCheck %s --match-full-lines

func.func @"a::f"(%x: f64 {mx.name = "x", mx.type = "double"}) -> f64
    attributes {mx.cpp_name = "f", mx.namespace = "a", mx.result = "double", mx.directions = []} {
  %0 = mx.call @"b::c::g"(%x) : (f64) -> f64
  %1 = mx.call @h(%0) : (f64) -> f64
  return %1 : f64
}
func.func @"b::c::g"(%x: f64 {mx.name = "x", mx.type = "double"}) -> f64
    attributes {mx.cpp_name = "g", mx.namespace = "b::c", mx.result = "double", mx.directions = []} {
  %0 = mx.map "sin" %x : f64
  return %0 : f64
}
func.func @h(%x: f64 {mx.name = "x", mx.type = "double"}) -> f64
    attributes {mx.cpp_name = "h", mx.namespace = "", mx.result = "double", mx.directions = []} {
  %0 = mx.map "cos" %x : f64
  return %0 : f64
}

// CHECK: namespace b::c {
// CHECK-EMPTY:
// CHECK-NEXT: /// d⁰g(x; ) = sin(x)
// CHECK-NEXT: inline double g(double x) {
// CHECK-NEXT:   return std::sin(x);
// CHECK-NEXT: }
// CHECK-EMPTY:
// CHECK-NEXT: } // namespace b::c
// CHECK-EMPTY:
// CHECK-NEXT: /// d⁰h(x; ) = cos(x)
// CHECK-NEXT: inline double h(double x) {
// CHECK-NEXT:   return std::cos(x);
// CHECK-NEXT: }
// CHECK-EMPTY:
// CHECK-NEXT: namespace a {
// CHECK-EMPTY:
// CHECK-NEXT: /// d⁰f(x; ) = h(g(x))
// CHECK-NEXT: inline double f(double x) {
// CHECK-NEXT:   return ::h(::b::c::g(x));
// CHECK-NEXT: }
// CHECK-EMPTY:
// CHECK-NEXT: } // namespace a
