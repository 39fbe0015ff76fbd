//===- Options.cpp - The command line of delgen ---------------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Options.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Config/llvm-config.h"
#include "llvm/Option/Arg.h"
#include "llvm/Option/ArgList.h"
#include "llvm/Option/OptTable.h"
#include "llvm/Option/Option.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;
using namespace llvm::opt;

namespace {

enum ID {
  OPT_INVALID = 0, // what the generated code counts from
#define OPTION(...) LLVM_MAKE_OPT_ID(__VA_ARGS__),
#include "Options.inc"
#undef OPTION
};

#define OPTTABLE_STR_TABLE_CODE
#include "Options.inc"
#undef OPTTABLE_STR_TABLE_CODE

#define OPTTABLE_PREFIXES_TABLE_CODE
#include "Options.inc"
#undef OPTTABLE_PREFIXES_TABLE_CODE

constexpr OptTable::Info infoTable[] = {
#define OPTION(...) LLVM_CONSTRUCT_OPT_INFO(__VA_ARGS__),
#include "Options.inc"
#undef OPTION
};

class Table : public GenericOptTable {
public:
  Table() : GenericOptTable(OptionStrTable, OptionPrefixesTable, infoTable) {}
};

} // namespace

namespace delgen {

bool Options::isMlir() const { return sys::path::extension(input) == ".mlir"; }

bool Options::isHeader() const {
  return is_contained({".h", ".hh", ".hpp", ".hxx", ".h++", ".H"}, sys::path::extension(input));
}

static void printHelp(const Table &table) {
  table.printHelp(outs(), "delgen [options] FILE [-- FLAGS OF THE COMPILER]",
                  "delgen: derivatives of functions that are written with Eigen");
  outs() << R"(
A function is differentiated where it is annotated, as in

  #include <delgen/delgen.h>

  DELGEN(del(x, 2), del(A))
  inline double energy(const Eigen::MatrixXd &A, const Eigen::VectorXd &x) {
    return x.dot(A * x);
  }

EXAMPLES:
  delgen losses.h -o losses.del.h -- -std=c++20 -I/usr/include/eigen3
      write the derivatives that losses.h asks for
  delgen losses.h -o losses.del.h -p build
      with the flags of build/compile_commands.json
  delgen losses.h --verify losses.del.h -p build
      check that losses.del.h is up to date
  delgen losses.h --differentiate='ns::energy: del(x, 3)' -- -I/usr/include/eigen3
      differentiate a function that is not annotated
  delgen losses.h --emit=check -o check_losses.cpp -- -I/usr/include/eigen3
      write a program that tests the functions of losses.del.h at random points
  delgen losses.h --emit=mlir --stop-after=simplify -- -I/usr/include/eigen3
      look at the expressions between two stages
  delgen losses.h --emit=report -- -I/usr/include/eigen3
      see what the functions of losses.del.h cost
  delgen losses.h --explain -- -I/usr/include/eigen3
      see how they are evaluated, and why that is cheap

Exit status: 0 written, 1 the input was refused, 2 the command line was.
)";
}

std::optional<Options> parseCommandLine(int argc, char **argv, int &status) {
  status = WrongCommandLine;
  auto refuse = [](const Twine &text) {
    errs() << "delgen: error: " << text << "\n"
           << "delgen: note: 'delgen --help' lists the options\n";
    return std::nullopt;
  };
  Options options;
  ArrayRef<char *> words(argv + 1, argv + argc);
  auto dashes = find_if(words, [](const char *w) { return StringRef(w) == "--"; });
  if (dashes != words.end())
    options.flags.emplace(dashes + 1, words.end());

  Table table;
  unsigned missingIndex, missingCount;
  InputArgList args =
      table.ParseArgs(ArrayRef<const char *>(words.begin(), dashes), missingIndex, missingCount);
  if (missingCount)
    return refuse(Twine("option '") + args.getArgString(missingIndex) +
                  "' needs a value; write it behind the option");
  for (const Arg *unknown : args.filtered(OPT_UNKNOWN)) {
    std::string spelling = unknown->getAsString(args), nearest;
    const bool isNear = table.findNearest(spelling, nearest) < 3;
    return refuse("unknown option '" + spelling + "'" +
                  (isNear ? "; did you mean '" + nearest + "'?"
                          : "; flags of the compiler stand behind '--'"));
  }
  if (args.hasArg(OPT_help)) {
    printHelp(table);
    status = Written;
    return std::nullopt;
  }
  if (args.hasArg(OPT_version)) {
    outs() << "delgen " DELGEN_VERSION " (LLVM " LLVM_VERSION_STRING ")\n";
    status = Written;
    return std::nullopt;
  }

  std::vector<std::string> inputs = args.getAllArgValues(OPT_INPUT);
  if (inputs.empty())
    return refuse("no input file: name one, as in 'delgen losses.h'");
  if (inputs.size() > 1)
    return refuse("one input file at a time, not '" + inputs[0] + "' and '" + inputs[1] + "'");
  options.input = inputs[0];
  options.output = args.getLastArgValue(OPT_output, "-");
  options.database = args.getLastArgValue(OPT_database);
  if (options.flags && !options.database.empty())
    return refuse("the compiler's flags stand behind '--' or come from '-p', not both");
  options.differentiate = args.getAllArgValues(OPT_differentiate);
  options.depfile = args.getLastArgValue(OPT_depfile);
  if (!options.depfile.empty() && options.output == "-")
    return refuse("'--depfile' needs an output file: '-o FILE'");
  for (const std::string &written : {options.output, options.depfile})
    if (sys::fs::equivalent(written, options.input))
      return refuse("'" + written + "' would replace the input; choose another name");
  options.verify = args.getLastArgValue(OPT_verify);
  if (!options.verify.empty() && (args.hasArg(OPT_output) || args.hasArg(OPT_depfile)))
    return refuse("'--verify' writes nothing, so '-o' and '--depfile' do not go with it");
  options.warnNonSmooth = !args.hasArg(OPT_no_nonsmooth);
  if (const Arg *include = args.getLastArg(OPT_include_))
    options.include = include->getValue();
  else if (options.isHeader())
    options.include = sys::path::filename(options.input);

  StringRef kind = args.getLastArgValue(OPT_emit, "cpp");
  auto emit = StringSwitch<std::optional<Emit>>(kind)
                  .Case("cpp", Emit::Cpp)
                  .Case("mlir", Emit::Mlir)
                  .Case("latex", Emit::Latex)
                  .Case("check", Emit::Check)
                  .Case("report", Emit::Report)
                  .Default(std::nullopt);
  if (!emit)
    return refuse("'--emit' takes cpp, mlir, latex, check or report, not '" + kind + "'");
  options.emit = *emit;
  if (args.hasArg(OPT_explain)) {
    if (args.hasArg(OPT_emit))
      return refuse("'--explain' is written instead of what '--emit' asks for; give one of them");
    options.emit = Emit::Explanation;
  }
  if (const Arg *stop = args.getLastArg(OPT_stop_after)) {
    if (options.emit != Emit::Mlir)
      return refuse("'--stop-after' goes with '--emit=mlir'");
    auto stage = StringSwitch<std::optional<Stage>>(stop->getValue())
                     .Case("import", Stage::Import)
                     .Case("differentiate", Stage::Differentiate)
                     .Case("simplify", Stage::Simplify)
                     .Case("schedule", Stage::Schedule)
                     .Default(std::nullopt);
    if (!stage)
      return refuse(
          Twine("'--stop-after' takes import, differentiate, simplify or schedule, not '") +
          stop->getValue() + "'");
    options.lastStage = *stage;
  }
  if (options.isMlir() && !options.differentiate.empty())
    return refuse("'--differentiate' goes with C++; in IR the attribute 'mx.del' asks");
  status = Written;
  return options;
}

} // namespace delgen
