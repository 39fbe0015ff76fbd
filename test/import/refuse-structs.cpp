// RUN: not %import 2>&1 | FileCheck %s --implicit-check-not=error:
//
// What of an object is not supported is refused where it is used.

#include <Eigen/Dense>
#include <delgen/delgen.h>
#include <string>
#include <vector>

using namespace Eigen;

class Model {
public:
  double *pointer;
  const VectorXd &reference;
  std::string name;
  VectorXcd z;
  VectorXd v;
  double raw[3];
  int n;
  union {
    double first;
    float second;
  };

private:
  double secret;
  friend double secrets(const Model &m);
};
struct P {
  MatrixXd W1;
  VectorXd b1;
  std::vector<MatrixXd> Ws;
};

// CHECK: :[[@LINE+1]]:59: error: pointers are not supported; use references
DELGEN(del(m.v)) double pointers(const Model &m) { return *m.pointer * m.v.sum(); }
// CHECK: :[[@LINE+1]]:72: error: 'secret' is not public, so that generated code cannot read it; make it public, give the class a public function that returns it, or take its value as a parameter
DELGEN(del(m.v)) double secrets(const Model &m) { return m.v.sum() * m.secret; }
// CHECK: :[[@LINE+1]]:75: error: 'reference' is a reference or pointer, which is not supported in an object; take its value as a parameter
DELGEN(del(m.v)) double references(const Model &m) { return m.v.sum() * m.reference(0); }
// CHECK: :[[@LINE+1]]:72: error: matrices of 'std::complex<double>' are not supported; use double or float
DELGEN(del(m.v)) double complex(const Model &m) { return m.v.sum() * m.z.real()(0); }
// CHECK: :[[@LINE+1]]:71: error: fields of a union are not supported, for each is written by all of them; use a struct
DELGEN(del(m.v)) double unions(const Model &m) { return m.v.sum() * m.first; }
// CHECK: :[[@LINE+1]]:71: error: members of type 'double[3]' are not supported; only double, float, integers, Matrix and Array of Eigen, Eigen::Ref to these, std::vector and std::array of these, and objects with such members are
DELGEN(del(m.v)) double arrays(const Model &m) { return m.v.sum() * m.raw[0]; }

// CHECK: :[[@LINE+1]]:14: error: 'w' is not a field of 'P', whose fields are W1, b1, Ws
DELGEN(del(p.w)) double unknown(const P &p) { return p.W1.sum(); }
// CHECK: :[[@LINE+1]]:12: error: 'm.n' is an integer: only real parameters have derivatives
DELGEN(del(m.n)) double integer(const Model &m) { return m.v.sum(); }
// CHECK: :[[@LINE+1]]:17: error: 'p.b1' is 'Eigen::VectorXd', which has no fields to name; name the parameter alone
DELGEN(del(p.b1.x)) double too_deep(const P &p) { return p.W1.sum(); }
// CHECK: :[[@LINE+1]]:14: error: 'secret' is not public, so that generated code cannot read it; make it public, give the class a public function that returns it, or take its value as a parameter
DELGEN(del(m.secret)) double hidden(const Model &m) { return m.v.sum(); }
// CHECK: :[[@LINE+1]]:17: error: a derivative in 'm' is an object of the same type, and 'reference' in 'Model' cannot be assigned to; name its fields
DELGEN(gradient(m)) double constant(const Model &m) { return m.v.sum(); }
// CHECK: :[[@LINE+1]]:17: error: 'jacobian' makes a matrix, and 'p' is an object; name its fields, as in 'jacobian(p.W1)'
DELGEN(jacobian(p)) double jacobian(const P &p) { return p.W1.sum(); }
// CHECK: :[[@LINE+1]]:19: error: 'hessian' makes a matrix, and 'p' is an object; name its fields, as in 'hessian(p.W1)'
DELGEN(hessian(s, p)) double mixed(const P &p, double s) { return s * p.W1.sum(); }
// CHECK: :[[@LINE+1]]:16: error: 'hessian' makes a matrix, and 'p.Ws' is a list; use 'gradient', 'hvp' or 'vjp'
DELGEN(hessian(p.Ws)) double list(const P &p) { return p.W1.sum(); }
// CHECK: :[[@LINE+1]]:30: error: a parameter is named twice in 'value_and_gradient'; name it once
DELGEN(value_and_gradient(p, p.W1)) double twice(const P &p) { return p.W1.sum(); }
// CHECK: :[[@LINE+1]]:27: error: 'spd' is a property of matrices; 'p.Ws' is 'std::vector<Eigen::MatrixXd>'
DELGEN(del(p), assume(spd(p.Ws))) double property(const P &p) { return p.W1.sum(); }

// CHECK: :[[@LINE+2]]:3: error: an assignment to this field is not supported, for its object is not a local variable; copy the object first
DELGEN(del(p.b1)) double written(const P &p) {
  const_cast<P &>(p).W1 *= 2;
  return p.W1.sum() + p.b1.sum();
}
struct Odd {
  double x = 0;
  Odd &operator=(const Odd &other) {
    x = 2 * other.x;
    return *this;
  }
};
// CHECK: :[[@LINE+3]]:5: error: an assignment operator that is written by hand is not supported; assign the fields
DELGEN(del(x)) double odd(double x) {
  Odd a, b{x};
  a = b;
  return a.x;
}
// CHECK: :[[@LINE+1]]:66: error: lists of 'P' are not supported; take a list for each field of the objects
DELGEN(del(s)) double objects(double s, const P &p) { return s * std::vector<P>(2, p)[0].b1.sum(); }
// CHECK: :[[@LINE+1]]:36: error: output parameters are not supported; return the result, and take an argument by const reference
DELGEN(del(p.b1)) double output(P &p) { return p.b1.sum(); }
// CHECK: :[[@LINE+2]]:26: error: an object of type 'P' is a parameter of 'bodiless', whose body is not read; pass the values of its fields
// CHECK: :[[@LINE+2]]:62: note: 'bodiless' is called here
double bodiless(const P &p);
DELGEN(del(p.b1)) double calls_bodiless(const P &p) { return bodiless(p); }

struct Hidden {
  double m = 1;
};
struct Hiding : Hidden {
  double m = 2, k = 3;
};
// CHECK: :[[@LINE+1]]:66: error: 'Hiding' has several fields that are called 'm', of which one hides the other; give them different names
DELGEN(del(p.k)) double hiding(const Hiding &p) { return p.k * p.m; }
// CHECK: :[[@LINE+1]]:14: error: 'Hiding' has several fields that are called 'm'
DELGEN(del(p.m)) double hidden(const Hiding &p) { return p.k * p.Hidden::m; }
// CHECK: :[[@LINE+1]]:17: error: a derivative in 'p' is an object of the same type, and 'm' in 'Hiding' stands for several fields; name its fields
DELGEN(gradient(p)) double whole_hiding(const Hiding &p) { return p.k; }

struct Bits {
  int a : 3;
  int b = 1;
};
// CHECK: :[[@LINE+1]]:68: error: 'a' is a bit-field, which keeps a part of what is written to it; make it an integer of its own
DELGEN(del(x)) double bits(double x, const Bits &p) { return x * p.a; }
// CHECK: :[[@LINE+4]]:18: error: 'a' is a bit-field
DELGEN(del(x)) double own_bits(double x) {
  Bits own{3};
  own.a = 5;
  return x * own.a;
}

struct Inherits : private Hidden {
  double k = 2;
  // CHECK: :[[@LINE+1]]:35: error: 'm' is not public, so that generated code cannot read it
  double of_base() const { return m; }
};
DELGEN(del(p.k)) double inherits(const Inherits &p) { return p.of_base() * p.k; }

struct Left : Hidden {};
struct Right : Hidden {};
struct Twice : Left, Right {
  double k = 2;
};
// CHECK: :[[@LINE+1]]:72: error: 'Twice' has several fields that are called 'm'
DELGEN(del(p.k)) double twofold(const Twice &p) { return p.k * p.Left::m; }

// CHECK: :[[@LINE+1]]:49: error: a number of type 'int' as 'short' may lose bits; use Eigen::Index throughout
DELGEN(del(x)) double next(double x, short n) { ++n; return x * n; }

struct Shared {
  union {
    double a, b;
  };
  double c;
};
// CHECK: :[[@LINE+3]]:12: error: fields of a union are not supported, for each is written by all of them; use a struct
DELGEN(del(x)) double shared(double x) {
  Shared q{{x}, x};
  return q.a * q.c;
}

struct Nameless {
  struct {
    double a;
  };
  double c;
};
// CHECK: :[[@LINE+1]]:70: error: members of classes without a name are not supported; give the class a name
DELGEN(del(p.c)) double nameless(const Nameless &p) { return p.c * p.a; }
