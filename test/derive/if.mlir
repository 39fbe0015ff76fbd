// RUN: delgen-opt %s --pass-pipeline='builtin.module(mx-differentiate,func.func(mx-simplify))' | FileCheck %s

// Each side is differentiated; the condition has no tangent.
func.func @either(%a: f64 {mx.name = "a"}) -> f64
    attributes {mx.cpp_name = "either", mx.del = [array<i64: 0>]} {
  %one = mx.constant 1.0 : f64
  %c = mx.compare "lt" %a, %one : f64, f64
  %y = mx.if %c : f64 with %a : f64 -> f64 {
  ^bb0(%b: f64):
    %s = mx.map "sin" %b : f64
    mx.yield %s : f64
  } else {
  ^bb0(%b: f64):
    %e = mx.map "exp" %b : f64
    mx.yield %e : f64
  }
  return %y : f64
}
// CHECK-LABEL: func.func @either_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 1.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.compare "lt" %[[A]], %[[T0]] :
// CHECK-NEXT: %[[T2:.+]] = mx.if %[[T1]] : f64 with %[[A]], %[[D1_A]] : f64, f64 -> f64 {
// CHECK-NEXT: ^bb0(%[[B0:.+]]: f64, %[[B1:.+]]: f64):
// CHECK-NEXT:   %[[T3:.+]] = mx.map "cos" %[[B0]] :
// CHECK-NEXT:   %[[T4:.+]] = mx.mul %[[B1]], %[[T3]] :
// CHECK-NEXT:   mx.yield %[[T4]] :
// CHECK-NEXT: } else {
// CHECK-NEXT: ^bb0(%[[B2:.+]]: f64, %[[B3:.+]]: f64):
// CHECK-NEXT:   %[[T5:.+]] = mx.map "exp" %[[B2]] :
// CHECK-NEXT:   %[[T6:.+]] = mx.mul %[[B3]], %[[T5]] :
// CHECK-NEXT:   mx.yield %[[T6]] :
// CHECK-NEXT: }
// CHECK-NEXT: return %[[T2]] :

// The transpose of a choice is the choice of the transposes: zero where a side reads nothing.
func.func @one_side(%c: f64 {mx.name = "c"}, %x: !mx.matrix<n x 1, f64> {mx.name = "x"}) -> f64
    attributes {mx.cpp_name = "one_side", mx.requests = [{of = array<i64: 1>, what = "gradient"}]} {
  %y = mx.if %c : f64 with %x : !mx.matrix<n x 1, f64> -> f64 {
  ^bb0(%v: !mx.matrix<n x 1, f64>):
    %s = mx.inner %v, %v : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64>
    mx.yield %s : f64
  } else {
  ^bb0(%v: !mx.matrix<n x 1, f64>):
    %one = mx.constant 1.0 : f64
    mx.yield %one : f64
  }
  return %y : f64
}
// CHECK-LABEL: func.func @one_side_grad_x(
// CHECK-SAME: %[[C:[^:]+]]:{{.*}}%[[X:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.if %[[C]] : f64 with %[[X]] : !mx.matrix<n x 1, f64> -> !mx.matrix<n x 1, f64> {
// CHECK-NEXT: ^bb0(%[[B0:.+]]: !mx.matrix<n x 1, f64>):
// CHECK-NEXT:   %[[T1:.+]] = mx.constant 2.000000e+00 : f64
// CHECK-NEXT:   %[[T2:.+]] = mx.mul %[[T1]], %[[B0]] :
// CHECK-NEXT:   mx.yield %[[T2]] :
// CHECK-NEXT: } else {
// CHECK-NEXT: ^bb0(%[[B1:.+]]: !mx.matrix<n x 1, f64>):
// CHECK-NEXT:   %[[T3:.+]] = mx.constant 0.000000e+00 : f64
// CHECK-NEXT:   %[[T4:.+]] = mx.fill %[[T3]] : f64 -> <n x 1, f64>
// CHECK-NEXT:   mx.yield %[[T4]] :
// CHECK-NEXT: }
// CHECK-NEXT: return %[[T0]] :

// A Hessian is chosen as the function is.
func.func @curved(%c: f64 {mx.name = "c"}, %x: !mx.matrix<n x 1, f64> {mx.name = "x"}, %A: !mx.matrix<n x n, f64> {mx.name = "A"}) -> f64
    attributes {mx.cpp_name = "curved", mx.requests = [{of = array<i64: 1>, what = "hessian"}]} {
  %y = mx.if %c : f64 with %x, %A : !mx.matrix<n x 1, f64>, !mx.matrix<n x n, f64> -> f64 {
  ^bb0(%v: !mx.matrix<n x 1, f64>, %a: !mx.matrix<n x n, f64>):
    %s = mx.inner %v, %v : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64>
    mx.yield %s : f64
  } else {
  ^bb0(%v: !mx.matrix<n x 1, f64>, %a: !mx.matrix<n x n, f64>):
    %av = mx.mul %a, %v : !mx.matrix<n x n, f64>, !mx.matrix<n x 1, f64>
    %s = mx.inner %v, %av : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64>
    mx.yield %s : f64
  }
  return %y : f64
}
// CHECK-LABEL: func.func @curved_hess_x(
// CHECK-SAME: %[[C:[^:]+]]:{{.*}}%{{[^:]+}}:{{.*}}%[[A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.if %[[C]] : f64 with %[[A]] : !mx.matrix<n x n, f64> -> !mx.matrix<n x n, f64> {
// CHECK-NEXT: ^bb0(%[[B0:.+]]: !mx.matrix<n x n, f64>):
// CHECK-NEXT:   %[[T1:.+]] = mx.constant 2.000000e+00 : f64
// CHECK-NEXT:   %[[T2:.+]] = mx.identity :
// CHECK-NEXT:   %[[T3:.+]] = mx.mul %[[T1]], %[[T2]] :
// CHECK-NEXT:   mx.yield %[[T3]] :
// CHECK-NEXT: } else {
// CHECK-NEXT: ^bb0(%[[B1:.+]]: !mx.matrix<n x n, f64>):
// CHECK-NEXT:   %[[T4:.+]] = mx.transpose %[[B1]] :
// CHECK-NEXT:   %[[T5:.+]] = mx.add %[[B1]], %[[T4]] :
// CHECK-NEXT:   mx.yield %[[T5]] :
// CHECK-NEXT: }
// CHECK-NEXT: %[[T6:.+]] = mx.mirror %[[T0]] :
// CHECK-NEXT: return %[[T6]] :

// Both sides carry Taylor coefficients.
func.func @series(%c: f64 {mx.name = "c"}, %a: f64 {mx.name = "a"}) -> f64
    attributes {mx.cpp_name = "series", mx.requests = [{of = array<i64: 1>, what = "directional", order = 2 : i64}]} {
  %y = mx.if %c : f64 with %a : f64 -> f64 {
  ^bb0(%b: f64):
    %s = mx.mul %b, %b : f64, f64
    mx.yield %s : f64
  } else {
  ^bb0(%b: f64):
    mx.yield %b : f64
  }
  return %y : f64
}
// CHECK-LABEL: func.func @series_dir2_a(
// CHECK-SAME: %[[C:[^:]+]]:{{.*}}%{{[^:]+}}:{{.*}}%[[D_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 2.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.if %[[C]] : f64 with %[[D_A]] : f64 -> f64 {
// CHECK-NEXT: ^bb0(%[[B0:.+]]: f64):
// CHECK-NEXT:   %[[T2:.+]] = mx.pow %[[B0]], 2.000000e+00 :
// CHECK-NEXT:   mx.yield %[[T2]] :
// CHECK-NEXT: } else {
// CHECK-NEXT: ^bb0(%[[B1:.+]]: f64):
// CHECK-NEXT:   %[[T3:.+]] = mx.constant 0.000000e+00 : f64
// CHECK-NEXT:   mx.yield %[[T3]] :
// CHECK-NEXT: }
// CHECK-NEXT: %[[T4:.+]] = mx.mul %[[T0]], %[[T1]] :
// CHECK-NEXT: return %[[T4]] :
