// The walk of a glob: one automaton (glob_automaton.h) for the patterns and one for the excludes are
// carried down the tree; a directory is entered only when the patterns can still match below it.
#include "base/glob.h"

#include <sys/stat.h>

#include <algorithm>
#include <deque>
#include <set>
#include <utility>

#include "base/file_system.h"
#include "base/glob_automaton.h"
#include "base/path.h"

namespace hull {
namespace {

using glob::Automaton;
using glob::Reading;
using glob::States;
using Identity = std::pair<dev_t, ino_t>;

std::optional<Identity> identity(const std::string& path) {
  struct stat status;
  if (stat(path.c_str(), &status) != 0) return std::nullopt;
  return Identity{status.st_dev, status.st_ino};
}

/// A directory to look at.
struct Visit {
  std::string path;  ///< Relative to the root; "" for it.
  States included;
  States excluded;
  std::vector<Identity> ancestors;  ///< Directories on the way here, this one included.
  bool by_named_link =
      false;  ///< Below a link that a pattern names: what is seen here may be seen elsewhere.
};

class Walk {
 public:
  Walk(const std::string& root, const std::vector<std::string>& patterns,
       const std::vector<std::string>& excludes, const std::vector<std::string>& prune)
      : root_(root), patterns_(patterns), excludes_(excludes) {
    for (const std::string& directory : prune) pruned_.insert(path::normal(directory));
  }

  Result<GlobResult> run() {
    const auto top = identity(root_);
    if (!top) return fail(os_error("cannot list " + root_, errno));
    visited_.insert(*top);
    open_.push_back(
        {.path = "", .included = patterns_.start(), .excluded = excludes_.start(), .ancestors = {*top}});
    // Links wait until every real directory has been seen.
    while (!open_.empty() || !links_.empty()) {
      if (open_.empty()) {
        Visit link = std::move(links_.front());
        links_.pop_front();
        if (!visited_.insert(link.ancestors.back()).second) continue;
        open_.push_back(std::move(link));
      }
      Visit next = std::move(open_.back());
      open_.pop_back();
      HULL_CHECK(visit(next));
    }
    const auto tidy = [](std::vector<std::string>& list) {
      std::ranges::sort(list);
      const auto repeated = std::ranges::unique(list);
      list.erase(repeated.begin(), repeated.end());
    };
    tidy(result_.files);
    tidy(result_.directories);
    return std::move(result_);
  }

 private:
  std::string on_disk(const std::string& path) const { return path::join(root_, path); }
  void depends_on(const std::string& directory) {
    result_.directories.push_back(directory.empty() ? "." : directory);
  }

  Result<void> visit(const Visit& here) {
    if (const auto names = patterns_.spelled_names(here.included)) {
      for (const std::string& name : *names) {
        const fs::FileKind kind = fs::kind(on_disk(path::join(here.path, name)));
        // A directory's own listing tells when it vanishes.
        if (kind != fs::FileKind::Directory) depends_on(here.path);
        struct stat status;
        const bool is_link = kind == fs::FileKind::Directory &&
                             lstat(on_disk(path::join(here.path, name)).c_str(), &status) == 0 &&
                             S_ISLNK(status.st_mode);
        consider(here, {.name = name, .kind = kind, .is_link = is_link}, true);
      }
      return {};
    }
    depends_on(here.path);
    auto entries = fs::list(on_disk(here.path));
    if (!entries && !fs::is_directory(on_disk(here.path))) return {};  // Removed since its parent was listed.
    if (!entries) return std::unexpected(std::move(entries).error());
    for (const fs::Entry& entry : *entries) consider(here, entry, false);
    return {};
  }

  /// Takes a file, or puts a directory on the list of visits. `spelled` when patterns gave the name.
  void consider(const Visit& here, const fs::Entry& entry, bool spelled) {
    if (entry.kind != fs::FileKind::File && entry.kind != fs::FileKind::Directory) return;
    const std::string path = path::join(here.path, entry.name);
    const States excluded = excludes_.read(here.excluded, entry.name, Reading::Anything, false);
    if (excludes_.accepts(excluded)) return;
    const States included = patterns_.read(here.included, entry.name, Reading::Anything, true);
    if (entry.kind == fs::FileKind::File) {
      if (patterns_.accepts(included)) result_.files.push_back(path);
      return;
    }

    const States named = patterns_.step(patterns_.read(here.included, entry.name, Reading::Literal, true),
                                        '/', Reading::Literal);
    const bool is_named = spelled || !named.empty();
    Visit below{.path = path,
                .included = pruned_.contains(path) ? named : patterns_.step(included, '/', Reading::Anything),
                .excluded = excludes_.step(excluded, '/', Reading::Anything),
                .ancestors = here.ancestors};
    if (below.included.empty() || excludes_.accepts_everything(below.excluded)) return;
    const auto who = identity(on_disk(path));
    if (!who) return;
    // A spelled name is one step of a pattern, so it cannot loop; "../here" is fine.
    const bool loops = std::ranges::find(here.ancestors, *who) != here.ancestors.end();
    if (loops && !spelled) return;
    below.ancestors.push_back(*who);
    below.by_named_link = here.by_named_link || (entry.is_link && is_named);
    if (entry.is_link && !is_named) {
      links_.push_back(std::move(below));
    } else if (below.by_named_link || visited_.insert(*who).second || spelled) {
      open_.push_back(std::move(below));
    }
  }

  const std::string& root_;
  Automaton patterns_;
  Automaton excludes_;
  std::set<std::string> pruned_;
  std::set<Identity> visited_;
  std::vector<Visit> open_;
  std::deque<Visit> links_;
  GlobResult result_;
};

}  // namespace

bool is_glob(std::string_view pattern) { return pattern.find_first_of("*?[{\\") != std::string_view::npos; }

bool glob_match(std::string_view pattern, std::string_view path) {
  const Automaton automaton({std::string(pattern)});
  return automaton.accepts(automaton.read(automaton.start(), path, Reading::Anything, false));
}

Result<GlobResult> glob_files(const std::string& root, const std::vector<std::string>& patterns,
                              const std::vector<std::string>& excludes,
                              const std::vector<std::string>& prune) {
  return Walk(root, patterns, excludes, prune).run();
}

}  // namespace hull
