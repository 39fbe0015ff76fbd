// Templates and member functions, and what calls them.
#pragma once

#include <Eigen/Dense>
#include <delgen/delgen.h>

namespace law {
template <typename Scalar>
DELGEN(gradient(x), del(x, 2), hessian(x))
Scalar scaled(const Eigen::Matrix<Scalar, Eigen::Dynamic, 1> &x, Scalar s) {
  using std::exp;
  return Scalar(0.5) * s * exp(x.squaredNorm());
}
template <int N>
DELGEN(gradient(x), hessian(x), hvp(x))
double fixed(const Eigen::Matrix<double, N, 1> &x, const Eigen::Matrix<double, N, N> &A) {
  Eigen::Matrix<double, N, 1> y = A * x + Eigen::Matrix<double, N, 1>::Ones();
  return x.dot(y) / N;
}
template <typename Derived>
DELGEN(gradient(x), value_and_gradient(x), del(x, 2), hessian(x), jacobian(x))
typename Derived::Scalar energy(const Eigen::MatrixBase<Derived> &x) {
  return x.squaredNorm() + 3 * x.sum();
}
template <typename DX, typename DA>
DELGEN(gradient(x, A), value_and_gradient(x, A), vjp(x), hvp(x))
typename DX::Scalar quad(const Eigen::MatrixBase<DX> &x, const Eigen::MatrixBase<DA> &A, double s) {
  return static_cast<typename DX::Scalar>(s) * x.dot(A * x);
}
template <typename D>
DELGEN(vjp(x), jacobian(x), del(x, 2))
typename D::PlainObject soft(const Eigen::ArrayBase<D> &x) {
  return x.exp() / (1 + x.exp());
}
template <typename T> DELGEN(gradient(x), del(x, y)) T plain(T x, T y) {
  using std::sin;
  return sin(x) * y + x / 2;
}
template <typename Derived>
DELGEN(gradient(x), del(x))
auto dense(const Eigen::DenseBase<Derived> &x) {
  return x.sum();
}
} // namespace law

namespace lib {
template <typename T> T sq(T x) { return x * x; }
template <typename D> typename D::Scalar energy(const Eigen::MatrixBase<D> &x) {
  return x.squaredNorm() / 2;
}
template <int K> double kth(const Eigen::VectorXd &x) { return x(K) * static_cast<double>(K); }
template <typename V> auto twice(const V &x) { return (2 * x).eval(); }
template <typename S> constexpr S half = S(0.5);
struct C {
  static constexpr double k = 3.5;
  static constexpr int n = 4;
};
} // namespace lib
namespace law {
DELGEN(gradient(x), del(x, 2), hessian(x))
inline double f(const Eigen::VectorXd &x, const Eigen::MatrixXd &A) {
  return lib::sq(lib::energy(A * x)) + lib::kth<1>(x) + lib::kth<2>(x) +
         lib::twice(x).sum() * lib::half<double> * lib::C::k + lib::energy(x.head<2>() * 3) +
         lib::C::n;
}
template <typename D>
DELGEN(gradient(x), del(x, 2))
typename D::Scalar g(const Eigen::MatrixBase<D> &x) {
  typedef typename D::Scalar Scalar;
  const auto e = lib::energy(x * Scalar(2));
  return lib::sq(e) * lib::half<Scalar> + lib::twice(x).sum();
}
template <typename S>
DELGEN(gradient(x), hvp(x), jacobian(x))
S logdet(const Eigen::Matrix<S, Eigen::Dynamic, Eigen::Dynamic> &A,
         const Eigen::Matrix<S, Eigen::Dynamic, 1> &x) {
  using std::log;
  const Eigen::LLT<Eigen::Matrix<S, Eigen::Dynamic, Eigen::Dynamic>> llt(A);
  return log(A.determinant()) + x.dot(llt.solve(x)) + x.array().tanh().sum() +
         x.template head<2>().norm();
}
template <typename S>
DELGEN(gradient(a), jacobian(a))
S crossy(const Eigen::Matrix<S, 3, 1> &a, const Eigen::Matrix<S, 3, 1> &b) {
  return a.cross(b).squaredNorm() + a.maxCoeff();
}
template <typename S, int M, int N>
DELGEN(vjp(x), jacobian(x), vjp(W))
Eigen::Matrix<S, M, 1> layer(const Eigen::Matrix<S, M, N> &W, const Eigen::Matrix<S, N, 1> &x) {
  return (W * x).array().max(S(0)).matrix();
}
template <typename S, int M, int N>
DELGEN(gradient(x, W), value_and_gradient(x, W), hessian(x), del(x, W))
S layer2(const Eigen::Matrix<S, M, N> &W, const Eigen::Matrix<S, N, 1> &x) {
  Eigen::Matrix<S, M, 1> h = (W * x).array().tanh();
  Eigen::Matrix<S, N, N> P = Eigen::Matrix<S, N, N>::Identity();
  return h.squaredNorm() + x.dot(P * x) * S(N) + W.sum();
}
} // namespace law

namespace law {
struct Model {
  Eigen::MatrixXd W;
  Eigen::VectorXd b;
  double lambda = 0.1;
  Eigen::VectorXd hidden(const Eigen::VectorXd &x) const { return (W * x + b).array().tanh(); }
  DELGEN(gradient(x), gradient(self.W), value_and_gradient(self.W, self.b), gradient(self),
         hessian(x), del(x, 2), del(self.b))
  double loss(const Eigen::VectorXd &x) const {
    return this->hidden(x).squaredNorm() + lambda * W.squaredNorm();
  }
};
class Hidden {
public:
  explicit Hidden(const Eigen::MatrixXd &a) : a_(a) {}
  const Eigen::MatrixXd &weights() const { return a_; }
  DELGEN(gradient(x), gradient(self.weights), hvp(x))
  double operator()(const Eigen::VectorXd &x) const { return x.dot(a_ * x) * scale(); }
  static constexpr double factor = 2.5;
  double scale() const { return factor; }

private:
  Eigen::MatrixXd a_;
};
struct Plain {
  DELGEN(gradient(x)) double operator()(const Eigen::VectorXd &x) const { return x.squaredNorm(); }
  DELGEN(gradient(x)) static double twice(const Eigen::VectorXd &x) { return 2 * x.squaredNorm(); }
};
DELGEN(gradient(x), gradient(m.W), del(x))
inline double total(const Model &m, const Hidden &h, const Eigen::VectorXd &x) {
  return m.loss(x) * h(x) + Plain::twice(x) + m.W.sum() + h.weights().trace();
}
template <typename T> struct Box {
  Eigen::Matrix<T, -1, 1> v;
  T f(const Eigen::Matrix<T, -1, 1> &x) const { return v.dot(x); }
};
DELGEN(gradient(x), gradient(b.v))
inline double boxed(const Box<double> &b, const Eigen::VectorXd &x) { return b.f(x) * b.f(x); }
} // namespace law
