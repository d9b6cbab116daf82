#include "resolve/standard.h"

#include <gtest/gtest.h>

namespace hull::resolve {
namespace {

TEST(Standard, IsReadAndCompared) {
  const char* ascending[] = {"c++98", "c++03", "c++11", "c++14", "c++17", "c++20", "c++23", "c++26"};
  for (std::size_t i = 0; i + 1 < std::size(ascending); ++i) {
    ASSERT_TRUE(parse_standard(ascending[i]));
    EXPECT_LT(parse_standard(ascending[i])->year, parse_standard(ascending[i + 1])->year);
  }
  EXPECT_EQ(*parse_standard("gnu++20"), *parse_standard("c++20"));
  EXPECT_EQ(parse_standard("gnu++03")->text(), "C++03");
}

TEST(Standard, OthersAreErrors) {
  for (const char* text : {"", "c++", "c++2a", "c17", "C++20", "c++20 "}) {
    const auto parsed = parse_standard(text);
    ASSERT_FALSE(parsed) << text;
    EXPECT_EQ(parsed.error().message, "`" + std::string(text) + "` is no standard of C++");
    EXPECT_EQ(parsed.error().kind, ErrorKind::Usage);
  }
}

}  // namespace
}  // namespace hull::resolve
