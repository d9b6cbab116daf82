// How long a resolution takes: bench/benchmarks/resolve.py runs this.
//
//   resolve_bench universe FILE ROUNDS   the packages of FILE, written by bench/harness/universe.py
//   resolve_bench conflict NAME ROUNDS   200 packages of which no versions fit: `ladder`, `lockstep`, `late`,
//   `mesh`
//
// Prints "KEY VALUE" lines; times are CPU time in microseconds, the median of ROUNDS.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <ctime>
#include <functional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/file_system.h"
#include "base/text.h"
#include "resolve/resolve.h"

namespace hull::resolve {
namespace {

/// Packages in memory.
class Universe final : public PackageProvider {
 public:
  /// Versions of a package are added in their order.
  Release& add(const std::string& package, Version version) {
    Package& one = packages_[package];
    one.listed.push_back({.version = version});
    return one.releases.emplace_back(std::move(version), Release()).second;
  }

  Result<std::vector<Listed>> versions(const std::string& package) override {
    const auto found = packages_.find(package);
    return found == packages_.end() ? std::vector<Listed>() : found->second.listed;
  }
  Result<const Release*> release(const std::string& package, const Version& version) override {
    const auto& releases = packages_.at(package).releases;
    return &std::ranges::lower_bound(releases, version, {}, [](const auto& one) {
              return one.first;
            })->second;
  }

  std::vector<Member> members;

 private:
  struct Package {
    std::vector<Listed> listed;
    std::vector<std::pair<Version, Release>> releases;  ///< Ascending.
  };
  std::unordered_map<std::string, Package> packages_;
};

Dependency dependency(std::string_view package, Requirement requirement) {
  return {.name = std::string(package),
          .package = std::string(package),
          .requirement = std::move(requirement),
          .features = {}};
}

std::vector<std::string> words(std::string_view text) {
  if (text.empty()) return {};
  std::vector<std::string> all;
  for (const std::string_view word : split(text, ',')) all.emplace_back(word);
  return all;
}

Result<Universe> read_universe(const std::string& path) {
  HULL_TRY(const std::string text, fs::read(path));
  Universe universe;
  Release* current = nullptr;
  for (const std::string_view line : split(trim(text), '\n')) {
    const auto fields = split(line, '\t');
    if (fields[0] == "member" && fields.size() == 3) {
      HULL_TRY(Version version, parse_version(fields[2]));
      universe.members.push_back(
          {.name = std::string(fields[1]), .version = std::move(version), .release = {}});
      current = &universe.members.back().release;
    } else if (fields[0] == "release" && fields.size() == 3) {
      HULL_TRY(Version version, parse_version(fields[2]));
      current = &universe.add(std::string(fields[1]), std::move(version));
    } else if (fields[0] == "dependency" && fields.size() == 5 && current) {
      HULL_TRY(Requirement requirement, parse_requirement(fields[4]));
      current->dependencies.push_back(dependency(fields[2], std::move(requirement)));
      current->dependencies.back().optional = fields[1] == "optional";
      current->dependencies.back().features = words(fields[3]);
    } else if (fields[0] == "feature" && fields.size() == 3 && current) {
      current->features.push_back({std::string(fields[1]), words(fields[2])});
    } else {
      return fail(fmt::format("{}: cannot read `{}`", path, printable(line)));
    }
  }
  return universe;
}

std::string name(std::size_t index) { return fmt::format("pkg-{:03}", index); }

Requirement requirement(std::string_view text) { return parse_requirement(text).value_or(Requirement()); }

/// `packages` packages with 20 versions each, of which version v of package p depends on what
/// `dependencies(p, v)` says.
Universe conflict(std::size_t packages,
                  const std::function<std::vector<Dependency>(std::size_t, std::size_t)>& dependencies) {
  Universe universe;
  for (std::size_t p = 0; p < packages; ++p) {
    for (std::size_t v = 0; v < 20; ++v)
      universe.add(name(p), Version(1, v, 0)).dependencies = dependencies(p, v);
  }
  universe.add("base", Version(1, 0, 0));
  universe.add("base", Version(2, 0, 0));
  Member root{.name = "root", .version = Version(0, 1, 0), .release = {}};
  root.release.dependencies = {dependency(name(0), Requirement()), dependency("base", requirement("1"))};
  universe.members.push_back(std::move(root));
  return universe;
}

Result<Universe> conflict_called(std::string_view called) {
  constexpr std::size_t kPackages = 200;
  const bool lockstep = called == "lockstep", late = called == "late", mesh = called == "mesh";
  if (!lockstep && !late && !mesh && called != "ladder")
    return fail(fmt::format("no conflict is called `{}`", called));
  return conflict(kPackages, [=](std::size_t p, std::size_t v) -> std::vector<Dependency> {
    if (p + 1 == kPackages) return {dependency("base", requirement("2"))};
    // Each version needs its twin of the next package.
    if (lockstep) return {dependency(name(p + 1), requirement(fmt::format("=1.{}.0", v)))};
    // Bounds that fall with the version, so that each step leaves fewer.
    if (late) return {dependency(name(p + 1), requirement(fmt::format(">=1.{}, <1.{}", v / 2, v + 1)))};
    std::vector<Dependency> all = {dependency(name(p + 1), requirement(fmt::format("^1.{}", v)))};
    if (mesh) {
      for (const std::size_t step : {3, 7, 19}) {
        if (p + step < kPackages) {
          all.push_back(
              dependency(name(p + step), requirement(fmt::format(">=1.{}, <1.{}", v / 3, v / 3 + 8))));
        }
      }
    }
    return all;
  });
}

/// Of this thread, in microseconds: what else the machine does counts less than in wall time.
std::int64_t cpu_time() {
  timespec now{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return std::int64_t{now.tv_sec} * 1'000'000 + now.tv_nsec / 1000;
}

Result<void> measure(const std::function<Result<Universe>()>& make, std::size_t rounds) {
  const std::int64_t begin = cpu_time();
  HULL_TRY(Universe universe, make());
  const std::int64_t made = cpu_time() - begin;
  std::vector<std::int64_t> times;
  std::string result;
  for (std::size_t i = 0; i < rounds; ++i) {
    const std::int64_t start = cpu_time();
    HULL_TRY(const auto outcome, resolve(universe.members, universe, {}));
    times.push_back(cpu_time() - start);
    if (const auto* resolution = std::get_if<Resolution>(&outcome)) {
      result = fmt::format("packages {}\n", resolution->packages.size());
      for (const Selected& selected : resolution->packages) {
        result += fmt::format("selected {} {}\n", selected.name, selected.version.text());
      }
    } else {
      const std::string& text = std::get<Unsolvable>(outcome).explanation;
      result =
          fmt::format("explanation {} lines, {} bytes\n", std::ranges::count(text, '\n') + 1, text.size());
    }
  }
  std::ranges::nth_element(times, times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2));
  fmt::print("read {}\nresolve {}\n{}", made, times[times.size() / 2], result);
  return {};
}

int run(const std::vector<std::string>& arguments) {
  std::size_t rounds = 0;
  if (arguments.size() == 3) {
    std::from_chars(arguments[2].data(), arguments[2].data() + arguments[2].size(), rounds);
  }
  if (rounds == 0 || (arguments[0] != "universe" && arguments[0] != "conflict")) {
    std::fputs("usage: resolve_bench universe FILE ROUNDS | resolve_bench conflict NAME ROUNDS\n", stderr);
    return 2;
  }
  const auto make = [&] {
    return arguments[0] == "universe" ? read_universe(arguments[1]) : conflict_called(arguments[1]);
  };
  if (const auto done = measure(make, rounds); !done) {
    std::fputs(render(done.error(), false).c_str(), stderr);
    return 1;
  }
  return 0;
}

}  // namespace
}  // namespace hull::resolve

int main(int argc, char** argv) { return hull::resolve::run({argv + 1, argv + argc}); }
