// Tables of models: what is read, and what is wrong with those that cannot be.
#include "safety/models.h"

#include <gtest/gtest.h>

namespace hull::safety {
namespace {

TEST(Models, TheTablesThatComeWithHullAreRead) {
  const Models& models = standard_models();
  const TypeModel* vector = models.type("std::vector");
  ASSERT_NE(vector, nullptr);
  EXPECT_EQ(vector->kind, TypeKind::Container);
  EXPECT_TRUE(vector->stable);
  ASSERT_NE(models.method(*vector, "push_back"), nullptr);
  EXPECT_EQ(models.method(*vector, "push_back")->verbs.front().op, Verb::Op::Grow);
  EXPECT_NE(models.method(*models.type("std::optional"), "operator bool"), nullptr) << "names with a blank";
  EXPECT_NE(models.function("std::malloc"), nullptr);
}

TEST(Models, ATypeTakesWhatItDoesNotSayFromAnother) {
  Models models;
  ASSERT_EQ(models.add("a", R"(
[type."a::list"]
kind = "container"
[type."a::list".methods]
"begin, cbegin" = "begin; may-be-moved"
clear = "clear"
[type."a::ring"]
like = "a::list"
[type."a::ring".methods]
clear = "clear; renew"
)"),
            std::nullopt);
  const TypeModel& ring = *models.type("a::ring");
  EXPECT_EQ(ring.kind, TypeKind::Container);
  EXPECT_FALSE(models.method(ring, "cbegin")->reads);
  EXPECT_EQ(models.method(ring, "clear")->verbs.size(), 2u);
}

TEST(Models, WhatIsWrongNamesTheLine) {
  const struct {
    const char* table;
    std::string message;
  } cases[] = {
      {"[type.\"a\"]\nkind = \"box\"", "t:2: no kind of type is called `box`"},
      {"[type.\"a\"]\nlike = \"b\"", "t:2: `like` names `b`, which stands nowhere above"},
      {"[function]\nf = \"grwo 1\"", "t:2: no verb is called `grwo`"},
      {"[function]\nf = \"put one\"", "t:2: `one` is neither `this` nor a number"},
      {"[function]\nf = 3", "t:2: a function is described by a string of verbs"},
  };
  for (const auto& [table, message] : cases) {
    Models models;
    EXPECT_EQ(models.add("t", table), message);
  }
  Models models;
  EXPECT_TRUE(models.add("t", "[type").value_or("").starts_with("t:1: "));
}

}  // namespace
}  // namespace hull::safety
