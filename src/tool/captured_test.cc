#include "tool/captured.h"

#include <gtest/gtest.h>

namespace hull::tool {
namespace {

/// `text` after passing through a Captured that keeps 4 bytes at each end, in pieces of `step`.
std::string kept(std::string_view text, std::size_t step) {
  Captured captured(4);
  for (; !text.empty(); text.remove_prefix(std::min(step, text.size())))
    captured.append(text.substr(0, step));
  return captured.text();
}

TEST(Captured, KeepsBothEnds) {
  for (const std::size_t step : {1u, 2u, 3u, 5u, 7u, 100u}) {
    EXPECT_EQ(kept("", step), "");
    EXPECT_EQ(kept("abc", step), "abc");
    EXPECT_EQ(kept("abcdefgh", step), "abcdefgh");
    EXPECT_EQ(kept("abcdefghi", step), "abcd\n[... 1 bytes left out ...]\nfghi") << step;
    EXPECT_EQ(kept("abcdefghijklmnopqrstuvwxyz", step), "abcd\n[... 18 bytes left out ...]\nwxyz") << step;
  }
}

}  // namespace
}  // namespace hull::tool
