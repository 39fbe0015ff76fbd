// RUN: %import | FileCheck %s
//
// Every method that names a part is a slice or an entry; what is written to a part gives the
// variable a new value.

#include <Eigen/Dense>
#include <delgen/delgen.h>

using namespace Eigen;

// CHECK-LABEL: func.func @entries(
// CHECK: %{{[0-9]+}} = mx.element %x[%i, %c0{{[_0-9]*}}] : <m x 1, f64>
// CHECK: %{{[0-9]+}} = mx.element %x[%c1{{[_0-9]*}}, %c0{{[_0-9]*}}] : <m x 1, f64>
// CHECK: %{{[0-9]+}} = mx.element %x[%c2{{[_0-9]*}}, %c0{{[_0-9]*}}] : <m x 1, f64>
// CHECK: %{{[0-9]+}} = mx.element %A[%i, %c2{{[_0-9]*}}] : <n x k, f64>
// CHECK: %{{[0-9]+}} = mx.element %A[%c2{{[_0-9]*}}, %c0{{[_0-9]*}}] : <n x k, f64>
// CHECK: %{{[0-9]+}} = mx.element %A[%c0{{[_0-9]*}}, %c0{{[_0-9]*}}] : <n x k, f64>
// CHECK: %{{[0-9]+}} = mx.slice %A[%i, %c0{{[_0-9]*}}] : <n x k, f64> -> <1 x k, f64>
// CHECK: %{{[0-9]+}} = mx.element %{{[0-9]+}}[%c0{{[_0-9]*}}, %c1{{[_0-9]*}}] : <1 x k, f64>
DELGEN(del(x)) double entries(const VectorXd &x, const MatrixXd &A, int i) {
  return x(i) + x[1] + x.z() + A(i, 2) + A.coeff(2, 0) + A(0) + A.row(i)(1);
}

// CHECK-LABEL: func.func @linear(
// CHECK: %{{[0-9]+}} = mx.element %A[%c1{{[_0-9]*}}, %c1{{[_0-9]*}}] : <3 x 4, f64>
// CHECK: %{{[0-9]+}} = mx.element %B[%c1{{[_0-9]*}}, %c1{{[_0-9]*}}] : <3 x 4, f64>
DELGEN(del(A)) double linear(const Matrix<double, 3, 4> &A, const Matrix<double, 3, 4, RowMajor> &B) {
  return A(4) + B(5);
}

// CHECK-LABEL: func.func @segments(
// CHECK: %{{[0-9]+}} = mx.slice %x[%c0{{[_0-9]*}}, %c0{{[_0-9]*}}] : <m x 1, f64> -> <2 x 1, f64>
// CHECK: %{{[0-9]+}} = mx.extent "m"
// CHECK: %{{[0-9]+}} = arith.subi %{{[0-9]+}}, %c2{{[_0-9]*}} : index
// CHECK: %{{[0-9]+}} = mx.slice %x[%{{[0-9]+}}, %c0{{[_0-9]*}}] : <m x 1, f64> -> <2 x 1, f64>
// CHECK: %{{[0-9]+}} = mx.slice %x[%c1{{[_0-9]*}}, %c0{{[_0-9]*}}] : <m x 1, f64> -> <n x 1, f64>
// CHECK: %{{[0-9]+}} = mx.slice %x[%c0{{[_0-9]*}}, %c0{{[_0-9]*}}] : <m x 1, f64> -> <3 x 1, f64>
// CHECK: %{{[0-9]+}} = mx.extent "m"
// CHECK: %{{[0-9]+}} = arith.subi %{{[0-9]+}}, %c3{{[_0-9]*}} : index
// CHECK: %{{[0-9]+}} = mx.slice %x[%{{[0-9]+}}, %c0{{[_0-9]*}}] : <m x 1, f64> -> <3 x 1, f64>
// CHECK: %{{[0-9]+}} = mx.slice %x[%n, %c0{{[_0-9]*}}] : <m x 1, f64> -> <3 x 1, f64>
// CHECK: %{{[0-9]+}} = mx.extent "k"
// CHECK: %{{[0-9]+}} = arith.subi %{{[0-9]+}}, %c2{{[_0-9]*}} : index
// CHECK: %{{[0-9]+}} = mx.slice %r[%c0{{[_0-9]*}}, %{{[0-9]+}}] : <1 x k, f64> -> <1 x 2, f64>
DELGEN(del(x)) double segments(const VectorXd &x, const RowVectorXd &r, int n) {
  return x.head(2).sum() + x.tail(2).sum() + x.segment(1, n).sum() + x.head<3>().sum() +
         x.tail<3>().sum() + x.segment<3>(n).sum() + r.tail(2).sum();
}

// CHECK-LABEL: func.func @blocks(
// CHECK: %{{[0-9]+}} = mx.slice %A[%i, %c0{{[_0-9]*}}] : <n x k, f64> -> <1 x k, f64>
// CHECK: %{{[0-9]+}} = mx.slice %A[%c0{{[_0-9]*}}, %c1{{[_0-9]*}}] : <n x k, f64> -> <n x 1, f64>
// CHECK: %{{[0-9]+}} = mx.slice %A[%i, %c1{{[_0-9]*}}] : <n x k, f64> -> <m x 2, f64>
// CHECK: %{{[0-9]+}} = mx.slice %A[%c0{{[_0-9]*}}, %i] : <n x k, f64> -> <2 x 3, f64>
// CHECK: %{{[0-9]+}} = mx.slice %A[%c0{{[_0-9]*}}, %c0{{[_0-9]*}}] : <n x k, f64> -> <m x k, f64>
// CHECK: %{{[0-9]+}} = mx.extent "n"
// CHECK: %{{[0-9]+}} = arith.subi %{{[0-9]+}}, %c2{{[_0-9]*}} : index
// CHECK: %{{[0-9]+}} = mx.slice %A[%{{[0-9]+}}, %c0{{[_0-9]*}}] : <n x k, f64> -> <2 x k, f64>
// CHECK: %{{[0-9]+}} = mx.slice %A[%i, %c0{{[_0-9]*}}] : <n x k, f64> -> <2 x k, f64>
// CHECK: %{{[0-9]+}} = mx.slice %A[%c0{{[_0-9]*}}, %c0{{[_0-9]*}}] : <n x k, f64> -> <n x 2, f64>
// CHECK: %{{[0-9]+}} = mx.extent "k"
// CHECK: %{{[0-9]+}} = arith.subi %{{[0-9]+}}, %c2{{[_0-9]*}} : index
// CHECK: %{{[0-9]+}} = mx.slice %A[%c0{{[_0-9]*}}, %{{[0-9]+}}] : <n x k, f64> -> <n x 2, f64>
// CHECK: %{{[0-9]+}} = mx.slice %A[%c0{{[_0-9]*}}, %c1{{[_0-9]*}}] : <n x k, f64> -> <n x 2, f64>
DELGEN(del(A)) double blocks(const MatrixXd &A, int i, int m) {
  return A.row(i).sum() + A.col(1).sum() + A.block(i, 1, m, 2).sum() + A.block<2, 3>(0, i).sum() +
         A.topRows(m).sum() + A.bottomRows<2>().sum() + A.middleRows(i, 2).sum() +
         A.leftCols<2>().sum() + A.rightCols(2).sum() + A.middleCols<2>(1).sum();
}

// CHECK-LABEL: func.func @corners(
// CHECK: %{{[0-9]+}} = mx.slice %A[%c0{{[_0-9]*}}, %c0{{[_0-9]*}}] : <4 x 4, f64> -> <2 x 3, f64>
// CHECK: %{{[0-9]+}} = mx.slice %A[%c0{{[_0-9]*}}, %c1{{[_0-9]*}}] : <4 x 4, f64> -> <2 x 3, f64>
// CHECK: %{{[0-9]+}} = mx.slice %A[%c2{{[_0-9]*}}, %c0{{[_0-9]*}}] : <4 x 4, f64> -> <2 x 3, f64>
// CHECK: %{{[0-9]+}} = mx.slice %A[%c2{{[_0-9]*}}, %c1{{[_0-9]*}}] : <4 x 4, f64> -> <2 x 3, f64>
DELGEN(del(A)) double corners(const Matrix4d &A) {
  return A.topLeftCorner(2, 3).sum() + A.topRightCorner<2, 3>().sum() +
         A.bottomLeftCorner(2, 3).sum() + A.bottomRightCorner<2, 3>().sum();
}

// CHECK-LABEL: func.func @diagonals(
// CHECK: %{{[0-9]+}} = mx.slice %A[%c0{{[_0-9]*}}, %c0{{[_0-9]*}}] : <3 x 4, f64> -> <3 x 3, f64>
// CHECK: %{{[0-9]+}} = mx.diagonal %{{[0-9]+}} : !mx.matrix<3 x 3, f64>
// CHECK: %{{[0-9]+}} = mx.slice %A[%c0{{[_0-9]*}}, %c2{{[_0-9]*}}] : <3 x 4, f64> -> <2 x 2, f64>
// CHECK: %{{[0-9]+}} = mx.diagonal %{{[0-9]+}} : !mx.matrix<2 x 2, f64>
// CHECK: %{{[0-9]+}} = mx.slice %A[%c1{{[_0-9]*}}, %c0{{[_0-9]*}}] : <3 x 4, f64> -> <2 x 2, f64>
// CHECK: %{{[0-9]+}} = mx.diagonal %{{[0-9]+}} : !mx.matrix<2 x 2, f64>
// CHECK: %{{[0-9]+}} = mx.extent "m"
// CHECK: %{{[0-9]+}} = arith.subi %{{[0-9]+}}, %c1{{[_0-9]*}} : index
// CHECK: mx.bind "n" = %{{[0-9]+}}
// CHECK: %{{[0-9]+}} = mx.slice %{{[0-9]+}}[%c0{{[_0-9]*}}, %c1{{[_0-9]*}}] : <m x m, f64> -> <n x n, f64>
// CHECK: %{{[0-9]+}} = mx.diagonal %{{[0-9]+}} : !mx.matrix<n x n, f64>
DELGEN(del(A)) double diagonals(const Matrix<double, 3, 4> &A, const MatrixXd &B) {
  return A.diagonal().sum() + A.diagonal(2).sum() + A.diagonal<-1>().sum() +
         (B * B).diagonal(1).sum();
}

// CHECK-LABEL: func.func @elsewhere(
// CHECK: %{{[0-9]+}} = mx.reverse %x {cols = true, rows = true} : <m x 1, f64>
// CHECK: %{{[0-9]+}} = mx.reverse %A {cols = true, rows = true} : <n x k, f64>
// CHECK: %{{[0-9]+}} = mx.reverse %A {cols = true, rows = false} : <n x k, f64>
// CHECK: %{{[0-9]+}} = mx.reverse %A {cols = false, rows = true} : <n x k, f64>
// CHECK: %{{[0-9]+}} = mx.extent "n"
// CHECK: %{{[0-9]+}} = mx.extent "k"
// CHECK: %{{[0-9]+}} = arith.muli %{{[0-9]+}}, %{{[0-9]+}} : index
// CHECK: mx.bind "p" = %{{[0-9]+}}
// CHECK: %{{[0-9]+}} = mx.reshape %A : <n x k, f64> -> <p x 1, f64>
// CHECK: %{{[0-9]+}} = mx.reshape %x : <m x 1, f64> -> <2 x 3, f64>
// CHECK: %{{[0-9]+}} = mx.extent "m"
// CHECK: %{{[0-9]+}} = arith.addi %{{[0-9]+}}, %c1{{[_0-9]*}} : index
// CHECK: mx.bind "q" = %{{[0-9]+}}
// CHECK: %{{[0-9]+}} = mx.assemble %x, %{{[0-9]+}} at[%c0{{[_0-9]*}}, %{{[0-9]+}}], [%c0{{[_0-9]*}}, %c0{{[_0-9]*}}] : !mx.matrix<m x 1, f64>, f64 -> <q x 1, f64>
// CHECK: %{{[0-9]+}} = mx.extent "m"
// CHECK: %{{[0-9]+}} = arith.subi %{{[0-9]+}}, %c1{{[_0-9]*}} : index
// CHECK: mx.bind "r" = %{{[0-9]+}}
// CHECK: %{{[0-9]+}} = mx.slice %x[%c0{{[_0-9]*}}, %c0{{[_0-9]*}}] : <m x 1, f64> -> <r x 1, f64>
// CHECK: %{{[0-9]+}} = mx.element %x[%{{[0-9]+}}, %c0{{[_0-9]*}}] : <m x 1, f64>
DELGEN(del(x)) double elsewhere(const VectorXd &x, const MatrixXd &A) {
  return x.reverse().sum() + A.reverse().sum() + A.rowwise().reverse().sum() +
         A.colwise().reverse().sum() + A.reshaped().sum() + x.reshaped(2, 3).sum() +
         x.replicate(1, 2).sum() + x.homogeneous().sum() + x.hnormalized().sum();
}

// CHECK-LABEL: func.func @made(
// CHECK: %{{[0-9]+}} = mx.element %x[%c1{{[_0-9]*}}, %c0{{[_0-9]*}}] : <3 x 1, f64>
// CHECK: %v = mx.assemble %s, %{{[0-9]+}}, %{{[0-9]+}} at[%c0{{[_0-9]*}}, %c1{{[_0-9]*}}, %c2{{[_0-9]*}}], [%c0{{[_0-9]*}}, %c0{{[_0-9]*}}, %c0{{[_0-9]*}}] : f64, f64, f64 -> <3 x 1, f64>
// CHECK: %{{[0-9]+}} = mx.element %x[%c0{{[_0-9]*}}, %c0{{[_0-9]*}}] : <3 x 1, f64>
// CHECK: %w = mx.assemble %{{[0-9]+}}, %s, %{{[0-9]+}} at[%c0{{[_0-9]*}}, %c1{{[_0-9]*}}, %c2{{[_0-9]*}}], [%c0{{[_0-9]*}}, %c0{{[_0-9]*}}, %c0{{[_0-9]*}}] : f64, f64, f64 -> <3 x 1, f64>
// CHECK: %M = mx.assemble %x, %v, %w at[%c0{{[_0-9]*}}, %c0{{[_0-9]*}}, %c0{{[_0-9]*}}], [%c0{{[_0-9]*}}, %c1{{[_0-9]*}}, %c2{{[_0-9]*}}] : !mx.matrix<3 x 1, f64>, !mx.matrix<3 x 1, f64>, !mx.matrix<3 x 1, f64> -> <3 x 3, f64>
// CHECK: %N = mx.assemble %s, %{{[0-9]+}}, %{{[0-9]+}}, %s at[%c0{{[_0-9]*}}, %c0{{[_0-9]*}}, %c1{{[_0-9]*}}, %c1{{[_0-9]*}}], [%c0{{[_0-9]*}}, %c1{{[_0-9]*}}, %c0{{[_0-9]*}}, %c1{{[_0-9]*}}] : f64, f64, f64, f64 -> <2 x 2, f64>
// CHECK: %u = mx.assemble %s, %{{[0-9]+}} at[%c0{{[_0-9]*}}, %c1{{[_0-9]*}}], [%c0{{[_0-9]*}}, %c0{{[_0-9]*}}] : f64, f64 -> <2 x 1, f64>
// CHECK: %{{[0-9]+}} = mx.extent "m"
// CHECK: %{{[0-9]+}} = arith.addi %{{[0-9]+}}, %c1{{[_0-9]*}} : index
// CHECK: mx.bind "n" = %{{[0-9]+}}
// CHECK: %{{[0-9]+}} = mx.extent "m"
// CHECK: %B = mx.assemble %y, %y, %{{[0-9]+}} at[%c0{{[_0-9]*}}, %c0{{[_0-9]*}}, %{{[0-9]+}}], [%c0{{[_0-9]*}}, %c1{{[_0-9]*}}, %c0{{[_0-9]*}}] : !mx.matrix<m x 1, f64>, !mx.matrix<m x 1, f64>, !mx.matrix<1 x 2, f64> -> <n x 2, f64>
// CHECK: %{{[0-9]+}} = mx.slice %M[%c0{{[_0-9]*}}, %c0{{[_0-9]*}}] : <3 x 3, f64> -> <2 x 2, f64>
// CHECK: %{{[0-9]+}} = mx.slice %B[%c0{{[_0-9]*}}, %c0{{[_0-9]*}}] : <n x 2, f64> -> <2 x 2, f64>
// CHECK: %{{[0-9]+}} = mx.assemble %u, %u at[%c0{{[_0-9]*}}, %c0{{[_0-9]*}}], [%c0{{[_0-9]*}}, %c1{{[_0-9]*}}] : !mx.matrix<2 x 1, f64>, !mx.matrix<2 x 1, f64> -> <2 x 2, f64>
DELGEN(del(x)) MatrixXd made(const Vector3d &x, const VectorXd &y, double s) {
  const Vector3d v(s, x(1), 2), w{1, s, x(0)};
  Matrix3d M;
  M << x, v, w;
  const Matrix2d N{{s, 1}, {2, s}};
  const VectorXd u{{s, 2.0}};
  MatrixXd B(y.size() + 1, 2);
  B << y, y, u.transpose();
  return M.topLeftCorner(2, 2) * N + B.topRows(2) + (MatrixXd(2, 2) << u, u).finished() +
         (Matrix2d() << N).finished();
}

// CHECK-LABEL: func.func @written(
// CHECK: %{{[0-9]+}} = mx.element %x[%c1{{[_0-9]*}}, %c0{{[_0-9]*}}] : <m x 1, f64>
// CHECK: %y = mx.insert %{{[0-9]+}}, %{{[0-9]+}}[%c0{{[_0-9]*}}, %c0{{[_0-9]*}}] : f64, <m x 1, f64>
// CHECK: %{{[0-9]+}} = mx.extent "m"
// CHECK: %{{[0-9]+}} = mx.extent "n"
// CHECK: %{{[0-9]+}} = arith.subi %{{[0-9]+}}, %{{[0-9]+}} : index
// CHECK: %y{{[_0-9]*}} = mx.insert %z, %y[%{{[0-9]+}}, %c0{{[_0-9]*}}] : !mx.matrix<n x 1, f64>, <m x 1, f64>
// CHECK: %{{[0-9]+}} = mx.element %y{{[_0-9]*}}[%c1{{[_0-9]*}}, %c0{{[_0-9]*}}] : <m x 1, f64>
// CHECK: %y{{[_0-9]*}} = mx.insert %{{[0-9]+}}, %y{{[_0-9]*}}[%c1{{[_0-9]*}}, %c0{{[_0-9]*}}] : f64, <m x 1, f64>
// CHECK: %{{[0-9]+}} = mx.slice %z[%c0{{[_0-9]*}}, %c0{{[_0-9]*}}] : <n x 1, f64> -> <2 x 1, f64>
// CHECK: %{{[0-9]+}} = mx.slice %y{{[_0-9]*}}[%c0{{[_0-9]*}}, %c0{{[_0-9]*}}] : <m x 1, f64> -> <2 x 1, f64>
// CHECK: %y{{[_0-9]*}} = mx.insert %{{[0-9]+}}, %y{{[_0-9]*}}[%c0{{[_0-9]*}}, %c0{{[_0-9]*}}] : !mx.matrix<2 x 1, f64>, <m x 1, f64>
// CHECK: %{{[0-9]+}} = mx.extent "n"
// CHECK: %{{[0-9]+}} = arith.subi %{{[0-9]+}}, %c2{{[_0-9]*}} : index
// CHECK: %{{[0-9]+}} = mx.slice %z[%{{[0-9]+}}, %c0{{[_0-9]*}}] : <n x 1, f64> -> <2 x 1, f64>
// CHECK: %{{[0-9]+}} = mx.slice %y{{[_0-9]*}}[%c1{{[_0-9]*}}, %c0{{[_0-9]*}}] : <m x 1, f64> -> <2 x 1, f64>
// CHECK: %y{{[_0-9]*}} = mx.insert %{{[0-9]+}}, %y{{[_0-9]*}}[%c1{{[_0-9]*}}, %c0{{[_0-9]*}}] : !mx.matrix<2 x 1, f64>, <m x 1, f64>
// CHECK: %{{[0-9]+}} = mx.extent "m"
// CHECK: %{{[0-9]+}} = arith.subi %{{[0-9]+}}, %c3{{[_0-9]*}} : index
// CHECK: %{{[0-9]+}} = mx.assemble %{{[0-9]+}}, %{{[0-9]+}} at[%c0{{[_0-9]*}}, %c1{{[_0-9]*}}], [%c0{{[_0-9]*}}, %c0{{[_0-9]*}}] : f64, f64 -> <2 x 1, f64>
// CHECK: %y{{[_0-9]*}} = mx.insert %{{[0-9]+}}, %y{{[_0-9]*}}[%{{[0-9]+}}, %c0{{[_0-9]*}}] : !mx.matrix<2 x 1, f64>, <m x 1, f64>
DELGEN(del(x)) VectorXd written(VectorXd x, const VectorXd &z) {
  const auto n = x.size();
  VectorXd y(n);
  y(0) = x(1);
  y.tail(n - 1) = z;
  y[1] += 2;
  y.head(2).noalias() -= z.head(2);
  y.segment(1, 2).array() *= z.tail(2).array();
  y.tail(3).head(2) << 1, z.sum();
  x.array() = 3;
  return y + x;
}

// CHECK-LABEL: func.func @set(
// CHECK: %A{{[_0-9]*}} = mx.insert %{{[0-9]+}}, %A[%c0{{[_0-9]*}}, %c0{{[_0-9]*}}] : !mx.matrix<1 x m, f64>, <m x m, f64>
// CHECK: %A{{[_0-9]*}} = mx.insert %{{[0-9]+}}, %A{{[_0-9]*}}[%c0{{[_0-9]*}}, %c1{{[_0-9]*}}] : !mx.matrix<m x 1, f64>, <m x m, f64>
// CHECK: %A{{[_0-9]*}} = mx.insert %{{[0-9]+}}, %A{{[_0-9]*}}[%c0{{[_0-9]*}}, %c0{{[_0-9]*}}] : !mx.matrix<2 x 2, f64>, <m x m, f64>
// CHECK: %{{[0-9]+}} = mx.element %x[%c0{{[_0-9]*}}, %c0{{[_0-9]*}}] : <m x 1, f64>
// CHECK: %A{{[_0-9]*}} = mx.insert %{{[0-9]+}}, %A{{[_0-9]*}}[%c0{{[_0-9]*}}, %c0{{[_0-9]*}}] : !mx.matrix<1 x m, f64>, <m x m, f64>
// CHECK: %{{[0-9]+}} = mx.diag %x : !mx.matrix<m x 1, f64>
// CHECK: %{{[0-9]+}} = mx.diag %{{[0-9]+}} : !mx.matrix<m x 1, f64>
// CHECK: %{{[0-9]+}} = mx.element %B[%i, %i] : <2 x 2, f64>
// CHECK: %{{[0-9]+}} = mx.element %y[%i, %c0{{[_0-9]*}}] : <m x 1, f64>
DELGEN(del(x)) MatrixXd set(MatrixXd A, const VectorXd &x) {
  A.row(0) = x;
  A.col(1).setZero();
  A.block(0, 0, 2, 2).setIdentity();
  A.topRows(1).setConstant(x(0));
  A.diagonal() = x;
  A.diagonal().array() += 1;
  MatrixXd B;
  B.resize(2, 2);
  B.setOnes();
  VectorXd y = x;
  y.normalize();
  int i = 0;
  ++i;
  return A * B(i, i) * y(i);
}
