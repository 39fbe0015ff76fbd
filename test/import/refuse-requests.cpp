// RUN: not %import 2>&1 | FileCheck %s --implicit-check-not=error:
//
// Every problem of a request is reported at its word, all in one run.

#include <Eigen/Dense>
#include <delgen/delgen.h>

using Eigen::MatrixXd;
using Eigen::VectorXd;

// CHECK: :[[@LINE+2]]:8: error: unknown request 'dell'; did you mean 'del'?
DELGEN(
       dell(x),
// CHECK: :[[@LINE+1]]:8: error: unknown request 'foo'; the requests are assume, opaque, del, directional, taylor, gradient, value_and_gradient, jacobian, hessian, hvp, vjp{{$}}
       foo(x),
// CHECK: :[[@LINE+1]]:12: error: 'weigth' is not a parameter of 'requests', whose parameters are x, weight, n, flag; did you mean 'weight'?
       del(weigth, 2),
// CHECK: :[[@LINE+1]]:12: error: 'z' is not a parameter of 'requests', whose parameters are x, weight, n, flag{{$}}
       del(z),
// CHECK: :[[@LINE+1]]:12: error: 'n' is an integer: only real parameters have derivatives
       del(n),
// CHECK: :[[@LINE+1]]:15: error: 'flag' is a Boolean: only real parameters have derivatives
       del(x, flag),
// CHECK: :[[@LINE+1]]:15: error: the order of a derivative is an integer of at least 1, as in 'del(x, 2)'
       del(x, 0),
// CHECK: :[[@LINE+1]]:16: error: the order of a derivative is an integer of at least 1, as in 'del(x, 2)'
       del(x, -2),
// CHECK: :[[@LINE+1]]:15: error: the order of a derivative is an integer of at least 1, as in 'del(x, 2)'
       del(x, 1.5),
// CHECK: :[[@LINE+1]]:15: error: the order of a derivative is at most 12
       del(x, 13),
// CHECK: :[[@LINE+1]]:15: error: the order of a derivative is at most 12
       del(x, 99999999999999999999),
// CHECK: :[[@LINE+1]]:48: error: the order of a derivative is at most 12
       del(x, x, x, x, x, x, x, x, x, x, x, x, x),
// CHECK: :[[@LINE+1]]:18: error: an order follows a single name, as in 'del(x, 2)'; for mixed derivatives repeat the names, as in 'del(x, x, y)'
       del(x, x, 2),
// CHECK: :[[@LINE+1]]:12: error: a parameter's name comes first, as in 'del(x, 2)'
       del(2),
// CHECK: :[[@LINE+1]]:12: error: 'del' needs the name of a parameter, as in 'del(x)'
       del(),
// CHECK: :[[@LINE+1]]:11: error: expected '(' after 'del'
       del,
// CHECK: :[[@LINE+1]]:14: error: expected ')' or ',' after an argument
       del(x weight),
// CHECK: :[[@LINE+1]]:12: error: expected the name of a parameter
       del((x)),
// CHECK: :[[@LINE+1]]:14: error: 'x' is 'Eigen::VectorXd', which has no fields to name; name the parameter alone
       del(x.w),
// CHECK: :[[@LINE+1]]:14: error: expected the name of a field after '.'
       del(x.),
// CHECK: :[[@LINE+1]]:15: error: expected ',' between two requests
       del(x) del(x),
// CHECK: :[[@LINE+1]]:8: error: expected a request, as in 'del(x)'
       (x),
// CHECK: :[[@LINE+2]]:25: error: 'symmetric' is a property of matrices; 'x' is 'Eigen::VectorXd'
// CHECK: :[[@LINE+1]]:35: error: 'lower' is a property of matrices; 'x' is 'Eigen::VectorXd'
       assume(symmetric(x), lower(x)),
// CHECK: :[[@LINE+1]]:21: error: 'lower' is a property of matrices; 'weight' is 'double'
       assume(lower(weight)),
// CHECK: :[[@LINE+1]]:21: error: 'upper' is a property of matrices; 'n' is 'int'
       assume(upper(n)),
// CHECK: :[[@LINE+1]]:24: error: 'weigth' is not a parameter of 'requests', whose parameters are x, weight, n, flag; did you mean 'weight'?
       assume(diagonal(weigth)),
// CHECK: :[[@LINE+1]]:15: error: expected a property, as in 'assume(symmetric(A))'
       assume(),
// CHECK: :[[@LINE+1]]:19: error: expected '(' after 'spd'
       assume(spd x),
// CHECK: :[[@LINE+1]]:14: error: expected '(' after 'assume'
       assume,
// CHECK: :[[@LINE+1]]:15: error: unknown property 'symetric'; the properties are symmetric, spd, lower, upper, diagonal, orthogonal; did you mean 'symmetric'?
       assume(symetric(x)),
// CHECK: :[[@LINE+1]]:18: error: the order in 'taylor' is at most 50
       taylor(x, 51),
// CHECK: :[[@LINE+1]]:23: error: the order in 'directional' is at most 50
       directional(x, 999999999999999999999),
// CHECK: :[[@LINE+1]]:8: error: 'taylor' needs an order, as in 'taylor(x, 2)'
       taylor(x),
// CHECK: :[[@LINE+1]]:20: error: 'gradient' takes no order; remove the number
       gradient(x, 2),
// CHECK: :[[@LINE+1]]:15: error: 'hvp' takes one name
       hvp(x, weight),
// CHECK: :[[@LINE+1]]:22: error: 'hessian' takes at most two names
       hessian(x, x, weight),
// CHECK: :[[@LINE+1]]:20: error: a parameter is named twice in 'gradient'; name it once
       gradient(x, x),
// CHECK: :[[@LINE+1]]:15: error: expected the name of a parameter
       del(x, ),
// CHECK: :[[@LINE+1]]:15: error: expected a request, as in 'del(x)'
       del(x),)
double requests(const VectorXd &x, double weight, int n, bool flag) { return weight * x.sum(); }

// CHECK: :[[@LINE+1]]:8: error: 'gradient' needs a function that returns a scalar; 'matrix' returns 'Eigen::MatrixXd': use 'jacobian' or 'vjp', or sum its entries
DELGEN(gradient(X)) MatrixXd matrix(const MatrixXd &X) { return X; }

// CHECK: :[[@LINE+1]]:1: error: no request: name a derivative, as in DELGEN(del(x))
DELGEN() double empty(double x) { return x; }

// CHECK: :[[@LINE+1]]:12: error: 'x' is not a parameter of 'none', which has none
DELGEN(del(x)) double none() { return 1; }

// CHECK: :[[@LINE+1]]:34: error: a matrix that is 'orthogonal' is square; 'Q' is 'Eigen::Matrix<double, 2, 3>'
DELGEN(del(x), assume(orthogonal(Q))) double fixed(double x, const Eigen::Matrix<double, 2, 3> &Q) {
  return x * Q.sum();
}

// The body makes the columns three, and the assumption the rows.
DELGEN(del(x), assume(symmetric(A)))
double sizes(const Eigen::Vector3d &x, const Eigen::Vector2d &y, const MatrixXd &A) {
  // CHECK: :[[@LINE+1]]:12: error: sizes 2 and 3 cannot agree: the left side is 2 x 1, the right side 3 x 1
  return y.dot(A * x);
}
