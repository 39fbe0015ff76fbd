//===- Work.cpp - How much an operation computes --------------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Orders and leading factors of the factorisations are those of Golub and Van Loan, Matrix
// Computations, 4th edition: LU 3.2, Cholesky 4.2, QR 5.2, symmetric eigenvalues 8.3.
//
//===----------------------------------------------------------------------===//

#include "delgen/Mx/Work.h"

#include "delgen/Mx/Properties.h"
#include "delgen/Mx/Shapes.h"

#include "fmt/format.h"
#include "llvm/ADT/TypeSwitch.h"

#include <cmath>

using namespace mlir;

namespace delgen::mx {

//===-- Polynomials -------------------------------------------------------===//

Polynomial::Polynomial(double number) {
  if (number != 0)
    terms[{}] = number;
}

Polynomial Polynomial::symbol(StringRef name) {
  Polynomial p;
  p.terms[{name.str()}] = 1;
  return p;
}

Polynomial &Polynomial::operator+=(const Polynomial &other) {
  for (const auto &[monomial, factor] : other.terms)
    if ((terms[monomial] += factor) == 0)
      terms.erase(monomial);
  return *this;
}

Polynomial operator*(const Polynomial &a, const Polynomial &b) {
  Polynomial product;
  for (const auto &[left, x] : a.terms)
    for (const auto &[right, y] : b.terms) {
      Polynomial::Monomial both = left;
      both.insert(both.end(), right.begin(), right.end());
      llvm::sort(both);
      Polynomial term;
      term.terms[both] = x * y;
      product += term;
    }
  return product;
}

double Polynomial::at(double n) const {
  double sum = 0;
  for (const auto &[monomial, factor] : terms)
    sum += factor * std::pow(n, static_cast<double>(monomial.size()));
  return sum;
}

Polynomial Polynomial::substitute(llvm::function_ref<Polynomial(llvm::StringRef)> valueOf) const {
  Polynomial sum;
  for (const auto &[monomial, factor] : terms) {
    Polynomial product = factor;
    for (const std::string &symbol : monomial)
      product = product * valueOf(symbol);
    sum += product;
  }
  return sum;
}

std::string Polynomial::text() const {
  std::vector<std::pair<Monomial, double>> ordered(terms.begin(), terms.end());
  llvm::sort(ordered, [](const auto &a, const auto &b) {
    return a.first.size() != b.first.size() ? a.first.size() > b.first.size() : a.first < b.first;
  });
  std::string text;
  for (const auto &[monomial, factor] : ordered) {
    if (!text.empty())
      text += factor < 0 ? " - " : " + ";
    else if (factor < 0)
      text += "-";
    const double size = std::abs(factor);
    std::string product = size == 1 && !monomial.empty() ? "" : fmt::format("{:.4g}", size);
    for (auto it = monomial.begin(); it != monomial.end();) {
      const auto next = std::find_if(it, monomial.end(), [&](auto &s) { return s != *it; });
      const auto power = next - it;
      product += (product.empty() ? "" : " ") + *it;
      if (power == 2 || power == 3)
        product += power == 2 ? "²" : "³";
      else if (power > 3)
        product += fmt::format("^{}", power);
      it = next;
    }
    text += product;
  }
  return text.empty() ? "0" : text;
}

//===-- Work --------------------------------------------------------------===//

Work &Work::operator+=(const Work &other) {
  flops += other.flops;
  functions += other.functions;
  return *this;
}

Work operator*(const Polynomial &times, const Work &work) {
  Work product(times * work.flops);
  product.functions = times * work.functions;
  return product;
}

Work Work::substitute(llvm::function_ref<Polynomial(llvm::StringRef)> valueOf) const {
  Work work(flops.substitute(valueOf));
  work.functions = functions.substitute(valueOf);
  return work;
}

Work functionCalls(Polynomial times) {
  Work work;
  work.functions = std::move(times);
  return work;
}

//===-- Sizes of values ---------------------------------------------------===//

static Polynomial count(Size size) {
  return size.isNumber() ? Polynomial(static_cast<double>(size.number()))
                         : Polynomial::symbol(size.symbol());
}

static Type matrixType(Value v) {
  if (auto factorization = dyn_cast<FactorizationType>(v.getType()))
    return factorization.getOf();
  return v.getType();
}

Polynomial rowsIn(Value v) { return count(rowsOf(matrixType(v))); }
Polynomial colsIn(Value v) { return count(colsOf(matrixType(v))); }
Polynomial entriesOf(Value v) { return rowsIn(v) * colsIn(v); }

//===-- Operations --------------------------------------------------------===//

Polynomial productFlops(ValueRange factors) {
  Polynomial flops;
  size_t scalars = 0;
  Value first, last;
  auto scales = [](Value v) { return isa_and_nonnull<DiagOp, IdentityOp>(v.getDefiningOp()); };
  for (Value factor : factors) {
    if (isScalar(factor)) {
      ++scalars;
      continue;
    }
    if (!first) {
      first = last = factor;
      continue;
    }
    flops += scales(factor) || (last == first && scales(first))
                 ? rowsIn(first) * colsIn(factor)
                 : 2.0 * rowsIn(first) * rowsIn(factor) * colsIn(factor);
    last = factor;
  }
  if (!first)
    return static_cast<double>(scalars) - 1;
  // Scalars are multiplied with one another first.
  if (scalars)
    flops += rowsIn(first) * colsIn(last) + static_cast<double>(scalars - 1);
  return flops;
}

Work powerWork(Value a, double exponent) {
  const bool isSimple = exponent == 2 || exponent == -1 || exponent == 0.5;
  return isSimple ? Work(entriesOf(a)) : functionCalls(entriesOf(a));
}

Polynomial prodFlops(Value a, size_t directions) {
  // Each subset of the directions has a part, which takes a sum over its own subsets.
  return std::pow(3.0, static_cast<double>(directions)) * entriesOf(a);
}

Work workOf(Operation *op) {
  if (auto rule = dyn_cast<RuleInterface>(op))
    return rule.work();
  return llvm::TypeSwitch<Operation *, Work>(op)
      .Case([](FactorizeOp factorize) -> Work {
        const Polynomial m = rowsIn(factorize.getA()), n = colsIn(factorize.getA());
        const Factorization &row = factorize.row();
        if (row.isTriangular())
          return {};
        if (row.isRectangular)
          return 2.0 * m * n * n + Polynomial(-2.0 / 3) * n * n * n;
        return Polynomial(row.isSymmetric ? 1.0 / 3 : 2.0 / 3) * n * n * n;
      })
      .Case([](SolveOp solve) -> Work {
        const Polynomial m = rowsIn(solve.getA()), n = colsIn(solve.getA());
        return 2.0 * m * n * colsIn(solve.getB());
      })
      .Default(Work());
}

} // namespace delgen::mx
