#include "safety/diagnostic.h"

#include <gtest/gtest.h>

#include "safety/codes.h"

namespace hull::safety {
namespace {

Span at(unsigned line, unsigned column, unsigned width, const char* source, const char* file = "a.cc") {
  return {.file = file, .line = line, .column = column, .end_column = column + width, .source = source};
}

Diagnostic invalidated() {
  Diagnostic one{.span = at(6, 10, 5, "  return first;")};
  one.code = "H0302";
  one.text = "use of a reference into `v` after it was invalidated";
  one.label = "used here";
  one.notes = {{at(3, 8, 5, "\tint& first = v.front();"), "`first` refers to it from here on"},
               {at(5, 5, 9, "  v.push_back(1);"), "`push_back` on `v` may move its elements"}};
  one.before = 2;
  one.help = "take the reference again";
  return one;
}

TEST(Layouts, ClangHasALineForEachPlace) {
  const std::vector all{invalidated()};
  EXPECT_EQ(print(all, {}),
            "a.cc:6:10: error: use of a reference into `v` after it was invalidated [H0302]\n"
            "a.cc:3:8: note: `first` refers to it from here on\n"
            "a.cc:5:5: note: `push_back` on `v` may move its elements\n");
}

TEST(Layouts, RustcNumbersWhatHappens) {
  std::vector all{invalidated()};
  all.front().warning = true;
  EXPECT_EQ(print(all, {.format = Format::Rustc, .root = {}}),
            "warning[H0302]: use of a reference into `v` after it was invalidated\n"
            "   --> a.cc:6:10\n"
            "    |\n"
            "  3 |     int& first = v.front();\n"
            "    |           ----- 1. `first` refers to it from here on\n"
            "...\n"
            "  5 |   v.push_back(1);\n"
            "    |     --------- 2. `push_back` on `v` may move its elements\n"
            "  6 |   return first;\n"
            "    |          ^^^^^ 3. used here\n"
            "    |\n"
            "    = help: take the reference again\n"
            "    = note: `hull explain H0302` says more\n"
            "\n");
}

TEST(Layouts, RustcShowsOtherFilesAndTheEdit) {
  Diagnostic one{.span = at(12, 3, 6, "  delete \xC3\xA9;")};
  one.code = "H0105";
  one.text = "freed with `delete`, but it was allocated with `new[]`";
  one.label = "freed here";
  one.notes = {{at(4, 10, 3, "  return new int[3];", "b.h"), "allocated here"}};
  one.before = 1;
  one.help = "free it with `delete[]`";
  one.edit = {at(12, 3, 6, "  delete \xC3\xA9;"), "delete[]"};
  const std::vector all{one};
  EXPECT_EQ(print(all, {.format = Format::Rustc, .root = {}}),
            "error[H0105]: freed with `delete`, but it was allocated with `new[]`\n"
            "   --> a.cc:12:3\n"
            "    |\n"
            " 12 |   delete \xC3\xA9;\n"
            "    |   ^^^^^^ 2. freed here\n"
            "    |\n"
            "   ::: b.h:4:10\n"
            "    |\n"
            "  4 |   return new int[3];\n"
            "    |          --- 1. allocated here\n"
            "    |\n"
            "    = help: free it with `delete[]`:\n"
            "    |\n"
            " 12 | -   delete \xC3\xA9;\n"
            " 12 | +   delete[] \xC3\xA9;\n"
            "    |\n"
            "    = note: `hull explain H0105` says more\n"
            "\n");
}

TEST(Layouts, ColoursOnlyWhenAskedFor) {
  const std::vector all{invalidated()};
  EXPECT_EQ(print(all, {.format = Format::Rustc, .root = {}}).find('\x1b'), std::string::npos);
  EXPECT_NE(print(all, {.format = Format::Rustc, .color = true, .root = {}}).find('\x1b'), std::string::npos);
}

TEST(Layouts, NothingFoundIsNothingButASarifLog) {
  for (const std::string_view name : format_names()) {
    const std::string text = print({}, {.format = *format_named(name), .root = {}});
    EXPECT_EQ(text.empty(), name != "sarif") << name;
  }
  EXPECT_FALSE(format_named("gcc"));
}

TEST(Layouts, FindingsComeInOrderAndOnce) {
  Diagnostic first = invalidated(), second = invalidated();
  first.span.line = 2;
  std::vector all{second, first, second};
  all[2].text = "said otherwise in another unit";
  settle(all);
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(all[0].span.line, 2u);
}

TEST(Codes, HavePages) {
  ASSERT_FALSE(code_pages().empty());
  for (const CodePage& page : code_pages()) {
    EXPECT_EQ(page.code.size(), 5u) << page.code;
    EXPECT_FALSE(page.title.empty() || page.rule.empty()) << page.code;
    EXPECT_TRUE(page.text.starts_with("# H")) << page.code;
  }
  EXPECT_TRUE(code_page("H0302"));
  EXPECT_FALSE(code_page("H0000"));
}

}  // namespace
}  // namespace hull::safety
