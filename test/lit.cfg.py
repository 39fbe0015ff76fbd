import os
import shutil

import lit.formats

config.name = "delgen"
config.test_format = lit.formats.ShTest(execute_external=False)
config.suffixes = [".mlir", ".cpp", ".h", ".test"]
config.excludes = ["Inputs", "fuzz"]
config.test_source_root = os.path.join(config.delgen_source_root, "test")
config.test_exec_root = os.path.join(config.delgen_build_root, "test")

config.environment["PATH"] = os.pathsep.join(
    [config.delgen_tools_dir, config.llvm_tools_dir, os.environ["PATH"]]
)
# The sanitizers find these by name, and ccache must not write into a home that is not there.
for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS", "HOME", "CCACHE_DIR"):
    if name in os.environ:
        config.environment[name] = os.environ[name]

# Compiling Eigen touches so much memory that large pages save a tenth of the suite's time.
config.environment["GLIBC_TUNABLES"] = "glibc.malloc.hugetlb=1"

# The libraries of LLVM are built without sanitizers: they do not unpoison the memory that our
# instances of their templates poison.
config.environment.setdefault(
    "ASAN_OPTIONS", "allow_user_poisoning=0:detect_container_overflow=0"
)

# Generated code is compiled with these as well: --param sanitize=address,undefined
sanitize = lit_config.params.get("sanitize", "")
if sanitize:
    sanitize = f" -g1 -fsanitize={sanitize} -fno-sanitize-recover=all"

# What a test may demand with REQUIRES.
for feature, program in [
    ("cmake", "cmake"),
    ("make", "make"),
    ("ninja", "ninja"),
    ("gcc", "g++"),
    ("clang", "clang++-22"),
]:
    if shutil.which(program):
        config.available_features.add(feature)

# Clang with Eigen precompiled, where that is meant to be short.
precompiled = f" -include-pch {config.eigen_pch}" if config.eigen_pch else ""

config.substitutions += [
    (r"%clang20\b", "clang++-22 -std=c++20" + (sanitize or precompiled)),
    (r"%cxx_gcc\b", "g++ -std=c++17" + sanitize),
    (r"%cxx_clang\b", "clang++-22 -std=c++17" + sanitize),
    (r"%warnings\b", "-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror"),
    (r"%eigen\b", config.eigen_include_dir),
    (r"%delgen_include\b", os.path.join(config.delgen_source_root, "include")),
    (r"%delgen_build\b", config.delgen_build_root),
    (r"%examples\b", os.path.join(config.delgen_source_root, "examples")),
    (r"%source_root\b", config.delgen_source_root),
]
