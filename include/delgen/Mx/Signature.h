//===- Signature.h - How a del function is declared -------------*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_MX_SIGNATURE_H
#define DELGEN_MX_SIGNATURE_H

#include "delgen/Mx/Mx.h"

#include "llvm/ADT/StringSet.h"

#include <string>

namespace delgen::mx {

/// The parameters of the base function that one direction perturbs, ascending.
using Pattern = llvm::SmallVector<int64_t, 2>;

/// What a request names: a parameter of mx, or an object of C++ of which several are fields.
struct Variable {
  llvm::SmallVector<int64_t, 2> parameters; // ascending
  std::string name;                         // in generated names: x, p_W1, p
  /// Of an object: how C++ reaches it, and its type.
  std::string access = {}, type = {};

  bool isObject() const { return !access.empty(); }
  /// How a field is reached from the object.
  std::string pathOf(mlir::func::FuncOp f, int64_t parameter) const;
};
/// What `i` stands for in requests: from 0 a parameter of `f`, below 0 an object of mx.objects.
Variable variableOf(mlir::func::FuncOp f, int64_t i);
/// The parameters of all that a request names.
llvm::SmallVector<int64_t, 2> parametersOf(mlir::func::FuncOp f, llvm::ArrayRef<int64_t> variables);

/// A parameter of C++: the arguments of mx that are read from it.
struct CppParameter {
  std::string type, name;
  llvm::SmallVector<unsigned, 2> arguments;
};
llvm::SmallVector<CppParameter> cppParameters(mlir::func::FuncOp f);

/// Makes parameter `i` of `f`, which has the attributes of a field, an object by itself.
void dropObject(mlir::func::FuncOp f, unsigned i);
/// Makes the parameters of `f` from `first` the fields of a parameter `name` of C++, which is a
/// direction in `variable`, an object.
void declareObject(mlir::func::FuncOp f, unsigned first, llvm::StringRef name,
                   const Variable &variable);

/// The name of a del function of `base`: f_d2_x where both directions perturb x, otherwise
/// f_d2_x_y. With `namesAll` it is f_d2_x_x.
std::string delName(mlir::func::FuncOp base, llvm::ArrayRef<Pattern> directions,
                    bool namesAll = false);

/// The same for directions that requests name.
std::string delName(mlir::func::FuncOp base, llvm::ArrayRef<int64_t> variables, bool namesAll);

/// The names of the directions' parameters: d1_x, d2_y, which none of `base` has.
llvm::SmallVector<std::string> directionNames(mlir::func::FuncOp base,
                                              llvm::ArrayRef<Pattern> directions);

/// The attributes of a direction that perturbs parameter `i` of `base`, but for its name.
mlir::DictionaryAttr directionAttrs(mlir::func::FuncOp base, unsigned i);

/// The declaration of a del function in C++: `double f_d1_x(double x, double d1_x);`.
std::string delDeclaration(mlir::func::FuncOp base, llvm::ArrayRef<Pattern> directions);

/// The name of the transpose of d¹ of `base` in one parameter, `g_vjp_x`, and its symbol in
/// the module, which no function of C++ has: overloads share a name.
std::string vjpName(mlir::func::FuncOp base, int64_t parameter);
std::string vjpSymbol(mlir::func::FuncOp base, int64_t parameter);
/// Its declaration in C++: `Eigen::VectorXd g_vjp_x(const Eigen::VectorXd& x, double bar);`.
std::string vjpDeclaration(mlir::func::FuncOp base, int64_t parameter);

/// The size symbols that the types, integer parameters and bindings of `f` name.
llvm::StringSet<> sizeSymbols(mlir::func::FuncOp f);

/// `wanted`, with underscores behind it where a parameter of `base` is called so.
std::string freeName(mlir::func::FuncOp base, llvm::StringRef wanted);

/// How C++ takes an object of the plain type `type`: scalars by value, others by reference.
std::string parameterType(llvm::StringRef type, bool isScalar);

} // namespace delgen::mx

#endif // DELGEN_MX_SIGNATURE_H
