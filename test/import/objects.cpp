// RUN: %import 2>/dev/null | FileCheck %s
//
// Each field of an object that a function makes is a variable.

#include <Eigen/Dense>
#include <delgen/delgen.h>

using Eigen::MatrixXd;
using Eigen::VectorXd;

struct Params {
  MatrixXd W;
  VectorXd b;
  double rate = 0.5;
};

// CHECK-LABEL: func.func @copied
// CHECK-SAME:    %p_W: {{.*}}, %p_b: {{.*}}, %p_rate: f64
// CHECK:         %[[W:.*]] = mx.mul %{{.*}}, %p_W
// CHECK:         mx.mul %[[W]], %p_b
DELGEN(del(p.b)) VectorXd copied(const Params &p) {
  Params q = p;
  q.W *= 2;
  return q.W * q.b;
}

struct State {
  VectorXd x, v;
  double t = 0;
};
inline State step(const State &s, double h) {
  State next{s.x + h * s.v, s.v};
  next.t = s.t + h;
  return next;
}
// CHECK-LABEL: func.func @carried
// CHECK:         %[[S:.*]]:3 = mx.loop times %n from
// CHECK:         mx.mul %[[S]]#2, %[[S]]#0
DELGEN(del(x)) VectorXd carried(const VectorXd &x, int n) {
  State s{x, 2 * x};
  for (int i = 0; i < n; ++i)
    s = step(s, 0.1);
  auto [position, velocity, time] = s;
  return time * position;
}

// A class with a constructor, and a member function that changes its object.
class Average {
public:
  explicit Average(const VectorXd &start) : mean(start) {}
  void update(const VectorXd &x) { mean = rate * mean + x; }
  const VectorXd &value() const { return mean; }

private:
  VectorXd mean;
  double rate = 0.5;
};
// CHECK-LABEL: func.func @changed
// CHECK:         %[[OLD:.*]] = mx.mul %{{.*}}, %x
// CHECK:         %[[NEW:.*]] = mx.add %[[OLD]], %x
// CHECK:         return %[[NEW]]
DELGEN(del(x)) VectorXd changed(const VectorXd &x) {
  Average a(x);
  a.update(x);
  return a.value();
}

// One of two objects, and a functor.
struct Scale {
  double s;
  VectorXd operator()(const VectorXd &x) const { return s * x; }
};
// CHECK-LABEL: func.func @chosen
// CHECK:         %[[S:.*]] = mx.if
// CHECK:         mx.mul %[[S]], %x
DELGEN(del(x)) VectorXd chosen(const VectorXd &x, bool c) {
  const Scale f = c ? Scale{2} : Scale{x.sum()};
  return f(x);
}
