#include "source/config_tool.h"

#include <chrono>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <system_error>

#include "base/file_system.h"
#include "base/path.h"
#include "base/process.h"
#include "base/shell_words.h"
#include "base/text.h"
#include "source/flag_words.h"

namespace hull::source {
namespace {

using Json = nlohmann::json;

constexpr int kFormat = 1;
constexpr std::chrono::seconds kTimeout{20};

/// What a tool printed, a line each.
struct ToolAnswer {
  std::string version, compile, link;
};

/// A text that changes when the tool, or how it is asked, does.
std::string cache_key(const std::string& program, const std::vector<std::string>& words, bool static_link) {
  const std::string resolved = fs::canonical(program).value_or(program);
  std::error_code error;
  const auto size = std::filesystem::file_size(resolved, error);
  const auto time = std::filesystem::last_write_time(resolved, error).time_since_epoch();
  std::string key = resolved + '\n' + std::to_string(size) + '\n' +
                    std::to_string(std::chrono::duration_cast<std::chrono::nanoseconds>(time).count()) +
                    '\n' + (static_link ? "static" : "shared");
  for (const std::string& word : words) key += '\n' + word;
  return key;
}

Json load(const std::string& cache_file) {
  Json root = {{"format", kFormat}, {"tools", Json::object()}};
  const auto text = fs::read(cache_file);
  if (!text) return root;
  const Json known = Json::parse(*text, nullptr, false);
  // A cache: whatever is wrong with it only means that tools are asked again.
  if (known.is_object() && known.value("format", Json()) == Json(kFormat) && known.contains("tools") &&
      known["tools"].is_object()) {
    return known;
  }
  return root;
}

std::optional<ToolAnswer> remembered(const Json& cache, const std::string& name, const std::string& key) {
  const auto found = cache["tools"].find(name);
  if (found == cache["tools"].end() || !found->is_object()) return std::nullopt;
  const auto text = [&](const char* field) -> std::optional<std::string> {
    const auto value = found->find(field);
    if (value == found->end() || !value->is_string()) return std::nullopt;
    return value->get<std::string>();
  };
  const auto version = text("version"), compile = text("compile"), link = text("link");
  if (text("key") != key || !version || !compile || !link) return std::nullopt;
  return ToolAnswer{.version = *version, .compile = *compile, .link = *link};
}

/// Runs a tool with a fixed environment.
class Tool {
 public:
  Tool(std::string program, const SystemSearch& search)
      : program_(std::move(program)), environment_({"LC_ALL=C.UTF-8", "PATH=" + search.program_path}) {}

  Result<Finished> ask(const std::vector<std::string>& words) const {
    std::vector<std::string> argv = {program_};
    argv.insert(argv.end(), words.begin(), words.end());
    HULL_TRY(Finished finished, run({.argv = argv, .environment = environment_, .timeout = kTimeout}));
    if (finished.timed_out) return fail("`" + shell_quoted(argv) + "` gave no answer");
    return finished;
  }

  /// The first line of standard output. Errors: the tool fails.
  Result<std::string> line(const std::vector<std::string>& words) const {
    HULL_TRY(const Finished finished, ask(words));
    if (!finished.ok()) {
      const std::string_view said = trim(finished.err.empty() ? finished.out : finished.err);
      std::string message = "`" + shell_quoted({program_}) + " " + shell_quoted(words) + "` failed";
      if (!said.empty()) message += ": " + printable(split(said, '\n').front());
      return fail(std::move(message));
    }
    std::string_view text = trim(finished.out);
    return std::string(text.substr(0, text.find('\n')));
  }

  /// As `line`, with every line, and empty when the tool does not know the question.
  Result<std::string> text_if_known(const std::vector<std::string>& words) const {
    HULL_TRY(const Finished finished, ask(words));
    return finished.ok() ? std::string(trim(finished.out)) : std::string();
  }

 private:
  std::string program_;
  std::vector<std::string> environment_;
};

/// llvm-config: --cxxflags are those LLVM itself was compiled with, so --cppflags it is; the components come
/// after --libs; private libraries are --system-libs.
Result<ToolAnswer> ask_llvm_config(const Tool& tool, const std::vector<std::string>& components,
                                   bool static_link) {
  ToolAnswer answer;
  HULL_TRY(answer.version, tool.line({"--version"}));
  HULL_TRY(answer.compile, tool.line({"--cppflags"}));
  HULL_TRY(answer.link, tool.line({"--ldflags"}));
  for (const char* part : {"--libs", "--system-libs"}) {
    std::vector<std::string> question = {part};
    // Unasked, llvm-config takes the shared library where LLVM was built with one.
    if (static_link) question.insert(question.begin(), "--link-static");
    question.insert(question.end(), components.begin(), components.end());
    HULL_TRY(const std::string words, tool.line(question));
    answer.link += " " + words;
  }
  return answer;
}

/// The common form, as in curl-config, pcre2-config or krb5-config.
Result<ToolAnswer> ask_any(const Tool& tool, const std::vector<std::string>& components, bool static_link) {
  const auto with_components = [&](const char* flag) {
    std::vector<std::string> words = {flag};
    words.insert(words.end(), components.begin(), components.end());
    return words;
  };
  ToolAnswer answer;
  HULL_TRY(answer.version, tool.text_if_known({"--version"}));
  answer.version = std::string(split(answer.version, '\n').front());
  HULL_TRY(answer.compile, tool.line(with_components("--cflags")));
  if (static_link) {
    HULL_TRY(answer.link, tool.text_if_known(with_components("--static-libs")));
  }
  if (answer.link.empty()) {
    HULL_TRY(answer.link, tool.line(with_components("--libs")));
  }
  return answer;
}

}  // namespace

std::optional<std::string> find_config_tool(const std::string& name, const SystemSearch& search) {
  const std::string_view file = path::name(name);
  if (file.find("-config") == std::string_view::npos && file.find("_config") == std::string_view::npos) {
    return std::nullopt;
  }
  const auto executable = [](const std::string& path) {
    std::error_code error;
    const auto status = std::filesystem::status(path, error);
    constexpr auto kAnyExec = std::filesystem::perms::owner_exec | std::filesystem::perms::group_exec |
                              std::filesystem::perms::others_exec;
    return !error && std::filesystem::is_regular_file(status) &&
           (status.permissions() & kAnyExec) != std::filesystem::perms::none;
  };
  if (path::is_absolute(name)) return executable(name) ? std::optional(name) : std::nullopt;
  if (name.find('/') != std::string::npos) return std::nullopt;
  for (std::string_view directory : split(search.program_path, ':')) {
    if (!path::is_absolute(directory)) continue;
    std::string candidate = path::join(directory, name);
    if (executable(candidate)) return candidate;
  }
  return std::nullopt;
}

Result<void> add_config_tool(const std::string& program, const std::vector<std::string>& words,
                             const std::string& cache_file, const SystemSearch& search, bool static_link,
                             SystemLibrary& library) {
  const std::string key = cache_key(program, words, static_link);
  const std::string name = join(words, " ") + (static_link ? " (static)" : "");
  Json cache = load(cache_file);
  std::optional<ToolAnswer> answer = remembered(cache, name, key);
  if (!answer) {
    const Tool tool(program, search);
    const std::vector<std::string> components(words.begin() + 1, words.end());
    const bool llvm = path::name(program).starts_with("llvm-config");
    auto fresh =
        llvm ? ask_llvm_config(tool, components, static_link) : ask_any(tool, components, static_link);
    if (!fresh) return std::unexpected(std::move(fresh).error());
    answer = *std::move(fresh);
    cache["tools"][name] = {
        {"key", key}, {"version", answer->version}, {"compile", answer->compile}, {"link", answer->link}};
    static_cast<void>(
        fs::write_if_changed(cache_file, cache.dump(1, ' ', false, Json::error_handler_t::replace) + '\n'));
  }
  if (library.version.empty()) library.version = answer->version;
  add_compile_words(shell_words(answer->compile), library);
  add_link_words(shell_words(answer->link), search, library);
  library.inputs.push_back(program);
  return {};
}

}  // namespace hull::source
