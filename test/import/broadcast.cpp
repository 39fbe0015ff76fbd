// RUN: %import 2>/dev/null | FileCheck %s
#include <Eigen/Dense>
#include <delgen/delgen.h>

using Eigen::ArrayXd;
using Eigen::ArrayXXd;
using Eigen::MatrixXd;
using Eigen::RowVectorXd;
using Eigen::VectorXd;

// A repeated vector is its product with ones, and the sizes agree.
// CHECK-LABEL: func.func @added
// CHECK-SAME:    %A: !mx.matrix<[[M:[a-z]]] x [[N:[a-z]]], f64>
// CHECK-SAME:    %v: !mx.matrix<[[M]] x 1, f64>
// CHECK-SAME:    %r: !mx.matrix<1 x [[N]], f64>
// CHECK:         %[[O:.*]] = mx.fill %{{.*}} : f64 -> <1 x [[N]], f64>
// CHECK:         mx.mul %v, %[[O]]
// CHECK:         %[[P:.*]] = mx.fill %{{.*}} : f64 -> <[[M]] x 1, f64>
// CHECK:         mx.mul %[[P]], %r
DELGEN(del(A)) MatrixXd added(const MatrixXd &A, const VectorXd &v, const RowVectorXd &r) {
  return (A.colwise() + v).rowwise() - r;
}

// CHECK-LABEL: func.func @scaled
// CHECK:         %[[D:.*]] = mx.diag %v
// CHECK:         mx.mul %[[D]], %A
// CHECK:         mx.pow %v, -1.0
DELGEN(del(A)) ArrayXXd scaled(const ArrayXXd &A, const ArrayXd &v) {
  return A.colwise() * v + A.colwise() / v;
}

// CHECK-LABEL: func.func @assigned
// CHECK:         %[[R:.*]] = mx.mul %v, %{{.*}}
// CHECK:         %[[B:.*]] = mx.add %A, %[[R]]
// CHECK:         %[[D:.*]] = mx.diag %v
// CHECK:         mx.mul %[[D]], %[[B]]
DELGEN(del(A)) MatrixXd assigned(const MatrixXd &A, const VectorXd &v) {
  MatrixXd B = A;
  B.colwise() += v;
  B.array().colwise() *= v.array();
  return B;
}

// CHECK-LABEL: func.func @reduced
// CHECK:         %[[O:.*]] = mx.fill %{{.*}} : f64 -> <[[N:.*]] x 1, f64>
// CHECK:         mx.mul %A, %[[O]]
// CHECK:         mx.pick "max" %A, %A {{.*}} -> !mx.matrix<[[M:.*]] x 1, f64>
// CHECK:         mx.prod %A {{.*}} -> !mx.matrix<[[M]] x 1, f64>
// CHECK:         mx.pow %A, 2.0
DELGEN(del(A)) VectorXd reduced(const MatrixXd &A) {
  return A.rowwise().sum() + A.rowwise().maxCoeff() + A.rowwise().prod() +
         A.rowwise().squaredNorm();
}
