// RUN: delgen %s -o - | FileCheck %s --match-full-lines

// A function that has mx.directions is printed as it stands; d⁰ has none.

func.func @count(%l: !mx.list<f64> {mx.name = "l", mx.type = "const std::vector<double>&", mx.plain = "std::vector<double>"}) -> f64
    attributes {mx.cpp_name = "count", mx.result = "double", mx.directions = []} {
  %0 = mx.length %l : !mx.list<f64>
  %1 = arith.constant 1 : index
  %2 = arith.subi %0, %1 : index
  %3 = mx.at %l[%2] : !mx.list<f64> -> f64
  %4 = mx.real %0 : f64
  %5 = mx.mul %3, %4 : f64, f64
  return %5 : f64
}
// CHECK-LABEL: /// d⁰count(l; ) = l[|l| − 1] |l|
// CHECK-NEXT: inline double count(const std::vector<double>& l) {
// CHECK-NEXT:   const Eigen::Index length = static_cast<Eigen::Index>(l.size());
// CHECK-NEXT:   const Eigen::Index i = length - 1;
// CHECK-NEXT:   return l[std::size_t(i)] * static_cast<double>(length);
// CHECK-NEXT: }
