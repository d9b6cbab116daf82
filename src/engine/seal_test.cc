#include "engine/seal.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include "base/file_system.h"

namespace hull::engine {
namespace {

class SealTest : public ::testing::Test {
 protected:
  std::string path(std::string_view name) const { return directory_.path() + "/" + std::string(name); }
  void write(std::string_view name, std::string_view text) { ASSERT_TRUE(fs::write(path(name), text)); }
  // Seals the given paths as they are now, from a start that lies after their last change.
  bool seal(const std::vector<std::string>& names) {
    SealBuilder builder(disk_, Disk::now_ns() + 1'000'000'000);
    for (const std::string& name : names) builder.add_read(name);
    return builder.sound() && write_seal(path(".seal"), key_, directory_.path(), builder.entries(), "said").has_value();
  }
  bool holds() const { return seal_holds(path(".seal"), key_) == "said"; }

  fs::TemporaryDirectory directory_;
  Disk disk_ = *Disk::open(directory_.path());
  Digest key_ = sha256("question");
};

TEST_F(SealTest, HoldsUntilSomethingMoves) {
  write("a", "1");
  write("d/b", "2");
  ASSERT_TRUE(seal({"a", "d/b", "d", "d/missing", "nowhere/x", "/usr", "a"}));
  EXPECT_TRUE(holds());
  EXPECT_FALSE(seal_holds(path(".seal"), sha256("another question")));

  write("a", "3");
  EXPECT_FALSE(holds());
}

TEST_F(SealTest, NoticesWhatAppearsAndGoes) {
  write("d/b", "2");
  ASSERT_TRUE(seal({"d/missing"}));
  write("d/missing", "");
  EXPECT_FALSE(holds());
  ASSERT_TRUE(seal({"d/missing"}));
  EXPECT_TRUE(holds());
  ::unlink(path("d/missing").c_str());
  EXPECT_FALSE(holds());
  ASSERT_TRUE(seal({"e/x"}));
  write("e/x", "");
  EXPECT_FALSE(holds());
}

TEST_F(SealTest, NoticesANewEntryOfADirectory) {
  write("d/b", "2");
  ASSERT_TRUE(seal({"d", "."}));
  EXPECT_FALSE(holds()) << "the seal itself is a new entry of the root";
  ASSERT_TRUE(seal({"d"}));
  EXPECT_TRUE(holds());
  write("d/c", "");
  EXPECT_FALSE(holds());
}

TEST_F(SealTest, WhatWasTouchedSinceTheStartSpoilsIt) {
  const std::int64_t start = Disk::now_ns();
  write("a", "1");
  SealBuilder builder(disk_, start);
  builder.add_read("a");
  EXPECT_FALSE(builder.sound());
  SealBuilder young(disk_, start);
  FileRecord record;
  record.presence = Presence::File;
  young.add_looked("a", record);
  EXPECT_FALSE(young.sound());
}

TEST_F(SealTest, DamageMeansNoSeal) {
  write("a", "1");
  ASSERT_TRUE(seal({"a"}));
  const std::string whole = *fs::read(path(".seal"));
  for (std::size_t i = 0; i < whole.size(); ++i) {
    std::string broken = whole;
    broken[i] = static_cast<char>(broken[i] ^ 0x10);
    write(".seal", broken);
    EXPECT_FALSE(holds()) << i;
    write(".seal", whole.substr(0, i));
    EXPECT_FALSE(holds()) << i;
  }
}

}  // namespace
}  // namespace hull::engine
