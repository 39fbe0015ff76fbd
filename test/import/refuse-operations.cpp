// RUN: not %import 2>&1 | FileCheck %s --implicit-check-not=error:
#include <Eigen/Dense>
#include <cmath>
#include <delgen/delgen.h>

using namespace Eigen;

// A function of the user is not one of <cmath>, whatever its name.
namespace mine {
double sin(double x);
}

DELGEN(del(x)) double operations(const MatrixXd &X, const VectorXd &x, const ArrayXd &a, double s) {
  double y = s;
  // CHECK: :[[@LINE+2]]:9: error: delgen has no rule for 'Eigen::MatrixBase::operatorNorm'; singular values: they have no rule yet; for a matrix with more rows than columns take the eigenvalues of A.transpose() * A, which are their squares, with SelfAdjointEigenSolver
  // CHECK: :[[@LINE+1]]:9: note: {{.*}}docs/operations.md lists all that is supported
  y = X.operatorNorm();
  // CHECK: :[[@LINE+1]]:9: error: delgen has no rule for 'Eigen::DenseBase::redux'; functions of indices, and reductions by a function: delgen does not look into them; use unaryExpr() and binaryExpr() with a lambda, and the reductions of Eigen
  y = x.redux([](double s, double t) { return s - t; });
  // CHECK: :[[@LINE+2]]:9: error: delgen has no rule for 'Eigen::ArrayBase::arg'; complex numbers: only real ones are supported; write the real and imaginary parts as two values
  // CHECK: :[[@LINE+1]]:9: note: {{.*}}docs/operations.md lists all that is supported
  y = a.arg().sum();
  // CHECK: :[[@LINE+1]]:7: error: delgen has no rule for 'Eigen::arg'; complex numbers: only real ones are supported; write the real and imaginary parts as two values
  y = arg(a).sum();
  // CHECK: :[[@LINE+2]]:7: error: delgen has no rule for 'tgamma'
  // CHECK: :[[@LINE+1]]:7: note: {{.*}}docs/operations.md lists all that is supported
  y = std::tgamma(s);
  y = mine::sin(s); // a function of the user, which has a derivative or not
  // CHECK: :[[@LINE+1]]:9: error: dot() takes two vectors; for matrices write a.cwiseProduct(b).sum()
  y = x.dot(X);
  // CHECK: :[[@LINE+1]]:12: error: slices with Eigen::seq, Eigen::all or Eigen::last are not supported; use integers, as in row(i), segment(i, n) and block(i, j, m, n)
  y = X(1, Eigen::all).sum();
  // CHECK: :[[@LINE+1]]:9: error: cast() is supported to float and double only; compare with a number where a condition is meant
  y = x.cast<int>().sum();
  // CHECK: :[[@LINE+1]]:7: error: Identity() needs sizes here, for the type has none; give them as arguments
  y = MatrixXd::Identity().sum();
  // CHECK: :[[@LINE+1]]:7: error: Zero() of a matrix takes rows and columns; give both
  y = MatrixXd::Zero(3).sum();
  // CHECK: :[[@LINE+1]]:7: error: matrices of 'int' are not supported; use double or float
  y = MatrixXi::Zero(3, 3).cast<double>().sum();
  // CHECK: :[[@LINE+1]]:10: error: whether two matrices are equal is not supported; compare arrays, as in (a.array() == b.array()).select(x, y)
  y = (x == x);
  return y;
}
