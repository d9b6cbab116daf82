#include "cli/compile_commands.h"

#include <gtest/gtest.h>

namespace hull::cli {
namespace {

std::string entry(const std::string& file, const std::string& flag) {
  return "{\"directory\": \"/p\", \"file\": \"" + file + "\", \"output\": \"o\", \"arguments\": [\"cc\", \"" +
         flag + "\"]}";
}

std::string database(const std::vector<std::string>& entries) {
  std::string text = "[";
  for (const std::string& one : entries) text += (text.size() == 1 ? "\n" : ",\n") + one;
  return text + "\n]\n";
}

bool all_exist(const std::string&) { return true; }

TEST(MergeCompileCommands, KeepsWhatAnotherCommandPlanned) {
  const std::string old = database({entry("src/a.cc", "-O0"), entry("tests/t.cc", "-O0")});
  const auto merged = merge_compile_commands(old, database({entry("src/a.cc", "-O0")}), all_exist);
  EXPECT_EQ(merged.text, old);
  EXPECT_FALSE(merged.replaced);
}

TEST(MergeCompileCommands, TheNewCommandOfAFileWins) {
  const std::string old = database({entry("src/a.cc", "-O0"), entry("src/b.cc", "-O0")});
  const auto merged = merge_compile_commands(old, database({entry("src/b.cc", "-O2")}), all_exist);
  EXPECT_EQ(merged.text, database({entry("src/b.cc", "-O2"), entry("src/a.cc", "-O0")}));
  EXPECT_TRUE(merged.replaced);
}

TEST(MergeCompileCommands, FilesThatAreGoneGo) {
  const std::string old = database({entry("src/gone.cc", "-O0"), entry("src/\\\"odd.cc", "-O0")});
  const auto merged = merge_compile_commands(old, database({entry("src/a.cc", "-O0")}),
                                             [](const std::string& file) { return file != "src/gone.cc"; });
  EXPECT_EQ(merged.text, database({entry("src/a.cc", "-O0")}));
}

TEST(MergeCompileCommands, AFileCompiledTwiceHasTwoEntries) {
  const std::string both = database({entry("src/a.cc", "-DX"), entry("src/a.cc", "-DY")});
  const auto merged = merge_compile_commands(both, both, all_exist);
  EXPECT_EQ(merged.text, both);
  EXPECT_FALSE(merged.replaced);
}

TEST(MergeCompileCommands, AnythingElseInTheFileIsDropped) {
  const std::string fresh = database({entry("src/a.cc", "-O0")});
  for (const char* old : {"", "[]", "garbage\n{\"file\": \"x\n{", "{}"}) {
    EXPECT_EQ(merge_compile_commands(old, fresh, [](const std::string& file) { return !file.empty(); }).text,
              fresh);
  }
  EXPECT_EQ(merge_compile_commands("", "[\n]\n", all_exist).text, "[\n]\n");
}

}  // namespace
}  // namespace hull::cli
