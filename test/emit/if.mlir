// RUN: delgen %s -o - | FileCheck %s --match-full-lines

// A function that has mx.directions is printed as it stands; d⁰ has none.

!v = !mx.matrix<n x 1, f64>
!m = !mx.matrix<n x n, f64>

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
// CHECK-NEXT: ///       (s x[k] if x[k] < 0 else result)) while (1 if x[k] < 0 else done) = 0 and k + 1 < n
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
// CHECK-NEXT:     if (!(!done && k + 1 < x.size()))
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

func.func @mix(%a: !m {mx.name = "A", mx.type = "const Eigen::MatrixXd&"}, %x: !v {mx.name = "x", mx.type = "const Eigen::VectorXd&"}) -> f64
    attributes {mx.cpp_name = "mix", mx.result = "double", mx.directions = []} {
  %n = mx.extent "n"
  %zero = mx.constant 0.0 : f64
  %ax = mx.mul %a, %x : !m, !v
  %h, %p, %q = mx.loop times %n from %ax, %ax, %zero : !v, !v, f64 with %a : !m -> !v, !v, f64 {
  ^bb0(%k: index, %h0: !v loc("h"), %p0: !v loc("p"), %q0: f64, %a1: !m):
    %z = arith.constant 0 : index
    %zz = mx.constant 0.0 : f64
    %e = mx.element %h0[%k, %z] : !v
    %c = mx.compare "gt" %e, %zz : f64, f64
    %h1, %q1 = mx.if %c : f64 with %h0, %k, %e, %q0 : !v, index, f64, f64 -> !v, f64 {
    ^bb0(%hh: !v, %kk: index, %ee: f64, %qq: f64):
      %z1 = arith.constant 0 : index
      %two = mx.constant 2.0 : f64
      %v = mx.mul %two, %ee : f64, f64
      %h2 = mx.insert %v, %hh[%kk, %z1] : f64, <n x 1, f64>
      mx.yield %h2, %v : !v, f64
    } else {
    ^bb0(%hh: !v, %kk: index, %ee: f64, %qq: f64):
      %m1 = mx.constant -1.0 : f64
      %c2 = mx.compare "lt" %ee, %m1 : f64, f64
      %h3, %q3 = mx.if %c2 : f64 with %hh, %ee, %qq : !v, f64, f64 -> !v, f64 {
      ^bb0(%h4: !v, %e4: f64, %q4: f64):
        %r = mx.reverse %h4 {rows = true, cols = false} : !v
        mx.yield %r, %e4 : !v, f64
      } else {
      ^bb0(%h4: !v, %e4: f64, %q4: f64):
        mx.yield %h4, %q4 : !v, f64
      }
      mx.yield %h3, %q3 : !v, f64
    }
    %t = mx.mul %a1, %p0 : !m, !v
    %pn = mx.add %t, %h1, %p0 : !v, !v, !v
    %s = mx.inner %pn, %pn : !v, !v
    %half = mx.pow %s, -0.5 : f64
    %pn2 = mx.mul %half, %pn : f64, !v
    mx.yield %h1, %pn2, %q1 : !v, !v, f64
  }
  %i = mx.inner %h, %p : !v, !v
  %j = mx.inner %ax, %p : !v, !v
  %r = mx.add %i, %j, %q : f64, f64, f64
  return %r : f64
}
// CHECK-LABEL: /// d⁰mix(A; ) = t1 + ⟨h, p⟩ + ⟨p, A x⟩
// CHECK-NEXT: ///   where (h, p, t1) = (A x, A x, 0), then (h, p, t1) ←
// CHECK-NEXT: ///       ((h[k ↦ 2 h[k]] if h[k] > 0 else h), t3/‖t3‖, (2 h[k] if h[k] > 0 else t1)) for k = 0, …,
// CHECK-NEXT: ///       n − 1 with h = (reverse(h) if h[k] < −1 else h), t1 = (h[k] if h[k] < −1 else t1), t3 = p
// CHECK-NEXT: ///       + (h[k ↦ 2 h[k]] if h[k] > 0 else h) + A p
// CHECK-NEXT: inline double mix(const Eigen::MatrixXd& A, const Eigen::VectorXd& x) {
// CHECK-NEXT:   const Eigen::VectorXd t0 = A * x;
// CHECK-NEXT:   Eigen::VectorXd t3;
// CHECK-NEXT:   Eigen::VectorXd h = t0;
// CHECK-NEXT:   Eigen::VectorXd p = t0;
// CHECK-NEXT:   double t1 = 0.0;
// CHECK-NEXT:   for (Eigen::Index k = 0; k < A.rows(); ++k) {
// CHECK-NEXT:     const double t2 = h(k);
// CHECK-NEXT:     if (t2 > 0.0) {
// CHECK-NEXT:       t1 = 2.0 * t2;
// CHECK-NEXT:       h(k) = t1;
// CHECK-NEXT:     } else if (t2 < -1.0) {
// CHECK-NEXT:       h = h.reverse().eval();
// CHECK-NEXT:       t1 = t2;
// CHECK-NEXT:     }
// CHECK-NEXT:     t3.noalias() = p + h + A * p;
// CHECK-NEXT:     p = t3 / t3.norm();
// CHECK-NEXT:   }
// CHECK-NEXT:   return t1 + h.dot(p) + p.dot(t0);
// CHECK-NEXT: }

func.func @rotate(%a: !v {mx.name = "a", mx.type = "const Eigen::VectorXd&"}, %b: !v {mx.name = "b", mx.type = "const Eigen::VectorXd&"}, %c: f64 {mx.name = "c", mx.type = "double"}) -> f64
    attributes {mx.cpp_name = "rotate", mx.result = "double", mx.directions = []} {
  %n = mx.extent "n"
  %zero = mx.constant 0.5 : f64
  %cond = mx.compare "gt" %c, %zero : f64, f64
  %u, %v, %w = mx.if %cond : f64 with %a, %b, %n : !v, !v, index -> !v, !v, !v {
  ^bb0(%a1: !v, %b1: !v, %n1: index):
    %x, %y, %z = mx.loop times %n1 from %a1, %b1, %a1 : !v, !v, !v -> !v, !v, !v {
    ^bb0(%k: index, %x0: !v, %y0: !v, %z0: !v):
      %yz = mx.add %y0, %z0 : !v, !v
      mx.yield %y0, %yz, %x0 : !v, !v, !v
    }
    mx.yield %x, %y, %z : !v, !v, !v
  } else {
  ^bb0(%a1: !v, %b1: !v, %n1: index):
    %two = mx.constant 2.0 : f64
    %t = mx.mul %two, %b1 : f64, !v
    mx.yield %t, %a1, %b1 : !v, !v, !v
  }
  %three = mx.constant 3.0 : f64
  %vw = mx.mul %three, %v : f64, !v
  %s = mx.add %u, %vw : !v, !v
  %i = mx.inner %s, %w : !v, !v
  return %i : f64
}
// CHECK-LABEL: /// d⁰rotate(a; ) = ⟨t0 + 3 t1, t2⟩
// CHECK-NEXT: ///   where (t0, t1, t2) = (a, b, a), then (t0, t1, t2) ← (t1, t1 + t2, t0) for k = 0, …, n − 1
// CHECK-NEXT: ///   and t0 = (t0 if c > 0.5 else 2 b)
// CHECK-NEXT: ///   and t1 = (t1 if c > 0.5 else a)
// CHECK-NEXT: ///   and t2 = (t2 if c > 0.5 else b)
// CHECK-NEXT: inline double rotate(const Eigen::VectorXd& a, const Eigen::VectorXd& b, double c) {
// CHECK-NEXT:   Eigen::VectorXd t0;
// CHECK-NEXT:   Eigen::VectorXd t1;
// CHECK-NEXT:   Eigen::VectorXd t2;
// CHECK-NEXT:   if (c > 0.5) {
// CHECK-NEXT:     t0 = a;
// CHECK-NEXT:     t1 = b;
// CHECK-NEXT:     t2 = a;
// CHECK-NEXT:     for (Eigen::Index k = 0; k < a.size(); ++k) {
// CHECK-NEXT:       const Eigen::VectorXd next_t1 = t1 + t2;
// CHECK-NEXT:       t2 = t0;
// CHECK-NEXT:       t0 = t1;
// CHECK-NEXT:       t1 = next_t1;
// CHECK-NEXT:     }
// CHECK-NEXT:   } else {
// CHECK-NEXT:     t0 = 2.0 * b;
// CHECK-NEXT:     t1 = a;
// CHECK-NEXT:     t2 = b;
// CHECK-NEXT:   }
// CHECK-NEXT:   return (t0 + 3.0 * t1).dot(t2);
// CHECK-NEXT: }
