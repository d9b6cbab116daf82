// Versions of packages: Semantic Versioning 2.0 (https://semver.org).
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace hull::resolve {

/// MAJOR.MINOR.PATCH[-PRERELEASE][+BUILD].
///
/// Five words, and a comparison of two releases looks at three numbers; only pre-releases and build metadata,
/// which are rare, live on the heap, shared between copies.
class Version {
 public:
  /// 0.0.0.
  Version() = default;
  /// A release.
  Version(std::uint64_t major, std::uint64_t minor, std::uint64_t patch)
      : major_(major), minor_(minor), patch_(patch) {}
  /// `prerelease` and `build` follow the grammar (items 9 and 10 of the specification), or are empty.
  Version(std::uint64_t major, std::uint64_t minor, std::uint64_t patch, std::string_view prerelease,
          std::string_view build = {});

  std::uint64_t major() const { return major_; }
  std::uint64_t minor() const { return minor_; }
  std::uint64_t patch() const { return patch_; }
  bool is_prerelease() const { return tail_ && tail_->prerelease_size > 0; }
  /// "alpha.1", without the hyphen; empty for a release.
  std::string_view prerelease() const [[clang::lifetimebound]];
  /// "20240116.git", without the plus; often empty.
  std::string_view build() const [[clang::lifetimebound]];

  /// As it is written in a manifest.
  std::string text() const;

  /// Precedence (item 11): a pre-release comes before its release. Build metadata has no weight, so versions
  /// that differ in it alone are equivalent, though not the same; hence the weak order.
  friend std::weak_ordering operator<=>(const Version& a, const Version& b) {
    if (a.major_ != b.major_) return a.major_ <=> b.major_;
    if (a.minor_ != b.minor_) return a.minor_ <=> b.minor_;
    if (a.patch_ != b.patch_) return a.patch_ <=> b.patch_;
    if (!a.tail_ && !b.tail_) return std::weak_ordering::equivalent;
    return compare_prereleases(a.prerelease(), b.prerelease());
  }
  friend bool operator==(const Version& a, const Version& b) { return (a <=> b) == 0; }

 private:
  struct Tail {
    std::string text;  ///< The pre-release and then the build metadata, without signs.
    std::size_t prerelease_size = 0;
  };
  static std::weak_ordering compare_prereleases(std::string_view a, std::string_view b);

  std::uint64_t major_ = 0, minor_ = 0, patch_ = 0;
  std::shared_ptr<const Tail> tail_;  ///< Null for a release without build metadata.
};

/// Reads a version with its three numbers. Errors (usage): what is wrong, the column, and how to write it.
Result<Version> parse_version(std::string_view text);

}  // namespace hull::resolve
