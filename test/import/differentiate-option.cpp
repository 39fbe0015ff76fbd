// RUN: delgen %s --emit=mlir --stop-after=import --differentiate='ns::plain: del(x, 2)' \
// RUN:   --differentiate='::top: del(x), del(y)' --differentiate='alias::in_header: del(x)' \
// RUN:   --differentiate='annotated: del(y)' -- %flags | FileCheck %s
#include "Inputs/library.h"
#include <Eigen/Dense>
#include <delgen/delgen.h>

// CHECK-LABEL: func.func @annotated
// CHECK-SAME:    mx.del = [array<i64: 0>, array<i64: 1>]
DELGEN(del(x)) double annotated(double x, double y) { return x * y; }

// CHECK-LABEL: func.func @"ns::plain"
// CHECK-SAME:    mx.del = [array<i64: 0>, array<i64: 0, 0>]
namespace ns {
inline namespace v2 {
double plain(double x) { return x * x; }
} // namespace v2
} // namespace ns

// CHECK-LABEL: func.func @top
// CHECK-SAME:    mx.del = [array<i64: 0>, array<i64: 1>]
double top(double x, double y) { return x * y; }

// CHECK-LABEL: func.func @"library::in_header"
// CHECK-SAME:    mx.del = [array<i64: 0>]
namespace alias = library;
