#include "tool/install.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <map>
#include <set>

#include "base/elf.h"
#include "base/file_system.h"
#include "base/path.h"
#include "tool/package_files.h"

namespace hull::tool {
namespace {

using manifest::LibKind;
using manifest::TargetKind;

/// Copies files below destdir and remembers what went where.
class Destination {
 public:
  Destination(const std::string& root, const InstallRequest& request) : root_(root), request_(request) {}

  /// Copies `from` (relative to the workspace root, or absolute) to `to`, below the prefix. A program that is
  /// running keeps its old file: the new one takes the name by a rename.
  Result<void> copy(const std::string& from, const std::string& to, mode_t mode) {
    const std::string source = path::join(root_, from);
    if (const auto [known, fresh] = sources_.emplace(to, source); !fresh) {
      if (known->second == source) return {};
      return fail(fmt::format("{} and {} would both be installed as {}", known->second, source, to),
                  ErrorKind::Usage);
    }
    const std::string place = real(to);
    HULL_CHECK(fs::make_directories(std::string(path::directory(place))));
    const std::string beside = place + ".hull-new";
    unlink(beside.c_str());
    HULL_CHECK(fs::copy_file(source, beside));
    if (chmod(beside.c_str(), mode) != 0 || rename(beside.c_str(), place.c_str()) != 0) {
      const int code = errno;
      unlink(beside.c_str());
      return fail(os_error(fmt::format("cannot install {}", place), code));
    }
    files_.push_back(path::join(request_.prefix, to));
    return {};
  }

  Result<void> write(const std::string& to, const std::string& text) {
    HULL_CHECK(fs::write(real(to), text));
    chmod(real(to).c_str(), 0644);
    files_.push_back(path::join(request_.prefix, to));
    return {};
  }

  Result<void> link(const std::string& target, const std::string& to) {
    const std::string place = real(to);
    unlink(place.c_str());
    if (symlink(target.c_str(), place.c_str()) != 0) {
      return fail(os_error(fmt::format("cannot make the link {}", place), errno));
    }
    files_.push_back(path::join(request_.prefix, to));
    return {};
  }

  std::vector<std::string> take_files() { return std::move(files_); }

 private:
  std::string real(const std::string& to) const { return request_.destdir + path::join(request_.prefix, to); }

  const std::string& root_;
  const InstallRequest& request_;
  std::map<std::string, std::string> sources_;  ///< Place below the prefix -> file it came from.
  std::vector<std::string> files_;
};

bool is_library(const plan::PlannedTarget& target) {
  return target.target.kind == TargetKind::Lib && target.target.lib_kind != LibKind::Plugin &&
         target.target.lib_kind != LibKind::Object;
}

/// A library, and all that whoever links it must link too.
void choose_library(const plan::Plan& plan, std::size_t index, std::set<std::size_t>& chosen) {
  if (!chosen.insert(index).second) return;
  for (const std::size_t other : plan.targets[index].links) choose_library(plan, other, chosen);
}

/// The shared libraries that a program loads: archives are in it already.
void choose_loaded(const plan::Plan& plan, std::size_t index, std::set<std::size_t>& seen,
                   std::set<std::size_t>& chosen) {
  if (!seen.insert(index).second) return;
  for (const std::size_t other : plan.targets[index].links) {
    if (plan.targets[other].target.lib_kind == LibKind::Shared) choose_library(plan, other, chosen);
    choose_loaded(plan, other, seen, chosen);
  }
}

/// Indices of the targets that are installed: wanted libraries and binaries, and the libraries they need.
std::set<std::size_t> to_install(const plan::Plan& plan) {
  std::set<std::size_t> chosen, seen;
  for (std::size_t i = 0; i < plan.targets.size(); ++i) {
    const plan::PlannedTarget& target = plan.targets[i];
    if (!target.wanted) continue;
    if (target.target.kind == TargetKind::Lib) choose_library(plan, i, chosen);
    if (target.target.kind != TargetKind::Bin) continue;
    chosen.insert(i);
    choose_loaded(plan, i, seen, chosen);
  }
  return chosen;
}

void append(std::vector<std::string>& list, const std::vector<std::string>& more) {
  list.insert(list.end(), more.begin(), more.end());
}

/// By its modules where it has some: pkg-config knows on the user's machine what we know of ours.
void add_host_library(const source::SystemLibrary& host, bool exported, InstalledLibrary& library) {
  for (const std::string& module : host.modules) library.modules.push_back({module, exported});
  if (!host.modules.empty()) return;
  append(library.link_arguments, host.link_arguments);
  if (!exported) return;
  append(library.includes, host.includes);
  append(library.defines, host.defines);
  append(library.compile_flags, host.compile_flags);
}

InstalledLibrary described(const manifest::Workspace& workspace, const plan::Plan& plan,
                           const plan::PlannedTarget& target) {
  const manifest::Package& package = workspace.packages[target.package];
  InstalledLibrary library{
      .form = target.target.lib_kind == LibKind::Shared       ? InstalledLibrary::Form::Shared
              : target.target.lib_kind == LibKind::HeaderOnly ? InstalledLibrary::Form::HeaderOnly
                                                              : InstalledLibrary::Form::Archive,
      .package = package.name,
      .name = target.target.name,
      .version = package.version,
      .description = package.description,
      .homepage = package.homepage,
      .standard = target.target.standard.value_or(package.standard),
      .file = std::string(path::name(target.output)),
      .soname = {},
      .headers = !target.headers.empty(),
      .defines = {},
      .link_arguments = target.link_arguments,
      .modules = {},
      .includes = {},
      .compile_flags = {},
      .links = {},
  };
  for (const auto& [name, value] : target.target.exported.defines) {
    library.defines.push_back(value.empty() ? name : name + "=" + value);
  }
  for (const plan::HostLibrary& use : target.host_libraries) {
    add_host_library(plan.host_libraries[use.library], use.exported, library);
  }
  for (const std::size_t index : target.links) {
    const plan::PlannedTarget& other = plan.targets[index];
    if (!is_library(other)) continue;
    const manifest::Package& owner = workspace.packages[other.package];
    library.links.push_back({owner.name, other.target.name, owner.version});
  }
  return library;
}

/// libcore.so.1.2.0, and links to it from libcore.so.1 (the soname, what programs load) and libcore.so (what
/// linkers look for). An object whose soname has no version is installed under that alone. The soname is read
/// from the file: `link-flags` may have another than hull's.
Result<void> install_shared(Destination& destination, const plan::PlannedTarget& target,
                            InstalledLibrary& library, const std::string& root, const std::string& libdir) {
  const std::string plain = fmt::format("lib{}.so", library.name);
  library.soname = read_elf_file(path::join(root, target.output)).value_or(ElfFacts{}).soname;
  if (library.soname.empty()) library.soname = plain;
  library.file = plain;
  if (library.soname == plain) return destination.copy(target.output, path::join(libdir, plain), 0755);
  library.file = plain + "." + library.version;
  HULL_CHECK(destination.copy(target.output, path::join(libdir, library.file), 0755));
  if (library.soname != library.file)
    HULL_CHECK(destination.link(library.file, path::join(libdir, library.soname)));
  return destination.link(library.soname, path::join(libdir, plain));
}

Result<InstalledLibrary> install_library(Destination& destination, const manifest::Workspace& workspace,
                                         const plan::Plan& plan, const plan::PlannedTarget& target,
                                         const std::string& libdir) {
  InstalledLibrary library = described(workspace, plan, target);
  for (const auto& [from, to] : target.headers) {
    HULL_CHECK(destination.copy(from, path::join("include", to), 0644));
  }
  if (library.form == InstalledLibrary::Form::Shared) {
    HULL_CHECK(install_shared(destination, target, library, workspace.root, libdir));
  } else if (library.form == InstalledLibrary::Form::Archive) {
    HULL_CHECK(destination.copy(target.output, path::join(libdir, library.file), 0644));
  }
  HULL_CHECK(destination.write(fmt::format("{}/pkgconfig/{}.pc", libdir, library.name),
                               pkg_config_file(library, libdir)));
  return library;
}

}  // namespace

Result<std::vector<std::string>> install(const manifest::Workspace& workspace, const plan::Plan& plan,
                                         const InstallRequest& request) {
  Destination destination(workspace.root, request);
  std::map<std::string, std::vector<InstalledLibrary>> packages;
  for (const std::size_t index : to_install(plan)) {
    const plan::PlannedTarget& target = plan.targets[index];
    const manifest::Package& package = workspace.packages[target.package];
    if (target.target.kind == TargetKind::Bin) {
      HULL_CHECK(destination.copy(target.output, path::join("bin", path::name(target.output)), 0755));
    } else if (target.target.lib_kind == LibKind::Plugin) {
      const std::string place =
          fmt::format("{}/{}/{}", request.libdir, package.name, path::name(target.output));
      HULL_CHECK(destination.copy(target.output, place, 0755));
    } else if (is_library(target)) {
      HULL_TRY(auto library, install_library(destination, workspace, plan, target, request.libdir));
      packages[package.name].push_back(std::move(library));
    }
  }
  for (const auto& [name, libraries] : packages) {
    const std::string directory = fmt::format("{}/cmake/{}", request.libdir, name);
    HULL_CHECK(destination.write(fmt::format("{}/{}-config.cmake", directory, name),
                                 cmake_config(libraries, request.libdir)));
    HULL_CHECK(destination.write(fmt::format("{}/{}-config-version.cmake", directory, name),
                                 cmake_version(libraries.front().version)));
  }
  return destination.take_files();
}

}  // namespace hull::tool
