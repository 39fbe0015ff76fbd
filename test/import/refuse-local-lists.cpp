// RUN: not %import 2>&1 | FileCheck %s --implicit-check-not=error:
//
// Lists that a function makes and changes.

#include <Eigen/Dense>
#include <delgen/delgen.h>
#include <array>
#include <string>
#include <vector>

using Eigen::MatrixXd;
using Eigen::VectorXd;

double first(const std::array<double, 3> &l) { return l[0]; }

// CHECK: :[[@LINE+1]]:64: error: pointers are not supported; use std::vector, std::array or a matrix of Eigen
DELGEN(del(x)) double by_pointer(const VectorXd &x) { return x.data()[0]; }
// CHECK: :[[@LINE+1]]:79: error: a list that is made of iterators is not supported; fill it in a loop
DELGEN(del(x)) double from_iterators(const VectorXd &x) { std::vector<double> v(x.data(), x.data() + 2); return v[0]; }
// CHECK: :[[@LINE+1]]:73: error: 'erase' of a list is not supported; lists grow by push_back(), and their entries are assigned to; make another list for the rest
DELGEN(del(x)) double erased(double x) { std::vector<double> v{x, x}; v.erase(v.begin()); return v[0]; }
// CHECK: :[[@LINE+1]]:89: error: make the matrix here, as in push_back(T(n))
DELGEN(del(x)) double entry_by_size(double x) { std::vector<VectorXd> v; v.emplace_back(2); v[0](0) = x; return v[0](0); }
// CHECK: :[[@LINE+1]]:123: error: a list of another type is not supported here; append its entries in a loop
DELGEN(del(x)) double of_another_type(double x) { std::vector<double> v{x}; std::vector<int> w{1, 2}; v.insert(v.end(), w.begin(), w.end()); return v[1]; }
// CHECK: :[[@LINE+1]]:71: error: resize() is supported for a list that is empty only; declare another
DELGEN(del(x)) double resized(double x) { std::vector<double> v{x}; v.resize(3); return v[0]; }
// CHECK: :[[@LINE+1]]:72: error: this way to change a list is not supported; assign it whole, or append to it
DELGEN(del(x)) double assigned(double x) { std::vector<double> v{x}; v.assign({x, x, x}); return v[0]; }
// CHECK: :[[@LINE+1]]:73: error: lists of 'std::basic_string<char, std::char_traits<char>, std::allocator<char>>' are not supported; only those of double, float, integers, and Matrix and Array of Eigen are
DELGEN(del(x)) double strings(double x, const std::vector<std::string> &v) { return x * v.size(); }
// CHECK: :[[@LINE+1]]:73: error: 'capacity' of a list is not supported; a list is read by its entries and its size()
DELGEN(del(v)) double capacity(const std::vector<double> &v) { return v.capacity(); }
// CHECK: :[[@LINE+1]]:61: error: a loop over this range is not supported; write it with an index
DELGEN(del(x)) double over_a_list(double x) { double s = 0; for (double y : {x, 2 * x}) s += y; return s; }
// CHECK: :[[@LINE+1]]:68: error: entries that are changed in a loop over them are supported for a list that is a variable; write it with an index
DELGEN(del(x)) double written(const VectorXd &x) { VectorXd y = x; for (double &e : y) e *= 2; return y.sum(); }
// CHECK: :[[@LINE+1]]:59: error: this expression is not supported; write it with what docs/operations.md and docs/usage.md list
DELGEN(del(x)) double in_braces(double x) { return first({x, x}); }
// CHECK: :[[@LINE+2]]:65: error: 'std::string' is not supported; use numbers, matrices, lists
// CHECK: :[[@LINE+1]]:87: error: 'size' of 'std::basic_string<char, std::char_traits<char>, std::allocator<char>>' is not supported; of the standard library only std::vector and std::array are
DELGEN(del(x)) double a_string(double x) { std::string s = "a"; s = "b"; return x * s.size(); }
