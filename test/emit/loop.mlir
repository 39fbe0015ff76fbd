// RUN: delgen %s -o - | FileCheck %s --match-full-lines

// A function that has mx.directions is printed as it stands; d⁰ has none.

!v = !mx.matrix<n x 1, f64>
!m = !mx.matrix<n x n, f64>

func.func @power_sum(%a: !m {mx.name = "A", mx.type = "const Eigen::MatrixXd&"}, %x: !v {mx.name = "x", mx.type = "const Eigen::VectorXd&"},
    %n: index {mx.name = "m", mx.type = "Eigen::Index"}) -> f64
    attributes {mx.cpp_name = "power_sum", mx.result = "double", mx.directions = []} {
  %zero = mx.constant 0.0 : f64
  %s, %h = mx.loop times %n from %zero, %x : f64, !v with %a : !m -> f64, !v {
  ^bb0(%k: index, %s0: f64 loc("s"), %h0: !v loc("h"), %b: !m):
    %h1 = mx.mul %b, %h0 : !m, !v
    %q = mx.inner %h1, %h1 : !v, !v
    %s1 = mx.add %s0, %q : f64, f64
    mx.yield %s1, %h1 : f64, !v
  }
  return %s : f64
}
// CHECK-LABEL: /// d⁰power_sum(A; ) = s
// CHECK-NEXT: ///   where (s, h) = (0, x), then (s, h) ← (s + ‖A h‖², A h) for k = 0, …, m − 1
// CHECK-NEXT: inline double power_sum(const Eigen::MatrixXd& A, const Eigen::VectorXd& x, Eigen::Index m) {
// CHECK-NEXT:   double s = 0.0;
// CHECK-NEXT:   Eigen::VectorXd h = x;
// CHECK-NEXT:   for (Eigen::Index k = 0; k < m; ++k) {
// CHECK-NEXT:     h = A * h;
// CHECK-NEXT:     s += h.squaredNorm();
// CHECK-NEXT:   }
// CHECK-NEXT:   return s;
// CHECK-NEXT: }

func.func @fib(%n: index {mx.name = "n", mx.type = "int"}) -> f64
    attributes {mx.cpp_name = "fib", mx.result = "double", mx.directions = []} {
  %zero = mx.constant 0.0 : f64
  %one = mx.constant 1.0 : f64
  %r, %t = mx.loop times %n from %zero, %one : f64, f64 -> f64, f64 {
  ^bb0(%k: index, %a: f64 loc("a"), %b: f64 loc("b")):
    %s1 = mx.add %a, %b : f64, f64
    mx.yield %b, %s1 : f64, f64
  }
  return %r : f64
}
// CHECK-LABEL: /// d⁰fib(n; ) = a
// CHECK-NEXT: ///   where (a, b) = (0, 1), then (a, b) ← (b, a + b) for k = 0, …, n − 1
// CHECK-NEXT: inline double fib(int n) {
// CHECK-NEXT:   double a = 0.0;
// CHECK-NEXT:   double b = 1.0;
// CHECK-NEXT:   for (Eigen::Index k = 0; k < n; ++k) {
// CHECK-NEXT:     const double next_b = a + b;
// CHECK-NEXT:     a = b;
// CHECK-NEXT:     b = next_b;
// CHECK-NEXT:   }
// CHECK-NEXT:   return a;
// CHECK-NEXT: }

func.func @parts(%a: !m {mx.name = "A", mx.type = "const Eigen::MatrixXd&"}, %x: !v {mx.name = "x", mx.type = "const Eigen::VectorXd&"}) -> !m
    attributes {mx.cpp_name = "parts", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %zero = mx.constant 0.0 : f64
  %z = mx.fill %zero : f64 -> <n x n, f64>
  %n = mx.extent "n"
  %c0 = arith.constant 0 : index
  %y = mx.loop times %n from %z : !m with %a, %x, %n : !m, !v, index -> !m {
  ^bb0(%k: index loc("i"), %y0: !m loc("Y"), %b: !m, %x1: !v, %n1: index):
    %zeroi = arith.constant 0 : index
    %e = mx.element %x1[%k, %zeroi] : !v
    %p = mx.mul %b, %x1 : !m, !v
    %pe = mx.mul %e, %p : f64, !v
    %y1 = mx.insert %pe, %y0[%zeroi, %k] : !v, <n x n, f64>
    %c = mx.slice %y1[%zeroi, %k] : !m -> !v
    %y3 = mx.loop times %n1 from %y1 : !m with %c, %k : !v, index -> !m {
    ^bb0(%j: index loc("j"), %yy: !m, %cc: !v, %i: index):
      %zeroj = arith.constant 0 : index
      %old = mx.element %yy[%j, %i] : !m
      %two = mx.constant 2.0 : f64
      %ee = mx.element %cc[%j, %zeroj] : !v
      %te = mx.mul %two, %ee : f64, f64
      %new = mx.add %old, %te : f64, f64
      %yn = mx.insert %new, %yy[%j, %i] : f64, <n x n, f64>
      mx.yield %yn : !m
    }
    mx.yield %y3 : !m
  }
  return %y : !m
}
// CHECK-LABEL: /// d⁰parts(A; ) = Y
// CHECK-NEXT: ///   where Y = 0, then Y ← Y for i = 0, …, n − 1 with Y = Y[:, i ↦ x[i] (A x)], then Y ←
// CHECK-NEXT: ///       Y[j, i ↦ Y[j, i] + 2 (x[i] (A x))[j]] for j = 0, …, n − 1
// CHECK-NEXT: inline Eigen::MatrixXd parts(const Eigen::MatrixXd& A, const Eigen::VectorXd& x) {
// CHECK-NEXT:   const Eigen::VectorXd t0 = A * x;
// CHECK-NEXT:   Eigen::VectorXd t1;
// CHECK-NEXT:   Eigen::MatrixXd Y = Eigen::MatrixXd::Zero(A.rows(), A.rows());
// CHECK-NEXT:   for (Eigen::Index i = 0; i < A.rows(); ++i) {
// CHECK-NEXT:     t1 = x(i) * t0;
// CHECK-NEXT:     Y.col(i) = t1;
// CHECK-NEXT:     for (Eigen::Index j = 0; j < A.rows(); ++j) {
// CHECK-NEXT:       Y(j, i) += 2.0 * t1(j);
// CHECK-NEXT:     }
// CHECK-NEXT:   }
// CHECK-NEXT:   return Y;
// CHECK-NEXT: }

func.func @newton(%a: f64 {mx.name = "a", mx.type = "double"}) -> f64
    attributes {mx.cpp_name = "newton", mx.result = "double", mx.directions = []} {
  %one = mx.constant 1.0 : f64
  %r = mx.loop from %one : f64 with %a : f64 -> f64 {
  ^bb0(%k: index, %x: f64 loc("x"), %a1: f64):
    %q = mx.mul %x, %x : f64, f64
    %m = mx.constant -1.0 : f64
    %ma = mx.mul %m, %a1 : f64, f64
    %d = mx.add %q, %ma : f64, f64
    %abs = mx.map "abs" %d : f64
    %tol = mx.constant 1.0e-12 : f64
    %c = mx.compare "gt" %abs, %tol : f64, f64
    %x2 = mx.if %c : f64 with %x, %d : f64, f64 -> f64 {
    ^bb0(%xx: f64, %dd: f64):
      %two = mx.constant 2.0 : f64
      %mm = mx.constant -1.0 : f64
      %tx = mx.mul %two, %xx : f64, f64
      %i = mx.pow %tx, -1.0 : f64
      %st = mx.mul %mm, %dd, %i : f64, f64, f64
      %nx = mx.add %xx, %st : f64, f64
      mx.yield %nx : f64
    } else {
    ^bb0(%xx: f64, %dd: f64):
      mx.yield %xx : f64
    }
    mx.yield %c, %x2 : f64, f64
  }
  return %r : f64
}
// CHECK-LABEL: /// d⁰newton(a; ) = x
// CHECK-NEXT: ///   where x = 1, then x ← x − 0.5 (x² − a)/x while abs(x² − a) > 1e-12
// CHECK-NEXT: inline double newton(double a) {
// CHECK-NEXT:   double x = 1.0;
// CHECK-NEXT:   while (true) {
// CHECK-NEXT:     const double t0 = x * x - a;
// CHECK-NEXT:     if (!(std::abs(t0) > 1e-12))
// CHECK-NEXT:       break;
// CHECK-NEXT:     x -= 0.5 * t0 / x;
// CHECK-NEXT:   }
// CHECK-NEXT:   return x;
// CHECK-NEXT: }

func.func @alias(%a: !m {mx.name = "A", mx.type = "const Eigen::MatrixXd&"}, %x: !v {mx.name = "x", mx.type = "const Eigen::VectorXd&"}) -> f64
    attributes {mx.cpp_name = "alias", mx.result = "double", mx.directions = []} {
  %n = mx.extent "n"
  %zero = mx.constant 0.0 : f64
  %y, %b, %u, %s = mx.loop times %n from %x, %a, %x, %zero : !v, !m, !v, f64 -> !v, !m, !v, f64 {
  ^bb0(%k: index, %y0: !v loc("y"), %b0: !m loc("B"), %u0: !v loc("u"), %s0: f64 loc("s")):
    %z = arith.constant 0 : index
    %two = mx.constant 2.0 : f64
    %r = mx.reverse %y0 {rows = true, cols = false} : !v
    %t = mx.transpose %b0 : !m
    %old = mx.element %u0[%k, %z] : !v
    %new = mx.add %old, %two : f64, f64
    %u1 = mx.insert %new, %u0[%k, %z] : f64, <n x 1, f64>
    %e2 = mx.element %u1[%k, %z] : !v
    %p = mx.mul %old, %e2 : f64, f64
    %yk = mx.element %y0[%k, %z] : !v
    %p2 = mx.mul %yk, %p : f64, f64
    %bb = mx.mul %two, %t : f64, !m
    %s1 = mx.add %s0, %p2 : f64, f64
    mx.yield %r, %bb, %u1, %s1 : !v, !m, !v, f64
  }
  %by = mx.mul %b, %y : !m, !v
  %i = mx.inner %by, %u : !v, !v
  %res = mx.add %i, %s : f64, f64
  return %res : f64
}
// CHECK-LABEL: /// d⁰alias(A; ) = s + ⟨u, B y⟩
// CHECK-NEXT: ///   where (y, B, u, s) = (x, A, x, 0), then (y, B, u, s) ←
// CHECK-NEXT: ///       (reverse(y), 2 Bᵀ, u[k ↦ 2 + u[k]], s + (2 + u[k]) y[k] u[k]) for k = 0, …, n − 1
// CHECK-NEXT: inline double alias(const Eigen::MatrixXd& A, const Eigen::VectorXd& x) {
// CHECK-NEXT:   Eigen::VectorXd y = x;
// CHECK-NEXT:   Eigen::MatrixXd B = A;
// CHECK-NEXT:   Eigen::VectorXd u = x;
// CHECK-NEXT:   double s = 0.0;
// CHECK-NEXT:   for (Eigen::Index k = 0; k < A.rows(); ++k) {
// CHECK-NEXT:     const double t0 = u(k);
// CHECK-NEXT:     const double t1 = 2.0 + t0;
// CHECK-NEXT:     u(k) = t1;
// CHECK-NEXT:     B = (2.0 * B.transpose()).eval();
// CHECK-NEXT:     s += t1 * y(k) * t0;
// CHECK-NEXT:     y = y.reverse().eval();
// CHECK-NEXT:   }
// CHECK-NEXT:   return s + u.dot(B * y);
// CHECK-NEXT: }

func.func @horner(%x: !v {mx.name = "c", mx.type = "const Eigen::VectorXd&"}, %t: f64 {mx.name = "t", mx.type = "double"}) -> f64
    attributes {mx.cpp_name = "horner", mx.result = "double", mx.directions = []} {
  %n = mx.extent "n"
  %zero = mx.constant 0.0 : f64
  %p, %d = mx.loop times %n from %zero, %zero : f64, f64 with %x, %t, %n : !v, f64, index -> f64, f64 {
  ^bb0(%k: index, %p0: f64 loc("p"), %d0: f64 loc("d"), %c: !v, %t1: f64, %n1: index):
    %z = arith.constant 0 : index
    %one = arith.constant 1 : index
    %last = arith.subi %n1, %one : index
    %i = arith.subi %last, %k : index loc("i")
    %e = mx.element %c[%i, %z] : !v
    %ir = mx.real %i : f64
    %pt = mx.mul %p0, %t1 : f64, f64
    %p1 = mx.add %pt, %e : f64, f64
    %dt = mx.mul %d0, %t1 : f64, f64
    %d1 = mx.add %dt, %p0 : f64, f64
    %d2 = mx.mul %d1, %ir : f64, f64
    mx.yield %p1, %d2 : f64, f64
  }
  %s = mx.mul %p, %d : f64, f64
  return %s : f64
}
// CHECK-LABEL: /// d⁰horner(c; ) = p d
// CHECK-NEXT: ///   where (p, d) = (0, 0), then (p, d) ← (c[i] + p t, (p + d t) i) for i = n − 1, …, 0
// CHECK-NEXT: inline double horner(const Eigen::VectorXd& c, double t) {
// CHECK-NEXT:   double p = 0.0;
// CHECK-NEXT:   double d = 0.0;
// CHECK-NEXT:   for (Eigen::Index i = c.size() - 1; i >= 0; --i) {
// CHECK-NEXT:     d = (p + d * t) * static_cast<double>(i);
// CHECK-NEXT:     p = c(i) + p * t;
// CHECK-NEXT:   }
// CHECK-NEXT:   return p * d;
// CHECK-NEXT: }

func.func @triangle(%a: !m {mx.name = "A", mx.type = "const Eigen::MatrixXd&"}, %x: !v {mx.name = "x", mx.type = "const Eigen::VectorXd&"}) -> f64
    attributes {mx.cpp_name = "triangle", mx.result = "double", mx.directions = []} {
  %n = mx.extent "n"
  %one = arith.constant 1 : index
  %zero = mx.constant 0.0 : f64
  %t = arith.subi %n, %one : index
  %s = mx.loop times %t from %zero : f64 with %a, %x : !m, !v -> f64 {
  ^bb0(%k: index, %s0: f64 loc("s"), %a1: !m, %x1: !v):
    %o = arith.constant 1 : index
    %i = arith.addi %k, %o : index loc("i")
    %s2 = mx.loop times %i from %s0 : f64 with %a1, %x1, %i : !m, !v, index -> f64 {
    ^bb0(%j: index loc("j"), %s1: f64, %a2: !m, %x2: !v, %i1: index):
      %z = arith.constant 0 : index
      %tt = arith.subi %i1, %j : index
      %e = mx.element %a2[%i1, %j] : !m
      %s3 = mx.loop times %tt from %s1 : f64 with %x2, %i1, %e : !v, index, f64 -> f64 {
      ^bb0(%k2: index, %s4: f64, %x3: !v, %i2: index, %e1: f64):
        %zz = arith.constant 0 : index
        %l = arith.subi %i2, %k2 : index loc("l")
        %xl = mx.element %x3[%l, %zz] : !v
        %p = mx.mul %e1, %xl : f64, f64
        %s5 = mx.add %s4, %p : f64, f64
        mx.yield %s5 : f64
      }
      mx.yield %s3 : f64
    }
    mx.yield %s2 : f64
  }
  return %s : f64
}
// CHECK-LABEL: /// d⁰triangle(A; ) = s
// CHECK-NEXT: ///   where s = Σ_{i=1…n − 1} Σ_{j=0…i − 1} Σ_{l=j + 1…i} A[i, j] x[l]
// CHECK-NEXT: inline double triangle(const Eigen::MatrixXd& A, const Eigen::VectorXd& x) {
// CHECK-NEXT:   double s = 0.0;
// CHECK-NEXT:   for (Eigen::Index i = 1; i < A.rows(); ++i) {
// CHECK-NEXT:     for (Eigen::Index j = 0; j < i; ++j) {
// CHECK-NEXT:       for (Eigen::Index l = i; l > j; --l) {
// CHECK-NEXT:         s += A(i, j) * x(l);
// CHECK-NEXT:       }
// CHECK-NEXT:     }
// CHECK-NEXT:   }
// CHECK-NEXT:   return s;
// CHECK-NEXT: }

func.func @swaps(%a: !m {mx.name = "A", mx.type = "const Eigen::MatrixXd&"}, %x: !v {mx.name = "x", mx.type = "const Eigen::VectorXd&"}) -> f64
    attributes {mx.cpp_name = "swaps", mx.result = "double", mx.directions = []} {
  %n = mx.extent "n"
  %zero = mx.constant 0.0 : f64
  %onef = mx.constant 1.0 : f64
  %b0 = mx.fill %onef : f64 -> <n x n, f64>
  %p, %q = mx.loop times %n from %a, %b0 : !m, !m -> !m, !m {
  ^bb0(%k: index, %p0: !m loc("P"), %q0: !m loc("Q")):
    %2 = mx.constant 0.5 : f64
    %3 = mx.mul %2, %p0 : f64, !m
    mx.yield %q0, %3 : !m, !m
  }
  %r1 = mx.loop times %n from %zero : f64 with %p, %x : !m, !v -> f64 {
  ^bb0(%k: index, %s0: f64 loc("s"), %m: !m, %x1: !v):
    %z = arith.constant 0 : index
    %c = mx.slice %m[%z, %k] : !m -> !v
    %i = mx.inner %c, %x1 : !v, !v
    %s1 = mx.add %i, %s0 : f64, f64
    mx.yield %s1 : f64
  }
  %s2 = mx.loop times %n from %r1 : f64 with %q, %x : !m, !v -> f64 {
  ^bb0(%k: index, %s0: f64 loc("s"), %m: !m, %x1: !v):
    %z = arith.constant 0 : index
    %c = mx.slice %m[%z, %k] : !m -> !v
    %i = mx.inner %c, %x1 : !v, !v
    %m1 = mx.constant -1.0 : f64
    %mi = mx.mul %m1, %i : f64, f64
    %s1 = mx.add %s0, %mi : f64, f64
    mx.yield %s1 : f64
  }
  return %s2 : f64
}
// CHECK-LABEL: /// d⁰swaps(A; ) = s
// CHECK-NEXT: ///   where (P, Q) = (A, 1), then (P, Q) ← (Q, 0.5 P) for k = 0, …, n − 1
// CHECK-NEXT: ///   and s = Σ_{k=0…n − 1} ⟨x, P[:, k]⟩
// CHECK-NEXT: ///   and s = s + Σ_{k=0…n − 1} −⟨x, Q[:, k]⟩
// CHECK-NEXT: inline double swaps(const Eigen::MatrixXd& A, const Eigen::VectorXd& x) {
// CHECK-NEXT:   Eigen::MatrixXd P = A;
// CHECK-NEXT:   Eigen::MatrixXd Q = Eigen::MatrixXd::Ones(A.rows(), A.rows());
// CHECK-NEXT:   for (Eigen::Index k = 0; k < A.rows(); ++k) {
// CHECK-NEXT:     const Eigen::MatrixXd next_Q = 0.5 * P;
// CHECK-NEXT:     P = Q;
// CHECK-NEXT:     Q = next_Q;
// CHECK-NEXT:   }
// CHECK-NEXT:   double s = 0.0;
// CHECK-NEXT:   for (Eigen::Index k = 0; k < A.rows(); ++k) {
// CHECK-NEXT:     s += x.dot(P.col(k));
// CHECK-NEXT:   }
// CHECK-NEXT:   for (Eigen::Index k = 0; k < A.rows(); ++k) {
// CHECK-NEXT:     s -= x.dot(Q.col(k));
// CHECK-NEXT:   }
// CHECK-NEXT:   return s;
// CHECK-NEXT: }

func.func @jac(%a: !m {mx.name = "A", mx.type = "const Eigen::MatrixXd&"}, %b: !m {mx.name = "B", mx.type = "const Eigen::MatrixXd&"}, %n: index {mx.name = "steps", mx.type = "int"}) -> !m
    attributes {mx.cpp_name = "jac", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %r = mx.columnwise %b : !m with %a, %n : !m, index -> <n x n, f64> {
  ^bb0(%u: !v, %a1: !m, %n1: index):
    %y = mx.loop times %n1 from %u : !v with %a1 : !m -> !v {
    ^bb0(%k: index, %h: !v loc("h"), %a2: !m):
      %z = mx.mul %a2, %h : !m, !v
      mx.yield %z : !v
    }
    mx.yield %y : !v
  }
  return %r : !m
}
// CHECK-LABEL: /// d⁰jac(A; ) = (u ↦ h)[B]
// CHECK-NEXT: inline Eigen::MatrixXd jac(const Eigen::MatrixXd& A, const Eigen::MatrixXd& B, int steps) {
// CHECK-NEXT:   Eigen::MatrixXd t0(A.rows(), A.rows());
// CHECK-NEXT:   for (Eigen::Index j = 0; j < t0.cols(); ++j) {
// CHECK-NEXT:     Eigen::VectorXd h = B.col(j);
// CHECK-NEXT:     for (Eigen::Index k = 0; k < steps; ++k) {
// CHECK-NEXT:       h = A * h;
// CHECK-NEXT:     }
// CHECK-NEXT:     t0.col(j) = h;
// CHECK-NEXT:   }
// CHECK-NEXT:   return t0;
// CHECK-NEXT: }

func.func @fixed(%a: !mx.matrix<3 x 3, f64> {mx.name = "A", mx.type = "const Eigen::Matrix3d&"}, %x: !mx.matrix<3 x 1, f64> {mx.name = "x", mx.type = "const Eigen::Vector3d&"}, %n: index {mx.name = "n", mx.type = "int"}) -> !mx.matrix<3 x 1, f64>
    attributes {mx.cpp_name = "fixed", mx.result = "Eigen::Vector3d", mx.directions = []} {
  %y = mx.loop times %n from %x : !mx.matrix<3 x 1, f64> with %a, %x : !mx.matrix<3 x 3, f64>, !mx.matrix<3 x 1, f64> -> !mx.matrix<3 x 1, f64> {
  ^bb0(%k: index, %h: !mx.matrix<3 x 1, f64> loc("h"), %a1: !mx.matrix<3 x 3, f64>, %x1: !mx.matrix<3 x 1, f64>):
    %p = mx.mul %a1, %h : !mx.matrix<3 x 3, f64>, !mx.matrix<3 x 1, f64>
    %c = mx.cross %p, %x1 : !mx.matrix<3 x 1, f64>, !mx.matrix<3 x 1, f64>
    %q = mx.add %c, %h : !mx.matrix<3 x 1, f64>, !mx.matrix<3 x 1, f64>
    %s = mx.map "sin" %q : !mx.matrix<3 x 1, f64>
    mx.yield %s : !mx.matrix<3 x 1, f64>
  }
  return %y : !mx.matrix<3 x 1, f64>
}
// CHECK-LABEL: /// d⁰fixed(A; ) = h
// CHECK-NEXT: ///   where h = x, then h ← sin(h − (x × (A h))) for k = 0, …, n − 1
// CHECK-NEXT: inline Eigen::Vector3d fixed(const Eigen::Matrix3d& A, const Eigen::Vector3d& x, int n) {
// CHECK-NEXT:   Eigen::Vector3d h = x;
// CHECK-NEXT:   for (Eigen::Index k = 0; k < n; ++k) {
// CHECK-NEXT:     h = (h - x.cross(A * h)).array().sin().matrix().eval();
// CHECK-NEXT:   }
// CHECK-NEXT:   return h;
// CHECK-NEXT: }

// A count that no line needs is not declared, and a list gets the room that it will need.
func.func @counts(%x: !v {mx.name = "x", mx.type = "const Eigen::VectorXd&"}) -> f64
    attributes {mx.cpp_name = "counts", mx.result = "double", mx.directions = []} {
  %zero = mx.constant 0.0 : f64
  %n = mx.extent "n"
  %l0 = mx.make_list %zero : f64 -> !mx.list<f64>
  %s, %l = mx.loop times %n from %zero, %l0 : f64, !mx.list<f64> with %x : !v -> f64, !mx.list<f64> {
  ^bb0(%k: index loc("k"), %s0: f64 loc("s"), %l1: !mx.list<f64> loc("sums"), %x1: !v):
    %one = arith.constant 1 : index
    %m = arith.addi %k, %one : index
    %s1 = mx.loop times %m from %s0 : f64 with %x1, %k : !v, index -> f64 {
    ^bb0(%j: index, %a: f64, %x2: !v, %last: index):
      %z = arith.constant 0 : index
      %i = arith.subi %last, %j : index loc("i")
      %e = mx.element %x2[%i, %z] : !v
      %t = mx.map "sin" %a : f64
      %a1 = mx.add %t, %e : f64, f64
      mx.yield %a1 : f64
    }
    %s2 = mx.loop times %m from %s1 : f64 with %x1, %k : !v, index -> f64 {
    ^bb0(%j: index, %a: f64, %x2: !v, %last: index):
      %z = arith.constant 0 : index
      %i = arith.subi %last, %j : index loc("i")
      %e = mx.element %x2[%i, %z] : !v
      %t = mx.map "cos" %a : f64
      %a1 = mx.add %t, %e : f64, f64
      mx.yield %a1 : f64
    }
    %l2 = mx.append %s2 to %l1 : f64, !mx.list<f64> -> !mx.list<f64>
    mx.yield %s2, %l2 : f64, !mx.list<f64>
  }
  %second = arith.constant 1 : index
  %e = mx.at %l[%second] : !mx.list<f64> -> f64
  %y = mx.mul %s, %e : f64, f64
  return %y : f64
}
// CHECK-LABEL: /// d⁰counts(x; ) = sums[1] s
// CHECK-NEXT: ///   where (s, sums) = (0, [0]), then (s, sums) ← (s, sums[end ↦ s]) for k = 0, …, n −
// CHECK-NEXT: ///       1 with s = s, then s ← x[i2] + sin(s) for i2 = k, …, 0, s = s, then s ← x[i2] +
// CHECK-NEXT: ///       cos(s) for i2 = k, …, 0
// CHECK-NEXT: inline double counts(const Eigen::VectorXd& x) {
// CHECK-NEXT:   std::vector<double> sums = {0.0};
// CHECK-NEXT:   double s = 0.0;
// CHECK-NEXT:   sums.reserve(std::size_t(x.size() + 1));
// CHECK-NEXT:   for (Eigen::Index k = 0; k < x.size(); ++k) {
// CHECK-NEXT:     for (Eigen::Index i2 = k; i2 >= 0; --i2) {
// CHECK-NEXT:       s = x(i2) + std::sin(s);
// CHECK-NEXT:     }
// CHECK-NEXT:     for (Eigen::Index i2 = k; i2 >= 0; --i2) {
// CHECK-NEXT:       s = x(i2) + std::cos(s);
// CHECK-NEXT:     }
// CHECK-NEXT:     sums.push_back(s);
// CHECK-NEXT:   }
// CHECK-NEXT:   return sums[1] * s;
// CHECK-NEXT: }
