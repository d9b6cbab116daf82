#include "plan/internal.h"

#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <span>
#include <string_view>

#include "base/result.h"
#include "base/text.h"
#include "plan/collate.h"
#include "plan/configure.h"
#include "plan/link_line.h"

namespace hull::plan {
namespace {

/// A step is given all words, its own name first.
struct Step {
  std::string_view name;
  Result<void> (*run)(std::span<const std::string> words);
};

Result<void> run_collate_step(std::span<const std::string> words) {
  if (words.size() != 2) return fail("`hull internal collate` needs one request file", ErrorKind::Bug);
  return run_collate(words[1]);
}

/// `alias TARGET PLACE`: a symbolic link at PLACE that leads to TARGET, which stands beside it.
Result<void> run_alias(std::span<const std::string> words) {
  if (words.size() != 3) return fail("`hull internal alias` needs a target and a place", ErrorKind::Bug);
  ::unlink(words[2].c_str());
  if (::symlink(words[1].c_str(), words[2].c_str()) == 0) return {};
  return fail(os_error(fmt::format("cannot make the link {}", printable(words[2])), errno));
}

constexpr std::array kSteps = {
    Step{"alias", run_alias}, Step{"collate", run_collate_step}, Step{"configure", run_configure},
    Step{"link", run_link},   Step{"link-line", run_link_line},  Step{"probe", run_probe},
};

Result<void> run_step(std::span<const std::string> words) {
  const std::string name = words.empty() ? "" : words.front();
  for (const Step& step : kSteps) {
    if (step.name == name) return step.run(words);
  }
  return fail(fmt::format("hull has no internal step `{}`", printable(name)), ErrorKind::Usage);
}

}  // namespace

int run_internal(const std::vector<std::string>& arguments) {
  const auto done = run_step(arguments);
  if (done) return 0;
  const std::string text = render(done.error(), /*color=*/false);
  std::fwrite(text.data(), 1, text.size(), stderr);
  return static_cast<int>(done.error().kind);
}

}  // namespace hull::plan
