// RUN: not %import 2>&1 | FileCheck %s --implicit-check-not=error:
#include <Eigen/Dense>
#include <cmath>
#include <delgen/delgen.h>
#include <vector>

using Eigen::MatrixXd;
using Eigen::VectorXd;

double global;
double outside(double x);

DELGEN(del(x)) double expressions(const VectorXd &x, double s, float t, int n, bool c) {
  double y = s;
  // CHECK: :[[@LINE+1]]:7: error: '?:' needs a value for either side here; write both
  y = s ?: t;
  // CHECK: :[[@LINE+1]]:9: error: whether two matrices are equal is not supported; compare arrays, as in (a.array() == b.array()).select(x, y)
  y = x == x;
  int i = s > 0;
  y = i * s;
  double (*pointer)(double) = outside;
  // CHECK: :[[@LINE+1]]:7: error: a call through a pointer is not supported; call the function, or pass a lambda to a function template
  y = pointer(s);
  // CHECK: :[[@LINE+1]]:7: error: 'global' is neither local nor a constant that is known while compiling; pass it as a parameter
  y = global;
  double plain[2] = {s, s};
  // CHECK: :[[@LINE+1]]:7: error: the index 2 is outside of this array, which has 2 entries
  y = plain[2];
  double *address = &y;
  // CHECK: :[[@LINE+1]]:7: error: pointers are not supported; use references
  y = *address;
  y = static_cast<long double>(s); // a double on the way to a double
  // CHECK: :[[@LINE+1]]:7: error: this constant is not finite; start from a finite number, as the first of those that are compared
  y = INFINITY;
  // CHECK: :[[@LINE+1]]:11: error: this constant is not finite; start from a finite number, as the first of those that are compared
  y = 1.0 / 0;
  long double extended = 1;
  // CHECK: :[[@LINE+1]]:3: error: 'long double' is not supported; use numbers, matrices, lists
  extended = s;
  // CHECK: :[[@LINE+1]]:7: error: variables of type 'long double' are not supported; only real numbers, integers and matrices and arrays of Eigen are
  y = extended;
  static const double once = std::exp(s);
  // CHECK: :[[@LINE+1]]:7: error: 'once' is static, which is supported for constants only, whose values depend on no variable; pass it as a parameter
  y = once;
  double unset;
  // CHECK: :[[@LINE+1]]:7: error: 'unset' is used before it has a value; give it one
  y = unset;
  // CHECK: :[[@LINE+1]]:7: error: a matrix without a value cannot be used; give it one, as in 'Eigen::VectorXd::Zero(...)'
  y = VectorXd(n).sum();
  // CHECK: :[[@LINE+1]]:7: error: objects of type 'Eigen::Map<const Eigen::VectorXd>' are not supported; views of memory that Eigen does not own: what a pointer points to is not known; take the vector by const Eigen::Ref<const T>&, to which a Map converts
  y = Eigen::Map<const VectorXd>(x.data(), 3).sum();
  // CHECK: :[[@LINE+2]]:7: error: 'external' is neither local nor a constant that is known while compiling; pass it as a parameter
  extern double external;
  y = external;
  return y;
}
