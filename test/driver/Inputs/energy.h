#pragma once
#include <Eigen/Dense>
#include <delgen/delgen.h>

DELGEN(del(x))
inline double energy(const Eigen::MatrixXd &A, const Eigen::VectorXd &x) { return x.dot(A * x); }
