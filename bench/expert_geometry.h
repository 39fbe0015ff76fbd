//===- expert_geometry.h - What an expert writes where sizes are fixed --*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_BENCH_EXPERT_GEOMETRY_H
#define DELGEN_BENCH_EXPERT_GEOMETRY_H

#include "types.h"

#include <cmath>

namespace expert::BENCH_KIND {

inline Eigen::Matrix<double, 2, 6> reprojection_jac_pose(const Eigen::Matrix<double, 6, 1> &pose,
                                                         const Eigen::Vector3d &X, double f) {
  const Eigen::Vector3d r = pose.head<3>();
  const double s2 = r.squaredNorm(), angle = std::sqrt(s2);
  const double c = std::cos(angle), a = std::sin(angle) / angle, b = (1 - c) / s2;
  const double rX = r.dot(X);
  const Eigen::Vector3d cross = r.cross(X);
  const Eigen::Vector3d p = c * X + a * cross + (b * rX) * r + pose.tail<3>();
  const Eigen::Vector3d u = ((c - a) / s2) * cross - a * X + ((a - 2 * b) / s2 * rX) * r;
  Eigen::Matrix3d J = u * r.transpose() + (b * r) * X.transpose();
  J.diagonal().array() += b * rX;
  J(0, 1) += a * X(2), J(1, 0) -= a * X(2);
  J(2, 0) += a * X(1), J(0, 2) -= a * X(1);
  J(1, 2) += a * X(0), J(2, 1) -= a * X(0);
  const double z = f / p.z();
  const Eigen::Vector2d q = p.head<2>() * (z / p.z());
  Eigen::Matrix<double, 2, 6> all;
  all.leftCols<3>() = z * J.topRows<2>() - q * J.row(2);
  all.col(3) << z, 0;
  all.col(4) << 0, z;
  all.col(5) = -q;
  return all;
}

inline Eigen::Matrix3d neo_hookean_grad_F(const Eigen::Matrix3d &F, double mu, double lambda) {
  Eigen::Matrix3d inverse;
  double J;
  bool exists;
  F.computeInverseAndDetWithCheck(inverse, J, exists);
  return mu * F + (lambda * std::log(J) - mu) * inverse.transpose();
}
inline Eigen::Matrix<double, 9, 9> neo_hookean_hess_F(const Eigen::Matrix3d &F, double mu,
                                                      double lambda) {
  Eigen::Matrix3d inverse;
  double J;
  bool exists;
  F.computeInverseAndDetWithCheck(inverse, J, exists);
  const Eigen::Matrix3d G = inverse.transpose();
  const double s = mu - lambda * std::log(J);
  Eigen::Matrix<double, 9, 9> H;
  for (int k = 0; k < 3; ++k)
    for (int l = 0; l < 3; ++l) {
      auto column = H.col(3 * k + l).reshaped<Eigen::ColMajor>(Eigen::fix<3>, Eigen::fix<3>);
      column.noalias() = (lambda * G(l, k)) * G;
      column.noalias() += s * G.col(k) * G.row(l);
    }
  H.diagonal().array() += mu;
  return H;
}

} // namespace expert::BENCH_KIND

#endif // DELGEN_BENCH_EXPERT_GEOMETRY_H
