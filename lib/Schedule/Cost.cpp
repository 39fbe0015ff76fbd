//===- Cost.cpp - What an evaluation costs --------------------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Cost.h"

#include "delgen/Mx/Properties.h"
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

/// Diagonal matrices scale and identities do nothing, so they count as vectors do.
static bool isCheapFactor(Value v) {
  return v.getDefiningOp<DiagOp>() || v.getDefiningOp<IdentityOp>();
}

Association associate(llvm::ArrayRef<Value> chain) {
  const size_t n = chain.size();
  llvm::SmallVector<llvm::SmallVector<double>> cost(n, llvm::SmallVector<double>(n, 0));
  Association best;
  best.split.assign(n, llvm::SmallVector<size_t>(n, 0));
  for (size_t length = 2; length <= n; ++length)
    for (size_t i = 0; i + length <= n; ++i) {
      const size_t j = i + length - 1;
      cost[i][j] = std::numeric_limits<double>::infinity();
      for (size_t k = i; k < j; ++k) {
        const double rows = weight(rowsOf(chain[i].getType()));
        const double inner = weight(colsOf(chain[k].getType()));
        const double cols = weight(colsOf(chain[j].getType()));
        double product = 2 * rows * inner * cols;
        if ((k == i && isCheapFactor(chain[i])) || (k + 1 == j && isDiagonal(chain[j])))
          product = rows * cols;
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

} // namespace delgen::mx
