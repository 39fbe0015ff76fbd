// RUN: delgen-opt %s --mx-simplify | FileCheck %s

// A condition that is known chooses.
func.func @known(%x: f64) -> f64 {
  %c = mx.constant 0.0 : f64
  %y = mx.if %c : f64 with %x : f64 -> f64 {
  ^bb0(%a: f64):
    %s = mx.map "sin" %a : f64
    mx.yield %s : f64
  } else {
  ^bb0(%a: f64):
    %e = mx.map "exp" %a : f64
    mx.yield %e : f64
  }
  return %y : f64
}
// CHECK-LABEL: func.func @known(
// CHECK-SAME: %[[X:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.map "exp" %[[X]] :
// CHECK-NEXT: return %[[T0]] :

// What both sides pass on is no choice, and what is not used is not made.
func.func @passed(%c: f64, %x: f64, %y: f64) -> f64 {
  %p, %q, %r = mx.if %c : f64 with %x, %y : f64, f64 -> f64, f64, f64 {
  ^bb0(%a: f64, %b: f64):
    %s = mx.map "sin" %a : f64
    mx.yield %s, %b, %s : f64, f64, f64
  } else {
  ^bb0(%a: f64, %b: f64):
    %s = mx.map "cos" %a : f64
    mx.yield %a, %b, %s : f64, f64, f64
  }
  %m = mx.mul %p, %q : f64, f64
  return %m : f64
}
// CHECK-LABEL: func.func @passed(
// CHECK-SAME: %[[C:[^:]+]]:{{.*}}%[[X:[^:]+]]:{{.*}}%[[Y:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.if %[[C]] : f64 with %[[X]] : f64 -> f64 {
// CHECK-NEXT: ^bb0(%[[B0:.+]]: f64):
// CHECK-NEXT:   %[[T1:.+]] = mx.map "sin" %[[B0]] :
// CHECK-NEXT:   mx.yield %[[T1]] :
// CHECK-NEXT: } else {
// CHECK-NEXT: ^bb0(%[[B1:.+]]: f64):
// CHECK-NEXT:   mx.yield %[[B1]] :
// CHECK-NEXT: }
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[Y]], %[[T0]] :
// CHECK-NEXT: return %[[T2]] :

// Two choices by one condition are one, if the second needs nothing of the first.
func.func @fused(%c: f64, %x: f64, %y: f64) -> f64 {
  %p = mx.if %c : f64 with %x : f64 -> f64 {
  ^bb0(%a: f64):
    %s = mx.map "sin" %a : f64
    mx.yield %s : f64
  } else {
  ^bb0(%a: f64):
    mx.yield %a : f64
  }
  %q = mx.if %c : f64 with %y : f64 -> f64 {
  ^bb0(%a: f64):
    %s = mx.map "cos" %a : f64
    mx.yield %s : f64
  } else {
  ^bb0(%a: f64):
    mx.yield %a : f64
  }
  %m = mx.mul %p, %q : f64, f64
  return %m : f64
}
// CHECK-LABEL: func.func @fused(
// CHECK-SAME: %[[C:[^:]+]]:{{.*}}%[[X:[^:]+]]:{{.*}}%[[Y:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]]:2 = mx.if %[[C]] : f64 with %[[Y]], %[[X]] : f64, f64 -> f64, f64 {
// CHECK-NEXT: ^bb0(%[[B0:.+]]: f64, %[[B1:.+]]: f64):
// CHECK-NEXT:   %[[T1:.+]] = mx.map "cos" %[[B0]] :
// CHECK-NEXT:   %[[T2:.+]] = mx.map "sin" %[[B1]] :
// CHECK-NEXT:   mx.yield %[[T1]], %[[T2]] :
// CHECK-NEXT: } else {
// CHECK-NEXT: ^bb0(%[[B2:.+]]: f64, %[[B3:.+]]: f64):
// CHECK-NEXT:   mx.yield %[[B2]], %[[B3]] :
// CHECK-NEXT: }
// CHECK-NEXT: %[[T3:.+]] = mx.mul %[[T0]]#0, %[[T0]]#1 :
// CHECK-NEXT: return %[[T3]] :

// What costs nothing is made where it is read.
func.func @inside(%c: f64, %A: !mx.matrix<n x n, f64>, %x: !mx.matrix<n x 1, f64>) -> !mx.matrix<n x 1, f64> {
  %t = mx.transpose %A : !mx.matrix<n x n, f64>
  %y = mx.if %c : f64 with %t, %x : !mx.matrix<n x n, f64>, !mx.matrix<n x 1, f64> -> !mx.matrix<n x 1, f64> {
  ^bb0(%b: !mx.matrix<n x n, f64>, %v: !mx.matrix<n x 1, f64>):
    %r = mx.mul %b, %v : !mx.matrix<n x n, f64>, !mx.matrix<n x 1, f64>
    mx.yield %r : !mx.matrix<n x 1, f64>
  } else {
  ^bb0(%b: !mx.matrix<n x n, f64>, %v: !mx.matrix<n x 1, f64>):
    mx.yield %v : !mx.matrix<n x 1, f64>
  }
  return %y : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: func.func @inside(
// CHECK-SAME: %[[C:[^:]+]]:{{.*}}%[[A:[^:]+]]:{{.*}}%[[X:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.if %[[C]] : f64 with %[[X]], %[[A]] : !mx.matrix<n x 1, f64>, !mx.matrix<n x n, f64> -> !mx.matrix<n x 1, f64> {
// CHECK-NEXT: ^bb0(%[[B0:.+]]: !mx.matrix<n x 1, f64>, %[[B1:.+]]: !mx.matrix<n x n, f64>):
// CHECK-NEXT:   %[[T1:.+]] = mx.transpose %[[B1]] :
// CHECK-NEXT:   %[[T2:.+]] = mx.mul %[[T1]], %[[B0]] :
// CHECK-NEXT:   mx.yield %[[T2]] :
// CHECK-NEXT: } else {
// CHECK-NEXT: ^bb0(%[[B2:.+]]: !mx.matrix<n x 1, f64>, %[[B3:.+]]: !mx.matrix<n x n, f64>):
// CHECK-NEXT:   mx.yield %[[B2]] :
// CHECK-NEXT: }
// CHECK-NEXT: return %[[T0]] :
