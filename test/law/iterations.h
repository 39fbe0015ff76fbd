// Loops and choices that depend on the order of their iterations, on sizes and on integers.
#pragma once
#include <Eigen/Dense>
#include <array>
#include <cmath>
#include <cstdint>
#include <delgen/delgen.h>
#include <utility>
#include <vector>

enum class Kind : unsigned char { Sum, Square = 5, First };

// The head of iteration k has another size where it is read backwards.
DELGEN(vjp(x), jacobian(x), del(x, 2))
inline Eigen::VectorXd running_mean(const Eigen::VectorXd &x) {
  Eigen::VectorXd y(x.size());
  for (int i = 0; i < x.size(); ++i)
    y(i) = x.head(i + 1).mean() * x(i);
  return y;
}

// A sum is read by another sum, so that its order counts.
DELGEN(gradient(x), hvp(x), hessian(x))
inline double sum_of_sums(const Eigen::VectorXd &x) {
  Eigen::VectorXd sum = Eigen::VectorXd::Zero(x.size());
  Eigen::MatrixXd sums = Eigen::MatrixXd::Identity(x.size(), x.size());
  for (int i = 0; i < x.size(); ++i) {
    sum += x * x(i);
    sums += sum * x.transpose();
  }
  return sum.squaredNorm() + sums.trace();
}

// Two circles of variables stand side by side.
DELGEN(gradient(x), del(x, 2), hessian(x), directional(x, 3))
inline double fibonacci(const Eigen::VectorXd &x, int n) {
  double a = x(0), b = x.sum();
  for (int i = 0; i < n; ++i) {
    const double last = a;
    a = b;
    b = last + 0.1 * a * b;
  }
  return a * b;
}

// A product in a body of which a series is made.
DELGEN(taylor(x, 3))
inline double halley(const Eigen::VectorXd &x, int n) {
  double s = x.squaredNorm() + 1;
  int k = 0;
  do {
    if (n > 2 && k < n)
      s = 0.5 * (s + x.squaredNorm() / s);
    ++k;
  } while (k < 4);
  return s + k;
}

inline double of_kind(const Eigen::VectorXd &x, Kind kind, int power) {
  double s = kind == Kind::Sum ? x.sum() : x.squaredNorm();
  for (int i = 1; i < power; ++i)
    s *= x(0);
  return s;
}

DELGEN(gradient(x), del(x, 2))
inline double kinds(const Eigen::VectorXd &x, Kind kind, unsigned least) {
  if (x.size() > static_cast<Eigen::Index>(least) || kind == Kind::First)
    return x.sum() * x(0);
  double s = of_kind(x, Kind::Square, 2);
  for (int i = 0; i < 3; ++i)
    s += of_kind(x, kind, i);
  return s;
}

// What is written over has no part in the Jacobian.
DELGEN(jacobian(A), vjp(A))
inline Eigen::MatrixXd overwritten(const Eigen::MatrixXd &A) {
  Eigen::MatrixXd Y = A;
  for (Eigen::Index k = 1; k <= A.rows(); ++k)
    Y.topRows(k) = A.topRows(k) * A(0, 0);
  return Y;
}

// The condition is a branch that is handed what varies, and does not vary itself.
DELGEN(gradient(c))
inline double condition(const std::vector<double> &x, double c) {
  double w = c, t = std::cos(c);
  if (x.back() >= 0.3 || x.back() < c + 0.1) {
    t += std::tanh(x[0]);
    w *= 0.5 * x[0];
  }
  return w - t;
}

// The sides of a branch give matrices of different sizes.
DELGEN(value_and_gradient(A), hvp(A))
inline double resized(const Eigen::MatrixXd &A) {
  Eigen::MatrixXd Y = Eigen::MatrixXd::Constant(A.rows(), A.rows(), A(0, 0));
  for (Eigen::Index i = 0; i < Y.cols(); ++i)
    Y = (Y.col(i) * Y.col(i).transpose()).array().sin().matrix();
  return Y.sum();
}

// Dyads of rows and columns that are overwritten.
DELGEN(value_and_gradient(A), hvp(A), del(A, 2))
inline double grown(const Eigen::MatrixXd &A, const Eigen::VectorXd &v) {
  Eigen::MatrixXd Y = A;
  for (int i = 0; i < 2; ++i) {
    Y += 0.1 * Y.col(0) * Y.row(0);
    Y = 0.5 * Y - (0.1 * Y * v) * Y.row(0) + A;
  }
  return Y.squaredNorm();
}

// Lists in an object that the function does not read.
struct Unread {
  std::vector<double> first;
  std::array<Eigen::Vector2d, 2> second;
  double third;
};
DELGEN(gradient(u), hvp(u), vjp(u), value_and_gradient(u))
inline double unread(const Unread &u) { return u.third * u.third; }

// One loop returns, and then another.
DELGEN(vjp(y), del(y))
inline Eigen::MatrixXd returned(const Eigen::MatrixXd &y) {
  Eigen::MatrixXd C = y.transpose();
  for (Eigen::Index i = 0; i < y.cols(); ++i) {
    if (y(0, i) > 1)
      return C * y(0, i);
    C *= 2;
  }
  if (y.trace() < 0.5)
    for (Eigen::Index i = 1; i < y.cols(); ++i) {
      if (i > 1)
        return y * y;
      C = C * y;
    }
  return y * C;
}

// The size of an entry is needed before the entry.
DELGEN(gradient(p), hvp(p))
inline double entries(const std::vector<Eigen::MatrixXd> &list, const Eigen::VectorXd &p) {
  double s = 1;
  for (const Eigen::MatrixXd &e : list)
    s *= std::sin(p(e.cols() % p.size()) * e(e.rows() - 1, 0));
  return s;
}

// What a column of a Jacobian is multiplied by tells its size.
inline double chained(const std::vector<Eigen::MatrixXd> &list, const Eigen::VectorXd &x) {
  Eigen::VectorXd h = x;
  for (const Eigen::MatrixXd &e : list)
    h = (e * h).array().cos().matrix();
  return h.sum();
}
DELGEN(jacobian(W))
inline Eigen::VectorXd chains(const Eigen::MatrixXd &W, const Eigen::VectorXd &x) {
  const std::vector<Eigen::MatrixXd> list = {W, W * W};
  return x * chained(list, x);
}

// The size of what a branch makes, in Taylor coefficients; and sums of which coefficients have
// numbers in common.
DELGEN(directional(x, 1), taylor(x, 3))
inline double sided(const Eigen::VectorXd &x, const Eigen::MatrixXd &A) {
  Eigen::MatrixXd K = Eigen::MatrixXd::Zero(A.rows(), x.size());
  if (x(0) > 0.3)
    K = (Eigen::MatrixXd::Identity(A.rows(), A.rows()) * A).array().tanh().matrix();
  else
    K(0, 0) = 0.5 * std::sin(x(0) * x(0));
  Eigen::VectorXd y = x;
  for (Eigen::Index i = 0; i < 2; ++i) {
    y -= (x(0) * A.row(0).sum() * Eigen::VectorXd::Ones(x.size())).array().tanh().matrix();
    y -= (x - y).array().cos().matrix();
  }
  return K.sum() * y.sum() - y(0);
}

// A choice in a callee, in a branch of which the other side is of another size.
inline double sideOf(double s, const Eigen::VectorXd &x) {
  return s < 0.07 ? x(x.size() - 1) : std::exp(x(0));
}
DELGEN(gradient(A), hvp(A), gradient(q), del(A, 2))
inline double sides(const Eigen::MatrixXd &A, const Eigen::VectorXd &q, const Eigen::VectorXd &r) {
  Eigen::VectorXd z = q;
  if (r(0) > 0.3)
    z(0) = sideOf(q(0), z);
  else
    z = A * q;
  return z.squaredNorm();
}

// Matrices with one entry, where the callee chooses between sizes of its own.
inline double chosenOf(const Eigen::VectorXd &x, const Eigen::VectorXd &y, double s) {
  Eigen::VectorXd r = x;
  if (s > 0.1)
    r = y;
  return r.squaredNorm() * std::sin(r.sum());
}
DELGEN(gradient(x, y), hvp(x))
inline double chosenOfOne(const Eigen::Matrix<double, 1, 1> &x,
                          const Eigen::Matrix<double, 1, 1> &y, double s) {
  return chosenOf(x, y, s);
}

// Derivatives that are zero, of a size that only what does not change tells.
DELGEN(jacobian(b), jacobian(x), vjp(b), taylor(b, 2), del(x, 2))
inline Eigen::MatrixXd sizedByChoice(const Eigen::VectorXd &p, const Eigen::VectorXd &b,
                                     const Eigen::VectorXd &x) {
  Eigen::VectorXd v = p;
  if (p(0) + b(0) > 0.3)
    v = x;
  else
    v(0) *= 2;
  return x.asDiagonal() * Eigen::MatrixXd::Constant(x.size(), v.rows(), p(0)) * x(0);
}

// Callees of which only the result tells its size.
inline Eigen::VectorXd meanOf(const std::vector<Eigen::VectorXd> &l) {
  Eigen::VectorXd s = l[0];
  for (std::size_t i = 1; i < l.size(); ++i)
    s += l[i];
  return s / static_cast<double>(l.size());
}
inline Eigen::VectorXd layersOf(const std::vector<Eigen::MatrixXd> &W, const Eigen::VectorXd &x) {
  Eigen::VectorXd h = x;
  for (const Eigen::MatrixXd &w : W) {
    const Eigen::VectorXd t = (w * h).array().tanh();
    h = t;
  }
  return h;
}
inline Eigen::VectorXd twice(double s, int n) {
  const int k = 2 * n;
  return Eigen::VectorXd::Constant(k, s);
}
DELGEN(gradient(l), hvp(l), del(l), gradient(x))
inline double spread(const std::vector<Eigen::VectorXd> &l, const Eigen::VectorXd &x) {
  const Eigen::VectorXd d = meanOf(l) - x;
  return d.squaredNorm() * std::sin(d(0));
}
DELGEN(gradient(W), hvp(x), del(x, 2), del(W))
inline double misfit(const std::vector<Eigen::MatrixXd> &W, const Eigen::VectorXd &x,
                     const Eigen::VectorXd &y, int n) {
  const Eigen::VectorXd h = layersOf(W, x);
  return (h - y).squaredNorm() / static_cast<double>(1 + h.size()) +
         twice(x(0) * x(0), n).squaredNorm();
}
DELGEN(jacobian(x), vjp(x))
inline Eigen::VectorXd scaledLayers(const std::vector<Eigen::MatrixXd> &W,
                                    const Eigen::VectorXd &x) {
  return 2 * layersOf(W, x);
}

// A dyad of few entries, which reads of what it is assigned to.
DELGEN(gradient(a), gradient(b), hvp(a))
inline double turnedDyad(const Eigen::Vector3d &a, const Eigen::Vector3d &b, int n) {
  Eigen::Matrix3d K = a * b.transpose();
  for (int i = 0; i < n; ++i)
    K = (K.col(1).sum() * (b * K.col(0).transpose())).array().cos().matrix().eval();
  return K.sum();
}

// What conditions change on their way, which C++ computes on one side alone.
DELGEN(gradient(x))
inline double triesOf(double x) {
  int n = 0;
  double s = x;
  do {
    s *= x;
    if (s > 7)
      break;
  } while (++n < 3);
  return s * (1 + n);
}
DELGEN(gradient(x))
inline double countsOf(const Eigen::VectorXd &x) {
  int k = 0;
  double s = 0, a = 0, b = 1;
  for (int i = 0; i < 6 && (i < 4 || k++ < 2); ++i) {
    if (i % 2 == 0 && k++ < 2)
      s += x(0) * x(0);
    s += k * x(x.size() - 1);
  }
  for (Eigen::Index i = 0, j = x.size() - 1; i < j; ++i, --j)
    a += (b *= x(i), b - x(j));
  return s + a * b;
}

// Lists that are copied, and lists of lists that are added.
DELGEN(gradient(l))
inline double copyOf(std::vector<Eigen::VectorXd> l) {
  const std::vector<Eigen::VectorXd> old = l;
  l[0] *= 2;
  return old[0].squaredNorm() * l[0](0);
}
DELGEN(gradient(l), hvp(l))
inline double twiceRead(const std::vector<std::vector<double>> &l, double x) {
  double s = x;
  for (const std::vector<double> &a : l) {
    double q = 0;
    for (double e : a)
      q += e * e;
    s *= q + 1;
  }
  for (const std::vector<double> &a : l)
    for (double e : a)
      s += e;
  return s;
}

// What stands left of a comma is a statement, of whatever kind.
DELGEN(gradient(x))
inline double commasOf(const Eigen::VectorXd &x) {
  Eigen::VectorXd v = x, u = x;
  std::vector<double> l;
  double a = 0;
  for (Eigen::Index i = 0, j = x.size() - 1; i < j; ++i, --j) {
    a += (v *= x(i), v.sum() - x(j));
    a += (l.push_back(a), l[0]) + (u.setZero(), u = x * a, u(0));
  }
  return a * v(0) + u.sum() * static_cast<double>(l.size());
}

// Bits of integers and Booleans, and unsigned integers that wrap, as C++ computes them.
DELGEN(gradient(x))
inline double bits(const Eigen::VectorXd &x, int mask, bool f, bool g) {
  double s = 0;
  int m = mask;
  bool all = true, any = false;
  for (int i = 0; i < x.size(); ++i) {
    m = ((m & 7) | i) << 1;
    m >>= i & 1;
    m ^= 5;
    m %= 11;
    s += m * x(i) * x(i) + ~m * x(0) + (mask & (1 << i)) * x(i);
    all &= x(i) > 0;
    any |= (i > 1) & f;
    if (all ^ g)
      s += x(i) * x(0);
    if ((i & 1) == 0 || any)
      s -= x(i);
  }
  return s * s;
}
DELGEN(gradient(x))
inline double wrapping(const Eigen::VectorXd &x, unsigned seed, unsigned n) {
  double s = 0;
  unsigned a = seed, b = 5381, c = 2166136261u;
  std::uint64_t h = 14695981039346656037ull;
  std::size_t k = 0;
  c = c * 16777619u + 7u - 5381u * b;
  const std::size_t size = static_cast<std::size_t>(x.size());
  while (k < 6) {
    const double e = x(static_cast<Eigen::Index>(k % size));
    a = a * 1664525u + 1013904223u;
    b = (b << 5) + b + static_cast<unsigned>(k);
    b -= 0x9e3779b9u;
    c ^= static_cast<unsigned>(k);
    c *= 16777619u;
    h ^= k;
    h *= 1099511628211ull;
    s += (a >> 8) / 16777216.0 * e * x(0) + (b % 100) * e + (c & 0xffu) * e * e;
    s += static_cast<double>(h % 97) * e + static_cast<std::uint32_t>(h >> 20) * 1e-9 * x(0);
    s += ((n - static_cast<unsigned>(k)) / 1000000u) * e +
         static_cast<double>(std::size_t(n - 3)) * e;
    if (h > 1ull << 62)
      s += e * e;
    ++k;
  }
  return s;
}

// A matrix without entries has a size.
DELGEN(gradient(x))
inline double sized(const Eigen::VectorXd &x) {
  Eigen::VectorXd y, z(x.size());
  y.resize(z.size());
  for (int i = 0; i < y.size(); ++i)
    y(i) = x(i) * x(i);
  for (int i = 0; i < z.rows(); ++i)
    z(i) = y(i) * x(0);
  return y.sum() + z.sum();
}

// Lists that are emptied under a condition, of which the derivative has as many entries.
DELGEN(gradient(x))
inline double emptied(const Eigen::VectorXd &x, bool c) {
  std::vector<double> l, o(3, 1.5);
  l.push_back(x(0));
  if (c)
    l.clear();
  l.push_back(x(1));
  double s = 1;
  for (std::size_t i = o.size(); i-- > 0;) {
    s *= 1 + x(0) * 0.2;
    if (i != 1)
      o[i] = s;
  }
  if (s > 2)
    o.clear();
  o.push_back(s * x(1));
  return o[0] * l[0];
}

// The memory of conditions is not that of numbers.
DELGEN(gradient(x))
inline double chained(const Eigen::ArrayXd &x, double k) {
  const Eigen::ArrayXd c = x * (x < k).select(x * x, k * x);
  const Eigen::ArrayXd z = (c > 1).select(c + k, c.sin());
  return (z * z).sum();
}

// Tables of constants, at places that are known while running only.
struct Tableau {
  static constexpr double a[4][4] = {{0, 0, 0, 0}, {.5, 0, 0, 0}, {0, .5, 0, 0}, {0, 0, 1, 0}};
  static constexpr std::array<double, 4> b = {1. / 6, 1. / 3, 1. / 3, 1. / 6};
};
constexpr int turn[] = {2, 1, 0};

// The stages of a Runge-Kutta step, which get their sizes one by one.
DELGEN(gradient(y), hvp(y))
inline double stages(const Eigen::VectorXd &y, double h) {
  static constexpr double weights[] = {1, -2, 0.5};
  Eigen::VectorXd x = y;
  for (int n = 0; n < 2; ++n) {
    Eigen::VectorXd k[4];
    for (int i = 0; i < 4; ++i) {
      Eigen::VectorXd z = x;
      for (int j = 0; j < i; ++j)
        z += h * Tableau::a[i][j] * k[j];
      if (i > 0)
        z += h * k[i - 1] * z(0);
      k[i] = z.array().sin().matrix() - z * z(0);
    }
    for (std::size_t i = 0; i < 4; ++i)
      x += h * Tableau::b[i] * k[i];
  }
  for (int i = 0; i < 3; ++i)
    x *= 1 + weights[turn[i]] * x(0) * h;
  return x.squaredNorm();
}

// Arrays in lists keep their type.
DELGEN(gradient(v), hvp(v), vjp(v))
inline double arraysIn(const std::vector<std::array<Eigen::Vector3d, 2>> &v, double t) {
  std::vector<std::array<Eigen::Vector3d, 2>> w = v;
  double s = 0;
  for (auto &a : w) {
    a[0] = a[0] * a[1](0);
    std::swap(a[0], a[1]);
    a[1] *= t;
  }
  for (std::size_t i = 1; i < w.size(); ++i) {
    w[i][0] += w[i - 1][1];
    s += w[i][0].dot(w[i - 1][0]);
  }
  for (const auto &a : v)
    s += a[0].dot(a[1]) * a[0].sum();
  return s + (w.empty() ? t : w.back()[0].squaredNorm());
}
DELGEN(gradient(x), hvp(x))
inline double grownArrays(const Eigen::Vector3d &x) {
  std::vector<std::array<double, 2>> w;
  double s = 1;
  for (int i = 0; i < 3; ++i) {
    const std::array<double, 2> a = {x(i) * s, s};
    s += a[0] * a[1];
    w.push_back(a);
  }
  for (const auto &a : w)
    s *= a[0] + a[1];
  return s;
}

// Columns of a part.
DELGEN(gradient(x), hvp(x))
inline double partwise(const Eigen::Vector3d &x, const Eigen::Matrix3d &A) {
  Eigen::Matrix3d B = A;
  B.leftCols(2).colwise() += x;
  B.topRows(2).array().colwise() *= x.head(2).array();
  for (int i = 0; i < 2; ++i)
    B.block(0, i, 2, 2).rowwise() -= x.head(2).transpose();
  B.rightCols(2).rowwise() = x.tail(2).transpose() * x(0);
  return B.squaredNorm();
}

// What returns an integer is read where it is called, as pairs are.
constexpr int factorial(int n) { return n < 2 ? 1 : n * factorial(n - 1); }
inline int wrapped(int i, int n) { return (i % n + n) % n; }
template <class T> bool inside(T x) { return x > -1 && x < 1; }
inline std::pair<double, Eigen::VectorXd> valueAndTwice(const Eigen::VectorXd &x) {
  return {x.squaredNorm(), 2 * x};
}
inline std::pair<int, Eigen::VectorXd> next(const Eigen::VectorXd &x, int k) {
  if (k > 1)
    return std::make_pair(k, Eigen::VectorXd(x * 0.5));
  Eigen::VectorXd r = x * 2;
  return {k + 1, r};
}
DELGEN(gradient(x), hvp(x))
inline double ofCallees(const Eigen::VectorXd &x, int k) {
  const auto [n, v] = valueAndTwice(x);
  auto p = next(v, k);
  double s = inside(x(0)) ? n * factorial(3) : x(0) * n;
  for (int i = 0; i < 3; ++i) {
    auto [j, r] = next(p.second * x(0), i);
    r *= 1.5;
    s += j * x(wrapped(k - i, static_cast<int>(x.size()))) + std::get<1>(p).dot(r) * std::get<0>(p);
    p.second = r;
  }
  std::pair<std::pair<double, Eigen::VectorXd>, Eigen::MatrixXd> q = {{s, p.second},
                                                                      v * v.transpose()};
  q.first.first *= 2;
  p = next(q.first.second, 0);
  return q.first.first + q.second.trace() * p.second(0);
}
DELGEN(gradient(p), hvp(p), gradient(p.first))
inline double ofPairs(const std::pair<Eigen::VectorXd, double> &p, std::pair<int, double> q) {
  return p.first.squaredNorm() * p.second * q.first + q.second;
}

// An entry that its vector may not have.
DELGEN(gradient(x), hvp(x))
inline double guarded(const Eigen::VectorXd &x) {
  return (x.size() > 1 ? x(0) * x(1) : x(0)) + (x.size() > 2 ? x(2) : 0.0) * x(0);
}

// What is written through views, by operators and by function objects is not lost.
struct Scales {
  double k = 2;
  void operator()(Eigen::VectorXd &y) const { y *= k; }
  void thrice(Eigen::VectorXd &y) const { y *= 3; }
};
struct Total {
  double s = 0;
  mutable double calls = 0;
  void operator()(double v) { s += v; }
  void count(double v) const { calls += v; }
  double operator[](int) { return s; }
};
inline Total &operator<<(Total &t, double k) {
  t.s += k;
  return t;
}
inline void operator|(Total &t, double k) { t.s *= k; }
inline void ofBlock(Eigen::Block<Eigen::MatrixXd> b) { b *= 2; }
template <class T> void byValue(T b) { b *= 2; }
template <class D> void byBase(Eigen::MatrixBase<D> &&m) { m *= 2; }
inline void throughRef(const Eigen::Ref<Eigen::VectorXd> &r) {
  Eigen::Ref<Eigen::VectorXd> q = r;
  q *= 2;
}
inline void throughBlock(Eigen::VectorBlock<Eigen::VectorXd> &&b) { b *= 2; }
DELGEN(gradient(x), hvp(x))
inline double written(const Eigen::VectorXd &x) {
  Eigen::VectorXd y = x;
  Eigen::MatrixXd Y = x * x.transpose();
  Scales f;
  f(y);
  Scales{3}(y);
  f.thrice(y);
  ofBlock(Y.block(0, 0, 1, 1));
  byValue(y.head(1));
  byValue(y); // a copy
  byBase(y.tail(1));
  throughRef(y);
  throughBlock(y.head(1));
  auto twice = [](auto b) { b *= 2; };
  twice(y.head(1));
  twice(y);
  twice(y.array());
  auto copies = [](const auto &b) {
    auto c = b;
    c *= 2;
  };
  copies(y.head(1));
  copies(y);
  Total t;
  t(x(0));
  t << x(0) * y(0);
  t | y(0);
  t.count(x(0));
  std::pair<double, double> p{x(0), y(0)};
  p.first += t[0];
  return y.squaredNorm() * Y(0, 0) + t.s * p.first + t.calls * p.second;
}

// The size of an entry is spelled before the entry has a name.
DELGEN(hessian(k))
inline double namedLate(const Eigen::VectorXd &k, const Eigen::VectorXd &b) {
  Eigen::VectorXd stage[3];
  for (std::size_t i = 0; i < 3; ++i) {
    Eigen::VectorXd z = b;
    for (std::size_t j = 0; j < i; ++j)
      z += k[0] * stage[j];
    stage[i] = z.array().sin().matrix();
  }
  const Eigen::VectorXd z = stage[2] + 0.5 * stage[0];
  return z[0];
}

// So it is where a member function writes by what it calls.
struct Calling {
  Total inner;
  double a = 1, b = 2;
  void add(double v) { inner(v); }
  void exchange() { std::swap(a, b); }
  void more(double v) const { inner.count(v); }
};
DELGEN(gradient(x), hvp(x))
inline double writtenInside(const Eigen::VectorXd &x) {
  Calling c;
  c.a = x(0);
  c.add(x(0) * x(0));
  c.exchange();
  c.more(x(0));
  return c.inner.s * c.b + c.a * x(0) + c.inner.calls * c.inner.calls;
}

// The result of `early` is of another size where it returns early; the derivative in `l` reads
// none of it, and computes no size.
struct Holder {
  std::vector<Eigen::MatrixXd> l;
};
DELGEN(vjp(h.l))
inline Eigen::MatrixXd early(const Eigen::VectorXd &x, const Holder &h,
                             const std::vector<Eigen::MatrixXd> &p) {
  double w = x(1);
  if (x(0) < 0.1) {
    w = (h.l[0] * x).sum();
    if (w < 0.3)
      if (w * x(0) < 0)
        return p.back();
    w += 2;
  }
  return p.front() + p[0];
}

// A narrow integer keeps a part of what is written to it.
DELGEN(gradient(x))
inline double narrow(const Eigen::VectorXd &x) {
  unsigned char c = 250;
  c += 7;
  signed char d = 120;
  for (int i = 0; i < 2; ++i)
    d = static_cast<signed char>(0x1ff);
  ++c;
  return c * x(0) * x(0) + d * x(1) + static_cast<std::int16_t>(70000) * x(2);
}

// Constants that are made once, of numbers, matrices and lists.
const Eigen::Vector3d gravity(0, 0.5, -9.81);
inline const Eigen::Matrix2d quarter = (Eigen::Matrix2d() << 0, -1, 1, 0).finished();
static const double root = std::sqrt(2.0);
inline const std::vector<Eigen::Vector2d> corners = {Eigen::Vector2d(1, 2), Eigen::Vector2d(3, 4)};
struct Frame {
  inline static const Eigen::Vector2d origin{0.5, -1};
};
DELGEN(gradient(x), hvp(x))
inline double constants(const Eigen::Vector3d &x) {
  static const Eigen::Matrix3d K = 2 * Eigen::Matrix3d::Identity() + gravity * gravity.transpose();
  double sum = x.dot(K * x) * root;
  for (const Eigen::Vector2d &c : corners)
    sum += std::sin(x.head<2>().dot(quarter * c)) * Frame::origin(1) * x(2);
  return sum;
}

// The value of a field may depend on those before it.
struct Derived {
  double a = 2, b = a * 3;
  Eigen::Vector2d v{a, b};
  Holder h{{v * v.transpose()}};
  double last = h.l[0](0, 1) + b;
};
struct MakesOne {
  double a = 5;
  DELGEN(gradient(x), gradient(self.a))
  double value(const Eigen::VectorXd &x) const {
    Derived d{x(0) * a};
    Derived e;
    return d.last * d.b + e.last * x(1) + a;
  }
};

// Remainders, signs, and what is no number.
DELGEN(gradient(x), hvp(x))
inline double wrapped(const Eigen::VectorXd &x) {
  const double angle = std::remainder(5 * x(0), 2 * 3.14159),
               rest = std::fmod(7 * x(1), 1.5 + x(0) * x(0));
  if (!std::isfinite(angle) || std::isnan(rest) || std::isinf(x(2)))
    return 1e10;
  return angle * angle * x(2) + rest * rest + std::copysign(x(0) * x(0), x(1)) * x(2);
}

// An unsigned integer goes on at 0.
DELGEN(gradient(x))
inline double around(const Eigen::VectorXd &x, unsigned n) {
  n = n % 3 + 1;
  double s = 1;
  for (unsigned i = 0xfffffffeu; i != 2; ++i)
    s += x(0) * s * 0.1;
  for (unsigned k = 4294967290u; k > 5; k += 2)
    s += x(1) * k * 1e-9;
  unsigned j = -1u;
  while (++j < n)
    s += x(2) * (j + 1);
  unsigned last;
  last = 0xffffffffu;
  last += n;
  return s * (last + 1);
}

// What is passed on is what was passed.
template <typename F, typename... A> double applied(F &&f, A &&...a) {
  return std::forward<F>(f)(std::forward<A>(a)...);
}
DELGEN(gradient(x))
inline double forwarded(const Eigen::VectorXd &x) {
  double count = 1;
  auto counts = [&](double a) {
    count += a;
    return count * count;
  };
  const double product = applied([](double a, double b) { return a * b; }, x(0), x(1));
  const double first = applied(counts, x(2));
  const double second = applied(std::as_const(counts), x(0));
  return product + first + second * count;
}

// So does one whose start comes from elsewhere.
inline unsigned before_first() {
  unsigned none = 4294967295u;
  return none;
}
inline void next(unsigned &k) { ++k; }
struct Cursor {
  unsigned k = -1u;
  double a = 2;
};
DELGEN(gradient(x))
inline double fromElsewhere(const Eigen::VectorXd &x, unsigned n) {
  n = n % 4;
  double s = x(1);
  unsigned k = before_first(), last = k;
  while (++k < n)
    s += x(0) * (k + 1);
  for (unsigned i = last; i != 2; ++i)
    s += x(2) * (i & 7u) * s;
  next(last);
  for (Cursor c; ++c.k < n;)
    s += x(1) * (c.k + 1) * c.a;
  return s * (last + 1);
}
