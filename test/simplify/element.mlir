// RUN: delgen-opt %s --mx-simplify | FileCheck %s

// (Aᵀ)ᵢⱼ = Aⱼᵢ, fill(s)ᵢⱼ = s, Iᵢⱼ of given places
func.func @transposed(%a: !mx.matrix<m x n, f64>, %i: index, %j: index) -> f64 {
  %0 = mx.transpose %a : !mx.matrix<m x n, f64>
  %1 = mx.element %0[%i, %j] : <n x m, f64>
  return %1 : f64
}
// CHECK-LABEL: func.func @transposed(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[I:[^:]+]]:{{.*}}%[[J:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.element %[[A]][%[[J]], %[[I]]] :
// CHECK-NEXT: return %[[T0]] :

func.func @fill(%s: f64, %i: index, %j: index) -> f64 {
  %0 = mx.fill %s : f64 -> <m x n, f64>
  %1 = mx.element %0[%i, %j] : <m x n, f64>
  return %1 : f64
}
// CHECK-LABEL: func.func @fill(
// CHECK-SAME: %[[S:[^:]+]]:{{.*}}%[[I:[^:]+]]:{{.*}}%[[J:[^:]+]]:
// CHECK-NEXT: return %[[S]] :

func.func @on() -> f64 {
  %0 = mx.identity : <n x n, f64>
  %1 = arith.constant 1 : index
  %2 = arith.constant 1 : index
  %3 = mx.element %0[%1, %2] : <n x n, f64>
  return %3 : f64
}
// CHECK-LABEL: func.func @on(
// CHECK-NEXT: %[[T0:.+]] = mx.constant 1.000000e+00 : f64
// CHECK-NEXT: return %[[T0]] :

func.func @off() -> f64 {
  %0 = mx.identity : <n x n, f64>
  %1 = arith.constant 1 : index
  %2 = arith.constant 2 : index
  %3 = mx.element %0[%1, %2] : <n x n, f64>
  return %3 : f64
}
// CHECK-LABEL: func.func @off(
// CHECK-NEXT: %[[T0:.+]] = mx.constant 0.000000e+00 : f64
// CHECK-NEXT: return %[[T0]] :

func.func @anywhere(%i: index, %j: index) -> f64 {
  %0 = mx.identity : <n x n, f64>
  %1 = mx.element %0[%i, %j] : <n x n, f64>
  return %1 : f64
}
// CHECK-LABEL: func.func @anywhere(
// CHECK-SAME: %[[I:[^:]+]]:{{.*}}%[[J:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.identity : <n x n, f64>
// CHECK-NEXT: %[[T1:.+]] = mx.element %[[T0]][%[[I]], %[[J]]] :
// CHECK-NEXT: return %[[T1]] :

// (u vᵀ)ᵢⱼ = uᵢ vⱼ
func.func @outer(%u: !mx.matrix<m x 1, f64>, %v: !mx.matrix<n x 1, f64>, %i: index,
    %j: index) -> f64 {
  %0 = mx.transpose %v : !mx.matrix<n x 1, f64>
  %1 = mx.mul %u, %0 : !mx.matrix<m x 1, f64>, !mx.matrix<1 x n, f64>
  %2 = mx.element %1[%i, %j] : <m x n, f64>
  return %2 : f64
}
// CHECK-LABEL: func.func @outer(
// CHECK-SAME: %[[U:[^:]+]]:{{.*}}%[[V:[^:]+]]:{{.*}}%[[I:[^:]+]]:{{.*}}%[[J:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = arith.constant 0 :
// CHECK-NEXT: %[[T1:.+]] = mx.element %[[U]][%[[I]], %[[T0]]] :
// CHECK-NEXT: %[[T2:.+]] = mx.element %[[V]][%[[J]], %[[T0]]] :
// CHECK-NEXT: %[[T3:.+]] = mx.mul %[[T1]], %[[T2]] :
// CHECK-NEXT: return %[[T3]] :

// one entry of a sum, an element-wise product, a power and a function needs that entry alone
func.func @sum(%a: !mx.matrix<m x n, f64>, %b: !mx.matrix<m x n, f64>, %i: index,
    %j: index) -> f64 {
  %0 = mx.constant 2.0 : f64
  %1 = mx.mul %0, %b : f64, !mx.matrix<m x n, f64>
  %2 = mx.add %a, %1 : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  %3 = mx.element %2[%i, %j] : <m x n, f64>
  return %3 : f64
}
// CHECK-LABEL: func.func @sum(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:{{.*}}%[[I:[^:]+]]:{{.*}}%[[J:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.element %[[A]][%[[I]], %[[J]]] :
// CHECK-NEXT: %[[T1:.+]] = mx.constant 2.000000e+00 : f64
// CHECK-NEXT: %[[T2:.+]] = mx.element %[[B]][%[[I]], %[[J]]] :
// CHECK-NEXT: %[[T3:.+]] = mx.mul %[[T1]], %[[T2]] :
// CHECK-NEXT: %[[T4:.+]] = mx.add %[[T0]], %[[T3]] :
// CHECK-NEXT: return %[[T4]] :

func.func @hadamard(%a: !mx.matrix<m x n, f64>, %b: !mx.matrix<m x n, f64>, %i: index,
    %j: index) -> f64 {
  %0 = mx.hadamard %a, %b : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  %1 = mx.element %0[%i, %j] : <m x n, f64>
  return %1 : f64
}
// CHECK-LABEL: func.func @hadamard(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:{{.*}}%[[I:[^:]+]]:{{.*}}%[[J:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.element %[[A]][%[[I]], %[[J]]] :
// CHECK-NEXT: %[[T1:.+]] = mx.element %[[B]][%[[I]], %[[J]]] :
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[T0]], %[[T1]] :
// CHECK-NEXT: return %[[T2]] :

func.func @pow(%a: !mx.matrix<m x n, f64>, %i: index, %j: index) -> f64 {
  %0 = mx.pow %a, 2.0 : !mx.matrix<m x n, f64>
  %1 = mx.element %0[%i, %j] : <m x n, f64>
  return %1 : f64
}
// CHECK-LABEL: func.func @pow(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[I:[^:]+]]:{{.*}}%[[J:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.element %[[A]][%[[I]], %[[J]]] :
// CHECK-NEXT: %[[T1:.+]] = mx.pow %[[T0]], 2.000000e+00 :
// CHECK-NEXT: return %[[T1]] :

func.func @map(%a: !mx.matrix<m x n, f64>, %i: index, %j: index) -> f64 {
  %0 = mx.map "exp" %a : !mx.matrix<m x n, f64>
  %1 = mx.element %0[%i, %j] : <m x n, f64>
  return %1 : f64
}
// CHECK-LABEL: func.func @map(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[I:[^:]+]]:{{.*}}%[[J:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.element %[[A]][%[[I]], %[[J]]] :
// CHECK-NEXT: %[[T1:.+]] = mx.map "exp" %[[T0]] :
// CHECK-NEXT: return %[[T1]] :

func.func @shared(%a: !mx.matrix<m x n, f64>, %i: index, %j: index) -> f64 {
  %0 = mx.map "exp" %a : !mx.matrix<m x n, f64>
  %1 = mx.element %0[%i, %j] : <m x n, f64>
  %2 = mx.sum %0 : !mx.matrix<m x n, f64>
  %3 = mx.mul %1, %2 : f64, f64
  return %3 : f64
}
// CHECK-LABEL: func.func @shared(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[I:[^:]+]]:{{.*}}%[[J:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.map "exp" %[[A]] :
// CHECK-NEXT: %[[T1:.+]] = mx.element %[[T0]][%[[I]], %[[J]]] :
// CHECK-NEXT: %[[T2:.+]] = mx.sum %[[T0]] :
// CHECK-NEXT: %[[T3:.+]] = mx.mul %[[T1]], %[[T2]] :
// CHECK-NEXT: return %[[T3]] :
