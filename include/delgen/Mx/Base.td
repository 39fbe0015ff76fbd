//===- Base.td - What every operation of the mx dialect shares -*- tablegen -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The dialect, its one type, and the classes from which the records of Operations.td are
// made. A record carries everything that is true of an operation; the classes paste its
// lines into the methods of `RuleInterface`.
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_MX_BASE_TD
#define DELGEN_MX_BASE_TD

include "mlir/IR/AttrTypeBase.td"
include "mlir/IR/OpBase.td"
include "mlir/IR/SymbolInterfaces.td"
include "mlir/Interfaces/InferTypeOpInterface.td"
include "mlir/Interfaces/SideEffectInterfaces.td"

def Mx_Dialect : Dialect {
  let name = "mx";
  let summary = "Real matrix expressions whose sizes are numbers or symbols";
  let cppNamespace = "::delgen::mx";
  let useDefaultTypePrinterParser = 1;
}

def Mx_Matrix : TypeDef<Mx_Dialect, "Matrix"> {
  let mnemonic = "matrix";
  let summary = "A real matrix; each size is a number or a symbol of the function";
  let description = [{
    `!mx.matrix<m x 1, f64>` is a column of m entries. A symbol stands for one run-time
    number throughout a function; equal symbols are equal sizes.
  }];
  let parameters = (ins "::delgen::mx::Size":$rows, "::delgen::mx::Size":$cols,
                        "::mlir::FloatType":$element);
  let hasCustomAssemblyFormat = 1;
  let genVerifyDecl = 1;
  let extraClassDeclaration = [{
    /// A column or a row. A 1×1 matrix is a scalar, hence neither is both.
    bool isColumn() const { return getCols().is(1); }
    bool isRow() const { return getRows().is(1); }
    bool isVector() const { return isColumn() || isRow(); }
  }];
}

def Mx_Factorization : TypeDef<Mx_Dialect, "Factorization"> {
  let mnemonic = "factorization";
  let summary = "A factorised matrix, with which equations are solved";
  let parameters = (ins "::delgen::mx::MatrixType":$of);
  let assemblyFormat = "`<` $of `>`";
}

def Mx_Scalar : AnyTypeOf<[F32, F64], "a real scalar">;
def Mx_Value : AnyTypeOf<[Mx_Matrix, F32, F64], "a real scalar or matrix">;

def RuleInterface : OpInterface<"RuleInterface"> {
  let description = [{
    How an operation differentiates and how it is written. The methods are generated from
    the operation's record.
  }];
  let cppNamespace = "::delgen::mx";
  let methods = [
    InterfaceMethod<[{
        The tangent of the result, given the operands, the result and the operands'
        tangents; a null tangent is zero.
      }],
      "::mlir::Value", "tangent",
      (ins "::mlir::OpBuilder &":$builder, "::mlir::ValueRange":$args,
           "::mlir::Value":$result, "::llvm::ArrayRef<::mlir::Value>":$tangents)>,
    InterfaceMethod<[{
        The transpose of the operation as a linear map of its operand `i`, applied to the
        cotangent `w` of the result. `args` are the operands, those that vary null. Null where
        the operation is not linear in that operand.
      }],
      "::mlir::Value", "pull",
      (ins "::mlir::OpBuilder &":$builder, "unsigned":$i,
           "::llvm::ArrayRef<::mlir::Value>":$args, "::mlir::Value":$w)>,
    InterfaceMethod<"What its evaluation computes.", "::delgen::mx::Work", "work">,
    InterfaceMethod<[{
        The spelling in Eigen's C++; {0}, {1} stand for operands. Empty where the emitter
        has a printer of its own.
      }],
      "::llvm::StringRef", "cpp">,
    InterfaceMethod<"The spelling in the notation of the comments.", "::llvm::StringRef", "text">,
    InterfaceMethod<"The spelling in LaTeX.", "::llvm::StringRef", "latex">,
    InterfaceMethod<"The header that its C++ needs besides Eigen/Dense and cmath, or empty.",
      "::llvm::StringRef", "header">,
    InterfaceMethod<[{
        Its C++ takes statements, so that its value is always a local variable.
      }],
      "bool", "takesStatements">,
  ];
}

/// The result's type follows from the operands by the function `shape` of Shapes.h.
class Mx_Inferred<string shape> {
  string body = [{
    ::llvm::LogicalResult $cppClass::inferReturnTypes(::mlir::MLIRContext *context,
        std::optional<::mlir::Location> location, Adaptor adaptor,
        ::llvm::SmallVectorImpl<::mlir::Type> &types) {
      ::mlir::Type type = }] # shape # [{;
      if (!type)
        return ::mlir::emitOptionalError(location, "'", getOperationName(),
                                         "' takes no operands of these shapes");
      types.push_back(type);
      return ::llvm::success();
    }
  }];
}

defvar noBindings = "";

/// Common part of all operations: a type rule, a tangent rule and three spellings.
///
/// `shape` is a function of Shapes.h that gives the result's type from the operands, or
/// empty where the type stands in the assembly;
/// `bindings` names the operands for the rule: a, b, their tangents da, db, the result y.
class Mx_Op<string mnemonic, string what, string shape, string bindings, list<Trait> traits = []>
    : Op<Mx_Dialect, mnemonic,
         !listconcat([Pure, DeclareOpInterfaceMethods<RuleInterface>],
                     !if(!empty(shape), []<Trait>, [InferTypeOpAdaptor]<Trait>), traits)> {
  let summary = what;
  /// The tangent dy, one line. Operations that are linear in each operand leave it to the
  /// class that says so.
  string del = "";
  /// The transpose as a map of operand i, one line, for an operation that is linear in
  /// operands: `w` is the cotangent of the result, `args` are the operands, `type` is the
  /// type of operand i.
  string pull = "";
  /// The law as the reference page prints it.
  string law = "";
  /// The transpose as the reference page prints it, ȳ the cotangent of the result.
  string transposeLaw = "";
  /// What an evaluation computes, in the terms of Work.h.
  string work = "";
  string cpp = "";
  string text = "";
  string latex = "";
  string header = "";
  bit statements = false;
  /// Points where the operation is defined and not differentiable, or empty.
  string kinks = "";
  string inferred = !if(!empty(shape), "", Mx_Inferred<shape>.body);
  string extraDefinition = "";

  let results = (outs Mx_Value:$y);
  let extraClassDefinition = inferred # [{
    ::mlir::Value $cppClass::tangent(::mlir::OpBuilder &builder, ::mlir::ValueRange args,
        ::mlir::Value result, ::llvm::ArrayRef<::mlir::Value> tangents) {
      [[maybe_unused]] ::mlir::Location loc = withoutName(getLoc());
      }] # bindings # [{
      return }] # del # [{;
    }
    ::mlir::Value $cppClass::pull([[maybe_unused]] ::mlir::OpBuilder &builder,
        [[maybe_unused]] unsigned i, [[maybe_unused]] ::llvm::ArrayRef<::mlir::Value> args,
        [[maybe_unused]] ::mlir::Value w) {
      [[maybe_unused]] ::mlir::Location loc = withoutName(getLoc());
      [[maybe_unused]] ::mlir::Type type = getOperation()->getOperand(i).getType();
      return }] # !if(!empty(pull), "::mlir::Value()", pull) # [{;
    }
    ::delgen::mx::Work $cppClass::work() { return }] # work # [{; }
    ::llvm::StringRef $cppClass::cpp() { return R"cpp(}] # cpp # [{)cpp"; }
    ::llvm::StringRef $cppClass::text() { return R"txt(}] # text # [{)txt"; }
    ::llvm::StringRef $cppClass::latex() { return R"tex(}] # latex # [{)tex"; }
    ::llvm::StringRef $cppClass::header() { return "}] # header # [{"; }
    bool $cppClass::takesStatements() { return }] # statements # [{; }
  }] # extraDefinition;
  assert !ne(del, ""), "mx." # mnemonic # " has no tangent rule";
  assert !ne(law, ""), "mx." # mnemonic # " has no law for the reference page";
  assert !ne(work, ""), "mx." # mnemonic # " does not say what it computes";
  assert !eq(!empty(pull), !empty(transposeLaw)),
         "mx." # mnemonic # " has a transpose without its law, or the reverse";
}

/// Linear in each operand apart, so the operation differentiates itself by the product
/// rule: d y = Σⱼ op(…, daⱼ, …).
class Mx_Multilinear<string mnemonic, string what, string shape, list<Trait> traits = []>
    : Mx_Op<mnemonic, what, shape, noBindings, traits> {
  let del = "productRule(builder, getOperation(), args, tangents)";
  assert !ne(pull, ""), "mx." # mnemonic # " has no transpose rule";
}

/// Multilinear with one operand.
class Mx_Linear<string mnemonic, string what, string shape, list<Trait> traits = []>
    : Mx_Multilinear<mnemonic, what, shape, traits> {
  let arguments = (ins Mx_Value:$a);
  let assemblyFormat = "$a attr-dict `:` type($a)";
}

/// An element-wise function of one value: the rule is written with `a`, `da` and `y`, and
/// `*` in it multiplies entry by entry.
class Mx_Entrywise<string mnemonic, string what>
    : Mx_Op<mnemonic, what, "sameAsFirst(adaptor.getOperands())",
            "Entry a(builder, loc, args[0]), da(builder, loc, tangents[0]), y(builder, loc, result);"
            "(void)a, (void)da, (void)y;"> {
  let work = "functionCalls(entriesOf(getY()))";
}

/// An element-wise function of two values of one shape, a and b.
class Mx_EntrywisePair<string mnemonic, string what>
    : Mx_Op<mnemonic, what, "sameAsFirst(adaptor.getOperands())",
            "Entry a(builder, loc, args[0]), da(builder, loc, tangents[0]), y(builder, loc, result);"
            "Entry b(builder, loc, args[1]), db(builder, loc, tangents[1]);"
            "(void)a, (void)da, (void)b, (void)db, (void)y;"> {
  let arguments = (ins Mx_Value:$a, Mx_Value:$b);
  let assemblyFormat = "$a `,` $b attr-dict `:` type($a) `,` type($b)";
  let work = "functionCalls(entriesOf(getY()))";
}

/// Does not depend on any active value: its tangent is zero, which is absent.
class Mx_Inactive<string mnemonic, string what, list<Trait> traits = []>
    : Mx_Op<mnemonic, what, "", noBindings, traits> {
  let del = "::mlir::Value()";
  let law = "dy = 0";
  let work = "Work()";
}

#endif // DELGEN_MX_BASE_TD
