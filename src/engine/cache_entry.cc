#include "engine/cache_entry.h"

#include <cstring>
#include <xxhash.h>

namespace hull::engine {

namespace {

constexpr std::uint32_t kVersion = 1;

class Encoder {
 public:
  template <class T>
  void put(const T& value) {
    static_assert(std::is_trivially_copyable_v<T>);
    out_.append(reinterpret_cast<const char*>(&value), sizeof value);
  }
  void text(std::string_view value) {
    put(static_cast<std::uint32_t>(value.size()));
    out_.append(value);
  }
  std::string sealed() && {
    put(XXH3_64bits(out_.data(), out_.size()));
    return std::move(out_);
  }

 private:
  std::string out_;
};

class Decoder {
 public:
  explicit Decoder(std::string_view in) : in_(in) {}
  template <class T>
  T get() {
    T value{};
    if (in_.size() < sizeof value) {
      good_ = false;
      return value;
    }
    std::memcpy(&value, in_.data(), sizeof value);
    in_.remove_prefix(sizeof value);
    return value;
  }
  std::string text() {
    const auto size = get<std::uint32_t>();
    if (!good_ || in_.size() < size) {
      good_ = false;
      return {};
    }
    std::string value(in_.substr(0, size));
    in_.remove_prefix(size);
    return value;
  }
  bool good() const { return good_; }

 private:
  std::string_view in_;
  bool good_ = true;
};

}  // namespace

std::string encode_entry(const std::vector<CachedVariant>& variants) {
  Encoder encoder;
  encoder.put(kVersion);
  encoder.put(static_cast<std::uint32_t>(variants.size()));
  for (const CachedVariant& variant : variants) {
    encoder.put(variant.absence);
    encoder.put(static_cast<std::uint8_t>(variant.exact));
    encoder.put(static_cast<std::uint32_t>(variant.inputs.size()));
    for (const auto& [path, digest] : variant.inputs) {
      encoder.text(path);
      encoder.put(digest);
    }
    encoder.put(static_cast<std::uint32_t>(variant.outputs.size()));
    for (const CachedOutput& output : variant.outputs) {
      encoder.put(output.digest);
      encoder.put(output.mode);
    }
    encoder.text(variant.text);
  }
  return std::move(encoder).sealed();
}

std::vector<CachedVariant> decode_entry(std::string_view bytes) {
  if (bytes.size() < 8) return {};
  std::uint64_t sum;
  std::memcpy(&sum, bytes.data() + bytes.size() - 8, 8);
  bytes.remove_suffix(8);
  if (XXH3_64bits(bytes.data(), bytes.size()) != sum) return {};
  Decoder decoder(bytes);
  if (decoder.get<std::uint32_t>() != kVersion) return {};
  std::vector<CachedVariant> variants;
  const auto count = decoder.get<std::uint32_t>();
  for (std::uint32_t i = 0; i < count && decoder.good(); ++i) {
    CachedVariant variant;
    variant.absence = decoder.get<std::uint64_t>();
    variant.exact = decoder.get<std::uint8_t>() != 0;
    const auto inputs = decoder.get<std::uint32_t>();
    for (std::uint32_t k = 0; k < inputs && decoder.good(); ++k) {
      std::string path = decoder.text();
      variant.inputs.emplace_back(std::move(path), decoder.get<Digest>());
    }
    const auto outputs = decoder.get<std::uint32_t>();
    for (std::uint32_t k = 0; k < outputs && decoder.good(); ++k) {
      CachedOutput output;
      output.digest = decoder.get<Digest>();
      output.mode = decoder.get<std::uint32_t>();
      variant.outputs.push_back(output);
    }
    variant.text = decoder.text();
    if (decoder.good()) variants.push_back(std::move(variant));
  }
  return decoder.good() ? std::move(variants) : std::vector<CachedVariant>{};
}

}  // namespace hull::engine
