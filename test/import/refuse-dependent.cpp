// RUN: not %import 2>&1 | FileCheck %s --implicit-check-not=error:
//
// What may be another thing in another instance of a template.

#include <Eigen/Dense>
#include <delgen/delgen.h>
#include <array>

using Eigen::MatrixXd;

template <class T> T special(const T &x) { return x * x; }
template <> inline double special<double>(const double &x) { return x; }

// CHECK: :[[@LINE+1]]:72: error: 'special' is an explicit specialisation, which other types do not have; give it another name
template <class T> DELGEN(del(x)) T calls_special(const T &x) { return special(x); }
// CHECK: :[[@LINE+1]]:103: error: lpNorm() needs a number that is known while compiling and does not depend on the arguments of a template; write the number
template <int N> DELGEN(del(x)) double norm(const Eigen::Matrix<double, N, 1> &x) { return x.template lpNorm<N>(); }
// CHECK: :[[@LINE+1]]:107: error: which diagonal it is must be known while compiling and not depend on the arguments of a template; write the number
template <int N> DELGEN(del(x)) double diagonal(const Eigen::Matrix<double, N, N> &x) { return x.template diagonal<N>().sum(); }
// CHECK: :[[@LINE+1]]:94: error: a std::array whose length is a parameter of the template is not supported; take a std::vector, or a vector of Eigen
template <int N> DELGEN(del(x)) double list(const Eigen::Matrix<double, N, 1> &x, const std::array<double, N> &a) { return a[0] * x(0); }
// CHECK: :[[@LINE+1]]:96: error: a std::array whose length is a parameter of the template is not supported; take a std::vector, or a vector of Eigen
template <int N> DELGEN(del(x)) double local_list(const Eigen::Matrix<double, N, 1> &x) { std::array<double, N> a{}; a[0] = x(0); return a[0]; }
// CHECK: :[[@LINE+1]]:34: error: templates as arguments of templates are not supported; take 'const Eigen::MatrixBase<Derived>&'
template <template <class> class T> DELGEN(del(x)) double of_template(double x, const T<double> &t) { return x; }
// CHECK: :[[@LINE+1]]:16: error: a parameter without a name is neither the type of the entries nor a size of a parameter of 'nameless', nor is it what Eigen::MatrixBase is a base of; write the function for the argument that you need
template <class> DELGEN(del(x)) double nameless(double x) { return x; }
// CHECK: :[[@LINE+1]]:71: error: more than 8 sizes are not supported; make some of them Eigen::Dynamic
template <int A, int B, int C, int D, int E, int F, int G, int H, int I>
DELGEN(del(x)) double many(double x, const Eigen::Matrix<double, A, B> &, const Eigen::Matrix<double, C, D> &, const Eigen::Matrix<double, E, F> &, const Eigen::Matrix<double, G, H> &, const Eigen::Matrix<double, I, 1> &) { return x; }
