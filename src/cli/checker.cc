#include "cli/checker.h"

#include <fmt/format.h>

#include <filesystem>
#include <system_error>

#include "base/file_system.h"
#include "base/path.h"
#include "base/text.h"

namespace hull::cli {
namespace {

/// The Clang that hull-safety.so is made of.
constexpr std::string_view kClang = "19.1";

/// Where the program that runs stands, links resolved.
std::string own_directory() {
  return std::string(path::directory(fs::canonical("/proc/self/exe").value_or("")));
}

/// The path of a link to `file` in `directory`.
Result<std::string> linked(const std::string& file, const std::string& directory) {
  const std::string link = path::join(directory, path::name(file));
  std::error_code error;
  if (std::filesystem::read_symlink(link, error) == file) return link;
  HULL_CHECK(fs::remove_all(link));
  std::filesystem::create_symlink(file, link, error);
  if (error) return fail(os_error("cannot make the link " + printable(link), error.value()));
  return link;
}

}  // namespace

Result<FoundChecker> find_plugin(const toolchain::Toolchain& toolchain, const std::string& target_root,
                                 const std::string& state_directory) {
  FoundChecker checker;
  for (const toolchain::Compiler* compiler : {&toolchain.cxx, &toolchain.cc}) {
    const auto why_not = toolchain::why_no_plugin(*compiler, kClang);
    if (!why_not) continue;
    checker.why_not = *why_not + ": memory is not checked in the compile, `hull check` does it";
    return checker;
  }
  const std::string own = own_directory();
  const std::string installed = path::normal(path::join(own, "../lib/hull"));
  for (const std::string& directory : {installed, own}) {
    const std::string plugin = path::join(directory, "hull-safety.so");
    checker.looked_at.push_back(plugin);
    if (!fs::is_file(plugin)) continue;
    const bool made_here = path::is_within(plugin, fs::canonical(target_root).value_or(target_root));
    if (!made_here) {
      HULL_TRY(checker.usable.plugin, linked(plugin, state_directory));
      const std::string program = path::join(own, "hull-check");
      checker.looked_at.push_back(program);
      if (fs::is_file(program)) {
        HULL_TRY(checker.usable.program, linked(program, state_directory));
      }
    }
    return checker;
  }
  checker.why_not = fmt::format(
      "memory is not checked: this hull stands alone, there is no hull-safety.so in {}", installed);
  return checker;
}

Result<void> check_beside(plan::Checker& checker, const std::string& state_directory) {
  const std::string own = own_directory();
  const std::string program = path::join(own, "hull-check");
  if (!fs::is_file(program)) {
    return fail(fail(fmt::format("there is no hull-check in {}", own))
                    .error()
                    .with_help("`./x install` in hull's sources puts it beside hull"));
  }
  HULL_TRY(checker.identity, toolchain::program_identity(program));
  HULL_TRY(checker.program, linked(program, state_directory));
  checker.beside = true;
  return {};
}

}  // namespace hull::cli
