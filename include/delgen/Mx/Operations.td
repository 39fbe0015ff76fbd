//===- Operations.td - The table of operations -----------------*- tablegen -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One record per operation: its meaning, its type, its tangent and its spellings. To add
// an operation, add a record here, a line to lib/Import/Operations.cpp that says which
// declarations of Eigen mean it, and a test; CONTRIBUTING.md has the checklist.
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_MX_OPERATIONS_TD
#define DELGEN_MX_OPERATIONS_TD

include "delgen/Mx/Base.td"
include "delgen/Mx/Control.td"
include "delgen/Mx/ElementWise.td"
include "delgen/Mx/Factorization.td"

//===-- Sums and products -------------------------------------------------===//

def Mx_AddOp : Mx_Op<"add", "Sum of any number of values of one shape",
                     "sameAsFirst(adaptor.getOperands())", noBindings> {
  let arguments = (ins Variadic<Mx_Value>:$terms);
  let assemblyFormat = "$terms attr-dict `:` type($terms)";
  let del = "sumOfTangents(builder, loc, tangents)";
  let law = "d(a + b) = da + db";
  let work = "static_cast<double>(getTerms().size() - 1) * entriesOf(getY())";
  let pull = "w";
  let transposeLaw = "ā = ȳ";
  let hasVerifier = 1;
}

def Mx_MulOp : Mx_Multilinear<"mul", "Product of scalars and of a chain of matrices",
                              "productShape(adaptor.getOperands())"> {
  let description = [{
    Scalar factors scale; the matrix factors form a chain in their order. A chain whose
    result is 1×1 is a scalar.
  }];
  let arguments = (ins Variadic<Mx_Value>:$factors);
  let assemblyFormat = "$factors attr-dict `:` type($factors)";
  let law = "d(a b) = da b + a db";
  let work = "productFlops(getFactors())";
  let pull = "pullOfProduct(builder, *this, i, args, w)";
  let transposeLaw = "b̄ = aᵀ ȳ cᵀ for y = a b c";
  let hasVerifier = 1;
}

def Mx_HadamardOp : Mx_Multilinear<"hadamard", "Element-wise product",
                                   "sameAsFirst(adaptor.getOperands())"> {
  let arguments = (ins Variadic<Mx_Matrix>:$factors);
  let assemblyFormat = "$factors attr-dict `:` type($factors)";
  let law = "d(a ∘ b) = da ∘ b + a ∘ db";
  let work = "static_cast<double>(getFactors().size() - 1) * entriesOf(getY())";
  let pull = "pullOfHadamard(builder, *this, i, args, w)";
  let transposeLaw = "ā = ȳ ∘ b";
  let hasVerifier = 1;
}

def Mx_InnerOp : Mx_Multilinear<"inner", "Inner product tr(aᵀb)",
                                "elementOf(adaptor.getA())"> {
  let arguments = (ins Mx_Matrix:$a, Mx_Matrix:$b);
  let assemblyFormat = "$a `,` $b attr-dict `:` type($a) `,` type($b)";
  let law = "d⟨a, b⟩ = ⟨da, b⟩ + ⟨a, db⟩";
  let work = "2.0 * entriesOf(getA())";
  let pull = "multiply(builder, loc, {w, args[1 - i]})";
  let transposeLaw = "ā = ȳ b";
  let text = "⟨{0}, {1}⟩";
  let latex = "\\langle {0}, {1} \\rangle";
  let hasVerifier = 1;
}

//===-- Linear maps -------------------------------------------------------===//

def Mx_TransposeOp : Mx_Linear<"transpose", "Transpose", "transposed(adaptor.getA())"> {
  let law = "d aᵀ = (da)ᵀ";
  let work = "Work()";
  let pull = "transpose(builder, loc, w)";
  let transposeLaw = "ā = ȳᵀ";
  let cpp = "{0}.transpose()";
  let text = "{0}ᵀ";
  let latex = "{0}^{\\top}";
}

def Mx_TraceOp : Mx_Linear<"trace", "Trace", "elementOf(adaptor.getA())"> {
  let law = "d tr a = tr da";
  let work = "rowsIn(getA())";
  let pull = "multiply(builder, loc, {w, IdentityOp::create(builder, loc, type)})";
  let transposeLaw = "ā = ȳ I";
  let hasVerifier = 1;
  let cpp = "{0}.trace()";
  let text = "tr({0})";
  let latex = "\\operatorname{tr}({0})";
}

def Mx_SumOp : Mx_Linear<"sum", "Sum of all entries", "elementOf(adaptor.getA())"> {
  let law = "d Σ a = Σ da";
  let work = "entriesOf(getA())";
  let pull = "filled(builder, loc, w, type)";
  let transposeLaw = "ā = ȳ in every entry";
  let text = "sum({0})";
  let latex = "\\operatorname{sum}({0})";
}

def Mx_DiagonalOp : Mx_Linear<"diagonal", "Main diagonal of a square matrix as a column",
                              "diagonalShape(adaptor.getA())"> {
  let law = "d diag⁻¹(a) = diag⁻¹(da)";
  let work = "Work()";
  let pull = "DiagOp::create(builder, loc, w)";
  let transposeLaw = "ā = diag(ȳ)";
  let hasVerifier = 1;
  let cpp = "{0}.diagonal()";
  let text = "diagonal({0})";
  let latex = "\\operatorname{diagonal}({0})";
}

def Mx_DiagOp : Mx_Linear<"diag", "Diagonal matrix of a vector", "diagShape(adaptor.getA())"> {
  let law = "d diag(a) = diag(da)";
  let work = "Work()";
  let pull = "pullOfDiag(builder, loc, type, w)";
  let transposeLaw = "ā = diag⁻¹(ȳ)";
  let hasVerifier = 1;
  let text = "diag({0})";
  let latex = "\\operatorname{diag}({0})";
}

def Mx_ElementOp : Mx_Multilinear<"element", "One entry, counted from 0",
                                  "elementOf(adaptor.getA())"> {
  let arguments = (ins Mx_Matrix:$a, Index:$row, Index:$col);
  let assemblyFormat = "$a `[` $row `,` $col `]` attr-dict `:` type($a)";
  let law = "d aᵢⱼ = (da)ᵢⱼ";
  let work = "Work()";
  let pull = "placed(builder, loc, type, w, args[1], args[2])";
  let transposeLaw = "ā = ȳ at (i, j), zero elsewhere";
}

//===-- Parts -------------------------------------------------------------===//

def Mx_SliceOp : Mx_Op<"slice", "The block of the result's shape whose first entry is at (row, col)",
                       "", noBindings> {
  let arguments = (ins Mx_Matrix:$a, Index:$row, Index:$col);
  let results = (outs Mx_Matrix:$y);
  let assemblyFormat = "$a `[` $row `,` $col `]` attr-dict `:` type($a) `->` type($y)";
  let del = "productRule(builder, getOperation(), args, tangents)";
  let law = "d a[i, j] = (da)[i, j]";
  let work = "Work()";
  let pull = "placed(builder, loc, type, w, args[1], args[2])";
  let transposeLaw = "ā = ȳ in the block, zero elsewhere";
  let hasVerifier = 1;
}

def Mx_AssembleOp : Mx_Op<"assemble",
    "Blocks that do not overlap, each from its place (row, col) on; zero elsewhere", "", noBindings,
    [SameVariadicOperandSize]> {
  let arguments = (ins Variadic<Mx_Value>:$blocks, Variadic<Index>:$rows, Variadic<Index>:$cols);
  let results = (outs Mx_Matrix:$y);
  let assemblyFormat =
      "$blocks `at` `[` $rows `]` `,` `[` $cols `]` attr-dict `:` type($blocks) `->` type($y)";
  let del = "assembleTangent(builder, *this, args, tangents)";
  let statements = true;
  let law = "d [a, b, …] = [da, db, …]";
  let work = "Work()";
  let pull = "pullOfAssemble(builder, *this, i, args, w)";
  let transposeLaw = "ā = the block of ȳ at its place";
  let hasVerifier = 1;
}

def Mx_InsertOp : Mx_Op<"insert", "b with the block from (row, col) on replaced by a",
                        "sameAsFirst(adaptor.getB())", noBindings> {
  let arguments = (ins Mx_Value:$a, Mx_Matrix:$b, Index:$row, Index:$col);
  let assemblyFormat = "$a `,` $b `[` $row `,` $col `]` attr-dict `:` type($a) `,` type($b)";
  let del = "insertTangent(builder, *this, args, tangents)";
  let statements = true;
  let law = "d insert(a, b) = insert(da, db)";
  let work = "Work()";
  let pull = "pullOfInsert(builder, *this, i, args, w)";
  let transposeLaw = "ā = that block of ȳ; b̄ = ȳ with zeros there";
  let hasVerifier = 1;
}

def Mx_ReverseOp : Mx_Linear<"reverse", "Rows, columns or both in the opposite order",
                             "sameAsFirst(adaptor.getA())"> {
  let arguments = (ins Mx_Matrix:$a, BoolAttr:$rows, BoolAttr:$cols);
  let assemblyFormat = "$a attr-dict `:` type($a)";
  let law = "d reverse(a) = reverse(da)";
  let work = "Work()";
  let pull = "ReverseOp::create(builder, loc, w, getRowsAttr(), getColsAttr())";
  let transposeLaw = "ā = reverse(ȳ)";
  let text = "reverse({0})";
  let latex = "\\operatorname{reverse}\\left({0}\\right)";
}

def Mx_ReshapeOp : Mx_Op<"reshape", "The same entries, column by column, in another shape", "",
                         noBindings> {
  let arguments = (ins Mx_Matrix:$a);
  let results = (outs Mx_Matrix:$y);
  let assemblyFormat = "$a attr-dict `:` type($a) `->` type($y)";
  let del = "productRule(builder, getOperation(), args, tangents)";
  let law = "d reshape(a) = reshape(da)";
  let work = "Work()";
  let pull = "ReshapeOp::create(builder, loc, type, w)";
  let transposeLaw = "ā = reshape(ȳ)";
  let text = "reshape({0})";
  let latex = "\\operatorname{reshape}\\left({0}\\right)";
}

//===-- Reductions --------------------------------------------------------===//

// The result's shape says what is reduced: everything to a scalar, each row to an entry of
// a column, each column to an entry of a row.

def Mx_ProdOp : Mx_Op<"prod",
    "The part of ∏(a + d₁ + … + dₖ) that is linear in each direction dⱼ; ∏ a where there is none",
    "", noBindings> {
  let arguments = (ins Mx_Matrix:$a, Variadic<Mx_Matrix>:$directions);
  let results = (outs Mx_Value:$y);
  let assemblyFormat = "operands attr-dict `:` type(operands) `->` type($y)";
  let del = "prodTangent(builder, getOperation(), args, tangents)";
  let statements = true;
  let law = "d ∏ a = ∏ a + da, the part linear in da";
  let work = "prodFlops(getA(), getDirections().size())";
  let pull = "pullOfProd(builder, *this, i, args, w)";
  let transposeLaw = "d̄ⱼ = ȳ prod_others(a; the other directions)";
  let hasVerifier = 1;
}

def Mx_ProdOthersOp : Mx_Op<"prod_others",
    "For each entry, the mx.prod of the other entries of all, of its row or of its column",
    "sameAsFirst(adaptor.getOperands())", noBindings> {
  let description = [{
    With directions, the part of ∏(a + d₁ + … + dₖ) over the other entries that is linear in each.
    Where only one entry is zero, that entry's product is not: nothing is divided.
  }];
  let arguments = (ins Mx_Matrix:$a, Variadic<Mx_Matrix>:$directions, StrAttr:$over);
  let assemblyFormat = "operands `over` $over attr-dict `:` type(operands)";
  let del = "prodTangent(builder, getOperation(), args, tangents)";
  let statements = true;
  let law = "d prod_others(a) = prod_others(a; da)";
  let work = "2.0 * prodFlops(getA(), getDirections().size())";
  let pull = "pullOfProdOthers(builder, *this, i, args, w)";
  let transposeLaw = "d̄ⱼ = prod_others(a; ȳ in the place of dⱼ)";
  let hasVerifier = 1;
}

def Mx_PickOp : Mx_Op<"pick", "The entry of b where a is largest (max) or smallest (min)", "",
                      noBindings> {
  let arguments = (ins Mx_Matrix:$a, Mx_Matrix:$b, StrAttr:$extremum);
  let results = (outs Mx_Value:$y);
  let assemblyFormat = "$extremum $a `,` $b attr-dict `:` type(operands) `->` type($y)";
  let del = "pickTangent(builder, *this, args, tangents)";
  let statements = true;
  let law = "d max a = da where a is largest";
  let work = "entriesOf(getA())";
  let pull = "pullOfPick(builder, *this, i, args, w)";
  let transposeLaw = "b̄ = ȳ where a is largest, zero elsewhere";
  let kinks = "where the extremum is reached more than once; the derivative is that of the first";
  let hasVerifier = 1;
}

// The places are those of mx.pick.
def Mx_ExtremalOp : Mx_Op<"extremal",
    "One where a is largest (max) or smallest (min) of all, of its row or of its column, else zero",
    "sameAsFirst(adaptor.getA())", noBindings> {
  let arguments = (ins Mx_Matrix:$a, StrAttr:$extremum, StrAttr:$over);
  let assemblyFormat = "$extremum $a `over` $over attr-dict `:` type($a)";
  let del = "::mlir::Value()";
  let statements = true;
  let law = "dy = 0";
  let work = "entriesOf(getA())";
  let kinks = "where the extremum is reached more than once; the first counts";
  let hasVerifier = 1;
}

//===-- Linear algebra ----------------------------------------------------===//

def Mx_CrossOp : Mx_Multilinear<"cross", "Cross product of two vectors of three entries",
                                "sameAsFirst(adaptor.getOperands())"> {
  let arguments = (ins Mx_Matrix:$a, Mx_Matrix:$b);
  let assemblyFormat = "$a `,` $b attr-dict `:` type($a) `,` type($b)";
  let law = "d(a × b) = da × b + a × db";
  let work = "3.0 * entriesOf(getY())";
  let pull = "i == 0 ? CrossOp::create(builder, loc, args[1], w) : CrossOp::create(builder, loc, w, args[0])";
  let transposeLaw = "ā = b × ȳ, b̄ = ȳ × a";
  let cpp = "{0}.cross({1})";
  let text = "{0} × {1}";
  let latex = "{0} \\times {1}";
  let hasVerifier = 1;
}

def Mx_KronOp : Mx_Op<"kron", "Kronecker product", "", noBindings> {
  let arguments = (ins Mx_Matrix:$a, Mx_Matrix:$b);
  let results = (outs Mx_Matrix:$y);
  let assemblyFormat = "$a `,` $b attr-dict `:` type($a) `,` type($b) `->` type($y)";
  let del = "productRule(builder, getOperation(), args, tangents)";
  let header = "unsupported/Eigen/KroneckerProduct";
  let law = "d(a ⊗ b) = da ⊗ b + a ⊗ db";
  let work = "entriesOf(getY())";
  let pull = "pullOfKron(builder, *this, i, args, w)";
  let transposeLaw = "āᵢⱼ = ⟨ȳᵢⱼ, b⟩, b̄ = Σ aᵢⱼ ȳᵢⱼ, ȳᵢⱼ the blocks of ȳ";
  let cpp = "Eigen::kroneckerProduct({0}, {1}).eval()";
  let text = "{0} ⊗ {1}";
  let latex = "{0} \\otimes {1}";
  let hasVerifier = 1;
}

// With mx.kron these two are closed under transposition.
def Mx_BlockInnerOp : Mx_Op<"block_inner",
    "The inner product of each block of a with b, the blocks as large as b", "", noBindings> {
  let arguments = (ins Mx_Matrix:$a, Mx_Matrix:$b);
  let results = (outs Mx_Matrix:$y);
  let assemblyFormat = "$a `,` $b attr-dict `:` type($a) `,` type($b) `->` type($y)";
  let del = "productRule(builder, getOperation(), args, tangents)";
  let statements = true;
  let law = "d⟨aᵢⱼ, b⟩ = ⟨daᵢⱼ, b⟩ + ⟨aᵢⱼ, db⟩";
  let work = "2.0 * entriesOf(getA())";
  let pull = "pullOfBlockInner(builder, *this, i, args, w)";
  let transposeLaw = "ā = ȳ ⊗ b, b̄ = Σ ȳᵢⱼ aᵢⱼ";
  let text = "⟨blocks({0}), {1}⟩";
  let latex = "\\langle \\operatorname{blocks}\\left({0}\\right), {1} \\rangle";
  let hasVerifier = 1;
}

def Mx_BlockSumOp : Mx_Op<"block_sum",
    "The sum of the blocks of b, as many as a has entries, each times its entry of a", "",
    noBindings> {
  let arguments = (ins Mx_Matrix:$a, Mx_Matrix:$b);
  let results = (outs Mx_Matrix:$y);
  let assemblyFormat = "$a `,` $b attr-dict `:` type($a) `,` type($b) `->` type($y)";
  let del = "productRule(builder, getOperation(), args, tangents)";
  let statements = true;
  let law = "d Σ aᵢⱼ bᵢⱼ = Σ daᵢⱼ bᵢⱼ + Σ aᵢⱼ dbᵢⱼ";
  let work = "2.0 * entriesOf(getB())";
  let pull = "pullOfBlockSum(builder, *this, i, args, w)";
  let transposeLaw = "āᵢⱼ = ⟨ȳ, bᵢⱼ⟩, b̄ = a ⊗ ȳ";
  let text = "⟨{0}, blocks({1})⟩";
  let latex = "\\langle {0}, \\operatorname{blocks}\\left({1}\\right) \\rangle";
  let hasVerifier = 1;
}

def Mx_TriangleOp : Mx_Linear<"triangle",
    "The lower or upper triangle, the diagonal times a number, zero elsewhere",
    "sameAsFirst(adaptor.getA())"> {
  let arguments = (ins Mx_Matrix:$a, BoolAttr:$lower, F64Attr:$diagonal);
  let assemblyFormat = "$a attr-dict `:` type($a)";
  let statements = true;
  let law = "d tri(a) = tri(da)";
  let work = "Work()";
  let pull = "TriangleOp::create(builder, loc, w, getLowerAttr(), getDiagonalAttr())";
  let transposeLaw = "ā = tri(ȳ)";
  let extraClassDeclaration = [{
    double diagonalFactor() { return getDiagonal().convertToDouble(); }
  }];
}

def Mx_SymmetricOp : Mx_Linear<"symmetric",
    "The symmetric matrix of which the lower or upper triangle is given",
    "sameAsFirst(adaptor.getA())"> {
  let arguments = (ins Mx_Matrix:$a, BoolAttr:$lower);
  let assemblyFormat = "$a attr-dict `:` type($a)";
  let law = "d sym(a) = sym(da)";
  let work = "Work()";
  let pull = "pullOfSymmetric(builder, *this, w)";
  let transposeLaw = "ā = tri(ȳ + ȳᵀ) with half the diagonal";
  let text = "sym({0})";
  let latex = "\\operatorname{sym}\\left({0}\\right)";
  let hasVerifier = 1;
}

class Mx_Factored<string mnemonic, string what, string shape>
    : Mx_Op<mnemonic, what, shape, noBindings> {
  let arguments = (ins AnyTypeOf<[Mx_Matrix, Mx_Factorization]>:$a, StrAttr:$kind);
  let assemblyFormat = "$kind $a attr-dict `:` type($a)";
  let hasVerifier = 1;
  let extraClassDeclaration = [{
    /// The row of Factorization.td that `kind` names.
    const Factorization &row() { return *lookupFactorization(getKind()); }
  }];
}

def Mx_InverseOp : Mx_Factored<"inverse",
    "Inverse; of a matrix with more rows than columns, the left inverse (aᵀa)⁻¹aᵀ",
    "inverseShape(adaptor.getA())"> {
  let del = "inverseTangent(builder, *this, args[0], result, tangents[0])";
  let law = "d a⁻¹ = −a⁻¹ da a⁻¹; d a⁺ = −a⁺ da a⁺ + a⁺a⁺ᵀ daᵀ (I − a a⁺)";
  let work = "2.0 * entriesOf(getA()) * colsIn(getA())";
}

def Mx_DetOp : Mx_Factored<"det", "Determinant", "elementOf(adaptor.getA())"> {
  let del = "determinantTangent(builder, *this, args[0], result, tangents[0])";
  let law = "d det a = det a tr(a⁻¹ da)";
  let work = "rowsIn(getA())";
}

def Mx_LogDetOp : Mx_Factored<"logdet", "log |det a|", "elementOf(adaptor.getA())"> {
  let del = "determinantTangent(builder, *this, args[0], {}, tangents[0])";
  let law = "d log |det a| = tr(a⁻¹ da)";
  let work = "Work(rowsIn(getA())) + functionCalls(rowsIn(getA()))";
}

def Mx_CholeskyOp : Mx_Op<"cholesky", "The lower triangular l with l lᵀ = a, a symmetric",
                          "choleskyShape(adaptor.getA())", noBindings> {
  let arguments = (ins AnyTypeOf<[Mx_Matrix, Mx_Factorization]>:$a);
  let assemblyFormat = "$a attr-dict `:` type($a)";
  let del = "choleskyTangent(builder, loc, result, tangents[0])";
  let statements = true;
  let law = "dl = l Φ(l⁻¹ da l⁻ᵀ), Φ the lower triangle with half the diagonal";
  let work = "Work()";
  let hasVerifier = 1;
}

// As in Eigen, the matrix is the symmetric one whose lower triangle is that of a.
def Mx_EigenvaluesOp : Mx_Op<"eigenvalues", "Eigenvalues of a symmetric matrix, ascending",
                             "diagonalShape(adaptor.getA())", noBindings> {
  let arguments = (ins Mx_Matrix:$a);
  let assemblyFormat = "$a attr-dict `:` type($a)";
  let del = "eigenvaluesTangent(builder, loc, args[0], tangents[0])";
  let statements = true;
  let law = "dλ = diagonal(vᵀ da v)";
  let work = "Polynomial(4.0 / 3) * entriesOf(getA()) * rowsIn(getA())";
  let kinks = "where eigenvalues are equal";
  let text = "λ({0})";
  let latex = "\\lambda\\left({0}\\right)";
  let hasVerifier = 1;
}

def Mx_EigenvectorsOp : Mx_Op<"eigenvectors",
    "Orthonormal eigenvectors of a symmetric matrix, as columns in the order of the eigenvalues",
    "sameAsFirst(adaptor.getA())", noBindings> {
  let arguments = (ins Mx_Matrix:$a);
  let assemblyFormat = "$a attr-dict `:` type($a)";
  let del = "eigenvectorsTangent(builder, loc, args[0], result, tangents[0])";
  let statements = true;
  let law = "dv = v (gaps(λ) ∘ vᵀ da v)";
  let work = "9.0 * entriesOf(getA()) * rowsIn(getA())";
  let kinks = "where eigenvalues are equal";
  let text = "V({0})";
  let latex = "V\\left({0}\\right)";
  let hasVerifier = 1;
}

def Mx_GapsOp : Mx_Op<"gaps", "gᵢⱼ = 1/(aⱼ − aᵢ) for i ≠ j, and 0 on the diagonal",
                      "diagShape(adaptor.getA())", noBindings> {
  let arguments = (ins Mx_Matrix:$a);
  let assemblyFormat = "$a attr-dict `:` type($a)";
  let del = "gapsTangent(builder, loc, args[0], result, tangents[0])";
  let statements = true;
  let law = "dg = g ∘ g ∘ (da 1ᵀ − 1 daᵀ)";
  let work = "2.0 * entriesOf(getY())";
  let text = "gaps({0})";
  let latex = "\\operatorname{gaps}\\left({0}\\right)";
  let hasVerifier = 1;
}

// What Schedule makes of inverses: one factorisation of a matrix, and solves with it.

def Mx_FactorizeOp : Op<Mx_Dialect, "factorize", [Pure]> {
  let summary = "Factorisation of a matrix, by a row of Factorization.td";
  let arguments = (ins Mx_Matrix:$a, StrAttr:$kind);
  let results = (outs Mx_Factorization:$y);
  let assemblyFormat = "$kind $a attr-dict `:` type($a) `->` type($y)";
  let hasVerifier = 1;
  let extraClassDeclaration = [{
    const Factorization &row() { return *lookupFactorization(getKind()); }
    /// All rows of Factorization.td.
    static ::llvm::ArrayRef<Factorization> table();
  }];
  let extraClassDefinition = [{
    ::llvm::ArrayRef<Factorization> $cppClass::table() {
      static const Factorization rows[] = {}] # !interleave(!foreach(f, factorizations,
        "{\"" # f.name # "\", \"" # f.cpp # "\", \"" # f.view # "\", {" #
        !interleave(!foreach(m, f.methods, "\"" # m # "\""), ", ") # "}, " #
        f.symmetric # ", " # f.rectangular # ", \"" # f.inverse # "\", \"" # f.determinant #
        "\", \"" # f.logDeterminant # "\"}"), ",\n") # [{};
      return rows;
    }
  }];
}

def Mx_SolveOp : Op<Mx_Dialect, "solve", [Pure]> {
  let summary = "a⁻¹ b, or a⁻ᵀ b, by a factorisation of a";
  let arguments = (ins Mx_Factorization:$a, Mx_Matrix:$b, BoolAttr:$transposed);
  let results = (outs Mx_Matrix:$y);
  let assemblyFormat = "$a `,` $b attr-dict `:` type($a) `,` type($b) `->` type($y)";
}

//===-- Matrices of linear maps -------------------------------------------===//

// Only in results, so that it has no tangent.
def Mx_ColumnwiseOp : Op<Mx_Dialect, "columnwise",
                         [Pure, IsolatedFromAbove, AttrSizedOperandSegments]> {
  let summary = "A matrix whose columns are made one by one";
  let description = [{
    The body is given one column of each of `columns`, read as a value of the shape of the
    body's argument, and the others as they are; it yields the value whose entries, column by
    column, are the column of the result. It is how a linear map is applied to what a matrix
    has in its columns, where no product of matrices says so.
  }];
  let arguments = (ins Variadic<Mx_Matrix>:$columns, Variadic<AnyType>:$others);
  let results = (outs Mx_Matrix:$y);
  let regions = (region SizedRegion<1>:$body);
  let assemblyFormat = [{
    $columns `:` type($columns) (`with` $others^ `:` type($others))? `->` type($y)
    attr-dict-with-keyword $body
  }];
  let hasVerifier = 1;
}

// Where a is symmetric but for rounding, both halves are the lower one.
def Mx_MirrorOp : Mx_Linear<"mirror", "A symmetric matrix, of which one triangle is computed",
                            "sameAsFirst(adaptor.getA())"> {
  let statements = true;
  let law = "d a = da";
  let work = "Work()";
  let pull = "w";
  let transposeLaw = "ā = ȳ";
  let text = "{0}";
  let latex = "{0}";
  let hasVerifier = 1;
}

//===-- More linear maps --------------------------------------------------===//

def Mx_FillOp : Mx_Op<"fill", "The matrix all of whose entries are a scalar", "", noBindings> {
  let arguments = (ins Mx_Scalar:$a);
  let results = (outs Mx_Matrix:$y);
  let assemblyFormat = "$a attr-dict `:` type($a) `->` type($y)";
  let del = "productRule(builder, getOperation(), args, tangents)";
  let law = "d fill(a) = fill(da)";
  let work = "Work()";
  let pull = "SumOp::create(builder, loc, w)";
  let transposeLaw = "ā = Σ ȳ";
  let hasVerifier = 1;
}

def Mx_CastOp : Mx_Op<"cast", "Conversion between element types", "", noBindings> {
  let arguments = (ins Mx_Value:$a);
  let assemblyFormat = "$a attr-dict `:` type($a) `->` type($y)";
  let del = "productRule(builder, getOperation(), args, tangents)";
  let law = "d cast(a) = cast(da)";
  let work = "Work()";
  let pull = "CastOp::create(builder, loc, type, w)";
  let transposeLaw = "ā = cast(ȳ)";
  let hasVerifier = 1;
}

//===-- Element-wise functions --------------------------------------------===//

def Mx_PowOp : Mx_Entrywise<"pow", "Element-wise power with a constant exponent"> {
  let arguments = (ins Mx_Value:$a, F64Attr:$exponent);
  let assemblyFormat = "$a `,` $exponent attr-dict `:` type($a)";
  let del = "da * (exponentValue() * pow(a, exponentValue() - 1))";
  let law = "d aᵖ = p aᵖ⁻¹ ∘ da";
  let work = "powerWork(getA(), exponentValue())";
  let extraClassDeclaration = [{
    double exponentValue() { return getExponent().convertToDouble(); }
  }];
}

def Mx_PowerOp : Mx_EntrywisePair<"power",
    "Element-wise power; the exponent is a scalar or one for each entry"> {
  let del = "da * (b * power(a, lessOne(b))) + db * (y * log(a))";
  let law = "d aᵇ = b ∘ aᵇ⁻¹ ∘ da + aᵇ ∘ log a ∘ db";
  let hasVerifier = 1;
}

def Mx_Atan2Op : Mx_EntrywisePair<"atan2", "Angle of the points (b, a), entry by entry"> {
  let del = "da * (b * pow(pow(a, 2) + pow(b, 2), -1)) - db * (a * pow(pow(a, 2) + pow(b, 2), -1))";
  let law = "d atan2(a, b) = (b ∘ da − a ∘ db)/(a² + b²)";
  let text = "atan2({0}, {1})";
  let latex = "\\operatorname{atan2}\\left({0}, {1}\\right)";
  let kinks = "a = b = 0";
  let hasVerifier = 1;
}

def Mx_HypotOp : Mx_EntrywisePair<"hypot", "√(a² + b²) without overflow on the way"> {
  let del = "da * (a * pow(y, -1)) + db * (b * pow(y, -1))";
  let law = "d hypot(a, b) = (a ∘ da + b ∘ db)/hypot(a, b)";
  let text = "hypot({0}, {1})";
  let latex = "\\operatorname{hypot}\\left({0}, {1}\\right)";
  let kinks = "a = b = 0";
  let hasVerifier = 1;
}

def Mx_PolygammaOp : Mx_Entrywise<"polygamma",
    "Derivatives of log Γ: order −1 is log Γ itself, 0 the digamma function"> {
  let arguments = (ins Mx_Value:$a, I64Attr:$order);
  let assemblyFormat = "$order $a attr-dict `:` type($a)";
  let del = "da * polygamma(order() + 1, a)";
  let header = "unsupported/Eigen/SpecialFunctions";
  let law = "d ψₖ(a) = ψₖ₊₁(a) ∘ da";
  let hasVerifier = 1;
  let extraClassDeclaration = [{
    int64_t order() { return static_cast<int64_t>(getOrder()); }
  }];
}

//===-- Comparisons and choices -------------------------------------------===//

// A condition is a matrix of zeros and ones, so that it has a shape as everything has.
def Mx_CompareOp : Mx_Op<"compare", "One where the comparison of entries holds, else zero",
                         "sameAsFirst(adaptor.getOperands())", noBindings> {
  let arguments = (ins Mx_Value:$a, Mx_Value:$b, StrAttr:$relation);
  let assemblyFormat = "$relation $a `,` $b attr-dict `:` type($a) `,` type($b)";
  let del = "::mlir::Value()";
  let law = "dy = 0";
  let work = "entriesOf(getY())";
  let kinks = "a = b";
  let hasVerifier = 1;
}

def Mx_SelectOp : Mx_Op<"select", "a where the condition is not zero, else b, entry by entry",
                        "sameAsFirst(adaptor.getOperands().drop_front())", noBindings> {
  let arguments = (ins Mx_Value:$condition, Mx_Value:$a, Mx_Value:$b);
  let assemblyFormat = "operands attr-dict `:` type(operands)";
  let del = "selectTangent(builder, loc, llvm::to_vector(args), tangents)";
  let law = "d select(c, a, b) = select(c, da, db)";
  let work = "entriesOf(getY())";
  let pull = "pullOfSelect(builder, loc, i, args, w)";
  let transposeLaw = "ā = select(c, ȳ, 0), b̄ = select(c, 0, ȳ)";
  let hasVerifier = 1;
}

class Mx_Extremum<string mnemonic, string what, string relation>
    : Mx_EntrywisePair<mnemonic, what> {
  let del = "selectTangent(builder, loc, {compare(\"" # relation # "\", a, b), args[0], args[1]},"
            " {mlir::Value(), tangents[0], tangents[1]})";
  let header = "algorithm";
  let law = "d " # mnemonic # "(a, b) = select(a " # !if(!eq(relation, "ge"), "≥", "≤") # " b, da, db)";
  let work = "entriesOf(getY())";
  let text = mnemonic # "({0}, {1})";
  let latex = "\\" # mnemonic # "\\left({0}, {1}\\right)";
  let kinks = "a = b, where the derivative is that of a";
  let hasVerifier = 1;
}
def Mx_MaxOp : Mx_Extremum<"max", "The larger of two, entry by entry", "ge">;
def Mx_MinOp : Mx_Extremum<"min", "The smaller of two, entry by entry", "le">;

// The rows of ElementWise.td become the enumeration and the table behind this operation.
def Mx_MapOp : Mx_Entrywise<"map", "An element-wise function of ElementWise.td"> {
  let arguments = (ins Mx_Value:$a, StrAttr:$function);
  let assemblyFormat = "$function $a attr-dict `:` type($a)";
  let del = "da * row().derivative(a, y)";
  let law = "d s(a) = s′(a) ∘ da";
  let hasVerifier = 1;
  let extraClassDeclaration = [{
    /// All rows of ElementWise.td.
    static ::llvm::ArrayRef<Function> table();
    /// The row that `function` names.
    const Function &row() { return *lookupFunction(getFunction()); }
  }];
  let extraDefinition = [{
    ::llvm::ArrayRef<Function> $cppClass::table() {
      static const Function rows[] = {}] # !interleave(!foreach(f, functions,
        "{\"" # f.name # "\", \"" # f.scalar # "\", R\"(" # f.array # ")\", \"" # f.text #
        "\", R\"(" # f.latex # ")\", \"" # f.header # "\", \"" # f.kinks # "\", [](Entry a, Entry y) -> Entry {"
        " (void)a; (void)y; return " # f.derivative # "; }}"), ",\n") # [{};
      return rows;
    }
  }];
}

//===-- Constants and sizes -----------------------------------------------===//

def Mx_ConstantOp : Mx_Inactive<"constant", "A real number", [ConstantLike]> {
  let arguments = (ins F64Attr:$value);
  let results = (outs Mx_Scalar:$y);
  let assemblyFormat = "$value attr-dict `:` type($y)";
  let hasFolder = 1;
  let extraClassDeclaration = [{ double number() { return getValue().convertToDouble(); } }];
}

def Mx_IdentityOp : Mx_Inactive<"identity", "Ones on the main diagonal, zeros elsewhere"> {
  let arguments = (ins);
  let results = (outs Mx_Matrix:$y);
  let assemblyFormat = "attr-dict `:` type($y)";
}

def Mx_ExtentOp : Mx_Inactive<"extent", "The number that a size symbol stands for"> {
  let arguments = (ins StrAttr:$symbol);
  let results = (outs Index:$y);
  let assemblyFormat = "$symbol attr-dict";
}

def Mx_DimOp : Mx_Inactive<"dim", "The number of rows, 0, or of columns, 1, that a matrix has"> {
  let arguments = (ins Mx_Matrix:$a, I64Attr:$axis);
  let results = (outs Index:$y);
  let assemblyFormat = "$a `,` $axis attr-dict `:` type($a)";
}

def Mx_BindOp : Op<Mx_Dialect, "bind"> {
  let summary = "Makes a size symbol stand for a computed integer";
  let arguments = (ins Index:$a, StrAttr:$symbol);
  let assemblyFormat = "$symbol `=` $a attr-dict";
}

def Mx_RealOp : Mx_Inactive<"real", "An integer as a real number"> {
  let arguments = (ins Index:$a);
  let results = (outs Mx_Scalar:$y);
  let assemblyFormat = "$a attr-dict `:` type($y)";
}

//===-- Calls -------------------------------------------------------------===//

// Not func.call: the callee's size symbols are bound by the call, so that operand types
// need not be equal to the callee's.
def Mx_CallOp : Op<Mx_Dialect, "call", [Pure, DeclareOpInterfaceMethods<SymbolUserOpInterface>]> {
  let summary = "Call of a function whose size symbols are bound by the operands";
  let arguments = (ins FlatSymbolRefAttr:$callee, Variadic<AnyType>:$args);
  let results = (outs Mx_Value:$y);
  let assemblyFormat = "$callee `(` $args `)` attr-dict `:` functional-type($args, $y)";
}

#endif // DELGEN_MX_OPERATIONS_TD
