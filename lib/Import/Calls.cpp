//===- Calls.cpp - Calls, of the user's functions and of libraries --------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Operations.h"

#include "delgen/Mx/Attributes.h"
#include "delgen/Mx/Shapes.h"

#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/StringMap.h"

using namespace mlir;
using namespace clang;

namespace delgen {

using Value = mlir::Value;

/// True for a function of <cmath>, which may be declared in std or, as C has it, outside.
static bool isLibraryFunction(const ASTContext &ast, const FunctionDecl *callee) {
  if (isInNamespace(callee, "std"))
    return true;
  return callee->getDeclContext()->getRedeclContext()->isTranslationUnit() &&
         (callee->getBuiltinID() || ast.getSourceManager().isInSystemHeader(callee->getLocation()));
}

Value FunctionImporter::callExpression(const CallExpr *e) {
  if (auto *member = dyn_cast<CXXMemberCallExpr>(e))
    return memberCall(member);
  const FunctionDecl *callee = e->getDirectCallee();
  if (!callee)
    return refuse(e, "a call through a pointer is not supported; call the function, or pass a "
                     "lambda to a function template");
  if (const Expr *argument = passedOn(e))
    return expression(argument);
  if (auto [field, pair] = fieldGot(e); field) {
    std::optional<Place> object = objectPlace(pair);
    return object ? read(e, object->field(field)) : Value();
  }
  // INFINITY is a call of a builtin function.
  if ((callee->isConstexpr() || e->getNumArgs() == 0) && e->getType()->isArithmeticType())
    if (std::optional<Value> v = evaluate(e))
      return *v;
  if (std::optional<Value> v = listOperation(e, callee))
    return *v;
  if (isInNamespace(callee, "Eigen")) {
    if (auto *op = dyn_cast<CXXOperatorCallExpr>(e))
      return eigenOperator(op);
    Call c(e, callee, e->arguments());
    return eigenOperation(c);
  }
  if (isLibraryFunction(ast, callee) && !isa<CXXMethodDecl>(callee)) {
    Call c(e, callee, e->arguments());
    return mathFunction(c);
  }
  if (isa<CXXOperatorCallExpr>(e) && isInNamespace(callee, "std"))
    return refuse(e, "what is called here is not known while compiling, or not read, for it is in "
                     "an object of the standard library; declare 'auto f = [...]'");
  if (isInPlace(e))
    return callInPlace(e);
  return call(e, callee);
}

Value FunctionImporter::memberCall(const CXXMemberCallExpr *e) {
  const CXXMethodDecl *callee = e->getMethodDecl();
  if (!callee)
    return refuse(e, "a call through a pointer is not supported; call the function, or pass a "
                     "lambda to a function template");
  if (std::optional<Value> v = listOperation(e, callee))
    return *v;
  if (isInNamespace(callee, "std")) {
    QualType type = e->getImplicitObjectArgument()->getType();
    return refuse(e, quoted(callee->getNameAsString()) + " of " + quoted(typeName(type)) +
                         " is not supported" +
                         whyRefused(type, "; of the standard library only std::vector and "
                                          "std::array are"));
  }
  if (!isInNamespace(callee, "Eigen"))
    return isInPlace(e) ? callInPlace(e) : call(e, callee);
  Call c(e, callee, e->arguments());
  if (isa<CXXConversionDecl>(callee))
    c.name = "value"; // a 1×1 product is converted to its entry
  c.object = e->getImplicitObjectArgument();
  if (c.name == "finished")
    return finished(e);
  // x.rowwise() is nothing by itself.
  auto *inner = dyn_cast<CXXMemberCallExpr>(c.object->IgnoreParenImpCasts());
  const bool isVectorwise = eigenTemplate(callee->getParent()) == "VectorwiseOp" && inner;
  if (isVectorwise && c.name == "reverse") {
    c.self = expression(inner->getImplicitObjectArgument());
    return c.self ? importReverse(*this, c) : Value();
  }
  c.self = isEigenMethod(e, {"rows", "cols", "size"}) ? sizedOf(c.object) : Value();
  if (!c.self)
    c.self = expression(c.object);
  if (!c.self)
    return {};
  return eigenOperation(c);
}

Value FunctionImporter::sizedOf(const Expr *e) const {
  auto *reference = dyn_cast<DeclRefExpr>(e->IgnoreParenImpCasts());
  auto *declaration = reference ? dyn_cast<VarDecl>(reference->getDecl()) : nullptr;
  auto found = variables.find(declaration ? meant(declaration) : nullptr);
  return found != variables.end() && found->second.isUnset ? found->second.value : Value();
}

Value FunctionImporter::call(const CallExpr *e, const FunctionDecl *callee) {
  const std::string name = quoted(callee->getQualifiedNameAsString());
  const FunctionDecl *definition = callee->getDefinition();
  const Expr *self = nullptr;
  if (auto *member = dyn_cast<CXXMemberCallExpr>(e))
    self = member->getImplicitObjectArgument();
  // Of a functor the object is the first argument.
  const bool isFunctor = isa<CXXOperatorCallExpr>(e) && hasSelf(*callee);
  if (isFunctor)
    self = e->getArg(0);
  auto given = llvm::drop_begin(e->arguments(), isFunctor);
  const bool isTemplate = callee->getTemplateInstantiationPattern();
  if (isGeneric && callee->getTemplateSpecializationKind() == TSK_ExplicitSpecialization)
    return refuse(e, name +
                         " is an explicit specialisation, which other types do not have; give it "
                         "another name");
  const bool isGenericCall = isGeneric && isTemplate;
  if (!module.isOpaque(callee) && module.isOpen(definition, isGenericCall))
    return refuse(e, "recursion is not supported: this call leads back to " + name);

  llvm::SmallVector<Value> args;
  bool isGood = true;
  llvm::DenseMap<unsigned, Place> objects; // arguments that are passed field by field
  if (self && hasSelf(*callee)) {
    std::optional<Place> place = placeOf(self);
    if (!place)
      return refuse(self, "member functions are called of parameters and their fields only; write "
                          "a function that takes the object's values");
    objects[Place::self] = *place;
  }
  for (auto [i, argument] : llvm::enumerate(given)) {
    const bool isObject =
        i < callee->getNumParams() && structOf(callee->getParamDecl(i)->getType());
    std::optional<Place> place = isObject ? placeOf(argument) : std::nullopt;
    if (place)
      objects[i] = *place;
    args.push_back(place      ? Value()
                   : isObject ? refuse(argument, "an object that is passed on is a parameter of "
                                                 "this function, or a field of one; pass the "
                                                 "values of its fields")
                              : expression(argument));
    isGood &= place || args.back();
  }
  // In a function of entries, a function of numbers is one, too.
  const bool onEntries =
      !applied.empty() && llvm::any_of(llvm::zip(given, args), [](auto argument) {
        auto [code, value] = argument;
        return value && mx::isMatrix(value) && code->getType()->isArithmeticType();
      });
  if (onEntries && objects.empty())
    return isGood ? applyToEntries(e, definition, args) : Value();
  if (onEntries)
    return refuse(e, "a function of entries takes double or float, by value; write the others "
                     "where it is called");
  func::FuncOp f = module.get(callee, e, isGenericCall);
  if (!f || !isGood)
    return {};
  llvm::SmallVector<Value> passed;
  llvm::SmallVector<const Expr *> written;
  for (const Place &place : module.argumentsOf(callee, isGenericCall)) {
    const bool isSelf = place.parameter == Place::self;
    written.push_back(isSelf ? self : e->getArg(place.parameter + isFunctor));
    Value v = isSelf ? Value() : args[place.parameter];
    if (isSelf && place.fields.empty())
      v = integer(self, 0); // of a class without members
    else if (auto object = objects.find(place.parameter); object != objects.end()) {
      Place own = object->second;
      llvm::append_range(own.fields, place.fields);
      // An integer stays one of the object, also where its number is known.
      if (read(written.back(), own))
        v = arguments.at(orderOf(*function, own)).value;
    }
    if (!v)
      return {};
    passed.push_back(v);
  }
  args = passed;

  // One symbol of the callee is one size at this call.
  llvm::StringMap<mx::Size> bound;
  auto bind = [&](unsigned i, mx::Size formal, mx::Size actual) {
    if (formal.isSymbol())
      formal = bound.try_emplace(formal.symbol(), actual).first->second;
    const std::string why = "the argument for " + quoted(mx::paramAttr(f, i, mx::attr::name)) +
                            " of " + name + " is " + shapeOf(args[i]);
    return agree(written[i], formal, actual, why);
  };
  for (auto [i, formal] : llvm::enumerate(f.getArgumentTypes())) {
    if (formal.isIndex()) {
      llvm::StringRef symbol = mx::paramAttr(f, i, mx::attr::size);
      if (symbol.empty())
        continue;
      std::optional<mx::Size> actual = sizeFrom(written[i], args[i]);
      if (!actual)
        return {};
      mx::Size of = bound.try_emplace(symbol, *actual).first->second;
      if (!agree(written[i], of, *actual, "this is a size of another argument of " + name))
        return {};
      continue;
    }
    if (isa<mx::ListType>(formal)) {
      if (formal != args[i].getType())
        return refuse(written[i], unforeseen);
      continue;
    }
    if (!bind(i, mx::rowsOf(formal), rowsOf(args[i])) ||
        !bind(i, mx::colsOf(formal), colsOf(args[i])))
      return {};
  }
  mlir::Type result = f.getResultTypes().front();
  auto here = [&](mx::Size size, unsigned which) {
    if (size.isNumber())
      return size;
    if (auto found = bound.find(size.symbol()); found != bound.end())
      return found->second;
    // Only what is returned tells, or what is done with it.
    mx::Size own = sizes.get(e, which);
    if (!f.isExternal())
      sizes.setMeaning(own);
    return own;
  };
  mx::Size rows = here(mx::rowsOf(result), 0), cols = here(mx::colsOf(result), 1);
  return mx::CallOp::create(b, locationOf(e), shaped(rows, cols, mx::elementType(result)),
                            f.getSymName(), args);
}

} // namespace delgen
