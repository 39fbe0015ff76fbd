//===- statements.h - Declarations, assignments, conversions ----*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

// Read twice (see exact.h), hence no guard.

#include <Eigen/Dense>
#include <cmath>
#include <delgen/delgen.h>

//===-- Declarations ------------------------------------------------------===//

DELGEN(del(x, 2), del(A))
inline Eigen::VectorXd locals(const Eigen::MatrixXd &A, const Eigen::VectorXd &x) {
  const Eigen::VectorXd y = A * x;
  Eigen::VectorXd z = y.cwiseProduct(x);
  return y + z;
}

DELGEN(del(x, 3))
inline double several_declarators(const Eigen::VectorXd &x) {
  double a = x.sum(), b = a * a, c;
  Eigen::VectorXd u = a * x, v = u - x;
  c = b / a + u.dot(v);
  return c;
}

DELGEN(del(x, 2))
inline Eigen::VectorXd other_initialisers(const Eigen::MatrixXd &A, const Eigen::VectorXd &x) {
  Eigen::VectorXd y(A * x);
  const Eigen::VectorXd z{y.array().square()};
  double s(2), t{3.5};
  return s * Eigen::VectorXd(y + z) * t;
}

DELGEN(del(x, 2))
inline Eigen::VectorXd declared_first(const Eigen::MatrixXd &A, const Eigen::VectorXd &x) {
  Eigen::VectorXd y, z;
  y = A * x;
  z = y.dot(x) * y;
  return z;
}

DELGEN(del(x, 2), del(A, x))
inline Eigen::VectorXd deduced(const Eigen::MatrixXd &A, const Eigen::VectorXd &x) {
  const auto y = A * x;
  auto s = y.squaredNorm();
  const auto &z = x;
  const auto w = (s * y).eval();
  return w + z / s;
}

DELGEN(del(x, 2))
inline double unused(const Eigen::VectorXd &x) {
  [[maybe_unused]] const Eigen::VectorXd y = x.array().log();
  const double s = x.sum();
  return s * s;
}

DELGEN(del(x, 2))
inline double blocks(const Eigen::VectorXd &x) {
  double s = x.sum();
  {
    const double t = s * s;
    s = s + t;
  }
  {
    const double t = x.squaredNorm();
    s = s * t;
  }
  return s;
}

DELGEN(del(x, 2))
inline double parentheses(const Eigen::VectorXd &x) {
  return ((((x).sum()) * (2)) - ((x).dot(((x))))) / (((1 + ((x).squaredNorm()))));
}

//===-- Assignments -------------------------------------------------------===//

DELGEN(del(x, 3))
inline Eigen::VectorXd reassigned(const Eigen::MatrixXd &A, const Eigen::VectorXd &x) {
  Eigen::VectorXd y = x;
  y = A * y + x;
  y = y.cwiseProduct(A * y);
  y = y / 2;
  return y;
}

DELGEN(del(x, 2), del(A))
inline Eigen::VectorXd compound(const Eigen::MatrixXd &A, const Eigen::VectorXd &x, double s) {
  Eigen::VectorXd y = A * x;
  y += x;
  y -= A * y;
  y *= s;
  y /= 1 + x.squaredNorm();
  y += y;
  return y;
}

DELGEN(del(x, 3))
inline double compound_scalar(double x) {
  double s = x, t = 1;
  s += x * x;
  t -= s;
  s *= t;
  s /= 2 + x * x;
  s *= s;
  return s + t;
}

DELGEN(del(X, 3))
inline Eigen::MatrixXd compound_matrix(const Eigen::MatrixXd &X) {
  Eigen::MatrixXd Y = X;
  Y *= X;
  Y *= 2;
  Y -= X.transpose();
  return Y;
}

DELGEN(del(a, 2), del(b))
inline Eigen::ArrayXd compound_array(const Eigen::ArrayXd &a, const Eigen::ArrayXd &b) {
  Eigen::ArrayXd c = a;
  c *= b;
  c += 1;
  c /= a + 3;
  c -= 0.5;
  return c * c;
}

DELGEN(del(x, 2))
inline Eigen::VectorXd noalias(const Eigen::MatrixXd &A, const Eigen::VectorXd &x) {
  Eigen::VectorXd y(A * x), z;
  y.noalias() += A * (A * x);
  z.noalias() = A * y;
  z.noalias() -= A * x;
  return z.dot(y) * z;
}

DELGEN(del(x))
inline Eigen::VectorXd evaluated(const Eigen::MatrixXd &A, const Eigen::VectorXd &x) {
  return ((A * x).eval() + (2 * x).eval()).eval();
}

DELGEN(del(x, 2))
inline Eigen::VectorXd array_of_vector_changed(const Eigen::VectorXd &x) {
  Eigen::VectorXd y = x;
  y.array() += 1;
  y.array() *= x.array();
  return y;
}

DELGEN(del(x, 2))
inline double parameter_changed(double x) {
  x *= 3;
  x += x * x;
  return x;
}

//===-- Conversions -------------------------------------------------------===//

DELGEN(del(x, 2))
inline double one_by_one(const Eigen::VectorXd &x, const Eigen::MatrixXd &A) {
  const double s = x.transpose() * A * x;
  double t = 0;
  t = x.transpose() * x;
  return s * t + (x.transpose() * A).dot(x) + (x.transpose() * x).value();
}

DELGEN(del(x, 2))
inline double entry_of_one_by_one(const Eigen::VectorXd &x, const Eigen::MatrixXd &A) {
  return (x.transpose() * A * x)(0) * (x.transpose() * x)(0, 0) + (x.transpose() * x).sum();
}

DELGEN(del(x, 2))
inline Eigen::VectorXd row_to_column(const Eigen::VectorXd &x, const Eigen::RowVectorXd &r) {
  Eigen::VectorXd y = x.dot(r) * r;
  return y;
}

DELGEN(del(x, 2))
inline Eigen::RowVectorXd column_to_row(const Eigen::MatrixXd &A, const Eigen::VectorXd &x) {
  return A * x * x.sum();
}

DELGEN(del(x))
inline Eigen::MatrixXd vector_to_matrix(const Eigen::VectorXd &x) { return 2 * x; }

DELGEN(del(x, 2))
inline double integers_and_reals(double x) {
  const int n = 3;
  int m = n * 2 - 1;
  const double third = 1.0 / n;
  m += 2;
  return n * x * x + third * x / m + static_cast<double>(m / 2) * x;
}

//===-- Constants ---------------------------------------------------------===//

constexpr double gravity = 9.81;
static const double half = 0.5;
const int three = 3;
namespace constants {
inline constexpr double drag = 0.0625;
}

DELGEN(del(t, 3))
inline double constants_outside(double t) {
  return half * gravity * t * t - constants::drag * t * t * t / three + M_PI * t;
}

DELGEN(del(x, 2))
inline double constants_inside(double x) {
  static const double c = 3;
  constexpr int n = 2;
  const double d = c / n;
  return d * x * x + n * x;
}

DELGEN(del(x, 2))
inline double literals(double x) {
  return 1e300 * (1e-300 * x) * x + 0x1.8p1 * x + 1'000.5 * x + .3333333333333333 * x * x +
         010 * x + 0xff * x - 1u * x;
}

DELGEN(del(x, 2))
inline double integer_division(double x) {
  return std::pow(x, 1 / 2) + std::pow(x, 1 / 2.0) + 3 / 2 * x * x + (7 % 4) * x;
}

DELGEN(del(x, 2), gradient(x), hvp(x))
inline double lambdas(const Eigen::VectorXd &x, double s) {
  double c = s, sum = 0;
  auto held = [c](double z) { return c * z * z; };
  auto add = [&](double z) {
    if (z > 0)
      sum += c * z * z * z;
  };
  c = x.sum();
  for (Eigen::Index i = 0; i < x.size(); ++i)
    add(x(i));
  return sum + held(x(0));
}

DELGEN(del(A, 2), gradient(A), hvp(A))
inline double views(const Eigen::MatrixXd &A) {
  Eigen::MatrixXd Y = A;
  for (Eigen::Index i = 1; i < Y.rows(); ++i) {
    auto row = Y.row(i);
    row *= Y(i - 1, 0);
    auto &last = Y(i, Y.cols() - 1);
    last += row.sum();
  }
  Eigen::MatrixXd &same = Y;
  return same.squaredNorm();
}

// Captures by value hold what references referred to; a parameter is another variable in each call.
inline void blend(double &p, const double &q) {
  p += q;
  p *= q;
}
inline double scaled(Eigen::VectorXd &a, const Eigen::VectorXd &b) {
  const Eigen::VectorXd &r = b;
  auto first = a.head(1);
  a *= 2;
  first(0) += r(0);
  return r.dot(a);
}
DELGEN(del(x, 2), gradient(x), hvp(x))
inline double aliases(const Eigen::VectorXd &x) {
  double t = x(0);
  Eigen::VectorXd y = x;
  struct {
    Eigen::VectorXd v;
    double w;
  } p{x, x(0)};
  double &s = t;
  Eigen::VectorXd &z = y;
  auto held = [=](double a) { return a * s + z.sum() * p.w + p.v(0); };
  t *= t;
  y *= y(0);
  p.w += t;
  p.v *= 2;
  blend(t, t);
  blend(y(0), y(0));
  blend(y(0), t);
  blend(t, y(0));
  double r = scaled(y, y);
  r += scaled(y, x);
  return held(t) + r * p.w + p.v.dot(y);
}

struct Motion {
  Eigen::VectorXd x, v;
  double t = 0;
};
inline void drift(Motion &m, double h) {
  m.x += h * m.v;
  m.t += h;
}
inline Motion kicked(const Motion &m, double h) {
  Motion next{m.x, m.v - h * m.x.array().sin().matrix()};
  next.t = m.t;
  return next;
}
DELGEN(del(x, 2), gradient(x), hvp(x))
inline double objects(const Eigen::VectorXd &x, int k) {
  Motion m{x, 2 * x};
  for (int i = k; i-- > 0;) {
    drift(m, 0.1);
    m = kicked(m, 0.1);
  }
  return m.x.dot(m.v) + m.t * m.x.sum();
}

// Lambdas that change what is needed, for the sake of a value that is not.
DELGEN(gradient(x))
inline double besides(const Eigen::VectorXd &x) {
  double t = 0, unread = 0;
  Eigen::VectorXd v = x;
  const double factor = 2;
  auto f = [&](double s) {
    t += s * s;
    return factor * s;
  };
  auto g = [&v](double s) {
    v *= s;
    return v.sum();
  };
  [[maybe_unused]] auto never = [=](double s) {
    double u = s;
    u += factor;
    return u;
  };
  [[maybe_unused]] const double u = f(x(0));
  unread = g(x(0) + t);
  (void)unread;
  int n = 1;
  [[maybe_unused]] const int next = ++n;
  return x.squaredNorm() * t + n * v.sum();
}

// Views of two variables that a loop writes, through them and by rows.
DELGEN(gradient(A), hvp(A))
inline double viewed(const Eigen::MatrixXd &A) {
  Eigen::MatrixXd Y = A, Z = 2 * A;
  auto r = Y.row(0);
  auto c = Z.col(0);
  for (Eigen::Index i = 0; i < A.rows(); ++i) {
    r(0) *= 2;
    c(0) += r(0);
    Y.row(i) += c.sum() * Z.row(i);
  }
  return Y.sum() + Y.squaredNorm();
}
