// RUN: not %import 2>&1 | FileCheck %s --implicit-check-not=error:
#include <Eigen/Dense>
#include <delgen/delgen.h>

using Eigen::MatrixXd;
using Eigen::VectorXd;

DELGEN(del(A)) double solvers(const MatrixXd &A, const VectorXd &b) {
  MatrixXd x = A;
  // CHECK: :[[@LINE+1]]:11: error: 'evalTo' changes its argument, which is not supported; assign the value, as in 'x = A * b'
  (A * A).evalTo(x);
  // CHECK: :[[@LINE+1]]:45: error: a factorisation in place is not supported, for it overwrites its matrix; factorise a Matrix
  Eigen::PartialPivLU<Eigen::Ref<MatrixXd>> lu(x);
  // CHECK: :[[@LINE+1]]:{{.*}} error: decompositions of the class 'Eigen::CompleteOrthogonalDecomposition' are not supported; least-squares solutions of matrices without full column rank: the rank may jump; with full column rank use colPivHouseholderQr()
  double y = A.completeOrthogonalDecomposition().solve(b).sum();
  const Eigen::LLT<MatrixXd> llt(A);
  // CHECK: :[[@LINE+1]]:11: error: 'matrixLLT' of 'Eigen::LLT' is not supported; solve(), matrixL() and matrixU() are
  y = llt.matrixLLT().sum();
  // CHECK: :[[@LINE+1]]:61: error: a strictly triangular matrix is not invertible; take Eigen::Lower or Eigen::UnitLower
  const double z = A.triangularView<Eigen::StrictlyLower>().solve(b).sum();
  return y + z + x.sum() + lu.solve(b).sum();
}

// CHECK: :[[@LINE+2]]:12: error: a least-squares solution with fewer rows than columns is not unique and has no rule; this is 2 x 3
DELGEN(del(A)) double wide(const Eigen::Matrix<double, 2, 3> &A, const Eigen::Vector2d &b) {
  return A.colPivHouseholderQr().solve(b).sum();
}
