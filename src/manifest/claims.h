// Which files the tables of a manifest name in `sources`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "manifest/manifest.h"

namespace hull::manifest {

class Claims {
 public:
  /// Those of every table, conditional ones included: conventions leave these files alone.
  explicit Claims(const Manifest& manifest);
  /// Those of the tables of one kind that stand for one target each.
  Claims(const Manifest& manifest, TargetKind kind);

  bool has(std::string_view file) const;

  static bool matches(const std::vector<Text>& patterns, std::string_view file);

 private:
  struct Claim {
    const std::vector<Text>* sources;
    const std::vector<Text>* exclude;
  };
  void add(const std::vector<Text>& sources, const std::vector<Text>& exclude);

  std::vector<Claim> claims_;
};

/// A file name as a pattern that matches nothing else.
std::string literal_pattern(std::string_view file);

}  // namespace hull::manifest
