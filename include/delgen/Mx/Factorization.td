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
}

class Triangular<string mode> : Factorization<"", []> {
  let view = mode;
  let of = "a triangular matrix; the other triangle is not read";
}

defset list<Factorization> factorizations = {
  def lower     : Triangular<"Lower">;
  def upper     : Triangular<"Upper">;
  def unitlower : Triangular<"UnitLower">;
  def unitupper : Triangular<"UnitUpper">;
  def llt       : Factorization<"LLT", ["llt"]> {
    let symmetric = true;
    let of = "a positive definite matrix; one triangle is read";
  }
  def ldlt      : Factorization<"LDLT", ["ldlt"]> {
    let symmetric = true;
    let of = "a positive or negative semidefinite matrix; one triangle is read";
  }
  def lu        : Factorization<"PartialPivLU", ["partialPivLu", "lu"]>;
  def fullpivlu : Factorization<"FullPivLU", ["fullPivLu"]>;
  def qr        : Factorization<"HouseholderQR", ["householderQr"]> {
    let rectangular = true;
    let of = "a matrix of full column rank";
  }
  def colpivqr  : Factorization<"ColPivHouseholderQR", ["colPivHouseholderQr"]> {
    let rectangular = true;
    let of = "a matrix of full column rank";
  }
  def fullpivqr : Factorization<"FullPivHouseholderQR", ["fullPivHouseholderQr"]> {
    let rectangular = true;
    let of = "a matrix of full column rank";
  }
  def cod : Factorization<"CompleteOrthogonalDecomposition", ["completeOrthogonalDecomposition"]> {
    let rectangular = true;
    let of = "a matrix of full column rank";
  }
}

#endif // DELGEN_MX_FACTORIZATION_TD
