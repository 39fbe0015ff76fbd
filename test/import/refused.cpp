// RUN: not %import 2>&1 | FileCheck %s --implicit-check-not=error:
//
// What Refused.def lists is refused with the reason and with what to write instead.

#include <Eigen/Dense>
#include <Eigen/SparseCore>
#include <delgen/delgen.h>
#include <optional>

using Eigen::MatrixXd;
using Eigen::VectorXd;

// CHECK: :[[@LINE+1]]:{{.*}} error: parameters of type 'Eigen::SparseMatrix<double>' are not supported; sparse matrices: only dense ones are supported
DELGEN(del(x)) double sparse(double x, const Eigen::SparseMatrix<double> &) { return x; }
// CHECK: :[[@LINE+1]]:{{.*}} error: parameters of type 'Eigen::Map<Eigen::VectorXd>' are not supported; views of memory that Eigen does not own: what a pointer points to is not known; take the vector by const Eigen::Ref<const T>&, to which a Map converts
DELGEN(del(x)) double map(double x, const Eigen::Map<VectorXd> &) { return x; }
// CHECK: :[[@LINE+1]]:{{.*}} error: parameters of type 'Eigen::Quaterniond' are not supported; classes of the module Geometry: they have no rules; use a rotation matrix Eigen::Matrix3d and a vector
DELGEN(del(x)) double quaternion(double x, const Eigen::Quaterniond &) { return x; }
// CHECK: :[[@LINE+1]]:{{.*}} error: parameters of type 'std::optional<double>' are not supported; containers of the standard library: use a vector or matrix of Eigen, std::vector, std::array, or parameters of their own
DELGEN(del(x)) double container(double x, const std::optional<double> &) { return x; }
struct Own {};
// CHECK: :[[@LINE+1]]:{{.*}} error: parameters of type 'Own' are not supported, for it has no public member that is a number, a matrix or a list of these
DELGEN(del(x)) double own(double x, const Own &) { return x; }

DELGEN(del(A)) double body(const MatrixXd &A, const VectorXd &x) {
  double y = 0;
  // CHECK: :[[@LINE+1]]:30: error: decompositions of the class 'Eigen::JacobiSVD' are not supported; singular values: {{.*}}SelfAdjointEigenSolver
  Eigen::JacobiSVD<MatrixXd> svd(A);
  y = svd.singularValues().sum();
  // CHECK: :[[@LINE+2]]:{{.*}} error: delgen has no rule for 'Eigen::MatrixBase::eigenvalues'; eigenvalues of matrices that are not symmetric: they may be complex; for a symmetric matrix use SelfAdjointEigenSolver
  // CHECK: :[[@LINE+1]]:{{.*}} note: docs/operations.md lists all that is supported
  y = A.eigenvalues().real().sum();
  // CHECK: :[[@LINE+1]]:{{.*}} error: delgen has no rule for 'Eigen::DenseBase::Random'; random numbers: {{.*}}pass them as a parameter
  y = (MatrixXd::Random(3, 3) * A).sum();
  // CHECK: :[[@LINE+1]]:{{.*}} error: objects of type 'Eigen::Map<const Eigen::VectorXd>' are not supported; views of memory that Eigen does not own: what a pointer points to is not known; take the vector by const Eigen::Ref<const T>&, to which a Map converts
  y = Eigen::Map<const VectorXd>(x.data(), 3).sum();
  Eigen::Quaterniond q(1, 2, 3, 4);
  // CHECK: :[[@LINE+1]]:{{.*}} error: variables of type 'Eigen::Quaterniond' are not supported; classes of the module Geometry: they have no rules; use a rotation matrix Eigen::Matrix3d and a vector
  y = q.norm();
  return y;
}
