#include "plan/link_line.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "plan/test_project.h"

namespace hull::plan {
namespace {

using ::testing::ElementsAre;

using Words = std::vector<std::string>;

const Words kQuestion = {"/usr/bin/clang++", "-pie", "-o", "hull-link-output", "-Wl,hull-link-inputs", "-lm"};
const Words kLinker = {"/usr/bin/ld.lld",  "-pie", "-o", "hull-link-output", "/lib/crt1.o",
                       "hull-link-inputs", "-lm"};

/// What clang prints, around `commands`.
std::string answer(const std::string& commands) {
  return "Debian clang version 19.1.7 (3~deb12u1)\nTarget: x86_64-pc-linux-gnu\nThread model: posix\n"
         "InstalledDir: /usr/lib/llvm-19/bin\n" +
         commands;
}

const std::string kAnswer = answer(
    " \"/usr/bin/ld.lld\" \"-pie\" \"-o\" \"hull-link-output\" \"/lib/crt1.o\" \"hull-link-inputs\" "
    "\"-lm\"\n");

TEST(LinkLine, IsReadFromWhatTheDriverPrints) {
  EXPECT_EQ(linker_in_answer(kQuestion, kAnswer, "/tmp/"), kLinker);
  const auto odd = linker_in_answer(
      kQuestion,
      answer(" \"/a b/ld.lld\" \"-o\" \"hull-link-output\" \"hull-link-inputs\" \"\" \"\\$x\\\"\\\\ y'\"\n"),
      "/tmp/");
  ASSERT_TRUE(odd);
  EXPECT_THAT(*odd,
              ElementsAre("/a b/ld.lld", "-o", "hull-link-output", "hull-link-inputs", "", "$x\"\\ y'"));
}

TEST(LinkLine, IsLeftToTheDriverWhenItIsMoreThanOneOfLld) {
  struct Case {
    const char* what;
    Words flags;
    std::string answer;
  };
  const std::string command = kAnswer.substr(answer("").size());
  for (const Case& one : {
           Case{"no command", {}, answer("")},
           {"nothing", {}, ""},
           {"a warning", {}, "clang++: warning: argument unused during compilation: '-x'\n" + kAnswer},
           {"two commands", {}, answer(command + command)},
           {"a compile in the process",
            {},
            answer(" (in-process)\n \"/usr/bin/clang\" \"-cc1\"\n" + command)},
           {"more than the command", {}, kAnswer + "Found candidate GCC installation: /usr/lib/gcc\n"},
           {"another linker",
            {},
            answer(" \"/usr/bin/ld\" \"-o\" \"hull-link-output\" \"hull-link-inputs\"\n")},
           {"no inputs", {}, answer(" \"/usr/bin/ld.lld\" \"-o\" \"hull-link-output\"\n")},
           {"no output", {}, answer(" \"/usr/bin/ld.lld\" \"hull-link-inputs\"\n")},
           {"two outputs",
            {},
            answer(" \"/usr/bin/ld.lld\" \"-o\" \"hull-link-output\" \"hull-link-inputs\" "
                   "\"hull-link-output\"\n")},
           {"a name made from the output",
            {},
            answer(" \"/usr/bin/ld.lld\" \"-o\" \"hull-link-output\" \"hull-link-inputs\" "
                   "\"-plugin-opt=dwo_dir=hull-link-output_dwo\"\n")},
           {"a temporary file",
            {},
            answer(
                " \"/usr/bin/ld.lld\" \"-o\" \"hull-link-output\" \"hull-link-inputs\" \"/tmp/a-1f.o\"\n")},
           {"a language for what follows", {"-x", "c"}, kAnswer},
           {"words from a file", {"@flags"}, kAnswer},
           {"flags from a file", {"--config=a.cfg"}, kAnswer},
           {"statistics named after an input", {"-save-stats=obj"}, kAnswer},
       }) {
    Words question = kQuestion;
    question.insert(question.begin() + 1, one.flags.begin(), one.flags.end());
    EXPECT_EQ(linker_in_answer(question, one.answer, "/tmp/"), std::nullopt) << one.what;
  }
}

TEST(LinkLine, AFileThatWasAskedForIsNotTemporary) {
  Words question = kQuestion;
  question.push_back("/tmp/lib.a");
  EXPECT_TRUE(linker_in_answer(question,
                               answer(" \"/usr/bin/ld.lld\" \"-o\" \"hull-link-output\" \"hull-link-inputs\" "
                                      "\"/tmp/lib.a\"\n"),
                               "/tmp/"));
}

TEST(LinkLine, PutsFilesInThePlacesOfTheMarkers) {
  const LinkLine line{kQuestion, kLinker};
  const Words driver = {
      "/usr/bin/clang++",        "-pie", "-o", "out/app", "-Wl,-rpath,$ORIGIN,,-z,now", "a b.o", "@x.rsp",
      "-Wl,--dependency-file=d", "-lm"};
  const auto linker = linker_command(line, driver);
  ASSERT_TRUE(linker);
  EXPECT_THAT(*linker, ElementsAre("/usr/bin/ld.lld", "-pie", "-o", "out/app", "/lib/crt1.o", "-rpath",
                                   "$ORIGIN", "-z", "now", "a b.o", "@x.rsp", "--dependency-file=d", "-lm"));
}

TEST(LinkLine, IsTakenOnlyForLinksItWasAskedFor) {
  const LinkLine line{kQuestion, kLinker};
  for (const Words& driver : {
           Words{"/usr/bin/clang", "-pie", "-o", "app", "a.o", "-lm"},
           {"/usr/bin/clang++", "-o", "app", "a.o", "-lm"},
           {"/usr/bin/clang++", "-pie", "-o", "app", "a.o"},
           {"/usr/bin/clang++", "-pie", "-o", "app", "a.o", "-lz", "-lm"},
           {"/usr/bin/clang++", "-pie", "-o"},
           {"/usr/bin/clang++", "-pie", "-o", "-lm"},
       }) {
    EXPECT_EQ(linker_command(line, driver), std::nullopt) << driver.size();
  }
  EXPECT_EQ(linker_command({kQuestion, {}}, Words{"/usr/bin/clang++", "-pie", "-o", "app", "a.o", "-lm"}),
            std::nullopt);
  EXPECT_EQ(linker_command({}, kQuestion), std::nullopt);
}

TEST(LinkLine, IsReadBackAsItWasWritten) {
  for (const LinkLine& line : {LinkLine{kQuestion, kLinker}, LinkLine{kQuestion, {}},
                               LinkLine{{"a b", "$x", ""}, {"'", "\"\\", "=y"}}}) {
    const auto read = LinkLine::decode(line.encode());
    ASSERT_TRUE(read);
    EXPECT_EQ(read->question, line.question);
    EXPECT_EQ(read->linker, line.linker);
  }
  // The driver does it: a line of the file is a line.
  const auto cut = LinkLine::decode(LinkLine{{"a\nb"}, kLinker}.encode());
  ASSERT_TRUE(cut);
  EXPECT_EQ(cut->linker, Words{});
  EXPECT_FALSE(LinkLine::decode("clang++ -pie\n"));
}

const char* const kTwoPrograms = R"(
[package]
name = "p"
version = "1.0.0"
[[bin]]
name = "a"
sources = ["a.cc"]
[[bin]]
name = "b"
sources = ["b.cc"]
[[bin]]
name = "c"
sources = ["c.cc"]
links = ["z"]
)";

std::vector<std::string> lines_of(const TestProject& project) {
  std::vector<std::string> lines;
  for (const char* program : {"a", "b", "c"}) {
    const auto words =
        with_prefix(project.argv(std::string("target/debug/") + program), "target/debug/obj/.link/");
    lines.push_back(words.empty() ? "" : words.front());
  }
  return lines;
}

TEST(LinkLine, IsOneForAllLinksWithTheSameFlags) {
  TestProject project;
  project.write("hull.toml", kTwoPrograms);
  for (const char* source : {"a.cc", "b.cc", "c.cc"}) project.write(source);
  ASSERT_TRUE(project.plan());
  const auto lines = lines_of(project);
  EXPECT_EQ(lines[0], lines[1]);
  EXPECT_NE(lines[0], lines[2]);
  const engine::Action& asked = project.action(lines[0]);
  const engine::Action& link = project.action("target/debug/a");
  EXPECT_TRUE(asked.self && link.self);
  EXPECT_TRUE(has(project.paths(link.inputs), lines[0]));
  EXPECT_EQ(asked.environment.get(), link.environment.get());
  EXPECT_EQ(asked.inputs.size(), 0u) << "it runs beside the first compiles";

  // Another GCC on the machine: other start files and libraries.
  const Digest before = asked.salt;
  project.toolchain.cxx.system_includes.push_back("/usr/include/c++/99");
  ASSERT_TRUE(project.plan());
  EXPECT_NE(project.action(lines[0]).salt, before);
}

TEST(LinkLine, IsAskedOfClangWithLldAlone) {
  for (const auto& [kind, linker] : {std::pair{toolchain::CompilerKind::Gcc, "lld"},
                                     {toolchain::CompilerKind::Clang, "bfd"},
                                     {toolchain::CompilerKind::Clang, "mold"}}) {
    TestProject project;
    project.toolchain.cxx.kind = project.toolchain.cc.kind = kind;
    project.toolchain.linker = linker;
    project.write("hull.toml", kTwoPrograms);
    for (const char* source : {"a.cc", "b.cc", "c.cc"}) project.write(source);
    ASSERT_TRUE(project.plan());
    EXPECT_THAT(lines_of(project), ElementsAre("", "", "")) << linker;
    EXPECT_EQ(project.argv("target/debug/a").front(), "/usr/bin/clang++-19");
  }
}

}  // namespace
}  // namespace hull::plan
