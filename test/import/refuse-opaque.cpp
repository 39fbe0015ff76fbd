// RUN: not %import 2>&1 | FileCheck %s --implicit-check-not=error:
#include <Eigen/Dense>
#include <delgen/delgen.h>

using Eigen::VectorXd;

// CHECK: :[[@LINE+1]]:1: error: the derivatives of an opaque function are written by hand: 'opaque' stands without requests for them
DELGEN(opaque, del(x)) double both(double x) { return x; }

// CHECK: :[[@LINE+4]]:8: error: 'g_d1_x' is not declared as the derivative of 'g' is: 'double g_d1_x(double x, const Eigen::VectorXd& v, double d1_x);'
// CHECK: :[[@LINE+2]]:8: note: 'g' is declared here
// CHECK: note: 'g' is called here
double g(double x, const VectorXd &v);
double g_d1_x(double x, double d1_x);
// CHECK: :[[@LINE+1]]:8: error: 'g_d1_v' is not declared as the derivative of 'g' is: 'double g_d1_v(double x, const Eigen::VectorXd& v, const Eigen::VectorXd& d1_v);'
double g_d1_v(double x, const VectorXd &v, VectorXd &d1_v);
// CHECK: :[[@LINE+1]]:10: error: 'g_d2_x' is not declared as the derivative of 'g' is: 'double g_d2_x(double x, const Eigen::VectorXd& v, double d1_x, double d2_x);'
VectorXd g_d2_x(double x, const VectorXd &v, double d1_x, double d2_x);
DELGEN(del(x)) double calls_g(double x, const VectorXd &v) { return g(x, v); }

// CHECK: :[[@LINE+3]]:8: error: 'h_vjp_v' is not declared as the derivative of 'h' is: 'Eigen::VectorXd h_vjp_v(const Eigen::VectorXd& v, int n, double bar);'
// CHECK: :[[@LINE+1]]:8: note: 'h' is declared here
double h(const VectorXd &v, int n);
double h_vjp_v(const VectorXd &v, int n, double bar);
DELGEN(del(v)) double calls_h(const VectorXd &v) { return h(v, 3); }

// CHECK: :[[@LINE+2]]:10: error: 'k_vjp_v' is not declared as the derivative of 'k' is: 'Eigen::VectorXd k_vjp_v(const Eigen::VectorXd& v, const Eigen::VectorXd& bar);'
VectorXd k(const VectorXd &v);
VectorXd k_vjp_v(const VectorXd &v, VectorXd &bar);
DELGEN(del(v)) double calls_k(const VectorXd &v) { return k(v).sum(); }

// The derivatives of a transpose are looked at, too.
// CHECK: :[[@LINE+3]]:8: error: 'l_vjp_x_d1_bar' is not declared as the derivative of 'l_vjp_x' is: 'double l_vjp_x_d1_bar(double x, double bar, double d1_bar);'
double l(double x);
double l_vjp_x(double x, double bar);
double l_vjp_x_d1_bar(double x, double bar);
DELGEN(del(x)) double calls_l(double x) { return l(x); }

// CHECK: :[[@LINE+2]]:8: error: 'named_d2_a_b' may be two different derivatives of 'named'; rename the parameters of that
double named(double a, double a_b, double b);
double named_d2_a_b(double a, double a_b, double b, double s, double t);
DELGEN(del(x)) double calls_named(double x) { return named(x, x, x); }

// CHECK: :[[@LINE+1]]:28: error: 'lazy' returns an expression of Eigen, and its body is not read; return a Matrix or an Array
DELGEN(opaque) inline auto lazy(const VectorXd &x) { return 2 * x; }
DELGEN(del(x)) double calls_lazy(const VectorXd &x) { return lazy(x).sum(); }

double output(double &x);
DELGEN(del(x)) double calls_output(double x) {
  double y = x;
  // CHECK: :[[@LINE+1]]:10: error: 'output' writes to its arguments, and its body is not visible here; define it in this file or a header, or return the result
  return output(y);
}
