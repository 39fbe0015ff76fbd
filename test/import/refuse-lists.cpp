// RUN: not %import 2>&1 | FileCheck %s --implicit-check-not=error:

#include <Eigen/Dense>
#include <array>
#include <delgen/delgen.h>
#include <string>
#include <vector>

using namespace Eigen;

// CHECK: :[[@LINE+1]]:87: error: 'capacity' of a list is not supported; a list is read by its entries and its size()
DELGEN(del(x)) double capacity(const std::vector<double> &s, double x) { return x * s.capacity(); }
// CHECK: :[[@LINE+1]]:86: error: the index 2 is outside of this list, which has 2 entries
DELGEN(del(x)) double outside(const std::array<double, 2> &s, double x) { return x * s[2]; }
// CHECK: :[[@LINE+1]]:63: error: lists of 'std::basic_string<char, std::char_traits<char>, std::allocator<char>>' are not supported; only those of double, float, integers, and Matrix and Array of Eigen are
DELGEN(del(x)) double strings(const std::vector<std::string> &s, double x) { return x; }
// CHECK: :[[@LINE+1]]:56: error: lists of 'bool' are not supported; only those of double, float, integers, and Matrix and Array of Eigen are
DELGEN(del(x)) double flags(const std::array<bool, 2> &s, double x) { return x; }
// CHECK: :[[@LINE+1]]:12: error: 'k' is 'std::vector<int>', which holds nothing real: only numbers, matrices and lists of these have derivatives
DELGEN(del(k)) double integers(const std::vector<int> &k, double x) { return x; }
