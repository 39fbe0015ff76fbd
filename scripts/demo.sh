#!/usr/bin/env bash
# Builds delgen, runs it on every example, and checks all that it writes there.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
bash scripts/setup.sh
bash scripts/build.sh >/dev/null
bash examples/show.sh build
