//===- Generic.cpp - What generated templates call types ------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Generic.h"

#include "Layout.h"
#include "Types.h"

#include "delgen/Mx/Attributes.h"
#include "delgen/Mx/Shapes.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Regex.h"

#include <fmt/format.h>

using namespace mlir;
using namespace delgen::mx;

namespace delgen {

static bool isIdentifier(llvm::StringRef text) {
  return llvm::all_of(text, [](char c) { return llvm::isAlnum(c) || c == '_'; });
}

/// True where `text` has the identifier `word`.
static bool mentions(llvm::StringRef text, llvm::StringRef word) {
  for (size_t at = text.find(word); at != llvm::StringRef::npos; at = text.find(word, at + 1)) {
    const bool startsHere = at == 0 || !isIdentifier(text.substr(at - 1, 1));
    llvm::StringRef behind = text.substr(at + word.size(), 1);
    if (startsHere && (behind.empty() || !isIdentifier(behind)))
      return true;
  }
  return false;
}

Generic::Generic(func::FuncOp f, const Names &names)
    : f(f), names(names), form(f->getAttrOfType<DictionaryAttr>(attr::templated)) {
  for (auto bind : f.getOps<BindOp>())
    if (auto product = bind.getA().getDefiningOp<arith::MulIOp>())
      products.try_emplace(bind.getSymbol(), product);
  if (!form)
    return;
  if (auto scalar = form.getAs<StringAttr>("scalar")) {
    ownScalar = scalar.str();
    alias = isIdentifier(ownScalar) ? ownScalar : names.helper("Scalar");
  }
  for (BlockArgument argument : f.getArguments())
    if (const unsigned i = argument.getArgNumber(); !paramAttr(f, i, attr::held).empty())
      held[argument] = names.helper((paramAttr(f, i, attr::name) + "_").str());
}

bool Generic::isDependent(llvm::StringRef type) const {
  return llvm::any_of(form.getAs<ArrayAttr>("names").getAsValueRange<StringAttr>(),
                      [&](llvm::StringRef name) { return mentions(type, name); });
}

//===-- Types -------------------------------------------------------------===//

std::string Generic::scalar(Type type) const {
  return alias.empty() || type.isF32() ? spellScalar(type) : alias;
}

std::string Generic::size(Size size) const {
  if (size.isNumber())
    return std::to_string(size.number());
  for (BlockArgument argument : f.getArguments()) {
    auto matrix = dyn_cast<MatrixType>(argument.getType());
    if (!matrix)
      continue;
    for (auto [own, name] : {std::pair(matrix.getRows(), attr::staticRows),
                             std::pair(matrix.getCols(), attr::staticCols)})
      if (llvm::StringRef text = paramAttr(f, argument.getArgNumber(), name);
          own == size && !text.empty() && text != "Eigen::Dynamic")
        return text.str();
  }
  // The number of entries of a matrix.
  auto product = products.find(size.symbol());
  return product == products.end() ? "Eigen::Dynamic" : entries(product->second);
}

std::string Generic::entries(arith::MulIOp product) const {
  auto l = product.getLhs().getDefiningOp<ExtentOp>(),
       r = product.getRhs().getDefiningOp<ExtentOp>();
  for (BlockArgument argument : f.getArguments()) {
    auto matrix = dyn_cast<MatrixType>(argument.getType());
    llvm::StringRef rows = paramAttr(f, argument.getArgNumber(), attr::staticRows);
    if (l && r && matrix && rows.consume_back("::RowsAtCompileTime") &&
        matrix.getRows() == Size::symbol(f.getContext(), l.getSymbol()) &&
        matrix.getCols() == Size::symbol(f.getContext(), r.getSymbol()))
      return rows.str() + "::SizeAtCompileTime";
  }
  return "Eigen::Dynamic";
}

std::string Generic::type(Type type, bool array, bool inBody) const {
  if (auto list = dyn_cast<ListType>(type))
    return "std::vector<" + this->type(list.getElement(), false, inBody) + ">";
  if (isa<IndexType>(type))
    return spellType(type, false);
  auto matrix = dyn_cast<MatrixType>(type);
  const std::string entries = inBody || ownScalar.empty() || elementType(type).isF32()
                                  ? scalar(elementType(type))
                                  : ownScalar;
  if (!matrix)
    return entries;
  const std::string rows = size(matrix.getRows()), cols = size(matrix.getCols());
  auto isPlain = [](Size size, const std::string &name) {
    return size.isNumber() || name == "Eigen::Dynamic";
  };
  if (alias.empty() && isPlain(matrix.getRows(), rows) && isPlain(matrix.getCols(), cols))
    return spellType(type, array);
  return fmt::format("Eigen::{}<{}, {}, {}>", array ? "Array" : "Matrix", entries, rows, cols);
}

std::string Generic::literal(double number, Type type) const {
  if (number < 0)
    return "-" + literal(-number, type);
  std::string text = decimal(number);
  if (!alias.empty() && !type.isF32())
    return alias + "(" + text + ")";
  if (text.find_first_of(".e") == std::string::npos)
    text += ".0";
  return type.isF32() ? text + "f" : text;
}

//===-- Values ------------------------------------------------------------===//

std::string Generic::parameter(BlockArgument argument) {
  const unsigned i = argument.getArgNumber();
  std::string name = names[argument].str();
  if (!form)
    return name;
  read.insert(argument);
  if (auto it = held.find(argument); it != held.end())
    return it->second;
  if (alias.empty() || isa<IndexType>(argument.getType()) ||
      elementType(argument.getType()).isF32())
    return name;
  llvm::StringRef type = paramAttr(f, i, attr::type);
  type.consume_front("const ");
  type.consume_back("&");
  // Everything is computed in the template's own numbers.
  const bool isNumber = type == "double" || type == "float" || isIdentifier(type);
  if (isNumber && isa<FloatType>(argument.getType()))
    return type == ownScalar ? name : "static_cast<" + alias + ">(" + name + ")";
  return isDependent(type) ? name : name + ".template cast<" + alias + ">()";
}

std::string Generic::converted(std::string value, llvm::StringRef type, bool isMatrix) const {
  if (alias.empty() || type == ownScalar || type == alias)
    return value;
  if (!isMatrix)
    return "static_cast<" + type.str() + ">(" + value + ")";
  return isDependent(type) ? value : "(" + value + ").template cast<" + type.str() + "::Scalar>()";
}

//===-- Text --------------------------------------------------------------===//

std::string Generic::head() const {
  return form ? form.getAs<StringAttr>("head").str() : std::string();
}

std::vector<std::string> Generic::prologue(llvm::StringRef body) const {
  std::vector<std::string> lines;
  if (!form)
    return lines;
  for (Attribute entry : form.getAs<ArrayAttr>("asserts")) {
    auto parts = cast<ArrayAttr>(entry);
    lines.push_back(fmt::format("static_assert({}, \"{}\");", cast<StringAttr>(parts[0]).str(),
                                cast<StringAttr>(parts[1]).str()));
  }
  if (alias != ownScalar && mentions(body, alias))
    lines.push_back("using " + alias + " = " + ownScalar + ";");
  for (BlockArgument argument : f.getArguments())
    if (auto it = held.find(argument); it != held.end() && read.contains(argument)) {
      const unsigned i = argument.getArgNumber();
      lines.push_back(fmt::format("const {} {}({}.derived());", paramAttr(f, i, attr::held).str(),
                                  it->second, names[argument].str()));
    }
  return lines;
}

std::string Generic::statement(std::string text) const {
  if (!form)
    return text;
  // A member template of what depends on the arguments; comparisons have spaces around.
  static const llvm::Regex member("\\.([A-Za-z_][A-Za-z_0-9]*)<");
  std::string out;
  llvm::StringRef rest = text;
  llvm::SmallVector<llvm::StringRef> parts;
  while (member.match(rest, &parts)) {
    llvm::StringRef before(rest.data(), parts[0].data() - rest.data());
    out += before;
    out += ".template " + parts[1].str() + "<";
    rest = rest.drop_front(before.size() + parts[0].size());
  }
  return out + rest.str();
}

} // namespace delgen
