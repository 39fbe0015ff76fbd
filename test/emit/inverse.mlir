// RUN: delgen %s -o - | FileCheck %s --match-full-lines

// A function that has mx.directions is printed as it stands; d⁰ has none.

// the inverse is the result
func.func @alone(
    %a: !mx.matrix<n x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<n x n, f64>
    attributes {mx.cpp_name = "alone", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %0 = mx.inverse "lu" %a : !mx.matrix<n x n, f64>
  return %0 : !mx.matrix<n x n, f64>
}
// CHECK-LABEL: /// d⁰alone(a; ) = a⁻¹
// CHECK-NEXT: inline Eigen::MatrixXd alone(const Eigen::MatrixXd& a) {
// CHECK-NEXT:   return a.inverse();
// CHECK-NEXT: }

// the inverse of a small matrix is a formula
func.func @small(
    %a: !mx.matrix<3 x 3, f64> {mx.name = "a", mx.type = "const Eigen::Matrix3d&"},
    %x: !mx.matrix<3 x 1, f64> {mx.name = "x", mx.type = "const Eigen::Vector3d&"}) -> !mx.matrix<3 x 1, f64>
    attributes {mx.cpp_name = "small", mx.result = "Eigen::Vector3d", mx.directions = []} {
  %0 = mx.inverse "lu" %a : !mx.matrix<3 x 3, f64>
  %1 = mx.mul %0, %x : !mx.matrix<3 x 3, f64>, !mx.matrix<3 x 1, f64>
  return %1 : !mx.matrix<3 x 1, f64>
}
// CHECK-LABEL: /// d⁰small(a; ) = a⁻¹ x
// CHECK-NEXT: inline Eigen::Vector3d small(const Eigen::Matrix3d& a, const Eigen::Vector3d& x) {
// CHECK-NEXT:   return a.inverse() * x;
// CHECK-NEXT: }

func.func @by_llt(
    %a: !mx.matrix<n x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"},
    %x: !mx.matrix<n x 1, f64> {mx.name = "x", mx.type = "const Eigen::VectorXd&"}) -> !mx.matrix<n x 1, f64>
    attributes {mx.cpp_name = "by_llt", mx.result = "Eigen::VectorXd", mx.directions = []} {
  %0 = mx.inverse "llt" %a : !mx.matrix<n x n, f64>
  %1 = mx.sum %0 : !mx.matrix<n x n, f64>
  %2 = mx.mul %1, %0, %x : f64, !mx.matrix<n x n, f64>, !mx.matrix<n x 1, f64>
  return %2 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: /// d⁰by_llt(a; ) = sum(a⁻¹) (a⁻¹ x)
// CHECK-NEXT: inline Eigen::VectorXd by_llt(const Eigen::MatrixXd& a, const Eigen::VectorXd& x) {
// CHECK-NEXT:   const Eigen::LLT<Eigen::MatrixXd> a_llt(a);
// CHECK-NEXT:   const Eigen::MatrixXd t0_half = a_llt.matrixL().solve(Eigen::MatrixXd::Identity(a.rows(),
// CHECK-NEXT:       a.rows()));
// CHECK-NEXT:   Eigen::MatrixXd t0(a.rows(), a.rows());
// CHECK-NEXT:   if (t0.rows() < 64)
// CHECK-NEXT:     t0.noalias() = t0_half.transpose() * t0_half;
// CHECK-NEXT:   else
// CHECK-NEXT:     t0.triangularView<Eigen::Lower>() = t0_half.transpose() * t0_half;
// CHECK-NEXT:   t0.triangularView<Eigen::StrictlyUpper>() = t0.transpose();
// CHECK-NEXT:   return t0.sum() * a_llt.solve(x);
// CHECK-NEXT: }

func.func @by_ldlt(
    %a: !mx.matrix<n x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"},
    %x: !mx.matrix<n x 1, f64> {mx.name = "x", mx.type = "const Eigen::VectorXd&"}) -> !mx.matrix<n x 1, f64>
    attributes {mx.cpp_name = "by_ldlt", mx.result = "Eigen::VectorXd", mx.directions = []} {
  %0 = mx.inverse "ldlt" %a : !mx.matrix<n x n, f64>
  %1 = mx.sum %0 : !mx.matrix<n x n, f64>
  %2 = mx.mul %1, %0, %x : f64, !mx.matrix<n x n, f64>, !mx.matrix<n x 1, f64>
  return %2 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: /// d⁰by_ldlt(a; ) = sum(a⁻¹) (a⁻¹ x)
// CHECK-NEXT: inline Eigen::VectorXd by_ldlt(const Eigen::MatrixXd& a, const Eigen::VectorXd& x) {
// CHECK-NEXT:   const Eigen::LDLT<Eigen::MatrixXd> a_ldlt(a);
// CHECK-NEXT:   return a_ldlt.solve(Eigen::MatrixXd::Identity(a.rows(), a.rows())).sum() * a_ldlt.solve(x);
// CHECK-NEXT: }

func.func @by_lu(
    %a: !mx.matrix<n x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"},
    %x: !mx.matrix<n x 1, f64> {mx.name = "x", mx.type = "const Eigen::VectorXd&"}) -> !mx.matrix<n x 1, f64>
    attributes {mx.cpp_name = "by_lu", mx.result = "Eigen::VectorXd", mx.directions = []} {
  %0 = mx.inverse "lu" %a : !mx.matrix<n x n, f64>
  %1 = mx.sum %0 : !mx.matrix<n x n, f64>
  %2 = mx.mul %1, %0, %x : f64, !mx.matrix<n x n, f64>, !mx.matrix<n x 1, f64>
  return %2 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: /// d⁰by_lu(a; ) = sum(a⁻¹) (a⁻¹ x)
// CHECK-NEXT: inline Eigen::VectorXd by_lu(const Eigen::MatrixXd& a, const Eigen::VectorXd& x) {
// CHECK-NEXT:   const Eigen::PartialPivLU<Eigen::MatrixXd> a_lu(a);
// CHECK-NEXT:   return a_lu.inverse().sum() * a_lu.solve(x);
// CHECK-NEXT: }

func.func @by_fullpivlu(
    %a: !mx.matrix<n x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"},
    %x: !mx.matrix<n x 1, f64> {mx.name = "x", mx.type = "const Eigen::VectorXd&"}) -> !mx.matrix<n x 1, f64>
    attributes {mx.cpp_name = "by_fullpivlu", mx.result = "Eigen::VectorXd", mx.directions = []} {
  %0 = mx.inverse "fullpivlu" %a : !mx.matrix<n x n, f64>
  %1 = mx.sum %0 : !mx.matrix<n x n, f64>
  %2 = mx.mul %1, %0, %x : f64, !mx.matrix<n x n, f64>, !mx.matrix<n x 1, f64>
  return %2 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: /// d⁰by_fullpivlu(a; ) = sum(a⁻¹) (a⁻¹ x)
// CHECK-NEXT: inline Eigen::VectorXd by_fullpivlu(const Eigen::MatrixXd& a, const Eigen::VectorXd& x) {
// CHECK-NEXT:   const Eigen::FullPivLU<Eigen::MatrixXd> a_fullpivlu(a);
// CHECK-NEXT:   return a_fullpivlu.inverse().sum() * a_fullpivlu.solve(x);
// CHECK-NEXT: }

func.func @by_qr(
    %a: !mx.matrix<n x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"},
    %x: !mx.matrix<n x 1, f64> {mx.name = "x", mx.type = "const Eigen::VectorXd&"}) -> !mx.matrix<n x 1, f64>
    attributes {mx.cpp_name = "by_qr", mx.result = "Eigen::VectorXd", mx.directions = []} {
  %0 = mx.inverse "qr" %a : !mx.matrix<n x n, f64>
  %1 = mx.sum %0 : !mx.matrix<n x n, f64>
  %2 = mx.mul %1, %0, %x : f64, !mx.matrix<n x n, f64>, !mx.matrix<n x 1, f64>
  return %2 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: /// d⁰by_qr(a; ) = sum(a⁻¹) (a⁻¹ x)
// CHECK-NEXT: inline Eigen::VectorXd by_qr(const Eigen::MatrixXd& a, const Eigen::VectorXd& x) {
// CHECK-NEXT:   const Eigen::HouseholderQR<Eigen::MatrixXd> a_qr(a);
// CHECK-NEXT:   return a_qr.solve(Eigen::MatrixXd::Identity(a.rows(), a.rows())).sum() * a_qr.solve(x);
// CHECK-NEXT: }

func.func @by_colpivqr(
    %a: !mx.matrix<n x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"},
    %x: !mx.matrix<n x 1, f64> {mx.name = "x", mx.type = "const Eigen::VectorXd&"}) -> !mx.matrix<n x 1, f64>
    attributes {mx.cpp_name = "by_colpivqr", mx.result = "Eigen::VectorXd", mx.directions = []} {
  %0 = mx.inverse "colpivqr" %a : !mx.matrix<n x n, f64>
  %1 = mx.sum %0 : !mx.matrix<n x n, f64>
  %2 = mx.mul %1, %0, %x : f64, !mx.matrix<n x n, f64>, !mx.matrix<n x 1, f64>
  return %2 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: /// d⁰by_colpivqr(a; ) = sum(a⁻¹) (a⁻¹ x)
// CHECK-NEXT: inline Eigen::VectorXd by_colpivqr(const Eigen::MatrixXd& a, const Eigen::VectorXd& x) {
// CHECK-NEXT:   const Eigen::ColPivHouseholderQR<Eigen::MatrixXd> a_colpivqr(a);
// CHECK-NEXT:   return a_colpivqr.solve(Eigen::MatrixXd::Identity(a.rows(), a.rows())).sum() *
// CHECK-NEXT:       a_colpivqr.solve(x);
// CHECK-NEXT: }

func.func @by_fullpivqr(
    %a: !mx.matrix<n x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"},
    %x: !mx.matrix<n x 1, f64> {mx.name = "x", mx.type = "const Eigen::VectorXd&"}) -> !mx.matrix<n x 1, f64>
    attributes {mx.cpp_name = "by_fullpivqr", mx.result = "Eigen::VectorXd", mx.directions = []} {
  %0 = mx.inverse "fullpivqr" %a : !mx.matrix<n x n, f64>
  %1 = mx.sum %0 : !mx.matrix<n x n, f64>
  %2 = mx.mul %1, %0, %x : f64, !mx.matrix<n x n, f64>, !mx.matrix<n x 1, f64>
  return %2 : !mx.matrix<n x 1, f64>
}
// CHECK-LABEL: /// d⁰by_fullpivqr(a; ) = sum(a⁻¹) (a⁻¹ x)
// CHECK-NEXT: inline Eigen::VectorXd by_fullpivqr(const Eigen::MatrixXd& a, const Eigen::VectorXd& x) {
// CHECK-NEXT:   const Eigen::FullPivHouseholderQR<Eigen::MatrixXd> a_fullpivqr(a);
// CHECK-NEXT:   return a_fullpivqr.solve(Eigen::MatrixXd::Identity(a.rows(), a.rows())).sum() *
// CHECK-NEXT:       a_fullpivqr.solve(x);
// CHECK-NEXT: }
