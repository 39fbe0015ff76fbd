// RUN: not %import 2>&1 | FileCheck %s --implicit-check-not=error:
#include <Eigen/Dense>
#include <cstdint>
#include <delgen/delgen.h>

DELGEN(del(s)) double integers(double s, int n, long k, unsigned u, std::size_t z) {
  // CHECK: :[[@LINE+1]]:11: error: the conversion from 'long' to 'int' may lose bits; use Eigen::Index throughout
  int i = k;
  // CHECK: :[[@LINE+1]]:19: error: the conversion from 'int' to 'std::size_t' wraps below 0; use Eigen::Index throughout
  std::size_t w = n;
  // CHECK: :[[@LINE+1]]:11: error: the conversion from 'unsigned int' to 'int' may lose bits
  int j = u;
  // CHECK: :[[@LINE+1]]:16: error: subtraction of unsigned integers is not supported, for it wraps below 0; convert them to Eigen::Index first
  double d = u - 1;
  // CHECK: :[[@LINE+1]]:14: error: a conversion from a real number to an integer has no derivative
  int from = s;
  // CHECK: :[[@LINE+1]]:13: error: division by zero
  int q = n / 0;
  // CHECK: :[[@LINE+1]]:13: error: this operation on integers is not supported; integers may be added, subtracted, multiplied and divided
  int p = n << 2;
  // CHECK: :[[@LINE+1]]:12: error: an integer as a bool is supported in conditions only
  bool b = n;
  // CHECK: :[[@LINE+1]]:25: error: this integer does not fit into 64 bits with a sign
  std::uint64_t large = 18446744073709551615u;
  // CHECK: :[[@LINE+1]]:28: error: this integer does not fit into 'int'
  int overflow = 1 + 65536 * 65536;
  // CHECK: :[[@LINE+1]]:30: error: this integer does not fit into 'unsigned int'
  unsigned wrapped = 3u + 1u - 5u;
  return s * (i + overflow + wrapped + j + w + z + d + from + q + p + b + large);
}
