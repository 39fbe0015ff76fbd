//===- calls.h - Calls of other functions -----------------------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

// Read twice (see exact.h), hence no guard.

#include <Eigen/Dense>
#include <cmath>
#include <delgen/delgen.h>

//===-- Functions that are called -----------------------------------------===//

inline Eigen::VectorXd affine(const Eigen::MatrixXd &A, const Eigen::VectorXd &x,
                              const Eigen::VectorXd &b) {
  return A * x + b;
}

inline Eigen::VectorXd layer(const Eigen::MatrixXd &A, const Eigen::VectorXd &x,
                             const Eigen::VectorXd &b) {
  return affine(A, x, b).array().tanh();
}

inline double energy(const Eigen::VectorXd &x) { return x.squaredNorm() / 2; }

inline double bend(double s) { return s / (1 + s * s); }

inline double bend_twice(double s) {
  const double t = bend(s);
  return bend(t) + t;
}

inline double first_only(double s, double) { return s * s * s; }

static inline double fixed_number() { return 2.5; }

inline Eigen::VectorXd changes_its_copy(Eigen::VectorXd x) {
  x *= 2;
  x += x.cwiseProduct(x);
  return x;
}

inline double through_ref(const Eigen::Ref<const Eigen::VectorXd> &x) { return x.sum() * x.sum(); }

inline double later(const Eigen::VectorXd &x);

//===-- Functions that call -----------------------------------------------===//

DELGEN(del(x, 3), del(A), del(A, x))
inline double one_level(const Eigen::MatrixXd &A, const Eigen::VectorXd &x) {
  return energy(A * x);
}

DELGEN(del(x, 3), del(A, 2), del(A, b, x), del(b))
inline double two_levels(const Eigen::MatrixXd &A, const Eigen::VectorXd &x,
                         const Eigen::VectorXd &b) {
  return energy(layer(A, x, b)) + energy(x);
}

// Every call has other active arguments.
DELGEN(del(x, 2), del(A, x), del(b, 2))
inline Eigen::VectorXd several_calls(const Eigen::MatrixXd &A, const Eigen::VectorXd &x,
                                     const Eigen::VectorXd &b) {
  return affine(A, x, b) + affine(A, b, b) - affine(A, b, x).cwiseProduct(affine(A, x, x));
}

// Of different sizes, too.
DELGEN(del(x, 2), del(A, 2), del(B, A))
inline Eigen::VectorXd several_sizes(const Eigen::MatrixXd &A, const Eigen::MatrixXd &B,
                                     const Eigen::VectorXd &x, const Eigen::VectorXd &a,
                                     const Eigen::VectorXd &b) {
  return layer(B, layer(A, x, a), b);
}

DELGEN(del(x, 4))
inline double scalar_calls(double x) { return bend_twice(x) * bend(2 * x) - bend(bend(x)); }

DELGEN(del(x, 2), del(y), del(x, y))
inline double partly_used(double x, double y) { return first_only(x, y) + first_only(y, x); }

DELGEN(del(y, 2))
inline double inactive_call(const Eigen::VectorXd &x, double y) {
  return energy(x) * y * y + fixed_number() * bend(y);
}

DELGEN(del(x, 2))
inline double through_copies(const Eigen::VectorXd &x) {
  return changes_its_copy(x).dot(x) + through_ref(x) + through_ref(2 * x);
}

DELGEN(del(x, 2))
inline double calls_what_is_defined_later(const Eigen::VectorXd &x) { return later(x) * later(x); }

inline double later(const Eigen::VectorXd &x) { return std::exp(-energy(x)); }

// Annotated functions call one another.
DELGEN(del(x, 2))
inline double annotated_callee(const Eigen::VectorXd &x) { return x.sum() * energy(x); }

DELGEN(del(x, 3))
inline double annotated_caller(const Eigen::VectorXd &x) {
  return annotated_callee(x) * annotated_callee(x.cwiseProduct(x));
}

//===-- Namespaces --------------------------------------------------------===//

namespace outer {

inline double helper(double x) { return std::sin(x); }

DELGEN(del(x, 2))
inline double in_namespace(double x) { return helper(x) * bend(x); }

namespace inner {

inline double helper(double x) { return std::cos(x); }

DELGEN(del(x, 2))
inline double nested(double x) { return helper(x) + outer::helper(x) * in_namespace(x); }

} // namespace inner
} // namespace outer

namespace outer::inner {

DELGEN(del(x, 2))
inline double reopened(double x) { return nested(x) * helper(x); }

} // namespace outer::inner

DELGEN(del(x, 2))
inline double across_namespaces(double x) {
  using outer::inner::nested;
  return nested(x) + outer::helper(x) * outer::inner::helper(x);
}

//===-- Ways to declare ---------------------------------------------------===//

DELGEN(del(x, 2))
static inline double internal(double x) { return x * x * x; }

DELGEN(del(x, 2))
[[nodiscard]] inline double with_attribute(double x) noexcept { return internal(x) * x; }

DELGEN(del(x, 2))
inline auto trailing_type(double x) -> double { return x * with_attribute(x); }

DELGEN(del(x, 2))
inline auto deduced_type(const Eigen::VectorXd &x) { return x.sum() * trailing_type(x.mean()); }

namespace {
DELGEN(del(x, 2))
inline double unnamed_namespace(double x) { return x * internal(x); }
} // namespace

namespace with_using {
using namespace Eigen;
using Vec = VectorXd;

DELGEN(del(x, 2))
inline Vec directive(const Ref<const MatrixXd> &A, const Vec &x) {
  using std::sin;
  const Vec y = A * x;
  return y * sin(x.sum());
}
} // namespace with_using
