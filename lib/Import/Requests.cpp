//===- Requests.cpp - What an annotation asks for -------------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// requests   = request {"," request}
// request    = "opaque" | "assume" "(" assumption {"," assumption} ")"
//            | word "(" argument {"," argument} ")"
// assumption = property "(" parameter ")"
// argument   = integer | parameter
// parameter  = name {"." name}
//
//===----------------------------------------------------------------------===//

#include "Requests.h"
#include "EigenTypes.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;

namespace delgen {

//===-- Words -------------------------------------------------------------===//

namespace {
/// A request that names parameters.
struct Word {
  llvm::StringLiteral name;
  unsigned least, most;                        // how many names
  enum { NoOrder, MayOrder, MustOrder } order; // whether an order follows a single name
  int64_t mostOrder;
};
} // namespace

/// dⁿf is built order by order; beyond this nobody has a use for the result.
static constexpr int64_t mostOrder = 12;
/// In one direction the cost is quadratic in the order.
static constexpr int64_t mostTaylorOrder = 50;

static constexpr Word words[] = {
    {"del", 1, mostOrder, Word::MayOrder, mostOrder},
    {"directional", 1, 1, Word::MustOrder, mostTaylorOrder},
    {"taylor", 1, 1, Word::MustOrder, mostTaylorOrder},
    {"gradient", 1, ~0u, Word::NoOrder, 0},
    {"value_and_gradient", 1, ~0u, Word::NoOrder, 0},
    {"jacobian", 1, 1, Word::NoOrder, 0},
    {"hessian", 1, 2, Word::NoOrder, 0},
    {"hvp", 1, 1, Word::NoOrder, 0},
    {"vjp", 1, 1, Word::NoOrder, 0},
};

/// What `assume` may state of a parameter.
static const std::vector<std::string> properties = {"symmetric", "spd",      "lower",
                                                    "upper",     "diagonal", "orthogonal"};

//===-- Parser ------------------------------------------------------------===//

namespace {
class Parser {
public:
  Parser(ASTContext &ast, llvm::ArrayRef<Token> tokens, SourceLocation where,
         const FunctionDecl &function, Report &report, Requests &requests)
      : ast(ast), tokens(tokens), where(where), function(function), report(report),
        requests(requests) {}

  void parse();

private:
  struct Argument {
    SourceRange range;
    std::optional<Place> place;
    int64_t order = 0;
    bool isOrder = false;
  };

  void parseRequest();
  void parseAssume();
  void addAssumption(const Token &property, const Argument &parameter);
  void parseArguments(const Word &word, llvm::SmallVectorImpl<Argument> &arguments);
  std::optional<Argument> parseArgument(const Word &word);
  std::optional<Argument> parseParameter();
  void checkIsReal(const Word &word, const Argument &argument);
  /// The number of the place in the requests.
  int64_t numberOf(const Argument &argument);
  void check(const Word &word, const Token &at, llvm::ArrayRef<Argument> arguments);
  void addDel(llvm::ArrayRef<Argument> arguments);
  void addReadings(mx::Reading reading, llvm::ArrayRef<Argument> arguments);
  template <typename T> static void add(std::vector<T> &list, T request) {
    if (!llvm::is_contained(list, request))
      list.push_back(std::move(request));
  }

  bool atEnd() const { return next == tokens.size(); }
  bool at(tok::TokenKind kind) const { return !atEnd() && tokens[next].is(kind); }
  /// The place of the next token or, at the end, just behind the last.
  SourceLocation here() const {
    return !atEnd()         ? tokens[next].getLocation()
           : tokens.empty() ? where
                            : tokens.back().getEndLoc();
  }
  bool take(tok::TokenKind kind) {
    const bool is = at(kind);
    next += is;
    return is;
  }
  bool expect(tok::TokenKind kind, const llvm::Twine &context) {
    if (take(kind))
      return true;
    error(here(), "expected " + quoted(tok::getPunctuatorSpelling(kind)) + " " + context);
    return false;
  }
  void error(SourceLocation location, const llvm::Twine &text) {
    report.error(location, text);
    isBroken = true;
  }
  /// Goes on behind the request that is broken.
  void skipRequest() {
    for (int depth = 0; !atEnd(); ++next) {
      depth += at(tok::l_paren);
      depth -= at(tok::r_paren);
      if (depth <= 0 && at(tok::comma))
        return;
    }
  }

  ASTContext &ast;
  llvm::ArrayRef<Token> tokens;
  SourceLocation where;
  const FunctionDecl &function;
  Report &report;
  Requests &requests;
  size_t next = 0;
  bool isBroken = false; // the request that is being read
};
} // namespace

void Parser::parse() {
  if (atEnd()) {
    report.error(where, "no request: name a derivative, as in DELGEN(del(x))");
    return;
  }
  do {
    isBroken = false;
    const size_t first = next;
    parseRequest();
    if (isBroken) {
      // From its start, since the error may stand inside the parentheses.
      next = first;
      skipRequest();
    } else if (!atEnd() && !at(tok::comma)) {
      report.error(here(), "expected ',' between two requests");
      skipRequest();
    }
  } while (take(tok::comma));
  if (requests.isOpaque && requests.asksForDerivatives())
    report.error(where, "the derivatives of an opaque function are written by hand: 'opaque' "
                        "stands without requests for them");
}

void Parser::parseRequest() {
  if (!at(tok::raw_identifier))
    return error(here(), "expected a request, as in 'del(x)'");
  const Token &token = tokens[next++];
  llvm::StringRef name = spelling(token);
  if (name == "opaque") {
    requests.isOpaque = true;
    return;
  }
  if (name == "assume")
    return parseAssume();
  const Word *word = llvm::find_if(words, [&](const Word &w) { return w.name == name; });
  if (word == std::end(words)) {
    std::vector<std::string> names = {"assume", "opaque"};
    for (const Word &w : words)
      names.push_back(w.name.str());
    const std::string near = suggestion(name, names);
    return error(token.getLocation(),
                 "unknown request " + quoted(name) +
                     (near.empty() ? "; the requests are " + listed(names) : near));
  }
  llvm::SmallVector<Argument> arguments;
  parseArguments(*word, arguments);
  if (!isBroken)
    check(*word, token, arguments);
}

void Parser::parseAssume() {
  if (!expect(tok::l_paren, "after 'assume'"))
    return;
  do {
    if (!at(tok::raw_identifier))
      return error(here(), "expected a property, as in 'assume(symmetric(A))'");
    const Token &property = tokens[next++];
    const bool isKnown = llvm::is_contained(properties, spelling(property));
    if (!isKnown)
      error(property.getLocation(), "unknown property " + quoted(spelling(property)) +
                                        "; the properties are " + listed(properties) +
                                        suggestion(spelling(property), properties));
    if (!expect(tok::l_paren, "after " + quoted(spelling(property))))
      return;
    std::optional<Argument> parameter = parseParameter();
    if (!parameter || !expect(tok::r_paren, "after the parameter's name"))
      return;
    if (isKnown && parameter->place)
      addAssumption(property, *parameter);
  } while (take(tok::comma));
  expect(tok::r_paren, "or ',' after a property");
}

void Parser::addAssumption(const Token &property, const Argument &parameter) {
  QualType declared = typeOf(function, *parameter.place);
  std::optional<EigenType> type = eigenType(ast, declared);
  const std::string what =
      quoted(spelled(function, *parameter.place)) + " is " + quoted(typeName(ast, declared));
  if (!type || (type->isVector() && !type->isScalar()))
    return error(parameter.range.getBegin(),
                 quoted(spelling(property)) + " is a property of matrices; " + what);
  if (type->rows && type->cols && type->rows != type->cols)
    return error(parameter.range.getBegin(),
                 "a matrix that is " + quoted(spelling(property)) + " is square; " + what);
  Assumption assumption = {*parameter.place, spelling(property).str()};
  if (!llvm::is_contained(requests.assumptions, assumption))
    requests.assumptions.push_back(std::move(assumption));
}

void Parser::parseArguments(const Word &word, llvm::SmallVectorImpl<Argument> &arguments) {
  if (!expect(tok::l_paren, "after " + quoted(word.name)))
    return;
  if (at(tok::r_paren))
    return error(here(), quoted(word.name) + " needs the name of a parameter, as in '" + word.name +
                             "(x)'");
  do {
    std::optional<Argument> argument = parseArgument(word);
    if (!argument)
      return;
    checkIsReal(word, *argument);
    arguments.push_back(*argument);
  } while (take(tok::comma));
  expect(tok::r_paren, "or ',' after an argument");
}

std::optional<Parser::Argument> Parser::parseArgument(const Word &word) {
  const bool isNegative = take(tok::minus);
  if (!isNegative && !at(tok::numeric_constant))
    return parseParameter();
  Argument argument;
  argument.isOrder = true;
  argument.range = here();
  int64_t order = 0;
  if (isNegative || !at(tok::numeric_constant) || spelling(tokens[next]).getAsInteger(10, order) ||
      order < 1) {
    // An integer that is too large for int64_t is one as well, and is too large anyhow.
    const bool isHuge = !isNegative && at(tok::numeric_constant) &&
                        llvm::all_of(spelling(tokens[next]), llvm::isDigit) &&
                        spelling(tokens[next]).ltrim('0').size() > 2;
    if (!isHuge) {
      error(here(), "the order of a derivative is an integer of at least 1, as in 'del(x, 2)'");
      return std::nullopt;
    }
    order = mostTaylorOrder + 1;
  }
  if (word.order != Word::NoOrder && order > word.mostOrder) {
    error(here(), word.name == "del"
                      ? "the order of a derivative is at most " + std::to_string(word.mostOrder)
                      : "the order in " + quoted(word.name) + " is at most " +
                            std::to_string(word.mostOrder));
    return std::nullopt;
  }
  argument.order = order;
  ++next;
  return argument;
}

std::optional<Parser::Argument> Parser::parseParameter() {
  if (!at(tok::raw_identifier)) {
    error(here(), "expected the name of a parameter");
    return std::nullopt;
  }
  const Token &token = tokens[next++];
  Argument argument;
  argument.range = token.getLocation();
  std::vector<std::string> names;
  for (auto [i, parameter] : llvm::enumerate(function.parameters())) {
    if (parameter->getName() == spelling(token))
      argument.place = Place{static_cast<unsigned>(i)};
    if (!parameter->getName().empty())
      names.push_back(parameter->getName().str());
  }
  if (hasSelf(function)) {
    names.push_back(parameterName(function, Place::self));
    if (spelling(token) == names.back())
      argument.place = Place{Place::self};
  }
  if (!argument.place) {
    std::string known = names.empty()       ? "which has none"
                        : names.size() == 1 ? "whose only parameter is " + listed(names)
                                            : "whose parameters are " + listed(names);
    error(token.getLocation(), quoted(spelling(token)) + " is not a parameter of " +
                                   quoted(function.getNameAsString()) + ", " + known +
                                   suggestion(spelling(token), names));
    // The path of fields behind the name is read all the same.
  }
  while (take(tok::period)) {
    if (!at(tok::raw_identifier)) {
      error(here(), "expected the name of a field after '.'");
      return std::nullopt;
    }
    const Token &field = tokens[next++];
    argument.range.setEnd(field.getLocation());
    if (argument.place)
      argument.place =
          fieldCalled(ast, function, *argument.place, spelling(field),
                      [&](const llvm::Twine &text) { error(field.getLocation(), text); });
  }
  return argument;
}

void Parser::checkIsReal(const Word &word, const Argument &argument) {
  if (!argument.place || isBroken)
    return;
  QualType type = typeOf(function, *argument.place);
  const std::string name = quoted(spelled(function, *argument.place));
  const SourceLocation place = argument.range.getBegin();
  if (type->isBooleanType() || type->isIntegralOrEnumerationType())
    return error(place, name + " is " + (type->isBooleanType() ? "a Boolean" : "an integer") +
                            ": only real parameters have derivatives");
  const bool isObject = structOf(type), isList = bool(listOf(ast, type));
  const std::vector<Place> fields = realFields(ast, function, *argument.place);
  if ((isObject || isList) && fields.empty())
    return error(place, name + " is " + quoted(typeName(ast, type)) +
                            ", which holds nothing real: only numbers, matrices and lists of these "
                            "have derivatives");
  const std::optional<mx::Reading> reading = mx::readingCalled(word.name);
  if ((isObject || isList) && (reading == mx::Reading::Jacobian || reading == mx::Reading::Hessian))
    return error(place, quoted(word.name) + " makes a matrix, and " + name + " is " +
                            (isObject ? "an object; name its fields, as in '" + word.name.str() +
                                            "(" + spelled(function, fields.front()) + ")'"
                                      : std::string("a list; use 'gradient', 'hvp' or 'vjp'")));
  if (!isObject)
    return;
  if (std::optional<std::string> why = whyNotReturned(ast, function, *argument.place))
    return error(place, "a derivative in " + name + " is an object of the same type, and " + *why +
                            "; name its fields");
}

int64_t Parser::numberOf(const Argument &argument) {
  auto found = llvm::find(requests.places, *argument.place);
  if (found == requests.places.end())
    found = requests.places.insert(found, *argument.place);
  return found - requests.places.begin();
}

void Parser::check(const Word &word, const Token &at, llvm::ArrayRef<Argument> arguments) {
  const SourceLocation place = at.getLocation();
  const size_t names = llvm::count_if(arguments, [](const Argument &a) { return !a.isOrder; });
  if (names == 0)
    return error(arguments[0].range.getBegin(),
                 "a parameter's name comes first, as in '" + word.name + "(x, 2)'");
  for (auto [i, a] : llvm::enumerate(arguments)) {
    if (!a.isOrder)
      continue;
    if (word.order == Word::NoOrder)
      return error(a.range.getBegin(), quoted(word.name) + " takes no order; remove the number");
    if (i != 1 || arguments.size() != 2)
      return error(a.range.getBegin(), "an order follows a single name, as in '" + word.name +
                                           "(x, 2)'; for mixed derivatives repeat the names, as "
                                           "in 'del(x, x, y)'");
  }
  if (names < word.least || names > word.most)
    return error(arguments[word.most].range.getBegin(),
                 word.name == "del"
                     ? "the order of a derivative is at most " + std::to_string(mostOrder)
                     : quoted(word.name) + " takes " +
                           (word.most == 1 ? "one name" : "at most two names"));
  if (word.order == Word::MustOrder && arguments.size() == names)
    return error(place, quoted(word.name) + " needs an order, as in '" + word.name + "(x, 2)'");
  const std::optional<mx::Reading> reading = mx::readingCalled(word.name);
  // The names of del are directions, those of hessian rows and columns.
  if (reading && reading != mx::Reading::Hessian)
    for (auto [i, a] : llvm::enumerate(arguments))
      for (const Argument &b : arguments.take_front(i))
        if (a.place && b.place && (a.place->contains(*b.place) || b.place->contains(*a.place)))
          return error(a.range.getBegin(),
                       "a parameter is named twice in " + quoted(word.name) + "; name it once");
  if (reading && mx::Request{*reading}.needsScalar()) {
    QualType result = function.getReturnType();
    std::optional<EigenType> matrix = eigenType(ast, result);
    if (matrix && !matrix->isScalar())
      return error(place, quoted(word.name) + " needs a function that returns a scalar; " +
                              quoted(function.getNameAsString()) + " returns " +
                              quoted(typeName(ast, result)) +
                              ": use 'jacobian' or 'vjp', or sum its entries");
  }
  if (reading)
    addReadings(*reading, arguments);
  else
    addDel(arguments);
}

void Parser::addReadings(mx::Reading reading, llvm::ArrayRef<Argument> arguments) {
  mx::Request request{reading};
  for (const Argument &a : arguments)
    if (!a.isOrder)
      request.of.push_back(numberOf(a));
  switch (reading) {
  case mx::Reading::Directional:
    for (request.order = 1; request.order <= arguments[1].order; ++request.order)
      add(requests.readings, request);
    return;
  case mx::Reading::Taylor:
    request.order = arguments[1].order;
    return add(requests.readings, request);
  case mx::Reading::Gradient:
    for (int64_t parameter : request.of)
      add(requests.readings, mx::Request{reading, {parameter}});
    return;
  default:
    return add(requests.readings, request);
  }
}

void Parser::addDel(llvm::ArrayRef<Argument> arguments) {
  std::vector<int64_t> parameters;
  for (const Argument &a : arguments)
    if (!a.isOrder)
      parameters.push_back(numberOf(a));
  if (parameters.size() > 1)
    return add(requests.delNamed, std::move(parameters));
  const int64_t order = arguments.size() == 2 ? arguments[1].order : 1;
  for (int64_t n = 1; n <= order; ++n)
    add(requests.del, std::vector<int64_t>(n, parameters[0]));
}

void parseRequests(ASTContext &ast, llvm::ArrayRef<Token> tokens, SourceLocation where,
                   const FunctionDecl &function, Report &report, Requests &requests) {
  Parser(ast, tokens, where, function, report, requests).parse();
}

} // namespace delgen
