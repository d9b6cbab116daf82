#include "tool/google_stream.h"

#include <gtest/gtest.h>

namespace hull::tool {
namespace {

using State = GoogleStream::State;
using std::chrono::milliseconds;

/// What a stream says of cases A.a, A.b and A.a/0 after `text` came in pieces of `step` bytes.
GoogleStream fed(std::string_view text, std::size_t step) {
  GoogleStream stream({"A.a", "A.b", "A.a/0"});
  for (; !text.empty(); text.remove_prefix(std::min(step, text.size())))
    stream.feed(text.substr(0, step), {});
  stream.finish({});
  return stream;
}

struct Story {
  const char* what;
  std::string text;
  std::vector<State> states;
  std::vector<std::string> outputs;
  std::string outside;
};

TEST(GoogleStream, TellsWhatBelongsToWhich) {
  constexpr State W = State::Waiting, R = State::Running, P = State::Passed, F = State::Failed,
                  S = State::Skipped;
  const Story stories[] = {
      {"a plain run",
       "Running main() from x.cc\n[==========] Running\n[ RUN      ] A.a\nhello\n[       OK ] A.a (3 ms)\n"
       "[ RUN      ] A.b\nx:1: Failure\n[  FAILED  ] A.b (0 ms)\n[  FAILED  ] A.b\n\n 1 FAILED TEST\n",
       {P, F, W},
       {"hello\n", "x:1: Failure\n", ""},
       ""},
      {"a name that begins like another",
       "[ RUN      ] A.a/0\n[       OK ] A.a/0 (0 ms)\n",
       {W, W, P},
       {"", "", ""},
       ""},
      {"a parameter",
       "[ RUN      ] A.a/0\n[  FAILED  ] A.a/0, where GetParam() = 4 (0 ms)\n",
       {W, W, F},
       {"", "", ""},
       ""},
      {"an end without newline before it",
       "[ RUN      ] A.a\ntext[       OK ] A.a (0 ms)\n",
       {P, W, W},
       {"text", "", ""},
       ""},
      {"a begin without newline before it",
       "noise[ RUN      ] A.a\n[  SKIPPED ] A.a (0 ms)\n",
       {S, W, W},
       {"", "", ""},
       "noise"},
      {"cut in the middle", "[ RUN      ] A.a\nlast words", {R, W, W}, {"last words", "", ""}, ""},
      {"marks of other tests",
       "[ RUN      ] A.a\n[ RUN      ] A.b\n[       OK ] A.b (0 ms)\n[       OK ] A.aa (0 ms)\n",
       {R, W, W},
       {"[ RUN      ] A.b\n[       OK ] A.b (0 ms)\n[       OK ] A.aa (0 ms)\n", "", ""},
       ""},
      {"a case that ran already",
       "[ RUN      ] A.a\n[       OK ] A.a (0 ms)\n[ RUN      ] A.a\nagain\n",
       {P, W, W},
       {"", "", ""},
       "[ RUN      ] A.a\nagain\n"},
      {"unknown names",
       "[ RUN      ] X.y\nx\n[       OK ] X.y (0 ms)\n",
       {W, W, W},
       {"", "", ""},
       "[ RUN      ] X.y\nx\n[       OK ] X.y (0 ms)\n"},
      {"carriage returns",
       "[ RUN      ] A.a\r\nx\r\n[       OK ] A.a (0 ms)\r\n",
       {P, W, W},
       {"x\r\n", "", ""},
       ""},
      {"output between cases",
       "set up\n[ RUN      ] A.a\n[       OK ] A.a (0 ms)\nleaked\n",
       {P, W, W},
       {"", "", ""},
       "set up\nleaked\n"},
  };
  for (const Story& story : stories) {
    for (const std::size_t step : {1u, 7u, 1000u}) {
      SCOPED_TRACE(story.what);
      const GoogleStream stream = fed(story.text, step);
      for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_EQ(stream.seen()[i].state, story.states[i]) << i;
        EXPECT_EQ(stream.seen()[i].output.text(), story.outputs[i]) << i;
      }
      EXPECT_EQ(stream.outside().text(), story.outside);
    }
  }
}

TEST(GoogleStream, ALineWithoutEndPassesThroughAndTheMarkAfterItIsSeen) {
  const std::string text = "[ RUN      ] A.a\n" + std::string(500'000, 'x') + "[       OK ] A.a (0 ms)\n";
  const GoogleStream stream = fed(text, 1000);
  EXPECT_EQ(stream.seen()[0].state, State::Passed);
  EXPECT_EQ(stream.seen()[0].output.text(), std::string(500'000, 'x'));
}

TEST(GoogleStream, DurationsComeFromTheProgramWhenItSaysMore) {
  const GoogleStream::Clock::time_point start{};
  GoogleStream stream({"A.a", "A.b"});
  EXPECT_TRUE(stream.feed("[ RUN      ] A.a\n", start));
  EXPECT_EQ(stream.running(), 0u);
  EXPECT_TRUE(stream.feed("[       OK ] A.a (12 ms)\n", start + milliseconds(50)));
  EXPECT_EQ(stream.running(), std::nullopt);
  stream.feed("[ RUN      ] A.b\n", start + milliseconds(50));
  stream.feed("[       OK ] A.b (0 ms)\n", start + milliseconds(90));
  EXPECT_EQ(stream.seen()[0].duration, milliseconds(12));
  EXPECT_LT(stream.seen()[1].duration, milliseconds(1));
  EXPECT_EQ(stream.ended(), (std::vector<std::size_t>{0, 1}));
}

}  // namespace
}  // namespace hull::tool
