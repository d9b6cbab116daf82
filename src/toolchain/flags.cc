// From a profile to the words of a command.
//
// The order matters in two places: `-g1` must stand after `-gdwarf-4`, which would raise the level again, and
// a profile's own flags stand last so that they win.

#include <algorithm>

#include "toolchain/compiler.h"
#include "toolchain/toolchain.h"

namespace hull::toolchain {
namespace {

using manifest::Profile;
using Words = std::vector<std::string>;

void add(Words& words, std::initializer_list<const char*> more) {
  words.insert(words.end(), more.begin(), more.end());
}
void add(Words& words, const Words& more) { words.insert(words.end(), more.begin(), more.end()); }

bool is_cxx(Language language) { return language == Language::Cxx || language == Language::CxxModule; }
bool is_assembly(Language language) { return language == Language::Asm || language == Language::AsmCpp; }

const Compiler& compiler_for(const Toolchain& toolchain, Language language) {
  return is_cxx(language) ? toolchain.cxx : toolchain.cc;
}

bool has_sanitizer(const Profile& profile, std::string_view name) {
  return std::ranges::find(profile.sanitize, name) != profile.sanitize.end();
}

/// "c++23" for compilers that know only its working title.
std::string standard_name(const Compiler& compiler, const std::string& standard) {
  const bool is_23 = standard == "c++23" || standard == "gnu++23";
  const int major = major_version(compiler.version);
  const bool known = compiler.kind == CompilerKind::Clang ? major >= 17 : major >= 11;
  return is_23 && !known ? standard.substr(0, standard.size() - 2) + "2b" : standard;
}

void add_debug(Words& words, const Profile& profile) {
  // DWARF 5 holds an MD5 of every source file: a reworded comment would change objects.
  if (profile.debug == Profile::Debug::Full) add(words, {"-gdwarf-4", "-g"});
  if (profile.debug == Profile::Debug::LineTables) add(words, {"-gdwarf-4", "-g1"});
}

/// Outputs name the working directory as "." and record neither command line nor machine.
void add_reproducibility(Words& words, const Compiler& compiler) {
  if (compiler.kind == CompilerKind::Clang) {
    add(words, {"-ffile-compilation-dir=."});
  } else {
    add(words, {"-ffile-prefix-map=/proc/self/cwd=.", "-gno-record-gcc-switches"});
  }
}

/// The OpenSSF compiler hardening guide's set that costs a few per cent at most
/// (https://best.openssf.org/Compiler-Hardening-Guides/Compiler-Options-Hardening-Guide-for-C-and-C++).
void add_hardening(Words& words, const Toolchain& toolchain, const Profile& profile, Language language) {
  const Compiler& compiler = compiler_for(toolchain, language);
  add(words, {"-fstack-protector-strong", "-fstack-clash-protection"});
  if (compiler.kind == CompilerKind::Gcc ? major_version(compiler.version) >= 12
                                         : major_version(compiler.version) >= 16) {
    add(words, {"-ftrivial-auto-var-init=zero"});
  }
  if (toolchain.target.starts_with("x86_64-")) add(words, {"-fcf-protection=full"});
  if (toolchain.target.starts_with("aarch64-")) add(words, {"-mbranch-protection=standard"});
  // _FORTIFY_SOURCE needs the optimizer to know sizes of objects.
  if (profile.opt_level != "0") add(words, {"-U_FORTIFY_SOURCE", "-D_FORTIFY_SOURCE=3"});
  if (!is_cxx(language)) return;
  if (toolchain.stdlib == "libc++") {
    add(words, {"-U_LIBCPP_HARDENING_MODE", "-D_LIBCPP_HARDENING_MODE=_LIBCPP_HARDENING_MODE_FAST"});
  } else {
    add(words, {"-U_GLIBCXX_ASSERTIONS", "-D_GLIBCXX_ASSERTIONS"});
  }
}

std::string sanitizer_list(const Profile& profile) {
  std::string list;
  for (const std::string& name : profile.sanitize) list += (list.empty() ? "" : ",") + name;
  return list;
}

void add_sanitizers(Words& words, const Profile& profile) {
  words.push_back("-fsanitize=" + sanitizer_list(profile));
  add(words, {"-fno-sanitize-recover=all", "-fno-omit-frame-pointer", "-U_FORTIFY_SOURCE"});
  if (has_sanitizer(profile, "memory")) add(words, {"-fsanitize-memory-track-origins"});
}

std::string lto_flag(const Compiler& compiler, const Profile& profile) {
  // GCC has one kind of LTO, which it splits into partitions by itself.
  if (compiler.kind == CompilerKind::Gcc) return "-flto=auto";
  return profile.lto == Profile::Lto::Thin ? "-flto=thin" : "-flto=full";
}

/// Whether objects can hold machine code and LTO's intermediate code at once. Clang has a linker that tells
/// the two apart since 18; older ones take the flag for a mistake.
bool has_fat_objects(const Compiler& compiler) {
  return compiler.kind == CompilerKind::Gcc || major_version(compiler.version) >= 18;
}

void add_define(Words& words, const std::string& name, const std::string& value) {
  words.push_back(value.empty() ? "-D" + name : "-D" + name + "=" + value);
}

}  // namespace

std::string unknown_attribute_flag(const Compiler& compiler, std::string_view name) {
  if (compiler.kind == CompilerKind::Clang) return "-Wno-unknown-attributes";
  if (major_version(compiler.version) < 12) return "-Wno-attributes";
  return "-Wno-attributes=" + std::string(name) + "::";
}

std::vector<std::string> color_flags(const Compiler& compiler) {
  return {compiler.kind == CompilerKind::Clang ? "-fcolor-diagnostics" : "-fdiagnostics-color=always"};
}

std::vector<std::string> compile_flags(const Toolchain& toolchain, const Profile& profile,
                                       const UnitOptions& unit) {
  const Compiler& compiler = compiler_for(toolchain, unit.language);
  Words words;
  // Clang warns of words that a plain assembly source has no use for, such as the colour of diagnostics.
  if (unit.language == Language::Asm && compiler.kind == CompilerKind::Clang) {
    add(words, {"-Wno-unused-command-line-argument"});
  }
  add(words, color_flags(compiler));
  add_reproducibility(words, compiler);
  add_debug(words, profile);
  if (is_assembly(unit.language)) {
    for (const auto& [name, value] : profile.defines) add_define(words, name, value);
    add(words, profile.flags);
    return words;
  }

  if (!unit.standard.empty()) words.push_back("-std=" + standard_name(compiler, unit.standard));
  if (is_cxx(unit.language) && compiler.kind == CompilerKind::Clang && toolchain.stdlib == "libc++") {
    add(words, {"-stdlib=libc++"});
  }
  words.push_back("-O" + profile.opt_level);
  if (!profile.assertions) add(words, {"-DNDEBUG"});
  add(words, {unit.pic ? "-fPIC" : "-fPIE"});
  if (unit.shared) {
    add(words, {"-fvisibility=hidden"});
    if (is_cxx(unit.language)) add(words, {"-fvisibility-inlines-hidden"});
  }
  if (!profile.sanitize.empty()) {
    add_sanitizers(words, profile);
  } else if (profile.hardening) {
    add_hardening(words, toolchain, profile, unit.language);
  }
  if (profile.lto != Profile::Lto::Off) {
    words.push_back(lto_flag(compiler, profile));
    if (unit.archived && has_fat_objects(compiler)) words.push_back("-ffat-lto-objects");
  }
  switch (unit.warnings) {
    case manifest::Warnings::None:
      add(words, {"-w"});
      break;
    case manifest::Warnings::Default:
      add(words, {"-Wall", "-Wextra"});
      break;
    case manifest::Warnings::Error:
      add(words, {"-Wall", "-Wextra", "-Werror"});
      break;
  }
  for (const auto& [name, value] : profile.defines) add_define(words, name, value);
  add(words, profile.flags);
  add(words, is_cxx(unit.language) ? profile.cxx_flags : profile.c_flags);
  return words;
}

std::vector<std::string> source_flags(const Toolchain& toolchain, const Profile& profile, Language language,
                                      std::string_view source) {
  if (compiler_for(toolchain, language).kind == CompilerKind::Clang || profile.lto == Profile::Lto::Off ||
      is_assembly(language)) {
    return {};
  }
  return {"-frandom-seed=" + std::string(source)};
}

std::vector<std::string> link_flags(const Toolchain& toolchain, const Profile& profile, LinkKind kind) {
  const Compiler& compiler = toolchain.cxx;
  Words words = color_flags(compiler);
  add(words, toolchain.linker_choice);
  add(words, {kind == LinkKind::Shared ? "-shared" : "-pie"});
  if (compiler.kind == CompilerKind::Clang && toolchain.stdlib == "libc++") add(words, {"-stdlib=libc++"});
  if (profile.lto != Profile::Lto::Off) {
    words.push_back(lto_flag(compiler, profile));
    // lld takes the machine code of such objects otherwise; GCC's linkers know by themselves.
    if (compiler.kind == CompilerKind::Clang && has_fat_objects(compiler))
      words.push_back("-ffat-lto-objects");
    words.push_back("-O" + profile.opt_level);
  }
  if (!profile.sanitize.empty()) words.push_back("-fsanitize=" + sanitizer_list(profile));
  add(words, {"-Wl,--build-id=sha1", "-Wl,--as-needed"});
  if (profile.hardening) add(words, {"-Wl,-z,relro,-z,now", "-Wl,-z,noexecstack"});
  if (profile.strip) add(words, {"-Wl,--strip-all"});
  add(words, profile.link_flags);
  return words;
}

std::vector<std::string> archive_command(const Toolchain& toolchain) {
  // D: no times, users or modes. c: no remark on creating. s: with an index.
  return {toolchain.archiver, "rcsD"};
}

}  // namespace hull::toolchain
