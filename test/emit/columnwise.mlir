// RUN: delgen %s -o - | FileCheck %s --match-full-lines

// A function that has mx.directions is printed as it stands; d⁰ has none.

func.func @transposed(%j: !mx.matrix<k x p, f64> {mx.name = "J", mx.type = "const Eigen::MatrixXd&"},
    %r: !mx.matrix<n x m, f64> {mx.name = "R", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<k x p, f64>
    attributes {mx.cpp_name = "transposed", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %0 = mx.columnwise %j : !mx.matrix<k x p, f64> -> <k x p, f64> {
  ^bb0(%m: !mx.matrix<m x n, f64>):
    %1 = mx.transpose %m : !mx.matrix<m x n, f64>
    mx.yield %1 : !mx.matrix<n x m, f64>
  }
  return %0 : !mx.matrix<k x p, f64>
}
// CHECK-LABEL: /// d⁰transposed(J; ) = (M ↦ Mᵀ)[J]
// CHECK-NEXT: inline Eigen::MatrixXd transposed(const Eigen::MatrixXd& J, const Eigen::MatrixXd& R) {
// CHECK-NEXT:   Eigen::MatrixXd t0(J.rows(), J.cols());
// CHECK-NEXT:   for (Eigen::Index j = 0; j < t0.cols(); ++j)
// CHECK-NEXT:     t0.col(j).reshaped(R.rows(), R.cols()) = J.col(j).reshaped(R.cols(), R.rows()).transpose();
// CHECK-NEXT:   return t0;
// CHECK-NEXT: }

// A product is written where it belongs.
func.func @product(%j: !mx.matrix<k x p, f64> {mx.name = "J", mx.type = "const Eigen::MatrixXd&"},
    %r: !mx.matrix<n x m, f64> {mx.name = "R", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<q x p, f64>
    attributes {mx.cpp_name = "product", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %rows = mx.extent "m"
  %square = arith.muli %rows, %rows : index
  mx.bind "q" = %square
  %0 = mx.columnwise %j : !mx.matrix<k x p, f64> with %r : !mx.matrix<n x m, f64> -> <q x p, f64> {
  ^bb0(%m: !mx.matrix<m x n, f64>, %b: !mx.matrix<n x m, f64>):
    %1 = mx.mul %m, %b : !mx.matrix<m x n, f64>, !mx.matrix<n x m, f64>
    mx.yield %1 : !mx.matrix<m x m, f64>
  }
  return %0 : !mx.matrix<q x p, f64>
}
// CHECK-LABEL: /// d⁰product(J; ) = (M ↦ M R)[J]
// CHECK-NEXT: inline Eigen::MatrixXd product(const Eigen::MatrixXd& J, const Eigen::MatrixXd& R) {
// CHECK-NEXT:   Eigen::MatrixXd t0(R.cols() * R.cols(), J.cols());
// CHECK-NEXT:   for (Eigen::Index j = 0; j < t0.cols(); ++j)
// CHECK-NEXT:     t0.col(j).reshaped(R.cols(), R.cols()).noalias() = J.col(j).reshaped(R.cols(), R.rows()) * R;
// CHECK-NEXT:   return t0;
// CHECK-NEXT: }

// What takes statements takes them in the loop.
func.func @statements(%j: !mx.matrix<9 x p, f64> {mx.name = "J", mx.type = "const Eigen::Matrix<double, 9, Eigen::Dynamic>&"}) -> !mx.matrix<9 x p, f64>
    attributes {mx.cpp_name = "statements", mx.result = "Eigen::Matrix<double, 9, Eigen::Dynamic>", mx.directions = []} {
  %0 = mx.columnwise %j : !mx.matrix<9 x p, f64> -> <9 x p, f64> {
  ^bb0(%m: !mx.matrix<3 x 3, f64>):
    %1 = mx.triangle %m {lower = true, diagonal = 0.5} : !mx.matrix<3 x 3, f64>
    mx.yield %1 : !mx.matrix<3 x 3, f64>
  }
  return %0 : !mx.matrix<9 x p, f64>
}
// CHECK-LABEL: /// d⁰statements(J; ) = t0
// CHECK-NEXT: ///   where t0 = (M ↦ tril½(M))[J]
// CHECK-NEXT: inline Eigen::Matrix<double, 9, Eigen::Dynamic> statements(
// CHECK-NEXT:     const Eigen::Matrix<double, 9, Eigen::Dynamic>& J) {
// CHECK-NEXT:   Eigen::Matrix<double, 9, Eigen::Dynamic> t0(9, J.cols());
// CHECK-NEXT:   for (Eigen::Index j = 0; j < t0.cols(); ++j) {
// CHECK-NEXT:     Eigen::Matrix3d y = J.col(j).reshaped(Eigen::fix<3>,
// CHECK-NEXT:       Eigen::fix<3>).triangularView<Eigen::StrictlyLower>();
// CHECK-NEXT:     y.diagonal() = 0.5 * J.col(j).reshaped(Eigen::fix<3>, Eigen::fix<3>).diagonal();
// CHECK-NEXT:     t0.col(j) = y.reshaped();
// CHECK-NEXT:   }
// CHECK-NEXT:   return t0;
// CHECK-NEXT: }

// Columns of two matrices, one of which is read as a row.
func.func @pairs(%l: !mx.matrix<2 x p, f64> {mx.name = "L", mx.type = "const Eigen::Matrix2Xd&"},
    %r: !mx.matrix<3 x p, f64> {mx.name = "R", mx.type = "const Eigen::Matrix3Xd&"}) -> !mx.matrix<6 x p, f64>
    attributes {mx.cpp_name = "pairs", mx.result = "Eigen::Matrix<double, 6, Eigen::Dynamic>", mx.directions = []} {
  %0 = mx.columnwise %l, %r : !mx.matrix<2 x p, f64>, !mx.matrix<3 x p, f64> -> <6 x p, f64> {
  ^bb0(%u: !mx.matrix<2 x 1, f64>, %v: !mx.matrix<1 x 3, f64>):
    %1 = mx.mul %u, %v : !mx.matrix<2 x 1, f64>, !mx.matrix<1 x 3, f64>
    mx.yield %1 : !mx.matrix<2 x 3, f64>
  }
  return %0 : !mx.matrix<6 x p, f64>
}
// CHECK-LABEL: /// d⁰pairs(L; ) = t0
// CHECK-NEXT: ///   where t0 = ((u, v) ↦ u v)[L, R]
// CHECK-NEXT: inline Eigen::Matrix<double, 6, Eigen::Dynamic> pairs(const Eigen::Matrix2Xd& L,
// CHECK-NEXT:                                                       const Eigen::Matrix3Xd& R) {
// CHECK-NEXT:   Eigen::Matrix<double, 6, Eigen::Dynamic> t0(6, L.cols());
// CHECK-NEXT:   for (Eigen::Index j = 0; j < t0.cols(); ++j)
// CHECK-NEXT:     t0.col(j).reshaped(Eigen::fix<2>, Eigen::fix<3>).noalias() = L.col(j) * R.col(j).transpose();
// CHECK-NEXT:   return t0;
// CHECK-NEXT: }

// Of the transposes of a Kronecker product's columns each is an outer product.
func.func @dyads(%s: f64 {mx.name = "s", mx.type = "double"}, %a: !mx.matrix<3 x 3, f64> {mx.name = "A", mx.type = "const Eigen::Matrix3d&"},
    %b: !mx.matrix<3 x 3, f64> {mx.name = "B", mx.type = "const Eigen::Matrix3d&"}) -> !mx.matrix<9 x 9, f64>
    attributes {mx.cpp_name = "dyads", mx.result = "Eigen::Matrix<double, 9, 9>", mx.directions = []} {
  %t = mx.mul %s, %s : f64, f64
  %0 = mx.kron %a, %b : <3 x 3, f64>, <3 x 3, f64> -> <9 x 9, f64>
  %1 = mx.mul %t, %0 : f64, !mx.matrix<9 x 9, f64>
  %2 = mx.columnwise %1 : !mx.matrix<9 x 9, f64> -> <9 x 9, f64> {
  ^bb0(%m: !mx.matrix<3 x 3, f64>):
    %3 = mx.transpose %m : !mx.matrix<3 x 3, f64>
    mx.yield %3 : !mx.matrix<3 x 3, f64>
  }
  return %2 : !mx.matrix<9 x 9, f64>
}
// CHECK-LABEL: /// d⁰dyads(s; ) = t1
// CHECK-NEXT: ///   where t1 = (M ↦ Mᵀ)[s² (A ⊗ B)]
// CHECK-NEXT: inline Eigen::Matrix<double, 9, 9> dyads(double s, const Eigen::Matrix3d& A,
// CHECK-NEXT:                                          const Eigen::Matrix3d& B) {
// CHECK-NEXT:   const double t0 = s * s;
// CHECK-NEXT:   Eigen::Matrix<double, 9, 9> t1;
// CHECK-NEXT:   for (Eigen::Index i = 0; i < 3; ++i)
// CHECK-NEXT:     for (Eigen::Index j = 0; j < 3; ++j)
// CHECK-NEXT:       t1.col(i * 3 + j).reshaped(Eigen::fix<3>, Eigen::fix<3>).noalias() = t0 * A.col(i) *
// CHECK-NEXT:           B.col(j).transpose();
// CHECK-NEXT:   return t1;
// CHECK-NEXT: }
