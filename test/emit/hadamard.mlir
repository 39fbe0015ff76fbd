// RUN: delgen %s -o - | FileCheck %s --match-full-lines

// A function that has mx.directions is printed as it stands; d⁰ has none.

// two matrices, a quotient, more factors as arrays
func.func @product(
    %a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"},
    %b: !mx.matrix<m x n, f64> {mx.name = "b", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "product", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %0 = mx.hadamard %a, %b : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  return %0 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: /// d⁰product(a; ) = a ∘ b
// CHECK-NEXT: inline Eigen::MatrixXd product(const Eigen::MatrixXd& a, const Eigen::MatrixXd& b) {
// CHECK-NEXT:   return a.cwiseProduct(b);
// CHECK-NEXT: }

func.func @quotient(
    %a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"},
    %b: !mx.matrix<m x n, f64> {mx.name = "b", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "quotient", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %0 = mx.pow %b, -1.0 : !mx.matrix<m x n, f64>
  %1 = mx.hadamard %a, %0 : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  return %1 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: /// d⁰quotient(a; ) = a/b
// CHECK-NEXT: inline Eigen::MatrixXd quotient(const Eigen::MatrixXd& a, const Eigen::MatrixXd& b) {
// CHECK-NEXT:   return a.cwiseQuotient(b);
// CHECK-NEXT: }

func.func @three(%a: !mx.matrix<n x 1, f64> {mx.name = "a", mx.type = "const Eigen::VectorXd&"},
    %b: !mx.matrix<n x 1, f64> {mx.name = "b", mx.type = "const Eigen::VectorXd&"},
    %c: !mx.matrix<n x 1, f64> {mx.name = "c", mx.type = "const Eigen::VectorXd&"}) -> !mx.matrix<n x 1, f64>
    attributes {mx.cpp_name = "three", mx.result = "Eigen::VectorXd", mx.directions = []} {
  %0 = mx.hadamard %a, %b, %c : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64>
  return %0 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: /// d⁰three(a; ) = a ∘ b ∘ c
// CHECK-NEXT: inline Eigen::VectorXd three(const Eigen::VectorXd& a, const Eigen::VectorXd& b,
// CHECK-NEXT:                              const Eigen::VectorXd& c) {
// CHECK-NEXT:   return (a.array() * b.array() * c.array()).matrix();
// CHECK-NEXT: }

func.func @over(%a: !mx.matrix<n x 1, f64> {mx.name = "a", mx.type = "const Eigen::VectorXd&"},
    %b: !mx.matrix<n x 1, f64> {mx.name = "b", mx.type = "const Eigen::VectorXd&"},
    %c: !mx.matrix<n x 1, f64> {mx.name = "c", mx.type = "const Eigen::VectorXd&"}) -> !mx.matrix<n x 1, f64>
    attributes {mx.cpp_name = "over", mx.result = "Eigen::VectorXd", mx.directions = []} {
  %0 = mx.pow %b, -1.0 : !mx.matrix<n x 1, f64>
  %1 = mx.pow %c, -1.0 : !mx.matrix<n x 1, f64>
  %2 = mx.hadamard %a, %0, %1 : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64>
  return %2 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: /// d⁰over(a; ) = a/(b ∘ c)
// CHECK-NEXT: inline Eigen::VectorXd over(const Eigen::VectorXd& a, const Eigen::VectorXd& b,
// CHECK-NEXT:                             const Eigen::VectorXd& c) {
// CHECK-NEXT:   return (a.array() / b.array() / c.array()).matrix();
// CHECK-NEXT: }

func.func @below(%a: !mx.matrix<n x 1, f64> {mx.name = "a", mx.type = "const Eigen::VectorXd&"},
    %b: !mx.matrix<n x 1, f64> {mx.name = "b", mx.type = "const Eigen::VectorXd&"}) -> !mx.matrix<n x 1, f64>
    attributes {mx.cpp_name = "below", mx.result = "Eigen::VectorXd", mx.directions = []} {
  %0 = mx.pow %a, -1.0 : !mx.matrix<n x 1, f64>
  %1 = mx.pow %b, -1.0 : !mx.matrix<n x 1, f64>
  %2 = mx.hadamard %0, %1 : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64>
  return %2 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: /// d⁰below(a; ) = 1/(a ∘ b)
// CHECK-NEXT: inline Eigen::VectorXd below(const Eigen::VectorXd& a, const Eigen::VectorXd& b) {
// CHECK-NEXT:   return (a.array().inverse() / b.array()).matrix();
// CHECK-NEXT: }

func.func @scaled(%s: f64 {mx.name = "s", mx.type = "double"},
    %a: !mx.matrix<n x 1, f64> {mx.name = "a", mx.type = "const Eigen::VectorXd&"},
    %b: !mx.matrix<n x 1, f64> {mx.name = "b", mx.type = "const Eigen::VectorXd&"}) -> !mx.matrix<n x 1, f64>
    attributes {mx.cpp_name = "scaled", mx.result = "Eigen::VectorXd", mx.directions = []} {
  %0 = mx.hadamard %a, %b : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64>
  %1 = mx.mul %s, %0 : f64, !mx.matrix<n x 1, f64>
  return %1 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: /// d⁰scaled(s; ) = s (a ∘ b)
// CHECK-NEXT: inline Eigen::VectorXd scaled(double s, const Eigen::VectorXd& a, const Eigen::VectorXd& b) {
// CHECK-NEXT:   return s * a.cwiseProduct(b);
// CHECK-NEXT: }

func.func @sums(%a: !mx.matrix<n x 1, f64> {mx.name = "a", mx.type = "const Eigen::VectorXd&"},
    %b: !mx.matrix<n x 1, f64> {mx.name = "b", mx.type = "const Eigen::VectorXd&"},
    %c: !mx.matrix<n x 1, f64> {mx.name = "c", mx.type = "const Eigen::VectorXd&"}) -> !mx.matrix<n x 1, f64>
    attributes {mx.cpp_name = "sums", mx.result = "Eigen::VectorXd", mx.directions = []} {
  %0 = mx.add %a, %b : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64>
  %1 = mx.hadamard %0, %c : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64>
  return %1 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: /// d⁰sums(a; ) = c ∘ (a + b)
// CHECK-NEXT: inline Eigen::VectorXd sums(const Eigen::VectorXd& a, const Eigen::VectorXd& b,
// CHECK-NEXT:                             const Eigen::VectorXd& c) {
// CHECK-NEXT:   return c.cwiseProduct(a + b);
// CHECK-NEXT: }

// arrays stay arrays
func.func @arrays(
    %a: !mx.matrix<n x 1, f64> {mx.name = "a", mx.type = "const Eigen::ArrayXd&", mx.array},
    %b: !mx.matrix<n x 1, f64> {mx.name = "b", mx.type = "const Eigen::ArrayXd&", mx.array}) -> !mx.matrix<n x 1, f64>
    attributes {mx.cpp_name = "arrays", mx.result = "Eigen::ArrayXd", mx.array, mx.directions = []} {
  %0 = mx.hadamard %a, %b : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64>
  return %0 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: /// d⁰arrays(a; ) = a ∘ b
// CHECK-NEXT: inline Eigen::ArrayXd arrays(const Eigen::ArrayXd& a, const Eigen::ArrayXd& b) {
// CHECK-NEXT:   return a * b;
// CHECK-NEXT: }

func.func @mixed(
    %a: !mx.matrix<n x 1, f64> {mx.name = "a", mx.type = "const Eigen::ArrayXd&", mx.array},
    %b: !mx.matrix<n x 1, f64> {mx.name = "b", mx.type = "const Eigen::VectorXd&"}) -> !mx.matrix<n x 1, f64>
    attributes {mx.cpp_name = "mixed", mx.result = "Eigen::VectorXd", mx.directions = []} {
  %0 = mx.hadamard %a, %b : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64>
  return %0 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: /// d⁰mixed(a; ) = a ∘ b
// CHECK-NEXT: inline Eigen::VectorXd mixed(const Eigen::ArrayXd& a, const Eigen::VectorXd& b) {
// CHECK-NEXT:   return (a * b.array()).matrix();
// CHECK-NEXT: }
