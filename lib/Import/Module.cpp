//===- Module.cpp - What concerns all functions of a module ---------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Importer.h"

#include "delgen/Mx/Attributes.h"
#include "delgen/Mx/Request.h"
#include "delgen/Mx/Signature.h"

#include "clang/AST/DeclTemplate.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Preprocessor.h"

#include <set>

using namespace mlir;
using namespace clang;

namespace delgen {

//===-- Names that generated functions must not take ----------------------===//

static void collectNames(const SourceManager &sources, const DeclContext *context,
                         std::set<std::string> &names) {
  for (const Decl *d : context->decls()) {
    if (sources.isInSystemHeader(d->getLocation()) || d->isImplicit())
      continue;
    auto *named = dyn_cast<NamedDecl>(d);
    auto *space = dyn_cast<NamespaceDecl>(d);
    // A library found with -I is no system header, and no part of the user's code either.
    if (space && context->isTranslationUnit() &&
        (space->getName() == "Eigen" || space->getName() == "std"))
      continue;
    if (named && named->getIdentifier())
      names.insert(named->getName().str());
    if (space) {
      collectNames(sources, space, names);
    } else if (isa<LinkageSpecDecl, ExportDecl>(d)) {
      collectNames(sources, cast<DeclContext>(d), names);
    } else if (auto *e = dyn_cast<EnumDecl>(d); e && !e->isScoped()) {
      collectNames(sources, e, names);
    }
  }
}

void reserveNames(ASTContext &ast, Preprocessor &preprocessor, ModuleOp module) {
  const SourceManager &sources = ast.getSourceManager();
  std::set<std::string> names;
  collectNames(sources, ast.getTranslationUnitDecl(), names);
  for (const auto &[identifier, state] : preprocessor.macros()) {
    const MacroInfo *macro = preprocessor.getMacroInfo(identifier);
    if (!macro || macro->isBuiltinMacro() || macro->isUsedForHeaderGuard())
      continue;
    SourceLocation at = macro->getDefinitionLoc();
    // Eigen need not be a system header, and leaves macros behind.
    if (sources.getFilename(at).contains("/Eigen/src/"))
      continue;
    if (sources.isInSystemHeader(at) || sources.isWrittenInBuiltinFile(at) ||
        sources.isWrittenInCommandLineFile(at) || identifier->getName().starts_with("EIGEN_"))
      continue;
    names.insert(identifier->getName().str());
  }
  llvm::SmallVector<llvm::StringRef> list(names.begin(), names.end());
  module->setAttr(mx::attr::reserved, OpBuilder(module.getContext()).getStrArrayAttr(list));
}

//===-- Points where there is no derivative -------------------------------===//

using Active = llvm::DenseSet<mlir::Value>;

/// Adds what depends on active values in `block`.
static void spreadActivity(Block &block, ModuleOp module, Active &active) {
  auto spread = [&](mlir::ValueRange from, mlir::ValueRange to) {
    bool isNew = false;
    for (auto [x, y] : llvm::zip(from, to))
      isNew |= active.contains(x) && active.insert(y).second;
    return isNew;
  };
  for (Operation &op : block) {
    if (auto loop = dyn_cast<mx::LoopOp>(op)) {
      auto carried = loop.getCarried(), outer = loop.getOuter();
      llvm::SmallVector<mlir::Value> inside(carried.begin(), carried.end());
      spread(loop.getInits(), inside);
      spread(loop.getOthers(), llvm::SmallVector<mlir::Value>(outer.begin(), outer.end()));
      do // what one iteration makes, the next reads
        spreadActivity(loop.getBody().front(), module, active);
      while (spread(loop.getYielded(), inside));
      spread(inside, loop.getResults());
    } else if (auto choice = dyn_cast<mx::IfOp>(op)) {
      for (Region *body : {&choice.getThen(), &choice.getOtherwise()}) {
        auto arguments = body->getArguments();
        spread(choice.getOthers(),
               llvm::SmallVector<mlir::Value>(arguments.begin(), arguments.end()));
        spreadActivity(body->front(), module, active);
        spread(body->front().getTerminator()->getOperands(), choice.getResults());
      }
    } else if (llvm::any_of(op.getOperands(), [&](mlir::Value v) { return active.contains(v); })) {
      for (mlir::Value v : op.getResults())
        if (!v.getType().isIndex()) // the length of a list
          active.insert(v);
    }
    if (auto call = dyn_cast<mx::CallOp>(op)) {
      auto callee = module.lookupSymbol<func::FuncOp>(call.getCallee());
      if (!callee.isExternal())
        spread(call.getArgs(), llvm::SmallVector<mlir::Value>(callee.getArguments().begin(),
                                                              callee.getArguments().end()));
    }
  }
}

void reportKinks(ModuleOp module, llvm::ArrayRef<Kink> kinks, Report &report) {
  if (kinks.empty())
    return;
  Active active;
  llvm::SmallVector<func::FuncOp> functions(module.getOps<func::FuncOp>());
  // A caller stands behind its callees and tells them which arguments vary.
  for (func::FuncOp f : llvm::reverse(functions)) {
    for (llvm::StringRef name : {mx::attr::del, mx::attr::delNamed})
      if (auto requests = f->getAttrOfType<ArrayAttr>(name))
        for (Attribute request : requests)
          for (int64_t variable : cast<DenseI64ArrayAttr>(request).asArrayRef())
            for (int64_t parameter : mx::variableOf(f, variable).parameters)
              active.insert(f.getArgument(parameter));
    if (auto requests = f->getAttrOfType<ArrayAttr>(mx::attr::requests))
      for (Attribute attribute : requests) {
        const std::optional<mx::Request> request = mx::Request::from(attribute);
        for (int64_t variable : request->of)
          for (int64_t parameter : mx::variableOf(f, variable).parameters)
            active.insert(f.getArgument(parameter));
      }
    if (f.isExternal())
      continue;
    spreadActivity(f.front(), module, active);
  }
  for (const Kink &k : kinks)
    if (active.contains(k.argument))
      report.warning(k.location, k.text + " [-Wdelgen-nonsmooth]", k.range);
}

} // namespace delgen
