#include "resolve/choices.h"

#include <gtest/gtest.h>

#include <random>
#include <vector>

namespace hull::resolve {
namespace {

/// The same set, one bool a choice; the first is absence.
std::vector<bool> members(const Choices& choices) {
  std::vector<bool> all = {choices.allow_absence()};
  for (std::size_t i = 0; i < choices.versions(); ++i) all.push_back(choices.contains(i));
  return all;
}

// Sizes around the ends of words.
class ChoicesOfSize : public testing::TestWithParam<std::size_t> {};

TEST_P(ChoicesOfSize, AreSets) {
  const std::size_t size = GetParam();
  std::mt19937 random(1);
  const auto some = [&] {
    Choices choices = random() % 2 == 0 ? Choices::absent(size) : Choices(size);
    for (std::size_t i = 0; i < size; ++i) {
      if (random() % 3 == 0) choices.insert(i);
    }
    return choices;
  };
  for (int round = 0; round < 200; ++round) {
    const Choices a = some(), b = some();
    const std::vector<bool> in_a = members(a), in_b = members(b);
    const std::vector<bool> both = members(a & b), either = members(a | b), not_a = members(~a);
    bool subset = true, disjoint = true, empty = true;
    std::size_t count = 0, lowest = size, highest = size;
    for (std::size_t i = 0; i <= size; ++i) {
      ASSERT_EQ(both[i], in_a[i] && in_b[i]);
      ASSERT_EQ(either[i], in_a[i] || in_b[i]);
      ASSERT_EQ(not_a[i], !in_a[i]);
      subset &= !in_a[i] || in_b[i];
      disjoint &= !(in_a[i] && in_b[i]);
      empty &= !in_a[i];
      if (i == 0 || !in_a[i]) continue;
      ++count;
      if (lowest == size) lowest = i - 1;
      highest = i - 1;
    }
    ASSERT_EQ(a.subset_of(b), subset);
    ASSERT_EQ(a.disjoint(b), disjoint);
    ASSERT_EQ(a.empty(), empty);
    ASSERT_EQ(a.count(), count);
    if (count == 0) continue;
    ASSERT_EQ(a.lowest(), lowest);
    ASSERT_EQ(a.highest(), highest);
  }
  EXPECT_TRUE(Choices::all(size).is_all());
  EXPECT_EQ(Choices::all(size).count(), size);
  EXPECT_EQ(Choices::present(size) | Choices::absent(size), Choices::all(size));
  EXPECT_TRUE((~Choices::all(size)).empty());
}

INSTANTIATE_TEST_SUITE_P(Sizes, ChoicesOfSize, testing::Values(0, 1, 2, 62, 63, 64, 65, 127, 128, 200));

}  // namespace
}  // namespace hull::resolve
