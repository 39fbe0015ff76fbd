//===- Factorization.td - The table of matrix factorisations ---*- tablegen -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One row per way of solving with a matrix. Where one matrix is factorised in several ways
// in one function, the row that stands first serves them all.
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_MX_FACTORIZATION_TD
#define DELGEN_MX_FACTORIZATION_TD

class Factorization<string cppClass, list<string> methodNames> {
  string name = NAME;
  string cpp = cppClass;             // class template of Eigen; empty for a triangular view
  list<string> methods = methodNames; // methods of MatrixBase that make one
  string view = "";                  // mode of the triangular view
  bit symmetric = false;             // reads one triangle of a symmetric matrix
  bit rectangular = false;           // solves least-squares problems
  string of = "an invertible matrix";
  // In C++, of a factorisation {0}; IDENTITY stands for the identity of its size.
  string inverse = "{0}.solve(IDENTITY)";
  string determinant = "{0}.determinant()";
  string logDeterminant = "{0}.matrixLU().diagonal().array().abs().log().sum()";
}

class Triangular<string mode> : Factorization<"", []> {
  let view = mode;
  let of = "a triangular matrix; the other triangle is not read";
}

class Orthogonal<string cppClass, list<string> methodNames>
    : Factorization<cppClass, methodNames> {
  let rectangular = true;
  let of = "a matrix of full column rank";
  // Of a QR factorisation Eigen knows the magnitude alone.
  let determinant = "{0}.absDeterminant()";
  let logDeterminant = "{0}.logAbsDeterminant()";
}

defset list<Factorization> factorizations = {
  def lower     : Triangular<"Lower">;
  def upper     : Triangular<"Upper">;
  def unitlower : Triangular<"UnitLower">;
  def unitupper : Triangular<"UnitUpper">;
  def llt       : Factorization<"LLT", ["llt"]> {
    let symmetric = true;
    let of = "a positive definite matrix; one triangle is read";
    let determinant = "{0}.matrixLLT().diagonal().array().square().prod()";
    let logDeterminant = "2 * {0}.matrixLLT().diagonal().array().log().sum()";
  }
  def ldlt      : Factorization<"LDLT", ["ldlt"]> {
    let symmetric = true;
    let of = "a positive or negative definite matrix; one triangle is read";
    let determinant = "{0}.vectorD().prod()";
    let logDeterminant = "{0}.vectorD().array().abs().log().sum()";
  }
  def lu        : Factorization<"PartialPivLU", ["partialPivLu", "lu"]> {
    let inverse = "{0}.inverse()";
  }
  def fullpivlu : Factorization<"FullPivLU", ["fullPivLu"]> {
    let inverse = "{0}.inverse()";
  }
  def qr        : Orthogonal<"HouseholderQR", ["householderQr"]>;
  def colpivqr  : Orthogonal<"ColPivHouseholderQR", ["colPivHouseholderQr"]>;
  def fullpivqr : Orthogonal<"FullPivHouseholderQR", ["fullPivHouseholderQr"]>;
}

#endif // DELGEN_MX_FACTORIZATION_TD
