#include "tool/test_batches.h"

#include <algorithm>
#include <string_view>

namespace hull::tool {
namespace {

constexpr std::size_t kBatchesPerThread = 4;
/// Linux allows 128 KiB for one argument (MAX_ARG_STRLEN), and all names of a batch stand in one.
constexpr std::size_t kMaxNames = 96 * 1024;

std::string_view suite_of(std::string_view name) { return name.substr(0, name.find('.')); }

}  // namespace

std::vector<Batch> make_batches(const TestList& list, std::span<const TestProgram> programs,
                                unsigned threads) {
  const auto shares = [&](const TestCase& test) {
    return threads != 0 && list.frameworks[test.program] == Framework::GoogleTest;
  };
  const auto spread = [&](const TestCase& test) { return shares(test) && programs[test.program].parallel; };
  const auto sharing = static_cast<std::size_t>(std::ranges::count_if(list.cases, spread));
  const std::size_t parts = std::max<std::size_t>(kBatchesPerThread * threads, 1);
  const std::size_t wanted = std::max<std::size_t>((sharing + parts - 1) / parts, 1);

  std::vector<Batch> batches;
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < list.cases.size(); ++i) {
    const TestCase& test = list.cases[i];
    const TestCase* last = i == 0 ? nullptr : &list.cases[i - 1];
    const std::size_t size = batches.empty() ? 0 : batches.back().cases.size();
    const bool same_suite = last && suite_of(last->name) == suite_of(test.name);
    const bool full = (spread(test) && size >= (same_suite ? wanted + wanted / 2 : wanted)) ||
                      bytes + test.name.size() > kMaxNames;
    if (!last || last->program != test.program || !shares(test) || full) {
      batches.push_back({.program = test.program});
      bytes = 0;
    }
    batches.back().cases.push_back(i);
    bytes += test.name.size() + 1;
  }
  return batches;
}

}  // namespace hull::tool
