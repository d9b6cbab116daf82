#include "cli/messages.h"

#include <nlohmann/json.hpp>

#include "base/path.h"
#include "tool/metadata.h"

namespace hull::cli {
namespace {

using Json = nlohmann::ordered_json;

std::string line(const Json& message) {
  // File names and compiler output may hold any byte; JSON text must be UTF-8.
  return message.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

const char* level_name(Diagnostic::Level level) {
  switch (level) {
    case Diagnostic::Level::Error:
      return "error";
    case Diagnostic::Level::Warning:
      return "warning";
    case Diagnostic::Level::Remark:
      return "remark";
    case Diagnostic::Level::None:
      break;
  }
  return "output";
}

const char* outcome_name(const tool::CaseResult& result) {
  if (!result.ran) return "skipped";
  switch (result.last.outcome) {
    case tool::Outcome::Passed:
      return result.flaky() ? "flaky" : "passed";
    case tool::Outcome::Failed:
      return "failed";
    case tool::Outcome::TimedOut:
      return "timed-out";
    case tool::Outcome::Skipped:
      break;
  }
  return "skipped";
}

double seconds(std::chrono::nanoseconds duration) { return std::chrono::duration<double>(duration).count(); }

}  // namespace

std::string compiler_message(const Diagnostic& diagnostic, std::string_view description) {
  Json spans = Json::array();
  if (!diagnostic.file.empty()) {
    spans.push_back({{"file_name", diagnostic.file},
                     {"line_start", diagnostic.line},
                     {"column_start", diagnostic.column},
                     {"is_primary", true}});
  }
  return line({{"reason", "compiler-message"},
               {"action", description},
               {"message",
                {{"level", level_name(diagnostic.level)},
                 {"message", diagnostic.message},
                 {"code", diagnostic.option.empty() ? Json(nullptr) : Json({{"code", diagnostic.option}})},
                 {"spans", spans},
                 {"rendered", strip_escapes(diagnostic.text)}}}});
}

std::string artifact_message(const plan::PlannedTarget& target, const manifest::Workspace& workspace,
                             bool fresh) {
  const manifest::Package& package = workspace.packages[target.package];
  const std::string output = target.output.empty() ? "" : path::join(workspace.root, target.output);
  const bool program = target.target.kind != manifest::TargetKind::Lib;
  return line({{"reason", "compiler-artifact"},
               {"package", package.name},
               {"version", package.version},
               {"manifest_path", package.manifest_path},
               {"target", {{"kind", {tool::kind_name(target.target)}}, {"name", target.target.name}}},
               {"filenames", output.empty() ? Json::array() : Json::array({output})},
               {"executable", program ? Json(output) : Json(nullptr)},
               {"fresh", fresh}});
}

std::string test_message(std::string_view id, const tool::CaseResult& result) {
  return line({{"reason", "test"},
               {"name", id},
               {"outcome", outcome_name(result)},
               {"seconds", seconds(result.last.duration)},
               {"attempts", result.earlier.size() + 1},
               {"left_processes", result.leaky()},
               {"cause", result.last.reason},
               {"file", result.test.file},
               {"line", result.test.line},
               {"output", result.failed() ? result.last.output : ""}});
}

std::string tests_finished_message(const tool::TestReport& report) {
  return line({{"reason", "tests-finished"},
               {"success", report.ok()},
               {"passed", report.passed},
               {"failed", report.failed},
               {"skipped", report.skipped},
               {"flaky", report.flaky},
               {"seconds", seconds(report.duration)}});
}

std::string finished_message(bool success) {
  return line({{"reason", "build-finished"}, {"success", success}});
}

}  // namespace hull::cli
