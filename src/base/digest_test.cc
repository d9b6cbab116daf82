#include "base/digest.h"

#include <gtest/gtest.h>

#include "base/file_system.h"

namespace hull {
namespace {

constexpr std::string_view kAbc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
constexpr std::string_view kEmpty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

TEST(Digest, Sha256OfKnownTexts) {  // FIPS 180-4 examples.
  EXPECT_EQ(sha256("abc").hex(), kAbc);
  EXPECT_EQ(sha256("").hex(), kEmpty);
  EXPECT_EQ(Hasher().bytes("a").bytes("").bytes("bc").finish(), sha256("abc"));
}

TEST(Digest, HexRoundTrip) {
  EXPECT_EQ(Digest::from_hex(kAbc), sha256("abc"));
  EXPECT_TRUE(Digest::from_hex(kAbc));
  std::string upper(kAbc);
  upper[0] = 'B';
  std::string odd(kAbc);
  odd[5] = 'g';
  for (const std::string& bad : {std::string(), std::string("ba"), upper, odd, std::string(kAbc) + "0"})
    EXPECT_FALSE(Digest::from_hex(bad)) << bad;
}

TEST(Digest, FieldsKeepTheirBorders) {
  EXPECT_NE(Hasher().field("ab").field("c").finish(), Hasher().field("a").field("bc").finish());
  EXPECT_NE(Hasher().field("").finish(), Hasher().finish());
  // Part of on-disk formats: 8 bytes of length, little endian.
  EXPECT_EQ(Hasher().field("ab").finish(), sha256(std::string_view("\2\0\0\0\0\0\0\0ab", 10)));
  EXPECT_EQ(Hasher().number(0x0102).finish(), sha256(std::string_view("\2\1\0\0\0\0\0\0", 8)));
}

TEST(Digest, ACopyGoesOnFromTheSamePlace) {
  Hasher first;
  first.bytes("ab");
  Hasher second(first);
  second.bytes("c");
  EXPECT_EQ(first.finish(), sha256("ab"));
  EXPECT_EQ(second.finish(), sha256("abc"));
}

TEST(Digest, FileLargerThanTheBuffer) {
  const fs::TemporaryDirectory directory;
  const std::string path = directory.path() + "/big";
  std::string content(1'000'003, 'x');
  content[700'000] = '\0';
  ASSERT_TRUE(fs::write(path, content));
  const auto digest = sha256_file(path);
  ASSERT_TRUE(digest);
  EXPECT_EQ(*digest, sha256(content));
}

TEST(Digest, FileErrorsNameTheFile) {
  const fs::TemporaryDirectory directory;
  EXPECT_EQ(sha256_file(directory.path() + "/none").error().message,
            "cannot open " + directory.path() + "/none: No such file or directory");
  EXPECT_EQ(sha256_file(directory.path()).error().message,
            "cannot read " + directory.path() + ": Is a directory");
}

}  // namespace
}  // namespace hull
