#include "plan/template.h"

#include <gtest/gtest.h>

namespace hull::plan {
namespace {

ConfigValues values() {
  return {
      {"HAVE_UNISTD_H", ConfigValue::answered("1")}, {"HAVE_CRC32C", ConfigValue::answered("0")},
      {"SIZEOF_LONG", ConfigValue::answered("8")},   {"PROJECT_VERSION", ConfigValue::written("1.23.0")},
      {"MAJOR", ConfigValue::written("1")},          {"ENABLED", ConfigValue::written("ON")},
      {"DISABLED", ConfigValue::written("OFF")},     {"FALSE_VALUE", ConfigValue::written("")},
      {"ZERO", ConfigValue::written("0")},           {"GONE", ConfigValue::written("x-NOTFOUND")},
      {"NAME", ConfigValue::written("\"a b\"")},
  };
}

struct Line {
  const char* text;
  const char* filled;
};

TEST(FillTemplate, CMakesForms) {
  const Line lines[] = {
      {"#cmakedefine HAVE_UNISTD_H", "#define HAVE_UNISTD_H"},
      {"#cmakedefine HAVE_UNISTD_H 1", "#define HAVE_UNISTD_H 1"},
      {"#cmakedefine HAVE_CRC32C 1", "/* #undef HAVE_CRC32C */"},
      {"#cmakedefine NOBODY", "/* #undef NOBODY */"},
      {"#cmakedefine DISABLED @DISABLED@", "/* #undef DISABLED */"},
      {"#cmakedefine GONE", "/* #undef GONE */"},
      {"#cmakedefine FALSE_VALUE", "/* #undef FALSE_VALUE */"},
      {"#cmakedefine SIZEOF_LONG @SIZEOF_LONG@", "#define SIZEOF_LONG 8"},
      {"#cmakedefine NAME ${NAME}", "#define NAME \"a b\""},
      {"#cmakedefine01 HAVE_UNISTD_H", "#define HAVE_UNISTD_H 1"},
      {"#cmakedefine01 HAVE_CRC32C", "#define HAVE_CRC32C 0"},
      {"#cmakedefine01 NOBODY", "#define NOBODY 0"},
      {"#cmakedefine01 ENABLED", "#define ENABLED 1"},
      {"#  cmakedefine ENABLED", "#  define ENABLED"},
      {"  # cmakedefine01\tDISABLED", "  # define\tDISABLED 0"},
      {"#define V \"@PROJECT_VERSION@\"", "#define V \"1.23.0\""},
      {"#define V ${MAJOR}${MAJOR}", "#define V 11"},
      {"#if @HAVE_CRC32C@ || ${HAVE_UNISTD_H}", "#if 0 || 1"},
      {"#define EMPTY @NOBODY@", "#define EMPTY "},
      {"#undef min  // ${MAJOR}", "#undef min  // 1"},
      {"#undef ENABLED", "#define ENABLED ON"},
      {"mail a@b, cost $5 ${ } ${x @ y", "mail a@b, cost $5 ${ } ${x @ y"},
      {"#cmakedefine", "#cmakedefine"},
      {"#define ZERO @ZERO@", "#define ZERO 0"},
  };
  for (const Line& line : lines) {
    // A reference elsewhere makes each line part of a CMake template.
    EXPECT_EQ(fill_template(std::string("// @MAJOR@\n") + line.text, values()),
              std::string("// 1\n") + line.filled);
  }
}

TEST(FillTemplate, AutoconfsForms) {
  const Line lines[] = {
      {"#undef HAVE_UNISTD_H", "#define HAVE_UNISTD_H 1"},
      {"#undef HAVE_CRC32C", "/* #undef HAVE_CRC32C */"},
      {"#undef NOBODY", "/* #undef NOBODY */"},
      {"# undef HAVE_UNISTD_H", "# define HAVE_UNISTD_H 1"},
      {"#  undef NOBODY", "/* #  undef NOBODY */"},
      {"#undef SIZEOF_LONG", "#define SIZEOF_LONG 8"},
      {"#undef ZERO", "#define ZERO 0"},
      {"#undef NAME", "#define NAME \"a b\""},
      {"#undef FALSE_VALUE", "/* #undef FALSE_VALUE */"},
      {"#define HAVE_UNISTD_H 7", "#define HAVE_UNISTD_H 7"},
      {"/* #undef HAVE_UNISTD_H */", "/* #undef HAVE_UNISTD_H */"},
      {"#undef", "#undef"},
  };
  for (const Line& line : lines) EXPECT_EQ(fill_template(line.text, values()), line.filled);
}

TEST(FillTemplate, KeepsLineEnds) {
  EXPECT_EQ(fill_template("#undef ZERO\r\n\r\nx", values()), "#define ZERO 0\r\n\r\nx");
  EXPECT_EQ(fill_template("", values()), "");
  EXPECT_EQ(fill_template("\n\n", values()), "\n\n");
  EXPECT_EQ(fill_template("#undef ZERO\r", values()), "#define ZERO 0\r");
}

TEST(FillTemplate, PutsNoValueThroughTheMillAgain) {
  ConfigValues recursive = {{"A", ConfigValue::written("@B@")}, {"B", ConfigValue::written("${A}")}};
  EXPECT_EQ(fill_template("@A@ ${B}", recursive), "@B@ ${A}");
}

// The shapes below are those of templates that people port; each is written for this test.

TEST(FillTemplate, APortHeaderInLeveldbsStyle) {
  EXPECT_EQ(fill_template("#ifndef PORT_CONFIG_H_\n"
                          "#define PORT_CONFIG_H_\n"
                          "\n"
                          "// 1 when <unistd.h> declares fdatasync().\n"
                          "#if !defined(HAVE_FDATASYNC)\n"
                          "#cmakedefine01 HAVE_FDATASYNC\n"
                          "#endif  // !defined(HAVE_FDATASYNC)\n"
                          "#if !defined(HAVE_SNAPPY)\n"
                          "#cmakedefine01 HAVE_SNAPPY\n"
                          "#endif\n"
                          "#endif\n",
                          {{"HAVE_FDATASYNC", ConfigValue::answered("1")},
                           {"HAVE_SNAPPY", ConfigValue::answered("0")}}),
            "#ifndef PORT_CONFIG_H_\n"
            "#define PORT_CONFIG_H_\n"
            "\n"
            "// 1 when <unistd.h> declares fdatasync().\n"
            "#if !defined(HAVE_FDATASYNC)\n"
            "#define HAVE_FDATASYNC 1\n"
            "#endif  // !defined(HAVE_FDATASYNC)\n"
            "#if !defined(HAVE_SNAPPY)\n"
            "#define HAVE_SNAPPY 0\n"
            "#endif\n"
            "#endif\n");
}

TEST(FillTemplate, AZconfInZlibsStyleKeepsItsUndefs) {
  EXPECT_EQ(fill_template(
                "#ifndef ZCONF_H\n"
                "#define ZCONF_H\n"
                "#cmakedefine Z_PREFIX\n"
                "#cmakedefine Z_HAVE_UNISTD_H\n"
                "#ifdef _LARGEFILE64_SOURCE\n"
                "#  undef _LARGEFILE64_SOURCE\n"
                "#endif\n"
                "#if !defined(STDC) && defined(__STDC__)\n"
                "#  define STDC\n"
                "#endif\n",
                {{"Z_HAVE_UNISTD_H", ConfigValue::answered("1")}, {"Z_PREFIX", ConfigValue::written("")}}),
            "#ifndef ZCONF_H\n"
            "#define ZCONF_H\n"
            "/* #undef Z_PREFIX */\n"
            "#define Z_HAVE_UNISTD_H\n"
            "#ifdef _LARGEFILE64_SOURCE\n"
            "#  undef _LARGEFILE64_SOURCE\n"
            "#endif\n"
            "#if !defined(STDC) && defined(__STDC__)\n"
            "#  define STDC\n"
            "#endif\n");
}

TEST(FillTemplate, AConfigHeaderOfAutoheader) {
  EXPECT_EQ(fill_template("/* config.h.in.  Generated from configure.ac by autoheader.  */\n"
                          "\n"
                          "/* Define to 1 if you have the <sys/stat.h> header file. */\n"
                          "#undef HAVE_SYS_STAT_H\n"
                          "\n"
                          "/* Enable extensions.  */\n"
                          "#ifndef _GNU_SOURCE\n"
                          "# undef _GNU_SOURCE\n"
                          "#endif\n"
                          "\n"
                          "/* Define to `unsigned int' if <sys/types.h> does not define. */\n"
                          "#undef size_t\n",
                          {{"HAVE_SYS_STAT_H", ConfigValue::answered("1")},
                           {"_GNU_SOURCE", ConfigValue::written("1")}}),
            "/* config.h.in.  Generated from configure.ac by autoheader.  */\n"
            "\n"
            "/* Define to 1 if you have the <sys/stat.h> header file. */\n"
            "#define HAVE_SYS_STAT_H 1\n"
            "\n"
            "/* Enable extensions.  */\n"
            "#ifndef _GNU_SOURCE\n"
            "# define _GNU_SOURCE 1\n"
            "#endif\n"
            "\n"
            "/* Define to `unsigned int' if <sys/types.h> does not define. */\n"
            "/* #undef size_t */\n");
}

TEST(FillTemplate, AnUndefAmongCMakesFormsIsAQuestionWhenAValueWaitsForIt) {
  EXPECT_EQ(fill_template("#cmakedefine ENABLED\n"
                          "#undef HAVE_UNISTD_H\n"
                          "# undef HAVE_CRC32C\n"
                          "#undef NOBODY\n"
                          "#undef MAJOR\n"
                          "#define MAJOR ${MAJOR}\n"
                          "#undef ZERO\n"
                          "#cmakedefine01 ZERO\n",
                          values()),
            "#define ENABLED\n"
            "#define HAVE_UNISTD_H 1\n"
            "/* # undef HAVE_CRC32C */\n"
            "#undef NOBODY\n"
            "#undef MAJOR\n"
            "#define MAJOR 1\n"
            "#undef ZERO\n"
            "#define ZERO 0\n");
}

TEST(HeaderOfValues, DefinesInOrderBehindAGuard) {
  EXPECT_EQ(header_of_values("target/debug/gen/my-pkg/config.h", {{"B", ConfigValue::written("\"x\"")},
                                                                  {"A", ConfigValue::written("1")},
                                                                  {"C", ConfigValue::written("")},
                                                                  {"D", ConfigValue::answered("0")},
                                                                  {"E", ConfigValue::answered("8")},
                                                                  {"F", ConfigValue::written("0")}}),
            "#ifndef HULL_MY_PKG_CONFIG_H\n"
            "#define HULL_MY_PKG_CONFIG_H\n"
            "\n"
            "#define A 1\n"
            "#define B \"x\"\n"
            "/* #undef C */\n"
            "/* #undef D */\n"
            "#define E 8\n"
            "#define F 0\n"
            "\n"
            "#endif  // HULL_MY_PKG_CONFIG_H\n");
}

}  // namespace
}  // namespace hull::plan
