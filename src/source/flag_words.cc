#include "source/flag_words.h"

#include <algorithm>
#include <array>

#include "base/file_system.h"
#include "base/path.h"

namespace hull::source {
namespace {

constexpr std::array<std::string_view, 4> kBuiltinIncludes = {
    "/usr/include", "/usr/local/include", "/usr/include/x86_64-linux-gnu", "/usr/include/aarch64-linux-gnu"};

/// Parts of the C library and the compiler's runtime: a program has one of each, shared or not, and
/// which is not for one dependency to say. (glibc's libm.a is not even an archive but a linker script.)
constexpr std::array<std::string_view, 11> kRuntimeLibraries = {
    "c", "m", "dl", "pthread", "rt", "util", "resolv", "gcc", "gcc_s", "stdc++", "atomic"};

template <class List, class Item>
bool contains(const List& list, const Item& item) {
  return std::ranges::find(list, item) != list.end();
}

void add_once(std::vector<std::string>& list, std::string item) {
  if (!contains(list, item)) list.push_back(std::move(item));
}

/// Takes the argument of `option` from the word itself ("-Ix") or from the next one ("-I x").
bool take_argument(std::span<const std::string> words, std::size_t& i, std::string_view option,
                   std::string& argument) {
  if (!words[i].starts_with(option)) return false;
  argument = words[i].substr(option.size());
  if (argument.empty() && i + 1 < words.size()) argument = words[++i];
  return !argument.empty();
}

bool is_about_the_library_itself(std::string_view word) {
  return word.starts_with("-std=") || word.starts_with("-O") || word.starts_with("-g") ||
         word.starts_with("-W") || word == "-w" || word == "-pedantic";
}

}  // namespace

void add_compile_words(std::span<const std::string> words, SystemLibrary& library) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::string argument;
    if (take_argument(words, i, "-isystem", argument) || take_argument(words, i, "-I", argument)) {
      const std::string directory = path::normal(argument);
      if (!contains(kBuiltinIncludes, directory)) add_once(library.includes, directory);
    } else if (take_argument(words, i, "-D", argument)) {
      add_once(library.defines, argument);
    } else if (!is_about_the_library_itself(words[i])) {
      add_once(library.compile_flags, words[i]);
    }
  }
}

void add_link_words(std::span<const std::string> words, const SystemSearch& search, SystemLibrary& library) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::string argument;
    if (take_argument(words, i, "-L", argument)) {
      const std::string directory = path::normal(argument);
      if (!contains(search.library_directories, directory))
        add_once(library.link_arguments, "-L" + directory);
    } else if (words[i] == "-pthread") {
      add_once(library.link_arguments, words[i]);
    } else if (!words[i].empty()) {
      // A library may have to stand twice; order and repetition are the module's.
      library.link_arguments.push_back(words[i]);
    }
  }
}

void prefer_archives(const SystemSearch& search, SystemLibrary& library) {
  std::vector<std::string> directories;
  for (const std::string& word : library.link_arguments) {
    if (word.starts_with("-L")) directories.push_back(word.substr(2));
  }
  directories.insert(directories.end(), search.library_directories.begin(), search.library_directories.end());
  for (std::string& word : library.link_arguments) {
    if (!word.starts_with("-l") || word.starts_with("-l:")) continue;
    const std::string name = word.substr(2);
    if (contains(kRuntimeLibraries, name)) continue;
    for (const std::string& directory : directories) {
      const std::string archive = path::join(directory, "lib" + name + ".a");
      if (!fs::is_file(archive)) continue;
      add_once(library.inputs, archive);
      word = archive;
      break;
    }
  }
}

}  // namespace hull::source
