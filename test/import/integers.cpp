// RUN: %import | FileCheck %s
//
// An integer parameter that is used as a size is a symbol; another integer becomes one
// where a matrix is made with it and no parameter has that size.

#include <Eigen/Dense>
#include <delgen/delgen.h>
#include <vector>

using namespace Eigen;

// CHECK-LABEL: func.func @parameter
// CHECK-SAME:    %X: !mx.matrix<count x count, f64>
// CHECK-SAME:    %count: index {mx.name = "count", mx.size = "count", mx.type = "int"}
// CHECK-NEXT:    mx.identity : <count x count, f64>
DELGEN(del(X)) MatrixXd parameter(const MatrixXd &X, int count) {
  return X + MatrixXd::Identity(count, count);
}

// CHECK-LABEL: func.func @not_a_size
// CHECK-SAME:    %k: index {mx.name = "k", mx.type = "Eigen::Index"}
// CHECK-SAME:    %c: index {mx.name = "c", mx.type = "bool"}
// CHECK:         mx.real %k : f64
// CHECK:         mx.real %c : f64
DELGEN(del(x)) double not_a_size(double x, Index k, bool c) { return k * x + c; }

// CHECK-LABEL: func.func @a_number
// CHECK-SAME:    %n: index {mx.name = "n", mx.type = "int"}
// CHECK:         mx.fill %{{.*}} : f64 -> <3 x 1, f64>
DELGEN(del(x)) Vector3d a_number(const Vector3d &x, int n) { return x + VectorXd::Ones(n); }

// CHECK-LABEL: func.func @extents
// CHECK-NEXT:    %[[M:.*]] = mx.extent "m"
// CHECK-NEXT:    %[[N:.*]] = mx.extent "n"
// CHECK-NEXT:    %[[MN:.*]] = arith.muli %[[M]], %[[N]]
// CHECK-NEXT:    mx.real %[[MN]]
// CHECK:         mx.extent "m"
// CHECK:         mx.extent "n"
// CHECK:         mx.extent "k"
// CHECK:         mx.constant 3.0
DELGEN(del(s)) double extents(double s, const MatrixXd &A, const VectorXd &x, const Vector3d &v) {
  int entries = A.size();
  return s * entries + A.rows() + A.cols() + x.size() + v.size();
}

// CHECK-LABEL: func.func @from_extents
// CHECK:         mx.identity : <m x m, f64>
DELGEN(del(x)) VectorXd from_extents(const VectorXd &x) {
  const auto n = x.size();
  return MatrixXd::Identity(n, n) * x;
}

// A computed size is bound once, where it is computed, unless a parameter has it.
// CHECK-LABEL: func.func @computed
// CHECK:         %k = arith.muli %n, %{{.*}} : index
// CHECK-NEXT:    mx.bind "m" = %k
// CHECK-NOT:     mx.bind
// CHECK:         mx.identity : <m x m, f64>
// CHECK:         mx.fill %{{.*}} : f64 -> <m x 1, f64>
DELGEN(del(s)) double computed(double s, int n) {
  const int k = 2 * n;
  return s * (MatrixXd::Identity(k, k) * VectorXd::Ones(k)).sum();
}

// CHECK-LABEL: func.func @computed_and_known
// CHECK-SAME:    %x: !mx.matrix<m x 1, f64>
// CHECK-NOT:     mx.bind
// CHECK:         mx.fill %{{.*}} : f64 -> <m x 1, f64>
DELGEN(del(x)) VectorXd computed_and_known(const VectorXd &x, int n) {
  return x + VectorXd::Ones(n + 1);
}

// Division of integers stays what it is.
// CHECK-LABEL: func.func @arithmetic
// CHECK:         arith.addi
// CHECK:         arith.divsi
// CHECK:         arith.remsi
// CHECK:         arith.subi
DELGEN(del(s)) double arithmetic(double s, int n, unsigned char u) {
  int i = n;
  i += u;
  i /= 2;
  return s * (i % 3 - n) + 7 / 2;
}

// The smaller one is chosen; what is chosen is a size.
// CHECK-LABEL: func.func @smaller
// CHECK:         mx.compare "lt"
// CHECK:         %[[M:.*]] = mx.if
// CHECK:         mx.bind "{{.*}}" = %[[M]]
DELGEN(del(x)) double smaller(const VectorXd &x, int n) {
  return x.head(std::min<Eigen::Index>(x.size() / 2, n)).sum();
}

// Below 0 an unsigned integer is larger than all others.
// CHECK-LABEL: func.func @wraps
// CHECK:         arith.subi
// CHECK:         mx.compare "lt"
// CHECK:         mx.constant 0x41F0000000000000
DELGEN(del(s)) double wraps(double s, unsigned n, unsigned k) {
  if (n - k < 3)
    return 2 * s;
  return s;
}

// for (i = n; i-- > 0;) counts.
// CHECK-LABEL: func.func @down
// CHECK:         mx.loop times %n
DELGEN(del(s)) double down(double s, unsigned n) {
  for (unsigned i = n; i-- > 0;)
    s = s * i;
  return s;
}

// Booleans are compared, and counted.
// CHECK-LABEL: func.func @booleans
// CHECK:         mx.compare "gt"
// CHECK:         mx.if
// CHECK:         mx.compare "eq"
DELGEN(del(s)) double booleans(double s, bool a, bool b) {
  const int sign = (s > 0) - (s < 0);
  return (a == b ? s : s * s) * sign;
}

// A case goes on in the next.
// CHECK-LABEL: func.func @falls
// CHECK:         mx.if
// CHECK:           mx.map "exp"
// CHECK:           mx.map "sin"
// CHECK:         } else {
// CHECK:           mx.map "sin"
DELGEN(del(s)) double falls(double s, int n) {
  switch (n) {
  case 0:
    s = std::exp(s);
    [[fallthrough]];
  case 1:
    s = std::sin(s);
    break;
  default:
    s = 2 * s;
  }
  return s;
}

// What unsigned integers count from 0 is no difference: the next entry, and the first after the
// last.
// CHECK-LABEL: func.func @next
// CHECK:         arith.remsi
DELGEN(del(s)) double next(double s, const std::vector<double> &l) {
  double sum = 0;
  for (std::size_t i = 0; i < l.size(); ++i)
    for (std::size_t k = 1; k < 3; ++k)
      sum += s * l[i] * l[(i + k) % l.size()];
  return sum;
}
