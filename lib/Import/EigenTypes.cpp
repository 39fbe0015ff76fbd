//===- EigenTypes.cpp - What Eigen's types say at compile time ------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "EigenTypes.h"

#include "delgen/Mx/Mx.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/QualTypeNames.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FormatVariadic.h"

using namespace clang;

namespace delgen {

bool isInNamespace(const Decl *decl, llvm::StringRef name) {
  const DeclContext *outermost = nullptr;
  for (const DeclContext *c = decl->getDeclContext(); c && !c->isTranslationUnit();
       c = c->getParent())
    if (isa<NamespaceDecl>(c))
      outermost = c;
  return outermost && cast<NamespaceDecl>(outermost)->getName() == name;
}

llvm::StringRef eigenTemplate(const CXXRecordDecl *record) {
  auto *instance = dyn_cast_or_null<ClassTemplateSpecializationDecl>(record);
  if (!instance || !isInNamespace(instance, "Eigen"))
    return {};
  return instance->getSpecializedTemplate()->getName();
}

const CXXRecordDecl *eigenBase(const CXXRecordDecl *record, llvm::StringRef name) {
  if (!record)
    return nullptr;
  if (eigenTemplate(record) == name)
    return record;
  record = record->getDefinition();
  if (!record)
    return nullptr;
  for (const CXXBaseSpecifier &base : record->bases())
    if (const CXXRecordDecl *found = eigenBase(base.getType()->getAsCXXRecordDecl(), name))
      return found;
  return nullptr;
}

/// Eigen writes a size that is not known as a negative number.
static std::optional<int64_t> sizeOf(int64_t n) {
  return n < 0 ? std::nullopt : std::optional<int64_t>(n);
}

/// Matrix<Scalar, Rows, Cols, Options, …>. Read from the arguments, for a type that is
/// only named is never instantiated.
static EigenType plainType(const ClassTemplateSpecializationDecl *instance, bool isArray) {
  const TemplateArgumentList &args = instance->getTemplateArgs();
  EigenType type;
  type.scalar = args[0].getAsType();
  type.rows = sizeOf(args[1].getAsIntegral().getSExtValue());
  type.cols = sizeOf(args[2].getAsIntegral().getSExtValue());
  type.isRowMajor = args[3].getAsIntegral().getSExtValue() & 1; // Eigen::RowMajorBit
  type.isArray = isArray;
  type.isPlain = true;
  std::string rest;
  for (const TemplateArgument &argument : args.asArray().drop_front(3))
    rest += ", " + llvm::itostr(argument.getAsIntegral().getSExtValue());
  const int64_t usual[] = {type.isRowMajor, type.rows.value_or(-1), type.cols.value_or(-1)};
  std::string usually;
  for (int64_t n : usual)
    usually += ", " + llvm::itostr(n);
  if (rest != usually)
    type.unusual = rest;
  return type;
}

static std::optional<int64_t> enumerator(const CXXRecordDecl *record, llvm::StringRef name) {
  ASTContext &ast = record->getASTContext();
  for (NamedDecl *found : record->lookup(&ast.Idents.get(name)))
    if (auto *constant = dyn_cast<EnumConstantDecl>(found))
      return constant->getInitVal().getExtValue();
  return std::nullopt;
}

/// An expression says in its base class DenseBase what it is.
static std::optional<EigenType> expressionType(const CXXRecordDecl *record) {
  const CXXRecordDecl *dense = eigenBase(record, "DenseBase");
  dense = dense ? dense->getDefinition() : nullptr;
  if (!dense)
    return std::nullopt;
  ASTContext &ast = record->getASTContext();
  EigenType type;
  for (NamedDecl *found : dense->lookup(&ast.Idents.get("Scalar")))
    if (auto *name = dyn_cast<TypedefNameDecl>(found))
      type.scalar = ast.getCanonicalType(name->getUnderlyingType()).getUnqualifiedType();
  auto rows = enumerator(dense, "RowsAtCompileTime"), cols = enumerator(dense, "ColsAtCompileTime");
  if (type.scalar.isNull() || !rows || !cols)
    return std::nullopt;
  type.rows = sizeOf(*rows);
  type.cols = sizeOf(*cols);
  type.isArray = eigenBase(record, "ArrayBase");
  return type;
}

std::optional<EigenType> eigenType(const ASTContext &ast, QualType type) {
  type = ast.getCanonicalType(type.getNonReferenceType());
  auto *instance = dyn_cast_or_null<ClassTemplateSpecializationDecl>(type->getAsCXXRecordDecl());
  llvm::StringRef name = eigenTemplate(instance);
  if (name.empty())
    return std::nullopt;
  if (name == "Matrix" || name == "Array")
    return plainType(instance, name == "Array");
  if (name == "Ref") {
    QualType of = instance->getTemplateArgs()[0].getAsType();
    std::optional<EigenType> inner = eigenType(ast, of);
    if (!inner || !inner->isPlain)
      return std::nullopt;
    inner->isPlain = false;
    inner->isRef = true;
    inner->isConstRef = of.isConstQualified();
    return inner;
  }
  // A base class knows what derives from it.
  static const llvm::StringSet<> bases = {"EigenBase",  "DenseBase", "DenseCoeffsBase",
                                          "MatrixBase", "ArrayBase", "PlainObjectBase",
                                          "RefBase",    "MapBase"};
  if (bases.contains(name))
    return eigenType(ast, instance->getTemplateArgs()[0].getAsType());
  return expressionType(instance);
}

llvm::StringRef decomposition(QualType type) {
  static const llvm::StringSet<> classes = {"LLT",
                                            "LDLT",
                                            "PartialPivLU",
                                            "FullPivLU",
                                            "HouseholderQR",
                                            "ColPivHouseholderQR",
                                            "FullPivHouseholderQR",
                                            "CompleteOrthogonalDecomposition",
                                            "SelfAdjointEigenSolver",
                                            "GeneralizedSelfAdjointEigenSolver",
                                            "EigenSolver",
                                            "ComplexEigenSolver",
                                            "GeneralizedEigenSolver",
                                            "JacobiSVD",
                                            "BDCSVD",
                                            "RealSchur",
                                            "ComplexSchur",
                                            "Tridiagonalization",
                                            "HessenbergDecomposition"};
  llvm::StringRef name = eigenTemplate(type.getNonReferenceType()->getAsCXXRecordDecl());
  return classes.contains(name) ? name : llvm::StringRef();
}

//===-- Names -------------------------------------------------------------===//

std::string plainTypeName(const EigenType &type) {
  const bool isFloat = type.scalar->isSpecificBuiltinType(BuiltinType::Float);
  const int64_t rows = type.rows.value_or(-1), cols = type.cols.value_or(-1);
  // Eigen abbreviates what is dynamic or at most 4, and stores rows only by their rows.
  auto isShort = [](int64_t n) { return n == -1 || (2 <= n && n <= 4); };
  auto digit = [](int64_t n) { return n == -1 ? std::string("X") : std::to_string(n); };
  const char suffix = isFloat ? 'f' : 'd';
  const std::string kind = type.isArray ? "Eigen::Array" : "Eigen::Matrix";
  const bool isOrdinary = type.isRowMajor == (rows == 1 && cols != 1) && type.unusual.empty();
  if (isOrdinary) {
    if (cols == 1 && isShort(rows))
      return (type.isArray ? "Eigen::Array" : "Eigen::Vector") + digit(rows) + suffix;
    if (rows == 1 && isShort(cols) && !type.isArray)
      return "Eigen::RowVector" + digit(cols) + suffix;
    if (isShort(rows) && rows == cols)
      return kind + digit(rows) + (type.isArray ? digit(rows) : "") + suffix;
    if (isShort(rows) && isShort(cols) && (rows == -1 || cols == -1))
      return kind + digit(rows) + digit(cols) + suffix;
  }
  auto size = [](int64_t n) { return n == -1 ? std::string("Eigen::Dynamic") : std::to_string(n); };
  return llvm::formatv("{0}<{1}, {2}, {3}{4}>", kind, isFloat ? "float" : "double", size(rows),
                       size(cols),
                       isOrdinary              ? ""
                       : !type.unusual.empty() ? type.unusual.c_str()
                       : type.isRowMajor       ? ", Eigen::RowMajor"
                                               : ", Eigen::ColMajor");
}

static PrintingPolicy policyOf(const ASTContext &ast) {
  PrintingPolicy policy = ast.getPrintingPolicy();
  policy.SuppressTagKeyword = true;
  policy.SuppressUnwrittenScope = true;
  policy.FullyQualifiedName = true;
  return policy;
}

std::string qualifiedTypeName(const ASTContext &ast, QualType type) {
  if (type->isLValueReferenceType())
    return qualifiedTypeName(ast, type->getPointeeType()) + "&";
  if (type.isLocalConstQualified())
    return "const " + qualifiedTypeName(ast, type.getLocalUnqualifiedType());
  // Arguments of templates are expressions, `Dynamic` or a constant of the user, whose
  // names mean nothing elsewhere; a name of the user for the whole type does.
  if (auto *instance = dyn_cast<TemplateSpecializationType>(type.getTypePtr()))
    if (std::optional<EigenType> eigen = eigenType(ast, type)) {
      if (eigen->isPlain)
        return plainTypeName(*eigen);
      if (eigen->isRef && instance->template_arguments().size() == 1)
        return "Eigen::Ref<" +
               qualifiedTypeName(ast, instance->template_arguments()[0].getAsType()) + ">";
    }
  return TypeName::getFullyQualifiedName(type, ast, policyOf(ast));
}

std::string typeName(const ASTContext &ast, QualType type) {
  return qualifiedTypeName(ast, type.getNonReferenceType().getUnqualifiedType());
}

} // namespace delgen
