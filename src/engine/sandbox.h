// Running an action where it sees what it declared, and no network.
//
// The child gets user, mount, network and IPC namespaces of its own (namespaces(7)). Its root is an empty tmpfs into
// which are bound: the system's programs and libraries, read-only; its declared inputs, read-only, each at its own
// path; the directories of its outputs, writable. What it did not declare does not exist, so a forgotten
// input fails the first time instead of going stale later.
#pragma once

#include <span>
#include <string>
#include <sys/types.h>

#include "base/result.h"
#include "engine/action.h"
#include "engine/disk.h"

namespace hull::engine {

/// Empty when this kernel lets us make such namespaces, else why not ("unshare: Operation not permitted").
/// Tries it in a child, once per process.
const std::string& why_no_sandbox();

/// Starts `action` (whose `sandbox` is set) in its own namespaces; standard output and error go to `output`, and the
/// descriptors `inherited` stay open in it. The caller has checked `why_no_sandbox`. Set-up that fails inside is reported on `output`, with exit status 125.
Result<pid_t> spawn_sandboxed(const Action& action, const FileTable& files, const Disk& disk, char* const argv[],
                              char* const environment[], int output, std::span<const int> inherited);

}  // namespace hull::engine
