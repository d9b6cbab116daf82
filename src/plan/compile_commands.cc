// compile_commands.json, written straight into one string: at 5,000 units it is some megabytes, and what
// units share is escaped once.
#include <array>
#include <unordered_map>

#include "base/text.h"
#include "plan/plan.h"

namespace hull::plan {
namespace {

/// Appends `text` as the inside of a JSON string. JSON is UTF-8 and knows no other bytes: each becomes
/// U+FFFD, so that one such name costs its own entry and not the database.
void escape(std::string_view text, std::string& out) {
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c >= 0x80) {
      if (const unsigned size = decode_utf8(text.substr(i)).size; size != 0) {
        i += size - 1;
        continue;
      }
    } else if (c >= 0x20 && c != '"' && c != '\\') {
      continue;
    }
    out.append(text, begin, i - begin);
    begin = i + 1;
    if (c >= 0x80) {
      append_utf8(out, 0xfffd);
      continue;
    }
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\t':
        out += "\\t";
        break;
      default: {
        constexpr std::array<char, 17> kDigits = {"0123456789abcdef"};
        out += "\\u00";
        out += kDigits[c >> 4];
        out += kDigits[c & 15];
      }
    }
  }
  out.append(text, begin, text.size() - begin);
}

void add_words(const std::vector<std::string>& words, std::string& out) {
  for (const std::string& word : words) {
    out += '"';
    escape(word, out);
    out += "\", ";
  }
}

}  // namespace

std::string compile_commands_json(const Plan& plan, const engine::ActionGraph& graph,
                                  const std::string& root) {
  std::string directory;
  escape(root, directory);
  std::unordered_map<const engine::SharedWords*, std::string> shared;
  std::string out = "[";
  for (const CompileCommand& command : plan.commands) {
    const engine::Action& action = graph[command.action];
    std::string& common = shared[action.common.get()];
    if (common.empty() && action.common) add_words(action.common->words, common);
    out += out.size() == 1 ? "\n{\"directory\": \"" : ",\n{\"directory\": \"";
    out += directory;
    out += "\", \"file\": \"";
    escape(command.file, out);
    out += "\", \"output\": \"";
    escape(command.output, out);
    out += "\", \"arguments\": [";
    out += common;
    add_words(action.words, out);
    if (out.ends_with(", ")) out.resize(out.size() - 2);
    out += "]}";
  }
  out += "\n]\n";
  return out;
}

}  // namespace hull::plan
