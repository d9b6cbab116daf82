#include "base/process.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file_system.h"

namespace hull {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

Command shell(std::string script) { return {.argv = {"sh", "-c", std::move(script)}}; }

TEST(Run, CapturesBothStreamsAndTheExitCode) {
  const auto finished = run(shell("printf 'o\\0ut'; echo err >&2; exit 3"));
  ASSERT_TRUE(finished);
  EXPECT_EQ(finished->out, std::string("o\0ut", 4));
  EXPECT_EQ(finished->err, "err\n");
  EXPECT_EQ(finished->exit_code, 3);
  EXPECT_EQ(finished->signal, 0);
  EXPECT_FALSE(finished->ok());
  EXPECT_TRUE(run(shell("true"))->ok());
}

TEST(Run, MuchOnBothStreamsAtOnce) {
  const auto finished = run(shell("head -c 1000000 /dev/zero >&2 & head -c 2000000 /dev/zero; wait"));
  ASSERT_TRUE(finished);
  EXPECT_EQ(finished->out.size(), 2'000'000u);
  EXPECT_EQ(finished->err.size(), 1'000'000u);
}

TEST(Run, GivesInputOfAnySize) {
  const std::string input(3'000'000, 'x');
  const auto echoed = run({.argv = {"cat"}, .input = input});
  ASSERT_TRUE(echoed);
  EXPECT_TRUE(echoed->out == input);
  EXPECT_TRUE(run({.argv = {"true"}, .input = input})->ok());  // Which reads none of it.
  EXPECT_EQ(run({.argv = {"cat"}})->out, "");
}

TEST(Run, UsesTheDirectoryAndTheEnvironment) {
  const fs::TemporaryDirectory directory;
  EXPECT_EQ(run({.argv = {"pwd", "-P"}, .directory = directory.path()})->out, directory.path() + "\n");
  EXPECT_EQ(run({.argv = {"env"}, .environment = {{"A=1", "B=x y"}}})->out, "A=1\nB=x y\n");
  EXPECT_EQ(run({.argv = {"env"}, .environment = {std::vector<std::string>{}}})->out, "");
}

TEST(Run, StartsWithDefaultSignals) {
  sigset_t all, old;
  sigfillset(&all);
  sigprocmask(SIG_BLOCK, &all, &old);
  const auto old_pipe = signal(SIGPIPE, SIG_IGN);
  const auto finished = run(shell("kill -PIPE $$; echo survived"));
  signal(SIGPIPE, old_pipe);
  sigprocmask(SIG_SETMASK, &old, nullptr);
  ASSERT_TRUE(finished);
  EXPECT_EQ(finished->signal, SIGPIPE);
  EXPECT_EQ(finished->out, "");
}

TEST(Run, NoDescriptorStaysOpen) {
  const auto before = fs::list("/proc/self/fd").value().size();
  for (int i = 0; i < 20; ++i) {
    ASSERT_TRUE(run({.argv = {"true"}, .input = "x"}));
    ASSERT_FALSE(run({.argv = {"/none/such"}, .input = "x"}));
  }
  EXPECT_EQ(fs::list("/proc/self/fd").value().size(), before);
}

TEST(Run, ATimeoutKillsTheWholeGroup) {
  const auto begin = std::chrono::steady_clock::now();
  Command command = shell("trap '' TERM INT; echo started; sleep 100 & sleep 100; wait");
  command.timeout = milliseconds(200);
  const auto finished = run(command);
  ASSERT_TRUE(finished);
  EXPECT_TRUE(finished->timed_out);
  EXPECT_EQ(finished->signal, SIGKILL);
  EXPECT_EQ(finished->out, "started\n");
  EXPECT_LT(std::chrono::steady_clock::now() - begin, seconds(60));
}

TEST(Run, InTimeIsNotTimedOut) {
  Command command = shell("echo quick");
  command.timeout = std::chrono::minutes(5);
  EXPECT_TRUE(run(command)->ok());
}

TEST(Run, ABackgroundProcessThatHoldsThePipesIsNotWaitedFor) {
  const auto begin = std::chrono::steady_clock::now();
  const auto finished = run(shell("sleep 100 & echo $!"));
  ASSERT_TRUE(finished);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, seconds(60));
  const pid_t background = std::stoi(finished->out);
  EXPECT_EQ(kill(background, SIGKILL), 0) << "it should be alive: it may be a compiler's server";
}

TEST(Run, ErrorsNameTheProgram) {
  const fs::TemporaryDirectory directory;
  const auto message = [](const Command& command) { return run(command).error().message; };
  EXPECT_EQ(message({.argv = {"hull-no-such-program"}}),
            "cannot run hull-no-such-program: No such file or directory");
  EXPECT_EQ(run({.argv = {"hull-no-such-program"}}).error().help,
            (std::vector<std::string>{"is `hull-no-such-program` installed and on PATH?"}));
  EXPECT_EQ(message({.argv = {directory.path()}}), "cannot run " + directory.path() + ": Permission denied");
  ASSERT_TRUE(fs::write(directory.path() + "/data",
                        "\x7f"
                        "ELF no"));
  chmod((directory.path() + "/data").c_str(), 0755);
  EXPECT_EQ(message({.argv = {directory.path() + "/data"}}),
            "cannot run " + directory.path() + "/data: Exec format error");
  EXPECT_EQ(run({.argv = {"true"}, .directory = directory.path() + "/none"}).error().help,
            (std::vector<std::string>{"the directory " + directory.path() + "/none does not exist"}));
  EXPECT_EQ(run({.argv = {}}).error().kind, ErrorKind::Bug);
}

TEST(Exec, ReplacesTheProcess) {
  const auto status_of = [](const Command& command) {
    const pid_t child = fork();
    if (child == 0) {
      const Error error = exec(command);
      _exit(error.message == "cannot run hull-no-such-program: No such file or directory" ? 77 : 78);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WEXITSTATUS(status);
  };
  EXPECT_EQ(status_of({.argv = {"sh", "-c", "exit $CODE"}, .environment = {{"CODE=5"}}}), 5);
  EXPECT_EQ(status_of({.argv = {"sh", "-c", "test \"$PWD\" = /usr"}, .directory = "/usr"}), 0);
  EXPECT_EQ(status_of({.argv = {"hull-no-such-program"}}), 77);
}

TEST(FindProgram, LooksWhereExecvpLooks) {
  const fs::TemporaryDirectory directory;
  const std::string bin = directory.path() + "/bin";
  for (const char* name : {"/tool", "/plain"}) ASSERT_TRUE(fs::write(bin + name, "#!/bin/sh\n"));
  ASSERT_EQ(chmod((bin + "/tool").c_str(), 0755), 0);
  ASSERT_TRUE(fs::make_directories(directory.path() + "/first/tool"));  // A directory is no program.
  const std::string old = getenv("PATH");
  setenv("PATH", (directory.path() + "/none:" + directory.path() + "/first:" + bin).c_str(), 1);
  EXPECT_EQ(find_program("tool"), bin + "/tool");
  EXPECT_EQ(find_program("plain"), std::nullopt);
  EXPECT_EQ(find_program("missing"), std::nullopt);
  EXPECT_EQ(find_program(""), std::nullopt);
  EXPECT_EQ(find_program(bin + "/tool"), bin + "/tool");
  EXPECT_EQ(find_program(bin + "/plain"), std::nullopt);
  setenv("PATH", old.c_str(), 1);
}

TEST(ShellQuoted, IsReadBackAsTheSameWords) {
  EXPECT_EQ(shell_quoted({"clang++", "-DA=1", "a b.cc", ""}), "clang++ -DA=1 'a b.cc' ''");
  EXPECT_EQ(shell_quoted({"it's"}), "'it'\\''s'");
  EXPECT_EQ(shell_quoted({"A=1", "B=2"}), "'A=1' B=2");
  const std::vector<std::string> words{"printf", "%s|", "a b", "it's", "$HOME", "`x`", "\n",  "*",   "~",
                                       "\\",     "\"",  "",    "#",    "\xff",  "!",   "a;b", "(x)", "A=1"};
  std::string expected;
  for (std::size_t i = 2; i < words.size(); ++i) expected += words[i] + "|";
  EXPECT_EQ(run(shell(shell_quoted(words)))->out, expected);
}

}  // namespace
}  // namespace hull
