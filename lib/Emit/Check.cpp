//===- Check.cpp - A program that tests the generated functions -----------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Each generated function is compared with differences of the function it is read off: dᵏf with
// those of dᵏ⁻¹f, a gradient's inner product with a direction with those of f, a Hessian times a
// direction with those of the gradient. Where that function is not among the generated ones,
// differences of differences of f stand for it.
//
//===----------------------------------------------------------------------===//

#include "CheckPoints.h"
#include "CheckTemplate.h"
#include "CheckValues.h"
#include "Layout.h"

#include "delgen/Emit.h"
#include "delgen/Mx/Attributes.h"
#include "delgen/Mx/Called.h"
#include "delgen/Mx/Properties.h"
#include "delgen/Mx/Request.h"
#include "delgen/Mx/Shapes.h"

#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/Path.h"

#include <fmt/format.h>

using namespace mlir;
using namespace delgen::mx;

namespace delgen {
namespace {

/// The check of all that was generated from one function.
class FunctionCheck {
public:
  FunctionCheck(func::FuncOp f, llvm::ArrayRef<func::FuncOp> derivatives, llvm::raw_ostream &os)
      : f(f), derivatives(derivatives), os(os), points(f) {}

  void print(unsigned number);

private:
  void printDirections();
  void print(func::FuncOp derivative);
  void printDel(func::FuncOp derivative);
  void printReading(func::FuncOp derivative, const Request &request);

  static std::string nameOf(func::FuncOp function) {
    StringRef space = stringAttr(function, attr::nameSpace);
    return (space.empty() ? "::" : "::" + space + "::").str() +
           stringAttr(function, attr::cppName).str();
  }
  static std::string call(func::FuncOp function, llvm::ArrayRef<std::string> arguments) {
    StringRef form = stringAttr(function, attr::called);
    if (form.empty() || function->hasAttr(attr::directions))
      return nameOf(function) + "(" + llvm::join(arguments, ", ") + ")";
    if (form.contains("{0}"))
      return substitute(form, {arguments.front()}) + "(" +
             llvm::join(arguments.drop_front(), ", ") + ")";
    return form.str() + "(" + llvm::join(arguments, ", ") + ")";
  }
  static std::string flat(const std::string &value) { return "delgen_check::flat(" + value + ")"; }
  std::string argument(int64_t i) const { return points.argument(i); }
  static std::string direction(int64_t k, int64_t i) { return CheckPoints::direction(k, i); }
  Texts arguments(std::optional<int64_t> replaced = std::nullopt, StringRef by = "") const {
    return points.arguments(replaced, by);
  }
  /// The results of dᵏf at these arguments, k the number of `perturbed`, the directions after
  /// them: by the generated function, or by differences of lower orders.
  std::string lower(const Texts &at, llvm::ArrayRef<int64_t> perturbed,
                    llvm::ArrayRef<std::string> along);
  func::FuncOp find(const Request &request) const {
    for (func::FuncOp d : derivatives)
      if (auto own = Request::from(d->getAttr(attr::reading)); own && *own == request)
        return d;
    return {};
  }
  func::FuncOp findDel(llvm::ArrayRef<int64_t> perturbed) const;
  static std::string atX(const std::string &value) {
    return "[&](const auto &x) { return " + value + "; }";
  }
  /// The statement that compares `got` with differences of `function`, texts in which x is the
  /// argument.
  void along(func::FuncOp derivative, int64_t i, const std::string &step,
             const std::string &function, const std::string &got) {
    compare("along", derivative, i, step, {function, got});
  }
  /// The statement that compares two such texts.
  void same(func::FuncOp derivative, int64_t i, const std::string &step, const std::string &got,
            const std::string &want) {
    compare("same", derivative, i, step, {got, want});
  }
  void compare(StringRef how, func::FuncOp derivative, int64_t i, const std::string &step,
               llvm::ArrayRef<std::string> values) {
    os << fmt::format("    c.{}(\"{}\", {}, {}", how.str(),
                      stringAttr(derivative, attr::cppName).str(), argument(i), step);
    for (const std::string &value : values)
      os << ",\n      " << atX(value);
    os << ");\n";
  }
  func::FuncOp f;
  llvm::ArrayRef<func::FuncOp> derivatives;
  llvm::raw_ostream &os;
  CheckPoints points;
};

} // namespace

/// What the directions of a del function perturb, as requests name it.
static llvm::SmallVector<int64_t> perturbedBy(func::FuncOp del) {
  if (auto named = del->getAttrOfType<DenseI64ArrayAttr>(attr::variables))
    return llvm::to_vector(named.asArrayRef());
  llvm::SmallVector<int64_t> perturbed;
  for (Attribute direction : del->getAttrOfType<ArrayAttr>(attr::directions))
    llvm::append_range(perturbed, cast<DenseI64ArrayAttr>(direction).asArrayRef());
  return perturbed;
}

func::FuncOp FunctionCheck::findDel(llvm::ArrayRef<int64_t> perturbed) const {
  for (func::FuncOp d : derivatives)
    if (d->hasAttr(attr::directions) && llvm::equal(perturbedBy(d), perturbed))
      return d;
  return {};
}

std::string FunctionCheck::lower(const Texts &at, llvm::ArrayRef<int64_t> perturbed,
                                 llvm::ArrayRef<std::string> along) {
  if (perturbed.empty())
    return flat(call(f, at));
  if (func::FuncOp del = findDel(perturbed)) {
    Texts all = at;
    llvm::append_range(all, along);
    return flat(call(del, all));
  }
  Texts moved = at;
  const std::string t = "t" + std::to_string(perturbed.size());
  points.replace(moved, perturbed.back(),
                 fmt::format("delgen_check::moved({}, {}, {})",
                             points.valueIn(moved, perturbed.back()), t, along.back()));
  return fmt::format("delgen_check::derivative([&](double {}) {{ return {}; }}, "
                     "c.blurOf({}, {})).estimate()",
                     t, lower(moved, perturbed.drop_back(), along.drop_back()),
                     points.valueIn(at, perturbed.back()), along.back());
}

void FunctionCheck::printDirections() {
  // As many of each parameter as its highest order takes, and two for the others.
  llvm::MapVector<int64_t, int64_t> orders;
  for (func::FuncOp d : derivatives) {
    auto request = Request::from(d->getAttr(attr::reading));
    llvm::SmallVector<int64_t> perturbed =
        request ? llvm::to_vector_of<int64_t>(request->of) : perturbedBy(d);
    for (auto [k, i] : llvm::enumerate(perturbed))
      orders[i] = std::max<int64_t>({orders[i], static_cast<int64_t>(k) + 1, 2});
  }
  for (auto [i, order] : orders)
    for (int64_t k = 1; k <= order; ++k)
      points.printDirection(os, k, i);
}

void FunctionCheck::printDel(func::FuncOp derivative) {
  llvm::SmallVector<int64_t> perturbed = perturbedBy(derivative);
  Texts steps;
  for (auto [k, i] : llvm::enumerate(perturbed))
    steps.push_back(direction(static_cast<int64_t>(k) + 1, i));
  const int64_t last = perturbed.back();
  Texts all = arguments(last, "x");
  llvm::append_range(all, steps);
  const std::string got = flat(call(derivative, all));
  along(derivative, last, steps.back(),
        lower(arguments(perturbed.back(), "x"), llvm::ArrayRef(perturbed).drop_back(),
              llvm::ArrayRef(steps).drop_back()),
        got);
  // Symmetric in the directions of one parameter.
  for (size_t k = 0; k + 1 < perturbed.size(); ++k) {
    if (perturbed[k] != perturbed[k + 1])
      continue;
    Texts swapped = all;
    std::swap(swapped[arguments().size() + k], swapped[arguments().size() + k + 1]);
    same(derivative, last, steps.back(), flat(call(derivative, swapped)), got);
  }
}

void FunctionCheck::printReading(func::FuncOp derivative, const Request &request) {
  const std::string name = stringAttr(derivative, attr::cppName).str();
  const int64_t i = request.of.front(), last = request.of.back();
  const std::string d = direction(1, i), value = flat(call(f, arguments(i, "x")));
  auto with = [&](StringRef extra) {
    Texts all = arguments(i, "x");
    all.push_back(extra.str());
    return all;
  };
  auto inner = [](const std::string &a, const std::string &b) {
    return "delgen_check::inner(" + a + ", " + b + ")";
  };
  // The gradient at a moved argument, times a direction: generated, or by differences of f.
  auto gradientAlong = [&](int64_t movedArgument, const std::string &step) {
    if (func::FuncOp g = find({Reading::Gradient, {i}}))
      return inner(call(g, arguments(movedArgument, "x")), step);
    return lower(arguments(movedArgument, "x"), i, step);
  };
  auto keeps = [&](const std::string &gradient) {
    for (const auto &[path, structure] : points.structures(i))
      os << fmt::format("    c.keeps(\"{}\", {}, {}, {}, \"{}\");\n", name, argument(i), d,
                        atX(gradient + path), structure);
  };
  switch (request.reading) {
  case Reading::Gradient:
    keeps(call(derivative, arguments(i, "x")));
    for (int64_t k : {1, 2})
      along(derivative, i, direction(k, i), value,
            inner(call(derivative, arguments(i, "x")), direction(k, i)));
    return;
  case Reading::ValueAndGradient: {
    // Its value, and its gradients along directions.
    auto at = [&](int64_t moved, const std::string &result) {
      Texts all = arguments(moved, "x");
      std::string outputs;
      for (int64_t of : request.of) {
        const std::string output = "g" + CheckPoints::idOf(of);
        outputs += points.typeOf(of) + " " + output + "{}; ";
        all.push_back(output);
      }
      return fmt::format("[&] {{ {}const auto value = {}; static_cast<void>(value); "
                         "return {}; }}()",
                         outputs, flat(call(derivative, all)), result);
    };
    same(derivative, i, d, at(i, "value"), value);
    for (int64_t of : request.of)
      along(derivative, of, direction(1, of), flat(call(f, arguments(of, "x"))),
            at(of, inner("g" + CheckPoints::idOf(of), direction(1, of))));
    return;
  }
  case Reading::Hvp:
    keeps(call(derivative, with(d)));
    along(derivative, i, d, gradientAlong(i, direction(2, i)),
          inner(call(derivative, with(d)), direction(2, i)));
    return;
  case Reading::Vjp:
    os << "    {\n      const auto bar = c.like(" << call(f, arguments()) << ");\n";
    along(derivative, i, d, inner("bar", call(f, arguments(i, "x"))),
          inner(call(derivative, with("bar")), d));
    os << "    }\n";
    return;
  case Reading::Jacobian:
    for (int64_t k : {1, 2})
      along(derivative, i, direction(k, i), value,
            fmt::format("delgen_check::apply({}, {})", call(derivative, arguments(i, "x")),
                        direction(k, i)));
    return;
  case Reading::Hessian: {
    const std::string step = direction(2, i);
    const std::string other = direction(1, last);
    along(derivative, last, other, gradientAlong(last, step),
          inner(fmt::format("delgen_check::apply({}, {}).entries",
                            call(derivative, arguments(last, "x")), other),
                fmt::format("{}.entries", flat(step))));
    return;
  }
  case Reading::Directional: {
    func::FuncOp previous =
        request.order == 1 ? f : find({Reading::Directional, {i}, request.order - 1});
    if (!previous) {
      os << "    c.expect(\"" << name << "\");\n";
      return;
    }
    Texts at = arguments(i, "x");
    if (request.order > 1)
      at.push_back(d);
    along(derivative, i, d, flat(call(previous, at)), flat(call(derivative, with(d))));
    return;
  }
  case Reading::Taylor: {
    auto polynomial = [&](const std::string &direction) {
      Texts all = arguments(i, "x");
      all.push_back(direction);
      return flat(call(derivative, all));
    };
    same(derivative, i, d, polynomial(fmt::format("delgen_check::moved({0}, -1, {0})", d)), value);
    os << fmt::format("    c.taylor(\"{}\", {}, {}, {},\n      [&](const auto &x, const auto &d) "
                      "{{ return {}; }});\n",
                      name, request.order, argument(i), d, polynomial("d"));
    return;
  }
  }
}

void FunctionCheck::print(func::FuncOp derivative) {
  auto request = Request::from(derivative->getAttr(attr::reading));
  if (!request)
    return printDel(derivative);
  // A row for each entry of a large matrix is too much.
  const bool isHuge =
      (request->reading == Reading::Jacobian || request->reading == Reading::Hessian) &&
      llvm::any_of(request->of, [&](int64_t i) {
        return i >= 0 && isa<MatrixType>(f.getArgumentTypes()[i]) && !isVector(f.getArgument(i));
      });
  if (isHuge)
    os << "    if (!c.isLarge()) {\n";
  printReading(derivative, *request);
  if (isHuge)
    os << "    }\n";
}

void FunctionCheck::print(unsigned number) {
  os << "\n// " << nameOf(f) << "\nstatic void check" << number
     << "(delgen_check::Checker &c) {\n  c.run(\"" << stringAttr(f, attr::cppName) << "\", [&] {\n";
  for (func::FuncOp d : derivatives)
    points.noteLarge(d);
  points.print(os, call(f, arguments()));
  printDirections();
  for (func::FuncOp d : derivatives)
    print(d);
  os << "  });\n}\n";
}

LogicalResult emitCheck(ModuleOp module, llvm::raw_ostream &os, const CppOptions &options) {
  SymbolTable symbols(module);
  llvm::MapVector<Operation *, llvm::SmallVector<func::FuncOp>> checks;
  for (auto d : module.getOps<func::FuncOp>())
    if (auto base = d->getAttrOfType<FlatSymbolRefAttr>(attr::base);
        base && d.isPublic() && !d.isExternal())
      checks[symbols.lookup(base.getValue())].push_back(d);
  StringRef stem = llvm::sys::path::stem(options.include);
  os << "// Generated by delgen. Tests the functions of " << stem << ".del.h at random points:\n"
     << "// compile it with the header's own flags and run it, with a number as its seed.\n"
     << checkProlog << "#include \"" << stem << ".del.h\"\n\n#include <Eigen/Dense>" << checkValues
     << checkTemplate;
  // An object whose members are not public cannot be drawn.
  checks.remove_if([&](auto &entry) {
    auto f = cast<func::FuncOp>(entry.first);
    const bool isClosed =
        llvm::any_of(llvm::seq<unsigned>(0, f.getNumArguments()),
                     [&](unsigned i) { return paramAttr(f, i, attr::path).contains("()"); });
    if (isClosed)
      os << "\n// Not tested, for its object is made by a constructor: "
         << stringAttr(f, attr::cppName) << "\n";
    return isClosed;
  });
  llvm::StringSet<> known;
  for (auto &[base, derivatives] : checks)
    CheckPoints(cast<func::FuncOp>(base)).printFields(os, known);
  unsigned count = 0;
  for (auto &[base, derivatives] : checks)
    FunctionCheck(cast<func::FuncOp>(base), derivatives, os).print(count++);
  os << "\nint main(int argc, char **argv) {\n"
     << "  delgen_check::Checker c(argc > 1 ? static_cast<unsigned>(std::atoi(argv[1])) : 1u);\n";
  for (unsigned i = 0; i < count; ++i)
    os << "  check" << i << "(c);\n";
  os << "  return c.report();\n}\n";
  return success();
}

} // namespace delgen
