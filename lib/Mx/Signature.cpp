//===- Signature.cpp - How a del function is declared ---------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "delgen/Mx/Signature.h"

#include "delgen/Mx/Attributes.h"
#include "delgen/Mx/Request.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"

using namespace mlir;

namespace delgen::mx {

std::string delName(func::FuncOp base, llvm::ArrayRef<Pattern> directions, bool namesAll) {
  std::string name =
      (stringAttr(base, attr::cppName) + "_d" + llvm::Twine(directions.size())).str();
  // d²f in x and x is f_d2_x; otherwise each direction is named.
  const bool namesOne = llvm::all_equal(directions) && !namesAll;
  auto nameOf = [&](int64_t i) { return paramAttr(base, i, attr::name).str(); };
  for (const Pattern &direction : namesOne ? directions.take_front(1) : directions)
    name += "_" + llvm::join(llvm::map_range(direction, nameOf), "_and_");
  return name;
}

llvm::SmallVector<std::string> directionNames(func::FuncOp base,
                                              llvm::ArrayRef<Pattern> directions) {
  llvm::StringSet<> taken;
  for (unsigned i = 0; i < base.getNumArguments(); ++i)
    taken.insert(paramAttr(base, i, attr::name));
  llvm::SmallVector<std::string> names;
  for (auto [k, direction] : llvm::enumerate(directions))
    for (int64_t i : direction) {
      std::string name = ("d" + llvm::Twine(k + 1) + "_" + paramAttr(base, i, attr::name)).str();
      while (!taken.insert(name).second)
        name += '_';
      names.push_back(std::move(name));
    }
  return names;
}

DictionaryAttr directionAttrs(func::FuncOp base, unsigned i) {
  NamedAttrList attributes(base.getArgAttrDict(i));
  attributes.erase(attr::held);
  if (Attribute type = attributes.erase(attr::directionType))
    attributes.set(attr::type, type);
  return attributes.getDictionary(base.getContext());
}

/// `double f(double x` with f's own parameters, to which others are added.
static std::string startDeclaration(func::FuncOp base, llvm::StringRef result,
                                    llvm::StringRef name) {
  std::string text = (result + " " + name + "(").str();
  for (unsigned i = 0; i < base.getNumArguments(); ++i)
    text += ((i == 0 ? "" : ", ") + paramAttr(base, i, attr::type) + " " +
             paramAttr(base, i, attr::name))
                .str();
  return text;
}

std::string delDeclaration(func::FuncOp base, llvm::ArrayRef<Pattern> directions) {
  std::string text =
      startDeclaration(base, stringAttr(base, attr::result), delName(base, directions));
  auto names = directionNames(base, directions);
  const std::string *name = names.begin();
  for (const Pattern &direction : directions)
    for (int64_t i : direction)
      text += (", " + paramAttr(base, i, attr::type) + " " + *name++).str();
  return text + ");";
}

std::string vjpName(func::FuncOp base, int64_t parameter) {
  return requestName(base, {Reading::Vjp, {parameter}});
}

std::string vjpSymbol(func::FuncOp base, int64_t parameter) {
  return (base.getName() + ".vjp_" + paramAttr(base, parameter, attr::name)).str();
}

std::string vjpDeclaration(func::FuncOp base, int64_t parameter) {
  llvm::StringRef result = stringAttr(base, attr::result);
  std::string text =
      startDeclaration(base, paramAttr(base, parameter, attr::plain), vjpName(base, parameter));
  const bool isScalar =
      isa<FloatType>(base.getResultTypes().front()) && !base->hasAttr(attr::boxed);
  return text + ", " + parameterType(result, isScalar) + " " + freeName(base, "bar") + ");";
}

std::string freeName(func::FuncOp base, llvm::StringRef wanted) {
  std::string name = wanted.str();
  auto isTaken = [&](unsigned i) { return paramAttr(base, i, attr::name) == name; };
  while (llvm::any_of(llvm::seq<unsigned>(0, base.getNumArguments()), isTaken))
    name += '_';
  return name;
}

std::string parameterType(llvm::StringRef type, bool isScalar) {
  return isScalar ? type.str() : ("const " + type + "&").str();
}

llvm::StringSet<> sizeSymbols(func::FuncOp f) {
  llvm::StringSet<> symbols;
  auto add = [&](Type type) {
    if (auto matrix = dyn_cast<MatrixType>(type))
      for (Size size : {matrix.getRows(), matrix.getCols()})
        if (size.isSymbol())
          symbols.insert(size.symbol());
  };
  llvm::for_each(f.getArgumentTypes(), add);
  for (unsigned i = 0; i < f.getNumArguments(); ++i)
    if (llvm::StringRef size = paramAttr(f, i, attr::size); !size.empty())
      symbols.insert(size);
  f.walk([&](Operation *op) {
    llvm::for_each(op->getResultTypes(), add);
    if (auto bind = dyn_cast<BindOp>(op))
      symbols.insert(bind.getSymbol());
  });
  return symbols;
}

} // namespace delgen::mx
