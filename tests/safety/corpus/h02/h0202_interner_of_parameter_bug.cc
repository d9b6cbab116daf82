// intern() stores the view it was given, though it is the caller's to throw away.
// oracle: asan

#include <cstdio>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>

class Interner {
 public:
  int intern(std::string_view name) {
    const auto found = ids_.find(name);  // expect?: H0202
    if (found != ids_.end()) return found->second;
    const int id = static_cast<int>(ids_.size());
    ids_.emplace(name, id);  // expect?: H0202
    return id;
  }

  std::size_t size() const { return ids_.size(); }

 private:
  struct Length {
    std::size_t operator()(std::string_view text) const { return text.size(); }
  };
  std::unordered_map<std::string_view, int, Length> ids_;
};

int intern_qualified(Interner& interner, const char* scope, const char* name) {
  std::string qualified = "namespace_of_the_library::";
  qualified.append(scope).append("::").append(name);
  return interner.intern(qualified);  // expect?: H0202
}

int main() {
  Interner interner;
  const int first = intern_qualified(interner, "detail", "hash_bytes");
  const int again = intern_qualified(interner, "detail", "hash_bytes");  // expect?: H0202
  std::printf("%d %d of %zu\n", first, again, interner.size());
}
