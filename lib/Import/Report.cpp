//===- Report.cpp - Problems of a file, collected and sorted --------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Report.h"

#include "clang/AST/Expr.h"
#include "clang/Basic/Diagnostic.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;

namespace delgen {

Report::Problem &Report::error(SourceLocation location, const llvm::Twine &text,
                               SourceRange range) {
  return problems.emplace_back(Problem{true, location, range, text.str(), {}});
}

Report::Problem &Report::error(const Expr *expression, const llvm::Twine &text) {
  return error(expression->getExprLoc(), text, expression->getSourceRange());
}

Report::Problem &Report::warning(SourceLocation location, const llvm::Twine &text,
                                 SourceRange range) {
  return problems.emplace_back(Problem{false, location, range, text.str(), {}});
}

SourceLocation Report::firstError() const {
  auto found = llvm::find_if(problems, [](const Problem &p) { return p.isError; });
  return found == problems.end() ? SourceLocation() : found->location;
}

void Report::replace(llvm::StringRef from, llvm::StringRef to) {
  auto write = [&](std::string &text) {
    for (size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
      text.replace(at, from.size(), to);
  };
  for (Problem &p : problems) {
    write(p.text);
    for (Note &note : p.notes)
      write(note.text);
  }
}

bool Report::hasErrors() const {
  return llvm::any_of(problems, [](const Problem &p) { return p.isError; });
}

void Report::take(Report &other) {
  llvm::append_range(problems, std::move(other.problems));
  other.clear();
}

void Report::noteCall(SourceLocation location, const llvm::Twine &text) {
  for (Problem &p : problems)
    if (p.isError)
      p.note(location, text);
}

void Report::emit(DiagnosticsEngine &engine) {
  SourceManager &sources = engine.getSourceManager();
  // A message about the spelling of a macro helps nobody: it goes where the user wrote.
  auto place = [&](SourceLocation l) { return sources.getFileLoc(l); };
  auto key = [&](const Problem &p) {
    auto [file, offset] = sources.getDecomposedLoc(place(p.location));
    return std::tuple(p.location.isValid(), file.getHashValue(), offset);
  };
  llvm::SmallVector<const Problem *> sorted;
  for (const Problem &p : problems)
    sorted.push_back(&p);
  // Of two at one place the older comes first.
  llvm::sort(sorted, [&](const Problem *a, const Problem *b) {
    return std::pair(key(*a), a) < std::pair(key(*b), b);
  });

  // The texts are arguments, for they may contain a per cent sign.
  const unsigned error = engine.getCustomDiagID(DiagnosticsEngine::Error, "%0");
  const unsigned warning = engine.getCustomDiagID(DiagnosticsEngine::Warning, "%0");
  const unsigned note = engine.getCustomDiagID(DiagnosticsEngine::Note, "%0");
  const Problem *last = nullptr;
  for (const Problem *next : sorted) {
    const Problem &p = *next;
    if (last && last->text == p.text && key(*last) == key(p))
      continue;
    last = next;
    auto builder = engine.Report(place(p.location), p.isError ? error : warning);
    builder << p.text;
    if (p.range.isValid())
      builder << CharSourceRange::getTokenRange(
          SourceRange(place(p.range.getBegin()), place(p.range.getEnd())));
    // A note follows its message, which is written when its builder ends.
    {
      auto ended = std::move(builder);
    }
    for (const Note &n : p.notes)
      engine.Report(place(n.location), note) << n.text;
  }
  clear();
}

std::string quoted(const llvm::Twine &name) { return ("'" + name + "'").str(); }

std::string listed(llvm::ArrayRef<std::string> names) { return llvm::join(names, ", "); }

static std::vector<std::string> nearest(llvm::StringRef name,
                                        llvm::ArrayRef<std::string> candidates) {
  constexpr size_t most = 5;
  const unsigned far = std::max<size_t>(1, name.size() / 3) + 1;
  std::vector<std::pair<unsigned, std::string>> near;
  for (const std::string &candidate : candidates)
    if (unsigned distance = name.edit_distance_insensitive(candidate, true, far); distance < far)
      near.emplace_back(distance, candidate);
  llvm::sort(near);
  std::vector<std::string> names;
  for (auto &[distance, candidate] : near)
    if (names.size() < most)
      names.push_back(std::move(candidate));
  return names;
}

std::string similarNames(llvm::StringRef name, llvm::ArrayRef<std::string> candidates) {
  std::vector<std::string> names = nearest(name, candidates);
  return (names.empty() ? std::string() : "there is " + listed(names) + "; ") +
         "docs/operations.md lists all that is supported";
}

std::string suggestion(llvm::StringRef name, llvm::ArrayRef<std::string> candidates) {
  const std::string *best = nullptr;
  unsigned least = std::max<size_t>(1, name.size() / 3) + 1;
  for (const std::string &candidate : candidates) {
    unsigned distance = name.edit_distance(candidate, true, least);
    // A name of one letter is near to every other name of one letter.
    if (distance < least && distance < std::max(name.size(), candidate.size())) {
      least = distance;
      best = &candidate;
    }
  }
  return best ? "; did you mean " + quoted(*best) + "?" : std::string();
}

} // namespace delgen
