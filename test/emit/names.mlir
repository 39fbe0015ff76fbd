// Local variables keep the user's names, but not where a parameter, a keyword or the
// user's namespace has them.
//
// RUN: delgen %s -o - | FileCheck %s --match-full-lines

module attributes {mx.reserved = ["g", "t0"]} {
func.func @f(%x: f64 {mx.name = "x", mx.type = "double"}, %r: f64 {mx.name = "r", mx.type = "double"})
    -> f64 attributes {mx.cpp_name = "f", mx.result = "double", mx.directions = []} {
  %0 = mx.map "exp" %x : f64 loc("own")
  %1 = mx.map "sin" %0 : f64 loc("x")
  %2 = mx.map "cos" %0 : f64 loc("double")
  %3 = mx.map "tan" %0 : f64 loc("g")
  %4 = mx.map "atan" %0 : f64
  %5 = mx.mul %0, %r : f64, f64
  %6 = mx.pow %5, 0.5 : f64
  %7 = mx.map "exp" %6 : f64
  %8 = mx.mul %1, %2, %3, %4, %7 : f64, f64, f64, f64, f64
  %9 = mx.map "sinh" %8 : f64
  %10 = mx.add %1, %2, %3, %4, %9, %6 : f64, f64, f64, f64, f64, f64
  return %10 : f64
}
}

// CHECK: /// d⁰f(x; ) = atan(own) + double2 + x2 + sinh(atan(own) double2 exp(√(r own)) x2 g2) + g2 +
// CHECK-NEXT: ///     √(r own)
// CHECK-NEXT: ///   where own = exp(x)
// CHECK-NEXT: ///   and double2 = cos(own)
// CHECK-NEXT: ///   and x2 = sin(own)
// CHECK-NEXT: ///   and g2 = tan(own)
// CHECK-NEXT: inline double f(double x, double r) {
// CHECK-NEXT:   const double own = std::exp(x);
// CHECK-NEXT:   const double t0_2 = std::atan(own);
// CHECK-NEXT:   const double double2 = std::cos(own);
// CHECK-NEXT:   const double x2 = std::sin(own);
// CHECK-NEXT:   const double r2 = std::sqrt(r * own);
// CHECK-NEXT:   const double g2 = std::tan(own);
// CHECK-NEXT:   return t0_2 + double2 + x2 + std::sinh(t0_2 * double2 * std::exp(r2) * x2 * g2) + g2 + r2;
// CHECK-NEXT: }
