// RUN: not %import 2>&1 | FileCheck %s --implicit-check-not=error:
#include <Eigen/Dense>
#include <cstdint>
#include <delgen/delgen.h>

constexpr __int128 far = static_cast<__int128>(1) << 100;

DELGEN(del(s)) double integers(double s, int n, long k, unsigned u, std::size_t z) {
  // CHECK: :[[@LINE+1]]:27: error: a number of type 'int' as 'unsigned char' may lose bits; use Eigen::Index throughout
  const unsigned char c = n;
  // CHECK: :[[@LINE+1]]:34: error: a number of type 'unsigned int' as 'int' may lose bits; use Eigen::Index throughout
  const int d = static_cast<int>(u * 2654435761u);
  // CHECK: :[[@LINE+1]]:14: error: a conversion from a real number to an integer has no derivative; pass the integer as a parameter, or keep the number real with std::floor or std::round
  int from = s;
  // CHECK: :[[@LINE+1]]:13: error: division by zero; divide by another number
  int q = n / 0;
  // CHECK: :[[@LINE+1]]:19: error: a shift by 63 bits is not supported; shift by 0 to 62
  int shifted = k << 63;
  // CHECK: :[[@LINE+1]]:17: error: this integer does not fit into 64 bits with a sign; use smaller numbers, or double
  double huge = far;
  // CHECK: :[[@LINE+1]]:28: error: this integer does not fit into 'int'; use Eigen::Index
  int overflow = 1 + 65536 * 65536;
  return s * (overflow + c + d + from + q + shifted + huge);
}
