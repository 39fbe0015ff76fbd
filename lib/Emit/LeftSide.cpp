//===- LeftSide.cpp - Which derivative a formula is of --------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Formula.h"

#include "delgen/Mx/Attributes.h"
#include "delgen/Mx/Signature.h"

#include <fmt/format.h>

using namespace mlir;
using namespace delgen::mx;

namespace delgen {

/// Decimal digits as subscripts.
static std::string lowered(StringRef digits) {
  static const llvm::StringLiteral sub[] = {"₀", "₁", "₂", "₃", "₄", "₅", "₆", "₇", "₈", "₉"};
  std::string text;
  for (char c : digits)
    text += sub[c - '0'];
  return text;
}

Formula::Formula(func::FuncOp f, const Names &names, Notation notation)
    : f(f), names(names), notation(notation) {
  if (auto request = Request::from(f->getAttr(attr::reading)))
    if (llvm::is_contained({Reading::Directional, Reading::Taylor, Reading::Hvp}, request->reading))
      for (BlockArgument argument :
           f.getArguments().take_back(variableOf(f, request->of.front()).parameters.size()))
        directions[argument] = (isLatex() ? "\\delta" : "δ") + pathInside(argument);
  auto list = f->getAttrOfType<ArrayAttr>(attr::directions);
  if (!list)
    return;
  unsigned count = 0;
  for (Attribute direction : list)
    count += cast<DenseI64ArrayAttr>(direction).size();
  unsigned next = f.getNumArguments() - count;
  for (auto [k, direction] : llvm::enumerate(list)) {
    llvm::ArrayRef<int64_t> parameters = cast<DenseI64ArrayAttr>(direction).asArrayRef();
    for (int64_t parameter : parameters) {
      const std::string number = std::to_string(k + 1);
      std::string name = list.size() == 1 ? (isLatex() ? "\\delta" : "δ")
                         : isLatex()      ? "\\Delta_{" + number + "}"
                                          : "Δ" + lowered(number);
      if (f.getArgAttr(next, attr::object)) {
        name += pathInside(f.getArgument(next));
      } else if (parameters.size() > 1) {
        // One direction perturbs several parameters: each part says which.
        std::string of = symbol(names[f.getArgument(parameter)]);
        name += isLatex() ? "^{" + of + "}" : "_" + of;
      }
      directions[f.getArgument(next++)] = name;
    }
  }
}

std::string Formula::pathInside(BlockArgument argument) {
  StringRef path = paramAttr(f, argument.getArgNumber(), attr::path);
  return path.empty() ? "" : "." + symbol(path);
}

std::string Formula::spelledVariable(int64_t i) {
  const Variable variable = variableOf(f, i);
  return symbol(variable.isObject() ? StringRef(variable.access)
                                    : names[f.getArgument(variable.parameters.front())]);
}

std::string Formula::baseName() {
  StringRef name = stringAttr(f, attr::cppName);
  if (auto base = f->getAttrOfType<FlatSymbolRefAttr>(attr::base))
    if (auto function = SymbolTable::lookupNearestSymbolFrom<func::FuncOp>(f, base))
      name = stringAttr(function, attr::cppName);
  return symbol(name);
}

std::string Formula::reading(const Request &request, unsigned i) {
  const std::string name = baseName();
  auto variable = [&](size_t k) { return spelledVariable(request.of[k]); };
  // Of an object the part in each field.
  auto part = [&](unsigned k) {
    return symbol(names[f.getArgument(parametersOf(f, request.of)[k])]);
  };
  const bool hasParts = f->hasAttr(attr::resultObject);
  const std::string x = variable(0), order = std::to_string(request.order);
  const std::string delta = isLatex() ? "\\delta" : "δ";
  switch (request.reading) {
  case Reading::Directional: {
    std::string along = delta;
    for (int64_t k = 2; k <= request.order; ++k)
      along += k <= 3 ? ", " + delta : k == 4 ? (isLatex() ? ", \\dots" : ", …") : "";
    return isLatex() ? fmt::format("d^{{{}}}\\,{}({};\\ {})", order, name, x, along)
                     : fmt::format("d{}{}({}; {})", raised(order), name, x, along);
  }
  case Reading::Taylor:
    return isLatex() ? fmt::format("\\sum_{{k=0}}^{{{}}} \\frac{{1}}{{k!}} d^k\\,{}({};\\ {}, "
                                   "\\dots)",
                                   order, name, x, delta)
                     : fmt::format("Σₖ₌₀{} dᵏ{}({}; {}, …)/k!", raised(order), name, x, delta);
  case Reading::ValueAndGradient:
    if (i == 0)
      return name;
    return isLatex() ? fmt::format("\\nabla_{{{}}}\\,{}", part(i - 1), name)
                     : fmt::format("∇_{} {}", part(i - 1), name);
  case Reading::Gradient:
    return isLatex() ? fmt::format("\\nabla_{{{}}}\\,{}", part(i), name)
                     : fmt::format("∇_{} {}", part(i), name);
  case Reading::Hvp:
    if (hasParts)
      return isLatex() ? fmt::format("d\\,\\nabla_{{{}}}\\,{}({};\\ {})", part(i), name, x, delta)
                       : fmt::format("d ∇_{} {}({}; {})", part(i), name, x, delta);
    return isLatex() ? fmt::format("\\nabla^2_{{{}}}\\,{}\\ {}", x, name, delta)
                     : fmt::format("∇²_{} {} {}", x, name, delta);
  case Reading::Vjp: {
    std::string bar = symbol(names[f.getArguments().back()]);
    return isLatex()
               ? fmt::format("\\left(\\frac{{\\partial {}}}{{\\partial {}}}\\right)^{{\\top}} {}",
                             name, part(i), bar)
               : fmt::format("(∂{}/∂{})ᵀ {}", name, part(i), bar);
  }
  case Reading::Jacobian:
    return isLatex() ? fmt::format("\\frac{{\\partial {}}}{{\\partial {}}}", name, x)
                     : fmt::format("∂{}/∂{}", name, x);
  case Reading::Hessian:
    if (llvm::all_equal(request.of))
      return isLatex() ? fmt::format("\\nabla^2_{{{}}}\\,{}", x, name)
                       : fmt::format("∇²_{} {}", x, name);
    return isLatex() ? fmt::format("\\frac{{\\partial^2 {}}}{{\\partial {}\\,\\partial {}}}", name,
                                   x, variable(1))
                     : fmt::format("∂²{}/∂{}∂{}", name, x, variable(1));
  }
  llvm_unreachable("not a kind of reading");
}

std::string Formula::leftSide(unsigned i) {
  if (auto request = Request::from(f->getAttr(attr::reading)))
    return reading(*request, i);
  std::string order = "1", variables, along;
  if (auto list = f->getAttrOfType<ArrayAttr>(attr::directions)) {
    order = std::to_string(list.size());
    llvm::SmallVector<int64_t> perturbed;
    for (Attribute direction : list)
      llvm::append_range(perturbed, cast<DenseI64ArrayAttr>(direction).asArrayRef());
    if (auto named = f->getAttrOfType<DenseI64ArrayAttr>(attr::variables))
      perturbed = llvm::to_vector(named.asArrayRef());
    // A function itself is of its first parameter.
    if (perturbed.empty() && f.getNumArguments() > 0)
      perturbed.push_back(0);
    if (!perturbed.empty() && llvm::all_equal(perturbed))
      perturbed.truncate(1);
    for (int64_t i : perturbed)
      variables += (variables.empty() ? "" : ", ") + spelledVariable(i);
    for (const CppParameter &parameter : cppParameters(f))
      if (auto it = directions.find(f.getArgument(parameter.arguments.front()));
          it != directions.end()) {
        StringRef direction = it->second; // of an object, in its first field
        direction.consume_back(pathInside(f.getArgument(parameter.arguments.front())));
        along += (along.empty() ? "" : ", ") + direction.str();
      }
  }
  if (isLatex())
    return fmt::format("d^{{{}}}\\,{}({};\\ {})", order, baseName(), variables, along);
  return fmt::format("d{}{}({}; {})", raised(order), baseName(), variables, along);
}

} // namespace delgen
