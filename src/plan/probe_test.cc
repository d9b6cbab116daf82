// Questions put to real compilers: each kind with an answer of yes and of no, in C and in C++.

#include "plan/probe.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "base/file_system.h"
#include "base/path.h"
#include "base/process.h"
#include "engine/depfile.h"
#include "plan/configure.h"

namespace hull::plan {
namespace {

using manifest::Probe;
using Kind = Probe::Kind;

Probe question(Kind kind, std::string subject, std::vector<std::string> headers = {}, bool cxx = false) {
  Probe probe;
  probe.name = "X";
  probe.kind = kind;
  probe.subject = std::move(subject);
  probe.headers = std::move(headers);
  probe.cxx = cxx;
  return probe;
}

/// A directory in which a plan would ask.
class Asker {
 public:
  std::string path(const std::string& name) const { return path::join(directory_.path(), name); }

  ProbeStep step(const Probe& probe, const std::string& compiler,
                 const std::vector<std::string>& flags = {}) {
    const ProbeCommand command = probe_command(probe);
    ProbeStep step;
    step.source = path(probe.cxx ? "probe.cc" : "probe.c");
    step.out = path("answer");
    step.object = path("probe.o");
    step.depfile = path("probe.d");
    step.kind = probe_kind_name(probe.kind);
    step.compiler = {compiler};
    for (const std::string& flag : flags) {
      if (command.link || !flag.starts_with("-fuse-ld")) step.compiler.push_back(flag);
    }
    step.compiler.insert(step.compiler.end(), command.flags.begin(), command.flags.end());
    step.compiler.insert(step.compiler.end(), {"-MD", "-MF", step.depfile});
    if (!command.link) step.compiler.push_back("-c");
    step.compiler.insert(step.compiler.end(), {step.source, "-o", step.object});
    step.compiler.insert(step.compiler.end(), command.links.begin(), command.links.end());
    EXPECT_TRUE(fs::write(step.source, command.source));
    EXPECT_TRUE(fs::remove_all(step.depfile));
    return step;
  }

  std::string ask(const Probe& probe, const std::string& compiler,
                  const std::vector<std::string>& flags = {}) {
    const auto done = run_probe(step(probe, compiler, flags).words());
    if (!done) return done.error().message;
    EXPECT_FALSE(fs::exists(path("probe.o")));
    return fs::read(path("answer")).value_or("no answer");
  }

  std::vector<std::string> inputs() const {
    const auto text = fs::read(path("probe.d"));
    if (!text) return {"no depfile"};
    return engine::parse_depfile(*text).value_or(std::vector<std::string>{"bad depfile"});
  }
  bool reads(const std::string& file) const {
    const auto all = inputs();
    return std::ranges::find(all, file) != all.end();
  }

  void script(const std::string& name, const std::string& body) {
    ASSERT_TRUE(fs::write(path(name), "#!/bin/sh\n" + body));
    std::filesystem::permissions(path(name), std::filesystem::perms::owner_all);
  }

 private:
  fs::TemporaryDirectory directory_;
};

struct Question {
  Probe probe;
  const char* answer;
};

std::vector<Question> questions_in_c() {
  return {
      {question(Kind::Header, "sys/uio.h"), "1\n"},
      {question(Kind::Header, "no/such.h"), "0\n"},
      {question(Kind::Header, "stdio.h", {"no/such.h"}), "0\n"},
      {question(Kind::Symbol, "fdatasync", {"unistd.h"}), "1\n"},
      {question(Kind::Symbol, "O_CLOEXEC", {"fcntl.h"}), "1\n"},
      {question(Kind::Symbol, "stdin", {"stdio.h"}), "1\n"},
      {question(Kind::Symbol, "strlen", {"string.h"}), "1\n"},
      {question(Kind::Symbol, "fullfsync", {"fcntl.h"}), "0\n"},
      {question(Kind::Symbol, "strlen"), "1\n"},
      {question(Kind::Symbol, "malloc"), "1\n"},
      {question(Kind::Symbol, "hull_never_heard_of"), "0\n"},
      {question(Kind::Symbol, "__builtin_expect"), "1\n"},
      {question(Kind::Symbol, "__builtin_nonsense"), "0\n"},
      {question(Kind::Type, "struct timespec", {"time.h"}), "1\n"},
      {question(Kind::Type, "struct timespec"), "0\n"},
      {question(Kind::Type, "unsigned long long"), "1\n"},
      {question(Kind::Type, "no_such_t"), "0\n"},
      {question(Kind::Type, "stdin", {"stdio.h"}), "0\n"},
      {question(Kind::Sizeof, "long"), "8\n"},
      {question(Kind::Sizeof, "char[4096]"), "4096\n"},
      {question(Kind::Sizeof, "size_t", {"stddef.h"}), "8\n"},
      {question(Kind::Sizeof, "no_such_t"), "0\n"},
      {question(Kind::Compiles, "int x = __builtin_clz(3);"), "1\n"},
      {question(Kind::Compiles, "int f(void) { return undeclared; }"), "0\n"},
      {question(Kind::Compiles,
                "int unused_function(void); static int unused; int main(void) { int v = 0; return 0; }"),
       "1\n"},
      {question(Kind::Links, "int main(void) { return 0; }"), "1\n"},
      {question(Kind::Links, "int hull_missing(void); int main(void) { return hull_missing(); }"), "0\n"},
      {question(Kind::Compiles, "int hull_missing(void); int main(void) { return hull_missing(); }"), "1\n"},
      {question(Kind::Flag, "-fno-exceptions"), "1\n"},
      {question(Kind::Flag, "-fno-such-flag"), "0\n"},
      {question(Kind::Flag, "-Wall"), "1\n"},
      {question(Kind::Flag, "-Wno-such-warning"), "0\n"},
      {question(Kind::Flag, "-Wno-unused-variable"), "1\n"},
      {question(Kind::Flag, "-Wl,--gc-sections"), "1\n"},
      {question(Kind::Flag, "-Wl,--no-such-option"), "0\n"},
      {question(Kind::Library, "m"), "1\n"},
      {question(Kind::Library, "hull_no_such_library"), "0\n"},
  };
}

std::vector<Question> questions_in_cxx() {
  return {
      {question(Kind::Header, "filesystem", {}, true), "1\n"},
      {question(Kind::Header, "stdio.h", {"no/such.h"}, true), "0\n"},
      {question(Kind::Symbol, "fdatasync", {"unistd.h"}, true), "1\n"},
      {question(Kind::Symbol, "O_CLOEXEC", {"fcntl.h"}, true), "1\n"},
      {question(Kind::Symbol, "fullfsync", {"fcntl.h"}, true), "0\n"},
      {question(Kind::Symbol, "strlen", {}, true), "1\n"},
      {question(Kind::Symbol, "hull_never_heard_of", {}, true), "0\n"},
      {question(Kind::Symbol, "std::filesystem::exists", {"filesystem"}, true), "1\n"},
      {question(Kind::Symbol, "std::no_such", {"utility"}, true), "0\n"},
      {question(Kind::Type, "std::pair<int, long>", {"utility"}, true), "1\n"},
      {question(Kind::Type, "stdin", {"stdio.h"}, true), "0\n"},
      {question(Kind::Sizeof, "std::pair<int, long>", {"utility"}, true), "16\n"},
      {question(Kind::Sizeof, "no_such_t", {}, true), "0\n"},
      {question(Kind::Compiles, "auto f() { return undeclared; }", {}, true), "0\n"},
      {question(Kind::Links, "#include <new>\nint main() { delete new int; }", {}, true), "1\n"},
  };
}

std::string describe(const Question& test) {
  return std::string(probe_kind_name(test.probe.kind)) + " `" + test.probe.subject + "`" +
         (test.probe.cxx ? " in C++" : " in C");
}

void expect_answers(const std::vector<Question>& questions, const char* compiler,
                    std::vector<std::string> flags = {}) {
  if (!find_program(compiler)) GTEST_SKIP() << compiler << " is not installed";
  flags.insert(flags.end(), {"-Wall", "-Wextra", "-Werror"});
  Asker asker;
  for (const Question& test : questions)
    EXPECT_EQ(asker.ask(test.probe, compiler, flags), test.answer) << describe(test);
}

TEST(RunProbe, AnswersWithClang) { expect_answers(questions_in_c(), "clang-19", {"-fuse-ld=lld"}); }
TEST(RunProbe, AnswersWithClangInCxx) { expect_answers(questions_in_cxx(), "clang++-19", {"-fuse-ld=lld"}); }
TEST(RunProbe, AnswersWithGcc) { expect_answers(questions_in_c(), "gcc"); }
TEST(RunProbe, AnswersWithGccInCxx) { expect_answers(questions_in_cxx(), "g++"); }

TEST(RunProbe, AnswersUnderTheFlagsOfARelease) {
  Asker asker;
  const std::vector<std::string> flags = {"-O2", "-g", "-fPIE", "-flto=thin", "-fuse-ld=lld"};
  EXPECT_EQ(asker.ask(question(Kind::Sizeof, "void *"), "clang-19", flags), "8\n");
  EXPECT_EQ(asker.ask(question(Kind::Symbol, "fdatasync", {"unistd.h"}), "clang-19", flags), "1\n");
  EXPECT_EQ(asker.ask(question(Kind::Symbol, "hull_never_heard_of"), "clang-19", flags), "0\n");
  Probe declared = question(Kind::Symbol, "hull_declared_only", {"\"declared.h\""});
  ASSERT_TRUE(fs::write(asker.path("declared.h"), "int hull_declared_only(int);\n"));
  EXPECT_EQ(asker.ask(declared, "clang-19", flags), "0\n");
  EXPECT_EQ(asker.ask(question(Kind::Sizeof, "int"), "clang-19", {"-fsanitize=address"}), "4\n");
}

TEST(RunProbe, UsesFlagsAndLibrariesOfTheQuestion) {
  Asker asker;
  Probe probe = question(Kind::Compiles, "#ifndef ASKED\n#error\n#endif");
  EXPECT_EQ(asker.ask(probe, "clang-19"), "0\n");
  probe.flags = {"-DASKED"};
  EXPECT_EQ(asker.ask(probe, "clang-19"), "1\n");

  probe =
      question(Kind::Links, "double cos(double); int main(int n, char **v) { (void)v; return (int)cos(n); }");
  EXPECT_EQ(asker.ask(probe, "clang-19", {"-fno-builtin"}), "0\n");
  probe.links = {"m"};
  EXPECT_EQ(asker.ask(probe, "clang-19", {"-fno-builtin"}), "1\n");
}

TEST(RunProbe, ListsWhatItReadWhenTheAnswerIsYes) {
  Asker asker;
  EXPECT_EQ(asker.ask(question(Kind::Header, "sys/uio.h"), "clang-19"), "1\n");
  EXPECT_TRUE(asker.reads("/usr/include/x86_64-linux-gnu/sys/uio.h") ||
              asker.reads("/usr/include/aarch64-linux-gnu/sys/uio.h"));
}

TEST(RunProbe, ListsWhereAMissingHeaderWouldBe) {
  Asker asker;
  EXPECT_EQ(asker.ask(question(Kind::Header, "no/such.h"), "clang-19"), "0\n");
  EXPECT_TRUE(asker.reads("/usr/include/no/such.h")) << testing::PrintToString(asker.inputs());
  EXPECT_TRUE(asker.reads("/usr/local/include/no/such.h"));
  EXPECT_FALSE(asker.reads("no/such.h"));
}

TEST(RunProbe, ListsWhatItReadWhenTheAnswerIsNo) {
  Asker asker;
  ASSERT_TRUE(fs::write(asker.path("there.h"), "#define THERE 1\n"));
  for (const char* compiler : {"clang-19", "gcc"}) {
    if (!find_program(compiler)) continue;
    const Probe probe = question(Kind::Compiles, "#include \"there.h\"\n#include <absent.h>\nint x = THERE;");
    EXPECT_EQ(asker.ask(probe, compiler, {"-I", asker.path("inc dir")}), "0\n");
    EXPECT_TRUE(asker.reads(asker.path("probe.c"))) << testing::PrintToString(asker.inputs());
    EXPECT_TRUE(asker.reads(asker.path("there.h")));
    EXPECT_TRUE(asker.reads("/usr/include/absent.h"));
    EXPECT_TRUE(asker.reads(asker.path("inc dir/absent.h")));  // The directory does not exist.
    ASSERT_TRUE(fs::make_directories(asker.path("inc dir")));
    EXPECT_EQ(asker.ask(probe, compiler, {"-I", asker.path("inc dir")}), "0\n");
    EXPECT_TRUE(asker.reads(asker.path("inc dir/absent.h"))) << testing::PrintToString(asker.inputs());
    ASSERT_TRUE(fs::write(asker.path("inc dir/absent.h"), ""));
    EXPECT_EQ(asker.ask(probe, compiler, {"-I", asker.path("inc dir")}), "1\n");
    ASSERT_TRUE(fs::remove_all(asker.path("inc dir")));
  }
}

TEST(RunProbe, AnErrorDirectiveStillLeavesADepfile) {
  Asker asker;
  ASSERT_TRUE(fs::write(asker.path("there.h"), "\n"));
  EXPECT_EQ(asker.ask(question(Kind::Compiles, "#include \"there.h\"\n#error no"), "clang-19"), "0\n");
  EXPECT_TRUE(asker.reads(asker.path("there.h")));
}

TEST(RunProbe, ListsThePlacesOfLibraries) {
  Asker asker;
  ASSERT_TRUE(fs::make_directories(asker.path("lib")));
  const Probe probe = question(Kind::Library, "hullprobe");
  for (const char* compiler : {"clang-19", "gcc"}) {
    if (!find_program(compiler)) continue;
    EXPECT_EQ(asker.ask(probe, compiler, {"-L" + asker.path("lib")}), "0\n");
    EXPECT_TRUE(asker.reads(asker.path("lib/libhullprobe.a"))) << testing::PrintToString(asker.inputs());
    EXPECT_TRUE(asker.reads("/usr/lib/libhullprobe.so"));
    ASSERT_TRUE(fs::write(asker.path("lib/libhullprobe.a"), "!<arch>\n"));
    EXPECT_EQ(asker.ask(probe, compiler, {"-L" + asker.path("lib")}), "1\n");
    EXPECT_TRUE(asker.reads(asker.path("lib/libhullprobe.so")));
    EXPECT_TRUE(asker.reads(asker.path("lib/libhullprobe.a")));
    EXPECT_FALSE(asker.reads("/usr/lib/libhullprobe.so"));
    ASSERT_TRUE(fs::remove_all(asker.path("lib/libhullprobe.a")));
  }
}

TEST(RunProbe, ACrashOrAFullDiskIsNoAnswer) {
  Asker asker;
  const Probe probe = question(Kind::Header, "stdio.h");
  const std::pair<const char*, const char*> cases[] = {
      {"kill -SEGV $$\n", "was ended by signal 11"},
      {"exit 139\n", "was ended by signal 11"},
      {"echo 'clang: error: clang frontend command failed' >&2; exit 1\n", "failed: frontend command failed"},
      {"echo 'cc1: internal compiler error: x' >&2; exit 4\n", "failed: internal compiler error"},
      {"echo 'write x.o: No space left on device' >&2; exit 1\n", "failed: No space left on device"},
  };
  for (const auto& [body, why] : cases) {
    asker.script("cc", body);
    EXPECT_EQ(asker.ask(probe, asker.path("cc")),
              "the compiler " + std::string(why) + " while asked about " + asker.path("probe.c"));
    EXPECT_FALSE(fs::exists(asker.path("answer")));
  }
  asker.script("cc", "exit 1\n");
  EXPECT_EQ(asker.ask(probe, asker.path("cc")), "0\n");
  EXPECT_TRUE(asker.reads(asker.path("probe.c")));
  EXPECT_FALSE(run_probe(asker.step(probe, asker.path("no-compiler")).words()));
}

TEST(RunProbe, RejectsWordsItDoesNotKnow) {
  const std::vector<std::vector<std::string>> wrong = {{"probe"},
                                                       {"probe", "--out"},
                                                       {"probe", "--what", "x"},
                                                       {"probe", "--out", "x", "--source", "y", "--"}};
  for (const auto& words : wrong) {
    const auto result = run_probe(words);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().kind, ErrorKind::Bug);
  }
}

TEST(SizeInObject, WantsExactlyOneNumber) {
  EXPECT_EQ(size_in_object("\x7f"
                           "ELFhull:sizeof:0000000016;x")
                .value_or(0),
            16u);
  EXPECT_EQ(size_in_object("hull:sizeof:0000000016;hull:sizeof:0000000016;").value_or(0), 16u);
  for (const char* bad : {"", "hull:sizeof:", "hull:sizeof:16;", "hull:sizeof:00000000x6;",
                          "hull:sizeof:0000000016", "hull:sizeof:0000000016;hull:sizeof:0000000008;"}) {
    EXPECT_FALSE(size_in_object(bad)) << bad;
  }
}

}  // namespace
}  // namespace hull::plan
