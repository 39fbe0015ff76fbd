//===- main.cpp - Checks, counts and times all contenders -----------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   bench [--quick] [--only=TEXT] [--contenders=A,B] [flags of Google Benchmark]
//
// A case at one size is a group: its contenders must agree, and are then timed in repetitions
// that take turns. Each measurement is a line of JSON on standard output.
//
//===----------------------------------------------------------------------===//

#include "contender.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <map>
#include <sys/wait.h>
#include <unistd.h>

using namespace bench;

// --- Allocations -------------------------------------------------------------------------------

// All of them pass through these, those of operator new and of Eigen as well.
static long allocations = 0;

extern "C" {
void *__libc_malloc(size_t);
void *__libc_calloc(size_t, size_t);
void *__libc_realloc(void *, size_t);
void *__libc_memalign(size_t, size_t);

void *malloc(size_t size) {
  ++allocations;
  return __libc_malloc(size);
}
void *calloc(size_t count, size_t size) {
  ++allocations;
  return __libc_calloc(count, size);
}
void *realloc(void *p, size_t size) {
  ++allocations;
  return __libc_realloc(p, size);
}
void *aligned_alloc(size_t alignment, size_t size) {
  ++allocations;
  return __libc_memalign(alignment, size);
}
int posix_memalign(void **p, size_t alignment, size_t size) {
  ++allocations;
  *p = __libc_memalign(alignment, size);
  return *p ? 0 : 12;
}
}

namespace {

struct Options {
  bool isQuick = false;
  std::string only, contenders;
};

/// What is known of a contender at one case and size.
struct Measured {
  const Entry *entry;
  std::unique_ptr<Run> run;
  std::vector<double> nanoseconds;
  long allocations = 0;
};

using Group = std::vector<Measured>;

std::string nameOf(const Entry &e) {
  return e.function + "/" + e.reading + "/" + (e.isFixed ? "fixed " : "") +
         std::to_string(e.size.n) + (e.size.m ? "," + std::to_string(e.size.m) : "");
}

/// Takes what Google Benchmark measures, one run for each repetition.
class Collector : public benchmark::BenchmarkReporter {
public:
  explicit Collector(Group &group) : group(group) {}
  bool ReportContext(const Context &) override { return true; }
  void ReportRuns(const std::vector<Run> &runs) override {
    for (const Run &run : runs)
      if (run.run_type == Run::RT_Iteration)
        for (Measured &m : group)
          if (m.entry->contender == run.run_name.function_name)
            m.nanoseconds.push_back(run.GetAdjustedCPUTime());
  }

private:
  Group &group;
};

void printText(const char *key, const std::string &text) {
  std::printf("\"%s\": \"%s\", ", key, text.c_str());
}

/// False where a result differs from the expert's.
bool agree(Group &group) {
  auto reference = std::find_if(group.begin(), group.end(),
                                [](const Measured &m) { return m.entry->contender == "expert"; });
  if (reference == group.end())
    return true;
  bool all = true;
  const std::vector<double> expected = reference->run->result();
  double scale = 0;
  for (double x : expected)
    scale = std::max(scale, std::abs(x));
  for (Measured &m : group) {
    const std::vector<double> actual = m.run->result();
    double worst = actual.size() == expected.size() ? 0 : INFINITY;
    for (size_t i = 0; i < std::min(actual.size(), expected.size()); ++i) {
      const double error = std::abs(actual[i] - expected[i]);
      worst = std::max(worst, std::isnan(error) ? INFINITY : error / (scale == 0 ? 1 : scale));
    }
    if (worst > 1e-9) {
      std::fprintf(stderr, "WRONG: %s: %s differs from the expert by %g\n",
                   nameOf(*m.entry).c_str(), m.entry->contender.c_str(), worst);
      all = false;
    }
  }
  return all;
}

/// The number of calls that together take about `seconds`. A single one tells little: what else
/// runs on the machine may make it many times as long, and then all repetitions would consist of
/// one call each. So the shortest of several tries decides.
benchmark::IterationCount callsIn(double seconds, Run &run) {
  using Clock = std::chrono::steady_clock;
  constexpr int tries = 5;
  constexpr long most = 1L << 30;
  for (long calls = 1;; calls *= 4) {
    double shortest = INFINITY;
    for (int i = 0; i < tries && shortest > seconds / 8; ++i) {
      const auto start = Clock::now();
      for (long k = 0; k < calls; ++k)
        run.call();
      shortest = std::min(shortest, std::chrono::duration<double>(Clock::now() - start).count());
    }
    if (shortest > seconds / 8 || calls >= most)
      return std::max(1L, std::lround(static_cast<double>(calls) * seconds / shortest));
  }
}

void time(Group &group, double seconds) {
  benchmark::ClearRegisteredBenchmarks();
  for (Measured &m : group) {
    // The second call finds what is kept between calls, and caches that are warm.
    m.run->call();
    const long before = allocations;
    m.run->call();
    m.allocations = allocations - before;
    benchmark::RegisterBenchmark(m.entry->contender.c_str(), [&m](benchmark::State &state) {
      m.run->measure(state);
    })->Iterations(callsIn(seconds, *m.run));
  }
  Collector collector(group);
  benchmark::RunSpecifiedBenchmarks(&collector);
  for (const Measured &m : group) {
    std::printf("{");
    printText("function", m.entry->function);
    printText("title", m.entry->title);
    printText("reading", m.entry->reading);
    printText("contender", m.entry->contender);
    std::printf("\"fixed\": %s, \"n\": %ld, \"m\": %ld, \"allocations\": %ld, \"ns\": [",
                m.entry->isFixed ? "true" : "false", long(m.entry->size.n), long(m.entry->size.m),
                m.allocations);
    for (size_t i = 0; i < m.nanoseconds.size(); ++i)
      std::printf("%s%.1f", i ? ", " : "", m.nanoseconds[i]);
    std::printf("]}\n");
  }
  std::fflush(stdout);
}

} // namespace

std::vector<Entry> &bench::entries() {
  static std::vector<Entry> all;
  return all;
}

int main(int argc, char **argv) {
  Options options;
  std::vector<char *> rest;
  for (int i = 0; i < argc; ++i) {
    if (!std::strcmp(argv[i], "--quick"))
      options.isQuick = true;
    else if (!std::strncmp(argv[i], "--only=", 7))
      options.only = argv[i] + 7;
    else if (!std::strncmp(argv[i], "--contenders=", 13))
      options.contenders = std::string(",") + (argv[i] + 13) + ",";
    else
      rest.push_back(argv[i]);
  }
  std::vector<std::string> flags = {
      "--benchmark_enable_random_interleaving=true", "--benchmark_filter=all",
      options.isQuick ? "--benchmark_repetitions=31" : "--benchmark_repetitions=61"};
  for (std::string &flag : flags)
    rest.insert(rest.begin() + 1, flag.data());
  int count = static_cast<int>(rest.size());
  benchmark::Initialize(&count, rest.data());
  if (benchmark::ReportUnrecognizedArguments(count, rest.data()))
    return 2;

  // In the order of the table, of which every translation unit has its part.
  std::vector<std::string> order;
  std::map<std::string, std::vector<const Entry *>> groups;
  for (const Entry &e : entries()) {
    const std::string name = nameOf(e);
    if (name.find(options.only) == std::string::npos ||
        (!options.contenders.empty() &&
         options.contenders.find("," + e.contender + ",") == std::string::npos) ||
        (options.isQuick && e.size.n * std::max<Eigen::Index>(e.size.m, 1) > 40000))
      continue;
    if (!groups.count(name))
      order.push_back(name);
    groups[name].push_back(&e);
  }
  // Of a repetition. Many short ones meet the same disturbances.
  const double seconds = options.isQuick ? 0.0003 : 0.001;
  int failures = 0;
  for (const std::string &name : order) {
    // In a process of its own: what a library keeps of one group would slow it down in others, as
    // the store of ADOL-C does, which each of its sweeps reads and which never shrinks.
    std::fflush(stdout);
    const pid_t process = fork();
    if (process == 0) {
      bool isRight = false;
      {
        Group group;
        for (const Entry *e : groups[name])
          group.push_back({e, e->prepare(), {}, 0});
        isRight = agree(group);
        if (isRight)
          time(group, seconds);
      }
      std::fflush(stdout);
      _exit(isRight ? EXIT_SUCCESS : EXIT_FAILURE);
    }
    int status = 0;
    if (process < 0 || waitpid(process, &status, 0) != process || status != 0) {
      std::fprintf(stderr, "FAILED: %s\n", name.c_str());
      ++failures;
    }
  }
  return failures ? EXIT_FAILURE : EXIT_SUCCESS;
}
