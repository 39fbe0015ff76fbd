// RUN: %import | FileCheck %s
//
// Sizes that must agree are one symbol, or the number that one of them is. A parameter
// whose C++ type knows less has a view that reads it in the shape that it must have.

#include <Eigen/Dense>
#include <delgen/delgen.h>

using namespace Eigen;

// Symbols follow the order of the parameters and avoid their names.
// CHECK-LABEL: func.func @symbols
// CHECK-SAME:    %A: !mx.matrix<n x k, f64>
// CHECK-SAME:    %m: !mx.matrix<k x 1, f64>
// CHECK-SAME:    %B: !mx.matrix<p x n, f64>
// CHECK-SAME:    -> !mx.matrix<p x 1, f64>
DELGEN(del(m)) VectorXd symbols(const MatrixXd &A, const VectorXd &m, const MatrixXd &B) {
  return B * A * m;
}

// CHECK-LABEL: func.func @unified
// CHECK-SAME:    %x: !mx.matrix<m x 1, f64>
// CHECK-SAME:    %A: !mx.matrix<m x m, f64>
// CHECK-SAME:    %r: !mx.matrix<1 x m, f64>
DELGEN(del(x)) double unified(const VectorXd &x, const MatrixXd &A, const RowVectorXd &r) {
  return (A * x).dot(x + r.transpose());
}

// CHECK-LABEL: func.func @fixed
// CHECK-SAME:    %A: !mx.matrix<3 x 2, f64> {mx.dynamic, mx.name = "A", mx.plain = {{[^,]*}}, mx.type =
// CHECK-SAME:    %b: !mx.matrix<3 x 1, f64>
DELGEN(del(x)) Vector3d fixed(const MatrixXd &A, const Vector2d &x, const VectorXd &b) {
  return A * x + b;
}

// A local's or a result's type says something, too.
// CHECK-LABEL: func.func @declared
// CHECK-SAME:    %A: !mx.matrix<2 x m, f64>
// CHECK-SAME:    %B: !mx.matrix<m x 3, f64>
DELGEN(del(A)) Matrix<double, 2, 3> declared(const MatrixXd &A, const MatrixXd &B) {
  Matrix<double, 2, Dynamic> C = A;
  return C * B;
}

// CHECK-LABEL: func.func @columns
// CHECK-SAME:    %X: !mx.matrix<m x 1, f64> {mx.name = "X", mx.plain = "Eigen::MatrixXd", mx.type = "const Eigen::MatrixXd&", mx.view = "{0}.col(0)"}
// CHECK-SAME:    %R: !mx.matrix<1 x n, f64> {mx.name = "R", mx.plain = "Eigen::MatrixXd", mx.type = "const Eigen::MatrixXd&", mx.view = "{0}.row(0)"}
// CHECK-SAME:    %S: f64 {mx.name = "S", mx.plain = "Eigen::VectorXd", mx.type = "const Eigen::VectorXd&", mx.view = "{0}(0, 0)"}
DELGEN(del(X)) MatrixXd columns(const MatrixXd &X, const MatrixXd &R, const VectorXd &S,
                                const VectorXd &x, const RowVectorXd &r) {
  double s = (S * S.transpose() * RowVector<double, 1>(1)).value();
  VectorXd sum = X + x;
  RowVectorXd other = R + r;
  return s * sum * other;
}

// A fixed-size vector needs no view.
// CHECK-LABEL: func.func @no_views
// CHECK-NOT:     mx.view
// CHECK:         return
DELGEN(del(x)) double no_views(const Vector3d &x, const RowVectorXd &r, const Array<float, 2, 1> &a) {
  return x.sum() + r.sum() + a.sum();
}

// CHECK-LABEL: func.func @boxes
// CHECK-SAME:    %x: f64 {mx.name = "x", mx.plain = "Eigen::Matrix<double, 1, 1>", mx.type = "const Eigen::Matrix<double, 1, 1>&", mx.view = "{0}(0, 0)"}
// CHECK-SAME:    -> f64 attributes {mx.boxed,
DELGEN(del(x)) Matrix<double, 1, 1> boxes(const Matrix<double, 1, 1> &x) { return 2 * x; }
