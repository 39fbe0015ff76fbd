// RUN: not %import 2>&1 | FileCheck %s --implicit-check-not=error:
#include <Eigen/Dense>
#include <delgen/delgen.h>
#include <limits>

// CHECK: :[[@LINE+1]]:102: error: this constant depends on the template's arguments, which is not supported; pass it as a parameter
template <typename S> DELGEN(gradient(x)) S eps(const Eigen::Matrix<S, -1, 1>& x) { return x.sum() * std::numeric_limits<S>::epsilon(); }
// CHECK: :[[@LINE+1]]:112: error: a choice by the template's arguments is not supported; write a function for each case
template <typename S> DELGEN(gradient(x)) S choice(const Eigen::Matrix<S, -1, 1>& x) { if constexpr (sizeof(S) == 4) return x.sum(); else return x.squaredNorm(); }
// CHECK: :[[@LINE+1]]:117: error: this constant depends on the template's arguments, which is not supported; pass it as a parameter
template <typename D> DELGEN(gradient(x)) typename D::Scalar rows(const Eigen::MatrixBase<D>& x) { return x.sum() * D::RowsAtCompileTime; }
// CHECK: :[[@LINE+1]]:119: error: this constant depends on the template's arguments, which is not supported; pass it as a parameter
template <typename D> DELGEN(gradient(x)) typename D::Scalar cols(const Eigen::MatrixBase<D>& x) { return x.sum() * x.ColsAtCompileTime; }
// CHECK: :[[@LINE+1]]:15: error: 'K' is neither the type of the entries nor a size of a parameter of 'k', nor is it what Eigen::MatrixBase is a base of; write the function for the argument that you need
template <int K> DELGEN(gradient(x)) double k(const Eigen::VectorXd& x) { return x.sum() * K; }
// CHECK: :[[@LINE+1]]:23: error: parameter packs are not supported; write the function for the number of parameters that you need
template <typename... T> DELGEN(gradient(x)) double pack(double x, T... t) { return x; }
// CHECK: :[[@LINE+1]]:26: error: parameters of type 'auto' are not supported; take 'const Eigen::MatrixBase<Derived>&', or name the type as in 'template <typename T>'
DELGEN(gradient(x)) auto abbreviated(const auto& x) { return x.sum(); }
// CHECK: :[[@LINE+2]]:76: error: member reference base type 'const double' is not a structure or union
// CHECK: :[[@LINE+1]]:20: note: 'V' is taken to be a real number; what is an object of Eigen is declared as 'const Eigen::MatrixBase<V>&'
template <typename V> DELGEN(gradient(x)) double any(const V& x) { return x.dot(x); }
// CHECK: :[[@LINE+1]]:45: error: 'spec' has an explicit specialisation, which is another function; give that another name
template <typename S> DELGEN(gradient(x)) S spec(S x) { return x * x; }
template <> inline float spec<float>(float x) { return x; }
// CHECK: :[[@LINE+2]]:115: error: a size that is computed from a parameter of the template is not supported; take the matrices whose sizes are known, or use dynamic ones
// CHECK: :[[@LINE+1]]:145: error: a size that is computed from a parameter of the template is not supported; take the matrices whose sizes are known, or use dynamic ones
template <int N> DELGEN(gradient(x)) double sized(const Eigen::Matrix<double, N, 1>& x) { Eigen::Matrix<double, N - 1, 1> y = x.template head<N - 1>(); return y.sum(); }
// CHECK: :[[@LINE+1]]:108: error: no member named 'foo' in 'Eigen::MatrixBase<Eigen::Matrix<double, -1, -1>>'
template <typename D> DELGEN(gradient(x)) typename D::Scalar bad(const Eigen::MatrixBase<D>& x) { return x.foo() + x.svd(); }
// CHECK: :[[@LINE+1]]:119: error: decompositions of the class 'Eigen::JacobiSVD' are not supported; singular values: they have no rule yet; for a matrix with more rows than columns take the eigenvalues of A.transpose() * A, which are their squares, with SelfAdjointEigenSolver
template <typename D> DELGEN(gradient(x)) typename D::Scalar bad2(const Eigen::MatrixBase<D>& x) { return x.derived().jacobiSvd().singularValues().sum(); }
// CHECK: :[[@LINE+1]]:39: error: 'z' is not a parameter of 'nores', whose only parameter is x
template <typename D> DELGEN(gradient(z)) typename D::Scalar nores(const Eigen::MatrixBase<D>& x) { return x.sum(); }
// CHECK: :[[@LINE+1]]:23: error: the derivatives of a template are not written by hand; write the function for the type that you need
template <typename D> DELGEN(opaque) typename D::Scalar opq(const Eigen::MatrixBase<D>& x) { return x.sum(); }

// A matrix or an array, which multiply differently.
// CHECK: :[[@LINE+1]]:104: error: this may be a matrix or an array, which multiply differently; take an 'Eigen::MatrixBase' or an 'Eigen::ArrayBase'
template <typename D> DELGEN(gradient(x)) typename D::Scalar db(const Eigen::DenseBase<D>& x) { return x.derived().sum(); }
// CHECK: :[[@LINE+1]]:144: error: 'inv' is static, which is supported for constants only, whose values depend on no variable; pass it as a parameter
template <int N> DELGEN(gradient(x)) double cN(const Eigen::Matrix<double, N, 1>& x) { static constexpr double inv = 1.0 / N; return x.sum() * inv; }
template <int N> DELGEN(gradient(x)) double cM(const Eigen::Matrix<double, N, 1>& x) { constexpr int m = 2 * N; return x.sum() * m; }
// CHECK: :[[@LINE+1]]:36: error: 'f' cannot be differentiated: members of class templates are not supported; write a function template
template <typename T> struct Box { DELGEN(gradient(x)) T f(T x) const { return x; } };
// CHECK: :[[@LINE+1]]:51: error: recursion is not supported: this call leads back to 'rec'
template <typename T> T rec(T x) { return x > 1 ? rec(x / 2) : x; }
// CHECK: :[[@LINE+1]]:63: note: 'rec' is called here
DELGEN(gradient(x)) inline double recurses(double x) { return rec(x); }
// CHECK: :[[@LINE+1]]:25: error: 'nobody' cannot be read: it is a template whose body is not visible here; define it in this file or a header, outside of system headers
template <typename T> T nobody(T x);
// CHECK: :[[@LINE+1]]:60: note: 'nobody' is called here
DELGEN(gradient(x)) inline double calls(double x) { return nobody(x); }
