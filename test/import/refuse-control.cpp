// RUN: not %import -Wno-delgen-nonsmooth 2>&1 | FileCheck %s --implicit-check-not=error:
//
// Statements, branches and loops, and what numbers and functions they are about.

#include <Eigen/Dense>
#include <delgen/delgen.h>
#include <compare>
#include <numeric>

using Eigen::Vector2d;
using Eigen::Vector3d;
using Eigen::VectorXd;

// CHECK: :[[@LINE+2]]:35: error: pointers and arrays are not supported; take a matrix of Eigen by const reference
// CHECK: :[[@LINE+41]]:89: note: 'apply' is called here
template <class F> double apply(F f, double x) { return f(x); }
// CHECK: :[[@LINE+2]]:31: error: pointers and arrays are not supported; take a matrix of Eigen by const reference
// CHECK: :[[@LINE+35]]:56: note: 'apply_pointer' is called here
double apply_pointer(double (*f)(double), double x) { return f(x); }
auto maker() { return [](double y) { return y * y; }; }
double square(double x) { return x * x; }
void set(double &y, double v) { y = v; }

// CHECK: :[[@LINE+1]]:52: error: this operator is not supported; docs/operations.md lists those that are
DELGEN(del(x)) double real_part(double x) { return __real__ x; }
// CHECK: :[[@LINE+2]]:59: error: '__float128' is not supported; use double or float
// CHECK: :[[@LINE+1]]:75: error: '__float128' is not supported; use double or float
DELGEN(del(x)) double quadruple(double x) { return double(x * (__float128)2); }
// CHECK: :[[@LINE+1]]:75: error: '_Float16' is not supported; use double or float
DELGEN(del(x)) double half(double x, int n) { return x * double((_Float16)n); }
// CHECK: :[[@LINE+1]]:88: error: the two sides of this branch give 'y' sizes that cannot agree: one is 3 x 1, the other 2 x 1
DELGEN(del(x)) double two_sizes(const VectorXd &x) { Vector2d u(1, 2); VectorXd y = u; if (x(0) > 0) y = Vector3d::Zero(); return y(0) * u.dot(y) + x.sum(); }
// CHECK: :[[@LINE+1]]:70: error: this loop gives 'v' sizes that cannot agree: it is 2 x 1 before, and 3 x 1 after an iteration
DELGEN(del(x)) double grows(double x) { VectorXd v = Vector2d(x, x); for (int i = 0; i < 3; ++i) { v = v + Vector3d(1, 1, 1); } return v.sum(); }
// CHECK: :[[@LINE+1]]:102: error: sizes 2 and 3 cannot agree: another return has another size, this is 3 x 1
DELGEN(del(x)) VectorXd two_returns(const VectorXd &x) { if (x(0) > 0) return Vector2d(1, 2); return Vector3d(1, 2, 3); }
struct P { VectorXd b; };
// CHECK: :[[@LINE+2]]:70: error: sizes 3 and 2 cannot agree: another return has another size
// CHECK: :[[@LINE+2]]:65: note: 'two_objects' is called here
P two_objects(const VectorXd &x) { if (x(0) > 0) return P{x}; return P{Vector2d(1, 2)}; }
DELGEN(del(y)) double calls_objects(const Vector3d &y) { return two_objects(y).b.sum(); }
// CHECK: :[[@LINE+2]]:79: error: delgen has no rule for 'std::operator<'
// CHECK: :[[@LINE+1]]:79: note: docs/operations.md lists all that is supported
DELGEN(del(x)) double three_way(double x) { auto o = x <=> 1.0; return x * (o < 0); }
// CHECK: :[[@LINE+1]]:89: error: this conversion to 'bool' is not supported; only those between numbers, matrices and arrays of Eigen are
DELGEN(del(x)) double from_a_pointer(double x) { const double *p = nullptr; return x * (p ? 1 : 2); }
// CHECK: :[[@LINE+1]]:45: error: this statement is not supported; write it with what docs/usage.md lists
DELGEN(del(x)) double assembler(double x) { asm(""); return x; }
// CHECK: :[[@LINE+2]]:87: error: increments are supported for numbers only; index instead of moving a pointer
// CHECK: :[[@LINE+1]]:98: error: pointers are not supported; use references
DELGEN(del(x)) double moved_pointer(double x) { double a[2] = {1, 2}; double *p = a; p++; return *p * x; }
// CHECK: :[[@LINE+1]]:70: error: a lambda that is converted to a pointer is not supported; pass the lambda to a function template
DELGEN(del(x)) double given_pointer(double x) { return apply_pointer([](double y) { return y; }, x); }
// CHECK: :[[@LINE+2]]:104: error: a lambda that is converted to a pointer is not supported; pass the lambda to a function template
// CHECK: :[[@LINE+1]]:109: error: a lambda that is converted to a pointer is not supported; pass the lambda to a function template
DELGEN(del(x)) double converted(double x) { auto f = [](double y) { return y; }; return apply(x > 0 ? +f : +f, x); }
// CHECK: :[[@LINE+1]]:63: error: this conversion to 'double (*)(double)' is not supported; only those between numbers, matrices and arrays of Eigen are
DELGEN(del(x)) double given_function(double x) { return apply(square, x); }
// CHECK: :[[@LINE+1]]:61: error: a lambda that is passed on is a variable of this function, or stands here; write it here
DELGEN(del(x)) double given_result(double x) { return apply(maker(), x); }
// CHECK: :[[@LINE+2]]:79: error: a conversion from a real number to an integer has no derivative; pass the integer as a parameter, or keep the number real with std::floor or std::round
// CHECK: :[[@LINE+1]]:106: note: the lambda is called here
DELGEN(del(x)) double in_a_lambda(double x) { auto f = [](double y) { int n = y; return n * y; }; return f(x); }
// CHECK: :[[@LINE+1]]:76: error: what is written here is not supported; pass a local variable, or a part of it
DELGEN(del(x)) double writes_a_choice(double x) { double a = x, b = x; set(x > 0 ? a : b, 1.0); return a * b * x; }
// CHECK: :[[@LINE+2]]:68: error: delgen has no rule for 'std::gcd'
// CHECK: :[[@LINE+1]]:68: note: docs/operations.md lists all that is supported
DELGEN(del(x)) double common_divisor(double x, int n) { return x * std::gcd(n, 2); }
// CHECK: :[[@LINE+1]]:68: error: structured bindings are supported for objects of a class with fields; name the parts one by one
DELGEN(del(x)) double bound(double x) { double a[2] = {x, x}; auto [b, c] = a; return b * c; }
// CHECK: :[[@LINE+1]]:28: error: 'operator()' cannot be differentiated: lambdas are not differentiated; write a function
auto lambda = [](double x) DELGEN(del(x)) { return x; };
// CHECK: :[[@LINE+1]]:27: error: 'value' cannot be differentiated: the derivatives of a member function are not written by hand; write a free function that takes the object's values
struct Member { double s; DELGEN(opaque) double value(double x) const; };
// CHECK: :[[@LINE+1]]:29: error: expected ')' after the parameter's name
DELGEN(del(A), assume(spd(A A))) double no_bracket(const Eigen::MatrixXd &A) { return A.sum(); }
// CHECK: :[[@LINE+1]]:30: error: expected ')' or ',' after a property
DELGEN(del(A), assume(spd(A) spd(A))) double no_comma(const Eigen::MatrixXd &A) { return A.sum(); }
// CHECK: :[[@LINE+1]]:88: error: pointers are not supported; use references
DELGEN(del(x)) double smaller(double x, int n) { int *k = &n; return x * (n ? std::abs(*k) : 1); }

enum class Choice { First, Second };
// CHECK: :[[@LINE+1]]:70: error: an assignment to 'Choice' is not supported; only numbers, matrices, lists and objects are assigned to
DELGEN(del(x)) double assigned(double x) { Choice c = Choice::First; c = Choice::Second; return c == Choice::First ? x : 1; }
