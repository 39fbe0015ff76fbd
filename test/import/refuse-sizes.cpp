// RUN: not %import 2>&1 | FileCheck %s --implicit-check-not=error:
#include <Eigen/Dense>
#include <delgen/delgen.h>

using namespace Eigen;

double of_three(const Vector3d &x) { return x.sum(); }
double of_two_equal(const VectorXd &x, const VectorXd &y) { return x.dot(y); }
DELGEN(del(x)) double sizes(const Vector3d &x, const Vector4d &y, const VectorXd &v,
                            const Matrix<double, 3, 4> &A, const MatrixXd &M, int n) {
  double s = 0;
  VectorXd dynamic = y;
  // CHECK: :[[@LINE+1]]:11: error: sizes 3 and 4 cannot agree: the left side is 3 x 1, the right side 4 x 1
  s += (x + dynamic).sum();
  // CHECK: :[[@LINE+1]]:11: error: sizes 4 and 3 cannot agree: the left factor is 3 x 4, the right factor 3 x 1
  s += (A * VectorXd(x)).sum();
  // CHECK: :[[@LINE+1]]:10: error: sizes 3 and 4 cannot agree: the left side is 3 x 1, the right side 4 x 1
  s += x.dot(dynamic);
  // CHECK: :[[@LINE+1]]:10: error: sizes 3 and 4 cannot agree: trace() is supported for square matrices only, this is 3 x 4
  s += A.trace();
  // CHECK: :[[@LINE+1]]:16: error: sizes 3 and 4 cannot agree: 'Eigen::Vector3d' is 3 x 1, its value is 4 x 1
  Vector3d z = dynamic;
  // CHECK: :[[@LINE+1]]:8: error: index 3 is outside the 3 rows of this value
  s += x(3);
  // CHECK: :[[@LINE+1]]:8: error: index -1 is outside the 4 rows of this value
  s += y[-1];
  // CHECK: :[[@LINE+1]]:8: error: index 4 is outside the 4 columns of this value
  s += A(2, 4);
  // CHECK: :[[@LINE+1]]:23: error: sizes 3 and 2 cannot agree: the type has a size already
  s += Vector3d::Zero(2).sum();
  // CHECK: :[[@LINE+1]]:23: error: a size cannot be negative: this is -1
  s += VectorXd::Zero(-1).sum();
  // CHECK: :[[@LINE+1]]:17: error: sizes 3 and 4 cannot agree: 'Eigen::Vector3d' is 3 x 1, its value is 4 x 1
  s += of_three(dynamic);
  // CHECK: :[[@LINE+1]]:24: error: sizes 3 and 4 cannot agree: the argument for 'y' of 'of_two_equal' is 4 x 1
  s += of_two_equal(x, y);
  // CHECK: :[[@LINE+1]]:35: error: sizes 3 and 1 cannot agree: a scalar is 1 x 1, this is 3 x 4
  s += (x * y.transpose()).eval().value();
  return s + z.sum();
}

// What is known of a size here holds in the whole function, and the message comes where it
// is contradicted.
DELGEN(del(v)) double later(const VectorXd &v, const Vector3d &x, const Vector4d &y) {
  VectorXd w = v;
  // CHECK: :[[@LINE+1]]:29: error: sizes 3 and 4 cannot agree: the left side is 3 x 1, the right side 4 x 1
  return (w + x).sum() + (v + y).sum();
}

// A size that is computed, and needed to be another one.
// CHECK: :[[@LINE+1]]:{{[0-9]+}}: error: sizes m and m + 1 cannot agree: this is the second, and other expressions need the first
DELGEN(del(x)) double one_more(const Eigen::VectorXd &x) { return (Eigen::VectorXd::Zero(x.size() + 1) + x).sum(); }
// CHECK: :[[@LINE+2]]:{{[0-9]+}}: error: sizes m and m - 1 cannot agree: this is the second, and other expressions need the first
DELGEN(del(A))
double one_less(const Eigen::MatrixXd &A) { return A.topRows(A.rows() - 1).diagonal().sum() + A.trace(); }
