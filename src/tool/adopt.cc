#include "tool/adopt.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <map>
#include <set>

#include "base/file_system.h"
#include "base/path.h"
#include "base/text.h"
#include "tool/project_files.h"

namespace hull::tool {
namespace {

using manifest::TargetKind;

/// Headers that tell of a library of the host, and its pkg-config module.
struct KnownLibrary {
  std::string_view header;  ///< As included; a trailing '/' stands for all below.
  std::string_view name;
  std::string_view module;
};
constexpr std::array kKnownLibraries = {
    KnownLibrary{"zlib.h", "zlib", "zlib"},
    KnownLibrary{"zstd.h", "zstd", "libzstd"},
    KnownLibrary{"lz4.h", "lz4", "liblz4"},
    KnownLibrary{"bzlib.h", "bzip2", "bzip2"},
    KnownLibrary{"openssl/", "openssl", "openssl"},
    KnownLibrary{"curl/", "curl", "libcurl"},
    KnownLibrary{"sqlite3.h", "sqlite3", "sqlite3"},
    KnownLibrary{"png.h", "png", "libpng"},
    KnownLibrary{"fmt/", "fmt", "fmt"},
    KnownLibrary{"spdlog/", "spdlog", "spdlog"},
    KnownLibrary{"yaml-cpp/", "yaml-cpp", "yaml-cpp"},
    KnownLibrary{"google/protobuf/", "protobuf", "protobuf"},
    KnownLibrary{"uv.h", "uv", "libuv"},
    KnownLibrary{"re2/", "re2", "re2"},
};
constexpr std::array kTestLibraries = {
    KnownLibrary{"gmock/", "gmock", "gmock"},
    KnownLibrary{"gtest/", "gtest", "gtest"},
    KnownLibrary{"benchmark/", "benchmark", "benchmark"},
};

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (static_cast<unsigned char>(c) < 0x20)
      out += fmt::format("\\u{:04x}", static_cast<int>(c));
    else
      out += c;
  }
  return out + "\"";
}

std::string array_of(const std::vector<std::string>& items) {
  std::string line, lines;
  for (const std::string& item : items) {
    line += (line.empty() ? "" : ", ") + quoted(item);
    lines += fmt::format("  {},\n", quoted(item));
  }
  return line.size() <= 90 ? fmt::format("[{}]", line) : fmt::format("[\n{}]", lines);
}

bool is_c(const ProjectFile& file) { return path::extension(file.path) == ".c"; }

/// The most frequent value, or "".
std::string most_frequent(const std::map<std::string, std::size_t>& counts) {
  const auto most = std::ranges::max_element(counts, {}, [](const auto& entry) { return entry.second; });
  return most == counts.end() ? "" : most->first;
}

class Adoption {
 public:
  Adoption(Project project, std::string name)
      : project_(std::move(project)), name_(std::move(name)), groups_(group_sources(project_, name_)) {}

  Adopted adopt() {
    guess_includes();
    Adopted adopted{.manifest = head(), .summary = summary(), .notes = project_.notes};
    const std::string dependencies = dependency_tables();
    if (is_conventional()) {
      adopted.manifest += dependencies;
      return adopted;
    }
    adopted.manifest +=
        "autolib = false\nautobins = false\nautotests = false\nautobenches = false\nautoexamples = false\n";
    adopted.manifest += dependencies;
    for (const SourceGroup& group : groups_) adopted.manifest += target_table(group);
    if (!project_.database.empty()) {
      adopted.notes.push_back(
          "a compile_commands.json does not say what is linked: add [dependencies] or `links` where "
          "symbols are missing");
    }
    adopted.notes.insert(adopted.notes.end(), notes_.begin(), notes_.end());
    return adopted;
  }

 private:
  // --- what the project is like

  /// Without a database: the directories from which includes are found that do not stand beside their
  /// includer.
  void guess_includes() {
    if (!project_.database.empty()) return;
    std::map<std::string, std::vector<std::string>> by_name;  // header's last component -> headers
    for (const std::string& header : project_.headers)
      by_name[std::string(path::name(header))].push_back(header);
    std::set<std::string> chosen;
    const auto look_for = [&](const std::string& includer, const std::string& wanted) {
      const auto candidates = by_name.find(std::string(path::name(wanted)));
      if (candidates == by_name.end()) return;
      const std::string beside = path::normal(path::join(path::directory(includer), wanted));
      std::vector<std::string> roots;
      for (const std::string& header : candidates->second) {
        if (header == beside) return;
        if (header == wanted)
          roots.emplace_back(".");
        else if (header.ends_with("/" + wanted))
          roots.push_back(header.substr(0, header.size() - wanted.size() - 1));
      }
      if (roots.empty()) return;
      // A directory that is searched already, else the one nearest to the project's root.
      if (std::ranges::any_of(roots, [&](const std::string& root) { return chosen.contains(root); })) return;
      std::ranges::sort(roots, {},
                        [](const std::string& r) { return std::pair(std::ranges::count(r, '/'), r); });
      chosen.insert(roots.front());
    };
    const auto look_for_all = [&](const std::string& path, const SourceFacts& facts) {
      for (const std::string& wanted : facts.quoted) look_for(path, wanted);
      for (const std::string& wanted : facts.angled) look_for(path, wanted);
    };
    for (const ProjectFile& file : project_.sources) look_for_all(file.path, file.facts);
    for (const std::string& header : project_.headers) {
      const auto text = fs::read(path::join(project_.directory, header));
      if (text) look_for_all(header, scan_source(*text));
    }
    includes_.assign(chosen.begin(), chosen.end());
  }

  std::string standard(bool c) const {
    std::map<std::string, std::size_t> counts;
    for (const ProjectFile& file : project_.sources) {
      if (is_c(file) == c && file.settings && !file.settings->standard.empty())
        ++counts[file.settings->standard];
    }
    // What Clang 19 and GCC 12 take when nothing is said.
    const std::string found = most_frequent(counts);
    return found.empty() ? (c ? "gnu17" : "gnu++17") : found;
  }

  bool any(bool c) const {
    return std::ranges::any_of(project_.sources, [&](const ProjectFile& file) { return is_c(file) == c; });
  }

  bool has_file_in(std::string_view directory) const {
    return std::ranges::any_of(project_.headers,
                               [&](const std::string& h) { return path::is_within(h, directory); });
  }

  /// True when hull's conventions describe the project as well as tables would.
  bool is_conventional() const {
    if (!project_.database.empty()) return false;
    const bool has_src = std::ranges::any_of(project_.sources,
                                             [](const ProjectFile& f) { return f.path.starts_with("src/"); });
    for (const std::string& include : includes_) {
      if (!has_src || (include != "include" && include != "src")) return false;
    }
    for (const SourceGroup& group : groups_) {
      for (const std::size_t index : group.sources) {
        const std::string& path = project_.sources[index].path;
        const std::string_view directory = path::directory(path);
        const std::string_view stem = path::stem(path::name(path));
        const std::string_view home = has_src ? "src" : "";
        const bool alone = group.sources.size() == 1;
        bool fits = false;
        switch (group.kind) {
          case TargetKind::Lib:
            fits = has_src ? path.starts_with("src/") && !path.starts_with("src/bin/") : directory.empty();
            break;
          case TargetKind::Bin:
            fits = (stem == "main" && directory == home) || (has_src && directory == "src/bin");
            break;
          case TargetKind::Test:
            fits = (alone && directory == "tests") ||
                   (group.name == "unit" && stem.ends_with("_test") && path.starts_with(home));
            break;
          case TargetKind::Bench:
            fits = alone && directory == "benches";
            break;
          case TargetKind::Example:
            fits = alone && directory == "examples";
            break;
        }
        if (!fits) return false;
      }
    }
    return true;
  }

  // --- the manifest's text

  std::string head() const {
    std::string text = fmt::format("[package]\nname = {}\nversion = \"0.1.0\"\n", quoted(name_));
    if (any(false)) text += fmt::format("standard = {}\n", quoted(standard(false)));
    if (any(true)) text += fmt::format("c-standard = {}\n", quoted(standard(true)));
    return text;
  }

  template <std::size_t N>
  std::vector<const KnownLibrary*> libraries(const std::array<KnownLibrary, N>& known) const {
    std::vector<const KnownLibrary*> found;
    for (const KnownLibrary& library : known) {
      const auto matches = [&](const std::string& header) {
        const bool hit =
            library.header.ends_with('/') ? header.starts_with(library.header) : header == library.header;
        // A project that brings the library itself needs no other.
        return hit && std::ranges::none_of(project_.headers, [&](const std::string& own) {
                 return own == header || own.ends_with("/" + header);
               });
      };
      if (std::ranges::any_of(project_.sources, [&](const ProjectFile& file) {
            return std::ranges::any_of(file.facts.angled, matches) ||
                   std::ranges::any_of(file.facts.quoted, matches);
          })) {
        found.push_back(&library);
      }
    }
    return found;
  }

  std::string dependency_tables() const {
    std::string text = "\n[dependencies]\n";
    for (const KnownLibrary* library : libraries(kKnownLibraries)) {
      text += fmt::format("{} = {{ system = {} }}\n", library->name, quoted(library->module));
    }
    const auto tests = libraries(kTestLibraries);
    if (tests.empty()) return text;
    text += "\n[dev-dependencies]\n";
    const bool own_main = std::ranges::all_of(groups_, [&](const SourceGroup& group) {
      return group.kind != TargetKind::Test || project_.sources[group.sources.front()].facts.has_main;
    });
    for (const KnownLibrary* library : tests) {
      const std::string module =
          library->name == "gtest" && !own_main ? "gtest_main" : std::string(library->module);
      text += fmt::format("{} = {{ system = {} }}\n", library->name, quoted(module));
    }
    return text;
  }

  /// Sources as a glob when that means the same files, else one by one.
  std::string sources_of(const SourceGroup& group) const {
    std::vector<std::string> paths;
    std::set<std::string> patterns;
    for (const std::size_t index : group.sources) {
      const std::string& path = project_.sources[index].path;
      paths.push_back(path);
      patterns.insert(path::join(path::directory(path), "*" + std::string(path::extension(path))));
    }
    if (paths.size() < 3) return fmt::format("sources = {}\n", array_of(paths));
    // What a glob would take besides: programs, files that were left out, files that the database does not
    // name.
    std::vector<std::string> others;
    for (const std::string& pattern : patterns) {
      for (const std::string& path : files_like(pattern)) {
        if (std::ranges::find(paths, path) == paths.end()) others.push_back(path);
      }
    }
    if (others.size() * 2 > paths.size()) return fmt::format("sources = {}\n", array_of(paths));
    std::string text = fmt::format("sources = {}\n", array_of({patterns.begin(), patterns.end()}));
    if (!others.empty()) text += fmt::format("exclude = {}\n", array_of(others));
    return text;
  }

  /// The files of one directory that match "directory/*.ext".
  std::vector<std::string> files_like(const std::string& pattern) const {
    std::vector<std::string> files;
    const std::string directory(path::directory(pattern));
    const auto entries = fs::list(path::join(project_.directory, directory));
    if (!entries) return files;
    for (const fs::Entry& entry : *entries) {
      if (entry.kind == fs::FileKind::File && path::extension(entry.name) == path::extension(pattern)) {
        files.push_back(path::join(directory, entry.name));
      }
    }
    return files;
  }

  /// `path` (absolute) as a manifest writes it.
  std::string relative(const std::string& path) const {
    return path::is_within(path, project_.directory) ? path::relative(path, project_.directory) : path;
  }

  std::vector<std::string> includes_of(const SourceGroup& group) {
    if (project_.database.empty()) return includes_;
    std::vector<std::string> list;
    for (const std::size_t index : group.sources) {
      for (const std::string& include : project_.sources[index].settings->includes) {
        const std::string text = relative(include);
        if (std::ranges::find(list, text) != list.end()) continue;
        if (fs::is_directory(include))
          list.push_back(text);
        else
          note(
              fmt::format("include directory {} is not there: files that the old build made need a "
                          "[[configure]] or [[generate]]",
                          text));
      }
    }
    return list;
  }

  void note(std::string text) {
    if (std::ranges::find(notes_, text) == notes_.end()) notes_.push_back(std::move(text));
  }

  std::string target_table(const SourceGroup& group) {
    static constexpr std::array<std::string_view, 5> kKeys = {"lib", "bin", "test", "bench", "example"};
    std::string text =
        fmt::format("\n[[{}]]\nname = {}\n", kKeys[static_cast<std::size_t>(group.kind)], quoted(group.name));
    text += sources_of(group);
    std::vector<std::string> includes = includes_of(group);
    std::vector<std::string> exported;
    if (group.kind == TargetKind::Lib && std::ranges::find(includes, "include") != includes.end()) {
      std::erase(includes, "include");
      exported = {"include"};
    }
    if (!includes.empty()) text += fmt::format("includes = {}\n", array_of(includes));
    text += from_database(group);
    if (!exported.empty())
      text += fmt::format("public = {{ includes = {} }}\n", array_of(exported));
    else if (group.kind == TargetKind::Lib)
      text += public_includes(group);
    return text;
  }

  /// A library's headers are found by others as they are by the project itself.
  std::string public_includes(const SourceGroup& group) const {
    const std::string directory = group.directory.empty() ? "." : group.directory;
    if (!group.directory.empty() && !has_file_in(group.directory)) return "public = { includes = [] }\n";
    return fmt::format("public = {{ includes = {} }}\n", array_of({directory}));
  }

  /// Defines, flags and a standard of its own, from the database.
  std::string from_database(const SourceGroup& group) {
    if (project_.database.empty()) return {};
    std::map<std::string, std::string> defines;
    std::vector<std::string> flags;
    std::map<std::string, std::size_t> standards;
    const bool c = is_c(project_.sources[group.sources.front()]);
    for (const std::size_t index : group.sources) {
      const CompileSettings& settings = *project_.sources[index].settings;
      for (const auto& [name, value] : settings.defines) {
        const auto [known, fresh] = defines.emplace(name, value);
        if (!fresh && known->second != value) {
          note(fmt::format("{} is defined in two ways within {}: {} and {}", name, group.name, known->second,
                           value));
        }
      }
      for (const std::string& include : settings.system_includes) add(flags, "-isystem" + relative(include));
      for (const std::string& flag : settings.flags) add(flags, flag);
      if (!settings.standard.empty() && is_c(project_.sources[index]) == c) ++standards[settings.standard];
    }
    // -DNDEBUG and optimisation belong to profiles.
    defines.erase("NDEBUG");
    std::string text;
    if (!defines.empty()) {
      std::vector<std::string> parts;
      for (const auto& [name, value] : defines) parts.push_back(fmt::format("{} = {}", name, quoted(value)));
      text += fmt::format("defines = {{ {} }}\n", join(parts, ", "));
    }
    if (!flags.empty()) text += fmt::format("flags = {}\n", array_of(flags));
    const std::string own = most_frequent(standards);
    if (!own.empty() && own != standard(c))
      text += fmt::format("{} = {}\n", c ? "c-standard" : "standard", quoted(own));
    return text;
  }

  static void add(std::vector<std::string>& list, const std::string& item) {
    if (std::ranges::find(list, item) == list.end()) list.push_back(item);
  }

  std::string summary() const {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kWords = {
        std::pair{"library", "libraries"},
        {"binary", "binaries"},
        {"test", "tests"},
        {"benchmark", "benchmarks"},
        {"example", "examples"}};
    std::array<std::size_t, 5> counts{};
    for (const SourceGroup& group : groups_) ++counts[static_cast<std::size_t>(group.kind)];
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < counts.size(); ++i) {
      if (counts[i] > 0)
        parts.push_back(fmt::format("{} {}", counts[i], counts[i] == 1 ? kWords[i].first : kWords[i].second));
    }
    const std::string from = project_.database.empty() ? "" : fmt::format(" of {}", project_.database);
    return fmt::format("{} in {} source{}{}", join(parts, ", "), project_.sources.size(),
                       project_.sources.size() == 1 ? "" : "s", from);
  }

  Project project_;
  std::string name_;
  std::vector<SourceGroup> groups_;
  std::vector<std::string> includes_;  ///< Guessed; relative.
  std::vector<std::string> notes_;
};

}  // namespace

Result<std::optional<Adopted>> adopt(const std::string& directory, const std::string& name) {
  if (!fs::is_directory(directory)) return std::nullopt;
  HULL_TRY(Project project, look_at_project(directory));
  if (project.sources.empty()) return std::nullopt;
  return Adoption(std::move(project), name).adopt();
}

}  // namespace hull::tool
