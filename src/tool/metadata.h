// `hull metadata`: the workspace as JSON, for editors, packagers and scripts. docs/cli/metadata.md is the
// reference; the top-level "version" changes when a field changes its meaning.
#pragma once

#include <string>
#include <string_view>

#include "engine/action.h"
#include "manifest/workspace.h"
#include "plan/plan.h"
#include "toolchain/toolchain.h"

namespace hull::tool {

/// "bin", "test", "bench", "example"; a library by its kind: "lib", "shared", "object", "header-only",
/// "plugin".
std::string_view kind_name(const manifest::Target& target);

/// What the document describes.
struct MetadataFacts {
  const manifest::Workspace& workspace;
  const toolchain::Toolchain& toolchain;
  const manifest::Profile& profile;
  const plan::Plan& plan;
  const engine::ActionGraph& graph;
  std::string target_directory;  ///< Absolute, of all profiles.
};

/// The document, indented, with a newline at its end.
std::string metadata_json(const MetadataFacts& facts);

}  // namespace hull::tool
