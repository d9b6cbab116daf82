// A file's bytes without reading them: for large files of which little is looked at.
#pragma once

#include <string>
#include <string_view>

namespace hull::fs {

/// A read-only view of a regular file; empty when it cannot be had. Only for files that nobody cuts short
/// meanwhile (programs are replaced, not written to): the kernel has no other answer to that than SIGBUS.
class MappedFile {
 public:
  explicit MappedFile(const std::string& path);
  ~MappedFile();
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;

  std::string_view bytes() const [[clang::lifetimebound]] {
    return data_ == nullptr ? std::string_view() : std::string_view(static_cast<const char*>(data_), size_);
  }

 private:
  void* data_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace hull::fs
