// The complaints about a manifest, word for word, from manifest_errors.txt.
#include <gtest/gtest.h>

#include "manifest/written_files.h"

namespace hull::manifest {
namespace {

struct Complaint {
  std::string name, text, rendered;
};

std::vector<Complaint> read_complaints() {
  std::vector<Complaint> complaints;
  auto content = fs::read(repository_file("src/manifest/manifest_errors.txt"));
  if (!content) return complaints;
  std::string* target = nullptr;
  for (std::string_view line : split(*content, '\n')) {
    if (line.starts_with("=== ")) {
      complaints.push_back({std::string(line.substr(4)), "", ""});
      target = &complaints.back().text;
    } else if (line == "---" && target) {
      target = &complaints.back().rendered;
    } else if (target) {
      target->append(line).append("\n");
    }
  }
  // The file's last line ends in a line feed, after which `split` sees one more, empty line.
  if (!complaints.empty() && complaints.back().rendered.ends_with('\n'))
    complaints.back().rendered.pop_back();
  return complaints;
}

TEST(ManifestErrors, AreWordedForPeople) {
  auto complaints = read_complaints();
  ASSERT_GT(complaints.size(), 100u) << "manifest_errors.txt was not found";
  for (const Complaint& complaint : complaints) {
    EXPECT_EQ(error_of(complaint.text), complaint.rendered) << complaint.name;
    auto manifest = read_text(complaint.text);
    ASSERT_FALSE(manifest.has_value()) << complaint.name;
    EXPECT_EQ(manifest.error().kind, ErrorKind::Usage) << complaint.name;
  }
}

TEST(ManifestErrors, NotUtf8) {
  EXPECT_EQ(error_of("[package]\nname = \"\xe9t\"\n"),
            "error: the text is not UTF-8: byte 0xe9\n"
            " --> hull.toml:2:9\n"
            "  |\n"
            "2 | name = \"\\xe9t\"\n"
            "  |         ^^^^\n"
            "  |\n"
            "  = help: save the file in the UTF-8 encoding\n");
}

TEST(ManifestErrors, ByteOrderMarkAndCrlfAreRead) {
  EXPECT_EQ(error_of("\xEF\xBB\xBF[package]\r\nname = \"a\"\r\n"), "no error");
  EXPECT_EQ(
      error_of("\xEF\xBB\xBF[package]\r\nname = \"a\"\r\nx = 1\r\n"),
      "error: unknown key `x` in [package]\n"
      " --> hull.toml:3:1\n"
      "  |\n"
      "3 | x = 1\n"
      "  | ^\n"
      "  |\n"
      "  = help: known keys are `authors`, `autobenches`, `autobins`, `autoexamples`, `autolib`, "
      "`autotests`, "
      "`c-standard`, `default-run`, `description`, `homepage`, `keywords`, `license`, `name`, `readme`, "
      "`repository`, `root`, `standard`, `version` and `warnings`\n");
}

TEST(ManifestErrors, ValuesNestedTooDeep) {
  std::string text = "[package]\nname = " + std::string(100000, '[') + "\n";
  EXPECT_TRUE(error_of(text).starts_with("error: values are nested more than 64 deep\n"))
      << error_of(text).substr(0, 200);
  std::string tables = "x = ";
  for (int i = 0; i < 10000; ++i) tables += "{x=";
  EXPECT_TRUE(error_of(tables).starts_with("error: values are nested more than 64 deep\n"));
}

TEST(ManifestErrors, KeysOfTooManyParts) {
  std::string key = "a";
  for (int i = 0; i < 1000000; ++i) key += ".a";
  EXPECT_TRUE(error_of("[" + key + "]\n").starts_with("error: a key has more than 32 parts\n"));
  EXPECT_TRUE(error_of(key + " = 1\n").starts_with("error: a key has more than 32 parts\n"));
  EXPECT_TRUE(error_of("\"\\\"#\"." + key + " = 1\n").starts_with("error: a key has more than 32 parts\n"));
}

TEST(ManifestErrors, DotsThatAreInNoKeyAreNotCounted) {
  std::string dots(200, '.');
  EXPECT_EQ(error_of("[package]\nname = \"a\" # " + dots + "\ndescription = '''\n" + dots +
                     "\n'''\nlicense = \"" + dots + "\"\n"),
            "no error");
}

TEST(ManifestErrors, RepeatedGarbage) {
  for (std::string_view piece :
       {"\n", "[a]\n", "a = 1\n", "\xff", "=", "\"", "'", "a.", "[[x]]\n", "#", "\r", "[", "]", "{", "\\"}) {
    std::string text;
    while (text.size() < 100'000) text += piece;
    EXPECT_NE(error_of(text), "no error") << printable(piece);
  }
}

TEST(ManifestErrors, TenMegabytes) {
  std::string text;
  while (text.size() < 10'000'000) text += "# nothing, ten million times\n";
  EXPECT_NE(error_of(text + "\"\n"), "no error");
}

TEST(ManifestErrors, ManyProfilesInARow) {
  std::string text = "[workspace]\n";
  for (int i = 0; i < 5000; ++i) {
    text += "[profile.p" + std::to_string(i) + "]\ninherits = \"p" + std::to_string(i + 1) + "\"\n";
  }
  text += "[profile.p5000]\ninherits = \"dev\"\n";
  EXPECT_TRUE(error_of(text).starts_with("error: profiles inherit from each other more than 32 deep\n"));
}

}  // namespace
}  // namespace hull::manifest
