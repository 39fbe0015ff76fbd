// RUN: delgen-opt %s --pass-pipeline='builtin.module(mx-differentiate,func.func(mx-simplify))' | FileCheck %s

// A request may name an object: one direction perturbs all of its fields, and a gradient has a
// result for each.

func.func @f(%p_a: f64 {mx.name = "p_a", mx.object = "p", mx.object_type = "const P&", mx.path = "a", mx.plain = "double", mx.type = "double"},
    %p_in_v: !mx.matrix<n x 1, f64> {mx.name = "p_in_v", mx.object = "p", mx.object_type = "const P&", mx.path = "in.v", mx.plain = "Eigen::VectorXd"},
    %x: f64 {mx.name = "x", mx.plain = "double", mx.type = "double"}) -> f64
    attributes {mx.cpp_name = "f", mx.result = "double", mx.del = [array<i64: -1>, array<i64: 0>],
      mx.del_named = [array<i64: -2, 2>],
      mx.objects = [{access = "p", name = "p", of = array<i64: 0, 1>, type = "P"},
                    {access = "p.in", name = "p_in", of = array<i64: 1>, type = "In"}],
      mx.requests = [{what = "gradient", of = array<i64: -1>},
                     {what = "value_and_gradient", of = array<i64: 2, -2>},
                     {what = "hvp", of = array<i64: -1>},
                     {what = "vjp", of = array<i64: -2>},
                     {what = "taylor", of = array<i64: -1>, order = 2 : i64}]} {
  %0 = mx.inner %p_in_v, %p_in_v : <n x 1, f64>, <n x 1, f64>
  %1 = mx.mul %p_a, %0 : f64, f64
  return %1 : f64
}
// CHECK-LABEL: func.func @f_d1_p(
// CHECK-SAME:    %arg3: f64 {mx.name = "d1_p_a", mx.object = "d1_p", mx.object_type = "const P&", mx.path = "a"
// CHECK-SAME:    %arg4: !mx.matrix<n x 1, f64> {mx.name = "d1_p_in_v", mx.object = "d1_p", mx.object_type = "const P&", mx.path = "in.v"
// CHECK-SAME:    mx.directions = [array<i64: 0, 1>]
// CHECK-SAME:    mx.variables = array<i64: -1>
// CHECK:         mx.mul %arg3, %{{.*}}, %arg1
// CHECK:         mx.mul %{{.*}}, %arg0, %{{.*}}, %arg4

// A direction in a field is not a field.
// CHECK-LABEL: func.func @f_d1_p_a(
// CHECK-SAME:    %arg3: f64 {mx.name = "d1_p_a", mx.plain = "double", mx.type = "double"})

// CHECK-LABEL: func.func @f_d2_p_in_x(
// CHECK-SAME:    mx.object = "d1_p_in", mx.object_type = "const In&", mx.path = "v"
// CHECK-SAME:    %arg4: f64 {mx.name = "d2_x"
// CHECK-SAME:    mx.variables = array<i64: -2, 2>

// CHECK-LABEL: func.func @f_grad_p(
// CHECK-SAME:    -> (f64, !mx.matrix<n x 1, f64>)
// CHECK-SAME:    mx.outputs = [{like = "p", name = "grad_p.a", object = "grad_p", object_type = "P", type = "double"}, {like = "p", name = "grad_p.in.v", object = "grad_p", object_type = "P", type = "Eigen::VectorXd"}]
// CHECK-SAME:    mx.result = "P", mx.result_object = "grad_p"
// CHECK:         %[[A:.*]] = mx.mul %{{.*}}, %arg1
// CHECK:         return %[[A]], %{{.*}} : f64, !mx.matrix<n x 1, f64>

// CHECK-LABEL: func.func @f_value_and_grad_x_p_in(
// CHECK-SAME:    -> (f64, f64, !mx.matrix<n x 1, f64>)
// CHECK-SAME:    mx.outputs = [{name = "grad_x", type = "double"}, {like = "p.in", name = "grad_p_in.v", object = "grad_p_in", object_type = "In", type = "Eigen::VectorXd"}]

// CHECK-LABEL: func.func @f_hvp_p(
// CHECK-SAME:    %arg3: f64 {{.*}}mx.object = "d_p"
// CHECK-SAME:    -> (f64, !mx.matrix<n x 1, f64>)
// CHECK-SAME:    mx.result_object = "hvp_p"

// CHECK-LABEL: func.func @f_vjp_p_in(
// CHECK-SAME:    %arg3: f64 {mx.name = "bar"
// CHECK-SAME:    -> !mx.matrix<n x 1, f64>
// CHECK-SAME:    mx.result_object = "vjp_p_in"

// CHECK-LABEL: func.func @f_taylor2_p(
// CHECK-SAME:    %arg3: f64 {{.*}}mx.object = "d_p"
