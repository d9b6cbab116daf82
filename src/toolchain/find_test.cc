// Detection with drivers made of shell: a script can be any compiler, slow, broken or upgraded.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "base/file_system.h"
#include "base/path.h"
#include "toolchain/toolchain.h"

namespace hull::toolchain {
namespace {

using namespace std::chrono_literals;

/// A directory that plays /usr/bin.
class FindToolchain : public testing::Test {
 protected:
  std::string path(const std::string& name) const { return path::join(directory_.path(), name); }

  void script(const std::string& name, const std::string& body) {
    ASSERT_TRUE(fs::write(path(name), "#!/bin/sh\n" + body));
    std::filesystem::permissions(path(name), std::filesystem::perms::owner_all);
  }

  /// A driver that answers as Clang does, and counts how often it was asked.
  void clang(const std::string& name, const std::string& version, const std::string& more = "") {
    script(name,
           "echo asked >> " + path("asked") + "\ncat >&2 <<'END'\nDebian clang version " + version +
               " (x)\nTarget: x86_64-pc-linux-gnu\nThread model: posix\nInstalledDir: " + directory_.path() +
               "\n" + more + "#include <...> search starts here:\n /usr/include\nEnd of search list.\nEND\n");
  }
  void gcc(const std::string& name, const std::string& version) {
    script(name,
           "cat >&2 <<'END'\nTarget: x86_64-linux-gnu\nConfigured with: --target=x86_64-linux-gnu\n"
           "gcc version " +
               version + " (Debian)\nCOMPILER_PATH=" + directory_.path() + "\n " + path("cc1plus") +
               " -E -quiet\n#include <...> search starts here:\n"
               " /usr/include/../include\nEnd of search list.\nEND\n");
  }
  void tools() {
    for (const char* name : {"ld.lld", "llvm-ar", "gcc-ar", "cc1plus"}) script(name, "exit 1\n");
  }
  void both(const std::string& version) {
    tools();
    clang("clang++-19", version);
    clang("clang-19", version);
  }

  Result<Toolchain> find(std::vector<std::string> environment = {},
                         const manifest::ToolchainRequest& request = {}) {
    environment.push_back("PATH=" + directory_.path());
    return find_toolchain(request, environment, path("cache/toolchain.json"), timeout_);
  }
  std::size_t asked() const {
    const auto text = fs::read(path("asked"));
    return text ? static_cast<std::size_t>(std::ranges::count(*text, '\n')) : 0;
  }
  static std::string message(const Result<Toolchain>& result) {
    return result ? "found" : result.error().message;
  }

  fs::TemporaryDirectory directory_;
  std::chrono::milliseconds timeout_ = 20s;
};

TEST_F(FindToolchain, PrefersClang19) {
  both("19.1.7");
  clang("clang++-18", "18.1.8");
  gcc("g++", "12.2.0");
  const auto toolchain = find();
  ASSERT_TRUE(toolchain) << message(toolchain);
  EXPECT_EQ(toolchain->cxx.path, path("clang++-19"));
  EXPECT_EQ(toolchain->cc.path, path("clang-19"));
  EXPECT_EQ(toolchain->cxx.version, "19.1.7");
  EXPECT_EQ(toolchain->target, "x86_64-linux-gnu");
  EXPECT_EQ(toolchain->linker, "lld");
  EXPECT_EQ(toolchain->linker_path, path("ld.lld"));
  EXPECT_EQ(toolchain->archiver, path("llvm-ar"));
  EXPECT_EQ(toolchain->scan_deps, "");
  EXPECT_EQ(toolchain->cxx.system_includes, std::vector<std::string>{"/usr/include"});
}

TEST_F(FindToolchain, PassesOverAnOldUnversionedClang) {
  tools();
  clang("clang++", "14.0.6");
  clang("clang", "14.0.6");
  gcc("g++", "12.2.0");
  gcc("gcc", "12.2.0");
  const auto toolchain = find();
  ASSERT_TRUE(toolchain) << message(toolchain);
  EXPECT_EQ(toolchain->cxx.kind, CompilerKind::Gcc);
  EXPECT_EQ(toolchain->cc.path, path("gcc"));
  EXPECT_EQ(toolchain->cxx.version, "12.2.0");
  EXPECT_EQ(toolchain->archiver, path("gcc-ar"));

  const auto wished = find({"HULL_CXX=clang++"});
  ASSERT_TRUE(wished) << message(wished);
  EXPECT_EQ(wished->cxx.version, "14.0.6");
}

TEST_F(FindToolchain, EnvironmentWinsOverManifestAndTheOtherLanguageFollows) {
  both("19.1.7");
  gcc("g++-12", "12.2.0");
  gcc("gcc-12", "12.2.0");
  manifest::ToolchainRequest request;
  request.cxx = "clang++-19";
  auto toolchain = find({"HULL_CXX=g++-12"}, request);
  ASSERT_TRUE(toolchain) << message(toolchain);
  EXPECT_EQ(toolchain->cc.path, path("gcc-12"));

  toolchain = find({"HULL_CC=gcc-12"});
  ASSERT_TRUE(toolchain) << message(toolchain);
  EXPECT_EQ(toolchain->cxx.path, path("g++-12"));

  toolchain = find({}, request);
  ASSERT_TRUE(toolchain) << message(toolchain);
  EXPECT_EQ(toolchain->cxx.path, path("clang++-19"));
}

TEST_F(FindToolchain, UserFlagsAreSplitLikeAShellWould) {
  both("19.1.7");
  const auto toolchain =
      find({"HULL_CXXFLAGS=-O1  '-DNAME=a b' -I\"x y\" \\ z", "HULL_CFLAGS=-Os", "HULL_LDFLAGS="});
  ASSERT_TRUE(toolchain) << message(toolchain);
  EXPECT_EQ(toolchain->user_cxx_flags, (std::vector<std::string>{"-O1", "-DNAME=a b", "-Ix y", " z"}));
  EXPECT_EQ(toolchain->user_c_flags, std::vector<std::string>{"-Os"});
  EXPECT_TRUE(toolchain->user_link_flags.empty());
}

TEST_F(FindToolchain, AsksOnceWhileNothingChanges) {
  both("19.1.7");
  const auto first = find();
  ASSERT_TRUE(first) << message(first);
  EXPECT_EQ(asked(), 2u);
  const auto second = find();
  ASSERT_TRUE(second) << message(second);
  EXPECT_EQ(asked(), 2u);
  EXPECT_EQ(first->identity, second->identity);
  EXPECT_EQ(first->cxx.system_includes, second->cxx.system_includes);
}

TEST_F(FindToolchain, AnUpgradeUnderTheSamePathIsAnotherToolchain) {
  both("19.1.6");
  const auto before = find();
  ASSERT_TRUE(before) << message(before);
  const auto time = std::filesystem::last_write_time(path("clang++-19"));
  clang("clang++-19", "19.1.7");  // The same size, and as some package managers do, the same time.
  std::filesystem::last_write_time(path("clang++-19"), time);
  const auto after = find();
  ASSERT_TRUE(after) << message(after);
  EXPECT_EQ(after->cxx.version, "19.1.7");
  EXPECT_EQ(after->cc.version, "19.1.6");
  EXPECT_NE(before->identity, after->identity);
}

TEST_F(FindToolchain, AnotherLinkerOrArchiverIsAnotherToolchain) {
  both("19.1.7");
  const auto before = find();
  script("ld.lld", "exit 2\n");
  const auto linker = find();
  script("llvm-ar", "exit 2\n");
  const auto archiver = find();
  ASSERT_TRUE(before && linker && archiver);
  EXPECT_NE(before->identity, linker->identity);
  EXPECT_NE(linker->identity, archiver->identity);
  EXPECT_EQ(asked(), 2u);
}

TEST_F(FindToolchain, TheCompilerBehindADriverCounts) {
  tools();
  gcc("g++", "12.2.0");
  gcc("gcc", "12.2.0");
  const auto before = find();
  script("cc1plus", "exit 3\n");
  const auto after = find();
  ASSERT_TRUE(before && after) << message(before) << message(after);
  EXPECT_NE(before->identity, after->identity);
}

TEST_F(FindToolchain, ANewGccInstallationOrIncludeDirectoryAsksAgain) {
  tools();
  const std::string installations = path("gcc/x86_64-linux-gnu");
  ASSERT_TRUE(fs::make_directories(installations + "/12"));
  const std::string more = "Selected GCC installation: " + installations +
                           "/12\nignoring nonexistent directory \"" + path("local/include") + "\"\n";
  clang("clang++-19", "19.1.7", more);
  clang("clang-19", "19.1.7", more);
  ASSERT_TRUE(find());
  ASSERT_TRUE(find());
  EXPECT_EQ(asked(), 2u);
  ASSERT_TRUE(fs::make_directories(installations + "/13"));
  ASSERT_TRUE(find());
  EXPECT_EQ(asked(), 4u);
  ASSERT_TRUE(find());
  EXPECT_EQ(asked(), 4u);
  ASSERT_TRUE(fs::make_directories(path("local/include")));
  ASSERT_TRUE(find());
  EXPECT_EQ(asked(), 6u);
}

TEST_F(FindToolchain, ADamagedCacheOnlyCostsAnotherQuestion) {
  both("19.1.7");
  const auto first = find();
  ASSERT_TRUE(first);
  const std::string good = *fs::read(path("cache/toolchain.json"));
  std::size_t expected = 2;
  for (const std::string& bad :
       {std::string(), std::string("{"), std::string("[1]"), good.substr(0, good.size() / 2),
        std::string("{\"format\":99}"),
        std::string("{\"format\":1,\"compilers\":[{\"path\":3}],\"contents\":{}}")}) {
    ASSERT_TRUE(fs::write(path("cache/toolchain.json"), bad));
    const auto again = find();
    ASSERT_TRUE(again) << message(again);
    EXPECT_EQ(again->identity, first->identity);
    EXPECT_EQ(asked(), expected += 2) << bad;
    EXPECT_EQ(*fs::read(path("cache/toolchain.json")), good);
  }
}

TEST_F(FindToolchain, ACacheThatCannotBeWrittenIsNoError) {
  both("19.1.7");
  ASSERT_TRUE(fs::write(path("cache"), "a file where a directory should be"));
  EXPECT_TRUE(find());
}

TEST_F(FindToolchain, SaysWhatIsMissing) {
  EXPECT_EQ(message(find()), "no C++ compiler found on PATH");
  EXPECT_EQ(message(find({"HULL_CXX=nocc"})), "no program `nocc`, which HULL_CXX asks for");
  EXPECT_EQ(message(find({"HULL_CXX=ccache clang++"})),
            "no program `ccache clang++`, which HULL_CXX asks for");
  manifest::ToolchainRequest request;
  request.cc = "/nowhere/cc";
  const auto result = find({}, request);
  EXPECT_EQ(message(result), "no program `/nowhere/c++`, which the C compiler /nowhere/cc asks for");

  script("mine", "exit 0\n");
  EXPECT_EQ(message(find({"HULL_CXX=mine"})), "which C compiler belongs to mine is not known");

  script("gcc-12", "exit 0\n");
  const auto c = find({"HULL_CXX=gcc-12"});
  EXPECT_EQ(message(c), "gcc-12 is a C compiler, but HULL_CXX asks for one of C++");
  ASSERT_FALSE(c.error().help.empty());
  EXPECT_EQ(c.error().help.front(), "did you mean `g++-12`?");
}

TEST_F(FindToolchain, SaysWhatIsWrongWithACompiler) {
  tools();
  const struct {
    const char* body;
    std::string message;
  } cases[] = {
      {"echo 'cannot find libfoo.so' >&2; exit 127\n",
       "the compiler " + path("g++") + " does not work: exit code 127: cannot find libfoo.so"},
      {"kill -SEGV $$\n", "the compiler " + path("g++") + " crashed with signal 11"},
      {"echo 'icc version 2021' >&2\n",
       "cannot use " + path("g++") + " as a compiler: it is neither Clang nor GCC"},
      {"echo 'gcc version 12.1' >&2\n",
       "cannot use " + path("g++") + " as a compiler: it does not name its target"},
      {"", "cannot use " + path("g++") + " as a compiler: it is neither Clang nor GCC"},
  };
  script("gcc", "");
  for (const auto& test : cases) {
    script("g++", test.body);
    EXPECT_EQ(message(find()), test.message);
  }
}

TEST_F(FindToolchain, GivesUpOnAHangingCompiler) {
  tools();
  script("g++", "exec sleep 1000\n");
  script("gcc", "");
  timeout_ = 50ms;
  EXPECT_TRUE(message(find()).starts_with("the compiler " + path("g++") + " gave no answer"))
      << message(find());
}

TEST_F(FindToolchain, CompilersMustAgreeOnTheTarget) {
  both("19.1.7");
  script("clang-19", "echo 'clang version 19.1.7\nTarget: aarch64-unknown-linux-gnu' >&2\n");
  EXPECT_EQ(message(find()),
            "the C compiler builds for aarch64-linux-gnu, the C++ compiler for x86_64-linux-gnu");
}

TEST_F(FindToolchain, OneClangUnderTwoNamesIsAskedOnce) {
  // The real one, and the same behind a script, which must be asked.
  script("c-compiler", "exec /usr/bin/clang-19 \"$@\"\n");
  for (const std::string stdlib : {"libstdc++", "libc++"}) {
    manifest::ToolchainRequest request;
    request.stdlib = stdlib;
    request.cxx = "/usr/bin/clang++-19";
    const auto derived = find_toolchain(request, {"PATH=/usr/bin:/bin"}, path("a/toolchain.json"), timeout_);
    const auto told = find_toolchain(request, {"PATH=/usr/bin:/bin", "HULL_CC=" + path("c-compiler")},
                                     path("b/toolchain.json"), timeout_);
    ASSERT_TRUE(derived) << derived.error().message;
    ASSERT_TRUE(told) << told.error().message;
    EXPECT_EQ(derived->cc.system_includes, told->cc.system_includes) << stdlib;
    EXPECT_NE(derived->cc.system_includes, derived->cxx.system_includes) << stdlib;
    EXPECT_EQ(derived->cc.version, told->cc.version);
  }
}

TEST_F(FindToolchain, ChecksStdlibAndLinkerOfTheManifest) {
  both("19.1.7");
  gcc("g++", "12.2.0");
  gcc("gcc", "12.2.0");
  manifest::ToolchainRequest request;
  request.stdlib = "libc+";
  EXPECT_EQ(message(find({}, request)), "unknown standard library `libc+`");
  request.stdlib = "libc++";
  EXPECT_EQ(message(find({}, request)), "libc++ is not installed for Clang 19");
  EXPECT_EQ(message(find({"HULL_CXX=g++"}, request)), "libc++ needs Clang, but the C++ compiler is GCC");
  request.stdlib = "";
  request.linker = "ldd";
  const auto result = find({}, request);
  EXPECT_EQ(message(result), "unknown linker `ldd`");
  EXPECT_EQ(result.error().kind, ErrorKind::Usage);
}

}  // namespace
}  // namespace hull::toolchain
