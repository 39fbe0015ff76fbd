// RUN: delgen-opt %s --pass-pipeline='builtin.module(mx-differentiate,func.func(mx-simplify))' | FileCheck %s

// The tangent grows with the list; its last entry is the cotangent of what was appended.
func.func @last(%l: !mx.list<!mx.matrix<n x 1, f64>> {mx.name = "l"}, %x: !mx.matrix<n x 1, f64> {mx.name = "x"}, %i: index {mx.name = "i"}) -> !mx.matrix<n x 1, f64>
    attributes {mx.cpp_name = "last", mx.del = [array<i64: 0, 1>, array<i64: 1>],
                mx.requests = [{of = array<i64: 1>, what = "vjp"}]} {
  %y = mx.map "sin" %x : !mx.matrix<n x 1, f64>
  %m = mx.append %y to %l : !mx.matrix<n x 1, f64>, !mx.list<!mx.matrix<n x 1, f64>> -> !mx.list<!mx.matrix<n x 1, f64>>
  %e = mx.at %m[%i] : !mx.list<!mx.matrix<n x 1, f64>> -> !mx.matrix<n x 1, f64>
  return %e : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: func.func @last_d2_l_x(
// CHECK-NEXT: %[[T0:.+]] = mx.constant 0.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.fill %[[T0]] : f64 -> <n x 1, f64>
// CHECK-NEXT: return %[[T1]] :
// CHECK-LABEL: func.func @last_d1_x(
// CHECK-SAME: %[[L:[^:]+]]:{{.*}}%[[X:[^:]+]]:{{.*}}%[[I:[^:]+]]:{{.*}}%[[D1_X:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.zeros_like %[[L]] :
// CHECK-NEXT: %[[T1:.+]] = mx.map "cos" %[[X]] :
// CHECK-NEXT: %[[T2:.+]] = mx.hadamard %[[D1_X]], %[[T1]] :
// CHECK-NEXT: %[[T3:.+]] = mx.append %[[T2]] to %[[T0]] :
// CHECK-NEXT: %[[T4:.+]] = mx.at %[[T3]][%[[I]]] :
// CHECK-NEXT: return %[[T4]] :
// CHECK-LABEL: func.func @last_vjp_x(
// CHECK-SAME: %[[L:[^:]+]]:{{.*}}%[[X:[^:]+]]:{{.*}}%[[I:[^:]+]]:{{.*}}%[[BAR:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.map "sin" %[[X]] :
// CHECK-NEXT: %[[T1:.+]] = mx.append %[[T0]] to %[[L]] :
// CHECK-NEXT: %[[T2:.+]] = mx.zeros_like %[[T1]] :
// CHECK-NEXT: %[[T3:.+]] = mx.set_at %[[BAR]] at %[[T2]][%[[I]]] :
// CHECK-NEXT: %[[T4:.+]] = mx.length %[[L]] :
// CHECK-NEXT: %[[T5:.+]] = mx.at %[[T3]][%[[T4]]] :
// CHECK-NEXT: %[[T6:.+]] = mx.map "cos" %[[X]] :
// CHECK-NEXT: %[[T7:.+]] = mx.hadamard %[[T5]], %[[T6]] :
// CHECK-NEXT: return %[[T7]] :

// The list that an iteration reads is the one at the end without what it and later ones append:
// its length is not the length at the end.
func.func @chain(%x: f64 {mx.name = "x"}, %n: index {mx.name = "n"}) -> f64
    attributes {mx.cpp_name = "chain", mx.requests = [{of = array<i64: 0>, what = "gradient"}]} {
  %l = mx.make_list %x : f64 -> !mx.list<f64>
  %m = mx.loop times %n from %l : !mx.list<f64> -> !mx.list<f64> {
  ^bb0(%k: index, %l0: !mx.list<f64>):
    %one = arith.constant 1 : index
    %length = mx.length %l0 : !mx.list<f64>
    %last = arith.subi %length, %one : index
    %e = mx.at %l0[%last] : !mx.list<f64> -> f64
    %s = mx.map "sin" %e : f64
    %l1 = mx.append %s to %l0 : f64, !mx.list<f64> -> !mx.list<f64>
    mx.yield %l1 : !mx.list<f64>
  }
  %y = mx.at %m[%n] : !mx.list<f64> -> f64
  return %y : f64
}
// CHECK-LABEL: func.func @chain_grad_x(
// CHECK-SAME: %[[X:[^:]+]]:{{.*}}%[[N:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.make_list %[[X]] : f64 -> <f64>
// CHECK-NEXT: %[[T1:.+]] = mx.loop times %[[N]] from %[[T0]] : !mx.list<f64> -> !mx.list<f64> {
// CHECK-NEXT: ^bb0(%[[B0:.+]]: index, %[[B1:.+]]: !mx.list<f64>):
// CHECK-NEXT:   %[[T2:.+]] = mx.length %[[B1]] :
// CHECK-NEXT:   %[[T3:.+]] = arith.constant 1 : index
// CHECK-NEXT:   %[[T4:.+]] = arith.subi %[[T2]], %[[T3]] :
// CHECK-NEXT:   %[[T5:.+]] = mx.at %[[B1]][%[[T4]]] :
// CHECK-NEXT:   %[[T6:.+]] = mx.map "sin" %[[T5]] :
// CHECK-NEXT:   %[[T7:.+]] = mx.append %[[T6]] to %[[B1]] :
// CHECK-NEXT:   mx.yield %[[T7]] :
// CHECK-NEXT: }
// CHECK-NEXT: %[[T8:.+]] = mx.zeros_like %[[T1]] :
// CHECK-NEXT: %[[T9:.+]] = mx.constant 1.000000e+00 : f64
// CHECK-NEXT: %[[T10:.+]] = mx.set_at %[[T9]] at %[[T8]][%[[N]]] :
// CHECK-NEXT: %[[T11:.+]] = arith.constant 1 : index
// CHECK-NEXT: %[[T12:.+]] = arith.subi %[[N]], %[[T11]] :
// CHECK-NEXT: %[[T13:.+]] = mx.loop times %[[N]] from %[[T10]] : !mx.list<f64> with %[[T12]], %[[T1]], %[[N]] : index, !mx.list<f64>, index -> !mx.list<f64> {
// CHECK-NEXT: ^bb0(%[[B2:.+]]: index, %[[B3:.+]]: !mx.list<f64>, %[[B4:.+]]: index, %[[B5:.+]]: !mx.list<f64>, %[[B6:.+]]: index):
// CHECK-NEXT:   %[[T14:.+]] = mx.drop_last %[[B3]] :
// CHECK-NEXT:   %[[T15:.+]] = mx.length %[[B5]] :
// CHECK-NEXT:   %[[T16:.+]] = arith.subi %[[T15]], %[[B6]] :
// CHECK-NEXT:   %[[T17:.+]] = arith.subi %[[B4]], %[[B2]] :
// CHECK-NEXT:   %[[T18:.+]] = arith.addi %[[T16]], %[[T17]] :
// CHECK-NEXT:   %[[T19:.+]] = arith.constant 1 : index
// CHECK-NEXT:   %[[T20:.+]] = arith.subi %[[T18]], %[[T19]] :
// CHECK-NEXT:   %[[T21:.+]] = mx.at %[[T14]][%[[T20]]] like %[[B5]] :
// CHECK-NEXT:   %[[T22:.+]] = mx.length %[[B3]] :
// CHECK-NEXT:   %[[T23:.+]] = arith.subi %[[T22]], %[[T19]] :
// CHECK-NEXT:   %[[T24:.+]] = mx.at %[[B3]][%[[T23]]] :
// CHECK-NEXT:   %[[T25:.+]] = mx.at %[[B5]][%[[T20]]] :
// CHECK-NEXT:   %[[T26:.+]] = mx.map "cos" %[[T25]] :
// CHECK-NEXT:   %[[T27:.+]] = mx.mul %[[T24]], %[[T26]] :
// CHECK-NEXT:   %[[T28:.+]] = mx.add %[[T21]], %[[T27]] :
// CHECK-NEXT:   %[[T29:.+]] = mx.set_at %[[T28]] at %[[T14]][%[[T20]]] :
// CHECK-NEXT:   mx.yield %[[T29]] :
// CHECK-NEXT: }
// CHECK-NEXT: %[[T30:.+]] = arith.constant 0 : index
// CHECK-NEXT: %[[T31:.+]] = mx.at %[[T13]][%[[T30]]] :
// CHECK-NEXT: return %[[T31]] :
