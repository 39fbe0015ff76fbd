#!/usr/bin/env bash
# timed.sh NAME KIND COMMAND...: runs a compiler, and notes the processor seconds that it took.
set -euo pipefail
name=$1 kind=$2
shift 2
TIMEFORMAT='%U %S'
exec 3>&2
seconds=$({ time "$@" >&3 2>&3; } 2>&1)
mkdir -p compile
echo "$seconds" >"compile/$name.$kind"
