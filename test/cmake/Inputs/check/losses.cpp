#include "losses.del.h"

double steepness(const Eigen::VectorXd &x, const Eigen::MatrixXd &A) { return loss_grad_x(x, A).norm(); }
