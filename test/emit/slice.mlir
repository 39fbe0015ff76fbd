// RUN: delgen %s -o - | FileCheck %s --match-full-lines

// A function that has mx.directions is printed as it stands; d⁰ has none.

// of a vector: head, tail and segment, of fixed and of run-time size
func.func @of_column0(%a: !mx.matrix<n x 1, f64> {mx.name = "a", mx.type = "const Eigen::VectorXd&"}) -> !mx.matrix<2 x 1, f64>
    attributes {mx.cpp_name = "of_column0", mx.result = "Eigen::VectorXd", mx.directions = []} {
  %0 = arith.constant 0 : index
  %1 = arith.constant 1 : index
  %2 = arith.constant 2 : index
  %v = mx.slice %a[%0, %0] : <n x 1, f64> -> <2 x 1, f64>
  return %v : !mx.matrix<2 x 1, f64>
}
// CHECK-LABEL: /// d⁰of_column0(a; ) = a[0:2]
// CHECK-NEXT: inline Eigen::VectorXd of_column0(const Eigen::VectorXd& a) {
// CHECK-NEXT:   return a.head<2>();
// CHECK-NEXT: }

func.func @of_column1(%a: !mx.matrix<n x 1, f64> {mx.name = "a", mx.type = "const Eigen::VectorXd&"},
    %p: index {mx.name = "p", mx.type = "Eigen::Index", mx.size = "p"}) -> !mx.matrix<p x 1, f64>
    attributes {mx.cpp_name = "of_column1", mx.result = "Eigen::VectorXd", mx.directions = []} {
  %0 = arith.constant 0 : index
  %1 = arith.constant 1 : index
  %2 = arith.constant 2 : index
  %v = mx.slice %a[%0, %0] : <n x 1, f64> -> <p x 1, f64>
  return %v : !mx.matrix<p x 1, f64>
}
// CHECK-LABEL: /// d⁰of_column1(a; ) = a[0:p]
// CHECK-NEXT: inline Eigen::VectorXd of_column1(const Eigen::VectorXd& a, Eigen::Index p) {
// CHECK-NEXT:   return a.head(p);
// CHECK-NEXT: }

func.func @of_column2(%a: !mx.matrix<n x 1, f64> {mx.name = "a", mx.type = "const Eigen::VectorXd&"}) -> !mx.matrix<2 x 1, f64>
    attributes {mx.cpp_name = "of_column2", mx.result = "Eigen::VectorXd", mx.directions = []} {
  %0 = arith.constant 0 : index
  %1 = arith.constant 1 : index
  %2 = arith.constant 2 : index
  %e = mx.extent "n"
  %s = arith.subi %e, %2 : index
  %v = mx.slice %a[%s, %0] : <n x 1, f64> -> <2 x 1, f64>
  return %v : !mx.matrix<2 x 1, f64>
}
// CHECK-LABEL: /// d⁰of_column2(a; ) = a[n − 2:n]
// CHECK-NEXT: inline Eigen::VectorXd of_column2(const Eigen::VectorXd& a) {
// CHECK-NEXT:   return a.tail<2>();
// CHECK-NEXT: }

func.func @of_column3(%a: !mx.matrix<n x 1, f64> {mx.name = "a", mx.type = "const Eigen::VectorXd&"},
    %p: index {mx.name = "p", mx.type = "Eigen::Index", mx.size = "p"}) -> !mx.matrix<p x 1, f64>
    attributes {mx.cpp_name = "of_column3", mx.result = "Eigen::VectorXd", mx.directions = []} {
  %0 = arith.constant 0 : index
  %1 = arith.constant 1 : index
  %2 = arith.constant 2 : index
  %e = mx.extent "n"
  %s = arith.subi %e, %p : index
  %v = mx.slice %a[%s, %0] : <n x 1, f64> -> <p x 1, f64>
  return %v : !mx.matrix<p x 1, f64>
}
// CHECK-LABEL: /// d⁰of_column3(a; ) = a[n − p:n]
// CHECK-NEXT: inline Eigen::VectorXd of_column3(const Eigen::VectorXd& a, Eigen::Index p) {
// CHECK-NEXT:   return a.tail(p);
// CHECK-NEXT: }

func.func @of_column4(%a: !mx.matrix<n x 1, f64> {mx.name = "a", mx.type = "const Eigen::VectorXd&"},
    %i: index {mx.name = "i", mx.type = "Eigen::Index"}) -> !mx.matrix<2 x 1, f64>
    attributes {mx.cpp_name = "of_column4", mx.result = "Eigen::VectorXd", mx.directions = []} {
  %0 = arith.constant 0 : index
  %1 = arith.constant 1 : index
  %2 = arith.constant 2 : index
  %v = mx.slice %a[%i, %0] : <n x 1, f64> -> <2 x 1, f64>
  return %v : !mx.matrix<2 x 1, f64>
}
// CHECK-LABEL: /// d⁰of_column4(a; ) = a[i:i + 2]
// CHECK-NEXT: inline Eigen::VectorXd of_column4(const Eigen::VectorXd& a, Eigen::Index i) {
// CHECK-NEXT:   return a.segment<2>(i);
// CHECK-NEXT: }

func.func @of_column5(%a: !mx.matrix<n x 1, f64> {mx.name = "a", mx.type = "const Eigen::VectorXd&"},
    %i: index {mx.name = "i", mx.type = "Eigen::Index"},
    %p: index {mx.name = "p", mx.type = "Eigen::Index", mx.size = "p"}) -> !mx.matrix<p x 1, f64>
    attributes {mx.cpp_name = "of_column5", mx.result = "Eigen::VectorXd", mx.directions = []} {
  %0 = arith.constant 0 : index
  %1 = arith.constant 1 : index
  %2 = arith.constant 2 : index
  %v = mx.slice %a[%i, %0] : <n x 1, f64> -> <p x 1, f64>
  return %v : !mx.matrix<p x 1, f64>
}
// CHECK-LABEL: /// d⁰of_column5(a; ) = a[i:i + p]
// CHECK-NEXT: inline Eigen::VectorXd of_column5(const Eigen::VectorXd& a, Eigen::Index i, Eigen::Index p) {
// CHECK-NEXT:   return a.segment(i, p);
// CHECK-NEXT: }

func.func @of_row0(%a: !mx.matrix<1 x n, f64> {mx.name = "a", mx.type = "const Eigen::RowVectorXd&"}) -> !mx.matrix<1 x 2, f64>
    attributes {mx.cpp_name = "of_row0", mx.result = "Eigen::RowVectorXd", mx.directions = []} {
  %0 = arith.constant 0 : index
  %1 = arith.constant 1 : index
  %2 = arith.constant 2 : index
  %v = mx.slice %a[%0, %0] : <1 x n, f64> -> <1 x 2, f64>
  return %v : !mx.matrix<1 x 2, f64>
}
// CHECK-LABEL: /// d⁰of_row0(a; ) = a[0:2]
// CHECK-NEXT: inline Eigen::RowVectorXd of_row0(const Eigen::RowVectorXd& a) {
// CHECK-NEXT:   return a.head<2>();
// CHECK-NEXT: }

func.func @of_row1(%a: !mx.matrix<1 x n, f64> {mx.name = "a", mx.type = "const Eigen::RowVectorXd&"},
    %i: index {mx.name = "i", mx.type = "Eigen::Index"},
    %p: index {mx.name = "p", mx.type = "Eigen::Index", mx.size = "p"}) -> !mx.matrix<1 x p, f64>
    attributes {mx.cpp_name = "of_row1", mx.result = "Eigen::RowVectorXd", mx.directions = []} {
  %0 = arith.constant 0 : index
  %1 = arith.constant 1 : index
  %2 = arith.constant 2 : index
  %v = mx.slice %a[%0, %i] : <1 x n, f64> -> <1 x p, f64>
  return %v : !mx.matrix<1 x p, f64>
}
// CHECK-LABEL: /// d⁰of_row1(a; ) = a[i:i + p]
// CHECK-NEXT: inline Eigen::RowVectorXd of_row1(const Eigen::RowVectorXd& a, Eigen::Index i, Eigen::Index p) {
// CHECK-NEXT:   return a.segment(i, p);
// CHECK-NEXT: }

// one row or column, and a part of it, are vectors
func.func @of_matrix0(%a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"},
    %i: index {mx.name = "i", mx.type = "Eigen::Index"}) -> !mx.matrix<1 x n, f64>
    attributes {mx.cpp_name = "of_matrix0", mx.result = "Eigen::RowVectorXd", mx.directions = []} {
  %0 = arith.constant 0 : index
  %1 = arith.constant 1 : index
  %2 = arith.constant 2 : index
  %v = mx.slice %a[%i, %0] : <m x n, f64> -> <1 x n, f64>
  return %v : !mx.matrix<1 x n, f64>
}
// CHECK-LABEL: /// d⁰of_matrix0(a; ) = a[i, :]
// CHECK-NEXT: inline Eigen::RowVectorXd of_matrix0(const Eigen::MatrixXd& a, Eigen::Index i) {
// CHECK-NEXT:   return a.row(i);
// CHECK-NEXT: }

func.func @of_matrix1(%a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"},
    %i: index {mx.name = "i", mx.type = "Eigen::Index"}) -> !mx.matrix<m x 1, f64>
    attributes {mx.cpp_name = "of_matrix1", mx.result = "Eigen::VectorXd", mx.directions = []} {
  %0 = arith.constant 0 : index
  %1 = arith.constant 1 : index
  %2 = arith.constant 2 : index
  %v = mx.slice %a[%0, %i] : <m x n, f64> -> <m x 1, f64>
  return %v : !mx.matrix<m x 1, f64>
}
// CHECK-LABEL: /// d⁰of_matrix1(a; ) = a[:, i]
// CHECK-NEXT: inline Eigen::VectorXd of_matrix1(const Eigen::MatrixXd& a, Eigen::Index i) {
// CHECK-NEXT:   return a.col(i);
// CHECK-NEXT: }

func.func @of_matrix2(%a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"},
    %i: index {mx.name = "i", mx.type = "Eigen::Index"}) -> !mx.matrix<1 x 2, f64>
    attributes {mx.cpp_name = "of_matrix2", mx.result = "Eigen::RowVectorXd", mx.directions = []} {
  %0 = arith.constant 0 : index
  %1 = arith.constant 1 : index
  %2 = arith.constant 2 : index
  %v = mx.slice %a[%i, %1] : <m x n, f64> -> <1 x 2, f64>
  return %v : !mx.matrix<1 x 2, f64>
}
// CHECK-LABEL: /// d⁰of_matrix2(a; ) = a[i, 1:3]
// CHECK-NEXT: inline Eigen::RowVectorXd of_matrix2(const Eigen::MatrixXd& a, Eigen::Index i) {
// CHECK-NEXT:   return a.row(i).segment<2>(1);
// CHECK-NEXT: }

func.func @of_matrix3(%a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"},
    %i: index {mx.name = "i", mx.type = "Eigen::Index"},
    %p: index {mx.name = "p", mx.type = "Eigen::Index", mx.size = "p"}) -> !mx.matrix<p x 1, f64>
    attributes {mx.cpp_name = "of_matrix3", mx.result = "Eigen::VectorXd", mx.directions = []} {
  %0 = arith.constant 0 : index
  %1 = arith.constant 1 : index
  %2 = arith.constant 2 : index
  %v = mx.slice %a[%0, %i] : <m x n, f64> -> <p x 1, f64>
  return %v : !mx.matrix<p x 1, f64>
}
// CHECK-LABEL: /// d⁰of_matrix3(a; ) = a[0:p, i]
// CHECK-NEXT: inline Eigen::VectorXd of_matrix3(const Eigen::MatrixXd& a, Eigen::Index i, Eigen::Index p) {
// CHECK-NEXT:   return a.col(i).head(p);
// CHECK-NEXT: }

// whole rows and columns
func.func @of_matrix4(%a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<2 x n, f64>
    attributes {mx.cpp_name = "of_matrix4", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %0 = arith.constant 0 : index
  %1 = arith.constant 1 : index
  %2 = arith.constant 2 : index
  %v = mx.slice %a[%0, %0] : <m x n, f64> -> <2 x n, f64>
  return %v : !mx.matrix<2 x n, f64>
}
// CHECK-LABEL: /// d⁰of_matrix4(a; ) = a[0:2, :]
// CHECK-NEXT: inline Eigen::MatrixXd of_matrix4(const Eigen::MatrixXd& a) {
// CHECK-NEXT:   return a.topRows<2>();
// CHECK-NEXT: }

func.func @of_matrix5(%a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"},
    %p: index {mx.name = "p", mx.type = "Eigen::Index", mx.size = "p"}) -> !mx.matrix<p x n, f64>
    attributes {mx.cpp_name = "of_matrix5", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %0 = arith.constant 0 : index
  %1 = arith.constant 1 : index
  %2 = arith.constant 2 : index
  %e = mx.extent "m"
  %s = arith.subi %e, %p : index
  %v = mx.slice %a[%s, %0] : <m x n, f64> -> <p x n, f64>
  return %v : !mx.matrix<p x n, f64>
}
// CHECK-LABEL: /// d⁰of_matrix5(a; ) = a[m − p:m, :]
// CHECK-NEXT: inline Eigen::MatrixXd of_matrix5(const Eigen::MatrixXd& a, Eigen::Index p) {
// CHECK-NEXT:   return a.bottomRows(p);
// CHECK-NEXT: }

func.func @of_matrix6(%a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"},
    %i: index {mx.name = "i", mx.type = "Eigen::Index"}) -> !mx.matrix<2 x n, f64>
    attributes {mx.cpp_name = "of_matrix6", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %0 = arith.constant 0 : index
  %1 = arith.constant 1 : index
  %2 = arith.constant 2 : index
  %v = mx.slice %a[%i, %0] : <m x n, f64> -> <2 x n, f64>
  return %v : !mx.matrix<2 x n, f64>
}
// CHECK-LABEL: /// d⁰of_matrix6(a; ) = a[i:i + 2, :]
// CHECK-NEXT: inline Eigen::MatrixXd of_matrix6(const Eigen::MatrixXd& a, Eigen::Index i) {
// CHECK-NEXT:   return a.middleRows<2>(i);
// CHECK-NEXT: }

func.func @of_matrix7(%a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"},
    %p: index {mx.name = "p", mx.type = "Eigen::Index", mx.size = "p"}) -> !mx.matrix<m x p, f64>
    attributes {mx.cpp_name = "of_matrix7", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %0 = arith.constant 0 : index
  %1 = arith.constant 1 : index
  %2 = arith.constant 2 : index
  %v = mx.slice %a[%0, %0] : <m x n, f64> -> <m x p, f64>
  return %v : !mx.matrix<m x p, f64>
}
// CHECK-LABEL: /// d⁰of_matrix7(a; ) = a[:, 0:p]
// CHECK-NEXT: inline Eigen::MatrixXd of_matrix7(const Eigen::MatrixXd& a, Eigen::Index p) {
// CHECK-NEXT:   return a.leftCols(p);
// CHECK-NEXT: }

func.func @of_matrix8(%a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<m x 2, f64>
    attributes {mx.cpp_name = "of_matrix8", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %0 = arith.constant 0 : index
  %1 = arith.constant 1 : index
  %2 = arith.constant 2 : index
  %e = mx.extent "n"
  %s = arith.subi %e, %2 : index
  %v = mx.slice %a[%0, %s] : <m x n, f64> -> <m x 2, f64>
  return %v : !mx.matrix<m x 2, f64>
}
// CHECK-LABEL: /// d⁰of_matrix8(a; ) = a[:, n − 2:n]
// CHECK-NEXT: inline Eigen::MatrixXd of_matrix8(const Eigen::MatrixXd& a) {
// CHECK-NEXT:   return a.rightCols<2>();
// CHECK-NEXT: }

func.func @of_matrix9(%a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"},
    %i: index {mx.name = "i", mx.type = "Eigen::Index"},
    %p: index {mx.name = "p", mx.type = "Eigen::Index", mx.size = "p"}) -> !mx.matrix<m x p, f64>
    attributes {mx.cpp_name = "of_matrix9", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %0 = arith.constant 0 : index
  %1 = arith.constant 1 : index
  %2 = arith.constant 2 : index
  %v = mx.slice %a[%0, %i] : <m x n, f64> -> <m x p, f64>
  return %v : !mx.matrix<m x p, f64>
}
// CHECK-LABEL: /// d⁰of_matrix9(a; ) = a[:, i:i + p]
// CHECK-NEXT: inline Eigen::MatrixXd of_matrix9(const Eigen::MatrixXd& a, Eigen::Index i, Eigen::Index p) {
// CHECK-NEXT:   return a.middleCols(i, p);
// CHECK-NEXT: }

// corners and blocks
func.func @of_matrix10(%a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<2 x 2, f64>
    attributes {mx.cpp_name = "of_matrix10", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %0 = arith.constant 0 : index
  %1 = arith.constant 1 : index
  %2 = arith.constant 2 : index
  %v = mx.slice %a[%0, %0] : <m x n, f64> -> <2 x 2, f64>
  return %v : !mx.matrix<2 x 2, f64>
}
// CHECK-LABEL: /// d⁰of_matrix10(a; ) = a[0:2, 0:2]
// CHECK-NEXT: inline Eigen::MatrixXd of_matrix10(const Eigen::MatrixXd& a) {
// CHECK-NEXT:   return a.topLeftCorner<2, 2>();
// CHECK-NEXT: }

func.func @of_matrix11(%a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"},
    %p: index {mx.name = "p", mx.type = "Eigen::Index", mx.size = "p"}) -> !mx.matrix<p x p, f64>
    attributes {mx.cpp_name = "of_matrix11", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %0 = arith.constant 0 : index
  %1 = arith.constant 1 : index
  %2 = arith.constant 2 : index
  %e = mx.extent "n"
  %s = arith.subi %e, %p : index
  %v = mx.slice %a[%0, %s] : <m x n, f64> -> <p x p, f64>
  return %v : !mx.matrix<p x p, f64>
}
// CHECK-LABEL: /// d⁰of_matrix11(a; ) = a[0:p, n − p:n]
// CHECK-NEXT: inline Eigen::MatrixXd of_matrix11(const Eigen::MatrixXd& a, Eigen::Index p) {
// CHECK-NEXT:   return a.topRightCorner(p, p);
// CHECK-NEXT: }

func.func @of_matrix12(%a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"}) -> !mx.matrix<2 x 3, f64>
    attributes {mx.cpp_name = "of_matrix12", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %0 = arith.constant 0 : index
  %1 = arith.constant 1 : index
  %2 = arith.constant 2 : index
  %e = mx.extent "m"
  %s = arith.subi %e, %2 : index
  %v = mx.slice %a[%s, %0] : <m x n, f64> -> <2 x 3, f64>
  return %v : !mx.matrix<2 x 3, f64>
}
// CHECK-LABEL: /// d⁰of_matrix12(a; ) = a[m − 2:m, 0:3]
// CHECK-NEXT: inline Eigen::MatrixXd of_matrix12(const Eigen::MatrixXd& a) {
// CHECK-NEXT:   return a.bottomLeftCorner<2, 3>();
// CHECK-NEXT: }

func.func @of_matrix13(%a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"},
    %i: index {mx.name = "i", mx.type = "Eigen::Index"}) -> !mx.matrix<2 x 3, f64>
    attributes {mx.cpp_name = "of_matrix13", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %0 = arith.constant 0 : index
  %1 = arith.constant 1 : index
  %2 = arith.constant 2 : index
  %v = mx.slice %a[%1, %i] : <m x n, f64> -> <2 x 3, f64>
  return %v : !mx.matrix<2 x 3, f64>
}
// CHECK-LABEL: /// d⁰of_matrix13(a; ) = a[1:3, i:i + 3]
// CHECK-NEXT: inline Eigen::MatrixXd of_matrix13(const Eigen::MatrixXd& a, Eigen::Index i) {
// CHECK-NEXT:   return a.block<2, 3>(1, i);
// CHECK-NEXT: }

func.func @of_matrix14(%a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"},
    %i: index {mx.name = "i", mx.type = "Eigen::Index"},
    %p: index {mx.name = "p", mx.type = "Eigen::Index", mx.size = "p"},
    %q: index {mx.name = "q", mx.type = "Eigen::Index", mx.size = "q"}) -> !mx.matrix<p x q, f64>
    attributes {mx.cpp_name = "of_matrix14", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %0 = arith.constant 0 : index
  %1 = arith.constant 1 : index
  %2 = arith.constant 2 : index
  %v = mx.slice %a[%1, %i] : <m x n, f64> -> <p x q, f64>
  return %v : !mx.matrix<p x q, f64>
}
// CHECK-LABEL: /// d⁰of_matrix14(a; ) = a[1:p + 1, i:i + q]
// CHECK-NEXT: inline Eigen::MatrixXd of_matrix14(const Eigen::MatrixXd& a, Eigen::Index i, Eigen::Index p,
// CHECK-NEXT:                                    Eigen::Index q) {
// CHECK-NEXT:   return a.block(1, i, p, q);
// CHECK-NEXT: }

func.func @of_matrix15(%a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"},
    %i: index {mx.name = "i", mx.type = "Eigen::Index"},
    %p: index {mx.name = "p", mx.type = "Eigen::Index", mx.size = "p"}) -> !mx.matrix<2 x p, f64>
    attributes {mx.cpp_name = "of_matrix15", mx.result = "Eigen::MatrixXd", mx.directions = []} {
  %0 = arith.constant 0 : index
  %1 = arith.constant 1 : index
  %2 = arith.constant 2 : index
  %v = mx.slice %a[%1, %i] : <m x n, f64> -> <2 x p, f64>
  return %v : !mx.matrix<2 x p, f64>
}
// CHECK-LABEL: /// d⁰of_matrix15(a; ) = a[1:3, i:i + p]
// CHECK-NEXT: inline Eigen::MatrixXd of_matrix15(const Eigen::MatrixXd& a, Eigen::Index i, Eigen::Index p) {
// CHECK-NEXT:   return a.block<2, Eigen::Dynamic>(1, i, 2, p);
// CHECK-NEXT: }

// a part of what is computed is read from an object; of a view, from the view
func.func @of_product(%a: !mx.matrix<m x n, f64> {mx.name = "a", mx.type = "const Eigen::MatrixXd&"},
    %b: !mx.matrix<n x 1, f64> {mx.name = "b", mx.type = "const Eigen::VectorXd&"}) -> !mx.matrix<2 x 1, f64>
    attributes {mx.cpp_name = "of_product", mx.result = "Eigen::VectorXd", mx.directions = []} {
  %0 = arith.constant 0 : index
  %1 = arith.constant 1 : index
  %2 = arith.constant 2 : index
  %3 = mx.mul %a, %b : !mx.matrix<m x n, f64>, !mx.matrix<n x 1, f64>
  %4 = mx.slice %3[%1, %0] : <m x 1, f64> -> <2 x 1, f64>
  %5 = mx.map "sin" %3 : !mx.matrix<m x 1, f64>
  %6 = mx.slice %5[%1, %0] : <m x 1, f64> -> <2 x 1, f64>
  %7 = mx.hadamard %4, %6 : !mx.matrix<2 x 1, f64>, !mx.matrix<2 x 1, f64>
  return %7 : !mx.matrix<2 x 1, f64>
}
// CHECK-LABEL: /// d⁰of_product(a; ) = sin(a[1:3, :] b) ∘ (a[1:3, :] b)
// CHECK-NEXT: inline Eigen::VectorXd of_product(const Eigen::MatrixXd& a, const Eigen::VectorXd& b) {
// CHECK-NEXT:   const Eigen::Vector2d t0 = a.middleRows<2>(1) * b;
// CHECK-NEXT:   return (t0.array().sin() * t0.array()).matrix();
// CHECK-NEXT: }
