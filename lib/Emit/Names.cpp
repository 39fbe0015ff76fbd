//===- Names.cpp - Names of local variables -------------------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Names.h"

#include "delgen/Mx/Attributes.h"

#include "llvm/ADT/StringExtras.h"

using namespace mlir;
using namespace delgen::mx;

namespace delgen {

/// The words that C++20 keeps for itself.
static bool isKeyword(llvm::StringRef name) {
  static const llvm::StringSet<> keywords = {
      "alignas",    "alignof",  "and",       "and_eq",    "asm",
      "auto",       "bitand",   "bitor",     "bool",      "break",
      "case",       "catch",    "char",      "class",     "compl",
      "concept",    "const",    "consteval", "constexpr", "constinit",
      "const_cast", "continue", "co_await",  "co_return", "co_yield",
      "decltype",   "default",  "delete",    "do",        "double",
      "else",       "enum",     "explicit",  "export",    "extern",
      "false",      "float",    "for",       "friend",    "goto",
      "if",         "inline",   "int",       "long",      "mutable",
      "namespace",  "new",      "noexcept",  "not",       "not_eq",
      "nullptr",    "operator", "or",        "or_eq",     "private",
      "protected",  "public",   "register",  "requires",  "return",
      "short",      "signed",   "sizeof",    "static",    "static_assert",
      "struct",     "switch",   "template",  "this",      "throw",
      "true",       "try",      "typedef",   "typeid",    "typename",
      "union",      "unsigned", "using",     "virtual",   "void",
      "volatile",   "while",    "xor",       "xor_eq",    "Eigen",
      "std"};
  return keywords.contains(name);
}

bool isInPlace(InsertOp write) {
  // These are printed as variables that are not const; see Parts.cpp.
  Operation *base = write.getB().getDefiningOp();
  return isa_and_nonnull<AssembleOp, InsertOp>(base) && base->hasOneUse();
}

InsertOp overwrittenBy(Value v) {
  if (!v.hasOneUse())
    return {};
  auto write = dyn_cast<InsertOp>(*v.getUsers().begin());
  return write && write.getB() == v && isInPlace(write) ? write : InsertOp();
}

/// The user's name for `v`, or for what is made of it in place.
static llvm::StringRef ownName(Value v) {
  llvm::StringRef name = nameOf(v);
  for (InsertOp write = overwrittenBy(v); name.empty() && write; write = overwrittenBy(write))
    name = nameOf(write);
  return name;
}

/// A name for a value that the user gave none.
std::string Names::describe(Value v, unsigned &temporaries) {
  if (auto f = v.getDefiningOp<FactorizeOp>()) {
    std::string of = (*this)[f.getA()].str();
    llvm::replace(of, '.', '_'); // a field
    return of.empty() ? f.getKind().str() : of + "_" + f.getKind().str();
  }
  if (auto c = v.getDefiningOp<CholeskyOp>())
    return "L";
  if (auto p = v.getDefiningOp<PowOp>();
      p && p.exponentValue() == 0.5 && isa<FloatType>(v.getType()))
    return "r";
  return "t" + std::to_string(temporaries++);
}

Names::Names(func::FuncOp f, const llvm::StringSet<> &reserved) : reserved(reserved) {
  for (auto [i, argument] : llvm::enumerate(f.getArguments())) {
    names[argument] = accessOf(f, i);
    llvm::StringRef object = paramAttr(f, i, attr::object);
    taken.insert(object.empty() ? llvm::StringRef(names[argument]) : object);
  }
  if (auto form = f->getAttrOfType<DictionaryAttr>(attr::templated))
    for (llvm::StringRef name : form.getAs<ArrayAttr>("names").getAsValueRange<StringAttr>())
      taken.insert(name);
  if (auto outputs = f->getAttrOfType<ArrayAttr>(attr::outputs))
    for (Attribute output : outputs) {
      auto entries = cast<DictionaryAttr>(output);
      auto object = entries.getAs<StringAttr>("object");
      taken.insert((object ? object : entries.getAs<StringAttr>("name")).getValue());
    }
  unsigned temporaries = 0;
  for (Operation &op : f.front())
    if (op.hasAttr("mx.local")) {
      Value v = op.getResult(0);
      if (auto write = dyn_cast<InsertOp>(op); write && isInPlace(write)) {
        names[v] = names[write.getB()];
        continue;
      }
      llvm::StringRef own = ownName(v);
      names[v] = fresh(own.empty() ? describe(v, temporaries) : own.str());
    }
  for (Operation &op : f.front())
    if (isa<EigenvaluesOp, EigenvectorsOp>(op))
      if (auto [it, isNew] = solvers.try_emplace(op.getOperand(0)); isNew)
        it->second = fresh("eigen");
}

std::string Names::fresh(llvm::StringRef wanted) const {
  std::string name = wanted.str();
  for (unsigned i = 2; reserved.contains(name) || isKeyword(name) || !taken.insert(name).second;
       ++i)
    name = (wanted + (llvm::isDigit(wanted.back()) ? "_" : "") + llvm::Twine(i)).str();
  return name;
}

} // namespace delgen
