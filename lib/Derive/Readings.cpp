//===- Readings.cpp - What is read off del functions ----------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// No derivative is known here: a gradient is the transpose of a del function applied to 1, a
// Hessian is the matrix of the gradient's del function.
//
//===----------------------------------------------------------------------===//

#include "Readings.h"

#include "Adjoint.h"
#include "Inline.h"
#include "Materialize.h"
#include "Taylor.h"

#include "delgen/Mx/Attributes.h"
#include "delgen/Mx/Expr.h"
#include "delgen/Mx/Properties.h"
#include "delgen/Mx/Shapes.h"

using namespace mlir;

namespace delgen::mx {

//===-- The parts ---------------------------------------------------------===//

/// A null function could not be built, which has been reported.
static FailureOr<func::FuncOp> orFailure(func::FuncOp f) {
  if (!f)
    return failure();
  return f;
}

FailureOr<func::FuncOp> Readings::flat(func::FuncOp base) {
  auto [it, isNew] = flatCopies.try_emplace(base.getName());
  if (isNew) {
    func::FuncOp copy = base.clone();
    for (llvm::StringRef name : {attr::del, attr::delNamed, attr::requests})
      copy->removeAttr(name);
    copy.setPrivate();
    symbols.insert(copy);
    if (succeeded(inlineCalls(copy)) && succeeded(prepare(copy)))
      it->second = copy;
  }
  return orFailure(it->second);
}

FailureOr<func::FuncOp> Readings::linearized(func::FuncOp f, llvm::ArrayRef<int64_t> of) {
  Pattern perturbed(of);
  llvm::sort(perturbed);
  return family.get(f, perturbed);
}

/// The part of a gradient in the space of the directions: where a parameter is known to be
/// symmetric, lower, upper or diagonal, so is its gradient.
static Value projected(OpBuilder &b, func::FuncOp base, unsigned parameter, Value gradient) {
  if (isScalar(gradient))
    return gradient;
  Location loc = gradient.getLoc();
  llvm::SmallVector<llvm::StringRef> known;
  if (auto assumed = base.getArgAttrOfType<ArrayAttr>(parameter, attr::assume))
    llvm::append_range(known, assumed.getAsValueRange<StringAttr>());
  if (isTakenSymmetric(base.getArgument(parameter)))
    known.push_back("symmetric");
  for (llvm::StringRef property : known) {
    if (property == "symmetric" || property == "spd") {
      Value half = uniform(b, loc, 0.5, elementType(gradient.getType()));
      Value both = AddOp::create(b, loc, ValueRange{gradient, transpose(b, loc, gradient)});
      gradient = multiply(b, loc, {half, both});
    } else if (property == "lower" || property == "upper") {
      gradient = TriangleOp::create(b, loc, gradient, b.getBoolAttr(property == "lower"),
                                    b.getF64FloatAttr(1));
    } else if (property == "diagonal") {
      gradient = DiagOp::create(b, loc, DiagonalOp::create(b, loc, gradient));
    }
  }
  return gradient;
}

/// The values that `from` returns, computed at `b`.
static llvm::SmallVector<Value> copyBody(OpBuilder &b, func::FuncOp from, ValueRange arguments) {
  IRMapping copies;
  copies.map(from.getArguments(), arguments);
  for (Operation &op : from.front().without_terminator())
    b.clone(op, copies);
  llvm::SmallVector<Value> results;
  for (Value v : from.front().getTerminator()->getOperands())
    results.push_back(copies.lookup(v));
  return results;
}

//===-- Declarations ------------------------------------------------------===//

func::FuncOp Readings::declare(func::FuncOp base, const Request &request) {
  OpBuilder b(base.getContext());
  const unsigned own = base.getNumArguments(), variable = request.of.front();
  llvm::SmallVector<Type> inputs(base.getArgumentTypes()), results;
  Type value = base.getResultTypes().front(), shape = inputs[variable];
  const bool hasDirection =
      llvm::is_contained({Reading::Directional, Reading::Taylor, Reading::Hvp}, request.reading);
  const bool isLikeVariable =
      llvm::is_contained({Reading::Gradient, Reading::Hvp, Reading::Vjp}, request.reading);
  if (hasDirection)
    inputs.push_back(shape);
  else if (request.reading == Reading::Vjp)
    inputs.push_back(value);
  results.push_back(isLikeVariable ? shape : value);
  if (request.reading == Reading::ValueAndGradient)
    for (int64_t i : request.of)
      results.push_back(inputs[i]);

  const std::string name = family.pickName(base, requestName(base, request));
  llvm::StringRef space = stringAttr(base, attr::nameSpace);
  auto to = func::FuncOp::create(base.getLoc(), space.empty() ? name : (space + "::" + name).str(),
                                 b.getFunctionType(inputs, results));
  to->setAttr(attr::cppName, b.getStringAttr(name));
  to->setAttr(attr::nameSpace, b.getStringAttr(space));
  to->setAttr(attr::base, FlatSymbolRefAttr::get(base.getNameAttr()));
  to->setAttr(attr::reading, request.attribute(b.getContext()));
  if (Attribute templated = base->getAttr(attr::templated))
    to->setAttr(attr::templated, templated);
  to.setPrivate();
  symbols.insert(to);

  for (unsigned i = 0; i < own; ++i)
    to.setArgAttrs(i, base.getArgAttrDict(i));
  auto setName = [&](unsigned i, llvm::StringRef wanted) {
    to.setArgAttr(i, attr::name, b.getStringAttr(freeName(base, wanted)));
  };
  if (hasDirection) {
    to.setArgAttrs(own, directionAttrs(base, variable));
    setName(own, ("d_" + paramAttr(base, variable, attr::name)).str());
    keepLinear(to, own);
  } else if (request.reading == Reading::Vjp) {
    setName(own, "bar");
    const bool isPlainScalar = isa<FloatType>(value) && !base->hasAttr(attr::boxed);
    to.setArgAttr(own, attr::type,
                  b.getStringAttr(parameterType(stringAttr(base, attr::result), isPlainScalar)));
    if (Attribute view = base->getAttr(attr::resultView))
      to.setArgAttr(own, attr::view, view);
    if (base->hasAttr(attr::array))
      to.setArgAttr(own, attr::array, b.getUnitAttr());
  }

  // Results in C++: as f returns them, as the variable is declared, or plain matrices.
  auto describe = [&](Attribute type, bool isArray, bool isBoxed) {
    if (type)
      to->setAttr(attr::result, type);
    if (isArray)
      to->setAttr(attr::array, b.getUnitAttr());
    if (isBoxed)
      to->setAttr(attr::boxed, b.getUnitAttr());
  };
  // An object of Eigen that holds one number.
  auto isBoxed = [&](unsigned i) {
    return isa<FloatType>(inputs[i]) && bool(base.getArgAttr(i, attr::view));
  };
  if (isLikeVariable)
    describe(base.getArgAttr(variable, attr::plain), bool(base.getArgAttr(variable, attr::array)),
             isBoxed(variable));
  else if (request.reading != Reading::Jacobian && request.reading != Reading::Hessian)
    describe(base->getAttr(attr::result), base->hasAttr(attr::array), base->hasAttr(attr::boxed));
  if (request.reading == Reading::ValueAndGradient) {
    llvm::SmallVector<Attribute> outputs;
    for (int64_t i : request.of) {
      llvm::SmallVector<NamedAttribute> entries = {b.getNamedAttr(
          "name",
          b.getStringAttr(freeName(base, ("grad_" + paramAttr(base, i, attr::name)).str())))};
      if (Attribute plain = base.getArgAttr(i, attr::plain))
        entries.push_back(b.getNamedAttr("type", plain));
      if (base.getArgAttr(i, attr::array))
        entries.push_back(b.getNamedAttr("array", b.getUnitAttr()));
      if (isBoxed(i))
        entries.push_back(b.getNamedAttr("boxed", b.getUnitAttr()));
      outputs.push_back(b.getDictionaryAttr(entries));
    }
    to->setAttr(attr::outputs, b.getArrayAttr(outputs));
  }
  return to;
}

//===-- The kinds ---------------------------------------------------------===//

LogicalResult Readings::pullback(func::FuncOp base, const Request &request, func::FuncOp to) {
  FailureOr<func::FuncOp> f = flat(base);
  if (failed(f))
    return failure();
  FailureOr<func::FuncOp> linear = linearized(*f, request.of);
  if (failed(linear))
    return failure();
  OpBuilder b = OpBuilder::atBlockBegin(to.addEntryBlock());
  ValueRange arguments = to.getArguments().take_front(base.getNumArguments());
  llvm::SmallVector<Value> results;
  if (request.reading == Reading::ValueAndGradient)
    results = copyBody(b, *f, arguments);

  IRMapping copies;
  const unsigned own = base.getNumArguments();
  copies.map(linear->getArguments().take_front(own), arguments);
  Adjoint adjoint(b, copies, linear->getArguments().drop_front(own));
  // Sizes that the function makes, unless the value has brought them already.
  if (results.empty())
    for (auto bind : linear->getOps<BindOp>())
      BindOp::create(b, bind.getLoc(), adjoint.copyOf(bind.getA()), bind.getSymbolAttr());
  Value w = request.reading == Reading::Vjp
                ? to.getArgument(own)
                : uniform(b, base.getLoc(), 1, base.getResultTypes().front());
  auto cotangents = adjoint.run(linear->front().getTerminator()->getOperand(0), w);
  if (failed(cotangents))
    return failure();
  Pattern perturbed(request.of);
  llvm::sort(perturbed);
  for (int64_t i : request.of) {
    Value own = (*cotangents)[llvm::find(perturbed, i) - perturbed.begin()];
    if (!own)
      own = uniform(b, base.getLoc(), 0, base.getArgumentTypes()[i]);
    results.push_back(projected(b, base, i, own));
  }
  func::ReturnOp::create(b, base.getLoc(), results);
  return success();
}

FailureOr<func::FuncOp> Readings::gradient(func::FuncOp base, int64_t parameter) {
  return get(base, Request{Reading::Gradient, {parameter}});
}

LogicalResult Readings::hvp(func::FuncOp base, const Request &request, func::FuncOp to) {
  FailureOr<func::FuncOp> g = gradient(base, request.of.front());
  if (failed(g))
    return failure();
  FailureOr<func::FuncOp> d = linearized(*g, request.of);
  if (failed(d))
    return failure();
  OpBuilder b = OpBuilder::atBlockBegin(to.addEntryBlock());
  func::ReturnOp::create(b, base.getLoc(), copyBody(b, *d, to.getArguments()));
  return success();
}

LogicalResult Readings::matrix(func::FuncOp base, const Request &request, func::FuncOp to) {
  const bool isHessian = request.reading == Reading::Hessian;
  FailureOr<func::FuncOp> f = isHessian ? gradient(base, request.of.front()) : flat(base);
  if (failed(f))
    return failure();
  const int64_t variable = request.of.back();
  FailureOr<func::FuncOp> linear = linearized(*f, variable);
  if (failed(linear))
    return failure();
  // A matrix acts on all directions; those that a structure excludes are projected first.
  func::FuncOp any = linear->clone();
  symbols.insert(any);
  BlockArgument direction = any.getArguments().back();
  any.removeArgAttr(direction.getArgNumber(), attr::assume);
  OpBuilder b = OpBuilder::atBlockBegin(&any.front());
  llvm::SmallPtrSet<Operation *, 4> own;
  if (Value inside = projected(b, base, variable, direction); inside != direction) {
    for (Operation &op : any.front()) {
      own.insert(&op);
      if (op.getResults() == ValueRange(inside))
        break;
    }
    direction.replaceAllUsesExcept(inside, own);
  }
  if (failed(prepare(any)))
    return failure();
  b.setInsertionPointToStart(to.addEntryBlock());
  const bool isSymmetric = isHessian && llvm::all_equal(request.of);
  FailureOr<Value> matrix = materialize(b, any, to.getArguments(), isSymmetric);
  if (failed(matrix))
    return failure();
  func::ReturnOp::create(b, base.getLoc(), *matrix);
  to.setType(b.getFunctionType(to.getArgumentTypes(), matrix->getType()));
  return success();
}

LogicalResult Readings::series(func::FuncOp base, const Request &request, func::FuncOp to) {
  FailureOr<func::FuncOp> f = flat(base);
  if (failed(f))
    return failure();
  OpBuilder b = OpBuilder::atBlockBegin(to.addEntryBlock());
  auto coefficients = taylorCoefficients(b, *f, to.getArguments().drop_back(), request.of.front(),
                                         to.getArguments().back(), request.order);
  if (failed(coefficients))
    return failure();
  Location loc = base.getLoc();
  Value result;
  if (request.reading == Reading::Taylor) {
    result = sumOfTangents(b, loc, *coefficients);
  } else if (Value last = coefficients->back()) {
    // dᵏf(x, d, …, d) = k! fₖ
    double factorial = 1;
    for (int64_t k = 2; k <= request.order; ++k)
      factorial *= static_cast<double>(k);
    result = multiply(b, loc, {uniform(b, loc, factorial, elementType(last.getType())), last});
  }
  if (!result)
    result = uniform(b, loc, 0, base.getResultTypes().front());
  func::ReturnOp::create(b, loc, result);
  return success();
}

FailureOr<func::FuncOp> Readings::get(func::FuncOp base, const Request &request) {
  const std::string key = requestName(base, request);
  auto [it, isNew] = known.try_emplace({base.getName().str(), key});
  if (!isNew)
    return orFailure(it->second);
  func::FuncOp to = declare(base, request);
  auto build = [&] {
    switch (request.reading) {
    case Reading::Directional:
    case Reading::Taylor:
      return series(base, request, to);
    case Reading::Gradient:
    case Reading::ValueAndGradient:
    case Reading::Vjp:
      return pullback(base, request, to);
    case Reading::Hvp:
      return hvp(base, request, to);
    case Reading::Jacobian:
    case Reading::Hessian:
      return matrix(base, request, to);
    }
    llvm_unreachable("not a kind of reading");
  };
  if (failed(build())) {
    symbols.erase(to);
    return failure();
  }
  known[{base.getName().str(), key}] = to;
  return to;
}

} // namespace delgen::mx
