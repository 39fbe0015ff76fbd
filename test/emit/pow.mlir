// RUN: delgen %s -o - | FileCheck %s --match-full-lines

// A function that has mx.directions is printed as it stands; d⁰ has none.

// scalars: products, divisions, roots, the power function
func.func @square(%a: f64 {mx.name = "a", mx.type = "double"}) -> f64
    attributes {mx.cpp_name = "square", mx.result = "double", mx.directions = []} {
  %0 = mx.pow %a, 2.0 : f64
  return %0 : f64
}
// CHECK-LABEL: /// d⁰square(a; ) = a²
// CHECK-NEXT: inline double square(double a) {
// CHECK-NEXT:   return a * a;
// CHECK-NEXT: }

func.func @cube(%a: f64 {mx.name = "a", mx.type = "double"},
    %b: f64 {mx.name = "b", mx.type = "double"}) -> f64
    attributes {mx.cpp_name = "cube", mx.result = "double", mx.directions = []} {
  %0 = mx.add %a, %b : f64, f64
  %1 = mx.pow %0, 3.0 : f64
  return %1 : f64
}
// CHECK-LABEL: /// d⁰cube(a; ) = (a + b)³
// CHECK-NEXT: inline double cube(double a, double b) {
// CHECK-NEXT:   const double t0 = a + b;
// CHECK-NEXT:   return t0 * t0 * t0;
// CHECK-NEXT: }

func.func @inverse(%a: f64 {mx.name = "a", mx.type = "double"},
    %b: f64 {mx.name = "b", mx.type = "double"}) -> f64
    attributes {mx.cpp_name = "inverse", mx.result = "double", mx.directions = []} {
  %0 = mx.add %a, %b : f64, f64
  %1 = mx.pow %0, -1.0 : f64
  return %1 : f64
}
// CHECK-LABEL: /// d⁰inverse(a; ) = 1/(a + b)
// CHECK-NEXT: inline double inverse(double a, double b) {
// CHECK-NEXT:   return 1.0 / (a + b);
// CHECK-NEXT: }

func.func @root(%a: f64 {mx.name = "a", mx.type = "double"}) -> f64
    attributes {mx.cpp_name = "root", mx.result = "double", mx.directions = []} {
  %0 = mx.pow %a, 0.5 : f64
  return %0 : f64
}
// CHECK-LABEL: /// d⁰root(a; ) = √(a)
// CHECK-NEXT: inline double root(double a) {
// CHECK-NEXT:   return std::sqrt(a);
// CHECK-NEXT: }

func.func @inverse_root(%a: f64 {mx.name = "a", mx.type = "double"}) -> f64
    attributes {mx.cpp_name = "inverse_root", mx.result = "double", mx.directions = []} {
  %0 = mx.pow %a, -0.5 : f64
  return %0 : f64
}
// CHECK-LABEL: /// d⁰inverse_root(a; ) = 1/√(a)
// CHECK-NEXT: inline double inverse_root(double a) {
// CHECK-NEXT:   return 1.0 / std::sqrt(a);
// CHECK-NEXT: }

func.func @quarter(%a: f64 {mx.name = "a", mx.type = "double"}) -> f64
    attributes {mx.cpp_name = "quarter", mx.result = "double", mx.directions = []} {
  %0 = mx.pow %a, 0.25 : f64
  return %0 : f64
}
// CHECK-LABEL: /// d⁰quarter(a; ) = a^(0.25)
// CHECK-NEXT: inline double quarter(double a) {
// CHECK-NEXT:   return std::pow(a, 0.25);
// CHECK-NEXT: }

func.func @large(%a: f64 {mx.name = "a", mx.type = "double"}) -> f64
    attributes {mx.cpp_name = "large", mx.result = "double", mx.directions = []} {
  %0 = mx.pow %a, 40.0 : f64
  return %0 : f64
}
// CHECK-LABEL: /// d⁰large(a; ) = a⁴⁰
// CHECK-NEXT: inline double large(double a) {
// CHECK-NEXT:   return std::pow(a, 40.0);
// CHECK-NEXT: }

func.func @single(%a: f32 {mx.name = "a", mx.type = "float"}) -> f32
    attributes {mx.cpp_name = "single", mx.result = "float", mx.directions = []} {
  %0 = mx.pow %a, 0.25 : f32
  return %0 : f32
}
// CHECK-LABEL: /// d⁰single(a; ) = a^(0.25)
// CHECK-NEXT: inline float single(float a) {
// CHECK-NEXT:   return std::pow(a, 0.25f);
// CHECK-NEXT: }

func.func @inverse_square(%a: f64 {mx.name = "a", mx.type = "double"}) -> f64
    attributes {mx.cpp_name = "inverse_square", mx.result = "double", mx.directions = []} {
  %0 = mx.pow %a, -2.0 : f64
  return %0 : f64
}
// CHECK-LABEL: /// d⁰inverse_square(a; ) = 1/a²
// CHECK-NEXT: inline double inverse_square(double a) {
// CHECK-NEXT:   return 1.0 / (a * a);
// CHECK-NEXT: }

// matrices and arrays: by the functions of Eigen
func.func @matrix_square(
    %a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "matrix_square", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %0 = mx.pow %a, 2.0 : !mx.matrix<m x n, f64>
  return %0 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: /// d⁰matrix_square(a; ) = a²
// CHECK-NEXT: inline Eigen::MatrixXd matrix_square(const Eigen::MatrixXd& a) {
// CHECK-NEXT:   return a.cwiseAbs2();
// CHECK-NEXT: }

func.func @matrix_cube(
    %a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "matrix_cube", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %0 = mx.pow %a, 3.0 : !mx.matrix<m x n, f64>
  return %0 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: /// d⁰matrix_cube(a; ) = a³
// CHECK-NEXT: inline Eigen::MatrixXd matrix_cube(const Eigen::MatrixXd& a) {
// CHECK-NEXT:   return a.array().cube().matrix();
// CHECK-NEXT: }

func.func @matrix_root(
    %a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "matrix_root", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %0 = mx.pow %a, 0.5 : !mx.matrix<m x n, f64>
  return %0 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: /// d⁰matrix_root(a; ) = √(a)
// CHECK-NEXT: inline Eigen::MatrixXd matrix_root(const Eigen::MatrixXd& a) {
// CHECK-NEXT:   return a.cwiseSqrt();
// CHECK-NEXT: }

func.func @matrix_inverse(
    %a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "matrix_inverse", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %0 = mx.pow %a, -1.0 : !mx.matrix<m x n, f64>
  return %0 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: /// d⁰matrix_inverse(a; ) = 1/a
// CHECK-NEXT: inline Eigen::MatrixXd matrix_inverse(const Eigen::MatrixXd& a) {
// CHECK-NEXT:   return a.cwiseInverse();
// CHECK-NEXT: }

func.func @matrix_power(
    %a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "matrix_power", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %0 = mx.pow %a, 2.5 : !mx.matrix<m x n, f64>
  return %0 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: /// d⁰matrix_power(a; ) = a^(2.5)
// CHECK-NEXT: inline Eigen::MatrixXd matrix_power(const Eigen::MatrixXd& a) {
// CHECK-NEXT:   const Eigen::MatrixXd t0 = a.cwiseSqrt();
// CHECK-NEXT:   return t0.cwiseProduct(t0.cwiseAbs2().cwiseAbs2());
// CHECK-NEXT: }

func.func @array_square(
    %x: !mx.matrix<n x 1, f64> {mx.name = "x", mx.type = "const Eigen::ArrayXd&", mx.array}) -> !mx.matrix<n x 1, f64>
    attributes {mx.cpp_name = "array_square", mx.result = "Eigen::ArrayXd", mx.array, mx.directions = []} {
  %0 = mx.pow %x, 2.0 : !mx.matrix<n x 1, f64>
  return %0 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: /// d⁰array_square(x; ) = x²
// CHECK-NEXT: inline Eigen::ArrayXd array_square(const Eigen::ArrayXd& x) {
// CHECK-NEXT:   return x.square();
// CHECK-NEXT: }

func.func @array_root(
    %x: !mx.matrix<n x 1, f64> {mx.name = "x", mx.type = "const Eigen::ArrayXd&", mx.array}) -> !mx.matrix<n x 1, f64>
    attributes {mx.cpp_name = "array_root", mx.result = "Eigen::ArrayXd", mx.array, mx.directions = []} {
  %0 = mx.pow %x, -0.5 : !mx.matrix<n x 1, f64>
  return %0 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: /// d⁰array_root(x; ) = 1/√(x)
// CHECK-NEXT: inline Eigen::ArrayXd array_root(const Eigen::ArrayXd& x) {
// CHECK-NEXT:   return x.sqrt().inverse();
// CHECK-NEXT: }
