// RUN: not %import 2>&1 | FileCheck %s --implicit-check-not=error:
#include <Eigen/Dense>
#include <delgen/delgen.h>

struct A {
  DELGEN(gradient(x)) double change(const Eigen::VectorXd& x) { n = x.sum(); return n; }
  DELGEN(gradient(x)) virtual double virt(const Eigen::VectorXd& x) const { return x.sum(); }
  DELGEN(gradient(x)) double priv(const Eigen::VectorXd& x) const { return x.dot(hidden); }
  DELGEN(gradient(self.hidden)) double priv2(const Eigen::VectorXd& x) const { return x.sum(); }
  DELGEN(gradient(self)) double whole(const Eigen::VectorXd& x) const { return x.dot(seen()); }
  DELGEN(gradient(nope)) double unknown(const Eigen::VectorXd& x) const { return x.sum(); }
  const Eigen::VectorXd& seen() const { return seen_; }
  DELGEN(gradient(x)) double calls(const Eigen::VectorXd& x) const { return A(*this).priv2(x); }
  DELGEN(gradient(x)) double out(const Eigen::VectorXd& x) const;
  DELGEN(gradient(x)) double late(const Eigen::VectorXd& x) const;
  DELGEN(gradient(x)) explicit operator double() const { return 1; }
  DELGEN(gradient(x)) double operator+(double x) const { return x; }
private: Eigen::VectorXd hidden, seen_; double n;
};
inline double A::late(const Eigen::VectorXd& x) const { return x.sum(); }
