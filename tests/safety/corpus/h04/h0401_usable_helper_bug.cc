// The two checks are joined with &&, so the merge goes on when one of the two sources is missing.
// oracle: asan

#include <cstdio>
#include <span>
#include <string_view>

struct Source {
  std::string_view name;
  int priority;
  bool enabled;
};

namespace {

bool usable(const Source* source) { return source != nullptr && source->enabled; }

const Source* pick(std::span<const Source> sources, std::string_view name) {
  for (const Source& source : sources) {
    if (source.name == name) return &source;
  }
  return nullptr;
}

struct Merge {
  int conflicts = 0;

  int winner(const Source* base, const Source* overlay) {
    if (!usable(base) && !usable(overlay)) return -1;
    if (base->priority == overlay->priority) ++conflicts;  // expect: H0401
    return base->priority > overlay->priority ? base->priority : overlay->priority;
  }
};

}  // namespace

int main() {
  const Source sources[] = {{"system", 1, true}, {"user", 5, true}, {"legacy", 9, false}};
  Merge merge;
  int sum = merge.winner(pick(sources, "system"), pick(sources, "user"));
  sum += merge.winner(pick(sources, "legacy"), pick(sources, "vendor"));
  sum += merge.winner(pick(sources, "user"), pick(sources, "project"));
  std::printf("%d %d\n", sum, merge.conflicts);
}
