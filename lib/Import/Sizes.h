//===- Sizes.h - Sizes that must agree --------------------------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_IMPORT_SIZES_H
#define DELGEN_IMPORT_SIZES_H

#include "delgen/Mx/Mx.h"

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"

#include <optional>
#include <vector>

namespace delgen {

/// Templates are read with these numbers in place of the integers that are their parameters:
/// primes that no code is likely to name.
inline constexpr int64_t standIns[] = {1009, 1013, 1019, 1021, 1031, 1033, 1039, 1049};

/// The sizes of a function: classes of symbols and numbers that stand for one size.
///
/// A function is imported until no new classes merge, so that every operation is built
/// with final types. What a symbol stands for therefore has a key that is the same in
/// every attempt: a place in the syntax tree.
class Sizes {
public:
  explicit Sizes(mlir::MLIRContext *context) : context(context) {}

  mx::Size number(int64_t n);
  /// From now on the numbers `standIns` are sizes that are any number.
  void allowStandIns() { hasStandIns = true; }
  /// The size for which `n` stands in, or nothing.
  std::optional<mx::Size> standIn(int64_t n);
  /// The size with this key: a symbol, or the number that it is known to be.
  mx::Size get(const void *key, unsigned which = 0);
  /// The size of a parameter of the function, which gives its class a meaning.
  mx::Size getParameter(const void *key, unsigned which = 0);
  /// An integer parameter; its class takes its name where it is used as a size.
  mx::Size getInteger(const void *key, llvm::StringRef name);

  /// What `size` is now known to be.
  mx::Size resolve(mx::Size size);
  /// Makes two sizes one. False where they are two different numbers.
  bool unify(mx::Size a, mx::Size b);

  /// Records that an integer was used as a size.
  void markUsed(mx::Size size) { node(root(idOf(size))).used = true; }
  bool isUsed(mx::Size size) { return size.isSymbol() && node(root(idOf(size))).used; }
  /// True where a parameter of the function says what the size is, or `mx.bind` did.
  bool hasMeaning(mx::Size size);
  void setMeaning(mx::Size size) { node(root(idOf(size))).bound = true; }

  /// Starts an attempt: names the classes, none as in `taken`.
  void startAttempt(const llvm::StringSet<> &taken);
  /// True where the attempt learned something that values built before did not know.
  bool learned() const { return news; }

private:
  struct Node {
    unsigned parent;
    std::optional<int64_t> number;
    std::string name;
    std::string integer; // the integer parameter that it is
    bool parameter = false;
    bool used = false;
    bool bound = false; // in this attempt
  };
  Node &node(unsigned id) { return nodes[id]; }
  unsigned add(Node n);
  unsigned root(unsigned id);
  unsigned idOf(mx::Size size);
  unsigned idOf(const void *key, unsigned which);
  mx::Size spelled(unsigned id);

  mlir::MLIRContext *context;
  std::vector<Node> nodes;
  llvm::DenseMap<std::pair<const void *, unsigned>, unsigned> ids;
  llvm::DenseMap<int64_t, unsigned> numbers;
  llvm::StringMap<unsigned> names;
  bool news = false;
  bool hasStandIns = false;
};

} // namespace delgen

#endif // DELGEN_IMPORT_SIZES_H
