// A small workspace on disk, planned with a toolchain on paper.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/file_system.h"
#include "base/path.h"
#include "engine/action.h"
#include "manifest/workspace.h"
#include "plan/plan.h"
#include "toolchain/toolchain.h"

namespace hull::plan {

class TestProject {
 public:
  TestProject() {
    toolchain.cc = {.path = "/usr/bin/clang-19", .version = "19.1.7", .system_includes = {"/usr/include"}};
    toolchain.cxx = {.path = "/usr/bin/clang++-19", .version = "19.1.7", .system_includes = {"/usr/include"}};
    toolchain.target = "x86_64-linux-gnu";
    toolchain.stdlib = "libstdc++";
    toolchain.linker = "lld";
    toolchain.linker_path = "/usr/bin/ld.lld-19";
    toolchain.archiver = "/usr/bin/llvm-ar-19";
    toolchain.scan_deps = "/usr/bin/clang-scan-deps-19";
    toolchain.identity = sha256("paper");
  }

  void write(std::string_view path, std::string_view text = "") {
    const auto written = fs::write(path::join(root(), path), text);
    ASSERT_TRUE(written) << written.error().message;
  }

  std::string root() const { return *fs::canonical(directory_.path()); }

  /// Plans every member; the graph and what it points to live until the next call.
  Result<Plan> plan() { return plan(TargetFilter{}); }
  Result<Plan> plan(const TargetFilter& filter) {
    auto loaded = manifest::load_workspace(root());
    if (!loaded) return std::unexpected(loaded.error());
    workspace = std::move(*loaded);
    files = std::make_unique<engine::FileTable>();
    graph = std::make_unique<engine::ActionGraph>(*files);
    PlanRequest request;
    for (std::size_t p = 0; p < workspace.packages.size(); ++p) {
      if (workspace.packages[p].member) request.packages.push_back(p);
    }
    if (!only.empty()) {
      std::erase_if(request.packages, [&](std::size_t p) { return workspace.packages[p].name != only; });
    }
    request.filter = filter;
    request.features.features = features;
    request.profile = workspace.profiles.at(profile);
    request.target_directory = target_directory.empty() ? root() + "/target/debug" : target_directory;
    request.environment = {"PATH=/usr/bin:/bin"};
    request.checker = checker;
    return make_plan(workspace, toolchain, request, *graph);
  }

  /// The action that writes `output`; fails the test when there is none.
  const engine::Action& action(std::string_view output) const {
    const engine::FileId file = graph->files().find(output);
    const engine::ActionId id = file == engine::kNoFile ? engine::kNoAction : graph->producer(file);
    if (id == engine::kNoAction) {
      ADD_FAILURE() << "nothing writes " << output;
      static const engine::Action kEmpty;
      return kEmpty;
    }
    return (*graph)[id];
  }
  bool makes(std::string_view output) const {
    const engine::FileId file = graph->files().find(output);
    return file != engine::kNoFile && graph->producer(file) != engine::kNoAction;
  }

  /// The whole command line of the action that writes `output`.
  std::vector<std::string> argv(std::string_view output) const {
    const engine::Action& found = action(output);
    std::vector<std::string> words;
    if (found.common) words = found.common->words;
    words.insert(words.end(), found.words.begin(), found.words.end());
    return words;
  }
  std::vector<std::string> paths(const std::vector<engine::FileId>& ids) const {
    std::vector<std::string> names;
    for (const engine::FileId id : ids) names.emplace_back(files->path(id));
    return names;
  }

  toolchain::Toolchain toolchain;
  Checker checker;
  std::string profile = "dev";
  std::string only;  ///< Plan this package alone.
  std::vector<std::string> features;  ///< To switch on.
  std::string target_directory;
  manifest::Workspace workspace;
  std::unique_ptr<engine::FileTable> files;
  std::unique_ptr<engine::ActionGraph> graph;

 private:
  fs::TemporaryDirectory directory_;
};

inline bool has(const std::vector<std::string>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

/// Where `word` stands, or a number past all others.
inline std::size_t at(const std::vector<std::string>& words, std::string_view word) {
  return static_cast<std::size_t>(std::ranges::find(words, word) - words.begin());
}

/// The words that begin with `prefix`, in order.
inline std::vector<std::string> with_prefix(const std::vector<std::string>& words, std::string_view prefix) {
  std::vector<std::string> found;
  std::ranges::copy_if(words, std::back_inserter(found),
                       [&](const std::string& word) { return word.starts_with(prefix); });
  return found;
}

}  // namespace hull::plan
