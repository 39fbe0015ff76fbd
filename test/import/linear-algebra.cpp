// RUN: %import | FileCheck %s
//
// Cross and Kronecker products, and eigenvalues of symmetric matrices.

#include <Eigen/Dense>
#include <delgen/delgen.h>
#include <unsupported/Eigen/KroneckerProduct>

using Eigen::Matrix3d;
using Eigen::MatrixXd;
using Eigen::Vector3d;
using Eigen::VectorXd;

// CHECK-LABEL: func.func @cross
DELGEN(del(a)) Vector3d cross(const Vector3d &a, const Eigen::RowVector3d &b, const VectorXd &x) {
  // CHECK: %[[B:.*]] = mx.transpose %b
  // CHECK: %[[C:.*]] = mx.cross %a, %[[B]] : <3 x 1, f64>, <3 x 1, f64>
  Vector3d c = a.cross(b);
  // CHECK: mx.cross %{{.*}}, %x
  const Vector3d y = x;
  return c.cross(y);
}

// A size of the result is a product of sizes.
// CHECK-LABEL: func.func @kron
DELGEN(del(A)) MatrixXd kron(const MatrixXd &A, const Eigen::Matrix2Xd &B, const VectorXd &x) {
  // CHECK-DAG: %[[M:.*]] = mx.extent "m"
  // CHECK-DAG: mx.bind "[[ROWS:.*]]" = %{{.*}}
  // CHECK-DAG: mx.bind "[[COLS:.*]]" = %{{.*}}
  // CHECK: %[[K:.*]] = mx.kron %A, %B : <m x n, f64>, <2 x k, f64> -> <[[ROWS]] x [[COLS]], f64>
  MatrixXd K = Eigen::kroneckerProduct(A, B);
  // CHECK: mx.kron %[[K]], %x
  return Eigen::kroneckerProduct(K, x);
}

// CHECK-LABEL: func.func @kron_fixed
// CHECK: mx.kron %{{.*}}, %{{.*}} : <3 x 3, f64>, <2 x 1, f64> -> <6 x 3, f64>
DELGEN(del(A))
double kron_fixed(const Matrix3d &A, const Eigen::Vector2d &x) {
  return Eigen::kroneckerProduct(A, x).eval().sum();
}

// An object of a decomposition is the symmetric matrix of which it reads a triangle.
// CHECK-LABEL: func.func @solver
DELGEN(del(A)) double solver(const MatrixXd &A) {
  // CHECK: %[[P:.*]] = mx.mul %A, %A
  // CHECK: %[[S:.*]] = mx.symmetric %[[P]] {lower = true}
  Eigen::SelfAdjointEigenSolver<MatrixXd> es(A * A), unused(A), copy = es;
  // CHECK: %[[V:.*]] = mx.eigenvectors %[[S]] : <m x m, f64>
  const MatrixXd &V = es.eigenvectors();
  // CHECK: %[[L:.*]] = mx.eigenvalues %[[S]] : <m x m, f64>
  return (V * copy.eigenvalues().asDiagonal()).sum();
}

// CHECK-LABEL: func.func @views
DELGEN(del(A)) double views(const MatrixXd &A) {
  // CHECK: %[[L:.*]] = mx.symmetric %A {lower = true}
  // CHECK: mx.eigenvalues %[[L]]
  // CHECK: %[[U:.*]] = mx.symmetric %A {lower = false}
  // CHECK: mx.eigenvalues %[[U]]
  return A.selfadjointView<Eigen::Lower>().eigenvalues().sum() +
         A.selfadjointView<Eigen::Upper>().eigenvalues().norm();
}
