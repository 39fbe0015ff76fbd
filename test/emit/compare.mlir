// RUN: delgen %s -o - | FileCheck %s --match-full-lines

// A function that has mx.directions is printed as it stands; d⁰ has none.

// as a number
func.func @less(%a: f64 {mx.name = "a", mx.type = "double"},
    %b: f64 {mx.name = "b", mx.type = "double"}) -> f64
    attributes {mx.cpp_name = "less", mx.result = "double", mx.directions = []} {
  %0 = mx.compare "lt" %a, %b : f64, f64
  return %0 : f64
}
// CHECK-LABEL: /// d⁰less(a; ) = [a < b]
// CHECK-NEXT: inline double less(double a, double b) {
// CHECK-NEXT:   return static_cast<double>(a < b);
// CHECK-NEXT: }

func.func @at_most(%a: f64 {mx.name = "a", mx.type = "double"},
    %b: f64 {mx.name = "b", mx.type = "double"}) -> f64
    attributes {mx.cpp_name = "at_most", mx.result = "double", mx.directions = []} {
  %0 = mx.compare "le" %a, %b : f64, f64
  return %0 : f64
}
// CHECK-LABEL: /// d⁰at_most(a; ) = [a ≤ b]
// CHECK-NEXT: inline double at_most(double a, double b) {
// CHECK-NEXT:   return static_cast<double>(a <= b);
// CHECK-NEXT: }

func.func @greater(%a: f64 {mx.name = "a", mx.type = "double"},
    %b: f64 {mx.name = "b", mx.type = "double"}) -> f64
    attributes {mx.cpp_name = "greater", mx.result = "double", mx.directions = []} {
  %0 = mx.compare "gt" %a, %b : f64, f64
  return %0 : f64
}
// CHECK-LABEL: /// d⁰greater(a; ) = [a > b]
// CHECK-NEXT: inline double greater(double a, double b) {
// CHECK-NEXT:   return static_cast<double>(a > b);
// CHECK-NEXT: }

func.func @at_least(%a: f64 {mx.name = "a", mx.type = "double"},
    %b: f64 {mx.name = "b", mx.type = "double"}) -> f64
    attributes {mx.cpp_name = "at_least", mx.result = "double", mx.directions = []} {
  %0 = mx.compare "ge" %a, %b : f64, f64
  return %0 : f64
}
// CHECK-LABEL: /// d⁰at_least(a; ) = [a ≥ b]
// CHECK-NEXT: inline double at_least(double a, double b) {
// CHECK-NEXT:   return static_cast<double>(a >= b);
// CHECK-NEXT: }

func.func @equal(%a: f64 {mx.name = "a", mx.type = "double"},
    %b: f64 {mx.name = "b", mx.type = "double"}) -> f64
    attributes {mx.cpp_name = "equal", mx.result = "double", mx.directions = []} {
  %0 = mx.compare "eq" %a, %b : f64, f64
  return %0 : f64
}
// CHECK-LABEL: /// d⁰equal(a; ) = [a = b]
// CHECK-NEXT: inline double equal(double a, double b) {
// CHECK-NEXT:   return static_cast<double>(a == b);
// CHECK-NEXT: }

func.func @unequal(%a: f64 {mx.name = "a", mx.type = "double"},
    %b: f64 {mx.name = "b", mx.type = "double"}) -> f64
    attributes {mx.cpp_name = "unequal", mx.result = "double", mx.directions = []} {
  %0 = mx.compare "ne" %a, %b : f64, f64
  return %0 : f64
}
// CHECK-LABEL: /// d⁰unequal(a; ) = [a ≠ b]
// CHECK-NEXT: inline double unequal(double a, double b) {
// CHECK-NEXT:   return static_cast<double>(a != b);
// CHECK-NEXT: }

func.func @matrix(%a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"},
    %s: f64 {mx.name = "s", mx.type = "double"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "matrix", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %0 = mx.fill %s : f64 -> <m x n, f64>
  %1 = mx.compare "gt" %a, %0 : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  return %1 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: /// d⁰matrix(a; ) = [a > s]
// CHECK-NEXT: inline Eigen::MatrixXd matrix(const Eigen::MatrixXd& a, double s) {
// CHECK-NEXT:   return (a.array() > s).cast<double>().matrix();
// CHECK-NEXT: }

// as a condition alone
func.func @condition(%a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"},
    %b: !mx.matrix<m x n, f64> {mx.name = "b", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "condition", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %0 = mx.compare "gt" %a, %b {mx.local} : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  %1 = mx.select %0, %a, %b : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  %2 = mx.select %0, %b, %a : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  %3 = mx.hadamard %1, %2 : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  return %3 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: /// d⁰condition(a; ) = (a if a > b else b) ∘ (b if a > b else a)
// CHECK-NEXT: inline Eigen::MatrixXd condition(const Eigen::MatrixXd& a, const Eigen::MatrixXd& b) {
// CHECK-NEXT:   const Eigen::Array<bool, Eigen::Dynamic, Eigen::Dynamic> t0 = a.array() > b.array();
// CHECK-NEXT:   return t0.select(a, b).cwiseProduct(t0.select(b, a));
// CHECK-NEXT: }

// of integers
func.func @integers(%a: f64 {mx.name = "a", mx.type = "double"},
    %k: index {mx.name = "k", mx.type = "int"}) -> f64
    attributes {mx.cpp_name = "integers", mx.result = "double", mx.directions = []} {
  %0 = mx.real %k : f64
  %1 = mx.constant 2.0 : f64
  %2 = mx.compare "ge" %0, %1 : f64, f64
  %3 = mx.constant 0.0 : f64
  %4 = mx.select %2, %a, %3 : f64, f64, f64
  return %4 : f64
}
// CHECK-LABEL: /// d⁰integers(a; ) = (a if k ≥ 2 else 0)
// CHECK-NEXT: inline double integers(double a, int k) {
// CHECK-NEXT:   return k >= 2 ? a : 0.0;
// CHECK-NEXT: }

// a bool is its own comparison with 0
func.func @of_bool(%a: f64 {mx.name = "a", mx.type = "double"},
    %c: index {mx.name = "c", mx.type = "bool"}) -> f64
    attributes {mx.cpp_name = "of_bool", mx.result = "double", mx.directions = []} {
  %0 = mx.real %c : f64
  %1 = mx.constant 0.0 : f64
  %2 = mx.compare "eq" %0, %1 : f64, f64
  %3 = mx.select %2, %a, %1 : f64, f64, f64
  return %3 : f64
}
// CHECK-LABEL: /// d⁰of_bool(a; ) = (a if c = 0 else 0)
// CHECK-NEXT: inline double of_bool(double a, bool c) {
// CHECK-NEXT:   return !c ? a : 0.0;
// CHECK-NEXT: }
