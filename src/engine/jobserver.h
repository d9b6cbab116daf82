// GNU make's jobserver: one pool of job slots shared by a tree of build tools.
//
// As a client (MAKEFLAGS names a jobserver) every action beyond the first needs a token from the parent's pool. As a
// server we keep a pool of jobs-1 tokens and hand it to nested builds; our own actions beyond the first take from it
// too. Without either the pool is a plain count. Protocol: "POSIX Jobserver Interaction" of GNU make's manual,
// with both the pipe form (`--jobserver-auth=R,W`) and the fifo form (make 4.4).
#pragma once

#include <string>
#include <vector>

#include "base/result.h"

namespace hull::engine {

class Jobserver {
 public:
  /// `serve`: some action is a nested build. `environment` is searched for MAKEFLAGS.
  static Result<Jobserver> open(unsigned jobs, bool serve, const std::vector<std::string>& environment);
  Jobserver(Jobserver&& other) noexcept;
  Jobserver& operator=(Jobserver&&) = delete;
  ~Jobserver();

  /// Slots we may use at most.
  unsigned limit() const { return limit_; }
  /// Takes a slot if one is free. The first is always ours.
  bool acquire();
  void release();
  /// Tokens may come free without one of our children ending: poll now and then.
  bool shared() const { return read_ >= 0; }

  /// For a nested build: what its environment and descriptors get.
  std::vector<std::string> child_environment() const;
  std::vector<int> child_descriptors() const;

 private:
  Jobserver() = default;
  void share(int read, int write, bool owned);
  unsigned limit_ = 1;
  unsigned used_ = 0;
  bool owns_descriptors_ = false;
  int read_ = -1;   ///< As the others know it, and children inherit it.
  int write_ = -1;
  int own_read_ = -1;  ///< The same pipe, opened again for us alone.
  std::string fifo_;   ///< "fifo:PATH" when the pool is named so.
  std::string tokens_;  ///< The bytes we hold; they are given back as they were.
};

}  // namespace hull::engine
