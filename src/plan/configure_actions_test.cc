#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "plan/test_project.h"

namespace hull::plan {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

TEST(ConfigureActions, AProbeIsAnActionAndTheHeaderWaitsForAll) {
  TestProject project;
  project.write("hull.toml", R"(
[package]
name = "p"
version = "1.0.0"
c-standard = "c11"
[[configure]]
template = "config.h.in"
output = "p/config.h"
values = { VERSION = "1.0" }
probes = { HAVE_UNISTD_H = { header = "unistd.h" }, SIZEOF_LONG = { sizeof = "long" } }
)");
  project.write("config.h.in");
  project.write("src/a.c");
  const auto plan = project.plan();
  ASSERT_TRUE(plan) << render(plan.error(), false);

  const engine::Action& probe =
      project.action("target/debug/obj/p/configure/p/config.h/HAVE_UNISTD_H.answer");
  EXPECT_THAT(probe.words, ::testing::Contains("/usr/bin/clang-19"));
  EXPECT_THAT(probe.words, ::testing::Contains("-std=c11"));
  EXPECT_EQ(probe.words[1], "internal");
  EXPECT_EQ(probe.response_path, "target/debug/obj/p/configure/p/config.h/HAVE_UNISTD_H.c");
  EXPECT_THAT(probe.response, HasSubstr("<unistd.h>"));
  EXPECT_EQ(probe.depfile, "target/debug/obj/p/configure/p/config.h/HAVE_UNISTD_H.d");
  EXPECT_EQ(probe.search->directories, project.toolchain.cc.system_includes);

  const engine::Action& header = project.action("target/debug/gen/p/p/config.h");
  EXPECT_THAT(project.paths(header.inputs),
              ElementsAre("config.h.in", "target/debug/obj/p/configure/p/config.h/HAVE_UNISTD_H.answer",
                          "target/debug/obj/p/configure/p/config.h/SIZEOF_LONG.answer"));

  const engine::Action& compile = project.action("target/debug/obj/p/libp/src/a.c.o");
  EXPECT_THAT(project.paths(compile.order_only), ElementsAre("target/debug/gen/p/p/config.h"));
  EXPECT_TRUE(has(compile.common->words, "-Itarget/debug/gen/p"));
}

TEST(ConfigureActions, AMissingTemplateIsPointedAt) {
  TestProject project;
  project.write("hull.toml",
                "[package]\nname = \"p\"\nversion = \"1.0.0\"\n[[configure]]\ntemplate = \"no.in\"\noutput = "
                "\"c.h\"\n");
  project.write("src/a.c");
  const auto plan = project.plan();
  ASSERT_FALSE(plan);
  EXPECT_EQ(plan.error().message, "template `no.in` does not exist");
  ASSERT_TRUE(plan.error().span);
  EXPECT_EQ(plan.error().span->begin.line, 5u);
}

}  // namespace
}  // namespace hull::plan
