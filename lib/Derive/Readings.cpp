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
#include "delgen/Mx/Sizes.h"

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
  if (!isMatrix(gradient))
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

/// A zero of the shape of `v`.
static Value zeroLike(OpBuilder &b, Location loc, Value v) {
  if (isa<ListType>(v.getType()))
    return ZerosLikeOp::create(b, loc, v);
  return uniform(b, loc, 0, v.getType());
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

//===-- The kinds ---------------------------------------------------------===//

LogicalResult Readings::pullback(func::FuncOp base, const Request &request, func::FuncOp to) {
  FailureOr<func::FuncOp> f = flat(base);
  if (failed(f))
    return failure();
  Pattern perturbed = parametersOf(base, request.of);
  FailureOr<func::FuncOp> linear = linearized(*f, perturbed);
  if (failed(linear))
    return failure();
  carrySizes(*linear);
  OpBuilder b = OpBuilder::atBlockBegin(to.addEntryBlock());
  ValueRange arguments = to.getArguments().take_front(base.getNumArguments());
  llvm::SmallVector<Value> results;
  if (request.reading == Reading::ValueAndGradient)
    results = copyBody(b, *f, arguments);

  IRMapping copies;
  const unsigned own = base.getNumArguments();
  copies.map(linear->getArguments().take_front(own), arguments);
  Adjoint adjoint(b, copies, linear->getArguments().drop_front(own));
  Value w = request.reading == Reading::Vjp
                ? to.getArgument(own)
                : uniform(b, base.getLoc(), 1, base.getResultTypes().front());
  // The value has brought the sizes that the function makes.
  auto cotangents = adjoint.run(linear->front().getTerminator()->getOperand(0), w,
                                /*bindsSizes=*/results.empty());
  if (failed(cotangents))
    return failure();
  Pattern sorted = perturbed;
  llvm::sort(sorted);
  for (int64_t i : perturbed) {
    Value own = (*cotangents)[llvm::find(sorted, i) - sorted.begin()];
    if (!own)
      own = zeroLike(b, base.getLoc(), to.getArgument(i));
    results.push_back(projected(b, base, i, own));
  }
  func::ReturnOp::create(b, base.getLoc(), results);
  return success();
}

FailureOr<func::FuncOp> Readings::gradient(func::FuncOp base, int64_t parameter) {
  return get(base, Request{Reading::Gradient, {parameter}});
}

LogicalResult Readings::hvp(func::FuncOp base, const Request &request, func::FuncOp to) {
  OpBuilder b = OpBuilder::atBlockBegin(to.addEntryBlock());
  llvm::SmallVector<Value> results;
  // Of an object the part in each field; what they share is computed once in the end.
  const Pattern perturbed = parametersOf(base, request.of);
  for (int64_t i : perturbed) {
    FailureOr<func::FuncOp> g = gradient(base, i);
    if (failed(g))
      return failure();
    FailureOr<func::FuncOp> d = linearized(*g, perturbed);
    if (failed(d))
      return failure();
    llvm::append_range(results, copyBody(b, *d, to.getArguments()));
  }
  func::ReturnOp::create(b, base.getLoc(), results);
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
  const unsigned own = base.getNumArguments();
  auto coefficients =
      taylorCoefficients(b, *f, to.getArguments().take_front(own), parametersOf(base, request.of),
                         to.getArguments().drop_front(own), request.order);
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
