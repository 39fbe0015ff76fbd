#pragma once
#include <Eigen/Core>
#include <delgen/delgen.h>

DELGEN(del(x))
inline double energy(const Eigen::VectorXd &x, const Eigen::MatrixXd &K) { return x.dot(K * x); }
