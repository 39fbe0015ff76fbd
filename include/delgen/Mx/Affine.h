//===- Affine.h - Integers as sums, to compare places -----------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Where a part begins and how large it is are integers such as n − 1. As c + Σ cᵢ aᵢ, two
// of them can be compared though n is not known: x.head(n - 1) ends where x(n - 1) stands.
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_MX_AFFINE_H
#define DELGEN_MX_AFFINE_H

#include "delgen/Mx/Mx.h"

#include <optional>

namespace delgen::mx {

/// c + Σ cᵢ aᵢ, where an atom aᵢ is a size symbol or an integer value that is no sum.
class Affine {
public:
  struct Atom {
    mlir::Value value; // null for a size
    std::optional<Size> size = {};
    bool operator==(const Atom &other) const { return value == other.value && size == other.size; }
  };
  /// Says which size symbol an integer parameter is, if any.
  using SizeOf = llvm::function_ref<std::optional<Size>(mlir::BlockArgument)>;

  Affine(int64_t number) : constant(number) {}
  /// The integer `v`. A symbol that `block` or its function binds is what it is bound to.
  static Affine of(mlir::Value v, mlir::Block *block, SizeOf sizeOf = {});
  static Affine of(Size size, mlir::Block *block, SizeOf sizeOf = {});

  friend Affine operator+(const Affine &a, const Affine &b);
  friend Affine operator-(const Affine &a, const Affine &b);
  bool operator==(const Affine &other) const { return (*this - other).is(0); }

  /// True where the integer is known to be `number`.
  bool is(int64_t number) const { return terms.empty() && constant == number; }
  std::optional<int64_t> number() const {
    return terms.empty() ? std::optional(constant) : std::nullopt;
  }
  /// True where the integer is known not to be negative, because sizes are not.
  bool isNeverNegative() const;
  /// The atom a of a + c, and c.
  std::optional<std::pair<Atom, int64_t>> shiftedAtom() const;
  /// The atoms with their coefficients, and c.
  llvm::ArrayRef<std::pair<Atom, int64_t>> atoms() const { return terms; }
  int64_t offset() const { return constant; }

private:
  void add(const Atom &atom, int64_t coefficient);

  int64_t constant;
  llvm::SmallVector<std::pair<Atom, int64_t>, 2> terms;
};

/// Where a block stands in a matrix.
struct Place {
  Affine row, col, rows, cols;

  /// The block of `type` whose first entry is at (row, col).
  static Place of(mlir::Type type, mlir::Value row, mlir::Value col, mlir::Block *block);
  /// All of a matrix.
  static Place whole(mlir::Type type, mlir::Block *block);

  bool operator==(const Place &other) const;
  /// True where no entry is known to be in both.
  bool isApartFrom(const Place &other) const;
  /// True where all entries of `other` are known to be in this.
  bool contains(const Place &other) const;
};

} // namespace delgen::mx

#endif // DELGEN_MX_AFFINE_H
