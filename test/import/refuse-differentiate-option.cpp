// RUN: not delgen %s --differentiate='ns::missing: del(x)' --differentiate='ns::f: del(z)' \
// RUN:   --differentiate='ns::f' --differentiate='' --differentiate='ns::f: ' \
// RUN:   --differentiate='3: del(x)' --differentiate='ns::over: del(x)' \
// RUN:   --differentiate='ns::S::m: del(x)' -- %flags 2>&1 | FileCheck %s --implicit-check-not=error:
//
// The text of an option is shown like a line of a file.

namespace ns {
double f(double x) { return x; }
double over(double x) { return x; }
float over(float x) { return x; }
struct S {
  double m(double x) { return x; }
};
} // namespace ns

// CHECK: error: expected the name of a function, as in --differentiate='ns::f: del(x)'
// CHECK: --differentiate:1:5: error: there is no function 'ns::missing' in this file or its headers
// CHECK-NEXT: 1 | ns::missing: del(x)
// CHECK-NEXT:   |     ^
// CHECK: --differentiate:1:12: error: 'z' is not a parameter of 'f', whose only parameter is x
// CHECK: --differentiate:1:5: error: expected ':' and requests after the name of a function, as in --differentiate='ns::f: del(x)'
// CHECK: --differentiate:1:5: error: no request: name a derivative, as in DELGEN(del(x))
// CHECK: --differentiate:1:1: error: expected the name of a function
// CHECK: --differentiate:1:5: error: 'ns::over' has 2 overloads; annotate the one that you mean
// CHECK: :10:8: note: this is one of them
// CHECK: :11:7: note: this is one of them
// CHECK: --differentiate:1:11: error: 'm' cannot be differentiated: it may change its object, for it is not const; make it a const member function
