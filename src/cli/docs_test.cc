// docs/cli is checked against the tables: a page per verb, and every flag on its page or on the common one.
#include <gtest/gtest.h>

#include "base/file_system.h"
#include "cli/verb.h"

namespace hull::cli {
namespace {

/// Beside the sources; the working directory of a test is its package's.
const std::string kDocs = "../../docs/cli/";

TEST(Docs, NameEveryVerbAndFlag) {
  const auto common = fs::read(kDocs + "README.md");
  ASSERT_TRUE(common);
  for (const Verb& verb : verbs()) {
    const std::string name(verb.name);
    EXPECT_NE(common->find("(" + name + ".md)"), std::string::npos) << name;
    const auto page = fs::read(kDocs + name + ".md");
    ASSERT_TRUE(page) << name;
    EXPECT_TRUE(page->starts_with("# hull " + name + "\n")) << name;
    Options options;
    for (const FlagGroup& group : verb.syntax(options).groups) {
      for (const Flag& flag : group.flags) {
        const std::string written = "`" + std::string(flag.long_name());
        EXPECT_TRUE(page->find(written) != page->npos || common->find(written) != common->npos)
            << name << " " << flag.names;
      }
    }
  }
}

}  // namespace
}  // namespace hull::cli
