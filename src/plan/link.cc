#include "plan/link.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <unordered_set>

#include "base/path.h"
#include "base/text.h"
#include "plan/link_line_actions.h"
#include "plan/flag_files.h"
#include "plan/response.h"
#include "plan/usage_error.h"

namespace hull::plan {
namespace {

using manifest::LibKind;
using manifest::TargetKind;
using toolchain::Language;

/// Libraries that are part of libc: linking them does not make a program depend on anything else.
constexpr std::array<std::string_view, 6> kLibc = {"-lc", "-lm", "-lpthread", "-ldl", "-lrt", "-lresolv"};

bool is_libc(std::string_view argument) { return std::ranges::find(kLibc, argument) != kLibc.end(); }

bool is_cxx(Language language) { return language == Language::Cxx || language == Language::CxxModule; }

class Links {
 public:
  explicit Links(Draft& draft) : draft_(draft), lines_(draft) {
    for (const TargetNode& node : draft_.targets) {
      has_cxx_.push_back(std::ranges::any_of(node.units, is_cxx, &Unit::language));
    }
  }

  Result<void> run() {
    for (std::size_t t = 0; t < draft_.targets.size(); ++t) {
      const TargetNode& node = draft_.targets[t];
      if (node.output.empty() || node.runs != kNone) continue;
      HULL_CHECK(node.is_lib() && node.target.lib_kind == LibKind::Static ? archive(node) : link(t));
      if (node.wanted && node.is_lib() && node.target.lib_kind == LibKind::Shared) HULL_CHECK(alias(node));
    }
    return {};
  }

 private:
  Result<void> archive(const TargetNode& node) {
    engine::Action action;
    action.description = "Archiving " + draft_.shown(node, path::name(node.output));
    action.words = toolchain::archive_command(draft_.toolchain);
    action.words.push_back(node.output);
    std::vector<std::string> members;
    const auto add_units = [&](const TargetNode& from) {
      for (const Unit& unit : from.units) {
        members.push_back(unit.object);
        action.inputs.push_back(unit.object_file);
      }
    };
    add_units(node);
    // An object library has no file of its own: where the archive is installed, its objects must be in it. Programs of this
    // build link them directly, and then nothing asks for the copies.
    for (const std::size_t lib : node.uses) {
      if (draft_.targets[lib].target.lib_kind == LibKind::Object) add_units(draft_.targets[lib]);
    }
    add_words(action, std::move(members), link_directory(node) + ".rsp");
    return finish(node, std::move(action));
  }

  /// libcore.so for libcore.so.1: the name by which linkers, and people, look for it. Links of this build use
  /// the file.
  Result<void> alias(const TargetNode& node) {
    const std::string_view file = path::name(node.output);
    const std::string name = fmt::format("lib{}.so", node.target.name);
    if (file == name) return {};
    const std::string place = path::join(path::directory(node.output), name);
    engine::Action action;
    action.description = "Naming " + draft_.shown(node, name);
    action.words = {"hull", "internal", "alias", std::string(file), place};
    action.self = true;
    action.environment = draft_.environment;
    action.salt = Hasher().field("alias 1").finish();
    action.inputs = {node.file};
    action.outputs = {draft_.graph.file(place)};
    action.cacheable = false;  // A link.
    draft_.plan.wanted.push_back(action.outputs.front());
    if (auto added = draft_.graph.add(std::move(action)); !added) {
      return std::unexpected(two_targets(node, std::move(added).error()));
    }
    return {};
  }

  Result<void> link(std::size_t t) {
    const TargetNode& node = draft_.targets[t];
    const bool shared = node.is_shared();
    const toolchain::Toolchain& tools = draft_.toolchain;
    engine::Action action;
    action.description = "Linking " + draft_.shown(node, path::name(node.output));
    const bool cxx = needs_cxx(t);
    const toolchain::Compiler& driver = cxx ? tools.cxx : tools.cc;
    std::vector<std::string> before = {driver.path};
    append(before,
           toolchain::link_flags(tools, draft_.request.profile,
                                 shared ? toolchain::LinkKind::Shared : toolchain::LinkKind::Executable));
    if (cxx && !shared && has_static_runtime(node)) append(before, {"-static-libstdc++", "-static-libgcc"});
    std::vector<std::string> after = link_settings(node);
    append(after, outside_arguments(node));
    append(after, tools.user_link_flags);
    if (LinkLineActions::can_ask(tools, driver)) {
      HULL_TRY(const LinkLineActions::Line line, lines_.ask(before, after));
      action.inputs.push_back(line.file);
      action.self = true;
      action.words = {"hull", "internal", "link", line.path};
    }
    append(action.words, before);

    // What names files, and nothing else: link_line.h.
    append(action.words, {"-o", node.output});
    if (shared && node.target.lib_kind == LibKind::Shared) {
      action.words.push_back(fmt::format("-Wl,-soname,{}", path::name(node.output)));
    }
    if (const std::string hidden = private_archives(node); shared && !hidden.empty()) {
      action.words.push_back("-Wl,--exclude-libs," + hidden);
    }
    append(action.words, runtime_paths(node));
    std::vector<std::string> words;
    const auto add_units = [&](const TargetNode& from, bool without_main) {
      const std::size_t main = without_main ? main_unit(from) : kNone;
      for (std::size_t u = 0; u < from.units.size(); ++u) {
        if (u == main) continue;
        words.push_back(from.units[u].object);
        action.inputs.push_back(from.units[u].object_file);
      }
    };
    add_units(node, false);
    if (node.borrowed != kNone) add_units(draft_.targets[node.borrowed], true);
    for (const std::size_t lib : node.linked) {
      if (draft_.targets[lib].target.lib_kind == LibKind::Object) add_units(draft_.targets[lib], false);
    }
    for (const std::size_t lib : node.linked) {
      const TargetNode& library = draft_.targets[lib];
      if (library.output.empty()) continue;
      words.push_back(library.output);
      action.inputs.push_back(library.file);
    }
    add_words(action, std::move(words), link_directory(node) + ".rsp");
    for (const source::SystemLibrary* library : node.linked_systems) {
      for (const std::string& argument : library->link_arguments) {
        if (argument.starts_with('/')) action.inputs.push_back(draft_.graph.file(path::normal(argument)));
      }
    }
    if (writes_dependencies()) {
      action.depfile = link_directory(node) + ".d";
      action.words.push_back("-Wl,--dependency-file=" + action.depfile);
    }
    append(action.words, after);
    for (const auto* flags : {&before, &after}) {
      for (const std::string& path : files_in_flags(*flags)) action.sought.push_back(draft_.graph.file(path::normal(path)));
    }
    std::vector<std::string> flags = before;
    append(flags, after);
    for (const std::string& path : library_candidates(flags)) {
      action.sought.push_back(draft_.graph.file(path::normal(path)));
    }
    return finish(node, std::move(action));
  }

  Result<void> finish(const TargetNode& node, engine::Action action) {
    action.environment = draft_.environment;
    action.salt = draft_.toolchain.identity;
    action.outputs = {node.file};
    action.keeps_output = draft_.package_of_target(node).package.member;
    if (auto added = draft_.graph.add(std::move(action)); !added) {
      return std::unexpected(two_targets(node, std::move(added).error()));
    }
    return {};
  }

  Error two_targets(const TargetNode& node, Error error) const {
    for (const TargetNode& other : draft_.targets) {
      if (&other == &node || other.runs != kNone || other.file != node.file) continue;
      return usage_error(
                 fmt::format("`{}` of package `{}` and `{}` of package `{}` would both be {}",
                             other.target.name, draft_.package_of_target(other).package.name,
                             node.target.name, draft_.package_of_target(node).package.name, node.output),
                 node.target.span, "give one of them another `name`")
          .error();
    }
    error.span = node.target.span;
    return error;
  }

  /// True when the linker can list what it read. GCC with LTO links temporary objects and would list those.
  bool writes_dependencies() const {
    const toolchain::Toolchain& tools = draft_.toolchain;
    const bool temporaries = tools.cxx.kind == toolchain::CompilerKind::Gcc &&
                             draft_.request.profile.lto != manifest::Profile::Lto::Off;
    return !temporaries && (tools.linker == "lld" || tools.linker == "mold" || tools.linker == "bfd");
  }

  /// Where the files of a link stand that nobody asks for: the dependency file and the response file.
  std::string link_directory(const TargetNode& node) const {
    return draft_.layout.object_directory(draft_.package_of_target(node).package.name, node.target) + "/link";
  }

  /// The C++ driver knows which runtime C++ objects need; C alone should not load it.
  bool needs_cxx(std::size_t t) const {
    const TargetNode& node = draft_.targets[t];
    if (has_cxx_[t] || (node.borrowed != kNone && has_cxx_[node.borrowed])) return true;
    return std::ranges::any_of(node.linked, [&](std::size_t lib) { return has_cxx_[lib]; });
  }

  /// The runtime is static when all else but libc is: a program that loads another shared library shares
  /// libstdc++ with it, so that exceptions and type identities cross.
  bool has_static_runtime(const TargetNode& node) const {
    const manifest::Profile& profile = draft_.request.profile;
    if (!profile.sanitize.empty() || profile.opt_level == "0") return false;
    for (const std::size_t lib : node.linked) {
      if (draft_.targets[lib].is_shared()) return false;
    }
    const std::vector<std::string> arguments = outside_arguments(node);
    return std::ranges::none_of(arguments, [](const std::string& argument) {
      return (argument.starts_with("-l") && !argument.ends_with(".a") && !is_libc(argument)) ||
             argument.contains(".so");
    });
  }

  /// Archives that only the inside of a shared library needs, for --exclude-libs: what they define must not
  /// become part of its interface. Public dependencies stay visible, so that the program has one copy.
  std::string private_archives(const TargetNode& node) const {
    std::string names;
    const PackageNode& package = draft_.package_of_target(node);
    for (const std::size_t lib : node.linked) {
      const TargetNode& library = draft_.targets[lib];
      if (library.target.lib_kind != LibKind::Static || is_public(package, node, lib)) continue;
      if (!names.empty()) names += ':';
      names += path::name(library.output);
    }
    return names;
  }

  bool is_public(const PackageNode& package, const TargetNode& node, std::size_t lib) const {
    const auto reaches = [&](std::size_t from) {
      if (from == lib) return true;
      const std::vector<std::size_t>& visible = draft_.targets[from].visible;
      return std::ranges::find(visible, lib) != visible.end();
    };
    if (std::ranges::any_of(node.uses, reaches)) return true;
    return std::ranges::any_of(node.direct, [&](std::size_t direct) {
      const auto shows = [&](const ResolvedDependency& dependency) {
        return dependency.package == draft_.targets[direct].package && dependency.written->exported;
      };
      const bool exported = std::ranges::any_of(package.dependencies, shows) ||
                            (node.is_dev() && std::ranges::any_of(package.dev_dependencies, shows));
      return exported && reaches(direct);
    });
  }

  /// -rpath from where `node` stands to the shared libraries of this build, wherever the tree is moved.
  std::vector<std::string> runtime_paths(const TargetNode& node) const {
    const std::string_view from = path::directory(node.output);
    std::string up = "$ORIGIN";
    for (std::string_view at = from; at.size() > draft_.layout.target().size(); at = path::directory(at))
      up += "/..";
    // Below the target directory: "", or "/tests/PACKAGE" for libraries of tests.
    std::vector<std::string_view> directories;
    for (const std::size_t lib : node.linked) {
      if (!draft_.targets[lib].is_shared()) continue;
      const std::string_view directory =
          path::directory(draft_.targets[lib].output).substr(draft_.layout.target().size());
      if (std::ranges::find(directories, directory) == directories.end()) directories.push_back(directory);
    }
    if (directories.empty()) return {};
    std::vector<std::string> words;
    for (const std::string_view directory : directories)
      words.push_back(fmt::format("-Wl,-rpath,{}{}", up, directory));
    // Where `hull install` puts them: bin/ and lib/ of one prefix.
    if (node.target.kind == manifest::TargetKind::Bin) words.push_back("-Wl,-rpath,$ORIGIN/../lib");
    // lld takes shared libraries of shared libraries from their RUNPATH or not at all; the GNU linkers look.
    if (draft_.toolchain.linker != "lld") {
      for (const std::string_view directory : directories)
        words.push_back(fmt::format("-Wl,-rpath-link,{}{}", draft_.layout.target(), directory));
    }
    return words;
  }

  /// link-flags: of libraries for those who link them, then its own.
  std::vector<std::string> link_settings(const TargetNode& node) const {
    std::vector<std::string> words;
    for (const std::size_t lib : node.linked) append(words, draft_.targets[lib].target.exported.link_flags);
    append(words, node.target.exported.link_flags);
    append(words, node.target.own.link_flags);
    return words;
  }

  /// The unit with main() of a program: main.cc, or the source called like the program; kNone when neither is
  /// there.
  static std::size_t main_unit(const TargetNode& node) {
    std::size_t named = kNone;
    for (std::size_t u = 0; u < node.units.size(); ++u) {
      const std::string_view stem = path::stem(path::name(node.units[u].shown));
      if (stem == "main") return u;
      if (stem == node.target.name) named = u;
    }
    return named;
  }

  static void append(std::vector<std::string>& list, const std::vector<std::string>& more) {
    list.insert(list.end(), more.begin(), more.end());
  }

  /// Bare and system libraries.
  std::vector<std::string> outside_arguments(const TargetNode& node) const {
    std::vector<std::string> words = link_names(draft_, node);
    for (const source::SystemLibrary* library : node.linked_systems) append(words, library->link_arguments);
    return words;
  }

  Draft& draft_;
  LinkLineActions lines_;
  std::vector<bool> has_cxx_;
};

}  // namespace

std::vector<std::string> link_names(const Draft& draft, const TargetNode& node) {
  std::vector<std::string> words;
  std::unordered_set<std::string> seen;
  const auto add_links = [&](const manifest::Settings& settings) {
    for (const manifest::Text& library : settings.links) {
      std::string word = library.value.starts_with('-') ? library.value : "-l" + library.value;
      if (seen.insert(word).second) words.push_back(std::move(word));
    }
  };
  add_links(node.target.own);
  add_links(node.target.exported);
  for (const std::size_t lib : node.linked) {
    const TargetNode& library = draft.targets[lib];
    if (!library.is_shared()) add_links(library.target.own);
    add_links(library.target.exported);
  }
  return words;
}

Result<void> plan_links(Draft& draft) { return Links(draft).run(); }

}  // namespace hull::plan
