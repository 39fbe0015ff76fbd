//===- adolc.cpp - ADOL-C -------------------------------------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// ADOL-C writes down the operations of a function on a tape, and differentiates that. The tape is
// written once in a run, in its first call; the calls that are measured only evaluate it.
//
//===----------------------------------------------------------------------===//

#include <adolc/adolc.h>

#include <Eigen/Core>

// What Eigen must know of a number, and what its array functions need and ADOL-C lacks.
inline adouble log1p(const adouble &x) { return log(1.0 + x); }
inline adouble abs(const adouble &x) { return fabs(x); }

template <> struct Eigen::NumTraits<adouble> : Eigen::NumTraits<double> {
  using Real = adouble;
  using NonInteger = adouble;
  using Nested = adouble;
  enum { RequireInitialization = 1, ReadCost = 1, AddCost = 8, MulCost = 8 };
};
template <typename Op> struct Eigen::ScalarBinaryOpTraits<adouble, double, Op> {
  using ReturnType = adouble;
};
template <typename Op> struct Eigen::ScalarBinaryOpTraits<double, adouble, Op> {
  using ReturnType = adouble;
};

/// Not even their conjugates can be made of results that are no numbers yet.
namespace Eigen::internal {
template <> struct conj_retval<adub> {
  using type = adouble;
};
template <> struct conj_impl<adub, false> {
  static adouble run(const adub &x) { return x; }
};
} // namespace Eigen::internal

#include "peer.h"

namespace bench::BENCH_KIND {
namespace {

/// Rows of an array as ADOL-C takes them.
struct Rows2 {
  std::vector<double> entries;
  std::vector<double *> rows;
  void resize(size_t n, size_t m) {
    entries.assign(n * m, 0);
    rows.resize(n);
    for (size_t i = 0; i < n; ++i)
      rows[i] = entries.data() + i * m;
  }
};
struct Rows3 {
  Rows2 pairs;
  std::vector<double **> rows;
  void resize(size_t n, size_t m, size_t k) {
    pairs.resize(n * m, k);
    rows.resize(n);
    for (size_t i = 0; i < n; ++i)
      rows[i] = pairs.rows.data() + i * m;
  }
};

/// A tape that goes where it is written down.
class Tape {
public:
  Tape() = default;
  Tape(const Tape &) {} // Before anything is on it.
  ~Tape() {
    if (tag >= 0)
      removeTape(tag, ADOLC_REMOVE_COMPLETELY);
  }

  /// Writes down f, which varies with the inputs of numbers I, unless that was done before. It is
  /// to be differentiated twice at most, in so many directions at once, by reverse sweeps.
  template <int Active, int... I, typename F, typename Inputs>
  void write(F f, const Inputs &inputs, int directions = 1) {
    if (tag >= 0)
      return;
    tag = static_cast<short>(isFixed ? 2 * tags : 2 * tags + 1);
    ++tags;
    n = static_cast<int>((0 + ... + std::get<I>(inputs).size()));
    trace_on(tag);
    run<Active, I...>(f, inputs);
    trace_off();
    // What its buffers do not hold goes to files, and large ones take long to fill: once more, with
    // those that it needs.
    size_t counts[STAT_SIZE];
    tapestats(tag, counts);
    auto needed = [&](int which) { return static_cast<unsigned>(counts[which]) + 1024; };
    trace_on(tag, 0, needed(NUM_OPERATIONS), needed(NUM_LOCATIONS), needed(NUM_VALUES),
             static_cast<unsigned>(directions + 1) * needed(TAY_STACK_SIZE));
    run<Active, I...>(f, inputs);
    trace_off();
    isFresh = true;
  }

  short tag = -1;
  int n = 0, m = 0;
  bool isFresh = false;

private:
  // Even and odd ones, for there are two translation units.
  inline static short tags = 0;

  template <int Active, int... I, typename F, typename Inputs> void run(F f, const Inputs &inputs) {
    auto all = lift<adouble, adouble, Active>(inputs);
    auto vary = [&](auto &x, const auto &x0) {
      for (Index i = 0; i < x.size(); ++i)
        x.data()[i] <<= x0.data()[i];
    };
    (vary(std::get<I>(all), std::get<I>(inputs)), ...);
    auto y = std::apply(f, all);
    double value;
    if constexpr (std::is_convertible_v<decltype(y), adouble>) {
      adouble(y) >>= value;
      m = 1;
    } else {
      for (Index i = 0; i < y.size(); ++i)
        adouble(y.data()[i]) >>= value;
      m = static_cast<int>(y.size());
    }
  }
};

struct AdolC {
  /// Eigen's determinant of 4 × 4 takes numbers only, not the results of their operations.
  static constexpr bool lacks(std::string_view function) {
    return isFixed && function == "log_det";
  }
  template <typename Read> static constexpr bool has() { return true; }

  // An operation on a tape takes about a hundred times as long as one on numbers.
  static constexpr double slow = 100;
  template <typename Read, typename Inputs> static double passes(Read, const Inputs &inputs) {
    return slow * countPasses(Read(), static_cast<double>(std::get<Read::input>(inputs).size()));
  }
  template <typename Read> static double countPasses(Read, double) { return 1; }
  template <int I> static double countPasses(Hvp<I>, double) { return 2; }
  template <int I> static double countPasses(Hessian<I>, double n) { return n; }
  template <int I, int K> static double countPasses(Del<I, K>, double) { return 1 << (K - 1); }

  template <int Active, int I, typename F, typename Inputs>
  auto evaluate(Gradient<I>, F f, const Inputs &inputs) {
    tape.write<Active, I>(f, inputs);
    const auto &x = std::get<I>(inputs);
    std::decay_t<decltype(x)> G(x.rows(), x.cols());
    gradient(tape.tag, tape.n, x.data(), G.data());
    return G;
  }

  template <int Active, int... I, typename F, typename Inputs, typename... Outputs>
  double evaluate(ValueAndGradient<I...>, F f, const Inputs &inputs, Outputs &...outputs) {
    tape.write<Active, I...>(f, inputs);
    x.resize(tape.n);
    g.resize(tape.n);
    double *to = x.data();
    ((to = std::copy_n(std::get<I>(inputs).data(), std::get<I>(inputs).size(), to)), ...);
    double value, one = 1;
    zos_forward(tape.tag, 1, tape.n, 1, x.data(), &value);
    fos_reverse(tape.tag, 1, tape.n, &one, g.data());
    const double *from = g.data();
    auto take = [&](auto &output, const auto &input) {
      output.resize(input.rows(), input.cols());
      std::copy_n(from, output.size(), output.data());
      from += output.size();
    };
    (take(outputs, std::get<I>(inputs)), ...);
    return value;
  }

  template <int Active, int I, typename F, typename Inputs>
  auto evaluate(Jacobian<I>, F f, const Inputs &inputs) {
    tape.write<Active, I>(f, inputs);
    if (tape.isFresh)
      H.resize(tape.m, tape.n);
    tape.isFresh = false;
    jacobian(tape.tag, tape.m, tape.n, std::get<I>(inputs).data(), H.rows.data());
    return byRows(H, tape.m, tape.n);
  }

  template <int Active, int I, typename F, typename Inputs, typename Direction>
  auto evaluate(Hvp<I>, F f, const Inputs &inputs, const Direction &d) {
    tape.write<Active, I>(f, inputs);
    Direction result(d.rows(), d.cols());
    hess_vec(tape.tag, tape.n, const_cast<double *>(std::get<I>(inputs).data()),
             const_cast<double *>(d.data()), result.data());
    return result;
  }

  template <int Active, int I, typename F, typename Inputs>
  auto evaluate(Hessian<I>, F f, const Inputs &inputs) {
    tape.write<Active, I>(f, inputs, static_cast<int>(std::get<I>(inputs).size()));
    if (tape.isFresh)
      H.resize(tape.n, tape.n);
    tape.isFresh = false;
    // Faster than hessian(), by two to ten times for few inputs.
    hessian2(tape.tag, tape.n, const_cast<double *>(std::get<I>(inputs).data()), H.rows.data());
    // Only one triangle is written.
    Eigen::MatrixXd result = byRows(H, tape.n, tape.n);
    result.triangularView<Eigen::StrictlyUpper>() = result.transpose();
    return result;
  }

  // --- Orders with directions: Taylor coefficients ----------------------------------------------

  template <int Active, int I, int K, typename F, typename Inputs, typename Direction>
  auto evaluate(Directional<I, K>, F f, const Inputs &inputs, const Direction &d) {
    tape.write<Active, I>(f, inputs);
    if (tape.isFresh) {
      H.resize(tape.n, K);
      Y.resize(tape.m, K);
      g.resize(tape.m);
    }
    tape.isFresh = false;
    for (int i = 0; i < tape.n; ++i)
      H.rows[i][0] = d.data()[i];
    hos_forward(tape.tag, tape.m, tape.n, K, 0, std::get<I>(inputs).data(), H.rows.data(), g.data(),
                Y.rows.data());
    return result<I>(f, inputs, [&](Index i) { return factorial(K) * Y.rows[i][K - 1]; });
  }

  /// Along sums and differences of the directions, from which the distinct ones follow.
  template <int Active, int I, int K, typename F, typename Inputs, typename... Directions>
  auto evaluate(Del<I, K>, F f, const Inputs &inputs, const Directions &...directions) {
    tape.write<Active, I>(f, inputs);
    constexpr int P = 1 << (K - 1);
    if (tape.isFresh) {
      X3.resize(tape.n, P, K);
      Y3.resize(tape.m, P, K);
      g.resize(tape.m);
    }
    tape.isFresh = false;
    const std::array d{directions.data()...};
    for (int i = 0; i < tape.n; ++i)
      for (int p = 0; p < P; ++p) {
        double sum = d[K - 1][i];
        for (int k = 0; k < K - 1; ++k)
          sum += p & 1 << k ? -d[k][i] : d[k][i];
        X3.rows[i][p][0] = sum;
      }
    hov_forward(tape.tag, tape.m, tape.n, K, P, std::get<I>(inputs).data(), X3.rows.data(),
                g.data(), Y3.rows.data());
    return result<I>(f, inputs, [&](Index i) {
      double sum = 0;
      for (int p = 0; p < P; ++p)
        sum += std::popcount(static_cast<unsigned>(p)) % 2 ? -Y3.rows[i][p][K - 1]
                                                           : Y3.rows[i][p][K - 1];
      return sum / P;
    });
  }

private:
  static constexpr double factorial(int k) { return k <= 1 ? 1 : k * factorial(k - 1); }

  static Eigen::MatrixXd byRows(const Rows2 &rows, Index n, Index m) {
    using ByRows = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
    return Eigen::Map<const ByRows>(rows.entries.data(), n, m);
  }

  /// What f returns, from its entries.
  template <int I, typename F, typename Inputs, typename Entry>
  static auto result(F, const Inputs &inputs, Entry entry) {
    using Y = decltype(std::apply(std::declval<F>(), inputs));
    if constexpr (std::is_same_v<Y, double>) {
      return entry(0);
    } else {
      // All those functions are square, or have what they are applied to.
      const auto &x = std::get<I>(inputs);
      Y y(x.rows(), Y::ColsAtCompileTime == 1 ? 1 : x.rows());
      for (Index i = 0; i < y.size(); ++i)
        y.data()[i] = entry(i);
      return y;
    }
  }

  Tape tape;
  std::vector<double> x, g;
  Rows2 H, Y;
  Rows3 X3, Y3;
};

[[maybe_unused]] const bool isEntered = enterLibrary<AdolC>("adolc");

} // namespace
} // namespace bench::BENCH_KIND
