//===- Instances.cpp - The instance that a template is read as ------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Whether the body of a template takes any matrix, or a vector only, shows when it is read.
//
//===----------------------------------------------------------------------===//

#include "Importer.h"

#include "delgen/Mx/Attributes.h"

#include "clang/Basic/SourceManager.h"
#include "clang/Sema/Sema.h"

using namespace mlir;
using namespace clang;

namespace delgen {

/// True where the function takes a matrix that must be a vector.
static bool needsVector(func::FuncOp f) {
  for (unsigned i = 0; i < f.getNumArguments(); ++i)
    if (llvm::StringRef view = mx::paramAttr(f, i, mx::attr::view);
        !mx::paramAttr(f, i, mx::attr::held).empty() && !view.empty() && view != "{0}.matrix()")
      return true;
  return false;
}

namespace {
struct Trial {
  TemplateInstance instance;
  Requests requests;
  Report report;
  bool isCompiled = false;
  bool isVector = false; // a matrix that must be a vector

  bool isGood() const { return !report.hasErrors() && !isVector; }
};
} // namespace

/// Reads the instance into a module that nobody sees.
static void read(Trial &trial, Sema &sema, ModuleImporter &importer, const WantedTemplate &wanted) {
  if (!compile(sema, trial.instance, trial.report))
    return;
  trial.isCompiled = true;
  const FunctionDecl *function = trial.instance.function->getCanonicalDecl();
  parseRequests(importer.ast, wanted.tokens, wanted.where, *function, trial.report, trial.requests);
  OwningOpRef<ModuleOp> unseen = ModuleOp::create(importer.module->getLoc());
  ModuleImporter scratch(importer.ast, *unseen, trial.report);
  scratch.wanted = importer.wanted;
  scratch.wanted[function] = trial.requests;
  scratch.templates[function] = trial.instance;
  if (func::FuncOp f = scratch.get(function, nullptr, /*isGeneric=*/true))
    trial.isVector = needsVector(f);
}

/// The numbers that stand for sizes in messages, by name.
static void nameSizes(Trial &trial) {
  const int64_t *number = standIns;
  for (const TemplateParameter &parameter : trial.instance.parameters)
    if (parameter.kind == TemplateParameter::Size)
      trial.report.replace(std::to_string(*number++), parameter.name);
}

/// Says why a type was read as a number where the errors come from that.
static void noteNumbers(Trial &trial) {
  const TemplateParameterList *list = trial.instance.declaration->getTemplateParameters();
  for (auto [i, parameter] : llvm::enumerate(trial.instance.parameters))
    if (parameter.kind == TemplateParameter::Number)
      trial.report.noteCall(list->getParam(i)->getLocation(),
                            quoted(parameter.name) +
                                " is taken to be a real number; what is an object of Eigen is "
                                "declared as 'const Eigen::MatrixBase<" +
                                parameter.name + ">&'");
}

/// The most general instance that can be read; nothing after an error.
static std::optional<std::pair<TemplateInstance, Requests>>
chooseInstance(Sema &sema, ModuleImporter &importer, const WantedTemplate &wanted) {
  auto parameters = parametersOf(wanted.declaration, importer.report);
  if (!parameters)
    return std::nullopt;
  const SourceManager &sources = importer.ast.getSourceManager();
  std::optional<Trial> best;
  auto isBetter = [&](const Trial &trial) {
    if (!best || trial.isGood())
      return true;
    if (!best->report.hasErrors() || !trial.report.hasErrors())
      return best->report.hasErrors();
    // What went further says more.
    return sources.isBeforeInTranslationUnit(best->report.firstError(), trial.report.firstError());
  };
  for (TemplateInstance &instance : instancesOf(wanted.declaration, *parameters)) {
    Trial trial;
    trial.instance = std::move(instance);
    read(trial, sema, importer, wanted);
    if (isBetter(trial))
      best = std::move(trial);
    if (best->isGood())
      break;
  }
  nameSizes(*best);
  if (best->report.hasErrors()) {
    if (!best->isCompiled)
      noteNumbers(*best);
    importer.report.take(best->report);
    return std::nullopt;
  }
  return std::pair(std::move(best->instance), std::move(best->requests));
}

void chooseInstances(Sema &sema, ModuleImporter &importer,
                     llvm::ArrayRef<WantedTemplate> templates) {
  if (templates.empty())
    return;
  // In the order of the source.
  auto old = importer.wanted.takeVector();
  for (auto &[function, requests] : old)
    if (!function->getDescribedFunctionTemplate())
      importer.wanted.insert({function, requests});
  decltype(importer.wanted) all;
  for (auto &[function, requests] : old) {
    const FunctionTemplateDecl *declaration = function->getDescribedFunctionTemplate();
    if (!declaration) {
      all.insert({function, requests});
      continue;
    }
    auto wanted = llvm::find_if(
        templates, [&](const WantedTemplate &t) { return t.declaration == declaration; });
    auto chosen = chooseInstance(sema, importer, *wanted);
    if (!chosen)
      continue;
    const FunctionDecl *instance = chosen->first.function->getCanonicalDecl();
    all.insert({instance, std::move(chosen->second)});
    importer.templates[instance] = std::move(chosen->first);
  }
  importer.wanted = std::move(all);
}

} // namespace delgen
