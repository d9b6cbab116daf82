// intern() stores a view of the copy that it keeps.
// oracle: clean

#include <cstdio>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>

class Interner {
 public:
  int intern(std::string_view name) {
    const auto found = ids_.find(name);
    if (found != ids_.end()) return found->second;
    const int id = static_cast<int>(ids_.size());
    name = names_.emplace_back(name);
    ids_.emplace(name, id);
    return id;
  }

  std::size_t size() const { return ids_.size(); }

 private:
  struct Length {
    std::size_t operator()(std::string_view text) const { return text.size(); }
  };
  std::deque<std::string> names_;
  std::unordered_map<std::string_view, int, Length> ids_;
};

int intern_qualified(Interner& interner, const char* scope, const char* name) {
  std::string qualified = "namespace_of_the_library::";
  qualified.append(scope).append("::").append(name);
  return interner.intern(qualified);
}

int main() {
  Interner interner;
  const int first = intern_qualified(interner, "detail", "hash_bytes");
  const int again = intern_qualified(interner, "detail", "hash_bytes");
  std::printf("%d %d of %zu\n", first, again, interner.size());
}
