#include "base/path.h"

#include <algorithm>
#include <vector>

namespace hull::path {
namespace {

/// The components of a path, without empty ones.
std::vector<std::string_view> components(std::string_view path) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0; begin < path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    if (end != begin) parts.push_back(path.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

/// Where the extension of `name` starts, or its size.
std::size_t extension_start(std::string_view name) {
  if (name == "..") return name.size();
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos || dot == 0 ? name.size() : dot;
}

}  // namespace

bool is_absolute(std::string_view path) { return path.starts_with('/'); }

std::string join(std::string_view a, std::string_view b) {
  if (a.empty() || is_absolute(b)) return std::string(b);
  std::string joined(a);
  if (b.empty()) return joined;
  if (!joined.ends_with('/')) joined += '/';
  return joined += b;
}

std::string normal(std::string_view path) {
  const bool absolute = is_absolute(path);
  std::vector<std::string_view> kept;
  for (const std::string_view part : components(path)) {
    if (part == ".") continue;
    if (part != "..") {
      kept.push_back(part);
    } else if (!kept.empty() && kept.back() != "..") {
      kept.pop_back();
    } else if (!absolute) {  // "/.." is "/".
      kept.push_back(part);
    }
  }
  std::string result = absolute ? "/" : "";
  for (const std::string_view part : kept) {
    if (!result.empty() && result.back() != '/') result += '/';
    result += part;
  }
  return result.empty() ? "." : result;
}

std::string relative(std::string_view path, std::string_view base) {
  const auto to = components(path);
  const auto from = components(base);
  const auto [to_rest, from_rest] = std::mismatch(to.begin(), to.end(), from.begin(), from.end());
  std::string result;
  for (auto part = from_rest; part != from.end(); ++part) result += "../";
  for (auto part = to_rest; part != to.end(); ++part) (result += *part) += '/';
  if (result.empty()) return ".";
  result.pop_back();
  return result;
}

std::string inside_or_same(std::string_view path, std::string_view base) {
  return is_within(path, base) ? relative(path, base) : std::string(path);
}

bool is_within(std::string_view path, std::string_view directory) {
  if (directory == ".") return !is_absolute(path) && path != ".." && !path.starts_with("../");
  if (!path.starts_with(directory)) return false;
  return path.size() == directory.size() || directory.ends_with('/') || path[directory.size()] == '/';
}

std::string_view directory(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string_view::npos) return {};
  return path.substr(0, std::max<std::size_t>(slash, 1));
}

std::string_view name(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

std::string_view stem(std::string_view path) {
  const std::string_view last = name(path);
  return last.substr(0, extension_start(last));
}

std::string_view extension(std::string_view path) {
  const std::string_view last = name(path);
  return last.substr(extension_start(last));
}

}  // namespace hull::path
