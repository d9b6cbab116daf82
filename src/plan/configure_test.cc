#include "plan/configure.h"

#include <gtest/gtest.h>

#include "base/file_system.h"
#include "base/path.h"

namespace hull::plan {
namespace {

TEST(RunConfigure, FillsATemplateFromValuesAndAnswers) {
  fs::TemporaryDirectory directory;
  const auto at = [&](const char* name) { return path::join(directory.path(), name); };
  ASSERT_TRUE(
      fs::write(at("config.h.in"),
                "#cmakedefine01 HAVE_A\n#cmakedefine01 HAVE_B\n#define V \"@V@\"\n#define S @SIZE@\n"));
  ASSERT_TRUE(fs::write(at("a"), "1\n"));
  ASSERT_TRUE(fs::write(at("b"), "0\n"));
  ASSERT_TRUE(fs::write(at("size=8"), "8\n"));
  ConfigureStep step;
  step.template_file = at("config.h.in");
  step.out = at("out/config.h");
  step.values = {{"V", "1.2 \"quoted\" \\ \xc3\xbc"}};
  step.answers = {{"HAVE_A", at("a")}, {"HAVE_B", at("b")}, {"SIZE", at("size=8")}};
  const auto done = run_configure(step.words());
  ASSERT_TRUE(done) << done.error().message;
  EXPECT_EQ(*fs::read(at("out/config.h")),
            "#define HAVE_A 1\n#define HAVE_B 0\n#define V \"1.2 \"quoted\" \\ \xc3\xbc\"\n#define S 8\n");
}

TEST(RunConfigure, WritesAHeaderWithoutATemplateAndValuesWin) {
  fs::TemporaryDirectory directory;
  const auto at = [&](const char* name) { return path::join(directory.path(), name); };
  ASSERT_TRUE(fs::write(at("a"), "0\n"));
  ConfigureStep step;
  step.out = at("gen/config.h");
  step.values = {{"B", "2"}, {"A", "1"}};
  step.answers = {{"A", at("a")}, {"C", at("a")}};
  ASSERT_TRUE(run_configure(step.words()));
  EXPECT_EQ(*fs::read(at("gen/config.h")),
            "#ifndef HULL_GEN_CONFIG_H\n#define HULL_GEN_CONFIG_H\n\n"
            "#define A 1\n#define B 2\n/* #undef C */\n\n#endif  // HULL_GEN_CONFIG_H\n");
}

TEST(RunConfigure, NamesTheFileThatIsMissing) {
  fs::TemporaryDirectory directory;
  ConfigureStep step;
  step.out = path::join(directory.path(), "config.h");
  step.template_file = path::join(directory.path(), "no.in");
  auto done = run_configure(step.words());
  ASSERT_FALSE(done);
  EXPECT_NE(done.error().message.find("no.in"), std::string::npos);
  step.template_file.reset();
  step.answers = {{"A", path::join(directory.path(), "no-answer")}};
  done = run_configure(step.words());
  ASSERT_FALSE(done);
  EXPECT_NE(done.error().message.find("no-answer"), std::string::npos);
  EXPECT_FALSE(fs::exists(step.out));
}

TEST(ConfigureStep, WordsReadBackAsTheSame) {
  ConfigureStep step;
  step.out = "o ut";
  step.template_file = "t";
  step.values = {{"A", ""}, {"B", "{\"x\":1}"}};
  step.answers = {{"C", "f=g"}};
  const auto back = ConfigureStep::parse(step.words());
  ASSERT_TRUE(back);
  EXPECT_EQ(back->out, step.out);
  EXPECT_EQ(back->template_file, step.template_file);
  EXPECT_EQ(back->values, step.values);
  EXPECT_EQ(back->answers, step.answers);
}

TEST(ConfigureStep, RejectsWordsItDoesNotKnow) {
  const std::vector<std::vector<std::string>> wrong = {{"configure"},
                                                       {"configure", "--out"},
                                                       {"configure", "--what", "x"},
                                                       {"configure", "--out", "x", "--values", "{"},
                                                       {"configure", "--out", "x", "--values", "[]"},
                                                       {"configure", "--out", "x", "--values", "{\"a\":1}"},
                                                       {"configure", "--out", "x", "--answer", "noequals"}};
  for (const auto& words : wrong) EXPECT_FALSE(ConfigureStep::parse(words)) << testing::PrintToString(words);
}

}  // namespace
}  // namespace hull::plan
