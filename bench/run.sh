#!/usr/bin/env bash
# Measures what delgen generates against code by hand and other libraries, and writes
# docs/benchmarks.md. With --quick: less of it, and only on standard output. Fails where results differ
# from the expert's, or times grow faster with the size.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

options=()
peers=ON
for option in "$@"; do
  case $option in
  --quick) peers=OFF options+=(--quick) ;;
  --only=*) options+=("$option") ;;
  *) echo "usage: bash bench/run.sh [--quick] [--only=TEXT]" >&2 && exit 2 ;;
  esac
done

bash scripts/setup.sh libbenchmark-dev
# A library that cannot be installed is reported as absent, and takes no other with it. libtorch
# multiplies with the BLAS that it finds, and what it would find by itself is not a fast one.
if [[ $peers == ON ]]; then
  for package in libceres-dev libadolc-dev libtrilinos-sacado-dev libtorch-dev libopenblas0-serial; do
    bash scripts/setup.sh "$package" || echo "$package: not installed" >&2
  done
fi
bash scripts/build.sh
build=build/bench
cmake -S bench -B $build -G Ninja -DCMAKE_PREFIX_PATH="$PWD/build" -DCMAKE_CXX_COMPILER=clang++-22 \
  -DDELGEN_BENCH_PEERS=$peers >/dev/null
# One at a time, so that compile times can be compared.
cmake --build $build --parallel 1
status=0
OMP_NUM_THREADS=1 $build/bench "${options[@]}" >$build/results.jsonl || status=$?
if [[ ${#options[@]} -eq 0 ]]; then
  python3 bench/report.py $build >docs/benchmarks.md || status=1
  echo "written to docs/benchmarks.md"
else
  python3 bench/report.py $build || status=1
fi
exit $status
