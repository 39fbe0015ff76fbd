// RUN: delgen %s -o - | FileCheck %s --match-full-lines

// A function that has mx.directions is printed as it stands; d⁰ has none.

// dynamic and fixed sizes, rows and columns, double and float
func.func @vector3(
    %x: !mx.matrix<3 x 1, f64> {mx.name = "x", mx.type = "const Eigen::Vector3d&"}) -> !mx.matrix<3 x 1, f64>
    attributes {mx.cpp_name = "vector3", mx.result = "Eigen::Vector3d", mx.directions = []} {
  %0 = mx.map "exp" %x : !mx.matrix<3 x 1, f64>
  %1 = mx.map "exp" %x : !mx.matrix<3 x 1, f64>
  %2 = mx.map "sin" %1 : !mx.matrix<3 x 1, f64>
  %3 = mx.hadamard %1, %2 : !mx.matrix<3 x 1, f64>, !mx.matrix<3 x 1, f64>
  return %3 : !mx.matrix<3 x 1, f64>
}
// CHECK-LABEL: /// d⁰vector3(x; ) = exp(x) ∘ sin(exp(x))
// CHECK-NEXT: inline Eigen::Vector3d vector3(const Eigen::Vector3d& x) {
// CHECK-NEXT:   const Eigen::Array3d t0 = x.array().exp();
// CHECK-NEXT:   return (t0 * t0.sin()).matrix();
// CHECK-NEXT: }

func.func @row2(
    %x: !mx.matrix<1 x 2, f64> {mx.name = "x", mx.type = "const Eigen::RowVector2d&"}) -> !mx.matrix<1 x 2, f64>
    attributes {mx.cpp_name = "row2", mx.result = "Eigen::RowVector2d", mx.directions = []} {
  %0 = mx.map "exp" %x : !mx.matrix<1 x 2, f64>
  %1 = mx.map "sin" %0 : !mx.matrix<1 x 2, f64>
  %2 = mx.hadamard %0, %1 : !mx.matrix<1 x 2, f64>, !mx.matrix<1 x 2, f64>
  return %2 : !mx.matrix<1 x 2, f64>
}
// CHECK-LABEL: /// d⁰row2(x; ) = exp(x) ∘ sin(exp(x))
// CHECK-NEXT: inline Eigen::RowVector2d row2(const Eigen::RowVector2d& x) {
// CHECK-NEXT:   const Eigen::Array<double, 1, 2> t0 = x.array().exp();
// CHECK-NEXT:   return (t0 * t0.sin()).matrix();
// CHECK-NEXT: }

func.func @row(
    %x: !mx.matrix<1 x n, f64> {mx.name = "x", mx.type = "const Eigen::RowVectorXd&"}) -> !mx.matrix<1 x n, f64>
    attributes {mx.cpp_name = "row", mx.result = "Eigen::RowVectorXd", mx.directions = []} {
  %0 = mx.map "exp" %x : !mx.matrix<1 x n, f64>
  %1 = mx.map "sin" %0 : !mx.matrix<1 x n, f64>
  %2 = mx.hadamard %0, %1 : !mx.matrix<1 x n, f64>, !mx.matrix<1 x n, f64>
  return %2 : !mx.matrix<1 x n, f64>
}
// CHECK-LABEL: /// d⁰row(x; ) = exp(x) ∘ sin(exp(x))
// CHECK-NEXT: inline Eigen::RowVectorXd row(const Eigen::RowVectorXd& x) {
// CHECK-NEXT:   const Eigen::Array<double, 1, Eigen::Dynamic> t0 = x.array().exp();
// CHECK-NEXT:   return (t0 * t0.sin()).matrix();
// CHECK-NEXT: }

func.func @matrix3f(
    %x: !mx.matrix<3 x 3, f32> {mx.name = "x", mx.type = "const Eigen::Matrix3f&"}) -> !mx.matrix<3 x 3, f32>
    attributes {mx.cpp_name = "matrix3f", mx.result = "Eigen::Matrix3f", mx.directions = []} {
  %0 = mx.mul %x, %x : !mx.matrix<3 x 3, f32>, !mx.matrix<3 x 3, f32>
  %1 = mx.map "sin" %0 : !mx.matrix<3 x 3, f32>
  %2 = mx.hadamard %0, %1 : !mx.matrix<3 x 3, f32>, !mx.matrix<3 x 3, f32>
  return %2 : !mx.matrix<3 x 3, f32>
}
// CHECK-LABEL: /// d⁰matrix3f(x; ) = sin(x x) ∘ (x x)
// CHECK-NEXT: inline Eigen::Matrix3f matrix3f(const Eigen::Matrix3f& x) {
// CHECK-NEXT:   const Eigen::Matrix3f t0 = x * x;
// CHECK-NEXT:   return (t0.array().sin() * t0.array()).matrix();
// CHECK-NEXT: }

func.func @half(
    %x: !mx.matrix<3 x n, f64> {mx.name = "x", mx.type = "const Eigen::Matrix<double, 3, Eigen::Dynamic>&"}) -> !mx.matrix<3 x n, f64>
    attributes {mx.cpp_name = "half", mx.result = "Eigen::Matrix<double, 3, Eigen::Dynamic>", mx.directions = []} {
  %0 = mx.transpose %x : !mx.matrix<3 x n, f64>
  %1 = mx.mul %x, %0, %x : !mx.matrix<3 x n, f64>, !mx.matrix<n x 3, f64>, !mx.matrix<3 x n, f64>
  %2 = mx.map "sin" %1 : !mx.matrix<3 x n, f64>
  %3 = mx.hadamard %1, %2 : !mx.matrix<3 x n, f64>, !mx.matrix<3 x n, f64>
  return %3 : !mx.matrix<3 x n, f64>
}
// CHECK-LABEL: /// d⁰half(x; ) = sin(x xᵀ x) ∘ (x xᵀ x)
// CHECK-NEXT: inline Eigen::Matrix<double, 3, Eigen::Dynamic> half(
// CHECK-NEXT:     const Eigen::Matrix<double, 3, Eigen::Dynamic>& x) {
// CHECK-NEXT:   const Eigen::Matrix3d t0 = x * x.transpose();
// CHECK-NEXT:   const Eigen::Matrix<double, 3, Eigen::Dynamic> t1 = t0 * x;
// CHECK-NEXT:   return (t1.array().sin() * t1.array()).matrix();
// CHECK-NEXT: }

func.func @seven(
    %x: !mx.matrix<7 x 1, f64> {mx.name = "x", mx.type = "const Eigen::Matrix<double, 7, 1>&"}) -> !mx.matrix<7 x 1, f64>
    attributes {mx.cpp_name = "seven", mx.result = "Eigen::Matrix<double, 7, 1>", mx.directions = []} {
  %0 = mx.constant 1.0 : f64
  %1 = mx.fill %0 : f64 -> <7 x 1, f64>
  %2 = mx.add %x, %1 : !mx.matrix<7 x 1, f64>, !mx.matrix<7 x 1, f64>
  %3 = mx.map "exp" %2 : !mx.matrix<7 x 1, f64>
  %4 = mx.map "sin" %3 : !mx.matrix<7 x 1, f64>
  %5 = mx.hadamard %3, %4 : !mx.matrix<7 x 1, f64>, !mx.matrix<7 x 1, f64>
  return %5 : !mx.matrix<7 x 1, f64>
}
// CHECK-LABEL: /// d⁰seven(x; ) = exp(x + 1) ∘ sin(exp(x + 1))
// CHECK-NEXT: inline Eigen::Matrix<double, 7, 1> seven(const Eigen::Matrix<double, 7, 1>& x) {
// CHECK-NEXT:   const Eigen::Array<double, 7, 1> t0 = (x.array() + 1.0).exp();
// CHECK-NEXT:   return (t0 * t0.sin()).matrix();
// CHECK-NEXT: }

func.func @vectorf(
    %x: !mx.matrix<n x 1, f32> {mx.name = "x", mx.type = "const Eigen::VectorXf&"}) -> !mx.matrix<n x 1, f32>
    attributes {mx.cpp_name = "vectorf", mx.result = "Eigen::VectorXf", mx.directions = []} {
  %0 = mx.map "exp" %x : !mx.matrix<n x 1, f32>
  %1 = mx.map "sin" %0 : !mx.matrix<n x 1, f32>
  %2 = mx.hadamard %0, %1 : !mx.matrix<n x 1, f32>, !mx.matrix<n x 1, f32>
  return %2 : !mx.matrix<n x 1, f32>
}
// CHECK-LABEL: /// d⁰vectorf(x; ) = exp(x) ∘ sin(exp(x))
// CHECK-NEXT: inline Eigen::VectorXf vectorf(const Eigen::VectorXf& x) {
// CHECK-NEXT:   const Eigen::ArrayXf t0 = x.array().exp();
// CHECK-NEXT:   return (t0 * t0.sin()).matrix();
// CHECK-NEXT: }

// a local variable is an Array where its users are
func.func @array_local(
    %x: !mx.matrix<n x 1, f64> {mx.name = "x", mx.type = "const Eigen::VectorXd&"}) -> !mx.matrix<n x 1, f64>
    attributes {mx.cpp_name = "array_local", mx.result = "Eigen::VectorXd", mx.directions = []} {
  %0 = mx.map "exp" %x : !mx.matrix<n x 1, f64>
  %1 = mx.map "sin" %0 : !mx.matrix<n x 1, f64>
  %2 = mx.hadamard %0, %1 : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64>
  return %2 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: /// d⁰array_local(x; ) = exp(x) ∘ sin(exp(x))
// CHECK-NEXT: inline Eigen::VectorXd array_local(const Eigen::VectorXd& x) {
// CHECK-NEXT:   const Eigen::ArrayXd t0 = x.array().exp();
// CHECK-NEXT:   return (t0 * t0.sin()).matrix();
// CHECK-NEXT: }

func.func @matrix_local(
    %a: !mx.matrix<n x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"},
    %x: !mx.matrix<n x 1, f64> {mx.name = "x", mx.type = "const Eigen::VectorXd&"}) -> !mx.matrix<n x 1, f64>
    attributes {mx.cpp_name = "matrix_local", mx.result = "Eigen::VectorXd", mx.directions = []} {
  %0 = mx.map "exp" %x : !mx.matrix<n x 1, f64>
  %1 = mx.mul %a, %0 : !mx.matrix<n x n, f64>, !mx.matrix<n x 1, f64>
  %2 = mx.transpose %a : !mx.matrix<n x n, f64>
  %3 = mx.mul %2, %0 : !mx.matrix<n x n, f64>, !mx.matrix<n x 1, f64>
  %4 = mx.add %1, %3 : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64>
  return %4 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: /// d⁰matrix_local(a; ) = a exp(x) + aᵀ exp(x)
// CHECK-NEXT: inline Eigen::VectorXd matrix_local(const Eigen::MatrixXd& a, const Eigen::VectorXd& x) {
// CHECK-NEXT:   const Eigen::VectorXd t0 = x.array().exp().matrix();
// CHECK-NEXT:   return a * t0 + a.transpose() * t0;
// CHECK-NEXT: }
