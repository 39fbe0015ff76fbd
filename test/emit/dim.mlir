// RUN: delgen %s -o - | FileCheck %s --match-full-lines

// A function that has mx.directions is printed as it stands; d⁰ has none.

func.func @dim(%l: !mx.list<!mx.matrix<_ x _, f64>> {mx.name = "l", mx.type = "const std::vector<Eigen::MatrixXd>&"},
    %i: index {mx.name = "i", mx.type = "Eigen::Index"}) -> f64
    attributes {mx.cpp_name = "dim", mx.result = "double", mx.directions = []} {
  %0 = mx.at %l[%i] : <!mx.matrix<_ x _, f64>> -> !mx.matrix<m x n, f64>
  %1 = mx.dim %0, 0 : <m x n, f64>
  %2 = mx.real %1 : f64
  %3 = mx.dim %0, 1 : <m x n, f64>
  %4 = mx.real %3 : f64
  %5 = mx.mul %2, %4 : f64, f64
  return %5 : f64
}
// CHECK-LABEL: /// d⁰dim(l; ) = rows(l[i]) cols(l[i])
// CHECK-NEXT: inline double dim(const std::vector<Eigen::MatrixXd>& l, Eigen::Index i) {
// CHECK-NEXT:   return static_cast<double>(l[std::size_t(i)].rows()) *
// CHECK-NEXT:       static_cast<double>(l[std::size_t(i)].cols());
// CHECK-NEXT: }
