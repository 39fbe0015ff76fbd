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
include "delgen/Mx/ElementWise.td"

//===-- Sums and products -------------------------------------------------===//

def Mx_AddOp : Mx_Op<"add", "Sum of any number of values of one shape",
                     "sameAsFirst(adaptor.getOperands())", noBindings> {
  let arguments = (ins Variadic<Mx_Value>:$terms);
  let assemblyFormat = "$terms attr-dict `:` type($terms)";
  let del = "sumOfTangents(builder, loc, tangents)";
  let law = "d(a + b) = da + db";
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
  let hasVerifier = 1;
}

def Mx_HadamardOp : Mx_Multilinear<"hadamard", "Element-wise product",
                                   "sameAsFirst(adaptor.getOperands())"> {
  let arguments = (ins Variadic<Mx_Matrix>:$factors);
  let assemblyFormat = "$factors attr-dict `:` type($factors)";
  let law = "d(a ∘ b) = da ∘ b + a ∘ db";
  let hasVerifier = 1;
}

def Mx_InnerOp : Mx_Multilinear<"inner", "Inner product tr(aᵀb)",
                                "elementOf(adaptor.getA())"> {
  let arguments = (ins Mx_Matrix:$a, Mx_Matrix:$b);
  let assemblyFormat = "$a `,` $b attr-dict `:` type($a) `,` type($b)";
  let law = "d⟨a, b⟩ = ⟨da, b⟩ + ⟨a, db⟩";
  let text = "⟨{0}, {1}⟩";
  let latex = "\\langle {0}, {1} \\rangle";
  let hasVerifier = 1;
}

//===-- Linear maps -------------------------------------------------------===//

def Mx_TransposeOp : Mx_Linear<"transpose", "Transpose", "transposed(adaptor.getA())"> {
  let law = "d aᵀ = (da)ᵀ";
  let cpp = "{0}.transpose()";
  let text = "{0}ᵀ";
  let latex = "{0}^{\\top}";
}

def Mx_TraceOp : Mx_Linear<"trace", "Trace", "elementOf(adaptor.getA())"> {
  let law = "d tr a = tr da";
  let hasVerifier = 1;
  let cpp = "{0}.trace()";
  let text = "tr({0})";
  let latex = "\\operatorname{tr}({0})";
}

def Mx_SumOp : Mx_Linear<"sum", "Sum of all entries", "elementOf(adaptor.getA())"> {
  let law = "d Σ a = Σ da";
  let text = "sum({0})";
  let latex = "\\operatorname{sum}({0})";
}

def Mx_DiagonalOp : Mx_Linear<"diagonal", "Main diagonal of a square matrix as a column",
                              "diagonalShape(adaptor.getA())"> {
  let law = "d diag⁻¹(a) = diag⁻¹(da)";
  let hasVerifier = 1;
  let cpp = "{0}.diagonal()";
  let text = "diagonal({0})";
  let latex = "\\operatorname{diagonal}({0})";
}

def Mx_DiagOp : Mx_Linear<"diag", "Diagonal matrix of a vector", "diagShape(adaptor.getA())"> {
  let law = "d diag(a) = diag(da)";
  let hasVerifier = 1;
  let text = "diag({0})";
  let latex = "\\operatorname{diag}({0})";
}

def Mx_ElementOp : Mx_Multilinear<"element", "One entry, counted from 0",
                                  "elementOf(adaptor.getA())"> {
  let arguments = (ins Mx_Matrix:$a, Index:$row, Index:$col);
  let assemblyFormat = "$a `[` $row `,` $col `]` attr-dict `:` type($a)";
  let law = "d aᵢⱼ = (da)ᵢⱼ";
}

def Mx_FillOp : Mx_Op<"fill", "The matrix all of whose entries are a scalar", "", noBindings> {
  let arguments = (ins Mx_Scalar:$a);
  let results = (outs Mx_Matrix:$y);
  let assemblyFormat = "$a attr-dict `:` type($a) `->` type($y)";
  let del = "productRule(builder, getOperation(), args, tangents)";
  let law = "d fill(a) = fill(da)";
  let hasVerifier = 1;
}

def Mx_CastOp : Mx_Op<"cast", "Conversion between element types", "", noBindings> {
  let arguments = (ins Mx_Value:$a);
  let assemblyFormat = "$a attr-dict `:` type($a) `->` type($y)";
  let del = "productRule(builder, getOperation(), args, tangents)";
  let law = "d cast(a) = cast(da)";
  let hasVerifier = 1;
}

//===-- Element-wise functions --------------------------------------------===//

def Mx_PowOp : Mx_Entrywise<"pow", "Element-wise power with a constant exponent"> {
  let arguments = (ins Mx_Value:$a, F64Attr:$exponent);
  let assemblyFormat = "$a `,` $exponent attr-dict `:` type($a)";
  let del = "da * (exponentValue() * pow(a, exponentValue() - 1))";
  let law = "d aᵖ = p aᵖ⁻¹ ∘ da";
  let extraClassDeclaration = [{
    double exponentValue() { return getExponent().convertToDouble(); }
  }];
}

def Mx_PowerOp : Mx_Op<"power", "Element-wise power of a base to a scalar exponent",
    "sameAsFirst(adaptor.getOperands())",
    "Entry a(builder, loc, args[0]), da(builder, loc, tangents[0]), y(builder, loc, result);"
    "Entry p(builder, loc, args[1]), dp(builder, loc, tangents[1]);"> {
  let arguments = (ins Mx_Value:$a, Mx_Scalar:$p);
  let assemblyFormat = "$a `,` $p attr-dict `:` type($a) `,` type($p)";
  let del = "da * (p * power(a, p - 1)) + dp * (y * log(a))";
  let law = "d aᵖ = p aᵖ⁻¹ ∘ da + (aᵖ ∘ log a) dp";
  let hasVerifier = 1;
}

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
        "{\"" # f.name # "\", \"" # f.cpp # "\", R\"(" # f.array # ")\", \"" # f.text #
        "\", R\"(" # f.latex # ")\", \"" # f.kinks # "\", [](Entry a, Entry y) -> Entry {"
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
