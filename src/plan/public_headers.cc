// Which headers `hull install` copies, and where to.
//
// A header goes where consumers will write it: below the include directory through which the library's
// own public settings find it. "include/fmt/core.h" is "fmt/core.h"; in a flat package, whose public
// directory is the parent, "result.h" of base is "base/result.h".
#include <algorithm>

#include "base/file_system.h"
#include "base/glob.h"
#include "base/path.h"
#include "plan/layout.h"
#include "plan/plan.h"

namespace hull::plan {
namespace {

std::string place_of(const std::string& header, const manifest::Package& package,
                     const manifest::Target& target) {
  const std::string absolute = path::join(package.root, header);
  std::string best = header;
  bool found = false;
  for (const manifest::Text& include : target.exported.includes) {
    if (include.value.starts_with("{out}")) continue;
    const std::string directory = path::normal(path::join(package.root, include.value));
    if (!path::is_within(absolute, directory)) continue;
    std::string candidate = path::relative(absolute, directory);
    if (!found || candidate.size() < best.size()) best = std::move(candidate);
    found = true;
  }
  return best;
}

}  // namespace

Result<void> list_public_headers(const manifest::Workspace& workspace, Plan& plan) {
  for (PlannedTarget& planned : plan.targets) {
    if (planned.target.kind != manifest::TargetKind::Lib || planned.target.tests_only) continue;
    const manifest::Package& package = workspace.packages[planned.package];
    std::vector<std::string> patterns;
    for (const manifest::Text& pattern : planned.target.headers) {
      if (pattern.value.starts_with("{out}")) continue;
      // Conventional patterns may match nothing, and so may written ones: a header is never needed.
      patterns.push_back(pattern.value);
    }
    if (patterns.empty()) continue;
    std::vector<std::string> prune;
    for (const manifest::Package& other : workspace.packages) {
      if (other.root != package.root && path::is_within(other.root, package.root)) {
        prune.push_back(path::relative(other.root, package.root));
      }
    }
    HULL_TRY(GlobResult found, glob_files(package.root, patterns, {}, prune));
    const std::string root = path::inside_or_same(package.root, workspace.root);
    for (const std::string& header : found.files) {
      planned.headers.emplace_back(path::normal(below(root, header)),
                                   place_of(header, package, planned.target));
    }
  }
  return {};
}

}  // namespace hull::plan
