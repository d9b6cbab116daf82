// Profiles: defaults and inheritance.
#include <gtest/gtest.h>

#include "manifest/written_files.h"

namespace hull::manifest {
namespace {

TEST(Profiles, HaveDefaults) {
  Manifest manifest = read_ok("[workspace]\n");
  EXPECT_EQ(manifest.profiles.size(), 4u);
  for (std::string name : {"dev", "test"}) {
    const Profile& profile = manifest.profiles.at(name);
    EXPECT_EQ(profile.name, name);
    EXPECT_EQ(profile.opt_level, "0");
    EXPECT_EQ(profile.debug, Profile::Debug::Full);
    EXPECT_EQ(profile.lto, Profile::Lto::Off);
    EXPECT_TRUE(profile.assertions);
    EXPECT_FALSE(profile.hardening);
    EXPECT_FALSE(profile.strip);
  }
  for (std::string name : {"release", "bench"}) {
    const Profile& profile = manifest.profiles.at(name);
    EXPECT_EQ(profile.name, name);
    EXPECT_EQ(profile.opt_level, "2");
    EXPECT_EQ(profile.debug, Profile::Debug::LineTables);
    EXPECT_EQ(profile.lto, Profile::Lto::Off);
    EXPECT_FALSE(profile.assertions);
    EXPECT_TRUE(profile.hardening);
    EXPECT_FALSE(profile.strip);
  }
}

TEST(Profiles, Inherit) {
  Manifest manifest = read_ok(R"(
[workspace]
[profile.dist]
inherits = "small"
strip = true
flags = ["-b"]
defines = { A = 2 }
[profile.small]
inherits = "release"
opt-level = "z"
debug = false
lto = "thin"
flags = ["-a"]
c-flags = ["-c"]
cxx-flags = ["-x"]
link-flags = ["-l"]
defines = { A = 1, B = 1 }
[profile.release]
hardening = false
[profile.dev]
opt-level = 1
debug = "line-tables"
sanitize = ["address", "undefined"]
[profile.test]
assertions = false
[profile.bench]
inherits = "dist"
lto = true
debug = true
)");
  const Profile& dist = manifest.profiles.at("dist");
  EXPECT_EQ(dist.name, "dist");
  EXPECT_EQ(dist.opt_level, "z");
  EXPECT_EQ(dist.debug, Profile::Debug::None);
  EXPECT_EQ(dist.lto, Profile::Lto::Thin);
  EXPECT_TRUE(dist.strip);
  EXPECT_FALSE(dist.hardening);
  EXPECT_FALSE(dist.assertions);
  EXPECT_EQ(dist.flags, (Strings{"-a", "-b"}));
  EXPECT_EQ(dist.c_flags, (Strings{"-c"}));
  EXPECT_EQ(dist.cxx_flags, (Strings{"-x"}));
  EXPECT_EQ(dist.link_flags, (Strings{"-l"}));
  EXPECT_EQ(dist.defines, (Defines{{"A", "2"}, {"B", "1"}}));
  EXPECT_FALSE(manifest.profiles.at("small").strip);
  const Profile& test = manifest.profiles.at("test");
  EXPECT_EQ(test.opt_level, "1");
  EXPECT_EQ(test.debug, Profile::Debug::LineTables);
  EXPECT_EQ(test.sanitize, (Strings{"address", "undefined"}));
  EXPECT_FALSE(test.assertions);
  EXPECT_TRUE(manifest.profiles.at("dev").assertions);
  EXPECT_EQ(manifest.profiles.at("bench").lto, Profile::Lto::Fat);
  EXPECT_EQ(manifest.profiles.at("bench").debug, Profile::Debug::Full);
}

}  // namespace
}  // namespace hull::manifest
