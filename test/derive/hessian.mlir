// RUN: delgen %s -o - | FileCheck %s

// The matrix of a Hessian, as its formula: a closed form wherever the algebra has one.

func.func @residual(%x: !mx.matrix<m x 1, f64> {mx.name = "x", mx.plain = "Eigen::VectorXd", mx.type = "const Eigen::VectorXd&"},
    %A: !mx.matrix<n x m, f64> {mx.name = "A", mx.plain = "Eigen::MatrixXd", mx.type = "const Eigen::MatrixXd&"},
    %b: !mx.matrix<n x 1, f64> {mx.name = "b", mx.plain = "Eigen::VectorXd", mx.type = "const Eigen::VectorXd&"}) -> f64
    attributes {mx.cpp_name = "residual", mx.requests = [{of = array<i64: 0>, what = "hessian"}], mx.result = "double"} {
  %0 = mx.mul %A, %x : !mx.matrix<n x m, f64>, !mx.matrix<m x 1, f64>
  %1 = mx.constant -1.000000e+00 : f64
  %2 = mx.mul %1, %b : f64, !mx.matrix<n x 1, f64>
  %3 = mx.add %0, %2 : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64>
  %4 = mx.inner %3, %3 : <n x 1, f64>, <n x 1, f64>
  return %4 : f64
}
// CHECK: /// ∇²_x residual = 2 Aᵀ A

func.func @square(%x: !mx.matrix<m x 1, f64> {mx.name = "x", mx.plain = "Eigen::VectorXd", mx.type = "const Eigen::VectorXd&"}) -> f64
    attributes {mx.cpp_name = "square", mx.requests = [{of = array<i64: 0>, what = "hessian"}], mx.result = "double"} {
  %0 = mx.inner %x, %x : <m x 1, f64>, <m x 1, f64>
  return %0 : f64
}
// CHECK: /// ∇²_x square = 2 I

func.func @quadratic(%x: !mx.matrix<m x 1, f64> {mx.name = "x", mx.plain = "Eigen::VectorXd", mx.type = "const Eigen::VectorXd&"},
    %A: !mx.matrix<m x m, f64> {mx.name = "A", mx.plain = "Eigen::MatrixXd", mx.type = "const Eigen::MatrixXd&"}) -> f64
    attributes {mx.cpp_name = "quadratic", mx.requests = [{of = array<i64: 0>, what = "hessian"}], mx.result = "double"} {
  %0 = mx.mul %A, %x : !mx.matrix<m x m, f64>, !mx.matrix<m x 1, f64>
  %1 = mx.inner %x, %0 : <m x 1, f64>, <m x 1, f64>
  return %1 : f64
}
// CHECK: /// ∇²_x quadratic = A + Aᵀ

func.func @residual_of_matrix(%X: !mx.matrix<m x n, f64> {mx.name = "X", mx.plain = "Eigen::MatrixXd", mx.type = "const Eigen::MatrixXd&"},
    %a: !mx.matrix<n x 1, f64> {mx.name = "a", mx.plain = "Eigen::VectorXd", mx.type = "const Eigen::VectorXd&"},
    %b: !mx.matrix<m x 1, f64> {mx.name = "b", mx.plain = "Eigen::VectorXd", mx.type = "const Eigen::VectorXd&"}) -> f64
    attributes {mx.cpp_name = "residual_of_matrix", mx.requests = [{of = array<i64: 0>, what = "hessian"}], mx.result = "double"} {
  %0 = mx.mul %X, %a : !mx.matrix<m x n, f64>, !mx.matrix<n x 1, f64>
  %1 = mx.constant -1.000000e+00 : f64
  %2 = mx.mul %1, %b : f64, !mx.matrix<m x 1, f64>
  %3 = mx.add %0, %2 : !mx.matrix<m x 1, f64>, !mx.matrix<m x 1, f64>
  %4 = mx.inner %3, %3 : <m x 1, f64>, <m x 1, f64>
  return %4 : f64
}
// CHECK: /// ∇²_X residual_of_matrix = 2 ((a aᵀ) ⊗ I)

func.func @logistic(%x: !mx.matrix<m x 1, f64> {mx.name = "x", mx.plain = "Eigen::VectorXd", mx.type = "const Eigen::VectorXd&"},
    %A: !mx.matrix<n x m, f64> {mx.name = "A", mx.plain = "Eigen::MatrixXd", mx.type = "const Eigen::MatrixXd&"}) -> f64
    attributes {mx.cpp_name = "logistic", mx.requests = [{of = array<i64: 0>, what = "hessian"}], mx.result = "double"} {
  %0 = mx.mul %A, %x : !mx.matrix<n x m, f64>, !mx.matrix<m x 1, f64>
  %1 = mx.constant -1.000000e+00 : f64
  %2 = mx.mul %1, %0 : f64, !mx.matrix<n x 1, f64>
  %3 = mx.map "exp" %2 : !mx.matrix<n x 1, f64>
  %4 = mx.constant 1.000000e+00 : f64
  %5 = mx.fill %4 : f64 -> <n x 1, f64>
  %6 = mx.add %3, %5 : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64>
  %7 = mx.map "log" %6 : !mx.matrix<n x 1, f64>
  %8 = mx.sum %7 : !mx.matrix<n x 1, f64>
  return %8 : f64
}
// CHECK: /// ∇²_x logistic = Aᵀ diag(t1) A
// CHECK-NEXT: ///   where t1 = exp(−abs(A x))/(1 + exp(−abs(A x)))²

func.func @two_planes(%x: !mx.matrix<m x 1, f64> {mx.name = "x", mx.plain = "Eigen::VectorXd", mx.type = "const Eigen::VectorXd&"},
    %a: !mx.matrix<m x 1, f64> {mx.name = "a", mx.plain = "Eigen::VectorXd", mx.type = "const Eigen::VectorXd&"},
    %b: !mx.matrix<m x 1, f64> {mx.name = "b", mx.plain = "Eigen::VectorXd", mx.type = "const Eigen::VectorXd&"}) -> f64
    attributes {mx.cpp_name = "two_planes", mx.requests = [{of = array<i64: 0>, what = "hessian"}], mx.result = "double"} {
  %0 = mx.inner %a, %x : <m x 1, f64>, <m x 1, f64>
  %1 = mx.inner %b, %x : <m x 1, f64>, <m x 1, f64>
  %2 = mx.mul %0, %1 : f64, f64
  return %2 : f64
}
// CHECK: /// ∇²_x two_planes = a bᵀ + b aᵀ

func.func @outer_sum(%x: !mx.matrix<m x 1, f64> {mx.name = "x", mx.plain = "Eigen::VectorXd", mx.type = "const Eigen::VectorXd&"}) -> f64
    attributes {mx.cpp_name = "outer_sum", mx.requests = [{of = array<i64: 0>, what = "hessian"}], mx.result = "double"} {
  %0 = mx.transpose %x : !mx.matrix<m x 1, f64>
  %1 = mx.mul %x, %0 : !mx.matrix<m x 1, f64>, !mx.matrix<1 x m, f64>
  %2 = mx.sum %1 : !mx.matrix<m x m, f64>
  return %2 : f64
}
// CHECK: /// ∇²_x outer_sum = 2

func.func @log_det(%X: !mx.matrix<m x m, f64> {mx.name = "X", mx.plain = "Eigen::MatrixXd", mx.type = "const Eigen::MatrixXd&"}) -> f64
    attributes {mx.cpp_name = "log_det", mx.requests = [{of = array<i64: 0>, what = "hessian"}], mx.result = "double"} {
  %0 = mx.det "lu" %X : !mx.matrix<m x m, f64>
  %1 = mx.map "log" %0 : f64
  return %1 : f64
}
// CHECK: /// ∇²_X log_det = t1
// CHECK-NEXT: ///   where t1 = (M ↦ Mᵀ)[−(X⁻ᵀ ⊗ X⁻¹)]

func.func @trace(%X: !mx.matrix<m x n, f64> {mx.name = "X", mx.plain = "Eigen::MatrixXd", mx.type = "const Eigen::MatrixXd&"},
    %A: !mx.matrix<m x m, f64> {mx.name = "A", mx.plain = "Eigen::MatrixXd", mx.type = "const Eigen::MatrixXd&"}) -> f64
    attributes {mx.cpp_name = "trace", mx.requests = [{of = array<i64: 0>, what = "hessian"}], mx.result = "double"} {
  %0 = mx.transpose %X : !mx.matrix<m x n, f64>
  %1 = mx.mul %0, %A : !mx.matrix<n x m, f64>, !mx.matrix<m x m, f64>
  %2 = mx.mul %1, %X : !mx.matrix<n x m, f64>, !mx.matrix<m x n, f64>
  %3 = mx.trace %2 : !mx.matrix<n x n, f64>
  return %3 : f64
}
// CHECK: /// ∇²_X trace = I ⊗ (A + Aᵀ)

func.func @entrywise(%x: !mx.matrix<m x 1, f64> {mx.name = "x", mx.plain = "Eigen::VectorXd", mx.type = "const Eigen::VectorXd&"}) -> f64
    attributes {mx.cpp_name = "entrywise", mx.requests = [{of = array<i64: 0>, what = "hessian"}], mx.result = "double"} {
  %0 = mx.map "sin" %x : !mx.matrix<m x 1, f64>
  %1 = mx.sum %0 : !mx.matrix<m x 1, f64>
  return %1 : f64
}
// CHECK: /// ∇²_x entrywise = −diag(sin(x))

func.func @design(%x: !mx.matrix<m x 1, f64> {mx.name = "x", mx.plain = "Eigen::VectorXd", mx.type = "const Eigen::VectorXd&"},
    %A: !mx.matrix<n x m, f64> {mx.name = "A", mx.plain = "Eigen::MatrixXd", mx.type = "const Eigen::MatrixXd&"}) -> f64
    attributes {mx.cpp_name = "design", mx.requests = [{of = array<i64: 0>, what = "hessian"}], mx.result = "double"} {
  %0 = mx.diag %x : !mx.matrix<m x 1, f64>
  %1 = mx.mul %A, %0 : !mx.matrix<n x m, f64>, !mx.matrix<m x m, f64>
  %2 = mx.transpose %A : !mx.matrix<n x m, f64>
  %3 = mx.mul %1, %2 : !mx.matrix<n x m, f64>, !mx.matrix<m x n, f64>
  %4 = mx.det "lu" %3 : !mx.matrix<n x n, f64>
  %5 = mx.map "log" %4 : f64
  return %5 : f64
}
// CHECK: /// ∇²_x design = t0
// CHECK-NEXT: ///   where t0 = −(Aᵀ ((A diag(x) Aᵀ)⁻¹ A))²

func.func @mixed(%x: !mx.matrix<m x 1, f64> {mx.name = "x", mx.plain = "Eigen::VectorXd", mx.type = "const Eigen::VectorXd&"},
    %y: !mx.matrix<n x 1, f64> {mx.name = "y", mx.plain = "Eigen::VectorXd", mx.type = "const Eigen::VectorXd&"},
    %A: !mx.matrix<m x n, f64> {mx.name = "A", mx.plain = "Eigen::MatrixXd", mx.type = "const Eigen::MatrixXd&"}) -> f64
    attributes {mx.cpp_name = "mixed", mx.requests = [{of = array<i64: 0, 1>, what = "hessian"}, {of = array<i64: 1, 0>, what = "hessian"}], mx.result = "double"} {
  %0 = mx.mul %A, %y : !mx.matrix<m x n, f64>, !mx.matrix<n x 1, f64>
  %1 = mx.inner %x, %0 : <m x 1, f64>, <m x 1, f64>
  return %1 : f64
}
// CHECK: /// ∂²mixed/∂x∂y = A
// CHECK: /// ∂²mixed/∂y∂x = Aᵀ

func.func @line(%x: !mx.matrix<m x 1, f64> {mx.name = "x", mx.plain = "Eigen::VectorXd", mx.type = "const Eigen::VectorXd&"},
    %a: !mx.matrix<m x 1, f64> {mx.name = "a", mx.plain = "Eigen::VectorXd", mx.type = "const Eigen::VectorXd&"}) -> f64
    attributes {mx.cpp_name = "line", mx.requests = [{of = array<i64: 0>, what = "hessian"}], mx.result = "double"} {
  %0 = mx.inner %a, %x : <m x 1, f64>, <m x 1, f64>
  return %0 : f64
}
// CHECK: /// ∇²_x line = 0

func.func @damped(%x: !mx.matrix<m x 1, f64> {mx.name = "x", mx.plain = "Eigen::VectorXd", mx.type = "const Eigen::VectorXd&"},
    %A: !mx.matrix<n x m, f64> {mx.name = "A", mx.plain = "Eigen::MatrixXd", mx.type = "const Eigen::MatrixXd&"}) -> f64
    attributes {mx.cpp_name = "damped", mx.requests = [{of = array<i64: 0>, what = "hessian"}], mx.result = "double"} {
  %0 = mx.mul %A, %x : !mx.matrix<n x m, f64>, !mx.matrix<m x 1, f64>
  %1 = mx.inner %0, %0 : <n x 1, f64>, <n x 1, f64>
  %2 = mx.constant 3.000000e+00 : f64
  %3 = mx.inner %x, %x : <m x 1, f64>, <m x 1, f64>
  %4 = mx.mul %2, %3 : f64, f64
  %5 = mx.add %1, %4 : f64, f64
  return %5 : f64
}
// CHECK: /// ∇²_x damped = 6 I + 2 Aᵀ A

// A loop and its transpose carry the columns of a Hessian.
func.func @energy(%A: !mx.matrix<n x n, f64> {mx.name = "A", mx.plain = "Eigen::MatrixXd", mx.type = "const Eigen::MatrixXd&"},
    %x: !mx.matrix<n x 1, f64> {mx.name = "x", mx.plain = "Eigen::VectorXd", mx.type = "const Eigen::VectorXd&"},
    %k: index {mx.name = "k", mx.type = "int"}) -> f64
    attributes {mx.cpp_name = "energy", mx.requests = [{of = array<i64: 1>, what = "hessian"}], mx.result = "double"} {
  %h = mx.loop times %k from %x : !mx.matrix<n x 1, f64> with %A : !mx.matrix<n x n, f64> -> !mx.matrix<n x 1, f64> {
  ^bb0(%i: index, %h0: !mx.matrix<n x 1, f64>, %a: !mx.matrix<n x n, f64>):
    %h1 = mx.mul %a, %h0 : !mx.matrix<n x n, f64>, !mx.matrix<n x 1, f64>
    mx.yield %h1 : !mx.matrix<n x 1, f64>
  }
  %s = mx.inner %h, %h : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64>
  return %s : f64
}
// CHECK: /// ∇²_x energy = t1
// CHECK-NEXT: ///   where t0 = I, then t0 ← A t0 for k2 = 0, …, k − 1
// CHECK-NEXT: ///   and t1 = 2 t0, then t1 ← Aᵀ t1 for k2 = 0, …, k − 1
