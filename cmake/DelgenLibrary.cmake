# delgen_add_library(<name> <sources>... [LINK <libraries>...])
#
# One room of lib/. What its own directory holds is found without a path; what other rooms
# may use stands in include/delgen.

# Most of a file's compile time is spent on these, so they are compiled once.
set(DELGEN_PRECOMPILED_HEADERS
    <mlir/Dialect/Func/IR/FuncOps.h>
    <mlir/Dialect/SCF/IR/SCF.h>
    <mlir/IR/Builders.h>
    <mlir/IR/BuiltinOps.h>
    <mlir/IR/OpImplementation.h>
    <mlir/IR/PatternMatch.h>
    <mlir/Interfaces/InferTypeOpInterface.h>
    <mlir/Interfaces/SideEffectInterfaces.h>
    <mlir/Pass/Pass.h>
    <llvm/ADT/TypeSwitch.h>)

function(delgen_add_library name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "LINK")
  add_library(${name} STATIC ${arg_UNPARSED_ARGUMENTS})
  add_dependencies(${name} DelgenMxIncGen)
  target_include_directories(${name} PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
  target_link_libraries(${name} PUBLIC ${arg_LINK} MLIR LLVM fmt::fmt)
  if(name STREQUAL DelgenMx)
    target_precompile_headers(${name} PRIVATE ${DELGEN_PRECOMPILED_HEADERS})
  else()
    target_precompile_headers(${name} REUSE_FROM DelgenMx)
  endif()
endfunction()
