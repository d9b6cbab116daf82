// Any bytes as a hull.toml: the reader must say what is wrong, never crash or run away.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "manifest/conventions.h"
#include "manifest/manifest.h"
#include "manifest/toml_document.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hull;
  std::string_view text(reinterpret_cast<const char*>(data), size);
  auto document = manifest::parse_toml("hull.toml", text);
  if (!document) {
    render(document.error(), false);
    return 0;
  }
  auto read = manifest::read_manifest(*document, "/fuzz/hull.toml", {});
  if (!read) {
    render(read.error(), false);
    return 0;
  }
  manifest::SourceTree tree;
  tree.has_src = true;
  tree.src = {"src/bin/a.cc", "src/bin/a.cpp", "src/a_test.cc", "src/a.cc", "src/main.cc"};
  tree.tests = {"tests/unit.cc"};
  if (auto complete = manifest::complete_targets(*read, tree); !complete) render(complete.error(), false);
  return 0;
}
