#include "tool/adopt.h"

#include <algorithm>
#include <gtest/gtest.h>

#include "base/file_system.h"
#include "manifest/workspace.h"

namespace hull::tool {
namespace {

/// A project on disk.
class Adopt : public testing::Test {
 protected:
  void file(const std::string& path, const std::string& text) {
    ASSERT_TRUE(fs::write(root() + "/" + path, text));
  }
  std::string root() const { return directory_.path(); }

  Adopted adopted() {
    auto result = adopt(root(), "thing");
    EXPECT_TRUE(result) << (result ? "" : render(result.error(), false));
    EXPECT_TRUE(result && *result);
    return result && *result ? **result : Adopted{};
  }

  /// The manifest must be one that hull reads.
  manifest::Package package(const Adopted& adopted) {
    EXPECT_TRUE(fs::write(root() + "/hull.toml", adopted.manifest));
    auto workspace = manifest::load_workspace(root());
    EXPECT_TRUE(workspace) << adopted.manifest << (workspace ? "" : render(workspace.error(), false));
    return workspace ? workspace->packages.front() : manifest::Package{};
  }

  fs::TemporaryDirectory directory_;
};

TEST_F(Adopt, LeavesAnEmptyDirectoryAlone) {
  const auto result = adopt(root(), "thing");
  ASSERT_TRUE(result);
  EXPECT_FALSE(*result);
}

TEST_F(Adopt, AConventionalProjectNeedsFewWords) {
  file("src/main.cc", "#include \"thing/a.h\"\nint main() {}");
  file("src/a.cc", "#include \"thing/a.h\"\n");
  file("include/thing/a.h", "");
  file("tests/a_test.cc", "int main() {}");
  const Adopted result = adopted();
  EXPECT_EQ(result.manifest,
            "[package]\nname = \"thing\"\nversion = \"0.1.0\"\nstandard = \"gnu++17\"\n\n[dependencies]\n");
  EXPECT_EQ(result.summary, "1 library, 1 binary, 1 test in 3 sources");
  EXPECT_EQ(package(result).targets.size(), 3u);
}

TEST_F(Adopt, SplitsByDirectoryAndFindsIncludeDirectories) {
  file("core/a.cc", "#include \"core/a.h\"\n#include \"detail.h\"\n");
  file("core/b.cc", "");
  file("core/c.cc", "");
  file("core/a.h", "");
  file("core/internal/detail.h", "");
  file("net/http.c", "#include <zlib.h>\n");
  file("tools/client/main.cpp", "#include \"core/a.h\"\nint main() {}");
  file("tools/server.cpp", "int main() {}");
  file("test/a_test.cc", "#include <gtest/gtest.h>\n");
  file("test/b_test.cc", "#include <gtest/gtest.h>\n");
  file("core/os_windows.cc", "");
  file("build/generated.cc", "int main() {}");
  const Adopted result = adopted();
  EXPECT_EQ(result.manifest, R"([package]
name = "thing"
version = "0.1.0"
standard = "gnu++17"
c-standard = "gnu17"
autolib = false
autobins = false
autotests = false
autobenches = false
autoexamples = false

[dependencies]
zlib = { system = "zlib" }

[dev-dependencies]
gtest = { system = "gtest_main" }

[[lib]]
name = "core"
sources = ["core/*.cc"]
exclude = ["core/os_windows.cc"]
includes = [".", "core/internal"]
public = { includes = ["core"] }

[[lib]]
name = "net"
sources = ["net/http.c"]
includes = [".", "core/internal"]
public = { includes = [] }

[[bin]]
name = "client"
sources = ["tools/client/main.cpp"]
includes = [".", "core/internal"]

[[bin]]
name = "server"
sources = ["tools/server.cpp"]
includes = [".", "core/internal"]

[[test]]
name = "unit"
sources = ["test/a_test.cc", "test/b_test.cc"]
includes = [".", "core/internal"]
)");
  EXPECT_EQ(result.notes, (std::vector<std::string>{"core/os_windows.cc is left out: for another system"}));
  EXPECT_EQ(package(result).targets.size(), 5u);
}

TEST_F(Adopt, TakesSettingsFromACompileDatabase) {
  file("lib/a.cc", "");
  file("lib/b.cc", "");
  file("lib/unused.cc", "this is not compiled");
  file("app/main.cc", "int main() {}");
  file("include/x.h", "");
  file(
      "build/compile_commands.json",
      R"([
    {"directory": ")" +
          root() +
          R"(", "file": "lib/a.cc", "command": "c++ -Iinclude -Igone -DX=1 -DNDEBUG -std=c++20 -fno-rtti -c lib/a.cc"},
    {"directory": ")" +
          root() + R"(", "file": "lib/b.cc", "command": "c++ -Iinclude -DX=2 -std=c++20 -c lib/b.cc"},
    {"directory": ")" +
          root() + R"(", "file": "app/main.cc", "command": "c++ -Iinclude -std=c++17 -c app/main.cc"},
    {"directory": "/", "file": "/elsewhere.cc", "command": "c++ -c /elsewhere.cc"}
  ])");
  const Adopted result = adopted();
  EXPECT_EQ(result.manifest, R"([package]
name = "thing"
version = "0.1.0"
standard = "c++20"
autolib = false
autobins = false
autotests = false
autobenches = false
autoexamples = false

[dependencies]

[[lib]]
name = "thing"
sources = ["lib/a.cc", "lib/b.cc"]
defines = { X = "1" }
flags = ["-fno-rtti"]
public = { includes = ["include"] }

[[bin]]
name = "app"
sources = ["app/main.cc"]
includes = ["include"]
standard = "c++17"
)");
  EXPECT_EQ(result.summary, "1 library, 1 binary in 3 sources of build/compile_commands.json");
  ASSERT_EQ(result.notes.size(), 4u);
  EXPECT_EQ(result.notes[0],
            "1 file of build/compile_commands.json left out: not in this directory, or gone");
  EXPECT_EQ(result.notes[2],
            "include directory gone is not there: files that the old build made need a [[configure]] or "
            "[[generate]]");
  EXPECT_EQ(result.notes[3], "X is defined in two ways within thing: 1 and 2");
  package(result);
}

TEST_F(Adopt, ADamagedDatabaseIsAnError) {
  file("compile_commands.json", "{");
  const auto result = adopt(root(), "thing");
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().message, "compile_commands.json is not a JSON array of commands");
}

TEST_F(Adopt, TargetsOfOneKindHaveNamesOfTheirOwn) {
  file("a/main.cc", "int main() {}");
  file("b/a/main.cc", "int main() {}");
  file("a.cc", "int main() {}");
  file("odd name/x y.cc", "int main() {}");
  const manifest::Package described = package(adopted());
  std::vector<std::string> names;
  for (const manifest::Target& target : described.targets) names.push_back(target.name);
  std::ranges::sort(names);
  EXPECT_EQ(names, (std::vector<std::string>{"a", "a-a", "b-a-a", "x-y"}));
}

}  // namespace
}  // namespace hull::tool
