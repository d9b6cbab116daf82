#include "plan/policy.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/path.h"
#include "base/text.h"

namespace hull::plan {
namespace {

class Layering final : public engine::InputPolicy {
 public:
  Layering(std::shared_ptr<const PackageOwners> owners, std::string package, std::vector<std::string> names,
           std::vector<bool> allowed, std::string_view table)
      : owners_(std::move(owners)),
        package_(std::move(package)),
        names_(std::move(names)),
        allowed_(std::move(allowed)),
        table_(table) {}

  std::optional<std::string> rejects(std::string_view path) const override {
    const auto owners = owners_->owners(path);
    if (owners.empty() || std::ranges::any_of(owners, [&](std::size_t p) { return allowed_[p]; }))
      return std::nullopt;
    return fmt::format("package `{}` includes {}, but does not list `{}` in {}", package_, printable(path),
                       names_[owners.front()], table_);
  }

 private:
  std::shared_ptr<const PackageOwners> owners_;
  std::string package_;
  std::vector<std::string> names_;  ///< By workspace index.
  std::vector<bool> allowed_;       ///< By workspace index.
  std::string_view table_;
};

}  // namespace

PackageOwners::PackageOwners(const Draft& draft) {
  for (std::size_t p = 0; p < draft.workspace.packages.size(); ++p) {
    const manifest::Package& package = draft.workspace.packages[p];
    by_directory_[draft.layout.spelled(package.root)].push_back(p);
    by_directory_[draft.layout.generated(package.name)].push_back(p);
  }
}

std::span<const std::size_t> PackageOwners::owners(std::string_view path) const {
  while (true) {
    const std::string_view parent = path::directory(path);
    if (const auto found = by_directory_.find(parent); found != by_directory_.end()) return found->second;
    if (parent.empty() || parent == path) return {};
    path = parent;
  }
}

LayeringPolicy layering_policy(const Draft& draft, std::shared_ptr<const PackageOwners> owners,
                               std::size_t package, bool dev) {
  const PackageNode& node = draft.packages[package];
  if (!node.package.member) return {};
  std::vector<bool> allowed(draft.workspace.packages.size(), false);
  allowed[node.index] = true;
  const auto allow = [&](const std::vector<ResolvedDependency>& dependencies) {
    for (const ResolvedDependency& dependency : dependencies) {
      if (dependency.package == kNone) continue;
      for (const std::size_t reached : draft.packages[dependency.package].reach) {
        allowed[draft.packages[reached].index] = true;
      }
    }
  };
  allow(node.dependencies);
  if (dev) allow(node.dev_dependencies);

  std::vector<std::string> names;
  Hasher hasher;
  hasher.field("layering 1");
  for (std::size_t p = 0; p < allowed.size(); ++p) {
    names.push_back(draft.workspace.packages[p].name);
    if (allowed[p]) hasher.field(names.back());
  }
  return {std::make_shared<const Layering>(std::move(owners), node.package.name, std::move(names),
                                           std::move(allowed),
                                           dev ? "[dependencies] or [dev-dependencies]" : "[dependencies]"),
          hasher.finish()};
}

}  // namespace hull::plan
