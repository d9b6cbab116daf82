// What a manifest's text becomes in the model.
#include <gtest/gtest.h>

#include "manifest/written_files.h"

namespace hull::manifest {
namespace {

TEST(Manifest, PackageHasDefaults) {
  Manifest manifest = read_ok("[package]\nname = \"a\"\n");
  const Package& package = manifest.package;
  EXPECT_EQ(package.name, "a");
  EXPECT_EQ(package.version, "0.0.0");
  EXPECT_EQ(package.standard, "c++20");
  EXPECT_EQ(package.c_standard, "c17");
  EXPECT_EQ(package.warnings, Warnings::Default);
  EXPECT_EQ(package.directory, "/w");
  EXPECT_EQ(package.root, "/w");
  EXPECT_EQ(package.span.begin, (Location{2, 8}));
  EXPECT_TRUE(manifest.automatic.lib && manifest.automatic.bins && manifest.automatic.tests &&
              manifest.automatic.benches && manifest.automatic.examples);
}

TEST(Manifest, PackageKeys) {
  Manifest manifest = read_ok(R"(
[package]
name = "a-b_1"
version = "1.2.3-rc.1+build.5"
standard = "gnu++23"
c-standard = "c11"
license = "MIT"
description = "d"
homepage = "h"
repository = "r"
readme = "README.md"
authors = ["x", "y"]
keywords = ["k"]
root = "../other"
default-run = "main"
warnings = "error"
autolib = false
autobins = false
autotests = false
autobenches = false
autoexamples = false
)");
  const Package& package = manifest.package;
  EXPECT_EQ(package.name, "a-b_1");
  EXPECT_EQ(package.version, "1.2.3-rc.1+build.5");
  EXPECT_EQ(package.standard, "gnu++23");
  EXPECT_EQ(package.c_standard, "c11");
  EXPECT_EQ(package.license, "MIT");
  EXPECT_EQ(package.description, "d");
  EXPECT_EQ(package.homepage, "h");
  EXPECT_EQ(package.repository, "r");
  EXPECT_EQ(package.readme, "README.md");
  EXPECT_EQ(package.authors, (Strings{"x", "y"}));
  EXPECT_EQ(package.keywords, (Strings{"k"}));
  EXPECT_EQ(manifest.root->value, "../other");
  EXPECT_EQ(package.default_run, "main");
  EXPECT_EQ(package.warnings, Warnings::Error);
  EXPECT_FALSE(manifest.automatic.lib || manifest.automatic.bins || manifest.automatic.tests ||
               manifest.automatic.benches || manifest.automatic.examples);
}

TEST(Manifest, LibKeys) {
  Manifest manifest = read_ok(R"(
[package]
name = "a"
[lib]
name = "b"
kind = "shared"
sources = ["x/*.cc"]
exclude = ["x/no.cc"]
headers = ["inc/*.h"]
includes = ["x"]
defines = { A = 1, B = true, C = "x y", D = false, E = "" }
flags = ["-f"]
c-flags = ["-c"]
cxx-flags = ["-cxx"]
link-flags = ["-l"]
links = ["m"]
uses = ["other"]
standard = "c++17"
c-standard = "c99"
required-features = []
soversion = "4"
[lib.public]
includes = ["inc"]
defines = ["P", "Q=2", "R="]
flags = ["-pf"]
c-flags = ["-pc"]
cxx-flags = ["-pcxx"]
link-flags = ["-pl"]
links = ["dl"]
)");
  ASSERT_EQ(manifest.targets.size(), 1u);
  const WrittenTarget& written = manifest.targets[0];
  const Target& lib = written.target;
  EXPECT_TRUE(written.has_sources && written.has_kind && written.has_headers && written.has_includes &&
              written.has_public_includes);
  EXPECT_EQ(lib.kind, TargetKind::Lib);
  EXPECT_EQ(lib.name, "b");
  EXPECT_EQ(lib.lib_kind, LibKind::Shared);
  EXPECT_EQ(lib.span.begin, (Location{4, 1}));
  EXPECT_EQ(values(lib.sources), (Strings{"x/*.cc"}));
  EXPECT_EQ(lib.soversion, "4");
  EXPECT_EQ(lib.sources[0].span.begin, (Location{7, 12}));
  EXPECT_EQ(values(lib.exclude), (Strings{"x/no.cc"}));
  EXPECT_EQ(values(lib.headers), (Strings{"inc/*.h"}));
  EXPECT_EQ(values(lib.own.includes), (Strings{"x"}));
  EXPECT_EQ(lib.own.defines, (Defines{{"A", "1"}, {"B", "1"}, {"C", "x y"}, {"E", ""}}));
  EXPECT_EQ(lib.own.flags, (Strings{"-f"}));
  EXPECT_EQ(lib.own.c_flags, (Strings{"-c"}));
  EXPECT_EQ(lib.own.cxx_flags, (Strings{"-cxx"}));
  EXPECT_EQ(lib.own.link_flags, (Strings{"-l"}));
  EXPECT_EQ(values(lib.own.links), (Strings{"m"}));
  EXPECT_EQ(values(*lib.uses), (Strings{"other"}));
  EXPECT_EQ(lib.standard, "c++17");
  EXPECT_EQ(lib.c_standard, "c99");
  EXPECT_EQ(values(lib.exported.includes), (Strings{"inc"}));
  EXPECT_EQ(lib.exported.defines, (Defines{{"P", ""}, {"Q", "2"}, {"R", " "}}));
  EXPECT_EQ(lib.exported.flags, (Strings{"-pf"}));
  EXPECT_EQ(lib.exported.c_flags, (Strings{"-pc"}));
  EXPECT_EQ(lib.exported.cxx_flags, (Strings{"-pcxx"}));
  EXPECT_EQ(lib.exported.link_flags, (Strings{"-pl"}));
  EXPECT_EQ(values(lib.exported.links), (Strings{"dl"}));
}

TEST(Manifest, LibKinds) {
  const std::pair<std::string, LibKind> kKinds[] = {{"static", LibKind::Static},
                                                    {"shared", LibKind::Shared},
                                                    {"object", LibKind::Object},
                                                    {"header-only", LibKind::HeaderOnly},
                                                    {"plugin", LibKind::Plugin}};
  for (const auto& [word, kind] : kKinds) {
    Manifest manifest = read_ok("[package]\nname = \"a\"\n[lib]\nkind = \"" + word + "\"\n");
    ASSERT_EQ(manifest.targets.size(), 1u);
    EXPECT_EQ(manifest.targets[0].target.lib_kind, kind) << word;
    EXPECT_EQ(manifest.targets[0].target.name, "a");
  }
}

TEST(Manifest, SeveralTargetsOfEachKind) {
  Manifest manifest = read_ok(R"(
[package]
name = "a"
[[lib]]
[[lib]]
name = "a2"
[[bin]]
name = "b"
[[test]]
name = "t"
args = ["--fast"]
env = { K = "v" }
working-directory = "data"
timeout = 2.5
harness = false
[[bench]]
name = "be"
[[example]]
name = "e"
)");
  Strings names;
  for (const WrittenTarget& written : manifest.targets) names.push_back(written.target.name);
  EXPECT_EQ(names, (Strings{"a", "a2", "b", "t", "be", "e"}));
  const Target& test = manifest.targets[3].target;
  EXPECT_EQ(test.kind, TargetKind::Test);
  EXPECT_EQ(test.args, (Strings{"--fast"}));
  EXPECT_EQ(test.env.at("K"), "v");
  EXPECT_EQ(test.working_directory, "data");
  EXPECT_EQ(test.timeout, 2.5);
  EXPECT_FALSE(test.harness);
  EXPECT_TRUE(manifest.targets[2].target.harness);
  EXPECT_EQ(manifest.targets[2].target.uses, std::nullopt);
}

TEST(Manifest, GenerateKeys) {
  Manifest manifest = read_ok(R"(
[package]
name = "a"
[[generate]]
command = ["protoc", "--cpp_out={out}", "{in}"]
inputs = ["api/*.proto"]
extra-inputs = ["api/common.inc"]
outputs = ["{stem}.pb.cc", "{stem}.pb.h"]
stdout-to = "log"
depfile = "{stem}.d"
description = "protobuf"
env = { A = "b" }
)");
  ASSERT_EQ(manifest.package.generates.size(), 1u);
  const Generate& generate = manifest.package.generates[0];
  EXPECT_EQ(values(generate.command), (Strings{"protoc", "--cpp_out={out}", "{in}"}));
  EXPECT_EQ(values(generate.inputs), (Strings{"api/*.proto"}));
  EXPECT_EQ(values(generate.extra_inputs), (Strings{"api/common.inc"}));
  EXPECT_EQ(values(generate.outputs), (Strings{"{stem}.pb.cc", "{stem}.pb.h"}));
  EXPECT_EQ(generate.stdout_to, "log");
  EXPECT_EQ(generate.depfile, "{stem}.d");
  EXPECT_EQ(generate.description, "protobuf");
  EXPECT_EQ(generate.env.at("A"), "b");
  EXPECT_EQ(generate.span.begin, (Location{4, 1}));
}

TEST(Manifest, ConfigureKeys) {
  Manifest manifest = read_ok(R"(
[package]
name = "a"
[[configure]]
template = "config.h.in"
output = "sub/config.h"
values = { VERSION = "\"1\"", N = 3, ON = true, OFF = false }
[configure.probes]
HAVE_UNISTD_H = { header = "unistd.h" }
HAVE_STRLCPY = { symbol = "strlcpy", headers = ["string.h"] }
SIZEOF_LONG = { sizeof = "long" }
HAVE_OFF64 = { type = "off64_t", headers = ["sys/types.h"], flags = ["-D_LARGEFILE64_SOURCE"] }
Y = { compiles = "int x;", language = "c++" }
Z = { links = "int main(){}", libraries = ["m"], language = "c" }
F = { flag = "-msse4.2" }
L = { library = "m" }
)");
  ASSERT_EQ(manifest.package.configures.size(), 1u);
  const Configure& configure = manifest.package.configures[0];
  EXPECT_EQ(configure.template_file->value, "config.h.in");
  EXPECT_EQ(configure.output.value, "sub/config.h");
  EXPECT_EQ(configure.values,
            (std::map<std::string, std::string>{{"VERSION", "\"1\""}, {"N", "3"}, {"ON", "1"}, {"OFF", ""}}));
  const auto& probes = configure.probes;
  ASSERT_EQ(probes.size(), 8u);
  const std::tuple<std::string, Probe::Kind, std::string> kExpected[] = {
      {"HAVE_UNISTD_H", Probe::Kind::Header, "unistd.h"},
      {"HAVE_STRLCPY", Probe::Kind::Symbol, "strlcpy"},
      {"SIZEOF_LONG", Probe::Kind::Sizeof, "long"},
      {"HAVE_OFF64", Probe::Kind::Type, "off64_t"},
      {"Y", Probe::Kind::Compiles, "int x;"},
      {"Z", Probe::Kind::Links, "int main(){}"},
      {"F", Probe::Kind::Flag, "-msse4.2"},
      {"L", Probe::Kind::Library, "m"}};
  for (std::size_t i = 0; i < probes.size(); ++i) {
    EXPECT_EQ(std::tuple(probes[i].name, probes[i].kind, probes[i].subject), kExpected[i]);
  }
  EXPECT_EQ(probes[1].headers, (Strings{"string.h"}));
  EXPECT_EQ(probes[3].flags, (Strings{"-D_LARGEFILE64_SOURCE"}));
  EXPECT_TRUE(probes[4].cxx && probes[4].language_written);
  EXPECT_EQ(probes[5].links, (Strings{"m"}));
  EXPECT_TRUE(!probes[5].cxx && probes[5].language_written);
  EXPECT_FALSE(probes[6].language_written);
}

TEST(Manifest, SmallTables) {
  Manifest manifest = read_ok(R"(
[package]
name = "a"
[toolchain]
cxx = "clang++-19"
cc = "clang-19"
stdlib = "libc++"
linker = "mold"
[safety]
memory = "warn"
threads = "allow"
profile = "strict"
models = ["models/x.toml"]
[image]
max-size = "10MB"
[features]
default = ["tls"]
tls = []
long-tests = { enables = ["tls"], define = false }
)");
  EXPECT_EQ(manifest.toolchain.cxx, "clang++-19");
  EXPECT_EQ(manifest.toolchain.cc, "clang-19");
  EXPECT_EQ(manifest.toolchain.stdlib, "libc++");
  EXPECT_EQ(manifest.toolchain.linker, "mold");
  EXPECT_EQ(manifest.safety->memory, Safety::Level::Warn);
  EXPECT_EQ(manifest.safety->threads, Safety::Level::Allow);
  EXPECT_TRUE(manifest.safety->strict);
  EXPECT_EQ(values(manifest.safety->models), (Strings{"models/x.toml"}));
  EXPECT_EQ(manifest.package.image.max_size, 10'000'000u);
  ASSERT_EQ(manifest.package.features.size(), 3u);
  EXPECT_EQ(manifest.package.features[0].name, "default");
  EXPECT_EQ(values(manifest.package.features[0].enables), (Strings{"tls"}));
  EXPECT_TRUE(manifest.package.features[1].define);
  EXPECT_EQ(values(manifest.package.features[2].enables), (Strings{"tls"}));
  EXPECT_FALSE(manifest.package.features[2].define);
  EXPECT_TRUE(manifest.root_only.has_value());
}

TEST(Manifest, ConditionalTables) {
  Manifest manifest = read_ok(R"(
[package]
name = "a"
[target.'cfg(unix)'.dependencies]
x = { system = "x" }
[target.'cfg(unix)'.dev-dependencies]
y = { system = "y" }
[target.'cfg(unix)'.lib]
sources = ["unix.cc"]
exclude = ["win.cc"]
links = ["pthread"]
public = { defines = { UNIX = 1 } }
[[target.'cfg(target_arch = "x86_64")'.bin]]
name = "b"
flags = ["-msse4.2"]
)");
  const auto& conditionals = manifest.package.conditionals;
  ASSERT_EQ(conditionals.size(), 2u);
  EXPECT_EQ(conditionals[0].condition.key, "unix");
  EXPECT_EQ(conditionals[0].dependencies[0].name, "x");
  EXPECT_EQ(conditionals[0].dev_dependencies[0].name, "y");
  ASSERT_EQ(conditionals[0].overlays.size(), 1u);
  const auto& overlay = conditionals[0].overlays[0];
  EXPECT_EQ(overlay.kind, TargetKind::Lib);
  EXPECT_EQ(overlay.target, "");
  EXPECT_EQ(values(overlay.sources), (Strings{"unix.cc"}));
  EXPECT_EQ(values(overlay.exclude), (Strings{"win.cc"}));
  EXPECT_EQ(values(overlay.own.links), (Strings{"pthread"}));
  EXPECT_EQ(overlay.exported.defines, (Defines{{"UNIX", "1"}}));
  EXPECT_EQ(conditionals[1].overlays[0].target, "b");
  EXPECT_EQ(conditionals[1].overlays[0].own.flags, (Strings{"-msse4.2"}));
}

}  // namespace
}  // namespace hull::manifest
