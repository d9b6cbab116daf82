// What the command line said, for every verb.
//
// One plain struct: a verb's flag table (flags.h) points into it, the verb reads it. Fields that a verb
// does not offer keep their defaults.
#pragma once

#include <string>
#include <vector>

namespace hull::cli {

struct Options {
  std::string command_line = {};  ///< As written, for reports.

  // Every verb.
  int verbose = 0;  ///< -v: a line per action; -vv: its command line too.
  bool quiet = false;
  std::string color = "auto";  ///< auto, always, never.
  std::string directory = {};  ///< -C.
  bool help = false;

  // Which manifest.
  std::string manifest_path = {};
  std::string target_directory = {};
  bool locked = false;   ///< Accepted: nothing is fetched, so there is no lock to change.
  bool offline = false;  ///< Accepted: hull opens no socket.

  // Which packages.
  std::vector<std::string> packages = {};  ///< Names or globs.
  std::vector<std::string> excluded = {};
  bool workspace = false;

  // Which targets.
  bool lib = false;
  bool all_bins = false, all_tests = false, all_benches = false, all_examples = false, all_targets = false;
  std::vector<std::string> bins = {}, tests = {}, benches = {}, examples = {};

  // How to build.
  bool release = false;
  std::string profile = {};
  std::vector<std::string> features = {};
  bool all_features = false;
  bool no_default_features = false;
  std::vector<std::string> sanitize = {};
  unsigned jobs = 0;
  bool keep_going = false;
  bool explain = false;
  bool timings = false;
  bool no_cache = false;
  std::string message_format = "human";  ///< human, json.
  bool json() const { return message_format == "json"; }

  // test
  bool no_run = false;
  bool no_fail_fast = false;
  bool list = false;
  bool exact = false;
  bool no_capture = false;
  bool isolate = false;
  bool ignored = false, include_ignored = false;
  unsigned test_threads = 0;
  double timeout = -1;  ///< Seconds per case, 0: none; negative: the manifest's.
  unsigned retries = 0;
  std::string shard = {};  ///< "K/N".
  std::vector<std::string> skip = {};
  std::string junit = {};

  // new, init
  bool new_lib = false;
  std::string name = {};
  std::string vcs = {};  ///< git, none; "" decides by itself.

  // install
  std::string prefix = {};
  std::string destdir = {};
  std::string libdir = "lib";

  // check
  std::string format = {};  ///< clang, rustc, json, sarif; "" decides by itself.
  bool list_unsafe = false;

  // cache
  unsigned sample = 10;

  std::vector<std::string> words = {};      ///< Positional arguments of the verb.
  std::vector<std::string> arguments = {};  ///< What followed `--`.
};

}  // namespace hull::cli
