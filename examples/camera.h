//===- camera.h - Reprojection error of a camera ----------------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// How far a point in space, seen by a pinhole camera with pose R, t, focal length f and
// radial distortion k, falls from where it was observed, squared: one term of bundle
// adjustment. All sizes are fixed, and so are those of the derivatives.
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_EXAMPLES_CAMERA_H
#define DELGEN_EXAMPLES_CAMERA_H

#include <Eigen/Dense>
#include <delgen/delgen.h>

DELGEN(del(X, 2), del(R), del(t, 2), del(f), del(k, 2), del(R, X), del(t, k),
       value_and_gradient(R, t, k))
inline double camera(const Eigen::Matrix3d &R, const Eigen::Vector3d &t, double f, double k,
                     const Eigen::Vector3d &X, const Eigen::Vector2d &observed) {
  const Eigen::Vector3d p = R * X + t;
  const double u = p.x() / p.z(), v = p.y() / p.z();
  const double scale = f * (1 + k * (u * u + v * v));
  const double du = scale * u - observed.x(), dv = scale * v - observed.y();
  return du * du + dv * dv;
}

#endif // DELGEN_EXAMPLES_CAMERA_H
