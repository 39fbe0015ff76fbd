// RUN: delgen %s -o - | FileCheck %s --match-full-lines

// A function that has mx.directions is printed as it stands; d⁰ has none.

!v = !mx.matrix<n x 1, f64>

func.func @pass(%x: !v {mx.name = "x", mx.type = "const Eigen::VectorXd&"}) -> f64
    attributes {mx.cpp_name = "pass", mx.result = "double", mx.directions = []} {
  %zero = mx.constant 0.0 : f64
  %n = mx.extent "n"
  %s = mx.loop times %n from %zero : f64 with %x : !v -> f64 {
  ^bb0(%k: index, %s0: f64 loc("s"), %x1: !v):
    %z = arith.constant 0 : index
    %zz = mx.constant 0.0 : f64
    %e = mx.element %x1[%k, %z] : !v
    %c = mx.compare "gt" %e, %zz : f64, f64
    %s1 = mx.if %c : f64 with %s0, %e : f64, f64 -> f64 {
    ^bb0(%ss: f64, %ee: f64):
      %nx = mx.add %ss, %ee : f64, f64
      mx.yield %nx : f64
    } else {
    ^bb0(%ss: f64, %ee: f64):
      mx.yield %ss : f64
    }
    mx.yield %s1 : f64
  }
  %one = mx.constant 1.0 : f64
  %c = mx.compare "gt" %s, %one : f64, f64
  %y, %w = mx.if %c : f64 with %s, %x : f64, !v -> f64, !v {
  ^bb0(%ss: f64, %xx: !v):
    %q = mx.mul %ss, %ss : f64, f64
    %r = mx.mul %ss, %xx : f64, !v
    mx.yield %q, %r : f64, !v
  } else {
  ^bb0(%ss: f64, %xx: !v):
    %two = mx.constant 2.0 : f64
    %q = mx.mul %two, %ss : f64, f64
    mx.yield %q, %xx : f64, !v
  }
  %sum = mx.sum %w : !v
  %res = mx.mul %y, %sum : f64, f64
  return %res : f64
}
// CHECK-LABEL: /// d⁰pass(x; ) = t0 sum(t1)
// CHECK-NEXT: ///   where s = 0, then s ← (s + x[k] if x[k] > 0 else s) for k = 0, …, n − 1
// CHECK-NEXT: ///   and t0 = (s² if s > 1 else 2 s)
// CHECK-NEXT: ///   and t1 = (s x if s > 1 else x)
// CHECK-NEXT: inline double pass(const Eigen::VectorXd& x) {
// CHECK-NEXT:   double s = 0.0;
// CHECK-NEXT:   for (Eigen::Index k = 0; k < x.size(); ++k) {
// CHECK-NEXT:     if (x(k) > 0.0) {
// CHECK-NEXT:       s += x(k);
// CHECK-NEXT:     }
// CHECK-NEXT:   }
// CHECK-NEXT:   double t0;
// CHECK-NEXT:   Eigen::VectorXd t1;
// CHECK-NEXT:   if (s > 1.0) {
// CHECK-NEXT:     t0 = s * s;
// CHECK-NEXT:     t1 = s * x;
// CHECK-NEXT:   } else {
// CHECK-NEXT:     t0 = 2.0 * s;
// CHECK-NEXT:     t1 = x;
// CHECK-NEXT:   }
// CHECK-NEXT:   return t0 * t1.sum();
// CHECK-NEXT: }

func.func @early(%x: !v {mx.name = "x", mx.type = "const Eigen::VectorXd&"}) -> f64
    attributes {mx.cpp_name = "early", mx.result = "double", mx.directions = []} {
  %n = mx.extent "n"
  %zero = mx.constant 0.0 : f64
  %k, %s, %done, %res = mx.loop from %zero, %zero, %zero, %zero : f64, f64, f64, f64 with %x, %n : !v, index -> f64, f64, f64, f64 {
  ^bb0(%k: index, %i0: f64, %s0: f64 loc("s"), %done0: f64 loc("done"), %res0: f64 loc("result"), %x1: !v, %n1: index):
    %z = arith.constant 0 : index
    %o = arith.constant 1 : index
    %zz = mx.constant 0.0 : f64
    %e = mx.element %x1[%k, %z] : !v
    %neg = mx.compare "lt" %e, %zz : f64, f64
    %s1, %d1, %r1 = mx.if %neg : f64 with %s0, %done0, %res0, %e : f64, f64, f64, f64 -> f64, f64, f64 {
    ^bb0(%ss: f64, %dd: f64, %rr: f64, %ee: f64):
      %one = mx.constant 1.0 : f64
      %p = mx.mul %ss, %ee : f64, f64
      mx.yield %ss, %one, %p : f64, f64, f64
    } else {
    ^bb0(%ss: f64, %dd: f64, %rr: f64, %ee: f64):
      %p = mx.add %ss, %ee : f64, f64
      mx.yield %p, %dd, %rr : f64, f64, f64
    }
    %k1 = arith.addi %k, %o : index
    %kr = mx.real %k1 : f64
    %nr = mx.real %n1 : f64
    %more = mx.compare "lt" %kr, %nr : f64, f64
    %zd = mx.constant 0.0 : f64
    %notdone = mx.compare "eq" %d1, %zd : f64, f64
    %go = mx.mul %more, %notdone : f64, f64
    mx.yield %go, %kr, %s1, %d1, %r1 : f64, f64, f64, f64, f64
  }
  %y = mx.if %done : f64 with %s, %res : f64, f64 -> f64 {
  ^bb0(%ss: f64, %rr: f64):
    mx.yield %rr : f64
  } else {
  ^bb0(%ss: f64, %rr: f64):
    %two = mx.constant 2.0 : f64
    %p = mx.mul %two, %ss : f64, f64
    mx.yield %p : f64
  }
  %k2 = mx.add %y, %k : f64, f64
  return %k2 : f64
}
// CHECK-LABEL: /// d⁰early(x; ) = result + t0
// CHECK-NEXT: ///   where (t0, s, done, result) = (0, 0, 0, 0), then (t0, s, done, result) ←
// CHECK-NEXT: ///       (k + 1, (s if x[k] < 0 else s + x[k]), (1 if x[k] < 0 else done),
// CHECK-NEXT: ///       (s x[k] if x[k] < 0 else result)) while k + 1 < n and (1 if x[k] < 0 else done) = 0
// CHECK-NEXT: ///   and result = (result if done ≠ 0 else 2 s)
// CHECK-NEXT: inline double early(const Eigen::VectorXd& x) {
// CHECK-NEXT:   double t0 = 0.0;
// CHECK-NEXT:   double s = 0.0;
// CHECK-NEXT:   bool done = false;
// CHECK-NEXT:   double result = 0.0;
// CHECK-NEXT:   Eigen::Index k = 0;
// CHECK-NEXT:   while (true) {
// CHECK-NEXT:     if (x(k) < 0.0) {
// CHECK-NEXT:       done = true;
// CHECK-NEXT:       result = s * x(k);
// CHECK-NEXT:     } else {
// CHECK-NEXT:       s += x(k);
// CHECK-NEXT:     }
// CHECK-NEXT:     t0 = static_cast<double>(k + 1);
// CHECK-NEXT:     if (!(k + 1 < x.size() && !done))
// CHECK-NEXT:       break;
// CHECK-NEXT:     ++k;
// CHECK-NEXT:   }
// CHECK-NEXT:   if (!done) {
// CHECK-NEXT:     result = 2.0 * s;
// CHECK-NEXT:   }
// CHECK-NEXT:   return result + t0;
// CHECK-NEXT: }

func.func @collatz(%n: index {mx.name = "n", mx.type = "int"}) -> f64
    attributes {mx.cpp_name = "collatz", mx.result = "double", mx.directions = []} {
  %zero = arith.constant 0 : index
  %i, %c = mx.loop from %n, %zero : index, index -> index, index {
  ^bb0(%k: index, %i0: index loc("i"), %c0: index loc("count")):
    %one = arith.constant 1 : index
    %ir = mx.real %i0 : f64
    %oner = mx.constant 1.0 : f64
    %cond = mx.compare "gt" %ir, %oner : f64, f64
    %i1, %c1 = mx.if %cond : f64 with %i0, %c0 : index, index -> index, index {
    ^bb0(%ii: index, %cc: index):
      %o = arith.constant 1 : index
      %two = arith.constant 2 : index
      %three = arith.constant 3 : index
      %rem = arith.remsi %ii, %two : index
      %remr = mx.real %rem : f64
      %zr = mx.constant 0.0 : f64
      %even = mx.compare "eq" %remr, %zr : f64, f64
      %ni = mx.if %even : f64 with %ii : index -> index {
      ^bb0(%j: index):
        %tw = arith.constant 2 : index
        %h = arith.divsi %j, %tw : index
        mx.yield %h : index
      } else {
      ^bb0(%j: index):
        %th = arith.constant 3 : index
        %on = arith.constant 1 : index
        %h = arith.muli %j, %th : index
        %hh = arith.addi %h, %on : index
        mx.yield %hh : index
      }
      %nc = arith.addi %cc, %o : index
      mx.yield %ni, %nc : index, index
    } else {
    ^bb0(%ii: index, %cc: index):
      mx.yield %ii, %cc : index, index
    }
    mx.yield %cond, %i1, %c1 : f64, index, index
  }
  %r = mx.real %c : f64
  return %r : f64
}
// CHECK-LABEL: /// d⁰collatz(n; ) = count
// CHECK-NEXT: ///   where (i, count) = (n, 0), then (i, count) ← ((i div 2 if i mod 2 = 0 else i 3 + 1), count +
// CHECK-NEXT: ///       1) while i > 1 with i = (i div 2 if i mod 2 = 0 else i 3 + 1)
// CHECK-NEXT: inline double collatz(int n) {
// CHECK-NEXT:   Eigen::Index i = n;
// CHECK-NEXT:   Eigen::Index count = 0;
// CHECK-NEXT:   while (i > 1) {
// CHECK-NEXT:     i = i % 2 == 0 ? i / 2 : i * 3 + 1;
// CHECK-NEXT:     ++count;
// CHECK-NEXT:   }
// CHECK-NEXT:   return static_cast<double>(count);
// CHECK-NEXT: }
