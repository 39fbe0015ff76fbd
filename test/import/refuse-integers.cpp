// RUN: not %import 2>&1 | FileCheck %s --implicit-check-not=error:
#include <Eigen/Dense>
#include <cstdint>
#include <delgen/delgen.h>

DELGEN(del(s)) double integers(double s, int n, long k, unsigned u, std::size_t z) {
  // CHECK: :[[@LINE+1]]:27: error: a number of type 'int' as 'unsigned char' may lose bits; use Eigen::Index throughout
  const unsigned char c = n;
  // CHECK: :[[@LINE+1]]:19: error: a difference of type 'unsigned int', which wraps below 0, becomes 'std::size_t'; use Eigen::Index throughout
  std::size_t w = u - 1;
  // CHECK: :[[@LINE+1]]:19: error: a difference of unsigned integers, which wraps below 0, is divided here; convert them to Eigen::Index first
  int d = (z - 1) / 2;
  // CHECK: :[[@LINE+1]]:14: error: a conversion from a real number to an integer has no derivative; pass the integer as a parameter, or keep the number real with std::floor or std::round
  int from = s;
  // CHECK: :[[@LINE+1]]:13: error: division by zero; divide by another number
  int q = n / 0;
  // CHECK: :[[@LINE+1]]:13: error: this operation on integers is not supported; integers may be added, subtracted, multiplied and divided
  int p = n & 2;
  // CHECK: :[[@LINE+1]]:19: error: a shift by a number that is not known while compiling is not supported; multiply in a loop
  int shifted = 1 << n;
  // CHECK: :[[@LINE+1]]:25: error: this integer does not fit into 64 bits with a sign; use smaller numbers, or double
  std::uint64_t large = 18446744073709551615u;
  // CHECK: :[[@LINE+1]]:28: error: this integer does not fit into 'int'; use Eigen::Index
  int overflow = 1 + 65536 * 65536;
  return s * (overflow + w + c + d + from + q + p + shifted + large);
}
