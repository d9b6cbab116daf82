// What a log gives back, whole and broken.
#include "engine/state_log.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <random>
#include <sys/resource.h>
#include <sys/stat.h>
#include <csignal>
#include <unistd.h>

#include "base/file_system.h"

namespace hull::engine {
namespace {

FileRecord file_record(std::string_view content, std::uint64_t changed) {
  FileRecord record;
  record.presence = Presence::File;
  record.stamp = {content.size(), 10, 20, 30};
  record.content = record.tokens = sha256(content);
  record.content_changed = record.tokens_changed = changed;
  return record;
}

bool same(const FileRecord& a, const FileRecord& b) {
  return a.presence == b.presence && a.stamp == b.stamp && a.content == b.content && a.tokens == b.tokens &&
         a.content_changed == b.content_changed && a.tokens_changed == b.tokens_changed && a.embeds == b.embeds &&
         a.spellings == b.spellings;
}

std::vector<FileId> inputs_of(const ActionRecord& record) {
  std::vector<FileId> ids;
  IdReader reader(record.inputs, record.end);
  for (std::uint32_t i = 0; i < record.input_count; ++i) ids.push_back(reader.next());
  return ids;
}
std::vector<FileId> watched_of(const ActionRecord& record) {
  std::vector<FileId> ids;
  IdReader reader(record.inputs, record.end);
  for (std::uint32_t i = 0; i < record.input_count; ++i) reader.next();
  reader.restart();
  for (std::uint32_t i = 0; i < record.watched_count; ++i) ids.push_back(reader.next());
  return ids;
}

class StateLogTest : public ::testing::Test {
 protected:
  std::unique_ptr<StateLog> open() const {
    auto log = StateLog::open(path_);
    EXPECT_TRUE(log) << log.error().message;
    return std::move(*log);
  }
  // Two actions: out1 reads a.h and b.h and watches ".", out2 reads out1.
  void write_some(StateLog& log) {
    FileTable& files = log.files();
    const FileId a = files.intern("a.h"), b = files.intern("b h\n"), root = files.intern(".");
    FileRecord rich = file_record("a", 3);
    rich.tokens = sha256("tokens of a");
    rich.tokens_changed = 2;
    rich.embeds = true;
    rich.spellings = {"\"x.h", "?<y.h"};
    log.record(a, rich);
    log.record(b, file_record("b", 0));
    FileRecord directory = file_record("", 1);
    directory.presence = Presence::Directory;
    log.record(root, directory);
    const FileId out1 = files.intern("out1"), out2 = files.intern("out2");
    log.record(out1, file_record("1", 6));
    log.record(out1, {.command = sha256("one"),
                      .started = 5,
                      .ended = 6,
                      .duration_ms = 7,
                      .max_rss_kib = 8,
                      .exact = true,
                      .absence = 9,
                      .inputs = {b, a, a},
                      .watched = {root},
                      .text = "w: 1\n"});
    log.record(out2, file_record("2", 11));
    log.record(out2, {.command = sha256("two"), .started = 10, .ended = 12, .inputs = {out1}, .watched = {}});
  }
  std::string bytes() const { return *fs::read(path_); }
  void put(std::string_view text) const { ASSERT_TRUE(fs::write(path_, text)); }

  fs::TemporaryDirectory directory_;
  std::string path_ = directory_.path() + "/.hull/state";
};

TEST_F(StateLogTest, GivesBackWhatWasRecorded) {
  { write_some(*open()); }
  const auto log = open();
  FileTable& files = log->files();
  const FileId a = files.find("a.h"), b = files.find("b h\n"), root = files.find(".");
  FileRecord rich = file_record("a", 3);
  rich.tokens = sha256("tokens of a");
  rich.tokens_changed = 2;
  rich.embeds = true;
  rich.spellings = {"\"x.h", "?<y.h"};
  EXPECT_TRUE(same(log->file(a), rich));
  EXPECT_TRUE(same(log->file(b), file_record("b", 0)));
  EXPECT_EQ(log->file(root).presence, Presence::Directory);
  EXPECT_EQ(log->file(files.intern("new")).presence, Presence::Unknown);
  const auto one = log->action(files.find("out1"));
  ASSERT_TRUE(one);
  EXPECT_EQ(one->command, sha256("one"));
  EXPECT_EQ(one->started, 5u);
  EXPECT_EQ(one->ended, 6u);
  EXPECT_EQ(one->duration_ms, 7u);
  EXPECT_EQ(one->max_rss_kib, 8u);
  EXPECT_TRUE(one->exact);
  EXPECT_EQ(one->absence, 9u);
  EXPECT_EQ(one->text, "w: 1\n");
  EXPECT_EQ(log->action(files.find("out2"))->text, "");
  EXPECT_EQ(inputs_of(*one), (std::vector<FileId>{a, b}));
  EXPECT_EQ(watched_of(*one), (std::vector<FileId>{root}));
  EXPECT_FALSE(log->action(a));
  EXPECT_EQ(log->counter(), 12u);
}

TEST_F(StateLogTest, LaterRecordsStandForEarlier) {
  {
    const auto log = open();
    write_some(*log);
    log->record(log->files().find("a.h"), file_record("other", 40));
    log->record(log->files().find("out2"), {.command = sha256("three"), .started = 41, .ended = 42, .inputs = {}, .watched = {}});
    // In this process too.
    EXPECT_EQ(log->action(log->files().find("out2"))->command, sha256("three"));
  }
  const auto log = open();
  EXPECT_TRUE(same(log->file(log->files().find("a.h")), file_record("other", 40)));
  EXPECT_EQ(log->action(log->files().find("out2"))->command, sha256("three"));
  EXPECT_EQ(log->counter(), 42u);
}

TEST_F(StateLogTest, CutAnywhereItLosesOnlyItsTail) {
  { write_some(*open()); }
  const std::string whole = bytes();
  std::size_t last = 0;
  for (std::size_t size = 0; size <= whole.size(); ++size) {
    put(whole.substr(0, size));
    std::size_t read = 0;
    {
      const auto log = open();
      read = log->records_read();
      EXPECT_GE(read, last) << size;
      // What is there is whole: an action's inputs are all known.
      for (const char* output : {"out1", "out2"}) {
        const FileId id = log->files().find(output);
        const auto action = id == kNoFile ? std::nullopt : log->action(id);
        if (!action) continue;
        for (const FileId input : inputs_of(*action)) EXPECT_NE(log->file(input).presence, Presence::Unknown);
      }
      // And it goes on from there.
      log->record(log->files().intern("after"), file_record("after", log->advance()));
    }
    last = read;
    if (size % 7 != 0) continue;
    const auto again = open();
    EXPECT_EQ(again->file(again->files().find("after")).content, sha256("after")) << size;
    EXPECT_EQ(again->records_read(), read + 2) << size;
  }
  EXPECT_EQ(last, 12u);
}

TEST_F(StateLogTest, AFlippedBitLosesOnlyWhatFollows) {
  { write_some(*open()); }
  const std::string whole = bytes();
  const auto complete = open()->records_read();
  for (std::size_t bit = 0; bit < whole.size() * 8; bit += 11) {
    std::string broken = whole;
    broken[bit / 8] = static_cast<char>(broken[bit / 8] ^ (1 << (bit % 8)));
    put(broken);
    const auto log = open();
    EXPECT_LT(log->records_read(), complete) << bit;
    EXPECT_LE(log->counter(), 12u);
  }
}

TEST_F(StateLogTest, AnotherVersionOrOtherTextCountsAsEmpty) {
  { write_some(*open()); }
  std::string other = bytes();
  other[12] = static_cast<char>(other[12] + 1);
  for (const std::string& text : {other, std::string("not a log at all, but long enough"), std::string("x")}) {
    put(text);
    { EXPECT_EQ(open()->records_read(), 0u); }
    EXPECT_EQ(bytes().size(), 16u);
  }
}

TEST_F(StateLogTest, ARecordThatReadsAnUnknownFileIsNoRecord) {
  {
    const auto log = open();
    const FileId out = log->files().intern("out"), lost = log->files().intern("lost");
    log->record(out, file_record("1", 1));
    log->record(out, {.command = sha256("c"), .started = 1, .ended = 2, .inputs = {lost}, .watched = {}});
  }
  const auto log = open();
  EXPECT_FALSE(log->action(log->files().find("out")));
}

TEST_F(StateLogTest, ManyRecordsAndTheirCompaction) {
  constexpr int kFiles = 3000;
  std::uint64_t counter = 0;
  {
    const auto log = open();
    for (int round = 0; round < 3; ++round) {
      for (int i = 0; i < kFiles; ++i) {
        const FileId file = log->files().intern("file" + std::to_string(i));
        log->record(file, file_record(std::to_string(i * 10 + round), log->advance()));
        const FileId output = log->files().intern("output" + std::to_string(i));
        const FileId previous = log->files().intern("file" + std::to_string(i / 2));
        log->record(output, file_record("", 1));
        log->record(output, {.command = sha256(std::to_string(round)),
                             .started = log->advance(),
                             .ended = log->counter(),
                             .inputs = {file, previous},
                             .watched = {previous},
                             .text = i % 2 == 0 ? "w" : ""});
        if (i % 100 == 0) ASSERT_TRUE(log->flush());
      }
    }
    counter = log->counter();
  }
  const std::size_t fat = bytes().size();
  const auto check = [&](const StateLog& log, FileTable& files) {
    for (int i = 0; i < kFiles; ++i) {
      const FileId file = files.find("file" + std::to_string(i)), output = files.find("output" + std::to_string(i));
      ASSERT_NE(file, kNoFile);
      ASSERT_EQ(log.file(file).content, sha256(std::to_string(i * 10 + 2)));
      const auto action = log.action(output);
      ASSERT_TRUE(action);
      ASSERT_EQ(action->command, sha256("2"));
      ASSERT_EQ(action->text, i % 2 == 0 ? "w" : "");
      std::vector<FileId> inputs = {file, files.find("file" + std::to_string(i / 2))};
      std::sort(inputs.begin(), inputs.end());
      inputs.erase(std::unique(inputs.begin(), inputs.end()), inputs.end());
      ASSERT_EQ(inputs_of(*action), inputs);
      ASSERT_EQ(watched_of(*action).size(), 1u);
    }
  };
  {
    const auto log = open();
    EXPECT_EQ(log->counter(), counter);
    EXPECT_LT(bytes().size(), fat / 2);
    EXPECT_FALSE(fs::exists(path_ + ".new"));
    check(*log, log->files());
  }
  const std::size_t lean = bytes().size();
  const auto log = open();
  EXPECT_EQ(bytes().size(), lean);
  EXPECT_EQ(log->counter(), counter);
  check(*log, log->files());
}

// With a limit on the size of files, as on a full disk.
class FileSizeLimit {
 public:
  explicit FileSizeLimit(rlim_t bytes) {
    ::signal(SIGXFSZ, SIG_IGN);
    ::getrlimit(RLIMIT_FSIZE, &saved_);
    const rlimit limit{bytes, saved_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &limit);
  }
  ~FileSizeLimit() {
    ::setrlimit(RLIMIT_FSIZE, &saved_);
    ::signal(SIGXFSZ, SIG_DFL);
  }

 private:
  rlimit saved_;
};

TEST_F(StateLogTest, AFullDiskIsAnErrorAndLeavesWholeRecords) {
  {
    const auto log = open();
    write_some(*log);
    ASSERT_TRUE(log->flush());
    const std::size_t before = bytes().size();
    {
      const FileSizeLimit full(before + 100);
      log->record(log->files().intern("big"), file_record(std::string(1000, 'x'), 1));
      log->record(log->files().intern("big2"), file_record("x", 1));
      const auto flushed = log->flush();
      ASSERT_FALSE(flushed);
      EXPECT_TRUE(flushed.error().message.starts_with("cannot write build state " + path_)) << flushed.error().message;
      EXPECT_EQ(bytes().size(), before);
    }
    log->record(log->files().intern("later"), file_record("later", 77));
  }
  // The paths of the lost records are lost with them, so what follows cannot be read: no more is lost than that.
  const auto log = open();
  EXPECT_TRUE(log->action(log->files().find("out2")));
}

TEST_F(StateLogTest, ADiskTooFullToCompactIsNoReasonNotToBuild) {
  {
    const auto log = open();
    const FileId file = log->files().intern("file");
    for (int i = 0; i < 3000; ++i) log->record(file, file_record(std::to_string(i), log->advance()));
    std::string path(2000, 'p');
    log->record(log->files().intern(path), file_record("x", 1));
  }
  const FileSizeLimit full(500);
  const auto log = StateLog::open(path_);
  ASSERT_TRUE(log) << log.error().message;
  EXPECT_EQ((*log)->file((*log)->files().find("file")).content, sha256("2999"));
  EXPECT_FALSE(fs::exists(path_ + ".new"));
}

TEST_F(StateLogTest, SaysWhichFileItCannotOpen) {
  ASSERT_TRUE(fs::make_directories(path_));
  const auto log = StateLog::open(path_);
  ASSERT_FALSE(log);
  EXPECT_EQ(log.error().message, "cannot open build state " + path_ + ": Is a directory");
}

TEST(IdReader, EndsWhereItsBytesEnd) {
  const unsigned char bytes[] = {0x05, 0x80};
  IdReader reader(bytes, bytes + sizeof bytes);
  EXPECT_EQ(reader.next(), 5u);
  EXPECT_EQ(reader.next(), kNoFile);
  const unsigned char endless[] = {0xff, 0xff, 0xff, 0xff, 0xff, 0xff};
  EXPECT_EQ(IdReader(endless, endless + sizeof endless).next(), kNoFile);
}

}  // namespace
}  // namespace hull::engine
