// Test support: a tree of files made from (path, content) pairs, and readers of its manifests.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "base/file_system.h"
#include "base/path.h"
#include "base/text.h"
#include "manifest/manifest.h"
#include "manifest/toml_document.h"
#include "manifest/workspace.h"

namespace hull::manifest {

class WrittenFiles {
 public:
  using Files = std::initializer_list<std::pair<std::string, std::string>>;
  explicit WrittenFiles(Files files) : root_(fs::canonical(directory_.path()).value_or("")) { add(files); }

  void add(Files files) {
    for (const auto& [name, content] : files) {
      if (!fs::write(at(name), content)) failed_ = true;
    }
  }
  std::string at(const std::string& name) const { return path::normal(path::join(root_, name)); }
  bool failed() const { return failed_; }

  Result<Workspace> load(const std::string& start = ".") const { return load_workspace(at(start)); }

  /// The error of loading from `start` as a person sees it, with the root written as "/w".
  std::string error(const std::string& start = ".") const {
    auto workspace = load(start);
    if (workspace) return "no error";
    return replace_all(render(workspace.error(), false), root_, "/w");
  }

 private:
  fs::TemporaryDirectory directory_;
  std::string root_;
  bool failed_ = false;
};

/// Reads the text of one manifest, without a workspace around it.
inline Result<Manifest> read_text(std::string_view text) {
  auto document = parse_toml("hull.toml", text);
  if (!document) return fail(std::move(document).error());
  return read_manifest(*document, "/w/hull.toml", {});
}

/// The same for a text that is right; the test fails when it is not.
inline Manifest read_ok(std::string_view text) {
  auto manifest = read_text(text);
  if (manifest) return *std::move(manifest);
  ADD_FAILURE() << render(manifest.error(), false);
  return {};
}

using Strings = std::vector<std::string>;

inline Strings values(const std::vector<Text>& texts) {
  Strings result;
  for (const Text& text : texts) result.push_back(text.value);
  return result;
}

/// The error of one manifest as a person sees it.
inline std::string error_of(std::string_view text) {
  auto manifest = read_text(text);
  return manifest ? "no error" : render(manifest.error(), false);
}

/// The absolute path of a file of hull's repository, or "": found upwards from $HULL_REPOSITORY, the working
/// directory (a test's is its package), or this program (which stands in target/).
inline std::string repository_file(const std::string& name) {
  const char* variable = std::getenv("HULL_REPOSITORY");
  std::string here = fs::current_directory();
  std::string program = fs::canonical("/proc/self/exe").value_or("");
  for (std::string from : {std::string(variable ? variable : ""), here, program}) {
    for (std::string at = from; !at.empty(); at = path::directory(at)) {
      std::string candidate = path::join(at, name);
      if (fs::is_file(candidate)) return candidate;
      if (at == "/") break;
    }
  }
  return "";
}

}  // namespace hull::manifest
