#pragma once
#include <Eigen/Dense>
#include <cmath>
#include <delgen/delgen.h>

inline double softplus(double z) { return std::log1p(std::exp(z)); }
