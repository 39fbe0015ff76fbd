// RUN: not %import 2>&1 | FileCheck %s --implicit-check-not=error:
//
// Functions that Eigen applies to every entry.

#include <Eigen/Dense>
#include <delgen/delgen.h>
#include <complex>
#include <functional>

using Eigen::ArrayXd;
using Eigen::VectorXd;

struct Q { double s; };
double with_object(double t, const Q &q) { return q.s * t; }

// CHECK: :[[@LINE+1]]:98: error: in a function of entries, '?:' chooses between real numbers only; write 1.0 where 1 is meant as a real number
DELGEN(del(x)) double two_integers(const VectorXd &x) { return x.unaryExpr([](double t) { return t > 0 ? 1 : 2; }).sum(); }
// CHECK: :[[@LINE+1]]:94: error: a comparison of entries as an integer is not supported; convert it to double, or use it as a condition
DELGEN(del(x)) double counted(const VectorXd &x) { return x.unaryExpr([](double t) { int k = t > 0; return k * t; }).sum(); }
// CHECK: :[[@LINE+1]]:105: error: a function of entries takes double or float, by value; write the others where it is called
DELGEN(del(x)) double object(const VectorXd &x, const Q &q) { return x.unaryExpr([&](double t) { return with_object(t, q); }).sum(); }
// CHECK: :[[@LINE+1]]:71: error: unaryExpr() is supported with a lambda or a function whose body is visible here; write a lambda
DELGEN(del(x)) double functor(const VectorXd &x) { return x.unaryExpr(std::negate<double>()).sum(); }
// CHECK: :[[@LINE+1]]:70: error: unaryExpr() is supported with a lambda or a function whose body is visible here; write a lambda
DELGEN(del(x)) double chosen(const VectorXd &x) { return x.unaryExpr(true ? [](double y) { return y; } : [](double y) { return y; }).sum(); }
// CHECK: :[[@LINE+1]]:87: error: a lambda that is mutable is not supported, for it remembers between its calls; capture a variable by reference
DELGEN(del(x)) double remembers(const VectorXd &x) { double k = 1; return x.unaryExpr([k](double t) mutable { k *= t; return k; }).sum(); }
// CHECK: :[[@LINE+1]]:64: error: 'operator()' takes another number of values than it is given here; call it in a lambda that gives it all
DELGEN(del(x)) double two_values(const VectorXd &x) { return x.unaryExpr([](double t, double u = 2) { return t * u; }).sum(); }
// CHECK: :[[@LINE+1]]:65: error: a function of entries takes double or float, by value; declare the parameter so
DELGEN(del(x)) double of_integers(const VectorXd &x) { return x.unaryExpr([](int t) { return t * 2.0; }).sum(); }
// CHECK: :[[@LINE+1]]:65: error: a function of entries returns double or float; convert what it returns
DELGEN(del(x)) double to_integers(const VectorXd &x) { return x.unaryExpr([](double) { return 2; }).cast<double>().sum() * x.sum(); }
// CHECK: :[[@LINE+1]]:88: error: matrices of 'bool' are not supported; use double or float
DELGEN(del(x)) double as_conditions(const ArrayXd &x, const Eigen::Array<bool, -1, 1> &b) { return b.select(x, 2 * x).sum(); }
// CHECK: :[[@LINE+1]]:65: error: cast() is supported to float and double only; compare with a number where a condition is meant
DELGEN(del(x)) double cast_to_bool(const ArrayXd &x) { return x.cast<bool>().select(x, 2 * x).sum(); }
// CHECK: :[[@LINE+1]]:86: error: select() is supported between values of float or double only; convert them with .cast<double>()
DELGEN(del(x)) double selected_integers(const ArrayXd &x) { return x.sum() * (x > 0).select(Eigen::ArrayXi::Constant(x.size(), 2), 3).sum(); }
// CHECK: :[[@LINE+1]]:81: error: this operator is not supported on a comparison of arrays; convert it with .cast<double>()
DELGEN(del(x)) double product_of_conditions(const ArrayXd &x) { return ((x > 0) * (x < 1)).cast<double>().sum() * x.sum(); }
