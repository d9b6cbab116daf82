// Private modules and private tools: nothing here depends on what is installed.

#include "source/system.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "base/file_system.h"
#include "base/path.h"
#include "source/debian_hint.h"
#include "source/flag_words.h"

namespace hull::source {
namespace {

using Words = std::vector<std::string>;

class SystemLibraryTest : public testing::Test {
 protected:
  std::string path(const std::string& name) const { return path::join(directory_.path(), name); }

  void module(const std::string& name, const std::string& body, const std::string& version = "1.2.3") {
    ASSERT_TRUE(fs::write(
        path("pc/" + name + ".pc"),
        "prefix=" + path("opt") + "\nName: " + name + "\nDescription: x\nVersion: " + version + "\n" + body));
  }
  void tool(const std::string& name, const std::string& body) {
    ASSERT_TRUE(fs::write(path("bin/" + name), "#!/bin/sh\necho \"$@\" >> " + path("asked") + "\n" + body));
    std::filesystem::permissions(path("bin/" + name), std::filesystem::perms::owner_all);
  }

  Result<SystemLibrary> ask(const Words& modules, bool static_link = false) {
    SystemSearch search;
    search.module_directories = {path("pc")};
    search.program_path = path("bin") + ":/usr/bin:/bin";
    search.library_directories = {path("lib"), "/usr/lib"};
    search.sysroot = sysroot_;
    manifest::Dependency dependency;
    dependency.name = "dep";
    manifest::SystemSource source;
    for (const std::string& name : modules) source.modules.push_back({.value = name, .span = {}});
    dependency.source = source;
    if (static_link) dependency.static_link = true;
    return system_library(dependency, path("cache/system.json"), search);
  }
  static std::string message(const Result<SystemLibrary>& result) {
    return result ? "found" : result.error().message;
  }
  std::size_t asked() const {
    const auto text = fs::read(path("asked"));
    return text ? static_cast<std::size_t>(std::count(text->begin(), text->end(), '\n')) : 0;
  }

  fs::TemporaryDirectory directory_;
  std::string sysroot_;
};

TEST_F(SystemLibraryTest, SortsTheWordsOfAModule) {
  module("a",
         "Cflags: -I${prefix}/include -isystem ${prefix}/sys -I/usr/include -DA=1 -D B -pthread -std=c++11 "
         "-Wall -O2\n"
         "Libs: -L${prefix}/lib -L/usr/lib -la -lb -Wl,-z,x -pthread\n");
  const auto library = ask({"a"});
  ASSERT_TRUE(library) << message(library);
  EXPECT_EQ(library->version, "1.2.3");
  EXPECT_EQ(library->includes, (Words{path("opt/include"), path("opt/sys")}));
  EXPECT_EQ(library->defines, (Words{"A=1", "B"}));
  EXPECT_EQ(library->compile_flags, Words{"-pthread"});
  EXPECT_EQ(library->link_arguments, (Words{"-L" + path("opt/lib"), "-la", "-lb", "-Wl,-z,x", "-pthread"}));
  EXPECT_EQ(library->inputs, Words{path("pc/a.pc")});
  EXPECT_EQ(library->modules, Words{"a"});
}

TEST_F(SystemLibraryTest, PrivateRequirementsGiveHeadersAlwaysAndLibrariesWhenStatic) {
  module("a", "Requires.private: b\nLibs: -la\nLibs.private: -lm\nCflags: -I${prefix}/a\n");
  module("b", "Libs: -lb\nLibs.private: -lz\nCflags: -I${prefix}/b\n");
  const auto shared = ask({"a"});
  ASSERT_TRUE(shared) << message(shared);
  EXPECT_EQ(shared->includes, (Words{path("opt/a"), path("opt/b")}));
  EXPECT_EQ(shared->link_arguments, Words{"-la"});
  EXPECT_EQ(shared->inputs, (Words{path("pc/a.pc"), path("pc/b.pc")}));

  ASSERT_TRUE(fs::write(path("lib/liba.a"), "!<arch>\n"));
  ASSERT_TRUE(fs::write(path("lib/libm.a"), "!<arch>\n"));
  const auto archive = ask({"a"}, true);
  ASSERT_TRUE(archive) << message(archive);
  EXPECT_EQ(archive->link_arguments, (Words{path("lib/liba.a"), "-lm", "-lb", "-lz"}));
  EXPECT_EQ(archive->inputs, (Words{path("pc/a.pc"), path("pc/b.pc"), path("lib/liba.a")}));
}

TEST_F(SystemLibraryTest, HonoursRequirements) {
  module("a", "Libs: -la\n");
  EXPECT_TRUE(ask({"a >= 1.2"}));
  EXPECT_TRUE(ask({"a = 1.2.3"}));
  EXPECT_TRUE(ask({"a < 1.10"}));
  EXPECT_EQ(message(ask({"a >= 1.10"})), "system library `a` is version 1.2.3, but `>= 1.10` is required");
}

TEST_F(SystemLibraryTest, JoinsSeveralModules) {
  module("a", "Libs: -la\nCflags: -I${prefix}/x\n", "1");
  module("b", "Libs: -lb\nCflags: -I${prefix}/x\n", "2");
  const auto library = ask({"a", "b"});
  ASSERT_TRUE(library) << message(library);
  EXPECT_EQ(library->version, "1");
  EXPECT_EQ(library->includes, Words{path("opt/x")});
  EXPECT_EQ(library->link_arguments, (Words{"-la", "-lb"}));
}

TEST_F(SystemLibraryTest, SaysWhichModulesOthersMayAskFor) {
  module("a", "Libs: -la\n");
  module("b", "Libs: -lb\n");
  tool("x-config", "echo -lx\n");
  EXPECT_EQ(ask({"a >= 1.0, b", "a"})->modules, (Words{"a >= 1.0", "b", "a"}));
  EXPECT_EQ(ask({"a"}, true)->modules, Words{});
  EXPECT_EQ(ask({"a", "x-config"})->modules, Words{});
}

TEST_F(SystemLibraryTest, PathsWithBlanksAndQuotesSurvive) {
  module("a", "Cflags: -I\"${prefix}/with blank\" -DT=\\\"q\\\"\nLibs: -la\n");
  const auto library = ask({"a"});
  ASSERT_TRUE(library) << message(library);
  EXPECT_EQ(library->includes, Words{path("opt/with blank")});
  EXPECT_EQ(library->defines, Words{"T=\"q\""});
}

TEST_F(SystemLibraryTest, PutsTheSysrootBeforePaths) {
  module("a", "Cflags: -I/opt/a\nLibs: -L/opt/lib -la\n");
  sysroot_ = "/sysroot";
  const auto library = ask({"a"});
  ASSERT_TRUE(library) << message(library);
  EXPECT_EQ(library->includes, Words{"/sysroot/opt/a"});
  EXPECT_EQ(library->link_arguments, (Words{"-L/sysroot/opt/lib", "-la"}));
}

TEST_F(SystemLibraryTest, SaysWhatIsMissingAndGuessesAPackage) {
  const auto missing = ask({"zlib"});
  EXPECT_EQ(message(missing), "no pkg-config module `zlib`");
  EXPECT_EQ(missing.error().kind, ErrorKind::Usage);
  ASSERT_FALSE(missing.error().help.empty());
  EXPECT_NE(missing.error().help.front().find("probably `zlib1g-dev`"), std::string::npos);

  module("a", "Requires: nosuch\nLibs: -la\n");
  EXPECT_EQ(message(ask({"a"})), "no pkg-config module `nosuch`, which `a` requires");
  EXPECT_EQ(message(ask({""})), "a system dependency needs the name of a pkg-config module");
  EXPECT_EQ(message(ask({"nope-config x"})), "no program `nope-config` on PATH");
}

TEST_F(SystemLibraryTest, NeverRunsWhatIsNamedLikeNoConfigTool) {
  tool("make", "");
  EXPECT_EQ(message(ask({"make"})), "no pkg-config module `make`");
  EXPECT_EQ(asked(), 0u);
}

TEST_F(SystemLibraryTest, CyclesAndDamageAreErrorsNotCrashes) {
  module("a", "Requires: b\nLibs: -la\n");
  module("b", "Requires: a\nLibs: -lb\n");
  EXPECT_TRUE(ask({"a"}));  // As pkg-config: each once.
  ASSERT_TRUE(fs::write(path("pc/c.pc"),
                        "Name: c\nCflags: -I${undefined\n\"\nVersion: 1\nDescription: x\nLibs: '-l"));
  ask({"c"});
  ASSERT_TRUE(fs::write(path("pc/d.pc"), std::string(100000, '$')));
  EXPECT_FALSE(ask({"d"}));
  ASSERT_TRUE(fs::write(path("pc/e.pc"), ""));
  EXPECT_FALSE(ask({"e"}));
}

constexpr const char* kLlvmConfig =
    "case \"$*\" in\n"
    "  --version) echo 19.1.7 ;;\n"
    "  --cppflags) echo -I/opt/llvm/include -D_GNU_SOURCE ;;\n"
    "  --ldflags) echo -L/opt/llvm/lib ;;\n"
    "  '--libs core support') echo -lLLVM-19 ;;\n"
    "  '--link-static --libs core support') echo -lLLVMCore -lLLVMSupport ;;\n"
    "  '--system-libs core support') echo ;;\n"
    "  '--link-static --system-libs core support') echo -lz ;;\n"
    "  *) echo \"error: $* unknown\" >&2; exit 1 ;;\n"
    "esac\n";

TEST_F(SystemLibraryTest, AsksLlvmConfigInItsOwnWay) {
  tool("llvm-config-19", kLlvmConfig);
  const auto shared = ask({"llvm-config-19 core support"});
  ASSERT_TRUE(shared) << message(shared);
  EXPECT_EQ(shared->version, "19.1.7");
  EXPECT_EQ(shared->includes, Words{"/opt/llvm/include"});
  EXPECT_EQ(shared->defines, Words{"_GNU_SOURCE"});
  EXPECT_EQ(shared->link_arguments, (Words{"-L/opt/llvm/lib", "-lLLVM-19"}));
  EXPECT_EQ(shared->inputs, Words{path("bin/llvm-config-19")});
  const auto archive = ask({"llvm-config-19 core support"}, true);
  ASSERT_TRUE(archive) << message(archive);
  EXPECT_EQ(archive->link_arguments, (Words{"-L/opt/llvm/lib", "-lLLVMCore", "-lLLVMSupport", "-lz"}));
  EXPECT_EQ(message(ask({"llvm-config-19 cor"})),
            "`" + path("bin/llvm-config-19") + " --libs cor` failed: error: --libs cor unknown");
}

TEST_F(SystemLibraryTest, RemembersAToolsAnswerWhileItIsTheSameFile) {
  tool("x-config",
       "case $1 in --cflags) echo -DX ;; --libs) echo -lx ;; --version) printf '3.1\\nmore\\n' ;; esac\n");
  for (int i = 0; i < 2; ++i) {
    const auto library = ask({"x-config"});
    ASSERT_TRUE(library) << message(library);
    EXPECT_EQ(library->version, "3.1");
    EXPECT_EQ(library->defines, Words{"X"});
    EXPECT_EQ(library->link_arguments, Words{"-lx"});
    EXPECT_EQ(asked(), 3u);
  }
  for (const char* damage :
       {"", "{", "[]", "{\"format\":1,\"tools\":{\"x-config\":7}}", "{\"format\":1,\"tools\":[]}"}) {
    ASSERT_TRUE(fs::write(path("cache/system.json"), damage));
    EXPECT_TRUE(ask({"x-config"}));
  }
  EXPECT_EQ(asked(), 18u);
  tool("x-config", "case $1 in --cflags) echo -DXY ;; --libs) echo -lxy ;; esac\n");
  const auto upgraded = ask({"x-config"});
  ASSERT_TRUE(upgraded) << message(upgraded);
  EXPECT_EQ(upgraded->defines, Words{"XY"});
}

TEST_F(SystemLibraryTest, SaysWhyAToolFailed) {
  tool("x-config", "echo 'no such library' >&2; exit 3\n");
  EXPECT_EQ(message(ask({"x-config"})), "`" + path("bin/x-config") + " --cflags` failed: no such library");
}

TEST(SystemSearchTest, FollowsPkgConfigsVariables) {
  const SystemSearch plain = system_search({});
  EXPECT_FALSE(plain.module_directories.empty());
  EXPECT_EQ(plain.program_path, "/usr/local/bin:/usr/bin:/bin");
  const SystemSearch added =
      system_search({"PKG_CONFIG_PATH=/a:/b/", "PATH=/bin", "PKG_CONFIG_SYSROOT_DIR=/r"});
  EXPECT_EQ(Words(added.module_directories.begin(), added.module_directories.begin() + 2),
            (Words{"/a", "/b"}));
  EXPECT_EQ(added.module_directories.size(), plain.module_directories.size() + 2);
  EXPECT_EQ(added.sysroot, "/r");
  const SystemSearch replaced = system_search({"PKG_CONFIG_PATH=/a", "PKG_CONFIG_LIBDIR=/only"});
  EXPECT_EQ(replaced.module_directories, (Words{"/a", "/only"}));
}

TEST(DebianHint, TableThenRule) {
  const std::pair<const char*, const char*> cases[] = {{"zlib", "zlib1g-dev"},
                                                       {"openssl", "libssl-dev"},
                                                       {"fmt", "libfmt-dev"},
                                                       {"libzstd", "libzstd-dev"},
                                                       {"libfoo", "libfoo-dev"},
                                                       {"absl_strings", "libabsl-dev"},
                                                       {"llvm-config-19", "llvm-19-dev"},
                                                       {"foo-config", "libfoo-dev"},
                                                       {"Foo_Bar", "libfoo-bar-dev"}};
  for (const auto& [name, package] : cases) EXPECT_EQ(likely_debian_package(name), package) << name;
}

}  // namespace
}  // namespace hull::source
