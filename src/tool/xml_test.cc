#include "tool/xml.h"

#include <gtest/gtest.h>

namespace hull::tool {
namespace {

TEST(Xml, EscapesWhatHasAMeaningAndReplacesWhatCannotBe) {
  EXPECT_EQ(xml_escaped("a<b> & \"c\"\n\t'd'"), "a&lt;b&gt; &amp; &quot;c&quot;\n\t'd'");
  EXPECT_EQ(xml_escaped("\r\n"), "&#13;\n");
  EXPECT_EQ(xml_escaped(std::string_view("\0\x1b[31m", 6)), "\xef\xbf\xbd\xef\xbf\xbd[31m");
  EXPECT_EQ(xml_escaped("\xff"
                        "a\xc3\xa4"),
            "\xef\xbf\xbd"
            "a\xc3\xa4");
  EXPECT_EQ(xml_escaped("\xef\xbf\xbe"), "\xef\xbf\xbd");  // U+FFFE
}

TEST(Xml, UnescapesEntities) {
  EXPECT_EQ(xml_unescaped("&lt;a&gt; &amp;amp; &quot;&apos;"), "<a> &amp; \"'");
  EXPECT_EQ(xml_unescaped("&#65;&#x42;&#228;&#x20ac;"), "AB\xc3\xa4\xe2\x82\xac");
  for (const char* as_is :
       {"&", "&;", "&nbsp;", "&#;", "&#x;", "&#xzz;", "&#99999999999;", "&#x110000;", "&#65"})
    EXPECT_EQ(xml_unescaped(as_is), as_is);
}

TEST(Xml, LooksUpAttributesAndElements) {
  EXPECT_EQ(xml_attribute("<T a=\"1\" name=\"x &lt; y\" filename=\"f\"/>", "name"), "x < y");
  EXPECT_EQ(xml_attribute("<T filename=\"f\"/>", "name"), std::nullopt);
  EXPECT_EQ(xml_attribute("<T name=\"cut", "name"), std::nullopt);
  EXPECT_EQ(xml_element("<a><Name>x &amp; y</Name><Name>z</Name></a>", "Name"), "x & y");
  EXPECT_EQ(xml_element("<Name/>", "Name"), std::nullopt);
  EXPECT_EQ(xml_element("<Name>cut", "Name"), std::nullopt);
}

}  // namespace
}  // namespace hull::tool
