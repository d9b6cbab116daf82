#include "manifest/syntax.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <vector>

#include "base/text.h"

namespace hull::manifest {
namespace {

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_alnum(char c) { return is_lower(c) || (c >= 'A' && c <= 'Z') || is_digit(c); }

bool all_of(std::string_view text, auto&& predicate) { return std::ranges::all_of(text, predicate); }

bool is_number(std::string_view text) {
  return !text.empty() && text.size() <= 18 && all_of(text, is_digit) && (text.size() == 1 || text[0] != '0');
}

/// Dot-separated identifiers of a pre-release or build part; numbers of a pre-release have no leading zero.
bool is_identifiers(std::string_view text, bool pre_release) {
  for (std::string_view part : split(text, '.')) {
    if (part.empty() || !all_of(part, [](char c) { return is_alnum(c) || c == '-'; })) return false;
    if (pre_release && all_of(part, is_digit) && !is_number(part)) return false;
  }
  return true;
}

/// Takes "-pre" and "+build" off the end of `text`; false when they are malformed.
bool take_suffixes(std::string_view& text) {
  if (std::size_t plus = text.find('+'); plus != std::string_view::npos) {
    if (!is_identifiers(text.substr(plus + 1), false)) return false;
    text = text.substr(0, plus);
  }
  if (std::size_t minus = text.find('-'); minus != std::string_view::npos) {
    if (!is_identifiers(text.substr(minus + 1), true)) return false;
    text = text.substr(0, minus);
  }
  return true;
}

/// One comparison of a requirement, without white space around it.
bool is_comparator(std::string_view text) {
  for (std::string_view sign : {"^", "~", ">=", "<=", ">", "<", "="}) {
    if (!text.starts_with(sign)) continue;
    text = trim(text.substr(sign.size()));
    break;
  }
  if (!take_suffixes(text)) return false;
  auto parts = split(text, '.');
  if (parts.size() > 3) return false;
  bool wildcard = false;
  for (std::string_view part : parts) {
    bool star = part == "*" || part == "x" || part == "X";
    if (wildcard && !star) return false;
    if (!star && !is_number(part)) return false;
    wildcard = star;
  }
  return true;
}

}  // namespace

bool is_package_name(std::string_view name) {
  return !name.empty() && is_lower(name[0]) &&
         all_of(name, [](char c) { return is_lower(c) || is_digit(c) || c == '_' || c == '-'; });
}

bool is_target_name(std::string_view name) {
  return !name.empty() && (is_alnum(name[0]) || name[0] == '_') &&
         all_of(name, [](char c) { return is_alnum(c) || std::string_view("_-.+").contains(c); });
}

bool is_macro_name(std::string_view name) {
  return !name.empty() && !is_digit(name[0]) && all_of(name, [](char c) { return is_alnum(c) || c == '_'; });
}

bool is_feature_name(std::string_view name) { return is_target_name(name); }

bool is_version(std::string_view text) {
  if (!take_suffixes(text)) return false;
  auto parts = split(text, '.');
  return parts.size() == 3 && std::ranges::all_of(parts, is_number);
}

bool is_requirement(std::string_view text) {
  for (std::string_view part : split(text, ',')) {
    if (!is_comparator(trim(part))) return false;
  }
  return true;
}

std::span<const std::string_view> cxx_standards() {
  static constexpr std::string_view kStandards[] = {
      "c++98",   "c++03",   "c++11",   "c++14",   "c++17",   "c++20",   "c++23",   "c++26",
      "gnu++98", "gnu++03", "gnu++11", "gnu++14", "gnu++17", "gnu++20", "gnu++23", "gnu++26"};
  return kStandards;
}

std::span<const std::string_view> c_standards() {
  static constexpr std::string_view kStandards[] = {"c89",   "c99",   "c11",   "c17",   "c23",
                                                    "gnu89", "gnu99", "gnu11", "gnu17", "gnu23"};
  return kStandards;
}

std::optional<std::uint64_t> parse_size(std::string_view text) {
  text = trim(text);
  std::uint64_t count = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  if (error != std::errc()) return {};
  std::string_view unit = trim(text.substr(static_cast<std::size_t>(end - text.data())));
  if (unit.ends_with('B')) unit.remove_suffix(1);
  static constexpr std::pair<std::string_view, std::uint64_t> kUnits[] = {{"", 1},
                                                                          {"k", 1000},
                                                                          {"K", 1000},
                                                                          {"M", 1000000},
                                                                          {"G", 1000000000},
                                                                          {"Ki", std::uint64_t{1} << 10},
                                                                          {"Mi", std::uint64_t{1} << 20},
                                                                          {"Gi", std::uint64_t{1} << 30}};
  for (const auto& [name, factor] : kUnits) {
    if (unit != name) continue;
    if (count > std::numeric_limits<std::uint64_t>::max() / factor) return {};
    return count * factor;
  }
  return {};
}

std::string and_list(std::span<const std::string_view> words) {
  return replace_all(quoted_list(words), "` or `", "` and `");
}

}  // namespace hull::manifest
