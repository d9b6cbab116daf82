// The sources of a project that hull has not seen before, and how they form targets.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "manifest/model.h"
#include "tool/compile_database.h"
#include "tool/source_scan.h"

namespace hull::tool {

/// What a file's place and name say it is for.
enum class Role { Product, Test, Bench, Example };

struct ProjectFile {
  std::string path;  ///< Relative to the project, normal.
  SourceFacts facts;
  Role role = Role::Product;
  std::optional<CompileSettings> settings;  ///< From a compile_commands.json.
};

/// Sources and headers of a project.
struct Project {
  std::string directory;             ///< Absolute.
  std::vector<ProjectFile> sources;  ///< Sorted by path.
  std::vector<std::string> headers;  ///< Relative.
  std::string database;              ///< The compile_commands.json that was read, relative; or "".
  std::vector<std::string> notes;    ///< Files left out, and why.
};

/// Finds everything below `directory`, without build directories and hidden ones. With a
/// compile_commands.json (there, or in build/) only the files that it names are sources.
Result<Project> look_at_project(const std::string& directory);

/// A target made of some sources.
struct SourceGroup {
  manifest::TargetKind kind = manifest::TargetKind::Lib;
  std::string name;
  std::string directory;             ///< Of a library: where its sources stand; "" is the project's own.
  std::vector<std::size_t> sources;  ///< Indices into Project::sources.
};

/// Every source in a target: a file with `main` is a program, tests without one share a program per
/// directory, and what remains in a directory is a library. `name` is the package's.
std::vector<SourceGroup> group_sources(const Project& project, const std::string& name);

}  // namespace hull::tool
