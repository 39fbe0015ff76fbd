#pragma once
#include <Eigen/Core>
#include <cmath>

inline const Eigen::MatrixXd A = Eigen::MatrixXd::Random(4, 3);
inline const Eigen::MatrixXd K = Eigen::MatrixXd::Random(3, 3);
inline const Eigen::VectorXd b = Eigen::VectorXd::Random(4);
inline const Eigen::VectorXd x = Eigen::VectorXd::Random(3);
inline const Eigen::VectorXd step = Eigen::VectorXd::Random(3);

inline bool isNear(double a, double b) { return std::abs(a - b) < 1e-12 * (1 + std::abs(b)); }
