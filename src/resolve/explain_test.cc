#include "resolve/explain.h"

#include <gtest/gtest.h>

#include "resolve/paper_packages.h"
#include "resolve/wording.h"

namespace hull::resolve {
namespace {

TEST(Explain, EveryVersionAtOnce) {
  EXPECT_EQ(
      outcome(R"(
    member root 0.1.0 | a | b ^1
    a 1.0.0 | b ^2
    a 1.1.0 | b ^2
    a 1.2.0 | b ^3
    b 1.0.0
    b 2.0.0
    b 3.0.0)"),
      R"(Because every version of a depends on b >= 2, < 4 and root depends on b >= 1, < 2, every version of a cannot be used.
So, because root depends on a, version solving failed.)");
}

TEST(Explain, WhatEachVersionWantsIsARangeTogether) {
  EXPECT_EQ(
      outcome(R"(
    member root 0.1.0 | a | b =1.5.0
    a 1.0.0 | b =1.0.0
    a 1.1.0 | b =1.1.0
    a 1.2.0 | b =1.2.0
    b 1.0.0
    b 1.1.0
    b 1.2.0
    b 1.5.0)"),
      R"(Because every version of a depends on b < 1.5.0 and root depends on b 1.5.0, every version of a cannot be used.
So, because root depends on a, version solving failed.)");
}

TEST(Explain, WhatDoesNotExist) {
  EXPECT_EQ(outcome("member root 0.1.0 | a ^3\n a 1.0.0\n a 2.1.0"),
            "Because root depends on a >= 3, < 4, of which there is none (the newest is 2.1.0), version "
            "solving failed.");
  EXPECT_EQ(outcome("member root 0.1.0 | a ^3"),
            "Because root depends on a, which does not exist, version solving failed.");
  EXPECT_EQ(outcome("member root 0.1.0 | a\n a 1.0.0 | b ^3\n a 1.1.0 | b ^4\n b 1.0.0"),
            "Because every version of a depends on b >= 3, < 5, of which there is none (the newest is 1.0.0) "
            "and root depends on a, version solving failed.");
}

// The examples of doc/solver.md of dart-lang/pub.
TEST(Explain, Linear) {
  EXPECT_EQ(
      outcome(R"(
    member root 1.0.0 | foo ^1.0.0 | baz ^1.0.0
    foo 1.0.0 | bar ^2.0.0
    bar 2.0.0 | baz ^3.0.0
    baz 1.0.0
    baz 3.0.0)"),
      R"(Because every version of bar depends on baz >= 3, < 4 and every version of foo depends on bar >= 2, < 3, every version of foo needs baz 3.0.0.
So, because root depends on foo >= 1, < 2 and on baz >= 1, < 2, version solving failed.)");
}

TEST(Explain, Branching) {
  EXPECT_EQ(
      outcome(R"(
    member root 1.0.0 | foo ^1.0.0
    foo 1.0.0 | a ^1.0.0 | b ^1.0.0
    foo 1.1.0 | x ^1.0.0 | y ^1.0.0
    a 1.0.0 | b ^2.0.0
    b 1.0.0
    b 2.0.0
    x 1.0.0 | y ^2.0.0
    y 1.0.0
    y 2.0.0)"),
      R"(    Because every version of a depends on b >= 2, < 3 and foo 1.0.0 depends on b >= 1, < 2, foo 1.0.0 cannot be used with every version of a.
(1) And because foo 1.0.0 depends on a >= 1, < 2, foo 1.0.0 cannot be used.

    Because every version of x depends on y >= 2, < 3 and foo 1.1.0 depends on y >= 1, < 2, foo 1.1.0 cannot be used with every version of x.
    And because foo 1.1.0 depends on x >= 1, < 2, foo 1.1.0 cannot be used.
    And because foo 1.0.0 cannot be used (1), every version of foo cannot be used.
    So, because root depends on foo >= 1, < 2, version solving failed.)");
}

TEST(Explain, AlternativesThatAllFail) {
  EXPECT_EQ(
      outcome(R"(
    member root 1.0.0 | menu ^1 | icons ^1 | intl ^5
    menu 1.0.0 | dropdown ^1
    menu 1.1.0 | dropdown ^2
    menu 1.2.0 | dropdown ^2
    menu 1.3.0 | dropdown ^2
    dropdown 1.8.0 | intl ^3
    dropdown 2.0.0 | icons ^2
    dropdown 2.1.0 | icons ^2
    icons 1.0.0
    icons 2.0.0
    intl 3.0.0
    intl 4.0.0
    intl 5.0.0)"),
      R"(Because dropdown 1.8.0 depends on intl >= 3, < 4 and menu 1.0.0 depends on dropdown >= 1, < 2, menu 1.0.0 needs intl 3.0.0.
And because menu >= 1.1.0 depends on dropdown >= 2, < 3, every version of menu needs intl 3.0.0 or dropdown >= 2.0.0.
And because dropdown >= 2.0.0 depends on icons >= 2, < 3 and root depends on menu >= 1, < 2, icons 2.0.0 or intl 3.0.0 is required.
So, because root depends on intl >= 5, < 6 and on icons >= 1, < 2, version solving failed.)");
}

TEST(Explain, Features) {
  EXPECT_EQ(
      outcome(R"(
    member app 0.1.0 | net ^1 with tls | openssl ^1
    net 1.0.0 | openssl ^3 optional | feature tls = dep:openssl
    net 1.1.0 | openssl ^3 optional | feature tls = dep:openssl
    openssl 1.1.1
    openssl 3.0.0)"),
      R"(Because every version of net with feature `tls` uses its optional dependency `openssl` and every version of net with optional `openssl` depends on openssl >= 3, < 4, every version of net with feature `tls` needs openssl 3.0.0.
And because app depends on openssl >= 1, < 2, every version of net with feature `tls` cannot be used.
So, because app needs feature `tls` of net and app depends on net >= 1, < 2, version solving failed.)");
  EXPECT_EQ(
      outcome(R"(
    member app 0.1.0 | net ^1 with quic
    net 1.0.0
    net 1.1.0 | feature tls =)"),
      R"(Because every version of net has no feature `quic` and app needs feature `quic` of net, every version of net cannot be used.
So, because app depends on net >= 1, < 2, version solving failed.)");
  EXPECT_EQ(outcome("member app 0.1.0 | on nothing"),
            "Because app has no feature `nothing`, version solving failed.");
}

TEST(Explain, StandardsOfOthers) {
  EXPECT_EQ(
      outcome(R"(
    member app 0.1.0 | old ^1
    old 1.0.0 | standard c++14 | a ^2
    old 1.1.0 | standard c++17 | a ^2
    a 2.0.0 | interface c++20)"),
      R"(Because every version of old depends on a >= 2, < 3 and every version of old is compiled as C++17 or older, which is too old for the interface of every version of a, every version of old cannot be used.
So, because app depends on old >= 1, < 2, version solving failed.)");
}

// What was said earlier than just before is referred to by its number.
TEST(Explain, LinesThatAreNeededAgainAreNumbered) {
  EXPECT_EQ(
      outcome(R"(
    member root 1.0.0 | a
    a 1.0.0 | m | k
    a 2.0.0 | m | n ^2
    m 1.0.0 | s
    s 1.0.0 | n ^1
    k 1.0.0 | n ^3
    n 1.0.0
    n 2.0.0
    n 3.0.0)"),
      R"(    Because every version of k depends on n >= 3, < 4 and a 1.0.0 depends on k, a 1.0.0 needs n 3.0.0.
    And because every version of s depends on n >= 1, < 2, a 1.0.0 cannot be used with every version of s.
(1) And because every version of m depends on s and every version of a depends on m, a 1.0.0 cannot be used.

    Because every version of s depends on n >= 1, < 2 and every version of m depends on s, every version of m needs n 1.0.0.
    And because a 2.0.0 depends on n >= 2, < 3 and every version of a depends on m, a 2.0.0 cannot be used.
    And because a 1.0.0 cannot be used (1), every version of a cannot be used.
    So, because root depends on a, version solving failed.)");
}

TEST(Wording, VersionsAreRangesOfThoseThatThereAre) {
  std::vector<Version> all;
  for (std::uint64_t i = 0; i < 6; ++i) all.emplace_back(1, i, 0);
  const auto text = [&](std::initializer_list<std::size_t> members) {
    Choices choices(all.size());
    for (const std::size_t i : members) choices.insert(i);
    return versions_text(all, choices);
  };
  EXPECT_EQ(text({0, 1, 2, 3, 4, 5}), "");
  EXPECT_EQ(text({0}), "1.0.0");
  EXPECT_EQ(text({0, 1}), "< 1.2.0");
  EXPECT_EQ(text({4, 5}), ">= 1.4.0");
  EXPECT_EQ(text({1, 2, 3}), ">= 1.1.0, < 1.4.0");
  EXPECT_EQ(text({0, 1, 3, 5}), "< 1.2.0 or 1.3.0 or 1.5.0");
}

}  // namespace
}  // namespace hull::resolve
