#include "tool/compile_database.h"

#include <gtest/gtest.h>

namespace hull::tool {
namespace {

TEST(ReadCompileDatabase, UnderstandsBothFormsOfACommand) {
  const auto entries = read_compile_database(R"([
    {"directory": "/p/build", "file": "../src/b.cc",
     "command": "c++ -Iinc -I ../include -isystem /opt/x -DA -DB=2 '-DNAME=\"x y\"' -DC -UC -std=gnu++1z -O2 -Wall -g -fPIC -fno-exceptions -pthread -o b.o -c ../src/b.cc"},
    {"directory": "/p/build", "file": "/p/src/a.c", "arguments": ["cc", "-std=c99", "-iquote", "q", "-msse4", "-c", "a.c"]}
  ])");
  ASSERT_TRUE(entries);
  ASSERT_EQ(entries->size(), 2u);
  const CompileSettings& a = entries->at(0);
  EXPECT_EQ(a.file, "/p/src/a.c");
  EXPECT_EQ(a.standard, "c99");
  EXPECT_EQ(a.includes, (std::vector<std::string>{"/p/build/q"}));
  EXPECT_EQ(a.flags, (std::vector<std::string>{"-msse4"}));
  const CompileSettings& b = entries->at(1);
  EXPECT_EQ(b.file, "/p/src/b.cc");
  EXPECT_EQ(b.standard, "gnu++17");
  EXPECT_EQ(b.includes, (std::vector<std::string>{"/p/build/inc", "/p/include"}));
  EXPECT_EQ(b.system_includes, (std::vector<std::string>{"/opt/x"}));
  EXPECT_EQ(b.defines, (std::map<std::string, std::string>{{"A", "1"}, {"B", "2"}, {"NAME", "\"x y\""}}));
  EXPECT_EQ(b.flags, (std::vector<std::string>{"-fno-exceptions", "-pthread"}));
}

TEST(ReadCompileDatabase, RefusesWhatIsNone) {
  EXPECT_FALSE(read_compile_database(""));
  EXPECT_FALSE(read_compile_database("{}"));
  EXPECT_FALSE(read_compile_database("[1]"));
  EXPECT_FALSE(read_compile_database(R"([{"directory": "/x"}])"));
  EXPECT_TRUE(read_compile_database("[]")->empty());
  // A flag that wants a value and has none is no reason to fail.
  EXPECT_TRUE(read_compile_database(R"([{"directory": "/x", "file": "a.c", "arguments": ["cc", "-I"]}])"));
}

}  // namespace
}  // namespace hull::tool
