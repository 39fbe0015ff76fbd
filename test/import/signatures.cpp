// RUN: %import | FileCheck %s
//
// Generated functions have the user's own types, as code in another place writes them.

#include <Eigen/Dense>
#include <delgen/delgen.h>

// CHECK: mx.reserved = ["DELGEN", "Vec", "arrays", "constexpr_size", "deduced", "deduced_row", "expression", "f", "g", "global", "inner", "limit", "named", "outer", "outside", "plain", "scalars", "undefined", "v1"]

using namespace Eigen;
enum { limit = 3 };
int global;
void undefined();

namespace outer {
using Vec = VectorXd;
inline namespace v1 {
namespace inner {
// CHECK-LABEL: func.func @"outer::inner::named"
// CHECK-SAME:    mx.type = "const outer::Vec&"
// CHECK-SAME:    mx.cpp_name = "named"
// CHECK-SAME:    mx.namespace = "outer::inner"
// CHECK-SAME:    mx.result = "outer::Vec"
namespace {
DELGEN(del(x)) Vec named(const Vec &x) { return x; }
} // namespace
} // namespace inner
} // namespace v1
} // namespace outer

// CHECK-LABEL: func.func @plain
// CHECK-SAME:    mx.type = "Eigen::VectorXd"
// CHECK-SAME:    mx.type = "Eigen::Ref<const Eigen::MatrixXd>"
// CHECK-SAME:    mx.type = "const Eigen::Ref<const Eigen::Vector3d>&"
// CHECK-SAME:    mx.namespace = ""
// CHECK-SAME:    mx.result = "Eigen::VectorXd"
DELGEN(del(x)) const VectorXd plain(const VectorXd x, Ref<const MatrixXd> A,
                                    const Ref<const Vector3d> &b) {
  return x;
}

// CHECK-LABEL: func.func @constexpr_size
// CHECK-SAME:    mx.type = "const Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>&"
// CHECK-SAME:    mx.type = "const Eigen::Vector3f&"
// CHECK-SAME:    mx.type = "const Eigen::Matrix<double, 2, 5>&"
// CHECK-SAME:    mx.type = "const Eigen::Matrix<double, Eigen::Dynamic, 1, 0, 4, 1>&"
DELGEN(del(A)) double constexpr_size(const Matrix<double, Dynamic, Dynamic, RowMajor> &A,
                                     const Matrix<float, limit, 1> &b,
                                     const Matrix<double, 2, limit + 2> &c,
                                     const Matrix<double, Dynamic, 1, 0, 4, 1> &d) {
  return A.sum();
}

// CHECK-LABEL: func.func @deduced
// CHECK-SAME:    mx.result = "double"
DELGEN(del(x)) auto deduced(const VectorXd &x) { return x.sum(); }

// The plain type of what an expression returns.
// CHECK-LABEL: func.func @expression
// CHECK-SAME:    mx.result = "Eigen::Matrix3Xd"
DELGEN(del(x)) auto expression(const Vector3d &x, const VectorXd &y) { return x * y.transpose(); }

// CHECK-LABEL: func.func @deduced_row
// CHECK-SAME:    mx.result = "Eigen::RowVectorXf"
DELGEN(del(x)) auto deduced_row(const VectorXf &x) { return x.transpose(); }

// CHECK-LABEL: func.func @arrays
// CHECK-SAME:    {mx.array,
// CHECK-SAME:    attributes {mx.array,
// CHECK-SAME:    mx.result = "Eigen::ArrayXXd"
DELGEN(del(a)) auto arrays(const ArrayXXd &a) -> decltype(a.exp()) { return a.exp(); }

// CHECK-LABEL: func.func @scalars
// CHECK-SAME:    %s: f64 {mx.name = "s", mx.plain = "double", mx.type = "double"}
// CHECK-SAME:    %t: f32 {mx.name = "t", mx.plain = "float", mx.type = "const float&"}
// CHECK-SAME:    mx.name = "unnamed3", mx.type = "int"
// CHECK-SAME:    mx.result = "float"
DELGEN(del(s)) float scalars(const double s, const float &t, int) { return s * t; }

// Overloads have one name in C++ and two here.
// CHECK-LABEL: func.func @f(
// CHECK-SAME:    mx.cpp_name = "f"
// CHECK-LABEL: func.func @f.2(
// CHECK-SAME:    mx.cpp_name = "f"
DELGEN(del(x)) double f(double x) { return x; }
DELGEN(del(x)) float f(float x) { return x; }

// A declaration may carry the request.
// CHECK-LABEL: func.func @outside
DELGEN(del(x)) double outside(double x);
double outside(double x) { return x * x; }

// CHECK-LABEL: func.func @g
DELGEN(del(x)) [[nodiscard]] static constexpr inline double g(double x) noexcept { return x; }
