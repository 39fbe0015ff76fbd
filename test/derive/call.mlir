// RUN: delgen-opt %s --mx-differentiate --canonicalize | FileCheck %s

// d f(g(x)) = dg(f(x), df(x))
func.func @g(%u: !mx.matrix<k x 1, f64> {mx.name = "u"},
    %v: !mx.matrix<k x 1, f64> {mx.name = "v"}) -> f64 attributes {mx.cpp_name = "g"} {
  %0 = mx.inner %u, %v : <k x 1, f64>, <k x 1, f64>
  return %0 : f64
}

func.func @outer(%x: !mx.matrix<n x 1, f64> {mx.name = "x"}) -> f64
    attributes {mx.cpp_name = "outer", mx.del = [array<i64: 0>]} {
  %0 = mx.call @g(%x, %x) : (!mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64>) -> f64
  return %0 : f64
}

func.func @first(%x: !mx.matrix<n x 1, f64> {mx.name = "x"},
    %y: !mx.matrix<n x 1, f64> {mx.name = "y"}) -> f64
    attributes {mx.cpp_name = "first", mx.del = [array<i64: 0>]} {
  %0 = mx.call @g(%x, %y) : (!mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64>) -> f64
  return %0 : f64
}

// d²g(u(x)): the second derivative of g, and dg along the tangents of its directions
func.func @h(%u: f64 {mx.name = "u"}) -> f64 attributes {mx.cpp_name = "h"} {
  %0 = mx.map "sin" %u : f64
  return %0 : f64
}

func.func @second(%x: f64 {mx.name = "x"}) -> f64
    attributes {mx.cpp_name = "second", mx.del = [array<i64: 0, 0>]} {
  %0 = mx.map "exp" %x : f64
  %1 = mx.call @h(%0) : (f64) -> f64
  return %1 : f64
}

// an argument that is not active is not perturbed; a del function that is zero is not called
func.func @l(%u: f64 {mx.name = "u"}) -> f64 attributes {mx.cpp_name = "l"} {
  %0 = mx.constant 2.0 : f64
  %1 = mx.mul %0, %u : f64, f64
  return %1 : f64
}

func.func @linear(%x: f64 {mx.name = "x"}) -> f64
    attributes {mx.cpp_name = "linear", mx.del = [array<i64: 0, 0>]} {
  %0 = mx.map "exp" %x : f64
  %1 = mx.call @l(%0) : (f64) -> f64
  return %1 : f64
}

// CHECK-LABEL: func.func @outer_d1_x(
// CHECK-SAME: %[[X:[^:]+]]:{{.*}}%[[D1_X:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.call @g_d1_u_and_v(%[[X]], %[[X]], %[[D1_X]], %[[D1_X]]) : (!mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64>) -> f64
// CHECK-NEXT: return %[[T0]] :
// CHECK-LABEL: func.func private @g_d1_u_and_v(
// CHECK-SAME: %[[U:[^:]+]]:{{.*}}%[[V:[^:]+]]:{{.*}}%[[D1_U:[^:]+]]:{{.*}}%[[D1_V:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.inner %[[D1_U]], %[[V]] :
// CHECK-NEXT: %[[T1:.+]] = mx.inner %[[U]], %[[D1_V]] :
// CHECK-NEXT: %[[T2:.+]] = mx.add %[[T0]], %[[T1]] :
// CHECK-NEXT: return %[[T2]] :
// CHECK-LABEL: func.func @first_d1_x(
// CHECK-SAME: %[[X:[^:]+]]:{{.*}}%[[Y:[^:]+]]:{{.*}}%[[D1_X:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.call @g_d1_u(%[[X]], %[[Y]], %[[D1_X]]) : (!mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64>) -> f64
// CHECK-NEXT: return %[[T0]] :
// CHECK-LABEL: func.func private @g_d1_u(
// CHECK-SAME: %[[U:[^:]+]]:{{.*}}%[[V:[^:]+]]:{{.*}}%[[D1_U:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.inner %[[D1_U]], %[[V]] :
// CHECK-NEXT: return %[[T0]] :
// CHECK-LABEL: func.func private @h_d1_u(
// CHECK-SAME: %[[U:[^:]+]]:{{.*}}%[[D1_U:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.map "cos" %[[U]] :
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[D1_U]], %[[T0]] :
// CHECK-NEXT: return %[[T1]] :
// CHECK-LABEL: func.func @second_d2_x(
// CHECK-SAME: %[[X:[^:]+]]:{{.*}}%[[D1_X:[^:]+]]:{{.*}}%[[D2_X:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.map "exp" %[[X]] :
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[D2_X]], %[[T0]] :
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[D1_X]], %[[T0]] :
// CHECK-NEXT: %[[T3:.+]] = mx.mul %[[D1_X]], %[[T1]] :
// CHECK-NEXT: %[[T4:.+]] = mx.call @h_d2_u(%[[T0]], %[[T2]], %[[T1]]) : (f64, f64, f64) -> f64
// CHECK-NEXT: %[[T5:.+]] = mx.call @h_d1_u(%[[T0]], %[[T3]]) : (f64, f64) -> f64
// CHECK-NEXT: %[[T6:.+]] = mx.add %[[T4]], %[[T5]] :
// CHECK-NEXT: return %[[T6]] :
// CHECK-LABEL: func.func private @h_d2_u(
// CHECK-SAME: %[[U:[^:]+]]:{{.*}}%[[D1_U:[^:]+]]:{{.*}}%[[D2_U:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant -1.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.map "sin" %[[U]] :
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[T0]], %[[T1]] :
// CHECK-NEXT: %[[T3:.+]] = mx.mul %[[D2_U]], %[[T2]] :
// CHECK-NEXT: %[[T4:.+]] = mx.mul %[[D1_U]], %[[T3]] :
// CHECK-NEXT: return %[[T4]] :
// CHECK-LABEL: func.func private @l_d1_u(
// CHECK-SAME: %[[U:[^:]+]]:{{.*}}%[[D1_U:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.constant 2.000000e+00 : f64
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[T0]], %[[D1_U]] :
// CHECK-NEXT: return %[[T1]] :
// CHECK-LABEL: func.func @linear_d2_x(
// CHECK-SAME: %[[X:[^:]+]]:{{.*}}%[[D1_X:[^:]+]]:{{.*}}%[[D2_X:[^:]+]]:
// CHECK-NEXT: %[[T0:.+]] = mx.map "exp" %[[X]] :
// CHECK-NEXT: %[[T1:.+]] = mx.mul %[[D2_X]], %[[T0]] :
// CHECK-NEXT: %[[T2:.+]] = mx.mul %[[D1_X]], %[[T1]] :
// CHECK-NEXT: %[[T3:.+]] = mx.call @l_d1_u(%[[T0]], %[[T2]]) : (f64, f64) -> f64
// CHECK-NEXT: return %[[T3]] :
