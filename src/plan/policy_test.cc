#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "plan/test_project.h"

namespace hull::plan {
namespace {

using ::testing::HasSubstr;

/// Flat packages side by side, as hull's own rooms: base <- mid <- top, and other, which nobody uses.
struct Rooms {
  TestProject project;
  Plan plan;

  Rooms() {
    project.write("hull.toml", "[workspace]\nmembers = [\"src/*\"]\n");
    room("base", "");
    room("mid", "[dependencies]\nbase = { path = \"../base\" }\n");
    room(
        "top",
        "[dependencies]\nmid = { path = \"../mid\" }\n[dev-dependencies]\nother = { path = \"../other\" }\n");
    room("other", "");
    project.write("src/top/top_test.cc");
    TargetFilter filter;
    filter.tests = true;
    auto planned = project.plan(filter);
    EXPECT_TRUE(planned) << render(planned.error(), false);
    if (planned) plan = std::move(*planned);
  }
  void room(const std::string& name, const std::string& dependencies) {
    project.write("src/" + name + "/hull.toml",
                  "[package]\nname = \"" + name + "\"\nversion = \"1.0.0\"\n" + dependencies);
    project.write("src/" + name + "/" + name + ".cc");
    project.write("src/" + name + "/" + name + ".h");
  }
  std::optional<std::string> rejects(std::string_view object, std::string_view header) const {
    return project.action(object).policy->rejects(header);
  }
};

constexpr const char* kMid = "target/debug/obj/mid/libmid/mid.cc.o";
constexpr const char* kTop = "target/debug/obj/top/libtop/top.cc.o";
constexpr const char* kTest = "target/debug/obj/top/unit.test/top_test.cc.o";

TEST(Policy, AFlatPackageIsFoundThroughItsParent) {
  Rooms rooms;
  EXPECT_TRUE(has(rooms.project.argv(kMid), "-Isrc"));
}

TEST(Policy, ReadsWhatIsListedAndWhatThatShows) {
  Rooms rooms;
  EXPECT_EQ(rooms.rejects(kMid, "src/mid/mid.h"), std::nullopt);
  EXPECT_EQ(rooms.rejects(kMid, "src/base/base.h"), std::nullopt);
  EXPECT_EQ(rooms.rejects(kTop, "src/base/base.h"), std::nullopt) << "mid shows base";
  EXPECT_EQ(rooms.rejects(kMid, "/usr/include/stdio.h"), std::nullopt);
  EXPECT_EQ(rooms.rejects(kMid, "stray.h"), std::nullopt) << "no package owns it";
}

TEST(Policy, RefusesTheRoomToTheRight) {
  Rooms rooms;
  EXPECT_EQ(rooms.rejects(kMid, "src/top/sub/top.h"),
            "package `mid` includes src/top/sub/top.h, but does not list `top` in [dependencies]");
  EXPECT_EQ(rooms.rejects(kTop, "src/other/other.h"),
            "package `top` includes src/other/other.h, but does not list `other` in [dependencies]");
  EXPECT_NE(rooms.rejects(kMid, "target/debug/gen/top/top.h"), std::nullopt)
      << "generated headers are owned too";
}

TEST(Policy, TestsMayUseDevDependencies) {
  Rooms rooms;
  EXPECT_EQ(rooms.rejects(kTest, "src/other/other.h"), std::nullopt);
}

TEST(Policy, ADependencyTakenOutChangesTheDigestThoughNoFlagDoes) {
  Rooms rooms;
  const auto common = rooms.project.action(kTop).common->digest;
  const auto salt = rooms.project.action(kTop).salt;
  rooms.project.write("src/top/hull.toml", "[package]\nname = \"top\"\nversion = \"1.0.0\"\n");
  const auto plan = rooms.project.plan();
  ASSERT_TRUE(plan) << render(plan.error(), false);
  EXPECT_EQ(rooms.project.action(kTop).common->digest, common);
  EXPECT_NE(rooms.project.action(kTop).salt, salt);
}

}  // namespace
}  // namespace hull::plan
