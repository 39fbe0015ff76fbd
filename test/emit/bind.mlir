// RUN: delgen %s -o - | FileCheck %s --match-full-lines

// A function that has mx.directions is printed as it stands; d⁰ has none.

// a bound size is the integer that it stands for
func.func @bound(%n: index {mx.name = "n", mx.type = "Eigen::Index"},
    %s: f64 {mx.name = "s", mx.type = "double"}) -> !mx.matrix<k x 1, f64>
    attributes {mx.cpp_name = "bound", mx.result = "Eigen::VectorXd", mx.directions = []} {
  %0 = arith.constant 1 : index
  %1 = arith.addi %n, %0 : index
  %2 = arith.constant 2 : index
  %3 = arith.muli %1, %2 : index
  mx.bind "k" = %3
  %4 = mx.fill %s : f64 -> <k x 1, f64>
  return %4 : !mx.matrix<k x 1, f64>
}
// CHECK-LABEL: /// d⁰bound(n; ) = s
// CHECK-NEXT: inline Eigen::VectorXd bound(Eigen::Index n, double s) {
// CHECK-NEXT:   return Eigen::VectorXd::Constant((n + 1) * 2, s);
// CHECK-NEXT: }

func.func @quotient(%n: index {mx.name = "n", mx.type = "Eigen::Index"},
    %m: index {mx.name = "m", mx.type = "Eigen::Index"},
    %s: f64 {mx.name = "s", mx.type = "double"}) -> !mx.matrix<k x 1, f64>
    attributes {mx.cpp_name = "quotient", mx.result = "Eigen::VectorXd", mx.directions = []} {
  %0 = arith.constant 2 : index
  %1 = arith.muli %m, %0 : index
  %2 = arith.divsi %n, %1 : index
  mx.bind "k" = %2
  %3 = mx.fill %s : f64 -> <k x 1, f64>
  return %3 : !mx.matrix<k x 1, f64>
}
// CHECK-LABEL: /// d⁰quotient(n; ) = s
// CHECK-NEXT: inline Eigen::VectorXd quotient(Eigen::Index n, Eigen::Index m, double s) {
// CHECK-NEXT:   return Eigen::VectorXd::Constant(n / (m * 2), s);
// CHECK-NEXT: }

func.func @rest(%n: index {mx.name = "n", mx.type = "Eigen::Index"},
    %m: index {mx.name = "m", mx.type = "Eigen::Index"},
    %s: f64 {mx.name = "s", mx.type = "double"}) -> !mx.matrix<k x 1, f64>
    attributes {mx.cpp_name = "rest", mx.result = "Eigen::VectorXd", mx.directions = []} {
  %0 = arith.remsi %n, %m : index
  %1 = arith.subi %n, %0 : index
  mx.bind "k" = %1
  %2 = mx.fill %s : f64 -> <k x 1, f64>
  return %2 : !mx.matrix<k x 1, f64>
}
// CHECK-LABEL: /// d⁰rest(n; ) = s
// CHECK-NEXT: inline Eigen::VectorXd rest(Eigen::Index n, Eigen::Index m, double s) {
// CHECK-NEXT:   return Eigen::VectorXd::Constant(n - n % m, s);
// CHECK-NEXT: }
