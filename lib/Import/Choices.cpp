//===- Choices.cpp - Comparisons, conditions and choices between values ---===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A condition is a real number or matrix of zeros and ones. `a && b` is their product,
// `a || b` the larger, `!a` the opposite comparison.
//
//===----------------------------------------------------------------------===//

#include "Operations.h"

#include "delgen/Mx/Shapes.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"

using namespace mlir;
using namespace clang;

namespace delgen {

using Value = mlir::Value;

//===-- What choices are made of ------------------------------------------===//

bool FunctionImporter::spread(const Expr *e, Value &x, Value &y) {
  if (mx::isScalar(x) && mx::isMatrix(y))
    x = fill(e, x, rowsOf(y), colsOf(y));
  else if (mx::isScalar(y) && mx::isMatrix(x))
    y = fill(e, y, rowsOf(x), colsOf(x));
  return agree(e, x, y) && sameElements(e, x, y);
}

/// The code of `e` on one line, shortened where it is long.
static std::string sourceOf(const ASTContext &ast, const Expr *e) {
  CharSourceRange range = ast.getSourceManager().getExpansionRange(e->getSourceRange());
  std::string text = Lexer::getSourceText(range, ast.getSourceManager(), ast.getLangOpts()).str(),
              line;
  for (char c : text)
    if (!isspace(static_cast<unsigned char>(c)))
      line += c;
    else if (!line.empty() && line.back() != ' ')
      line += ' ';
  constexpr size_t longest = 40;
  return line.size() > longest ? line.substr(0, longest) + "..." : line;
}

Value FunctionImporter::compare(const Expr *e, llvm::StringRef relation, Value x, Value y) {
  if (!spread(e, x, y))
    return {};
  Value v = make<mx::CompareOp>(e, x, y, b.getStringAttr(relation));
  for (Value side : {x, y})
    addKink(e, side, v,
            quoted(sourceOf(ast, e)) + " depends on a variable: where it changes, the result may "
                                       "not be differentiable; the derivative is that of the "
                                       "side that is chosen");
  return v;
}

Value FunctionImporter::extremum(const Expr *e, bool isMax, Value x, Value y) {
  if (!spread(e, x, y))
    return {};
  Value v = isMax ? make<mx::MaxOp>(e, x, y) : make<mx::MinOp>(e, x, y);
  for (Value side : {x, y})
    addKink(e, side, v,
            llvm::Twine(isMax ? "max" : "min") + " is not differentiable where its two sides are "
                                                 "equal; the derivative there is that of the "
                                                 "first");
  return v;
}

Value FunctionImporter::select(const Expr *e, Value condition, Value x, Value y) {
  if (!spread(e, x, y))
    return {};
  condition = toElement(e, condition, mx::elementType(x.getType()));
  if (!spread(e, condition, x) || !spread(e, condition, y))
    return {};
  return make<mx::SelectOp>(e, condition, x, y);
}

static llvm::StringRef relationOf(BinaryOperatorKind kind) {
  switch (kind) {
  case BO_LT:
    return "lt";
  case BO_LE:
    return "le";
  case BO_GT:
    return "gt";
  case BO_GE:
    return "ge";
  case BO_EQ:
    return "eq";
  default:
    return "ne";
  }
}

/// The relation that holds where `relation` does not.
static llvm::StringRef opposite(llvm::StringRef relation) {
  return relation == "lt"   ? "ge"
         : relation == "le" ? "gt"
         : relation == "gt" ? "le"
         : relation == "ge" ? "lt"
         : relation == "eq" ? "ne"
                            : "eq";
}

Value FunctionImporter::negateCondition(const Expr *e, Value v) {
  Operation *op = v.getDefiningOp();
  if (auto comparison = dyn_cast_or_null<mx::CompareOp>(op)) {
    Value negated = make<mx::CompareOp>(e, comparison.getA(), comparison.getB(),
                                        b.getStringAttr(opposite(comparison.getRelation())));
    // What was said of the comparison holds of its opposite.
    for (Kink k : std::vector<Kink>(kinks))
      if (k.result == v) {
        k.result = negated;
        kinks.push_back(k);
      }
    return negated;
  }
  // Not both is one of the opposites.
  if (op && op->getNumOperands() == 2 && isa<mx::MulOp, mx::HadamardOp, mx::MaxOp>(op)) {
    Value x = negateCondition(e, op->getOperand(0)), y = negateCondition(e, op->getOperand(1));
    return both(e, !isa<mx::MaxOp>(op), x, y);
  }
  Value one = constant(e, 1, mx::elementType(v.getType()));
  if (!spread(e, one, v))
    return {};
  return add(e, one, negate(e, v));
}

Value FunctionImporter::both(const Expr *e, bool isEither, Value x, Value y) {
  if (!x || !y)
    return {};
  y = toElement(e, y, mx::elementType(x.getType()));
  if (!spread(e, x, y))
    return {};
  if (isEither)
    return make<mx::MaxOp>(e, x, y);
  return hadamard(e, x, y);
}

Value FunctionImporter::bitwise(const Expr *e, BinaryOperatorKind kind, Value x, Value y) {
  if (!x || !y)
    return {};
  return kind == BO_Xor ? compare(e, "ne", x, toElement(e, y, mx::elementType(x.getType())))
                        : both(e, kind == BO_Or, x, y);
}

//===-- C++ ---------------------------------------------------------------===//

/// An operation on the bits of Booleans, which C++ makes integers, or null.
static const BinaryOperator *bitsOfBooleans(const Expr *e) {
  auto *op = dyn_cast<BinaryOperator>(e->IgnoreParenImpCasts());
  return op && takesBooleans(op->getOpcode(), op->getLHS()) &&
                 takesBooleans(op->getOpcode(), op->getRHS())
             ? op
             : nullptr;
}

bool takesBooleans(BinaryOperatorKind kind, const Expr *side) {
  return (kind == BO_And || kind == BO_Or || kind == BO_Xor) &&
         (side->IgnoreParenImpCasts()->getType()->isBooleanType() || bitsOfBooleans(side));
}

std::optional<Value> FunctionImporter::bitwise(const Expr *e) {
  const BinaryOperator *op = bitsOfBooleans(e);
  if (!op)
    return std::nullopt;
  Value x = condition(op->getLHS()->IgnoreParenImpCasts());
  return bitwise(op, op->getOpcode(), x, condition(op->getRHS()->IgnoreParenImpCasts()));
}

Value FunctionImporter::condition(const Expr *e) {
  if (std::optional<Value> flag = bitwise(e))
    return *flag;
  return asCondition(e, expression(e));
}

Value FunctionImporter::asCondition(const Expr *e, Value v) {
  if (!v || !v.getType().isIndex())
    return v;
  // An integer or bool counts as the whole number that it is.
  Value number = toElement(e, v, b.getF64Type());
  return make<mx::CompareOp>(e, number, constant(e, 0, b.getF64Type()), b.getStringAttr("ne"));
}

/// True for what is as cheap to compute as a choice, and finite for all arguments: then both
/// sides of a choice may be computed. Of other sides C++ computes one alone, and so do
/// derivatives, which could be infinite on the other.
static bool isHarmless(const ASTContext &ast, const Stmt *s) {
  auto areChildrenHarmless = [&] {
    return llvm::all_of(s->children(), [&](const Stmt *child) { return isHarmless(ast, child); });
  };
  static const llvm::StringSet<> functions = {"abs",  "fabs", "sin",   "cos",  "tanh", "atan",
                                              "erf",  "max",  "min",   "fmax", "fmin", "rows",
                                              "cols", "size", "floor", "ceil"};
  if (isa<DeclRefExpr, FloatingLiteral, IntegerLiteral, CXXBoolLiteralExpr>(s))
    return true;
  // What changes a variable does so only where C++ computes it.
  if (auto *e = dyn_cast<Expr>(s); e && mayModify(e))
    return false;
  if (isa<ParenExpr, CastExpr, FullExpr, MaterializeTemporaryExpr, AbstractConditionalOperator,
          UnaryOperator>(s))
    return areChildrenHarmless();
  if (auto *op = dyn_cast<BinaryOperator>(s)) {
    const bool divides = op->getOpcode() == BO_Div || op->getOpcode() == BO_Rem;
    return areChildrenHarmless() && (!divides || op->getRHS()->isEvaluatable(ast));
  }
  auto *call = dyn_cast<CallExpr>(s);
  const FunctionDecl *callee = call ? call->getDirectCallee() : nullptr;
  if (!callee)
    return isa<MemberExpr>(s) && areChildrenHarmless(); // of a method that is called
  if (auto *op = dyn_cast<CXXOperatorCallExpr>(call)) {
    const OverloadedOperatorKind kind = op->getOperator();
    if (closureCall(op))
      return false;
    // The place, or the size that has it, may be guarded.
    std::optional<EigenType> eigen = eigenType(ast, op->getArg(0)->getType());
    std::optional<ListOf> list = anyListOf(ast, op->getArg(0)->getType());
    const bool isSized = (eigen && eigen->rows && eigen->cols) || (list && list->length);
    if (kind == OO_Call || kind == OO_Subscript)
      return isSized && isHarmless(ast, op->getArg(0)) &&
             llvm::all_of(llvm::drop_begin(op->arguments()),
                          [&](const Expr *index) { return index->isEvaluatable(ast); });
    return (kind == OO_Plus || kind == OO_Minus) && areChildrenHarmless();
  }
  return callee->getDeclName().isIdentifier() && functions.contains(callee->getName()) &&
         (isInNamespace(callee, "Eigen") || isInNamespace(callee, "std") ||
          callee->getBuiltinID()) &&
         llvm::all_of(call->arguments(), [&](const Expr *a) { return isHarmless(ast, a); });
}

Value FunctionImporter::chooseValue(const Expr *e, Value c, llvm::function_ref<Value()> then,
                                    llvm::function_ref<Value()> otherwise) {
  if (!c)
    return c;
  const VarDecl *chosen = invented(e, "", e->getType().getNonReferenceType());
  variables[chosen] = Variable();
  auto side = [&](llvm::function_ref<Value()> value) {
    Value v = value();
    variables[chosen].value = v;
  };
  choose(e, c, [&] { side(then); }, [&] { side(otherwise); }, std::nullopt);
  Value v = variables[chosen].value;
  variables.erase(chosen);
  return v;
}

Value FunctionImporter::chooseInteger(const Expr *e, Value c) {
  return chooseValue(e, c, [&] { return integer(e, 1); }, [&] { return integer(e, 0); });
}

Value FunctionImporter::comparison(const BinaryOperator *e) {
  if (e->isLogicalOp()) {
    const bool isEither = e->getOpcode() == BO_LOr;
    Value x = condition(e->getLHS());
    if (isHarmless(ast, e->getRHS()) || (x && mx::isMatrix(x)))
      return both(e, isEither, x, condition(e->getRHS()));
    auto right = [&] {
      Value y = condition(e->getRHS());
      return y ? toElement(e, y, mx::elementType(x.getType())) : y;
    };
    return isEither ? chooseValue(
                          e, x, [&] { return constant(e, 1, mx::elementType(x.getType())); }, right)
                    : chooseValue(e, x, right,
                                  [&] { return constant(e, 0, mx::elementType(x.getType())); });
  }
  if (e->getOpcode() == BO_Cmp)
    return refuse(e, unknownOperator);
  // Two Booleans, which C++ makes integers.
  const Expr *left = e->getLHS(), *right = e->getRHS();
  if (left->IgnoreImpCasts()->getType()->isBooleanType() &&
      right->IgnoreImpCasts()->getType()->isBooleanType()) {
    left = left->IgnoreImpCasts();
    right = right->IgnoreImpCasts();
  }
  Value x = expression(left), y = expression(right);
  if (!x || !y)
    return {};
  for (auto [side, code] : {std::pair(&x, left), std::pair(&y, right)})
    if (side->getType().isIndex())
      *side = asUnsigned(e, *side, code->getType());
  // A Boolean is compared with what is a comparison of float.
  if (mx::isScalar(x) && mx::isScalar(y) && x.getType() != y.getType() &&
      e->getLHS()->IgnoreImpCasts()->getType()->isBooleanType()) {
    x = toElement(e, x, b.getF64Type());
    y = toElement(e, y, b.getF64Type());
  }
  return compare(e, relationOf(e->getOpcode()), x, y);
}

const Expr *FunctionImporter::onlySide(const AbstractConditionalOperator *e) {
  if (std::optional<bool> known = knownCondition(ast, e->getCond()))
    return *known ? e->getTrueExpr() : e->getFalseExpr();
  // A check is taken to pass.
  for (auto [side, other] : {std::pair(e->getTrueExpr(), e->getFalseExpr()),
                             std::pair(e->getFalseExpr(), e->getTrueExpr())})
    if (isa<CXXThrowExpr>(side->IgnoreParenImpCasts()))
      return other;
  return nullptr;
}

Value FunctionImporter::conditional(const AbstractConditionalOperator *e) {
  if (!isa<ConditionalOperator>(e))
    return refuse(e, "'?:' needs a value for either side here; write both");
  std::optional<EigenType> eigen = eigenType(ast, e->getType());
  FloatType element = floatType(eigen ? eigen->scalar : e->getType());
  if (const Expr *only = onlySide(e))
    return expression(only);
  Value c = condition(e->getCond());
  auto side = [&](const Expr *s) { return eigen || !element ? expression(s) : real(s, element); };
  const bool areHarmless =
      element && isHarmless(ast, e->getTrueExpr()) && isHarmless(ast, e->getFalseExpr());
  if (c && mx::isScalar(c) && !areHarmless)
    return chooseValue(
        e, c, [&] { return side(e->getTrueExpr()); }, [&] { return side(e->getFalseExpr()); });
  Value x = side(e->getTrueExpr()), y = side(e->getFalseExpr());
  if (!c || !x || !y)
    return {};
  if (!element)
    return refuse(e, "in a function of entries, '?:' chooses between real numbers only; write 1.0 "
                     "where 1 is meant as a real number");
  return select(e, c, x, y);
}

//===-- Eigen -------------------------------------------------------------===//

bool isCondition(const ASTContext &ast, QualType type) {
  std::optional<EigenType> eigen = eigenType(ast, type);
  return eigen && eigen->scalar->isBooleanType();
}

Value FunctionImporter::eigenCondition(const CXXOperatorCallExpr *e) {
  const OverloadedOperatorKind kind = e->getOperator();
  std::optional<EigenType> result = eigenType(ast, e->getType());
  if (!result || !result->isArray)
    return refuse(e, "whether two matrices are equal is not supported; compare arrays, as in "
                     "(a.array() == b.array()).select(x, y)");
  llvm::SmallVector<Value, 2> args;
  for (const Expr *argument : e->arguments())
    args.push_back(expression(argument));
  if (llvm::is_contained(args, Value()))
    return {};
  if (kind == OO_Exclaim)
    return negateCondition(e, args[0]);
  if (kind == OO_AmpAmp || kind == OO_PipePipe)
    return both(e, kind == OO_PipePipe, args[0], args[1]);
  for (unsigned i : {0, 1})
    if (mx::isScalar(args[i]) || args[i].getType().isIndex())
      args[i] = toElement(e, args[i], mx::elementType(args[1 - i].getType()));
  return compare(e, relationOf(BinaryOperator::getOverloadedOpcode(kind)), args[0], args[1]);
}

Value importSelect(FunctionImporter &im, const Call &c) {
  if (!isCondition(im.ast, c.object->getType()))
    return im.refuse(c.e, unforeseen);
  std::optional<EigenType> type = eigenType(im.ast, c.e->getType());
  FloatType element = type ? im.floatType(type->scalar) : FloatType();
  if (!element)
    return im.refuse(c.e, "select() is supported between values of float or double only; convert "
                          "them with .cast<double>()");
  Value x = im.expression(c.args[0]), y = im.expression(c.args[1]);
  if (!x || !y)
    return {};
  auto side = [&](const Expr *e, Value v) {
    return e->getType()->isArithmeticType() ? im.toElement(e, v, element) : v;
  };
  return im.select(c.e, c.self, side(c.args[0], x), side(c.args[1], y));
}

/// a.max(b), a.cwiseMin(s).
Value importExtremum(FunctionImporter &im, const Call &c, bool isMax) {
  Value y = im.expression(c.args[0]);
  if (!y)
    return {};
  if (c.args[0]->getType()->isArithmeticType())
    y = im.toElement(c.e, y, mx::elementType(c.self.getType()));
  return im.extremum(c.e, isMax, c.self, y);
}

Value importPick(FunctionImporter &im, const Call &c, mlir::Type shape, bool isMax) {
  if (mx::isScalar(c.self) || shape == c.self.getType())
    return c.self;
  Value v = im.make<mx::PickOp>(c.e, shape, c.self, c.self,
                                mlir::StringAttr::get(shape.getContext(), isMax ? "max" : "min"));
  im.addKink(c.e, c.self, v,
             c.name + "() is not differentiable where several entries are the " +
                 (isMax ? "largest" : "smallest") + "; the derivative there is that of the first");
  return v;
}

} // namespace delgen
