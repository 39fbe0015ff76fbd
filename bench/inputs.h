//===- inputs.h - What the functions are applied to -------------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Random inputs, the same for all contenders, and the sizes at which a function is measured.
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_BENCH_INPUTS_H
#define DELGEN_BENCH_INPUTS_H

#include "types.h"

#include <random>
#include <vector>

#ifndef DELGEN_BENCH_SIZE_TYPE
#define DELGEN_BENCH_SIZE_TYPE
namespace bench {
/// n: vectors and matrices; m: samples.
struct Size {
  Eigen::Index n, m;
};
} // namespace bench
#endif

namespace bench::BENCH_KIND {

class Random {
public:
  explicit Random(Eigen::Index seed) : engine(static_cast<std::mt19937::result_type>(seed)) {}

  Vector<double> vector(Eigen::Index n) { return filled(Vector<double>(n)); }
  Eigen::VectorXd any(Eigen::Index n) { return filled(Eigen::VectorXd(n)); }
  Matrix<double> matrix(Eigen::Index n, Eigen::Index m) { return filled(Matrix<double>(n, m)); }
  Samples<double> samples(Eigen::Index n, Eigen::Index m) { return filled(Samples<double>(n, m)); }
  Rows<double> rows(Eigen::Index m, Eigen::Index n) { return filled(Rows<double>(m, n)); }
  Matrix<double> symmetric(Eigen::Index n) { return symmetrised(matrix(n, n)); }
  Matrix<double> definite(Eigen::Index n) {
    const Matrix<double> A = matrix(n, n);
    return symmetrised(Matrix<double>(A * A.transpose())) +
           static_cast<double>(n) * Matrix<double>::Identity(n, n);
  }
  Eigen::VectorXd signs(Eigen::Index m) {
    return any(m).unaryExpr([](double x) { return x < 0 ? -1.0 : 1.0; });
  }
  Samples<double> classes(Eigen::Index n, Eigen::Index m) {
    Samples<double> Y = Samples<double>::Zero(n, m);
    for (Eigen::Index j = 0; j < m; ++j)
      Y(static_cast<Eigen::Index>(engine() % static_cast<unsigned long>(n)), j) = 1;
    return Y;
  }
  /// Amplitude, length and noise of a kernel, and squared distances of points on a line.
  Eigen::Vector3d kernel() { return {1.3, 0.7, 0.4}; }
  Matrix<double> distances(Eigen::Index n) {
    const Vector<double> x = 3 * vector(n);
    Matrix<double> D2(n, n);
    for (Eigen::Index j = 0; j < n; ++j)
      D2.col(j) = (x.array() - x(j)).square();
    return D2;
  }
  Eigen::Matrix<double, 6, 1> pose() { return {0.3, -0.2, 0.5, 0.1, 0.2, 4.0}; }
  Eigen::Vector3d point() { return {0.4, -0.7, 0.9}; }
  Eigen::Matrix3d deformation() {
    return Eigen::Matrix3d::Identity() + 0.2 * filled(Eigen::Matrix3d());
  }

  /// Something of the same type and size, and symmetric where `x` is.
  template <typename X> X like(const X &x) {
    if constexpr (std::is_same_v<X, double>)
      return number();
    else if constexpr (X::IsVectorAtCompileTime)
      return filled(X(x));
    else
      return x.rows() == x.cols() && x == x.transpose() ? symmetrised(filled(X(x))) : filled(X(x));
  }

private:
  double number() { return std::uniform_real_distribution<double>(-1, 1)(engine); }
  template <typename X> X filled(X x) {
    for (Eigen::Index j = 0; j < x.cols(); ++j)
      for (Eigen::Index i = 0; i < x.rows(); ++i)
        x(i, j) = number();
    return x;
  }
  template <typename X> static X symmetrised(const X &x) { return (x + x.transpose()) / 2; }
  std::mt19937 engine;
};

// --- Sizes -------------------------------------------------------------------------------------

using Sizes = std::vector<Size>;

/// Those of a compilation with fixed sizes, or the dynamic ones.
inline Sizes choose(Sizes fixed, Sizes dynamic) { return N == Eigen::Dynamic ? dynamic : fixed; }

/// Work of order n² or less.
inline Sizes squares() { return choose({{4, 0}}, {{8, 0}, {32, 0}, {128, 0}, {512, 0}}); }
/// Work of order n³.
inline Sizes matrices() { return squares(); }
inline Sizes vectors() { return squares(); }
inline Sizes layers() { return choose({{4, 100}}, {{8, 100}, {32, 100}, {128, 100}, {128, 1000}}); }
inline Sizes batches() { return choose({{4, 1000}}, {{8, 1000}, {32, 10000}, {128, 1000}}); }
inline Sizes mixtures() { return choose({{4, 1000}}, {{8, 1000}, {32, 1000}, {8, 10000}}); }
inline Sizes fixedOnly() { return choose({{3, 0}}, {}); }

} // namespace bench::BENCH_KIND

#endif // DELGEN_BENCH_INPUTS_H
