// Events, observers, state machines, commands and undo.
#include <algorithm>
#include <any>
#include <array>
#include <cassert>
#include <chrono>
#include <compare>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <iterator>
#include <list>
#include <map>
#include <memory>
#include <optional>
#include <queue>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <variant>
#include <vector>

template <typename... Args>
class Signal {
 public:
  using Slot = std::function<void(Args...)>;
  class Connection {
   public:
    Connection() = default;
    Connection(std::weak_ptr<std::map<int, Slot>> slots, int id) : slots_(std::move(slots)), id_(id) {}
    Connection(Connection&&) = default;
    Connection& operator=(Connection&& other) noexcept {
      disconnect();
      slots_ = std::move(other.slots_);
      id_ = other.id_;
      return *this;
    }
    ~Connection() { disconnect(); }
    void disconnect() {
      if (const auto slots = slots_.lock()) slots->erase(id_);
      slots_.reset();
    }

   private:
    std::weak_ptr<std::map<int, Slot>> slots_;
    int id_ = 0;
  };
  [[nodiscard]] Connection connect(Slot slot) {
    const int id = next_++;
    slots_->emplace(id, std::move(slot));
    return Connection(slots_, id);
  }
  void operator()(Args... args) const {
    const auto copy = *slots_;  // A slot may disconnect itself.
    for (const auto& [id, slot] : copy) {
      if (slots_->contains(id)) slot(args...);
    }
  }

 private:
  std::shared_ptr<std::map<int, Slot>> slots_ = std::make_shared<std::map<int, Slot>>();
  int next_ = 0;
};

class Model {
 public:
  void set(std::string key, std::string value) {
    auto [it, fresh] = values_.insert_or_assign(std::move(key), std::move(value));
    changed(it->first, it->second);
    (void)fresh;
  }
  const std::string* get(const std::string& key) const {
    const auto it = values_.find(key);
    return it != values_.end() ? &it->second : nullptr;
  }
  Signal<const std::string&, const std::string&> changed;

 private:
  std::map<std::string, std::string> values_;
};

class View {
 public:
  explicit View(Model& model)
      : connection_(model.changed.connect([this](const std::string& key, const std::string& value) {
          lines_.push_back(key + "=" + value);
        })) {}
  const std::vector<std::string>& lines() const { return lines_; }

 private:
  std::vector<std::string> lines_;
  Signal<const std::string&, const std::string&>::Connection connection_;
};

class Command {
 public:
  virtual ~Command() = default;
  virtual void apply(std::string& text) = 0;
  virtual void revert(std::string& text) = 0;
};

class Insert final : public Command {
 public:
  Insert(std::size_t at, std::string what) : at_(at), what_(std::move(what)) {}
  void apply(std::string& text) override { text.insert(std::min(at_, text.size()), what_); }
  void revert(std::string& text) override { text.erase(std::min(at_, text.size()), what_.size()); }

 private:
  std::size_t at_;
  std::string what_;
};

class Erase final : public Command {
 public:
  Erase(std::size_t at, std::size_t count) : at_(at), count_(count) {}
  void apply(std::string& text) override {
    if (at_ >= text.size()) return;
    gone_ = text.substr(at_, count_);
    text.erase(at_, count_);
  }
  void revert(std::string& text) override {
    if (!gone_.empty()) text.insert(at_, gone_);
    gone_.clear();
  }

 private:
  std::size_t at_, count_;
  std::string gone_;
};

class Editor {
 public:
  void run(std::unique_ptr<Command> command) {
    command->apply(text_);
    done_.push_back(std::move(command));
    undone_.clear();
  }
  bool undo() {
    if (done_.empty()) return false;
    done_.back()->revert(text_);
    undone_.push_back(std::move(done_.back()));
    done_.pop_back();
    return true;
  }
  bool redo() {
    if (undone_.empty()) return false;
    auto command = std::move(undone_.back());
    undone_.pop_back();
    command->apply(text_);
    done_.push_back(std::move(command));
    return true;
  }
  const std::string& text() const { return text_; }

 private:
  std::string text_;
  std::vector<std::unique_ptr<Command>> done_, undone_;
};

struct Idle {};
struct Connecting {
  int attempts = 0;
};
struct Connected {
  std::string session;
  std::shared_ptr<int> socket;
};
using ConnectionState = std::variant<Idle, Connecting, Connected>;

template <typename... Fs>
struct Overloaded : Fs... {
  using Fs::operator()...;
};

class Client {
 public:
  void step() {
    state_ = std::visit(Overloaded{
                            [](const Idle&) -> ConnectionState { return Connecting{1}; },
                            [](const Connecting& c) -> ConnectionState {
                              if (c.attempts < 3) return Connecting{c.attempts + 1};
                              return Connected{"s" + std::to_string(c.attempts), std::make_shared<int>(7)};
                            },
                            [](Connected& c) -> ConnectionState { return std::move(c); },
                        },
                        state_);
  }
  std::optional<std::string_view> session() const {
    if (const auto* connected = std::get_if<Connected>(&state_)) return connected->session;
    return std::nullopt;
  }

 private:
  ConnectionState state_;
};

/// Timers, the next first.
class Scheduler {
 public:
  using Time = std::uint64_t;
  using Action = std::function<void(Scheduler&)>;
  void at(Time when, Action action) { queue_.push({when, next_++, std::move(action)}); }
  void run_until(Time end) {
    while (!queue_.empty() && queue_.top().when <= end) {
      // `top` is const: what is in it is moved out all the same.
      Entry entry = std::move(const_cast<Entry&>(queue_.top()));
      queue_.pop();
      now_ = entry.when;
      entry.action(*this);
    }
    now_ = end;
  }
  Time now() const { return now_; }

 private:
  struct Entry {
    Time when;
    std::uint64_t order;
    Action action;
    bool operator<(const Entry& other) const {
      return std::tie(other.when, other.order) < std::tie(when, order);
    }
  };
  std::priority_queue<Entry> queue_;
  std::uint64_t next_ = 0;
  Time now_ = 0;
};

class Node : public std::enable_shared_from_this<Node> {
 public:
  explicit Node(std::string name) : name_(std::move(name)) {}
  std::shared_ptr<Node> add(std::string name) {
    auto child = std::make_shared<Node>(std::move(name));
    child->parent_ = weak_from_this();
    children_.push_back(child);
    return child;
  }
  std::string path() const {
    const auto parent = parent_.lock();
    return parent ? parent->path() + "/" + name_ : name_;
  }
  bool remove(const Node* child) {
    const auto it = std::find_if(children_.begin(), children_.end(),
                                 [&](const std::shared_ptr<Node>& one) { return one.get() == child; });
    if (it == children_.end()) return false;
    children_.erase(it);
    return true;
  }
  template <typename F>
  void visit(F&& f) const {
    f(*this);
    for (const auto& child : children_) child->visit(f);
  }
  const std::string& name() const { return name_; }

 private:
  std::string name_;
  std::weak_ptr<Node> parent_;
  std::vector<std::shared_ptr<Node>> children_;
};

/// Handlers by name, which may be taken away while they are called.
class Bus {
 public:
  using Handler = std::function<void(std::string_view)>;
  int subscribe(const std::string& topic, Handler handler) {
    topics_[topic].push_back({next_, std::move(handler), false});
    return next_++;
  }
  void unsubscribe(int id) {
    for (auto& [topic, handlers] : topics_) {
      for (auto& entry : handlers) {
        if (entry.id == id) entry.gone = true;
      }
    }
    if (depth_ == 0) sweep();
  }
  void publish(const std::string& topic, std::string_view message) {
    const auto it = topics_.find(topic);
    if (it == topics_.end()) return;
    ++depth_;
    for (std::size_t i = 0, n = it->second.size(); i < n; ++i) {
      if (!it->second[i].gone) {
        const Handler handler = it->second[i].handler;
        handler(message);
      }
    }
    if (--depth_ == 0) sweep();
  }

 private:
  struct Entry {
    int id;
    Handler handler;
    bool gone;
  };
  void sweep() {
    for (auto it = topics_.begin(); it != topics_.end();) {
      std::erase_if(it->second, [](const Entry& entry) { return entry.gone; });
      it = it->second.empty() ? topics_.erase(it) : std::next(it);
    }
  }
  std::map<std::string, std::vector<Entry>> topics_;
  int next_ = 1;
  int depth_ = 0;
};

class Options {
 public:
  Options& flag(std::string name, bool* target) {
    handlers_[std::move(name)] = [target](std::queue<std::string>&) { *target = true; };
    return *this;
  }
  Options& value(std::string name, std::string* target) {
    handlers_[name] = [target, name](std::queue<std::string>& rest) {
      if (rest.empty()) throw std::invalid_argument(name + " needs a value");
      *target = std::move(rest.front());
      rest.pop();
    };
    return *this;
  }
  std::vector<std::string> parse(int argc, const char* const* argv) {
    std::queue<std::string> rest;
    for (int i = 1; i < argc; ++i) rest.emplace(argv[i]);
    std::vector<std::string> positional;
    while (!rest.empty()) {
      std::string argument = std::move(rest.front());
      rest.pop();
      if (const auto handler = handlers_.find(argument); handler != handlers_.end()) {
        handler->second(rest);
      } else {
        positional.push_back(std::move(argument));
      }
    }
    return positional;
  }

 private:
  std::unordered_map<std::string, std::function<void(std::queue<std::string>&)>> handlers_;
};

int main() {
  Model model;
  std::size_t lines = 0;
  {
    View view(model);
    model.set("a", "1");
    model.set("b", "2");
    lines = view.lines().size();
  }
  model.set("c", "3");
  Editor editor;
  editor.run(std::make_unique<Insert>(0, "hello"));
  editor.run(std::make_unique<Erase>(1, 3));
  editor.undo();
  editor.redo();
  Client client;
  for (int i = 0; i < 6; ++i) client.step();
  Scheduler scheduler;
  int ticks = 0;
  std::function<void(Scheduler&)> tick = [&](Scheduler& s) {
    ++ticks;
    s.at(s.now() + 10, tick);
  };
  scheduler.at(0, tick);
  scheduler.run_until(50);
  auto root = std::make_shared<Node>("root");
  auto leaf = root->add("a")->add("b");
  std::size_t names = 0;
  root->visit([&](const Node& node) { names += node.name().size(); });
  const std::string path = leaf->path();
  Bus bus;
  int heard = 0;
  int id = 0;
  id = bus.subscribe("x", [&](std::string_view) {
    ++heard;
    bus.unsubscribe(id);
  });
  bus.publish("x", "one");
  bus.publish("x", "two");
  bool verbose = false;
  std::string out;
  const char* arguments[] = {"p", "--verbose", "-o", "file", "input"};
  const auto inputs = Options().flag("--verbose", &verbose).value("-o", &out).parse(5, arguments);
  const auto session = client.session();
  return verbose && out == "file" && inputs.size() == 1 && heard == 1 && ticks == 6 && lines == 2 &&
                 session && *session == "s3" && path == "root/a/b" && names == 6 && editor.text() == "ho" &&
                 model.get("c")
             ? 0
             : 1;
}
