// RUN: delgen-opt %s --mx-simplify | FileCheck %s

// What is carried and neither returned nor needed for it is dropped.
func.func @dead(%x: !mx.matrix<n x 1, f64>, %n: index) -> !mx.matrix<n x 1, f64> {
  %zero = mx.constant 0.0 : f64
  %h, %s = mx.loop times %n from %x, %zero : !mx.matrix<n x 1, f64>, f64 -> !mx.matrix<n x 1, f64>, f64 {
  ^bb0(%k: index, %h0: !mx.matrix<n x 1, f64>, %s0: f64):
    %h1 = mx.map "sin" %h0 : !mx.matrix<n x 1, f64>
    %q = mx.inner %h0, %h0 : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64>
    %s1 = mx.add %s0, %q : f64, f64
    mx.yield %h1, %s1 : !mx.matrix<n x 1, f64>, f64
  }
  return %h : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: func.func @dead(
// CHECK-SAME: %[[X:[^:]+]]:{{.*}}%[[N:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.loop times %[[N]] from %[[X]] : !mx.matrix<n x 1, f64> -> !mx.matrix<n x 1, f64> {
// CHECK-NEXT: ^bb0(%[[B0:.+]]: index, %[[B1:.+]]: !mx.matrix<n x 1, f64>):
// CHECK-NEXT:   %[[T1:.+]] = mx.map "sin" %[[B1]] :
// CHECK-NEXT:   mx.yield %[[T1]] :
// CHECK-NEXT: }
// CHECK-NEXT: return %[[T0]] :

// Of a loop without a count what its condition needs stays.
func.func @ended(%a: f64, %b: f64) -> f64 {
  %h, %s = mx.loop from %a, %b : f64, f64 -> f64, f64 {
  ^bb0(%k: index, %h0: f64, %s0: f64):
    %h1 = mx.map "sin" %h0 : f64
    %s1 = mx.map "cos" %s0 : f64
    %c = mx.compare "gt" %s1, %s0 : f64, f64
    mx.yield %c, %h1, %s1 : f64, f64, f64
  }
  return %h : f64
}
// CHECK-LABEL: func.func @ended(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]]:2 = mx.loop from %[[A]], %[[B]] : f64, f64 -> f64, f64 {
// CHECK-NEXT: ^bb0(%[[B0:.+]]: index, %[[B1:.+]]: f64, %[[B2:.+]]: f64):
// CHECK-NEXT:   %[[T1:.+]] = mx.map "cos" %[[B2]] :
// CHECK-NEXT:   %[[T2:.+]] = mx.compare "gt" %[[T1]], %[[B2]] :
// CHECK-NEXT:   %[[T3:.+]] = mx.map "sin" %[[B1]] :
// CHECK-NEXT:   mx.yield %[[T2]], %[[T3]], %[[T1]] :
// CHECK-NEXT: }
// CHECK-NEXT: return %[[T0]]#0 :

// What an iteration carries on as it was is the same in each; what is made of it leaves.
func.func @invariant(%A: !mx.matrix<n x n, f64>, %x: !mx.matrix<n x 1, f64>, %y: !mx.matrix<n x 1, f64>, %n: index) -> !mx.matrix<n x 1, f64> {
  %h, %b = mx.loop times %n from %x, %y : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64> with %A : !mx.matrix<n x n, f64> -> !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64> {
  ^bb0(%k: index, %h0: !mx.matrix<n x 1, f64>, %b0: !mx.matrix<n x 1, f64>, %a: !mx.matrix<n x n, f64>):
    %p = mx.mul %a, %b0 : !mx.matrix<n x n, f64>, !mx.matrix<n x 1, f64>
    %h1 = mx.hadamard %h0, %p : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64>
    mx.yield %h1, %b0 : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64>
  }
  return %h : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: func.func @invariant(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[X:[^:]+]]:{{.*}}%[[Y:[^:]+]]:{{.*}}%[[N:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.mul %[[A]], %[[Y]] :
// CHECK-NEXT: %[[T1:.+]] = mx.loop times %[[N]] from %[[X]] : !mx.matrix<n x 1, f64> with %[[T0]] : !mx.matrix<n x 1, f64> -> !mx.matrix<n x 1, f64> {
// CHECK-NEXT: ^bb0(%[[B0:.+]]: index, %[[B1:.+]]: !mx.matrix<n x 1, f64>, %[[B2:.+]]: !mx.matrix<n x 1, f64>):
// CHECK-NEXT:   %[[T2:.+]] = mx.hadamard %[[B1]], %[[B2]] :
// CHECK-NEXT:   mx.yield %[[T2]] :
// CHECK-NEXT: }
// CHECK-NEXT: return %[[T1]] :

// Values that are equal in each iteration are carried once.
func.func @equal(%x: f64, %n: index) -> f64 {
  %a, %b = mx.loop times %n from %x, %x : f64, f64 -> f64, f64 {
  ^bb0(%k: index, %a0: f64, %b0: f64):
    %a1 = mx.map "sin" %a0 : f64
    %b1 = mx.map "sin" %b0 : f64
    mx.yield %a1, %b1 : f64, f64
  }
  %y = mx.mul %a, %b : f64, f64
  return %y : f64
}
// CHECK-LABEL: func.func @equal(
// CHECK-SAME: %[[X:[^:]+]]:{{.*}}%[[N:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.loop times %[[N]] from %[[X]] : f64 -> f64 {
// CHECK-NEXT: ^bb0(%[[B0:.+]]: index, %[[B1:.+]]: f64):
// CHECK-NEXT:   %[[T1:.+]] = mx.map "sin" %[[B1]] :
// CHECK-NEXT:   mx.yield %[[T1]] :
// CHECK-NEXT: }
// CHECK-NEXT: %[[T2:.+]] = mx.pow %[[T0]], 2.000000e+00 :
// CHECK-NEXT: return %[[T2]] :

// Two loops that run equally often are one, if the second needs nothing of the first.
func.func @fused(%x: f64, %y: f64, %n: index) -> f64 {
  %a = mx.loop times %n from %x : f64 -> f64 {
  ^bb0(%k: index, %a0: f64):
    %a1 = mx.map "sin" %a0 : f64
    mx.yield %a1 : f64
  }
  %b = mx.loop times %n from %y : f64 -> f64 {
  ^bb0(%k: index, %b0: f64):
    %b1 = mx.map "cos" %b0 : f64
    mx.yield %b1 : f64
  }
  %p = mx.mul %a, %b : f64, f64
  return %p : f64
}
// CHECK-LABEL: func.func @fused(
// CHECK-SAME: %[[X:[^:]+]]:{{.*}}%[[Y:[^:]+]]:{{.*}}%[[N:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]]:2 = mx.loop times %[[N]] from %[[Y]], %[[X]] : f64, f64 -> f64, f64 {
// CHECK-NEXT: ^bb0(%[[B0:.+]]: index, %[[B1:.+]]: f64, %[[B2:.+]]: f64):
// CHECK-NEXT:   %[[T1:.+]] = mx.map "cos" %[[B1]] :
// CHECK-NEXT:   %[[T2:.+]] = mx.map "sin" %[[B2]] :
// CHECK-NEXT:   mx.yield %[[T1]], %[[T2]] :
// CHECK-NEXT: }
// CHECK-NEXT: %[[T3:.+]] = mx.mul %[[T0]]#0, %[[T0]]#1 :
// CHECK-NEXT: return %[[T3]] :

func.func @apart(%x: f64, %n: index) -> f64 {
  %a = mx.loop times %n from %x : f64 -> f64 {
  ^bb0(%k: index, %a0: f64):
    %a1 = mx.map "sin" %a0 : f64
    mx.yield %a1 : f64
  }
  %b = mx.loop times %n from %a : f64 -> f64 {
  ^bb0(%k: index, %b0: f64):
    %b1 = mx.map "cos" %b0 : f64
    mx.yield %b1 : f64
  }
  return %b : f64
}
// CHECK-LABEL: func.func @apart(
// CHECK-SAME: %[[X:[^:]+]]:{{.*}}%[[N:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.loop times %[[N]] from %[[X]] : f64 -> f64 {
// CHECK-NEXT: ^bb0(%[[B0:.+]]: index, %[[B1:.+]]: f64):
// CHECK-NEXT:   %[[T1:.+]] = mx.map "sin" %[[B1]] :
// CHECK-NEXT:   mx.yield %[[T1]] :
// CHECK-NEXT: }
// CHECK-NEXT: %[[T2:.+]] = mx.loop times %[[N]] from %[[T0]] : f64 -> f64 {
// CHECK-NEXT: ^bb0(%[[B2:.+]]: index, %[[B3:.+]]: f64):
// CHECK-NEXT:   %[[T3:.+]] = mx.map "cos" %[[B3]] :
// CHECK-NEXT:   mx.yield %[[T3]] :
// CHECK-NEXT: }
// CHECK-NEXT: return %[[T2]] :

// The order of additions is free: n − 1 − k is as good as k.
func.func @upwards(%x: !mx.matrix<n x 1, f64>) -> f64 {
  %n = mx.extent "n"
  %one = arith.constant 1 : index
  %last = arith.subi %n, %one : index
  %zero = mx.constant 0.0 : f64
  %s = mx.loop times %n from %zero : f64 with %x, %last : !mx.matrix<n x 1, f64>, index -> f64 {
  ^bb0(%k: index, %s0: f64, %v: !mx.matrix<n x 1, f64>, %m: index):
    %z = arith.constant 0 : index
    %i = arith.subi %m, %k : index
    %e = mx.element %v[%i, %z] : !mx.matrix<n x 1, f64>
    %s1 = mx.add %s0, %e : f64, f64
    mx.yield %s1 : f64
  }
  return %s : f64
}
// CHECK-LABEL: func.func @upwards(
// CHECK-SAME: %[[X:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.extent "n"
// CHECK-NEXT: %[[T1:.+]] = mx.constant 0.000000e+00 : f64
// CHECK-NEXT: %[[T2:.+]] = mx.loop times %[[T0]] from %[[T1]] : f64 with %[[X]] : !mx.matrix<n x 1, f64> -> f64 {
// CHECK-NEXT: ^bb0(%[[B0:.+]]: index, %[[B1:.+]]: f64, %[[B2:.+]]: !mx.matrix<n x 1, f64>):
// CHECK-NEXT:   %[[T3:.+]] = arith.constant 0 : index
// CHECK-NEXT:   %[[T4:.+]] = mx.element %[[B2]][%[[B0]], %[[T3]]] :
// CHECK-NEXT:   %[[T5:.+]] = mx.add %[[B1]], %[[T4]] :
// CHECK-NEXT:   mx.yield %[[T5]] :
// CHECK-NEXT: }
// CHECK-NEXT: return %[[T2]] :

// Not where the order matters.
func.func @downwards(%x: !mx.matrix<n x 1, f64>) -> f64 {
  %n = mx.extent "n"
  %one = arith.constant 1 : index
  %last = arith.subi %n, %one : index
  %zero = mx.constant 0.0 : f64
  %s = mx.loop times %n from %zero : f64 with %x, %last : !mx.matrix<n x 1, f64>, index -> f64 {
  ^bb0(%k: index, %s0: f64, %v: !mx.matrix<n x 1, f64>, %m: index):
    %z = arith.constant 0 : index
    %i = arith.subi %m, %k : index
    %e = mx.element %v[%i, %z] : !mx.matrix<n x 1, f64>
    %t = mx.map "sin" %s0 : f64
    %s1 = mx.add %t, %e : f64, f64
    mx.yield %s1 : f64
  }
  return %s : f64
}
// CHECK-LABEL: func.func @downwards(
// CHECK-SAME: %[[X:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.extent "n"
// CHECK-NEXT: %[[T1:.+]] = mx.constant 0.000000e+00 : f64
// CHECK-NEXT: %[[T2:.+]] = arith.constant 1 : index
// CHECK-NEXT: %[[T3:.+]] = arith.subi %[[T0]], %[[T2]] :
// CHECK-NEXT: %[[T4:.+]] = mx.loop times %[[T0]] from %[[T1]] : f64 with %[[X]], %[[T3]] : !mx.matrix<n x 1, f64>, index -> f64 {
// CHECK-NEXT: ^bb0(%[[B0:.+]]: index, %[[B1:.+]]: f64, %[[B2:.+]]: !mx.matrix<n x 1, f64>, %[[B3:.+]]: index):
// CHECK-NEXT:   %[[T5:.+]] = arith.subi %[[B3]], %[[B0]] :
// CHECK-NEXT:   %[[T6:.+]] = arith.constant 0 : index
// CHECK-NEXT:   %[[T7:.+]] = mx.element %[[B2]][%[[T5]], %[[T6]]] :
// CHECK-NEXT:   %[[T8:.+]] = mx.map "sin" %[[B1]] :
// CHECK-NEXT:   %[[T9:.+]] = mx.add %[[T7]], %[[T8]] :
// CHECK-NEXT:   mx.yield %[[T9]] :
// CHECK-NEXT: }
// CHECK-NEXT: return %[[T4]] :

// An inverse goes where it is used, to become a solve.
func.func @inside(%A: !mx.matrix<n x n, f64>, %x: !mx.matrix<n x 1, f64>, %n: index) -> !mx.matrix<n x 1, f64> {
  %inverse = mx.inverse "lu" %A : !mx.matrix<n x n, f64>
  %h = mx.loop times %n from %x : !mx.matrix<n x 1, f64> with %inverse : !mx.matrix<n x n, f64> -> !mx.matrix<n x 1, f64> {
  ^bb0(%k: index, %h0: !mx.matrix<n x 1, f64>, %b: !mx.matrix<n x n, f64>):
    %h1 = mx.mul %b, %h0 : !mx.matrix<n x n, f64>, !mx.matrix<n x 1, f64>
    mx.yield %h1 : !mx.matrix<n x 1, f64>
  }
  return %h : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: func.func @inside(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[X:[^:]+]]:{{.*}}%[[N:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.loop times %[[N]] from %[[X]] : !mx.matrix<n x 1, f64> with %[[A]] : !mx.matrix<n x n, f64> -> !mx.matrix<n x 1, f64> {
// CHECK-NEXT: ^bb0(%[[B0:.+]]: index, %[[B1:.+]]: !mx.matrix<n x 1, f64>, %[[B2:.+]]: !mx.matrix<n x n, f64>):
// CHECK-NEXT:   %[[T1:.+]] = mx.inverse "lu" %[[B2]] :
// CHECK-NEXT:   %[[T2:.+]] = mx.mul %[[T1]], %[[B1]] :
// CHECK-NEXT:   mx.yield %[[T2]] :
// CHECK-NEXT: }
// CHECK-NEXT: return %[[T0]] :

// No iteration changes nothing.
func.func @never(%x: f64) -> f64 {
  %n = arith.constant 0 : index
  %y = mx.loop times %n from %x : f64 -> f64 {
  ^bb0(%k: index, %a: f64):
    %a1 = mx.map "sin" %a : f64
    mx.yield %a1 : f64
  }
  return %y : f64
}
// CHECK-LABEL: func.func @never(
// CHECK-SAME: %[[X:[^:]+]]:
// CHECK-NEXT: return %[[X]] :

// Loops merge whose entries and carried values have sizes of their own, and what both carry is
// carried once, also through a choice.
func.func @layers(%W: !mx.list<!mx.matrix<_ x _, f64>>, %x: !mx.matrix<m x 1, f64>) -> (!mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64>, !mx.list<!mx.matrix<_ x 1, f64>>) {
  %l = mx.length %W : <!mx.matrix<_ x _, f64>>
  %a = mx.loop times %l from %x : !mx.matrix<m x 1, f64> with %W : !mx.list<!mx.matrix<_ x _, f64>> -> !mx.matrix<n x 1, f64> {
  ^bb0(%k: index, %h: !mx.matrix<k x 1, f64>, %V: !mx.list<!mx.matrix<_ x _, f64>>):
    %w = mx.at %V[%k] : <!mx.matrix<_ x _, f64>> -> !mx.matrix<p x k, f64>
    %z = mx.mul %w, %h : !mx.matrix<p x k, f64>, !mx.matrix<k x 1, f64>
    %c = mx.real %k : f64
    %g = mx.if %c : f64 with %z : !mx.matrix<p x 1, f64> -> !mx.matrix<p x 1, f64> {
    ^bb0(%u: !mx.matrix<p x 1, f64>):
      %t = mx.map "tanh" %u : !mx.matrix<p x 1, f64>
      mx.yield %t : !mx.matrix<p x 1, f64>
    } else {
    ^bb0(%u: !mx.matrix<p x 1, f64>):
      mx.yield %u : !mx.matrix<p x 1, f64>
    }
    mx.yield %g : !mx.matrix<p x 1, f64>
  }
  %e = mx.make_list -> <!mx.matrix<_ x 1, f64>>
  %b:2 = mx.loop times %l from %x, %e : !mx.matrix<m x 1, f64>, !mx.list<!mx.matrix<_ x 1, f64>> with %W : !mx.list<!mx.matrix<_ x _, f64>> -> !mx.matrix<n x 1, f64>, !mx.list<!mx.matrix<_ x 1, f64>> {
  ^bb0(%k: index, %h: !mx.matrix<k x 1, f64>, %s: !mx.list<!mx.matrix<_ x 1, f64>>, %V: !mx.list<!mx.matrix<_ x _, f64>>):
    %w = mx.at %V[%k] : <!mx.matrix<_ x _, f64>> -> !mx.matrix<p x k, f64>
    %z = mx.mul %w, %h : !mx.matrix<p x k, f64>, !mx.matrix<k x 1, f64>
    %c = mx.real %k : f64
    %g = mx.if %c : f64 with %z : !mx.matrix<p x 1, f64> -> !mx.matrix<p x 1, f64> {
    ^bb0(%u: !mx.matrix<p x 1, f64>):
      %t = mx.map "tanh" %u : !mx.matrix<p x 1, f64>
      mx.yield %t : !mx.matrix<p x 1, f64>
    } else {
    ^bb0(%u: !mx.matrix<p x 1, f64>):
      mx.yield %u : !mx.matrix<p x 1, f64>
    }
    %r = mx.append %g to %s : !mx.matrix<p x 1, f64>, <!mx.matrix<_ x 1, f64>> -> <!mx.matrix<_ x 1, f64>>
    mx.yield %g, %r : !mx.matrix<p x 1, f64>, !mx.list<!mx.matrix<_ x 1, f64>>
  }
  return %a, %b#0, %b#1 : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64>, !mx.list<!mx.matrix<_ x 1, f64>>
}
// CHECK-LABEL: func.func @layers(
// CHECK: %[[L:.+]]:2 = mx.loop times
// CHECK: mx.mul
// CHECK-NOT: mx.mul
// CHECK: mx.map "tanh"
// CHECK-NOT: mx.map "tanh"
// CHECK-NOT: mx.loop
// CHECK: return %[[L]]#0, %[[L]]#0, %[[L]]#1 :

// Entries of two lists have sizes of their own, which one name must not stand for.
func.func @lists(%U: !mx.list<!mx.matrix<_ x 1, f64>>, %V: !mx.list<!mx.matrix<_ x 1, f64>>, %n: index, %z: f64) -> (f64, f64) {
  %a = mx.loop times %n from %z : f64 with %U : !mx.list<!mx.matrix<_ x 1, f64>> -> f64 {
  ^bb0(%k: index, %s: f64, %l: !mx.list<!mx.matrix<_ x 1, f64>>):
    %v = mx.at %l[%k] : <!mx.matrix<_ x 1, f64>> -> !mx.matrix<k x 1, f64>
    %d = mx.sum %v : !mx.matrix<k x 1, f64>
    %t = mx.add %s, %d : f64, f64
    mx.yield %t : f64
  }
  %b = mx.loop times %n from %z : f64 with %V : !mx.list<!mx.matrix<_ x 1, f64>> -> f64 {
  ^bb0(%k: index, %s: f64, %l: !mx.list<!mx.matrix<_ x 1, f64>>):
    %v = mx.at %l[%k] : <!mx.matrix<_ x 1, f64>> -> !mx.matrix<k x 1, f64>
    %d = mx.sum %v : !mx.matrix<k x 1, f64>
    %t = mx.add %s, %d : f64, f64
    mx.yield %t : f64
  }
  return %a, %b : f64, f64
}
// CHECK-LABEL: func.func @lists(
// CHECK: mx.loop
// CHECK: mx.loop

// Loops without a count merge where the same ends them.
func.func @until(%x: f64) -> (f64, f64, f64) {
  %one = mx.constant 1.0 : f64
  %a = mx.loop from %x : f64 -> f64 {
  ^bb0(%k: index, %s: f64):
    %t = mx.map "sin" %s : f64
    mx.yield %t, %t : f64, f64
  }
  %b:2 = mx.loop from %x, %one : f64, f64 -> f64, f64 {
  ^bb0(%k: index, %s: f64, %p: f64):
    %t = mx.map "sin" %s : f64
    %q = mx.mul %p, %t : f64, f64
    mx.yield %t, %t, %q : f64, f64, f64
  }
  %c = mx.loop from %x : f64 -> f64 {
  ^bb0(%k: index, %s: f64):
    %t = mx.map "cos" %s : f64
    mx.yield %t, %t : f64, f64
  }
  %d = mx.add %b#0, %c : f64, f64
  return %a, %d, %b#1 : f64, f64, f64
}
// CHECK-LABEL: func.func @until(
// CHECK: mx.loop
// CHECK: mx.map "sin"
// CHECK-NOT: mx.map "sin"
// CHECK: mx.loop
// CHECK: mx.map "cos"
// CHECK-NOT: mx.loop
