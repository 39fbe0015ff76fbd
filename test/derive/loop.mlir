// RUN: delgen-opt %s --pass-pipeline='builtin.module(mx-differentiate,func.func(mx-simplify))' | FileCheck %s

// The tangent is carried beside the value: dh ← A dh.
func.func @steps(%A: !mx.matrix<n x n, f64> {mx.name = "A"}, %x: !mx.matrix<n x 1, f64> {mx.name = "x"},
    %n: index {mx.name = "n"}) -> !mx.matrix<n x 1, f64>
    attributes {mx.cpp_name = "steps", mx.del = [array<i64: 1>, array<i64: 1, 1>]} {
  %h = mx.loop times %n from %x : !mx.matrix<n x 1, f64> with %A : !mx.matrix<n x n, f64> -> !mx.matrix<n x 1, f64> {
  ^bb0(%k: index, %h0: !mx.matrix<n x 1, f64>, %a: !mx.matrix<n x n, f64>):
    %h1 = mx.mul %a, %h0 : !mx.matrix<n x n, f64>, !mx.matrix<n x 1, f64>
    mx.yield %h1 : !mx.matrix<n x 1, f64>
  }
  return %h : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: func.func @steps_d1_x(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%{{[^:]+}}:{{.*}}%[[N:[^:]+]]:{{.*}}%[[D1_X:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.loop times %[[N]] from %[[D1_X]] : !mx.matrix<n x 1, f64> with %[[A]] : !mx.matrix<n x n, f64> -> !mx.matrix<n x 1, f64> {
// CHECK-NEXT: ^bb0(%[[B0:.+]]: index, %[[B1:.+]]: !mx.matrix<n x 1, f64>, %[[B2:.+]]: !mx.matrix<n x n, f64>):
// CHECK-NEXT:   %[[T1:.+]] = mx.mul %[[B2]], %[[B1]] :
// CHECK-NEXT:   mx.yield %[[T1]] :
// CHECK-NEXT: }
// CHECK-NEXT: return %[[T0]] :
// CHECK-LABEL: func.func @steps_d2_x(
// CHECK-NEXT: %[[T0:.+]] = mx.constant 0.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.fill %[[T0]] : f64 -> <n x 1, f64>
// CHECK-NEXT: return %[[T1]] :

// A loop without a count stops as the function does: the condition has no tangent.
func.func @until(%a: f64 {mx.name = "a"}) -> f64
    attributes {mx.cpp_name = "until", mx.del = [array<i64: 0>]} {
  %y = mx.loop from %a : f64 -> f64 {
  ^bb0(%k: index, %y0: f64):
    %y1 = mx.map "sin" %y0 : f64
    %half = mx.constant 0.5 : f64
    %c = mx.compare "gt" %y1, %half : f64, f64
    mx.yield %c, %y1 : f64, f64
  }
  return %y : f64
}
// CHECK-LABEL: func.func @until_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]]:2 = mx.loop from %[[A]], %[[D1_A]] : f64, f64 -> f64, f64 {
// CHECK-NEXT: ^bb0(%[[B0:.+]]: index, %[[B1:.+]]: f64, %[[B2:.+]]: f64):
// CHECK-NEXT:   %[[T1:.+]] = mx.map "sin" %[[B1]] :
// CHECK-NEXT:   %[[T2:.+]] = mx.constant 5.000000e-01 : f64
// CHECK-NEXT:   %[[T3:.+]] = mx.compare "gt" %[[T1]], %[[T2]] :
// CHECK-NEXT:   %[[T4:.+]] = mx.map "cos" %[[B1]] :
// CHECK-NEXT:   %[[T5:.+]] = mx.mul %[[B2]], %[[T4]] :
// CHECK-NEXT:   mx.yield %[[T3]], %[[T1]], %[[T5]] :
// CHECK-NEXT: }
// CHECK-NEXT: return %[[T0]]#1 :

// A sum records nothing: its gradient is computed in one loop.
func.func @sum(%x: !mx.matrix<n x 1, f64> {mx.name = "x"}) -> f64
    attributes {mx.cpp_name = "sum", mx.requests = [{of = array<i64: 0>, what = "gradient"}]} {
  %n = mx.extent "n"
  %zero = mx.constant 0.0 : f64
  %s = mx.loop times %n from %zero : f64 with %x : !mx.matrix<n x 1, f64> -> f64 {
  ^bb0(%k: index, %s0: f64, %v: !mx.matrix<n x 1, f64>):
    %i = arith.constant 0 : index
    %e = mx.element %v[%k, %i] : !mx.matrix<n x 1, f64>
    %t = mx.map "exp" %e : f64
    %s1 = mx.add %s0, %t : f64, f64
    mx.yield %s1 : f64
  }
  return %s : f64
}
// CHECK-LABEL: func.func @sum_grad_x(
// CHECK-SAME: %[[X:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.extent "n"
// CHECK-NEXT: %[[T1:.+]] = mx.constant 0.000000e+00 : f64
// CHECK-NEXT: %[[T2:.+]] = mx.fill %[[T1]] : f64 -> <n x 1, f64>
// CHECK-NEXT: %[[T3:.+]] = mx.loop times %[[T0]] from %[[T2]] : !mx.matrix<n x 1, f64> with %[[X]] : !mx.matrix<n x 1, f64> -> !mx.matrix<n x 1, f64> {
// CHECK-NEXT: ^bb0(%[[B0:.+]]: index, %[[B1:.+]]: !mx.matrix<n x 1, f64>, %[[B2:.+]]: !mx.matrix<n x 1, f64>):
// CHECK-NEXT:   %[[T4:.+]] = arith.constant 0 : index
// CHECK-NEXT:   %[[T5:.+]] = mx.element %[[B2]][%[[B0]], %[[T4]]] :
// CHECK-NEXT:   %[[T6:.+]] = mx.map "exp" %[[T5]] :
// CHECK-NEXT:   %[[T7:.+]] = mx.assemble %[[T6]] at[%[[B0]]], [%[[T4]]] :
// CHECK-NEXT:   %[[T8:.+]] = mx.add %[[B1]], %[[T7]] :
// CHECK-NEXT:   mx.yield %[[T8]] :
// CHECK-NEXT: }
// CHECK-NEXT: return %[[T3]] :

// What is carried is recorded, and the iterations are transposed from the last to the first:
// w ← cos x ∘ w needs the x of each.
func.func @iterated(%x: !mx.matrix<n x 1, f64> {mx.name = "x"}, %n: index {mx.name = "n"}) -> f64
    attributes {mx.cpp_name = "iterated", mx.requests = [{of = array<i64: 0>, what = "gradient"}]} {
  %h = mx.loop times %n from %x : !mx.matrix<n x 1, f64> -> !mx.matrix<n x 1, f64> {
  ^bb0(%k: index, %h0: !mx.matrix<n x 1, f64>):
    %h1 = mx.map "sin" %h0 : !mx.matrix<n x 1, f64>
    mx.yield %h1 : !mx.matrix<n x 1, f64>
  }
  %s = mx.inner %h, %h : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64>
  return %s : f64
}
// CHECK-LABEL: func.func @iterated_grad_x(
// CHECK-SAME: %[[X:[^:]+]]:{{.*}}%[[N:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 2.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.make_list %[[X]] : !mx.matrix<n x 1, f64> -> <!mx.matrix<_ x 1, f64>>
// CHECK-NEXT: %[[T2:.+]]:2 = mx.loop times %[[N]] from %[[X]], %[[T1]] : !mx.matrix<n x 1, f64>, !mx.list<!mx.matrix<_ x 1, f64>> -> !mx.matrix<n x 1, f64>, !mx.list<!mx.matrix<_ x 1, f64>> {
// CHECK-NEXT: ^bb0(%[[B0:.+]]: index, %[[B1:.+]]: !mx.matrix<n x 1, f64>, %[[B2:.+]]: !mx.list<!mx.matrix<_ x 1, f64>>):
// CHECK-NEXT:   %[[T3:.+]] = mx.map "sin" %[[B1]] :
// CHECK-NEXT:   %[[T4:.+]] = mx.append %[[T3]] to %[[B2]] :
// CHECK-NEXT:   mx.yield %[[T3]], %[[T4]] :
// CHECK-NEXT: }
// CHECK-NEXT: %[[T5:.+]] = mx.mul %[[T0]], %[[T2]]#0 :
// CHECK-NEXT: %[[T6:.+]] = arith.constant 1 : index
// CHECK-NEXT: %[[T7:.+]] = arith.subi %[[N]], %[[T6]] :
// CHECK-NEXT: %[[T8:.+]] = mx.loop times %[[N]] from %[[T5]] : !mx.matrix<n x 1, f64> with %[[T7]], %[[T2]]#1 : index, !mx.list<!mx.matrix<_ x 1, f64>> -> !mx.matrix<n x 1, f64> {
// CHECK-NEXT: ^bb0(%[[B3:.+]]: index, %[[B4:.+]]: !mx.matrix<n x 1, f64>, %[[B5:.+]]: index, %[[B6:.+]]: !mx.list<!mx.matrix<_ x 1, f64>>):
// CHECK-NEXT:   %[[T9:.+]] = arith.subi %[[B5]], %[[B3]] :
// CHECK-NEXT:   %[[T10:.+]] = mx.at %[[B6]][%[[T9]]] :
// CHECK-NEXT:   %[[T11:.+]] = mx.map "cos" %[[T10]] :
// CHECK-NEXT:   %[[T12:.+]] = mx.hadamard %[[B4]], %[[T11]] :
// CHECK-NEXT:   mx.yield %[[T12]] :
// CHECK-NEXT: }
// CHECK-NEXT: return %[[T8]] :

// The columns of a Jacobian are carried side by side, at first the unit matrix.
func.func @power(%A: !mx.matrix<n x n, f64> {mx.name = "A"}, %x: !mx.matrix<n x 1, f64> {mx.name = "x"},
    %n: index {mx.name = "n"}) -> !mx.matrix<n x 1, f64>
    attributes {mx.cpp_name = "power", mx.requests = [{of = array<i64: 1>, what = "jacobian"}]} {
  %h = mx.loop times %n from %x : !mx.matrix<n x 1, f64> with %A : !mx.matrix<n x n, f64> -> !mx.matrix<n x 1, f64> {
  ^bb0(%k: index, %h0: !mx.matrix<n x 1, f64>, %a: !mx.matrix<n x n, f64>):
    %h1 = mx.mul %a, %h0 : !mx.matrix<n x n, f64>, !mx.matrix<n x 1, f64>
    mx.yield %h1 : !mx.matrix<n x 1, f64>
  }
  return %h : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: func.func @power_jac_x(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%{{[^:]+}}:{{.*}}%[[N:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.identity :
// CHECK-NEXT: %[[T1:.+]] = mx.loop times %[[N]] from %[[T0]] : !mx.matrix<n x n, f64> with %[[A]] : !mx.matrix<n x n, f64> -> !mx.matrix<n x n, f64> {
// CHECK-NEXT: ^bb0(%[[B0:.+]]: index, %[[B1:.+]]: !mx.matrix<n x n, f64>, %[[B2:.+]]: !mx.matrix<n x n, f64>):
// CHECK-NEXT:   %[[T2:.+]] = mx.mul %[[B2]], %[[B1]] :
// CHECK-NEXT:   mx.yield %[[T2]] :
// CHECK-NEXT: }
// CHECK-NEXT: return %[[T1]] :

// Taylor coefficients are carried one beside the other.
func.func @product(%a: f64 {mx.name = "a"}, %n: index {mx.name = "n"}) -> f64
    attributes {mx.cpp_name = "product", mx.requests = [{of = array<i64: 0>, what = "directional", order = 2 : i64}]} {
  %one = mx.constant 1.0 : f64
  %y = mx.loop times %n from %one : f64 with %a : f64 -> f64 {
  ^bb0(%k: index, %y0: f64, %b: f64):
    %y1 = mx.mul %y0, %b : f64, f64
    mx.yield %y1 : f64
  }
  return %y : f64
}
// CHECK-LABEL: func.func @product_dir2_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[N:[^:]+]]:{{.*}}%[[D_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 2.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.constant 1.000000e+00 : f64
// CHECK-NEXT: %[[T2:.+]] = mx.constant 0.000000e+00 : f64
// CHECK-NEXT: %[[T3:.+]]:3 = mx.loop times %[[N]] from %[[T1]], %[[T2]], %[[T2]] : f64, f64, f64 with %[[A]], %[[D_A]] : f64, f64 -> f64, f64, f64 {
// CHECK-NEXT: ^bb0(%[[B0:.+]]: index, %[[B1:.+]]: f64, %[[B2:.+]]: f64, %[[B3:.+]]: f64, %[[B4:.+]]: f64, %[[B5:.+]]: f64):
// CHECK-NEXT:   %[[T4:.+]] = mx.mul %[[B1]], %[[B4]] :
// CHECK-NEXT:   %[[T5:.+]] = mx.mul %[[B1]], %[[B5]] :
// CHECK-NEXT:   %[[T6:.+]] = mx.mul %[[B2]], %[[B4]] :
// CHECK-NEXT:   %[[T7:.+]] = mx.add %[[T5]], %[[T6]] :
// CHECK-NEXT:   %[[T8:.+]] = mx.mul %[[B2]], %[[B5]] :
// CHECK-NEXT:   %[[T9:.+]] = mx.mul %[[B3]], %[[B4]] :
// CHECK-NEXT:   %[[T10:.+]] = mx.add %[[T8]], %[[T9]] :
// CHECK-NEXT:   mx.yield %[[T4]], %[[T7]], %[[T10]] :
// CHECK-NEXT: }
// CHECK-NEXT: %[[T11:.+]] = mx.mul %[[T0]], %[[T3]]#2 :
// CHECK-NEXT: return %[[T11]] :
