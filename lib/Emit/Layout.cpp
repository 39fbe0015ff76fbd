//===- Layout.cpp - Numbers, parentheses and line breaks ------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Layout.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"

#include <fmt/format.h>

#include <optional>

using llvm::StringRef;

namespace delgen {

std::string decimal(double number) { return fmt::format("{}", number); }

size_t columns(StringRef text) {
  return llvm::count_if(text, [](unsigned char c) { return (c & 0xC0) != 0x80; });
}

namespace {

/// A place where a line may end: before `word`, at a depth of parentheses.
struct Break {
  size_t word;
  int depth;
  bool isSum;
};

/// By how much a word changes the depth of parentheses.
int depthChange(StringRef word) {
  int change = 0;
  for (char c : word)
    change += (c == '(' || c == '[') - (c == ')' || c == ']');
  change += static_cast<int>(word.count("⟨")) - static_cast<int>(word.count("⟩"));
  return change;
}

} // namespace

std::string wrap(StringRef text, size_t column, StringRef indent, size_t width) {
  // Deep inside of loops and branches lines are long rather than of a word each.
  width = std::max(width, columns(indent) + 40);
  llvm::SmallVector<StringRef> words;
  // A string in quotes is one word.
  for (size_t start = 0, i = 0, quotes = 0; i <= text.size(); ++i) {
    quotes += i < text.size() && text[i] == '"';
    if (i < text.size() && (text[i] != ' ' || quotes % 2 == 1))
      continue;
    words.push_back(text.slice(start, i));
    start = i + 1;
  }
  std::string out;
  int depth = 0;
  for (size_t first = 0; first < words.size();) {
    // The words that fit, and of the places after the first half the best: outside of
    // parentheses rather than inside, after a sum's sign rather than elsewhere, late
    // rather than early.
    size_t at = column, next = first;
    int inside = depth;
    std::optional<Break> best;
    for (; next < words.size(); ++next) {
      const size_t needed = columns(words[next]) + (next > first ? 1 : 0);
      if (next > first && at + needed > width)
        break;
      at += needed;
      inside += depthChange(words[next]);
      Break here = {next + 1, inside,
                    words[next] == "+" || words[next] == "-" || words[next] == "−"};
      if (at > (column + width) / 2 &&
          (!best || std::pair(here.depth, !here.isSum) <= std::pair(best->depth, !best->isSum)))
        best = here;
    }
    size_t end = next == words.size() || !best ? next : best->word;
    for (size_t i = first; i < end; ++i) {
      out += i > first ? " " : "";
      out += words[i];
      depth += depthChange(words[i]);
    }
    first = end;
    if (first < words.size()) {
      out += '\n';
      out += indent;
      column = columns(indent);
    }
  }
  return out;
}

std::string substitute(StringRef form, llvm::ArrayRef<std::string> arguments) {
  std::string text = form.str();
  for (auto [i, argument] : llvm::enumerate(arguments)) {
    const std::string slot = fmt::format("{{{}}}", i);
    for (size_t at = 0; (at = text.find(slot, at)) != std::string::npos; at += argument.size())
      text.replace(at, slot.size(), argument);
  }
  return text;
}

std::string raised(llvm::StringRef digits) {
  static const llvm::StringLiteral super[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
  std::string text;
  for (char c : digits)
    text += c == '-'   ? llvm::StringRef("⁻")
            : c == '(' ? llvm::StringRef("⁽")
            : c == ')' ? llvm::StringRef("⁾")
                       : llvm::StringRef(super[c - '0']);
  return text;
}
} // namespace delgen
