#include "plan/module_directives.h"

#include <gtest/gtest.h>

namespace hull::plan {
namespace {

/// The directives of `text`, one per line: "1 export module core", "3 import <vector>".
std::string shown(std::string_view text) {
  std::string result;
  for (const ModuleDirective& directive : module_directives(text)) {
    result += std::to_string(directive.line) + (directive.exported ? " export" : "") +
              (directive.kind == ModuleDirective::Kind::Module ? " module " : " import ") + directive.name +
              "\n";
  }
  return result;
}

TEST(ModuleDirectives, Forms) {
  struct Case {
    const char* text;
    const char* directives;
  };
  for (const Case& one : {
           Case{"module;\n#include <x>\nexport module core;\n", "1 module \n3 export module core\n"},
           {"module core;\n", "1 module core\n"},
           {"module core:part;\n", "1 module core:part\n"},
           {"export module core.io : part;\n", "1 export module core.io:part\n"},
           {"module :private;\n", "1 module :private\n"},
           {"import core;\nimport :part;\nimport <vector>;\nimport \"x.h\";\n",
            "1 import core\n2 import :part\n3 import <vector>\n4 import \"x.h\"\n"},
           {"export import other;\n", "1 export import other\n"},
           {"  export   /* c */  import other ;\n", "1 export import other\n"},
           {"export module core [[deprecated]];\n", "1 export module core\n"},
           {"expo\\\nrt module x;\n", ""},
           {"/* a\n b */ module core;\n", "2 module core\n"},
       }) {
    EXPECT_EQ(shown(one.text), one.directives) << one.text;
  }
}

TEST(ModuleDirectives, WhatOnlyLooksLikeOne) {
  for (const char* text : {
           "// module core;\n",
           "/*\nmodule core;\n*/\n",
           "#if 1 /*\nmodule core;\n*/\n",
           "// a \\\nmodule core;\n",
           "const char* s = R\"x(\nmodule core;\nexport import y;\n)x\";\n",
           "auto s = u8R\"(\nimport a;\n)\";\n",
           "int import = 3;\n",
           "import = 3;\n",
           "import(core);\n",
           "module::f();\n",
           "module->x;\n",
           "x module core;\n",
           "f(\nmodule.x);\n",
           "module_x core;\n",
           "export int f();\n",
           "export namespace a {}\n",
           "int n = 1'000'000; char c = '\"';\n",
           "export",
           "module",
           "import",
           "R\"",
           "R\"(",
           "\"",
           "'",
           "/*",
           "\\",
           "export /*",
       }) {
    EXPECT_EQ(shown(text), "") << text;
  }
}

TEST(ModuleDirectives, LiteralsDoNotSwallowWhatFollows) {
  EXPECT_EQ(shown("int n = 1'000;\nimport a;\n"), "2 import a\n");
  EXPECT_EQ(shown("char c = '\\'';\nimport a;\n"), "2 import a\n");
  EXPECT_EQ(shown("auto s = R\"(\")\";\nimport a;\n"), "2 import a\n");
  EXPECT_EQ(shown("auto s = R\"d()\")d\";\nimport a;\n"), "2 import a\n");
}

TEST(ModuleDirectives, Kinds) {
  const auto kind = [](std::string_view text) { return module_directives(text).at(0); };
  EXPECT_TRUE(kind("module core;").is_implementation());
  EXPECT_FALSE(kind("module;").is_implementation());
  EXPECT_FALSE(kind("module :private;").is_implementation());
  EXPECT_FALSE(kind("export module core;").is_implementation());
  EXPECT_TRUE(kind("export import core;").is_reexport());
  EXPECT_FALSE(kind("import core;").is_reexport());
}

}  // namespace
}  // namespace hull::plan
