#!/usr/bin/env bash
# Runs delgen on every example and shows what it writes; then builds and runs the demonstration.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
bash scripts/setup.sh
bash scripts/build.sh >/dev/null

eigen=$(sed -n 's/^config.eigen_include_dir = r"\(.*\)"$/\1/p' build/test/lit.site.cfg.py)
flags=(-std=c++20 -Iinclude -isystem "$eigen")
generated=build/demo
mkdir -p "$generated"

for header in examples/*.h; do
  [[ -e $header ]] || continue
  output=$generated/$(basename "$header" .h).del.h
  echo "\$ delgen $header -- ${flags[*]}"
  build/bin/delgen "$header" -o "$output" -- "${flags[@]}"
  cat "$output"
  echo
done

if [[ -f examples/demo.cpp ]]; then
  command=(clang++-22 -O2 "${flags[@]}" "-I$generated" -Iexamples examples/demo.cpp
           -o "$generated/demo")
  echo "\$ ${command[*]}"
  "${command[@]}"
  echo "\$ $generated/demo"
  "$generated/demo"
fi
