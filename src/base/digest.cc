// SHA-256 by OpenSSL's low-level functions. They are marked deprecated in favour of EVP, which looks the
// algorithm up by name for every digest: for the many short texts that a build hashes, that
// costs more than the hashing. The code behind both is the same, SHA extensions included.
#define OPENSSL_SUPPRESS_DEPRECATED
#include "base/digest.h"

#include <fcntl.h>
#include <openssl/sha.h>
#include <unistd.h>

#include <cerrno>
#include <memory>
#include <new>

namespace hull {
namespace {

constexpr std::size_t kReadSize = 256 * 1024;
constexpr char kDigits[] = "0123456789abcdef";

int nibble(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

SHA256_CTX* context(unsigned char* state) { return std::launder(reinterpret_cast<SHA256_CTX*>(state)); }

}  // namespace

std::string Digest::hex() const {
  std::string text;
  text.reserve(2 * bytes.size());
  for (const std::uint8_t byte : bytes) {
    text += kDigits[byte >> 4];
    text += kDigits[byte & 15];
  }
  return text;
}

Digest Digest::from_hex(std::string_view hex) {
  Digest digest;
  if (hex.size() != 2 * digest.bytes.size()) return {};
  for (std::size_t i = 0; i < digest.bytes.size(); ++i) {
    const int high = nibble(hex[2 * i]);
    const int low = nibble(hex[2 * i + 1]);
    if (high < 0 || low < 0) return {};
    digest.bytes[i] = static_cast<std::uint8_t>(high << 4 | low);
  }
  return digest;
}

Hasher::Hasher() {
  static_assert(sizeof(SHA256_CTX) <= sizeof state_ && alignof(SHA256_CTX) <= 8);
  SHA256_Init(new (state_) SHA256_CTX);
}

Hasher::Hasher(const Hasher& other) { std::memcpy(state_, other.state_, sizeof state_); }

Hasher::~Hasher() = default;

Hasher& Hasher::bytes(std::string_view raw) {
  SHA256_Update(context(state_), raw.data(), raw.size());
  return *this;
}

Hasher& Hasher::field(std::string_view text) { return number(text.size()).bytes(text); }

Hasher& Hasher::number(std::uint64_t value) {
  char raw[8];  // Little endian on every host, as digests are stored and may travel.
  for (char& byte : raw) {
    byte = static_cast<char>(value & 0xff);
    value >>= 8;
  }
  return bytes({raw, sizeof raw});
}

Hasher& Hasher::digest(const Digest& value) {
  SHA256_Update(context(state_), value.bytes.data(), value.bytes.size());
  return *this;
}

Digest Hasher::finish() {
  Digest digest;
  SHA256_Final(digest.bytes.data(), context(state_));
  return digest;
}

Digest sha256(std::string_view text) {
  Digest digest;
  SHA256_CTX state;
  SHA256_Init(&state);
  SHA256_Update(&state, text.data(), text.size());
  SHA256_Final(digest.bytes.data(), &state);
  return digest;
}

Result<Digest> sha256_file(const std::string& path) {
  const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return fail(os_error("cannot open " + path, errno));
  SHA256_CTX state;
  SHA256_Init(&state);
  // Per thread and kept: most sources are small, and a fresh 256 KiB is page faults every time.
  thread_local const std::unique_ptr<char[]> buffer = std::make_unique_for_overwrite<char[]>(kReadSize);
  ssize_t count = 0;
  while ((count = ::read(file, buffer.get(), kReadSize)) != 0) {
    if (count > 0) {
      SHA256_Update(&state, buffer.get(), static_cast<std::size_t>(count));
    } else if (errno != EINTR) {
      const int code = errno;
      close(file);
      return fail(os_error("cannot read " + path, code));
    }
  }
  close(file);
  Digest digest;
  SHA256_Final(digest.bytes.data(), &state);
  return digest;
}

}  // namespace hull
