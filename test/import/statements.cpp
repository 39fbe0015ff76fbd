// RUN: %import | FileCheck %s
#include <Eigen/Dense>
#include <delgen/delgen.h>
#include <utility>

using Eigen::MatrixXd;
using Eigen::VectorXd;

// A value has the name of the local that holds it.
// CHECK-LABEL: func.func @locals
// CHECK-NEXT:    %y = mx.mul %A, %x
// CHECK-NEXT:    %s = mx.sum %y
// CHECK-NEXT:    %t = mx.sum %x
// CHECK-NEXT:    %[[ST:.*]] = mx.mul %s, %t
// CHECK-NEXT:    %z = mx.mul %[[ST]], %y
// CHECK-NEXT:    return %z
DELGEN(del(x)) VectorXd locals(const MatrixXd &A, const VectorXd &x) {
  const VectorXd y = A * x;
  auto s = y.sum(), t(x.sum());
  const auto z{VectorXd(s * t * y)};
  return z;
}

// CHECK-LABEL: func.func @assignments
// CHECK:         %y = mx.mul %A, %x
// CHECK-NEXT:    %[[Y1:.*]] = mx.add %y, %x
// CHECK:         %[[NEG:.*]] = mx.mul %{{.*}}, %x
// CHECK-NEXT:    %[[Y2:.*]] = mx.add %[[Y1]], %[[NEG]]
// CHECK:         %[[TWO:.*]] = mx.constant 2.0
// CHECK-NEXT:    %[[Y3:.*]] = mx.mul %[[TWO]], %[[Y2]]
// CHECK:         %[[THREE:.*]] = mx.constant 3.0
// CHECK-NEXT:    %[[THIRD:.*]] = mx.pow %[[THREE]], -1.0
// CHECK-NEXT:    %[[Y4:.*]] = mx.mul %[[THIRD]], %[[Y3]]
// CHECK-NEXT:    %[[Y5:.*]] = mx.mul %A, %[[Y4]]
// CHECK-NEXT:    return %[[Y5]]
DELGEN(del(x)) VectorXd assignments(const MatrixXd &A, const VectorXd &x) {
  VectorXd y;
  y.noalias() = A * x;
  y += x;
  y -= x;
  y *= 2;
  y /= 3;
  y = A * y;
  return y;
}

// CHECK-LABEL: func.func @scalar_assignments
// CHECK:         %[[S1:.*]] = mx.add %x, %y
// CHECK:         %[[S2:.*]] = mx.mul %[[S1]], %y
// CHECK-NEXT:    %[[INV:.*]] = mx.pow %x, -1.0
// CHECK-NEXT:    %[[S3:.*]] = mx.mul %[[INV]], %[[S2]]
// CHECK-NEXT:    return %[[S3]]
DELGEN(del(x)) double scalar_assignments(double x, double y) {
  double s = x;
  s += y;
  s *= y;
  s /= x;
  return s;
}

// A product with itself on the left; one entry by entry; a scalar for all entries.
// CHECK-LABEL: func.func @assignments_of_views
// CHECK:         %[[B1:.*]] = mx.mul %A, %A
// CHECK-NEXT:    %[[B2:.*]] = mx.hadamard %[[B1]], %A
// CHECK-NEXT:    %[[ONE:.*]] = mx.constant 1.0
// CHECK-NEXT:    %[[FILL:.*]] = mx.fill %[[ONE]]
// CHECK-NEXT:    %[[B3:.*]] = mx.add %[[B2]], %[[FILL]]
// CHECK-NEXT:    return %[[B3]]
DELGEN(del(A)) MatrixXd assignments_of_views(const MatrixXd &A) {
  MatrixXd B = A;
  B *= A;
  B.array() *= A.array();
  B.array() += 1;
  return B;
}

// CHECK-LABEL: func.func @parameter_by_value
// CHECK-NEXT:    %[[X:.*]] = mx.mul %A, %x
// CHECK-NEXT:    %[[X2:.*]] = mx.mul %A, %[[X]]
// CHECK-NEXT:    return %[[X2]]
DELGEN(del(x)) VectorXd parameter_by_value(const MatrixXd &A, VectorXd x) {
  {
    x = A * x;
  }
  return A * x;
}

// A row becomes a column, and a column a row, where the types say so.
// CHECK-LABEL: func.func @implicit_transpose
// CHECK:         %[[XT:.*]] = mx.transpose %x
// CHECK-NEXT:    %[[R:.*]] = mx.mul %[[XT]], %A
// CHECK-NEXT:    %y = mx.transpose %[[R]]
// CHECK-NEXT:    %[[ROW:.*]] = mx.transpose %y
// CHECK-NEXT:    return %[[ROW]] : !mx.matrix<1 x n, f64>
DELGEN(del(x)) Eigen::RowVectorXd implicit_transpose(const MatrixXd &A, const VectorXd &x) {
  VectorXd y = x.transpose() * A;
  return y;
}

// CHECK-LABEL: func.func @moved
// CHECK:         %y = mx.add %x, %x
// CHECK-NEXT:    return %y
DELGEN(del(x)) VectorXd moved(const VectorXd &x) {
  VectorXd y = std::as_const(x) + x;
  return std::move(y);
}

// What says something about C++ only is passed over.
// CHECK-LABEL: func.func @nothing_else
// CHECK-NEXT:    return %x
DELGEN(del(x)) VectorXd nothing_else(const VectorXd &x, int n) {
  using Vector = VectorXd;
  using namespace Eigen;
  typedef double Real;
  struct Local {};
  static_assert(sizeof(Real) == 8);
  ;
  eigen_assert(x.size() == n && "a message");
  (void)n;
  [[maybe_unused]] const Vector unused = x;
  return x;
  return 2 * x;
}
