// Which edits a compile cannot see, and which it can: by hand in tables, and by asking clang.
#include "engine/tokens.h"

#include <cstdlib>
#include <gtest/gtest.h>
#include <random>

#include "base/file_system.h"
#include "base/process.h"

namespace hull::engine {
namespace {

TextFacts scan(std::string_view text) { return scan_text(text, sha256(text)); }

struct Pair {
  const char* name;
  std::string_view before, after;
};

class SameTokens : public ::testing::TestWithParam<Pair> {};
TEST_P(SameTokens, HaveOneDigest) {
  ASSERT_NE(GetParam().before, GetParam().after);
  EXPECT_EQ(scan(GetParam().before).tokens, scan(GetParam().after).tokens);
}
INSTANTIATE_TEST_SUITE_P(
    Tokens, SameTokens,
    ::testing::Values(
        Pair{"line comment", "int a; // one\n", "int a; // two words\n"},
        Pair{"line comment removed", "int a; // one\nint b;\n", "int a;\nint b;\n"},
        Pair{"block comment of one width", "int a /* one */ = 1;", "int a /* two */ = 1;"},
        Pair{"block comment at the end of a line", "int a; /* one */\n", "int a; /* and more */\n"},
        Pair{"block comment over lines", "/* a\n b */\nint a;\n", "/* longer\n and other */\nint a;\n"},
        Pair{"blanks at the end of a line", "int a;\nint b;\n", "int a; \t \nint b;\r\n"},
        Pair{"line ends", "int a;\nint b;\n", "int a;\r\nint b;\r\n"},
        Pair{"byte order mark before a comment", "\xef\xbb\xbf// x\nint a;", "// x\nint a;"},
        Pair{"UTF-8 in a comment, counted in bytes", "int a; /* \xc3\xa9 */ int b;", "int a; /* ee */ int b;"},
        Pair{"quotes in comments", "// it's \"\nint a;", "// its\nint a;"},
        Pair{"comment that looks like a raw string", "// R\"(\nint a;", "// R\"x(\nint a;"},
        Pair{"comment after a raw string", "auto s = R\"(a)\"; // x", "auto s = R\"(a)\"; // y"},
        Pair{"comment after a prefix that is none", "auto s = fooR\"(\"; // )\"", "auto s = fooR\"(\"; // )!"},
        Pair{"comment after digit separators", "int a = 1'000; // it", "int a = 1'000; // x"},
        Pair{"comment after a character", "char c = '\"'; // \"a", "char c = '\"'; // \"b"},
        Pair{"comment after an escaped quote", "auto s = \"\\\"\"; // a", "auto s = \"\\\"\"; // b"},
        Pair{"comment after a splice", "int a; \\\n// one\nint b;", "int a; \\\n// two\nint b;"},
        Pair{"comment spliced onto the next line", "int a; // x \\\n y\nint b;", "int a; // z \\\n w\nint b;"},
        Pair{"comment inside a directive", "#define A 1 // x\nint a;", "#define A 1 // y\nint a;"},
        Pair{"block comment inside a directive", "#define A /* x */ 1\n", "#define A /* y */ 1\n"},
        Pair{"comment after an include", "#include <a//b> // x\n", "#include <a//b> // y\n"},
        Pair{"comment after #if 0 prose", "#if 0\nit's\n#endif // x\n", "#if 0\nit's\n#endif // y\n"}),
    [](const auto& info) { return std::to_string(info.index); });

class OtherTokens : public ::testing::TestWithParam<Pair> {};
TEST_P(OtherTokens, HaveTwoDigests) { EXPECT_NE(scan(GetParam().before).tokens, scan(GetParam().after).tokens); }
INSTANTIATE_TEST_SUITE_P(
    Tokens, OtherTokens,
    ::testing::Values(
        Pair{"token moved by a column", "int a;", "int  a;"}, Pair{"token moved by a line", "int a;", "\nint a;"},
        Pair{"comment that moves a token", "/* a */ int a;", "/* ab */ int a;"},
        Pair{"comment over one line more", "/* a\n */\nint a;", "/* a\n\n */\nint a;"},
        Pair{"comment that begins to hide code", "int a; // x\nint b;", "int a; // x \\\nint b;"},
        Pair{"comment that never ends", "int a; /* x */", "int a; /* x   "},
        Pair{"opening in a comment, of which compilers warn", "/* a /* */", "/* a x */"},
        Pair{"text of a string", "auto s = \"// a\";", "auto s = \"// b\";"},
        Pair{"text of a raw string", "auto s = R\"(// a)\";", "auto s = R\"(// b)\";"},
        Pair{"text of a delimited raw string", "auto s = R\"x()\" // a\n)x\";", "auto s = R\"x()\" // b\n)x\";"},
        Pair{"text of prefixed raw strings", "auto s = u8R\"(/* a)\"; // */", "auto s = u8R\"(/* b)\"; // */"},
        Pair{"raw prefix after U+00A0", "auto s =\xc2\xa0R\"(\n// a)\";", "auto s =\xc2\xa0R\"(\n// b)\";"},
        Pair{"blanks at line ends of a raw string", "auto s = R\"(a \nb)\";", "auto s = R\"(a\nb)\";"},
        Pair{"string over spliced lines", "auto s = \"a \\\n// b\";", "auto s = \"a \\\n// c\";"},
        Pair{"string over spliced CRLF lines", "auto s = \"a \\\r\n// b\";", "auto s = \"a \\\r\n// c\";"},
        Pair{"string over lines spliced with blanks", "auto s = \"a \\ \n// b\";", "auto s = \"a \\ \n// c\";"},
        Pair{"escape over a spliced line", "auto s = \"\\\\\n\" // a\";", "auto s = \"\\\\\n\" // b\";"},
        Pair{"blanks after a splice, of which compilers warn", "int a; \\\nint b;", "int a; \\ \nint b;"},
        Pair{"digit separators are no quotes", "int a = 1'0; int b = '/'; // '", "int a = 1'0; int b = '*'; // '"},
        Pair{"header name with slashes", "#include <a//b>\n", "#include <a//c>\n"},
        Pair{"header name after a comment", "#include /* x */ <a//b>\n", "#include /* x */ <a//c>\n"},
        Pair{"header name after a splice", "#include \\\n <a//b>\n", "#include \\\n <a//c>\n"},
        Pair{"header name of a query", "#if __has_include(<a//b>)\n#endif", "#if __has_include(<a//c>)\n#endif"},
        Pair{"header name of a digraph directive", "%:include <a//b>\n", "%:include <a//c>\n"},
        Pair{"header unit", "import <a//b>;\n", "import <a//c>;\n"},
        Pair{"comment opened in #warning", "#warning a /* b\nint a = 1; /**/\n", "#warning a /* b\nint a = 2; /**/\n"},
        Pair{"comment opened in #pragma mark", "#pragma mark a /* b\nint a = 1; /**/\n",
             "#pragma mark a /* b\nint a = 2; /**/\n"},
        Pair{"apostrophe in #error", "#error don't /* x\nint a;\n/**/", "#error don't /* x\nint b;\n/**/"},
        Pair{"apostrophe in #if 0", "#if 0\ndon't /* x\n#endif\nint a; /**/", "#if 0\ndon't /* x\n#endif\nint b; /**/"},
        Pair{"carriage return that ends a comment", "// x\rint a;\n", "// x\rint b;\n"},
        Pair{"trigraph that escapes a quote", "auto s = \"?\?/\" // a\";", "auto s = \"?\?/\" // b\";"},
        Pair{"slash and comment of C89", "int a = 4 //* x */ 2\n;", "int a = 4 //* x */ 3\n;"},
        Pair{"identifier over spliced lines", "int a\\\nb; // x", "int a\\\nb; // y"},
        Pair{"comment that closes over a splice", "/* x *\\\n/ int a; /**/", "/* x *\\\n/ int b; /**/"},
        Pair{"comment that opens over a splice", "/\\\n* x */ int a;", "/\\\n* y */ int a;"},
        Pair{"backslash before a comment", "#define A \\\n 1", "#define A \\//\n 1"},
        Pair{"line end in a directive's comment", "#define A /*\n*/ 1\n", "#define A     \n   1\n"}),
    [](const auto& info) { return std::to_string(info.index); });

TEST(Tokens, SpellingsAreWhatADepfileDoesNotTell) {
  const struct {
    std::string_view text;
    std::vector<std::string> spellings;
  } cases[] = {
      {"#include \"a.h\"\n#include <b.h>\n  #  include \"c/d.h\"\n", {"\"a.h", "\"c/d.h"}},
      {"#include_next \"a.h\"\n#import \"b.h\"\n#include \"a.h\"\n", {"\"a.h", "\"b.h"}},
      {"# /* x */ include /* y */ \"a.h\"\n%:include \"b.h\"\n\\\n#include \"c.h\"\n", {"\"a.h", "\"b.h", "\"c.h"}},
      {"/* x */ #include \"a.h\"\nint x; #include \"b.h\"\n", {"\"a.h"}},
      {"#if __has_include(\"a.h\") || __has_include ( <b.h> ) || __has_include_next(<c.h>)\n",
       {"?\"a.h", "?<b.h", "?<c.h"}},
      {"#if defined(__has_include) && defined __has_include\n", {}},
      {"#include \"../a.h\"\n#include <x/../b.h>\n", {"?\"../a.h", "?<x/../b.h"}},
      {"#define H \"a.h\"\n#include H\n", {"*"}},
      {"import \"a.h\";\nexport import <b.h>;\n", {"\"a.h"}},
      {"#embed \"a.bin\"\n", {"\"a.bin"}},
      {"#include \\\r\n  \"a.h\"\r\n", {"\"a.h"}},
      {"const char* s = R\"(\n#include \"a.h\"\n)\";\n// #include \"b.h\"\n", {}},
  };
  for (const auto& c : cases) EXPECT_EQ(scan(c.text).spellings, c.spellings) << c.text;
}

TEST(Tokens, EmbedIsSeen) {
  EXPECT_TRUE(scan("#embed <a>\n").embeds);
  EXPECT_TRUE(scan("#if __has_embed(<a>)\n").embeds);
  EXPECT_FALSE(scan("// #embed <a>\nint embed;\n").embeds);
}

TEST(Tokens, OtherTextComparesByContentButIsIncludedAllTheSame) {
  const std::string_view a = "#include \"x.h\" // a\n", b = "#include \"x.h\" // b\n";
  EXPECT_NE(facts_of("a.S", a, sha256(a)).tokens, facts_of("a.S", b, sha256(b)).tokens);
  EXPECT_EQ(facts_of("a.S", a, sha256(a)).spellings, std::vector<std::string>{"\"x.h"});
  EXPECT_EQ(facts_of("a.h", a, sha256(a)).tokens, facts_of("a.h", b, sha256(b)).tokens);
  EXPECT_EQ(facts_of("vector", a, sha256(a)).tokens, facts_of("vector", b, sha256(b)).tokens);
  const std::string program("\x7f" "ELF\0#include \"x.h\"\n", 21);
  EXPECT_EQ(facts_of("bin/tool", program, sha256(program)).tokens, sha256(program));
  EXPECT_TRUE(facts_of("bin/tool", program, sha256(program)).spellings.empty());
}

// --- the oracle --------------------------------------------------------------------------------------------

struct Source {
  const char* standard;
  std::string_view text;
};
const Source kSources[] = {
    {"c++23", "int f(int a) { // adds\n  return a /* one */ + 1;\n}\n/* end */\n"},
    {"c++23", "/* a\n * b\n */\nint g = 1; /* c */ int h = 2;\n// last"},
    {"c++23", "const char* s = R\"(// no \" comment)\"; // x\nconst char* t = R\"xy()\"\n/* no )x)xy\"; /* y */ int u;\n"},
    {"c++23", "const auto* s = u8R\"(/*)\"; int a; // */\nint b = 1'000'000; // 'x\nint c = 0x1'f; /* ' */\n"},
    {"c++23", "#define A(x) #x // note\nconst char* s = A(1 /* c */ + 2);\nconst char* t = A(\"//\" '/' /* */);\n"},
    {"c++23", "#define B 1 /* over\n lines */ + 2\nint b = B; // b\n"},
    {"c++23", "#define C(a, \\\n          b) a + \\\n  b // c\nint c = C(1, /* x */ 2);\n"},
    {"c++23", "#if 0 // off\nisn't this /* odd\nnor \" this /* x\n#else /* on */\nint d; // d\n#endif\n"},
    {"c++23", "#warning it's // not /* over */ yet\nint e = 1; /* e */\n#pragma mark - don't\nint e2; // x\n"},
    {"c++23", "#warning see the /* thing\nint f = 1; /* f */\nint f2 = 2; // */\n"},
    {"c++23", "const char* g = \"a // b \\\" // c\"; // d\nchar h = '\\''; // e'\nchar i = '\"'; /* \" */\n"},
    {"c++23", "const char* j = \"spliced \\\n// text\"; // j\nint k; // spliced \\\n   comment\nint l;\n"},
    {"c++23", "int m; \\\n// after a splice\nint n /* x */ \\\n  = 1;\n"},
    {"c++23", "\xef\xbb\xbf// BOM\nint o; // \xc3\xa9\xe2\x82\xac\nconst char* p = \"\xc3\xa9\"; /* \xc3\xa9 */ int q;\n"},
    {"c++23", "int r; // crlf\r\nint s; /* a\r\n b */\r\nconst char* t = \"x \\\r\n// y\";\r\n"},
    {"c++23", "#if __has_include(<cstdio>) // x\nint u; // yes\n#endif\n#line 40 \"z.cc\" // l\nint v = __LINE__; // v\n"},
    {"c++23", "template <class T> struct W { // w\n  T x; /* x */ T y; // y\n};\nint z = W<int>{1, 2}.y; /* z */\n"},
    {"c++23", "#pragma once // p\n#pragma GCC diagnostic ignored \"-Wall\" // d\nint aa; /* aa */ // aa\n"},
    {"c++23", "int bb = 4 / /* x */ 2 // y\n  / 1; /*//*/ int cc; //*/\n//* dd */ int dd;\n/*/ ee */ int ee;\n"},
    {"c++23", "#define assert2(x) ((x) ? 0 : __builtin_strlen(#x))\nunsigned long ff(int a) { return assert2(a /* c */ ==\n  1 // d\n); }\n"},
    {"c++23", "%: define GG 1 // g\nint gg = GG; /* g */\n# /* x */ define HH 2 // h\nint hh = HH;\n"},
    {"c++23", "inline int ii() { static int j; /* j */ return ++j; } // ii\nint jj() { return ii() /* call */ + ii(); }\n"},
    {"c++11", "int kk = 1; // '\n#if 0\n3'rd // x\n#endif\nint ll; /* ' */\n"},
    {"c++98", "int mm; // it's\n#if 0\n1'0 // odd\n#endif\nint nn; /* x */\n"},
    {"c17", "int oo; // c\n#if 0\n5'th /* x */ y\n#endif\nchar pp = '/'; /* pp */\n"},
    {"c89", "int qq = 4 //* c */ 2\n; /* q */\n// not in C89?\nint rr;\n"},
    {"gnu17", "const char* ss = \"?\?/\"; // s\nint tt; // what?\?/\nint uu; /* u */\n"},
    {"c++14", "const char* vv = \"?\?/\" // v\"; // w\nint ww; /* w */\n"},
};

class Oracle {
 public:
  explicit Oracle(unsigned seed) : random_(seed) {}

  /// `text` with some edits of the kind people make in comments and blanks, and some that hit anything.
  std::string mutated(std::string_view text) {
    static constexpr std::string_view kPieces[] = {" ", "  ", "x", "\t", "'", "\"", "/", "*", "//", "/*", "*/", "\\", "\n",
                                                   "\r\n", "\\\n", "R\"(", ")\"", "#", "1'0", "\xc3\xa9", "don't ", "?\?/"};
    std::string result(text);
    const std::size_t edits = 1 + random_() % 3;
    for (std::size_t i = 0; i < edits && !result.empty(); ++i) {
      const std::size_t at = random_() % result.size();
      const std::string_view piece = kPieces[random_() % std::size(kPieces)];
      switch (random_() % 4) {
        case 0: result.insert(at, piece); break;
        case 1: result.erase(at, 1 + random_() % 3); break;
        case 2: result.replace(at, std::min(piece.size(), result.size() - at), piece); break;
        // In place, the commonest edit: a letter for a letter.
        case 3: result[at] = result[at] == '\n' ? '\n' : 'y'; break;
      }
    }
    return result;
  }

  /// The object of `text`, or "" when it does not compile.
  std::string object(const Source& source, std::string_view text) {
    const std::string path = directory_.path() + "/a", output = directory_.path() + "/a.o";
    EXPECT_TRUE(fs::write(path, text));
    const bool c = !std::string_view(source.standard).contains("++");
    ::unlink(output.c_str());
    const auto done = run({.argv = {"clang++-19", "-w", "-g", "-gdwarf-4", std::string("-std=") + source.standard, "-x",
                                    c ? "c" : "c++", "-c", "a", "-o", "a.o"},
                           .directory = directory_.path()});
    EXPECT_TRUE(done);
    return done && done->ok() ? fs::read(output).value_or("") : "";
  }

 private:
  std::mt19937 random_;
  fs::TemporaryDirectory directory_;
};

// Equal token digests must mean identical objects: here is where a scan that is too clever is caught.
TEST(Tokens, EqualDigestsMeanIdenticalObjects) {
  const char* seconds = std::getenv("HULL_PROPERTY_SECONDS");
  const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(seconds ? std::atoi(seconds) : 0);
  unsigned seed = 1, compared = 0;
  do {
    Oracle oracle(seed++);
    for (const Source& source : kSources) {
      const std::string object = oracle.object(source, source.text);
      ASSERT_FALSE(object.empty()) << source.text;
      const Digest tokens = scan(source.text).tokens;
      unsigned found = 0;
      for (int attempt = 0; attempt < 400 && found < 3; ++attempt) {
        const std::string text = oracle.mutated(source.text);
        if (text == source.text || scan(text).tokens != tokens) continue;
        ++found;
        ++compared;
        ASSERT_TRUE(oracle.object(source, text) == object)
            << "before:\n" << source.text << "\nafter:\n" << text << "\n-std=" << source.standard;
      }
    }
  } while (std::chrono::steady_clock::now() < until);
  EXPECT_GT(compared, std::size(kSources));
}

TEST(TextFacts, AWarningAboutCommentsMakesContentsCount) {
  const auto embeds = [](std::string_view text) { return scan_text(text, sha256(text)).embeds; };
  EXPECT_TRUE(embeds("#pragma clang diagnostic error \"-Wdocumentation\"\n"));
  EXPECT_TRUE(embeds("_Pragma(\"clang diagnostic warning \\\"-Weverything\\\"\")\n"));
  EXPECT_FALSE(embeds("#pragma clang diagnostic ignored \"-Wdocumentation\"\n"));
  // A comment that is no UTF-8 is warned of.
  const std::string bad = "// \xff\n";
  EXPECT_EQ(scan_text(bad, sha256(bad)).tokens, sha256(bad));
}

TEST(TextFacts, BytesForTheAssemblerAreNamed) {
  const auto names = [](std::string_view text) { return scan_text(text, sha256(text)).spellings; };
  EXPECT_EQ(names("asm(\".incbin \\\"a/b.bin\\\"\");"), std::vector<std::string>{"!a/b.bin"});
  EXPECT_EQ(names("  .incbin \"b.bin\", 3\n"), std::vector<std::string>{"!b.bin"});
  EXPECT_TRUE(names(".incbin NAME\n.incbin \"\"\n.incbin \"open").empty());
}

}  // namespace
}  // namespace hull::engine
