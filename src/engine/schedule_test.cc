#include "engine/schedule.h"

#include <gtest/gtest.h>

namespace hull::engine {
namespace {

TEST(Schedule, PathsAreTheWorkStillBehind) {
  // 0 -> 1 -> 3, 0 -> 2 -> 3; 4 alone.
  const std::vector<ActionId> order = {0, 4, 2, 1, 3};
  const std::vector<std::vector<ActionId>> dependents = {{1, 2}, {3}, {3}, {}, {}};
  EXPECT_EQ(critical_paths(order, dependents, {1, 10, 5, 2, 7}), (std::vector<std::uint64_t>{13, 12, 7, 2, 7}));
}

TEST(Schedule, PathsOfActionsThatAreNotInTheOrderAreNothing) {
  EXPECT_EQ(critical_paths(std::vector<ActionId>{1}, {{}, {}}, {3, 4}), (std::vector<std::uint64_t>{0, 4}));
  EXPECT_TRUE(critical_paths({}, {}, {}).empty());
}

TEST(Schedule, SumsDoNotOverflowThirtyTwoBits) {
  const std::vector<ActionId> order = {0, 1};
  EXPECT_EQ(critical_paths(order, {{1}, {}}, {4'000'000'000u, 4'000'000'000u}).front(), 8'000'000'000u);
}

TEST(Schedule, MostUrgentFirstAndAmongEqualsTheFirstPlanned) {
  ReadyQueue queue;
  const std::pair<ActionId, std::uint64_t> ready[] = {{5, 1}, {2, 9}, {7, 9}, {1, 1}, {3, 4}};
  for (const auto& [action, urgency] : ready) queue.push(action, urgency);
  EXPECT_EQ(queue.size(), 5u);
  EXPECT_EQ(queue.top(), 2u);
  std::vector<ActionId> order;
  while (!queue.empty()) order.push_back(queue.pop());
  EXPECT_EQ(order, (std::vector<ActionId>{2, 7, 3, 1, 5}));
}

}  // namespace
}  // namespace hull::engine
