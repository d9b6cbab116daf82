#include "plan/configure.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "base/file_system.h"
#include "base/text.h"
#include "plan/template.h"

namespace hull::plan {
namespace {

Error wrong_words(std::string_view step, std::string_view word) {
  return fail(fmt::format("`hull internal {}` does not understand `{}`", step, printable(word)),
              ErrorKind::Bug)
      .error();
}

}  // namespace

std::vector<std::string> ConfigureStep::words() const {
  std::vector<std::string> words = {"configure"};
  if (template_file) words.insert(words.end(), {"--template", *template_file});
  const nlohmann::json json = values;
  words.insert(words.end(), {"--out", out, "--values",
                             json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)});
  for (const auto& [name, file] : answers) words.insert(words.end(), {"--answer", name + "=" + file});
  return words;
}

Result<ConfigureStep> ConfigureStep::parse(std::span<const std::string> words) {
  ConfigureStep step;
  for (std::size_t i = 1; i < words.size(); i += 2) {
    if (i + 1 == words.size()) return fail(wrong_words("configure", words[i]));
    const std::string& value = words[i + 1];
    if (words[i] == "--template") {
      step.template_file = value;
    } else if (words[i] == "--out") {
      step.out = value;
    } else if (words[i] == "--values") {
      const auto json = nlohmann::json::parse(value, nullptr, false);
      if (!json.is_object()) return fail(wrong_words("configure", value));
      for (const auto& [name, text] : json.items()) {
        if (!text.is_string()) return fail(wrong_words("configure", value));
        step.values[name] = text.get<std::string>();
      }
    } else if (words[i] == "--answer" && value.find('=') != std::string::npos) {
      const std::size_t equals = value.find('=');
      step.answers.emplace_back(value.substr(0, equals), value.substr(equals + 1));
    } else {
      return fail(wrong_words("configure", words[i]));
    }
  }
  if (step.out.empty()) return fail(wrong_words("configure", ""));
  return step;
}

Result<void> run_configure(std::span<const std::string> words) {
  HULL_TRY(const ConfigureStep step, ConfigureStep::parse(words));
  ConfigValues values;
  for (const auto& [name, file] : step.answers) {
    HULL_TRY(const std::string answer, fs::read(file));
    values[name] = ConfigValue::answered(std::string(trim(answer)));
  }
  for (const auto& [name, text] : step.values) values[name] = ConfigValue::written(text);
  if (!step.template_file) return fs::write(step.out, header_of_values(step.out, values));
  HULL_TRY(const std::string text, fs::read(*step.template_file));
  return fs::write(step.out, fill_template(text, values));
}

}  // namespace hull::plan
