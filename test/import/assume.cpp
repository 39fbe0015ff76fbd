// RUN: %import | FileCheck %s
// RUN: delgen %s --emit=mlir --stop-after=import --differentiate='plain: del(x), assume(upper(A))' \
// RUN:   -- %flags | FileCheck %s --check-prefix=OPTION
//
// What is assumed of a parameter stands beside it, and makes it square.

#include <Eigen/Dense>
#include <delgen/delgen.h>

using Eigen::Matrix3d;
using Eigen::MatrixXd;
using Eigen::VectorXd;

// CHECK-LABEL: func.func @callee
// CHECK-SAME:    %A: !mx.matrix<m x m, f64> {mx.assume = ["orthogonal"]
DELGEN(assume(orthogonal(A))) double callee(const MatrixXd &A) { return A.sum(); }

// CHECK-LABEL: func.func @all
// CHECK-SAME:    %A: !mx.matrix<m x m, f64> {mx.assume = ["symmetric", "spd"]
// CHECK-SAME:    %L: !mx.matrix<n x n, f64> {mx.assume = ["lower"]
// CHECK-SAME:    %U: !mx.matrix<3 x 3, f64> {mx.assume = ["upper"]
// CHECK-SAME:    %D: !mx.matrix<k x k, f64> {mx.assume = ["diagonal"]
// CHECK-SAME:    %Q: !mx.matrix<p x p, f64> {mx.assume = ["orthogonal"]
DELGEN(del(A), assume(symmetric(A), lower(L), upper(U), diagonal(D)), assume(orthogonal(Q), spd(A), spd(A)))
double all(const MatrixXd &A, const MatrixXd &L, const Matrix3d &U, const MatrixXd &D,
           const Eigen::Ref<const MatrixXd> &Q) {
  return A.sum() + L.sum() + U.sum() + D.sum() + Q.sum() + callee(A);
}

// One size may be fixed.
// CHECK-LABEL: func.func @half_fixed
// CHECK-SAME:    %A: !mx.matrix<3 x 3, f64> {mx.assume = ["spd"]
DELGEN(del(A), assume(spd(A))) double half_fixed(const Eigen::Matrix3Xd &A) { return A.sum(); }

// What is assumed is known before the first caller is read.
// CHECK-LABEL: func.func @later
double later(const MatrixXd &A);
DELGEN(del(A)) double caller(const MatrixXd &A) { return later(A); }
// CHECK-SAME:    %A: !mx.matrix<m x m, f64> {mx.assume = ["spd"]
DELGEN(del(A), assume(spd(A))) double later(const MatrixXd &A) { return A.sum(); }

// OPTION: func.func @plain(
// OPTION-SAME: mx.assume = ["upper"]
double plain(double x, const MatrixXd &A) { return x * A.sum(); }

// Nothing is read of a function that is not asked for its derivatives.
DELGEN(assume(spd(A))) double unused(const MatrixXd &A) { return A.sum() > 0 ? 1 : 0; }
