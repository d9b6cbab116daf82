#include "safety/levels.h"

#include <gtest/gtest.h>

namespace hull::safety {
namespace {

TEST(Levels, AreThoseOfTheInnermostDirectory) {
  Levels levels;
  EXPECT_EQ(levels.of("a.cc"), Level::Deny);
  for (const char* rule : {"warn", "allow:src/core", "deny:src/core/new/", "deny:/ports"})
    EXPECT_TRUE(levels.add(rule)) << rule;
  EXPECT_EQ(levels.of("a.cc"), Level::Warn);
  EXPECT_EQ(levels.of("src/core.cc"), Level::Warn);
  EXPECT_EQ(levels.of("src/core/a.h"), Level::Allow);
  EXPECT_EQ(levels.of("src/app/../core/./a.h"), Level::Allow);
  EXPECT_EQ(levels.of("src/core/new/a.h"), Level::Deny);
  EXPECT_EQ(levels.of("/ports/a.h"), Level::Deny);
}

TEST(Levels, KnowTheDirectoryThatPathsAreRelativeTo) {
  Levels levels;
  for (const char* rule : {"warn", "deny:src", "allow:."}) EXPECT_TRUE(levels.add(rule)) << rule;
  EXPECT_EQ(levels.of("src/a.h"), Level::Deny);
  EXPECT_EQ(levels.of("include/a.h"), Level::Allow);
}

TEST(Levels, OfAProfileAreOnOrOff) {
  Levels strict(Level::Allow);
  for (const char* rule : {".", "off:ports", "ports/new"}) EXPECT_TRUE(strict.add_profile(rule));
  EXPECT_EQ(strict.of("src/a.cc"), Level::Deny);
  EXPECT_EQ(strict.of("ports/a.cc"), Level::Allow);
  EXPECT_EQ(strict.of("ports/new/a.cc"), Level::Deny);
  EXPECT_EQ(strict.of("/usr/include/a.h"), Level::Deny);
}

TEST(Levels, RefuseOtherWords) {
  Levels levels;
  for (const char* rule : {"", "denied", "error", ":src", "Deny"}) EXPECT_FALSE(levels.add(rule)) << rule;
  for (const char* rule : {"", "off:"}) EXPECT_FALSE(levels.add_profile(rule)) << rule;
}

}  // namespace
}  // namespace hull::safety
