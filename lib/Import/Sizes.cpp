//===- Sizes.cpp - Sizes that must agree ----------------------------------===//
//
// Part of the delgen project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Sizes.h"

#include "llvm/ADT/StringExtras.h"

namespace delgen {

unsigned Sizes::add(Node n) {
  n.parent = nodes.size();
  nodes.push_back(std::move(n));
  return nodes.size() - 1;
}

unsigned Sizes::root(unsigned id) {
  while (nodes[id].parent != id)
    id = nodes[id].parent = nodes[nodes[id].parent].parent;
  return id;
}

unsigned Sizes::idOf(mx::Size size) {
  if (size.isSymbol())
    return names.at(size.symbol());
  auto [found, isNew] = numbers.try_emplace(size.number(), 0);
  if (isNew) {
    Node n;
    n.number = size.number();
    unsigned id = add(std::move(n));
    numbers[size.number()] = id;
    return id;
  }
  return found->second;
}

unsigned Sizes::idOf(Key key) {
  auto [found, isNew] = ids.try_emplace(key, 0);
  if (!isNew)
    return found->second;
  Node n;
  // Not a name that a user can write: it is gone before the last attempt.
  n.name = "?" + llvm::utostr(nodes.size());
  n.depth = depth;
  unsigned id = add(std::move(n));
  names[nodes[id].name] = id;
  ids[key] = id;
  news = true;
  return id;
}

mx::Size Sizes::spelled(unsigned id) {
  const Node &n = nodes[root(id)];
  return n.number ? mx::Size::number(context, *n.number) : mx::Size::symbol(context, n.name);
}

std::optional<mx::Size> Sizes::standIn(int64_t n) {
  const int64_t *found = llvm::find(standIns, n);
  if (!hasStandIns || found == std::end(standIns))
    return std::nullopt;
  return get(found);
}

mx::Size Sizes::number(int64_t n) {
  std::optional<mx::Size> any = standIn(n);
  return any ? *any : mx::Size::number(context, n);
}

mx::Size Sizes::get(const void *key, unsigned which) { return get(key, nullptr, which); }

mx::Size Sizes::get(const void *place, const void *key, unsigned which) {
  return spelled(idOf(Key(path, place, key, which)));
}

mx::Size Sizes::getParameter(const void *key, unsigned which) {
  unsigned id = idOf(Key(nullptr, key, nullptr, which));
  nodes[root(id)].parameter = nodes[root(id)].used = true;
  return spelled(id);
}

mx::Size Sizes::getInteger(const void *key, llvm::StringRef name) {
  unsigned id = root(idOf(Key(nullptr, key, nullptr, 0)));
  nodes[id].parameter = true;
  if (nodes[id].integer.empty())
    nodes[id].integer = name;
  return spelled(id);
}

mx::Size Sizes::resolve(mx::Size size) { return spelled(idOf(size)); }

bool Sizes::unify(mx::Size a, mx::Size b) {
  unsigned i = root(idOf(a)), j = root(idOf(b));
  if (i == j)
    return true;
  if (nodes[i].number && nodes[j].number)
    return false;
  // A parameter is not what is declared without a size.
  auto isEmptyParameter = [&](unsigned size, unsigned other) {
    return nodes[size].parameter && nodes[other].number == 0;
  };
  if (isEmptyParameter(i, j) || isEmptyParameter(j, i))
    return false;
  // The older one stays, so that names follow the order of the parameters.
  if (j < i)
    std::swap(i, j);
  nodes[j].parent = i;
  if (!nodes[i].number)
    nodes[i].number = nodes[j].number;
  if (nodes[i].integer.empty())
    nodes[i].integer = nodes[j].integer;
  nodes[i].parameter |= nodes[j].parameter;
  nodes[i].used |= nodes[j].used;
  nodes[i].bound |= nodes[j].bound;
  nodes[i].depth = std::min(nodes[i].depth, nodes[j].depth);
  nodes[i].members += nodes[j].members;
  return news = true;
}

bool Sizes::hasMeaning(mx::Size size) {
  if (size.isNumber())
    return true;
  const Node &n = nodes[root(idOf(size))];
  return n.parameter || n.bound;
}

void Sizes::setMeaning(mx::Size size, std::optional<unsigned> where) {
  if (size.isNumber() || hasMeaning(size))
    return;
  const unsigned id = root(idOf(size));
  bindings.emplace_back(where.value_or(body), id);
  nodes[id].bound = true;
}

void Sizes::leaveBody() {
  llvm::erase_if(bindings, [&](auto binding) {
    if (binding.first < body)
      return false;
    nodes[root(binding.second)].bound = false;
    return true;
  });
  --body;
}

bool Sizes::isLocal(mx::Size size) {
  return size.isSymbol() && depth != 0 && nodes[root(idOf(size))].depth >= depth;
}

void Sizes::addChoice(mx::Size size, llvm::ArrayRef<mx::Size> others) {
  if (!size.isSymbol())
    return;
  llvm::SmallVector<unsigned, 2> ids;
  for (mx::Size other : others)
    ids.push_back(idOf(other));
  nodes[root(idOf(size))].choices = ids;
}

bool Sizes::isOneOf(mx::Size size, llvm::ArrayRef<mx::Size> others) {
  llvm::SmallDenseSet<unsigned> seen;
  for (mx::Size other : others)
    seen.insert(root(idOf(other)));
  // What is chosen from itself and others is one of the others.
  llvm::SmallVector<unsigned> open = {root(idOf(size))};
  while (!open.empty()) {
    const unsigned id = open.pop_back_val();
    if (!seen.insert(id).second)
      continue;
    if (nodes[id].choices.empty())
      return false;
    for (unsigned choice : nodes[id].choices)
      open.push_back(root(choice));
  }
  return true;
}

bool Sizes::isAlone(mx::Size size) {
  return size.isSymbol() && nodes[root(idOf(size))].members == 1;
}

void Sizes::startAttempt(const llvm::StringSet<> &taken) {
  news = false;
  bindings.clear();
  if (nodes.empty())
    return;
  names.clear();
  auto letters = [](unsigned i) -> std::string {
    static constexpr llvm::StringLiteral row = "mnkpqrst";
    std::string name(1, row[i % row.size()]);
    return i < row.size() ? name : name + llvm::utostr(i / row.size());
  };
  unsigned next = 0;
  for (auto [id, n] : llvm::enumerate(nodes)) {
    n.bound = false;
    n.choices.clear();
    if (n.parent != id || n.number)
      continue;
    // A symbol is an identifier of MLIR; an identifier of C++ may contain any letter.
    if (!n.integer.empty() &&
        llvm::all_of(n.integer, [](char c) { return llvm::isAlnum(c) || c == '_'; }))
      n.name = n.integer;
    else
      do
        n.name = letters(next++);
      while (taken.contains(n.name));
  }
  for (unsigned id = 0; id < nodes.size(); ++id)
    if (nodes[id].parent == id && !nodes[id].number)
      names[nodes[id].name] = id;
}

} // namespace delgen
