#include "toolchain/facts_cache.h"

#include <nlohmann/json.hpp>

#include "base/file_system.h"

namespace hull::toolchain {
namespace {

using Json = nlohmann::json;

constexpr int kFormat = 1;
/// Enough for every compiler someone switches between; more would be paths of the past.
constexpr std::size_t kMaxAnswers = 16;

Json to_json(const CachedAnswer& answer) {
  Json programs = Json::array();
  for (const auto& program : answer.facts.programs) {
    programs.push_back({{"path", program.path}, {"identity", program.identity.hex()}});
  }
  Json listings = Json::array();
  for (const auto& listing : answer.facts.listings) {
    listings.push_back({{"directory", listing.directory}, {"names", listing.names.hex()}});
  }
  return {
      {"path", answer.question.path},
      {"language", answer.question.cxx ? "c++" : "c"},
      {"stdlib", answer.question.stdlib},
      {"driver", answer.driver.hex()},
      {"kind", answer.facts.kind == CompilerKind::Clang ? "clang" : "gcc"},
      {"version", answer.facts.version},
      {"target", answer.facts.target},
      {"installed", answer.facts.installed_directory},
      {"includes", answer.facts.includes},
      {"absent", answer.facts.absent},
      {"programs", std::move(programs)},
      {"listings", std::move(listings)},
  };
}

/// Throws nlohmann's exceptions for anything of the wrong shape; `load` catches them.
CachedAnswer from_json(const Json& json) {
  CachedAnswer answer;
  answer.question.path = json.at("path").get<std::string>();
  answer.question.cxx = json.at("language").get<std::string>() == "c++";
  answer.question.stdlib = json.at("stdlib").get<std::string>();
  answer.driver = Digest::from_hex(json.at("driver").get<std::string>());
  answer.facts.kind = json.at("kind").get<std::string>() == "clang" ? CompilerKind::Clang : CompilerKind::Gcc;
  answer.facts.version = json.at("version").get<std::string>();
  answer.facts.target = json.at("target").get<std::string>();
  answer.facts.installed_directory = json.at("installed").get<std::string>();
  answer.facts.includes = json.at("includes").get<std::vector<std::string>>();
  answer.facts.absent = json.at("absent").get<std::vector<std::string>>();
  for (const Json& program : json.at("programs")) {
    answer.facts.programs.push_back(
        {.path = program.at("path").get<std::string>(),
         .identity = Digest::from_hex(program.at("identity").get<std::string>())});
  }
  for (const Json& listing : json.at("listings")) {
    answer.facts.listings.push_back({.directory = listing.at("directory").get<std::string>(),
                                     .names = Digest::from_hex(listing.at("names").get<std::string>())});
  }
  return answer;
}

}  // namespace

FactsCache FactsCache::load(const std::string& file) {
  const auto text = fs::read(file);
  if (!text) return {};
  FactsCache cache;
  try {
    const Json root = Json::parse(*text);
    if (root.at("format").get<int>() != kFormat) return {};
    for (const Json& answer : root.at("compilers")) cache.answers.push_back(from_json(answer));
    for (const auto& [path, record] : root.at("contents").items()) {
      cache.contents[path] = {.size = record.at("size").get<std::uint64_t>(),
                              .modified = record.at("modified").get<std::int64_t>(),
                              .digest = Digest::from_hex(record.at("sha256").get<std::string>())};
    }
  } catch (const Json::exception&) {
    return {};
  }
  return cache;
}

void FactsCache::save(const std::string& file) const {
  Json compilers = Json::array();
  for (const CachedAnswer& answer : answers) compilers.push_back(to_json(answer));
  Json files = Json::object();
  for (const auto& [path, record] : contents) {
    // One that was removed or replaced is not asked for again.
    if (!fs::is_file(path)) continue;
    files[path] = {{"size", record.size}, {"modified", record.modified}, {"sha256", record.digest.hex()}};
  }
  const Json root = {
      {"format", kFormat}, {"compilers", std::move(compilers)}, {"contents", std::move(files)}};
  // A path need not be UTF-8; such bytes are replaced, and the answer is then simply not found again.
  const std::string text = root.dump(1, ' ', false, Json::error_handler_t::replace) + '\n';
  static_cast<void>(fs::write_if_changed(file, text));
}

const CompilerFacts* FactsCache::find(const CompilerQuestion& question, const Digest& driver) const {
  for (const CachedAnswer& answer : answers) {
    if (answer.question == question && answer.driver == driver) return &answer.facts;
  }
  return nullptr;
}

void FactsCache::add(CachedAnswer answer) {
  std::erase_if(answers, [&](const CachedAnswer& old) { return old.question == answer.question; });
  answers.insert(answers.begin(), std::move(answer));
  if (answers.size() > kMaxAnswers) answers.resize(kMaxAnswers);
}

}  // namespace hull::toolchain
