// A random project for tests: sources with headers, generated headers, shadowing directories, late inputs, and an author
// who edits them in every way.
//
// Its commands are one small C program that acts as compiler, generator and linker at a tenth of their cost. The
// compiler looks headers up as real ones do, writes a depfile, and cannot see comments.
#pragma once

#include <algorithm>
#include <fcntl.h>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <map>
#include <random>
#include <set>
#include <string>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

#include "base/file_system.h"
#include "base/process.h"
#include "engine/action_cache.h"
#include "engine/build.h"

namespace hull::engine {

inline constexpr const char* kMimicSource = R"c(
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static const char *dirs[16], *seen[256];
static int dir_count, seen_count;
static FILE *out, *deps;

static void die(const char* what, const char* name) {
  fprintf(stderr, "mimic: %s %s\n", what, name);
  exit(1);
}
static FILE* open_file(const char* path, const char* mode) {
  FILE* file = fopen(path, mode);
  if (!file) die("cannot open", path);
  return file;
}
static int is_file(const char* path) {
  struct stat status;
  return stat(path, &status) == 0 && S_ISREG(status.st_mode);
}
// Where `name` is found: beside `from` for quotes, then in the directories.
static char* find(const char* name, int quoted, const char* from) {
  char path[4096];
  const char* slash = strrchr(from, '/');
  if (quoted) {
    snprintf(path, sizeof path, "%.*s%s", slash ? (int)(slash - from) + 1 : 0, from, name);
    if (is_file(path)) return strdup(path);
  }
  for (int i = 0; i < dir_count; ++i) {
    snprintf(path, sizeof path, "%s/%s", dirs[i], name);
    if (is_file(path)) return strdup(path);
  }
  return NULL;
}
static int header_name(const char* text, char* name) {
  int quoted = *text == '"';
  const char* end = strchr(text + 1, quoted ? '"' : '>');
  if (!end) die("bad line", text);
  sprintf(name, "%.*s", (int)(end - text - 1), text + 1);
  return quoted;
}
static void compile(const char* path) {
  char line[4096], name[4096];
  for (int i = 0; i < seen_count; ++i) {
    if (!strcmp(seen[i], path)) return;
  }
  seen[seen_count++] = path;
  fprintf(deps, " \\\n  %s", path);
  FILE* in = open_file(path, "r");
  while (fgets(line, sizeof line, in)) {
    char* comment = strstr(line, "//");
    char* end = comment ? comment : line + strlen(line);
    while (end > line && strchr(" \t\n", end[-1])) --end;
    *end = 0;
    if (!strncmp(line, "#include ", 9)) {
      int quoted = header_name(line + 9, name);
      char* found = find(name, quoted, path);
      if (!found) die("no header", name);
      compile(found);
    } else if (!strncmp(line, "#if __has_include(", 18)) {
      int quoted = header_name(line + 18, name);
      fprintf(out, "%s %s\n", name, find(name, quoted, path) ? "is there" : "is not there");
    } else {
      fprintf(out, "%s\n", line);
    }
  }
  fclose(in);
}
static void append(const char* path, int first_only) {
  FILE* in = open_file(path, "r");
  int c;
  while ((c = fgetc(in)) != EOF) {
    fputc(c, out);
    if (first_only) break;
  }
  fclose(in);
  fputc('\n', out);
}
int main(int argc, char** argv) {
  // mimic cc OUT DEPFILE SOURCE WORD DIRECTORY... | gen OUT IN... | cat OUT IN... | late OUT LIST | print IN...
  const char* mode = argv[1];
  if (!strcmp(mode, "print")) {
    out = stdout;
    for (int i = 2; i < argc; ++i) append(argv[i], 0);
    return 0;
  }
  out = open_file(argv[2], "w");
  if (!strcmp(mode, "cc")) {
    deps = open_file(argv[3], "w");
    fprintf(deps, "%s:", argv[2]);
    for (int i = 6; i < argc; ++i) dirs[dir_count++] = argv[i];
    fprintf(out, "// %s %s\n", argv[4], argv[5]);
    compile(argv[4]);
    fprintf(deps, "\n");
    fclose(deps);
  } else if (!strcmp(mode, "gen")) {
    fprintf(out, "generated ");
    for (int i = 3; i < argc; ++i) append(argv[i], 1);
  } else if (!strcmp(mode, "cat")) {
    for (int i = 3; i < argc; ++i) append(argv[i], 0);
  } else if (!strcmp(mode, "late")) {
    char line[4096];
    FILE* list = open_file(argv[3], "r");
    while (fgets(line, sizeof line, list)) {
      line[strcspn(line, "\n")] = 0;
      if (*line) append(line, 0);
    }
  }
  return fclose(out) != 0;
}
)c";

/// The commands of random projects, compiled once per test program.
inline const std::string& mimic_program() {
  static const fs::TemporaryDirectory directory;
  static const std::string program = [] {
    EXPECT_TRUE(fs::write(directory.path() + "/mimic.c", kMimicSource));
    for (const char* linking : {"-static", "-pipe"}) {
      const auto done = run({.argv = {"clang-19", "-w", "-O1", linking, "mimic.c", "-o", "mimic"}, .directory = directory.path()});
      if (done && done->ok()) return directory.path() + "/mimic";
    }
    ADD_FAILURE() << "cannot compile the commands of random projects";
    return std::string();
  }();
  return program;
}

class RandomProject {
 public:
  explicit RandomProject(unsigned seed) : random_(seed) {
    sources_ = 2 + pick(4);
    headers_ = 3 + pick(4);
    generators_ = 1 + pick(3);
    for (unsigned i = 0; i < generators_; ++i) files_[fmt::format("data/d{}", i)] = content();
    for (unsigned i = 0; i < headers_; ++i) write_header(i);
    for (unsigned i = 0; i < sources_; ++i) files_[fmt::format("src/s{}.c", i)] = text_with_includes(headers_);
    files_["data/list"] = late_list();
    words_.resize(sources_);
    shuffle_search();
  }

  /// The tree as the author has it: path -> content.
  const std::map<std::string, std::string>& files() const { return files_; }

  /// One random edit. `apply` writes the difference to disk, in a way that the edit chooses.
  struct Edit {
    std::string what;
    std::string path;               ///< "" when no file is concerned.
    std::optional<std::string> content;  ///< Unset: removed.
    bool keep_mtime = false;        ///< The old modification time is put back.
    bool in_place = false;          ///< Written into the file that is there.
  };
  Edit edit() {
    const auto existing = [&] { return std::next(files_.begin(), pick(static_cast<unsigned>(files_.size())))->first; };
    Edit edit;
    switch (pick(15)) {
      case 0: case 1: case 2: edit = {"content", existing(), content_of(existing_ = existing())}; edit.path = existing_; break;
      case 3: {
        edit = {"comment", existing_ = existing(), {}};
        edit.content = files_[existing_] + fmt::format("// note {}\n", pick(1000));
        if (existing_.starts_with("data/")) edit.content = files_[existing_];
        break;
      }
      case 4: {
        edit = {"comment reworded", existing_ = existing(), {}};
        std::string text = files_[existing_];
        if (const auto at = text.find("//"); at != std::string::npos && !existing_.starts_with("data/")) {
          text.replace(at, text.find('\n', at) - at, fmt::format("// reworded {}", pick(1000)));
        }
        edit.content = text;
        break;
      }
      case 5: edit = {"touched", existing_ = existing(), files_[existing_]}; break;
      case 6: edit = {"content under its old time", existing_ = existing(), content_of(existing_), true}; break;
      case 7: edit = {"content in place", existing_ = existing(), content_of(existing_), pick(2) == 0, true}; break;
      case 8: {
        if (past_.empty()) break;
        const auto& [path, text] = past_[pick(static_cast<unsigned>(past_.size()))];
        edit = {"an old content", path, text};
        break;
      }
      case 9: {
        const std::string path = header_path(pick(headers_));
        edit = {"removed", path, std::nullopt};
        break;
      }
      case 10: case 11: {
        const unsigned header = pick(headers_);
        edit = {"header made", header_path(header), text_with_includes(header)};
        break;
      }
      case 12: {
        // A header of a generated one's name, which may shadow it.
        edit = {"generated header shadowed", fmt::format("{}/g{}.h", pick(2) ? "near" : "src", pick(generators_)), content()};
        if (pick(2)) edit.content.reset();
        break;
      }
      case 13: words_[pick(sources_)] = fmt::format("-D{}", pick(4)); edit.what = "command"; break;
      case 14:
        if (pick(3) == 0) shuffle_search();
        edit.what = "search path";
        break;
    }
    if (!edit.path.empty()) {
      if (const auto old = files_.find(edit.path); old != files_.end()) past_.emplace_back(old->first, old->second);
      if (edit.content) files_[edit.path] = *edit.content;
      else files_.erase(edit.path);
    }
    return edit;
  }
  static void apply(const Edit& edit, const std::string& root) {
    if (edit.path.empty()) return;
    const std::string path = root + "/" + edit.path;
    struct stat status;
    const bool there = ::stat(path.c_str(), &status) == 0;
    if (!edit.content) {
      ::unlink(path.c_str());
      return;
    }
    if (edit.in_place && there) {
      const int file = ::open(path.c_str(), O_WRONLY | O_TRUNC | O_CLOEXEC);
      EXPECT_EQ(::write(file, edit.content->data(), edit.content->size()), static_cast<ssize_t>(edit.content->size()));
      ::close(file);
    } else {
      EXPECT_TRUE(fs::write(path, *edit.content));
    }
    if (edit.keep_mtime && there) {
      const timespec times[2] = {status.st_atim, status.st_mtim};
      ::utimensat(AT_FDCWD, path.c_str(), times, 0);
    }
  }

  /// Makes `root` hold exactly `files()`, besides what builds made.
  void write_to(const std::string& root) const {
    for (const char* directory : {"src", "near", "far", "far/sub", "data"}) {
      EXPECT_TRUE(fs::make_directories(root + "/" + directory));
      const auto entries = fs::list(root + "/" + directory);
      for (const fs::Entry& entry : *entries) {
        const std::string name = std::string(directory) + "/" + entry.name;
        if (entry.kind == fs::FileKind::File && !files_.contains(name)) ::unlink((root + "/" + name).c_str());
      }
    }
    for (const auto& [name, text] : files_) EXPECT_TRUE(fs::write_if_changed(root + "/" + name, text));
  }

  std::vector<std::string> outputs() const {
    std::vector<std::string> outputs;
    for (unsigned i = 0; i < generators_; ++i) outputs.push_back(fmt::format("gen/g{}.h", i));
    for (unsigned i = 0; i < sources_; ++i) outputs.push_back(fmt::format("obj/s{}.o", i));
    for (const char* last : {"gen/list", "gen/late", "bin/all", "bin/half"}) outputs.emplace_back(last);
    return outputs;
  }

  struct Built {
    BuildSummary summary;
    std::set<std::string> ran, failed;
    std::string text;
  };
  Built build(const std::string& root, ActionCache* cache, unsigned jobs = 2) const {
    struct Recorder : Observer {
      void finished(const Action& action, const ActionEvent& event, const Progress&) override {
        if (event.outcome == Outcome::Failed) built.failed.insert(action.description);
        else built.ran.insert(action.description + " (" + event.explanation + ")");
        built.text += event.output;
      }
      void message(std::string_view text) override { built.text += std::string(text) + "\n"; }
      Built built;
    } recorder;
    auto log = StateLog::open(root + "/.state");
    EXPECT_TRUE(log) << log.error().message;
    ActionGraph graph((*log)->files());
    plan(graph);
    std::vector<FileId> wanted;
    for (const char* name : {"bin/all", "bin/half", "gen/late"}) wanted.push_back(graph.file(name));
    BuildOptions options;
    options.root = root;
    options.jobs = jobs;
    options.keep_going = true;
    options.explain = true;
    options.cache = cache;
    const auto summary = engine::build(graph, **log, wanted, options, recorder);
    EXPECT_TRUE(summary) << summary.error().message;
    if (summary) recorder.built.summary = *summary;
    // Not an edit's fault: what a signal ended is half a build.
    EXPECT_FALSE(recorder.built.summary.interrupted) << "a signal ended the build";
    return recorder.built;
  }

  unsigned pick(unsigned below) { return std::uniform_int_distribution<unsigned>(0, below - 1)(random_); }

 private:
  std::string content() { return fmt::format("{}{}\n", static_cast<char>('a' + pick(3)), pick(1000)); }
  std::string content_of(const std::string& path) {
    if (path == "data/list") return late_list();
    if (path.starts_with("data/")) return content();
    if (path.starts_with("src/s")) return text_with_includes(headers_);
    const auto digit = path.find_first_of("0123456789");
    return text_with_includes(path.contains("/g") ? 0 : static_cast<unsigned>(std::atoi(path.c_str() + digit)));
  }
  std::string header_path(unsigned header) {
    static constexpr const char* kPlaces[] = {"src", "near", "far", "far/sub"};
    return fmt::format("{}/h{}.h", kPlaces[pick(4)], header);
  }
  // Headers include those of lower numbers alone, so there are no circles.
  std::string text_with_includes(unsigned below) {
    std::string text;
    const unsigned lines = 1 + pick(5);
    for (unsigned i = 0; i < lines; ++i) {
      const bool quoted = pick(2) == 0;
      const char open = quoted ? '"' : '<', close = quoted ? '"' : '>';
      switch (pick(6)) {
        case 0: case 1:
          if (below > 0) text += fmt::format("#include {}{}h{}.h{}\n", open, pick(5) == 0 ? "sub/" : "", pick(below), close);
          break;
        case 2: text += fmt::format("#include {}g{}.h{} // generated\n", open, pick(generators_), close); break;
        case 3: text += fmt::format("#if __has_include({}h{}.h{})\n#endif\n", open, pick(headers_), close); break;
        case 4: text += fmt::format("int v{}; // comment {}\n", pick(100), pick(100)); break;
        case 5: text += fmt::format("  x = {};\n", pick(1000)); break;
      }
    }
    return text;
  }
  void write_header(unsigned header) {
    const unsigned copies = 1 + pick(2);
    for (unsigned i = 0; i < copies; ++i) files_[header_path(header)] = text_with_includes(header);
  }
  std::string late_list() {
    std::string list;
    const unsigned lines = pick(3);
    for (unsigned i = 0; i < lines; ++i) {
      list += pick(2) == 0 ? fmt::format("gen/g{}.h\n", pick(generators_)) : fmt::format("data/d{}\n", pick(generators_));
    }
    return list;
  }
  void shuffle_search() {
    std::shuffle(search_.begin(), search_.end(), random_);
  }

  void plan(ActionGraph& graph) const {
    const auto search = std::make_shared<SearchPath>(SearchPath{search_});
    const auto add = [&](std::string output, std::vector<std::string> words, const std::vector<std::string>& inputs, Action action = {}) {
      action.description = output;
      action.words = std::move(words);
      action.words.insert(action.words.begin(), mimic_program());
      for (const std::string& input : inputs) action.inputs.push_back(graph.file(input));
      action.outputs = {graph.file(output)};
      EXPECT_TRUE(graph.add(std::move(action)));
    };
    Action compile;
    for (unsigned i = 0; i < generators_; ++i) {
      // Every other generator reads what the one before made.
      const std::string output = fmt::format("gen/g{}.h", i);
      std::vector<std::string> inputs = {fmt::format("data/d{}", i)};
      if (i % 2 == 1) inputs.push_back(fmt::format("gen/g{}.h", i - 1));
      std::vector<std::string> words = {"gen", output};
      words.insert(words.end(), inputs.begin(), inputs.end());
      add(output, words, inputs);
      compile.order_only.push_back(graph.file(output));
    }
    compile.search = search;
    compile.tokens = true;
    std::vector<std::string> objects;
    for (unsigned i = 0; i < sources_; ++i) {
      const std::string output = fmt::format("obj/s{}.o", i), source = fmt::format("src/s{}.c", i);
      std::vector<std::string> words = {"cc", output, output + ".d", source, words_[i]};
      words.insert(words.end(), search_.begin(), search_.end());
      compile.depfile = output + ".d";
      add(output, words, {source}, compile);
      objects.push_back(output);
    }
    const auto link = [&](std::string output, std::size_t count) {
      std::vector<std::string> words = {"cat", output};
      words.insert(words.end(), objects.begin(), objects.begin() + static_cast<std::ptrdiff_t>(count));
      add(output, words, {objects.begin(), objects.begin() + static_cast<std::ptrdiff_t>(count)});
    };
    link("bin/all", objects.size());
    link("bin/half", objects.size() / 2);
    Action list;
    list.stdout_path = "gen/list";
    add("gen/list", {"print", "data/list"}, {"data/list"}, list);
    Action late;
    late.late_inputs = graph.file("gen/list");
    add("gen/late", {"late", "gen/late", "gen/list"}, {"gen/list"}, late);
  }

  std::mt19937 random_;
  unsigned sources_ = 0, headers_ = 0, generators_ = 0;
  std::map<std::string, std::string> files_;
  std::vector<std::pair<std::string, std::string>> past_;  ///< Contents that files once had.
  std::vector<std::string> words_;                         ///< By source: a word of its command.
  std::vector<std::string> search_ = {"near", "gen", "far", "src"};
  std::string existing_;
};

/// Seconds that property tests may take: HULL_PROPERTY_SECONDS, or `usual`.
inline std::chrono::seconds property_time(int usual) {
  const char* text = std::getenv("HULL_PROPERTY_SECONDS");
  return std::chrono::seconds(text ? std::atoi(text) : usual);
}

}  // namespace hull::engine
