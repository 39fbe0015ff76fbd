// RUN: not %import 2>&1 | FileCheck %s --implicit-check-not=error:
//
// Objects where they are not read field by field.

#include <Eigen/Dense>
#include <delgen/delgen.h>
#include <list>
#include <string>
#include <vector>

using Eigen::VectorXd;

struct In { double s; void scale(double k) { s *= k; } };
struct P { VectorXd b; double s; mutable In in; double hidden(double x) const; double twice() const { return 2 * s; } static double shared; std::string name; };
P outside(double x);
struct Made { double s; Made(double x); Made(const Made &) = default; };
struct NoCopy { double w; NoCopy(const NoCopy &) = delete; };
class Closed { public: double w() const { return w_; } double v; private: double w_; };
struct Others { long double v; double w; std::list<double> l; float *ptr; int arr[2]; };
struct Empty {};
void change(P &p) { p.s = 2; }
double takes(const P &p) { return p.s; }

// CHECK: :[[@LINE+1]]:55: error: 'outside' returns an object, and its body is not visible here; define it in this file or a header, or return a matrix
DELGEN(del(x)) double from_outside(double x) { return outside(x).twice(); }
// CHECK: :[[@LINE+1]]:56: error: member functions are called of parameters and their fields only; write a function that takes the object's values
DELGEN(del(x)) double hidden_member(double x) { return P{}.hidden(x); }
// CHECK: :[[@LINE+2]]:45: error: an object of type 'P' is a parameter of 'reads_object', whose body is not read; pass the values of its fields
// CHECK: :[[@LINE+3]]:63: note: 'reads_object' is called here
DELGEN(opaque) double reads_object(const P &p);
// CHECK: :[[@LINE+1]]:76: error: an object that is passed on is a parameter of this function, or a field of one; pass the values of its fields
DELGEN(del(x)) double made_for_another(double x) { return x * reads_object(P{}); }
// CHECK: :[[@LINE+1]]:72: error: an object that is written is a local variable; copy the parameter first
DELGEN(del(x)) double changes_parameter(double x, const P &p) { change(const_cast<P &>(p)); return p.s * x; }
// CHECK: :[[@LINE+1]]:67: error: 'scale' changes its object in a way that is not supported; assign the new value, as in 'x = 2 * x'
DELGEN(del(x)) double changes_member(double x, const P &p) { p.in.scale(2); return p.in.s * x; }
// CHECK: :[[@LINE+1]]:84: error: an assignment to an object is supported where that is a local variable or a field of one; copy the parameter first
DELGEN(del(x)) double assigns_parameter(double x, const P &p) { const_cast<P &>(p) = P{}; return p.s * x; }
// CHECK: :[[@LINE+1]]:52: error: the body of this constructor is not visible here; define it in this file or a header, or list the fields in braces
DELGEN(del(x)) double constructed(double x) { Made c(x); return c.s; }
// CHECK: :[[@LINE+1]]:51: error: an object of type 'P' is not supported here; list its fields in braces, or pass their values
DELGEN(del(x)) double allocated(double x) { P p = *(new P{}); return p.s * x; }
// CHECK: :[[@LINE+1]]:75: error: pointers are not supported; pass the object by reference
DELGEN(del(x)) double by_pointer(double x) { P p{}; P *q = &p; return x * q->twice(); }
// CHECK: :[[@LINE+1]]:74: error: 'shared' is not a constant that is known while compiling; pass it as a parameter
DELGEN(del(x)) double static_member(double x, const P &p) { return x * p.shared; }
// CHECK: :[[@LINE+2]]:67: error: members are read of parameters and their fields only; pass the value as a parameter
union Either { double a; int b; };
DELGEN(del(x)) double of_a_union(double x) { return x * Either{x}.a; }
// CHECK: :[[@LINE+2]]:94: error: fields of type 'long double' are not supported; only numbers, matrices, lists and objects of these are
// CHECK: :[[@LINE+1]]:101: error: 'q_arr' is used before it has a value; give it one
DELGEN(del(x)) double a_field(double x, const Others &p) { Others q = p; return x * double(q.v) + q.arr[0]; }
// CHECK: :[[@LINE+1]]:79: error: an object of type 'P' is not supported here; list its fields in braces, or pass their values
DELGEN(del(x)) double as_a_value(double x, const P &p) { P q(p); const P &r = (x, q); return x * r.s; }
// CHECK: :[[@LINE+1]]:64: error: objects are swapped where both are local variables; copy them first
DELGEN(del(x)) double exchanged(double x, const P &p) { P q{}; std::swap(const_cast<P &>(p), q); return q.s * x; }
// CHECK: :[[@LINE+1]]:17: error: a derivative in 'p' is an object of the same type, and 'NoCopy' cannot be copied; name its fields
DELGEN(gradient(p)) double not_copied(const NoCopy &p) { return p.w; }
// CHECK: :[[@LINE+1]]:17: error: a derivative in 'p' is an object of the same type, and 'w_' in 'Closed' is not public; name its fields
DELGEN(gradient(p)) double not_public(const Closed &p) { return p.w() * p.v; }
// CHECK: :[[@LINE+2]]:22: error: 'w' is not a field of 'Empty', which has none
// CHECK: :[[@LINE+1]]:71: error: parameters of type 'Empty' are not supported, for it has no public member that is a number, a matrix or a list of these
DELGEN(del(x), del(e.w)) double without_fields(double x, const Empty &e) { return x; }
// CHECK: :[[@LINE+1]]:77: error: 'size' of 'std::basic_string<char, std::char_traits<char>, std::allocator<char>>' is not supported; of the standard library only std::vector and std::array are
DELGEN(del(x)) double a_string(double x) { std::string s("a"); return x * s.size(); }
// CHECK: :[[@LINE+1]]:59: error: parameters of type 'std::string' are not supported; only double, float, integers, Matrix and Array of Eigen, Eigen::Ref to these, std::vector and std::array of these, and objects with such members are
DELGEN(del(x)) double a_type(double x, const std::string &s) { return x * s.size(); }
// CHECK: :[[@LINE+1]]:75: error: a std::pair is made of its two values only; write both in braces
DELGEN(del(x)) double of_a_pair(double x) { std::pair<double, double> p = std::pair<float, float>(1.0f, 2.0f); return p.first * x; }
