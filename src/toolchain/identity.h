// What a program is, beyond its path.
//
// An action's digest must change when the compiler changes, also when a new one stands under the same
// path, and must not change when the same compiler is merely installed again. The linker that made a
// program already wrote down a digest of its content, the build-id; reading it takes microseconds
// where hashing 130 MB of libLLVM would take a third of a second. A driver such as Clang's is a small
// program around large shared libraries, so the libraries that hold compiler code count too.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "base/digest.h"
#include "base/result.h"

namespace hull::toolchain {

/// A content digest that was expensive to make, and the file state it holds for.
struct ContentRecord {
  std::uint64_t size = 0;
  std::int64_t modified = 0;  ///< Nanoseconds of the file system's clock.
  Digest digest;
};

/// Identities of programs, each file read once in the life of this object.
class Identities {
 public:
  /// `contents` are digests of large files without build-id from earlier runs, by path.
  explicit Identities(std::map<std::string, ContentRecord> contents = {}) : contents_(std::move(contents)) {}

  /// Digest over the resolved file at `path` and the compiler libraries (LLVM, Clang, binutils) that it
  /// needs: build-id and size of each, or size and SHA-256 where there is no build-id.
  /// Errors: a file that does not exist or cannot be read.
  Result<Digest> of(const std::string& path);

  /// Resolved paths of the files read so far.
  std::vector<std::string> files() const;

  const std::map<std::string, ContentRecord>& contents() const { return contents_; }
  /// True when `contents` holds more than it was made with.
  bool contents_changed() const { return contents_changed_; }

 private:
  Result<Digest> content(const std::string& path, std::uint64_t size);

  std::map<std::string, Digest> seen_;  ///< By resolved path.
  std::map<std::string, ContentRecord> contents_;
  bool contents_changed_ = false;
};

}  // namespace hull::toolchain
