#include "cli/link_hint.h"

#include <gtest/gtest.h>

namespace hull::cli {
namespace {

/// A program that links libx.so.1, made of one unit compiled with `flags`.
class LinkHintTest : public testing::Test {
 protected:
  std::string note(std::vector<std::string> common, std::vector<std::string> flags, std::string_view output) {
    engine::FileTable files;
    engine::ActionGraph graph(files);
    engine::Action compile;
    compile.common = std::make_shared<engine::SharedWords>(std::move(common));
    compile.words = std::move(flags);
    compile.outputs = {graph.file("target/debug/obj/x.o")};
    EXPECT_TRUE(graph.add(compile));
    engine::Action library;
    library.words = {"link"};
    library.inputs = {graph.file("target/debug/obj/x.o")};
    library.outputs = {graph.file("target/debug/libx.so.1")};
    EXPECT_TRUE(graph.add(library));
    engine::Action program;
    program.inputs = {graph.file("target/debug/obj/x.o"), graph.file("target/debug/libx.so.1"),
                      graph.file("/usr/lib/libother.so")};
    program.outputs = {graph.file("target/debug/app")};
    return hidden_symbols_note(graph, program, output);
  }
};

TEST_F(LinkHintTest, NamesTheLibraryThatHidesWhatIsMissing) {
  const std::string text =
      note({"c++", "-fvisibility=hidden"}, {"-c"}, "ld.lld: error: undefined symbol: f()\n");
  EXPECT_TRUE(text.starts_with("hull: note: `libx.so.1` is compiled with -fvisibility=hidden: ")) << text;
  EXPECT_EQ(text.find("libother"), text.npos);
  EXPECT_EQ(note({"-fvisibility=hidden"}, {}, "ld: app.o: undefined reference to `f()'\n"), text);
}

TEST_F(LinkHintTest, IsSilentWhenThatIsNotWhy) {
  EXPECT_EQ(note({"-fvisibility=hidden"}, {}, "ld.lld: error: duplicate symbol: f()\n"), "");
  EXPECT_EQ(note({"-fvisibility=hidden"}, {"-fvisibility=default"}, "undefined symbol: f()\n"), "");
  EXPECT_EQ(note({"c++"}, {"-c"}, "undefined symbol: f()\n"), "");
}

}  // namespace
}  // namespace hull::cli
