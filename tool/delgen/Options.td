//===- Options.td - The command line of delgen -----------------*- tablegen -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

include "llvm/Option/OptParser.td"

class Flag_<string name, string help> : Flag<["--"], name>, HelpText<help>;
// --name=VALUE and --name VALUE
multiclass Value<string name, string help, string value> {
  def NAME : Joined<["--"], name # "=">, HelpText<help>, MetaVarName<value>;
  def NAME # _separate : Separate<["--"], name>, Alias<!cast<Joined>(NAME)>;
}

def output : JoinedOrSeparate<["-"], "o">, MetaVarName<"FILE">,
  HelpText<"Write to FILE, whole or not at all; '-', the default, is standard output">;
def database : JoinedOrSeparate<["-"], "p">, MetaVarName<"DIR">,
  HelpText<"Take the compiler's flags from DIR/compile_commands.json or "
           "DIR/compile_flags.txt">;
defm differentiate : Value<"differentiate",
  "Differentiate a function that is not annotated: 'ns::f: del(x, 2)'; may be repeated",
  "'NAME: REQUESTS'">;
defm depfile : Value<"depfile", "Write the files that were read to FILE, as a rule for Make",
  "FILE">;
defm verify : Value<"verify",
  "Write nothing; fail, with a diff, where FILE is not what would be written", "FILE">;
defm include_ : Value<"include",
  "What the generated header includes: by default the input's file name where the input is a "
  "header, and nothing where it is not, or where PATH is empty", "PATH">;
defm emit : Value<"emit",
  "What to write: cpp (the default), mlir, latex, check, a program that tests what cpp writes, or "
  "report, a table of what that computes", "KIND">;
def explain : Flag_<"explain",
  "Write what was decided about each function instead: how products are associated, what is computed "
  "once, by half, in one pass, in place or in front of a loop">;
defm stop_after : Value<"stop-after",
  "With --emit=mlir, the stage to stop after: import, differentiate, simplify or schedule",
  "STAGE">;
def no_nonsmooth : Flag<["-"], "Wno-delgen-nonsmooth">,
  HelpText<"Do not warn about functions that are not differentiable everywhere">;
def help : Flag_<"help", "Print this and exit">;
def : Flag<["-"], "h">, Alias<help>;
def version : Flag_<"version", "Print the version and exit">;
