//===- Import.cpp - The functions that a file asks to differentiate -------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "delgen/Import.h"
#include "Importer.h"
#include "Requests.h"

#include "delgen/Mx/Attributes.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "clang/AST/Attr.h"
#include "clang/AST/DeclFriend.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"
#include "clang/Sema/Sema.h"

using namespace mlir;
using namespace clang;

namespace delgen {

bool isBodyUnused(const Decl &function) {
  const SourceManager &sources = function.getASTContext().getSourceManager();
  // Many pass Eigen with -I, which makes it no system header.
  return sources.isInSystemHeader(function.getLocation()) || isInNamespace(&function, "Eigen") ||
         isInNamespace(&function, "std");
}

//===-- The functions of the module ---------------------------------------===//

bool ModuleImporter::isOpen(const FunctionDecl *function, bool isGeneric) const {
  auto found = known.find({function->getCanonicalDecl(), isGeneric});
  return found != known.end() && found->second.isOpen;
}

bool ModuleImporter::isOpaque(const FunctionDecl *function) const {
  if (wanted.lookup(function->getCanonicalDecl()).isOpaque)
    return true;
  const FunctionDecl *definition = function->getDefinition();
  return !definition || (!definition->hasBody() && !definition->isDeleted());
}

std::string ModuleImporter::symbolFor(const FunctionDecl *function) {
  std::string space = namespaceOf(function);
  std::string name = (space.empty() ? "" : space + "::") + function->getNameAsString();
  // Overloads have one name in C++ and as many here.
  unsigned &count = symbols[name];
  return ++count == 1 ? name : name + "." + std::to_string(count);
}

llvm::ArrayRef<Place> ModuleImporter::argumentsOf(const FunctionDecl *function,
                                                  bool isGeneric) const {
  return known.find({function->getCanonicalDecl(), isGeneric})->second.arguments;
}

func::FuncOp ModuleImporter::get(const FunctionDecl *function, const Expr *call, bool isGeneric) {
  const llvm::PointerIntPair<const FunctionDecl *, 1, bool> key(function->getCanonicalDecl(),
                                                                isGeneric);
  auto [found, isNew] = known.try_emplace(key, State());
  if (!isNew)
    return found->second.function;
  func::FuncOp imported;
  std::vector<Place> arguments;
  Report own;
  const bool hasNoBody = isOpaque(function);
  if (std::optional<std::string> reason = reasonToRefuse(function, hasNoBody)) {
    own.error(function->getLocation(),
              quoted(function->getNameAsString()) + " cannot be read: " + *reason);
  } else if (hasNoBody) {
    Report outer = std::move(report);
    report.clear();
    imported = declareOpaque(*this, function, symbolFor(function));
    for (unsigned i = 0; i < function->getNumParams(); ++i)
      arguments.push_back({i});
    own = std::move(report);
    report = std::move(outer);
  } else {
    // The problems of functions that this one calls go to the report while it is read.
    Report outer = std::move(report);
    report.clear();
    FunctionImporter importer(*this, function->getDefinition(), isGeneric);
    imported = importer.run(symbolFor(function));
    arguments = importer.argumentPlaces();
    own = std::move(report);
    report = std::move(outer);
  }
  if (call)
    own.noteCall(call->getExprLoc(), quoted(function->getNameAsString()) + " is called here");
  report.take(own);
  if (imported)
    module.push_back(imported);
  known[key] = {false, imported, std::move(arguments)};
  return imported;
}

//===-- Finding what is annotated -----------------------------------------===//

namespace {

using Wanted = decltype(ModuleImporter::wanted);

class Finder {
public:
  Finder(ASTContext &ast, Report &report, Wanted &wanted)
      : ast(ast), report(report), wanted(wanted) {}

  void search(const DeclContext *context);
  /// Reads `ns::f: requests` of the command line.
  void readOption(llvm::StringRef text);

  /// The templates that were found; each has an entry without requests in `wanted`.
  std::vector<WantedTemplate> templates;

private:
  void look(const Decl *d);
  void want(const FunctionDecl *function, llvm::ArrayRef<Token> tokens, SourceLocation where);

  ASTContext &ast;
  Report &report;
  Wanted &wanted;
};

} // namespace

void Finder::search(const DeclContext *context) {
  SourceManager &sources = ast.getSourceManager();
  for (const Decl *d : context->decls()) {
    if (auto *f = dyn_cast<FriendDecl>(d); f && f->getFriendDecl())
      d = f->getFriendDecl();
    // Where a header is included inside a namespace, only its parts are elsewhere.
    if (auto *inner = dyn_cast<DeclContext>(d); inner && !isa<FunctionDecl>(d)) {
      if (isa<NamespaceDecl, LinkageSpecDecl, ExportDecl>(d) ||
          sources.isInMainFile(sources.getExpansionLoc(d->getLocation())))
        search(inner);
    }
    if (sources.isInMainFile(sources.getExpansionLoc(d->getLocation())))
      look(d);
  }
}

void Finder::look(const Decl *d) {
  const Decl *annotated = d;
  if (auto *t = dyn_cast<TemplateDecl>(d); t && t->getTemplatedDecl()) {
    annotated = t->getTemplatedDecl();
    if (auto *record = dyn_cast<CXXRecordDecl>(annotated))
      search(record);
  }
  for (const auto *annotation : annotated->specific_attrs<AnnotateAttr>()) {
    if (annotation->getAnnotation() != "delgen" || annotation->isInherited())
      continue;
    SourceLocation where = ast.getSourceManager().getExpansionLoc(annotation->getLocation());
    if (auto *function = dyn_cast<FunctionDecl>(annotated))
      want(function, requestTokens(ast, *annotation), where);
    else
      report.error(where, "DELGEN(...) stands in front of a function only; move it to the function "
                          "that is to be differentiated");
  }
}

/// True for what stands in a namespace with a name inside of one without: opening it again from
/// outside opens another.
static bool isInHiddenNamespace(const Decl *decl) {
  bool isNamed = false;
  for (const DeclContext *c = decl->getDeclContext(); c; c = c->getParent())
    if (auto *space = dyn_cast<NamespaceDecl>(c)) {
      if (isNamed && space->isAnonymousNamespace())
        return true;
      isNamed |= !space->isAnonymousNamespace();
    }
  return false;
}

void Finder::want(const FunctionDecl *function, llvm::ArrayRef<Token> tokens,
                  SourceLocation where) {
  // `opaque` is for functions that others call, with a body or without.
  const bool isOpaque =
      llvm::any_of(tokens, [](const Token &token) { return spelling(token) == "opaque"; });
  std::optional<std::string> reason = reasonToRefuse(function, isOpaque);
  if (!reason && isInHiddenNamespace(function))
    reason =
        "its namespace stands inside of one without a name, where generated code cannot be; move "
        "it out of that";
  if (reason) {
    report.error(where,
                 quoted(function->getNameAsString()) + " cannot be differentiated: " + *reason);
    return;
  }
  if (const FunctionTemplateDecl *declaration = function->getDescribedFunctionTemplate()) {
    if (isOpaque)
      return void(report.error(where,
                               "the derivatives of a template are not written by hand; write "
                               "the function for the type that you need"));
    wanted[function->getCanonicalDecl()];
    templates.push_back({declaration, RequestTokens(tokens), where});
    return;
  }
  Requests &requests = wanted[function->getCanonicalDecl()];
  parseRequests(ast, tokens, where, *function, report, requests);
}

void Finder::readOption(llvm::StringRef text) {
  RequestTokens tokens = requestTokens(ast, text, "--differentiate");
  llvm::ArrayRef<Token> rest = tokens;
  const SourceLocation start = tokens.empty() ? SourceLocation() : tokens[0].getLocation();
  const DeclContext *context = ast.getTranslationUnitDecl();
  llvm::SmallVector<const FunctionDecl *> found;
  std::string name;
  SourceLocation at;
  auto take = [&](tok::TokenKind kind) {
    const bool is = !rest.empty() && rest.front().is(kind);
    if (is)
      rest = rest.drop_front();
    return is;
  };
  take(tok::coloncolon);
  do {
    if (rest.empty() || rest.front().isNot(tok::raw_identifier)) {
      report.error(rest.empty() ? start : rest.front().getLocation(),
                   "expected the name of a function, as in --differentiate='ns::f: del(x)'");
      return;
    }
    const Token &token = rest.front();
    rest = rest.drop_front();
    at = token.getLocation();
    name += (name.empty() ? "" : "::") + spelling(token).str();
    found.clear();
    const DeclContext *next = nullptr;
    if (context)
      for (const NamedDecl *d : context->lookup(&ast.Idents.get(spelling(token)))) {
        if (auto *shadow = dyn_cast<UsingShadowDecl>(d))
          d = shadow->getTargetDecl();
        if (auto *alias = dyn_cast<NamespaceAliasDecl>(d))
          d = alias->getNamespace();
        if (auto *t = dyn_cast<FunctionTemplateDecl>(d))
          d = t->getTemplatedDecl();
        if (auto *function = dyn_cast<FunctionDecl>(d))
          found.push_back(function);
        else if (auto *inner = dyn_cast<DeclContext>(d))
          next = inner;
      }
    context = next;
  } while (take(tok::coloncolon));

  if (!take(tok::colon)) {
    report.error(rest.empty() ? at : rest.front().getLocation(),
                 "expected ':' and requests after the name of a function, as in "
                 "--differentiate='ns::f: del(x)'");
    return;
  }
  if (found.empty()) {
    report.error(at, "there is no function " + quoted(name) + " in this file or its headers");
    return;
  }
  if (found.size() > 1) {
    auto &error = report.error(at, quoted(name) + " has " + llvm::Twine(found.size()) +
                                       " overloads; annotate the one that you mean");
    for (const FunctionDecl *overload : found)
      error.note(overload->getLocation(), "this is one of them");
    return;
  }
  want(found[0], rest, rest.empty() ? at : rest.front().getLocation());
}

/// What each place that requests name is in mx: an argument, or an object of mx.objects.
static llvm::SmallVector<int64_t> variablesOf(const ModuleImporter &importer,
                                              const FunctionDecl *function,
                                              const Requests &requests) {
  llvm::ArrayRef<Place> arguments =
      importer.argumentsOf(function, importer.templates.contains(function));
  llvm::SmallVector<int64_t> variables;
  int64_t nextObject = -1;
  for (const Place &place : requests.places)
    variables.push_back(structOf(typeOf(*function, place))
                            ? nextObject--
                            : llvm::find(arguments, place) - arguments.begin());
  return variables;
}

OwningOpRef<ModuleOp> importFunctions(Sema &sema, MLIRContext &context,
                                      const ImportOptions &options) {
  ASTContext &ast = sema.getASTContext();
  context.loadDialect<mx::MxDialect, func::FuncDialect, arith::ArithDialect>();
  Report report;
  OpBuilder b(&context);
  OwningOpRef<ModuleOp> module = ModuleOp::create(b.getUnknownLoc());
  ModuleImporter importer(ast, *module, report);
  Finder finder(ast, report, importer.wanted);
  finder.search(ast.getTranslationUnitDecl());
  for (const std::string &text : options.differentiate)
    finder.readOption(text);
  chooseInstances(sema, importer, finder.templates);
  auto asksForDerivatives = [](const auto &f) { return f.second.asksForDerivatives(); };
  if (llvm::none_of(importer.wanted, asksForDerivatives) && !report.hasErrors())
    report.error(SourceLocation(),
                 "there is nothing to differentiate: no function of this file is annotated with "
                 "DELGEN(...), and --differentiate names none");

  for (auto &[function, requests] : importer.wanted) {
    // What only states something of a function is for those that call it.
    if (!requests.asksForDerivatives() || requests.isOpaque)
      continue;
    func::FuncOp f = importer.get(function, nullptr, importer.templates.contains(function));
    if (!f)
      continue;
    const llvm::SmallVector<int64_t> variables = variablesOf(importer, function, requests);
    for (auto [name, list] : {std::pair(mx::attr::del, &requests.del),
                              std::pair(mx::attr::delNamed, &requests.delNamed)}) {
      llvm::SmallVector<Attribute> del;
      for (const std::vector<int64_t> &places : *list)
        del.push_back(b.getDenseI64ArrayAttr(llvm::to_vector(
            llvm::map_range(places, [&](int64_t place) { return variables[place]; }))));
      if (!del.empty())
        f->setAttr(name, b.getArrayAttr(del));
    }
    llvm::SmallVector<Attribute> readings;
    for (mx::Request request : requests.readings) {
      for (int64_t &of : request.of)
        of = variables[of];
      readings.push_back(request.attribute(&context));
    }
    if (!readings.empty())
      f->setAttr(mx::attr::requests, b.getArrayAttr(readings));
  }
  reserveNames(ast, sema.getPreprocessor(), *module);
  if (options.warnNonSmooth)
    reportKinks(*module, importer.kinks, report);
  const bool isGood = !report.hasErrors();
  report.emit(ast.getDiagnostics());
  if (!isGood)
    return nullptr;
  return module;
}

} // namespace delgen
