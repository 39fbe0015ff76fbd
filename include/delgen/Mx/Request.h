//===- Request.h - What is read off del functions ---------------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_MX_REQUEST_H
#define DELGEN_MX_REQUEST_H

#include "delgen/Mx/Mx.h"

#include <optional>
#include <string>

namespace delgen::mx {

/// The kinds of functions that are read off the del functions of f. The words are those of
/// DELGEN(...).
enum class Reading {
  Directional,      ///< dᵏf(x, d, …, d)
  Taylor,           ///< Σₖ₌₀ⁿ dᵏf(x, d, …, d)/k!
  Gradient,         ///< G with d¹f(x, δ) = ⟨G, δ⟩, in the shape of x
  ValueAndGradient, ///< f and its gradients in one function
  Jacobian,         ///< J with vec d¹f(x, δ) = J vec δ
  Hessian,          ///< the Jacobian of the gradient in the last parameter
  Hvp,              ///< the del function of the gradient
  Vjp,              ///< the transpose of d¹f, applied to `bar`
};

/// A request for one generated function.
struct Request {
  Reading reading;
  /// The parameters in question, one unless the kind takes more; below 0 objects, see
  /// `variableOf`.
  llvm::SmallVector<int64_t, 2> of = {};
  /// Of a directional derivative or a Taylor polynomial.
  int64_t order = 0;

  bool operator==(const Request &other) const {
    return reading == other.reading && of == other.of && order == other.order;
  }

  /// {what = "taylor", of = array<i64: 0>, order = 3 : i64}; nothing for any other attribute.
  static std::optional<Request> from(mlir::Attribute attribute);
  mlir::DictionaryAttr attribute(mlir::MLIRContext *context) const;

  /// True where the function must be a scalar.
  bool needsScalar() const;
};

/// The kind that `word` of DELGEN(...) asks for.
std::optional<Reading> readingCalled(llvm::StringRef word);

/// The name of the generated function: f_grad_x.
std::string requestName(mlir::func::FuncOp base, const Request &request);

} // namespace delgen::mx

#endif // DELGEN_MX_REQUEST_H
