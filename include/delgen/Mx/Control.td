//===- Control.td - Loops, choices between computations, and lists --*- tablegen -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The bodies of loops and branches are isolated: what they read from outside is passed to
// them, so that every pass treats a body as it treats a function. No operation here has a
// rule of its own: a loop is differentiated by differentiating its body.
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_MX_CONTROL_TD
#define DELGEN_MX_CONTROL_TD

include "delgen/Mx/Base.td"

def Mx_List : TypeDef<Mx_Dialect, "List"> {
  let mnemonic = "list";
  let summary = "A sequence of values whose length is known at run time";
  let description = [{
    The entries of a list have one element type; where it is a matrix, a size that is `_` may
    be another in each entry.
  }];
  let parameters = (ins "::mlir::Type":$element);
  let assemblyFormat = "`<` $element `>`";
}

def Mx_Entry : AnyTypeOf<[Mx_Matrix, F32, F64, Index, Mx_List], "what a variable may hold">;
def Mx_Passed : AnyTypeOf<[Mx_Matrix, F32, F64, Index, Mx_List, Mx_Factorization],
                          "what a body may read from outside">;

//===-- Control flow ------------------------------------------------------===//

def Mx_LoopOp : Op<Mx_Dialect, "loop", [Pure, IsolatedFromAbove, AttrSizedOperandSegments]> {
  let summary = "A computation that is repeated on its own results";
  let description = [{
    The body is given the number of the iteration, which counts from 0, the values that are
    carried from one iteration to the next, at first `inits`, and `others`, which stay as they
    are. A counted loop runs `times` iterations, none where that is negative, and its body
    yields the new carried values. A loop without a count runs at least once: its body yields
    a real scalar and the new carried values, and the loop ends with the first scalar that is 0.
    The results are the carried values at the end.

    A carried value may change its sizes: those of the body's argument and of what is yielded
    are then symbols of the body alone.
  }];
  let arguments = (ins Optional<Index>:$times, Variadic<Mx_Entry>:$inits,
                       Variadic<Mx_Passed>:$others);
  let results = (outs Variadic<Mx_Entry>:$results);
  let regions = (region SizedRegion<1>:$body);
  let assemblyFormat = [{
    (`times` $times^)? (`from` $inits^ `:` type($inits))? (`with` $others^ `:` type($others))?
    (`->` type($results)^)? attr-dict-with-keyword $body
  }];
  let extraClassDeclaration = [{
    bool isCounted() { return bool(getTimes()); }
    /// The number of the iteration, in the body.
    ::mlir::BlockArgument getCounter() { return getBody().getArgument(0); }
    /// What is carried, in the body.
    ::mlir::Block::BlockArgListType getCarried() {
      return getBody().getArguments().slice(1, getInits().size());
    }
    /// What is read from outside, in the body.
    ::mlir::Block::BlockArgListType getOuter() {
      return getBody().getArguments().drop_front(1 + getInits().size());
    }
    /// What the body carries on to the next iteration.
    ::mlir::OperandRange getYielded() {
      return getBody().front().getTerminator()->getOperands().drop_front(isCounted() ? 0 : 1);
    }
    /// The scalar that ends a loop without a count.
    ::mlir::Value getFlag() {
      return isCounted() ? ::mlir::Value() : getBody().front().getTerminator()->getOperand(0);
    }
  }];
  let hasVerifier = 1;
}

def Mx_IfOp : Op<Mx_Dialect, "if", [Pure, IsolatedFromAbove]> {
  let summary = "One of two computations";
  let description = [{
    The first body is run where the condition, a real scalar, is not 0, the second otherwise.
    Both are given `others` and yield the results.
  }];
  let arguments = (ins Mx_Scalar:$condition, Variadic<Mx_Passed>:$others);
  let results = (outs Variadic<Mx_Entry>:$results);
  let regions = (region SizedRegion<1>:$then, SizedRegion<1>:$otherwise);
  let assemblyFormat = [{
    $condition `:` type($condition) (`with` $others^ `:` type($others))? (`->` type($results)^)?
    attr-dict-with-keyword $then `else` $otherwise
  }];
  let hasVerifier = 1;
}

def Mx_YieldOp
    : Op<Mx_Dialect, "yield",
         [Pure, Terminator, ParentOneOf<["ColumnwiseOp", "LoopOp", "IfOp"]>]> {
  let summary = "What a body makes";
  let arguments = (ins Variadic<Mx_Entry>:$values);
  let assemblyFormat = "($values^ `:` type($values))? attr-dict";
}

//===-- Lists -------------------------------------------------------------===//

def Mx_MakeListOp : Op<Mx_Dialect, "make_list", [Pure]> {
  let summary = "The list of some values";
  let arguments = (ins Variadic<Mx_Entry>:$values);
  let results = (outs Mx_List:$y);
  let assemblyFormat = "($values^ `:` type($values))? attr-dict `->` type($y)";
  let hasVerifier = 1;
}

def Mx_ZerosLikeOp : Op<Mx_Dialect, "zeros_like", [Pure, SameOperandsAndResultType]> {
  let summary = "A list as long as another, of zeros of the sizes of its entries";
  let arguments = (ins Mx_List:$a);
  let results = (outs Mx_List:$y);
  let assemblyFormat = "$a attr-dict `:` type($a)";
}

def Mx_LengthOp : Op<Mx_Dialect, "length", [Pure]> {
  let summary = "The number of entries of a list";
  let arguments = (ins Mx_List:$a);
  let results = (outs Index:$y);
  let assemblyFormat = "$a attr-dict `:` type($a)";
}

def Mx_AtOp : Op<Mx_Dialect, "at", [Pure]> {
  let summary = "An entry of a list";
  let description = [{
    Sizes of the entry that its list does not tell are symbols, which stand for the sizes that
    this entry has. `like` is a list whose entries have the sizes of those of the first: of a
    list of tangents the list that it is the tangent of. Its values are not read.
  }];
  let arguments = (ins Mx_List:$a, Index:$i, Optional<Mx_List>:$like);
  let results = (outs Mx_Entry:$y);
  let assemblyFormat = [{
    $a `[` $i `]` (`like` $like^ `:` type($like))? attr-dict `:` type($a) `->` type($y)
  }];
  let builders = [OpBuilder<(ins "::mlir::Type":$type, "::mlir::Value":$list, "::mlir::Value":$i),
                            [{ build($_builder, $_state, type, list, i, ::mlir::Value()); }]>];
  let hasVerifier = 1;
}

def Mx_SetAtOp : Op<Mx_Dialect, "set_at", [Pure]> {
  let summary = "A list with one entry replaced";
  let arguments = (ins Mx_List:$a, Index:$i, Mx_Entry:$value);
  let results = (outs Mx_List:$y);
  let assemblyFormat = "$value `at` $a `[` $i `]` attr-dict `:` type($value) `,` type($a) `->` type($y)";
  let hasVerifier = 1;
}

def Mx_AppendOp : Op<Mx_Dialect, "append", [Pure]> {
  let summary = "A list with one more entry at its end";
  let arguments = (ins Mx_List:$a, Mx_Entry:$value);
  let results = (outs Mx_List:$y);
  let assemblyFormat = "$value `to` $a attr-dict `:` type($value) `,` type($a) `->` type($y)";
  let hasVerifier = 1;
}

def Mx_DropLastOp : Op<Mx_Dialect, "drop_last", [Pure, SameOperandsAndResultType]> {
  let summary = "A list without its last entry";
  let arguments = (ins Mx_List:$a);
  let results = (outs Mx_List:$y);
  let assemblyFormat = "$a attr-dict `:` type($a)";
}

def Mx_AddListsOp : Op<Mx_Dialect, "add_lists", [Pure, SameOperandsAndResultType]> {
  let summary = "The sums of the entries of two lists of one length";
  let arguments = (ins Mx_List:$a, Mx_List:$b);
  let results = (outs Mx_List:$y);
  let assemblyFormat = "$a `,` $b attr-dict `:` type($a)";
}

#endif // DELGEN_MX_CONTROL_TD
