// Tables of models: what is read, and what is wrong with those that cannot be.
#include "safety/models.h"

#include <gtest/gtest.h>

#include <fstream>
#include <set>

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
      {"[type.\"a\"]\nknid = \"view\"", "t:2: nothing that is said of a type is called `knid`"},
      {"[functions]\nf = \"grow\"", "t:1: `functions` is neither `type` nor `function`"},
      {"[function]\nf = 3", "t:2: a function is described by a string of verbs"},
  };
  for (const auto& [table, message] : cases) {
    Models models;
    EXPECT_EQ(models.add("t", table), message);
  }
  Models models;
  EXPECT_TRUE(models.add("t", "[type").value_or("").starts_with("t:1: "));
}

// The first column of the tables under "Operations".
TEST(Models, EveryVerbIsInTheDocumentation) {
  std::ifstream file("../../docs/safety/models.md");  // A test runs in the directory of its package.
  ASSERT_TRUE(file.is_open());
  std::set<std::string, std::less<>> described;
  bool operations = false;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("## ")) operations = line == "## Operations";
    if (!operations || !line.starts_with("| `")) continue;
    const std::string cell = line.substr(2, line.find(" |", 2) - 2);
    for (auto from = cell.find('`'); from != std::string::npos;) {
      const auto to = cell.find('`', from + 1);
      const std::string word = cell.substr(from + 1, to - from - 1);
      described.insert(word.substr(0, word.find(' ')));
      from = cell.find('`', to + 1);
    }
  }
  const std::vector<std::string_view> names = verb_names();
  EXPECT_EQ(described, (std::set<std::string, std::less<>>(names.begin(), names.end())));
}

}  // namespace
}  // namespace hull::safety
