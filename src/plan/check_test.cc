#include "plan/check.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "plan/test_project.h"

namespace hull::plan {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

/// One package each of what [safety] can say, a C source among them, and one from elsewhere.
struct Levels {
  TestProject project;

  Levels() {
    project.write("hull.toml",
                  "[workspace]\nmembers = [\"app\", \"mild\", \"lax\"]\n[safety]\nmodels = [\"m.toml\"]\n");
    project.write("m.toml");
    package("app", "dependencies",
            "mild = { path = \"../mild\" }\nlax = { path = \"../lax\" }\nelsewhere = { path = "
            "\"../elsewhere\" }\n");
    project.write("app/src/c.c");
    project.write("app/src/a.S");
    package("mild", "safety", "memory = \"warn\"\n");
    package("lax", "safety", "memory = \"allow\"\n");
    package("elsewhere", "safety", "memory = \"deny\"\n");
  }
  void package(const std::string& name, const std::string& table, const std::string& entries) {
    project.write(name + "/hull.toml", "[package]\nname = \"" + name + "\"\n[" + table + "]\n" + entries);
    project.write(name + "/src/" + name + ".cc");
  }
  Plan plan() {
    auto planned = project.plan();
    EXPECT_TRUE(planned) << render(planned.error(), false);
    return planned ? std::move(*planned) : Plan{};
  }
};

TEST(Check, CompilesOfMembersLoadThePlugin) {
  Levels levels;
  levels.project.checker.plugin = "/opt/hull-safety.so";
  EXPECT_EQ(levels.plan().unchecked, 0u);
  const auto plugin_words = [&](std::string_view object) {
    return with_prefix(levels.project.argv(object), "-fplugin");
  };
  for (const char* object :
       {"target/debug/obj/app/libapp/src/app.cc.o", "target/debug/obj/app/libapp/src/c.c.o"}) {
    EXPECT_THAT(
        plugin_words(object),
        ElementsAre("-fplugin=/opt/hull-safety.so", "-fplugin-arg-hull-safety-memory=deny",
                    "-fplugin-arg-hull-safety-memory=deny:app",
                    "-fplugin-arg-hull-safety-memory=allow:elsewhere",
                    "-fplugin-arg-hull-safety-memory=allow:lax", "-fplugin-arg-hull-safety-memory=warn:mild",
                    "-fplugin-arg-hull-safety-models=m.toml"));
    EXPECT_THAT(levels.project.paths(levels.project.action(object).inputs),
                ::testing::IsSupersetOf({"/opt/hull-safety.so", "m.toml"}));
  }
  // A package's own [safety] has its own models.
  EXPECT_THAT(plugin_words("target/debug/obj/mild/libmild/src/mild.cc.o"),
              ElementsAre("-fplugin=/opt/hull-safety.so", "-fplugin-arg-hull-safety-memory=warn"));
  // What app uses is looked at for what it does, and nothing of it is told.
  for (const char* object : {"target/debug/obj/lax/liblax/src/lax.cc.o",
                             "target/debug/obj/elsewhere/libelsewhere/src/elsewhere.cc.o"}) {
    EXPECT_THAT(plugin_words(object), Contains("-fplugin-arg-hull-safety-memory=allow"));
  }
  EXPECT_THAT(plugin_words("target/debug/obj/app/libapp/src/a.S.o"), IsEmpty());
}

TEST(Check, WhatNobodyAsksForIsNotLookedAt) {
  Levels levels;
  levels.project.checker.plugin = "/opt/hull-safety.so";
  levels.project.only = "lax";
  levels.plan();
  EXPECT_THAT(with_prefix(levels.project.argv("target/debug/obj/lax/liblax/src/lax.cc.o"), "-fplugin"),
              IsEmpty());
}

TEST(Check, UnitsOfATargetAreJoinedWithWhatTheLibrariesBelowLeft) {
  Levels levels;
  levels.project.checker.plugin = "/opt/hull-safety.so";
  levels.project.checker.program = "/opt/hull-check";
  const Plan plan = levels.plan();
  const std::string object = "target/debug/obj/app/libapp/src/app.cc.o";
  const std::string unit = "target/debug/obj/app/libapp/src/app.cc.unit";
  EXPECT_THAT(levels.project.paths(levels.project.action(object).outputs), ElementsAre(object, unit));
  EXPECT_THAT(levels.project.argv(object), Contains("-fplugin-arg-hull-safety-unit=" + unit));
  const std::string joined = "target/debug/obj/app/libapp/joined.unit";
  EXPECT_THAT(levels.project.argv(joined),
              ElementsAre("/opt/hull-check", "--join", "--settled=" + joined, "--memory=deny",
                          "--memory=deny:app", "--memory=allow:elsewhere", "--memory=allow:lax",
                          "--memory=warn:mild", unit, "target/debug/obj/app/libapp/src/c.c.unit",
                          "--below=target/debug/obj/mild/libmild/joined.unit",
                          "--below=target/debug/obj/lax/liblax/joined.unit",
                          "--below=target/debug/obj/elsewhere/libelsewhere/joined.unit"));
  EXPECT_THAT(levels.project.paths(levels.project.action(joined).inputs),
              ::testing::IsSupersetOf({unit, std::string("/opt/hull-check"),
                                       std::string("target/debug/obj/lax/liblax/joined.unit")}));
  EXPECT_THAT(levels.project.paths(plan.wanted), Contains(joined));
}

TEST(Check, CommentsWakeNoCheckedCompile) {
  Levels levels;
  levels.project.checker.plugin = "/opt/hull-safety.so";
  levels.plan();
  EXPECT_TRUE(levels.project.action("target/debug/obj/app/libapp/src/app.cc.o").tokens);
}

TEST(Check, TheStrictProfileHoldsInPackagesThatAskForIt) {
  TestProject project;
  project.write("hull.toml", "[workspace]\nmembers = [\"strict\", \"strict/easy\", \"user\"]\n");
  project.write("strict/hull.toml",
                "[package]\nname = \"strict\"\n[safety]\nprofile = \"strict\"\n[dependencies]\neasy = { path "
                "= \"easy\" }\n");
  project.write("strict/src/strict.cc");
  project.write("strict/easy/hull.toml", "[package]\nname = \"easy\"\n");
  project.write("strict/easy/src/easy.cc");
  project.write("user/hull.toml",
                "[package]\nname = \"user\"\n[dependencies]\nstrict = { path = \"../strict\" }\n");
  project.write("user/src/user.cc");
  project.checker.plugin = "/opt/hull-safety.so";
  ASSERT_TRUE(project.plan());
  const auto strict_words = [&](std::string_view object) {
    return with_prefix(project.argv(object), "-fplugin-arg-hull-safety-strict=");
  };
  EXPECT_THAT(strict_words("target/debug/obj/strict/libstrict/src/strict.cc.o"),
              ElementsAre("-fplugin-arg-hull-safety-strict=strict",
                          "-fplugin-arg-hull-safety-strict=off:strict/easy"));
  EXPECT_THAT(strict_words("target/debug/obj/user/libuser/src/user.cc.o"),
              ::testing::UnorderedElementsAre("-fplugin-arg-hull-safety-strict=off:user",
                                              "-fplugin-arg-hull-safety-strict=strict",
                                              "-fplugin-arg-hull-safety-strict=off:strict/easy"));
  EXPECT_THAT(strict_words("target/debug/obj/easy/libeasy/src/easy.cc.o"), IsEmpty());
}

TEST(Check, WithoutAPluginUnitsAreCounted) {
  Levels levels;
  const Plan plan = levels.plan();
  EXPECT_EQ(plan.unchecked, 3u);
  EXPECT_THAT(plan.findings, IsEmpty());
}

TEST(Check, UnitsOfWantedTargetsAreCheckedBesideTheCompile) {
  Levels levels;
  levels.project.checker.program = "/opt/hull-check";
  levels.project.checker.beside = true;
  const Plan plan = levels.plan();
  EXPECT_THAT(levels.project.paths(plan.wanted),
              ::testing::UnorderedElementsAre("target/debug/check/app/libapp/src/app.cc.findings",
                                              "target/debug/check/app/libapp/src/c.c.findings",
                                              "target/debug/check/app/libapp/joined.findings",
                                              "target/debug/check/mild/libmild/src/mild.cc.findings",
                                              "target/debug/check/mild/libmild/joined.findings"));
  const auto words = levels.project.argv("target/debug/check/app/libapp/src/app.cc.findings");
  EXPECT_EQ(words.front(), "/opt/hull-check");
  EXPECT_LT(at(words, "--models=m.toml"), at(words, "app/src/app.cc"));
  EXPECT_EQ(at(words, "app/src/app.cc") + 1, at(words, "--"));
  EXPECT_LT(at(words, "--"), at(words, "-std=c++20"));
  EXPECT_THAT(words, Not(Contains(levels.project.toolchain.cxx.path)));
  EXPECT_THAT(with_prefix(words, "-fplugin"), IsEmpty());
  const engine::Action& action = levels.project.action("target/debug/check/app/libapp/src/app.cc.findings");
  EXPECT_THAT(levels.project.paths(action.inputs),
              ::testing::UnorderedElementsAre("app/src/app.cc", "/opt/hull-check", "m.toml"));
  EXPECT_EQ(action.depfile, "target/debug/check/app/libapp/src/app.cc.findings.d");
}

TEST(Check, ModelsMustBeThere) {
  Levels levels;
  levels.project.write("app/hull.toml", "[package]\nname = \"app\"\n[safety]\nmodels = [\"none.toml\"]\n");
  const auto planned = levels.project.plan();
  ASSERT_FALSE(planned);
  EXPECT_THAT(render(planned.error(), false), HasSubstr("there is no file"));
  EXPECT_THAT(render(planned.error(), false), HasSubstr("app/hull.toml:4:11"));
}

}  // namespace
}  // namespace hull::plan
