#include "toolchain/identity.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "base/file_system.h"
#include "base/path.h"
#include "base/process.h"
#include "toolchain/elf.h"

namespace hull::toolchain {
namespace {

/// Links an empty program, with a build-id or without.
void link_program(const std::string& output, const std::vector<std::string>& flags) {
  std::vector<std::string> argv = {"clang-19", "-x", "c", "-", "-o", output};
  argv.insert(argv.end(), flags.begin(), flags.end());
  const auto finished = run({.argv = argv, .input = "int main(void) { return 0; }\n"});
  ASSERT_TRUE(finished && finished->ok()) << finished->err;
}

TEST(ReadElf, FindsBuildIdLibrariesAndRunpath) {
  fs::TemporaryDirectory directory;
  const std::string program = path::join(directory.path(), "program");
  link_program(program,
               {"-Wl,--build-id=0x00112233", "-Wl,--enable-new-dtags", "-Wl,-rpath,$ORIGIN/../lib:/opt/lib"});
  const auto facts = read_elf(program);
  ASSERT_TRUE(facts);
  EXPECT_EQ(facts->build_id, std::string("\x00\x11\x22\x33", 4));
  EXPECT_EQ(facts->needed, std::vector<std::string>{"libc.so.6"});
  EXPECT_EQ(facts->runpath, (std::vector<std::string>{"$ORIGIN/../lib", "/opt/lib"}));
}

TEST(ReadElf, SurvivesDamage) {
  fs::TemporaryDirectory directory;
  const std::string program = path::join(directory.path(), "program");
  link_program(program, {});
  const std::string good = *fs::read(program);
  // Every byte of the ELF and program headers, turned over; and every small truncation.
  for (std::size_t i = 0; i < 1024 && i < good.size(); ++i) {
    std::string bad = good;
    bad[i] = static_cast<char>(~bad[i]);
    ASSERT_TRUE(fs::write(program, bad));
    read_elf(program);
    ASSERT_TRUE(fs::write(program, good.substr(0, i)));
    if (i < 64) {
      EXPECT_FALSE(read_elf(program)) << i;
    } else {
      read_elf(program);
    }
  }
  EXPECT_FALSE(read_elf(directory.path()));
  EXPECT_FALSE(read_elf(path::join(directory.path(), "missing")));
}

TEST(Identities, GoByBuildIdAndLibraries) {
  fs::TemporaryDirectory directory;
  const auto at = [&](const char* name) { return path::join(directory.path(), name); };
  link_program(at("one"), {"-Wl,--build-id=0x01"});
  link_program(at("same"), {"-Wl,--build-id=0x01"});
  link_program(at("other"), {"-Wl,--build-id=0x02"});
  EXPECT_EQ(*Identities().of(at("one")), *Identities().of(at("same")));
  EXPECT_NE(*Identities().of(at("one")), *Identities().of(at("other")));
  std::filesystem::create_symlink("one", at("link"));
  EXPECT_EQ(*Identities().of(at("one")), *Identities().of(at("link")));
  EXPECT_FALSE(Identities().of(at("missing")));

  // A driver that only loads libLLVM is another one when libLLVM is.
  link_program(at("libLLVM-test.so"), {"-shared", "-Wl,-soname,libLLVM-test.so", "-Wl,--build-id=0x03"});
  link_program(at("driver"), {"-Wl,--build-id=0x04", "-Wl,--no-as-needed", "-L" + directory.path(),
                              "-lLLVM-test", "-Wl,-rpath,$ORIGIN"});
  const Digest before = *Identities().of(at("driver"));
  link_program(at("libLLVM-test.so"), {"-shared", "-Wl,-soname,libLLVM-test.so", "-Wl,--build-id=0x05"});
  EXPECT_NE(before, *Identities().of(at("driver")));
}

TEST(Identities, RememberTheContentOfLargeFilesWithoutBuildId) {
  fs::TemporaryDirectory directory;
  const std::string file = path::join(directory.path(), "big");
  ASSERT_TRUE(fs::write(file, std::string(2 << 20, 'a')));
  Identities first;
  const Digest digest = *first.of(file);
  EXPECT_TRUE(first.contents_changed());

  Identities second(first.contents());
  EXPECT_EQ(*second.of(file), digest);
  EXPECT_FALSE(second.contents_changed());

  ASSERT_TRUE(fs::write(file, std::string(2 << 20, 'b')));
  std::filesystem::last_write_time(file, std::filesystem::last_write_time(file) + std::chrono::seconds(1));
  Identities third(first.contents());
  EXPECT_NE(*third.of(file), digest);
  EXPECT_TRUE(third.contents_changed());
}

}  // namespace
}  // namespace hull::toolchain
