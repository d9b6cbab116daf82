// Any bytes are an entry or none; what is decoded encodes to the same. The checksum at the end is put right, or no input
// would get past it.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <xxhash.h>

#include "engine/cache_entry.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace hull::engine;
  std::string entry(reinterpret_cast<const char*>(bytes), size);
  decode_entry(entry);
  const std::uint64_t sum = XXH3_64bits(entry.data(), entry.size());
  entry.append(reinterpret_cast<const char*>(&sum), sizeof sum);
  const auto variants = decode_entry(entry);
  if (variants.empty()) return 0;
  const auto again = decode_entry(encode_entry(variants));
  if (again.size() != variants.size()) std::abort();
  for (std::size_t i = 0; i < again.size(); ++i) {
    if (again[i].inputs != variants[i].inputs || again[i].text != variants[i].text ||
        again[i].outputs.size() != variants[i].outputs.size() || again[i].absence != variants[i].absence) {
      std::abort();
    }
  }
  return 0;
}
