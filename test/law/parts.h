//===- parts.h - Parts of matrices, read and written ------------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

// Read twice (see exact.h), hence no guard.

#include <Eigen/Dense>
#include <cmath>
#include <delgen/delgen.h>

//===-- Entries -----------------------------------------------------------===//

DELGEN(del(x, 3))
inline double product_of_entries(const Eigen::VectorXd &x) { return x(0) * x[1] * x(2) + x(0); }

DELGEN(del(x, 3))
inline double coordinates(const Eigen::Vector4d &x) {
  return std::sin(x.x() * x.y()) + x.z() * x.z() / x.w();
}

DELGEN(del(A, 2))
inline double entries_of_matrix(const Eigen::MatrixXd &A) {
  return A(0, 1) * A(1, 0) + A.coeff(1, 1) * std::exp(A(0, 0));
}

DELGEN(del(A, 2))
inline double linear_index(const Eigen::MatrixXd &A) { return A(3) * A(1) + A(0); }

DELGEN(del(A, 2))
inline double linear_index_by_rows(
    const Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor> &A) {
  return A(3) * A(1) + A(0);
}

DELGEN(del(x, 2), del(A, x))
inline double entry_of_product(const Eigen::MatrixXd &A, const Eigen::VectorXd &x, int i) {
  return (A * x)(i)*x(i) + (A * A.transpose())(i, 0);
}

DELGEN(del(x, 3))
inline double entries_of_expression(const Eigen::VectorXd &x) {
  return (x.array().sin() * x.array() + 2).matrix()(1) * (x * x.transpose())(0, 1);
}

//===-- Vectors -----------------------------------------------------------===//

DELGEN(del(x, 2))
inline double segments(const Eigen::VectorXd &x) {
  return x.head(2).dot(x.tail(2)) + x.segment(1, 2).squaredNorm();
}

DELGEN(del(x, 2))
inline double fixed_segments(const Eigen::VectorXd &x) {
  return x.head<2>().dot(x.tail<2>()) * x.segment<2>(1).norm();
}

DELGEN(del(x, 2))
inline Eigen::VectorXd run_time_segment(const Eigen::VectorXd &x, int i, int n) {
  return x.segment(i, n).cwiseProduct(x.segment(0, n)) + x.head(n);
}

DELGEN(del(x, 2))
inline double differences(const Eigen::VectorXd &x) {
  const auto n = x.size();
  return (x.tail(n - 1) - x.head(n - 1)).squaredNorm();
}

DELGEN(del(x, 2))
inline double rosenbrock(const Eigen::VectorXd &x) {
  const auto n = x.size();
  const Eigen::ArrayXd a = x.head(n - 1).array(), b = x.tail(n - 1).array();
  return (100 * (b - a.square()).square() + (1 - a).square()).sum();
}

DELGEN(del(r, 2))
inline double row_segments(const Eigen::RowVectorXd &r) {
  return r.head(2).dot(r.tail(2)) * r(0) + r.segment<2>(1).sum();
}

DELGEN(del(x, 2))
inline double segment_of_segment(const Eigen::VectorXd &x) {
  return x.tail(3).head(2).segment<1>(1).norm() * x.tail(3)(0);
}

DELGEN(del(x, 3))
inline Eigen::Vector3d fixed_parts(const Eigen::Vector4d &x) {
  return x.head<3>() * x(3) + x.tail<3>().cwiseProduct(x.head<3>());
}

DELGEN(del(a, 2))
inline Eigen::ArrayXd array_parts(const Eigen::ArrayXd &a) {
  return a.head(2) * a.tail(2).exp() + a(0);
}

//===-- Matrices ----------------------------------------------------------===//

DELGEN(del(A, 2), del(x, 2), del(A, x))
inline double row_and_column(const Eigen::MatrixXd &A, const Eigen::VectorXd &x) {
  return A.row(1).dot(x) + A.row(0) * x + A.col(1).squaredNorm();
}

DELGEN(del(A, 2))
inline Eigen::MatrixXd blocks(const Eigen::MatrixXd &A) {
  return A.block(0, 1, 2, 2) * A.block<2, 2>(1, 0) + A.topLeftCorner(2, 2);
}

DELGEN(del(A, 2))
inline double corners(const Eigen::MatrixXd &A) {
  return (A.topLeftCorner(2, 2) * A.bottomRightCorner<2, 2>()).trace() +
         A.topRightCorner<1, 2>().dot(A.bottomLeftCorner(1, 2).row(0));
}

DELGEN(del(A, 2))
inline double rows_and_columns(const Eigen::MatrixXd &A) {
  return (A.topRows(2) * A.rightCols(2)).sum() +
         (A.bottomRows<2>() * A.leftCols<2>()).squaredNorm() +
         A.middleRows(1, 1).squaredNorm() * A.middleCols<1>(1).sum();
}

DELGEN(del(A, 2), del(B), del(A, B))
inline Eigen::MatrixXd part_of_product(const Eigen::MatrixXd &A, const Eigen::MatrixXd &B) {
  return (A * B).topRows(2) + (B.transpose() * A.transpose()).leftCols(2).transpose();
}

DELGEN(del(A, 2))
inline Eigen::Matrix2d fixed_blocks(const Eigen::Matrix4d &A) {
  return A.topLeftCorner<2, 2>() - A.topRightCorner<2, 2>() * A.bottomLeftCorner<2, 2>();
}

DELGEN(del(A, 2))
inline double diagonals(const Eigen::MatrixXd &A) {
  return A.topLeftCorner(2, 2).diagonal(1).squaredNorm() * A.diagonal().sum() +
         A.diagonal<-1>().cwiseProduct(A.diagonal(1)).sum();
}

DELGEN(del(A, 2))
inline double rectangular_diagonal(const Eigen::Matrix<double, 2, 3> &A) {
  return A.diagonal().squaredNorm() * A.diagonal(1).sum() + A.diagonal<-1>()(0);
}

//===-- The same entries elsewhere ----------------------------------------===//

DELGEN(del(x, 2))
inline double palindrome(const Eigen::VectorXd &x) { return x.dot(x.reverse()); }

DELGEN(del(A, 2))
inline Eigen::MatrixXd reversed(const Eigen::MatrixXd &A) {
  return A.rowwise().reverse() * A + A.colwise().reverse().cwiseProduct(A) + A.reverse();
}

DELGEN(del(x, 2))
inline Eigen::VectorXd convolved(const Eigen::VectorXd &x) {
  return x.reverse().head(2) * x(0) + x.tail(2).reverse() * x.reverse()(1);
}

DELGEN(del(x, 2))
inline Eigen::MatrixXd reshaped(const Eigen::VectorXd &x) {
  return x.head(6).reshaped(2, 3) * x.tail(6).reshaped(3, 2);
}

DELGEN(del(A, 2))
inline double vectorised(const Eigen::MatrixXd &A) { return A.reshaped().dot((A * A).reshaped()); }

DELGEN(del(x, 2))
inline Eigen::MatrixXd replicated(const Eigen::VectorXd &x) {
  return x.replicate(1, 3) + x * x.head(3).transpose() + x.replicate<1, 3>() * x(0);
}

DELGEN(del(x, 2), del(P), del(P, x))
inline Eigen::Vector2d projected(const Eigen::Matrix<double, 3, 4> &P, const Eigen::Vector3d &x) {
  return (P * x.homogeneous()).hnormalized();
}

DELGEN(del(x, 3))
inline Eigen::VectorXd dehomogenised(const Eigen::VectorXd &x) {
  return x.hnormalized() + x.head(x.size() - 1).homogeneous().head(x.size() - 1);
}

//===-- Made of entries and blocks ----------------------------------------===//

DELGEN(del(s, 2))
inline Eigen::Vector3d constructed(double s, double t) {
  return Eigen::Vector3d(s * t, 1, std::sin(s)) + Eigen::Vector3d{t, s, 2};
}

DELGEN(del(s, 2), del(s, t))
inline Eigen::Matrix2d from_list(double s, double t) {
  return Eigen::Matrix2d{{s, s * t}, {t, 1}} * Eigen::Vector2d{s, t}.asDiagonal();
}

DELGEN(del(s, 2))
inline Eigen::VectorXd dynamic_list(double s) {
  const Eigen::VectorXd v{{s, s * s, 1.0, 2.0}};
  return v * v(1);
}

DELGEN(del(x, 2))
inline Eigen::VectorXd concatenated(const Eigen::VectorXd &x, const Eigen::VectorXd &y) {
  Eigen::VectorXd z(x.size() + y.size() + 1);
  z << x, x.sum(), y;
  return z * z(0);
}

DELGEN(del(s, 2))
inline Eigen::Vector3d finished(double s) {
  return (Eigen::Vector3d() << s, s * s, 1).finished() * s +
         (Eigen::VectorXd(3) << 1, 2, s).finished();
}

DELGEN(del(A, 2), del(b, 2), del(A, b))
inline Eigen::MatrixXd bordered(const Eigen::MatrixXd &A, const Eigen::VectorXd &b, double s) {
  const auto n = b.size();
  Eigen::MatrixXd M(n + 1, n + 1);
  M << A, A * b, b.transpose(), s * b.squaredNorm();
  return M;
}

DELGEN(del(A, 2), del(b), del(A, c))
inline Eigen::MatrixXd arrow(const Eigen::MatrixXd &A, const Eigen::VectorXd &b,
                             const Eigen::VectorXd &c, double s) {
  const auto n = b.size();
  Eigen::MatrixXd M(n + 1, n + 1);
  M << A, b, c.transpose(), s;
  return M * M;
}

DELGEN(del(A, 2))
inline Eigen::MatrixXd saddle_point(const Eigen::Matrix2d &A) {
  Eigen::Matrix4d K;
  K << A, A.transpose(), Eigen::Matrix2d::Identity(), A * A;
  return K * K;
}

DELGEN(del(x, 3))
inline Eigen::Matrix3d rodrigues(const Eigen::Vector3d &x) {
  const double theta = x.norm();
  Eigen::Matrix3d K;
  K << 0, -x.z(), x.y(), x.z(), 0, -x.x(), -x.y(), x.x(), 0;
  K /= theta;
  return Eigen::Matrix3d::Identity() + std::sin(theta) * K + (1 - std::cos(theta)) * K * K;
}

DELGEN(del(x, 2), del(k, 2), del(x, k))
inline Eigen::Vector2d distorted(const Eigen::Vector3d &x, const Eigen::Vector2d &k, double f) {
  const Eigen::Vector2d p(x(0) / x(2), x(1) / x(2));
  const double r2 = p.squaredNorm();
  return f * (1 + k(0) * r2 + k(1) * r2 * r2) * p;
}

DELGEN(del(t, 3))
inline Eigen::Vector2d rotated(double t, const Eigen::Vector2d &x) {
  Eigen::Matrix2d R;
  R << std::cos(t), -std::sin(t), std::sin(t), std::cos(t);
  return R * x;
}

DELGEN(del(u, 2), del(v), del(u, v))
inline Eigen::Vector3d cross_by_hand(const Eigen::Vector3d &u, const Eigen::Vector3d &v) {
  Eigen::Vector3d w;
  w << u(1) * v(2) - u(2) * v(1), u(2) * v(0) - u(0) * v(2), u(0) * v(1) - u(1) * v(0);
  return w.cwiseProduct(w);
}

//===-- Written part by part ----------------------------------------------===//

DELGEN(del(x, 2))
inline Eigen::VectorXd entry_by_entry(const Eigen::VectorXd &x) {
  Eigen::VectorXd y(3);
  y(0) = x(1) * x(2);
  y[1] = std::sin(x(0));
  y.coeffRef(2) = y(0) * y(1);
  return y;
}

DELGEN(del(x, 2))
inline Eigen::VectorXd recurrence(const Eigen::VectorXd &x) {
  const auto n = x.size();
  Eigen::VectorXd y(n);
  y(0) = x(0) * x(0);
  y.tail(n - 1) = x.tail(n - 1) * y(0) + x.head(n - 1);
  y(n - 1) += y(0);
  return y;
}

DELGEN(del(x, 2))
inline Eigen::Vector4d partly_written(const Eigen::Vector4d &x) {
  Eigen::Vector4d y;
  y.setZero();
  y.head<2>() = x.tail<2>() * x(0);
  y(3) = x(3) * x(3);
  return y;
}

DELGEN(del(x, 2))
inline Eigen::VectorXd scaled_parts(Eigen::VectorXd x) {
  x.segment(1, 2) *= x(0);
  x.head(2) += x.tail(2).eval();
  x.tail<2>().array() -= 1.5;
  x(0) /= 2;
  x.segment<2>(0).array() *= x.tail(2).array().eval();
  return x;
}

DELGEN(del(A, 2), del(x, 2), del(A, x))
inline Eigen::MatrixXd rows_and_columns_written(Eigen::MatrixXd A, const Eigen::VectorXd &x) {
  A.row(0) *= x(0);
  A.col(1) = A.col(0).cwiseProduct(x);
  A.row(1) = x;
  A.col(0).array() = x(1);
  return A;
}

DELGEN(del(A, 2), del(B, 2), del(A, B))
inline Eigen::MatrixXd blocks_written(const Eigen::MatrixXd &A, const Eigen::MatrixXd &B) {
  const auto n = A.rows();
  Eigen::MatrixXd P(2 * n, 2 * n);
  P.topLeftCorner(n, n).noalias() = A * B;
  P.topRightCorner(n, n) = A;
  P.bottomLeftCorner(n, n) = P.topRightCorner(n, n).transpose();
  P.bottomRightCorner(n, n).setIdentity();
  P.topRows(n).noalias() += B * P.bottomRows(n);
  return P;
}

DELGEN(del(F, 2), del(Q), del(F, Q))
inline Eigen::Matrix4d covariance(const Eigen::Matrix2d &F, const Eigen::Matrix2d &Q,
                                  const Eigen::Matrix4d &P) {
  Eigen::Matrix4d Phi = Eigen::Matrix4d::Identity();
  Phi.block<2, 2>(0, 2) = F;
  Eigen::Matrix4d N = Eigen::Matrix4d::Zero();
  N.bottomRightCorner<2, 2>() = Q;
  N.topLeftCorner<2, 2>().diagonal() = Q.diagonal();
  return Phi * P * Phi.transpose() + N;
}

DELGEN(del(A, 2), del(x, 2))
inline Eigen::MatrixXd diagonal_written(const Eigen::MatrixXd &A, const Eigen::VectorXd &x) {
  Eigen::MatrixXd B = A * A;
  B.diagonal() = x.cwiseProduct(x);
  B.diagonal().array() += x(0);
  B.diagonal() -= x;
  B.diagonal(1) *= x(1);
  B.diagonal()(0) = x(1) * B(1, 1);
  return B;
}

DELGEN(del(s, 2))
inline Eigen::MatrixXd set(double s, const Eigen::MatrixXd &A) {
  Eigen::MatrixXd B;
  B.setZero(3, 3);
  B.row(0).setOnes();
  B.col(1).setConstant(s * s);
  B.block(1, 1, 2, 2).setIdentity();
  B(2, 0) = s;
  Eigen::MatrixXd C(3, 3);
  C.setConstant(s);
  C.topRows(1).fill(2);
  return B * C * A.topRows(3);
}

DELGEN(del(x, 2))
inline Eigen::VectorXd overwritten(const Eigen::VectorXd &x) {
  Eigen::VectorXd y = x.array().exp();
  y.head(2).setZero();
  y(0) = x(1);
  y.head(2) << x(0) * x(1), 1;
  return y;
}

DELGEN(del(x, 2))
inline double stages(const Eigen::VectorXd &x) {
  Eigen::Vector2d k1, k2;
  k1 << x(1), -std::sin(x(0));
  const Eigen::Vector2d mid = x.head<2>() + 0.5 * k1;
  k2 << mid(1), -std::sin(mid(0));
  return (x.head<2>() + k2).squaredNorm();
}

DELGEN(del(x, 2))
inline Eigen::RowVectorXd row_written(const Eigen::RowVectorXd &x) {
  Eigen::RowVectorXd y = x;
  y.head(2) = x.tail(2) * x(0);
  y(2) *= y(0);
  Eigen::RowVector3d z;
  z << y.head(2), 1;
  return y.head(3) + z;
}

DELGEN(del(a, 2))
inline Eigen::ArrayXd array_written(const Eigen::ArrayXd &a) {
  Eigen::ArrayXd y = a.sin();
  y.head(2) *= a.tail(2);
  y(2) = a(0) * a(1);
  y.tail(1) += 2;
  return y;
}

DELGEN(del(x, 2))
inline Eigen::VectorXf in_floats(const Eigen::VectorXf &x, const Eigen::MatrixXf &A) {
  Eigen::VectorXf y(3);
  y << x(0) * x(1), x.head(2);
  y.tail<2>() += A.topLeftCorner(2, 2) * x.tail(2);
  return y;
}

DELGEN(del(x, 2))
inline double counted(const Eigen::VectorXd &x) {
  int i = 0;
  double s = x(i);
  ++i;
  s *= x(i);
  i++;
  s += x(i) * x[i - 1];
  --i;
  return s * x(i);
}

//===-- Parts in algebra --------------------------------------------------===//

DELGEN(del(x, 3))
inline double through_sums(const Eigen::VectorXd &x, const Eigen::VectorXd &y) {
  return (2 * x + y.cwiseProduct(x)).head(2).squaredNorm() * (x + y).array().exp().tail(2).sum();
}

DELGEN(del(x, 2), del(A, x))
inline double through_products(const Eigen::MatrixXd &A, const Eigen::VectorXd &x) {
  const Eigen::VectorXd y = A * x;
  return y.head(2).dot(A.leftCols(2).transpose() * y) + (A * x)(0);
}

DELGEN(del(x, 2), del(A), del(A, x))
inline Eigen::VectorXd times_assembled(const Eigen::MatrixXd &A, const Eigen::VectorXd &x) {
  Eigen::VectorXd z = Eigen::VectorXd::Zero(x.size());
  z.segment(1, 2) = x.head(2).cwiseProduct(x.tail(2));
  return A * z + z.cwiseProduct(x) * z.dot(x);
}

DELGEN(del(A, 2), del(x))
inline Eigen::MatrixXd of_diagonal_matrix(const Eigen::MatrixXd &A, const Eigen::VectorXd &x) {
  Eigen::MatrixXd D = x.asDiagonal();
  return A * D.leftCols(2) + D.row(1).transpose() * A.row(0).head(2) +
         Eigen::MatrixXd::Identity(x.size(), x.size()).rightCols(2);
}

DELGEN(del(q, 3))
inline Eigen::Matrix3d from_quaternion(const Eigen::Vector4d &q) {
  const double w = q(0), x = q(1), y = q(2), z = q(3);
  Eigen::Matrix3d R;
  R << 1 - 2 * (y * y + z * z), 2 * (x * y - z * w), 2 * (x * z + y * w), //
      2 * (x * y + z * w), 1 - 2 * (x * x + z * z), 2 * (y * z - x * w),  //
      2 * (x * z - y * w), 2 * (y * z + x * w), 1 - 2 * (x * x + y * y);
  return R;
}

inline Eigen::Matrix3d hat(const Eigen::Vector3d &w) {
  Eigen::Matrix3d W;
  W << 0, -w(2), w(1), w(2), 0, -w(0), -w(1), w(0), 0;
  return W;
}
DELGEN(del(w, 2), del(x), del(w, x))
inline Eigen::Vector3d by_calls(const Eigen::Vector3d &w, const Eigen::Vector3d &x) {
  return hat(w) * hat(x).row(1).transpose() + hat(w + x) * x;
}

DELGEN(del(q, 2))
inline Eigen::Matrix3d written_in_one(const Eigen::Vector3d &q) {
  Eigen::Matrix3d M = Eigen::Matrix3d::Zero();
  double s, t;
  s = t = q(0) * q(1);
  M(0, 1) = M(1, 0) = q(1) * s;
  M.row(2) = M.row(0) += t * q.transpose();
  return M;
}
