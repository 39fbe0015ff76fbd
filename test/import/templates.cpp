// A template is read as the instance for double, any sizes and plain objects.
//
// RUN: %import | FileCheck %s
#include <Eigen/Dense>
#include <delgen/delgen.h>

// CHECK-LABEL: func.func @scalar(%{{[a-zA-Z0-9]+}}: !mx.matrix<m x 1, f64>
// CHECK-SAME:    mx.plain = "Eigen::Matrix<S, Eigen::Dynamic, 1>"
// CHECK-SAME:    mx.type = "const Eigen::Matrix<S, Eigen::Dynamic, 1>&"
// CHECK-SAME:    mx.result = "S"
// CHECK-SAME:    mx.template = {asserts = [], head = "template <typename S>", names = ["S"], scalar = "S"}
template <typename S>
DELGEN(del(x)) S scalar(const Eigen::Matrix<S, Eigen::Dynamic, 1>& x) { return x.squaredNorm(); }

// A size is the number of rows, whatever it is.
// CHECK-LABEL: func.func @sizes(%{{[a-zA-Z0-9]+}}: !mx.matrix<m x n, f64>
// CHECK-SAME:    mx.static_cols = "N", mx.static_rows = "M"
// CHECK:         mx.identity : <n x n, f64>
// CHECK:         mx.extent "m"
template <int M, int N>
DELGEN(del(A)) double sizes(const Eigen::Matrix<double, M, N>& A) {
  return (A * Eigen::Matrix<double, N, N>::Identity()).sum() / M;
}

// CHECK-LABEL: func.func @any(%{{[a-zA-Z0-9]+}}: !mx.matrix<m x n, f64>
// CHECK-SAME:    mx.direction_type = "const typename D::PlainObject&"
// CHECK-SAME:    mx.held = "Eigen::Ref<const typename D::PlainObject>"
// CHECK-SAME:    mx.result = "typename D::Scalar"
// CHECK-SAME:    scalar = "typename D::Scalar"
template <typename D>
DELGEN(del(x)) typename D::Scalar any(const Eigen::MatrixBase<D>& x) { return x.squaredNorm(); }

// CHECK-LABEL: func.func @vector(%{{[a-zA-Z0-9]+}}: !mx.matrix<m x 1, f64>
// CHECK-SAME:    {{\[}}["D::ColsAtCompileTime == 1", "vector is differentiated for columns D"]]
template <typename D>
DELGEN(del(x)) typename D::Scalar vector(const Eigen::MatrixBase<D>& x) { return x.dot(x); }

// CHECK-LABEL: func.func @row(%{{[a-zA-Z0-9]+}}: !mx.matrix<1 x m, f64>
// CHECK-SAME:    "D::RowsAtCompileTime == 1"
template <typename D>
DELGEN(del(x)) auto row(const Eigen::MatrixBase<D>& x, const Eigen::MatrixXd& A) {
  return (x * A).dot(x);
}

// CHECK-LABEL: func.func @array(%{{[a-zA-Z0-9]+}}: !mx.matrix<m x n, f64> {mx.array
template <typename D>
DELGEN(del(x)) typename D::PlainObject array(const Eigen::ArrayBase<D>& x) { return x.exp(); }

// CHECK-LABEL: func.func @dense(%{{[a-zA-Z0-9]+}}: !mx.matrix<m x n, f64>
// CHECK-SAME:    mx.view = "{0}.matrix()"
template <typename D>
DELGEN(del(x)) typename D::Scalar dense(const Eigen::DenseBase<D>& x) { return x.sum(); }

// CHECK-LABEL: func.func @number(%{{[a-zA-Z0-9]+}}: f64
// CHECK-SAME:    "std::is_floating_point<T>::value"
template <typename T> DELGEN(del(x)) T number(const T& x) { return x * x; }

// An instance that is called has no generated functions of its own.
// CHECK-LABEL: func.func @half
// CHECK-SAME:    mx.inlined
// CHECK-LABEL: func.func @calls
// CHECK:         mx.call @half
template <typename D> typename D::Scalar half(const Eigen::MatrixBase<D>& x) { return x.sum() / 2; }
DELGEN(del(x)) inline double calls(const Eigen::VectorXd& x) { return half(2 * x); }

// What is a base of matrices and of others is read as one of matrices.
// CHECK-LABEL: func.func @bases
// CHECK-SAME:    std::is_base_of<Eigen::MatrixBase<D>, D>::value
template <typename D>
DELGEN(del(x)) typename D::Scalar bases(const Eigen::EigenBase<D> &x) {
  return x.derived().squaredNorm();
}
