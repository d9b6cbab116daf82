// Choosing the tools: which driver, which linker, which archiver.
//
// Everything is looked up again on each call, by a few `stat`s, so that a program installed or removed since
// the last build is noticed; only what takes a process to learn comes from the cache.

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/elf.h"
#include "base/file_system.h"
#include "base/path.h"
#include "base/shell_words.h"
#include "base/text.h"
#include "toolchain/compiler.h"
#include "toolchain/environment.h"
#include "toolchain/facts_cache.h"
#include "toolchain/toolchain.h"

namespace hull::toolchain {
namespace {

/// The oldest Clang taken without being asked for: the first that hull's flags are all known to.
constexpr int kOldestClang = 17;

/// C++ compilers in order of preference: the one hull is tested with first, then newer, then older.
constexpr std::array<std::string_view, 14> kPreferred = {
    "clang++-19", "clang++", "clang++-22", "clang++-21", "clang++-20", "clang++-18", "clang++-17",
    "g++",        "g++-15",  "g++-14",     "g++-13",     "g++-12",     "g++-11",     "c++"};

constexpr std::array<std::string_view, 4> kLinkers = {"lld", "mold", "gold", "bfd"};

/// How the C++ driver of each family calls its C sibling. "clang++" stands before "g++", which it contains.
constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kSiblings = {
    {{"clang++", "clang"}, {"g++", "gcc"}, {"c++", "cc"}}};

/// The C driver that belongs to C++ driver `program` ("/opt/bin/clang++-19" -> "/opt/bin/clang-19"), or,
/// with `to_cxx`, the other way round.
std::optional<std::string> sibling(const std::string& program, bool to_cxx) {
  const std::string name(path::name(program));
  for (const auto& [cxx, c] : kSiblings) {
    const std::string_view from = to_cxx ? c : cxx;
    const std::size_t at = name.find(from);
    if (at == std::string::npos || name.substr(at + from.size()).starts_with("+")) continue;
    return program.substr(0, program.size() - name.size() + at) + std::string(to_cxx ? cxx : c) +
           name.substr(at + from.size());
  }
  return std::nullopt;
}

Error error_with_help(std::string message, std::string help, ErrorKind kind = ErrorKind::Failure) {
  return fail(std::move(message), kind).error().with_help(std::move(help));
}

/// One search with everything it needs at hand.
class Finder {
 public:
  Finder(const manifest::ToolchainRequest& request, const std::vector<std::string>& environment,
         FactsCache cache, std::chrono::milliseconds timeout)
      : request_(request),
        environment_(environment),
        search_path_(variable(environment, "PATH").value_or(std::string(kActionPath))),
        cache_(std::move(cache)),
        identities_(cache_.contents),
        timeout_(timeout) {}

  Result<Toolchain> find();

  /// The cache to write back, or nullptr when nothing new was learned.
  const FactsCache* changed_cache() {
    if (!learned_ && !identities_.contents_changed()) return nullptr;
    cache_.contents = identities_.contents();
    return &cache_;
  }

 private:
  /// A compiler someone asked for by name, and how they did.
  struct Wish {
    std::string program;
    std::string origin;  ///< "HULL_CXX", "[toolchain] cxx"; empty when derived from the other language's.
    bool from_manifest = false;
  };

  Wish wish(const char* variable_name, const std::string& requested, const char* key) const;
  Error at_request(Error error, bool from_manifest) const;
  Result<std::string> locate(const Wish& wish) const;
  Result<CompilerFacts> facts_of(const std::string& path, bool cxx);
  Result<CompilerFacts> c_facts(const Toolchain& toolchain, const CompilerFacts& cxx);
  Result<std::string> choose_preferred_cxx();
  Result<void> choose_stdlib(Toolchain& toolchain) const;
  Result<void> check_stdlib(Toolchain& toolchain, const CompilerFacts& cxx) const;
  Result<void> choose_linker(Toolchain& toolchain, const CompilerFacts& cxx) const;
  Result<void> choose_archiver(Toolchain& toolchain, const CompilerFacts& cxx) const;
  Result<Digest> identity(const Toolchain& toolchain, const CompilerFacts& cc, const CompilerFacts& cxx);
  std::string own_tool(const CompilerFacts& cxx, const std::string& name) const;
  std::vector<std::string> looked_at(const Toolchain& toolchain) const;

  const manifest::ToolchainRequest& request_;
  const std::vector<std::string>& environment_;
  std::string search_path_;
  FactsCache cache_;
  Identities identities_;
  std::chrono::milliseconds timeout_;
  bool learned_ = false;
  std::string stdlib_;
};

Finder::Wish Finder::wish(const char* variable_name, const std::string& requested, const char* key) const {
  if (auto value = variable(environment_, variable_name); value && !trim(*value).empty()) {
    return {.program = std::string(trim(*value)), .origin = variable_name};
  }
  if (!requested.empty()) return {.program = requested, .origin = key, .from_manifest = true};
  return {};
}

Error Finder::at_request(Error error, bool from_manifest) const {
  if (!from_manifest) return error;
  error.kind = ErrorKind::Usage;
  if (request_.span.source) return std::move(error).at(request_.span);
  return error;
}

Result<std::string> Finder::locate(const Wish& wish) const {
  if (auto path = find_in_path(wish.program, search_path_)) return *path;
  Error error =
      fail("no program `" + printable(wish.program) + "`, which " + wish.origin + " asks for").error();
  if (wish.program.find(' ') != std::string::npos) {
    error.help.push_back(
        "give one program; flags go to HULL_CFLAGS and HULL_CXXFLAGS, and a compiler cache in "
        "front of the compiler is not needed: hull has its own");
  } else if (wish.program.find("clang") != std::string::npos) {
    error.help.push_back("`apt install clang-19 lld-19` installs the compiler that hull is tested with");
  }
  return fail(at_request(std::move(error), wish.from_manifest));
}

Result<CompilerFacts> Finder::facts_of(const std::string& path, bool cxx) {
  const CompilerQuestion question = {.path = path, .cxx = cxx, .stdlib = cxx ? stdlib_ : ""};
  HULL_TRY(const Digest driver, identities_.of(path));
  if (const CompilerFacts* known = cache_.find(question, driver); known && still_holds(*known, identities_)) {
    return *known;
  }
  HULL_TRY(CompilerFacts facts,
           ask_compiler(question, action_environment(environment_), timeout_, identities_));
  cache_.add({.question = question, .driver = driver, .facts = facts});
  learned_ = true;
  return facts;
}

// Clang is one program under two names, and what it says of C is what it says of C++ without the C++
// directories: asking it again would cost a first build another start of it, 25 ms.
Result<CompilerFacts> Finder::c_facts(const Toolchain& toolchain, const CompilerFacts& cxx) {
  const auto program = fs::canonical(toolchain.cc.path);
  // A script may do as it likes by the name it is called.
  if (cxx.kind != CompilerKind::Clang || !program || program != fs::canonical(toolchain.cxx.path) ||
      !read_elf_file(*program)) {
    return facts_of(toolchain.cc.path, false);
  }
  CompilerFacts facts = cxx;
  const auto is_cxx_directory = [](const std::string& directory) {
    return (directory + "/").find("/c++/") != std::string::npos;
  };
  std::erase_if(facts.includes, is_cxx_directory);
  std::erase_if(facts.absent, is_cxx_directory);
  return facts;
}

Result<std::string> Finder::choose_preferred_cxx() {
  for (std::string_view name : kPreferred) {
    const auto path = find_in_path(std::string(name), search_path_);
    if (!path) continue;
    if (name == "clang++") {
      // The one name that says nothing of its version.
      const auto facts = facts_of(*path, true);
      if (!facts || major_version(facts->version) < kOldestClang) continue;
    }
    return *path;
  }
  return fail(error_with_help("no C++ compiler found on PATH",
                              "`apt install clang-19 lld-19`, or `apt install g++`"));
}

Result<void> Finder::choose_stdlib(Toolchain& toolchain) const {
  toolchain.stdlib = request_.stdlib.empty() ? "libstdc++" : request_.stdlib;
  if (toolchain.stdlib == "libstdc++" || toolchain.stdlib == "libc++") return {};
  return fail(at_request(
      error_with_help("unknown standard library `" + toolchain.stdlib + "`", "write `libstdc++` or `libc++`"),
      true));
}

Result<void> Finder::check_stdlib(Toolchain& toolchain, const CompilerFacts& cxx) const {
  if (toolchain.stdlib != "libc++") return {};
  if (cxx.kind == CompilerKind::Gcc) {
    return fail(at_request(error_with_help("libc++ needs Clang, but the C++ compiler is GCC",
                                           "remove `stdlib`, or set `cxx = \"clang++-19\"`"),
                           true));
  }
  constexpr std::string_view kHeaders = "/include/c++/v1";
  for (const std::string& include : cxx.includes) {
    if (!include.ends_with(kHeaders)) continue;
    const std::string directory = include.substr(0, include.size() - kHeaders.size()) + "/share/libc++/v1";
    if (fs::is_file(path::join(directory, "std.cppm"))) toolchain.std_module_directory = directory;
    return {};
  }
  const std::string major = std::to_string(major_version(cxx.version));
  return fail(
      at_request(error_with_help("libc++ is not installed for Clang " + major,
                                 "`apt install libc++-" + major + "-dev libc++abi-" + major + "-dev`"),
                 true));
}

/// A program of the compiler's own suite: beside the compiler, then on PATH with the major version, then
/// bare.
std::string Finder::own_tool(const CompilerFacts& cxx, const std::string& name) const {
  if (!cxx.installed_directory.empty()) {
    const std::string beside = path::join(cxx.installed_directory, name);
    if (find_in_path(beside, "")) return beside;
  }
  for (const std::string& candidate : {name + "-" + std::to_string(major_version(cxx.version)), name}) {
    if (auto path = find_in_path(candidate, search_path_)) return *path;
  }
  return {};
}

Result<void> Finder::choose_linker(Toolchain& toolchain, const CompilerFacts& cxx) const {
  const bool clang = cxx.kind == CompilerKind::Clang;
  const std::string wanted = request_.linker;
  if (!wanted.empty() && std::ranges::find(kLinkers, wanted) == kLinkers.end()) {
    return fail(at_request(
        error_with_help("unknown linker `" + wanted + "`", "write " + quoted_list(kLinkers)), true));
  }
  if (wanted == "lld" || (wanted.empty() && clang)) {
    const std::string lld = own_tool(cxx, "ld.lld");
    if (!lld.empty()) {
      toolchain.linker = "lld";
      toolchain.linker_path = lld;
      toolchain.linker_choice = {"-fuse-ld=lld"};
      if (clang && path::directory(lld) != cxx.installed_directory) {
        toolchain.linker_choice.push_back("--ld-path=" + lld);
      } else if (!clang) {
        // GCC takes no path of a linker, only directories in which to look for "ld.lld".
        const std::string real = fs::canonical(lld).value_or(lld);
        toolchain.linker_choice.push_back("-B" + std::string(path::directory(real)));
      }
      return {};
    }
    if (!wanted.empty()) {
      return fail(
          at_request(error_with_help("the linker lld is not installed", "`apt install lld-19`"), true));
    }
  }
  // The drivers find these by themselves, in the PATH of the action.
  const std::string name = wanted.empty() ? "ld" : "ld." + wanted;
  const auto path = find_in_path(name, kActionPath);
  if (!path) {
    return fail(
        at_request(error_with_help("no linker `" + name + "` in " + std::string(kActionPath),
                                   wanted == "mold" ? "`apt install mold`" : "`apt install binutils`"),
                   !wanted.empty()));
  }
  toolchain.linker = wanted.empty() ? "bfd" : wanted;
  toolchain.linker_path = *path;
  if (!wanted.empty()) toolchain.linker_choice = {"-fuse-ld=" + wanted};
  return {};
}

Result<void> Finder::choose_archiver(Toolchain& toolchain, const CompilerFacts& cxx) const {
  // Only the suite's own archiver can index the suite's LTO objects.
  toolchain.archiver = own_tool(cxx, cxx.kind == CompilerKind::Clang ? "llvm-ar" : "gcc-ar");
  if (toolchain.archiver.empty()) toolchain.archiver = find_in_path("ar", search_path_).value_or("");
  if (!toolchain.archiver.empty()) return {};
  return fail(
      error_with_help("no archiver found on PATH", "`apt install binutils` or `apt install llvm-19`"));
}

Result<Digest> Finder::identity(const Toolchain& toolchain, const CompilerFacts& cc,
                                const CompilerFacts& cxx) {
  Hasher hasher;
  hasher.field("toolchain 1").field(toolchain.target).field(toolchain.stdlib);
  for (const auto& [compiler, facts] : {std::pair(&toolchain.cc, &cc), std::pair(&toolchain.cxx, &cxx)}) {
    HULL_TRY(const Digest driver, identities_.of(compiler->path));
    hasher.digest(driver).field(facts->version).number(facts->programs.size());
    for (const auto& program : facts->programs) hasher.digest(program.identity);
    // A search list that changed finds other headers, though no header that was read has changed.
    hasher.number(facts->includes.size());
    for (const std::string& directory : facts->includes) hasher.field(directory);
  }
  for (const std::string& program : {toolchain.linker_path, toolchain.archiver, toolchain.scan_deps}) {
    if (program.empty()) {
      hasher.digest({});
      continue;
    }
    HULL_TRY(const Digest digest, identities_.of(program));
    hasher.digest(digest);
  }
  return hasher.finish();
}

std::vector<std::string> Finder::looked_at(const Toolchain& toolchain) const {
  std::vector<std::string> paths = identities_.files();
  for (const std::string_view directory : split(search_path_, ':')) {
    if (path::is_absolute(directory)) paths.emplace_back(directory);
  }
  // A newer standard library is found in a directory beside the one in use.
  for (const Compiler* compiler : {&toolchain.cc, &toolchain.cxx}) {
    for (const std::string& directory : compiler->system_includes) {
      paths.push_back(directory);
      paths.emplace_back(path::directory(directory));
    }
  }
  std::ranges::sort(paths);
  const auto repeated = std::ranges::unique(paths);
  paths.erase(repeated.begin(), repeated.end());
  return paths;
}

Result<Toolchain> Finder::find() {
  Toolchain toolchain;
  HULL_CHECK(choose_stdlib(toolchain));
  stdlib_ = toolchain.stdlib;

  Wish cxx_wish = wish("HULL_CXX", request_.cxx, "[toolchain] cxx");
  Wish cc_wish = wish("HULL_CC", request_.cc, "[toolchain] cc");
  if (cxx_wish.program.empty() && !cc_wish.program.empty()) {
    if (auto name = sibling(cc_wish.program, true)) cxx_wish = {*name, "the C compiler " + cc_wish.program};
  }
  if (cxx_wish.program.empty()) {
    HULL_TRY(cxx_wish.program, choose_preferred_cxx());
  }
  HULL_TRY(toolchain.cxx.path, locate(cxx_wish));
  if (cc_wish.program.empty()) {
    const auto name = sibling(cxx_wish.program, false);
    if (!name) {
      if (const auto meant = sibling(cxx_wish.program, true)) {
        return fail(error_with_help(fmt::format("{} is a C compiler, but {} asks for one of C++",
                                                printable(cxx_wish.program), cxx_wish.origin),
                                    fmt::format("did you mean `{}`?", printable(*meant)), ErrorKind::Usage));
      }
      return fail(
          error_with_help("which C compiler belongs to " + printable(cxx_wish.program) + " is not known",
                          "set HULL_CC, or [toolchain] cc"));
    }
    cc_wish = {*name, "the C++ compiler " + cxx_wish.program};
  }
  HULL_TRY(toolchain.cc.path, locate(cc_wish));

  HULL_TRY(const CompilerFacts cxx, facts_of(toolchain.cxx.path, true));
  HULL_TRY(const CompilerFacts cc, c_facts(toolchain, cxx));
  for (const auto& [compiler, facts] : {std::pair(&toolchain.cc, &cc), std::pair(&toolchain.cxx, &cxx)}) {
    compiler->kind = facts->kind;
    compiler->version = facts->version;
    compiler->system_includes = facts->includes;
    // A configuration file may stand before it.
    if (facts->kind == CompilerKind::Clang && !facts->programs.empty()) {
      compiler->program = facts->programs.back().path;
    }
  }
  if (cc.target != cxx.target) {
    return fail(
        error_with_help("the C compiler builds for " + cc.target + ", the C++ compiler for " + cxx.target,
                        "set HULL_CC and HULL_CXX, or [toolchain] cc and cxx, to compilers of one suite"));
  }
  toolchain.target = cxx.target;

  HULL_CHECK(check_stdlib(toolchain, cxx));
  HULL_CHECK(choose_linker(toolchain, cxx));
  HULL_CHECK(choose_archiver(toolchain, cxx));
  if (cxx.kind == CompilerKind::Clang) toolchain.scan_deps = own_tool(cxx, "clang-scan-deps");
  HULL_TRY(toolchain.identity, identity(toolchain, cc, cxx));
  toolchain.looked_at = looked_at(toolchain);

  toolchain.user_c_flags = shell_words(variable(environment_, "HULL_CFLAGS").value_or(""));
  toolchain.user_cxx_flags = shell_words(variable(environment_, "HULL_CXXFLAGS").value_or(""));
  toolchain.user_link_flags = shell_words(variable(environment_, "HULL_LDFLAGS").value_or(""));
  return toolchain;
}

}  // namespace

Result<Toolchain> find_toolchain(const manifest::ToolchainRequest& request,
                                 const std::vector<std::string>& environment, const std::string& cache_file,
                                 std::chrono::milliseconds timeout) {
  Finder finder(request, environment, FactsCache::load(cache_file), timeout);
  auto toolchain = finder.find();
  if (const FactsCache* cache = finder.changed_cache()) cache->save(cache_file);
  return toolchain;
}

}  // namespace hull::toolchain
