// RUN: delgen-opt %s --mx-simplify | FileCheck %s

// zeros are absent
func.func @zeros(%a: f64) -> !mx.matrix<3 x 1, f64> {
  %0 = arith.constant 0 : index
  %1 = arith.constant 1 : index
  %2 = arith.constant 2 : index
  %z = mx.constant 0.0 : f64
  %3 = mx.assemble %z, %a, %z at [%0, %1, %2], [%0, %0, %0] : f64, f64, f64 -> <3 x 1, f64>
  return %3 : !mx.matrix<3 x 1, f64>
}
// CHECK-LABEL: func.func @zeros(
// CHECK-SAME: %[[A0:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = arith.constant 1 : index
// CHECK-NEXT: %[[T1:.+]] = arith.constant 0 : index
// CHECK-NEXT: %[[T2:.+]] = mx.assemble %[[A0]] at[%[[T0]]], [%[[T1]]] : f64 -> <3 x 1, f64>
// CHECK-NEXT: return %[[T2]] : !mx.matrix<3 x 1, f64>

func.func @nothing() -> !mx.matrix<2 x 1, f64> {
  %0 = arith.constant 0 : index
  %1 = arith.constant 1 : index
  %2 = arith.constant 2 : index
  %z = mx.constant 0.0 : f64
  %3 = mx.assemble %z, %z at [%0, %1], [%0, %0] : f64, f64 -> <2 x 1, f64>
  return %3 : !mx.matrix<2 x 1, f64>
}
// CHECK-LABEL: func.func @nothing(
// CHECK-NEXT: %[[T0:.+]] = mx.constant 0.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.fill %[[T0]] : f64 -> <2 x 1, f64>
// CHECK-NEXT: return %[[T1]] : !mx.matrix<2 x 1, f64>

// one block that is all; the parts of x in their places are x
func.func @one(%a: !mx.matrix<3 x 1, f64>) -> !mx.matrix<3 x 1, f64> {
  %0 = arith.constant 0 : index
  %1 = arith.constant 1 : index
  %2 = arith.constant 2 : index
  %3 = mx.assemble %a at [%0], [%0] : !mx.matrix<3 x 1, f64> -> <3 x 1, f64>
  return %3 : !mx.matrix<3 x 1, f64>
}
// CHECK-LABEL: func.func @one(
// CHECK-SAME: %[[A0:[^:]+]]:
// CHECK-NEXT: return %[[A0]] : !mx.matrix<3 x 1, f64>

func.func @same(%x: !mx.matrix<3 x 1, f64>) -> !mx.matrix<3 x 1, f64> {
  %0 = arith.constant 0 : index
  %1 = arith.constant 1 : index
  %2 = arith.constant 2 : index
  %3 = mx.slice %x[%0, %0] : <3 x 1, f64> -> <2 x 1, f64>
  %4 = mx.element %x[%2, %0] : <3 x 1, f64>
  %5 = mx.assemble %3, %4 at [%0, %2], [%0, %0] : !mx.matrix<2 x 1, f64>, f64 -> <3 x 1, f64>
  return %5 : !mx.matrix<3 x 1, f64>
}
// CHECK-LABEL: func.func @same(
// CHECK-SAME: %[[A0:[^:]+]]:
// CHECK-NEXT: return %[[A0]] : !mx.matrix<3 x 1, f64>

// blocks of blocks
func.func @nested(%a: f64, %b: !mx.matrix<2 x 1, f64>) -> !mx.matrix<6 x 1, f64> {
  %0 = arith.constant 0 : index
  %1 = arith.constant 1 : index
  %2 = arith.constant 2 : index
  %3 = mx.assemble %a at [%1], [%0] : f64 -> <2 x 1, f64>
  %4 = mx.assemble %3, %b at [%1, %0], [%0, %0] : !mx.matrix<2 x 1, f64>, !mx.matrix<2 x 1, f64> -> <6 x 1, f64>
  return %4 : !mx.matrix<6 x 1, f64>
}
// CHECK-LABEL: func.func @nested(
// CHECK-SAME: %[[A0:[^:]+]]:{{.*}}%[[A1:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = arith.constant 0 : index
// CHECK-NEXT: %[[T1:.+]] = arith.constant 2 : index
// CHECK-NEXT: %[[T2:.+]] = mx.assemble %[[A1]], %[[A0]] at[%[[T0]], %[[T1]]], [%[[T0]], %[[T0]]] : !mx.matrix<2 x 1, f64>, f64 -> <6 x 1, f64>
// CHECK-NEXT: return %[[T2]] : !mx.matrix<6 x 1, f64>

// [a] + [b] = [a + b] in one place, [a, b] in places apart
func.func @sum(%a: f64, %b: f64) -> !mx.matrix<3 x 1, f64> {
  %0 = arith.constant 0 : index
  %1 = arith.constant 1 : index
  %2 = arith.constant 2 : index
  %3 = mx.assemble %a at [%1], [%0] : f64 -> <3 x 1, f64>
  %4 = mx.assemble %b, %a at [%1, %2], [%0, %0] : f64, f64 -> <3 x 1, f64>
  %5 = mx.add %3, %4 : !mx.matrix<3 x 1, f64>, !mx.matrix<3 x 1, f64>
  return %5 : !mx.matrix<3 x 1, f64>
}
// CHECK-LABEL: func.func @sum(
// CHECK-SAME: %[[A0:[^:]+]]:{{.*}}%[[A1:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.add %[[A0]], %[[A1]] : f64, f64
// CHECK-NEXT: %[[T1:.+]] = arith.constant 1 : index
// CHECK-NEXT: %[[T2:.+]] = arith.constant 2 : index
// CHECK-NEXT: %[[T3:.+]] = arith.constant 0 : index
// CHECK-NEXT: %[[T4:.+]] = mx.assemble %[[T0]], %[[A0]] at[%[[T1]], %[[T2]]], [%[[T3]], %[[T3]]] : f64, f64 -> <3 x 1, f64>
// CHECK-NEXT: return %[[T4]] : !mx.matrix<3 x 1, f64>

// A [b] = (columns of A) b
func.func @right(%a: !mx.matrix<m x 4, f64>, %b: !mx.matrix<2 x 1, f64>) -> !mx.matrix<m x 1, f64> {
  %0 = arith.constant 0 : index
  %1 = arith.constant 1 : index
  %2 = arith.constant 2 : index
  %3 = mx.assemble %b at [%1], [%0] : !mx.matrix<2 x 1, f64> -> <4 x 1, f64>
  %4 = mx.mul %a, %3 : !mx.matrix<m x 4, f64>, !mx.matrix<4 x 1, f64>
  return %4 : !mx.matrix<m x 1, f64>
}
// CHECK-LABEL: func.func @right(
// CHECK-SAME: %[[A0:[^:]+]]:{{.*}}%[[A1:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = arith.constant 0 : index
// CHECK-NEXT: %[[T1:.+]] = arith.constant 1 : index
// CHECK-NEXT: %[[T2:.+]] = mx.slice %[[A0]][%[[T0]], %[[T1]]] : <m x 4, f64> -> <m x 2, f64>
// CHECK-NEXT: %[[T3:.+]] = mx.mul %[[T2]], %[[A1]] : !mx.matrix<m x 2, f64>, !mx.matrix<2 x 1, f64>
// CHECK-NEXT: return %[[T3]] : !mx.matrix<m x 1, f64>

// [a] B = [a (rows of B)]
func.func @left(%a: !mx.matrix<1 x 2, f64>, %b: !mx.matrix<4 x n, f64>) -> !mx.matrix<3 x n, f64> {
  %0 = arith.constant 0 : index
  %1 = arith.constant 1 : index
  %2 = arith.constant 2 : index
  %3 = mx.assemble %a at [%2], [%1] : !mx.matrix<1 x 2, f64> -> <3 x 4, f64>
  %4 = mx.mul %3, %b : !mx.matrix<3 x 4, f64>, !mx.matrix<4 x n, f64>
  return %4 : !mx.matrix<3 x n, f64>
}
// CHECK-LABEL: func.func @left(
// CHECK-SAME: %[[A0:[^:]+]]:{{.*}}%[[A1:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = arith.constant 1 : index
// CHECK-NEXT: %[[T1:.+]] = arith.constant 0 : index
// CHECK-NEXT: %[[T2:.+]] = mx.slice %[[A1]][%[[T0]], %[[T1]]] : <4 x n, f64> -> <2 x n, f64>
// CHECK-NEXT: %[[T3:.+]] = mx.mul %[[A0]], %[[T2]] : !mx.matrix<1 x 2, f64>, !mx.matrix<2 x n, f64>
// CHECK-NEXT: %[[T4:.+]] = arith.constant 2 : index
// CHECK-NEXT: %[[T5:.+]] = mx.assemble %[[T3]] at[%[[T4]]], [%[[T1]]] : !mx.matrix<1 x n, f64> -> <3 x n, f64>
// CHECK-NEXT: return %[[T5]] : !mx.matrix<3 x n, f64>

// ⟨[b], C⟩ = ⟨b, part of C⟩, a ∘ [b] = [part of a ∘ b], Σ [a, b] = Σ a + Σ b
func.func @inner(%b: !mx.matrix<2 x 2, f64>, %c: !mx.matrix<4 x 4, f64>) -> f64 {
  %0 = arith.constant 0 : index
  %1 = arith.constant 1 : index
  %2 = arith.constant 2 : index
  %3 = mx.assemble %b at [%1], [%2] : !mx.matrix<2 x 2, f64> -> <4 x 4, f64>
  %4 = mx.inner %3, %c : <4 x 4, f64>, <4 x 4, f64>
  return %4 : f64
}
// CHECK-LABEL: func.func @inner(
// CHECK-SAME: %[[A0:[^:]+]]:{{.*}}%[[A1:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = arith.constant 1 : index
// CHECK-NEXT: %[[T1:.+]] = arith.constant 2 : index
// CHECK-NEXT: %[[T2:.+]] = mx.slice %[[A1]][%[[T0]], %[[T1]]] : <4 x 4, f64> -> <2 x 2, f64>
// CHECK-NEXT: %[[T3:.+]] = mx.inner %[[A0]], %[[T2]] : <2 x 2, f64>, <2 x 2, f64>
// CHECK-NEXT: return %[[T3]] : f64

func.func @hadamard(%b: !mx.matrix<2 x 1, f64>,
    %c: !mx.matrix<4 x 1, f64>) -> !mx.matrix<4 x 1, f64> {
  %0 = arith.constant 0 : index
  %1 = arith.constant 1 : index
  %2 = arith.constant 2 : index
  %3 = mx.assemble %b at [%1], [%0] : !mx.matrix<2 x 1, f64> -> <4 x 1, f64>
  %4 = mx.hadamard %3, %c : !mx.matrix<4 x 1, f64>, !mx.matrix<4 x 1, f64>
  return %4 : !mx.matrix<4 x 1, f64>
}
// CHECK-LABEL: func.func @hadamard(
// CHECK-SAME: %[[A0:[^:]+]]:{{.*}}%[[A1:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = arith.constant 1 : index
// CHECK-NEXT: %[[T1:.+]] = arith.constant 0 : index
// CHECK-NEXT: %[[T2:.+]] = mx.slice %[[A1]][%[[T0]], %[[T1]]] : <4 x 1, f64> -> <2 x 1, f64>
// CHECK-NEXT: %[[T3:.+]] = mx.hadamard %[[A0]], %[[T2]] : !mx.matrix<2 x 1, f64>, !mx.matrix<2 x 1, f64>
// CHECK-NEXT: %[[T4:.+]] = mx.assemble %[[T3]] at[%[[T0]]], [%[[T1]]] : !mx.matrix<2 x 1, f64> -> <4 x 1, f64>
// CHECK-NEXT: return %[[T4]] : !mx.matrix<4 x 1, f64>

func.func @entries(%a: !mx.matrix<2 x 1, f64>, %b: f64) -> f64 {
  %0 = arith.constant 0 : index
  %1 = arith.constant 1 : index
  %2 = arith.constant 2 : index
  %3 = mx.assemble %a, %b at [%0, %2], [%0, %0] : !mx.matrix<2 x 1, f64>, f64 -> <3 x 1, f64>
  %4 = mx.sum %3 : !mx.matrix<3 x 1, f64>
  return %4 : f64
}
// CHECK-LABEL: func.func @entries(
// CHECK-SAME: %[[A0:[^:]+]]:{{.*}}%[[A1:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.sum %[[A0]] : !mx.matrix<2 x 1, f64>
// CHECK-NEXT: %[[T1:.+]] = mx.add %[[A1]], %[[T0]] : f64, f64
// CHECK-NEXT: return %[[T1]] : f64

// s [b] = [s b], [b]ᵀ = [bᵀ]
func.func @scaled(%s: f64, %b: !mx.matrix<2 x 1, f64>) -> !mx.matrix<1 x 4, f64> {
  %0 = arith.constant 0 : index
  %1 = arith.constant 1 : index
  %2 = arith.constant 2 : index
  %3 = mx.assemble %b at [%1], [%0] : !mx.matrix<2 x 1, f64> -> <4 x 1, f64>
  %4 = mx.mul %s, %3 : f64, !mx.matrix<4 x 1, f64>
  %5 = mx.transpose %4 : !mx.matrix<4 x 1, f64>
  return %5 : !mx.matrix<1 x 4, f64>
}
// CHECK-LABEL: func.func @scaled(
// CHECK-SAME: %[[A0:[^:]+]]:{{.*}}%[[A1:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.transpose %[[A1]] : !mx.matrix<2 x 1, f64>
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[A0]], %[[T0]] : f64, !mx.matrix<1 x 2, f64>
// CHECK-NEXT: %[[T2:.+]] = arith.constant 0 : index
// CHECK-NEXT: %[[T3:.+]] = arith.constant 1 : index
// CHECK-NEXT: %[[T4:.+]] = mx.assemble %[[T1]] at[%[[T2]]], [%[[T3]]] : !mx.matrix<1 x 2, f64> -> <1 x 4, f64>
// CHECK-NEXT: return %[[T4]] : !mx.matrix<1 x 4, f64>

// parts: a block, a part of one, blocks inside, what two share, nothing
func.func @parts(%a: !mx.matrix<3 x 1, f64>, %b: !mx.matrix<3 x 1, f64>) -> f64 {
  %0 = arith.constant 0 : index
  %1 = arith.constant 1 : index
  %2 = arith.constant 2 : index
  %c = arith.constant 3 : index
  %3 = mx.assemble %a, %b at [%0, %c], [%0, %0] : !mx.matrix<3 x 1, f64>, !mx.matrix<3 x 1, f64> -> <8 x 1, f64>
  %4 = mx.element %3[%1, %0] : <8 x 1, f64>
  %5 = mx.slice %3[%c, %0] : <8 x 1, f64> -> <3 x 1, f64>
  %6 = mx.sum %5 : !mx.matrix<3 x 1, f64>
  %7 = arith.constant 7 : index
  %8 = mx.element %3[%7, %0] : <8 x 1, f64>
  %9 = mx.mul %4, %6 : f64, f64
  %10 = mx.add %8, %9 : f64, f64
  return %10 : f64
}
// CHECK-LABEL: func.func @parts(
// CHECK-SAME: %[[A0:[^:]+]]:{{.*}}%[[A1:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = arith.constant 1 : index
// CHECK-NEXT: %[[T1:.+]] = arith.constant 0 : index
// CHECK-NEXT: %[[T2:.+]] = mx.element %[[A0]][%[[T0]], %[[T1]]] : <3 x 1, f64>
// CHECK-NEXT: %[[T3:.+]] = mx.sum %[[A1]] : !mx.matrix<3 x 1, f64>
// CHECK-NEXT: %[[T4:.+]] = mx.mul %[[T2]], %[[T3]] : f64, f64
// CHECK-NEXT: return %[[T4]] : f64

func.func @shared_part(%a: !mx.matrix<3 x 1, f64>,
    %b: !mx.matrix<3 x 1, f64>) -> !mx.matrix<3 x 1, f64> {
  %0 = arith.constant 0 : index
  %1 = arith.constant 1 : index
  %2 = arith.constant 2 : index
  %c = arith.constant 3 : index
  %3 = mx.assemble %a, %b at [%0, %c], [%0, %0] : !mx.matrix<3 x 1, f64>, !mx.matrix<3 x 1, f64> -> <6 x 1, f64>
  %4 = mx.slice %3[%1, %0] : <6 x 1, f64> -> <3 x 1, f64>
  return %4 : !mx.matrix<3 x 1, f64>
}
// CHECK-LABEL: func.func @shared_part(
// CHECK-SAME: %[[A0:[^:]+]]:{{.*}}%[[A1:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = arith.constant 1 : index
// CHECK-NEXT: %[[T1:.+]] = arith.constant 0 : index
// CHECK-NEXT: %[[T2:.+]] = mx.slice %[[A0]][%[[T0]], %[[T1]]] : <3 x 1, f64> -> <2 x 1, f64>
// CHECK-NEXT: %[[T3:.+]] = mx.element %[[A1]][%[[T1]], %[[T1]]] : <3 x 1, f64>
// CHECK-NEXT: %[[T4:.+]] = arith.constant 2 : index
// CHECK-NEXT: %[[T5:.+]] = mx.assemble %[[T2]], %[[T3]] at[%[[T1]], %[[T4]]], [%[[T1]], %[[T1]]] : !mx.matrix<2 x 1, f64>, f64 -> <3 x 1, f64>
// CHECK-NEXT: return %[[T5]] : !mx.matrix<3 x 1, f64>

// a product with a block is one with that block, though others read it
func.func @shared_block(%a: !mx.matrix<3 x 3, f64>, %x: !mx.matrix<3 x 3, f64>) -> (!mx.matrix<3 x 6, f64>, !mx.matrix<3 x 6, f64>) {
  %0 = arith.constant 0 : index
  %1 = mx.assemble %x at [%0], [%0] : !mx.matrix<3 x 3, f64> -> <3 x 6, f64>
  %2 = mx.mul %a, %1 : !mx.matrix<3 x 3, f64>, !mx.matrix<3 x 6, f64>
  return %1, %2 : !mx.matrix<3 x 6, f64>, !mx.matrix<3 x 6, f64>
}
// CHECK-LABEL: func.func @shared_block(
// CHECK-SAME: %[[A0:[^:]+]]:{{.*}}%[[A1:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = arith.constant 0 :
// CHECK-NEXT: %[[T1:.+]] = mx.assemble %[[A1]] at[%[[T0]]], [%[[T0]]] :
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[A0]], %[[A1]] :
// CHECK-NEXT: %[[T3:.+]] = mx.assemble %[[T2]] at[%[[T0]]], [%[[T0]]] :
// CHECK-NEXT: return %[[T1]], %[[T3]] :

// what is added within a block is added to it
func.func @within(%a: !mx.matrix<3 x 3, f64>, %s: f64, %t: f64) -> !mx.matrix<3 x 6, f64> {
  %0 = arith.constant 0 : index
  %1 = arith.constant 1 : index
  %3 = arith.constant 3 : index
  %i = mx.identity : <3 x 3, f64>
  %4 = mx.assemble %a, %i at [%0, %0], [%0, %3] : !mx.matrix<3 x 3, f64>, !mx.matrix<3 x 3, f64> -> <3 x 6, f64>
  %5 = mx.assemble %s at [%0], [%1] : f64 -> <3 x 6, f64>
  %6 = mx.mul %s, %t, %5 : f64, f64, !mx.matrix<3 x 6, f64>
  %7 = mx.add %4, %6 : !mx.matrix<3 x 6, f64>, !mx.matrix<3 x 6, f64>
  return %7 : !mx.matrix<3 x 6, f64>
}
// CHECK-LABEL: func.func @within(
// CHECK-SAME: %[[A0:[^:]+]]:{{.*}}%[[A1:[^:]+]]:{{.*}}%[[A2:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.pow %[[A1]], 2.000000e+00 :
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[A2]], %[[T0]] :
// CHECK-NEXT: %[[T2:.+]] = arith.constant 0 :
// CHECK-NEXT: %[[T3:.+]] = arith.constant 1 :
// CHECK-NEXT: %[[T4:.+]] = mx.assemble %[[T1]] at[%[[T2]]], [%[[T3]]] :
// CHECK-NEXT: %[[T5:.+]] = mx.add %[[A0]], %[[T4]] :
// CHECK-NEXT: %[[T6:.+]] = mx.identity :
// CHECK-NEXT: %[[T7:.+]] = arith.constant 3 :
// CHECK-NEXT: %[[T8:.+]] = mx.assemble %[[T5]], %[[T6]] at[%[[T2]], %[[T2]]], [%[[T2]], %[[T7]]] :
// CHECK-NEXT: return %[[T8]] :

// A [b, I] = [A b, A]
func.func @sparse(%a: !mx.matrix<2 x 3, f64>, %b: !mx.matrix<3 x 3, f64>) -> !mx.matrix<2 x 6, f64> {
  %0 = arith.constant 0 : index
  %3 = arith.constant 3 : index
  %i = mx.identity : <3 x 3, f64>
  %4 = mx.assemble %b, %i at [%0, %0], [%0, %3] : !mx.matrix<3 x 3, f64>, !mx.matrix<3 x 3, f64> -> <3 x 6, f64>
  %5 = mx.mul %a, %4 : !mx.matrix<2 x 3, f64>, !mx.matrix<3 x 6, f64>
  return %5 : !mx.matrix<2 x 6, f64>
}
// CHECK-LABEL: func.func @sparse(
// CHECK-SAME: %[[A0:[^:]+]]:{{.*}}%[[A1:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.mul %[[A0]], %[[A1]] :
// CHECK-NEXT: %[[T1:.+]] = arith.constant 0 :
// CHECK-NEXT: %[[T2:.+]] = arith.constant 3 :
// CHECK-NEXT: %[[T3:.+]] = mx.assemble %[[T0]], %[[A0]] at[%[[T1]], %[[T1]]], [%[[T1]], %[[T2]]] :
// CHECK-NEXT: return %[[T3]] :

// blocks that are only read in parts are taken apart
func.func @rows(%b: !mx.matrix<3 x 3, f64>) -> (!mx.matrix<2 x 6, f64>, !mx.matrix<1 x 6, f64>) {
  %0 = arith.constant 0 : index
  %2 = arith.constant 2 : index
  %3 = arith.constant 3 : index
  %i = mx.identity : <3 x 3, f64>
  %4 = mx.assemble %b, %i at [%0, %0], [%0, %3] : !mx.matrix<3 x 3, f64>, !mx.matrix<3 x 3, f64> -> <3 x 6, f64>
  %5 = mx.slice %4[%0, %0] : <3 x 6, f64> -> <2 x 6, f64>
  %6 = mx.slice %4[%2, %0] : <3 x 6, f64> -> <1 x 6, f64>
  return %5, %6 : !mx.matrix<2 x 6, f64>, !mx.matrix<1 x 6, f64>
}
// CHECK-LABEL: func.func @rows(
// CHECK-SAME: %[[A0:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = arith.constant 0 :
// CHECK-NEXT: %[[T1:.+]] = mx.slice %[[A0]][%[[T0]], %[[T0]]] :
// CHECK-NEXT: %[[T2:.+]] = mx.identity :
// CHECK-NEXT: %[[T3:.+]] = arith.constant 3 :
// CHECK-NEXT: %[[T4:.+]] = mx.assemble %[[T1]], %[[T2]] at[%[[T0]], %[[T0]]], [%[[T0]], %[[T3]]] :
// CHECK-NEXT: %[[T5:.+]] = arith.constant 2 :
// CHECK-NEXT: %[[T6:.+]] = mx.slice %[[A0]][%[[T5]], %[[T0]]] :
// CHECK-NEXT: %[[T7:.+]] = mx.constant 1.000000e+00 :
// CHECK-NEXT: %[[T8:.+]] = arith.constant 5 :
// CHECK-NEXT: %[[T9:.+]] = mx.assemble %[[T6]], %[[T7]] at[%[[T0]], %[[T0]]], [%[[T0]], %[[T8]]] :
// CHECK-NEXT: return %[[T4]], %[[T9]] :
