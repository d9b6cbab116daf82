// std::move makes a reference of what next() returns, and the reference does not keep it.
// oracle: asan

#include <iostream>
#include <string>
#include <utility>
#include <vector>

class Mailbox {
 public:
  void deliver(std::string letter) { letters_.push_back(std::move(letter)); }
  bool empty() const { return letters_.empty(); }

  std::string next() {
    std::string letter = std::move(letters_.back());
    letters_.pop_back();
    return letter;
  }

 private:
  std::vector<std::string> letters_;
};

std::size_t read_all(Mailbox& mailbox) {
  std::size_t characters = 0;
  while (!mailbox.empty()) {
    std::string&& letter = std::move(mailbox.next());  // expect?: H0203
    for (char c : letter) characters += c != ' ';      // expect?: H0203
  }
  return characters;
}

int main() {
  Mailbox mailbox;
  mailbox.deliver("Dear reader, this is the first letter of three");
  mailbox.deliver("and this one is the second, written in haste");
  std::cout << read_all(mailbox) << '\n';
}
