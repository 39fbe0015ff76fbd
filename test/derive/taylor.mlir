// RUN: delgen-opt %s --split-input-file --verify-diagnostics --mx-differentiate --canonicalize \
// RUN: | FileCheck %s

// A product is a convolution, and a sine that of its differential equation: sin′ = cos x′.
func.func @wave(%x: f64 {mx.name = "x"}) -> f64
    attributes {mx.cpp_name = "wave",
                mx.requests = [{what = "taylor", of = array<i64: 0>, order = 2 : i64}]} {
  %0 = mx.map "sin" %x : f64
  %1 = mx.mul %0, %x : f64, f64
  return %1 : f64
}
// CHECK-LABEL: func.func @wave_taylor2_x(
// CHECK-SAME: %[[X:[^:]+]]:{{.*}}%[[D_X:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 5.000000e-01 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.constant -1.000000e+00 : f64
// CHECK-NEXT: %[[T2:.+]] = mx.map "sin" %[[X]] :
// CHECK-NEXT: %[[T3:.+]] = mx.mul %[[T2]], %[[X]] :
// CHECK-NEXT: %[[T4:.+]] = mx.map "cos" %[[X]] :
// CHECK-NEXT: %[[T5:.+]] = mx.mul %[[D_X]], %[[T4]] :
// CHECK-NEXT: %[[T6:.+]] = mx.mul %[[T2]], %[[D_X]] :
// CHECK-NEXT: %[[T7:.+]] = mx.mul %[[T5]], %[[X]] :
// CHECK-NEXT: %[[T8:.+]] = mx.add %[[T6]], %[[T7]] :
// CHECK-NEXT: %[[T9:.+]] = mx.mul %[[T1]], %[[T2]] :
// CHECK-NEXT: %[[T10:.+]] = mx.mul %[[D_X]], %[[T9]] :
// CHECK-NEXT: %[[T11:.+]] = mx.mul %[[D_X]], %[[T10]] :
// CHECK-NEXT: %[[T12:.+]] = mx.mul %[[T0]], %[[T11]] :
// CHECK-NEXT: %[[T13:.+]] = mx.mul %[[T5]], %[[D_X]] :
// CHECK-NEXT: %[[T14:.+]] = mx.mul %[[T12]], %[[X]] :
// CHECK-NEXT: %[[T15:.+]] = mx.add %[[T13]], %[[T14]] :
// CHECK-NEXT: %[[T16:.+]] = mx.add %[[T3]], %[[T8]], %[[T15]] :
// CHECK-NEXT: return %[[T16]] :

// -----

// x² has no division by x₀, which may be 0; equal products are counted once.
func.func @square(%a: f64 {mx.name = "a"}) -> f64
    attributes {mx.cpp_name = "square",
                mx.requests = [{what = "directional", of = array<i64: 0>, order = 2 : i64},
                               {what = "directional", of = array<i64: 0>, order = 3 : i64}]} {
  %0 = mx.pow %a, 2.0 : f64
  return %0 : f64
}
// CHECK-LABEL: func.func @square_dir2_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[D_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 2.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[D_A]], %[[D_A]] :
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[T0]], %[[T1]] :
// CHECK-NEXT: return %[[T2]] :
// CHECK-LABEL: func.func @square_dir3_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[D_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 0.000000e+00 : f64
// CHECK-NEXT: return %[[T0]] :

// -----

// aᵖ by a y′ = p a′ y
func.func @root(%a: f64 {mx.name = "a"}) -> f64
    attributes {mx.cpp_name = "root",
                mx.requests = [{what = "directional", of = array<i64: 0>, order = 2 : i64}]} {
  %0 = mx.pow %a, 0.5 : f64
  return %0 : f64
}
// CHECK-LABEL: func.func @root_dir2_a(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[D_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 2.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.constant -2.500000e-01 : f64
// CHECK-NEXT: %[[T2:.+]] = mx.constant 5.000000e-01 : f64
// CHECK-NEXT: %[[T3:.+]] = mx.pow %[[A]], -5.000000e-01 :
// CHECK-NEXT: %[[T4:.+]] = mx.mul %[[T2]], %[[T3]] :
// CHECK-NEXT: %[[T5:.+]] = mx.mul %[[D_A]], %[[T4]] :
// CHECK-NEXT: %[[T6:.+]] = mx.mul %[[D_A]], %[[T5]] :
// CHECK-NEXT: %[[T7:.+]] = mx.mul %[[T1]], %[[T6]] :
// CHECK-NEXT: %[[T8:.+]] = mx.pow %[[A]], -1.000000e+00 :
// CHECK-NEXT: %[[T9:.+]] = mx.mul %[[T8]], %[[T7]] :
// CHECK-NEXT: %[[T10:.+]] = mx.mul %[[T0]], %[[T9]] :
// CHECK-NEXT: return %[[T10]] :

// -----

// A solve: sₖ = A₀⁻¹ (rₖ − Σ Aᵢ sₖ₋ᵢ). No matrix is formed but A.
func.func @solve(%A: !mx.matrix<n x n, f64> {mx.name = "A"},
    %b: !mx.matrix<n x 1, f64> {mx.name = "b"}) -> !mx.matrix<n x 1, f64>
    attributes {mx.cpp_name = "solve",
                mx.requests = [{what = "directional", of = array<i64: 0>, order = 2 : i64}]} {
  %0 = mx.inverse "lu" %A : !mx.matrix<n x n, f64>
  %1 = mx.mul %0, %b : !mx.matrix<n x n, f64>, !mx.matrix<n x 1, f64>
  return %1 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: func.func @solve_dir2_A(
// CHECK-SAME: %[[A:[^:]+]]:{{.*}}%[[B:[^:]+]]:{{.*}}%[[D_A:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 2.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.constant -1.000000e+00 : f64
// CHECK-NEXT: %[[T2:.+]] = mx.inverse "lu" %[[A]] :
// CHECK-NEXT: %[[T3:.+]] = mx.mul %[[T2]], %[[B]] :
// CHECK-NEXT: %[[T4:.+]] = mx.mul %[[D_A]], %[[T3]] :
// CHECK-NEXT: %[[T5:.+]] = mx.mul %[[T1]], %[[T4]] :
// CHECK-NEXT: %[[T6:.+]] = mx.mul %[[T2]], %[[T5]] :
// CHECK-NEXT: %[[T7:.+]] = mx.mul %[[D_A]], %[[T6]] :
// CHECK-NEXT: %[[T8:.+]] = mx.mul %[[T1]], %[[T7]] :
// CHECK-NEXT: %[[T9:.+]] = mx.mul %[[T2]], %[[T8]] :
// CHECK-NEXT: %[[T10:.+]] = mx.mul %[[T0]], %[[T9]] :
// CHECK-NEXT: return %[[T10]] :

// -----

// An outer product is cut between its vectors.
func.func @outer(%x: !mx.matrix<n x 1, f64> {mx.name = "x"},
    %A: !mx.matrix<n x n, f64> {mx.name = "A"}) -> !mx.matrix<n x n, f64>
    attributes {mx.cpp_name = "outer",
                mx.requests = [{what = "directional", of = array<i64: 0>, order = 2 : i64}]} {
  %0 = mx.transpose %x : !mx.matrix<n x 1, f64>
  %1 = mx.mul %A, %x, %0 : !mx.matrix<n x n, f64>, !mx.matrix<n x 1, f64>, !mx.matrix<1 x n, f64>
  return %1 : !mx.matrix<n x n, f64>
}
// CHECK-LABEL: func.func @outer_dir2_x(
// CHECK-SAME: %[[X:[^:]+]]:{{.*}}%[[A:[^:]+]]:{{.*}}%[[D_X:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 2.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.transpose %[[D_X]] :
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[A]], %[[D_X]] :
// CHECK-NEXT: %[[T3:.+]] = mx.mul %[[T2]], %[[T1]] :
// CHECK-NEXT: %[[T4:.+]] = mx.mul %[[T0]], %[[T3]] :
// CHECK-NEXT: return %[[T4]] :

// -----

// Linear: what follows order 1 is zero.
func.func @linear(%x: !mx.matrix<n x 1, f64> {mx.name = "x"}) -> f64
    attributes {mx.cpp_name = "linear",
                mx.requests = [{what = "directional", of = array<i64: 0>, order = 2 : i64}]} {
  %0 = mx.sum %x : !mx.matrix<n x 1, f64>
  return %0 : f64
}
// CHECK-LABEL: func.func @linear_dir2_x(
// CHECK-SAME: %[[X:[^:]+]]:{{.*}}%[[D_X:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 0.000000e+00 : f64
// CHECK-NEXT: return %[[T0]] :

// -----

func.func private @unread(f64) -> f64 attributes {mx.cpp_name = "unread"}
func.func @caller(%x: f64 {mx.name = "x"}) -> f64
    attributes {mx.cpp_name = "caller",
                mx.requests = [{what = "directional", of = array<i64: 0>, order = 1 : i64}]} {
  // expected-error @below {{the body of 'unread' is not read, and Taylor coefficients through a function without a body are not supported}}
  %0 = mx.call @unread(%x) : (f64) -> f64
  return %0 : f64
}

// -----

func.func @entries(%x: !mx.matrix<n x 1, f64> {mx.name = "x"}) -> f64
    attributes {mx.cpp_name = "entries",
                mx.requests = [{what = "directional", of = array<i64: 0>, order = 9 : i64}]} {
  // expected-error @below {{Taylor coefficients of a product of all entries are supported up to order 8}}
  %0 = mx.prod %x : !mx.matrix<n x 1, f64> -> f64
  return %0 : f64
}
