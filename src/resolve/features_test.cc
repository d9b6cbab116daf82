#include "resolve/features.h"

#include <gtest/gtest.h>

#include "resolve/paper_packages.h"

namespace hull::resolve {
namespace {

/// What the one version of `a` in `text` demands because of `of`: "a", "a/tls" or "a/dep:b".
std::string demanded(std::string_view text, std::string_view of) {
  const PaperPackages packages(text);
  Subject subject{Subject::Kind::Package, "a", ""};
  if (of.starts_with("a/dep:")) {
    subject = {Subject::Kind::Use, "a", std::string(of.substr(6))};
  } else if (of.starts_with("a/")) {
    subject = {Subject::Kind::Feature, "a", std::string(of.substr(2))};
  }
  const auto name = [](const Subject& one) {
    if (one.kind == Subject::Kind::Package) return one.package;
    return one.package + (one.kind == Subject::Kind::Use ? "/dep:" : "/") + one.name;
  };
  const auto all = demands(packages.packages.at("a").front().second, subject);
  if (!all) return "no such thing";
  std::string result;
  for (const Demand& demand : *all) {
    if (!result.empty()) result += ", ";
    result += name(demand.wanted);
    if (demand.requirement) result += " " + demand.requirement->text();
    if (demand.given) result += " if " + name(*demand.given);
  }
  return result;
}

struct Case {
  const char* release;
  const char* of;
  const char* demands;
};

class Demands : public testing::TestWithParam<Case> {};

TEST_P(Demands, FollowCargo) {
  EXPECT_EQ(demanded(std::string("a 1.0.0 | ") + GetParam().release, GetParam().of), GetParam().demands)
      << GetParam().release << " : " << GetParam().of;
}

INSTANTIATE_TEST_SUITE_P(
    All, Demands,
    testing::Values(Case{"b ^1", "a", "b ^1, b/default"}, Case{"b no-default", "a", "b"},
                    Case{"b ^1 no-default with x,y | c", "a", "b ^1, b/x, b/y, c, c/default"},
                    Case{"b ^1 optional", "a", ""}, Case{"b ^1 optional", "a/dep:b", "b ^1, b/default"},
                    Case{"n=b ^1 optional with x", "a/dep:n", "b ^1, b/default, b/x"},
                    Case{"b ^1", "a/dep:b", "no such thing"},
                    Case{"feature f = g, dep:b | b optional", "a/f", "a/g, a/dep:b"},
                    Case{"feature f = f", "a/f", ""}, Case{"feature g =", "a/f", "no such thing"},
                    Case{"feature g =", "a/default", ""}, Case{"feature default = g", "a/default", "a/g"},
                    // An optional dependency is a feature, unless some feature names it as dep:.
                    Case{"b optional", "a/b", "a/dep:b"},
                    Case{"b optional | feature f = dep:b", "a/b", "no such thing"},
                    Case{"b optional | feature b = dep:b, b/x", "a/b", "a/dep:b, b/x"},
                    // "b/x" uses b; "b?/x" only asks for x if something else does.
                    Case{"b optional | feature f = b/x", "a/f", "a/b, a/dep:b, b/x"},
                    Case{"b optional | feature f = b/x, dep:b", "a/f", "a/dep:b, b/x"},
                    Case{"b optional | feature f = b?/x", "a/f", "b/x if a/dep:b"},
                    Case{"b | feature f = b/x", "a/f", "b/x"}, Case{"b | feature f = b?/x", "a/f", "b/x"},
                    Case{"n=b optional | feature f = n?/x", "a/f", "b/x if a/dep:n"},
                    Case{"feature f = b/x", "a/f", "a/dep:b"},
                    Case{"c | b | c | b ^1", "a", "b, b ^1, b/default, c, c/default"}));

TEST(Features, AreOnForWhatTheyAreAskedOf) {
  EXPECT_EQ(outcome(R"(
    member app 0.1.0 | net ^1 with tls
    net 1.0.0 | openssl ^3 optional | feature tls = dep:openssl, openssl?/fips, log?/std | log ^1 optional
    openssl 3.0.0 | feature fips =
    log 1.0.0 | feature std =)"),
            "app 0.1.0, net 1.0.0 [tls] {openssl}, openssl 3.0.0 [fips]");
}

TEST(Features, AddUp) {
  EXPECT_EQ(outcome(R"(
    member app 0.1.0 | a | b
    a 1.0.0 | c no-default with x
    b 1.0.0 | c no-default with y
    c 1.0.0 | feature x = | feature y = | feature default = z | feature z =)"),
            "a 1.0.0, app 0.1.0, b 1.0.0, c 1.0.0 [x y]");
}

TEST(Features, DecideAboutVersions) {
  // The newest version that has the feature, and not newer.
  EXPECT_EQ(outcome(R"(
    member app 0.1.0 | a with x
    a 1.0.0 | feature x =
    a 1.1.0 | feature x = | b ^2 optional
    a 1.2.0)"),
            "a 1.1.0 [x], app 0.1.0");
  // A feature may need what is not there; without it all is well.
  const std::string_view packages = "a 1.0.0 | b ^9 optional | feature x = dep:b\n b 1.0.0";
  EXPECT_EQ(outcome("member app 0.1.0 | a\n" + std::string(packages)), "a 1.0.0, app 0.1.0");
}

TEST(Features, OfMembers) {
  const char* text = R"( | feature default = fast | feature fast = dep:b | feature slow = | b optional
    b 1.0.0)";
  const auto with = [&](std::string_view asked) {
    return outcome("member app 0.1.0" + std::string(asked) + text);
  };
  EXPECT_EQ(with(""), "app 0.1.0 [fast] {b}, b 1.0.0");
  EXPECT_EQ(with(" | no-default | on slow"), "app 0.1.0 [slow]");
}

}  // namespace
}  // namespace hull::resolve
