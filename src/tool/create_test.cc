#include "tool/create.h"

#include <gtest/gtest.h>

#include "base/file_system.h"
#include "manifest/workspace.h"

namespace hull::tool {
namespace {

class CreatePackage : public testing::Test {
 protected:
  std::string text(const std::string& file) { return fs::read(directory_ + "/" + file).value_or("(none)"); }

  fs::TemporaryDirectory temporary_;
  std::string directory_ = temporary_.path() + "/greet-all";
};

TEST_F(CreatePackage, MakesABinary) {
  ASSERT_TRUE(create_package({.directory = directory_, .name = "greet-all", .vcs = Vcs::None}));
  EXPECT_EQ(text("hull.toml"),
            "[package]\nname = \"greet-all\"\nversion = \"0.1.0\"\nstandard = \"c++23\"\n\n[dependencies]\n");
  EXPECT_NE(text("src/main.cc").find("int main()"), std::string::npos);
  EXPECT_FALSE(fs::exists(directory_ + "/.gitignore"));
  const auto workspace = manifest::load_workspace(directory_);
  ASSERT_TRUE(workspace) << render(workspace.error(), false);
  ASSERT_EQ(workspace->packages.front().targets.size(), 1u);
  EXPECT_EQ(workspace->packages.front().targets.front().kind, manifest::TargetKind::Bin);
}

TEST_F(CreatePackage, MakesALibraryWithATest) {
  ASSERT_TRUE(
      create_package({.directory = directory_, .name = "greet-all", .library = true, .vcs = Vcs::None}));
  EXPECT_NE(text("include/greet-all/greet-all.h").find("namespace greet_all {"), std::string::npos);
  EXPECT_TRUE(text("src/greet-all.cc").starts_with("#include \"greet-all/greet-all.h\"\n"));
  EXPECT_NE(text("tests/greet-all_test.cc").find("greet_all::add(2, 2)"), std::string::npos);
}

TEST_F(CreatePackage, AKeywordIsNoNamespace) {
  ASSERT_TRUE(create_package({.directory = directory_, .name = "export", .library = true, .vcs = Vcs::None}));
  EXPECT_NE(text("src/export.cc").find("namespace export_ {"), std::string::npos);
}

TEST_F(CreatePackage, LeavesFilesThatExist) {
  ASSERT_TRUE(fs::write(directory_ + "/src/main.cc", "mine"));
  ASSERT_TRUE(create_package({.directory = directory_, .name = "greet-all", .vcs = Vcs::None}));
  EXPECT_EQ(text("src/main.cc"), "mine");
}

TEST_F(CreatePackage, MakesNoRepositoryInsideAnother) {
  ASSERT_TRUE(fs::make_directories(temporary_.path() + "/.git"));
  ASSERT_TRUE(create_package({.directory = directory_, .name = "greet-all", .vcs = Vcs::Git}));
  EXPECT_FALSE(fs::exists(directory_ + "/.git"));
  EXPECT_EQ(text(".gitignore"), "/target/\n/compile_commands.json\n");
}

TEST(PackageName, IsTheDirectorysUnlessWritten) {
  EXPECT_EQ(package_name("", "/home/x/greeter").value_or(""), "greeter");
  EXPECT_EQ(package_name("other", "/home/x/greeter").value_or(""), "other");
}

TEST(PackageName, SuggestsOneThatMayBe) {
  struct Case {
    const char* wanted;
    const char* suggestion;
  };
  for (const Case& c : {Case{"My Tool 2", "write `--name my-tool-2`"},
                        {"9lives", "write `--name lives`"},
                        {"Caf\xc3\xa9", "write `--name caf`"},
                        {"---", "write `--name app`"},
                        {"a.b", "write `--name a-b`"}}) {
    const auto name = package_name(c.wanted, "/x");
    ASSERT_FALSE(name) << c.wanted;
    EXPECT_EQ(name.error().kind, ErrorKind::Usage);
    EXPECT_EQ(name.error().help.back(), c.suggestion) << c.wanted;
  }
}

}  // namespace
}  // namespace hull::tool
