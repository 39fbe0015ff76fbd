// RUN: %import 2>/dev/null | FileCheck %s
#include <Eigen/Dense>
#include <array>
#include <delgen/delgen.h>
#include <vector>

using Eigen::MatrixXd;
using Eigen::VectorXd;

// CHECK-LABEL: func.func @grown
// CHECK:         mx.make_list -> <!mx.matrix<_ x 1, f64>>
// CHECK:         mx.append %x to
// CHECK:         mx.loop times %n
// CHECK:           mx.length
// CHECK:           mx.at
// CHECK:           mx.append
// CHECK:         mx.at %{{.*}}[%n]
DELGEN(del(x)) double grown(const VectorXd &x, const MatrixXd &A, int n) {
  std::vector<VectorXd> h;
  h.push_back(x);
  for (int i = 0; i < n; ++i)
    h.push_back(A * h.back());
  return h[n].sum();
}

// CHECK-LABEL: func.func @entries
// CHECK:         mx.set_at
// CHECK:         mx.insert
// CHECK-NEXT:    mx.set_at
// CHECK:         %[[C:.*]] = mx.constant 2.0
// CHECK:         mx.at %{{.*}}[%i]
// CHECK:         mx.mul %{{.*}}, %[[C]]
DELGEN(del(x)) double entries(const VectorXd &x, int i) {
  std::vector<VectorXd> v(3, x);
  v[i] = 2 * x;
  v[1](0) = 3;
  double c[2] = {x(0), 2};
  return v[i].sum() * c[1];
}

// A reference to an entry changes it.
// CHECK-LABEL: func.func @over_entries
// CHECK:         mx.loop times
// CHECK:           mx.set_at
// CHECK:         mx.loop times
// CHECK:           mx.at
DELGEN(del(x)) double over_entries(const VectorXd &x) {
  std::vector<double> v(30);
  for (double &e : v)
    e = x(0);
  double s = 0;
  for (double e : v)
    s += e;
  return s;
}

// The size of entries that are made alike is known.
// CHECK-LABEL: func.func @alike
// CHECK:         mx.at {{.*}} -> !mx.matrix<m x 1, f64>
DELGEN(del(x)) double alike(const VectorXd &x, int i) {
  std::vector<VectorXd> list = {x, 2 * x};
  return list[std::size_t(i)].dot(x);
}

// What braces leave out is zero.
// CHECK-LABEL: func.func @value_initialised
// CHECK:         %[[B:.*]] = mx.add %x, %{{.*}}
// CHECK-NEXT:    mx.add %[[B]], %x
DELGEN(del(x)) double value_initialised(double x) {
  std::array<double, 2> b{};
  b[0] = x;
  return b[0] + b[1] + x;
}
