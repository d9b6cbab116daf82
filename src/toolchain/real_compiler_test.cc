// The flags against the compilers of this machine: each accepts all of them without a word, and outputs are
// the same in every directory.

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>

#include "base/file_system.h"
#include "base/path.h"
#include "base/process.h"
#include "toolchain/environment.h"
#include "toolchain/toolchain.h"

namespace hull::toolchain {
namespace {

using manifest::Profile;

const std::vector<std::string> kEnvironment = {"PATH=/usr/local/bin:/usr/bin:/bin"};

Result<Toolchain> toolchain_of(const std::string& cxx, const std::string& stdlib = "") {
  static const fs::TemporaryDirectory cache;
  manifest::ToolchainRequest request;
  request.cxx = cxx;
  request.stdlib = stdlib;
  return find_toolchain(request, kEnvironment, path::join(cache.path(), "toolchain.json"));
}

struct Variant {
  const char* name;
  const char* cxx;
  const char* stdlib = "";
  std::vector<std::string> sanitize = {};
  Profile::Lto lto = Profile::Lto::Off;
  bool release = false;
};

Profile profile_of(const Variant& variant) {
  Profile profile;
  if (variant.release) {
    profile.opt_level = "2";
    profile.debug = Profile::Debug::LineTables;
    profile.assertions = false;
    profile.hardening = true;
    profile.strip = true;
  }
  profile.sanitize = variant.sanitize;
  profile.lto = variant.lto;
  return profile;
}

class RealCompiler : public testing::TestWithParam<Variant> {
 protected:
  void SetUp() override {
    if (!find_in_path(GetParam().cxx, "/usr/bin")) GTEST_SKIP() << GetParam().cxx << " is not installed";
    auto found = toolchain_of(GetParam().cxx, GetParam().stdlib);
    ASSERT_TRUE(found) << found.error().message;
    toolchain_ = *found;
    ASSERT_TRUE(check_profile(toolchain_, profile_of(GetParam())));
  }

  void command(const std::string& directory, const std::vector<std::string>& argv) {
    const auto finished = run({.argv = argv, .directory = directory, .environment = action_environment({})});
    ASSERT_TRUE(finished) << finished.error().message;
    EXPECT_TRUE(finished->ok()) << shell_quoted(argv) << "\n" << finished->err;
    EXPECT_EQ(finished->err, "") << shell_quoted(argv);
  }

  /// Compiles one source of each language and links them, with whatever there is to warn of made an error.
  void build(const std::string& directory) {
    const Profile profile = profile_of(GetParam());
    struct Source {
      const char* name;
      const char* text;
    };
    const Source sources[] = {
        {"main.cc",
         "#include <string>\nextern \"C\" { int c_part(int); int asm_part(); int cpp_part(); }\n"
         "int main(int argc, char**) { return c_part(argc) + asm_part() + cpp_part() + "
         "(int)std::string(__FILE__).size() - 12; }\n"},
        {"part.c", "int c_part(int n);\nint c_part(int n) { return n; }\n"},
        {"plain.s",
         ".text\n.globl asm_part\n.type asm_part,@function\nasm_part:\nret\n.section "
         ".note.GNU-stack,\"\",@progbits\n"},
        {"pre.S",
         "#define NAME cpp_part\n.text\n.globl NAME\nNAME:\nret\n.section .note.GNU-stack,\"\",@progbits\n"},
    };
    std::vector<std::string> link = {toolchain_.cxx.path};
    for (const std::string& flag : link_flags(toolchain_, profile, LinkKind::Executable))
      link.push_back(flag);
    for (const auto& [name, text] : sources) {
      ASSERT_TRUE(fs::write(path::join(directory, name), text));
      const Language language = *language_of(name);
      UnitOptions unit = {
          .language = language, .standard = "", .pic = false, .warnings = manifest::Warnings::Error};
      if (language == Language::Cxx) unit.standard = "c++20";
      if (language == Language::C) unit.standard = "c17";
      std::vector<std::string> argv = {language == Language::Cxx ? toolchain_.cxx.path : toolchain_.cc.path};
      for (const std::string& flag : compile_flags(toolchain_, profile, unit)) argv.push_back(flag);
      for (const std::string& flag : source_flags(toolchain_, profile, language, name)) argv.push_back(flag);
      const std::string object = std::string(name) + ".o";
      argv.insert(argv.end(), {"-Werror", "-c", name, "-o", object});
      command(directory, argv);
      link.push_back(object);
    }
    link.insert(link.end(), {"-o", "program"});
    command(directory, link);
    std::vector<std::string> archive = archive_command(toolchain_);
    archive.insert(archive.end(), {"libpart.a", "part.c.o"});
    command(directory, archive);
  }

  Toolchain toolchain_;
};

TEST_P(RealCompiler, AcceptsItsFlagsAndWritesTheSameBytesAnywhere) {
  fs::TemporaryDirectory one, two;
  const std::string elsewhere = path::join(two.path(), "a longer/name");
  ASSERT_TRUE(fs::make_directories(elsewhere));
  build(one.path());
  build(elsewhere);
  for (const char* name : {"main.cc.o", "part.c.o", "plain.s.o", "pre.S.o", "libpart.a", "program"}) {
    const auto a = fs::read(path::join(one.path(), name));
    const auto b = fs::read(path::join(elsewhere, name));
    ASSERT_TRUE(a && b) << name;
    EXPECT_TRUE(*a == *b) << name << " depends on the directory";
    EXPECT_EQ(a->find(one.path()), std::string::npos) << name << " holds the path of its directory";
  }
}

constexpr Profile::Lto kThin = Profile::Lto::Thin;

INSTANTIATE_TEST_SUITE_P(
    Table, RealCompiler,
    testing::Values(Variant{"clang_dev", "clang++-19"},
                    Variant{.name = "clang_release", .cxx = "clang++-19", .release = true},
                    Variant{.name = "clang_lto", .cxx = "clang++-19", .lto = kThin, .release = true},
                    Variant{.name = "clang_asan",
                            .cxx = "clang++-19",
                            .sanitize = {"address", "undefined"},
                            .release = true},
                    Variant{.name = "clang_tsan", .cxx = "clang++-19", .sanitize = {"thread"}},
                    Variant{.name = "clang_msan", .cxx = "clang++-19", .sanitize = {"memory"}},
                    Variant{"gcc_dev", "g++"}, Variant{.name = "gcc_release", .cxx = "g++", .release = true},
                    Variant{.name = "gcc_lto", .cxx = "g++", .lto = kThin, .release = true},
                    Variant{.name = "gcc_asan", .cxx = "g++", .sanitize = {"address", "undefined"}}),
    [](const auto& info) { return std::string(info.param.name); });

TEST(RealToolchain, KnowsItself) {
  const auto toolchain = toolchain_of("clang++-19");
  ASSERT_TRUE(toolchain) << toolchain.error().message;
  EXPECT_TRUE(toolchain->cxx.version.starts_with("19."));
  EXPECT_EQ(toolchain->linker, "lld");
  EXPECT_TRUE(fs::is_file(toolchain->scan_deps));
  EXPECT_TRUE(std::ranges::find(toolchain->cxx.system_includes, "/usr/include") !=
              toolchain->cxx.system_includes.end());
  EXPECT_GT(toolchain->cxx.system_includes.size(), toolchain->cc.system_includes.size());
  for (const std::string& directory : toolchain->cxx.system_includes) {
    EXPECT_EQ(directory, path::normal(directory));
    EXPECT_TRUE(fs::is_directory(directory)) << directory;
  }
}

TEST(RealToolchain, FindsTheStdModuleOfLibcxx) {
  const auto toolchain = toolchain_of("clang++-19", "libc++");
  if (!toolchain) GTEST_SKIP() << toolchain.error().message;
  EXPECT_TRUE(fs::is_file(path::join(toolchain->std_module_directory, "std.cppm")));
}

TEST(RealToolchain, AWarmCallTakesLessThanAMillisecond) {
  ASSERT_TRUE(toolchain_of("clang++-19"));
  auto best = std::chrono::nanoseconds::max();
  for (int i = 0; i < 20; ++i) {
    const auto begin = std::chrono::steady_clock::now();
    ASSERT_TRUE(toolchain_of("clang++-19"));
    best = std::min<std::chrono::nanoseconds>(best, std::chrono::steady_clock::now() - begin);
  }
  RecordProperty("microseconds", static_cast<int>(best.count() / 1000));
  EXPECT_LT(best, std::chrono::milliseconds(1));
}

TEST(RealCompiler, LoadsPluginsOfItsOwnClangAlone) {
  const auto clang = toolchain_of("clang++-19");
  ASSERT_TRUE(clang) << clang.error().message;
  EXPECT_EQ(why_no_plugin(clang->cxx, "19.1"), std::nullopt);
  EXPECT_EQ(why_no_plugin(clang->cc, "19.1"), std::nullopt);
  EXPECT_EQ(why_no_plugin(clang->cxx, "19"),
            "this Clang " + clang->cxx.version + " does not use libclang-cpp.so.19");
  EXPECT_EQ(why_no_plugin(clang->cxx, "1"), "the compiler is Clang " + clang->cxx.version + ", not 1");
  const auto gcc = toolchain_of("g++");
  ASSERT_TRUE(gcc) << gcc.error().message;
  EXPECT_EQ(why_no_plugin(gcc->cxx, "19.1"), "the compiler is GCC " + gcc->cxx.version);
}

}  // namespace
}  // namespace hull::toolchain
