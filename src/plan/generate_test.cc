#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "plan/test_project.h"

namespace hull::plan {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr const char* kPackage = "[package]\nname = \"p\"\nversion = \"1.0.0\"\n";

TEST(Generate, RunsOncePerInputWithStem) {
  TestProject project;
  project.write("hull.toml", std::string(kPackage) + R"(
[[generate]]
command = ["cp", "{in}", "{out}/{stem}.gen.cc"]
inputs = ["api/*.txt"]
extra-inputs = ["api/common.h"]
outputs = ["{stem}.gen.cc", "api/{stem}.h"]
)");
  project.write("api/a.txt");
  project.write("api/b.txt");
  project.write("api/common.h");
  project.write("src/x.cc");
  const auto plan = project.plan();
  ASSERT_TRUE(plan) << render(plan.error(), false);

  const engine::Action& a = project.action("target/debug/gen/p/a.gen.cc");
  EXPECT_THAT(a.words, ElementsAre("/usr/bin/cp", "api/a.txt", "target/debug/gen/p/a.gen.cc"));
  EXPECT_THAT(project.paths(a.inputs),
              ::testing::UnorderedElementsAre("/usr/bin/cp", "api/a.txt", "api/common.h"));
  EXPECT_THAT(project.paths(a.outputs),
              ElementsAre("target/debug/gen/p/a.gen.cc", "target/debug/gen/p/api/a.h"));
  EXPECT_EQ(a.description, "Generating p a.gen.cc");
  EXPECT_TRUE(a.sandbox.has_value());
  EXPECT_TRUE(project.makes("target/debug/gen/p/b.gen.cc"));

  // The sources go into the library; the headers come before every compile and are found.
  EXPECT_TRUE(project.makes("target/debug/obj/p/libp/__gen/a.gen.cc.o"));
  const engine::Action& x = project.action("target/debug/obj/p/libp/src/x.cc.o");
  EXPECT_THAT(project.paths(x.order_only),
              ElementsAre("target/debug/gen/p/api/a.h", "target/debug/gen/p/api/b.h"));
  EXPECT_TRUE(has(x.common->words, "-Itarget/debug/gen/p"));
  EXPECT_TRUE(has(x.common->words, "-Itarget/debug/gen/p/api"));
}

TEST(Generate, RunsOnceForAllWithoutStem) {
  TestProject project;
  project.write("hull.toml", std::string(kPackage) + R"(
[[generate]]
command = ["cat", "--", "{ins}", "--root={root}", "--manifest={manifest}"]
inputs = ["*.txt"]
outputs = ["all.h"]
stdout-to = "all.h"
env = { MODE = "fast" }
)");
  project.write("a.txt");
  project.write("b.txt");
  project.write("src/x.cc");
  const auto plan = project.plan();
  ASSERT_TRUE(plan) << render(plan.error(), false);
  const engine::Action& all = project.action("target/debug/gen/p/all.h");
  EXPECT_THAT(all.words, ElementsAre("/usr/bin/cat", "--", "a.txt", "b.txt", "--root=.", "--manifest=."));
  EXPECT_EQ(all.stdout_path, "target/debug/gen/p/all.h");
  EXPECT_THAT(all.environment->words, Contains("MODE=fast"));
  EXPECT_EQ(all.outputs.size(), 1u);
}

TEST(Generate, AProgramOfTheWorkspaceIsBuiltFirstAndDoesNotWaitForItself) {
  TestProject project;
  project.write("hull.toml", std::string(kPackage) + R"(
autolib = false
[[bin]]
name = "maker"
sources = ["maker.cc"]
uses = []
[[lib]]
name = "p"
sources = ["p.cc"]
[[generate]]
command = ["{bin:maker}", "{out}/made.h"]
outputs = ["made.h"]
[[generate]]
command = ["cp", "{in}", "{out}/{stem}.copy"]
inputs = ["{out}/made.h"]
outputs = ["{stem}.copy"]
)");
  project.write("maker.cc");
  project.write("p.cc");
  const auto plan = project.plan();
  ASSERT_TRUE(plan) << render(plan.error(), false);
  const engine::Action& made = project.action("target/debug/gen/p/made.h");
  EXPECT_EQ(made.words[0], "target/debug/maker");
  EXPECT_THAT(project.paths(made.inputs), ElementsAre("target/debug/maker"));
  EXPECT_TRUE(project.action("target/debug/obj/p/maker/maker.cc.o").order_only.empty());
  EXPECT_THAT(project.paths(project.action("target/debug/obj/p/libp/p.cc.o").order_only),
              Contains("target/debug/gen/p/made.h"));
  EXPECT_THAT(project.paths(project.action("target/debug/gen/p/made.copy").inputs),
              Contains("target/debug/gen/p/made.h"));
}

TEST(Generate, AProgramOfAnotherMemberIsPlannedWithIt) {
  TestProject project;
  project.write("hull.toml", "[workspace]\nmembers = [\"tool\", \"use\"]\n");
  project.write("tool/hull.toml", "[package]\nname = \"tool\"\nversion = \"1.0.0\"\n");
  project.write("tool/src/main.cc");
  project.write("use/hull.toml",
                "[package]\nname = \"use\"\nversion = \"1.0.0\"\n"
                "[[generate]]\ncommand = [\"{bin:tool}\"]\noutputs = [\"x.cc\"]\nstdout-to = \"x.cc\"\n");
  project.write("use/src/main.cc");
  project.only = "use";
  const auto plan = project.plan();
  ASSERT_TRUE(plan) << render(plan.error(), false);
  EXPECT_TRUE(project.makes("target/debug/tool"));
  EXPECT_TRUE(project.makes("target/debug/obj/use/use/__gen/x.cc.o")) << "into the only target";
  EXPECT_THAT(project.paths(plan->wanted), ElementsAre("target/debug/use"));
}

TEST(Generate, SourcesCanBeNamedByATarget) {
  TestProject project;
  project.write("hull.toml", std::string(kPackage) + R"(
[[bin]]
name = "one"
sources = ["{out}/one.cc"]
[[bin]]
name = "two"
sources = ["two.cc", "{out}/*_two.cc"]
[[generate]]
command = ["touch", "{out}/one.cc", "{out}/a_two.cc"]
outputs = ["one.cc", "a_two.cc"]
)");
  project.write("two.cc");
  const auto plan = project.plan();
  ASSERT_TRUE(plan) << render(plan.error(), false);
  EXPECT_TRUE(project.makes("target/debug/obj/p/one/__gen/one.cc.o"));
  EXPECT_TRUE(project.makes("target/debug/obj/p/two/__gen/a_two.cc.o"));
  EXPECT_FALSE(project.makes("target/debug/obj/p/two/__gen/one.cc.o"));
}

TEST(Generate, ChainsInAnyOrderAndMaterialIsNotCompiled) {
  TestProject project;
  project.write("hull.toml", std::string(kPackage) + R"(
[[generate]]
command = ["cp", "{in}", "{out}/last.cc"]
inputs = ["{out}/middle.cc"]
outputs = ["last.cc"]
[[generate]]
command = ["cp", "{in}", "{out}/middle.cc"]
inputs = ["{out}/first.c"]
outputs = ["middle.cc"]
[[generate]]
command = ["touch", "{out}/first.c"]
outputs = ["first.c"]
)");
  project.write("src/x.cc");
  const auto plan = project.plan();
  ASSERT_TRUE(plan) << render(plan.error(), false);
  EXPECT_TRUE(project.makes("target/debug/obj/p/libp/__gen/last.cc.o"));
  EXPECT_FALSE(project.makes("target/debug/obj/p/libp/__gen/middle.cc.o"));
  EXPECT_FALSE(project.makes("target/debug/obj/p/libp/__gen/first.c.o"));
}

TEST(Generate, DependentsWaitForGeneratedHeadersAndFindThem) {
  TestProject project;
  project.write("hull.toml", "[workspace]\nmembers = [\"low\", \"app\"]\n");
  project.write("low/hull.toml",
                "[package]\nname = \"low\"\nversion = \"1.0.0\"\n"
                "[[generate]]\ncommand = [\"touch\", \"{out}/low.h\"]\noutputs = [\"low.h\"]\n");
  project.write("low/src/a.cc");
  project.write(
      "app/hull.toml",
      "[package]\nname = \"app\"\nversion = \"1.0.0\"\n[dependencies]\nlow = { path = \"../low\" }\n");
  project.write("app/src/main.cc");
  const auto plan = project.plan();
  ASSERT_TRUE(plan) << render(plan.error(), false);
  const engine::Action& main = project.action("target/debug/obj/app/app/src/main.cc.o");
  EXPECT_THAT(project.paths(main.order_only), ElementsAre("target/debug/gen/low/low.h"));
  EXPECT_TRUE(has(main.common->words, "-Itarget/debug/gen/low"));
}

TEST(Generate, Mistakes) {
  struct Case {
    const char* table;
    const char* message;
    const char* help;
  };
  for (const Case& one : {
           Case{"command = [\"no-such-program-anywhere\"]\noutputs = [\"x.h\"]",
                "program `no-such-program-anywhere` is not on PATH", "install it"},
           {"command = [\"tools/gen\"]\noutputs = [\"x.h\"]", "program `tools/gen` does not exist",
            "relative to"},
           {"command = [\"cp\", \"{inn}\"]\ninputs = [\"a.txt\"]\noutputs = [\"x.h\"]",
            "there is no placeholder {inn}", "did you mean {in}?"},
           {"command = [\"cp\", \"{in}\"]\noutputs = [\"x.h\"]", "there are no `inputs`", "add inputs"},
           {"command = [\"cp\", \"{in}\"]\ninputs = [\"*.txt\"]\noutputs = [\"x.h\"]", "runs once for all",
            "{ins}"},
           {"command = [\"cp\", \"a{ins}\"]\ninputs = [\"*.txt\"]\noutputs = [\"x.h\"]",
            "{ins} must be a word of its own", ""},
           {"command = [\"{bin:nothing}\"]\noutputs = [\"x.h\"]",
            "no program of this workspace is called `nothing`", ""},
           {"command = [\"touch\"]\noutputs = [\"../x.h\"]", "is not below {out}", ""},
           {"command = [\"touch\"]\ninputs = [\"*.none\"]\noutputs = [\"x.h\"]", "no input matches `*.none`",
            ""},
           {"command = [\"touch\"]\ninputs = [\"{out}/y\"]\noutputs = [\"x.h\"]",
            "nothing generates `{out}/y`", ""},
           {"command = [\"touch\"]\ninputs = [\"*.txt\", \"sub/*.txt\"]\noutputs = [\"{stem}.h\"]",
            "two actions write", "of one name"},
       }) {
    TestProject project;
    project.write("hull.toml", std::string(kPackage) + "[[generate]]\n" + one.table + "\n");
    project.write("a.txt");
    project.write("b.txt");
    project.write("sub/a.txt");
    project.write("src/x.cc");
    const auto plan = project.plan();
    ASSERT_FALSE(plan) << one.table;
    EXPECT_THAT(plan.error().message, HasSubstr(one.message)) << one.table;
    EXPECT_EQ(plan.error().kind, ErrorKind::Usage) << one.table;
    EXPECT_TRUE(plan.error().span) << one.table;
    if (one.help[0] != '\0') {
      ASSERT_FALSE(plan.error().help.empty()) << one.table;
      EXPECT_THAT(plan.error().help.front(), HasSubstr(one.help)) << one.table;
    }
  }
}

TEST(Generate, BracesThatAreNoPlaceholderStay) {
  TestProject project;
  project.write("hull.toml", std::string(kPackage) + R"(
[[generate]]
command = ["sh", "-c", "echo ${HOME} {{print}} {} {a,b} '{\"x\":1}'"]
outputs = ["x.h"]
)");
  project.write("src/x.cc");
  const auto plan = project.plan();
  ASSERT_TRUE(plan) << render(plan.error(), false);
  EXPECT_EQ(project.action("target/debug/gen/p/x.h").words[2], "echo ${HOME} {print} {} {a,b} '{\"x\":1}'");
}

}  // namespace
}  // namespace hull::plan
