// RUN: delgen-opt %s --mx-simplify --mx-schedule | FileCheck %s

// A factorisation is computed before the loop in which it solves.
func.func @factorised(%A: !mx.matrix<n x n, f64>, %x: !mx.matrix<n x 1, f64>, %n: index) -> !mx.matrix<n x 1, f64> {
  %h = mx.loop times %n from %x : !mx.matrix<n x 1, f64> with %A : !mx.matrix<n x n, f64> -> !mx.matrix<n x 1, f64> {
  ^bb0(%k: index, %h0: !mx.matrix<n x 1, f64>, %a: !mx.matrix<n x n, f64>):
    %b = mx.inverse "lu" %a : !mx.matrix<n x n, f64>
    %h1 = mx.mul %b, %h0 : !mx.matrix<n x n, f64>, !mx.matrix<n x 1, f64>
    mx.yield %h1 : !mx.matrix<n x 1, f64>
  }
  return %h : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: func.func @factorised(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[X:[^:]+]]:{{.*}}%[[N:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.factorize "lu" %[[A]] {mx.local} :
// CHECK-NEXT: %[[T1:.+]] = mx.loop times %[[N]] from %[[X]] : !mx.matrix<n x 1, f64> with %[[T0]] : !mx.factorization<<n x n, f64>> -> !mx.matrix<n x 1, f64> attributes {mx.local} {
// CHECK-NEXT: ^bb0(%[[B0:.+]]: index, %[[B1:.+]]: !mx.matrix<n x 1, f64>, %[[B2:.+]]: !mx.factorization<<n x n, f64>>):
// CHECK-NEXT:   %[[T2:.+]] = mx.solve %[[B2]], %[[B1]] {transposed = false} :
// CHECK-NEXT:   mx.yield %[[T2]] :
// CHECK-NEXT: }
// CHECK-NEXT: return %[[T1]] :

// What is the same in each iteration leaves all loops.
func.func @twice(%A: !mx.matrix<n x n, f64>, %x: !mx.matrix<n x 1, f64>, %y: !mx.matrix<n x 1, f64>, %n: index) -> !mx.matrix<n x 1, f64> {
  %h = mx.loop times %n from %x : !mx.matrix<n x 1, f64> with %A, %y, %n : !mx.matrix<n x n, f64>, !mx.matrix<n x 1, f64>, index -> !mx.matrix<n x 1, f64> {
  ^bb0(%k: index, %h0: !mx.matrix<n x 1, f64>, %a: !mx.matrix<n x n, f64>, %v: !mx.matrix<n x 1, f64>, %m: index):
    %g = mx.loop times %m from %h0 : !mx.matrix<n x 1, f64> with %a, %v : !mx.matrix<n x n, f64>, !mx.matrix<n x 1, f64> -> !mx.matrix<n x 1, f64> {
    ^bb0(%j: index, %g0: !mx.matrix<n x 1, f64>, %c: !mx.matrix<n x n, f64>, %w: !mx.matrix<n x 1, f64>):
      %p = mx.mul %c, %w : !mx.matrix<n x n, f64>, !mx.matrix<n x 1, f64>
      %g1 = mx.hadamard %g0, %p : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64>
      mx.yield %g1 : !mx.matrix<n x 1, f64>
    }
    mx.yield %g : !mx.matrix<n x 1, f64>
  }
  return %h : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: func.func @twice(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[X:[^:]+]]:{{.*}}%[[Y:[^:]+]]:{{.*}}%[[N:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.mul %[[A]], %[[Y]] {mx.local} :
// CHECK-NEXT: %[[T1:.+]] = mx.loop times %[[N]] from %[[X]] : !mx.matrix<n x 1, f64> with %[[N]], %[[T0]] : index, !mx.matrix<n x 1, f64> -> !mx.matrix<n x 1, f64> attributes {mx.local} {
// CHECK-NEXT: ^bb0(%[[B0:.+]]: index, %[[B1:.+]]: !mx.matrix<n x 1, f64>, %[[B2:.+]]: index, %[[B3:.+]]: !mx.matrix<n x 1, f64>):
// CHECK-NEXT:   %[[T2:.+]] = mx.loop times %[[B2]] from %[[B1]] : !mx.matrix<n x 1, f64> with %[[B3]] : !mx.matrix<n x 1, f64> -> !mx.matrix<n x 1, f64> attributes {mx.local} {
// CHECK-NEXT:   ^bb0(%[[B4:.+]]: index, %[[B5:.+]]: !mx.matrix<n x 1, f64>, %[[B6:.+]]: !mx.matrix<n x 1, f64>):
// CHECK-NEXT:     %[[T3:.+]] = mx.hadamard %[[B5]], %[[B6]] :
// CHECK-NEXT:     mx.yield %[[T3]] :
// CHECK-NEXT:   }
// CHECK-NEXT:   mx.yield %[[T2]] :
// CHECK-NEXT: }
// CHECK-NEXT: return %[[T1]] :

// A block that is added to zeros elsewhere is added in its place.
func.func @parts(%x: !mx.matrix<n x 1, f64>) -> !mx.matrix<n x 1, f64> {
  %n = mx.extent "n"
  %zero = mx.constant 0.0 : f64
  %zeros = mx.fill %zero : f64 -> <n x 1, f64>
  %g = mx.loop times %n from %zeros : !mx.matrix<n x 1, f64> with %x : !mx.matrix<n x 1, f64> -> !mx.matrix<n x 1, f64> {
  ^bb0(%k: index, %g0: !mx.matrix<n x 1, f64>, %v: !mx.matrix<n x 1, f64>):
    %i = arith.constant 0 : index
    %e = mx.element %v[%k, %i] : !mx.matrix<n x 1, f64>
    %t = mx.map "exp" %e : f64
    %part = mx.assemble %t at[%k], [%i] : f64 -> <n x 1, f64>
    %g1 = mx.add %g0, %part : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64>
    mx.yield %g1 : !mx.matrix<n x 1, f64>
  }
  return %g : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: func.func @parts(
// CHECK-SAME: %[[X:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.extent "n"
// CHECK-NEXT: %[[T1:.+]] = mx.constant 0.000000e+00 : f64
// CHECK-NEXT: %[[T2:.+]] = mx.fill %[[T1]] : f64 -> <n x 1, f64>
// CHECK-NEXT: %[[T3:.+]] = mx.loop times %[[T0]] from %[[T2]] : !mx.matrix<n x 1, f64> with %[[X]] : !mx.matrix<n x 1, f64> -> !mx.matrix<n x 1, f64> attributes {mx.local} {
// CHECK-NEXT: ^bb0(%[[B0:.+]]: index, %[[B1:.+]]: !mx.matrix<n x 1, f64>, %[[B2:.+]]: !mx.matrix<n x 1, f64>):
// CHECK-NEXT:   %[[T4:.+]] = arith.constant 0 : index
// CHECK-NEXT:   %[[T5:.+]] = mx.element %[[B1]][%[[B0]], %[[T4]]] :
// CHECK-NEXT:   %[[T6:.+]] = mx.element %[[B2]][%[[B0]], %[[T4]]] :
// CHECK-NEXT:   %[[T7:.+]] = mx.map "exp" %[[T6]] :
// CHECK-NEXT:   %[[T8:.+]] = mx.add %[[T5]], %[[T7]] :
// CHECK-NEXT:   %[[T9:.+]] = mx.insert %[[T8]], %[[B1]][%[[B0]], %[[T4]]] {mx.local} :
// CHECK-NEXT:   mx.yield %[[T9]] :
// CHECK-NEXT: }
// CHECK-NEXT: return %[[T3]] :

// So is the length of a list.
func.func @length(%l: !mx.list<f64>) -> f64 {
  %n = mx.length %l : !mx.list<f64>
  %zero = mx.constant 0.0 : f64
  %s = mx.loop times %n from %zero : f64 with %l : !mx.list<f64> -> f64 {
  ^bb0(%k: index, %s0: f64, %m: !mx.list<f64>):
    %one = arith.constant 1 : index
    %length = mx.length %m : !mx.list<f64>
    %last = arith.subi %length, %one : index
    %i = arith.subi %last, %k : index
    %e = mx.at %m[%i] : !mx.list<f64> -> f64
    %t = mx.mul %s0, %e : f64, f64
    %s1 = mx.add %t, %e : f64, f64
    mx.yield %s1 : f64
  }
  return %s : f64
}
// CHECK-LABEL: func.func @length(
// CHECK-SAME: %[[L:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.length %[[L]] {mx.local} :
// CHECK-NEXT: %[[T1:.+]] = mx.constant 0.000000e+00 : f64
// CHECK-NEXT: %[[T2:.+]] = mx.loop times %[[T0]] from %[[T1]] : f64 with %[[L]], %[[T0]] : !mx.list<f64>, index -> f64 attributes {mx.local} {
// CHECK-NEXT: ^bb0(%[[B0:.+]]: index, %[[B1:.+]]: f64, %[[B2:.+]]: !mx.list<f64>, %[[B3:.+]]: index):
// CHECK-NEXT:   %[[T3:.+]] = mx.constant 1.000000e+00 : f64
// CHECK-NEXT:   %[[T4:.+]] = mx.add %[[B1]], %[[T3]] :
// CHECK-NEXT:   %[[T5:.+]] = arith.constant 1 : index
// CHECK-NEXT:   %[[T6:.+]] = arith.subi %[[B3]], %[[T5]] :
// CHECK-NEXT:   %[[T7:.+]] = arith.subi %[[T6]], %[[B0]] {mx.local} :
// CHECK-NEXT:   %[[T8:.+]] = mx.at %[[B2]][%[[T7]]] :
// CHECK-NEXT:   %[[T9:.+]] = mx.mul %[[T4]], %[[T8]] :
// CHECK-NEXT:   mx.yield %[[T9]] :
// CHECK-NEXT: }
// CHECK-NEXT: return %[[T2]] :

// Several blocks that are added to zeros elsewhere, too, and in the branches that add something.
func.func @some(%x: !mx.matrix<3 x n, f64>, %n: index) -> !mx.matrix<3 x n, f64> {
  %zero = mx.constant 0.0 : f64
  %zeros = mx.fill %zero : f64 -> <3 x n, f64>
  %g = mx.loop times %n from %zeros : !mx.matrix<3 x n, f64> with %x : !mx.matrix<3 x n, f64> -> !mx.matrix<3 x n, f64> {
  ^bb0(%k: index, %g0: !mx.matrix<3 x n, f64>, %v: !mx.matrix<3 x n, f64>):
    %i = arith.constant 0 : index
    %e = mx.element %v[%i, %k] : !mx.matrix<3 x n, f64>
    %p = mx.if %e : f64 with %v, %k : !mx.matrix<3 x n, f64>, index -> !mx.matrix<3 x n, f64> {
    ^bb0(%w: !mx.matrix<3 x n, f64>, %j: index):
      %o = arith.constant 0 : index
      %two = arith.constant 2 : index
      %s = mx.slice %w[%o, %j] : !mx.matrix<3 x n, f64> -> !mx.matrix<2 x 1, f64>
      %t = mx.element %w[%two, %j] : !mx.matrix<3 x n, f64>
      %q = mx.map "exp" %s : !mx.matrix<2 x 1, f64>
      %r = mx.map "sin" %t : f64
      %y = mx.assemble %q, %r at [%o, %two], [%j, %j] : !mx.matrix<2 x 1, f64>, f64 -> !mx.matrix<3 x n, f64>
      mx.yield %y : !mx.matrix<3 x n, f64>
    } else {
    ^bb0(%w: !mx.matrix<3 x n, f64>, %j: index):
      %nought = mx.constant 0.0 : f64
      %y = mx.fill %nought : f64 -> <3 x n, f64>
      mx.yield %y : !mx.matrix<3 x n, f64>
    }
    %g1 = mx.add %g0, %p : !mx.matrix<3 x n, f64>, !mx.matrix<3 x n, f64>
    mx.yield %g1 : !mx.matrix<3 x n, f64>
  }
  return %g : !mx.matrix<3 x n, f64>
}
// CHECK-LABEL: func.func @some(
// CHECK: mx.loop
// CHECK: mx.if
// CHECK-NOT: mx.assemble
// CHECK-COUNT-2: mx.insert
// CHECK-NOT: mx.assemble
// CHECK: } else {
// CHECK-NEXT: ^bb0(
// CHECK-NEXT: mx.yield
// CHECK-NOT: mx.add
// CHECK: return

// what an inner loop computes of columns of what neither loop changes is computed once, of all columns
func.func @columns(%q: !mx.matrix<m x p, f64>, %x: !mx.matrix<m x n, f64>, %n: index, %p: index) -> f64 {
  %z = mx.constant 0.0 : f64
  %0 = mx.loop times %n from %z : f64 with %q, %x, %p : !mx.matrix<m x p, f64>, !mx.matrix<m x n, f64>, index -> f64 {
  ^bb0(%i: index, %s: f64, %q1: !mx.matrix<m x p, f64>, %x1: !mx.matrix<m x n, f64>, %p1: index):
    %1 = mx.loop times %p1 from %s : f64 with %q1, %x1, %i : !mx.matrix<m x p, f64>, !mx.matrix<m x n, f64>, index -> f64 {
    ^bb0(%k: index, %t: f64, %q2: !mx.matrix<m x p, f64>, %x2: !mx.matrix<m x n, f64>, %i2: index):
      %c0 = arith.constant 0 : index
      %2 = mx.slice %q2[%c0, %k] : <m x p, f64> -> <m x 1, f64>
      %3 = mx.map "exp" %2 : !mx.matrix<m x 1, f64>
      %4 = mx.slice %x2[%c0, %i2] : <m x n, f64> -> <m x 1, f64>
      %5 = mx.inner %3, %4 : <m x 1, f64>, <m x 1, f64>
      %6 = mx.sum %2 : !mx.matrix<m x 1, f64>
      %7 = mx.add %t, %5, %6 : f64, f64, f64
      mx.yield %7 : f64
    }
    mx.yield %1 : f64
  }
  return %0 : f64
}
// CHECK-LABEL: func.func @columns(
// CHECK-SAME: %[[A0:[^:]+]]:{{.*}}%[[A1:[^:]+]]:{{.*}}%[[A2:[^:]+]]:{{.*}}%[[A3:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 0.000000e+00 :
// CHECK-NEXT: %[[T1:.+]] = mx.constant 1.000000e+00 :
// CHECK-NEXT: %[[T2:.+]] = mx.fill %[[T1]] :
// CHECK-NEXT: %[[T3:.+]] = mx.mul %[[T2]], %[[A0]] {mx.local} :
// CHECK-NEXT: %[[T4:.+]] = mx.map "exp" %[[A0]] {mx.local} :
// CHECK-NEXT: %[[T5:.+]] = mx.loop times %[[A2]] from %[[T0]] :
// CHECK-NEXT: ^bb0(%arg4: index, %arg5: f64, %arg6: !mx.matrix<m x n, f64>, %arg7: index, %arg8: !mx.matrix<1 x p, f64>, %arg9: !mx.matrix<m x p, f64>):
// CHECK-NEXT: %[[T6:.+]] = mx.loop times %arg7 from %arg5 :
// CHECK-NEXT: ^bb0(%arg10: index, %arg11: f64, %arg12: !mx.matrix<m x n, f64>, %arg13: index, %arg14: !mx.matrix<1 x p, f64>, %arg15: !mx.matrix<m x p, f64>):
// CHECK-NEXT: %[[T7:.+]] = arith.constant 0 :
// CHECK-NEXT: %[[T8:.+]] = mx.slice %arg15[%[[T7]], %arg10] :
// CHECK-NEXT: %[[T9:.+]] = mx.slice %arg12[%[[T7]], %arg13] :
// CHECK-NEXT: %[[T10:.+]] = mx.inner %[[T8]], %[[T9]] :
// CHECK-NEXT: %[[T11:.+]] = mx.element %arg14[%[[T7]], %arg10] :
// CHECK-NEXT: %[[T12:.+]] = mx.add %arg11, %[[T10]], %[[T11]] :
// CHECK-NEXT: mx.yield %[[T12]] :

// More of them in a row than fit where few are kept.
// CHECK-LABEL: func.func @many
// CHECK-COUNT-7: mx.if
// CHECK-NOT:     mx.if
func.func @many(%x: f64, %c: f64) -> f64 {
  %0 = mx.if %c : f64 with %x : f64 -> f64 {
  ^bb0(%a: f64):
    %v = mx.map "sin" %a : f64
    mx.yield %v : f64
  } else {
  ^bb0(%a: f64):
    mx.yield %a : f64
  }
  %1 = mx.if %c : f64 with %0 : f64 -> f64 {
  ^bb0(%a: f64):
    %v = mx.map "sin" %a : f64
    mx.yield %v : f64
  } else {
  ^bb0(%a: f64):
    mx.yield %a : f64
  }
  %2 = mx.if %c : f64 with %1 : f64 -> f64 {
  ^bb0(%a: f64):
    %v = mx.map "sin" %a : f64
    mx.yield %v : f64
  } else {
  ^bb0(%a: f64):
    mx.yield %a : f64
  }
  %3 = mx.if %c : f64 with %2 : f64 -> f64 {
  ^bb0(%a: f64):
    %v = mx.map "sin" %a : f64
    mx.yield %v : f64
  } else {
  ^bb0(%a: f64):
    mx.yield %a : f64
  }
  %4 = mx.if %c : f64 with %3 : f64 -> f64 {
  ^bb0(%a: f64):
    %v = mx.map "sin" %a : f64
    mx.yield %v : f64
  } else {
  ^bb0(%a: f64):
    mx.yield %a : f64
  }
  %5 = mx.if %c : f64 with %4 : f64 -> f64 {
  ^bb0(%a: f64):
    %v = mx.map "sin" %a : f64
    mx.yield %v : f64
  } else {
  ^bb0(%a: f64):
    mx.yield %a : f64
  }
  %6 = mx.if %c : f64 with %5 : f64 -> f64 {
  ^bb0(%a: f64):
    %v = mx.map "sin" %a : f64
    mx.yield %v : f64
  } else {
  ^bb0(%a: f64):
    mx.yield %a : f64
  }
  return %6 : f64
}
