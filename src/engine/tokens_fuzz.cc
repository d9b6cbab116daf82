// Any bytes can be scanned, with facts of the promised shape.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "engine/tokens.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace hull;
  using namespace hull::engine;
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  const Digest content = sha256(text);
  const TextFacts facts = scan_text(text, content);
  if (!(scan_text(text, content).tokens == facts.tokens)) std::abort();
  if (!std::is_sorted(facts.spellings.begin(), facts.spellings.end())) std::abort();
  for (const std::string& spelling : facts.spellings) {
    if (spelling != "*" && spelling.front() != '"' && spelling.front() != '?') std::abort();
  }
  // Either the tokens decide or the content does, never a mixture.
  const Digest other = sha256("other");
  const Digest tokens = scan_text(text, other).tokens;
  if (tokens == other ? facts.tokens != content : facts.tokens != tokens) std::abort();
  facts_of("a.S", text, content);
  facts_of("name", text, content);
  return 0;
}
