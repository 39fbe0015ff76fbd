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

#include <map>
#include <optional>
#include <tuple>
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
  /// In the body with this number, by default the innermost that is open, it has one then.
  void setMeaning(mx::Size size, std::optional<unsigned> body = std::nullopt);

  /// The bodies of loops and branches, one in another; 0 is the function.
  void enterBody() { ++body; }
  void leaveBody();
  /// Reads the body of another function in place of a call of it: sizes are its own then.
  /// Returns what `leaveCall` takes.
  const void *enterCall(const void *call) { return std::exchange(path, &paths[{path, call}]); }
  void leaveCall(const void *outer) { path = outer; }

  /// Sizes that are first asked for inside the body of a loop may change from one iteration
  /// to the next.
  void enterLoop() { ++depth; }
  void leaveLoop() { --depth; }
  /// True where `size` is one that may change in the innermost loop.
  bool isLocal(mx::Size size);
  /// Records that `size` is one of the others: what a branch or a loop leaves.
  void addChoice(mx::Size size, llvm::ArrayRef<mx::Size> others);
  /// True where `size` can be nothing but one of these, as far as choices tell.
  bool isOneOf(mx::Size size, llvm::ArrayRef<mx::Size> others);
  /// True for a symbol of which nothing is known.
  bool isAlone(mx::Size size);
  /// The size with two keys, such as a place and a variable.
  mx::Size get(const void *place, const void *key, unsigned which);

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
    unsigned depth = 0; // of the outermost loop that it belongs to
    unsigned members = 1;
    llvm::SmallVector<unsigned, 2> choices; // in this attempt
  };
  Node &node(unsigned id) { return nodes[id]; }
  unsigned add(Node n);
  unsigned root(unsigned id);
  unsigned idOf(mx::Size size);
  using Key = std::tuple<const void *, const void *, const void *, unsigned>;
  unsigned idOf(Key key);
  mx::Size spelled(unsigned id);

  mlir::MLIRContext *context;
  std::vector<Node> nodes;
  llvm::DenseMap<Key, unsigned> ids;
  llvm::DenseMap<int64_t, unsigned> numbers;
  llvm::StringMap<unsigned> names;
  llvm::SmallVector<std::pair<unsigned, unsigned>> bindings; // in which body, and what
  unsigned body = 0, depth = 0;
  const void *path = nullptr; // an element of `paths`
  std::map<std::pair<const void *, const void *>, char> paths;
  bool news = false;
  bool hasStandIns = false;
};

} // namespace delgen

#endif // DELGEN_IMPORT_SIZES_H
