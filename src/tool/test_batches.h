// Which cases share a process.
//
// A process costs some milliseconds, tens of them with sanitizers or under qemu; most unit tests cost
// microseconds. So GoogleTest cases share processes, in about four batches per slot: few enough that
// starting them costs little, many enough that the slots end at about the same time. A batch is cut between
// test suites where it can be, so that SetUpTestSuite runs once. No history is needed for this, and the same
// cases are batched the same way in every run.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "tool/test_run.h"

namespace hull::tool {

/// A process that ended badly although no case failed, while its cases run alone to find which is to blame.
struct Blame {
  std::size_t program = 0;
  std::size_t open = 0;  ///< Cases that have not run alone yet.
  bool found = false;
  std::string reason = {};
  std::string output = {};
};

/// Cases to be run by one process.
struct Batch {
  std::size_t program = 0;
  std::vector<std::size_t> cases = {};  ///< Indices into TestList::cases.
  std::shared_ptr<Blame> blame = {};    ///< Set when it runs to find a culprit.
};

/// Batches of `list`, in its order, for `threads` slots; 0 puts every case into one of its own. The cases of
/// a program that runs one process at a time share that one.
std::vector<Batch> make_batches(const TestList& list, std::span<const TestProgram> programs,
                                unsigned threads);

}  // namespace hull::tool
