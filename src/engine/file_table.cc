#include "engine/file_table.h"

#include <algorithm>
#include <cstring>
#include <xxhash.h>

namespace hull::engine {

namespace {
constexpr std::size_t kBlock = std::size_t{64} << 10;
}

void each_once(std::vector<FileId>& files) {
  std::sort(files.begin(), files.end());
  files.erase(std::unique(files.begin(), files.end()), files.end());
}

FileTable::FileTable() : slots_(1024, kNoFile) {}

FileTable::~FileTable() {
  for (char* block : blocks_) delete[] block;
}

std::string_view FileTable::copy(std::string_view path) {
  if (path.empty()) return {};
  if (block_used_ + path.size() > block_size_) {
    block_size_ = std::max(kBlock, path.size());
    blocks_.push_back(new char[block_size_]);
    block_used_ = 0;
  }
  char* to = blocks_.back() + block_used_;
  std::memcpy(to, path.data(), path.size());
  block_used_ += path.size();
  return {to, path.size()};
}

FileId FileTable::insert(std::string_view path, std::uint64_t hash, bool copy_bytes) {
  if ((paths_.size() + 1) * 2 > slots_.size()) {
    std::vector<FileId> larger(slots_.size() * 2, kNoFile);
    const std::size_t mask = larger.size() - 1;
    for (FileId id = 0; id < paths_.size(); ++id) {
      std::size_t slot = hashes_[id] & mask;
      while (larger[slot] != kNoFile) slot = (slot + 1) & mask;
      larger[slot] = id;
    }
    slots_ = std::move(larger);
  }
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = static_cast<std::uint32_t>(hash) & mask;
  while (slots_[slot] != kNoFile) slot = (slot + 1) & mask;
  const auto id = static_cast<FileId>(paths_.size());
  paths_.push_back(copy_bytes ? copy(path) : path);
  hashes_.push_back(static_cast<std::uint32_t>(hash));
  slots_[slot] = id;
  return id;
}

FileId FileTable::find(std::string_view path) const {
  const auto hash = static_cast<std::uint32_t>(XXH3_64bits(path.data(), path.size()));
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t slot = hash & mask; slots_[slot] != kNoFile; slot = (slot + 1) & mask) {
    const FileId id = slots_[slot];
    if (hashes_[id] == hash && paths_[id] == path) return id;
  }
  return kNoFile;
}

FileId FileTable::intern(std::string_view path) {
  if (const FileId id = find(path); id != kNoFile) return id;
  return insert(path, XXH3_64bits(path.data(), path.size()), true);
}

FileId FileTable::intern_view(std::string_view path) {
  if (const FileId id = find(path); id != kNoFile) return id;
  return insert(path, XXH3_64bits(path.data(), path.size()), false);
}

}  // namespace hull::engine
