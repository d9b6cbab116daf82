#include <gtest/gtest.h>

#include <algorithm>

#include "toolchain/toolchain.h"

namespace hull::toolchain {
namespace {

using manifest::Profile;
using Words = std::vector<std::string>;

Toolchain clang() {
  Toolchain toolchain;
  toolchain.cc = {
      .kind = CompilerKind::Clang, .path = "/usr/bin/clang-19", .version = "19.1.7", .system_includes = {}};
  toolchain.cxx = {
      .kind = CompilerKind::Clang, .path = "/usr/bin/clang++-19", .version = "19.1.7", .system_includes = {}};
  toolchain.target = "x86_64-linux-gnu";
  toolchain.stdlib = "libstdc++";
  toolchain.linker = "lld";
  toolchain.linker_choice = {"-fuse-ld=lld"};
  toolchain.archiver = "/usr/bin/llvm-ar-19";
  return toolchain;
}

Toolchain gcc() {
  Toolchain toolchain = clang();
  toolchain.cc = {
      .kind = CompilerKind::Gcc, .path = "/usr/bin/gcc", .version = "12.2.0", .system_includes = {}};
  toolchain.cxx = {
      .kind = CompilerKind::Gcc, .path = "/usr/bin/g++", .version = "12.2.0", .system_includes = {}};
  toolchain.linker = "bfd";
  toolchain.linker_choice = {};
  return toolchain;
}

Toolchain libcxx() {
  Toolchain toolchain = clang();
  toolchain.stdlib = "libc++";
  return toolchain;
}

Toolchain arm64() {
  Toolchain toolchain = clang();
  toolchain.target = "aarch64-linux-gnu";
  return toolchain;
}

Toolchain old_clang() {
  Toolchain toolchain = clang();
  toolchain.cxx.version = toolchain.cc.version = "15.0.6";
  return toolchain;
}

Profile dev() { return {}; }

Profile release() {
  Profile profile;
  profile.name = "release";
  profile.opt_level = "2";
  profile.debug = Profile::Debug::LineTables;
  profile.assertions = false;
  profile.hardening = true;
  return profile;
}

Profile with(Profile profile, void (*edit)(Profile&)) {
  edit(profile);
  return profile;
}

bool has(const Words& words, const std::string& word) {
  return std::ranges::find(words, word) != words.end();
}
std::ptrdiff_t position(const Words& words, const std::string& word) {
  return std::ranges::find(words, word) - words.begin();
}

struct Case {
  const char* name;
  Toolchain toolchain;
  Profile profile;
  UnitOptions unit;
  Words present;
  Words absent;
};

class CompileFlags : public testing::TestWithParam<Case> {};

TEST_P(CompileFlags, HaveAndHaveNot) {
  const Case& test = GetParam();
  const Words words = compile_flags(test.toolchain, test.profile, test.unit);
  for (const std::string& word : test.present)
    EXPECT_TRUE(has(words, word)) << word << " in " << testing::PrintToString(words);
  for (const std::string& word : test.absent)
    EXPECT_FALSE(has(words, word)) << word << " in " << testing::PrintToString(words);
}

const UnitOptions kCxx = {.language = Language::Cxx, .standard = "c++20"};
const UnitOptions kC = {.language = Language::C, .standard = "c17"};

INSTANTIATE_TEST_SUITE_P(
    Table, CompileFlags,
    testing::Values(
        Case{"dev",
             clang(),
             dev(),
             kCxx,
             {"-std=c++20", "-O0", "-g", "-gdwarf-4", "-fPIC", "-Wall", "-Wextra", "-fcolor-diagnostics",
              "-ffile-compilation-dir=."},
             {"-DNDEBUG", "-D_FORTIFY_SOURCE=3", "-fvisibility=hidden", "-Werror", "-march=native",
              "-stdlib=libstdc++"}},
        Case{"release",
             clang(),
             release(),
             kCxx,
             {"-O2", "-g1", "-DNDEBUG", "-D_FORTIFY_SOURCE=3", "-U_FORTIFY_SOURCE",
              "-fstack-protector-strong", "-fstack-clash-protection", "-D_GLIBCXX_ASSERTIONS",
              "-fcf-protection=full", "-ftrivial-auto-var-init=zero"},
             {"-g", "-march=native", "-mbranch-protection=standard"}},
        Case{"release_c",
             clang(),
             release(),
             kC,
             {"-std=c17", "-D_FORTIFY_SOURCE=3"},
             {"-D_GLIBCXX_ASSERTIONS"}},
        Case{"release_libcxx",
             libcxx(),
             release(),
             kCxx,
             {"-stdlib=libc++", "-D_LIBCPP_HARDENING_MODE=_LIBCPP_HARDENING_MODE_FAST"},
             {"-D_GLIBCXX_ASSERTIONS"}},
        Case{"libcxx_is_not_for_c", libcxx(), release(), kC, {}, {"-stdlib=libc++"}},
        Case{"release_arm64",
             arm64(),
             release(),
             kCxx,
             {"-mbranch-protection=standard"},
             {"-fcf-protection=full"}},
        Case{"release_gcc",
             gcc(),
             release(),
             kCxx,
             {"-fdiagnostics-color=always", "-gno-record-gcc-switches", "-ffile-prefix-map=/proc/self/cwd=.",
              "-D_FORTIFY_SOURCE=3"},
             {"-fcolor-diagnostics", "-ffile-compilation-dir=."}},
        Case{"no_fortify_unoptimized",
             clang(),
             with(release(), [](Profile& p) { p.opt_level = "0"; }),
             kCxx,
             {"-fstack-protector-strong"},
             {"-D_FORTIFY_SOURCE=3"}},
        Case{"no_auto_init_before_clang_16",
             old_clang(),
             release(),
             kCxx,
             {},
             {"-ftrivial-auto-var-init=zero"}},
        Case{"sanitized",
             clang(),
             with(release(), [](Profile& p) { p.sanitize = {"address", "undefined"}; }),
             kCxx,
             {"-fsanitize=address,undefined", "-fno-sanitize-recover=all", "-fno-omit-frame-pointer",
              "-U_FORTIFY_SOURCE"},
             {"-D_FORTIFY_SOURCE=3", "-fsanitize-memory-track-origins"}},
        Case{"memory",
             clang(),
             with(dev(), [](Profile& p) { p.sanitize = {"memory"}; }),
             kCxx,
             {"-fsanitize=memory", "-fsanitize-memory-track-origins"},
             {}},
        Case{"executable",
             clang(),
             dev(),
             {.language = Language::Cxx, .standard = "c++20", .pic = false},
             {"-fPIE"},
             {"-fPIC"}},
        Case{"shared",
             clang(),
             dev(),
             {.language = Language::Cxx, .standard = "c++20", .shared = true},
             {"-fPIC", "-fvisibility=hidden", "-fvisibility-inlines-hidden"},
             {}},
        Case{"shared_c",
             clang(),
             dev(),
             {.language = Language::C, .standard = "c17", .shared = true},
             {"-fvisibility=hidden"},
             {"-fvisibility-inlines-hidden"}},
        Case{"no_warnings",
             clang(),
             dev(),
             {.standard = "c++20", .warnings = manifest::Warnings::None},
             {"-w"},
             {"-Wall"}},
        Case{"warnings_are_errors",
             clang(),
             dev(),
             {.standard = "c++20", .warnings = manifest::Warnings::Error},
             {"-Wall", "-Werror"},
             {"-w"}},
        Case{"thin_lto",
             clang(),
             with(release(), [](Profile& p) { p.lto = Profile::Lto::Thin; }),
             kCxx,
             {"-flto=thin"},
             {"-ffat-lto-objects"}},
        Case{"fat_lto",
             clang(),
             with(release(), [](Profile& p) { p.lto = Profile::Lto::Fat; }),
             kCxx,
             {"-flto=full"},
             {}},
        Case{"archived",
             clang(),
             with(release(), [](Profile& p) { p.lto = Profile::Lto::Thin; }),
             {.standard = "c++23", .archived = true},
             {"-flto=thin", "-ffat-lto-objects"},
             {}},
        Case{"archived_without_lto",
             clang(),
             release(),
             {.standard = "c++23", .archived = true},
             {},
             {"-ffat-lto-objects"}},
        Case{"archived_old_clang",
             old_clang(),
             with(release(), [](Profile& p) { p.lto = Profile::Lto::Thin; }),
             {.standard = "c++23", .archived = true},
             {"-flto=thin"},
             {"-ffat-lto-objects"}},
        Case{"gcc_lto",
             gcc(),
             with(release(), [](Profile& p) { p.lto = Profile::Lto::Thin; }),
             kCxx,
             {"-flto=auto"},
             {"-flto=thin"}},
        Case{
            "working_title_clang", old_clang(), dev(), {.standard = "c++23"}, {"-std=c++2b"}, {"-std=c++23"}},
        Case{"working_title_gnu", old_clang(), dev(), {.standard = "gnu++23"}, {"-std=gnu++2b"}, {}},
        Case{"known_title", gcc(), dev(), {.standard = "c++23"}, {"-std=c++23"}, {}},
        Case{"no_debug",
             clang(),
             with(dev(), [](Profile& p) { p.debug = Profile::Debug::None; }),
             kCxx,
             {},
             {"-g", "-g1", "-gdwarf-4"}},
        Case{"assembly",
             clang(),
             release(),
             {.language = Language::Asm, .standard = ""},
             {"-gdwarf-4", "-g1", "-Wno-unused-command-line-argument"},
             {"-O2", "-fstack-protector-strong", "-Wall", "-fPIC"}},
        Case{"profile_flags",
             clang(),
             with(dev(),
                  [](Profile& p) {
                    p.flags = {"-fboth"};
                    p.c_flags = {"-fonly-c"};
                    p.cxx_flags = {"-fonly-cxx"};
                    p.defines = {{"A", ""}, {"B", "2"}};
                  }),
             kC,
             {"-fboth", "-fonly-c", "-DA", "-DB=2"},
             {"-fonly-cxx"}}),
    [](const auto& info) { return std::string(info.param.name); });

TEST(CompileFlags, LevelOfDebugInformationStandsAfterItsFormat) {
  const Words words = compile_flags(clang(), release(), kCxx);
  EXPECT_LT(position(words, "-gdwarf-4"), position(words, "-g1"));
}

TEST(CompileFlags, ProfilesOwnFlagsWin) {
  const Words words =
      compile_flags(clang(), with(release(), [](Profile& p) { p.cxx_flags = {"-O3"}; }), kCxx);
  EXPECT_EQ(words.back(), "-O3");
}

TEST(CompileFlags, FortifyIsUndefinedFirst) {
  const Words words = compile_flags(gcc(), release(), kCxx);
  EXPECT_LT(position(words, "-U_FORTIFY_SOURCE"), position(words, "-D_FORTIFY_SOURCE=3"));
}

TEST(LinkFlags, OfAReleaseExecutable) {
  const Words expected = {"-fcolor-diagnostics", "-fuse-ld=lld",    "-pie",
                          "-Wl,--build-id=sha1", "-Wl,--as-needed", "-Wl,-z,relro,-z,now",
                          "-Wl,-z,noexecstack",  "-Wl,--strip-all", "-Lown"};
  const Profile profile = with(release(), [](Profile& p) {
    p.strip = true;
    p.link_flags = {"-Lown"};
  });
  EXPECT_EQ(link_flags(clang(), profile, LinkKind::Executable), expected);
}

TEST(LinkFlags, OfASharedLibraryWithLtoAndSanitizer) {
  const Profile profile = with(dev(), [](Profile& p) {
    p.lto = Profile::Lto::Thin;
    p.sanitize = {"thread"};
  });
  const Words words = link_flags(libcxx(), profile, LinkKind::Shared);
  for (const char* word :
       {"-shared", "-flto=thin", "-ffat-lto-objects", "-O0", "-fsanitize=thread", "-stdlib=libc++"})
    EXPECT_TRUE(has(words, word)) << word;
  EXPECT_FALSE(has(words, "-pie"));
}

TEST(SourceFlags, SeedGccsNamesWithLto) {
  const Profile lto = with(release(), [](Profile& p) { p.lto = Profile::Lto::Fat; });
  EXPECT_EQ(source_flags(gcc(), lto, Language::Cxx, "src/a.cc"), Words{"-frandom-seed=src/a.cc"});
  EXPECT_EQ(source_flags(clang(), lto, Language::Cxx, "src/a.cc"), Words{});
  EXPECT_EQ(source_flags(gcc(), release(), Language::Cxx, "src/a.cc"), Words{});
}

TEST(ArchiveCommand, IsDeterministic) {
  EXPECT_EQ(archive_command(clang()), (Words{"/usr/bin/llvm-ar-19", "rcsD"}));
}

struct ProfileCase {
  const char* name;
  Toolchain toolchain;
  std::vector<std::string> sanitize;
  Profile::Lto lto;
  const char* message;  ///< nullptr when it is fine.
};

class CheckProfile : public testing::TestWithParam<ProfileCase> {};

TEST_P(CheckProfile, SaysWhatCannotBe) {
  Profile profile;
  profile.sanitize = GetParam().sanitize;
  profile.lto = GetParam().lto;
  const auto result = check_profile(GetParam().toolchain, profile);
  if (GetParam().message == nullptr) {
    EXPECT_TRUE(result) << result.error().message;
  } else {
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().message, GetParam().message);
    EXPECT_EQ(result.error().kind, ErrorKind::Usage);
    EXPECT_FALSE(result.error().help.empty());
  }
}

Toolchain clang_with_bfd() {
  Toolchain toolchain = clang();
  toolchain.linker = "bfd";
  return toolchain;
}

INSTANTIATE_TEST_SUITE_P(
    Table, CheckProfile,
    testing::Values(
        ProfileCase{"plain", clang(), {}, Profile::Lto::Off, nullptr},
        ProfileCase{"usual", gcc(), {"address", "undefined"}, Profile::Lto::Off, nullptr},
        ProfileCase{"leak_in_address", clang(), {"address", "leak"}, Profile::Lto::Off, nullptr},
        ProfileCase{"unknown", clang(), {"adress"}, Profile::Lto::Off, "unknown sanitizer `adress`"},
        ProfileCase{"exclusive",
                    clang(),
                    {"thread", "address"},
                    Profile::Lto::Off,
                    "the sanitizers `address` and `thread` cannot be in one program"},
        ProfileCase{"memory_gcc", gcc(), {"memory"}, Profile::Lto::Off, "GCC has no memory sanitizer"},
        ProfileCase{"lto", clang(), {}, Profile::Lto::Thin, nullptr},
        ProfileCase{"lto_bfd",
                    clang_with_bfd(),
                    {},
                    Profile::Lto::Fat,
                    "link-time optimization with Clang needs lld, but the linker is bfd"},
        ProfileCase{"lto_gcc", gcc(), {}, Profile::Lto::Fat, nullptr}),
    [](const auto& info) { return std::string(info.param.name); });

TEST(CfgContext, HoldsTheFactsOfABuild) {
  Profile profile = release();
  profile.sanitize = {"address", "undefined"};
  const manifest::CfgContext context = cfg_context(arm64(), profile);
  EXPECT_EQ(context.values.at("target_arch"), std::set<std::string>{"aarch64"});
  EXPECT_EQ(context.values.at("target_env"), std::set<std::string>{"gnu"});
  EXPECT_EQ(context.values.at("compiler"), std::set<std::string>{"clang"});
  EXPECT_EQ(context.values.at("sanitize"), (std::set<std::string>{"address", "undefined"}));
  EXPECT_EQ(context.values.at("profile"), std::set<std::string>{"release"});
  EXPECT_TRUE(context.words.contains("unix"));
  EXPECT_FALSE(context.words.contains("debug_assertions"));
  EXPECT_TRUE(cfg_context(gcc(), dev()).words.contains("debug_assertions"));
  EXPECT_EQ(cfg_context(gcc(), dev()).values.at("compiler"), std::set<std::string>{"gcc"});
}

TEST(LanguageOf, GoesByExtensionWithItsCase) {
  const std::pair<const char*, std::optional<Language>> cases[] = {{"a/b.cc", Language::Cxx},
                                                                   {"b.cpp", Language::Cxx},
                                                                   {"b.cxx", Language::Cxx},
                                                                   {"b.C", Language::Cxx},
                                                                   {"b.c", Language::C},
                                                                   {"b.c++", Language::Cxx},
                                                                   {"m.cppm", Language::CxxModule},
                                                                   {"m.ixx", Language::CxxModule},
                                                                   {"x.s", Language::Asm},
                                                                   {"x.S", Language::AsmCpp},
                                                                   {"x.h", std::nullopt},
                                                                   {"x.hpp", std::nullopt},
                                                                   {"x", std::nullopt},
                                                                   {".cc", std::nullopt},
                                                                   {"a.cc/readme.txt", std::nullopt}};
  for (const auto& [path, language] : cases) EXPECT_EQ(language_of(path), language) << path;
}

TEST(ActionEnvironment, TakesOnlyWhatMustPass) {
  EXPECT_EQ(action_environment({"HOME=/root", "PATH=/opt/bin", "CPATH=/x", "LANG=de_DE"}),
            (Words{"LC_ALL=C.UTF-8", "PATH=/usr/local/bin:/usr/bin:/bin", "PWD=/proc/self/cwd",
                   "SOURCE_DATE_EPOCH=315532800"}));
  EXPECT_EQ(action_environment({"SOURCE_DATE_EPOCH=5", "TMPDIR=/var/tmp"}),
            (Words{"LC_ALL=C.UTF-8", "PATH=/usr/local/bin:/usr/bin:/bin", "PWD=/proc/self/cwd",
                   "SOURCE_DATE_EPOCH=5", "TMPDIR=/var/tmp"}));
  EXPECT_EQ(program_environment({}),
            (Words{"LC_ALL=C.UTF-8", "PATH=/usr/local/bin:/usr/bin:/bin", "SOURCE_DATE_EPOCH=315532800"}));
}

TEST(WithoutEscapes, RemovesColoursAndLinksAndNothingElse) {
  const std::pair<std::string, std::string> cases[] = {
      {"plain\ttext\n", "plain\ttext\n"},
      {"\x1b[0;1;31merror: \x1b[0mbad", "error: bad"},
      {"\x1b[01m\x1b[Ka.c:1\x1b[m\x1b[K", "a.c:1"},
      {"[\x1b]8;;https://gcc.gnu.org/x\a-Wall\x1b]8;;\a]", "[-Wall]"},
      {"[\x1b]8;;https://gcc.gnu.org/x\x1b\\-Wall\x1b]8;;\x1b\\]", "[-Wall]"},
      {"cut \x1b[0;1", "cut "},
      {"cut \x1b", "cut "},
      {"\x1b[1\nnext", "\nnext"},
      {"\x1b]8;;x\nnext", "\nnext"},
      {"gr\xc3\xbc\xc3\x9f"
       "e",
       "gr\xc3\xbc\xc3\x9f"
       "e"}};
  for (const auto& [text, plain] : cases) EXPECT_EQ(without_escapes(text), plain);
}

}  // namespace
}  // namespace hull::toolchain
