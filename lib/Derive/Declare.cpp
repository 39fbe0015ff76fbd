//===- Declare.cpp - How what is read off is declared ---------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Readings.h"

#include "delgen/Mx/Attributes.h"
#include "delgen/Mx/Shapes.h"

using namespace mlir;

namespace delgen::mx {

/// True where C++ has an object of Eigen for this scalar.
static bool isBoxed(func::FuncOp f, int64_t i) {
  return isa<FloatType>(f.getArgumentTypes()[i]) && bool(f.getArgAttr(i, attr::view));
}

/// True for a function whose value is in the shape of what it is read in.
static bool isLikeVariable(const Request &request) {
  return llvm::is_contained({Reading::Gradient, Reading::Hvp, Reading::Vjp}, request.reading);
}

func::FuncOp Readings::declare(func::FuncOp base, const Request &request) {
  OpBuilder b(base.getContext());
  const unsigned own = base.getNumArguments();
  const Variable variable = variableOf(base, request.of.front());
  llvm::SmallVector<Type> inputs(base.getArgumentTypes()), results;
  Type value = base.getResultTypes().front();
  auto typeOf = [&](int64_t i) { return base.getArgumentTypes()[i]; };
  const bool hasDirection =
      llvm::is_contained({Reading::Directional, Reading::Taylor, Reading::Hvp}, request.reading);
  if (hasDirection)
    llvm::append_range(inputs, llvm::map_range(variable.parameters, typeOf));
  else if (request.reading == Reading::Vjp)
    inputs.push_back(value);
  if (!isLikeVariable(request))
    results.push_back(value);
  if (isLikeVariable(request) || request.reading == Reading::ValueAndGradient)
    llvm::append_range(results, llvm::map_range(parametersOf(base, request.of), typeOf));

  const std::string name = family.pickName(base, requestName(base, request));
  llvm::StringRef space = stringAttr(base, attr::nameSpace);
  auto to = func::FuncOp::create(base.getLoc(), space.empty() ? name : (space + "::" + name).str(),
                                 b.getFunctionType(inputs, results));
  to->setAttr(attr::cppName, b.getStringAttr(name));
  to->setAttr(attr::nameSpace, b.getStringAttr(space));
  to->setAttr(attr::base, FlatSymbolRefAttr::get(base.getNameAttr()));
  to->setAttr(attr::reading, request.attribute(b.getContext()));
  for (llvm::StringRef name : {attr::objects, attr::templated})
    if (Attribute kept = base->getAttr(name))
      to->setAttr(name, kept);
  to.setPrivate();
  symbols.insert(to);

  for (unsigned i = 0; i < own; ++i)
    to.setArgAttrs(i, base.getArgAttrDict(i));
  if (hasDirection) {
    const std::string direction = freeName(base, "d_" + variable.name);
    for (auto [k, i] : llvm::enumerate(variable.parameters)) {
      to.setArgAttrs(own + k, directionAttrs(base, i));
      to.setArgAttr(own + k, attr::name, b.getStringAttr(direction));
      keepLinear(to, own + k);
    }
    if (variable.isObject())
      declareObject(to, own, direction, variable);
  } else if (request.reading == Reading::Vjp) {
    to.setArgAttr(own, attr::name, b.getStringAttr(freeName(base, "bar")));
    const bool isPlainScalar = isa<FloatType>(value) && !base->hasAttr(attr::boxed);
    to.setArgAttr(own, attr::type,
                  b.getStringAttr(parameterType(stringAttr(base, attr::result), isPlainScalar)));
    if (Attribute view = base->getAttr(attr::resultView))
      to.setArgAttr(own, attr::view, view);
    if (base->hasAttr(attr::array))
      to.setArgAttr(own, attr::array, b.getUnitAttr());
  }
  describeResults(base, request, to);
  return to;
}

void Readings::describeResults(func::FuncOp base, const Request &request, func::FuncOp to) {
  OpBuilder b(base.getContext());
  const Variable variable = variableOf(base, request.of.front());
  // As f returns them, as the variable is declared, or plain matrices.
  auto describe = [&](Attribute type, bool isArray, bool isBoxed) {
    if (type)
      to->setAttr(attr::result, type);
    if (isArray)
      to->setAttr(attr::array, b.getUnitAttr());
    if (isBoxed)
      to->setAttr(attr::boxed, b.getUnitAttr());
  };
  if (isLikeVariable(request) && variable.isObject()) {
    to->setAttr(attr::result, b.getStringAttr(variable.type));
  } else if (isLikeVariable(request)) {
    const int64_t i = variable.parameters.front();
    describe(base.getArgAttr(i, attr::plain), bool(base.getArgAttr(i, attr::array)),
             isBoxed(base, i));
  } else if (request.reading != Reading::Jacobian && request.reading != Reading::Hessian) {
    describe(base->getAttr(attr::result), base->hasAttr(attr::array), base->hasAttr(attr::boxed));
  }

  llvm::SmallVector<Attribute> outputs;
  auto addOutputs = [&](const Variable &of, const std::string &name) {
    for (int64_t i : of.parameters) {
      auto text = [&](llvm::StringRef key, const llvm::Twine &value) {
        return b.getNamedAttr(key, b.getStringAttr(value));
      };
      llvm::SmallVector<NamedAttribute> entries = {
          text("name", of.isObject() ? name + "." + of.pathOf(base, i) : name)};
      if (of.isObject())
        entries.append(
            {text("object", name), text("object_type", of.type), text("like", of.access)});
      if (Attribute plain = base.getArgAttr(i, attr::plain))
        entries.push_back(b.getNamedAttr("type", plain));
      if (base.getArgAttr(i, attr::array))
        entries.push_back(b.getNamedAttr("array", b.getUnitAttr()));
      if (isBoxed(base, i))
        entries.push_back(b.getNamedAttr("boxed", b.getUnitAttr()));
      outputs.push_back(b.getDictionaryAttr(entries));
    }
  };
  if (request.reading == Reading::ValueAndGradient) {
    for (int64_t i : request.of) {
      const Variable of = variableOf(base, i);
      addOutputs(of, freeName(base, "grad_" + of.name));
    }
  } else if (isLikeVariable(request) && variable.isObject()) {
    const char *prefix = request.reading == Reading::Gradient ? "grad_"
                         : request.reading == Reading::Hvp    ? "hvp_"
                                                              : "vjp_";
    const std::string name = freeName(base, prefix + variable.name);
    to->setAttr(attr::resultObject, b.getStringAttr(name));
    addOutputs(variable, name);
  }
  if (!outputs.empty())
    to->setAttr(attr::outputs, b.getArrayAttr(outputs));
}

FailureOr<func::FuncOp> Readings::del(func::FuncOp base, llvm::ArrayRef<int64_t> variables,
                                      bool namesAll) {
  llvm::SmallVector<Pattern> directions;
  for (int64_t i : variables)
    directions.push_back(variableOf(base, i).parameters);
  FailureOr<func::FuncOp> inFields = family.get(base, directions);
  if (failed(inFields))
    return failure();
  // The same function, whose directions are objects as the user has them.
  func::FuncOp to = inFields->clone();
  OpBuilder b(base.getContext());
  const std::string name = family.pickName(base, delName(base, variables, namesAll));
  llvm::StringRef space = stringAttr(base, attr::nameSpace);
  to.setName(space.empty() ? name : (space + "::" + name).str());
  to->setAttr(attr::cppName, b.getStringAttr(name));
  to->setAttr(attr::variables, b.getDenseI64ArrayAttr(variables));
  to.setPrivate();
  symbols.insert(to);
  unsigned next = base.getNumArguments();
  for (auto [k, i] : llvm::enumerate(variables)) {
    const Variable variable = variableOf(base, i);
    const std::string direction =
        freeName(base, ("d" + llvm::Twine(k + 1) + "_" + variable.name).str());
    if (variable.isObject())
      declareObject(to, next, direction, variable);
    else
      to.setArgAttr(next, attr::name, b.getStringAttr(direction));
    next += variable.parameters.size();
  }
  return to;
}

} // namespace delgen::mx
