// Bytes in and out: readers, writers, frames, rings and parsers.
#include <algorithm>
#include <array>
#include <bit>
#include <cctype>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <expected>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

class Reader {
 public:
  explicit Reader(std::span<const std::uint8_t> bytes) : bytes_(bytes) {}
  std::optional<std::uint8_t> u8() {
    if (bytes_.empty()) return std::nullopt;
    const std::uint8_t value = bytes_.front();
    bytes_ = bytes_.subspan(1);
    return value;
  }
  std::optional<std::uint16_t> u16() {
    if (bytes_.size() < 2) return std::nullopt;
    const auto value = static_cast<std::uint16_t>(bytes_[0] << 8 | bytes_[1]);
    bytes_ = bytes_.subspan(2);
    return value;
  }
  std::optional<std::uint64_t> varint() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      const auto byte = u8();
      if (!byte) return std::nullopt;
      value |= std::uint64_t{*byte & 0x7fu} << shift;
      if (!(*byte & 0x80)) return value;
    }
    return std::nullopt;
  }
  std::optional<std::string_view> text(std::size_t size) {
    if (bytes_.size() < size) return std::nullopt;
    const std::string_view view(reinterpret_cast<const char*>(bytes_.data()), size);
    bytes_ = bytes_.subspan(size);
    return view;
  }
  bool done() const { return bytes_.empty(); }

 private:
  std::span<const std::uint8_t> bytes_;
};

class Writer {
 public:
  void u8(std::uint8_t value) { bytes_.push_back(value); }
  void u16(std::uint16_t value) {
    u8(static_cast<std::uint8_t>(value >> 8));
    u8(static_cast<std::uint8_t>(value));
  }
  void varint(std::uint64_t value) {
    while (value >= 0x80) {
      u8(static_cast<std::uint8_t>(value | 0x80));
      value >>= 7;
    }
    u8(static_cast<std::uint8_t>(value));
  }
  void text(std::string_view value) {
    varint(value.size());
    const std::size_t at = bytes_.size();
    bytes_.resize(at + value.size());
    std::memcpy(bytes_.data() + at, value.data(), value.size());
  }
  std::size_t reserve_u16() {
    const std::size_t at = bytes_.size();
    u16(0);
    return at;
  }
  void patch_u16(std::size_t at, std::uint16_t value) {
    bytes_.at(at) = static_cast<std::uint8_t>(value >> 8);
    bytes_.at(at + 1) = static_cast<std::uint8_t>(value);
  }
  std::vector<std::uint8_t> take() { return std::exchange(bytes_, {}); }
  std::size_t size() const { return bytes_.size(); }

 private:
  std::vector<std::uint8_t> bytes_;
};

struct Ping {
  std::uint16_t id;
};
struct Say {
  std::string who, what;
};
using Message = std::variant<Ping, Say>;

std::vector<std::uint8_t> encode(const Message& message) {
  Writer out;
  const std::size_t length = out.reserve_u16();
  if (const auto* ping = std::get_if<Ping>(&message)) {
    out.u8(1);
    out.u16(ping->id);
  } else if (const auto* say = std::get_if<Say>(&message)) {
    out.u8(2);
    out.text(say->who);
    out.text(say->what);
  }
  out.patch_u16(length, static_cast<std::uint16_t>(out.size() - length - 2));
  return out.take();
}

std::expected<Message, std::string> decode(std::span<const std::uint8_t> bytes) {
  Reader in(bytes);
  const auto length = in.u16();
  if (!length || *length + 2u != bytes.size()) return std::unexpected("wrong length");
  const auto kind = in.u8();
  if (!kind) return std::unexpected("no kind");
  switch (*kind) {
    case 1:
      if (const auto id = in.u16()) return Ping{*id};
      break;
    case 2: {
      Say say;
      for (std::string* field : {&say.who, &say.what}) {
        const auto size = in.varint();
        if (!size) return std::unexpected("no size");
        const auto text = in.text(*size);
        if (!text) return std::unexpected("cut off");
        *field = *text;
      }
      return say;
    }
  }
  return std::unexpected("unknown");
}

template <typename T, std::size_t N>
class Ring {
  static_assert(std::has_single_bit(N));

 public:
  bool push(T value) {
    if (size() == N) return false;
    items_[tail_++ & (N - 1)] = std::move(value);
    return true;
  }
  std::optional<T> pop() {
    if (head_ == tail_) return std::nullopt;
    return std::move(items_[head_++ & (N - 1)]);
  }
  std::size_t size() const { return tail_ - head_; }

 private:
  std::array<T, N> items_{};
  std::size_t head_ = 0, tail_ = 0;
};

/// Lines out of pieces.
class LineBuffer {
 public:
  template <typename Each>
  void feed(std::string_view piece, Each&& each) {
    pending_.append(piece);
    std::size_t begin = 0;
    for (std::size_t end; (end = pending_.find('\n', begin)) != std::string::npos; begin = end + 1) {
      std::string_view line(pending_.data() + begin, end - begin);
      if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
      each(line);
    }
    pending_.erase(0, begin);
  }

 private:
  std::string pending_;
};

struct Request {
  std::string_view method, path;
  std::vector<std::pair<std::string_view, std::string_view>> headers;
  const std::string_view* header(std::string_view name) const {
    const auto it = std::find_if(headers.begin(), headers.end(), [&](const auto& one) {
      return std::equal(one.first.begin(), one.first.end(), name.begin(), name.end(), [](char a, char b) {
        return std::tolower(static_cast<unsigned char>(a)) == std::tolower(static_cast<unsigned char>(b));
      });
    });
    return it == headers.end() ? nullptr : &it->second;
  }
};

std::string_view trim(std::string_view text) {
  while (!text.empty() && std::isspace(static_cast<unsigned char>(text.front()))) text.remove_prefix(1);
  while (!text.empty() && std::isspace(static_cast<unsigned char>(text.back()))) text.remove_suffix(1);
  return text;
}

std::optional<Request> parse_request(std::string_view text) {
  Request request;
  bool first = true;
  while (!text.empty()) {
    const std::size_t end = text.find("\r\n");
    const std::string_view line = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 2);
    if (line.empty()) break;
    if (first) {
      const std::size_t space = line.find(' ');
      if (space == std::string_view::npos) return std::nullopt;
      const std::size_t second = line.find(' ', space + 1);
      if (second == std::string_view::npos) return std::nullopt;
      request.method = line.substr(0, space);
      request.path = line.substr(space + 1, second - space - 1);
      first = false;
      continue;
    }
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    request.headers.emplace_back(trim(line.substr(0, colon)), trim(line.substr(colon + 1)));
  }
  if (first) return std::nullopt;
  return request;
}

std::string unescape(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size()) {
      unsigned value = 0;
      const auto [end, error] = std::from_chars(text.data() + i + 1, text.data() + i + 3, value, 16);
      if (error == std::errc{} && end == text.data() + i + 3) {
        out.push_back(static_cast<char>(value));
        i += 2;
        continue;
      }
    }
    out.push_back(text[i] == '+' ? ' ' : text[i]);
  }
  return out;
}

std::string hex(std::span<const std::uint8_t> bytes) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string text(bytes.size() * 2, '0');
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    text[2 * i] = kDigits[bytes[i] >> 4];
    text[2 * i + 1] = kDigits[bytes[i] & 15];
  }
  return text;
}

std::string base64(std::span<const std::uint8_t> bytes) {
  static constexpr char kAlphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  out.reserve((bytes.size() + 2) / 3 * 4);
  std::size_t i = 0;
  for (; i + 3 <= bytes.size(); i += 3) {
    const unsigned word = bytes[i] << 16 | bytes[i + 1] << 8 | bytes[i + 2];
    for (int shift = 18; shift >= 0; shift -= 6) out.push_back(kAlphabet[word >> shift & 63]);
  }
  if (const std::size_t left = bytes.size() - i; left > 0) {
    const unsigned word = bytes[i] << 16 | (left == 2 ? bytes[i + 1] << 8 : 0);
    out.push_back(kAlphabet[word >> 18 & 63]);
    out.push_back(kAlphabet[word >> 12 & 63]);
    out.push_back(left == 2 ? kAlphabet[word >> 6 & 63] : '=');
    out.push_back('=');
  }
  return out;
}

std::uint32_t crc32(std::span<const std::uint8_t> bytes) {
  static const auto kTable = [] {
    std::array<std::uint32_t, 256> table{};
    for (std::uint32_t i = 0; i < table.size(); ++i) {
      std::uint32_t c = i;
      for (int k = 0; k < 8; ++k) c = c & 1 ? 0xedb88320u ^ (c >> 1) : c >> 1;
      table[i] = c;
    }
    return table;
  }();
  std::uint32_t crc = ~0u;
  for (const std::uint8_t byte : bytes) crc = kTable[(crc ^ byte) & 0xff] ^ (crc >> 8);
  return ~crc;
}

bool format_address(std::uint32_t address, char (&out)[16]) {
  const int written = std::snprintf(out, sizeof out, "%u.%u.%u.%u", address >> 24, address >> 16 & 255,
                                    address >> 8 & 255, address & 255);
  return written > 0 && static_cast<std::size_t>(written) < sizeof out;
}

int main() {
  const auto bytes = encode(Say{"ada", "hello"});
  const auto back = decode(bytes);
  int total = back && std::holds_alternative<Say>(*back) ? 1 : 0;
  Ring<int, 4> ring;
  for (int i = 0; i < 6; ++i) ring.push(i);
  while (auto value = ring.pop()) total += *value;
  LineBuffer lines;
  for (const std::string_view piece : {"GET / HTT", "P/1.1\r\nHost: x\r\n\r\n"})
    lines.feed(piece, [&](std::string_view line) { total += static_cast<int>(line.size()); });
  const std::string text = "GET /a%20b HTTP/1.1\r\nHost: example\r\n\r\n";
  if (const auto request = parse_request(text)) {
    total += static_cast<int>(unescape(request->path).size());
    if (const auto* host = request->header("host")) total += static_cast<int>(host->size());
  }
  char address[16];
  if (format_address(0x7f000001, address)) total += address[0];
  total += static_cast<int>(hex(bytes).size() + base64(bytes).size() + (crc32(bytes) & 1));
  return total > 0 ? 0 : 1;
}
