// RUN: not %import 2>&1 | FileCheck %s --implicit-check-not=error:
#include <Eigen/Dense>
#include <delgen/delgen.h>
#include <functional>

using Eigen::VectorXd;

inline auto scaled(double a) {
  return [a](double z) { return a * z; };
}

DELGEN(del(x)) double lambdas(const VectorXd &x, int n) {
  double s = 0;
  auto counts = [k = 0.0](double z) mutable { return z + (k += 1); };
  // CHECK: :[[@LINE+1]]:8: error: a lambda that is mutable is not supported, for it remembers between its calls; capture a variable by reference
  s += counts(1);
  VectorXd y = x;
  auto writes = [&](const Eigen::Ref<const VectorXd> &z) { y += z; };
  // CHECK: :[[@LINE+1]]:10: error: 'y' is written and read by one call, which is not supported; pass a copy of it
  writes(y);
  auto recursive = [&](auto self, double z) -> double { return z > n ? z : self(self, 2 * z); };
  // CHECK: :[[@LINE-1]]:76: error: recursion is not supported: this call leads back to this lambda
  s += recursive(recursive, x(0));
  // CHECK: :[[@LINE+1]]:12: error: a lambda is supported where it stands, or as a copy of a variable that holds one; write it here
  auto g = scaled(2);
  // CHECK: :[[@LINE+1]]:8: error: a lambda that is called is a variable of this function, or one that is passed to it; what stands elsewhere is not known
  s += g(x(0));
  const std::function<double(double)> h = [&](double z) { return z * n; };
  // CHECK: :[[@LINE+1]]:8: error: what is called here is not known while compiling, or not read, for it is in an object of the standard library; declare 'auto f = [...]'
  s += h(x(0));
  // CHECK: :[[@LINE+1]]:18: error: a capture by reference with a name of its own is not supported; capture the variable itself
  auto named = [&r = y](double z) { return r(0) * z; };
  s += named(2);
  return s + y.sum();
}
