//===- Attributes.h - What a function of mx knows of its C++ ----*- C++ -*-===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

//
// Names of the attributes that tie an mx function to the C++ function that it came from,
// so that generated functions keep the user's types and names.
//
//===----------------------------------------------------------------------===//

#ifndef DELGEN_MX_ATTRIBUTES_H
#define DELGEN_MX_ATTRIBUTES_H

#include "delgen/Mx/Mx.h"

namespace delgen::mx::attr {

//===-- On a function -----------------------------------------------------===//

/// String: the function's own C++ name, without its namespace.
inline constexpr llvm::StringLiteral cppName = "mx.cpp_name";
/// String: the enclosing namespace, `a::b`, or empty.
inline constexpr llvm::StringLiteral nameSpace = "mx.namespace";
/// String: the plain C++ type that generated functions return, `Eigen::VectorXd`.
inline constexpr llvm::StringLiteral result = "mx.result";
/// Unit, on a function or a parameter: its C++ type is an Eigen Array or, on a function,
/// its result's is.
inline constexpr llvm::StringLiteral array = "mx.array";
/// Unit, on a function: its C++ result is an Eigen object though the value is a scalar.
inline constexpr llvm::StringLiteral boxed = "mx.boxed";
/// String, absent for `{0}`: how C++ reads the value of the result's shape from an object of
/// the type `mx.result`.
inline constexpr llvm::StringLiteral resultView = "mx.result_view";
/// Array of dictionaries {name, type, array, boxed}: the results behind the first, which a
/// generated function writes to parameters. A result that is a field of an object has also
/// {object, object_type, like}: the parameter or variable, its type, and of what it starts as a
/// copy.
inline constexpr llvm::StringLiteral outputs = "mx.outputs";
/// Array of i64 arrays: the requested del functions, each as the parameters to perturb in
/// turn: [[0], [0, 0]] asks for d¹ and d² in parameter 0.
inline constexpr llvm::StringLiteral del = "mx.del";
/// As `mx.del`, for requests that name every direction, del(x, y): the function's name lists
/// them all, also where they are the same.
inline constexpr llvm::StringLiteral delNamed = "mx.del_named";
/// Array of dictionaries: what else is read off the del functions; see `Request`.
inline constexpr llvm::StringLiteral requests = "mx.requests";
/// Dictionary: on a function that was read off the del functions of another, the request.
inline constexpr llvm::StringLiteral reading = "mx.reading";
/// As `mx.del`, on a function without a body: the del functions that the user wrote, with
/// the names that generated ones would have.
inline constexpr llvm::StringLiteral given = "mx.given";
/// Dictionary, on a function template: `head`, the list of its parameters as code writes it,
/// `typename Scalar, int N`; `names`, an array of their names; `scalar`, where the type of real
/// numbers is one of them or follows from one, `typename Derived::Scalar`, its name; `asserts`,
/// an array of pairs of strings: what must hold for the template's arguments, and the message.
/// The function of mx is what the template is for double and any sizes.
inline constexpr llvm::StringLiteral templated = "mx.template";
/// Unit: generated functions do not call the function but do what it does.
inline constexpr llvm::StringLiteral inlined = "mx.inlined";
/// Array of dictionaries {name, access, type, of}: the objects of C++ that requests name. They
/// are numbered −1, −2, … where a request names them; `of` are the parameters that are their
/// fields, `access` is how C++ reaches the object.
inline constexpr llvm::StringLiteral objects = "mx.objects";
/// Array of i64: on a del function in objects, for each direction what it perturbs, as requests
/// name it.
inline constexpr llvm::StringLiteral variables = "mx.variables";
/// String: the object of which all results are fields, made in C++ by a function that returns it;
/// `mx.outputs` says what they are.
inline constexpr llvm::StringLiteral resultObject = "mx.result_object";
/// Symbol: on a del function, the function that it differentiates.
inline constexpr llvm::StringLiteral base = "mx.base";
/// Array of i64 arrays: on a del function, for each direction the parameters of the base
/// function that it perturbs.
inline constexpr llvm::StringLiteral directions = "mx.directions";

//===-- On a parameter ----------------------------------------------------===//

/// String: the parameter's name.
inline constexpr llvm::StringLiteral name = "mx.name";
/// String: the declared C++ type, `const Eigen::VectorXd&`.
inline constexpr llvm::StringLiteral type = "mx.type";
/// String: the plain C++ type of such an object, `Eigen::VectorXd`.
inline constexpr llvm::StringLiteral plain = "mx.plain";
/// String, absent where it is `mx.type`: the C++ type of a direction like the parameter.
inline constexpr llvm::StringLiteral directionType = "mx.direction_type";
/// Unit: the C++ type depends on a parameter of the template.
inline constexpr llvm::StringLiteral generic = "mx.generic";
/// Strings, in a template: what the sizes are called while compiling, `N`,
/// `Derived::RowsAtCompileTime`.
inline constexpr llvm::StringLiteral staticRows = "mx.static_rows";
inline constexpr llvm::StringLiteral staticCols = "mx.static_cols";
/// String, in a template, on a parameter that may be any expression of Eigen: the type of a
/// variable that holds its entries, or refers to them.
inline constexpr llvm::StringLiteral held = "mx.held";
/// String, absent for `{0}`: how C++ reads the value of this shape from the parameter,
/// where sizes are known here that its C++ type does not know: `{0}.col(0)`, `{0}(0, 0)`.
inline constexpr llvm::StringLiteral view = "mx.view";
/// Unit: the C++ type does not know sizes that are numbers here, and not 1.
inline constexpr llvm::StringLiteral dynamic = "mx.dynamic";
/// Strings: of a parameter that is a field of an object, the name of the object, which is a
/// parameter of C++ or a direction, its declared type, and how the field is reached from it:
/// `p`, `const Params&` and `inner.W`.
inline constexpr llvm::StringLiteral object = "mx.object";
inline constexpr llvm::StringLiteral objectType = "mx.object_type";
inline constexpr llvm::StringLiteral path = "mx.path";
/// String, on an integer parameter: the size symbol that it stands for.
inline constexpr llvm::StringLiteral size = "mx.size";
/// Array of strings: what the user states of a square matrix: `symmetric`, `spd`, `lower`,
/// `upper`, `diagonal`, `orthogonal`.
inline constexpr llvm::StringLiteral assume = "mx.assume";

//===-- On an operation ---------------------------------------------------===//

/// Unit, on a factorisation: what is factorised is the symmetric matrix of which the operand
/// holds the lower triangle.
inline constexpr llvm::StringLiteral oneTriangle = "mx.one_triangle";

/// Unit: the value is a local variable of C++.
inline constexpr llvm::StringLiteral local = "mx.local";

/// Unit, on a local variable: it is one for the sake of memory only, and formulas spell it out.
inline constexpr llvm::StringLiteral scratch = "mx.scratch";

/// Integer, on a loop: how many computations were moved in front of it.
inline constexpr llvm::StringLiteral hoisted = "mx.hoisted";

/// Unit, on a product: it is written to the variable of what is computed from it, which is then
/// changed in place.
inline constexpr llvm::StringLiteral start = "mx.start";

/// Unit, on mx.columnwise: the columns are outer products, and the Kronecker product of which they
/// are parts is not formed.
inline constexpr llvm::StringLiteral dyads = "mx.dyads";

//===-- On the module -----------------------------------------------------===//

/// Array of strings: names that stand in the user's namespaces, which generated functions
/// must not take.
inline constexpr llvm::StringLiteral reserved = "mx.reserved";

} // namespace delgen::mx::attr

namespace delgen::mx {

/// The string attribute `name` of `op`, or empty.
inline llvm::StringRef stringAttr(mlir::Operation *op, llvm::StringRef name) {
  auto text = op->getAttrOfType<mlir::StringAttr>(name);
  return text ? text.getValue() : llvm::StringRef();
}

/// The string attribute `name` of parameter `i` of `f`, or empty.
inline llvm::StringRef paramAttr(mlir::func::FuncOp f, unsigned i, llvm::StringRef name) {
  auto text = f.getArgAttrOfType<mlir::StringAttr>(i, name);
  return text ? text.getValue() : llvm::StringRef();
}

/// How C++ reaches parameter `i` of `f`: `x`, or `p.inner.W`.
inline std::string accessOf(mlir::func::FuncOp f, unsigned i) {
  llvm::StringRef object = paramAttr(f, i, attr::object);
  return object.empty() ? paramAttr(f, i, attr::name).str()
                        : (object + "." + paramAttr(f, i, attr::path)).str();
}

/// The name that the value carries in its location, or empty.
inline llvm::StringRef nameOf(mlir::Value v) {
  auto named = llvm::dyn_cast<mlir::NameLoc>(v.getLoc());
  return named ? named.getName().getValue() : llvm::StringRef();
}

/// The location without the name: what is computed on the way to a named value, or from it,
/// is not the user's variable.
inline mlir::Location withoutName(mlir::Location loc) {
  auto named = llvm::dyn_cast<mlir::NameLoc>(loc);
  return named ? named.getChildLoc() : loc;
}

} // namespace delgen::mx

#endif // DELGEN_MX_ATTRIBUTES_H
