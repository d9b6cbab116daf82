#include "plan/modules.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "plan/collate.h"
#include "plan/test_project.h"

namespace hull::plan {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

/// core has a module interface, app imports it, plain has nothing to do with either.
struct ModuleProject : TestProject {
  ModuleProject() {
    write("hull.toml", "[workspace]\nmembers = [\"core\", \"app\", \"plain\"]\n");
    write("core/hull.toml", "[package]\nname = \"core\"\nversion = \"1.0.0\"\n");
    write("core/src/core.cppm");
    write("core/src/old.c");
    write("app/hull.toml",
          "[package]\nname = \"app\"\nversion = \"1.0.0\"\n[dependencies]\ncore = { path = \"../core\" }\n");
    write("app/src/main.cc");
    write("plain/hull.toml", "[package]\nname = \"plain\"\nversion = \"1.0.0\"\n");
    write("plain/src/main.cc");
  }
};

TEST(Modules, AnInterfaceIsScannedCollatedAndCompiledToObjectAndBmi) {
  ModuleProject project;
  const auto plan = project.plan();
  ASSERT_TRUE(plan) << render(plan.error(), false);
  const std::string object = "target/debug/obj/core/libcore/src/core.cppm.o";

  const engine::Action& scan = project.action(object + ".ddi");
  EXPECT_EQ(scan.stdout_path, object + ".ddi");
  EXPECT_EQ(scan.depfile, object + ".ddi.d");
  const auto words = project.argv(object + ".ddi");
  EXPECT_THAT((std::vector<std::string>{words.begin(), words.begin() + 4}),
              ElementsAre("/usr/bin/clang-scan-deps-19", "-format=p1689", "--", "/usr/bin/clang++-19"));

  const engine::Action& collate = project.action("target/debug/obj/core/libcore/modules.json");
  EXPECT_THAT(collate.words, ElementsAre("hull", "internal", "collate", collate.response_path));
  EXPECT_THAT(project.paths(collate.inputs), ElementsAre(object + ".ddi"));
  const auto request = CollateRequest::decode(collate.response);
  ASSERT_TRUE(request);
  ASSERT_EQ(request->units.size(), 1u) << "C sources import nothing";

  const engine::Action& compile = project.action(object);
  const std::string bmi = "target/debug/bmi/core/libcore/src/core.cppm.pcm";
  EXPECT_EQ(request->units[0].bmi, bmi);
  EXPECT_THAT(project.paths(compile.outputs), ElementsAre(object, bmi));
  EXPECT_THAT(compile.words, Contains("@" + object + ".modmap"));
  EXPECT_THAT(compile.words, Contains("-fmodule-output=" + bmi));
  EXPECT_EQ(project.files->path(compile.late_inputs), object + ".modinputs");
  EXPECT_FALSE(compile.tokens) << "a BMI keeps comments";
}

TEST(Modules, ACollationKeepsItsNameWhenUnitsComeAndGo) {
  ModuleProject project;
  project.write("core/src/another.cc");
  const auto plan = project.plan();
  ASSERT_TRUE(plan) << render(plan.error(), false);
  const std::string objects = "target/debug/obj/core/libcore";
  const engine::Action& collate = project.action(objects + "/modules.json");
  EXPECT_THAT(project.paths(collate.outputs),
              ElementsAre(objects + "/modules.json", objects + "/src/another.cc.o.modmap",
                          objects + "/src/another.cc.o.modinputs", objects + "/src/core.cppm.o.modmap",
                          objects + "/src/core.cppm.o.modinputs"));
}

TEST(Modules, ImportersAreScannedAndOthersAreNot) {
  ModuleProject project;
  const auto plan = project.plan();
  ASSERT_TRUE(plan) << render(plan.error(), false);
  const engine::Action& main = project.action("target/debug/obj/app/app/src/main.cc.o");
  EXPECT_THAT(main.words, Contains("@target/debug/obj/app/app/src/main.cc.o.modmap"));
  const auto request =
      CollateRequest::decode(project.action("target/debug/obj/app/app/modules.json").response);
  ASSERT_TRUE(request);
  ASSERT_EQ(request->libraries.size(), 1u);
  EXPECT_EQ(request->libraries[0].modules_file, "target/debug/obj/core/libcore/modules.json");
  EXPECT_TRUE(request->libraries[0].visible);
  EXPECT_FALSE(project.makes("target/debug/obj/plain/plain/src/main.cc.o.ddi"));
}

TEST(Modules, WithLibcxxAnyCxx23SourceMayImportStd) {
  ModuleProject project;
  project.toolchain.stdlib = "libc++";
  project.toolchain.std_module_directory = "/usr/share/libc++/v1";
  project.write("plain/hull.toml",
                "[package]\nname = \"plain\"\nversion = \"1.0.0\"\nstandard = \"c++23\"\n");
  const auto plan = project.plan();
  ASSERT_TRUE(plan) << render(plan.error(), false);
  const auto request =
      CollateRequest::decode(project.action("target/debug/obj/plain/plain/modules.json").response);
  ASSERT_TRUE(request);
  ASSERT_FALSE(request->std_bmi.empty());
  const engine::Action& compat = project.action(request->std_compat_bmi);
  EXPECT_THAT(project.paths(compat.inputs),
              ElementsAre("/usr/share/libc++/v1/std.compat.cppm", request->std_bmi));
  EXPECT_FALSE(project.action("target/debug/obj/app/app/src/main.cc.o").late_inputs == engine::kNoFile);
  EXPECT_FALSE(CollateRequest::decode(project.action("target/debug/obj/app/app/modules.json").response)
                   ->std_bmi.size())
      << "c++20 has no std module";
}

TEST(Modules, AnotherLanguageGetsAnotherBuildOfStd) {
  ModuleProject project;
  project.toolchain.stdlib = "libc++";
  project.toolchain.std_module_directory = "/usr/share/libc++/v1";
  project.write("plain/hull.toml",
                "[package]\nname = \"plain\"\nversion = \"1.0.0\"\nstandard = \"c++23\"\n"
                "[[bin]]\nname = \"one\"\nsources = [\"src/main.cc\"]\n"
                "[[bin]]\nname = \"two\"\nsources = [\"src/main.cc\"]\nflags = [\"-fno-exceptions\"]\n"
                "[[bin]]\nname = \"three\"\nsources = [\"src/main.cc\"]\nflags = [\"-Wshadow\"]\n");
  const auto plan = project.plan();
  ASSERT_TRUE(plan) << render(plan.error(), false);
  const auto std_of = [&](const char* name) {
    const std::string file = std::string("target/debug/obj/plain/") + name + "/modules.json";
    return CollateRequest::decode(project.action(file).response)->std_bmi;
  };
  EXPECT_NE(std_of("one"), std_of("two"));
  EXPECT_EQ(std_of("one"), std_of("three"));
}

TEST(Modules, WhatIsMissingIsSaid) {
  ModuleProject gcc;
  gcc.toolchain.cxx.kind = toolchain::CompilerKind::Gcc;
  auto refused = gcc.plan();
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error().message, HasSubstr("core/src/core.cppm is a module interface"));

  ModuleProject no_scanner;
  no_scanner.toolchain.scan_deps.clear();
  refused = no_scanner.plan();
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error().message, HasSubstr("needs clang-scan-deps"));
  EXPECT_THAT(refused.error().help, ElementsAre("`apt-get install clang-tools-19`"));
}

}  // namespace
}  // namespace hull::plan
