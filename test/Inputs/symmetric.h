//===- symmetric.h - Exact eigenvalues of symmetric matrices ----*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Jacobi's iteration on nested dual numbers. A rotation that annihilates an entry is a
// smooth function of the matrix where eigenvalues are distinct, so that the iteration
// converges in every coefficient.
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_TEST_SYMMETRIC_H
#define DELGEN_TEST_SYMMETRIC_H

#include "oracle.h"

namespace oracle {

/// As Eigen's class of that name: reads the lower triangle.
template <class M> class SelfAdjointEigenSolver {
public:
  using Vector = Eigen::Matrix<Number, M::RowsAtCompileTime, 1>;

  template <class A> explicit SelfAdjointEigenSolver(const A &given, int = 0) {
    using std::swap;
    const M a = given;
    const Eigen::Index n = a.rows();
    M d = M::Zero(n, n);
    for (Eigen::Index j = 0; j < n; ++j)
      for (Eigen::Index i = 0; i < n; ++i)
        d(i, j) = i < j ? a(j, i) : a(i, j);
    vectors = M::Zero(n, n);
    for (Eigen::Index i = 0; i < n; ++i)
      vectors(i, i) = 1;
    // Each order of the duals follows the one before it within a sweep or two.
    for (int sweep = 0; sweep < 12 + 3 * depth; ++sweep)
      for (Eigen::Index p = 0; p < n; ++p)
        for (Eigen::Index q = p + 1; q < n; ++q)
          rotate(d, p, q);
    values = d.diagonal();
    for (Eigen::Index i = 0; i < n; ++i) // by insertion, in ascending order
      for (Eigen::Index j = i; j > 0 && values(j) < values(j - 1); --j) {
        swap(values(j), values(j - 1));
        const Vector column = vectors.col(j);
        vectors.col(j) = Vector(vectors.col(j - 1));
        vectors.col(j - 1) = column;
      }
  }

  const Vector &eigenvalues() const { return values; }
  const M &eigenvectors() const { return vectors; }

private:
  void rotate(M &d, Eigen::Index p, Eigen::Index q) {
    if (d(p, q) == Number(0))
      return;
    const Number gap = d(q, q) - d(p, p), twice = 2 * d(p, q);
    const Number root = sqrt(gap * gap + twice * twice);
    const Number t = gap < Number(0) ? twice / (gap - root) : twice / (gap + root);
    const Number c = 1 / sqrt(1 + t * t), s = t * c;
    for (Eigen::Index k = 0; k < d.rows(); ++k) {
      const Number x = d(k, p), y = d(k, q), u = vectors(k, p), v = vectors(k, q);
      d(k, p) = c * x - s * y;
      d(k, q) = s * x + c * y;
      vectors(k, p) = c * u - s * v;
      vectors(k, q) = s * u + c * v;
    }
    for (Eigen::Index k = 0; k < d.rows(); ++k) {
      const Number x = d(p, k), y = d(q, k);
      d(p, k) = c * x - s * y;
      d(q, k) = s * x + c * y;
    }
  }

  Vector values;
  M vectors;
};

} // namespace oracle

#endif // DELGEN_TEST_SYMMETRIC_H
