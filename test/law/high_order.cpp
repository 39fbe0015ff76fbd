// Order 20 in one direction, against power series in long double.
//
// RUN: rm -rf %t && mkdir %t
// RUN: delgen %S/Inputs/high_order.h -o %t/high_order.del.h -- -std=c++17 -I%delgen_include -isystem %eigen
// RUN: %clang20 %law_flags -I%t -I%S/Inputs %s -o %t/run
// RUN: %t/run

#include "high_order.del.h"
#include <cmath>
#include <cstdio>

namespace {

constexpr int order = 20;
using Real = long double;

/// The coefficients of a power series.
struct Series {
  Real c[order + 1] = {};
};

Series operator*(const Series &a, const Series &b) {
  Series y;
  for (int i = 0; i <= order; ++i)
    for (int j = 0; i + j <= order; ++j)
      y.c[i + j] += a.c[i] * b.c[j];
  return y;
}
Series operator+(Series a, const Series &b) {
  for (int i = 0; i <= order; ++i)
    a.c[i] += b.c[i];
  return a;
}
Series operator-(Series a, const Series &b) {
  for (int i = 0; i <= order; ++i)
    a.c[i] -= b.c[i];
  return a;
}
/// k yₖ = Σ i aᵢ y₍ₖ₋ᵢ₎ for y = exp(a), and likewise for the sine and the cosine.
Series exp(const Series &a) {
  Series y;
  y.c[0] = std::exp(a.c[0]);
  for (int k = 1; k <= order; ++k)
    for (int i = 1; i <= k; ++i)
      y.c[k] += i * a.c[i] * y.c[k - i] / k;
  return y;
}
Series sin(const Series &a) {
  Series s, c;
  s.c[0] = std::sin(a.c[0]), c.c[0] = std::cos(a.c[0]);
  for (int k = 1; k <= order; ++k)
    for (int i = 1; i <= k; ++i) {
      s.c[k] += i * a.c[i] * c.c[k - i] / k;
      c.c[k] -= i * a.c[i] * s.c[k - i] / k;
    }
  return s;
}
Series operator/(const Series &a, const Series &b) {
  Series y;
  for (int k = 0; k <= order; ++k) {
    Real rest = a.c[k];
    for (int i = 1; i <= k; ++i)
      rest -= b.c[i] * y.c[k - i];
    y.c[k] = rest / b.c[0];
  }
  return y;
}
Series line(double x, double d) {
  Series y;
  y.c[0] = x, y.c[1] = d;
  return y;
}

/// xᵀ M⁻¹ x by elimination without pivots, M being dominated by its diagonal.
Series form(const Eigen::VectorXd &x, const Eigen::MatrixXd &A, const Eigen::VectorXd &d) {
  constexpr int most = 8;
  const int n = static_cast<int>(x.size());
  Series m[most][most], s[most], b[most], trace;
  for (int i = 0; i < n; ++i) {
    b[i] = s[i] = line(x(i), d(i));
    trace = trace + b[i] * b[i];
  }
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < n; ++j)
      m[i][j] = i == j ? line(A(i, j), 0.0) + trace : line(A(i, j), 0.0);
  for (int k = 0; k < n; ++k)
    for (int i = k + 1; i < n; ++i) {
      const Series factor = m[i][k] / m[k][k];
      for (int j = k; j < n; ++j)
        m[i][j] = m[i][j] - factor * m[k][j];
      s[i] = s[i] - factor * s[k];
    }
  Series y;
  for (int i = n - 1; i >= 0; --i) {
    for (int j = i + 1; j < n; ++j)
      s[i] = s[i] - m[i][j] * s[j];
    s[i] = s[i] / m[i][i];
    y = y + b[i] * s[i];
  }
  return y;
}

bool good = true;

void compare(const char *what, double got, Real want, Real scale) {
  const Real error = std::abs(static_cast<Real>(got) - want) / scale;
  good = good && error <= 1e-10L;
  std::printf("%-12s %.1Le\n", what, error);
}

} // namespace

int main() {
  Real factorial = 1;
  for (int k = 2; k <= order; ++k)
    factorial *= k;
  for (const Eigen::Index n : {1, 3, 6}) {
    const Eigen::VectorXd x = Eigen::VectorXd::LinSpaced(n, 0.3, 1.4);
    const Eigen::VectorXd d = Eigen::VectorXd::LinSpaced(n, 0.9, -0.65);
    const Eigen::MatrixXd A =
        Eigen::MatrixXd::NullaryExpr(n, n, [](Eigen::Index i, Eigen::Index j) {
          return i == j ? 4.0 : 1.0 / (1.0 + static_cast<double>(i + 2 * j));
        });
    // A long step weighs the high orders most.
    for (const double length : {1.0, 3.0}) {
      const Eigen::ArrayXd polynomial = packet_taylor20_x(x, length * d);
      for (Eigen::Index i = 0; i < n; ++i) {
        const Series a = line(x(i), length * d(i));
        const Series y = sin(a) * exp(Series() - a * a);
        Real sum = 0, scale = 0;
        for (const Real c : y.c)
          sum += c, scale += std::abs(c);
        compare("packet_taylor20", polynomial(i), sum, scale);
      }
    }
    const Series y = form(x, A, d);
    Real sum = 0, scale = 0;
    for (const Real c : y.c)
      sum += c, scale += std::abs(c);
    compare("form_dir20", form_dir20_x(x, A, d), factorial * y.c[order],
            factorial * std::abs(y.c[order]));
    compare("form_taylor20", form_taylor20_x(x, A, d), sum, scale);
  }
  return good ? 0 : 1;
}
