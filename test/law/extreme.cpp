// RUN: rm -rf %t && mkdir %t
// RUN: delgen %S/extreme.h -Wno-delgen-nonsmooth -o %t/extreme.del.h -- -std=c++20 -I%delgen_include -isystem %eigen
// RUN: %clang20 %law_flags %s -o %t/extreme && %t/extreme

#include "extreme.del.h"

#include <cstdio>
#include <cstdlib>
#include <initializer_list>

static bool failed = false;

static void expect(bool holds, const char *what) {
  failed = failed || !holds;
  if (!holds)
    std::printf("FAILED: %s\n", what);
}

int main() {
  const Eigen::Vector3d signs(1, -1, 0.5), along(1, 2, -1);
  for (double size : {1e3, -1e3, 700.0}) {
    const Eigen::VectorXd x = size * signs;
    expect(std::isfinite(log_sum_exp_d1_x(x, along)), "d¹ of log-sum-exp");
    expect(std::isfinite(log_sum_exp_d2_x(x, along, along)), "d² of log-sum-exp");
    expect(std::isfinite(log_sum_exp_d3_x(x, along, along, along)), "d³ of log-sum-exp");
    expect(softmax_d1_x(x, along).allFinite(), "d¹ of softmax");
    expect(softmax_d2_x(x, along, along).allFinite(), "d² of softmax");
    expect(softmax_d3_x(x, along, along, along).allFinite(), "d³ of softmax");
    const double slope = soft_d1_a(size, 1);
    expect(std::abs(slope - (size > 0 ? 2 : 1)) < 1e-12,
           "d¹ of softplus and the logistic function");
    expect(std::abs(soft_d2_a(size, 1, 1)) < 1e-12, "d² of the same");
    expect(std::abs(soft_d3_a(size, 1, 1, 1)) < 1e-12, "d³ of the same");
    const Eigen::ArrayXd a = x.array(), d = along.array();
    expect(soft_array_d1_a(a, d).allFinite(), "d¹ of arrays");
    expect(soft_array_d2_a(a, d, d).allFinite(), "d² of arrays");
    expect(soft_array_d3_a(a, d, d, d).allFinite(), "d³ of arrays");
  }
  expect(std::abs(hypotenuse_d1_x(3e300, 4e300, 1) - 0.6) < 1e-15, "hypot of large numbers");

  // A power at 0, and where its exponent falls to 0.
  const double first[] = {0, 1, 0, 0}, second[] = {0, 0, 2, 0}, third[] = {0, 0, 0, 6};
  for (int n : {0, 1, 2, 3}) {
    expect(whole_power_d1_x(0, n, 1) == first[n], "d¹ of a power at 0");
    expect(whole_power_d2_x(0, n, 1, 1) == second[n], "d² of a power at 0");
    expect(whole_power_d3_x(0, n, 1, 1, 1) == third[n], "d³ of a power at 0");
  }
  expect(std::abs(whole_power_d2_x(2, -2, 1, 1) - 6.0 / 16) < 1e-15, "a negative power");

  // The side that is not chosen is NaN.
  expect(one_side_d1_x(-1, 1) == 0, "d¹ beside a logarithm");
  expect(one_side_d2_x(-1, 1, 1) == 0, "d² beside a logarithm");
  expect(one_side_d3_x(-1, 1, 1, 1) == 0, "d³ beside a logarithm");

  // What is returned at kinks.
  expect(absolute_d1_x(0, 1) == 0 && absolute_d2_x(0, 1, 1) == 0, "the derivative of |x| at 0");
  expect(larger_d1_x(1, 1, 1) == 1 && larger_d1_y(1, 1, 1) == 0, "the first of two equal numbers");
  expect(largest_d1_x(Eigen::Vector3d(1, 2, 2), Eigen::Vector3d(3, 4, 5)) == 4,
         "the first of two largest entries");
  return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
