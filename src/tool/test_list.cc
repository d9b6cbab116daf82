// Listing: each program that has a framework in it is run once with the framework's list option, several at a
// time.
#include <fmt/format.h>
#include <sched.h>

#include <algorithm>
#include <map>

#include "base/file_system.h"
#include "tool/test_processes.h"
#include "tool/test_run.h"

namespace hull::tool {
namespace {

using Clock = TestProcesses::Clock;

constexpr std::chrono::seconds kListTimeout{30};

/// What a program printed as its list.
struct Listing {
  Finished finished;
  std::string problem;  ///< Why there is none.
};

std::string problem_of(const Finished& finished) {
  if (finished.timed_out) return fmt::format("still listing after {}s", kListTimeout.count());
  if (finished.signal != 0) return signal_text(finished.signal);
  if (finished.exit_code != 0) return fmt::format("exit code {}", finished.exit_code);
  return "what it prints is no list";
}

}  // namespace

unsigned test_threads(const TestOptions& options) {
  if (!options.capture) return 1;
  if (options.threads != 0) return options.threads;
  cpu_set_t cpus;
  if (sched_getaffinity(0, sizeof cpus, &cpus) != 0) return 1;
  return static_cast<unsigned>(std::max(CPU_COUNT(&cpus), 1));
}

Result<TestList> list_tests(std::span<const TestProgram> programs, const TestOptions& options,
                            TestObserver& observer) {
  TestList list;
  std::vector<std::size_t> to_list;
  for (std::size_t i = 0; i < programs.size(); ++i) {
    list.frameworks.push_back(programs[i].harness ? detect_framework(programs[i].path) : Framework::None);
    if (list.frameworks.back() != Framework::None) to_list.push_back(i);
  }

  const fs::TemporaryDirectory directory;
  const auto report_of = [&](std::size_t program) {
    return fmt::format("{}/{}.json", directory.path(), program);
  };
  std::map<std::size_t, Listing> listings;
  constexpr std::size_t kMaxList = 64 * 1024 * 1024;  // A program without end is no list.
  const auto sink = [&](std::size_t program, std::string_view bytes) {
    std::string& text = listings[program].finished.out;
    if (text.size() < kMaxList) text += bytes;
  };
  {
    TestProcesses processes;
    TestOptions parallel = options;
    parallel.capture = true;
    const unsigned threads = test_threads(parallel);
    for (auto next = to_list.begin(); next != to_list.end() || processes.running() != 0;) {
      while (next != to_list.end() && processes.running() < threads && processes.interrupted() == 0) {
        const std::size_t program = *next++;
        const Command command = list_command(programs[program], list.frameworks[program], report_of(program),
                                             options.environment);
        const auto started = processes.start(program, command, true, Clock::now() + kListTimeout);
        if (!started) listings[program].problem = started.error().message;
      }
      for (const auto& ended : processes.wait(std::chrono::milliseconds(100), sink)) {
        Finished& finished = listings[ended.key].finished;
        finished.exit_code = ended.exit_code;
        finished.signal = ended.signal;
        finished.timed_out = ended.timed_out;
      }
      if (processes.interrupted() != 0 && processes.running() == 0) break;
    }
    list.interrupted = processes.interrupted();
    if (list.interrupted != 0) return list;
  }

  std::size_t place = 0;
  for (std::size_t i = 0; i < programs.size(); ++i) {
    std::vector<TestCase> cases{TestCase{}};
    if (list.frameworks[i] != Framework::None) {
      const Listing& listing = listings[i];
      const std::string report = fs::read(report_of(i)).value_or("");
      std::optional<std::vector<TestCase>> found;
      if (listing.problem.empty()) found = read_list(list.frameworks[i], listing.finished, report);
      if (found) {
        cases = std::move(*found);
      } else {
        observer.note(fmt::format("{} cannot list its cases ({}): it runs as one test by its exit code",
                                  test_id(programs[i], ""),
                                  listing.problem.empty() ? problem_of(listing.finished) : listing.problem));
        list.frameworks[i] = Framework::None;
      }
    }
    for (TestCase& test : cases) {
      test.program = i;
      const bool chosen = matches(options.filter, test_id(programs[i], test.name)) &&
                          (options.filter.ignored != Ignored::Only || test.ignored);
      const Shard& shard = options.filter.shard;
      if (!chosen || place++ % shard.count + 1 != shard.index) {
        ++list.filtered;
      } else if (test.ignored && options.filter.ignored == Ignored::Skip) {
        list.ignored.push_back(std::move(test));
      } else {
        list.cases.push_back(std::move(test));
      }
    }
  }
  return list;
}

}  // namespace hull::tool
