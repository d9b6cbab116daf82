// Whatever a test program prints or writes: lists, streams and reports are read without harm, and every case
// gets exactly one answer. The first byte chooses the framework, the second the exit code; a NUL separates
// output and report.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "tool/test_program.h"
#include "tool/test_verdict.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hull::tool;
  if (size < 2) return 0;
  const auto framework = static_cast<Framework>(1 + data[0] % 4);
  const int exit_code = data[1];
  const std::string_view text(reinterpret_cast<const char*>(data) + 2, size - 2);
  const std::size_t end = text.find('\0');
  const std::string_view output = text.substr(0, end);
  const std::string_view report = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);

  std::vector<std::string> names{"A.a", "A.b"};
  const hull::Finished finished{.exit_code = exit_code, .out = std::string(output), .err = {}};
  if (const auto cases = read_list(framework, finished, report)) {
    for (const TestCase& test : *cases) {
      if (test.name.empty() && framework == Framework::GoogleTest) std::abort();
    }
  }
  if (framework != Framework::GoogleTest) names.resize(1);
  GoogleStream stream(names);
  for (std::string_view rest = output; !rest.empty();
       rest.remove_prefix(std::min<std::size_t>(rest.size(), 9)))
    stream.feed(rest.substr(0, 9), {});
  stream.finish({});
  const Verdict verdict = judge({.framework = framework,
                                 .names = names,
                                 .exit_code = exit_code,
                                 .stream = &stream,
                                 .report = std::string(report),
                                 .output = std::string(output)});
  if (verdict.attempts.size() != names.size()) std::abort();
  return 0;
}
