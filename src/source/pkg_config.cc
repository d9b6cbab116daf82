#include "source/pkg_config.h"

#include <libpkgconf/libpkgconf.h>

#include <memory>
#include <mutex>

#include "base/text.h"
#include "source/flag_words.h"

namespace hull::source {
namespace {

/// libpkgconf keeps built-in packages and the default personality in static variables.
std::mutex& library_mutex() {
  static std::mutex mutex;
  return mutex;
}

/// Real module graphs are far shallower; a cycle ends here.
constexpr int kMaxDepth = 2000;

bool collect_message(const char* message, const pkgconf_client_t*, const void* data) {
  // The callback's parameter is const by libpkgconf's choice; what we gave it is not.
  auto& messages = *static_cast<std::vector<std::string>*>(const_cast<void*>(data));
  messages.emplace_back(trim(message));
  return true;
}

bool ignore_message(const char*, const pkgconf_client_t*, const void*) { return true; }

/// A client that looks where `search` says and nowhere else, whatever the environment holds.
class Client {
 public:
  explicit Client(const SystemSearch& search) {
    const pkgconf_cross_personality_t* personality = pkgconf_cross_personality_default();
    pkgconf_client_init(&client_, collect_message, &messages_, personality);
    pkgconf_client_set_warn_handler(&client_, ignore_message, nullptr);
    pkgconf_client_set_flags(&client_, kFindFlags);
    for (const std::string& directory : search.module_directories) {
      pkgconf_path_add(directory.c_str(), &client_.dir_list, false);
    }
    if (!search.sysroot.empty()) pkgconf_client_set_sysroot_dir(&client_, search.sysroot.c_str());
  }
  ~Client() { pkgconf_client_deinit(&client_); }
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;

  pkgconf_client_t* get() { return &client_; }
  const std::vector<std::string>& messages() const { return messages_; }

  static constexpr unsigned kFindFlags = PKGCONF_PKG_PKGF_SEARCH_PRIVATE | PKGCONF_PKG_PKGF_NO_UNINSTALLED;

 private:
  pkgconf_client_t client_{};
  std::vector<std::string> messages_;
};

/// The words of a fragment list. A fragment is an option letter and its argument, or a whole word; a merged
/// one is several words with blanks between ("-isystem /opt/include", "-Wl,-x -pthread").
std::vector<std::string> words_of(const pkgconf_list_t& list) {
  std::vector<std::string> words;
  pkgconf_node_t* node = nullptr;
  PKGCONF_FOREACH_LIST_ENTRY(list.head, node) {
    const auto* fragment = static_cast<const pkgconf_fragment_t*>(node->data);
    if (fragment->data == nullptr) continue;
    std::string text = fragment->data;
    if (fragment->type != '\0') text = std::string("-") + fragment->type + text;
    if (!fragment->merged) {
      words.push_back(std::move(text));
      continue;
    }
    for (std::string_view word : split(text, ' ')) {
      if (!word.empty()) words.emplace_back(word);
    }
  }
  return words;
}

/// What one walk over the modules gathers.
struct Walk {
  const SystemSearch& search;
  bool static_link;
  SystemLibrary& library;
};

void note_file(pkgconf_client_t*, pkgconf_pkg_t* package, void* data) {
  auto& library = static_cast<Walk*>(data)->library;
  if (package->filename != nullptr && package->filename[0] == '/')
    library.inputs.emplace_back(package->filename);
}

bool gather(pkgconf_client_t* client, pkgconf_pkg_t* world, void* data, int depth) {
  Walk& walk = *static_cast<Walk*>(data);
  if (walk.library.version.empty() && world->required.head != nullptr) {
    const auto* first = static_cast<const pkgconf_dependency_t*>(world->required.head->data);
    if (first->match != nullptr && first->match->version != nullptr)
      walk.library.version = first->match->version;
  }

  // Headers of a library may include those of what it uses privately.
  pkgconf_list_t compile = PKGCONF_LIST_INITIALIZER;
  pkgconf_client_set_flags(client, Client::kFindFlags);
  unsigned errors = pkgconf_pkg_cflags(client, world, &compile, depth);
  errors |= pkgconf_pkg_traverse(client, world, note_file, &walk, depth, 0);

  pkgconf_list_t link = PKGCONF_LIST_INITIALIZER;
  pkgconf_client_set_flags(client, walk.static_link
                                       ? Client::kFindFlags | PKGCONF_PKG_PKGF_MERGE_PRIVATE_FRAGMENTS
                                       : static_cast<unsigned>(PKGCONF_PKG_PKGF_NO_UNINSTALLED));
  errors |= pkgconf_pkg_libs(client, world, &link, depth);
  pkgconf_client_set_flags(client, Client::kFindFlags);

  add_compile_words(words_of(compile), walk.library);
  add_link_words(words_of(link), walk.search, walk.library);
  pkgconf_fragment_free(&compile);
  pkgconf_fragment_free(&link);
  return errors == PKGCONF_PKG_ERRF_OK;
}

/// The modules of `request` as a .pc file requires them: "zlib >= 1.2".
void note_modules(pkgconf_client_t* client, const std::string& request, SystemLibrary& library) {
  pkgconf_list_t list = PKGCONF_LIST_INITIALIZER;
  pkgconf_dependency_parse_str(client, &list, request.c_str(), 0);
  pkgconf_node_t* node = nullptr;
  PKGCONF_FOREACH_LIST_ENTRY(list.head, node) {
    const auto* module = static_cast<const pkgconf_dependency_t*>(node->data);
    std::string text = module->package;
    if (module->version != nullptr) {
      text += std::string(" ") + pkgconf_pkg_get_comparator(module) + " " + module->version;
    }
    library.modules.push_back(std::move(text));
  }
  pkgconf_dependency_free(&list);
}

/// The text between the first pair of single quotes after `from`.
std::string quoted(std::string_view text, std::size_t from = 0) {
  const std::size_t begin = text.find('\'', from);
  if (begin == std::string_view::npos) return {};
  const std::size_t end = text.find('\'', begin + 1);
  if (end == std::string_view::npos) return {};
  return std::string(text.substr(begin + 1, end - begin - 1));
}

/// libpkgconf reports in sentences of its own; two of them are worth a better one.
ModuleFailure failure_of(const std::string& request, const std::vector<std::string>& messages) {
  for (const std::string& message : messages) {
    if (message.ends_with("not found") && message.starts_with("Package '")) {
      const std::string missing = quoted(message);
      const std::string parent = quoted(message, missing.size() + 10);
      if (parent.empty() || parent == "virtual:world")
        return {"no pkg-config module `" + missing + "`", missing};
      return {"no pkg-config module `" + missing + "`, which `" + parent + "` requires", missing};
    }
    if (const std::size_t has = message.find("' has version '"); has != std::string::npos) {
      const std::string name = quoted(message);
      const std::string version = quoted(message, has + 1);
      const std::string required = quoted(message, message.find("required version"));
      return {"system library `" + name + "` is version " + version + ", but `" + required + "` is required",
              {}};
    }
  }
  return {"pkg-config cannot resolve `" + request + "`" + (messages.empty() ? "" : ": " + messages.front()),
          {}};
}

}  // namespace

std::vector<std::string> default_module_directories() {
  const std::lock_guard lock(library_mutex());
  std::vector<std::string> directories;
  pkgconf_node_t* node = nullptr;
  PKGCONF_FOREACH_LIST_ENTRY(pkgconf_cross_personality_default()->dir_list.head, node) {
    directories.emplace_back(static_cast<const pkgconf_path_t*>(node->data)->path);
  }
  return directories;
}

bool has_module(const std::string& name, const SystemSearch& search) {
  if (name.empty() || name.find('/') != std::string::npos) return false;
  const std::lock_guard lock(library_mutex());
  Client client(search);
  pkgconf_pkg_t* package = pkgconf_pkg_find(client.get(), name.c_str());
  if (package == nullptr) return false;
  pkgconf_pkg_unref(client.get(), package);
  return true;
}

std::optional<ModuleFailure> add_modules(const std::string& request, const SystemSearch& search,
                                         bool static_link, SystemLibrary& library) {
  const std::lock_guard lock(library_mutex());
  Client client(search);
  Walk walk{.search = search, .static_link = static_link, .library = library};
  pkgconf_list_t queue = PKGCONF_LIST_INITIALIZER;
  pkgconf_queue_push(&queue, request.c_str());
  const bool ok = pkgconf_queue_apply(client.get(), &queue, gather, kMaxDepth, &walk);
  pkgconf_queue_free(&queue);
  if (ok) {
    note_modules(client.get(), request, library);
    return std::nullopt;
  }
  return failure_of(request, client.messages());
}

}  // namespace hull::source
