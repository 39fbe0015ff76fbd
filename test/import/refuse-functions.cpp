// RUN: not %import 2>&1 | FileCheck %s --implicit-check-not=error:
#include <Eigen/Dense>
#include <Eigen/SparseCore>
#include <delgen/delgen.h>
#include <utility>
#include <vector>

using namespace Eigen;

//===-- What cannot be annotated ------------------------------------------===//

struct Nothing {};
struct Model {};

struct Friendly {
  // CHECK: :[[@LINE+1]]:14: error: 'z' is not a parameter of 'befriended', whose only parameter is x
  DELGEN(del(z)) friend double befriended(double x) { return x; }
};

// CHECK: :[[@LINE+1]]:1: error: 'bodiless' cannot be differentiated: its body is not visible here; define it in this file or a header
DELGEN(del(x)) double bodiless(double x);

// CHECK: :[[@LINE+1]]:1: error: 'deleted' cannot be differentiated: it has no body that delgen reads; define it outside of system headers
DELGEN(del(x)) double deleted(double x) = delete;

// CHECK: :[[@LINE+1]]:1: error: 'variadic' cannot be differentiated: functions with a variable number of parameters are not supported; take a std::vector
DELGEN(del(x)) double variadic(double x, ...) { return x; }

// CHECK: :[[@LINE+1]]:1: error: 'operator*' cannot be differentiated: operators are not supported; give the function a name
DELGEN(del(x)) double operator*(double x, Model) { return x; }

// CHECK: :[[@LINE+1]]:1: error: 'tried' cannot be differentiated: its body is a try block, which hides what follows what; write an ordinary one
DELGEN(del(x)) double tried(double x) try { return x; } catch (...) { return 0; }

// CHECK: :[[@LINE+1]]:1: error: DELGEN(...) stands in front of a function only; move it to the function that is to be differentiated
DELGEN(del(x)) int variable = 3;

//===-- Results -----------------------------------------------------------===//

// CHECK: :[[@LINE+1]]:21: error: 'nothing' returns nothing; return the result instead of writing it to a parameter
DELGEN(del(x)) void nothing(double x) {}

// CHECK: :[[@LINE+1]]:20: error: 'counted' returns 'int'; only functions that return real numbers or matrices are supported
DELGEN(del(x)) int counted(double x) { return 1; }

// CHECK: :[[@LINE+1]]:36: error: results of type 'std::vector<double>' are not supported; only double, float, and Matrix and Array of Eigen are
DELGEN(del(x)) std::vector<double> listed(double x) { return {x}; }

// CHECK: :[[@LINE+1]]:25: error: results of type 'Eigen::VectorXi' are not supported; only double, float, and Matrix and Array of Eigen are
DELGEN(del(x)) VectorXi integers(double x) { return VectorXi(); }

// CHECK: :[[@LINE+3]]:1: error: 'endless' reaches its end without a return; return a value on every way
DELGEN(del(x)) double endless(double x) {
  double y = x;
}

//===-- Parameters --------------------------------------------------------===//

DELGEN(del(x)) double parameters(
    double x,
    // CHECK: :[[@LINE+1]]:33: error: parameters of type 'Eigen::SparseMatrix<double>' are not supported; sparse matrices: only dense ones are supported
    const SparseMatrix<double> &sparse,
    // CHECK: :[[@LINE+1]]:41: error: lists of 'std::pair<int, double>' are not supported; only those of double, float, integers, and Matrix and Array of Eigen are
    std::vector<std::pair<int, double>> pairs,
    // CHECK: :[[@LINE+1]]:26: error: parameters of type 'Eigen::Map<Eigen::VectorXd>' are not supported; views of memory that Eigen does not own: what a pointer points to is not known; take the vector by const Eigen::Ref<const T>&, to which a Map converts
    const Map<VectorXd> &map,
    // CHECK: :[[@LINE+1]]:13: error: parameters of type 'Nothing' are not supported, for it has no public member that is a number, a matrix or a list of these
    Nothing nothing,
    // CHECK: :[[@LINE+1]]:14: error: matrices of 'int' are not supported; use double or float
    MatrixXi integers,
    // CHECK: :[[@LINE+1]]:17: error: parameters of type 'long double' are not supported; only double, float, integers, Matrix and Array of Eigen, Eigen::Ref to these, std::vector and std::array of these, and objects with such members are
    long double extended,
    // CHECK: :[[@LINE+1]]:13: error: pointers and arrays are not supported; take a matrix of Eigen by const reference
    double *pointer,
    // CHECK: :[[@LINE+1]]:12: error: pointers and arrays are not supported; take a matrix of Eigen by const reference
    double array[3],
    // CHECK: :[[@LINE+1]]:15: error: output parameters are not supported; return the result, and take an argument by const reference
    VectorXd &out,
    // CHECK: :[[@LINE+1]]:19: error: output parameters are not supported; return the result, and take an argument by 'Eigen::Ref<const T>'
    Ref<VectorXd> ref,
    // CHECK: :[[@LINE+1]]:16: error: parameters that are rvalue references are not supported; take the value by const reference
    VectorXd &&rvalue) {
  return x;
}

namespace {
namespace inner {
// CHECK: :[[@LINE+1]]:1: error: 'hidden' cannot be differentiated: its namespace stands inside of one without a name, where generated code cannot be; move it out of that
DELGEN(del(x)) inline double hidden(double x) { return x; }
} // namespace inner
} // namespace
