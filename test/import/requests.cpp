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

// Other annotations mean nothing here.
// CHECK-NOT: func.func @other
__attribute__((annotate("other"))) double other(double x) { return x * x; }
