// RUN: mkdir -p %t && %cxx_gcc %law_flags %s -o %t/oracle && %t/oracle
//
// The oracle itself: each function's derivatives of every order against central
// differences of the next lower order; products and matrices against closed forms; and
// the checker, which must find a wrong derivative.

#include "law.h"
#include <Eigen/Dense>

using oracle::coefficient, oracle::Number, oracle::seed;
using NumberVector = Eigen::Matrix<Number, Eigen::Dynamic, 1>;
using NumberMatrix = Eigen::Matrix<Number, Eigen::Dynamic, Eigen::Dynamic>;

/// The derivatives s, s′, …, of order 0 to oracle::depth at a.
template <class F> std::vector<double> derivatives(const F &s, double a) {
  Number x = a;
  for (int k = 0; k < oracle::depth; ++k)
    seed(x, k, 1);
  const Number y = s(x);
  std::vector<double> result;
  for (int k = 0; k <= oracle::depth; ++k)
    result.push_back(coefficient(y, (1u << k) - 1));
  return result;
}

template <class F> void checkFunction(const char *name, double a, const F &s) {
  const double h = 1e-5;
  const std::vector<double> at = derivatives(s, a), left = derivatives(s, a - h),
                            right = derivatives(s, a + h);
  double worst = 0;
  for (std::size_t k = 1; k < at.size(); ++k)
    worst = std::max(worst, std::abs((right[k - 1] - left[k - 1]) / (2 * h) - at[k]) /
                                (std::abs(at[k]) + std::abs(at[k - 1])));
  law::report(name, worst, 1e-7);
}

void checkFunctions() {
#define FUNCTION(NAME, A) checkFunction(#NAME, A, [](const Number &x) { return NAME(x); });
  FUNCTION(exp, 0.7)
  FUNCTION(expm1, 0.7)
  FUNCTION(log, 1.3)
  FUNCTION(log1p, 0.4)
  FUNCTION(sqrt, 1.3)
  FUNCTION(cbrt, 1.3)
  FUNCTION(sin, 0.7)
  FUNCTION(cos, 0.7)
  FUNCTION(tan, 0.7)
  FUNCTION(asin, 0.3)
  FUNCTION(acos, 0.3)
  FUNCTION(atan, 0.7)
  FUNCTION(sinh, 0.7)
  FUNCTION(cosh, 0.7)
  FUNCTION(tanh, 0.7)
  FUNCTION(asinh, 0.7)
  FUNCTION(acosh, 1.9)
  FUNCTION(atanh, 0.3)
  FUNCTION(erf, 0.6)
  FUNCTION(abs, -0.7)
  FUNCTION(abs2, -0.7)
#undef FUNCTION
  checkFunction("x^3", -0.7, [](const Number &x) { return pow(x, 3); });
  checkFunction("x^2.5", 0.7, [](const Number &x) { return pow(x, 2.5); });
  checkFunction("x^c", -0.7, [](const Number &x) { return pow(x, Number(-2)); });
  checkFunction("2^x", 0.7, [](const Number &x) { return pow(2, x); });
  checkFunction("x^x", 0.7, [](const Number &x) { return pow(x, x); });
  checkFunction("atan2(x, 1 + x^2)", 0.7, [](const Number &x) { return atan2(x, 1 + x * x); });
  checkFunction("rational", 0.7, [](const Number &x) { return (2 * x - 1) / (x * x + 3) - x / 4; });
  // A constant power of zero has finite derivatives.
  law::report("0^3", std::abs(derivatives([](const Number &x) { return pow(x, 3); }, 0)[3] - 6), 0);
}

/// Different directions, in scalars and matrices, against closed forms.
void checkDirections() {
  Number x = 2, y = 3;
  seed(x, 0, 5);
  seed(x, 1, 7);
  seed(y, 2, 11);
  // d³(x² y) in x, x, y is 2 δ₁ δ₂ δ₃.
  law::report("x x y", std::abs(coefficient(x * x * y, 7) - 2 * 5 * 7 * 11), 1e-12);

  const Eigen::VectorXd p = Eigen::VectorXd::LinSpaced(4, 1, 2),
                        d = Eigen::VectorXd::LinSpaced(4, -1, 3),
                        e = Eigen::VectorXd::LinSpaced(4, 2, 0.5);
  NumberVector v = p.cast<Number>();
  seed(v, 0, d);
  seed(v, 1, e);
  // d²‖x‖ = (⟨δ₁,δ₂⟩ − ⟨x,δ₁⟩⟨x,δ₂⟩/‖x‖²)/‖x‖
  const double r = p.norm();
  law::report("norm",
              std::abs(coefficient(v.norm(), 3) - (d.dot(e) - p.dot(d) * p.dot(e) / (r * r)) / r),
              1e-14);

  // d²X⁻¹ = X⁻¹δ₁X⁻¹δ₂X⁻¹ + X⁻¹δ₂X⁻¹δ₁X⁻¹, through Eigen's own elimination.
  const Eigen::MatrixXd m = Eigen::MatrixXd::Identity(4, 4) + 0.1 * p * e.transpose(),
                        a = d * p.transpose(), b = e * e.transpose(), i = m.inverse();
  NumberMatrix q = m.cast<Number>();
  seed(q, 0, a);
  seed(q, 1, b);
  const NumberMatrix inverse = q.partialPivLu().inverse();
  const Eigen::MatrixXd want = i * a * i * b * i + i * b * i * a * i;
  double worst = 0;
  for (int k = 0; k < want.size(); ++k)
    worst = std::max(worst, std::abs(coefficient(inverse(k), 3) - want(k)));
  law::report("inverse", worst / want.norm(), 1e-12);
}

//===-- The checker, with derivatives written by hand ---------------------===//

double f(const Eigen::VectorXd &x, const Eigen::MatrixXd &A) { return x.dot(A * x); }
double f_d1_x(const Eigen::VectorXd &x, const Eigen::MatrixXd &A, const Eigen::VectorXd &d1_x) {
  return d1_x.dot(A * x) + x.dot(A * d1_x);
}
double f_d2_x_A(const Eigen::VectorXd &x, const Eigen::MatrixXd &, const Eigen::VectorXd &d1_x,
                const Eigen::MatrixXd &d2_A) {
  return d1_x.dot(d2_A * x) + x.dot(d2_A * d1_x);
}
// Wrong: it takes A for symmetric.
double f_d2_x(const Eigen::VectorXd &, const Eigen::MatrixXd &A, const Eigen::VectorXd &d1_x,
              const Eigen::VectorXd &d2_x) {
  return 2 * d1_x.dot(A * d2_x);
}
namespace exact {
Number f(const NumberVector &x, const NumberMatrix &A) { return x.dot(A * x); }
} // namespace exact

int main() {
  checkFunctions();
  checkDirections();
  LAW(f, "x[n] A[n,n]", d1_x, d2_x_A)
  if (law::verdict() != EXIT_SUCCESS)
    return EXIT_FAILURE;
  std::puts("and now one that must fail:");
  LAW(f, "x[n] A[n,n]", d2_x)
  return law::verdict() == EXIT_SUCCESS ? EXIT_FAILURE : EXIT_SUCCESS;
}
