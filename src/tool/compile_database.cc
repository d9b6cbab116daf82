#include "tool/compile_database.h"

#include <nlohmann/json.hpp>

#include "base/path.h"
#include "base/shell_words.h"

namespace hull::tool {
namespace {

using Json = nlohmann::json;

/// Flags that say how to report, where to write or how far to optimise: profiles and hull decide those.
bool is_for_hull(std::string_view flag) {
  for (const char* prefix :
       {"-fPIC", "-fPIE", "-fpic", "-fpie", "-fdiagnostics", "-fcolor", "-fno-color", "-ffile-prefix",
        "-fdebug-prefix", "-fmacro-prefix", "-fmodule", "-fdeps", "-fsanitize", "-fstack-protector",
        "-fcf-protection", "-flto", "-fno-lto", "-ffat-lto", "-fvisibility"}) {
    if (flag.starts_with(prefix)) return true;
  }
  return !(flag.starts_with("-f") || flag.starts_with("-m") || flag == "-pthread");
}

/// Walks an argument list; a flag's value may stand in the same word or in the next.
class Arguments {
 public:
  Arguments(const std::vector<std::string>& words, const std::string& directory)
      : words_(words), directory_(directory) {}

  void read(CompileSettings& settings) {
    for (at_ = 1; at_ < words_.size(); ++at_) {
      std::string value;
      if (take("-I", value) || take("-iquote", value)) {
        settings.includes.push_back(absolute(value));
      } else if (take("-isystem", value)) {
        settings.system_includes.push_back(absolute(value));
      } else if (take("-D", value)) {
        const auto equals = value.find('=');
        // A bare -DNAME is NAME=1.
        settings.defines[value.substr(0, equals)] = equals == value.npos ? "1" : value.substr(equals + 1);
      } else if (take("-U", value)) {
        settings.defines.erase(value);
      } else if (words_[at_].starts_with("-std=")) {
        settings.standard = words_[at_].substr(5);
      } else if (!is_for_hull(words_[at_])) {
        settings.flags.push_back(words_[at_]);
      } else if (words_[at_] == "-o" || words_[at_] == "-MF" || words_[at_] == "-MT" ||
                 words_[at_] == "-MQ") {
        ++at_;
      }
    }
  }

 private:
  bool take(std::string_view flag, std::string& value) {
    const std::string& word = words_[at_];
    if (!word.starts_with(flag)) return false;
    if (word.size() > flag.size()) {
      value = word.substr(flag.size());
      return true;
    }
    if (at_ + 1 == words_.size()) return false;
    value = words_[++at_];
    return true;
  }

  std::string absolute(const std::string& path) const { return path::normal(path::join(directory_, path)); }

  const std::vector<std::string>& words_;
  const std::string& directory_;
  std::size_t at_ = 0;
};

/// CMake writes c++1z and the like for old compilers.
std::string modern_name(std::string standard) {
  for (const auto& [old, name] : {std::pair{"++0x", "++11"},
                                  {"++1y", "++14"},
                                  {"++1z", "++17"},
                                  {"++2a", "++20"},
                                  {"++2b", "++23"},
                                  {"++2c", "++26"}}) {
    const auto found = standard.find(old);
    if (found != standard.npos) return standard.substr(0, found) + name;
  }
  if (standard == "c1x") return "c11";
  if (standard == "c2x") return "c23";
  if (standard == "gnu2x") return "gnu23";
  if (standard == "c90" || standard == "c18") return standard == "c90" ? "c89" : "c17";
  if (standard == "gnu90" || standard == "gnu18") return standard == "gnu90" ? "gnu89" : "gnu17";
  return standard;
}

std::string text_of(const Json& entry, const char* key) {
  const auto found = entry.find(key);
  return found != entry.end() && found->is_string() ? found->get<std::string>() : "";
}

}  // namespace

Result<std::vector<CompileSettings>> read_compile_database(std::string_view json) {
  const Json document = Json::parse(json, nullptr, /*allow_exceptions=*/false);
  if (!document.is_array())
    return fail("compile_commands.json is not a JSON array of commands", ErrorKind::Usage);
  std::map<std::string, CompileSettings> by_file;
  for (const Json& entry : document) {
    const std::string directory = entry.is_object() ? text_of(entry, "directory") : "";
    const std::string file = entry.is_object() ? text_of(entry, "file") : "";
    if (file.empty()) return fail("compile_commands.json has an entry without a file", ErrorKind::Usage);
    std::vector<std::string> words;
    if (const auto arguments = entry.find("arguments"); arguments != entry.end() && arguments->is_array()) {
      for (const Json& word : *arguments) {
        if (word.is_string()) words.push_back(word.get<std::string>());
      }
    } else {
      words = shell_words(text_of(entry, "command"));
    }
    CompileSettings settings;
    settings.file = path::normal(path::join(directory, file));
    Arguments(words, directory).read(settings);
    settings.standard = modern_name(settings.standard);
    by_file[settings.file] = std::move(settings);
  }
  std::vector<CompileSettings> list;
  for (auto& [file, settings] : by_file) list.push_back(std::move(settings));
  return list;
}

}  // namespace hull::tool
