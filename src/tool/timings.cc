#include "tool/timings.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <numeric>
#include <unordered_map>

#include "base/file_system.h"
#include "base/path.h"
#include "base/text.h"
#include "tool/timings_page.h"

namespace hull::tool {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kRows = 100;  ///< Of each table: what is not among them is not worth a person's time.

/// A stretch of time spent in one header, in microseconds of its compile.
struct Stay {
  double begin = 0, end = 0;
  std::string path;
};

/// Clang writes each stay as an asynchronous begin and end, one after the other; until Clang 18 as one
/// complete event.
std::vector<Stay> stays(const Json& trace) {
  std::vector<Stay> found;
  const auto events = trace.find("traceEvents");
  if (events == trace.end() || !events->is_array()) return found;
  bool open = false;
  for (const Json& event : *events) {
    if (!event.is_object() || event.value("name", Json()) != "Source") continue;
    const Json phase = event.value("ph", Json());
    const Json at = event.value("ts", Json());
    if (!at.is_number()) continue;
    if (phase == "e" && open) {
      found.back().end = at.get<double>();
      open = false;
      continue;
    }
    const Json arguments = event.value("args", Json());
    const Json path = arguments.is_object() ? arguments.value("detail", Json()) : Json();
    if (!path.is_string()) continue;
    const Json duration = event.value("dur", Json(0.0));
    const double length = duration.is_number() ? duration.get<double>() : 0.0;
    found.push_back({at.get<double>(), at.get<double>() + length, path.get<std::string>()});
    open = phase == "b";
  }
  if (open) found.pop_back();
  return found;
}

std::string_view kind_of(std::string_view description) {
  if (description.starts_with("Compiling")) return "compile";
  if (description.starts_with("Linking") || description.starts_with("Archiving")) return "link";
  return "other";
}

std::string_view object_of(std::string_view description) {
  const auto blank = description.find(' ');
  return blank == description.npos ? description : description.substr(blank + 1);
}

/// Text that may stand inside a <script> element: no "</script>" can come from a file name.
std::string script_safe(const Json& data) {
  return replace_all(data.dump(-1, ' ', false, Json::error_handler_t::replace), "</", "<\\/");
}

std::string html_text(std::string_view text) {
  return replace_all(replace_all(replace_all(text, "&", "&amp;"), "<", "&lt;"), ">", "&gt;");
}

Json headers_json(const engine::ActionGraph& graph, std::span<const TimedAction> timed,
                  const std::string& root) {
  HeaderCosts known;
  for (const TimedAction& action : timed) {
    const std::string& trace = graph[action.action].trace_path;
    if (trace.empty() || action.restored) continue;
    if (const auto text = fs::read(path::join(root, trace))) add_time_trace(*text, known);
  }
  std::vector<HeaderCost> costs;
  costs.reserve(known.size());
  for (auto& [path, cost] : known) costs.push_back(std::move(cost));
  std::ranges::sort(costs, [](const HeaderCost& a, const HeaderCost& b) {
    return a.total != b.total ? a.total > b.total : a.path < b.path;
  });
  if (costs.size() > kRows) costs.resize(kRows);
  Json rows = Json::array();
  for (const HeaderCost& cost : costs) rows.push_back({cost.path, cost.total, cost.own, cost.units});
  return rows;
}

}  // namespace

std::vector<std::size_t> critical_path(const engine::ActionGraph& graph, std::span<const TimedAction> timed) {
  std::unordered_map<engine::ActionId, std::size_t> index_of;
  for (std::size_t i = 0; i < timed.size(); ++i) index_of.emplace(timed[i].action, i);
  // An action begins after all it needs has ended, so order of beginning is an order of dependence.
  std::vector<std::size_t> order(timed.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(order, {}, [&](std::size_t i) { return std::pair(timed[i].begin, i); });

  constexpr std::size_t kNone = ~std::size_t{0};
  std::vector<double> longest(timed.size(), 0);
  std::vector<std::size_t> before(timed.size(), kNone);
  std::size_t last = kNone;
  for (const std::size_t i : order) {
    const engine::Action& action = graph[timed[i].action];
    for (const auto* files : {&action.inputs, &action.order_only}) {
      for (const engine::FileId file : *files) {
        const auto producer = index_of.find(graph.producer(file));
        if (producer == index_of.end() || producer->second == i) continue;
        if (before[i] == kNone || longest[producer->second] > longest[before[i]])
          before[i] = producer->second;
      }
    }
    longest[i] = timed[i].end - timed[i].begin + (before[i] == kNone ? 0 : longest[before[i]]);
    if (last == kNone || longest[i] > longest[last]) last = i;
  }
  std::vector<std::size_t> path;
  for (std::size_t at = last; at != kNone; at = before[at]) path.push_back(at);
  std::ranges::reverse(path);
  return path;
}

void add_time_trace(std::string_view json, HeaderCosts& costs) {
  const Json trace = Json::parse(json, nullptr, /*allow_exceptions=*/false);
  if (!trace.is_object()) return;
  std::vector<Stay> list = stays(trace);
  std::ranges::sort(list, [](const Stay& a, const Stay& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
  });

  std::map<std::string, HeaderCost> here;
  std::vector<const Stay*> open;
  for (const Stay& stay : list) {
    while (!open.empty() && open.back()->end <= stay.begin) open.pop_back();
    const double seconds = (stay.end - stay.begin) / 1e6;
    const std::string path = path::normal(stay.path);
    HeaderCost& cost = here[path];
    // A header that includes itself again is counted once.
    const bool nested =
        std::ranges::any_of(open, [&](const Stay* outer) { return outer->path == stay.path; });
    if (!nested) cost.total += seconds;
    cost.own += seconds;
    if (!open.empty()) here[path::normal(open.back()->path)].own -= seconds;
    open.push_back(&stay);
  }
  for (const auto& [path, cost] : here) {
    HeaderCost& sum = costs.try_emplace(path, HeaderCost{.path = path}).first->second;
    sum.total += cost.total;
    sum.own += cost.own;
    ++sum.units;
  }
}

std::string timings_page(const engine::ActionGraph& graph, std::span<const TimedAction> timed,
                         const BuildFacts& facts, const std::string& root) {
  const std::vector<std::size_t> path = critical_path(graph, timed);
  std::vector<bool> critical(timed.size());
  for (const std::size_t i : path) critical[i] = true;
  Json actions = Json::array();
  for (std::size_t i = 0; i < timed.size(); ++i) {
    const TimedAction& action = timed[i];
    const std::string& description = graph[action.action].description;
    const std::string_view kind = action.failed     ? "failed"
                                  : action.restored ? "restored"
                                                    : kind_of(description);
    actions.push_back({{"name", object_of(description)},
                       {"verb", description.substr(0, description.find(' '))},
                       {"kind", kind},
                       {"slot", action.slot},
                       {"begin", action.begin},
                       {"end", action.end},
                       {"mib", action.max_rss_kib / 1024},
                       {"critical", static_cast<bool>(critical[i])}});
  }
  const Json data = {{"seconds", facts.seconds},
                     {"clean", facts.clean},
                     {"actions", std::move(actions)},
                     {"path", path},
                     {"rows", kRows},
                     {"headers", headers_json(graph, timed, root)}};
  std::string page(kTimingsPage);
  page = replace_all(page, "@TITLE@", html_text(facts.title));
  page = replace_all(page, "@PROFILE@", html_text(facts.profile));
  page = replace_all(page, "@COMMAND@", html_text(facts.command));
  page = replace_all(page, "@DATE@", html_text(facts.date));
  return replace_all(page, "@DATA@", script_safe(data));
}

}  // namespace hull::tool
