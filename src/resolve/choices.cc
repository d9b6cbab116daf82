#include "resolve/choices.h"

#include <bit>

namespace hull::resolve {
namespace {

constexpr std::size_t kWord = 64;

}  // namespace

Choices::Choices(std::size_t versions)
    : more_(versions < kWord ? nullptr : std::make_unique<Words>(versions / kWord)),
      versions_(static_cast<std::uint32_t>(versions)) {}

Choices Choices::absent(std::size_t versions) {
  Choices choices(versions);
  choices.set(0);
  return choices;
}

Choices Choices::only(std::size_t versions, std::size_t version) {
  Choices choices(versions);
  choices.insert(version);
  return choices;
}

void Choices::insert(std::size_t version) { set(version + 1); }

bool Choices::is_all() const { return allow_absence() && count() == versions_; }

std::size_t Choices::count() const {
  std::size_t count = static_cast<std::size_t>(std::popcount(first_ & ~std::uint64_t{1}));
  if (!more_) return count;
  for (const std::uint64_t word : *more_) count += static_cast<std::size_t>(std::popcount(word));
  return count;
}

std::size_t Choices::lowest() const {
  const std::uint64_t versions = first_ & ~std::uint64_t{1};
  if (versions != 0) return static_cast<std::size_t>(std::countr_zero(versions)) - 1;
  std::size_t i = 0;
  while ((*more_)[i] == 0) ++i;
  return (i + 1) * kWord + static_cast<std::size_t>(std::countr_zero((*more_)[i])) - 1;
}

std::size_t Choices::highest() const {
  for (std::size_t i = more_ ? more_->size() : 0; i > 0; --i) {
    const std::uint64_t word = (*more_)[i - 1];
    if (word != 0) return i * kWord + static_cast<std::size_t>(std::bit_width(word)) - 2;
  }
  return static_cast<std::size_t>(std::bit_width(first_)) - 2;
}

Choices Choices::operator~() const {
  Choices result = *this;
  result.first_ = ~first_;
  if (more_) {
    for (std::uint64_t& word : *result.more_) word = ~word;
  }
  // Bits beyond the last version stay clear.
  std::uint64_t& last = more_ ? result.more_->back() : result.first_;
  const std::size_t used = (versions_ + 1) % kWord;
  if (used != 0) last &= (std::uint64_t{1} << used) - 1;
  return result;
}

Choices& Choices::operator&=(const Choices& other) {
  first_ &= other.first_;
  if (!more_) return *this;
  for (std::size_t i = 0; i < more_->size(); ++i) (*more_)[i] &= (*other.more_)[i];
  return *this;
}

Choices& Choices::operator|=(const Choices& other) {
  first_ |= other.first_;
  if (!more_) return *this;
  for (std::size_t i = 0; i < more_->size(); ++i) (*more_)[i] |= (*other.more_)[i];
  return *this;
}

bool Choices::bit(std::size_t index) const {
  const std::uint64_t word = index < kWord ? first_ : (*more_)[index / kWord - 1];
  return (word >> (index % kWord) & 1) != 0;
}

void Choices::set(std::size_t index) {
  std::uint64_t& word = index < kWord ? first_ : (*more_)[index / kWord - 1];
  word |= std::uint64_t{1} << (index % kWord);
}

}  // namespace hull::resolve
