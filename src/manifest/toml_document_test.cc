#include "manifest/toml_document.h"

#include <gtest/gtest.h>

#include "manifest/toml_text.h"

namespace hull::manifest {
namespace {

Document parse_ok(std::string_view text) {
  auto document = parse_toml("t.toml", text);
  if (document) return *std::move(document);
  ADD_FAILURE() << render(document.error(), false);
  return {};
}

const Value& at(const Value& value, std::string_view key) {
  const Member* member = value.find(key);
  static const Value kNone;
  EXPECT_NE(member, nullptr) << key;
  return member ? member->value : kNone;
}

TEST(TomlDocument, ReadsEveryKindOfValue) {
  Document document = parse_ok(
      "s = \"a\\tb\"\ni = -3\nf = 1.5\nb = true\na = [1, \"x\"]\nt = { k = 1 }\nd = 1979-05-27\ntime = "
      "07:32:00\n"
      "dt = 1979-05-27T07:32:00Z\n");
  const Value& root = document.root;
  EXPECT_EQ(at(root, "s").text, "a\tb");
  EXPECT_EQ(at(root, "i").integer, -3);
  EXPECT_EQ(at(root, "f").number, 1.5);
  EXPECT_TRUE(at(root, "b").boolean);
  EXPECT_EQ(at(root, "a").elements.size(), 2u);
  EXPECT_EQ(at(at(root, "t"), "k").integer, 1);
  EXPECT_EQ(at(root, "d").text, "1979-05-27");
  EXPECT_EQ(at(root, "time").noun(), "a date");
  EXPECT_EQ(at(root, "dt").kind, Value::Kind::Date);
  EXPECT_EQ(root.find("none"), nullptr);
}

TEST(TomlDocument, KeepsWrittenOrder) {
  Document document = parse_ok("z = 1\na = 2\n[t]\ny = 1\nb = 2\n[m]\n");
  std::string order;
  for (const Member& member : document.root.members) order += member.key;
  EXPECT_EQ(order, "zatm");
  order.clear();
  for (const Member& member : at(document.root, "t").members) order += member.key;
  EXPECT_EQ(order, "yb");
}

TEST(TomlDocument, PlacesKeysAndValues) {
  Document document = parse_ok("[a.b]\nkey = [ \"x\", 2 ]\n");
  const Member* a = document.root.find("a");
  EXPECT_EQ(a->key_place.begin, (Location{1, 2}));
  const Member* b = a->value.find("b");
  EXPECT_EQ(b->key_place.begin, (Location{1, 4}));
  const Member* key = b->value.find("key");
  EXPECT_EQ(key->key_place.begin, (Location{2, 1}));
  EXPECT_EQ(key->key_place.end, (Location{2, 4}));
  EXPECT_EQ(key->value.place.begin, (Location{2, 7}));
  EXPECT_EQ(key->value.place.end, (Location{2, 17}));
  EXPECT_EQ(key->value.elements[0].place.begin, (Location{2, 9}));
  EXPECT_EQ(key->value.elements[1].place.end, (Location{2, 15}));
  Span span = document.span(key->key_place);
  EXPECT_EQ(span.source->name, "t.toml");
}

TEST(TomlDocument, ColumnsCountBytes) {
  Document document = parse_ok("\"\xc3\xa9\xe2\x82\xac\" = \"\xf0\x9f\x98\x80\" # \xc3\xa9\nx = 1\n");
  const Member& member = document.root.members[0];
  EXPECT_EQ(member.key_place.begin, (Location{1, 1}));
  EXPECT_EQ(member.key_place.end, (Location{1, 8}));
  EXPECT_EQ(member.value.place.begin, (Location{1, 11}));
  EXPECT_EQ(member.value.place.end, (Location{1, 17}));
  EXPECT_EQ(document.root.members[1].value.place.begin, (Location{2, 5}));
}

TEST(TomlDocument, ReadsByteOrderMarkAndCrlf) {
  Document document = parse_ok("\xEF\xBB\xBFx = 1\r\ny = '''a\r\nb'''\r\n");
  EXPECT_EQ(document.root.members[0].key_place.begin, (Location{1, 1}));
  EXPECT_EQ(at(document.root, "y").text, "a\nb");
  EXPECT_EQ(document.source->text, "x = 1\ny = '''a\nb'''\n");
}

TEST(TomlDocument, RefusesWhatIsNotUtf8) {
  for (std::string_view text :
       {"a = \"\xff\"", "a = '\xc0\x80'", "# \xed\xa0\x80", "\xe2\x82", "a = \"\xf5\x80\x80\x80\""}) {
    auto document = parse_toml("t.toml", text);
    ASSERT_FALSE(document.has_value());
    EXPECT_TRUE(document.error().message.starts_with("the text is not UTF-8: byte 0x"))
        << document.error().message;
  }
}

TEST(TomlDocument, RefusesControlCharacters) {
  using namespace std::string_view_literals;
  for (std::string_view text : {"[\0"sv, "a = \"\0\""sv, "# \x01"sv, "a = 1\r"sv, "\x7f"sv}) {
    auto document = parse_toml("t.toml", text);
    ASSERT_FALSE(document.has_value());
    EXPECT_TRUE(document.error().message.starts_with("control character 0x")) << document.error().message;
  }
  auto document = parse_toml("t.toml", "a = '\x01'");
  EXPECT_EQ(document.error().help, (std::vector<std::string>{"write it as \"\\u0001\" inside a string"}));
}

TEST(TomlDocument, RefusesLettersBeyondAsciiOutsideOfStrings) {
  for (std::string_view text : {"\xc3\xa9 = 1", "a = \xc3\xa9", "a = \"\\\"\"\xc3\xa9", "a = 1 \xc2\xa0"}) {
    auto document = parse_toml("t.toml", text);
    ASSERT_FALSE(document.has_value());
    EXPECT_TRUE(document.error().message.ends_with("can only stand in quotes or comments"))
        << document.error().message;
  }
  parse_ok("\"\xc3\xa9\" = '\xc3\xa9' # \xc3\xa9\nb = \"\"\"\xc3\xa9\"\"\"\"\"\nc = '''\\''''\n");
}

TEST(TomlDocument, TablesOfDottedKeysNestUpToTheLimit) {
  std::string key = "a";
  for (int i = 1; i < kMaxKeyParts; ++i) key += ".a";
  parse_ok(key + " = 1\n");
  EXPECT_FALSE(parse_toml("t.toml", key + ".a = 1\n").has_value());
}

}  // namespace
}  // namespace hull::manifest
