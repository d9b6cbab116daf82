// Each element is moved and its length asked afterwards.
// oracle: assert
#include <cassert>
#include <cstddef>
#include <cstdio>
#include <memory>
#include <new>
#include <string>
#include <utility>

class Names {
 public:
  Names() = default;
  Names(Names&& other) noexcept { steal(other); }
  Names(const Names&) = delete;
  Names& operator=(const Names&) = delete;
  ~Names() { std::destroy(begin(), end()); }
  void add(std::string name) {
    assert(size_ < kMost);
    ::new (static_cast<void*>(data() + size_)) std::string(std::move(name));
    ++size_;
  }
  std::string* begin() { return data(); }
  std::string* end() { return data() + size_; }
  std::size_t size() const { return size_; }
  std::size_t length() const { return length_; }

 private:
  static constexpr std::size_t kMost = 4;
  std::string* data() { return reinterpret_cast<std::string*>(storage_); }
  void steal(Names& other) {
    for (std::string& name : other) {
      add(std::move(name));
      length_ += name.size();  // expect: H0101
    }
    std::destroy(other.begin(), other.end());
    other.size_ = 0;
  }
  std::size_t size_ = 0;
  std::size_t length_ = 0;
  alignas(std::string) std::byte storage_[kMost * sizeof(std::string)];
};

int main() {
  Names names;
  names.add("a name that is too long to be kept in place");
  names.add("two");
  Names taken = std::move(names);
  std::size_t length = taken.length();
  std::printf("%zu\n", length);
  assert(length == 46);
  return taken.size() == 2 && names.size() == 0 ? 0 : 1;
}
