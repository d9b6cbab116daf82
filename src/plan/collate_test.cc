#include "plan/collate.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/file_system.h"
#include "base/path.h"

namespace hull::plan {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

/// A target on paper.
struct Paper {
  CollateRequest request{.package = "app",
                         .standard = "c++23",
                         .modules_file = "modules.json",
                         .std_bmi = {},
                         .std_compat_bmi = {},
                         .units = {},
                         .libraries = {}};
  std::vector<ScannedUnit> inputs;
  std::vector<std::vector<ProvidedModule>> libraries;

  /// An interface of `module` that imports `imports`.
  Paper& interface(const std::string& source, const std::string& module,
                   std::vector<std::string> imports = {}) {
    unit(source, std::move(imports), "bmi/" + source + ".pcm");
    inputs.back().provided.push_back({module});
    return *this;
  }
  Paper& source(const std::string& source, std::vector<std::string> imports) {
    unit(source, std::move(imports), "");
    return *this;
  }
  Paper& library(std::vector<ProvidedModule> modules, bool visible = true) {
    request.libraries.push_back({.modules_file = "lib.json", .visible = visible});
    libraries.push_back(std::move(modules));
    return *this;
  }
  Result<Collation> run() const { return collate(request, inputs, libraries); }
  std::string error() const {
    const auto result = run();
    return result ? "no error" : result.error().message;
  }

 private:
  void unit(const std::string& source, std::vector<std::string> imports, std::string bmi) {
    request.units.push_back(
        {source, source + ".ddi", source + ".modmap", source + ".modinputs", std::move(bmi)});
    ScannedUnit& input = inputs.emplace_back();
    for (std::string& name : imports) input.required.push_back({std::move(name)});
  }
};

ProvidedModule provided(const std::string& name,
                        std::vector<std::pair<std::string, std::string>> closure = {}) {
  return {.name = name,
          .bmi = "lib/" + name + ".pcm",
          .source = "lib/" + name + ".cppm",
          .package = "lib",
          .standard = "c++23",
          .closure = std::move(closure)};
}

TEST(Collate, GivesEachUnitTheTransitiveClosureOfItsImports) {
  Paper paper;
  paper.source("main.cc", {"b"})
      .interface("b.cppm", "b", {"a", "json"})
      .interface("a.cppm", "a")
      .source("plain.cc", {});
  paper.library({provided("json", {{"text", "lib/text.pcm"}}), provided("text"), provided("unused")});
  const auto result = paper.run();
  ASSERT_TRUE(result) << result.error().message;
  EXPECT_EQ(result->units[0].modmap,
            "-fmodule-file=a=bmi/a.cppm.pcm\n-fmodule-file=b=bmi/b.cppm.pcm\n"
            "-fmodule-file=json=lib/json.pcm\n-fmodule-file=text=lib/text.pcm\n");
  EXPECT_EQ(result->units[0].modinputs, "bmi/a.cppm.pcm\nbmi/b.cppm.pcm\nlib/json.pcm\nlib/text.pcm\n");
  EXPECT_EQ(result->units[2].modmap, "");
  EXPECT_EQ(result->units[3].modinputs, "");
  ASSERT_EQ(result->provided.size(), 2u);
  EXPECT_EQ(result->provided[1].name, "b");
  EXPECT_EQ(result->provided[1].closure.size(), 3u);
}

TEST(Collate, QuotesOddPaths) {
  Paper paper;
  paper.interface("a b.cppm", "a").source("main.cc", {"a"});
  const auto result = paper.run();
  ASSERT_TRUE(result);
  EXPECT_EQ(result->units[1].modmap, "-fmodule-file=a=bmi/a\\ b.cppm.pcm\n");
  EXPECT_EQ(result->units[1].modinputs, "bmi/a b.cppm.pcm\n");
}

TEST(Collate, TheStandardModuleIsTheOneThatImportedModulesWereBuiltWith) {
  Paper paper;
  paper.request.std_bmi = "std-mine/std.pcm";
  paper.request.std_compat_bmi = "std-mine/std.compat.pcm";
  paper.source("main.cc", {"std", "json"}).source("alone.cc", {"std.compat"});
  paper.library({provided("json", {{"std", "std-theirs/std.pcm"}})});
  const auto result = paper.run();
  ASSERT_TRUE(result) << result.error().message;
  EXPECT_THAT(result->units[0].modinputs, HasSubstr("std-theirs/std.pcm"));
  EXPECT_THAT(result->units[0].modinputs, Not(HasSubstr("std-mine")));
  EXPECT_EQ(result->units[1].modinputs, "std-mine/std.pcm\nstd-mine/std.compat.pcm\n");
}

TEST(Collate, Mistakes) {
  EXPECT_EQ(Paper().interface("a.cppm", "m").interface("b.cppm", "m").error(),
            "a.cppm and b.cppm both declare module `m`");
  EXPECT_EQ(Paper().interface("a.cppm", "json").library({provided("json")}).error(),
            "lib/json.cppm (package `lib`) and a.cppm (package `app`) both declare module `json`");
  EXPECT_EQ(Paper().source("main.cc", {"nothing"}).error(),
            "main.cc imports module `nothing`, which neither its target nor a library it uses provides");
  EXPECT_EQ(Paper()
                .interface("a.cppm", "a", {"b"})
                .interface("b.cppm", "b", {"c"})
                .interface("c.cppm", "c", {"b"})
                .error(),
            "modules import each other in a circle: `b` (b.cppm) -> `c` (c.cppm) -> `b` (b.cppm)");
  EXPECT_EQ(Paper().interface("a.cppm", "a", {"a"}).error(),
            "modules import each other in a circle: `a` (a.cppm) -> `a` (a.cppm)");
  EXPECT_EQ(Paper().source("main.cc", {"json"}).library({provided("json")}, false).error(),
            "main.cc imports module `json` of package `lib`, but package `app` does not list `lib` in "
            "[dependencies]");
  EXPECT_EQ(Paper().source("main.cc", {"std"}).error(),
            "main.cc imports module `std`, which only libc++ provides");

  ProvidedModule older = provided("json");
  older.standard = "c++20";
  EXPECT_EQ(Paper().source("main.cc", {"json"}).library({older}).error(),
            "main.cc imports module `json` as c++23, but package `lib` compiles it as c++20");

  Paper suggestion;
  suggestion.source("main.cc", {"jsn"}).library({provided("json")});
  EXPECT_THAT(suggestion.run().error().help, ElementsAre("did you mean `json`?"));

  Paper wrong_name;
  wrong_name.source("a.cc", {});
  wrong_name.inputs[0].provided.push_back({"a"});
  EXPECT_EQ(wrong_name.error(), "a.cc declares module `a`, but its name does not say so");

  Paper none;
  none.interface("a.cppm", "a");
  none.inputs[0].provided.clear();
  EXPECT_EQ(none.error(), "a.cppm declares no module");
}

TEST(Collate, PartitionsAndImplementationUnitsAreUnitsLikeOthers) {
  Paper paper;
  paper.interface("core.cppm", "core", {"core:part"})
      .interface("part.cppm", "core:part", {"text"})
      .source("impl.cc", {"core"});
  paper.library({provided("text")});
  const auto result = paper.run();
  ASSERT_TRUE(result) << result.error().message;
  EXPECT_EQ(result->units[0].modinputs, "bmi/part.cppm.pcm\nlib/text.pcm\n");
  EXPECT_EQ(result->units[2].modmap,
            "-fmodule-file=core=bmi/core.cppm.pcm\n-fmodule-file=core:part=bmi/part.cppm.pcm\n"
            "-fmodule-file=text=lib/text.pcm\n");
  // Who imports `core` elsewhere needs the BMIs of its partitions as well.
  ASSERT_EQ(result->provided.size(), 2u);
  EXPECT_EQ(result->provided[0].name, "core");
  EXPECT_EQ(result->provided[0].closure.size(), 2u);
}

TEST(Collate, HeaderUnitsAreRefused) {
  Paper header;
  header.source("main.cc", {});
  header.inputs[0].required.push_back({"<vector>", true});
  EXPECT_EQ(header.error(), "main.cc imports the header unit <vector>; header units are not supported");
}

TEST(Collate, ARequestSurvivesItsEncoding) {
  Paper paper;
  paper.interface("odd\nname.cppm", "a").source("main.cc", {"a"}).library({}, true).library({}, false);
  const std::string text = paper.request.encode();
  const auto read = CollateRequest::decode(text);
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(read->encode(), text);
  EXPECT_EQ(read->units[0].source, "odd\nname.cppm");
  EXPECT_TRUE(read->libraries[0].visible);
  EXPECT_FALSE(read->libraries[1].visible);
  for (std::size_t cut : {std::size_t{0}, std::size_t{3}, text.size() - 1}) {
    EXPECT_FALSE(CollateRequest::decode(text.substr(0, cut))) << cut;
  }
}

TEST(Collate, ModulesJsonSurvivesItsEncoding) {
  const auto read = parse_modules_json(modules_json({provided("a", {{"b", "b.pcm"}})}));
  ASSERT_TRUE(read) << read.error().message;
  ASSERT_EQ(read->size(), 1u);
  EXPECT_EQ((*read)[0].bmi, "lib/a.pcm");
  EXPECT_THAT((*read)[0].closure, ElementsAre(std::pair("b", "b.pcm")));
  for (const char* text : {"", "{}", "[]", R"({"modules": [1]})", R"({"modules": [{"name": 3}]})"}) {
    EXPECT_FALSE(parse_modules_json(text)) << text;
  }
}

TEST(Collate, ReadsAndWritesFiles) {
  fs::TemporaryDirectory directory;
  const auto file = [&](const char* name) { return path::join(directory.path(), name); };
  CollateRequest request;
  request.package = "p";
  request.standard = "c++20";
  request.modules_file = file("out/modules.json");
  request.units = {{file("a.cppm"), file("a.ddi"), file("a.modmap"), file("a.modinputs"), "a.pcm"},
                   {file("m.cc"), file("m.ddi"), file("m.modmap"), file("m.modinputs"), ""}};
  ASSERT_TRUE(fs::write(file("a.cppm"), "export module a;\n"));
  ASSERT_TRUE(fs::write(file("m.cc"), "import a;\n"));
  ASSERT_TRUE(
      fs::write(file("a.ddi"), R"({"version": 1, "rules": [{"provides": [{"logical-name": "a"}]}]})"));
  ASSERT_TRUE(
      fs::write(file("m.ddi"), R"({"version": 1, "rules": [{"requires": [{"logical-name": "a"}]}]})"));
  ASSERT_TRUE(fs::write(file("request"), request.encode()));
  const auto done = run_collate(file("request"));
  ASSERT_TRUE(done) << done.error().message;
  EXPECT_EQ(*fs::read(file("m.modmap")), "-fmodule-file=a=a.pcm\n");
  EXPECT_THAT(*fs::read(file("out/modules.json")), HasSubstr("\"standard\": \"c++20\""));

  ASSERT_TRUE(fs::write(file("m.ddi"), "nonsense"));
  const auto refused = run_collate(file("request"));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().message, "it is not JSON");
  EXPECT_THAT(refused.error().contexts, ElementsAre("while reading " + file("m.ddi")));
}

}  // namespace
}  // namespace hull::plan
