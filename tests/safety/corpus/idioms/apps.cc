// A virtual machine, a text editor, widgets, a spreadsheet, bookings, a scheduler.
// oracle: clean
#include <algorithm>
#include <array>
#include <cassert>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <deque>
#include <fstream>
#include <functional>
#include <iterator>
#include <list>
#include <map>
#include <memory>
#include <numeric>
#include <optional>
#include <queue>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <variant>
#include <vector>

namespace {

enum class Op : std::uint8_t { Push, Add, Mul, Load, Store, Jump, JumpIfZero, Call, Return, Print, Halt };
struct Instruction {
  Op op;
  std::int32_t operand = 0;
};
class Machine {
 public:
  explicit Machine(std::vector<Instruction> code) : code_(std::move(code)) {}
  std::optional<int> run(std::size_t limit) {
    std::size_t pc = 0;
    while (limit-- > 0) {
      if (pc >= code_.size()) return std::nullopt;
      const Instruction& instruction = code_[pc++];
      switch (instruction.op) {
        case Op::Push:
          stack_.push_back(instruction.operand);
          break;
        case Op::Add:
        case Op::Mul: {
          if (stack_.size() < 2) return std::nullopt;
          const int b = pop(), a = pop();
          stack_.push_back(instruction.op == Op::Add ? a + b : a * b);
          break;
        }
        case Op::Load:
          if (!valid(instruction.operand)) return std::nullopt;
          stack_.push_back(memory_[static_cast<std::size_t>(instruction.operand)]);
          break;
        case Op::Store:
          if (!valid(instruction.operand) || stack_.empty()) return std::nullopt;
          memory_[static_cast<std::size_t>(instruction.operand)] = pop();
          break;
        case Op::Jump:
          pc = static_cast<std::size_t>(instruction.operand);
          break;
        case Op::JumpIfZero:
          if (stack_.empty()) return std::nullopt;
          if (pop() == 0) pc = static_cast<std::size_t>(instruction.operand);
          break;
        case Op::Call:
          calls_.push_back(pc);
          pc = static_cast<std::size_t>(instruction.operand);
          break;
        case Op::Return:
          if (calls_.empty()) return std::nullopt;
          pc = calls_.back();
          calls_.pop_back();
          break;
        case Op::Print:
          if (stack_.empty()) return std::nullopt;
          output_ += std::to_string(stack_.back()) + '\n';
          break;
        case Op::Halt:
          return stack_.empty() ? 0 : stack_.back();
      }
    }
    return std::nullopt;
  }
  const std::string& output() const { return output_; }

 private:
  int pop() {
    const int value = stack_.back();
    stack_.pop_back();
    return value;
  }
  bool valid(std::int32_t at) const { return at >= 0 && static_cast<std::size_t>(at) < memory_.size(); }
  std::vector<Instruction> code_;
  std::vector<int> stack_;
  std::vector<std::size_t> calls_;
  std::array<int, 16> memory_{};
  std::string output_;
};

class Assembler {
 public:
  std::vector<Instruction> assemble(const std::string& text) {
    std::istringstream lines(text);
    std::vector<std::pair<std::size_t, std::string>> fixups;
    std::unordered_map<std::string, std::size_t> labels;
    std::vector<Instruction> code;
    for (std::string line; std::getline(lines, line);) {
      std::istringstream words(line);
      std::string word;
      if (!(words >> word)) continue;
      if (word.back() == ':') {
        word.pop_back();
        labels[word] = code.size();
        continue;
      }
      const auto op = ops().find(word);
      if (op == ops().end()) throw std::invalid_argument("unknown " + word);
      Instruction instruction{op->second};
      if (std::string operand; words >> operand) {
        if (std::isdigit(static_cast<unsigned char>(operand.front())))
          instruction.operand = std::stoi(operand);
        else
          fixups.emplace_back(code.size(), operand);
      }
      code.push_back(instruction);
    }
    for (const auto& [at, label] : fixups) {
      const auto found = labels.find(label);
      if (found == labels.end()) throw std::invalid_argument("no label " + label);
      code[at].operand = static_cast<std::int32_t>(found->second);
    }
    return code;
  }

 private:
  static const std::map<std::string, Op>& ops() {
    static const std::map<std::string, Op> table{
        {"push", Op::Push},   {"add", Op::Add},     {"mul", Op::Mul},       {"load", Op::Load},
        {"store", Op::Store}, {"jump", Op::Jump},   {"jz", Op::JumpIfZero}, {"call", Op::Call},
        {"ret", Op::Return},  {"print", Op::Print}, {"halt", Op::Halt}};
    return table;
  }
};

class GapBuffer {
 public:
  void insert(char c) {
    if (gap_begin_ == gap_end_) grow();
    data_[gap_begin_++] = c;
  }
  bool erase() {
    if (gap_begin_ == 0) return false;
    --gap_begin_;
    return true;
  }
  void move(std::size_t to) {
    to = std::min(to, size());
    while (gap_begin_ > to) data_[--gap_end_] = data_[--gap_begin_];
    while (gap_begin_ < to) data_[gap_begin_++] = data_[gap_end_++];
  }
  std::size_t size() const { return data_.size() - (gap_end_ - gap_begin_); }
  char at(std::size_t i) const { return i < gap_begin_ ? data_[i] : data_[i + (gap_end_ - gap_begin_)]; }
  std::string text() const {
    return std::string(data_.begin(), data_.begin() + static_cast<std::ptrdiff_t>(gap_begin_)) +
           std::string(data_.begin() + static_cast<std::ptrdiff_t>(gap_end_), data_.end());
  }

 private:
  void grow() {
    std::vector<char> bigger(data_.size() * 2 + 16);
    const std::size_t tail = data_.size() - gap_end_;
    std::copy(data_.begin(), data_.begin() + static_cast<std::ptrdiff_t>(gap_begin_), bigger.begin());
    std::copy(data_.begin() + static_cast<std::ptrdiff_t>(gap_end_), data_.end(),
              bigger.end() - static_cast<std::ptrdiff_t>(tail));
    gap_end_ = bigger.size() - tail;
    data_ = std::move(bigger);
  }
  std::vector<char> data_;
  std::size_t gap_begin_ = 0, gap_end_ = 0;
};

class Widget {
 public:
  explicit Widget(std::string name) : name_(std::move(name)) {}
  virtual ~Widget() {
    for (auto& callback : on_destroy_) callback(*this);
  }
  Widget(const Widget&) = delete;
  Widget& operator=(const Widget&) = delete;
  Widget& add(std::unique_ptr<Widget> child) {
    child->parent_ = this;
    children_.push_back(std::move(child));
    return *children_.back();
  }
  template <class W, class... Args>
  W& make(Args&&... args) {
    auto child = std::make_unique<W>(std::forward<Args>(args)...);
    W& made = *child;
    add(std::move(child));
    return made;
  }
  std::unique_ptr<Widget> remove(const Widget& child) {
    const auto it =
        std::find_if(children_.begin(), children_.end(), [&](const auto& c) { return c.get() == &child; });
    if (it == children_.end()) return nullptr;
    std::unique_ptr<Widget> out = std::move(*it);
    children_.erase(it);
    out->parent_ = nullptr;
    return out;
  }
  Widget* find(std::string_view name) {
    if (name_ == name) return this;
    for (const auto& child : children_)
      if (Widget* found = child->find(name)) return found;
    return nullptr;
  }
  virtual void draw(std::string& out, int depth) const {
    out.append(static_cast<std::size_t>(depth) * 2, ' ').append(name_).push_back('\n');
    for (const auto& child : children_) child->draw(out, depth + 1);
  }
  void on_destroy(std::function<void(Widget&)> f) { on_destroy_.push_back(std::move(f)); }
  const std::string& name() const { return name_; }
  Widget* parent() const { return parent_; }

 private:
  std::string name_;
  Widget* parent_ = nullptr;
  std::vector<std::unique_ptr<Widget>> children_;
  std::vector<std::function<void(Widget&)>> on_destroy_;
};
class Button : public Widget {
 public:
  Button(std::string name, std::function<void()> click) : Widget(std::move(name)), click_(std::move(click)) {}
  void press() {
    ++pressed_;
    if (click_) click_();
  }
  void draw(std::string& out, int depth) const override {
    Widget::draw(out, depth);
    out += '[' + std::to_string(pressed_) + "]\n";
  }

 private:
  std::function<void()> click_;
  int pressed_ = 0;
};

class Sheet {
 public:
  void set(const std::string& cell, double value) { cells_[cell] = {value, nullptr, {}}; }
  void formula(const std::string& cell, std::vector<std::string> uses,
               std::function<double(const std::vector<double>&)> f) {
    cells_[cell] = {0, std::move(f), std::move(uses)};
  }
  double value(const std::string& cell) {
    std::set<std::string> visiting;
    return value(cell, visiting);
  }

 private:
  struct Cell {
    double value = 0;
    std::function<double(const std::vector<double>&)> f;
    std::vector<std::string> uses;
  };
  double value(const std::string& name, std::set<std::string>& visiting) {
    const auto it = cells_.find(name);
    if (it == cells_.end()) return 0;
    const Cell& cell = it->second;
    if (!cell.f) return cell.value;
    if (!visiting.insert(name).second) throw std::runtime_error("a circle at " + name);
    std::vector<double> inputs;
    inputs.reserve(cell.uses.size());
    for (const auto& use : cell.uses) inputs.push_back(value(use, visiting));
    visiting.erase(name);
    return cell.f(inputs);
  }
  std::unordered_map<std::string, Cell> cells_;
};

struct Booking {
  int id;
  int from, to;
  std::string guest;
};
class Hotel {
 public:
  explicit Hotel(int rooms) : rooms_(static_cast<std::size_t>(rooms)) {}
  const Booking* book(std::string guest, int from, int to) {
    for (auto& room : rooms_) {
      const auto next = std::lower_bound(room.begin(), room.end(), from,
                                         [](const Booking& b, int day) { return b.from < day; });
      if (next != room.end() && next->from < to) continue;
      if (next != room.begin() && std::prev(next)->to > from) continue;
      const auto made = room.insert(next, {++last_, from, to, std::move(guest)});
      return &*made;
    }
    return nullptr;
  }
  bool cancel(int id) {
    for (auto& room : rooms_) {
      const auto it = std::find_if(room.begin(), room.end(), [id](const Booking& b) { return b.id == id; });
      if (it != room.end()) {
        room.erase(it);
        return true;
      }
    }
    return false;
  }
  std::vector<std::string> guests_on(int day) const {
    std::vector<std::string> out;
    for (const auto& room : rooms_)
      for (const auto& b : room)
        if (b.from <= day && day < b.to) out.push_back(b.guest);
    return out;
  }

 private:
  std::vector<std::vector<Booking>> rooms_;
  int last_ = 0;
};

class Scheduler {
 public:
  struct Task {
    int id, priority;
    std::function<bool()> step;
  };
  int spawn(int priority, std::function<bool()> step) {
    auto task = std::make_shared<Task>(Task{++last_, priority, std::move(step)});
    tasks_.emplace(task->id, task);
    ready_.emplace(task->priority, task);
    return task->id;
  }
  void kill(int id) { tasks_.erase(id); }
  int run(int steps) {
    int done = 0;
    while (steps-- > 0 && !ready_.empty()) {
      const std::shared_ptr<Task> task = ready_.top().second.lock();
      ready_.pop();
      if (!task) continue;
      if (task->step()) {
        ready_.emplace(task->priority, task);
      } else {
        tasks_.erase(task->id);
        ++done;
      }
    }
    return done;
  }

 private:
  using Ready = std::pair<int, std::weak_ptr<Task>>;
  struct Less {
    bool operator()(const Ready& a, const Ready& b) const { return a.first < b.first; }
  };
  std::map<int, std::shared_ptr<Task>> tasks_;
  std::priority_queue<Ready, std::vector<Ready>, Less> ready_;
  int last_ = 0;
};

class Image {
 public:
  Image(int width, int height)
      : width_(width),
        height_(height),
        pixels_(new std::uint8_t[static_cast<std::size_t>(width) * static_cast<std::size_t>(height)]()) {}
  std::uint8_t* row(int y) { return pixels_.get() + static_cast<std::ptrdiff_t>(y) * width_; }
  const std::uint8_t* row(int y) const { return pixels_.get() + static_cast<std::ptrdiff_t>(y) * width_; }
  void fill(std::uint8_t value) {
    std::memset(pixels_.get(), value, static_cast<std::size_t>(width_) * static_cast<std::size_t>(height_));
  }
  Image blurred() const {
    Image out(width_, height_);
    for (int y = 0; y < height_; ++y) {
      std::uint8_t* to = out.row(y);
      for (int x = 0; x < width_; ++x) {
        int sum = 0, n = 0;
        for (int dy = -1; dy <= 1; ++dy) {
          for (int dx = -1; dx <= 1; ++dx) {
            const int xx = x + dx, yy = y + dy;
            if (xx < 0 || yy < 0 || xx >= width_ || yy >= height_) continue;
            sum += row(yy)[xx];
            ++n;
          }
        }
        to[x] = static_cast<std::uint8_t>(sum / n);
      }
    }
    return out;
  }
  std::array<int, 256> histogram() const {
    std::array<int, 256> counts{};
    for (int y = 0; y < height_; ++y)
      for (int x = 0; x < width_; ++x) ++counts[row(y)[x]];
    return counts;
  }

 private:
  int width_, height_;
  std::unique_ptr<std::uint8_t[]> pixels_;
};

class Config {
 public:
  static Config parse(std::istream& in) {
    Config config;
    std::string section;
    std::string line;
    int number = 0;
    while (std::getline(in, line)) {
      ++number;
      if (const auto hash = line.find('#'); hash != std::string::npos) line.erase(hash);
      const auto first = line.find_first_not_of(" \t");
      if (first == std::string::npos) continue;
      line.erase(0, first);
      line.erase(line.find_last_not_of(" \t\r") + 1);
      if (line.front() == '[') {
        if (line.back() != ']') throw std::runtime_error("line " + std::to_string(number));
        section = line.substr(1, line.size() - 2);
        continue;
      }
      const auto equal = line.find('=');
      if (equal == std::string::npos) throw std::runtime_error("line " + std::to_string(number));
      config.values_[section][line.substr(0, equal)] = line.substr(equal + 1);
    }
    return config;
  }
  const std::string* find(const std::string& section, const std::string& key) const {
    const auto s = values_.find(section);
    if (s == values_.end()) return nullptr;
    const auto v = s->second.find(key);
    return v == s->second.end() ? nullptr : &v->second;
  }
  std::string get(const std::string& section, const std::string& key, std::string fallback) const {
    const std::string* found = find(section, key);
    return found ? *found : fallback;
  }

 private:
  std::map<std::string, std::map<std::string, std::string>> values_;
};

class Logger {
 public:
  class Line {
   public:
    explicit Line(Logger& logger) : logger_(&logger) {}
    Line(Line&& other) noexcept
        : logger_(std::exchange(other.logger_, nullptr)), text_(std::move(other.text_)) {}
    ~Line() {
      if (logger_) logger_->write(text_.str());
    }
    template <class T>
    Line& operator<<(const T& value) {
      text_ << value;
      return *this;
    }

   private:
    Logger* logger_;
    std::ostringstream text_;
  };
  Line info() { return Line(*this); }
  void write(std::string text) { lines_.push_back(std::move(text)); }
  const std::vector<std::string>& lines() const { return lines_; }

 private:
  std::vector<std::string> lines_;
};

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> previous(b.size() + 1), current(b.size() + 1);
  std::iota(previous.begin(), previous.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    current[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j)
      current[j] = std::min({previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (a[i - 1] != b[j - 1])});
    std::swap(previous, current);
  }
  return previous.back();
}

}  // namespace

int main() {
  int total = 0;
  Machine machine(
      Assembler().assemble("push 5\nstore 1\nloop:\nload 1\njz end\nload 1\nprint\npush 0\nstore 1\njump "
                           "loop\nend:\npush 7\nhalt\n"));
  total += machine.run(100).value_or(-1) + static_cast<int>(machine.output().size());
  GapBuffer editor;
  for (const char c : std::string_view("hello wrld")) editor.insert(c);
  editor.move(7);
  editor.insert('o');
  editor.move(100);
  editor.erase();
  total += static_cast<int>(editor.text().size()) + editor.at(0);
  {
    Widget root("root");
    int clicks = 0;
    auto& panel = root.make<Widget>("panel");
    auto& ok = panel.make<Button>("ok", [&clicks] { ++clicks; });
    ok.press();
    if (Widget* found = root.find("ok")) total += found->parent() == &panel;
    std::string out;
    root.draw(out, 0);
    panel.on_destroy([&](Widget& w) { total += static_cast<int>(w.name().size()); });
    auto removed = root.remove(panel);
    total += static_cast<int>(out.size()) + clicks + (removed ? 1 : 0);
  }
  Sheet sheet;
  sheet.set("a", 2);
  sheet.set("b", 3);
  sheet.formula("c", {"a", "b"}, [](const std::vector<double>& v) { return v[0] * v[1]; });
  total += static_cast<int>(sheet.value("c"));
  Hotel hotel(2);
  const Booking* first = hotel.book("ann", 1, 5);
  const int id = first ? first->id : 0;
  hotel.book("bob", 2, 3);
  hotel.cancel(id);
  total += static_cast<int>(hotel.guests_on(2).size());
  Scheduler scheduler;
  int left = 3;
  scheduler.spawn(1, [&left] { return --left > 0; });
  const int other = scheduler.spawn(2, [] { return true; });
  scheduler.run(2);
  scheduler.kill(other);
  total += scheduler.run(10);
  Image image(8, 4);
  image.fill(9);
  image.row(1)[2] = 200;
  total += image.blurred().histogram()[9];
  std::istringstream in("[a]\nkey=value # comment\n");
  const Config config = Config::parse(in);
  total += static_cast<int>(config.get("a", "key", "none").size());
  if (const std::string* v = config.find("a", "none")) total += static_cast<int>(v->size());
  Logger logger;
  logger.info() << "total " << total;
  total += static_cast<int>(logger.lines().front().size() + edit_distance("kitten", "sitting"));
  std::printf("%d\n", total);
}
