#!/usr/bin/env bash
# Installs what delgen is built and tested with, and the packages that are named, on Debian and
# Ubuntu. Quick where all is there.
set -euo pipefail
export LC_ALL=C

packages=(
  # to build
  clang-22 lld-22 libclang-22-dev libmlir-22-dev llvm-22-dev mlir-22-tools libfmt-dev
  zlib1g-dev libxml2-dev cmake ninja-build ccache
  # to test: lit and FileCheck, the second compiler, sanitizers, Eigen
  llvm-22-tools g++ make libclang-rt-22-dev libeigen3-dev liblbfgs-dev python3 git
  # to work on it
  clang-format-22 clang-tidy-22
  "$@"
)

missing=()
for package in "${packages[@]}"; do
  status=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
  [[ $status == installed ]] || missing+=("$package")
done
[[ ${#missing[@]} -gt 0 ]] || exit 0

sudo=()
[[ $(id -u) -eq 0 ]] || sudo=(sudo)
echo "installing ${missing[*]}"
"${sudo[@]}" apt-get update -qq
if ! apt-cache show llvm-22-dev >/dev/null 2>&1; then
  cat >&2 <<'HELP'
error: this system's package sources have no LLVM 22; apt.llvm.org has it:
  wget https://apt.llvm.org/llvm.sh && sudo bash llvm.sh 22
HELP
  exit 1
fi
"${sudo[@]}" env DEBIAN_FRONTEND=noninteractive \
  apt-get install -y -qq --no-install-recommends "${missing[@]}"
