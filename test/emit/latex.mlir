// The formulas as LaTeX: fractions, norms, escaped names.
//
// RUN: delgen %s --emit=latex -o - | FileCheck %s --match-full-lines

func.func @ridge(%x: !mx.matrix<n x 1, f64> {mx.name = "x", mx.type = "const Eigen::VectorXd&"},
    %w: !mx.matrix<n x 1, f64> {mx.name = "w_0", mx.type = "const Eigen::VectorXd&"}) -> f64
    attributes {mx.cpp_name = "ridge", mx.result = "double", mx.del = [array<i64: 0>]} {
  %0 = mx.inner %x, %x : <n x 1, f64>, <n x 1, f64>
  %1 = mx.pow %0, -0.5 : f64
  %2 = mx.inner %w, %x : <n x 1, f64>, <n x 1, f64>
  %3 = mx.mul %1, %2 : f64, f64
  return %3 : f64
}

func.func @layer(%a: !mx.matrix<m x n, f64> {mx.name = "A", mx.type = "const Eigen::MatrixXd&"},
    %x: !mx.matrix<n x 1, f64> {mx.name = "x", mx.type = "const Eigen::VectorXd&"})
    -> !mx.matrix<n x 1, f64>
    attributes {mx.cpp_name = "layer", mx.result = "Eigen::VectorXd", mx.del = [array<i64: 1, 1>]} {
  %0 = mx.mul %a, %x : !mx.matrix<m x n, f64>, !mx.matrix<n x 1, f64>
  %1 = mx.map "tanh" %0 : !mx.matrix<m x 1, f64>
  %2 = mx.transpose %a : !mx.matrix<m x n, f64>
  %3 = mx.mul %2, %1 : !mx.matrix<n x m, f64>, !mx.matrix<m x 1, f64>
  return %3 : !mx.matrix<n x 1, f64>
}

func.func @parts(%a: !mx.matrix<m x n, f64> {mx.name = "A", mx.type = "const Eigen::MatrixXd&"},
    %x: !mx.matrix<n x 1, f64> {mx.name = "x", mx.type = "const Eigen::VectorXd&"})
    -> !mx.matrix<3 x 1, f64>
    attributes {mx.cpp_name = "parts", mx.result = "Eigen::Vector3d", mx.del = [array<i64: 1>]} {
  %0 = arith.constant 0 : index
  %1 = arith.constant 1 : index
  %2 = arith.constant 2 : index
  %3 = mx.slice %a[%0, %0] : <m x n, f64> -> <2 x n, f64>
  %4 = mx.mul %3, %x : !mx.matrix<2 x n, f64>, !mx.matrix<n x 1, f64>
  %5 = mx.element %x[%1, %0] : <n x 1, f64>
  %6 = mx.assemble %4, %5 at [%0, %2], [%0, %0] : !mx.matrix<2 x 1, f64>, f64 -> <3 x 1, f64>
  %7 = mx.reverse %6 {cols = false, rows = true} : <3 x 1, f64>
  return %7 : !mx.matrix<3 x 1, f64>
}

// CHECK: % ridge_d1_x
// CHECK-NEXT: \begin{align*}
// CHECK-NEXT: d^{1}\,\mathit{ridge}(x;\ \delta) &= \frac{\left\langle \mathit{w\_0}, \delta \right\rangle}{\left\|x\right\|} - \frac{\left\langle x, \mathit{w\_0} \right\rangle \left\langle x, \delta \right\rangle}{\left\|x\right\|^{3}}
// CHECK-NEXT: \end{align*}
// CHECK-NEXT: % layer_d2_x
// CHECK-NEXT: \begin{align*}
// CHECK-NEXT: d^{2}\,\mathit{layer}(x;\ \Delta_{1}, \Delta_{2}) &= -2 A^{\top} \left(\left(1 - \tanh\left(A x\right)^{2}\right) \circ \tanh\left(A x\right) \circ \left(A \Delta_{1}\right) \circ \left(A \Delta_{2}\right)\right)
// CHECK-NEXT: \end{align*}
// CHECK-NEXT: % parts_d1_x
// CHECK-NEXT: \begin{align*}
// CHECK-NEXT: d^{1}\,\mathit{parts}(x;\ \delta) &= \operatorname{reverse}\left(\mathit{t0}\right) \\
// CHECK-NEXT: \text{where } \mathit{t0} &= \begin{bmatrix} A_{0{:}2, :} \delta \\ \delta_{1} \end{bmatrix}
// CHECK-NEXT: \end{align*}
