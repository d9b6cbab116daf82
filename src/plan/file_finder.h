// The files that the patterns of a manifest mean.
//
// A glob is answered by reading directories, never by a `stat` per file. A pattern without wildcards is
// looked up in the listing of its directory, which is read once. A pattern that begins with {out}/ means
// files that the package's own generators make.
#pragma once

#include <span>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/result.h"
#include "plan/draft.h"

namespace hull::plan {

/// A file that a pattern matched.
struct FoundFile {
  std::string path;  ///< Relative to the package's root; for a generated one, below its directory.
  std::size_t generated = kNone;  ///< Index into PackageNode::files.
};

/// What the patterns are for; decides what counts and how errors are worded.
struct Search {
  std::string_view noun = "file";  ///< "source", "input".
  bool sources_only = false;  ///< Globs pass over what is no source; a plain name that is none is an error.
  bool trusted = false;       ///< Plain names were listed a moment ago (conventions): not looked up again.
};

class FileFinder {
 public:
  explicit FileFinder(Draft& draft) : draft_(draft) {}

  /// In the order of `patterns`, each file once; what all globs match stands, sorted, at the first glob.
  /// Errors (usage, at the pattern): a pattern that matches nothing, a file that is not there.
  Result<std::vector<FoundFile>> find(const PackageNode& package, const std::vector<manifest::Text>& patterns,
                                      const std::vector<manifest::Text>& exclude, const Search& search);

 private:
  const std::unordered_set<std::string>& names_in(const std::string& directory);
  Result<void> add_plain(const PackageNode& package, const manifest::Text& pattern, const Search& search,
                         std::vector<FoundFile>& found);
  std::vector<std::string> foreign_directories(const PackageNode& package) const;

  Draft& draft_;
  std::unordered_map<std::string, std::unordered_set<std::string>> listings_;  ///< By absolute directory.
};

}  // namespace hull::plan
