// RUN: %import | FileCheck %s
#include <Eigen/Dense>
#include <delgen/delgen.h>

// CHECK-LABEL: func.func @orders
// CHECK-SAME:    mx.del = [array<i64: 0>, array<i64: 0, 0>, array<i64: 0, 0, 0>]
DELGEN(del(x, 3)) double orders(double x, double y) { return x * y; }

// CHECK-LABEL: func.func @mixed
// CHECK-SAME:    mx.del_named = [array<i64: 1, 0>, array<i64: 0, 0, 1>]
DELGEN(del(y, x), del(x, x, y)) double mixed(double x, double y) { return x * y; }

// CHECK-LABEL: func.func @once_each
// CHECK-SAME:    mx.del = [array<i64: 0>, array<i64: 0, 0>, array<i64: 1>], mx.del_named = [array<i64: 0, 0>]
DELGEN(del(x, 2), del(x), del(x, x), del(y)) double once_each(double x, double y) { return x * y; }

// CHECK-LABEL: func.func @two_annotations
// CHECK-SAME:    mx.del = [array<i64: 0>, array<i64: 1>]
DELGEN(del(x)) DELGEN(del(y)) double two_annotations(double x, double y) { return x * y; }

// CHECK-LABEL: func.func @over_lines
// CHECK-SAME:    mx.del = [array<i64: 0>, array<i64: 1>]
DELGEN(del(x), // a comment
       del /* and another */ (y))
double over_lines(double x, double y) { return x * y; }

#define TWICE(name) DELGEN(del(name, 2))
// CHECK-LABEL: func.func @in_a_macro
// CHECK-SAME:    mx.del = [array<i64: 0>, array<i64: 0, 0>]
TWICE(x) double in_a_macro(double x) { return x * x; }

// CHECK-LABEL: func.func @by_hand
// CHECK-SAME:    mx.del = [array<i64: 0>]
__attribute__((annotate("delgen", "del(x)"))) double by_hand(double x) { return x * x; }

// CHECK-LABEL: func.func @read_off
// CHECK-SAME:    mx.requests = [{of = array<i64: 1>, what = "gradient"}, {of = array<i64: 0>, what = "gradient"}, {of = array<i64: 0, 1>, what = "value_and_gradient"}, {of = array<i64: 0>, what = "jacobian"}, {of = array<i64: 0>, what = "hessian"}, {of = array<i64: 0, 1>, what = "hessian"}, {of = array<i64: 0>, what = "hvp"}, {of = array<i64: 0>, what = "vjp"}]
DELGEN(gradient(y, x), value_and_gradient(x, y), jacobian(x), hessian(x), hessian(x, y), hvp(x), vjp(x), gradient(x))
double read_off(double x, double y) { return x * y; }

// CHECK-LABEL: func.func @in_one_direction
// CHECK-SAME:    mx.requests = [{of = array<i64: 0>, order = 1 : i64, what = "directional"}, {of = array<i64: 0>, order = 2 : i64, what = "directional"}, {of = array<i64: 0>, order = 3 : i64, what = "taylor"}]
DELGEN(directional(x, 2), taylor(x, 3)) double in_one_direction(double x, double y) { return x * y; }

// Other annotations mean nothing here.
// CHECK-NOT: func.func @other
__attribute__((annotate("other"))) double other(double x) { return x * x; }
