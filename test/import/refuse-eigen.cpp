// RUN: not %import 2>&1 | FileCheck %s --implicit-check-not=error:
//
// Methods and operators of Eigen with other arguments than those that are supported.

#include <Eigen/Dense>
#include <delgen/delgen.h>

using Eigen::ArrayXd;
using Eigen::Matrix3d;
using Eigen::MatrixXd;
using Eigen::Vector3d;
using Eigen::VectorXd;

// CHECK: :[[@LINE+1]]:82: error: delgen has no rule for 'count' on rows or columns; available here: blueNorm, hypotNorm, lpNorm, maxCoeff, mean, minCoeff, norm, normalized, prod, replicate, squaredNorm, stableNorm, sum
DELGEN(del(A)) double by_columns(const MatrixXd &A) { return A.array().colwise().count().sum(); }
// CHECK: :[[@LINE+1]]:78: error: delgen has no rule for 'redux' on rows or columns with arguments; available here: blueNorm, hypotNorm, lpNorm, maxCoeff, mean, minCoeff, norm, normalized, prod, replicate, squaredNorm, stableNorm, sum
DELGEN(del(A)) double with_arguments(const MatrixXd &A) { return A.colwise().redux([](double a, double b) { return a + b; }).sum(); }
// CHECK: :[[@LINE+1]]:116: error: the blocks before this one are wider than the matrix; end their row where the matrix does
DELGEN(del(x)) double wide(const Vector3d &x) { Matrix3d m; m << x.head<2>().transpose(), x.head<2>().transpose(), x.transpose(), x.transpose(); return m.sum(); }
// CHECK: :[[@LINE+1]]:80: error: cross() takes vectors of three entries, not m x 1; declare them so, or take head<3>()
DELGEN(del(x)) double crossed(const VectorXd &x, const Vector3d &y) { return x.cross(y).sum(); }
// CHECK: :[[@LINE+1]]:85: error: sizes m and m - 1 cannot agree: this is the second, and other expressions need the first
DELGEN(del(A)) double short_diagonal(const MatrixXd &A) { return A.topRows(A.rows() - 1).diagonal().sum() + A.trace(); }
// CHECK: :[[@LINE+2]]:56: error: delgen has no rule for 'logb'
// CHECK: :[[@LINE+1]]:56: note: there is log, log2; docs/operations.md lists all that is supported
DELGEN(del(x)) double near(const VectorXd &x) { return std::logb(x(0)); }
// CHECK: :[[@LINE+1]]:76: error: a size is an integer; give it as one
DELGEN(del(x)) double no_change(const VectorXd &x) { MatrixXd m; m.setZero(Eigen::NoChange, 2); return m.sum() + x.sum(); }
// CHECK: :[[@LINE+1]]:82: error: triangularView() of a 1 x 1 matrix is not supported; use the entry
DELGEN(del(x)) double one_entry(const Eigen::Matrix<double, 1, 1> &x) { return x.triangularView<Eigen::Lower>().solve(x).sum(); }
// CHECK: :[[@LINE+1]]:91: error: nestedExpression() is not supported; use the matrix itself
DELGEN(del(x)) double nested(const MatrixXd &x) { return x.triangularView<Eigen::Lower>().nestedExpression().sum(); }
// CHECK: :[[@LINE+3]]:67: error: 'rcond' of 'Eigen::LLT' is not supported; solve(), matrixL() and matrixU() are
// CHECK: :[[@LINE+2]]:86: error: 'vectorD' of 'Eigen::LDLT' is not supported; solve(), reconstructedMatrix(), and determinant() of the matrix itself are
// CHECK: :[[@LINE+1]]:121: error: 'matrixLU' of 'Eigen::PartialPivLU' is not supported; solve(), inverse() and determinant() are
DELGEN(del(x)) double factors(const MatrixXd &x) { return x.llt().rcond() + x.ldlt().vectorD().sum() + x.partialPivLu().matrixLU().sum(); }
// CHECK: :[[@LINE+1]]:89: error: objects of type 'Eigen::Map<const Eigen::VectorXd>' are not supported; views of memory that Eigen does not own: what a pointer points to is not known; take the vector by const Eigen::Ref<const T>&, to which a Map converts
DELGEN(del(x)) double map_in_a_variable(const VectorXd &x) { Eigen::Map<const VectorXd> m(x.data(), 2); return m.sum(); }
// CHECK: :[[@LINE+1]]:61: error: objects of type 'Eigen::PermutationMatrix<3>' are not supported; only matrices and arrays of Eigen, lists, and objects with public members are
DELGEN(del(x)) double permuted(const Vector3d &x) { return (Eigen::PermutationMatrix<3>() * x).sum(); }
// CHECK: :[[@LINE+1]]:55: error: 'm' has no size yet; declare it with its sizes, as in 'Eigen::MatrixXd m(m, n)'
DELGEN(del(x)) double no_size(double x) { MatrixXd m; m(0, 0) = x; return m.sum(); }
// CHECK: :[[@LINE+1]]:106: error: sizes 3 and 2 cannot agree: the diagonal is as long as its matrix has rows
DELGEN(del(x)) double long_diagonal(const Vector3d &x) { MatrixXd m(2, 2); m << 1, 2, 3, 4; m.diagonal() += x; return m.sum(); }
// CHECK: :[[@LINE+1]]:72: error: this comma initialiser is not supported; fill matrices of double or float
DELGEN(del(x)) double integers(double x) { Eigen::VectorXi m(2); m << 2, 3; return x * m.sum(); }
// CHECK: :[[@LINE+1]]:47: error: sizes 5 and 2 cannot agree: these are its entries
DELGEN(del(x)) double five(double x) { return Eigen::Matrix<double, 5, 1>(x, x).sum(); }
// CHECK: :[[@LINE+1]]:59: error: this list of entries is not supported; give each row of a matrix in braces of its own
DELGEN(del(x)) double no_rows(double x) { return MatrixXd{{}}.sum() + x; }
// CHECK: :[[@LINE+1]]:97: error: this list of entries is not supported; give each row of a matrix in braces of its own
DELGEN(del(x)) double a_list(double x) { std::initializer_list<double> r{x, x}; return MatrixXd{r, {x, x}}.sum(); }
double sized(const VectorXd &x, const VectorXd &y, Eigen::Index n) { return (x.head(n) + y).sum(); }
// CHECK: :[[@LINE+1]]:84: error: sizes 2 and 3 cannot agree: this is a size of another argument of 'sized'
DELGEN(del(x)) double another_size(const VectorXd &x) { return sized(x, x.head(2), 3); }
