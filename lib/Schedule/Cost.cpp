//===- Cost.cpp - What an evaluation costs --------------------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Cost.h"

#include "delgen/Mx/Attributes.h"
#include "delgen/Mx/Properties.h"
#include "delgen/Mx/Request.h"
#include "delgen/Mx/Shapes.h"

#include <limits>

using namespace mlir;

namespace delgen::mx {

/// Large enough that n² outweighs every factor that occurs in front of n.
static constexpr double symbolWeight = 1000;

double weight(Size size) {
  return size.isNumber() ? static_cast<double>(size.number()) : symbolWeight;
}

double entries(Type type) { return weight(rowsOf(type)) * weight(colsOf(type)); }

double productCost(Type left, Type right) {
  return 2 * weight(rowsOf(left)) * weight(colsOf(left)) * weight(colsOf(right));
}

bool isSmall(Type type) {
  constexpr int64_t smallest = 4;
  auto fits = [](Size size) { return size.isNumber() && size.number() <= smallest; };
  return fits(rowsOf(type)) && fits(colsOf(type));
}

bool mirrors(Value v) {
  return isa_and_nonnull<DiagOp, IdentityOp, InverseOp, SymmetricOp>(v.getDefiningOp()) ||
                 isa<BlockArgument>(v)
             ? isSymmetric(v)
             : false;
}

Factor::Factor(Value v)
    : rows(rowsOf(v.getType())), cols(colsOf(v.getType())),
      scalesFromLeft(v.getDefiningOp<DiagOp>() || v.getDefiningOp<IdentityOp>()),
      scalesFromRight(isDiagonal(v)) {}

Association associate(llvm::ArrayRef<Value> chain) {
  llvm::SmallVector<Factor> factors;
  for (Value v : chain)
    factors.emplace_back(v);
  Value first = chain.empty() ? Value() : chain.front();
  return associate(factors, first ? samplesOf(*first.getParentBlock()) : llvm::SmallVector<Size>());
}

Association associate(llvm::ArrayRef<Factor> chain, llvm::ArrayRef<Size> samples) {
  constexpr double more = 4;
  auto count = [&](Size size) {
    return weight(size) * (llvm::is_contained(samples, size) ? more : 1);
  };
  const size_t n = chain.size();
  llvm::SmallVector<llvm::SmallVector<double>> cost(n, llvm::SmallVector<double>(n, 0));
  Association best;
  best.split.assign(n, llvm::SmallVector<size_t>(n, 0));
  for (size_t length = 2; length <= n; ++length)
    for (size_t i = 0; i + length <= n; ++i) {
      const size_t j = i + length - 1;
      cost[i][j] = std::numeric_limits<double>::infinity();
      for (size_t k = i; k < j; ++k) {
        const double rows = count(chain[i].rows), inner = count(chain[k].cols),
                     cols = count(chain[j].cols);
        double product = 2 * rows * inner * cols;
        if ((k == i && chain[i].scalesFromLeft) || (k + 1 == j && chain[j].scalesFromRight))
          product = rows * cols;
        // What a product reads is stored before.
        if (k > i)
          product += rows * inner;
        if (k + 1 < j)
          product += inner * cols;
        const double total = cost[i][k] + cost[k + 1][j] + product;
        if (total < cost[i][j]) {
          cost[i][j] = total;
          best.split[i][j] = k;
        }
      }
    }
  best.cost = n > 1 ? cost[0][n - 1] : 0;
  return best;
}

llvm::SmallVector<Size> samplesOf(Block &block) {
  auto f = dyn_cast<func::FuncOp>(block.getParentOp());
  if (!f)
    f = block.getParentOp()->getParentOfType<func::FuncOp>();
  llvm::SmallVector<int64_t> varying;
  if (auto reading = f ? f->getAttr(attr::reading) : Attribute())
    if (auto request = Request::from(reading))
      llvm::append_range(varying, request->of);
  if (auto directions = f ? f->getAttrOfType<ArrayAttr>(attr::directions) : ArrayAttr())
    for (Attribute direction : directions)
      llvm::append_range(varying, cast<DenseI64ArrayAttr>(direction).asArrayRef());
  // Of objects all may vary.
  if (varying.empty() || llvm::any_of(varying, [](int64_t i) { return i < 0; }))
    return {};
  llvm::SmallVector<Size> samples, others;
  for (auto [i, type] : llvm::enumerate(f.getArgumentTypes()))
    if (auto matrix = dyn_cast<MatrixType>(type)) {
      auto &sizes = llvm::is_contained(varying, static_cast<int64_t>(i)) ? others : samples;
      sizes.append({matrix.getRows(), matrix.getCols()});
    }
  llvm::erase_if(samples,
                 [&](Size size) { return size.isNumber() || llvm::is_contained(others, size); });
  return samples;
}

} // namespace delgen::mx
