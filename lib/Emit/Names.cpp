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

/// The user's name for the variable.
static llvm::StringRef ownName(const Storage::Variable &variable) {
  for (Value v : variable.values)
    if (llvm::StringRef name = nameOf(v); !name.empty())
      return name;
  // What is yielded for it has no variable of its own.
  for (Value v : variable.values)
    if (auto result = dyn_cast<OpResult>(v); result && isa<LoopOp, IfOp>(result.getOwner()))
      for (Region &side : result.getOwner()->getRegions()) {
        ValueRange yielded = side.front().getTerminator()->getOperands();
        Value last =
            yielded.take_back(result.getOwner()->getNumResults())[result.getResultNumber()];
        if (last.getDefiningOp() && !nameOf(last).empty())
          return nameOf(last);
      }
  return {};
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
  if (v.getType().isIndex())
    return v.getDefiningOp<LengthOp>() ? "length" : "i";
  return "t" + std::to_string(temporaries++);
}

Names::Names(func::FuncOp f, const llvm::StringSet<> &reserved) : reserved(reserved), storage(f) {
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
  for (llvm::StringRef name : taken.keys())
    scopes[name].push_back(&f.front());
  unsigned temporaries = 0;
  for (const Storage::Variable &variable : storage.variables()) {
    llvm::StringRef own = ownName(variable);
    Value first = variable.values.front();
    if (variable.output >= 0) {
      auto output =
          cast<DictionaryAttr>(f->getAttrOfType<ArrayAttr>(attr::outputs)[variable.output]);
      variableNames.push_back(output.getAs<StringAttr>("name").str());
      continue;
    }
    variableNames.push_back(
        fresh(own.empty() ? describe(first, temporaries) : own.str(), variable.scope));
  }
  f.walk<WalkOrder::PreOrder>([&](LoopOp loop) {
    auto counter = counterOf(loop);
    llvm::StringRef own = nameOf(counter ? counter->value : Value(loop.getCounter()));
    names[loop.getCounter()] = fresh(own.empty() ? "k" : own,
                                     loop.isCounted() ? &loop.getBody().front() : loop->getBlock());
    if (counter)
      names[counter->value] = names[loop.getCounter()];
  });
  f.walk([&](Operation *op) {
    if (isa<EigenvaluesOp, EigenvectorsOp>(op))
      if (auto [it, isNew] = solvers.try_emplace(op->getOperand(0)); isNew)
        it->second = fresh("eigen");
  });
}

llvm::StringRef Names::operator[](Value v) const {
  if (std::optional<unsigned> number = storage.of(v))
    return *number < variableNames.size() ? llvm::StringRef(variableNames[*number])
                                          : llvm::StringRef();
  auto it = names.find(storage.outer(v));
  return it == names.end() ? llvm::StringRef() : it->second;
}

std::string Names::fresh(llvm::StringRef wanted) const {
  std::string name = wanted.str();
  for (unsigned i = 2; reserved.contains(name) || isKeyword(name) || !taken.insert(name).second;
       ++i)
    name = (wanted + (llvm::isDigit(wanted.back()) ? "_" : "") + llvm::Twine(i)).str();
  return name;
}

std::string Names::fresh(llvm::StringRef wanted, Block *scope) {
  auto isInside = [](Block *inner, Block *block) {
    return inner == block || block->getParent()->isAncestor(inner->getParent());
  };
  auto isTaken = [&](llvm::StringRef name) {
    auto it = scopes.find(name);
    return it != scopes.end() && llvm::any_of(it->second, [&](Block *other) {
             return isInside(scope, other) || isInside(other, scope);
           });
  };
  std::string name = wanted.str();
  for (unsigned i = 2; reserved.contains(name) || isKeyword(name) || isTaken(name); ++i)
    name = (wanted + (llvm::isDigit(wanted.back()) ? "_" : "") + llvm::Twine(i)).str();
  scopes[name].push_back(scope);
  taken.insert(name);
  return name;
}

} // namespace delgen
