#pragma once
#include "common.h"

DELGEN(del(x, 2))
inline double loss_a(double x, double s) { return s * softplus(x); }
