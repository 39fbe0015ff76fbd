// Every operation is printed as it is parsed, by the generic form too.
//
// RUN: delgen-opt %s | delgen-opt | FileCheck %s
// RUN: delgen-opt %s --mlir-print-op-generic | delgen-opt | FileCheck %s

// CHECK-LABEL: func.func @types(
// CHECK-SAME:    %{{[^:]+}}: !mx.matrix<m x n, f64>, %{{[^:]+}}: !mx.matrix<n x 1, f32>,
// CHECK-SAME:    %{{[^:]+}}: !mx.matrix<1 x 3, f64>, %{{[^:]+}}: !mx.matrix<0 x n, f64>)
func.func @types(%a: !mx.matrix<m x n, f64>, %b: !mx.matrix<n x 1, f32>,
                 %c: !mx.matrix<1 x 3, f64>, %d: !mx.matrix<0 x n, f64>) {
  return
}

// CHECK-LABEL: func.func @operations(
// CHECK-SAME:    %[[A:[^:]+]]: !mx.matrix<n x n, f64>, %[[X:[^:]+]]: !mx.matrix<n x 1, f64>,
// CHECK-SAME:    %[[S:[^:]+]]: f64, %[[I:[^:]+]]: index)
func.func @operations(%a: !mx.matrix<n x n, f64>, %x: !mx.matrix<n x 1, f64>, %s: f64, %i: index) {
  // CHECK-NEXT: mx.add %[[A]], %[[A]], %[[A]] : !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>
  %add = mx.add %a, %a, %a : !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>
  // CHECK-NEXT: %[[MUL:.+]] = mx.mul %[[S]], %[[A]], %[[X]] : f64, !mx.matrix<n x n, f64>, !mx.matrix<n x 1, f64>
  %mul = mx.mul %s, %a, %x : f64, !mx.matrix<n x n, f64>, !mx.matrix<n x 1, f64>
  // CHECK-NEXT: mx.hadamard %[[X]], %[[MUL]] : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64>
  %hadamard = mx.hadamard %x, %mul : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64>
  // CHECK-NEXT: %[[INNER:.+]] = mx.inner %[[X]], %[[MUL]] : <n x 1, f64>, <n x 1, f64>
  %inner = mx.inner %x, %mul : <n x 1, f64>, <n x 1, f64>
  // CHECK-NEXT: %[[ROW:.+]] = mx.transpose %[[X]] : !mx.matrix<n x 1, f64>
  %row = mx.transpose %x : !mx.matrix<n x 1, f64>
  // CHECK-NEXT: %[[SCALAR:.+]] = mx.mul %[[ROW]], %[[X]] : !mx.matrix<1 x n, f64>, !mx.matrix<n x 1, f64>
  %scalar = mx.mul %row, %x : !mx.matrix<1 x n, f64>, !mx.matrix<n x 1, f64>
  // CHECK-NEXT: %[[TRACE:.+]] = mx.trace %[[A]] : !mx.matrix<n x n, f64>
  %trace = mx.trace %a : !mx.matrix<n x n, f64>
  // CHECK-NEXT: %[[SUM:.+]] = mx.sum %[[A]] : !mx.matrix<n x n, f64>
  %sum = mx.sum %a : !mx.matrix<n x n, f64>
  // CHECK-NEXT: mx.add %[[INNER]], %[[SCALAR]], %[[TRACE]], %[[SUM]] : f64, f64, f64, f64
  %scalars = mx.add %inner, %scalar, %trace, %sum : f64, f64, f64, f64
  // CHECK-NEXT: %[[DIAGONAL:.+]] = mx.diagonal %[[A]] : !mx.matrix<n x n, f64>
  %diagonal = mx.diagonal %a : !mx.matrix<n x n, f64>
  // CHECK-NEXT: %[[DIAG:.+]] = mx.diag %[[DIAGONAL]] : !mx.matrix<n x 1, f64>
  %diag = mx.diag %diagonal : !mx.matrix<n x 1, f64>
  // CHECK-NEXT: mx.element %[[DIAG]][%[[I]], %[[I]]] : <n x n, f64>
  %element = mx.element %diag[%i, %i] : <n x n, f64>
  // CHECK-NEXT: %[[SLICE:.+]] = mx.slice %[[A]][%[[I]], %[[I]]] : <n x n, f64> -> <2 x 3, f64>
  %slice = mx.slice %a[%i, %i] : <n x n, f64> -> <2 x 3, f64>
  // CHECK-NEXT: mx.assemble %[[SLICE]], %[[S]] at[%[[I]], %[[I]]], [%[[I]], %[[I]]] : !mx.matrix<2 x 3, f64>, f64 -> <4 x 4, f64>
  %assemble = mx.assemble %slice, %s at [%i, %i], [%i, %i] : !mx.matrix<2 x 3, f64>, f64 -> <4 x 4, f64>
  // CHECK-NEXT: mx.insert %[[SLICE]], %[[A]][%[[I]], %[[I]]] : !mx.matrix<2 x 3, f64>, <n x n, f64>
  %insert = mx.insert %slice, %a[%i, %i] : !mx.matrix<2 x 3, f64>, <n x n, f64>
  // CHECK-NEXT: mx.reverse %[[SLICE]] {cols = false, rows = true} : <2 x 3, f64>
  %reverse = mx.reverse %slice {cols = false, rows = true} : <2 x 3, f64>
  // CHECK-NEXT: mx.reshape %[[SLICE]] : <2 x 3, f64> -> <6 x 1, f64>
  %reshape = mx.reshape %slice : <2 x 3, f64> -> <6 x 1, f64>
  // CHECK-NEXT: mx.fill %[[S]] : f64 -> <m x n, f64>
  %fill = mx.fill %s : f64 -> <m x n, f64>
  // CHECK-NEXT: mx.cast %[[X]] : !mx.matrix<n x 1, f64> -> !mx.matrix<n x 1, f32>
  %cast = mx.cast %x : !mx.matrix<n x 1, f64> -> !mx.matrix<n x 1, f32>
  // CHECK-NEXT: mx.pow %[[A]], -5.000000e-01 : !mx.matrix<n x n, f64>
  %pow = mx.pow %a, -0.5 : !mx.matrix<n x n, f64>
  // CHECK-NEXT: mx.power %[[A]], %[[S]] : !mx.matrix<n x n, f64>, f64
  %power = mx.power %a, %s : !mx.matrix<n x n, f64>, f64
  // CHECK-NEXT: mx.atan2 %[[S]], %[[S]] : f64, f64
  %atan2 = mx.atan2 %s, %s : f64, f64
  // CHECK-NEXT: mx.hypot %[[A]], %[[A]] : !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>
  %hypot = mx.hypot %a, %a : !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>
  // CHECK-NEXT: mx.polygamma -1 %[[X]] : !mx.matrix<n x 1, f64>
  %polygamma = mx.polygamma -1 %x : !mx.matrix<n x 1, f64>
  // CHECK-NEXT: mx.compare "ge" %[[S]], %[[S]] : f64, f64
  %compare = mx.compare "ge" %s, %s : f64, f64
  // CHECK-NEXT: mx.select %[[S]], %[[S]], %[[S]] : f64, f64, f64
  %select = mx.select %s, %s, %s : f64, f64, f64
  // CHECK-NEXT: mx.max %[[S]], %[[S]] : f64, f64
  %max = mx.max %s, %s : f64, f64
  // CHECK-NEXT: mx.min %[[S]], %[[S]] : f64, f64
  %min = mx.min %s, %s : f64, f64
  // CHECK-NEXT: mx.prod %[[A]], %[[A]] : !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64> -> !mx.matrix<n x 1, f64>
  %prod = mx.prod %a, %a : !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64> -> !mx.matrix<n x 1, f64>
  // CHECK-NEXT: mx.pick "max" %[[A]], %[[A]] : !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64> -> f64
  %pick = mx.pick "max" %a, %a : !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64> -> f64
  // CHECK-NEXT: mx.prod_others %[[A]], %[[A]] over "rows" : !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>
  %prod_others = mx.prod_others %a, %a over "rows" : !mx.matrix<n x n, f64>, !mx.matrix<n x n, f64>
  // CHECK-NEXT: mx.extremal "min" %[[A]] over "all" : <n x n, f64>
  %extremal = mx.extremal "min" %a over "all" : <n x n, f64>
  // CHECK-NEXT: mx.map "tanh" %[[X]] : !mx.matrix<n x 1, f64>
  %map = mx.map "tanh" %x : !mx.matrix<n x 1, f64>
  // CHECK-NEXT: mx.constant 2.500000e+00 : f32
  %constant = mx.constant 2.5 : f32
  // CHECK-NEXT: mx.identity : <n x 3, f64>
  %identity = mx.identity : <n x 3, f64>
  // CHECK-NEXT: %[[N:.+]] = mx.extent "n"
  %extent = mx.extent "n"
  // CHECK-NEXT: mx.dim %[[A]], 1 : <n x n, f64>
  %dim = mx.dim %a, 1 : <n x n, f64>
  // CHECK-NEXT: mx.bind "k" = %[[N]]
  mx.bind "k" = %extent
  // CHECK-NEXT: mx.real %[[N]] : f64
  %real = mx.real %extent : f64
  // CHECK-NEXT: return
  return
}

// CHECK-LABEL: func.func @linear_algebra(
// CHECK-SAME:    %[[A:[^:]+]]: !mx.matrix<n x n, f64>, %[[B:[^:]+]]: !mx.matrix<m x n, f64>)
func.func @linear_algebra(%a: !mx.matrix<n x n, f64>, %b: !mx.matrix<m x n, f64>) {
  // CHECK-NEXT: mx.inverse "qr" %[[B]] : !mx.matrix<m x n, f64>
  %inverse = mx.inverse "qr" %b : !mx.matrix<m x n, f64>
  // CHECK-NEXT: mx.det "lu" %[[A]] : !mx.matrix<n x n, f64>
  %det = mx.det "lu" %a : !mx.matrix<n x n, f64>
  // CHECK-NEXT: %[[F:.+]] = mx.factorize "llt" %[[A]] : <n x n, f64> -> <<n x n, f64>>
  %f = mx.factorize "llt" %a : <n x n, f64> -> <<n x n, f64>>
  // CHECK-NEXT: mx.logdet "llt" %[[F]] : !mx.factorization<<n x n, f64>>
  %logdet = mx.logdet "llt" %f : !mx.factorization<<n x n, f64>>
  // CHECK-NEXT: mx.cholesky %[[F]] : !mx.factorization<<n x n, f64>>
  %l = mx.cholesky %f : !mx.factorization<<n x n, f64>>
  // CHECK-NEXT: mx.solve %[[F]], %[[A]] {transposed = true} : <<n x n, f64>>, <n x n, f64> -> <n x n, f64>
  %solve = mx.solve %f, %a {transposed = true} : <<n x n, f64>>, <n x n, f64> -> <n x n, f64>
  // CHECK-NEXT: mx.triangle %[[A]] {diagonal = 5.000000e-01 : f64, lower = true} : <n x n, f64>
  %triangle = mx.triangle %a {diagonal = 0.5, lower = true} : <n x n, f64>
  // CHECK-NEXT: mx.symmetric %[[A]] {lower = false} : <n x n, f64>
  %symmetric = mx.symmetric %a {lower = false} : <n x n, f64>
  // CHECK-NEXT: return
  return
}

// A callee's sizes are bound by the call.
func.func private @callee(!mx.matrix<p x q, f64>, !mx.matrix<q x p, f64>, index)
    -> !mx.matrix<p x 1, f64>

// CHECK-LABEL: func.func @call(
// CHECK-SAME:    %[[A:[^:]+]]: !mx.matrix<2 x n, f64>, %[[B:[^:]+]]: !mx.matrix<n x 2, f64>, %[[I:[^:]+]]: index)
func.func @call(%a: !mx.matrix<2 x n, f64>, %b: !mx.matrix<n x 2, f64>, %i: index) {
  // CHECK-NEXT: mx.call @callee(%[[A]], %[[B]], %[[I]]) : (!mx.matrix<2 x n, f64>, !mx.matrix<n x 2, f64>, index) -> !mx.matrix<2 x 1, f64>
  %y = mx.call @callee(%a, %b, %i)
      : (!mx.matrix<2 x n, f64>, !mx.matrix<n x 2, f64>, index) -> !mx.matrix<2 x 1, f64>
  return
}

// CHECK-LABEL: func.func @spectral(
// CHECK-SAME:    %[[A:[^:]+]]: !mx.matrix<n x n, f64>, %[[X:[^:]+]]: !mx.matrix<3 x 1, f64>)
func.func @spectral(%a: !mx.matrix<n x n, f64>, %x: !mx.matrix<3 x 1, f64>) {
  // CHECK-NEXT: mx.cross %[[X]], %[[X]] : <3 x 1, f64>, <3 x 1, f64>
  %cross = mx.cross %x, %x : !mx.matrix<3 x 1, f64>, !mx.matrix<3 x 1, f64>
  // CHECK-NEXT: mx.kron %[[A]], %[[X]] : <n x n, f64>, <3 x 1, f64> -> <k x n, f64>
  %kron = mx.kron %a, %x : !mx.matrix<n x n, f64>, !mx.matrix<3 x 1, f64> -> !mx.matrix<k x n, f64>
  // CHECK-NEXT: mx.block_inner %[[A]], %[[X]] : <n x n, f64>, <3 x 1, f64> -> <k x n, f64>
  %block_inner = mx.block_inner %a, %x : !mx.matrix<n x n, f64>, !mx.matrix<3 x 1, f64> -> !mx.matrix<k x n, f64>
  // CHECK-NEXT: mx.block_sum %[[X]], %[[A]] : <3 x 1, f64>, <n x n, f64> -> <k x n, f64>
  %block_sum = mx.block_sum %x, %a : !mx.matrix<3 x 1, f64>, !mx.matrix<n x n, f64> -> !mx.matrix<k x n, f64>
  // CHECK-NEXT: %[[L:.+]] = mx.eigenvalues %[[A]] : <n x n, f64>
  %eigenvalues = mx.eigenvalues %a : !mx.matrix<n x n, f64>
  // CHECK-NEXT: mx.eigenvectors %[[A]] : <n x n, f64>
  %eigenvectors = mx.eigenvectors %a : !mx.matrix<n x n, f64>
  // CHECK-NEXT: mx.gaps %[[L]] : <n x 1, f64>
  %gaps = mx.gaps %eigenvalues : !mx.matrix<n x 1, f64>
  // CHECK-NEXT: return
  return
}

// CHECK-LABEL: func.func @columns(
// CHECK-SAME:    %[[J:[^:]+]]: !mx.matrix<k x p, f64>, %[[R:[^:]+]]: !mx.matrix<n x n, f64>, %[[H:[^:]+]]: !mx.matrix<n x n, f64>)
func.func @columns(%j: !mx.matrix<k x p, f64>, %r: !mx.matrix<n x n, f64>, %h: !mx.matrix<n x n, f64>) {
  // CHECK-NEXT: mx.columnwise %[[J]] : !mx.matrix<k x p, f64> with %[[R]] : !mx.matrix<n x n, f64> -> <k x p, f64> {
  // CHECK-NEXT: ^bb0(%[[M:.+]]: !mx.matrix<m x n, f64>, %[[B:.+]]: !mx.matrix<n x n, f64>):
  // CHECK-NEXT:   %[[T0:.+]] = mx.mul %[[M]], %[[B]] : !mx.matrix<m x n, f64>, !mx.matrix<n x n, f64>
  // CHECK-NEXT:   mx.yield %[[T0]] : !mx.matrix<m x n, f64>
  // CHECK-NEXT: }
  %columnwise = mx.columnwise %j : !mx.matrix<k x p, f64> with %r : !mx.matrix<n x n, f64> -> <k x p, f64> {
  ^bb0(%m: !mx.matrix<m x n, f64>, %b: !mx.matrix<n x n, f64>):
    %0 = mx.mul %m, %b : !mx.matrix<m x n, f64>, !mx.matrix<n x n, f64>
    mx.yield %0 : !mx.matrix<m x n, f64>
  }
  // CHECK-NEXT: mx.mirror %[[H]] : !mx.matrix<n x n, f64>
  %mirror = mx.mirror %h : !mx.matrix<n x n, f64>
  // CHECK-NEXT: return
  return
}

// CHECK-LABEL: func.func @lists(
// CHECK-SAME:    %[[X:[^:]+]]: !mx.matrix<n x 1, f64>, %[[W:[^:]+]]: !mx.list<!mx.matrix<_ x n, f64>>, %[[D:[^:]+]]: !mx.list<!mx.matrix<_ x n, f64>>, %[[I:[^:]+]]: index)
func.func @lists(%x: !mx.matrix<n x 1, f64>, %w: !mx.list<!mx.matrix<_ x n, f64>>,
                 %d: !mx.list<!mx.matrix<_ x n, f64>>, %i: index) {
  // CHECK-NEXT: mx.make_list -> <f64>
  %empty = mx.make_list -> <f64>
  // CHECK-NEXT: %[[L:.+]] = mx.make_list %[[X]], %[[X]] : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64> -> <!mx.matrix<n x 1, f64>>
  %l = mx.make_list %x, %x : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64> -> <!mx.matrix<n x 1, f64>>
  // CHECK-NEXT: mx.zeros_like %[[L]] : <!mx.matrix<n x 1, f64>>
  %zeros = mx.zeros_like %l : <!mx.matrix<n x 1, f64>>
  // CHECK-NEXT: mx.length %[[L]] : <!mx.matrix<n x 1, f64>>
  %length = mx.length %l : <!mx.matrix<n x 1, f64>>
  // CHECK-NEXT: mx.at %[[L]][%[[I]]] : <!mx.matrix<n x 1, f64>> -> !mx.matrix<n x 1, f64>
  %at = mx.at %l[%i] : <!mx.matrix<n x 1, f64>> -> !mx.matrix<n x 1, f64>
  // CHECK-NEXT: mx.at %[[D]][%[[I]]] like %[[W]] : !mx.list<!mx.matrix<_ x n, f64>> : <!mx.matrix<_ x n, f64>> -> !mx.matrix<k x n, f64>
  %like = mx.at %d[%i] like %w : !mx.list<!mx.matrix<_ x n, f64>> : <!mx.matrix<_ x n, f64>> -> !mx.matrix<k x n, f64>
  // CHECK-NEXT: mx.set_at %[[X]] at %[[L]][%[[I]]] : !mx.matrix<n x 1, f64>, <!mx.matrix<n x 1, f64>> -> <!mx.matrix<n x 1, f64>>
  %set = mx.set_at %x at %l[%i] : !mx.matrix<n x 1, f64>, <!mx.matrix<n x 1, f64>> -> <!mx.matrix<n x 1, f64>>
  // CHECK-NEXT: mx.append %[[X]] to %[[L]] : !mx.matrix<n x 1, f64>, <!mx.matrix<n x 1, f64>> -> <!mx.matrix<n x 1, f64>>
  %append = mx.append %x to %l : !mx.matrix<n x 1, f64>, <!mx.matrix<n x 1, f64>> -> <!mx.matrix<n x 1, f64>>
  // CHECK-NEXT: mx.drop_last %[[L]] : <!mx.matrix<n x 1, f64>>
  %drop = mx.drop_last %l : <!mx.matrix<n x 1, f64>>
  // CHECK-NEXT: mx.add_lists %[[L]], %[[L]] : <!mx.matrix<n x 1, f64>>
  %sum = mx.add_lists %l, %l : <!mx.matrix<n x 1, f64>>
  // CHECK-NEXT: return
  return
}

// CHECK-LABEL: func.func @control(
// CHECK-SAME:    %[[A:[^:]+]]: !mx.matrix<n x n, f64>, %[[X:[^:]+]]: !mx.matrix<n x 1, f64>, %[[S:[^:]+]]: f64, %[[T:[^:]+]]: index)
func.func @control(%a: !mx.matrix<n x n, f64>, %x: !mx.matrix<n x 1, f64>, %s: f64, %times: index) {
  // CHECK-NEXT: mx.loop times %[[T]] from %[[X]] : !mx.matrix<n x 1, f64> with %[[A]] : !mx.matrix<n x n, f64> -> !mx.matrix<n x 1, f64> {
  // CHECK-NEXT: ^bb0(%{{.+}}: index, %[[H:.+]]: !mx.matrix<n x 1, f64>, %[[B:.+]]: !mx.matrix<n x n, f64>):
  // CHECK-NEXT:   %[[H1:.+]] = mx.mul %[[B]], %[[H]] :
  // CHECK-NEXT:   mx.yield %[[H1]] : !mx.matrix<n x 1, f64>
  // CHECK-NEXT: }
  %counted = mx.loop times %times from %x : !mx.matrix<n x 1, f64> with %a : !mx.matrix<n x n, f64> -> !mx.matrix<n x 1, f64> {
  ^bb0(%k: index, %h: !mx.matrix<n x 1, f64>, %b: !mx.matrix<n x n, f64>):
    %h1 = mx.mul %b, %h : !mx.matrix<n x n, f64>, !mx.matrix<n x 1, f64>
    mx.yield %h1 : !mx.matrix<n x 1, f64>
  }
  // CHECK-NEXT: mx.loop from %[[S]] : f64 -> f64 {
  // CHECK-NEXT: ^bb0(%{{.+}}: index, %[[R:.+]]: f64):
  // CHECK-NEXT:   %[[R1:.+]] = mx.map "sin" %[[R]] : f64
  // CHECK-NEXT:   mx.yield %[[R]], %[[R1]] : f64, f64
  // CHECK-NEXT: }
  %ended = mx.loop from %s : f64 -> f64 {
  ^bb0(%k: index, %r: f64):
    %r1 = mx.map "sin" %r : f64
    mx.yield %r, %r1 : f64, f64
  }
  // CHECK-NEXT: mx.if %[[S]] : f64 with %[[S]], %[[T]] : f64, index -> f64, index {
  // CHECK-NEXT: ^bb0(%[[V:.+]]: f64, %[[I:.+]]: index):
  // CHECK-NEXT:   mx.yield %[[V]], %[[I]] : f64, index
  // CHECK-NEXT: } else {
  // CHECK-NEXT: ^bb0(%[[V:.+]]: f64, %[[I:.+]]: index):
  // CHECK-NEXT:   %[[W:.+]] = mx.map "cos" %[[V]] : f64
  // CHECK-NEXT:   mx.yield %[[W]], %[[I]] : f64, index
  // CHECK-NEXT: }
  %chosen:2 = mx.if %s : f64 with %s, %times : f64, index -> f64, index {
  ^bb0(%v: f64, %i: index):
    mx.yield %v, %i : f64, index
  } else {
  ^bb0(%v: f64, %i: index):
    %w = mx.map "cos" %v : f64
    mx.yield %w, %i : f64, index
  }
  // CHECK-NEXT: mx.loop times %[[T]] {
  // CHECK-NEXT: ^bb0(%{{.+}}: index):
  // CHECK-NEXT:   mx.yield
  // CHECK-NEXT: }
  mx.loop times %times {
  ^bb0(%k: index):
    mx.yield
  }
  // CHECK-NEXT: return
  return
}
