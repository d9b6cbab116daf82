// Convention first: which targets a package has without a word about them in its manifest.
//
//   with src/                                     without src/
//   src/main.cc             bin <package>         main.cc
//   src/bin/x.cc, bin/x/**  bin x                 -
//   src/**/*_test.cc        test `unit`           *_test.cc
//   src/**/x_bench.cc       bench x_bench         x_bench.cc
//   src/**/x_fuzz.cc        nothing               x_fuzz.cc
//   other src/**            lib <package>         other files of the directory itself
//   tests/x.cc, benches/x.cc, examples/x.cc: a test, bench, example x each
//   include/                public headers
//
// A table of the manifest refines the target of its kind and name. A file that any table names in its
// `sources` belongs to that table and takes no part in conventions.
#pragma once

#include <vector>

#include "base/result.h"
#include "manifest/manifest.h"
#include "manifest/source_tree.h"

namespace hull::manifest {

/// Fills `manifest.package.targets` from its tables and `tree`. Does not touch the disk.
/// Errors (usage): a table without sources where no convention gives any, two targets of one kind and
/// name, and names in `uses`, `program`, `default-run` and conditional tables that are no target.
Result<void> complete_targets(Manifest& manifest, const SourceTree& tree);

}  // namespace hull::manifest
