// RUN: not %import 2>&1 | FileCheck %s --implicit-check-not=error:
//
// What writes to a variable from elsewhere is followed, or refused, also where no result seems to
// depend on it.

#include <Eigen/Dense>
#include <algorithm>
#include <array>
#include <delgen/delgen.h>
#include <functional>
#include <numeric>
#include <span>

using Eigen::VectorXd;

struct Hold {
  VectorXd &r;
  void twice() { r *= 2; }
};
struct View {
  Eigen::Ref<VectorXd> r;
};
template <class B> struct Part {
  B b;
  void twice() { b *= 2; }
};
template <class T> Part(T) -> Part<T>;
struct Outer {
  Hold inner;
};
struct Guard {
  double d;
  ~Guard() { d *= 2; }
};
struct Copied {
  double v = 0;
  Copied() = default;
  Copied(const Copied &o) : v(o.v * 2) {}
};
struct Writes {
  Writes(double &r) { r += 1; }
};
struct Sum {
  double s = 0;
  Sum &add(double v) {
    s += v;
    return *this;
  }
};
inline Sum &operator<<(Sum &a, double k) {
  a.s += k;
  return a;
}
inline void at(VectorXd::iterator b) { *b = 2; }
inline void among(std::span<double> s) { s[0] = 2; }
inline void through(double *p) { *p = 2; }
template <class D> void casts(const Eigen::MatrixBase<D> &m) {
  const_cast<Eigen::MatrixBase<D> &>(m) *= 2;
}

DELGEN(del(x)) double handles(const VectorXd &x) {
  VectorXd y = x;
  // CHECK: :[[@LINE+1]]:3: error: this statement may change a variable in a way that is not supported; assign the new value with '='
  std::sort(y.begin(), y.end());
  // CHECK: :[[@LINE+1]]:3: error: this statement may change a variable
  std::iota(y.begin(), y.end(), 1.0);
  // CHECK: :[[@LINE+1]]:3: error: this statement may change a variable
  std::ranges::sort(y);
  // CHECK: :[[@LINE+1]]:3: error: this statement may change a variable
  at(y.begin());
  // CHECK: :[[@LINE+1]]:3: error: this statement may change a variable
  among(std::span<double>(y.data(), 1));
  // CHECK: :[[@LINE+1]]:3: error: this statement may change a variable
  through(y.data());
  // CHECK: :[[@LINE+1]]:3: error: this statement may change a variable
  casts(y);
  return y(0);
}

// CHECK: :[[@LINE+1]]:69: error: 'r' in 'Hold' refers to another variable, which is not supported in an object that a function makes; hold the value
DELGEN(del(x)) double held(const VectorXd &x) { VectorXd y = x; Hold{y}.twice(); return y(0); }
// CHECK: :[[@LINE+2]]:74: error: 'r' in 'Hold' refers to another variable
// CHECK: :[[@LINE+1]]:75: error: 'r' in 'Hold' refers to another variable
DELGEN(del(x)) double nested(const VectorXd &x) { VectorXd y = x; Outer o{{y}}; o.inner.twice(); return y(0); }
// CHECK: :[[@LINE+1]]:73: error: 'r' in 'View' refers to another variable
DELGEN(del(x)) double viewed(const VectorXd &x) { VectorXd y = x; View v{y}; y *= 2; return v.r.sum(); }
// CHECK: :[[@LINE+1]]:73: error: 'b' in 'Part' refers to another variable
DELGEN(del(x)) double partly(const VectorXd &x) { VectorXd y = x; Part p{y.head(1)}; p.twice(); return y(0); }
// CHECK: :[[@LINE+1]]:103: error: lists of 'Eigen::Ref<{{.*}} are not supported; only those of double, float, integers, and Matrix and Array of Eigen are
DELGEN(del(x)) double listed(const VectorXd &x) { VectorXd y = x; std::array<Eigen::Ref<VectorXd>, 1> a{y}; a[0] *= 2; return y(0); }
// CHECK: :[[@LINE+1]]:79: error: a view or pointer that a lambda captures is not supported; capture the variable by reference
DELGEN(del(x)) double captured(const VectorXd &x) { VectorXd y = x; auto f = [b = y.head(1)](double k) { auto c = b; c *= k; }; f(2); return y(0); }
// CHECK: :[[@LINE+1]]:73: error: 'Guard' has a destructor that does something, which is not read; do it in a function that is called
DELGEN(del(x)) double guarded(const VectorXd &x) { double s = 0; Guard g{x(0)}; s = g.d; return s * x(0); }
// CHECK: :[[@LINE+2]]:58: error: 'Copied' is copied by code of its own, which is not read; let the compiler copy it
// CHECK: :[[@LINE+1]]:84: error: 'Copied' is copied by code of its own
DELGEN(del(x)) double copied(const VectorXd &x) { Copied a; a.v = x(0); Copied b = a; return b.v; }
// CHECK: :[[@LINE+1]]:80: error: a constructor that may write to its argument is not supported; take it by value or const reference
DELGEN(del(x)) double constructed(const VectorXd &x) { double s = x(0); Writes w(s); return s; }
// CHECK: :[[@LINE+2]]:5: error: an object that a call returns by reference is changed here, which is not supported; change the object that it is in a statement of its own
DELGEN(del(x)) double chained(const VectorXd &x) { Sum a;
  a.add(x(0)).add(x(1));
  return a.s; }
// CHECK: :[[@LINE+2]]:5: error: an object that a call returns by reference is changed here
DELGEN(del(x)) double shifted(const VectorXd &x) { Sum a;
  a << x(0) << x(1);
  return a.s; }

struct Points {
  double a = 1;
  void put(double *p, double v) const { *p = v * a; }
  double operator()(double *p) const { return *p = 5; }
};
// CHECK: :[[@LINE+4]]:9: error: pointers are not supported; use references
DELGEN(del(x)) double by_pointer(double x) {
  double s = 0;
  Points q;
  q.put(&s, x);
  return s * x;
}
// CHECK: :[[@LINE+4]]:5: error: pointers are not supported; use references
DELGEN(del(x)) double called_with_pointer(double x) {
  double s = 0;
  Points q;
  q(&s);
  return s * x;
}
// CHECK: :[[@LINE+3]]:5: error: the place of the largest or smallest entry is not supported; find it in a loop
DELGEN(del(x)) double place(const Eigen::VectorXd &x) {
  int k = 0;
  x.maxCoeff(&k);
  return x(k) * x(k);
}
struct Remembers {
  std::function<void(double)> f;
  void write(double v) const { f(v); }
};
// CHECK: :[[@LINE+3]]:14: error: 'f' in 'Remembers' refers to another variable, which is not supported in an object that a function makes; hold the value
DELGEN(del(x)) double remembers(double x) {
  double s = 0;
  Remembers h{[&](double v) { s = v; }};
  h.write(x);
  return s * x;
}
// CHECK: :[[@LINE+3]]:41: error: a lambda that changes a variable is not supported here, for it is called for one entry after the other; write the loop
DELGEN(del(x)) double counts(const Eigen::VectorXd &x) {
  double s = 0;
  const Eigen::VectorXd y = x.unaryExpr([&](double v) { s += v; return v; });
  return s * y(0);
}
