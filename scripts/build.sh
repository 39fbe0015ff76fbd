#!/usr/bin/env bash
# Builds delgen in build/; with an argument, another preset of CMakePresets.json.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
preset=${1:-release}

# ccache keeps its files in the home directory, where there is one.
if [[ -z ${CCACHE_DIR:-} && ! -w ${HOME:-/nonexistent} ]]; then
  export CCACHE_DIR=$PWD/build/.ccache
fi

# A directory that is configured configures itself again when it must.
directory=build
[[ $preset == release ]] || directory=build-$preset
[[ -f $directory/build.ninja ]] || cmake --preset "$preset"
cmake --build --preset "$preset"
