// The keys of hull.toml: which tables there are and what may stand in them.
//
// This is data, so that one place answers three questions: is a key known, what did a person mean by
// an unknown one, and does docs/manifest.md describe every key (manifest_docs_test.cc).
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace hull::manifest {

/// One kind of table.
struct TableSchema {
  std::string_view name;  ///< As people write it: "[package]", "[[bin]]", "a dependency".
  std::span<const std::string_view> keys;

  bool knows(std::string_view key) const;
};

namespace schema {
extern const TableSchema kManifest, kPackage, kSafety, kImage, kToolchain, kProfile, kWorkspace,
    kWorkspacePackage, kLib, kBin, kTest, kBench, kExample, kOverlay, kPublic, kDependency,
    kInheritedDependency, kFeature, kGenerate, kConfigure, kProbe, kConditional;
}  // namespace schema

/// Every kind of table with fixed keys.
std::span<const TableSchema* const> all_schemas();

/// What a person who wrote `key` in such a table most likely meant, or "": a near spelling, or the
/// name that another tool has for the same thing.
std::string_view meant_key(const TableSchema& schema, std::string_view key);

}  // namespace hull::manifest
