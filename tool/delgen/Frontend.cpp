//===- Frontend.cpp - From a source file to imported functions ------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Frontend.h"

#include "delgen/Import.h"

#include "clang/AST/ASTConsumer.h"
#include "clang/AST/ASTContext.h"
#include "clang/Basic/Diagnostic.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendAction.h"
#include "clang/Frontend/Utils.h"
#include "clang/Lex/Lexer.h"
#include "clang/Lex/PPCallbacks.h"
#include "clang/Lex/Preprocessor.h"
#include "clang/Options/Options.h"
#include "clang/Sema/SemaConsumer.h"
#include "clang/Tooling/ArgumentsAdjusters.h"
#include "clang/Tooling/CompilationDatabase.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/Option/ArgList.h"
#include "llvm/Option/OptTable.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/VirtualFileSystem.h"

using namespace clang;

namespace delgen {

namespace {

/// All files that the parser opens, with those of the system, as `-MD` lists them.
class FileCollector : public DependencyCollector {
public:
  bool sawDependency(llvm::StringRef name, bool, bool, bool isModule, bool isMissing) override {
    return !isModule && !isMissing && name != "<built-in>" && name != "<command line>";
  }
  bool needSystemDependencies() override { return true; }
};

/// Notes which headers of Eigen are not found.
class MissingHeaders : public PPCallbacks {
public:
  explicit MissingHeaders(bool &isEigenMissing) : isEigenMissing(isEigenMissing) {}
  bool FileNotFound(llvm::StringRef name) override {
    isEigenMissing |= name.starts_with("Eigen/") || name.starts_with("unsupported/Eigen/");
    return false; // Clang reports it.
  }

private:
  bool &isEigenMissing;
};

/// Reports what Clang's own messages about DELGEN(...) before a `template` do not say.
void explainTemplates(ASTContext &ast) {
  const SourceManager &sources = ast.getSourceManager();
  const FileID file = sources.getMainFileID();
  Lexer lexer(file, sources.getBufferOrFake(file), sources, ast.getLangOpts());
  DiagnosticsEngine &diagnostics = ast.getDiagnostics();
  Token token;
  int depth = 0;
  enum { Elsewhere, Name, Arguments, Behind } state = Elsewhere;
  SourceLocation at;
  for (bool isLast = false; !isLast;) {
    isLast = lexer.LexFromRawLexer(token);
    const bool isName = token.is(tok::raw_identifier);
    if (state == Behind && isName && token.getRawIdentifier() == "template")
      diagnostics.Report(at, diagnostics.getCustomDiagID(
                                 DiagnosticsEngine::Error,
                                 "DELGEN(...) stands between 'template <...>' and the function, "
                                 "not in front of 'template'"));
    if (state == Name && token.is(tok::l_paren))
      state = Arguments, depth = 0;
    else if (state != Arguments)
      state = Elsewhere;
    if (state == Arguments) {
      depth += token.is(tok::l_paren);
      depth -= token.is(tok::r_paren);
      state = depth == 0 ? Behind : Arguments;
    } else if (isName && token.getRawIdentifier() == "DELGEN") {
      state = Name;
      at = token.getLocation();
    }
  }
}

/// Imports when the file is parsed.
class Consumer : public SemaConsumer {
public:
  Consumer(const Options &options, mlir::MLIRContext &context,
           mlir::OwningOpRef<mlir::ModuleOp> &module)
      : options(options), context(context), module(module) {}

  // Measured: half of the time of a file that includes Eigen/Dense.
  bool shouldSkipFunctionBody(Decl *d) override { return isBodyUnused(*d); }

  void InitializeSema(Sema &s) override { sema = &s; }
  void ForgetSema() override { sema = nullptr; }

  void HandleTranslationUnit(ASTContext &ast) override {
    DiagnosticsEngine &diagnostics = ast.getDiagnostics();
    if (diagnostics.hasErrorOccurred())
      return explainTemplates(ast);
    // The compiler's own warnings were silenced; those of delgen are not errors.
    diagnostics.setIgnoreAllWarnings(false);
    diagnostics.setWarningsAsErrors(false);
    ImportOptions import;
    import.differentiate = options.differentiate;
    import.warnNonSmooth = options.warnNonSmooth;
    module = importFunctions(*sema, context, import);
  }

private:
  Sema *sema = nullptr;
  const Options &options;
  mlir::MLIRContext &context;
  mlir::OwningOpRef<mlir::ModuleOp> &module;
};

class Action : public ASTFrontendAction {
public:
  Action(const Options &options, mlir::MLIRContext &context,
         mlir::OwningOpRef<mlir::ModuleOp> &module, std::shared_ptr<FileCollector> files,
         bool &isEigenMissing)
      : options(options), context(context), module(module), files(std::move(files)),
        isEigenMissing(isEigenMissing) {}

protected:
  bool BeginInvocation(CompilerInstance &compiler) override {
    compiler.getFrontendOpts().SkipFunctionBodies = true;
    compiler.addDependencyCollector(files);
    return true;
  }
  bool BeginSourceFileAction(CompilerInstance &compiler) override {
    compiler.getPreprocessor().addPPCallbacks(std::make_unique<MissingHeaders>(isEigenMissing));
    return true;
  }
  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &, llvm::StringRef) override {
    return std::make_unique<Consumer>(options, context, module);
  }

private:
  const Options &options;
  mlir::MLIRContext &context;
  mlir::OwningOpRef<mlir::ModuleOp> &module;
  std::shared_ptr<FileCollector> files;
  bool &isEigenMissing;
};

} // namespace

//===-- Flags -------------------------------------------------------------===//

/// Where the compiler's flags come from; null, after a message, where nowhere.
static std::unique_ptr<tooling::CompilationDatabase> loadDatabase(const Options &options) {
  using namespace tooling;
  std::string error;
  if (options.flags)
    return std::make_unique<FixedCompilationDatabase>(".", *options.flags);
  if (!options.database.empty()) {
    auto isThere = [&](llvm::StringRef name) {
      return llvm::sys::fs::exists(options.database + "/" + name);
    };
    auto database = CompilationDatabase::loadFromDirectory(options.database, error);
    if (!database) {
      llvm::errs() << "delgen: error: ";
      if (isThere("compile_commands.json") || isThere("compile_flags.txt"))
        llvm::errs() << llvm::StringRef(error).rtrim() << "\n";
      else
        llvm::errs() << "there is neither compile_commands.json nor compile_flags.txt in '"
                     << options.database << "'; name the directory that was built in\n";
      return nullptr;
    }
    // A header has no entry of its own and is read like the source file nearest to it.
    return inferMissingCompileCommands(
        expandResponseFiles(std::move(database), llvm::vfs::getRealFileSystem()));
  }
  if (auto database = CompilationDatabase::autoDetectFromSource(options.input, error))
    return inferMissingCompileCommands(std::move(database));
  return std::make_unique<FixedCompilationDatabase>(".", std::vector<std::string>());
}

/// Which words Clang's driver does not know.
static std::vector<bool> findUnknown(llvm::ArrayRef<std::string> words) {
  std::vector<const char *> raw;
  for (const std::string &word : words)
    raw.push_back(word.c_str());
  unsigned missingIndex, missingCount;
  llvm::opt::InputArgList args = getDriverOptTable().ParseArgs(
      raw, missingIndex, missingCount, llvm::opt::Visibility(options::ClangOption));
  std::vector<bool> isUnknown(words.size());
  for (const llvm::opt::Arg *unknown : args.filtered(options::OPT_UNKNOWN))
    isUnknown[unknown->getIndex()] = true;
  return isUnknown;
}

/// Drops what Clang's driver does not know: a database may have been made for GCC.
static std::vector<std::string> withoutUnknown(llvm::ArrayRef<std::string> words) {
  std::vector<bool> isUnknown = findUnknown(words);
  std::vector<std::string> known;
  for (auto [word, drop] : llvm::zip(words, isUnknown))
    if (!drop)
      known.push_back(word);
  return known;
}

/// The command line with which the input is parsed.
static std::vector<std::string> parserCommand(const Options &options,
                                              const tooling::CompileCommand &command) {
  using namespace tooling;
  std::vector<std::string> words = command.CommandLine;
  for (const ArgumentsAdjuster &adjust :
       {getClangSyntaxOnlyAdjuster(), getClangStripOutputAdjuster(),
        getClangStripDependencyFileAdjuster(), getStripPluginsAdjuster()})
    words = adjust(words, options.input);
  if (!options.flags) {
    std::vector<std::string> known = withoutUnknown(llvm::ArrayRef(words).drop_front());
    words.resize(1);
    llvm::append_range(words, known);
  }
  const bool hasStandard = llvm::any_of(words, [](llvm::StringRef word) {
    return word.starts_with("-std=") || word.starts_with("--std=");
  });
  std::vector<std::string> first;
  if (!hasStandard)
    first.push_back("-std=c++17");
  // Before the file; a flag of the user that stands behind wins.
  first.push_back(options.isHeader() ? "-xc++-header" : "-xc++");
  words.insert(words.begin() + 1, first.begin(), first.end());
  std::vector<std::string> last = {"-D__DELGEN__", "-w", "-Wno-error", "-ferror-limit=0",
                                   "-resource-dir=" DELGEN_CLANG_RESOURCE_DIR};
  // Behind the user's own, but not behind the file that `--` may set apart.
  auto separator = llvm::find(words, "--");
  words.insert(separator, last.begin(), last.end());
  return words;
}

//===-- Parsing -----------------------------------------------------------===//

mlir::OwningOpRef<mlir::ModuleOp> importFile(const Options &options, mlir::MLIRContext &context,
                                             std::vector<std::string> &files, int &status) {
  status = Refused;
  // Clang's own message would not begin with the tool's name, as all others do.
  if (auto buffer = llvm::MemoryBuffer::getFile(options.input); !buffer) {
    llvm::errs() << "delgen: error: cannot read '" << options.input
                 << "': " << buffer.getError().message() << "\n";
    return nullptr;
  }
  // Clang says so as well, and goes on.
  if (options.flags) {
    std::vector<bool> isUnknown = findUnknown(*options.flags);
    for (auto [flag, unknown] : llvm::zip(*options.flags, isUnknown))
      if (unknown) {
        llvm::errs() << "delgen: error: the compiler knows no flag '" << flag
                     << "'; options of delgen stand before '--'\n";
        status = WrongCommandLine;
      }
    if (status == WrongCommandLine)
      return nullptr;
  }
  std::unique_ptr<tooling::CompilationDatabase> database = loadDatabase(options);
  std::vector<tooling::CompileCommand> commands;
  if (database)
    commands = database->getCompileCommands(
        // Paths in a database are absolute; on the command line they stay as they are written.
        options.flags ? options.input : tooling::getAbsolutePath(options.input));
  if (commands.empty()) {
    if (database)
      llvm::errs() << "delgen: error: '" << options.database << "' says nothing about '"
                   << options.input << "'; give the compiler's flags behind '--'\n";
    status = WrongCommandLine;
    return nullptr;
  }

  auto collector = std::make_shared<FileCollector>();
  mlir::OwningOpRef<mlir::ModuleOp> module;
  bool isEigenMissing = false;
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> system = llvm::vfs::createPhysicalFileSystem();
  system->setCurrentWorkingDirectory(commands[0].Directory);
  llvm::IntrusiveRefCntPtr<FileManager> manager(new FileManager(FileSystemOptions(), system));
  tooling::ToolInvocation invocation(
      parserCommand(options, commands[0]),
      std::make_unique<Action>(options, context, module, collector, isEigenMissing), manager.get());
  const bool isGood = invocation.run();
  if (isEigenMissing)
    llvm::errs() << "delgen: note: say behind '--' where Eigen is, as in: delgen " << options.input
                 << " -- -isystem /usr/include/eigen3\n";

  for (const std::string &file : collector->getDependencies()) {
    // Make is run anywhere.
    llvm::SmallString<128> path(file);
    system->makeAbsolute(path);
    files.push_back(path.str().str());
  }
  if (!isGood || !module)
    return nullptr;
  status = Written;
  return module;
}

} // namespace delgen
