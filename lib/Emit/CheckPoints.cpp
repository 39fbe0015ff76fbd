//===- CheckPoints.cpp - Points and directions of a check -----------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CheckPoints.h"

#include "Expression.h"
#include "Types.h"

#include "delgen/Mx/Attributes.h"
#include "delgen/Mx/Properties.h"
#include "delgen/Mx/Shapes.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/ADT/StringExtras.h"

#include <fmt/format.h>

using namespace mlir;
using namespace delgen::mx;

namespace delgen {

static bool isReal(Type type) { return isa<MatrixType, FloatType>(type); }

/// `Params` of `const Params&`.
static std::string objectTypeOf(StringRef type) {
  type.consume_front("const ");
  type.consume_back("&");
  return type.trim().str();
}

//===-- How the program spells things -------------------------------------===//

CheckPoints::Spot CheckPoints::spotOf(int64_t variable) const {
  const Variable v = variableOf(f, variable);
  const unsigned first = v.parameters.front();
  for (auto [k, parameter] : llvm::enumerate(parameters)) {
    if (!llvm::is_contained(parameter.arguments, first))
      continue;
    StringRef access = v.access;
    std::string text = v.isObject() ? "" : accessOf(f, first);
    if (!v.isObject())
      access = text;
    access.consume_front(parameter.name);
    return {static_cast<unsigned>(k), f.getArgAttr(first, attr::object) ? access.str() : ""};
  }
  llvm_unreachable("a parameter is one of C++ or a part of it");
}

Texts CheckPoints::arguments(std::optional<int64_t> replaced, StringRef by) const {
  Texts texts;
  for (size_t k = 0; k < parameters.size(); ++k)
    texts.push_back("a" + std::to_string(k));
  if (replaced)
    replace(texts, *replaced, by.str());
  return texts;
}

void CheckPoints::replace(Texts &arguments, int64_t variable, const std::string &by) const {
  const Spot spot = spotOf(variable);
  std::string &text = arguments[spot.parameter];
  if (spot.path.empty()) {
    text = by;
    return;
  }
  // One lambda may stand in another.
  const std::string name = "o" + std::to_string(StringRef(by).count("delgen_check::with("));
  text =
      fmt::format("delgen_check::with({0}, [&](auto &{1}) {{ delgen_check::set({1}{2}, {3}); }})",
                  text, name, spot.path, by);
}

std::string CheckPoints::valueIn(const Texts &arguments, int64_t variable) const {
  const Spot spot = spotOf(variable);
  return arguments[spot.parameter] + spot.path;
}

std::string CheckPoints::direction(int64_t k, int64_t variable) {
  return fmt::format("d{}_{}", k, idOf(variable));
}

std::optional<int64_t> CheckPoints::fixedSize(Size size) const {
  // The parameters of a template that are sizes, in the order of their uses.
  llvm::SetVector<StringRef> sizes;
  std::optional<int64_t> found;
  for (unsigned i = 0; i < f.getNumArguments(); ++i)
    for (auto [own, name] : {std::pair(rowsOf(f.getArgumentTypes()[i]), attr::staticRows),
                             std::pair(colsOf(f.getArgumentTypes()[i]), attr::staticCols)}) {
      StringRef text = paramAttr(f, i, name);
      if (text.empty() || text.contains(':') || !own.isSymbol())
        continue;
      sizes.insert(text);
      if (own == size)
        found = 2 + (llvm::find(sizes, text) - sizes.begin());
    }
  return found;
}

/// A template is tested as its instance for double, fixed sizes and plain objects.
std::string CheckPoints::instanceType(unsigned i) const {
  Type type = f.getArgumentTypes()[i];
  const bool isArray = bool(f.getArgAttr(i, attr::array));
  auto matrix = dyn_cast<MatrixType>(type);
  if (!matrix)
    return spellType(type, isArray);
  auto fixed = [&](Size size) {
    std::optional<int64_t> n = fixedSize(size);
    return n ? Size::number(f.getContext(), *n) : size;
  };
  return spellType(shaped(fixed(matrix.getRows()), fixed(matrix.getCols()), matrix.getElement()),
                   isArray);
}

std::string CheckPoints::plainType(unsigned i) const {
  StringRef plain = paramAttr(f, i, attr::plain);
  // What depends on nothing is as it is.
  if (f->hasAttr(attr::templated) && f.getArgAttr(i, attr::generic))
    return instanceType(i);
  return plain.empty() ? spellType(f.getArgumentTypes()[i], bool(f.getArgAttr(i, attr::array)))
                       : plain.str();
}

std::string CheckPoints::typeOf(int64_t variable) const {
  const Variable v = variableOf(f, variable);
  return v.isObject() ? v.type : plainType(v.parameters.front());
}

StringRef CheckPoints::structureOf(unsigned i) const {
  auto assumed = f.getArgAttrOfType<ArrayAttr>(i, attr::assume);
  if (assumed && !assumed.empty())
    return cast<StringAttr>(assumed[0]).getValue();
  return isTakenSymmetric(f.getArgument(i)) ? "spd" : "";
}

llvm::SmallVector<std::pair<std::string, std::string>>
CheckPoints::structures(int64_t variable) const {
  const Variable v = variableOf(f, variable);
  llvm::SmallVector<std::pair<std::string, std::string>> found;
  for (int64_t i : v.parameters)
    if (StringRef structure = structureOf(i); !structure.empty())
      found.emplace_back(v.isObject() ? "." + v.pathOf(f, i) : "", structure.str());
  return found;
}

//===-- Drawing -----------------------------------------------------------===//

std::string CheckPoints::randomly(StringRef what, unsigned i) const {
  Type type = f.getArgumentTypes()[i];
  return fmt::format("c.{}<{}>({}, {}, \"{}\")", what.str(), plainType(i), sizeText(rowsOf(type)),
                     sizeText(colsOf(type)), structureOf(i).str());
}

/// How the program draws a list: 0 is any size.
static std::string drawnList(ListType list, const std::string &name) {
  Type entry = list;
  while (auto inner = dyn_cast<ListType>(entry))
    entry = inner.getElement();
  auto text = [](Size size) {
    return size.isNumber() ? std::to_string(size.number()) : std::string("0");
  };
  return fmt::format("c.list<{}>({}, {})", name, text(rowsOf(entry)), text(colsOf(entry)));
}

std::string CheckPoints::randomDirection(unsigned i) const {
  if (!isa<ListType>(f.getArgumentTypes()[i]))
    return randomly("direction", i);
  return fmt::format("c.stepOf({})", argument(i));
}

bool CheckPoints::hasLists() const {
  return llvm::any_of(f.getArgumentTypes(), llvm::IsaPred<ListType>);
}

/// Gives a member a value.
static std::string filled(const std::string &member, const std::string &value) {
  return fmt::format("delgen_check::fill({}, {})", member, value);
}

/// How long lists must be for what is read of them, as far as indices tell.
static int64_t leastLength(func::FuncOp f) {
  int64_t least = 1;
  f->getParentOfType<ModuleOp>().walk([&](AtOp at) {
    auto number = at.getI().getDefiningOp<arith::ConstantIndexOp>();
    // Integers that are drawn are small.
    const bool isDrawn = isa<BlockArgument>(at.getI()) ||
                         isa_and_nonnull<arith::AddIOp, arith::SubIOp>(at.getI().getDefiningOp());
    least = std::max<int64_t>({least, number ? number.value() + 1 : 1, isDrawn ? 4 : 1});
  });
  return least;
}

void CheckPoints::noteLarge(func::FuncOp derivative) {
  derivative.walk([&](Operation *op) {
    auto inverse = dyn_cast<InverseOp>(op);
    if (!isa<MirrorOp>(op) && !(inverse && isHalved(inverse)))
      return;
    if (Size rows = rowsOf(op->getResult(0).getType()); rows.isSymbol())
      large.insert(rows.symbol());
  });
}

void CheckPoints::print(llvm::raw_ostream &os, StringRef call) const {
  llvm::SetVector<llvm::StringRef> symbols;
  for (Type type : f.getArgumentTypes())
    if (isa<MatrixType>(type))
      for (Size size : {rowsOf(type), colsOf(type)})
        if (size.isSymbol())
          symbols.insert(size.symbol());
  for (unsigned i = 0; i < f.getNumArguments(); ++i)
    if (StringRef symbol = paramAttr(f, i, attr::size); !symbol.empty())
      symbols.insert(symbol);
  if (hasLists())
    os << fmt::format("    c.useOneSize({});\n", leastLength(f));
  for (llvm::StringRef symbol : symbols)
    os << fmt::format("    const Eigen::Index n_{} = {};\n", symbol.str(), [&] {
      std::optional<int64_t> n = fixedSize(Size::symbol(f.getContext(), symbol));
      if (n)
        return std::to_string(*n);
      return large.contains(symbol) ? fmt::format("c.size({})", smallestHalf)
                                    : std::string("c.size()");
    }());
  Texts own = arguments();
  for (auto [k, parameter] : llvm::enumerate(parameters)) {
    const unsigned first = parameter.arguments.front();
    const bool isObject = bool(f.getArgAttr(first, attr::object));
    if (isObject)
      os << fmt::format("    auto {} = delgen_check::made<{}>();\n", own[k],
                        objectTypeOf(parameter.type));
    for (unsigned i : parameter.arguments) {
      if (isReal(f.getArgumentTypes()[i]) || isa<ListType>(f.getArgumentTypes()[i])) {
        if (!isObject)
          os << fmt::format("    {} {};\n", plainType(i), own[k]);
        continue;
      }
      StringRef symbol = paramAttr(f, i, attr::size);
      if (StringRef object = paramAttr(f, i, attr::plain); !object.empty()) {
        os << "    const " << object << " " << argument(i) << "{};\n"; // without members
        continue;
      }
      const std::string type = objectTypeOf(paramAttr(f, i, attr::type));
      const std::string value =
          fmt::format("static_cast<{}>({})", type, symbol.empty() ? "1" : "n_" + symbol.str());
      os << "    "
         << (isObject ? filled(argument(i), value)
                      : fmt::format("const {} {} = {}", type, argument(i), value))
         << ";\n";
    }
  }
  os << "    do {\n";
  for (unsigned i = 0; i < f.getNumArguments(); ++i) {
    auto list = dyn_cast<ListType>(f.getArgumentTypes()[i]);
    if (!list && !isReal(f.getArgumentTypes()[i]))
      continue;
    const std::string value = list ? drawnList(list, plainType(i)) : randomly("point", i);
    os << "      "
       << (f.getArgAttr(i, attr::object) ? filled(argument(i), value) : argument(i) + " = " + value)
       << ";\n";
  }
  os << "    } while (!c.accepts(delgen_check::flat(" << call << ")));\n";
}

void CheckPoints::printDirection(llvm::raw_ostream &os, int64_t k, int64_t variable) const {
  const Variable v = variableOf(f, variable);
  const std::string name = direction(k, variable);
  if (!v.isObject()) {
    os << "    [[maybe_unused]] const auto " << name << " = "
       << randomDirection(v.parameters.front()) << ";\n";
  } else {
    os << "    [[maybe_unused]] auto " << name << " = " << argument(variable) << ";\n";
    for (int64_t i : v.parameters)
      os << "    " << name << "." << v.pathOf(f, i) << " = " << randomDirection(i) << ";\n";
  }
}

void CheckPoints::printFields(llvm::raw_ostream &os, llvm::StringSet<> &known) const {
  auto objects = f->getAttrOfType<ArrayAttr>(attr::objects);
  for (int64_t k = 0; objects && k < static_cast<int64_t>(objects.size()); ++k) {
    const Variable v = variableOf(f, -1 - k);
    if (!known.insert(v.type).second)
      continue;
    os << "\ntemplate <> struct delgen_check::Fields<" << v.type
       << "> {\n  static constexpr bool areKnown = true;\n"
       << "  template <class A, class B, class F> static void each(A &a, B &b, const F &f) {\n";
    for (int64_t i : v.parameters)
      os << fmt::format("    f(a.{0}, b.{0});\n", v.pathOf(f, i));
    os << "  }\n};\n";
  }
}

} // namespace delgen
