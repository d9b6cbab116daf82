#include "toolchain/identity.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "base/file_system.h"
#include "base/path.h"
#include "base/process.h"

namespace hull::toolchain {
namespace {

/// Links an empty program, with a build-id or without.
void link_program(const std::string& output, const std::vector<std::string>& flags) {
  std::vector<std::string> argv = {"clang-19", "-x", "c", "-", "-o", output};
  argv.insert(argv.end(), flags.begin(), flags.end());
  const auto finished = run({.argv = argv, .input = "int main(void) { return 0; }\n"});
  ASSERT_TRUE(finished && finished->ok()) << finished->err;
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
