#include "plan/layout.h"

#include <gtest/gtest.h>

namespace hull::plan {
namespace {

manifest::Target target(manifest::TargetKind kind, manifest::LibKind lib = manifest::LibKind::Static) {
  manifest::Target result;
  result.kind = kind;
  result.lib_kind = lib;
  result.name = "x";
  return result;
}

TEST(Layout, EveryKindHasItsPlace) {
  using manifest::LibKind;
  using manifest::TargetKind;
  const Layout layout("/w", "/w/target/debug");
  struct Case {
    manifest::Target target;
    const char* output;
    const char* objects;
  };
  for (const Case& one : {
           Case{target(TargetKind::Lib), "target/debug/libx.a", "target/debug/obj/p/libx"},
           {target(TargetKind::Lib, LibKind::Shared), "target/debug/libx.so", "target/debug/obj/p/libx"},
           {target(TargetKind::Lib, LibKind::Plugin), "target/debug/x.so", "target/debug/obj/p/libx"},
           {target(TargetKind::Lib, LibKind::Object), "", "target/debug/obj/p/libx"},
           {target(TargetKind::Lib, LibKind::HeaderOnly), "", "target/debug/obj/p/libx"},
           {target(TargetKind::Bin), "target/debug/x", "target/debug/obj/p/x"},
           {target(TargetKind::Test), "target/debug/tests/p/x", "target/debug/obj/p/x.test"},
           {target(TargetKind::Bench), "target/debug/benches/p/x", "target/debug/obj/p/x.bench"},
           {target(TargetKind::Example), "target/debug/examples/x", "target/debug/obj/p/x.example"},
       }) {
    EXPECT_EQ(layout.output("p", one.target), one.output);
    EXPECT_EQ(layout.object_directory("p", one.target), one.objects);
  }
}

TEST(Layout, SharedLibrariesAreNamedByTheirSoname) {
  const Layout layout("/w", "/w/target/debug");
  manifest::Target library = target(manifest::TargetKind::Lib, manifest::LibKind::Shared);
  library.soversion = "1.2d";
  EXPECT_EQ(layout.output("p", library), "target/debug/libx.so.1.2d");
  library.soversion = "";
  EXPECT_EQ(layout.output("p", library), "target/debug/libx.so");
  for (const auto& [version, expected] : {std::pair("2.1.0", "2"),
                                          {"1.0.0-rc.1", "1"},
                                          {"20220623.1.0", "20220623"},
                                          {"0.3.1", "0.3"},
                                          {"0.0.1", "0.0"},
                                          {"0.0.0", ""}}) {
    EXPECT_EQ(soversion(version), expected) << version;
  }
}

TEST(Layout, PathsInsideTheRootAreRelative) {
  const Layout layout("/w", "/elsewhere/debug");
  EXPECT_EQ(layout.spelled("/w"), "");
  EXPECT_EQ(layout.spelled("/w/a/b"), "a/b");
  EXPECT_EQ(layout.spelled("/wide/a"), "/wide/a");
  EXPECT_FALSE(layout.target_inside());
  EXPECT_EQ(layout.generated("p"), "/elsewhere/debug/gen/p");
  EXPECT_EQ(layout.state("x.json"), "/elsewhere/debug/.hull/x.json");
}

TEST(Layout, ContainedPathsStayBelow) {
  EXPECT_EQ(contained("a/b.cc"), "a/b.cc");
  EXPECT_EQ(contained("../../a.cc"), "__up/__up/a.cc");
  EXPECT_EQ(contained("a/./b//c"), "a/b/c");
  EXPECT_EQ(contained("/abs/x.cc"), "__root/abs/x.cc");
  EXPECT_EQ(contained("..a/b.."), "..a/b..");
}

TEST(Layout, OperandsAreNeverOptions) {
  EXPECT_EQ(operand("-x.cc"), "./-x.cc");
  EXPECT_EQ(operand("@x.cc"), "./@x.cc");
  EXPECT_EQ(operand("a-x.cc"), "a-x.cc");
}

TEST(Layout, JoiningBelow) {
  EXPECT_EQ(below("", "a"), "a");
  EXPECT_EQ(below(".", "a"), "a");
  EXPECT_EQ(below("a", ""), "a");
  EXPECT_EQ(below("a", "."), "a");
  EXPECT_EQ(below("a", "b"), "a/b");
  EXPECT_EQ(below("/", "b"), "/b");
}

}  // namespace
}  // namespace hull::plan
