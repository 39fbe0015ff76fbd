#!/usr/bin/env bash
# Says which tracked C++ files clang-format would change; --fix changes them. Inputs of tests
# keep the form that they test.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
mode=(--dry-run -Werror)
[[ ${1:-} != --fix ]] || mode=(-i)
git ls-files -z '*.cpp' '*.h' ':!test/import' ':!test/cmake' ':!test/driver' | xargs -0 -r clang-format-22 "${mode[@]}"
