// RUN: delgen %s -o - | FileCheck %s

// The matrix of a Jacobian, as its formula: a closed form wherever the algebra has one.

func.func @affine(%x: !mx.matrix<m x 1, f64> {mx.name = "x", mx.plain = "Eigen::VectorXd", mx.type = "const Eigen::VectorXd&"},
    %A: !mx.matrix<n x m, f64> {mx.name = "A", mx.plain = "Eigen::MatrixXd", mx.type = "const Eigen::MatrixXd&"},
    %b: !mx.matrix<n x 1, f64> {mx.name = "b", mx.plain = "Eigen::VectorXd", mx.type = "const Eigen::VectorXd&"}) -> !mx.matrix<n x 1, f64>
    attributes {mx.cpp_name = "affine", mx.requests = [{of = array<i64: 0>, what = "jacobian"}], mx.result = "Eigen::VectorXd"} {
  %0 = mx.mul %A, %x : !mx.matrix<n x m, f64>, !mx.matrix<m x 1, f64>
  %1 = mx.constant -1.000000e+00 : f64
  %2 = mx.mul %1, %b : f64, !mx.matrix<n x 1, f64>
  %3 = mx.add %0, %2 : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64>
  return %3 : !mx.matrix<n x 1, f64>
}
// CHECK: /// ∂affine/∂x = A

func.func @sandwich(%X: !mx.matrix<m x n, f64> {mx.name = "X", mx.plain = "Eigen::MatrixXd", mx.type = "const Eigen::MatrixXd&"},
    %A: !mx.matrix<k x m, f64> {mx.name = "A", mx.plain = "Eigen::MatrixXd", mx.type = "const Eigen::MatrixXd&"},
    %B: !mx.matrix<n x p, f64> {mx.name = "B", mx.plain = "Eigen::MatrixXd", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<k x p, f64>
    attributes {mx.cpp_name = "sandwich", mx.requests = [{of = array<i64: 0>, what = "jacobian"}], mx.result = "Eigen::MatrixXd"} {
  %0 = mx.mul %A, %X : !mx.matrix<k x m, f64>, !mx.matrix<m x n, f64>
  %1 = mx.mul %0, %B : !mx.matrix<k x n, f64>, !mx.matrix<n x p, f64>
  return %1 : !mx.matrix<k x p, f64>
}
// CHECK: /// ∂sandwich/∂X = Bᵀ ⊗ A

func.func @flipped(%X: !mx.matrix<m x n, f64> {mx.name = "X", mx.plain = "Eigen::MatrixXd", mx.type = "const Eigen::MatrixXd&"},
    %A: !mx.matrix<m x k, f64> {mx.name = "A", mx.plain = "Eigen::MatrixXd", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<n x k, f64>
    attributes {mx.cpp_name = "flipped", mx.requests = [{of = array<i64: 0>, what = "jacobian"}], mx.result = "Eigen::MatrixXd"} {
  %0 = mx.transpose %X : !mx.matrix<m x n, f64>
  %1 = mx.mul %0, %A : !mx.matrix<n x m, f64>, !mx.matrix<m x k, f64>
  return %1 : !mx.matrix<n x k, f64>
}
// CHECK: /// ∂flipped/∂X = (M ↦ Mᵀ)[I ⊗ Aᵀ]

func.func @inverse(%X: !mx.matrix<m x m, f64> {mx.name = "X", mx.plain = "Eigen::MatrixXd", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<m x m, f64>
    attributes {mx.cpp_name = "inverse", mx.requests = [{of = array<i64: 0>, what = "jacobian"}], mx.result = "Eigen::MatrixXd"} {
  %0 = mx.inverse "lu" %X : !mx.matrix<m x m, f64>
  return %0 : !mx.matrix<m x m, f64>
}
// CHECK: /// ∂inverse/∂X = −(X⁻ᵀ ⊗ X⁻¹)

func.func @waves(%X: !mx.matrix<m x n, f64> {mx.name = "X", mx.plain = "Eigen::MatrixXd", mx.type = "const Eigen::MatrixXd&"},
    %A: !mx.matrix<k x m, f64> {mx.name = "A", mx.plain = "Eigen::MatrixXd", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<k x n, f64>
    attributes {mx.cpp_name = "waves", mx.requests = [{of = array<i64: 0>, what = "jacobian"}], mx.result = "Eigen::MatrixXd"} {
  %0 = mx.map "sin" %X : !mx.matrix<m x n, f64>
  %1 = mx.mul %A, %0 : !mx.matrix<k x m, f64>, !mx.matrix<m x n, f64>
  return %1 : !mx.matrix<k x n, f64>
}
// CHECK: /// ∂waves/∂X = (I ⊗ A) diag(vec(cos(X)))

func.func @bent(%X: !mx.matrix<m x n, f64> {mx.name = "X", mx.plain = "Eigen::MatrixXd", mx.type = "const Eigen::MatrixXd&"},
    %A: !mx.matrix<k x m, f64> {mx.name = "A", mx.plain = "Eigen::MatrixXd", mx.type = "const Eigen::MatrixXd&"},
    %B: !mx.matrix<n x p, f64> {mx.name = "B", mx.plain = "Eigen::MatrixXd", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<k x p, f64>
    attributes {mx.cpp_name = "bent", mx.requests = [{of = array<i64: 0>, what = "jacobian"}], mx.result = "Eigen::MatrixXd"} {
  %0 = mx.mul %A, %X : !mx.matrix<k x m, f64>, !mx.matrix<m x n, f64>
  %1 = mx.map "tanh" %0 : !mx.matrix<k x n, f64>
  %2 = mx.mul %1, %B : !mx.matrix<k x n, f64>, !mx.matrix<n x p, f64>
  return %2 : !mx.matrix<k x p, f64>
}
// CHECK: /// ∂bent/∂X = (M ↦ M B)[t1]
// CHECK-NEXT: ///   where t1 = diag(vec(1 − tanh(A X)²)) (I ⊗ A)

func.func @column_by_row(%x: !mx.matrix<m x 1, f64> {mx.name = "x", mx.plain = "Eigen::VectorXd", mx.type = "const Eigen::VectorXd&"},
    %a: !mx.matrix<n x 1, f64> {mx.name = "a", mx.plain = "Eigen::VectorXd", mx.type = "const Eigen::VectorXd&"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "column_by_row", mx.requests = [{of = array<i64: 0>, what = "jacobian"}], mx.result = "Eigen::MatrixXd"} {
  %0 = mx.transpose %a : !mx.matrix<n x 1, f64>
  %1 = mx.mul %x, %0 : !mx.matrix<m x 1, f64>, !mx.matrix<1 x n, f64>
  return %1 : !mx.matrix<m x n, f64>
}
// CHECK: /// ∂column_by_row/∂x = a ⊗ I

func.func @row_by_column(%x: !mx.matrix<m x 1, f64> {mx.name = "x", mx.plain = "Eigen::VectorXd", mx.type = "const Eigen::VectorXd&"},
    %a: !mx.matrix<n x 1, f64> {mx.name = "a", mx.plain = "Eigen::VectorXd", mx.type = "const Eigen::VectorXd&"}) -> !mx.matrix<n x m, f64>
    attributes {mx.cpp_name = "row_by_column", mx.requests = [{of = array<i64: 0>, what = "jacobian"}], mx.result = "Eigen::MatrixXd"} {
  %0 = mx.transpose %x : !mx.matrix<m x 1, f64>
  %1 = mx.mul %a, %0 : !mx.matrix<n x 1, f64>, !mx.matrix<1 x m, f64>
  return %1 : !mx.matrix<n x m, f64>
}
// CHECK: /// ∂row_by_column/∂x = I ⊗ a

func.func @weighted(%x: !mx.matrix<m x 1, f64> {mx.name = "x", mx.plain = "Eigen::VectorXd", mx.type = "const Eigen::VectorXd&"},
    %A: !mx.matrix<n x m, f64> {mx.name = "A", mx.plain = "Eigen::MatrixXd", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<n x n, f64>
    attributes {mx.cpp_name = "weighted", mx.requests = [{of = array<i64: 0>, what = "jacobian"}], mx.result = "Eigen::MatrixXd"} {
  %0 = mx.diag %x : !mx.matrix<m x 1, f64>
  %1 = mx.mul %A, %0 : !mx.matrix<n x m, f64>, !mx.matrix<m x m, f64>
  %2 = mx.transpose %A : !mx.matrix<n x m, f64>
  %3 = mx.mul %1, %2 : !mx.matrix<n x m, f64>, !mx.matrix<m x n, f64>
  return %3 : !mx.matrix<n x n, f64>
}
// CHECK: /// ∂weighted/∂x = t0
// CHECK-NEXT: ///   where t0 = ((u, v) ↦ u v)[A, A]

func.func @unit(%x: !mx.matrix<m x 1, f64> {mx.name = "x", mx.plain = "Eigen::VectorXd", mx.type = "const Eigen::VectorXd&"}) -> !mx.matrix<m x 1, f64>
    attributes {mx.cpp_name = "unit", mx.requests = [{of = array<i64: 0>, what = "jacobian"}], mx.result = "Eigen::VectorXd"} {
  %0 = mx.inner %x, %x : <m x 1, f64>, <m x 1, f64>
  %1 = mx.pow %0, 5.000000e-01 : f64
  %2 = mx.pow %1, -1.000000e+00 : f64
  %3 = mx.mul %2, %x : f64, !mx.matrix<m x 1, f64>
  return %3 : !mx.matrix<m x 1, f64>
}
// CHECK: /// ∂unit/∂x = I/‖x‖ − x xᵀ/‖x‖³

func.func @part(%x: !mx.matrix<m x 1, f64> {mx.name = "x", mx.plain = "Eigen::VectorXd", mx.type = "const Eigen::VectorXd&"},
    %A: !mx.matrix<n x m, f64> {mx.name = "A", mx.plain = "Eigen::MatrixXd", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<2 x 1, f64>
    attributes {mx.cpp_name = "part", mx.requests = [{of = array<i64: 0>, what = "jacobian"}], mx.result = "Eigen::VectorXd"} {
  %0 = mx.mul %A, %x : !mx.matrix<n x m, f64>, !mx.matrix<m x 1, f64>
  %c0 = arith.constant 0 : index
  %c0_0 = arith.constant 0 : index
  %1 = mx.slice %0[%c0, %c0_0] : <n x 1, f64> -> <2 x 1, f64>
  return %1 : !mx.matrix<2 x 1, f64>
}
// CHECK: /// ∂part/∂x = A[0:2, :]

func.func @pinhole(%p: !mx.matrix<3 x 1, f64> {mx.name = "p", mx.plain = "Eigen::Vector3d", mx.type = "const Eigen::Vector3d&"}) -> !mx.matrix<2 x 1, f64>
    attributes {mx.cpp_name = "pinhole", mx.requests = [{of = array<i64: 0>, what = "jacobian"}], mx.result = "Eigen::Vector2d"} {
  %c0 = arith.constant 0 : index
  %c0_0 = arith.constant 0 : index
  %c0_1 = arith.constant 0 : index
  %0 = mx.element %p[%c0_0, %c0_1] : <3 x 1, f64>
  %c2 = arith.constant 2 : index
  %c0_2 = arith.constant 0 : index
  %1 = mx.element %p[%c2, %c0_2] : <3 x 1, f64>
  %2 = mx.pow %1, -1.000000e+00 : f64
  %3 = mx.mul %2, %0 : f64, f64
  %c1 = arith.constant 1 : index
  %c0_3 = arith.constant 0 : index
  %4 = mx.element %p[%c1, %c0_3] : <3 x 1, f64>
  %c2_4 = arith.constant 2 : index
  %c0_5 = arith.constant 0 : index
  %5 = mx.element %p[%c2_4, %c0_5] : <3 x 1, f64>
  %6 = mx.pow %5, -1.000000e+00 : f64
  %7 = mx.mul %6, %4 : f64, f64
  %c1_6 = arith.constant 1 : index
  %c0_7 = arith.constant 0 : index
  %8 = mx.assemble %3, %7 at[%c0, %c1_6], [%c0, %c0_7] : f64, f64 -> <2 x 1, f64>
  return %8 : !mx.matrix<2 x 1, f64>
}
// CHECK: /// ∂pinhole/∂p = [t2ᵀ; t3ᵀ]
// CHECK-NEXT: ///   where t2 = [1/p[2]; 0; −p[0]/p[2]²]
// CHECK-NEXT: ///   and t3 = [0; 1/p[2]; −p[1]/p[2]²]

func.func @turn(%p: !mx.matrix<3 x 1, f64> {mx.name = "p", mx.plain = "Eigen::Vector3d", mx.type = "const Eigen::Vector3d&"},
    %w: !mx.matrix<3 x 1, f64> {mx.name = "w", mx.plain = "Eigen::Vector3d", mx.type = "const Eigen::Vector3d&"}) -> !mx.matrix<3 x 1, f64>
    attributes {mx.cpp_name = "turn", mx.requests = [{of = array<i64: 0>, what = "jacobian"}], mx.result = "Eigen::Vector3d"} {
  %0 = mx.cross %w, %p : <3 x 1, f64>, <3 x 1, f64>
  return %0 : !mx.matrix<3 x 1, f64>
}
// CHECK: /// ∂turn/∂p = t0
// CHECK-NEXT: ///   where t0 = [0, −w[2], w[1]; w[2], 0, −w[0]; −w[1], w[0], 0]

func.func @ray(%s: f64 {mx.name = "s", mx.plain = "double", mx.type = "double"},
    %A: !mx.matrix<m x n, f64> {mx.name = "A", mx.plain = "Eigen::MatrixXd", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "ray", mx.requests = [{of = array<i64: 0>, what = "jacobian"}], mx.result = "Eigen::MatrixXd"} {
  %0 = mx.mul %s, %s : f64, f64
  %1 = mx.mul %0, %A : f64, !mx.matrix<m x n, f64>
  return %1 : !mx.matrix<m x n, f64>
}
// CHECK: /// ∂ray/∂s = 2 s vec(A)

func.func @bilinear(%X: !mx.matrix<m x n, f64> {mx.name = "X", mx.plain = "Eigen::MatrixXd", mx.type = "const Eigen::MatrixXd&"},
    %a: !mx.matrix<m x 1, f64> {mx.name = "a", mx.plain = "Eigen::VectorXd", mx.type = "const Eigen::VectorXd&"},
    %b: !mx.matrix<n x 1, f64> {mx.name = "b", mx.plain = "Eigen::VectorXd", mx.type = "const Eigen::VectorXd&"}) -> f64
    attributes {mx.cpp_name = "bilinear", mx.requests = [{of = array<i64: 0>, what = "jacobian"}], mx.result = "double"} {
  %0 = mx.mul %X, %b : !mx.matrix<m x n, f64>, !mx.matrix<n x 1, f64>
  %1 = mx.inner %a, %0 : <m x 1, f64>, <m x 1, f64>
  return %1 : f64
}
// CHECK: /// ∂bilinear/∂X = reshape(a bᵀ, 1, (m n))
