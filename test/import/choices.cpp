// RUN: %import 2>/dev/null | FileCheck %s
#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <delgen/delgen.h>

using Eigen::ArrayXd;
using Eigen::VectorXd;

// A condition is a number, and && a product of two.
// CHECK-LABEL: func.func @conditions
// CHECK:         %[[A:.*]] = mx.compare "gt" %s, %t
// CHECK:         %[[B:.*]] = mx.compare "le" %s, %{{.*}}
// CHECK:         %[[C:.*]] = mx.mul %[[A]], %[[B]]
// CHECK:         mx.select %[[C]], %s, %t
// CHECK:         %[[D:.*]] = mx.compare "eq"
// CHECK:         %[[E:.*]] = mx.compare "ne"
// CHECK:         %[[F:.*]] = mx.max %[[D]], %[[E]]
// CHECK:         mx.select %[[F]], %t, %s
DELGEN(del(s)) double conditions(double s, double t) {
  return (s > t && s <= 2 ? s : t) + (s == t || s != 1 ? t : s);
}

// The opposite of a comparison is one; of a product it is the larger.
// CHECK-LABEL: func.func @negated
// CHECK:         mx.compare "le" %s, %t
// CHECK:         %[[A:.*]] = mx.compare "ge"
// CHECK:         %[[B:.*]] = mx.compare "lt"
// CHECK:         mx.max %[[A]], %[[B]]
DELGEN(del(s)) double negated(double s, double t) {
  return (!(s > t) ? s : t) + (!(s < t && s >= 0) ? t : s);
}

// Integers are compared as the numbers that they are, a bool with 0, and what is known
// while compiling is no choice.
// CHECK-LABEL: func.func @integers
// CHECK:         %[[K:.*]] = mx.real %k
// CHECK:         mx.compare "gt" %[[K]]
// CHECK:         mx.select
// CHECK:         %[[C:.*]] = mx.real %c
// CHECK:         mx.compare "ne" %[[C]]
// CHECK:         mx.select
// CHECK-NOT:     mx.select
DELGEN(del(s)) double integers(double s, int k, bool c) {
  constexpr bool isKnown = 2 > 1;
  return (k > 2 ? s : s * s) + (c ? s : 0) + (isKnown ? s : 2 * s);
}

// CHECK-LABEL: func.func @extrema
// CHECK:         mx.max %s, %t
// CHECK:         mx.min %s, %t
// CHECK:         mx.max %{{.*}}, %s
// CHECK:         %[[L:.*]] = mx.max %s, %{{.*}}
// CHECK:         mx.min %[[L]], %t
// CHECK:         %[[M:.*]] = mx.max %s, %t
// CHECK:         mx.max %[[M]], %{{.*}}
DELGEN(del(s)) double extrema(double s, double t) {
  return std::max(s, t) + std::fmin(s, t) + std::max(0.0, s) + std::clamp(s, -1.0, t) +
         std::max({s, t, 2.0});
}

// CHECK-LABEL: func.func @functions
// CHECK:         mx.map "abs"
// CHECK:         mx.hypot %s, %t
// CHECK:         mx.atan2 %s, %t
// CHECK:         mx.polygamma -1 %s
// CHECK:         mx.map "rint"
DELGEN(del(s)) double functions(double s, double t) {
  return std::fabs(s) * std::hypot(s, t) * std::atan2(s, t) + std::lgamma(s) + std::nearbyint(s) +
         std::fma(s, t, s);
}

// CHECK-LABEL: func.func @arrays
// CHECK:         %[[C:.*]] = mx.compare "gt" %a, %b
// CHECK:         mx.select %[[C]], %a, %b
// CHECK:         %[[S:.*]] = mx.fill %s
// CHECK:         mx.compare "lt" %a, %[[S]]
// CHECK:         mx.select %{{.*}}, %a, %{{.*}}
// CHECK:         mx.max %a, %b
// CHECK:         mx.min %a, %{{.*}}
DELGEN(del(a)) ArrayXd arrays(const ArrayXd &a, const ArrayXd &b, double s) {
  return (a > b).select(a, b) + (a < s).select(a, 0.0) + a.max(b) + a.min(s) +
         (a >= b).cast<double>();
}

// CHECK-LABEL: func.func @reductions
// CHECK:         mx.pick "max" %x, %x
// CHECK:         mx.pick "min" %x, %x
// CHECK:         mx.prod %x
// CHECK:         %[[A:.*]] = mx.map "abs" %x
// CHECK:         mx.sum %[[A]]
// CHECK:         mx.pick "max"
// CHECK:         mx.pow %x, 4.0
DELGEN(del(x)) double reductions(const VectorXd &x) {
  return x.maxCoeff() + x.minCoeff() + x.prod() + x.lpNorm<1>() + x.lpNorm<Eigen::Infinity>() +
         x.lpNorm<4>();
}

// CHECK-LABEL: func.func @entries
// CHECK:         %[[T:.*]] = mx.hadamard %x, %x
// CHECK:         mx.mul %s, %[[T]]
// CHECK:         mx.fill %s
DELGEN(del(x)) VectorXd entries(const VectorXd &x, double s) {
  return x.unaryExpr([s](double t) { return s * (t * t) + s; });
}
