// RUN: not %import 2>&1 | FileCheck %s --implicit-check-not=error:
#include <Eigen/Dense>
#include <delgen/delgen.h>

struct A {
  // CHECK: :[[@LINE+1]]:3: error: 'change' cannot be differentiated: it may change its object, for it is not const; make it a const member function
  DELGEN(gradient(x)) double change(const Eigen::VectorXd& x) { n = x.sum(); return n; }
  // CHECK: :[[@LINE+1]]:3: error: 'virt' cannot be differentiated: it is virtual, and may be another function in another class; write a function that is not, or declare it final
  DELGEN(gradient(x)) virtual double virt(const Eigen::VectorXd& x) const { return x.sum(); }
  // CHECK: :[[@LINE+1]]:82: error: 'hidden' is not public, so that generated code cannot read it; make it public, give the class a public function that returns it, or take its value as a parameter
  DELGEN(gradient(x)) double priv(const Eigen::VectorXd& x) const { return x.dot(hidden); }
  // CHECK: :[[@LINE+1]]:24: error: 'hidden' is not public, so that generated code cannot read it; make it public, give the class a public function that returns it, or take its value as a parameter
  DELGEN(gradient(self.hidden)) double priv2(const Eigen::VectorXd& x) const { return x.sum(); }
  // CHECK: :[[@LINE+1]]:19: error: 'self' is 'A', which holds nothing real: only numbers, matrices and lists of these have derivatives
  DELGEN(gradient(self)) double whole(const Eigen::VectorXd& x) const { return x.dot(seen()); }
  // CHECK: :[[@LINE+1]]:19: error: 'nope' is not a parameter of 'unknown', whose parameters are x, self
  DELGEN(gradient(nope)) double unknown(const Eigen::VectorXd& x) const { return x.sum(); }
  const Eigen::VectorXd& seen() const { return seen_; }
  DELGEN(gradient(x)) double calls(const Eigen::VectorXd& x) const { return A(*this).priv2(x); }
  // CHECK: :[[@LINE+1]]:3: error: 'out' cannot be differentiated: its body is not visible here; define it in this file or a header
  DELGEN(gradient(x)) double out(const Eigen::VectorXd& x) const;
  DELGEN(gradient(x)) double late(const Eigen::VectorXd& x) const;
  // CHECK: :[[@LINE+1]]:3: error: 'operator double' cannot be differentiated: only member functions with a name, and operator(), are supported; write such a one
  DELGEN(gradient(x)) explicit operator double() const { return 1; }
  // CHECK: :[[@LINE+1]]:3: error: 'operator+' cannot be differentiated: operators are not supported; give the function a name
  DELGEN(gradient(x)) double operator+(double x) const { return x; }
private: Eigen::VectorXd hidden, seen_; double n;
};
inline double A::late(const Eigen::VectorXd& x) const { return x.sum(); }
