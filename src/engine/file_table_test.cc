#include "engine/file_table.h"

#include <gtest/gtest.h>
#include <string>

namespace hull::engine {
namespace {

TEST(FileTable, GivesEachPathOneNumber) {
  FileTable table;
  const FileId a = table.intern("a");
  EXPECT_EQ(table.intern("b"), a + 1);
  EXPECT_EQ(table.intern("a"), a);
  EXPECT_EQ(table.find("a"), a);
  EXPECT_EQ(table.find("c"), kNoFile);
  EXPECT_EQ(table.size(), 2u);
  EXPECT_EQ(table.path(a), "a");
}

TEST(FileTable, HoldsAnyBytes) {
  FileTable table;
  // The first of all may be empty.
  for (const std::string& path : {std::string(), std::string("a b\n"), std::string("\xff\xfe"), std::string("a\0b", 3)}) {
    EXPECT_EQ(table.path(table.intern(path)), path);
    EXPECT_EQ(table.find(path), table.intern(path));
  }
  EXPECT_EQ(table.find("a"), kNoFile);
}

TEST(FileTable, KeepsViewsValidWhileItGrows) {
  FileTable table;
  const std::string_view first = table.path(table.intern("first"));
  const std::string large(300'000, 'x');
  const FileId huge = table.intern(large);
  std::vector<FileId> ids;
  for (int i = 0; i < 20'000; ++i) ids.push_back(table.intern("src/some/directory/" + std::to_string(i) + ".h"));
  EXPECT_EQ(first, "first");
  EXPECT_EQ(table.path(huge), large);
  for (int i = 0; i < 20'000; ++i) {
    const std::string path = "src/some/directory/" + std::to_string(i) + ".h";
    ASSERT_EQ(table.find(path), ids[i]);
    ASSERT_EQ(table.path(ids[i]), path);
  }
}

TEST(FileTable, TakesViewsWithoutACopy) {
  const std::string text = "outside";
  FileTable table;
  EXPECT_EQ(table.path(table.intern_view(text)).data(), text.data());
}

}  // namespace
}  // namespace hull::engine
