//===- Sharing.cpp - Products that several chains have in common ----------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Each chain by itself is associated at least cost, but W₂ᵀ R Xᵀ and R Xᵀ W₁ᵀ together are
// cheapest where both read R Xᵀ. Of what chains have in common that is named which saves most,
// until nothing does.
//
//===----------------------------------------------------------------------===//

#include "Builder.h"
#include "Stages.h"

#include "delgen/Mx/Attributes.h"

#include <map>
#include <memory>
#include <set>
#include <vector>

using namespace mlir;

namespace delgen::mx {
namespace {

/// A factor without its transpose, and whether it has one.
using KeyFactor = std::pair<const void *, bool>;
/// A chain, the same for its transpose.
using Key = std::vector<KeyFactor>;

class Sharing {
public:
  explicit Sharing(Block &block) : samples(samplesOf(block)) {
    for (auto op : block.getOps<MulOp>())
      addChains(op);
  }

  /// Names the common part that saves most; false where none saves anything.
  bool shareOnce() {
    Common best;
    for (const Common &common : candidates())
      if (common.places.size() > 1)
        if (double saving = savingOf(common); saving > best.saving) {
          best = common;
          best.saving = saving;
        }
    if (best.saving <= 0)
      return false;
    const Place first = *llvm::min_element(best.places, [](const Place &a, const Place &b) {
      return a.chain->op->isBeforeInBlock(b.chain->op);
    });
    OpBuilder b(first.chain->op);
    b.setInsertionPoint(first.chain->op);
    const Key own = keyOf(first);
    Value product =
        MulOp::create(b, withoutName(first.chain->op.getLoc()), factorsOf(first)).getResult();
    for (const Place &place : best.places)
      replace(place, product, keyOf(place) == own);
    llvm::erase_if(chains, [](const auto &chain) { return !chain->op; });
    addChains(product.getDefiningOp<MulOp>());
    return true;
  }

private:
  /// The matrices of a product, or of a part of it that is a scalar.
  struct Chain {
    MulOp op;
    llvm::SmallVector<unsigned> operands;
  };
  struct Place {
    Chain *chain = nullptr;
    size_t first = 0, length = 0;
  };
  struct Common {
    llvm::SmallVector<Place> places;
    double saving = 0;
  };
  static constexpr size_t longestChain = 12;

  void addChains(MulOp op) {
    Chain chain{op, {}};
    auto add = [&] {
      if (chain.operands.size() > 1 && chain.operands.size() <= longestChain)
        chains.push_back(std::make_unique<Chain>(chain));
      chain.operands.clear();
    };
    for (auto [i, factor] : llvm::enumerate(op.getFactors())) {
      if (isScalar(factor))
        continue;
      chain.operands.push_back(i);
      // A piece between sizes of 1 is a scalar.
      if (colsOf(factor.getType()).is(1) &&
          rowsOf(op.getFactors()[chain.operands.front()].getType()).is(1))
        add();
    }
    add();
  }

  static llvm::SmallVector<Value> factorsOf(const Place &place) {
    llvm::SmallVector<Value> factors;
    for (unsigned i : llvm::ArrayRef(place.chain->operands).slice(place.first, place.length))
      factors.push_back(place.chain->op.getFactors()[i]);
    return factors;
  }
  static Key keyOf(const Place &place) {
    Key key;
    for (Value v : factorsOf(place)) {
      auto t = v.getDefiningOp<TransposeOp>();
      Value base = t ? t.getA() : v;
      key.emplace_back(base.getAsOpaquePointer(), t && !mirrors(base));
    }
    return key;
  }

  std::vector<Common> candidates() {
    std::vector<Common> found;
    std::map<Key, size_t> numbers;
    // Equal chains are one value anyway.
    std::set<Key> known;
    for (auto &chain : chains) {
      const size_t n = chain->operands.size();
      const Key whole = keyOf({chain.get(), 0, n});
      if (!known.insert(std::min(whole, mirrored(whole))).second)
        continue;
      std::set<Key> own;
      for (size_t length = 2; length <= n; ++length)
        for (size_t first = 0; first + length <= n; ++first) {
          const Place place = {chain.get(), first, length};
          Key key = keyOf(place);
          key = std::min(key, mirrored(key));
          if (!own.insert(key).second)
            continue;
          auto [it, isNew] = numbers.try_emplace(key, found.size());
          if (isNew)
            found.emplace_back();
          auto &places = found[it->second].places;
          auto isHere = [&](const Place &other) { return other.chain->op == chain->op; };
          if (llvm::none_of(places, isHere))
            places.push_back(place);
        }
    }
    return found;
  }

  /// The key of the transpose; symmetric factors have none.
  static Key mirrored(const Key &key) {
    Key result;
    for (auto [base, isTransposed] : llvm::reverse(key))
      result.emplace_back(base, !isTransposed && !mirrors(Value::getFromOpaquePointer(base)));
    return result;
  }

  double costOf(llvm::ArrayRef<Factor> chain) const { return associate(chain, samples).cost; }

  double savingOf(const Common &common) const {
    auto factors = [](llvm::ArrayRef<Value> values) {
      llvm::SmallVector<Factor> result;
      for (Value v : values)
        result.emplace_back(v);
      return result;
    };
    const auto shared = factors(factorsOf(common.places.front()));
    // What only scales is computed as fast as it is read.
    const double stored = weight(shared.front().rows) * weight(shared.back().cols);
    if (costOf(shared) < 4 * stored)
      return 0;
    double saving = -costOf(shared) - stored;
    for (const Place &place : common.places) {
      auto all = factors(factorsOf({place.chain, 0, place.chain->operands.size()}));
      saving += costOf(all);
      Factor product{llvm::ArrayRef(all).slice(place.first, place.length)};
      all.erase(all.begin() + place.first + 1, all.begin() + place.first + place.length);
      all[place.first] = product;
      saving -= costOf(all);
    }
    return saving;
  }

  /// Reads `product`, or its transpose, in the place of what it is the product of.
  void replace(const Place &place, Value product, bool isSame) {
    MulOp op = place.chain->op;
    OpBuilder b(op);
    if (!isSame)
      product = TransposeOp::create(b, product.getLoc(), product);
    llvm::SmallVector<Value> factors;
    const auto operands = llvm::ArrayRef(place.chain->operands).slice(place.first, place.length);
    for (auto [i, factor] : llvm::enumerate(op.getFactors()))
      if (i == operands.front())
        factors.push_back(product);
      else if (!llvm::is_contained(operands, i))
        factors.push_back(factor);
    for (auto &chain : chains)
      if (chain->op == op)
        chain->op = {};
    if (factors.size() == 1) {
      op.replaceAllUsesWith(factors.front());
      op.erase();
      return;
    }
    op->setOperands(factors);
    addChains(op);
  }

  llvm::SmallVector<Size> samples;
  std::vector<std::unique_ptr<Chain>> chains;
};

} // namespace

void shareProducts(Block &block) {
  // A round looks at all chains.
  constexpr unsigned most = 32;
  Sharing sharing(block);
  for (unsigned i = 0; i < most && sharing.shareOnce(); ++i)
    ;
}

} // namespace delgen::mx
