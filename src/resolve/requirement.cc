#include "resolve/requirement.h"

#include <fmt/format.h>

#include <optional>
#include <utility>

#include "resolve/version_scanner.h"

namespace hull::resolve {
namespace {

using Op = Comparator::Op;

constexpr std::pair<std::string_view, Op> kSigns[] = {
    {">=", Op::GreaterEqual}, {"<=", Op::LessEqual}, {">", Op::Greater}, {"<", Op::Less},
    {"=", Op::Exact},         {"^", Op::Caret},      {"~", Op::Tilde}};

Version first_prerelease(const Version& release) {
  return {release.major(), release.minor(), release.patch(), "0"};
}

/// Everything from `low` on, or nothing when there is no bound.
VersionSet from(const std::optional<Version>& low) { return low ? VersionSet::at_least(*low) : VersionSet(); }

/// The first version, pre-releases included, whose numbers are all after those that share the first
/// `precision` ones with `version`; nullopt when 64 bits hold none.
std::optional<Version> after_prefix(const Version& version, unsigned precision) {
  constexpr std::uint64_t kMax = ~std::uint64_t{0};
  Version next = version;
  if (precision == 3) {
    if (!next_release(next)) return {};
  } else if (precision == 2 && version.minor() < kMax) {
    next = {version.major(), version.minor() + 1, 0};
  } else if (precision > 0 && version.major() < kMax) {
    next = {version.major() + 1, 0, 0};
  } else {
    return {};
  }
  return first_prerelease(next);
}

/// All versions whose first `precision` numbers are those of `version`.
VersionSet with_prefix(const Version& version, unsigned precision) {
  const Version low(version.major(), version.minor(), version.patch());
  return VersionSet::at_least(first_prerelease(low)) & from(after_prefix(low, precision)).complement();
}

/// How many numbers a caret keeps: up to the first that is not zero.
unsigned kept_by_caret(const Comparator& comparator) {
  if (comparator.precision <= 1 || comparator.version.major() > 0) return 1;
  if (comparator.precision == 2 || comparator.version.minor() > 0) return 2;
  return 3;
}

/// Greater than all that `comparator` names.
VersionSet above(const Comparator& comparator) {
  if (comparator.precision < 3) return from(after_prefix(comparator.version, comparator.precision));
  return VersionSet::at_least(comparator.version) & VersionSet::exactly(comparator.version).complement();
}

/// Less than all that `comparator` names.
VersionSet below(const Comparator& comparator) {
  const Version& version = comparator.version;
  const Version bound = comparator.precision < 3 ? first_prerelease(version) : version;
  return VersionSet::at_least(bound).complement();
}

/// What `comparator` names itself. A version without all numbers names releases alone.
VersionSet named(const Comparator& comparator) {
  if (comparator.precision == 3) return VersionSet::exactly(comparator.version);
  if (comparator.precision == 0) return VersionSet::all_releases();
  return with_prefix(comparator.version, comparator.precision).releases();
}

VersionSet kept_from(const Comparator& comparator, unsigned kept) {
  return with_prefix(comparator.version, kept) & VersionSet::at_least(comparator.version);
}

/// A version of one to three numbers, or wildcards for the last of them, after `op`.
std::optional<Comparator> scan_operand(VersionScanner& scanner, std::optional<Op> op) {
  constexpr std::string_view kNumbers[] = {"major version", "minor version", "patch version"};
  Comparator comparator{.op = op.value_or(Op::Caret), .precision = 0, .version = {}};
  if (scanner.peek() == 'v' || scanner.peek() == 'V') {
    return scanner.flaw("a version begins with a digit", {"leave out the `v`"});
  }
  std::uint64_t numbers[3] = {};
  bool wild = false, more = true;
  for (std::size_t i = 0; i < 3 && more; ++i) {
    if (i > 0 && scanner.wildcard()) {
      wild = true;
    } else if (wild) {
      return scanner.flaw("only wildcards may follow a wildcard", {"write \"1.*\" or \"1.2.*\""});
    } else if (scanner.peek() == '*') {
      return scanner.flaw("`*` stands alone", {"write \"*\" for any version"});
    } else {
      const auto number = scanner.number(kNumbers[i]);
      if (!number) return {};
      numbers[i] = *number;
      ++comparator.precision;
    }
    more = scanner.take(".");
  }
  if (more) return scanner.flaw("a version has three numbers");
  if (wild && !op) comparator.op = Op::Wildcard;
  VersionScanner::Tail tail;
  if (scanner.peek() == '-' || scanner.peek() == '+') {
    if (comparator.precision < 3) {
      return scanner.flaw("a pre-release or build metadata needs all three numbers before it");
    }
    const auto scanned = scanner.tail();
    if (!scanned) return {};
    tail = *scanned;
  }
  comparator.version = Version(numbers[0], numbers[1], numbers[2], tail.prerelease);
  return comparator;
}

std::optional<Comparator> scan_comparator(VersionScanner& scanner) {
  scanner.skip_space();
  for (const auto& [sign, op] : kSigns) {
    if (!scanner.take(sign)) continue;
    if (scanner.peek() == '=' || scanner.peek() == '>' || scanner.peek() == '<') {
      return scanner.flaw(fmt::format("`{}{}` is no comparison", sign, scanner.peek()),
                          {"write one of `=`, `>`, `>=`, `<`, `<=`, `^`, `~`"});
    }
    scanner.skip_space();
    return scan_operand(scanner, op);
  }
  if (scanner.peek() == '!') {
    return scanner.flaw("nothing can be excluded", {"write the ranges that fit: \">=1.2, <1.5\""});
  }
  return scan_operand(scanner, {});
}

std::optional<std::vector<Comparator>> scan_requirement(VersionScanner& scanner) {
  scanner.skip_space();
  if (scanner.at_end()) {
    return scanner.flaw("it is empty", {"write \"*\" for any version"});
  }
  if (VersionScanner ahead = scanner; ahead.wildcard()) {
    ahead.skip_space();
    if (ahead.at_end()) return std::vector{Comparator{.op = Op::Wildcard, .precision = 0, .version = {}}};
  }
  std::vector<Comparator> comparators;
  do {
    auto comparator = scan_comparator(scanner);
    if (!comparator) return {};
    comparators.push_back(*std::move(comparator));
    scanner.skip_space();
  } while (scanner.take(","));
  if (scanner.at_end()) return comparators;
  std::vector<std::string> help;
  if (scanner.peek() == '|') {
    help = {"a requirement has no alternatives; write one range that holds them: \">=1, <3\""};
  } else {
    help = {"write a comma between comparisons: \">=1.2, <1.5\""};
  }
  return scanner.flaw(fmt::format("expected `,` or the end, found {}", scanner.found()), std::move(help));
}

}  // namespace

std::string Comparator::text() const {
  if (precision == 0) return "*";
  std::string_view sign;
  for (const auto& [text, op_of_text] : kSigns) {
    if (op_of_text == op) sign = text;
  }
  std::string text(sign);
  text += fmt::format("{}", version.major());
  if (precision > 1) text += fmt::format(".{}", version.minor());
  if (precision > 2) text += fmt::format(".{}", version.patch());
  if (version.is_prerelease()) (text += '-') += version.prerelease();
  if (op == Op::Wildcard) text += ".*";
  return text;
}

VersionSet Comparator::versions() const {
  switch (op) {
    case Op::Wildcard:
    case Op::Exact:
      return named(*this);
    case Op::Greater:
      return above(*this);
    case Op::GreaterEqual:
      return named(*this) | above(*this);
    case Op::Less:
      return below(*this);
    case Op::LessEqual:
      return named(*this) | below(*this);
    // "^1" and "^1.2" do not exclude pre-releases of what they name, "~1" and "~1.2" do: so the crate
    // `semver`. It shows only beside a comparison that names a pre-release.
    case Op::Caret: {
      const unsigned kept = kept_by_caret(*this);
      if (precision == 3) return kept_from(*this, kept);
      return with_prefix(version, kept) & VersionSet::at_least(first_prerelease(version));
    }
    case Op::Tilde:
      return precision == 3 ? kept_from(*this, 2) : named(*this);
  }
  std::unreachable();
}

Requirement::Requirement() : Requirement({Comparator{.op = Op::Wildcard, .precision = 0, .version = {}}}) {}

Requirement::Requirement(std::vector<Comparator> comparators) : comparators_(std::move(comparators)) {
  VersionSet matched = VersionSet::all(), admitted;
  for (const Comparator& comparator : comparators_) {
    matched = matched & comparator.versions();
    if (comparator.version.is_prerelease()) {
      admitted = admitted | with_prefix(comparator.version, 3).prereleases();
    }
  }
  versions_ = matched & (admitted | VersionSet::all_releases());
}

std::string Requirement::text() const {
  std::string text;
  for (const Comparator& comparator : comparators_) {
    if (!text.empty()) text += ", ";
    text += comparator.text();
  }
  return text;
}

Result<Requirement> parse_requirement(std::string_view text) {
  VersionScanner scanner(text, "version requirement");
  auto comparators = scan_requirement(scanner);
  if (!comparators) return scanner.error();
  Requirement requirement(*std::move(comparators));
  if (requirement.versions().empty()) {
    return fail({.message = fmt::format("no version can satisfy `{}`", requirement.text()),
                 .kind = ErrorKind::Usage,
                 .span = {},
                 .help = {"all comparisons must hold at once"},
                 .contexts = {}});
  }
  return requirement;
}

}  // namespace hull::resolve
