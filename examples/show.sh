#!/usr/bin/env bash
# usage: examples/show.sh BUILD [DIRECTORY]
#
# Runs the delgen of the build tree BUILD on every example and shows what it writes; then
# compiles and runs demo.cpp, which compares all of it with exact derivatives. Files go to
# DIRECTORY, by default BUILD/demo.
set -euo pipefail
build=$(cd "$1" && pwd)
mkdir -p "${2:-$build/demo}"
generated=$(cd "${2:-$build/demo}" && pwd)
cd "$(dirname "${BASH_SOURCE[0]}")/.."

eigen=$(sed -n 's/^config.eigen_include_dir = r"\(.*\)"$/\1/p' "$build/test/lit.site.cfg.py")
flags=(-std=c++17 -Iinclude -isystem "$eigen")

for header in examples/*.h; do
  output=$generated/$(basename "$header" .h).del.h
  echo "\$ delgen $header -- ${flags[*]}"
  "$build/bin/delgen" "$header" -o "$output" -Wno-delgen-nonsmooth -- "${flags[@]}"
  cat "$output"
  echo
done

build_example() {
  clang++-22 -O0 "${flags[@]}" -I"$generated" -Iexamples "examples/$1.cpp" -o "$generated/$1" "${@:2}"
}
build_example applications -llbfgs
"$generated/applications"
echo
build_example demo
"$generated/demo"
