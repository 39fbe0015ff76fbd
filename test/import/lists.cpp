// RUN: %import | FileCheck %s
//
// Entries of std::vector and std::array: each that is read has sizes of its own, the same where it
// is read again in one block.

#include <Eigen/Dense>
#include <array>
#include <delgen/delgen.h>
#include <vector>

using namespace Eigen;

// CHECK-LABEL: func.func @chain(
// CHECK-SAME:    {{.*}}%W: !mx.list<!mx.matrix<_ x _, f64>> {{.}}{{.*}}mx.type = "const std::vector<Eigen::MatrixXd>&"}
// CHECK-SAME:    %b: !mx.list<!mx.matrix<_ x 1, f64>>
// CHECK-SAME:    %x: !mx.matrix<[[N:.*]] x 1, f64>
// CHECK:         %[[W0:.*]] = mx.at %W[%c0] : <!mx.matrix<_ x _, f64>> -> !mx.matrix<[[M:.*]] x [[N]], f64>
// CHECK:         mx.mul %[[W0]], %x
// CHECK:         mx.at %b[%{{.*}}] : <!mx.matrix<_ x 1, f64>> -> !mx.matrix<[[M]] x 1, f64>
// CHECK:         mx.sum %[[W0]]
DELGEN(gradient(x)) double chain(const std::vector<MatrixXd> &W, const std::vector<VectorXd> &b,
                                 const VectorXd &x) {
  return (W[0] * x + b.front()).sum() + W.at(0).sum();
}

// CHECK-LABEL: func.func @places
// CHECK:         %[[K1:.*]] = arith.addi %k, %{{.*}} : index
// CHECK:         mx.at %s[%[[K1]]] : <f64> -> f64
// CHECK:         %[[L:.*]] = mx.length %s
// CHECK:         %[[LAST:.*]] = arith.subi %[[L]], %{{.*}} : index
// CHECK:         mx.at %s[%[[LAST]]]
// CHECK:         mx.real %[[L]] : f64
// CHECK-NOT:     mx.at
// CHECK:         return
DELGEN(gradient(x)) double places(const std::vector<double> &s, int k, double x) {
  return s[k + 1] * s[s.size() - 1] * s.back() * s[1 + k] * x * double(s.size());
}

// The length of an array is a constant.
// CHECK-LABEL: func.func @arrays
// CHECK-SAME:    %R: !mx.list<!mx.matrix<3 x 3, f64>> {{.}}{{.*}}mx.plain = "std::array<Eigen::Matrix3d, 2>"
// CHECK-NOT:     mx.length
// CHECK:         mx.at %R[%{{.*}}] : <!mx.matrix<3 x 3, f64>> -> !mx.matrix<3 x 3, f64>
DELGEN(gradient(x)) double arrays(const std::array<Matrix3d, 2> &R, double x) {
  return x * R.back().trace() * double(R.size());
}

// CHECK-LABEL: func.func @nested
// CHECK-SAME:    %t: !mx.list<!mx.list<f64>>
// CHECK-SAME:    %labels: !mx.list<index>
// CHECK:         %[[I:.*]] = mx.at %labels[%{{.*}}] : <index> -> index
// CHECK:         %[[ROW:.*]] = mx.at %t[%[[I]]] : <!mx.list<f64>> -> !mx.list<f64>
// CHECK:         mx.at %[[ROW]][%{{.*}}] : <f64> -> f64
// CHECK:         mx.length %t
// CHECK:         mx.compare "eq"
DELGEN(gradient(x)) double nested(const std::vector<std::vector<double>> &t,
                                  const std::vector<int> &labels, double x) {
  return x * t[labels[0]][1] * (t.empty() ? 1.0 : 2.0);
}

struct Net {
  std::vector<MatrixXd> W;
  std::array<double, 2> s;
};
// CHECK-LABEL: func.func @callee
// CHECK-SAME:    %W: !mx.list
double callee(const std::vector<MatrixXd> &W, std::size_t k) { return W[k].sum(); }
// CHECK-LABEL: func.func @fields
// CHECK-SAME:    %n_W: !mx.list<!mx.matrix<_ x _, f64>> {{.}}{{.*}}mx.path = "W"
// CHECK-SAME:    %n_s: !mx.list<f64>
// CHECK-SAME:    mx.del = [array<i64: -1>]
// CHECK-SAME:    of = array<i64: 0, 1>, type = "Net"
// CHECK-SAME:    mx.requests = [{of = array<i64: 0>, what = "gradient"}]
// CHECK:         mx.call @callee(%n_W, %{{.*}})
DELGEN(gradient(n.W), del(n)) double fields(const Net &n) {
  const auto &W = n.W;
  return callee(W, 1) * n.s[0];
}
