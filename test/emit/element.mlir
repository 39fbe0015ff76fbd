// RUN: delgen %s -o - | FileCheck %s --match-full-lines

// A function that has mx.directions is printed as it stands; d⁰ has none.

// a vector has one place, a matrix two
func.func @column(%x: !mx.matrix<n x 1, f64> {mx.name = "x", mx.type = "const Eigen::VectorXd&"},
    %i: index {mx.name = "i", mx.type = "Eigen::Index"}) -> f64
    attributes {mx.cpp_name = "column", mx.result = "double", mx.directions = []} {
  %0 = arith.constant 0 : index
  %1 = mx.element %x[%i, %0] : <n x 1, f64>
  return %1 : f64
}
// CHECK-LABEL: /// d⁰column(x; ) = x[i]
// CHECK-NEXT: inline double column(const Eigen::VectorXd& x, Eigen::Index i) {
// CHECK-NEXT:   return x(i);
// CHECK-NEXT: }

func.func @row(%x: !mx.matrix<1 x n, f64> {mx.name = "x", mx.type = "const Eigen::RowVectorXd&"},
    %i: index {mx.name = "i", mx.type = "Eigen::Index"}) -> f64
    attributes {mx.cpp_name = "row", mx.result = "double", mx.directions = []} {
  %0 = arith.constant 0 : index
  %1 = mx.element %x[%0, %i] : <1 x n, f64>
  return %1 : f64
}
// CHECK-LABEL: /// d⁰row(x; ) = x[i]
// CHECK-NEXT: inline double row(const Eigen::RowVectorXd& x, Eigen::Index i) {
// CHECK-NEXT:   return x(i);
// CHECK-NEXT: }

func.func @matrix(%a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"},
    %i: index {mx.name = "i", mx.type = "Eigen::Index"},
    %j: index {mx.name = "j", mx.type = "Eigen::Index"}) -> f64
    attributes {mx.cpp_name = "matrix", mx.result = "double", mx.directions = []} {
  %0 = mx.element %a[%i, %j] : <m x n, f64>
  return %0 : f64
}
// CHECK-LABEL: /// d⁰matrix(a; ) = a[i, j]
// CHECK-NEXT: inline double matrix(const Eigen::MatrixXd& a, Eigen::Index i, Eigen::Index j) {
// CHECK-NEXT:   return a(i, j);
// CHECK-NEXT: }

func.func @product(
    %a: !mx.matrix<n x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"},
    %x: !mx.matrix<n x 1, f64> {mx.name = "x", mx.type = "const Eigen::VectorXd&"},
    %i: index {mx.name = "i", mx.type = "Eigen::Index"}) -> f64
    attributes {mx.cpp_name = "product", mx.result = "double", mx.directions = []} {
  %0 = mx.mul %a, %x : !mx.matrix<n x n, f64>, !mx.matrix<n x 1, f64>
  %1 = arith.constant 0 : index
  %2 = mx.element %0[%i, %1] : <n x 1, f64>
  return %2 : f64
}
// CHECK-LABEL: /// d⁰product(a; ) = ⟨a[i, :]ᵀ, x⟩
// CHECK-NEXT: inline double product(const Eigen::MatrixXd& a, const Eigen::VectorXd& x, Eigen::Index i) {
// CHECK-NEXT:   return a.row(i).dot(x);
// CHECK-NEXT: }

func.func @offset(%x: !mx.matrix<n x 1, f64> {mx.name = "x", mx.type = "const Eigen::VectorXd&"},
    %i: index {mx.name = "i", mx.type = "Eigen::Index"}) -> f64
    attributes {mx.cpp_name = "offset", mx.result = "double", mx.directions = []} {
  %0 = arith.addi %i, %i : index
  %1 = arith.constant 1 : index
  %2 = arith.addi %i, %1 : index
  %3 = arith.subi %0, %2 : index
  %4 = arith.constant 0 : index
  %5 = mx.element %x[%3, %4] : <n x 1, f64>
  return %5 : f64
}
// CHECK-LABEL: /// d⁰offset(x; ) = x[i − 1]
// CHECK-NEXT: inline double offset(const Eigen::VectorXd& x, Eigen::Index i) {
// CHECK-NEXT:   return x(i - 1);
// CHECK-NEXT: }

// an integer narrower than Eigen::Index is converted
func.func @narrow(%x: !mx.matrix<n x 1, f64> {mx.name = "x", mx.type = "const Eigen::VectorXd&"},
    %i: index {mx.name = "i", mx.type = "unsigned"}) -> f64
    attributes {mx.cpp_name = "narrow", mx.result = "double", mx.directions = []} {
  %0 = arith.constant 0 : index
  %1 = mx.element %x[%i, %0] : <n x 1, f64>
  return %1 : f64
}
// CHECK-LABEL: /// d⁰narrow(x; ) = x[i]
// CHECK-NEXT: inline double narrow(const Eigen::VectorXd& x, unsigned i) {
// CHECK-NEXT:   return x(static_cast<Eigen::Index>(i));
// CHECK-NEXT: }
