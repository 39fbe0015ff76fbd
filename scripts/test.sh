#!/usr/bin/env bash
# Builds delgen and runs every test; arguments go to lit. The last line counts them.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
bash scripts/setup.sh
bash scripts/build.sh

results=build/test/results.json
rm -f "$results"
/usr/lib/llvm-22/bin/lit -v -o "$results" "$@" build/test || true

python3 - "$results" <<'COUNT'
import collections, json, sys

try:
    with open(sys.argv[1], encoding="utf-8") as file:
        tests = json.load(file)["tests"]
except OSError:
    tests = []  # lit did not get as far as a test, and has said why.
codes = collections.Counter(test["code"] for test in tests)
passed = codes["PASS"] + codes["FLAKYPASS"] + codes["XFAIL"]
failed = sum(codes.values()) - passed - codes["UNSUPPORTED"] - codes["EXCLUDED"] - codes["SKIPPED"]
print(f"{passed} passed, {failed} failed")
sys.exit(1 if failed or not passed else 0)
COUNT
