// What C++ has no spelling for is refused where it stands.
//
// RUN: split-file %s %t
// RUN: not delgen %t/infinite.mlir -o %t/infinite.h 2>&1 | FileCheck %t/infinite.mlir
// RUN: not delgen %t/size.mlir -o %t/size.h 2>&1 | FileCheck %t/size.mlir
// RUN: not ls %t/infinite.h %t/size.h

//--- infinite.mlir
func.func @infinite(%a: f64 {mx.name = "a", mx.type = "double"}) -> f64
    attributes {mx.cpp_name = "infinite", mx.result = "double", mx.directions = []} {
  // CHECK: infinite.mlir:[[@LINE+1]]:8: error: a constant of this expression overflows; scale the function
  %0 = mx.constant 0x7FF0000000000000 : f64
  %1 = mx.add %a, %0 : f64, f64
  return %1 : f64
}

//--- size.mlir
// CHECK: size.mlir:[[@LINE+1]]:1: error: no parameter tells how large the result of a call is (its size is 'n'); pass a matrix of that size
func.func @size(%a: f64 {mx.name = "a", mx.type = "double"}) -> !mx.matrix<n x 1, f64>
    attributes {mx.cpp_name = "size", mx.result = "Eigen::VectorXd", mx.directions = []} {
  %0 = mx.fill %a : f64 -> <n x 1, f64>
  return %0 : !mx.matrix<n x 1, f64>
}
