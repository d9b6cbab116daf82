// Any bytes are a unit or are refused; a unit is joined, whatever it says, with itself and with what was left
// of it.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "safety/join.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hull::safety;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  Join library;
  if (!library.add(bytes)) return 0;
  library.run([](const Message&) {});
  Join program;
  if (!program.add(bytes) || !program.add(library.settled(), Join::From::Below)) std::abort();
  program.run([&](const Message& message) {
    if (!program.location(message.where).file) std::abort();
  });
  return 0;
}
