// RUN: not %import 2>&1 | FileCheck %s --implicit-check-not=error:
#include <Eigen/Dense>
#include <delgen/delgen.h>

using Eigen::VectorXd;

// A problem of a function that is called is reported once, with its first call.
double callee(const VectorXd &x) {
  // CHECK: :[[@LINE+2]]:12: error: delgen has no rule for 'Eigen::MatrixBase::operatorNorm'; singular values: they have no rule yet; for a matrix with more rows than columns take the eigenvalues of A.transpose() * A, which are their squares, with SelfAdjointEigenSolver
  // CHECK: :[[@LINE+3]]:58: note: 'callee' is called here
  return x.operatorNorm();
}
DELGEN(del(x)) double caller(const VectorXd &x) { return callee(x) + callee(2 * x); }

// CHECK: :[[@LINE+2]]:41: error: a conversion from a real number to an integer has no derivative; pass the integer as a parameter, or keep the number real with std::floor or std::round
// CHECK: :[[@LINE+2]]:74: note: 'with_output' is called here
double with_output(double &x) { int n = x; return x * n; }
DELGEN(del(x)) double calls_with_output(double x) { double y = x; return with_output(y); }

// CHECK: :[[@LINE+1]]:53: error: recursion is not supported: this call leads back to 'itself'
DELGEN(del(x)) double itself(double x) { return x * itself(x); }

double second(double x);
// CHECK: :[[@LINE+3]]:34: error: recursion is not supported: this call leads back to 'first'
// CHECK: :[[@LINE+1]]:48: note: 'second' is called here
DELGEN(del(x)) double first(double x) { return second(x); }
double second(double x) { return first(x); }
