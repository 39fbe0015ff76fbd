// RUN: not %import 2>&1 | FileCheck %s --implicit-check-not=error:
#include <Eigen/Dense>
#include <delgen/delgen.h>

using namespace Eigen;

DELGEN(del(x)) double reads(const VectorXd &x, const MatrixXd &A, const Matrix3d &B, int k) {
  double y = 0;
  // CHECK: :[[@LINE+1]]:10: error: slices with Eigen::seq, Eigen::all or Eigen::last are not supported; use integers, as in row(i), segment(i, n) and block(i, j, m, n)
  y += x(Eigen::seq(0, 2)).sum();
  // CHECK: :[[@LINE+1]]:10: error: slices with Eigen::seq, Eigen::all or Eigen::last are not supported; use integers, as in row(i), segment(i, n) and block(i, j, m, n)
  y += A(Eigen::all, 1).sum();
  // CHECK: :[[@LINE+1]]:15: error: slices with Eigen::seq, Eigen::all or Eigen::last are not supported; use integers, as in row(i), segment(i, n) and block(i, j, m, n)
  y += x.head(Eigen::last).sum();
  // CHECK: :[[@LINE+1]]:8: error: one index into this expression is not supported, for its order of entries is not known; give the row and the column
  y += (A + A)(3);
  // CHECK: :[[@LINE+1]]:10: error: index 3 is outside the 3 rows of this value
  y += B.row(3).sum();
  // CHECK: :[[@LINE+1]]:10: error: 3 rows from index 1 on are outside the 3 rows of this value
  y += B.block(1, 1, 3, 1).sum();
  // CHECK: :[[@LINE+1]]:10: error: 2 columns from index -1 on are outside the 3 columns of this value
  y += B.middleCols<2>(-1).sum();
  // CHECK: :[[@LINE+1]]:17: error: 4 rows from index 0 on are outside the 3 rows of this value
  y += B.col(0).tail(4).sum();
  // CHECK: :[[@LINE+1]]:19: error: which diagonal it is must be known while compiling and not depend on the arguments of a template; write the number
  y += A.diagonal(k).sum();
  // CHECK: :[[@LINE+1]]:10: error: this matrix has no such diagonal; the main one is diagonal(0)
  y += B.diagonal(3).sum();
  // CHECK: :[[@LINE+1]]:33: error: delgen cannot tell how long this diagonal is, because it cannot tell whether the matrix has more rows or more columns; take it of a square block
  y += A.leftCols(2).topRows(k).diagonal(1).sum();
  // CHECK: :[[@LINE+1]]:10: error: reshaped() is supported column by column only; transpose first
  y += B.reshaped<Eigen::RowMajor>().sum();
  // CHECK: :[[@LINE+1]]:10: error: reshaped() keeps the number of entries: this value is 3 x 3
  y += B.reshaped(2, 3).sum();
  // CHECK: :[[@LINE+1]]:22: error: reshaped() needs both sizes as integers; give both
  y += A.reshaped(2, Eigen::AutoSize).sum();
  // CHECK: :[[@LINE+1]]:10: error: replicate() is supported for a column beside itself, replicate(1, n), and for a row below itself, replicate(n, 1), only
  y += A.replicate(2, 2).sum();
  // CHECK: :[[@LINE+1]]:10: error: sizes 3 and 1 cannot agree: hnormalized() is supported for vectors only
  y += B.hnormalized().sum();
  // CHECK: :[[@LINE+1]]:10: error: sizes 3 and 1 cannot agree: homogeneous() is supported for vectors only
  y += B.homogeneous().sum();
  return y;
}

DELGEN(del(x)) double lists(const VectorXd &x, const MatrixXd &A, const VectorXf &f, double s) {
  Vector3d t, u, v, w;
  // CHECK: :[[@LINE+1]]:9: error: these entries do not fill a 3 x 1 matrix
  t << 1, 2;
  // CHECK: :[[@LINE+1]]:20: error: these entries do not fill a 3 x 1 matrix
  u << x.head(2), s, s;
  // CHECK: :[[@LINE+1]]:8: error: float and double are mixed; convert one of them with .cast<double>() or .cast<float>()
  v << f.head(3);
  // CHECK: :[[@LINE+1]]:8: error: sizes 3 and 1 cannot agree: this block is 1 x 3
  w << x.head(3).transpose();
  Matrix2d K, L, M, N;
  // CHECK: :[[@LINE+1]]:12: error: these entries do not fill a 2 x 2 matrix
  K << 1, 2, 3;
  // CHECK: :[[@LINE+1]]:17: error: these entries do not fill a 2 x 2 matrix
  L << x.head(3), x;
  // CHECK: :[[@LINE+1]]:11: error: sizes 2 and 1 cannot agree: this block is 2 x 1, and beside another
  M << 1, x.head(2), 2;
  // CHECK: :[[@LINE+1]]:35: error: these entries do not fill a 2 x 2 matrix
  N << x.head(2).transpose(), s, s, s;
  MatrixXd C(x.size(), x.size());
  // CHECK: :[[@LINE+1]]:11: error: the sizes of these blocks do not tell where a row of blocks ends; assign the blocks one by one
  C << A, A;
  VectorXd none;
  // CHECK: :[[@LINE+1]]:3: error: 'none' has no size yet; declare it with the size of its comma initialiser
  none << 1, 2;
  Matrix2d R = Matrix2d::Identity();
  // CHECK: :[[@LINE+1]]:17: error: 'R' is read while this fills it; give what is read a name before
  R << s, 1, s, R(0, 1);
  return t.sum() + u.sum() + v.sum() + w.sum() + K.sum() + L.sum() + M.sum() + N.sum() + C.sum() + R.sum() +
  // CHECK: :[[@LINE+1]]:23: error: sizes 3 and 2 cannot agree: this list is 2 x 1
         none.sum() + Vector3d{{s, s}}.sum() +
  // CHECK: :[[@LINE+2]]:27: error: the rows of this list have different lengths; give them as many entries each
  // CHECK: :[[@LINE+1]]:58: error: finished() is supported for a matrix that is made here, as in (Eigen::VectorXd(2) << a, b).finished()
         Matrix2d{{s, s}, {s}}.sum() + (K << s, s, s, s).finished().sum() +
  // CHECK: :[[@LINE+1]]:31: error: this comma initialiser needs a matrix with sizes
         (VectorXd() << s, s).finished().sum();
}

DELGEN(del(x)) double writes(VectorXd x, MatrixXd A, const Matrix3d &C) {
  VectorXd u, n(3), m(3), z;
  // CHECK: :[[@LINE+1]]:3: error: 'u' has no size yet; declare it with its sizes, as in 'Eigen::VectorXd u(n)'
  u(0) = 1;
  // CHECK: :[[@LINE+1]]:3: error: 'n' is used before it has a value; give it one
  n(0) += 1;
  // CHECK: :[[@LINE+1]]:20: error: 'm' is used before it has a value; give it one
  VectorXd w = 2 * m;
  // CHECK: :[[@LINE+1]]:3: error: an assignment to this is not supported; assign to a variable, or to a part of it such as x(i), X.row(i) or X.block(i, j, m, n)
  A.transpose().row(0) = x;
  Matrix3d B = C, D = C, E = C;
  // CHECK: :[[@LINE+1]]:12: error: sizes 3 and 2 cannot agree: the left side is 1 x 3, the right side 1 x 2
  B.row(0) = x.head<2>();
  // CHECK: :[[@LINE+1]]:3: error: index 3 is outside the 3 rows of this value
  D(3, 0) = 1;
  // CHECK: :[[@LINE+1]]:3: error: an assignment to this is not supported; assign to a variable, or to a part of it such as x(i), X.row(i) or X.block(i, j, m, n)
  E.col(0).head(2).transpose() = C.row(0);
  // CHECK: :[[@LINE+1]]:3: error: an assignment to this is not supported; assign to a variable, or to a part of it such as x(i), X.row(i) or X.block(i, j, m, n)
  A.triangularView<Eigen::Lower>() = C;
  // CHECK: :[[@LINE+1]]:5: error: 'conservativeResize' changes its object in a way that is not supported; assign the new value, as in 'x = 2 * x'
  x.conservativeResize(3);
  // CHECK: :[[@LINE+1]]:5: error: 'z' has no size yet; declare it with its sizes
  z.setZero();
  return x.sum() + A.sum() + B.sum() + u.sum() + n.sum() + w.sum() + z.sum() + D.sum() + E.sum();
}

DELGEN(del(x)) double resized(VectorXd x) {
  // CHECK: :[[@LINE+1]]:5: error: resize() is supported for a matrix without a value only; declare another
  x.resize(3);
  return x.sum();
}
