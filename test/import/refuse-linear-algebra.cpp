// RUN: not %import 2>&1 | FileCheck %s --implicit-check-not=error:
#include <Eigen/Dense>
#include <delgen/delgen.h>

using Eigen::MatrixXd;
using Eigen::VectorXd;

DELGEN(del(A)) double solvers(const MatrixXd &A, const Eigen::Matrix<double, 2, 3> &B) {
  double y = 0;
  Eigen::SelfAdjointEigenSolver<MatrixXd> late;
  // CHECK: :[[@LINE+1]]:7: error: 'late' is used before it has a value
  y = late.eigenvalues().sum();
  // CHECK: :[[@LINE+1]]:30: error: decompositions of the class 'Eigen::JacobiSVD' are not supported; singular values
  Eigen::JacobiSVD<MatrixXd> svd(A);
  y = svd.singularValues().sum();
  Eigen::SelfAdjointEigenSolver<MatrixXd> es(A);
  // CHECK: :[[@LINE+1]]:10: error: delgen has no rule for 'Eigen::SelfAdjointEigenSolver::operatorSqrt'
  y = es.operatorSqrt().sum();
  // CHECK: :[[@LINE+1]]:7: error: sizes 2 and 3 cannot agree: SelfAdjointEigenSolver() is supported for square matrices only, this is 2 x 3
  y = Eigen::SelfAdjointEigenSolver<MatrixXd>(B).eigenvalues().sum();
  return y;
}
