#include "engine/memory_guard.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <optional>

#include "base/file_system.h"
#include "base/text.h"

namespace hull::engine {

namespace {

constexpr std::uint64_t kUnknownNeed = 200 * 1024;  // KiB: what a C++ compile commonly takes.
constexpr std::chrono::milliseconds kReadEvery{100};
constexpr std::chrono::seconds kGrowth{2};  // By then most programs have most of the memory that they will have.

std::optional<std::uint64_t> number(std::string_view text) {
  std::uint64_t value = 0;
  text = trim(text);
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end == text.data()) return std::nullopt;
  return value;
}

std::optional<std::uint64_t> meminfo(std::string_view text, std::string_view key) {
  const auto at = text.find(key);
  return at == std::string_view::npos ? std::nullopt : number(text.substr(at + key.size()));
}

// A line of memory.stat: "inactive_file 4096".
std::uint64_t statistic(std::string_view text, std::string_view key) {
  for (const std::string_view line : split(text, '\n')) {
    if (line.starts_with(key)) return number(line.substr(key.size())).value_or(0);
  }
  return 0;
}

}  // namespace

MemoryGuard::MemoryGuard(std::string proc, std::string cgroup) : proc_(std::move(proc)), cgroup_(std::move(cgroup)) {
  if (const auto text = fs::read(proc_ + "/meminfo")) total_kib_ = meminfo(*text, "MemTotal:").value_or(0);
}

std::uint64_t MemoryGuard::available_kib() const {
  std::uint64_t available = std::numeric_limits<std::uint64_t>::max();
  if (const auto text = fs::read(proc_ + "/meminfo")) {
    available = meminfo(*text, "MemAvailable:").value_or(available);
  }
  // A container's limit is lower than the machine's (cgroup v2; "max" means none). What it uses includes cached
  // files, which the kernel drops when memory is asked for.
  const auto limit = fs::read(cgroup_ + "/memory.max");
  const auto used = fs::read(cgroup_ + "/memory.current");
  if (!limit || !used) return available;
  const auto max = number(*limit);
  auto current = number(*used);
  if (!max || !current) return available;
  if (const auto text = fs::read(cgroup_ + "/memory.stat")) {
    for (const std::string_view key : {"inactive_file ", "active_file ", "slab_reclaimable "}) {
      *current -= std::min(*current, statistic(*text, key));
    }
  }
  return std::min(available, *max > *current ? (*max - *current) / 1024 : 0);
}

bool MemoryGuard::allows(unsigned slot, std::uint64_t expected_kib, Time now) {
  if (total_kib_ == 0) return true;
  if (read_at_ == Time{} || now - read_at_ > kReadEvery) {
    available_ = available_kib();
    read_at_ = now;
    std::erase_if(promises_, [&](const Promise& promise) { return now - promise.since > kGrowth; });
  }
  const std::uint64_t need = expected_kib == 0 ? kUnknownNeed : expected_kib;
  std::uint64_t spoken_for = need + total_kib_ / 20;
  for (const Promise& promise : promises_) spoken_for += promise.kib;
  if (available_ < spoken_for) return false;
  promises_.push_back({slot, need, now});
  return true;
}

void MemoryGuard::ended(unsigned slot) {
  std::erase_if(promises_, [&](const Promise& promise) { return promise.slot == slot; });
}

}  // namespace hull::engine
