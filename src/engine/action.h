// What is to be done: actions, the files between them, and the graph they form.
//
// The engine knows nothing of C++ packages. An action is a command line with declared inputs and
// outputs, plus how further inputs are discovered while it runs. Everything here is shaped like an
// Action of the Remote Execution API, so that the same graph can be sent to a service later.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/digest.h"
#include "base/result.h"
#include "engine/file_table.h"

namespace hull::engine {

using ActionId = std::uint32_t;
inline constexpr ActionId kNoAction = ~ActionId{0};

/// Words shared by many actions (the flags of a target), with their digest computed once.
struct SharedWords {
  explicit SharedWords(std::vector<std::string> list);
  std::vector<std::string> words;
  Digest digest;
};

/// Where a compile looks for headers, in order; used to find headers that, if they were created,
/// would be found first ("negative dependencies", docs/design/dirtiness.md).
struct SearchPath {
  std::vector<std::string> directories;  ///< As in argv: relative to the root, or absolute. Built-in ones last.
};

/// Says which discovered inputs an action may read. Asked once per discovered input and run.
class InputPolicy {
 public:
  virtual ~InputPolicy() = default;
  /// Why `path` must not be read, as a message for people, or nullopt when it may be.
  virtual std::optional<std::string> rejects(std::string_view path) const = 0;
};

/// What an action may see when it runs in namespaces of its own.
struct Sandbox {
  std::vector<std::string> readable;  ///< Besides declared inputs and the system's /usr, /lib*, /bin, /etc.
};

/// One command of the build.
struct Action {
  std::string description;               ///< "Compiling core src/a.cc", "Linking server".
  std::shared_ptr<const SharedWords> common;  ///< First words of the command line (may be null).
  std::vector<std::string> words;        ///< The words after those.
  bool self = false;                     ///< Run by the program that runs now: the first word is only its name. So where that
                                         ///< program stands decides nothing, and the build may replace its file. Not in a sandbox.
  std::shared_ptr<const SharedWords> environment;  ///< The whole environment, "NAME=VALUE" sorted (null: empty).
  Digest salt;                           ///< What else decides the outputs: the toolchain's identity.
  std::vector<FileId> inputs;            ///< Read by the command; a change wakes it.
  std::vector<FileId> order_only;        ///< Must be up to date first (generated headers); whether they were
                                         ///< read is discovered.
  std::vector<FileId> outputs;           ///< Written by the command; at least one. Parents are made by the engine. The
                                         ///< first names the action in the state log: one that every plan has.
  std::string depfile;                   ///< Make-style file written by the command that lists what it read; "".
  std::vector<FileId> sought;            ///< Looked for by the command, there or not: coming, going and changes wake it. What
                                         ///< flags name, what -l would find first.
  std::string companion;                 ///< For each input found in the tree the command also looks for one with this added to
                                         ///< its name: GCC's ".gch". Empty: none.
  FileId late_inputs = kNoFile;          ///< A file, one path per line, of further inputs, read when `inputs`
                                         ///< are up to date (module maps). It should be among `inputs`.
  std::string response_path;             ///< When set, the engine writes `response` there before running.
  std::string response;
  std::string stdout_path;               ///< When set, standard output goes to this file, which is among `outputs`.
  std::shared_ptr<const SearchPath> search;
  std::shared_ptr<const InputPolicy> policy;
  std::optional<Sandbox> sandbox;
  bool tokens = false;                   ///< Inputs that are C-family text are compared by their tokens and where
                                         ///< those stand: a reworded comment wakes nothing.
  bool cacheable = true;                 ///< Outputs may come from and go to the action cache.
  bool jobserver = false;                ///< A nested build: gets MAKEFLAGS with our jobserver.
  bool optional_failure = false;         ///< Failure is an answer (a probe): outputs are then written empty by the
                                         ///< engine and the action counts as done.
  bool keeps_output = false;  ///< What it prints is part of its result (a compiler's warnings): told again by
                              ///< every build in which it is up to date.
  std::string trace_path;                ///< -ftime-trace output, for `--timings`; "".
};

/// Digest of everything that decides what `action` does, besides the content of its inputs: words,
/// environment, salt, the names of inputs and outputs.
Digest command_digest(const Action& action, const FileTable& files);

/// Actions and the files between them. Cheap to make: 5,000 units take some milliseconds.
class ActionGraph {
 public:
  explicit ActionGraph(FileTable& files) : files_(files) {}

  FileTable& files() { return files_; }
  const FileTable& files() const { return files_; }
  /// Interns a path: relative to the root, or absolute when outside it; lexically normal.
  FileId file(std::string_view path) { return files_.intern(path); }

  /// Adds an action. Errors: an output that another action already writes (names both).
  Result<ActionId> add(Action action);

  const std::vector<Action>& actions() const { return actions_; }
  const Action& operator[](ActionId id) const { return actions_[id]; }
  /// The action that writes `file`, or kNoAction.
  ActionId producer(FileId file) const {
    return file < producers_.size() ? producers_[file] : kNoAction;
  }

 private:
  FileTable& files_;
  std::vector<Action> actions_;
  std::vector<ActionId> producers_;  ///< By FileId.
};

}  // namespace hull::engine
