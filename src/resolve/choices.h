// What a package may still be: some of its versions, or not there at all.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace hull::resolve {

/// A subset of "absent, version 0, version 1, ..." of one package, whose versions are known and ascend.
///
/// With absence as one more choice, PubGrub's positive and negative terms are one thing: "not b >= 2" is the
/// set of absent and all versions below 2, and union, intersection and complement are those of sets. Packages
/// with up to 63 versions need one word.
class Choices {
 public:
  /// No choice of a package with `versions` versions.
  explicit Choices(std::size_t versions);
  Choices(const Choices& other)
      : first_(other.first_),
        more_(other.more_ ? std::make_unique<Words>(*other.more_) : nullptr),
        versions_(other.versions_) {}
  Choices(Choices&&) = default;
  Choices& operator=(const Choices& other) {
    if (this != &other) *this = Choices(other);
    return *this;
  }
  Choices& operator=(Choices&&) = default;
  ~Choices() = default;
  static Choices all(std::size_t versions) { return ~Choices(versions); }
  static Choices absent(std::size_t versions);
  /// Any version, not absence.
  static Choices present(std::size_t versions) { return ~absent(versions); }
  static Choices only(std::size_t versions, std::size_t version);

  std::size_t versions() const { return versions_; }
  bool contains(std::size_t version) const { return bit(version + 1); }
  bool allow_absence() const { return (first_ & 1) != 0; }
  void insert(std::size_t version);

  bool empty() const {
    return !any_word([](std::uint64_t word) { return word; });
  }
  bool is_all() const;
  /// How many versions are among them.
  std::size_t count() const;
  /// The lowest and the highest version; there is one.
  std::size_t lowest() const;
  std::size_t highest() const;

  Choices operator~() const;
  Choices& operator&=(const Choices& other);
  Choices& operator|=(const Choices& other);
  friend Choices operator&(Choices a, const Choices& b) { return a &= b; }
  friend Choices operator|(Choices a, const Choices& b) { return a |= b; }
  bool subset_of(const Choices& other) const {
    return !any_word([](std::uint64_t a, std::uint64_t b) { return a & ~b; }, other);
  }
  /// Some of what is excluded, so that a look at one word may tell that others are not a subset of these.
  std::uint64_t some_excluded() const { return ~first_; }
  /// False if `excluded`, of some other choices, shows that these are not a subset of those.
  bool may_be_subset(std::uint64_t excluded) const { return (first_ & excluded) == 0; }
  bool disjoint(const Choices& other) const {
    return !any_word([](std::uint64_t a, std::uint64_t b) { return a & b; }, other);
  }
  friend bool operator==(const Choices& a, const Choices& b) { return a.subset_of(b) && b.subset_of(a); }

 private:
  using Words = std::vector<std::uint64_t>;

  bool bit(std::size_t index) const;
  void set(std::size_t index);

  /// Whether `of` is not zero for some word, of this and of `others`.
  bool any_word(auto of, const auto&... others) const {
    if (of(first_, others.first_...) != 0) return true;
    if (!more_) return false;
    for (std::size_t i = 0; i < more_->size(); ++i) {
      if (of((*more_)[i], (*others.more_)[i]...) != 0) return true;
    }
    return false;
  }

  std::uint64_t first_ = 0;      ///< Bit 0: absence; bit i + 1: version i.
  std::unique_ptr<Words> more_;  ///< The words after the first; null when there are none, which is the rule.
  std::uint32_t versions_ = 0;
};

}  // namespace hull::resolve
