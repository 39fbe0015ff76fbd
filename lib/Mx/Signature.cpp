//===- Signature.cpp - How a del function is declared ---------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "delgen/Mx/Signature.h"

#include "delgen/Mx/Attributes.h"

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

std::string delDeclaration(func::FuncOp base, llvm::ArrayRef<Pattern> directions) {
  std::string parameters;
  auto add = [&](unsigned i, llvm::StringRef name) {
    parameters += parameters.empty() ? "" : ", ";
    parameters += (paramAttr(base, i, attr::type) + " " + name).str();
  };
  for (unsigned i = 0; i < base.getNumArguments(); ++i)
    add(i, paramAttr(base, i, attr::name));
  auto names = directionNames(base, directions);
  const std::string *name = names.begin();
  for (const Pattern &direction : directions)
    for (int64_t i : direction)
      add(i, *name++);
  return (stringAttr(base, attr::result) + " " + delName(base, directions) + "(" + parameters +
          ");")
      .str();
}

} // namespace delgen::mx
