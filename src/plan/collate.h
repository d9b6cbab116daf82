// `hull internal collate`: from what scans found to what compiles are told.
//
// One run per target with modules. It reads the P1689 file of every C++ unit and what the libraries below
// provide, and writes
//
//   x.cc.o.modmap      a response file for the compile: -fmodule-file=NAME=PATH for the transitive closure
//   x.cc.o.modinputs   the same BMIs, a path per line: further inputs of the compile
//   modules.json       what this target provides, for the targets that link it
//
// A file whose content would be the same comes out the same, so a changed source wakes only the compiles
// whose imports changed (early cut-off).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "plan/p1689.h"

namespace hull::plan {

/// A module that some target provides.
struct ProvidedModule {
  std::string name;
  std::string bmi;     ///< As in argv.
  std::string source;  ///< As in argv.
  std::string package;
  std::string standard;  ///< What its BMI is compiled as; importers must agree.
  std::vector<std::pair<std::string, std::string>>
      closure;  ///< (name, BMI) of all it imports, sorted by name.
};

/// What the plan knows and a run needs. Written to a response file by the engine.
struct CollateRequest {
  struct Unit {
    std::string source;             ///< As in argv.
    std::string scan;               ///< Its P1689 file.
    std::string modmap, modinputs;  ///< To be written.
    std::string bmi;                ///< Where its compile writes a BMI; "" for what is no module interface.
  };
  struct Library {
    std::string modules_file;
    bool visible = false;  ///< Reached by public dependencies: its modules may be imported.
  };
  std::string package;
  std::string standard;
  std::string modules_file;             ///< To be written.
  std::string std_bmi, std_compat_bmi;  ///< Of libc++; "" when there are none.
  std::vector<Unit> units;
  std::vector<Library> libraries;

  std::string encode() const;
  static Result<CollateRequest> decode(std::string_view text);
};

/// What is to be written.
struct Collation {
  struct Unit {
    std::string modmap, modinputs;
  };
  std::vector<Unit> units;               ///< As in the request.
  std::vector<ProvidedModule> provided;  ///< Sorted by name.
};

/// The pure part. `libraries` are the modules of request.libraries, in the same order.
/// Errors name the files: two units with one module, a module nobody provides, modules that import each
/// other in a circle, standards that differ, header units.
Result<Collation> collate(const CollateRequest& request, const std::vector<ScannedUnit>& units,
                          const std::vector<std::vector<ProvidedModule>>& libraries);

std::string modules_json(const std::vector<ProvidedModule>& modules);
Result<std::vector<ProvidedModule>> parse_modules_json(std::string_view text);

/// Reads the request at `path` and everything it names, collates, writes.
Result<void> run_collate(const std::string& path);

}  // namespace hull::plan
