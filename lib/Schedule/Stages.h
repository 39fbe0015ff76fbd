//===- Stages.h - The stages of the scheduler -------------------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Each stage rewrites a body in normal form a step further towards one C++ expression
// an operation; Schedule.cpp runs them in this order.
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_LIB_SCHEDULE_STAGES_H
#define DELGEN_LIB_SCHEDULE_STAGES_H

#include "delgen/Mx/Mx.h"

namespace delgen::mx {

/// Chooses between L (A + B) R and L A R + L B R, by cost, wherever either stands.
void chooseFactoring(mlir::Block &block);

/// Writes what derives from softplus with one exponential, exp(−|a|).
void shareExponentials(mlir::Block &block);

/// Takes what element-wise terms have in common out of their sums.
void factorEntries(mlir::Block &block);

/// Leaves only the exponents 2, 3, ½, −1 and those that need a power function: a base that
/// occurs under a root is rooted once, √s = r, and s^(k/2) for odd k is rᵏ.
void expandPowers(mlir::Block &block);

/// Chooses how tr(A B ⋯) is computed, by cost: as an inner product of two parts of the
/// cycle, or as the trace of a product.
void chooseTraces(mlir::Block &block);

/// Names products that several chains have in common, where that saves work.
void shareProducts(mlir::Block &block);

/// Makes every chain a tree of binary products of least cost; rows are transposed columns,
/// so that xᵀB and Bᵀx are one value; 1×1 products are inner products of columns.
void associateChains(mlir::Block &block);

/// Computes one triangle of a product with its own transpose, where that is stored.
void halveProducts(mlir::Block &block);

/// Computes column by column what scales the columns of a matrix by what their sums tell.
void fuseColumns(mlir::Block &block);

/// Factorises each matrix that is inverted, or whose determinant is taken, once for all its
/// uses; products with its inverse become solves.
void factorize(mlir::Block &block);

/// Computes sums of outer products that are stored column by column.
void addDyadsByColumns(mlir::Block &block);

/// Adds what some branch leaves zero in the branches that do not.
void accumulateInBranches(mlir::Block &block);

/// Adds what is zero but for a block to that block only.
void accumulateParts(mlir::Block &block);

/// Moves factorisations, and whatever else came to be the same in every iteration, in front of
/// loops.
void hoistInvariants(mlir::func::FuncOp f);

/// Marks the values that become local variables with the unit attribute `mx.local`.
void markLocals(mlir::func::FuncOp f);

/// True for an expression that Eigen stores, and that may be computed in the variable of a product
/// that it reads.
bool startsInProduct(mlir::Operation &op);

/// Marks the products that start the variables that they are computed for, and gives variables to
/// expressions that need memory anyway.
void shareMemory(mlir::Block &block);

/// Puts what reads a value before what overwrites it, where that spares a copy.
void readBeforeWrites(mlir::Block &block);

} // namespace delgen::mx

#endif // DELGEN_LIB_SCHEDULE_STAGES_H
