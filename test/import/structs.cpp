// RUN: %import | FileCheck %s
//
// The fields of an object that are read, or in which a derivative is asked for, are arguments of
// their own, in the order of their declarations.

#include <Eigen/Dense>
#include <delgen/delgen.h>

using namespace Eigen;

struct Scale {
  double gain;
  Vector2d shift;
};
struct Base {
  double weight = 1;
};
struct Params : Base {
  static constexpr int layers = 2;
  static constexpr double rate = 0.25;
  enum { extra = 3 };
  MatrixXd W;
  VectorXd b;
  Scale scale;
  int n;
  bool flag;
  double *cache; // what is not used does not matter
  Params(const Params &) = default;

private:
  double secret;
};

// CHECK-LABEL: func.func @read
// CHECK-SAME:    %p_W: !mx.matrix<m x n, f64> {mx.name = "p_W", mx.object = "p", mx.object_type = "const Params&", mx.path = "W", mx.plain = "Eigen::MatrixXd", mx.type = "const Eigen::MatrixXd&"}
// CHECK-SAME:    %p_b: !mx.matrix<m x 1, f64> {mx.name = "p_b", {{.*}}mx.path = "b"
// CHECK-SAME:    %x: !mx.matrix<n x 1, f64> {mx.name = "x", mx.plain
// CHECK-SAME:    mx.requests = [{of = array<i64: 0>, what = "gradient"}, {of = array<i64: 1>, what = "gradient"}]
// CHECK:         mx.mul %p_W, %x
// CHECK:         mx.add %p_b, %{{.*}}
DELGEN(gradient(p.W, p.b)) double read(const Params &p, const VectorXd &x) {
  return (p.b + p.W * x).sum();
}

// By value, through references, and after a copy; a base's field comes first.
// CHECK-LABEL: func.func @reached(
// CHECK-SAME:    %p_weight: f64 {mx.name = "p_weight", mx.object = "p", mx.object_type = "Params", mx.path = "weight"
// CHECK-SAME:    %p_scale_gain: f64 {{.*}}mx.path = "scale.gain", mx.plain = "double", mx.type = "double"}
// CHECK-SAME:    %p_scale_shift: !mx.matrix<2 x 1, f64> {{.*}}mx.path = "scale.shift"
// CHECK-SAME:    %s: f64
// CHECK:         %[[SUM:.*]] = mx.sum %p_scale_shift
// CHECK:         mx.mul %p_scale_gain, %[[SUM]]
DELGEN(del(p.scale.gain)) double reached(Params p, double s) {
  const auto &scale = p.scale;
  const Scale copy = scale;
  return scale.gain * copy.shift.sum() + p.weight * s;
}

// CHECK-LABEL: func.func @constants
// CHECK-SAME:    %p_weight: f64
// CHECK-SAME:    %s: f64
// CHECK-COUNT-2: mx.constant 5.0
// CHECK:         mx.constant 2.5{{0*}}e-01
DELGEN(del(s)) double constants(const Params &p, double s) {
  return s * (Params::layers + p.extra) * (p.layers + Params::extra) * p.rate;
}

// An integer that is used as a size is one.
// CHECK-LABEL: func.func @sizes
// CHECK-SAME:    %p_n: index {{.*}}mx.path = "n", mx.size = "p_n", mx.type = "int"}
// CHECK-SAME:    %x: !mx.matrix<p_n x 1, f64>
// CHECK:         mx.fill %{{.*}} : f64 -> <p_n x 1, f64>
DELGEN(del(x)) double sizes(const Params &p, const VectorXd &x) {
  return x.dot(VectorXd::Ones(p.n));
}

// CHECK-LABEL: func.func @conditions
// CHECK-SAME:    %p_flag: index
DELGEN(del(s)) double conditions(const Params &p, double s) { return p.flag ? s : 2 * s; }

// Assumptions, as on parameters.
// CHECK-LABEL: func.func @assumed
// CHECK-SAME:    %p_W: !mx.matrix<m x m, f64> {mx.assume = ["spd"], mx.name = "p_W"
DELGEN(del(p.b), assume(spd(p.W))) double assumed(const Params &p) {
  return p.b.dot(p.W.llt().solve(p.b));
}

// A callee says which fields it reads.
// CHECK-LABEL: func.func @inner
// CHECK-SAME:    %s_gain: f64 {{.*}}, %x: f64
double inner(const Scale &s, double x) { return s.gain * x; }
// CHECK-LABEL: func.func @middle
// CHECK-SAME:    %q_b: {{.*}}, %q_scale_gain: f64
// CHECK:         mx.call @inner(%q_scale_gain, %{{.*}})
double middle(Params q) { return inner(q.scale, q.b.sum()); }
// CHECK-LABEL: func.func @outer
// CHECK-SAME:    %p_b: {{.*}}, %p_scale_gain: f64
// CHECK:         mx.call @middle(%p_b, %p_scale_gain)
DELGEN(del(p.b)) double outer(const Params &p) {
  const Params &q = p;
  return middle(q);
}

// A callee that reads no field is given one all the same.
// CHECK-LABEL: func.func @nothing
// CHECK-SAME:    %s_gain: f64
double nothing(const Scale &s, double x) { return x * x; }
// CHECK-LABEL: func.func @passes_nothing
// CHECK:         mx.call @nothing(%s_gain, %x)
DELGEN(del(x)) double passes_nothing(const Scale &s, double x) { return nothing(s, x); }

// A whole object: all of its real fields, whether they are read or not.
// CHECK-LABEL: func.func @whole
// CHECK-SAME:    %s_gain: f64 {{.*}}, %s_shift: !mx.matrix<2 x 1, f64> {{.*}}, %t: f64
// CHECK-SAME:    mx.del = [array<i64: -1>, array<i64: -1, -1>], mx.del_named = [array<i64: -1, 2>]
// CHECK-SAME:    mx.objects = [{access = "s", name = "s", of = array<i64: 0, 1>, type = "Scale"}]
// CHECK-SAME:    mx.requests = [{of = array<i64: -1>, what = "gradient"}]
DELGEN(del(s, 2), del(s, t), gradient(s)) double whole(const Scale &s, double t) {
  return s.gain * t;
}

// Names of parameters come first.
// CHECK-LABEL: func.func @names
// CHECK-SAME:    %s_gain_: f64 {mx.name = "s_gain_"
// CHECK-SAME:    %s_gain: f64 {mx.name = "s_gain"
DELGEN(del(s.gain)) double names(const Scale &s, double s_gain) { return s.gain * s_gain; }
