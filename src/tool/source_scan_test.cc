#include "tool/source_scan.h"

#include <gtest/gtest.h>

namespace hull::tool {
namespace {

TEST(ScanSource, FindsMainOnlyWhereItIsOne) {
  struct Case {
    const char* text;
    bool has_main;
  };
  for (const Case& c : {
           Case{"int main() {}", true},
           {"int main(int argc, char** argv);\nint main(int argc, char** argv) { return 0; }", true},
           {"auto main() -> int { return 0; }", true},
           {"extern \"C\" {\nint main() {}\n}", true},
           {"namespace {\nint helper;\n}\nint\nmain\n(void) {}", true},
           {"#define X 'a'\nconst long n = 1'000'000;\nint main() {}", true},
           {"const char* s = R\"x(\" int y )\" )x\"; int main() {}", true},
           {"// int main() {}\n/* int main() {} */ int x;", false},
           {"const char* s = \"int main() {}\";", false},
           {"const char* s = R\"(int main() {})\";", false},
           {"struct S { int main(); };", false},
           {"void f() { int main(0); }", false},
           {"int domain() { return main_count(); }", false},
           {"int x = main();", false},
           {"", false},
           {"\"unterminated", false},
           {"/* unterminated int main() {}", false},
           {"R\"unterminated int main() {}", false},
       }) {
    EXPECT_EQ(scan_source(c.text).has_main, c.has_main) << c.text;
  }
}

TEST(ScanSource, ListsIncludes) {
  const SourceFacts facts = scan_source(
      "#include \"a/b.h\"  // why\n"
      "#  include <vector>\n"
      "// #include \"not.h\"\n"
      "/*\n#include \"not.h\"\n*/\n"
      "#include MACRO\n"
      "#if 0\n#include \"maybe.h\"\n#endif\n"
      "const char* s = \"\\\n#include \\\"not.h\\\"\";\n"
      "#include \"open\n"
      "#include");
  EXPECT_EQ(facts.quoted, (std::vector<std::string>{"a/b.h", "maybe.h"}));
  EXPECT_EQ(facts.angled, (std::vector<std::string>{"vector"}));
}

}  // namespace
}  // namespace hull::tool
