//===- Function.cpp - One C++ function becomes one function of mx ---------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Operations infer their types, so sizes must be final when they are built. A function is
// therefore imported at least twice: what an attempt learns about sizes holds from the
// start of the next, and the last one, which learned nothing, stays.
//
//===----------------------------------------------------------------------===//

#include "Importer.h"

#include "delgen/Mx/Attributes.h"
#include "delgen/Mx/Called.h"
#include "delgen/Mx/Shapes.h"
#include "delgen/Mx/Sizes.h"

#include "mlir/Interfaces/SideEffectInterfaces.h"
#include "clang/AST/Attr.h"
#include "clang/AST/DeclTemplate.h"

using namespace mlir;
using namespace clang;

namespace delgen {

using Value = mlir::Value;

std::string namespaceOf(const Decl *decl) {
  std::string name;
  for (const DeclContext *c = decl->getDeclContext(); c; c = c->getParent()) {
    auto *space = dyn_cast<NamespaceDecl>(c);
    if (!space || space->isInline() || space->isAnonymousNamespace())
      continue;
    name = name.empty() ? space->getName().str() : (space->getName() + "::" + name).str();
  }
  return name;
}

std::string generatedName(const FunctionDecl *function) {
  auto *method = dyn_cast<CXXMethodDecl>(function);
  // What a functor computes is called as its class is.
  return method && method->getOverloadedOperator() == OO_Call
             ? method->getParent()->getNameAsString()
             : function->getNameAsString();
}

std::optional<std::string> reasonToRefuse(const FunctionDecl *function, bool isOpaque) {
  if (function->isDependentContext() && !function->getDescribedFunctionTemplate())
    return "members of class templates are not supported; write a function template";
  if (function->getTemplateInstantiationPattern() && isOpaque)
    return "it is a template whose body is not visible here; define it in this file or a header, "
           "outside of system headers";
  if (auto *method = dyn_cast<CXXMethodDecl>(function)) {
    if (isa<CXXConstructorDecl, CXXDestructorDecl, CXXConversionDecl>(method))
      return "only member functions with a name, and operator(), are supported; write such a one";
    if (isOpaque)
      return "the derivatives of a member function are not written by hand; write a free function "
             "that takes the object's values";
    if (!method->isStatic() && !method->isConst())
      return "it may change its object, for it is not const; make it a const member function";
    if (method->isVirtual() && !method->hasAttr<FinalAttr>() &&
        !method->getParent()->isEffectivelyFinal())
      return "it is virtual, and may be another function in another class; write a function that "
             "is not, or declare it final";
    if (method->getParent()->isLambda())
      return "lambdas are not differentiated; write a function";
  }
  if (!function->getDeclName().isIdentifier() && function->getOverloadedOperator() != OO_Call)
    return "operators are not supported; give the function a name";
  if (function->isVariadic())
    return "functions with a variable number of parameters are not supported; take a std::vector";
  if (isOpaque)
    return std::nullopt;
  const FunctionDecl *definition = function->getDefinition();
  if (!definition)
    return "its body is not visible here; define it in this file or a header";
  if (definition->isDeleted() || !definition->hasBody())
    return "it has no body that delgen reads; define it outside of system headers";
  if (!isa<CompoundStmt>(definition->getBody()))
    return "its body is a try block, which hides what follows what; write an ordinary one";
  return std::nullopt;
}

//===-- The declaration ---------------------------------------------------===//

bool FunctionImporter::declareParameters(llvm::StringRef symbol) {
  bool isGood = true;
  llvm::SmallVector<mlir::Type> types;
  for (const ParmVarDecl *parameter : function->parameters())
    isGood &= accepts(parameter);
  if (isGood)
    for (auto &[order, argument] : arguments)
      types.push_back(argumentType(argument));
  QualType returnType = function->getReturnType();
  std::optional<EigenType> eigen = eigenType(ast, returnType);
  auto no = [&](const llvm::Twine &text) {
    report.error(function->getLocation(), text, function->getReturnTypeSourceRange());
    isGood = false;
  };
  if (returnType->isVoidType())
    no(quoted(function->getNameAsString()) +
       " returns nothing; return the result instead of writing it "
       "to a parameter");
  else if (returnType->isIntegralOrEnumerationType())
    no(quoted(function->getNameAsString()) + " returns " + quoted(typeName(returnType)) +
       "; only functions that return real numbers or matrices are supported");
  else if (eigen ? !floatType(eigen->scalar) : !floatType(returnType.getNonReferenceType()))
    no("results of type " + quoted(typeName(returnType)) + " are not supported" +
       whyRefused(returnType, "; only double, float, and Matrix and Array of Eigen are"));
  if (!isGood)
    return false;

  result = func::FuncOp::create(locationOf(function->getLocation()), symbol,
                                b.getFunctionType(types, {}));
  Block *body = result.addEntryBlock();
  b.setInsertionPointToStart(body);
  for (auto [entry, value] : llvm::zip(arguments, body->getArguments())) {
    Argument &argument = entry.second;
    const ParmVarDecl *parameter = argument.place.parameter == Place::self
                                       ? nullptr
                                       : function->getParamDecl(argument.place.parameter);
    value.setLoc(
        NameLoc::get(b.getStringAttr(argument.name),
                     locationOf(parameter ? parameter->getLocation() : function->getLocation())));
    argument.value = value;
    if (parameter && argument.place.fields.empty())
      variables[parameter].value = value;
  }
  return true;
}

//===-- Attempts ----------------------------------------------------------===//

void FunctionImporter::startAttempt() {
  dropped.clear();
  if (result)
    result->erase();
  result = {};
  variables.clear();
  objects.clear();
  views.clear();
  returnedObject = std::nullopt;
  hasNewArguments = false;
  for (auto &[order, argument] : arguments)
    argument.value = {};
  computed.clear();
  tables.clear();
  closures.clear();
  kinks.clear();
  bodies.clear();
  inlined.clear();
  report.clear();
  llvm::StringSet<> taken;
  for (const ParmVarDecl *parameter : function->parameters())
    taken.insert(parameter->getName());
  for (auto &[order, argument] : arguments)
    taken.insert(argument.name);
  sizes.startAttempt(taken);
}

bool FunctionImporter::attempt(llvm::StringRef symbol) {
  startAttempt();
  if (!declareParameters(symbol))
    return false;
  // An object that is passed by value may be written.
  for (const ParmVarDecl *parameter : function->parameters())
    if (structOf(parameter->getType()) && !parameter->getType()->isReferenceType() &&
        written.contains(parameter)) {
      const Place given{parameter->getFunctionScopeIndex()};
      std::optional<Object> object = objectAt(conditionOf(function->getBody()), given,
                                              parameter->getType().getUnqualifiedType());
      if (!object)
        return false;
      store(declareObject(parameter), *object, parameter->getLocation());
    }
  Value returned = functionBody(function);
  if (!returned)
    return false;
  func::ReturnOp::create(b, returned.getLoc(), returned);
  result.setType(b.getFunctionType(result.getArgumentTypes(), returned.getType()));
  return true;
}

/// The symbols that types and extents in `f` mention.
static llvm::StringSet<> symbolsIn(func::FuncOp f) {
  llvm::StringSet<> symbols;
  auto add = [&](mlir::Type type) {
    if (auto matrix = dyn_cast<mx::MatrixType>(type))
      for (mx::Size size : {matrix.getRows(), matrix.getCols()})
        if (size.isSymbol())
          symbols.insert(size.symbol());
  };
  llvm::for_each(f.getArgumentTypes(), add);
  f.walk([&](Operation *op) {
    llvm::for_each(op->getResultTypes(), add);
    for (Region &region : op->getRegions())
      llvm::for_each(region.getArgumentTypes(), add);
    if (auto extent = dyn_cast<mx::ExtentOp>(op))
      symbols.insert(extent.getSymbol());
  });
  return symbols;
}

bool FunctionImporter::removeUnused(Block &block, const llvm::StringSet<> &symbols) {
  bool isChanged = false;
  for (Operation &op : llvm::make_early_inc_range(llvm::reverse(block))) {
    auto bind = dyn_cast<mx::BindOp>(op);
    const bool isUnused =
        bind ? !symbols.contains(bind.getSymbol())
             : op.use_empty() && isMemoryEffectFree(&op) && !op.hasTrait<OpTrait::IsTerminator>();
    if (!isUnused) {
      for (Region &body : op.getRegions())
        isChanged |= removeUnused(body.front(), symbols);
      continue;
    }
    auto isInside = [&](Value v) {
      Operation *at = v.getDefiningOp();
      return op.isAncestor(at ? at : v.getParentRegion()->getParentOp());
    };
    llvm::erase_if(kinks,
                   [&](const Kink &k) { return isInside(k.result) || isInside(k.argument); });
    op.erase();
    isChanged = true;
  }
  return isChanged;
}

func::FuncOp FunctionImporter::run(llvm::StringRef symbol) {
  if (isGeneric)
    checkPattern(function->getTemplateInstantiationPattern(), module.report, dependentConstants);
  needed = neededVariables(function);
  for (const VarDecl *variable : effectsOf(ast, function->getBody()).assigned)
    written.insert(variable);
  addArguments();
  bool isComplete;
  do
    isComplete = attempt(symbol);
  while (sizes.learned() || hasNewArguments || addMissingArguments());
  dropped.clear();

  // Nothing is left out in silence.
  if (!isComplete && !report.hasErrors() && !module.report.hasErrors())
    report.error(function->getLocation(),
                 quoted(function->getNameAsString()) +
                     " cannot be read, and delgen does not know why: please report this function");
  const bool isGood = isComplete && !report.hasErrors();
  module.report.take(report);
  if (!isGood) {
    if (result)
      result->erase();
    return {};
  }
  mx::bindSizes(result);
  while (removeUnused(result.front(), symbolsIn(result))) {
  }
  describeFunction();
  // Each instance would need names of its own, and a member function is named by its object.
  if (function->isTemplateInstantiation() || isa<CXXMethodDecl>(function))
    result->setAttr(mx::attr::inlined, b.getUnitAttr());
  if (auto instance = module.templates.find(function->getCanonicalDecl());
      isGeneric && instance != module.templates.end())
    describeTemplate(instance->second);
  llvm::append_range(module.kinks, std::move(kinks));
  return result;
}

func::FuncOp FunctionImporter::declare(llvm::StringRef symbol) {
  addArguments();
  do {
    startAttempt();
    for (const ParmVarDecl *parameter : function->parameters())
      if (structOf(parameter->getType()))
        report.error(parameter->getLocation(),
                     "an object of type " + quoted(typeName(parameter->getType())) +
                         " is a parameter of " + quoted(function->getNameAsString()) +
                         ", whose body is not read; pass the values of its fields",
                     parameter->getSourceRange());
    if (report.hasErrors() || !declareParameters(symbol))
      break;
    QualType type = function->getReturnType();
    FloatType element = floatType(type.getNonReferenceType());
    mlir::Type returns = element;
    if (std::optional<EigenType> eigen = eigenType(ast, type)) {
      if (!eigen->isPlain)
        report.error(function->getLocation(),
                     quoted(function->getNameAsString()) +
                         " returns an expression of Eigen, and its body "
                         "is not read; return a Matrix or an Array",
                     function->getReturnTypeSourceRange());
      auto size = [&](std::optional<int64_t> n, unsigned which) {
        return n ? sizes.number(*n) : sizes.get(function, which);
      };
      returns = shaped(size(eigen->rows, 0), size(eigen->cols, 1), floatType(eigen->scalar));
    }
    result.setType(b.getFunctionType(result.getArgumentTypes(), returns));
  } while (sizes.learned());

  const bool isGood = result && !report.hasErrors();
  module.report.take(report);
  if (!isGood) {
    if (result)
      result->erase();
    return {};
  }
  describeFunction();
  result.eraseBody();
  result.setPrivate();
  return result;
}

//===-- What mx keeps of the C++ ------------------------------------------===//

llvm::StringRef viewOf(const EigenType &type, mlir::Type value) {
  auto matrix = dyn_cast<mx::MatrixType>(value);
  if (!matrix)
    return "{0}(0, 0)";
  if (matrix.isColumn() && type.cols != 1)
    return "{0}.col(0)";
  if (matrix.isRow() && type.rows != 1)
    return "{0}.row(0)";
  return "";
}

void FunctionImporter::describeFunction() {
  result->setAttr(mx::attr::cppName, b.getStringAttr(generatedName(function)));
  if (auto *method = dyn_cast<CXXMethodDecl>(function))
    result->setAttr(
        mx::attr::called,
        b.getStringAttr((method->isStatic()
                             ? "::" + method->getParent()->getQualifiedNameAsString() + "::"
                             : "{0}.") +
                        method->getNameAsString()));
  result->setAttr(mx::attr::nameSpace, b.getStringAttr(namespaceOf(function)));
  const mlir::Type value = result.getResultTypes().front();
  QualType type = function->getReturnType().getNonReferenceType().getUnqualifiedType();
  std::optional<EigenType> eigen = eigenType(ast, type);
  std::string name;
  // A deduced type has no name that the user wrote.
  const bool isDeduced = function->getDeclaredReturnType()->getContainedAutoType() ||
                         isa<DecltypeType>(function->getDeclaredReturnType());
  if (!eigen) {
    name =
        isDeduced ? (floatType(type).isF32() ? "float" : "double") : qualifiedTypeName(ast, type);
  } else if (eigen->isPlain && !isDeduced) {
    name = qualifiedTypeName(ast, type);
  } else {
    auto known = [](mx::Size size) {
      return size.isNumber() ? std::optional<int64_t>(size.number()) : std::nullopt;
    };
    EigenType plain = *eigen;
    if (!eigen->isPlain) {
      plain.rows = known(mx::rowsOf(value));
      plain.cols = known(mx::colsOf(value));
      plain.isRowMajor = plain.rows == 1 && plain.cols != 1;
    }
    name = plainTypeName(plain);
  }
  result->setAttr(mx::attr::result, b.getStringAttr(name));
  if (eigen && eigen->isArray)
    result->setAttr(mx::attr::array, b.getUnitAttr());
  if (eigen && isa<FloatType>(value))
    result->setAttr(mx::attr::boxed, b.getUnitAttr());
  if (llvm::StringRef view = eigen ? viewOf(*eigen, value) : ""; !view.empty())
    result->setAttr(mx::attr::resultView, b.getStringAttr(view));
  for (auto [i, entry] : llvm::enumerate(arguments))
    describeArgument(i, entry.second);
  describeObjects();
}

} // namespace delgen
