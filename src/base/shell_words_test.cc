#include "base/shell_words.h"

#include <gtest/gtest.h>

#include "base/process.h"

namespace hull {
namespace {

using Words = std::vector<std::string>;

TEST(ShellWords, AreSplitLikeAShellWould) {
  const std::pair<const char*, Words> cases[] = {
      {"", {}},
      {" \t\n", {}},
      {"a  b\tc\n", {"a", "b", "c"}},
      {"'-DNAME=a b' -I\"x y\"", {"-DNAME=a b", "-Ix y"}},
      {"''", {""}},
      {"a\\ b \\\\ '\\'", {"a b", "\\", "\\"}},
      {"\"say \\\"x\\\"\"", {"say \"x\""}},
      {"'open end", {"open end"}},
      {"end\\", {"end\\"}},
  };
  for (const auto& [text, words] : cases) EXPECT_EQ(shell_words(text), words) << text;
}

TEST(ShellWords, AreTheOtherWayRoundOfShellQuoted) {
  const Words words = {"plain", "", "a b", "it's", "\"q\"", "back\\slash", "$HOME", "new\nline", "X=1"};
  EXPECT_EQ(shell_words(shell_quoted(words)), words);
}

}  // namespace
}  // namespace hull
