// Holds docs/manifest.md to the schema: every key is described where its table is, every key described
// exists, and every example is a manifest.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "manifest/cfg.h"
#include "manifest/schema.h"
#include "manifest/written_files.h"

namespace hull::manifest {
namespace {

/// Heading -> the text below it, up to the next heading of any level. Examples are left out.
std::map<std::string, std::string> sections(std::string_view document) {
  std::map<std::string, std::string> result;
  std::string heading;
  bool example = false;
  for (std::string_view line : split(document, '\n')) {
    if (line.starts_with("```")) {
      example = !example;
    } else if (!example && line.starts_with("##")) {
      heading = trim(line.substr(line.find_first_not_of('#')));
    } else if (!example) {
      result[heading].append(line).append("\n");
    }
  }
  return result;
}

std::vector<std::string> examples(std::string_view document) {
  std::vector<std::string> result;
  bool inside = false;
  for (std::string_view line : split(document, '\n')) {
    if (line == "```toml") {
      inside = true;
      result.emplace_back();
    } else if (line == "```") {
      inside = false;
    } else if (inside) {
      result.back().append(line).append("\n");
    }
  }
  return result;
}

/// Words in backquotes in the first column of tables whose header starts with `header`.
std::set<std::string> first_column(std::string_view section, std::string_view header) {
  std::set<std::string> words;
  bool inside = false;
  for (std::string_view line : split(section, '\n')) {
    if (!line.starts_with("| ") && !line.starts_with("|-")) {
      inside = false;
      continue;
    }
    std::string_view cell = trim(split(line, '|')[1]);
    if (cell == header) inside = true;
    if (!inside) continue;
    auto pieces = split(cell, '`');
    for (std::size_t i = 1; i < pieces.size(); i += 2) words.emplace(pieces[i]);
  }
  return words;
}

std::string documentation() {
  std::string path = repository_file("docs/manifest.md");
  auto content = fs::read(path);
  EXPECT_TRUE(content.has_value()) << "docs/manifest.md was not found";
  return content ? *content : "";
}

/// Where each kind of table is described.
const std::vector<std::pair<const TableSchema*, std::string>>& described_in() {
  using namespace schema;
  static const std::vector<std::pair<const TableSchema*, std::string>> kSections = {
      {&kManifest, "Tables"},
      {&kPackage, "The package"},
      {&kLib, "Targets"},
      {&kBin, "Targets"},
      {&kTest, "Targets"},
      {&kBench, "Targets"},
      {&kExample, "Targets"},
      {&kPublic, "Public settings"},
      {&kDependency, "Dependencies"},
      {&kInheritedDependency, "Inherited dependencies"},
      {&kFeature, "Features"},
      {&kProfile, "Profiles"},
      {&kToolchain, "The toolchain"},
      {&kSafety, "Safety"},
      {&kImage, "The image"},
      {&kConditional, "Conditions"},
      {&kOverlay, "Conditional targets"},
      {&kGenerate, "Generated code"},
      {&kConfigure, "Configured headers"},
      {&kProbe, "Probes"},
      {&kWorkspace, "The workspace"},
      {&kWorkspacePackage, "Values for members"}};
  return kSections;
}

TEST(ManifestDocs, DescribeEveryKey) {
  auto by_heading = sections(documentation());
  ASSERT_EQ(described_in().size(), all_schemas().size());
  for (const auto& [schema, heading] : described_in()) {
    ASSERT_TRUE(by_heading.contains(heading)) << heading;
    for (std::string_view key : schema->keys) {
      bool inherited = heading == "Inherited dependencies" && key == "workspace";
      std::string quoted = inherited ? "`workspace = true`" : "`" + std::string(key) + "`";
      EXPECT_TRUE(by_heading[heading].contains(quoted)) << heading << " does not describe " << quoted;
    }
  }
}

TEST(ManifestDocs, DescribeOnlyKeysThatExist) {
  auto by_heading = sections(documentation());
  std::set<std::string> headings;
  for (const auto& [schema, heading] : described_in()) headings.insert(heading);
  for (const std::string& heading : headings) {
    for (const std::string& key : first_column(by_heading[heading], "key")) {
      bool known = std::ranges::any_of(
          described_in(), [&](const auto& one) { return one.second == heading && one.first->knows(key); });
      EXPECT_TRUE(known) << heading << " describes `" << key << "`, which is no key";
    }
  }
}

TEST(ManifestDocs, DescribeEveryCondition) {
  std::set<std::string> known;
  for (const CfgKey& key : cfg_keys()) known.emplace(key.name);
  for (std::string_view word : cfg_words()) known.emplace(word);
  EXPECT_EQ(first_column(sections(documentation())["Conditions"], "cfg"), known);
}

TEST(ManifestDocs, ExamplesAreManifests) {
  auto all = examples(documentation());
  EXPECT_GT(all.size(), 15u);
  for (std::string text : all) {
    if (!text.contains("[package]") && !text.contains("[workspace]"))
      text = "[package]\nname = \"example\"\n" + text;
    EXPECT_EQ(error_of(text), "no error") << text;
  }
}

}  // namespace
}  // namespace hull::manifest
