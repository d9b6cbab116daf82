// strncpy is given the length of the source, which is not what the target has room for.
// oracle: asan

#include <cstdio>
#include <cstring>

struct Contact {
  char name[16];
  char city[12];
};

class AddressBook {
 public:
  bool add(const char* name, const char* city) {
    if (used_ == capacity) return false;
    Contact contact{};
    std::strncpy(contact.city, city, std::strlen(city));  // expect: H0504
    std::snprintf(contact.name, sizeof contact.name, "%s", name);
    contacts_[used_++] = contact;
    return true;
  }

  int in_city(const char* city) const {
    int count = 0;
    for (int i = 0; i < used_; ++i) count += std::strcmp(contacts_[i].city, city) == 0;
    return count;
  }

 private:
  static constexpr int capacity = 8;
  Contact contacts_[capacity];
  int used_ = 0;
};

int main() {
  AddressBook book;
  book.add("Ada Lovelace", "London");
  book.add("Grace Hopper", "Arlington, Virginia, United States");
  std::printf("%d\n", book.in_city("London"));
}
