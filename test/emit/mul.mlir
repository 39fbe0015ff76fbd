// RUN: delgen %s -o - | FileCheck %s --match-full-lines

// A function that has mx.directions is printed as it stands; d⁰ has none.

// scalars, then divisors, then matrices
func.func @scalars(%a: f64 {mx.name = "a", mx.type = "double"},
    %b: f64 {mx.name = "b", mx.type = "double"}) -> f64
    attributes {mx.cpp_name = "scalars", mx.result = "double", mx.directions = []} {
  %0 = mx.mul %a, %b : f64, f64
  return %0 : f64
}
// CHECK-LABEL: /// d⁰scalars(a; ) = a b
// CHECK-NEXT: inline double scalars(double a, double b) {
// CHECK-NEXT:   return a * b;
// CHECK-NEXT: }

func.func @quotient(%a: f64 {mx.name = "a", mx.type = "double"},
    %b: f64 {mx.name = "b", mx.type = "double"},
    %c: f64 {mx.name = "c", mx.type = "double"}) -> f64
    attributes {mx.cpp_name = "quotient", mx.result = "double", mx.directions = []} {
  %0 = mx.pow %b, -1.0 : f64
  %1 = mx.mul %a, %0 : f64, f64
  return %1 : f64
}
// CHECK-LABEL: /// d⁰quotient(a; ) = a/b
// CHECK-NEXT: inline double quotient(double a, double b, double /*c*/) {
// CHECK-NEXT:   return a / b;
// CHECK-NEXT: }

func.func @quotients(%a: f64 {mx.name = "a", mx.type = "double"},
    %b: f64 {mx.name = "b", mx.type = "double"},
    %c: f64 {mx.name = "c", mx.type = "double"}) -> f64
    attributes {mx.cpp_name = "quotients", mx.result = "double", mx.directions = []} {
  %0 = mx.pow %b, -1.0 : f64
  %1 = mx.pow %c, -1.0 : f64
  %2 = mx.mul %a, %0, %1 : f64, f64, f64
  return %2 : f64
}
// CHECK-LABEL: /// d⁰quotients(a; ) = a/(b c)
// CHECK-NEXT: inline double quotients(double a, double b, double c) {
// CHECK-NEXT:   return a / (b * c);
// CHECK-NEXT: }

func.func @inverse(%a: f64 {mx.name = "a", mx.type = "double"},
    %b: f64 {mx.name = "b", mx.type = "double"}) -> f64
    attributes {mx.cpp_name = "inverse", mx.result = "double", mx.directions = []} {
  %0 = mx.pow %a, -1.0 : f64
  %1 = mx.pow %b, -1.0 : f64
  %2 = mx.mul %0, %1 : f64, f64
  return %2 : f64
}
// CHECK-LABEL: /// d⁰inverse(a; ) = 1/(a b)
// CHECK-NEXT: inline double inverse(double a, double b) {
// CHECK-NEXT:   return 1.0 / (a * b);
// CHECK-NEXT: }

func.func @scaled(%s: f64 {mx.name = "s", mx.type = "double"},
    %t: f64 {mx.name = "t", mx.type = "double"},
    %a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "scaled", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %0 = mx.pow %t, -1.0 : f64
  %1 = mx.mul %s, %0, %a : f64, f64, !mx.matrix<m x n, f64>
  return %1 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: /// d⁰scaled(s; ) = s a/t
// CHECK-NEXT: inline Eigen::MatrixXd scaled(double s, double t, const Eigen::MatrixXd& a) {
// CHECK-NEXT:   return s / t * a;
// CHECK-NEXT: }

func.func @divided(%t: f64 {mx.name = "t", mx.type = "double"},
    %a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "divided", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %0 = mx.pow %t, -1.0 : f64
  %1 = mx.mul %0, %a : f64, !mx.matrix<m x n, f64>
  return %1 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: /// d⁰divided(t; ) = a/t
// CHECK-NEXT: inline Eigen::MatrixXd divided(double t, const Eigen::MatrixXd& a) {
// CHECK-NEXT:   return a / t;
// CHECK-NEXT: }

func.func @negated(
    %a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "negated", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %0 = mx.constant -1.0 : f64
  %1 = mx.mul %0, %a : f64, !mx.matrix<m x n, f64>
  return %1 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: /// d⁰negated(a; ) = −a
// CHECK-NEXT: inline Eigen::MatrixXd negated(const Eigen::MatrixXd& a) {
// CHECK-NEXT:   return -a;
// CHECK-NEXT: }

func.func @negated_quotient(%a: f64 {mx.name = "a", mx.type = "double"}) -> f64
    attributes {mx.cpp_name = "negated_quotient", mx.result = "double", mx.directions = []} {
  %0 = mx.pow %a, -1.0 : f64
  %1 = mx.constant -1.0 : f64
  %2 = mx.mul %1, %0 : f64, f64
  return %2 : f64
}
// CHECK-LABEL: /// d⁰negated_quotient(a; ) = −1/a
// CHECK-NEXT: inline double negated_quotient(double a) {
// CHECK-NEXT:   return -1.0 / a;
// CHECK-NEXT: }

func.func @single(%a: f32 {mx.name = "a", mx.type = "float"},
    %b: f32 {mx.name = "b", mx.type = "float"}) -> f32
    attributes {mx.cpp_name = "single", mx.result = "float", mx.directions = []} {
  %0 = mx.pow %a, -1.0 : f32
  %1 = mx.pow %b, -1.0 : f32
  %2 = mx.mul %0, %1 : f32, f32
  return %2 : f32
}
// CHECK-LABEL: /// d⁰single(a; ) = 1/(a b)
// CHECK-NEXT: inline float single(float a, float b) {
// CHECK-NEXT:   return 1.0f / (a * b);
// CHECK-NEXT: }

// sums in parentheses, on either side
func.func @parentheses(%a: f64 {mx.name = "a", mx.type = "double"},
    %b: f64 {mx.name = "b", mx.type = "double"}, %c: f64 {mx.name = "c", mx.type = "double"},
    %d: f64 {mx.name = "d", mx.type = "double"}) -> f64
    attributes {mx.cpp_name = "parentheses", mx.result = "double", mx.directions = []} {
  %0 = mx.add %a, %b : f64, f64
  %1 = mx.add %c, %d : f64, f64
  %2 = mx.pow %1, -1.0 : f64
  %3 = mx.mul %0, %2 : f64, f64
  return %3 : f64
}
// CHECK-LABEL: /// d⁰parentheses(a; ) = (a + b)/(c + d)
// CHECK-NEXT: inline double parentheses(double a, double b, double c, double d) {
// CHECK-NEXT:   return (a + b) / (c + d);
// CHECK-NEXT: }

func.func @sum_divided(%a: f64 {mx.name = "a", mx.type = "double"},
    %b: !mx.matrix<m x n, f64> {mx.name = "b", mx.type = "const Eigen::MatrixXd&"},
    %c: !mx.matrix<m x n, f64> {mx.name = "c", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "sum_divided", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %0 = mx.pow %a, -1.0 : f64
  %1 = mx.add %b, %c : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  %2 = mx.mul %0, %1 : f64, !mx.matrix<m x n, f64>
  return %2 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: /// d⁰sum_divided(a; ) = (b + c)/a
// CHECK-NEXT: inline Eigen::MatrixXd sum_divided(double a, const Eigen::MatrixXd& b, const Eigen::MatrixXd& c) {
// CHECK-NEXT:   return (b + c) / a;
// CHECK-NEXT: }

// A (B x) keeps its parentheses
func.func @chain(%a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"},
    %b: !mx.matrix<n x k, f64> {mx.name = "b", mx.type = "const Eigen::MatrixXd&"},
    %x: !mx.matrix<k x 1, f64> {mx.name = "x", mx.type = "const Eigen::VectorXd&"}) -> !mx.matrix<m x 1, f64>
    attributes {mx.cpp_name = "chain", mx.result = "Eigen::VectorXd", mx.directions = []} {
  %0 = mx.mul %a, %b, %x : !mx.matrix<m x n, f64>, !mx.matrix<n x k, f64>, !mx.matrix<k x 1, f64>
  return %0 : !mx.matrix<m x 1, f64>
}
// CHECK-LABEL: /// d⁰chain(a; ) = a b x
// CHECK-NEXT: inline Eigen::VectorXd chain(const Eigen::MatrixXd& a, const Eigen::MatrixXd& b,
// CHECK-NEXT:                              const Eigen::VectorXd& x) {
// CHECK-NEXT:   return a * (b * x);
// CHECK-NEXT: }

func.func @outer(%s: f64 {mx.name = "s", mx.type = "double"},
    %u: !mx.matrix<m x 1, f64> {mx.name = "u", mx.type = "const Eigen::VectorXd&"},
    %v: !mx.matrix<n x 1, f64> {mx.name = "v", mx.type = "const Eigen::VectorXd&"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "outer", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %0 = mx.transpose %v : !mx.matrix<n x 1, f64>
  %1 = mx.mul %s, %u, %0 : f64, !mx.matrix<m x 1, f64>, !mx.matrix<1 x n, f64>
  return %1 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: /// d⁰outer(s; ) = s u vᵀ
// CHECK-NEXT: inline Eigen::MatrixXd outer(double s, const Eigen::VectorXd& u, const Eigen::VectorXd& v) {
// CHECK-NEXT:   return s * u * v.transpose();
// CHECK-NEXT: }

func.func @row(%x: !mx.matrix<m x 1, f64> {mx.name = "x", mx.type = "const Eigen::VectorXd&"},
    %a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<1 x n, f64>
    attributes {mx.cpp_name = "row", mx.result = "Eigen::RowVectorXd", mx.directions = []} {
  %0 = mx.transpose %x : !mx.matrix<m x 1, f64>
  %1 = mx.mul %0, %a : !mx.matrix<1 x m, f64>, !mx.matrix<m x n, f64>
  return %1 : !mx.matrix<1 x n, f64>
}
// CHECK-LABEL: /// d⁰row(x; ) = xᵀ a
// CHECK-NEXT: inline Eigen::RowVectorXd row(const Eigen::VectorXd& x, const Eigen::MatrixXd& a) {
// CHECK-NEXT:   return x.transpose() * a;
// CHECK-NEXT: }

func.func @rows(%x: !mx.matrix<m x 1, f64> {mx.name = "x", mx.type = "const Eigen::VectorXd&"},
    %a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"},
    %b: !mx.matrix<n x k, f64> {mx.name = "b", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<1 x k, f64>
    attributes {mx.cpp_name = "rows", mx.result = "Eigen::RowVectorXd", mx.directions = []} {
  %0 = mx.transpose %x : !mx.matrix<m x 1, f64>
  %1 = mx.mul %0, %a, %b : !mx.matrix<1 x m, f64>, !mx.matrix<m x n, f64>, !mx.matrix<n x k, f64>
  return %1 : !mx.matrix<1 x k, f64>
}
// CHECK-LABEL: /// d⁰rows(x; ) = (aᵀ x)ᵀ b
// CHECK-NEXT: inline Eigen::RowVectorXd rows(const Eigen::VectorXd& x, const Eigen::MatrixXd& a,
// CHECK-NEXT:                                const Eigen::MatrixXd& b) {
// CHECK-NEXT:   return (a.transpose() * x).transpose() * b;
// CHECK-NEXT: }

func.func @bilinear(
    %x: !mx.matrix<m x 1, f64> {mx.name = "x", mx.type = "const Eigen::VectorXd&"},
    %a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"},
    %y: !mx.matrix<n x 1, f64> {mx.name = "y", mx.type = "const Eigen::VectorXd&"}) -> f64
    attributes {mx.cpp_name = "bilinear", mx.result = "double", mx.directions = []} {
  %0 = mx.transpose %x : !mx.matrix<m x 1, f64>
  %1 = mx.mul %0, %a, %y : !mx.matrix<1 x m, f64>, !mx.matrix<m x n, f64>, !mx.matrix<n x 1, f64>
  return %1 : f64
}
// CHECK-LABEL: /// d⁰bilinear(x; ) = ⟨x, a y⟩
// CHECK-NEXT: inline double bilinear(const Eigen::VectorXd& x, const Eigen::MatrixXd& a,
// CHECK-NEXT:                        const Eigen::VectorXd& y) {
// CHECK-NEXT:   return x.dot(a * y);
// CHECK-NEXT: }

// matrix products of arrays are those of matrices
func.func @arrays(
    %a: !mx.matrix<n x 1, f64> {mx.name = "a", mx.type = "const Eigen::ArrayXd&", mx.array},
    %b: !mx.matrix<n x 1, f64> {mx.name = "b", mx.type = "const Eigen::ArrayXd&", mx.array}) -> !mx.matrix<n x n, f64>
    attributes {mx.cpp_name = "arrays", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %0 = mx.transpose %b : !mx.matrix<n x 1, f64>
  %1 = mx.mul %a, %0 : !mx.matrix<n x 1, f64>, !mx.matrix<1 x n, f64>
  return %1 : !mx.matrix<n x n, f64>
}
// CHECK-LABEL: /// d⁰arrays(a; ) = a bᵀ
// CHECK-NEXT: inline Eigen::MatrixXd arrays(const Eigen::ArrayXd& a, const Eigen::ArrayXd& b) {
// CHECK-NEXT:   return a.matrix() * b.transpose().matrix();
// CHECK-NEXT: }

func.func @scaled_array(%s: f64 {mx.name = "s", mx.type = "double"},
    %a: !mx.matrix<n x 1, f64> {mx.name = "a", mx.type = "const Eigen::ArrayXd&", mx.array}) -> !mx.matrix<n x 1, f64>
    attributes {mx.cpp_name = "scaled_array", mx.result = "Eigen::ArrayXd", mx.array, mx.directions = []} {
  %0 = mx.mul %s, %a : f64, !mx.matrix<n x 1, f64>
  return %0 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: /// d⁰scaled_array(s; ) = s a
// CHECK-NEXT: inline Eigen::ArrayXd scaled_array(double s, const Eigen::ArrayXd& a) {
// CHECK-NEXT:   return s * a;
// CHECK-NEXT: }

// a product with ones is a sum or repeats a vector
func.func @row_sums(%a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<m x 1, f64>
    attributes {mx.cpp_name = "row_sums", mx.result = "Eigen::VectorXd", mx.directions = []} {
  %one = mx.constant 1.0 : f64
  %0 = mx.fill %one : f64 -> <n x 1, f64>
  %1 = mx.mul %a, %0 : !mx.matrix<m x n, f64>, !mx.matrix<n x 1, f64>
  return %1 : !mx.matrix<m x 1, f64>
}
// CHECK-LABEL: /// d⁰row_sums(a; ) = a 1
// CHECK-NEXT: inline Eigen::VectorXd row_sums(const Eigen::MatrixXd& a) {
// CHECK-NEXT:   return a.rowwise().sum();
// CHECK-NEXT: }

func.func @column_sums(%a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<1 x n, f64>
    attributes {mx.cpp_name = "column_sums", mx.result = "Eigen::RowVectorXd", mx.directions = []} {
  %one = mx.constant 1.0 : f64
  %0 = mx.fill %one : f64 -> <1 x m, f64>
  %1 = mx.mul %0, %a : !mx.matrix<1 x m, f64>, !mx.matrix<m x n, f64>
  return %1 : !mx.matrix<1 x n, f64>
}
// CHECK-LABEL: /// d⁰column_sums(a; ) = 1ᵀ a
// CHECK-NEXT: inline Eigen::RowVectorXd column_sums(const Eigen::MatrixXd& a) {
// CHECK-NEXT:   return a.colwise().sum();
// CHECK-NEXT: }

func.func @repeated_column(%v: !mx.matrix<m x 1, f64> {mx.name = "v", mx.type = "const Eigen::VectorXd&"},
    %a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "repeated_column", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %one = mx.constant 1.0 : f64
  %0 = mx.fill %one : f64 -> <1 x n, f64>
  %1 = mx.mul %v, %0 : !mx.matrix<m x 1, f64>, !mx.matrix<1 x n, f64>
  %2 = mx.add %a, %1 : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  return %2 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: /// d⁰repeated_column(v; ) = a + v 1ᵀ
// CHECK-NEXT: inline Eigen::MatrixXd repeated_column(const Eigen::VectorXd& v, const Eigen::MatrixXd& a) {
// CHECK-NEXT:   return a + v.replicate(1, a.cols());
// CHECK-NEXT: }

func.func @repeated_row(%r: !mx.matrix<1 x n, f64> {mx.name = "r", mx.type = "const Eigen::RowVectorXd&"},
    %a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "repeated_row", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %one = mx.constant 1.0 : f64
  %k = mx.constant -1.0 : f64
  %0 = mx.fill %one : f64 -> <m x 1, f64>
  %1 = mx.mul %k, %0, %r : f64, !mx.matrix<m x 1, f64>, !mx.matrix<1 x n, f64>
  %2 = mx.add %a, %1 : !mx.matrix<m x n, f64>, !mx.matrix<m x n, f64>
  return %2 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: /// d⁰repeated_row(r; ) = a − 1 r
// CHECK-NEXT: inline Eigen::MatrixXd repeated_row(const Eigen::RowVectorXd& r, const Eigen::MatrixXd& a) {
// CHECK-NEXT:   return a - r.replicate(a.rows(), 1);
// CHECK-NEXT: }

// Eigen has no −diag(v)
func.func @negative_diagonal(%v: !mx.matrix<m x 1, f64> {mx.name = "v", mx.type = "const Eigen::VectorXd&"},
    %a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<m x n, f64>
    attributes {mx.cpp_name = "negative_diagonal", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %k = mx.constant -1.0 : f64
  %0 = mx.diag %v : !mx.matrix<m x 1, f64>
  %1 = mx.mul %k, %0, %a : f64, !mx.matrix<m x m, f64>, !mx.matrix<m x n, f64>
  return %1 : !mx.matrix<m x n, f64>
}
// CHECK-LABEL: /// d⁰negative_diagonal(v; ) = −diag(v) a
// CHECK-NEXT: inline Eigen::MatrixXd negative_diagonal(const Eigen::VectorXd& v, const Eigen::MatrixXd& a) {
// CHECK-NEXT:   return (-v).asDiagonal() * a;
// CHECK-NEXT: }
