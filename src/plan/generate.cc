#include "plan/generate.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>

#include "base/file_system.h"
#include "base/glob.h"
#include "base/path.h"
#include "base/text.h"
#include "plan/package_graph.h"
#include "plan/usage_error.h"
#include "toolchain/environment.h"

namespace hull::plan {
namespace {

using manifest::Generate;
using manifest::Text;

/// What the placeholders of one run stand for. "" is "has none here".
struct Values {
  std::string_view in, stem;
  std::vector<std::string> ins;
};

/// True when everything that `generate` reads of what others make has a maker by now.
bool is_ready(const PackageNode& package, const Generate& generate) {
  constexpr std::string_view kGenerated = "{out}/";
  const auto is_made = [&](const Text& input) {
    if (!input.value.starts_with(kGenerated)) return true;
    const std::string_view pattern = std::string_view(input.value).substr(kGenerated.size());
    return std::ranges::any_of(package.files,
                               [&](const GeneratedFile& file) { return glob_match(pattern, file.below); });
  };
  return std::ranges::all_of(generate.inputs, is_made) && std::ranges::all_of(generate.extra_inputs, is_made);
}

bool is_placeholder_name(std::string_view name) {
  if (name.empty()) return false;
  const std::string_view word = name.substr(0, name.find(':'));
  return !word.empty() &&
         std::ranges::all_of(word, [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; }) &&
         (word.size() == name.size() || word == "bin");
}

class Generation {
 public:
  Generation(Draft& draft, FileFinder& finder) : draft_(draft), finder_(finder) {}

  Result<void> run() {
    for (PackageNode& package : draft_.packages) {
      // Commands that read what others make come after those, in whatever order they are written.
      std::vector<const Generate*> waiting;
      for (const Generate& generate : package.package.generates) waiting.push_back(&generate);
      while (!waiting.empty()) {
        auto ready =
            std::ranges::find_if(waiting, [&](const Generate* one) { return is_ready(package, *one); });
        // None is: planning the first says which input nobody makes.
        if (ready == waiting.end()) ready = waiting.begin();
        HULL_CHECK(plan(package, **ready));
        waiting.erase(ready);
      }
    }
    return {};
  }

 private:
  Result<void> plan(PackageNode& package, const Generate& generate) {
    package_ = &package;
    HULL_TRY(const auto inputs, finder_.find(package, generate.inputs, {}, {.noun = "input"}));
    HULL_TRY(const auto extras, finder_.find(package, generate.extra_inputs, {}, {.noun = "input"}));
    for (const auto* found : {&inputs, &extras}) {
      for (const FoundFile& file : *found) {
        if (file.generated != kNone) package.files[file.generated].read_by_command = true;
      }
    }
    std::vector<std::string> paths;
    for (const FoundFile& file : inputs) paths.push_back(argv_path(file));
    std::vector<engine::FileId> read;
    for (const FoundFile& file : extras) read.push_back(draft_.graph.file(argv_path(file)));

    const auto has_stem = [](std::string_view text) { return text.contains("{stem}"); };
    const bool per_input = std::ranges::any_of(generate.outputs, has_stem, &Text::value) ||
                           (generate.stdout_to && has_stem(*generate.stdout_to));
    if (!per_input)
      return add(generate,
                 {.in = paths.size() == 1 ? std::string_view(paths[0]) : "", .stem = {}, .ins = paths}, read);
    for (const std::string& path : paths) {
      HULL_CHECK(add(generate, {.in = path, .stem = path::stem(path), .ins = {path}}, read));
    }
    return {};
  }

  Result<void> add(const Generate& generate, const Values& values,
                   const std::vector<engine::FileId>& extras) {
    engine::Action action;
    std::vector<std::string> readable;
    for (const Text& word : generate.command) {
      if (word.value == "{ins}") {
        for (const std::string& path : values.ins) action.words.push_back(operand(path));
        continue;
      }
      HULL_TRY(auto expanded, expand(word.value, values, word.span, &action, &readable));
      action.words.push_back(std::move(expanded));
    }
    HULL_TRY(action.words[0], program(std::move(action.words[0]), generate.command[0]));
    action.inputs.push_back(draft_.graph.file(action.words[0]));
    for (const std::string& path : values.ins) action.inputs.push_back(draft_.graph.file(path));
    action.inputs.insert(action.inputs.end(), extras.begin(), extras.end());
    std::ranges::sort(action.inputs);
    const auto repeated = std::ranges::unique(action.inputs);
    action.inputs.erase(repeated.begin(), repeated.end());

    std::string shown;
    for (const Text& output : generate.outputs) {
      HULL_TRY(const auto file, declare(output.value, values, output.span));
      if (shown.empty()) shown = draft_.graph.files().path(file);
      action.outputs.push_back(file);
    }
    if (generate.stdout_to) {
      HULL_TRY(const std::string below, expand_output(*generate.stdout_to, values, generate.span));
      action.stdout_path = plan::below(package_->generated, below);
      const engine::FileId file = draft_.graph.file(action.stdout_path);
      if (std::ranges::find(action.outputs, file) == action.outputs.end()) {
        HULL_CHECK(declare_generated(draft_, *package_, below, generate.span, true));
        action.outputs.push_back(file);
      }
      if (shown.empty()) shown = action.stdout_path;
    }
    if (generate.depfile) {
      HULL_TRY(const std::string below, expand_output(*generate.depfile, values, generate.span));
      action.depfile = plan::below(package_->generated, below);
    }
    if (generate.description) {
      HULL_TRY(action.description, expand(*generate.description, values, generate.span, nullptr, nullptr));
    } else {
      action.description = fmt::format("Generating {} {}", package_->package.name,
                                       shown.starts_with(package_->generated + "/")
                                           ? std::string_view(shown).substr(package_->generated.size() + 1)
                                           : std::string_view(shown));
    }
    action.environment = environment(generate);
    action.sandbox = engine::Sandbox{std::move(readable)};
    if (auto added = draft_.graph.add(std::move(action)); !added) {
      Error error = std::move(added).error();
      error.span = generate.span;
      error.help.push_back(
          "inputs of one name in several directories need a [[generate]] each, or outputs that differ");
      return std::unexpected(std::move(error));
    }
    return {};
  }

  Result<engine::FileId> declare(const std::string& output, const Values& values, const Span& where) {
    HULL_TRY(const std::string below, expand_output(output, values, where));
    return declare_generated(draft_, *package_, below, where, true);
  }

  /// An output as a path relative to the generated directory; "{out}/" before it may be left out.
  Result<std::string> expand_output(std::string_view output, const Values& values, const Span& where) {
    constexpr std::string_view kOut = "{out}/";
    if (output.starts_with(kOut)) output.remove_prefix(kOut.size());
    return expand(output, values, where, nullptr, nullptr);
  }

  /// `text` with its placeholders replaced. Programs of the workspace become inputs of `action`.
  Result<std::string> expand(std::string_view text, const Values& values, const Span& where,
                             engine::Action* action, std::vector<std::string>* readable) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
      const char c = text[i];
      if ((c == '{' || c == '}') && i + 1 < text.size() && text[i + 1] == c) {
        result += c;
        ++i;
        continue;
      }
      const std::size_t end = c == '{' ? text.find('}', i) : std::string_view::npos;
      const bool shell_variable = i > 0 && text[i - 1] == '$';
      if (end == std::string_view::npos || shell_variable ||
          !is_placeholder_name(text.substr(i + 1, end - i - 1))) {
        result += c;
        continue;
      }
      HULL_TRY(const std::string value,
               value_of(text.substr(i + 1, end - i - 1), values, where, action, readable));
      result += value;
      i = end;
    }
    return result;
  }

  Result<std::string> value_of(std::string_view name, const Values& values, const Span& where,
                               engine::Action* action, std::vector<std::string>* readable) {
    if (name == "out") return package_->generated;
    if (name == "root") return package_->root.empty() ? "." : package_->root;
    if (name == "manifest") {
      const std::string directory = draft_.layout.spelled(package_->package.directory);
      return directory.empty() ? "." : directory;
    }
    if (name == "in") {
      if (!values.in.empty()) return operand(std::string(values.in));
      return usage_error(values.ins.empty() ? "{in} is an input, but there are no `inputs`"
                                            : "{in} is one input, but this command runs once for all of them",
                         where,
                         values.ins.empty()
                             ? "add inputs = [...]"
                             : "write {ins}, or use {stem} in `outputs` to run once per input");
    }
    if (name == "stem") {
      if (!values.stem.empty()) return std::string(values.stem);
      return usage_error("{stem} is the name of one input, but this command runs once for all of them", where,
                         "use {stem} in `outputs` too, and it runs once per input");
    }
    if (name == "ins")
      return usage_error("{ins} must be a word of its own", where, "split it off: [\"--files\", \"{ins}\"]");
    if (name.starts_with("bin:")) return program_of(name.substr(4), where, action, readable);
    constexpr std::string_view kNames[] = {"in", "ins", "out", "stem", "manifest", "root", "bin"};
    const auto meant = did_you_mean(name, kNames);
    return usage_error(
        fmt::format("there is no placeholder {{{}}}", name), where,
        meant ? fmt::format("did you mean {{{}}}?", *meant)
              : fmt::format(
                    "there are {{in}} {{ins}} {{out}} {{stem}} {{manifest}} {{root}} {{bin:NAME}}; write "
                    "{{{{{}}}}} for the text itself",
                    name));
  }

  Result<std::string> program_of(std::string_view name, const Span& where, engine::Action* action,
                                 std::vector<std::string>* readable) {
    const manifest::Package& written = draft_.workspace.packages[package_->index];
    HULL_TRY(const auto found, program_of_workspace(draft_.workspace, written, name, where));
    const std::size_t owner = draft_.package_of[found.first];
    for (const std::size_t t : draft_.generators) {
      const TargetNode& node = draft_.targets[t];
      if (node.package != owner || node.target.name != name) continue;
      if (action != nullptr) {
        action->inputs.push_back(node.file);
        for (const std::size_t lib : node.linked) {
          if (!draft_.targets[lib].is_shared()) continue;
          action->inputs.push_back(draft_.targets[lib].file);
          readable->push_back(draft_.targets[lib].output);
        }
      }
      return node.output;
    }
    return usage_error(fmt::format("no program of this workspace is called `{}`", name), where, {});
  }

  /// The program as an absolute path, or as spelled when it stands in the workspace.
  Result<std::string> program(std::string word, const Text& written) {
    HULL_TRY(std::string found, find_program(std::move(word), written));
    if (found.starts_with('/')) draft_.plan.looked_at.push_back(found);
    return found;
  }

  Result<std::string> find_program(std::string word, const Text& written) {
    if (word.contains('/')) {
      if (word.starts_with('/') || !programs_named(written.value).empty() || written.value.starts_with("{")) {
        return path::normal(word);
      }
      const std::string absolute = path::normal(path::join(package_->package.root, word));
      if (!fs::is_file(absolute)) {
        return usage_error(fmt::format("program `{}` does not exist", printable(word)), written.span,
                           fmt::format("paths are relative to {}", printable(package_->package.root)));
      }
      const std::string spelled = draft_.layout.spelled(absolute);
      // A program in the root itself still needs a slash, or it would be looked up in PATH.
      return spelled.contains('/') ? spelled : absolute;
    }
    const auto search_path = toolchain::variable(draft_.request.environment, "PATH");
    if (auto found = toolchain::find_in_path(word, search_path.value_or(""))) return *found;
    return usage_error(fmt::format("program `{}` is not on PATH", printable(word)), written.span,
                       "install it, or write its path; {bin:NAME} means a program of this workspace");
  }

  Words environment(const Generate& generate) {
    if (generate.env.empty() && plain_environment_) return plain_environment_;
    std::map<std::string, std::string> lines;
    for (const std::string& line : toolchain::program_environment(draft_.request.environment)) {
      const std::size_t equals = line.find('=');
      lines[line.substr(0, equals)] = line.substr(equals + 1);
    }
    for (const auto& [name, value] : generate.env) lines[name] = value;
    std::vector<std::string> words;
    for (const auto& [name, value] : lines) words.push_back(fmt::format("{}={}", name, value));
    auto shared = std::make_shared<const engine::SharedWords>(std::move(words));
    if (generate.env.empty()) plain_environment_ = shared;
    return shared;
  }

  std::string argv_path(const FoundFile& file) const {
    if (file.generated != kNone) return package_->files[file.generated].path;
    return path::normal(below(package_->root, file.path));
  }

  Draft& draft_;
  FileFinder& finder_;
  PackageNode* package_ = nullptr;
  Words plain_environment_;
};

}  // namespace

Result<engine::FileId> declare_generated(Draft& draft, PackageNode& package, std::string_view below,
                                         const Span& where, bool by_program) {
  std::string normal = path::normal(below);
  if (path::is_absolute(normal) || normal == "." || normal == ".." || normal.starts_with("../")) {
    return usage_error(fmt::format("output `{}` is not below {{out}}", printable(below)), where,
                       "name outputs relative to the directory of generated files");
  }
  GeneratedFile file;
  file.path = plan::below(package.generated, normal);
  file.below = std::move(normal);
  file.file = draft.graph.file(file.path);
  file.span = where;
  file.by_program = by_program;
  return package.files.emplace_back(std::move(file)).file;
}

Result<void> plan_generates(Draft& draft, FileFinder& finder) { return Generation(draft, finder).run(); }

}  // namespace hull::plan
