// RUN: delgen-opt %s --mx-differentiate --canonicalize | FileCheck %s

// d(a b) = da b + a db, each tangent in the place of its factor
func.func @product(%a: !mx.matrix<m x k, f64> {mx.name = "a"},
    %b: !mx.matrix<k x n, f64> {mx.name = "b"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "product", mx.del = [array<i64: 0>, array<i64: 1>]} {
  %0 = mx.mul %a, %b : !mx.matrix<m x k, f64>, !mx.matrix<k x n, f64>
  return %0 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @product_d1_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.mul %[[D1_A]], %[[B]] :
// CHECK-NEXT: return %[[T0]] :
// CHECK-LABEL: func.func @product_d1_b(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:{{.*}}%[[D1_B:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.mul %[[A]], %[[D1_B]] :
// CHECK-NEXT: return %[[T0]] :

func.func @square(%x: !mx.matrix<n x n, f64> {mx.name = "x"}) -> !mx.matrix<n x n, f64>
    attributes {mx.cpp_name = "square", mx.del = [array<i64: 0>]} {
  %0 = mx.mul %x, %x : !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>
  return %0 : !mx.matrix<n x n, f64>
}
// CHECK-LABEL: func.func @square_d1_x(
// CHECK-SAME: %[[X:[^:]+]]:{{.*}}%[[D1_X:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.mul %[[D1_X]], %[[X]] :
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[X]], %[[D1_X]] :
// CHECK-NEXT: %[[T2:.+]] = mx.add %[[T0]], %[[T1]] :
// CHECK-NEXT: return %[[T2]] :

func.func @outer(%x: !mx.matrix<n x 1, f64> {mx.name = "x"}) -> !mx.matrix<n x n, f64>
    attributes {mx.cpp_name = "outer", mx.del = [array<i64: 0>]} {
  %0 = mx.transpose %x : !mx.matrix<n x 1, f64>
  %1 = mx.mul %x, %0 : !mx.matrix<n x 1, f64>, !mx.matrix<1 x n, f64>
  return %1 : !mx.matrix<n x n, f64>
}
// CHECK-LABEL: func.func @outer_d1_x(
// CHECK-SAME: %[[X:[^:]+]]:{{.*}}%[[D1_X:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.transpose %[[X]] :
// CHECK-NEXT: %[[T1:.+]] = mx.transpose %[[D1_X]] :
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[D1_X]], %[[T0]] :
// CHECK-NEXT: %[[T3:.+]] = mx.mul %[[X]], %[[T1]] :
// CHECK-NEXT: %[[T4:.+]] = mx.add %[[T2]], %[[T3]] :
// CHECK-NEXT: return %[[T4]] :

// d(s a) = ds a + s da
func.func @scaled(%s: f64 {mx.name = "s"},
    %a: !mx.matrix<m x n, f64> {mx.name = "a"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "scaled", mx.del = [array<i64: 0>, array<i64: 1>]} {
  %0 = mx.mul %s, %a : f64, !mx.matrix<m x n, f64>
  return %0 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: func.func @scaled_d1_s(
// CHECK-SAME: %[[S:[^:]+]]:{{.*}}%[[A:[^:]+]]:{{.*}}%[[D1_S:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.mul %[[D1_S]], %[[A]] :
// CHECK-NEXT: return %[[T0]] :
// CHECK-LABEL: func.func @scaled_d1_a(
// CHECK-SAME: %[[S:[^:]+]]:{{.*}}%[[A:[^:]+]]:{{.*}}%[[D1_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.mul %[[S]], %[[D1_A]] :
// CHECK-NEXT: return %[[T0]] :

// a product of n factors has n terms
func.func @cube(%s: f64 {mx.name = "s"}) -> f64
    attributes {mx.cpp_name = "cube", mx.del = [array<i64: 0>]} {
  %0 = mx.mul %s, %s, %s : f64, f64, f64
  return %0 : f64
}
// CHECK-LABEL: func.func @cube_d1_s(
// CHECK-SAME: %[[S:[^:]+]]:{{.*}}%[[D1_S:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.mul %[[D1_S]], %[[S]], %[[S]] :
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[S]], %[[D1_S]], %[[S]] :
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[S]], %[[S]], %[[D1_S]] :
// CHECK-NEXT: %[[T3:.+]] = mx.add %[[T0]], %[[T1]], %[[T2]] :
// CHECK-NEXT: return %[[T3]] :

func.func @sandwich(%a: !mx.matrix<m x n, f64> {mx.name = "a"},
    %x: !mx.matrix<n x n, f64> {mx.name = "x"},
    %b: !mx.matrix<n x p, f64> {mx.name = "b"}) -> !mx.matrix<m x p, f64>
    attributes {mx.cpp_name = "sandwich", mx.del = [array<i64: 1>]} {
  %0 = mx.mul %a, %x, %b : !mx.matrix<m x n, f64>, !mx.matrix<n x n, f64>, !mx.matrix<n x p, f64>
  return %0 : !mx.matrix<m x p, f64>
}
// CHECK-LABEL: func.func @sandwich_d1_x(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[X:[^:]+]]:{{.*}}%[[B:[^:]+]]:{{.*}}%[[D1_X:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.mul %[[A]], %[[D1_X]], %[[B]] :
// CHECK-NEXT: return %[[T0]] :

// d²(x x)(δ, Δ) = δ Δ + Δ δ
func.func @second(%x: !mx.matrix<n x n, f64> {mx.name = "x"}) -> !mx.matrix<n x n, f64>
    attributes {mx.cpp_name = "second", mx.del = [array<i64: 0, 0>]} {
  %0 = mx.mul %x, %x : !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>
  return %0 : !mx.matrix<n x n, f64>
}
// CHECK-LABEL: func.func @second_d2_x(
// CHECK-SAME: %[[X:[^:]+]]:{{.*}}%[[D1_X:[^:]+]]:{{.*}}%[[D2_X:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.mul %[[D1_X]], %[[D2_X]] :
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[D2_X]], %[[D1_X]] :
// CHECK-NEXT: %[[T2:.+]] = mx.add %[[T0]], %[[T1]] :
// CHECK-NEXT: return %[[T2]] :
