// RUN: delgen %s -o - | FileCheck %s --match-full-lines

// A function that has mx.directions is printed as it stands; d⁰ has none.

func.func @alone(
    %a: !mx.matrix<n x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"}) -> f64
    attributes {mx.cpp_name = "alone", mx.result = "double", mx.directions = []} {
  %0 = mx.logdet "lu" %a : !mx.matrix<n x n, f64>
  return %0 : f64
}
// CHECK-LABEL: /// d⁰alone(a; ) = log|det(a)|
// CHECK-NEXT: inline double alone(const Eigen::MatrixXd& a) {
// CHECK-NEXT:   const Eigen::PartialPivLU<Eigen::MatrixXd> a_lu(a);
// CHECK-NEXT:   return a_lu.matrixLU().diagonal().array().abs().log().sum();
// CHECK-NEXT: }

func.func @small(
    %a: !mx.matrix<3 x 3, f64> {mx.name = "a", mx.type = "const Eigen::Matrix3d&"}) -> f64
    attributes {mx.cpp_name = "small", mx.result = "double", mx.directions = []} {
  %0 = mx.logdet "lu" %a : !mx.matrix<3 x 3, f64>
  return %0 : f64
}
// CHECK-LABEL: /// d⁰small(a; ) = log|det(a)|
// CHECK-NEXT: inline double small(const Eigen::Matrix3d& a) {
// CHECK-NEXT:   return std::log(std::abs(a.determinant()));
// CHECK-NEXT: }

func.func @by_llt(
    %a: !mx.matrix<n x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"},
    %x: !mx.matrix<n x 1, f64> {mx.name = "x", mx.type = "const Eigen::VectorXd&"}) -> !mx.matrix<n x 1, f64>
    attributes {mx.cpp_name = "by_llt", mx.result = "Eigen::VectorXd", mx.directions = []} {
  %0 = mx.inverse "llt" %a : !mx.matrix<n x n, f64>
  %1 = mx.logdet "llt" %a : !mx.matrix<n x n, f64>
  %2 = mx.mul %1, %0, %x : f64, !mx.matrix<n x n, f64>, !mx.matrix<n x 1, f64>
  return %2 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: /// d⁰by_llt(a; ) = log|det(a)| (a⁻¹ x)
// CHECK-NEXT: inline Eigen::VectorXd by_llt(const Eigen::MatrixXd& a, const Eigen::VectorXd& x) {
// CHECK-NEXT:   const Eigen::LLT<Eigen::MatrixXd> a_llt(a);
// CHECK-NEXT:   return 2 * a_llt.matrixLLT().diagonal().array().log().sum() * a_llt.solve(x);
// CHECK-NEXT: }

func.func @by_ldlt(
    %a: !mx.matrix<n x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"},
    %x: !mx.matrix<n x 1, f64> {mx.name = "x", mx.type = "const Eigen::VectorXd&"}) -> !mx.matrix<n x 1, f64>
    attributes {mx.cpp_name = "by_ldlt", mx.result = "Eigen::VectorXd", mx.directions = []} {
  %0 = mx.inverse "ldlt" %a : !mx.matrix<n x n, f64>
  %1 = mx.logdet "ldlt" %a : !mx.matrix<n x n, f64>
  %2 = mx.mul %1, %0, %x : f64, !mx.matrix<n x n, f64>, !mx.matrix<n x 1, f64>
  return %2 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: /// d⁰by_ldlt(a; ) = log|det(a)| (a⁻¹ x)
// CHECK-NEXT: inline Eigen::VectorXd by_ldlt(const Eigen::MatrixXd& a, const Eigen::VectorXd& x) {
// CHECK-NEXT:   const Eigen::LDLT<Eigen::MatrixXd> a_ldlt(a);
// CHECK-NEXT:   return a_ldlt.vectorD().array().abs().log().sum() * a_ldlt.solve(x);
// CHECK-NEXT: }

func.func @by_lu(
    %a: !mx.matrix<n x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"},
    %x: !mx.matrix<n x 1, f64> {mx.name = "x", mx.type = "const Eigen::VectorXd&"}) -> !mx.matrix<n x 1, f64>
    attributes {mx.cpp_name = "by_lu", mx.result = "Eigen::VectorXd", mx.directions = []} {
  %0 = mx.inverse "lu" %a : !mx.matrix<n x n, f64>
  %1 = mx.logdet "lu" %a : !mx.matrix<n x n, f64>
  %2 = mx.mul %1, %0, %x : f64, !mx.matrix<n x n, f64>, !mx.matrix<n x 1, f64>
  return %2 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: /// d⁰by_lu(a; ) = log|det(a)| (a⁻¹ x)
// CHECK-NEXT: inline Eigen::VectorXd by_lu(const Eigen::MatrixXd& a, const Eigen::VectorXd& x) {
// CHECK-NEXT:   const Eigen::PartialPivLU<Eigen::MatrixXd> a_lu(a);
// CHECK-NEXT:   return a_lu.matrixLU().diagonal().array().abs().log().sum() * a_lu.solve(x);
// CHECK-NEXT: }

func.func @by_fullpivlu(
    %a: !mx.matrix<n x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"},
    %x: !mx.matrix<n x 1, f64> {mx.name = "x", mx.type = "const Eigen::VectorXd&"}) -> !mx.matrix<n x 1, f64>
    attributes {mx.cpp_name = "by_fullpivlu", mx.result = "Eigen::VectorXd", mx.directions = []} {
  %0 = mx.inverse "fullpivlu" %a : !mx.matrix<n x n, f64>
  %1 = mx.logdet "fullpivlu" %a : !mx.matrix<n x n, f64>
  %2 = mx.mul %1, %0, %x : f64, !mx.matrix<n x n, f64>, !mx.matrix<n x 1, f64>
  return %2 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: /// d⁰by_fullpivlu(a; ) = log|det(a)| (a⁻¹ x)
// CHECK-NEXT: inline Eigen::VectorXd by_fullpivlu(const Eigen::MatrixXd& a, const Eigen::VectorXd& x) {
// CHECK-NEXT:   const Eigen::FullPivLU<Eigen::MatrixXd> a_fullpivlu(a);
// CHECK-NEXT:   return a_fullpivlu.matrixLU().diagonal().array().abs().log().sum() * a_fullpivlu.solve(x);
// CHECK-NEXT: }

func.func @by_qr(
    %a: !mx.matrix<n x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"},
    %x: !mx.matrix<n x 1, f64> {mx.name = "x", mx.type = "const Eigen::VectorXd&"}) -> !mx.matrix<n x 1, f64>
    attributes {mx.cpp_name = "by_qr", mx.result = "Eigen::VectorXd", mx.directions = []} {
  %0 = mx.inverse "qr" %a : !mx.matrix<n x n, f64>
  %1 = mx.logdet "qr" %a : !mx.matrix<n x n, f64>
  %2 = mx.mul %1, %0, %x : f64, !mx.matrix<n x n, f64>, !mx.matrix<n x 1, f64>
  return %2 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: /// d⁰by_qr(a; ) = log|det(a)| (a⁻¹ x)
// CHECK-NEXT: inline Eigen::VectorXd by_qr(const Eigen::MatrixXd& a, const Eigen::VectorXd& x) {
// CHECK-NEXT:   const Eigen::HouseholderQR<Eigen::MatrixXd> a_qr(a);
// CHECK-NEXT:   return a_qr.logAbsDeterminant() * a_qr.solve(x);
// CHECK-NEXT: }
