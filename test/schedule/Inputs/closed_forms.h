#include <Eigen/Dense>
#include <delgen/delgen.h>

using Eigen::MatrixXd;
using Eigen::VectorXd;

// Two products with a vector read A twice; the sum of matrices would be written and read as well.
DELGEN(gradient(x)) inline double quadratic(const VectorXd &x, const MatrixXd &A) {
  return x.dot(A * x);
}

// One product and its transpose.
DELGEN(del(A)) inline MatrixXd gram(const MatrixXd &A) { return A.transpose() * A; }

// Two factors that terms have in common, the first of which is diagonal, and their number. What a
// diagonal matrix scales in an inner product is summed by rows.
DELGEN(gradient(A), del(w))
inline double weighted(const MatrixXd &A, const VectorXd &w, const MatrixXd &C) {
  return (A.transpose() * w.asDiagonal() * A - C).squaredNorm();
}

// Dyads are added in one pass.
DELGEN(del(x)) inline MatrixXd outer(const VectorXd &x, const MatrixXd &A) {
  return A * x * x.transpose() * A;
}

// A small matrix has a formula for its inverse, and products of such matrices have variables.
DELGEN(assume(spd(S)), gradient(S), del(S, 2)) inline double small(const Eigen::Matrix3d &S) {
  return std::log(S.determinant());
}

// One exponential, in functions that Eigen computes for several entries at once.
DELGEN(hvp(x), value_and_gradient(x)) inline double logistic(const VectorXd &x, const MatrixXd &A) {
  return (A * x).array().exp().log1p().sum();
}

// What differs in a number only is one term, at every order.
// A power that all terms have is read once.
DELGEN(del(x, 4), directional(x, 5)) inline VectorXd chain(const VectorXd &x) {
  return x.array().sin() * (-x.array().square()).exp();
}

// What is divided by its norm cancels in an inner product with itself.
DELGEN(gradient(x)) inline double ridge(const VectorXd &x, const VectorXd &w) {
  return (w - x.normalized()).squaredNorm();
}

// A number is its own transpose.
DELGEN(del(x, 2)) inline VectorXd own(const VectorXd &x, const MatrixXd &B) {
  return (B + x * x.transpose()) * x;
}

// What is made of parts is scaled part by part, as it is written.
DELGEN(jacobian(p)) inline Eigen::Vector2d projected(const Eigen::Vector3d &p, double f) {
  return f * p.head<2>() / p.z();
}

// A sum that columns are divided by in two powers is inverted once for each.
DELGEN(hvp(Z)) inline double softmax(const MatrixXd &Z) {
  return Z.array().exp().colwise().sum().log().sum();
}
