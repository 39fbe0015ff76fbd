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

//===-- What requests name ------------------------------------------------===//

Variable variableOf(func::FuncOp f, int64_t i) {
  if (i >= 0)
    return {{i}, paramAttr(f, i, attr::name).str()};
  auto entry = cast<DictionaryAttr>(f->getAttrOfType<ArrayAttr>(attr::objects)[-1 - i]);
  auto text = [&](llvm::StringRef name) { return entry.getAs<StringAttr>(name).str(); };
  return {llvm::SmallVector<int64_t, 2>(entry.getAs<DenseI64ArrayAttr>("of").asArrayRef()),
          text("name"), text("access"), text("type")};
}

llvm::SmallVector<int64_t, 2> parametersOf(func::FuncOp f, llvm::ArrayRef<int64_t> variables) {
  llvm::SmallVector<int64_t, 2> parameters;
  for (int64_t i : variables)
    llvm::append_range(parameters, variableOf(f, i).parameters);
  return parameters;
}

std::string Variable::pathOf(func::FuncOp f, int64_t parameter) const {
  return accessOf(f, parameter).substr(access.size() + 1);
}

llvm::SmallVector<CppParameter> cppParameters(func::FuncOp f) {
  llvm::SmallVector<CppParameter> parameters;
  for (unsigned i = 0; i < f.getNumArguments(); ++i) {
    llvm::StringRef object = paramAttr(f, i, attr::object);
    // The fields of one object stand together.
    if (object.empty() || parameters.empty() || parameters.back().name != object)
      parameters.push_back(
          object.empty() ? CppParameter{paramAttr(f, i, attr::type).str(),
                                        paramAttr(f, i, attr::name).str(),
                                        {}}
                         : CppParameter{paramAttr(f, i, attr::objectType).str(), object.str(), {}});
    parameters.back().arguments.push_back(i);
  }
  return parameters;
}

void dropObject(func::FuncOp f, unsigned i) {
  for (llvm::StringRef name : {attr::object, attr::objectType, attr::path})
    f.removeArgAttr(i, StringAttr::get(f.getContext(), name));
}

void declareObject(func::FuncOp f, unsigned first, llvm::StringRef name, const Variable &variable) {
  Builder b(f.getContext());
  for (auto [k, parameter] : llvm::enumerate(variable.parameters)) {
    const std::string path = variable.pathOf(f, parameter);
    std::string own = (name + "." + path).str();
    llvm::replace(own, '.', '_');
    f.setArgAttr(first + k, attr::name, b.getStringAttr(own));
    f.setArgAttr(first + k, attr::object, b.getStringAttr(name));
    f.setArgAttr(first + k, attr::objectType, b.getStringAttr(parameterType(variable.type, false)));
    f.setArgAttr(first + k, attr::path, b.getStringAttr(path));
  }
}

//===-- Names -------------------------------------------------------------===//

/// f_d2_x_y of the names of what the directions perturb.
static std::string delName(func::FuncOp base, llvm::ArrayRef<std::string> names, bool namesOne) {
  std::string name = (stringAttr(base, attr::cppName) + "_d" + llvm::Twine(names.size())).str();
  for (const std::string &direction : namesOne ? names.take_front(1) : names)
    name += "_" + direction;
  return name;
}

std::string delName(func::FuncOp base, llvm::ArrayRef<Pattern> directions, bool namesAll) {
  auto nameOf = [&](int64_t i) { return paramAttr(base, i, attr::name).str(); };
  llvm::SmallVector<std::string> names;
  for (const Pattern &direction : directions)
    names.push_back(llvm::join(llvm::map_range(direction, nameOf), "_and_"));
  // d²f in x and x is f_d2_x; otherwise each direction is named.
  return delName(base, names, llvm::all_equal(directions) && !namesAll);
}

std::string delName(func::FuncOp base, llvm::ArrayRef<int64_t> variables, bool namesAll) {
  llvm::SmallVector<std::string> names;
  for (int64_t i : variables)
    names.push_back(variableOf(base, i).name);
  return delName(base, names, llvm::all_equal(variables) && !namesAll);
}

llvm::SmallVector<std::string> directionNames(func::FuncOp base,
                                              llvm::ArrayRef<Pattern> directions) {
  llvm::StringSet<> taken;
  for (unsigned i = 0; i < base.getNumArguments(); ++i) {
    taken.insert(paramAttr(base, i, attr::name));
    taken.insert(paramAttr(base, i, attr::object));
  }
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
  for (auto [i, parameter] : llvm::enumerate(cppParameters(base)))
    text += (i == 0 ? "" : ", ") + parameter.type + " " + parameter.name;
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
  auto isTaken = [&](unsigned i) {
    return paramAttr(base, i, attr::name) == name || paramAttr(base, i, attr::object) == name;
  };
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
