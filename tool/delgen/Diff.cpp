//===- Diff.cpp - The unified format of differences -----------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Output.h"

#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/raw_ostream.h"

#include <vector>

using namespace llvm;

namespace delgen {

namespace {
struct Line {
  char mark; // ' ', '-' or '+'
  StringRef text;
};
} // namespace

/// Lines with their ends, so that a missing last one shows.
static std::vector<StringRef> linesOf(StringRef text) {
  std::vector<StringRef> lines;
  while (!text.empty()) {
    size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.take_front(end));
    text = text.drop_front(end);
  }
  return lines;
}

/// The shortest edit of what lies between a common start and a common end. Two texts with
/// little in common are replaced instead, for the table grows with their product.
static void appendEdit(ArrayRef<StringRef> before, ArrayRef<StringRef> after,
                       std::vector<Line> &edit) {
  constexpr size_t most = 16'000'000;
  const size_t rows = before.size(), cols = after.size();
  if (rows && cols > most / rows) {
    for (StringRef line : before)
      edit.push_back({'-', line});
    for (StringRef line : after)
      edit.push_back({'+', line});
    return;
  }
  // The length of the longest common subsequence of the rests behind i and j.
  std::vector<unsigned> length((rows + 1) * (cols + 1));
  auto at = [&](size_t i, size_t j) -> unsigned & { return length[i * (cols + 1) + j]; };
  for (size_t i = rows; i-- > 0;)
    for (size_t j = cols; j-- > 0;)
      at(i, j) =
          before[i] == after[j] ? at(i + 1, j + 1) + 1 : std::max(at(i + 1, j), at(i, j + 1));
  size_t i = 0, j = 0;
  while (i < rows || j < cols) {
    if (i < rows && j < cols && before[i] == after[j]) {
      edit.push_back({' ', before[i]});
      ++i, ++j;
    } else if (i < rows && (j == cols || at(i + 1, j) >= at(i, j + 1))) {
      edit.push_back({'-', before[i++]});
    } else {
      edit.push_back({'+', after[j++]});
    }
  }
}

void printDiff(raw_ostream &os, StringRef beforeName, StringRef before, StringRef afterName,
               StringRef after) {
  std::vector<StringRef> a = linesOf(before), b = linesOf(after);
  size_t start = 0, end = 0;
  while (start < std::min(a.size(), b.size()) && a[start] == b[start])
    ++start;
  while (end < std::min(a.size(), b.size()) - start &&
         a[a.size() - 1 - end] == b[b.size() - 1 - end])
    ++end;
  std::vector<Line> edit;
  for (size_t i = 0; i < start; ++i)
    edit.push_back({' ', a[i]});
  appendEdit(ArrayRef(a).drop_front(start).drop_back(end),
             ArrayRef(b).drop_front(start).drop_back(end), edit);
  for (size_t i = a.size() - end; i < a.size(); ++i)
    edit.push_back({' ', a[i]});

  constexpr size_t context = 3;
  os << "--- " << beforeName << "\n+++ " << afterName << "\n";
  size_t lineA = 1, lineB = 1; // of edit[i]
  for (size_t i = 0; i < edit.size();) {
    // The next hunk starts `context` lines before a change and ends where 2·context lines
    // are equal.
    size_t change = i;
    while (change < edit.size() && edit[change].mark == ' ')
      ++change;
    if (change == edit.size())
      break;
    size_t first = std::max(i, change - std::min(change, context)), last = change;
    for (size_t j = change; j < edit.size() && j - last <= 2 * context; ++j)
      if (edit[j].mark != ' ')
        last = j;
    size_t stop = std::min(edit.size(), last + context + 1);
    lineA += first - i;
    lineB += first - i;
    size_t countA = 0, countB = 0;
    for (size_t j = first; j < stop; ++j) {
      countA += edit[j].mark != '+';
      countB += edit[j].mark != '-';
    }
    os << "@@ -" << lineA - !countA << "," << countA << " +" << lineB - !countB << "," << countB
       << " @@\n";
    for (size_t j = first; j < stop; ++j) {
      os << edit[j].mark << edit[j].text;
      if (!edit[j].text.ends_with("\n"))
        os << "\n\\ No newline at end of file\n";
    }
    lineA += countA;
    lineB += countB;
    i = stop;
  }
}

} // namespace delgen
