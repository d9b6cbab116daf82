#include "plan/closure.h"

#include <algorithm>

namespace hull::plan {
namespace {

using manifest::LibKind;

using Systems = std::vector<const source::SystemLibrary*>;

/// Adds what `list` has not; system libraries are few.
void append_new(Systems& list, const Systems& more) {
  for (const source::SystemLibrary* library : more) {
    if (std::ranges::find(list, library) == list.end()) list.push_back(library);
  }
}

/// What a library shows to those who depend on it.
struct Face {
  std::vector<std::size_t> libraries;  ///< Direct ones that its headers may include.
  Systems systems;
};

/// The public part of `node.direct` and `node.systems`: libraries of its own package, and the dependencies
/// that the manifest does not call private.
Face face(const Draft& draft, const TargetNode& node) {
  Face result;
  result.libraries = node.uses;
  const auto show = [&](const ResolvedDependency& dependency) {
    if (!dependency.written->exported) return;
    if (dependency.system != nullptr) return append_new(result.systems, {dependency.system});
    for (const std::size_t lib : node.direct) {
      if (draft.targets[lib].package != dependency.package) continue;
      if (std::ranges::find(result.libraries, lib) == result.libraries.end()) result.libraries.push_back(lib);
    }
  };
  const PackageNode& package = draft.package_of_target(node);
  for (const ResolvedDependency& dependency : package.dependencies) show(dependency);
  if (node.is_dev()) {
    for (const ResolvedDependency& dependency : package.dev_dependencies) show(dependency);
  }
  return result;
}

class Closure {
 public:
  explicit Closure(Draft& draft)
      : draft_(draft), reach_(draft.targets.size()), stamps_(draft.targets.size(), 0) {
    faces_.reserve(draft.targets.size());
    for (const TargetNode& node : draft.targets) faces_.push_back(face(draft, node));
  }

  void run() {
    // Targets stand after everything they link (targets.cc), so what a library shows is complete
    // before anyone asks.
    for (std::size_t t = 0; t < draft_.targets.size(); ++t) {
      TargetNode& node = draft_.targets[t];
      node.visible_systems = node.systems;
      begin_list();
      for (const std::size_t lib : node.direct) {
        append(node.visible, reach_[lib].libraries);
        append_new(node.visible_systems, reach_[lib].systems);
      }
      if (node.is_lib()) fill_reach(t);
      fill_link(t);
    }
  }

 private:
  void begin_list() { ++list_; }

  /// Adds the libraries that the list begun last has not.
  void append(std::vector<std::size_t>& list, const std::vector<std::size_t>& more) {
    for (const std::size_t lib : more) {
      if (stamps_[lib] != list_) list.push_back(lib);
      stamps_[lib] = list_;
    }
  }

  void fill_reach(std::size_t t) {
    Face& reach = reach_[t];
    reach.systems = faces_[t].systems;
    begin_list();
    append(reach.libraries, {t});
    for (const std::size_t lib : faces_[t].libraries) {
      append(reach.libraries, reach_[lib].libraries);
      append_new(reach.systems, reach_[lib].systems);
    }
  }

  void fill_link(std::size_t t) {
    TargetNode& node = draft_.targets[t];
    // First what ends up in this very file; object libraries outside of that are in a shared library
    // already, and a second copy would be a second definition.
    inside_.assign(draft_.targets.size(), false);
    for (const std::size_t lib : node.direct) mark_inside(lib);
    seen_.assign(draft_.targets.size(), false);
    order_.clear();
    for (auto lib = node.direct.rbegin(); lib != node.direct.rend(); ++lib) visit(*lib);
    std::ranges::reverse(order_);
    node.linked_systems = node.systems;
    for (const std::size_t lib : order_) {
      const TargetNode& library = draft_.targets[lib];
      if (library.target.lib_kind == LibKind::Object && !inside_[lib]) continue;
      node.linked.push_back(lib);
      append_new(node.linked_systems, ends_chain(lib) ? faces_[lib].systems : library.systems);
    }
  }

  bool ends_chain(std::size_t lib) const { return draft_.targets[lib].is_shared() || !inside_[lib]; }

  void mark_inside(std::size_t lib) {
    if (inside_[lib]) return;
    inside_[lib] = true;
    if (draft_.targets[lib].is_shared()) return;
    for (const std::size_t further : draft_.targets[lib].direct) mark_inside(further);
  }

  void visit(std::size_t lib) {
    if (seen_[lib]) return;
    seen_[lib] = true;
    const std::vector<std::size_t>& edges =
        ends_chain(lib) ? faces_[lib].libraries : draft_.targets[lib].direct;
    for (auto further = edges.rbegin(); further != edges.rend(); ++further) visit(*further);
    order_.push_back(lib);
  }

  Draft& draft_;
  std::vector<Face> faces_;          ///< By target: direct.
  std::vector<Face> reach_;          ///< By library: transitive, itself first.
  std::vector<std::size_t> stamps_;  ///< By library: the number of the last list that got it.
  std::size_t list_ = 0;
  std::vector<bool> inside_, seen_;
  std::vector<std::size_t> order_;
};

}  // namespace

void close_over(Draft& draft) { Closure(draft).run(); }

}  // namespace hull::plan
