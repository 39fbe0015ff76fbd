#!/usr/bin/env bash
# Says which tracked C++ files clang-format would change; --fix changes them.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
mode=(--dry-run -Werror)
[[ ${1:-} != --fix ]] || mode=(-i)
git ls-files -z '*.cpp' '*.h' | xargs -0 -r clang-format-22 "${mode[@]}"
