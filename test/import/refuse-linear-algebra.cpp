// RUN: not %import 2>&1 | FileCheck %s --implicit-check-not=error:
#include <Eigen/Dense>
#include <delgen/delgen.h>

using Eigen::MatrixXd;
using Eigen::VectorXd;

DELGEN(del(A)) double solvers(const MatrixXd &A, const Eigen::Matrix<double, 2, 3> &B) {
  double y = 0;
  Eigen::SelfAdjointEigenSolver<MatrixXd> late;
  // CHECK: :[[@LINE+1]]:7: error: 'late' is used before it has a value; give it one
  y = late.eigenvalues().sum();
  // CHECK: :[[@LINE+1]]:30: error: decompositions of the class 'Eigen::JacobiSVD' are not supported; singular values: they have no rule yet; for a matrix with more rows than columns take the eigenvalues of A.transpose() * A, which are their squares, with SelfAdjointEigenSolver
  Eigen::JacobiSVD<MatrixXd> svd(A);
  y = svd.singularValues().sum();
  Eigen::SelfAdjointEigenSolver<MatrixXd> es(A);
  // CHECK: :[[@LINE+1]]:10: error: delgen has no rule for 'Eigen::SelfAdjointEigenSolver::operatorSqrt'; square roots of a matrix: they have no rule; write V * λ.cwiseSqrt().asDiagonal() * V.transpose() with eigenvectors V and eigenvalues λ
  y = es.operatorSqrt().sum();
  // CHECK: :[[@LINE+1]]:7: error: sizes 2 and 3 cannot agree: SelfAdjointEigenSolver() is supported for square matrices only, this is 2 x 3
  y = Eigen::SelfAdjointEigenSolver<MatrixXd>(B).eigenvalues().sum();
  return y;
}
