// What the verifiers refuse.
//
// RUN: delgen-opt %s --split-input-file --verify-diagnostics

func.func @add_nothing() {
  // expected-error @+1 {{'mx.add' op needs a term}}
  %0 = "mx.add"() : () -> f64
  return
}

// -----

func.func @add_shapes(%a: !mx.matrix<m x n, f64>, %b: !mx.matrix<n x m, f64>) {
  // expected-error @+1 {{'mx.add' op adds shapes that differ: '!mx.matrix<n x m, f64>' and '!mx.matrix<m x n, f64>'}}
  %0 = mx.add %a, %b : !mx.matrix<m x n, f64>, !mx.matrix<n x m, f64>
  return
}

// -----

func.func @add_elements(%a: f64, %b: f32) {
  // expected-error @+1 {{'mx.add' op adds shapes that differ: 'f32' and 'f64'}}
  %0 = mx.add %a, %b : f64, f32
  return
}

// -----

func.func @mul_nothing() {
  // expected-error @+1 {{'mx.mul' op needs a factor}}
  %0 = "mx.mul"() : () -> f64
  return
}

// -----

func.func @mul_sizes(%a: !mx.matrix<m x n, f64>) {
  // expected-error @+1 {{'mx.mul' op multiplies matrices whose inner sizes differ: n and m}}
  %0 = mx.mul %a, %a : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  return
}

// -----

// Scalars between matrices take no part in the sizes.
func.func @mul_sizes_across_scalars(%a: !mx.matrix<m x 2, f64>, %s: f64, %b: !mx.matrix<3 x n, f64>) {
  // expected-error @+1 {{'mx.mul' op multiplies matrices whose inner sizes differ: 2 and 3}}
  %0 = mx.mul %a, %s, %b : !mx.matrix<m x 2, f64>, f64, !mx.matrix<3 x n, f64>
  return
}

// -----

func.func @mul_elements(%s: f32, %a: !mx.matrix<m x n, f64>) {
  // expected-error @+1 {{'mx.mul' op multiplies different element types}}
  %0 = mx.mul %s, %a : f32, !mx.matrix<m x n, f64>
  return
}

// -----

func.func @hadamard_shapes(%a: !mx.matrix<m x n, f64>, %b: !mx.matrix<m x 1, f64>) {
  // expected-error @+1 {{'mx.hadamard' op multiplies shapes that differ: '!mx.matrix<m x 1, f64>' and '!mx.matrix<m x n, f64>'}}
  %0 = mx.hadamard %a, %b : !mx.matrix<m x n, f64>, !mx.matrix<m x 1, f64>
  return
}

// -----

func.func @hadamard_nothing() {
  // expected-error @+1 {{'mx.hadamard' op needs a factor}}
  %0 = "mx.hadamard"() : () -> !mx.matrix<m x n, f64>
  return
}

// -----

func.func @hadamard_scalars(%a: f64) {
  // expected-error @+1 {{operand #0 must be variadic of A real matrix}}
  %0 = mx.hadamard %a, %a : f64, f64
  return
}

// -----

func.func @inner_shapes(%a: !mx.matrix<n x 1, f64>, %b: !mx.matrix<1 x n, f64>) {
  // expected-error @+1 {{'mx.inner' op takes two matrices of one shape, not '!mx.matrix<n x 1, f64>' and '!mx.matrix<1 x n, f64>'}}
  %0 = mx.inner %a, %b : !mx.matrix<n x 1, f64>, !mx.matrix<1 x n, f64>
  return
}

// -----

func.func @trace_square(%a: !mx.matrix<m x n, f64>) {
  // expected-error @+1 {{'mx.trace' op takes a square matrix, not '!mx.matrix<m x n, f64>'}}
  %0 = mx.trace %a : !mx.matrix<m x n, f64>
  return
}

// -----

func.func @diagonal_square(%a: !mx.matrix<3 x 2, f64>) {
  // expected-error @+1 {{'mx.diagonal' op takes a square matrix, not '!mx.matrix<3 x 2, f64>'}}
  %0 = mx.diagonal %a : !mx.matrix<3 x 2, f64>
  return
}

// -----

func.func @fill_element(%a: f32) {
  // expected-error @+1 {{'mx.fill' op fills '!mx.matrix<m x n, f64>' with 'f32'}}
  %0 = mx.fill %a : f32 -> <m x n, f64>
  return
}

// -----

func.func @power_element(%a: !mx.matrix<m x n, f64>, %p: f32) {
  // expected-error @+1 {{'mx.power' op raises '!mx.matrix<m x n, f64>' to 'f32'}}
  %0 = mx.power %a, %p : !mx.matrix<m x n, f64>, f32
  return
}

// -----

func.func @cast_shape(%a: !mx.matrix<m x n, f64>) {
  // expected-error @+1 {{'mx.cast' op keeps the shape}}
  %0 = mx.cast %a : !mx.matrix<m x n, f64> -> !mx.matrix<n x m, f32>
  return
}

// -----

func.func @map_function(%a: f64) {
  // expected-error @+1 {{'mx.map' op names no row of ElementWise.td: 'sine'}}
  %0 = mx.map "sine" %a : f64
  return
}

// -----

func.func @call_unknown(%a: f64) {
  // expected-error @+1 {{'mx.call' op calls an unknown function @g}}
  %0 = mx.call @g(%a) : (f64) -> f64
  return
}

// -----

func.func private @g(f64) -> f64
func.func @call_count(%a: f64) {
  // expected-error @+1 {{'mx.call' op passes 2 arguments where @g takes 1}}
  %0 = mx.call @g(%a, %a) : (f64, f64) -> f64
  return
}

// -----

func.func private @g(!mx.matrix<3 x n, f64>) -> f64
func.func @call_number(%a: !mx.matrix<2 x n, f64>) {
  // expected-error @+1 {{'mx.call' op passes '!mx.matrix<2 x n, f64>' where @g takes '!mx.matrix<3 x n, f64>'}}
  %0 = mx.call @g(%a) : (!mx.matrix<2 x n, f64>) -> f64
  return
}

// -----

// One symbol of the callee is one size.
func.func private @g(!mx.matrix<p x p, f64>) -> f64
func.func @call_symbol(%a: !mx.matrix<m x n, f64>) {
  // expected-error @+1 {{'mx.call' op passes '!mx.matrix<m x n, f64>' where @g takes '!mx.matrix<p x p, f64>'}}
  %0 = mx.call @g(%a) : (!mx.matrix<m x n, f64>) -> f64
  return
}

// -----

func.func private @g(!mx.matrix<p x 1, f64>) -> f64
func.func @call_element(%a: !mx.matrix<n x 1, f32>) {
  // expected-error @+1 {{'mx.call' op passes '!mx.matrix<n x 1, f32>' where @g takes '!mx.matrix<p x 1, f64>'}}
  %0 = mx.call @g(%a) : (!mx.matrix<n x 1, f32>) -> f64
  return
}

// -----

func.func private @g(!mx.matrix<p x 1, f64>) -> !mx.matrix<1 x p, f64>
func.func @call_result(%a: !mx.matrix<n x 1, f64>) {
  // expected-error @+1 {{'mx.call' op returns '!mx.matrix<n x 1, f64>' where @g returns '!mx.matrix<1 x p, f64>'}}
  %0 = mx.call @g(%a) : (!mx.matrix<n x 1, f64>) -> !mx.matrix<n x 1, f64>
  return
}

// -----

func.func @unknown_kind(%a: !mx.matrix<n x n, f64>) {
  // expected-error @+1 {{'mx.inverse' op names no row of Factorization.td: 'svd'}}
  %0 = mx.inverse "svd" %a : !mx.matrix<n x n, f64>
  return
}

// -----

func.func @compare_relation(%a: f64) {
  // expected-error @+1 {{'mx.compare' op knows no relation 'less'}}
  %0 = mx.compare "less" %a, %a : f64, f64
  return
}

// -----

func.func @rectangular_lu(%a: !mx.matrix<m x n, f64>) {
  // expected-error @+1 {{'mx.inverse' op takes a square matrix, not '!mx.matrix<m x n, f64>'}}
  %0 = mx.inverse "lu" %a : !mx.matrix<m x n, f64>
  return
}

// -----

func.func @max_shapes(%a: f64, %b: !mx.matrix<n x 1, f64>) {
  // expected-error @+1 {{'mx.max' op takes two values of one shape, not 'f64' and '!mx.matrix<n x 1, f64>'}}
  %0 = mx.max %a, %b : f64, !mx.matrix<n x 1, f64>
  return
}

// -----

func.func @rectangular_det(%a: !mx.matrix<m x n, f64>) {
  // expected-error @+1 {{'mx.det' op takes a square matrix, not '!mx.matrix<m x n, f64>'}}
  %0 = mx.det "qr" %a : !mx.matrix<m x n, f64>
  return
}

// -----

func.func @select_shapes(%c: f64, %a: !mx.matrix<n x 1, f64>) {
  // expected-error @+1 {{'mx.select' op takes a condition and two values of one shape, not 'f64', '!mx.matrix<n x 1, f64>' and '!mx.matrix<n x 1, f64>'}}
  %0 = mx.select %c, %a, %a : f64, !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64>
  return
}

// -----

func.func @polygamma_order(%a: f64) {
  // expected-error @+1 {{'mx.polygamma' op has an order of at least -1, not -2}}
  %0 = mx.polygamma -2 %a : f64
  return
}

// -----

func.func @pick_extremum(%a: !mx.matrix<n x 1, f64>) {
  // expected-error @+1 {{'mx.pick' op picks at the max or min, not at 'mean'}}
  %0 = mx.pick "mean" %a, %a : !mx.matrix<n x 1, f64>, !mx.matrix<n x 1, f64> -> f64
  return
}

// -----

func.func @prod_result(%a: !mx.matrix<m x n, f64>) {
  // expected-error @+1 {{'mx.prod' op reduces '!mx.matrix<m x n, f64>' to '!mx.matrix<n x 1, f64>'}}
  %0 = mx.prod %a : !mx.matrix<m x n, f64> -> !mx.matrix<n x 1, f64>
  return
}

// -----

func.func @prod_shapes(%a: !mx.matrix<m x n, f64>, %d: !mx.matrix<n x m, f64>) {
  // expected-error @+1 {{'mx.prod' op takes matrices of one shape, not '!mx.matrix<m x n, f64>' and '!mx.matrix<n x m, f64>'}}
  %0 = mx.prod %a, %d : !mx.matrix<m x n, f64>, !mx.matrix<n x m, f64> -> f64
  return
}

// -----

func.func @others_over(%a: !mx.matrix<m x n, f64>) {
  // expected-error @+1 {{'mx.prod_others' op runs over all, rows or cols, not over 'blocks'}}
  %0 = mx.prod_others %a over "blocks" : !mx.matrix<m x n, f64>
  return
}

// -----

func.func @others_shapes(%a: !mx.matrix<m x n, f64>, %d: !mx.matrix<n x m, f64>) {
  // expected-error @+1 {{'mx.prod_others' op takes matrices of one shape, not '!mx.matrix<m x n, f64>' and '!mx.matrix<n x m, f64>'}}
  %0 = mx.prod_others %a, %d over "all" : !mx.matrix<m x n, f64>, !mx.matrix<n x m, f64>
  return
}

// -----

func.func @extremal_extremum(%a: !mx.matrix<m x n, f64>) {
  // expected-error @+1 {{'mx.extremal' op picks at the max or min, not at 'mean'}}
  %0 = mx.extremal "mean" %a over "all" : <m x n, f64>
  return
}

// -----

func.func @extremal_over(%a: !mx.matrix<m x n, f64>) {
  // expected-error @+1 {{'mx.extremal' op runs over all, rows or cols, not over 'each'}}
  %0 = mx.extremal "max" %a over "each" : <m x n, f64>
  return
}

// -----

func.func @kron_sizes(%a: !mx.matrix<2 x n, f64>, %b: !mx.matrix<3 x n, f64>) {
  // expected-error @+1 {{'mx.kron' op has '!mx.matrix<5 x k, f64>' for blocks of '!mx.matrix<3 x n, f64>', one for each entry of '!mx.matrix<2 x n, f64>'}}
  %0 = mx.kron %a, %b : !mx.matrix<2 x n, f64>, !mx.matrix<3 x n, f64> -> !mx.matrix<5 x k, f64>
  return
}

// -----

func.func @block_sizes(%a: !mx.matrix<2 x n, f64>, %b: !mx.matrix<3 x n, f64>) {
  // expected-error @+1 {{'mx.block_inner' op has '!mx.matrix<2 x n, f64>' for blocks of '!mx.matrix<3 x n, f64>', one for each entry of '!mx.matrix<1 x 4, f64>'}}
  %0 = mx.block_inner %a, %b : !mx.matrix<2 x n, f64>, !mx.matrix<3 x n, f64> -> !mx.matrix<1 x 4, f64>
  return
}

// -----

func.func @block_elements(%a: !mx.matrix<m x n, f64>, %b: !mx.matrix<p x q, f32>) {
  // expected-error @+1 {{'mx.block_sum' op has '!mx.matrix<p x q, f32>' for blocks of}}
  %0 = mx.block_sum %a, %b : !mx.matrix<m x n, f64>, !mx.matrix<p x q, f32> -> !mx.matrix<r x s, f64>
  return
}

// -----

func.func @mirror(%a: !mx.matrix<m x n, f64>) {
  // expected-error @+1 {{'mx.mirror' op takes a square matrix, not '!mx.matrix<m x n, f64>'}}
  %0 = mx.mirror %a : !mx.matrix<m x n, f64>
  return
}

// -----

func.func @columnwise(%a: !mx.matrix<m x n, f64>) {
  // expected-error @+1 {{'mx.columnwise' op makes '!mx.matrix<m x p, f64>' of the columns of '!mx.matrix<m x n, f64>'}}
  %0 = mx.columnwise %a : !mx.matrix<m x n, f64> -> <m x p, f64> {
  ^bb0(%u: !mx.matrix<m x 1, f64>):
    mx.yield %u : !mx.matrix<m x 1, f64>
  }
  return
}

// -----

func.func @columnwise_operands(%a: !mx.matrix<m x n, f64>, %s: f64) {
  // expected-error @+1 {{'mx.columnwise' op has 2 operands and a body that takes 1}}
  %0 = mx.columnwise %a : !mx.matrix<m x n, f64> with %s : f64 -> <m x n, f64> {
  ^bb0(%u: !mx.matrix<m x 1, f64>):
    mx.yield %u : !mx.matrix<m x 1, f64>
  }
  return
}

// -----

func.func @columnwise_others(%a: !mx.matrix<m x n, f64>, %s: f64) {
  // expected-error @+1 {{'mx.columnwise' op passes 'f64' to a body that takes 'f32'}}
  %0 = mx.columnwise %a : !mx.matrix<m x n, f64> with %s : f64 -> <m x n, f64> {
  ^bb0(%u: !mx.matrix<m x 1, f64>, %t: f32):
    mx.yield %u : !mx.matrix<m x 1, f64>
  }
  return
}

// -----

func.func @loop_results(%s: f64, %n: index) {
  // expected-error @+1 {{'mx.loop' op carries 1 values and has 0 results}}
  mx.loop times %n from %s : f64 {
  ^bb0(%k: index, %t: f64):
    mx.yield %t : f64
  }
  return
}

// -----

func.func @loop_arguments(%s: f64, %n: index) {
  // expected-error @+1 {{'mx.loop' op has a body that does not take a counter, what is carried and the others}}
  %0 = mx.loop times %n from %s : f64 -> f64 {
  ^bb0(%t: f64):
    mx.yield %t : f64
  }
  return
}

// -----

func.func @loop_carried(%x: !mx.matrix<2 x 1, f64>, %n: index) {
  // expected-error @+1 {{'mx.loop' op carries '!mx.matrix<2 x 1, f64>' to a body that takes '!mx.matrix<3 x 1, f64>'}}
  %0 = mx.loop times %n from %x : !mx.matrix<2 x 1, f64> -> !mx.matrix<3 x 1, f64> {
  ^bb0(%k: index, %y: !mx.matrix<3 x 1, f64>):
    mx.yield %y : !mx.matrix<3 x 1, f64>
  }
  return
}

// -----

func.func @loop_others(%x: !mx.matrix<n x 1, f64>, %n: index) {
  // expected-error @+1 {{'mx.loop' op passes '!mx.matrix<n x 1, f64>' to a body that takes '!mx.matrix<m x 1, f64>'}}
  mx.loop times %n with %x : !mx.matrix<n x 1, f64> {
  ^bb0(%k: index, %y: !mx.matrix<m x 1, f64>):
    mx.yield
  }
  return
}

// -----

func.func @loop_yields_nothing(%s: f64, %n: index) {
  // expected-error @+1 {{'mx.loop' op has a body that does not yield its results}}
  %0 = mx.loop times %n from %s : f64 -> f64 {
  ^bb0(%k: index, %t: f64):
    mx.yield
  }
  return
}

// -----

func.func @loop_yields(%s: f64, %n: index) {
  // expected-error @+1 {{'mx.loop' op yields 'index' where its result is 'f64'}}
  %0 = mx.loop times %n from %s : f64 -> f64 {
  ^bb0(%k: index, %t: f64):
    mx.yield %k : index
  }
  return
}

// -----

func.func @loop_flag(%s: f64) {
  // expected-error @+1 {{'mx.loop' op ends with a scalar that is 0, not with 'index'}}
  %0 = mx.loop from %s : f64 -> f64 {
  ^bb0(%k: index, %t: f64):
    mx.yield %k, %t : index, f64
  }
  return
}

// -----

func.func @if_others(%c: f64, %s: f64) {
  // expected-error @+1 {{'mx.if' op passes 1 values to a body that takes 0}}
  %0 = mx.if %c : f64 with %s : f64 -> f64 {
  ^bb0(%t: f64):
    mx.yield %t : f64
  } else {
    %1 = mx.constant 1.0 : f64
    mx.yield %1 : f64
  }
  return
}

// -----

func.func @if_yields(%c: f64, %n: index) {
  // expected-error @+1 {{'mx.if' op yields 'index' where its result is 'f64'}}
  %0 = mx.if %c : f64 with %n : index -> f64 {
  ^bb0(%i: index):
    %1 = mx.constant 1.0 : f64
    mx.yield %1 : f64
  } else {
  ^bb0(%i: index):
    mx.yield %i : index
  }
  return
}

// -----

func.func @yield_alone(%s: f64) {
  // expected-error @+1 {{'mx.yield' op expects parent op to be one of 'mx.columnwise, mx.loop, mx.if'}}
  mx.yield %s : f64
}

// -----

func.func @at(%l: !mx.list<!mx.matrix<_ x 2, f64>>, %i: index) {
  // expected-error @+1 {{'mx.at' op takes '!mx.matrix<n x 3, f64>' from '!mx.list<!mx.matrix<_ x 2, f64>>'}}
  %0 = mx.at %l[%i] : <!mx.matrix<_ x 2, f64>> -> !mx.matrix<n x 3, f64>
  return
}

// -----

func.func @make_list(%s: f64, %i: index) {
  // expected-error @+1 {{'mx.make_list' op puts 'index' into '!mx.list<f64>'}}
  %0 = mx.make_list %s, %i : f64, index -> <f64>
  return
}

// -----

func.func @set_at(%l: !mx.list<!mx.matrix<2 x 1, f64>>, %x: !mx.matrix<3 x 1, f64>, %i: index) {
  // expected-error @+1 {{'mx.set_at' op puts '!mx.matrix<3 x 1, f64>' into '!mx.list<!mx.matrix<2 x 1, f64>>'}}
  %0 = mx.set_at %x at %l[%i] : !mx.matrix<3 x 1, f64>, <!mx.matrix<2 x 1, f64>> -> <!mx.matrix<2 x 1, f64>>
  return
}

// -----

func.func @append(%l: !mx.list<f64>, %s: f32) {
  // expected-error @+1 {{'mx.append' op makes '!mx.list<f32>' of '!mx.list<f64>'}}
  %0 = mx.append %s to %l : f32, <f64> -> <f32>
  return
}

// -----

func.func @diag(%a: !mx.matrix<m x n, f64>) {
  // expected-error @+1 {{'mx.diag' op takes a vector, not '!mx.matrix<m x n, f64>'}}
  %0 = "mx.diag"(%a) : (!mx.matrix<m x n, f64>) -> !mx.matrix<m x m, f64>
  return
}

// -----

func.func @assemble_nothing() {
  // expected-error @+1 {{'mx.assemble' op needs a block}}
  %0 = "mx.assemble"() : () -> !mx.matrix<m x n, f64>
  return
}

// -----

func.func @gaps(%a: !mx.matrix<m x n, f64>) {
  // expected-error @+1 {{'mx.gaps' op takes a vector}}
  %0 = "mx.gaps"(%a) : (!mx.matrix<m x n, f64>) -> !mx.matrix<m x m, f64>
  return
}

// -----

func.func @columnwise_nothing() {
  // expected-error @+1 {{'mx.columnwise' op needs a matrix of columns}}
  %0 = "mx.columnwise"() ({
    %1 = mx.constant 1.0 : f64
    mx.yield %1 : f64
  }) {operandSegmentSizes = array<i32: 0, 0>} : () -> !mx.matrix<1 x n, f64>
  return
}

// -----

func.func @columnwise_elements(%a: !mx.matrix<m x n, f64>) {
  // expected-error @+1 {{'mx.columnwise' op passes a column of '!mx.matrix<m x n, f64>' to a body that takes '!mx.matrix<m x 1, f32>'}}
  %0 = "mx.columnwise"(%a) ({
  ^bb0(%x: !mx.matrix<m x 1, f32>):
    mx.yield %x : !mx.matrix<m x 1, f32>
  }) {operandSegmentSizes = array<i32: 1, 0>} : (!mx.matrix<m x n, f64>) -> !mx.matrix<m x n, f64>
  return
}

// -----

func.func @columnwise_yields(%a: !mx.matrix<m x n, f64>) {
  // expected-error @+1 {{'mx.columnwise' op has a body that yields nothing}}
  %0 = "mx.columnwise"(%a) ({
  ^bb0(%x: !mx.matrix<m x 1, f64>):
    "mx.yield"() : () -> ()
  }) {operandSegmentSizes = array<i32: 1, 0>} : (!mx.matrix<m x n, f64>) -> !mx.matrix<m x n, f64>
  return
}
