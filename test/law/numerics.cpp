// RUN: rm -rf %t && mkdir %t
// RUN: delgen %S/numerics.h -Wno-delgen-nonsmooth -o %t/numerics.del.h -- -std=c++20 -I%delgen_include -isystem %eigen
// RUN: %clang20 %law_flags %s -o %t/numerics && %t/numerics
//
// Each of these functions stands for a sentence of docs/numerics.md. Exact values are computed in
// long double, by formulas that are written here.

#include "numerics.del.h"

#include <cstdio>
#include <cstdlib>
#include <limits>

using Real = long double;
using Vector = Eigen::Matrix<Real, Eigen::Dynamic, 1>;
using Matrix = Eigen::Matrix<Real, Eigen::Dynamic, Eigen::Dynamic>;
using Eigen::MatrixXd;
using Eigen::VectorXd;

static constexpr Real epsilon = std::numeric_limits<double>::epsilon();
static bool failed = false;

static void expect(bool holds, const char *what) {
  failed = failed || !holds;
  if (!holds)
    std::printf("FAILED: %s\n", what);
}
/// |got − exact| ≤ factor · ε · scale.
template <class A, class B>
static void near(const A &got, const B &exact, Real scale, Real factor, const char *what) {
  const Real error = (got.template cast<Real>() - exact).norm(), bound = factor * epsilon * scale;
  if (!(error <= bound))
    std::printf("error %Lg, bound %Lg\n", error, bound);
  expect(error <= bound, what);
}
static Eigen::Matrix<double, 1, 1> number(double x) { return Eigen::Matrix<double, 1, 1>(x); }
static Eigen::Matrix<Real, 1, 1> exactly(Real x) { return Eigen::Matrix<Real, 1, 1>(x); }

/// 1/(i + j + 1), with a condition that grows like e^3.5n.
static MatrixXd hilbert(Eigen::Index n) {
  return MatrixXd::NullaryExpr(n, n,
                               [](auto i, auto j) { return 1.0 / static_cast<double>(i + j + 1); });
}
static VectorXd numbers(Eigen::Index n, double scale = 1) {
  return VectorXd::NullaryExpr(
      n, [=](auto i) { return scale * std::sin(3.0 * static_cast<double>(i) + 1); });
}

// "As accurate as the formula above the function": products, sums, cancellation.
static void formulas() {
  for (Eigen::Index n : {1, 5, 40}) {
    const MatrixXd A = hilbert(n) - 0.3 * MatrixXd::Identity(n, n);
    const VectorXd x = numbers(n, 1e3), b = A * x; // what remains is nothing but rounding
    const Matrix eA = A.cast<Real>();
    const Vector ex = x.cast<Real>(), eb = b.cast<Real>();
    const Real scale =
        (eA.cwiseAbs().transpose() * (eA.cwiseAbs() * ex.cwiseAbs() + eb.cwiseAbs())).norm();
    const Real factor = 4 * static_cast<Real>(n + 2);
    near(residual_grad_x(x, A, b), Vector(2 * eA.transpose() * (eA * ex - eb)), scale, factor,
         "a gradient that cancels");
    near(residual_hvp_x(x, A, b, x), Vector(2 * eA.transpose() * (eA * ex)), scale, factor,
         "a Hessian times a direction");
    near(residual_hess_x(x, A, b), Matrix(2 * eA.transpose() * eA), eA.squaredNorm(), factor,
         "a Hessian");
  }
}

// "A solve is off by the condition": order by order.
static void solves() {
  for (Eigen::Index n : {2, 5, 8}) {
    const MatrixXd A = hilbert(n), D = MatrixXd::Identity(n, n) + 0.1 * hilbert(n);
    const VectorXd b = numbers(n);
    const Matrix inverse = A.cast<Real>().fullPivLu().inverse();
    const Vector x = inverse * b.cast<Real>();
    const Matrix eD = D.cast<Real>();
    const Real condition = A.cast<Real>().norm() * inverse.norm(),
               factor = 8 * static_cast<Real>(n) * condition;
    const Real size = b.cast<Real>().squaredNorm() * inverse.norm();
    near(energy_grad_b(A, b), Vector(2 * x), 2 * inverse.norm() * b.cast<Real>().norm(), factor,
         "the gradient in the right side");
    near(energy_grad_A(A, b), Matrix(-x * x.transpose()), size * inverse.norm(), factor,
         "the gradient in the matrix");
    near(number(energy_d1_A(A, b, D)), exactly(-x.dot(eD * x)), size * inverse.norm() * eD.norm(),
         factor, "the first derivative");
    near(number(energy_d2_A(A, b, D, D)), exactly(2 * x.dot(eD * inverse * eD * x)),
         2 * size * inverse.squaredNorm() * eD.squaredNorm(), 2 * factor, "the second derivative");
    near(log_det_grad_A(A), inverse, inverse.norm(), factor,
         "the gradient of a logarithm of a determinant");
    const MatrixXd Q = hilbert(n + 3).leftCols(n);
    const Matrix eQ = Q.cast<Real>(),
                 pseudo = eQ.colPivHouseholderQr().solve(Matrix::Identity(n + 3, n + 3));
    near(projected_grad_b(Q, numbers(n + 3), b), Vector(pseudo.transpose() * b.cast<Real>()),
         pseudo.norm() * b.cast<Real>().norm(),
         8 * static_cast<Real>(n + 3) * eQ.norm() * pseudo.norm(),
         "the gradient through least squares");
  }
}

// "Determinants are not formed where only their logarithm is": they would overflow.
static void ranges() {
  for (double size : {1e-200, 1e200}) {
    const MatrixXd A = size * (MatrixXd::Identity(4, 4) + 0.1 * hilbert(4));
    near(log_det_grad_A(A) * size, Matrix((A.cast<Real>() / Real(size)).fullPivLu().inverse()), 2,
         40, "a determinant out of range");
  }
  // "Nothing depends on units": powers of two go through exactly, since no threshold is absolute.
  const VectorXd x = numbers(9), b = numbers(9, 0.5);
  const MatrixXd A = hilbert(9);
  for (int exponent : {-300, -60, 60, 300}) {
    const double unit = std::ldexp(1.0, exponent);
    expect(residual_grad_x(unit * x, A, unit * b) == unit * residual_grad_x(x, A, b),
           "units of a gradient");
    expect(energy_grad_b(unit * A, b) == energy_grad_b(A, b) / unit, "units of a solve");
  }
  const VectorXd large = VectorXd::Constant(3, 1e300);
  expect(sum_of_squares_grad_x(large) == VectorXd::Constant(3, 2e300),
         "the gradient of what overflows");
}

// "What is said of kinks and singularities": NaN or infinity, never a finite number that is wrong.
static void singularities() {
  expect(length_grad_x(VectorXd::Zero(3)).array().isNaN().all(), "a norm at 0");
  expect(std::isinf(root_d1_a(0, 1)), "a root at 0");
  expect(std::isnan(root_d1_a(-1, 1)), "a root beside its domain");
  expect(!std::isfinite(energy_grad_A(MatrixXd::Zero(2, 2), VectorXd::Ones(2)).norm()),
         "a singular matrix");
  near(number(root_d2_a(1e-200, 1, 1) * 4e-300), exactly(-1), 1, 8, "a root near 0");
  near(length_grad_x(VectorXd::Constant(4, 1e-150)), Vector(Vector::Constant(4, 0.5L)), 1, 8,
       "a norm near 0");
}

// "Eigenvalues as their gap": v vᵀ turns where two are close.
static void eigenvalues() {
  for (double gap : {1e-1, 1e-4, 1e-8}) {
    MatrixXd A(3, 3);
    A << 1, 0.0, 0.3, 0.0, 1 + gap, 0.0, 0.3, 0.0, 4;
    const Eigen::SelfAdjointEigenSolver<Matrix> exact(A.cast<Real>());
    const Vector v = exact.eigenvectors().col(0);
    const Real distance = exact.eigenvalues()(1) - exact.eigenvalues()(0);
    near(least_eigenvalue_grad_A(A), Matrix(v * v.transpose()), A.norm() / distance, 16,
         "an eigenvalue with a neighbour");
  }
}

// "Symmetric to the last bit", and in symmetric directions.
static void symmetry() {
  const VectorXd x = numbers(7, 2.5);
  const MatrixXd H = banana_hess_x(x), G = energy_grad_A(hilbert(6), numbers(6));
  expect(H == H.transpose(), "a Hessian is symmetric");
  expect(G == G.transpose(), "a gradient in a symmetric matrix is");
}

// "Derivatives of the iterations as they are executed", which converge with the value.
static void iterations() {
  const double a = 7;
  for (int steps : {0, 1, 2, 3, 9}) {
    Real y = 1, d = 0; // by hand
    for (int i = 0; i < steps; ++i) {
      d = (d + 1 / y - Real(a) / (y * y) * d) / 2;
      y = (y + Real(a) / y) / 2;
    }
    near(number(heron_d1_a(a, steps, 1)), exactly(d), std::max(d, Real(1)), 16,
         "so many iterations");
  }
  near(number(heron_d1_a(a, 9, 1)), exactly(0.5L / std::sqrt(Real(a))), 1, 16, "their limit");
}

// "In the type of the function".
static void types() {
  const Eigen::VectorXf x = numbers(6).cast<float>() + Eigen::VectorXf::Constant(6, 2);
  const VectorXd wide = generic_grad_x(VectorXd(x.cast<double>()));
  near(generic_grad_x(x).cast<double>(), wide.cast<Real>(), wide.norm(),
       64 * std::numeric_limits<float>::epsilon() / epsilon, "float");
}

int main() {
  formulas();
  solves();
  ranges();
  singularities();
  eigenvalues();
  symmetry();
  iterations();
  types();
  return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
