// Sinks, trees, lists.
// oracle: clean
#include <algorithm>
#include <iterator>
#include <list>
#include <map>
#include <memory>
#include <numeric>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace {

struct Expression {
  virtual ~Expression() = default;
  virtual int value() const = 0;
};
struct Number : Expression {
  explicit Number(int n) : n_(n) {}
  int value() const override { return n_; }
  int n_;
};
struct Binary : Expression {
  Binary(char op, std::unique_ptr<Expression> left, std::unique_ptr<Expression> right)
      : op_(op), left_(std::move(left)), right_(std::move(right)) {}
  int value() const override {
    return op_ == '+' ? left_->value() + right_->value() : left_->value() * right_->value();
  }
  char op_;
  std::unique_ptr<Expression> left_, right_;
};

std::unique_ptr<Expression> sum(std::unique_ptr<Expression> a, std::unique_ptr<Expression> b) {
  return std::make_unique<Binary>('+', std::move(a), std::move(b));
}

class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {}
  std::unique_ptr<Expression> parse() {
    auto left = term();
    while (at_ < text_.size() && text_[at_] == '+') {
      ++at_;
      auto right = term();
      left = std::make_unique<Binary>('+', std::move(left), std::move(right));
    }
    return left;
  }

 private:
  std::unique_ptr<Expression> term() {
    auto left = number();
    while (at_ < text_.size() && text_[at_] == '*') {
      ++at_;
      left = std::make_unique<Binary>('*', std::move(left), number());
    }
    return left;
  }
  std::unique_ptr<Expression> number() {
    int n = 0;
    while (at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9') n = n * 10 + (text_[at_++] - '0');
    return std::make_unique<Number>(n);
  }
  std::string_view text_;
  std::size_t at_ = 0;
};

struct Table {
  Table(std::string name, std::vector<std::string> columns)
      : name_(std::move(name)), columns_(std::move(columns)) {}
  std::string name_;
  std::vector<std::string> columns_;
};

int tables() {
  std::vector<Table> all;
  std::vector<std::string> columns{"id", "name"};
  all.emplace_back("users", std::move(columns));
  columns = {"id", "sum", "when"};
  all.emplace_back("orders", std::move(columns));
  const auto shared = std::make_shared<Table>("x", std::vector<std::string>{"a"});
  int n = 0;
  for (const Table& table : all) n += static_cast<int>(table.columns_.size() + table.name_.size());
  return n + static_cast<int>(shared->columns_.front().size());
}

struct Job {
  Job(int id, std::unique_ptr<Expression> what, std::vector<int> after)
      : id(id), what(std::move(what)), after(std::move(after)) {}
  int id;
  std::unique_ptr<Expression> what;
  std::vector<int> after;
};

int jobs() {
  std::map<int, Job> by_id;
  std::vector<std::unique_ptr<Job>> queue;
  for (int i = 0; i < 3; ++i) {
    auto what = std::make_unique<Number>(i);
    std::vector<int> after(static_cast<std::size_t>(i), i);
    by_id.emplace(std::piecewise_construct, std::forward_as_tuple(i),
                  std::forward_as_tuple(i, std::make_unique<Number>(i), after));
    queue.push_back(std::make_unique<Job>(i, std::move(what), std::move(after)));
  }
  by_id.try_emplace(7, 7, std::make_unique<Number>(7), std::vector<int>{1});
  std::optional<Job> best;
  best.emplace(1, std::make_unique<Number>(1), std::vector<int>{2, 3});
  int total = best->what->value() + best->after[0];
  for (const auto& [id, job] : by_id) total += id + job.what->value();
  for (const auto& job : queue) {
    total += job->what->value();
    for (int n : job->after) total += n;
  }
  return total;
}

int lists() {
  std::list<std::string> todo{"a", "b"}, done;
  const std::string& first = todo.front();
  done.splice(done.end(), todo, todo.begin());
  std::size_t n = first.size();
  done.splice(done.begin(), todo);
  n += first.size() + done.size();
  std::list<std::string> other{"c"};
  const std::string& c = other.front();
  done.sort();
  other.sort();
  done.merge(other);
  n += c.size();
  for (const std::string& one : done) n += one.size();
  std::map<int, std::string> m{{1, "x"}}, k{{2, "y"}};
  const std::string& y = k.at(2);
  m.merge(k);
  return static_cast<int>(n + y.size());
}

int moved_ranges() {
  std::vector<std::unique_ptr<Number>> from;
  from.push_back(std::make_unique<Number>(1));
  from.push_back(std::make_unique<Number>(2));
  std::vector<std::unique_ptr<Number>> into(std::make_move_iterator(from.begin()),
                                            std::make_move_iterator(from.end()));
  from.clear();
  std::vector<std::unique_ptr<Number>> more;
  more.insert(more.end(), std::make_move_iterator(into.begin()), std::make_move_iterator(into.end()));
  into.clear();
  std::vector<std::unique_ptr<Number>> last;
  std::move(more.begin(), more.end(), std::back_inserter(last));
  more.clear();
  int n = 0;
  for (const auto& one : last) n += one->value();
  return n;
}

int histogram(std::string_view text) {
  int count[256] = {};
  for (char c : text) ++count[static_cast<unsigned char>(c)];
  int small[128] = {};
  for (char c : text)
    if (c >= 0) ++small[static_cast<int>(c)];
  int signs[3] = {};
  for (signed char c : text) ++signs[c < 0 ? 0 : c == 0 ? 1 : 2];
  return count[65] + small[65] + signs[2];
}

struct Config {
  std::string name;
  std::vector<std::string> paths;
};
class Builder {
 public:
  Builder& name(std::string n) {
    config_.name = std::move(n);
    return *this;
  }
  Builder& path(std::string p) {
    config_.paths.push_back(std::move(p));
    return *this;
  }
  Config build() { return std::move(config_); }

 private:
  Config config_;
};
int built() {
  Config c = Builder().name("a").path("b").path("c").build();
  return static_cast<int>(c.paths.back().size() + c.name.size());
}

class Holder {
 public:
  explicit Holder(std::vector<std::string> names) { names_.swap(names); }
  void reset(std::vector<std::string> names) { std::swap(names_, names); }
  const std::string& first() const { return names_.front(); }
  std::vector<std::string> names_;
};
int holders() {
  std::vector<std::string> names{"a", "b"};
  Holder h(names);
  Holder k(std::move(names));
  h.reset({"x"});
  k.reset(h.names_);
  auto u = std::make_unique<Holder>(k.names_);
  return static_cast<int>(h.first().size() + k.first().size() + u->first().size());
}

}  // namespace

int main() {
  auto s = sum(std::make_unique<Number>(1), std::make_unique<Number>(2));
  Parser p("1+2*3");
  return (s->value() + p.parse()->value() + tables() + jobs() + lists() + moved_ranges() + histogram("abc") +
          built() + holders()) == 0;
}
