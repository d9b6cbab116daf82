// What is right with Boost's containers, pointers and optionals, and with fmt's buffers and arguments.
#include <fmt/format.h>

#include <boost/circular_buffer.hpp>
#include <boost/container/flat_map.hpp>
#include <boost/container/small_vector.hpp>
#include <boost/container/stable_vector.hpp>
#include <boost/container/static_vector.hpp>
#include <boost/function.hpp>
#include <boost/make_shared.hpp>
#include <boost/optional.hpp>
#include <boost/scoped_ptr.hpp>
#include <boost/unordered_map.hpp>
#include <boost/utility/string_view.hpp>
#include <boost/weak_ptr.hpp>

#include <iterator>
#include <string>
#include <vector>

namespace {

struct Node {
  int value = 0;
  boost::shared_ptr<Node> next;
};

boost::optional<int> find(const std::vector<int>& values, int wanted) {
  for (int value : values) {
    if (value == wanted) return value;
  }
  return boost::none;
}

int found(const std::vector<int>& values) {
  const boost::optional<int> one = find(values, 1);
  if (!one) return find(values, 2).value_or(0);
  if (auto two = find(values, 2)) return *one + *two;
  return one.get();
}

int reassigned() {
  boost::optional<std::string> name;
  name = "a name";
  int size = static_cast<int>(name->size());
  name = boost::none;
  if (name.is_initialized()) size += static_cast<int>(name->size());
  name.emplace("another");
  return size + static_cast<int>(name.value().size());
}

int list(int count) {
  boost::shared_ptr<Node> head = boost::make_shared<Node>();
  boost::shared_ptr<Node> last = head;
  for (int i = 1; i < count; ++i) {
    last->next = boost::make_shared<Node>();
    last = last->next;
    last->value = i;
  }
  int all = 0;
  for (const Node* at = head.get(); at; at = at->next.get()) all += at->value;
  boost::weak_ptr<Node> seen = last;
  if (const boost::shared_ptr<Node> locked = seen.lock()) all += locked->value;
  return all;
}

class Holder {
 public:
  Holder() : node_(new Node) {}
  void renew() { node_.reset(new Node); }
  int value() const { return node_ ? node_->value : 0; }

 private:
  boost::scoped_ptr<Node> node_;
};

int flat(int count) {
  boost::container::flat_map<int, std::string> names;
  names.reserve(8);
  for (int i = 0; i < count; ++i) names[i] = "name";
  const auto it = names.find(2);
  if (it == names.end()) return 0;
  const int size = static_cast<int>(it->second.size());
  names.erase(it);
  for (auto at = names.begin(); at != names.end();) at = at->second.empty() ? names.erase(at) : at + 1;
  return size;
}

int room() {
  boost::container::static_vector<int, 4> few;
  few.push_back(1);
  int& first = few.front();
  few.push_back(2);
  first = 3;
  boost::container::stable_vector<std::string> many(3);
  std::string& one = many[1];
  many.push_back("more");
  one = "one";
  return few[0] + static_cast<int>(many[1].size());
}

int small(int count) {
  boost::container::small_vector<int, 8> values;
  for (int i = 0; i < count; ++i) values.push_back(i);
  int all = 0;
  for (int value : values) all += value;
  return values.empty() ? 0 : all + values.back();
}

int ring() {
  boost::circular_buffer<int> last(3);
  for (int i = 0; i < 5; ++i) last.push_back(i);
  return last.empty() ? 0 : last.front() + last.back();
}

int table(boost::unordered_map<std::string, int>& counts) {
  int& one = counts["one"];
  counts["two"] = 2;
  one = 1;
  const auto it = counts.find("two");
  return it == counts.end() ? 0 : it->second + one;
}

boost::string_view stem(boost::string_view name) {
  const auto dot = name.rfind('.');
  return dot == boost::string_view::npos ? name : name.substr(0, dot);
}

int called(const boost::function<int(int)>& change) { return change ? change(2) : 0; }

std::string text(const std::vector<int>& values) {
  fmt::memory_buffer out;
  for (int value : values) fmt::format_to(std::back_inserter(out), "{} ", value);
  out.push_back('.');
  return fmt::to_string(out);
}

std::string joined(const std::vector<int>& values) {
  return fmt::format("{} of {}", fmt::join(values, ", "), fmt::to_string(values.size()));
}

std::string by_name(int number) {
  return fmt::vformat("{}-{}", fmt::make_format_args(number, stem("a.b").to_string()));
}

}  // namespace

int main() {
  boost::unordered_map<std::string, int> counts;
  Holder holder;
  holder.renew();
  const std::string name = "archive.tar";
  const int by = 3;
  return found({1, 2}) + reassigned() + list(4) + holder.value() + flat(5) + room() + small(9) + ring() + table(counts) +
                     static_cast<int>(stem(name).size()) + called([by](int value) { return value * by; }) +
                     static_cast<int>(text({1, 2}).size() + joined({1, 2}).size() + by_name(3).size()) ==
                 0
             ? 1
             : 0;
}
