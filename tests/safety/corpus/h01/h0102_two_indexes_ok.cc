// Only the index by number deletes; the index by name borrows.
// oracle: clean

#include <cstdio>
#include <map>
#include <string>

struct Contact {
  std::string name;
  long number;
  int calls = 0;
};

class AddressBook {
 public:
  AddressBook() = default;
  AddressBook(const AddressBook&) = delete;
  AddressBook& operator=(const AddressBook&) = delete;
  ~AddressBook() {
    for (auto& [number, contact] : by_number_) delete contact;
  }

  void add(const std::string& name, long number) {
    if (by_number_.contains(number)) return;
    auto* contact = new Contact{name, number};
    by_number_.emplace(number, contact);
    by_name_.emplace(name, contact);
  }

  int called(long number) {
    auto found = by_number_.find(number);
    return found == by_number_.end() ? 0 : ++found->second->calls;
  }

  int calls(const std::string& name) const {
    int sum = 0;
    auto [first, last] = by_name_.equal_range(name);
    for (auto entry = first; entry != last; ++entry) sum += entry->second->calls;
    return sum;
  }

 private:
  std::map<long, Contact*> by_number_;
  std::multimap<std::string, Contact*> by_name_;
};

int main() {
  AddressBook book;
  book.add("ada", 4711);
  book.add("ada", 4712);
  book.called(4711);
  book.called(4712);
  std::printf("%d\n", book.calls("ada"));
}
