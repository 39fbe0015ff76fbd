#!/usr/bin/env bash
# Installs what the benchmark needs beyond scripts/setup.sh, on Debian and Ubuntu; with --peers
# also the libraries that delgen is compared with.
set -euo pipefail
packages=(libbenchmark-dev ninja-build)
if [[ ${1:-} == --peers ]]; then
  packages+=(libceres-dev)
fi

missing=()
for package in "${packages[@]}"; do
  status=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
  [[ $status == installed ]] || missing+=("$package")
done
[[ ${#missing[@]} -gt 0 ]] || exit 0

sudo=()
[[ $(id -u) -eq 0 ]] || sudo=(sudo)
# A library that cannot be installed is reported as absent.
for package in "${missing[@]}"; do
  "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "$package" >/dev/null ||
    echo "$package cannot be installed" >&2
done
