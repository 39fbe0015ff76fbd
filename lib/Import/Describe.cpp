//===- Describe.cpp - What mx keeps of the C++ parameters ------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Importer.h"

#include "delgen/Mx/Attributes.h"
#include "delgen/Mx/Signature.h"

using namespace mlir;
using namespace clang;

namespace delgen {

using Value = mlir::Value;

void FunctionImporter::describeArgument(unsigned i, const Argument &argument) {
  auto set = [&](llvm::StringRef name, llvm::StringRef text) {
    result.setArgAttr(i, name, b.getStringAttr(text));
  };
  set(mx::attr::name, argument.name);
  const Place whole{argument.place.parameter};
  std::string declared =
      whole.parameter == Place::self
          ? "const " + qualifiedTypeName(ast, typeOf(*function, whole)) + "&"
          : qualifiedTypeName(
                ast, function->getParamDecl(whole.parameter)->getType().getUnqualifiedType());
  mlir::Type type = result.getArgumentTypes()[i];
  QualType object = typeOf(*function, argument.place);
  std::optional<EigenType> eigen = eigenType(ast, object);
  const std::string plain =
      eigen && !eigen->isPlain ? plainTypeName(*eigen) : qualifiedTypeName(ast, object);
  if (argument.place.fields.empty()) {
    set(mx::attr::type, declared);
  } else {
    set(mx::attr::object, spelled(*function, Place{argument.place.parameter}));
    set(mx::attr::objectType, declared);
    Place outer{argument.place.parameter};
    set(mx::attr::path, llvm::StringRef(spelled(*function, argument.place))
                            .drop_front(spelled(*function, outer).size() + 1));
    set(mx::attr::type, mx::parameterType(plain, object->isArithmeticType()));
  }
  if (type.isIndex() && structOf(object))
    return set(mx::attr::plain, plain);
  if (type.isIndex()) {
    mx::Size size = sizeOf(const_cast<Argument &>(argument));
    if (sizes.isUsed(size))
      set(mx::attr::size, size.symbol());
    return;
  }
  set(mx::attr::plain, plain);
  if (std::optional<ListOf> list = listOf(ast, object)) {
    while (auto inner = listOf(ast, list->element))
      list = inner;
    eigen = eigenType(ast, list->element);
    if (eigen && eigen->isArray)
      result.setArgAttr(i, mx::attr::array, b.getUnitAttr());
    return;
  }
  if (!eigen)
    return;
  if (eigen->isArray)
    result.setArgAttr(i, mx::attr::array, b.getUnitAttr());
  auto matrix = dyn_cast<mx::MatrixType>(type);
  if (llvm::StringRef view = viewOf(*eigen, type); !view.empty())
    set(mx::attr::view, view);
  auto isLearned = [](std::optional<int64_t> n, mx::Size size) {
    return !n && size.isNumber() && !size.is(1);
  };
  if (matrix &&
      (isLearned(eigen->rows, matrix.getRows()) || isLearned(eigen->cols, matrix.getCols())))
    result.setArgAttr(i, mx::attr::dynamic, b.getUnitAttr());
  llvm::SmallVector<llvm::StringRef> known;
  for (const Assumption &a : requests.assumptions)
    if (matrix && a.place == argument.place)
      known.push_back(a.property);
  if (!known.empty())
    result.setArgAttr(i, mx::attr::assume, b.getStrArrayAttr(known));
}

void FunctionImporter::describeObjects() {
  llvm::SmallVector<Attribute> list;
  for (const Place &place : requests.places) {
    QualType type = typeOf(*function, place);
    if (!structOf(type))
      continue;
    llvm::SmallVector<int64_t> fields;
    for (auto [i, entry] : llvm::enumerate(arguments))
      if (place.contains(entry.second.place) && isReal(ast, typeOf(*function, entry.second.place)))
        fields.push_back(i);
    auto named = [&](llvm::StringRef name, llvm::StringRef text) {
      return b.getNamedAttr(name, b.getStringAttr(text));
    };
    list.push_back(b.getDictionaryAttr({named("name", spelled(*function, place, "_")),
                                        named("access", spelled(*function, place)),
                                        named("type", qualifiedTypeName(ast, type)),
                                        b.getNamedAttr("of", b.getDenseI64ArrayAttr(fields))}));
  }
  if (!list.empty())
    result->setAttr(mx::attr::objects, b.getArrayAttr(list));
}

} // namespace delgen
