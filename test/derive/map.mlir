// RUN: delgen-opt %s --mx-differentiate --canonicalize | FileCheck %s

// d s(a) = s′(a) ∘ da, entry by entry
func.func @matrix(%a: !mx.matrix<m x n, f64> {mx.name = "a"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "matrix", mx.del = [array<i64: 0>]} {
  %0 = mx.map "sin" %a : !mx.matrix<m x n, f64>
  return %0 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @matrix_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.map "cos" %[[A]] :
// CHECK-NEXT: %[[T1:.+]] = mx.hadamard %[[D1_A]], %[[T0]] :
// CHECK-NEXT: return %[[T1]] :

// the derivative may be written with the value
func.func @value(%a: !mx.matrix<m x n, f64> {mx.name = "a"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "value", mx.del = [array<i64: 0>]} {
  %0 = mx.map "exp" %a : !mx.matrix<m x n, f64>
  return %0 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @value_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.map "exp" %[[A]] :
// CHECK-NEXT: %[[T1:.+]] = mx.hadamard %[[D1_A]], %[[T0]] :
// CHECK-NEXT: return %[[T1]] :

// d acos a = −(1 − a²)^(−1/2) da
func.func @acos(%a: f64 {mx.name = "a"}) -> f64
    attributes {mx.cpp_name = "acos", mx.del = [array<i64: 0>]} {
  %0 = mx.map "acos" %a : f64
  return %0 : f64
}
// CHECK-LABEL: func.func @acos_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant -1.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.constant 1.000000e+00 : f64
// CHECK-NEXT: %[[T2:.+]] = mx.pow %[[A]], 2.000000e+00 :
// CHECK-NEXT: %[[T3:.+]] = mx.mul %[[T0]], %[[T2]] :
// CHECK-NEXT: %[[T4:.+]] = mx.add %[[T1]], %[[T3]] :
// CHECK-NEXT: %[[T5:.+]] = mx.pow %[[T4]], -5.000000e-01 :
// CHECK-NEXT: %[[T6:.+]] = mx.mul %[[T0]], %[[T5]] :
// CHECK-NEXT: %[[T7:.+]] = mx.mul %[[D1_A]], %[[T6]] :
// CHECK-NEXT: return %[[T7]] :

// d asin a = (1 − a²)^(−1/2) da
func.func @asin(%a: f64 {mx.name = "a"}) -> f64
    attributes {mx.cpp_name = "asin", mx.del = [array<i64: 0>]} {
  %0 = mx.map "asin" %a : f64
  return %0 : f64
}
// CHECK-LABEL: func.func @asin_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant -1.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.constant 1.000000e+00 : f64
// CHECK-NEXT: %[[T2:.+]] = mx.pow %[[A]], 2.000000e+00 :
// CHECK-NEXT: %[[T3:.+]] = mx.mul %[[T0]], %[[T2]] :
// CHECK-NEXT: %[[T4:.+]] = mx.add %[[T1]], %[[T3]] :
// CHECK-NEXT: %[[T5:.+]] = mx.pow %[[T4]], -5.000000e-01 :
// CHECK-NEXT: %[[T6:.+]] = mx.mul %[[D1_A]], %[[T5]] :
// CHECK-NEXT: return %[[T6]] :

// d atan a = 1/(1 + a²) da
func.func @atan(%a: f64 {mx.name = "a"}) -> f64
    attributes {mx.cpp_name = "atan", mx.del = [array<i64: 0>]} {
  %0 = mx.map "atan" %a : f64
  return %0 : f64
}
// CHECK-LABEL: func.func @atan_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 1.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.pow %[[A]], 2.000000e+00 :
// CHECK-NEXT: %[[T2:.+]] = mx.add %[[T0]], %[[T1]] :
// CHECK-NEXT: %[[T3:.+]] = mx.pow %[[T2]], -1.000000e+00 :
// CHECK-NEXT: %[[T4:.+]] = mx.mul %[[D1_A]], %[[T3]] :
// CHECK-NEXT: return %[[T4]] :

// d cbrt a = ⅓ (∛a)⁻² da
func.func @cbrt(%a: f64 {mx.name = "a"}) -> f64
    attributes {mx.cpp_name = "cbrt", mx.del = [array<i64: 0>]} {
  %0 = mx.map "cbrt" %a : f64
  return %0 : f64
}
// CHECK-LABEL: func.func @cbrt_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 0.33333333333333331 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.map "cbrt" %[[A]] :
// CHECK-NEXT: %[[T2:.+]] = mx.pow %[[T1]], -2.000000e+00 :
// CHECK-NEXT: %[[T3:.+]] = mx.mul %[[T0]], %[[T2]] :
// CHECK-NEXT: %[[T4:.+]] = mx.mul %[[D1_A]], %[[T3]] :
// CHECK-NEXT: return %[[T4]] :

// d cos a = −sin a da
func.func @cos(%a: f64 {mx.name = "a"}) -> f64
    attributes {mx.cpp_name = "cos", mx.del = [array<i64: 0>]} {
  %0 = mx.map "cos" %a : f64
  return %0 : f64
}
// CHECK-LABEL: func.func @cos_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant -1.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.map "sin" %[[A]] :
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[T0]], %[[T1]] :
// CHECK-NEXT: %[[T3:.+]] = mx.mul %[[D1_A]], %[[T2]] :
// CHECK-NEXT: return %[[T3]] :

// d cosh a = sinh a da
func.func @cosh(%a: f64 {mx.name = "a"}) -> f64
    attributes {mx.cpp_name = "cosh", mx.del = [array<i64: 0>]} {
  %0 = mx.map "cosh" %a : f64
  return %0 : f64
}
// CHECK-LABEL: func.func @cosh_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.map "sinh" %[[A]] :
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[D1_A]], %[[T0]] :
// CHECK-NEXT: return %[[T1]] :

// d erf a = 2/√π exp(−a²) da
func.func @erf(%a: f64 {mx.name = "a"}) -> f64
    attributes {mx.cpp_name = "erf", mx.del = [array<i64: 0>]} {
  %0 = mx.map "erf" %a : f64
  return %0 : f64
}
// CHECK-LABEL: func.func @erf_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 1.1283791670955126 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.constant -1.000000e+00 : f64
// CHECK-NEXT: %[[T2:.+]] = mx.pow %[[A]], 2.000000e+00 :
// CHECK-NEXT: %[[T3:.+]] = mx.mul %[[T1]], %[[T2]] :
// CHECK-NEXT: %[[T4:.+]] = mx.map "exp" %[[T3]] :
// CHECK-NEXT: %[[T5:.+]] = mx.mul %[[T0]], %[[T4]] :
// CHECK-NEXT: %[[T6:.+]] = mx.mul %[[D1_A]], %[[T5]] :
// CHECK-NEXT: return %[[T6]] :

// d exp a = exp a da
func.func @exp(%a: f64 {mx.name = "a"}) -> f64
    attributes {mx.cpp_name = "exp", mx.del = [array<i64: 0>]} {
  %0 = mx.map "exp" %a : f64
  return %0 : f64
}
// CHECK-LABEL: func.func @exp_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.map "exp" %[[A]] :
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[D1_A]], %[[T0]] :
// CHECK-NEXT: return %[[T1]] :

// d expm1 a = exp a da
func.func @expm1(%a: f64 {mx.name = "a"}) -> f64
    attributes {mx.cpp_name = "expm1", mx.del = [array<i64: 0>]} {
  %0 = mx.map "expm1" %a : f64
  return %0 : f64
}
// CHECK-LABEL: func.func @expm1_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.map "exp" %[[A]] :
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[D1_A]], %[[T0]] :
// CHECK-NEXT: return %[[T1]] :

// d log a = 1/a da
func.func @log(%a: f64 {mx.name = "a"}) -> f64
    attributes {mx.cpp_name = "log", mx.del = [array<i64: 0>]} {
  %0 = mx.map "log" %a : f64
  return %0 : f64
}
// CHECK-LABEL: func.func @log_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.pow %[[A]], -1.000000e+00 :
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[D1_A]], %[[T0]] :
// CHECK-NEXT: return %[[T1]] :

// d log1p a = 1/(1 + a) da
func.func @log1p(%a: f64 {mx.name = "a"}) -> f64
    attributes {mx.cpp_name = "log1p", mx.del = [array<i64: 0>]} {
  %0 = mx.map "log1p" %a : f64
  return %0 : f64
}
// CHECK-LABEL: func.func @log1p_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 1.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.add %[[T0]], %[[A]] :
// CHECK-NEXT: %[[T2:.+]] = mx.pow %[[T1]], -1.000000e+00 :
// CHECK-NEXT: %[[T3:.+]] = mx.mul %[[D1_A]], %[[T2]] :
// CHECK-NEXT: return %[[T3]] :

// d sin a = cos a da
func.func @sin(%a: f64 {mx.name = "a"}) -> f64
    attributes {mx.cpp_name = "sin", mx.del = [array<i64: 0>]} {
  %0 = mx.map "sin" %a : f64
  return %0 : f64
}
// CHECK-LABEL: func.func @sin_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.map "cos" %[[A]] :
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[D1_A]], %[[T0]] :
// CHECK-NEXT: return %[[T1]] :

// d sinh a = cosh a da
func.func @sinh(%a: f64 {mx.name = "a"}) -> f64
    attributes {mx.cpp_name = "sinh", mx.del = [array<i64: 0>]} {
  %0 = mx.map "sinh" %a : f64
  return %0 : f64
}
// CHECK-LABEL: func.func @sinh_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.map "cosh" %[[A]] :
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[D1_A]], %[[T0]] :
// CHECK-NEXT: return %[[T1]] :

// d tan a = 1 + tan²a da
func.func @tan(%a: f64 {mx.name = "a"}) -> f64
    attributes {mx.cpp_name = "tan", mx.del = [array<i64: 0>]} {
  %0 = mx.map "tan" %a : f64
  return %0 : f64
}
// CHECK-LABEL: func.func @tan_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 1.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.map "tan" %[[A]] :
// CHECK-NEXT: %[[T2:.+]] = mx.pow %[[T1]], 2.000000e+00 :
// CHECK-NEXT: %[[T3:.+]] = mx.add %[[T0]], %[[T2]] :
// CHECK-NEXT: %[[T4:.+]] = mx.mul %[[D1_A]], %[[T3]] :
// CHECK-NEXT: return %[[T4]] :

// d tanh a = 1 − tanh²a da
func.func @tanh(%a: f64 {mx.name = "a"}) -> f64
    attributes {mx.cpp_name = "tanh", mx.del = [array<i64: 0>]} {
  %0 = mx.map "tanh" %a : f64
  return %0 : f64
}
// CHECK-LABEL: func.func @tanh_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant -1.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.constant 1.000000e+00 : f64
// CHECK-NEXT: %[[T2:.+]] = mx.map "tanh" %[[A]] :
// CHECK-NEXT: %[[T3:.+]] = mx.pow %[[T2]], 2.000000e+00 :
// CHECK-NEXT: %[[T4:.+]] = mx.mul %[[T0]], %[[T3]] :
// CHECK-NEXT: %[[T5:.+]] = mx.add %[[T1]], %[[T4]] :
// CHECK-NEXT: %[[T6:.+]] = mx.mul %[[D1_A]], %[[T5]] :
// CHECK-NEXT: return %[[T6]] :

func.func @abs(%a: f64 {mx.name = "a"}) -> f64
    attributes {mx.cpp_name = "abs", mx.del = [array<i64: 0>]} {
  %0 = mx.map "abs" %a : f64
  return %0 : f64
}
// CHECK-LABEL: func.func @abs_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.map "sign" %[[A]] :
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[D1_A]], %[[T0]] :
// CHECK-NEXT: return %[[T1]] :

func.func @acosh(%a: f64 {mx.name = "a"}) -> f64
    attributes {mx.cpp_name = "acosh", mx.del = [array<i64: 0>]} {
  %0 = mx.map "acosh" %a : f64
  return %0 : f64
}
// CHECK-LABEL: func.func @acosh_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 1.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.constant -1.000000e+00 : f64
// CHECK-NEXT: %[[T2:.+]] = mx.add %[[T1]], %[[A]] :
// CHECK-NEXT: %[[T3:.+]] = mx.pow %[[T2]], -5.000000e-01 :
// CHECK-NEXT: %[[T4:.+]] = mx.add %[[T0]], %[[A]] :
// CHECK-NEXT: %[[T5:.+]] = mx.pow %[[T4]], -5.000000e-01 :
// CHECK-NEXT: %[[T6:.+]] = mx.mul %[[T3]], %[[T5]] :
// CHECK-NEXT: %[[T7:.+]] = mx.mul %[[D1_A]], %[[T6]] :
// CHECK-NEXT: return %[[T7]] :

func.func @asinh(%a: f64 {mx.name = "a"}) -> f64
    attributes {mx.cpp_name = "asinh", mx.del = [array<i64: 0>]} {
  %0 = mx.map "asinh" %a : f64
  return %0 : f64
}
// CHECK-LABEL: func.func @asinh_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 1.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.pow %[[A]], 2.000000e+00 :
// CHECK-NEXT: %[[T2:.+]] = mx.add %[[T0]], %[[T1]] :
// CHECK-NEXT: %[[T3:.+]] = mx.pow %[[T2]], -5.000000e-01 :
// CHECK-NEXT: %[[T4:.+]] = mx.mul %[[D1_A]], %[[T3]] :
// CHECK-NEXT: return %[[T4]] :

func.func @atanh(%a: f64 {mx.name = "a"}) -> f64
    attributes {mx.cpp_name = "atanh", mx.del = [array<i64: 0>]} {
  %0 = mx.map "atanh" %a : f64
  return %0 : f64
}
// CHECK-LABEL: func.func @atanh_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant -1.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.constant 1.000000e+00 : f64
// CHECK-NEXT: %[[T2:.+]] = mx.pow %[[A]], 2.000000e+00 :
// CHECK-NEXT: %[[T3:.+]] = mx.mul %[[T0]], %[[T2]] :
// CHECK-NEXT: %[[T4:.+]] = mx.add %[[T1]], %[[T3]] :
// CHECK-NEXT: %[[T5:.+]] = mx.pow %[[T4]], -1.000000e+00 :
// CHECK-NEXT: %[[T6:.+]] = mx.mul %[[D1_A]], %[[T5]] :
// CHECK-NEXT: return %[[T6]] :

func.func @ceil(%a: f64 {mx.name = "a"}) -> f64
    attributes {mx.cpp_name = "ceil", mx.del = [array<i64: 0>]} {
  %0 = mx.map "ceil" %a : f64
  return %0 : f64
}
// CHECK-LABEL: func.func @ceil_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 0.000000e+00 : f64
// CHECK-NEXT: return %[[T0]] :

func.func @erfc(%a: f64 {mx.name = "a"}) -> f64
    attributes {mx.cpp_name = "erfc", mx.del = [array<i64: 0>]} {
  %0 = mx.map "erfc" %a : f64
  return %0 : f64
}
// CHECK-LABEL: func.func @erfc_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant -1.1283791670955126 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.constant -1.000000e+00 : f64
// CHECK-NEXT: %[[T2:.+]] = mx.pow %[[A]], 2.000000e+00 :
// CHECK-NEXT: %[[T3:.+]] = mx.mul %[[T1]], %[[T2]] :
// CHECK-NEXT: %[[T4:.+]] = mx.map "exp" %[[T3]] :
// CHECK-NEXT: %[[T5:.+]] = mx.mul %[[T0]], %[[T4]] :
// CHECK-NEXT: %[[T6:.+]] = mx.mul %[[D1_A]], %[[T5]] :
// CHECK-NEXT: return %[[T6]] :

func.func @floor(%a: f64 {mx.name = "a"}) -> f64
    attributes {mx.cpp_name = "floor", mx.del = [array<i64: 0>]} {
  %0 = mx.map "floor" %a : f64
  return %0 : f64
}
// CHECK-LABEL: func.func @floor_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 0.000000e+00 : f64
// CHECK-NEXT: return %[[T0]] :

func.func @logistic(%a: f64 {mx.name = "a"}) -> f64
    attributes {mx.cpp_name = "logistic", mx.del = [array<i64: 0>]} {
  %0 = mx.map "logistic" %a : f64
  return %0 : f64
}
// CHECK-LABEL: func.func @logistic_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant -1.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.map "logistic" %[[A]] :
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[T0]], %[[A]] :
// CHECK-NEXT: %[[T3:.+]] = mx.map "logistic" %[[T2]] :
// CHECK-NEXT: %[[T4:.+]] = mx.mul %[[T1]], %[[T3]] :
// CHECK-NEXT: %[[T5:.+]] = mx.mul %[[D1_A]], %[[T4]] :
// CHECK-NEXT: return %[[T5]] :

func.func @rint(%a: f64 {mx.name = "a"}) -> f64
    attributes {mx.cpp_name = "rint", mx.del = [array<i64: 0>]} {
  %0 = mx.map "rint" %a : f64
  return %0 : f64
}
// CHECK-LABEL: func.func @rint_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 0.000000e+00 : f64
// CHECK-NEXT: return %[[T0]] :

func.func @round(%a: f64 {mx.name = "a"}) -> f64
    attributes {mx.cpp_name = "round", mx.del = [array<i64: 0>]} {
  %0 = mx.map "round" %a : f64
  return %0 : f64
}
// CHECK-LABEL: func.func @round_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 0.000000e+00 : f64
// CHECK-NEXT: return %[[T0]] :

func.func @sign(%a: f64 {mx.name = "a"}) -> f64
    attributes {mx.cpp_name = "sign", mx.del = [array<i64: 0>]} {
  %0 = mx.map "sign" %a : f64
  return %0 : f64
}
// CHECK-LABEL: func.func @sign_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 0.000000e+00 : f64
// CHECK-NEXT: return %[[T0]] :

func.func @softplus(%a: f64 {mx.name = "a"}) -> f64
    attributes {mx.cpp_name = "softplus", mx.del = [array<i64: 0>]} {
  %0 = mx.map "softplus" %a : f64
  return %0 : f64
}
// CHECK-LABEL: func.func @softplus_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.map "logistic" %[[A]] :
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[D1_A]], %[[T0]] :
// CHECK-NEXT: return %[[T1]] :

func.func @trunc(%a: f64 {mx.name = "a"}) -> f64
    attributes {mx.cpp_name = "trunc", mx.del = [array<i64: 0>]} {
  %0 = mx.map "trunc" %a : f64
  return %0 : f64
}
// CHECK-LABEL: func.func @trunc_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 0.000000e+00 : f64
// CHECK-NEXT: return %[[T0]] :
