// Content digests: SHA-256 (FIPS 180-4), the digest of OCI registries and of the Remote Execution
// API, so that one digest serves dirtiness, the action cache and later a remote service.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace hull {

/// A SHA-256 digest; all zero means "none".
struct Digest {
  std::array<std::uint8_t, 32> bytes{};

  friend bool operator==(const Digest&, const Digest&) = default;
  friend auto operator<=>(const Digest&, const Digest&) = default;
  explicit operator bool() const { return *this != Digest{}; }

  std::string hex() const;
  /// Reads 64 lower-case hexadecimal digits; anything else gives the zero digest.
  static Digest from_hex(std::string_view hex);
};

/// The first bytes of a digest are as good a hash as any.
struct DigestHash {
  std::size_t operator()(const Digest& digest) const {
    std::size_t value;
    std::memcpy(&value, digest.bytes.data(), sizeof value);
    return value;
  }
};

/// SHA-256 over a stream. Fields are added with their length, so that ("ab","c") and ("a","bc")
/// differ; raw bytes are added with `bytes`.
class Hasher {
 public:
  Hasher();
  Hasher(const Hasher&);
  Hasher& operator=(const Hasher&) = delete;
  ~Hasher();
  Hasher& bytes(std::string_view raw);
  Hasher& field(std::string_view text);
  Hasher& number(std::uint64_t value);
  Hasher& digest(const Digest& value);
  Digest finish();

 private:
  alignas(8) unsigned char state_[128];
};

/// SHA-256 of `text`.
Digest sha256(std::string_view text);
/// SHA-256 of a file's content. Errors: the file cannot be opened or read.
Result<Digest> sha256_file(const std::string& path);

}  // namespace hull
