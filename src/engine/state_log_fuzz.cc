// Any bytes can be a log: opening takes what is whole, and a build can go on from there.
//
// Checksums would keep the fuzzer out, so the input is a list of records without them: each a type byte, a size
// byte and that many bytes of payload. Inputs that start with the log's magic are taken as they are.
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>
#include <xxhash.h>

#include "base/file_system.h"
#include "engine/state_log.h"

namespace {

using namespace hull;
using namespace hull::engine;

std::string as_log(std::string_view bytes) {
  if (bytes.starts_with("hull-state")) return std::string(bytes);
  std::string log("hull-state\0\0\3\0\0\0", 16);
  while (bytes.size() >= 2) {
    const std::uint32_t type = static_cast<unsigned char>(bytes[0]);
    const auto size = static_cast<std::uint32_t>(std::min<std::size_t>(static_cast<unsigned char>(bytes[1]), bytes.size() - 2));
    const std::string_view payload = bytes.substr(2, size);
    const std::uint64_t sum = XXH3_64bits_withSeed(payload.data(), payload.size(), type);
    log.append(reinterpret_cast<const char*>(&size), 4).append(reinterpret_cast<const char*>(&type), 4);
    log.append(reinterpret_cast<const char*>(&sum), 8).append(payload);
    bytes.remove_prefix(2 + size);
  }
  return log;
}

void check(StateLog& log) {
  const FileTable& files = log.files();
  for (FileId id = 0; id < files.size(); ++id) {
    const FileRecord& file = log.file(id);
    if (file.presence > Presence::Directory || file.content_changed > log.counter()) std::abort();
    const auto action = log.action(id);
    if (!action) continue;
    if (action->started > log.counter() || action->ended > log.counter()) std::abort();
    if (reinterpret_cast<const unsigned char*>(action->text.data() + action->text.size()) != action->inputs)
      std::abort();
    IdReader ids(action->inputs, action->end);
    for (std::uint32_t i = 0; i < action->input_count; ++i) {
      if (log.file(ids.next()).presence > Presence::Directory) std::abort();
    }
    ids.restart();
    for (std::uint32_t i = 0; i < action->watched_count; ++i) {
      if (ids.next() >= files.size()) std::abort();
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const fs::TemporaryDirectory directory;
  const std::string path = directory.path() + "/state";
  if (!fs::write(path, as_log({reinterpret_cast<const char*>(bytes), size}))) std::abort();
  std::size_t read = 0;
  {
    auto log = StateLog::open(path);
    if (!log) std::abort();
    check(**log);
    read = (*log)->records_read();
    FileRecord record;
    record.presence = Presence::File;
    record.content = sha256("new");
    (*log)->record((*log)->files().intern("new file"), record);
  }
  auto again = StateLog::open(path);
  if (!again) std::abort();
  check(**again);
  // Compaction may drop what is superseded; short of that nothing is lost.
  if ((*again)->records_read() < read && read < 2000) std::abort();
  if ((*again)->file((*again)->files().find("new file")).content != sha256("new")) std::abort();
  return 0;
}
