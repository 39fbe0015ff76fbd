// RUN: not %import 2>&1 | FileCheck %s --implicit-check-not=error:
#include <Eigen/Dense>
#include <delgen/delgen.h>
#include <limits>

template <typename S> DELGEN(gradient(x)) S eps(const Eigen::Matrix<S, -1, 1>& x) { return x.sum() * std::numeric_limits<S>::epsilon(); }
template <typename S> DELGEN(gradient(x)) S choice(const Eigen::Matrix<S, -1, 1>& x) { if constexpr (sizeof(S) == 4) return x.sum(); else return x.squaredNorm(); }
template <typename D> DELGEN(gradient(x)) typename D::Scalar rows(const Eigen::MatrixBase<D>& x) { return x.sum() * D::RowsAtCompileTime; }
template <int K> DELGEN(gradient(x)) double k(const Eigen::VectorXd& x) { return x.sum() * K; }
template <typename... T> DELGEN(gradient(x)) double pack(double x, T... t) { return x; }
DELGEN(gradient(x)) auto abbreviated(const auto& x) { return x.sum(); }
template <typename V> DELGEN(gradient(x)) double any(const V& x) { return x.dot(x); }
template <typename S> DELGEN(gradient(x)) S spec(S x) { return x * x; }
template <> inline float spec<float>(float x) { return x; }
template <int N> DELGEN(gradient(x)) double sized(const Eigen::Matrix<double, N, 1>& x) { Eigen::Matrix<double, N - 1, 1> y = x.template head<N - 1>(); return y.sum(); }
template <typename D> DELGEN(gradient(x)) typename D::Scalar bad(const Eigen::MatrixBase<D>& x) { return x.foo() + x.svd(); }
template <typename D> DELGEN(gradient(x)) typename D::Scalar bad2(const Eigen::MatrixBase<D>& x) { return x.derived().jacobiSvd().singularValues().sum(); }
template <typename D> DELGEN(gradient(z)) typename D::Scalar nores(const Eigen::MatrixBase<D>& x) { return x.sum(); }
template <typename D> DELGEN(opaque) typename D::Scalar opq(const Eigen::MatrixBase<D>& x) { return x.sum(); }
template <typename D> DELGEN(gradient(x)) typename D::Scalar eb(const Eigen::EigenBase<D>& x) { return x.derived().sum(); }
template <int N> DELGEN(gradient(x)) double cN(const Eigen::Matrix<double, N, 1>& x) { static constexpr double inv = 1.0 / N; return x.sum() * inv; }
template <int N> DELGEN(gradient(x)) double cM(const Eigen::Matrix<double, N, 1>& x) { constexpr int m = 2 * N; return x.sum() * m; }
template <typename T> struct Box { DELGEN(gradient(x)) T f(T x) const { return x; } };
template <typename T> T rec(T x) { return x > 1 ? rec(x / 2) : x; }
DELGEN(gradient(x)) inline double recurses(double x) { return rec(x); }
template <typename T> T nobody(T x);
DELGEN(gradient(x)) inline double calls(double x) { return nobody(x); }
