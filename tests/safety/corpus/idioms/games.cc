// Entities, components, grids, pools and state machines.
// oracle: clean
#include <algorithm>
#include <array>
#include <bitset>
#include <cmath>
#include <cstdint>
#include <functional>
#include <limits>
#include <map>
#include <memory>
#include <numeric>
#include <optional>
#include <queue>
#include <random>
#include <set>
#include <stack>
#include <string>
#include <tuple>
#include <typeindex>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace {

using Entity = std::uint32_t;

class Storage {
 public:
  virtual ~Storage() = default;
  virtual void remove(Entity e) = 0;
};
template <class T>
class Components : public Storage {
 public:
  T& add(Entity e, T value) {
    if (e >= sparse_.size()) sparse_.resize(e + 1, kNone);
    if (sparse_[e] != kNone) return dense_[sparse_[e]] = std::move(value);
    sparse_[e] = static_cast<std::uint32_t>(dense_.size());
    entities_.push_back(e);
    dense_.push_back(std::move(value));
    return dense_.back();
  }
  T* get(Entity e) {
    if (e >= sparse_.size() || sparse_[e] == kNone) return nullptr;
    return &dense_[sparse_[e]];
  }
  void remove(Entity e) override {
    if (e >= sparse_.size() || sparse_[e] == kNone) return;
    const std::uint32_t at = sparse_[e];
    const Entity last = entities_.back();
    dense_[at] = std::move(dense_.back());
    entities_[at] = last;
    sparse_[last] = at;
    sparse_[e] = kNone;
    dense_.pop_back();
    entities_.pop_back();
  }
  template <class F>
  void each(F f) {
    for (std::size_t i = 0; i < dense_.size(); ++i) f(entities_[i], dense_[i]);
  }

 private:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;
  std::vector<std::uint32_t> sparse_;
  std::vector<Entity> entities_;
  std::vector<T> dense_;
};

class World {
 public:
  Entity create() {
    if (!free_.empty()) {
      const Entity e = free_.back();
      free_.pop_back();
      return e;
    }
    return next_++;
  }
  void destroy(Entity e) {
    for (auto& [type, storage] : storages_) storage->remove(e);
    free_.push_back(e);
  }
  template <class T>
  Components<T>& components() {
    auto& slot = storages_[std::type_index(typeid(T))];
    if (!slot) slot = std::make_unique<Components<T>>();
    return static_cast<Components<T>&>(*slot);
  }

 private:
  std::unordered_map<std::type_index, std::unique_ptr<Storage>> storages_;
  std::vector<Entity> free_;
  Entity next_ = 0;
};

struct Position {
  float x, y;
};
struct Velocity {
  float dx, dy;
};

float simulate() {
  World world;
  std::vector<Entity> all;
  for (int i = 0; i < 5; ++i) {
    const Entity e = world.create();
    world.components<Position>().add(e, {float(i), 0});
    if (i % 2 == 0) world.components<Velocity>().add(e, {1, 1});
    all.push_back(e);
  }
  world.destroy(all[1]);
  auto& positions = world.components<Position>();
  world.components<Velocity>().each([&](Entity e, Velocity& v) {
    if (Position* p = positions.get(e)) {
      p->x += v.dx;
      p->y += v.dy;
    }
  });
  const Position* p = positions.get(all[0]);
  return p ? p->x : 0;
}

template <class T>
class Grid {
 public:
  Grid(int width, int height, T value = {})
      : width_(width), height_(height), cells_(static_cast<std::size_t>(width * height), value) {}
  bool inside(int x, int y) const { return x >= 0 && y >= 0 && x < width_ && y < height_; }
  T& at(int x, int y) { return cells_[static_cast<std::size_t>(y * width_ + x)]; }
  const T& at(int x, int y) const { return cells_[static_cast<std::size_t>(y * width_ + x)]; }
  int width() const { return width_; }
  int height() const { return height_; }

 private:
  int width_, height_;
  std::vector<T> cells_;
};

int flood(Grid<char>& grid, int x, int y) {
  static constexpr std::array<std::pair<int, int>, 4> kAround{{{1, 0}, {-1, 0}, {0, 1}, {0, -1}}};
  std::queue<std::pair<int, int>> todo;
  todo.emplace(x, y);
  int count = 0;
  while (!todo.empty()) {
    const auto [cx, cy] = todo.front();
    todo.pop();
    if (!grid.inside(cx, cy) || grid.at(cx, cy) != '.') continue;
    grid.at(cx, cy) = '#';
    ++count;
    for (const auto& [dx, dy] : kAround) todo.emplace(cx + dx, cy + dy);
  }
  return count;
}

int shortest(const Grid<int>& costs) {
  Grid<int> best(costs.width(), costs.height(), std::numeric_limits<int>::max());
  using Item = std::tuple<int, int, int>;
  std::priority_queue<Item, std::vector<Item>, std::greater<>> open;
  best.at(0, 0) = 0;
  open.emplace(0, 0, 0);
  while (!open.empty()) {
    const auto [cost, x, y] = open.top();
    open.pop();
    if (cost > best.at(x, y)) continue;
    if (x == costs.width() - 1 && y == costs.height() - 1) return cost;
    const int xs[] = {x + 1, x - 1, x, x}, ys[] = {y, y, y + 1, y - 1};
    for (int i = 0; i < 4; ++i) {
      if (!costs.inside(xs[i], ys[i])) continue;
      const int next = cost + costs.at(xs[i], ys[i]);
      if (next < best.at(xs[i], ys[i])) {
        best.at(xs[i], ys[i]) = next;
        open.emplace(next, xs[i], ys[i]);
      }
    }
  }
  return -1;
}

template <class T, std::size_t N>
class Pool {
 public:
  Pool() {
    for (std::size_t i = 0; i < N; ++i) free_[i] = N - 1 - i;
  }
  template <class... Args>
  T* make(Args&&... args) {
    if (count_ == 0) return nullptr;
    const std::size_t slot = free_[--count_];
    used_.set(slot);
    return new (&slots_[slot]) T{std::forward<Args>(args)...};
  }
  void release(T* object) {
    const std::size_t slot = static_cast<std::size_t>(reinterpret_cast<Slot*>(object) - slots_.data());
    object->~T();
    used_.reset(slot);
    free_[count_++] = slot;
  }
  ~Pool() {
    for (std::size_t i = 0; i < N; ++i)
      if (used_.test(i)) reinterpret_cast<T*>(&slots_[i])->~T();
  }

 private:
  struct alignas(T) Slot {
    unsigned char bytes[sizeof(T)];
  };
  std::array<Slot, N> slots_;
  std::array<std::size_t, N> free_{};
  std::bitset<N> used_;
  std::size_t count_ = N;
};

enum class State { Idle, Walking, Attacking, Dead, Count };
class Machine {
 public:
  using Step = std::function<State(int)>;
  Machine() {
    steps_[static_cast<std::size_t>(State::Idle)] = [](int n) {
      return n > 0 ? State::Walking : State::Idle;
    };
    steps_[static_cast<std::size_t>(State::Walking)] = [this](int n) {
      ++walked_;
      return n > 5 ? State::Attacking : State::Walking;
    };
    steps_[static_cast<std::size_t>(State::Attacking)] = [](int) { return State::Dead; };
  }
  void run(int n) {
    const auto& step = steps_[static_cast<std::size_t>(state_)];
    if (step) state_ = step(n);
  }
  State state() const { return state_; }
  static const char* name(State s) {
    static const char* const kNames[] = {"idle", "walking", "attacking", "dead"};
    return kNames[static_cast<int>(s)];
  }

 private:
  std::array<Step, static_cast<std::size_t>(State::Count)> steps_;
  State state_ = State::Idle;
  int walked_ = 0;
};

struct Item {
  std::string name;
  int weight;
};
class Inventory {
 public:
  bool add(Item item) {
    if (weight() + item.weight > 100) return false;
    items_.push_back(std::move(item));
    return true;
  }
  std::optional<Item> take(const std::string& name) {
    const auto it = std::find_if(items_.begin(), items_.end(), [&](const Item& i) { return i.name == name; });
    if (it == items_.end()) return std::nullopt;
    Item taken = std::move(*it);
    items_.erase(it);
    return taken;
  }
  const Item* heaviest() const {
    const auto it = std::max_element(items_.begin(), items_.end(),
                                     [](const Item& a, const Item& b) { return a.weight < b.weight; });
    return it != items_.end() ? &*it : nullptr;
  }
  int weight() const {
    return std::accumulate(items_.begin(), items_.end(), 0,
                           [](int n, const Item& i) { return n + i.weight; });
  }

 private:
  std::vector<Item> items_;
};

class Scene {
 public:
  struct Node {
    std::string name;
    Node* parent = nullptr;
    std::vector<std::unique_ptr<Node>> children;
  };
  Scene() : root_(std::make_unique<Node>()) { root_->name = "root"; }
  Node* add(Node* parent, std::string name) {
    auto node = std::make_unique<Node>();
    node->name = std::move(name);
    node->parent = parent ? parent : root_.get();
    Node* raw = node.get();
    raw->parent->children.push_back(std::move(node));
    return raw;
  }
  std::unique_ptr<Node> detach(Node* node) {
    auto& siblings = node->parent->children;
    const auto it = std::find_if(siblings.begin(), siblings.end(),
                                 [&](const auto& child) { return child.get() == node; });
    if (it == siblings.end()) return nullptr;
    auto owned = std::move(*it);
    siblings.erase(it);
    owned->parent = nullptr;
    return owned;
  }
  std::string path(const Node* node) const {
    std::vector<const Node*> up;
    for (; node; node = node->parent) up.push_back(node);
    std::string out;
    for (auto it = up.rbegin(); it != up.rend(); ++it) {
      if (!out.empty()) out += '/';
      out += (*it)->name;
    }
    return out;
  }
  template <class F>
  void visit(F&& f) const {
    std::stack<const Node*> todo;
    todo.push(root_.get());
    while (!todo.empty()) {
      const Node* node = todo.top();
      todo.pop();
      f(*node);
      for (const auto& child : node->children) todo.push(child.get());
    }
  }

 private:
  std::unique_ptr<Node> root_;
};

class UndoStack {
 public:
  struct Command {
    std::function<void()> redo, undo;
  };
  void execute(Command c) {
    c.redo();
    done_.push_back(std::move(c));
    undone_.clear();
  }
  bool undo() {
    if (done_.empty()) return false;
    Command c = std::move(done_.back());
    done_.pop_back();
    c.undo();
    undone_.push_back(std::move(c));
    return true;
  }
  bool redo() {
    if (undone_.empty()) return false;
    done_.push_back(std::move(undone_.back()));
    undone_.pop_back();
    done_.back().redo();
    return true;
  }

 private:
  std::vector<Command> done_, undone_;
};

struct Vec3 {
  double v[3];
  double operator[](int i) const { return v[i]; }
  double& operator[](int i) { return v[i]; }
};
double norm(const Vec3& a) {
  double s = 0;
  for (int i = 0; i < 3; ++i) s += a[i] * a[i];
  return std::sqrt(s);
}
struct Matrix {
  double m[4][4] = {};
  static Matrix identity() {
    Matrix r;
    for (int i = 0; i < 4; ++i) r.m[i][i] = 1;
    return r;
  }
  Matrix operator*(const Matrix& o) const {
    Matrix r;
    for (int i = 0; i < 4; ++i)
      for (int j = 0; j < 4; ++j)
        for (int k = 0; k < 4; ++k) r.m[i][j] += m[i][k] * o.m[k][j];
    return r;
  }
};

}  // namespace

int main() {
  Grid<char> g(4, 3, '.');
  g.at(1, 1) = '#';
  Grid<int> costs(3, 3, 1);
  Pool<Item, 4> pool;
  Item* sword = pool.make("sword", 10);
  Item* shield = pool.make(std::string("shield"), 20);
  const int w = sword && shield ? sword->weight + shield->weight : 0;
  if (sword) pool.release(sword);
  Machine machine;
  for (int i = 0; i < 8; ++i) machine.run(i);
  Inventory inventory;
  inventory.add({"rock", 5});
  inventory.add({"axe", 30});
  const Item* heavy = inventory.heaviest();
  const int hw = heavy ? heavy->weight : 0;
  auto axe = inventory.take("axe");
  Scene scene;
  auto* a = scene.add(nullptr, "a");
  auto* b = scene.add(a, "b");
  const std::string p = scene.path(b);
  auto owned = scene.detach(b);
  int nodes = 0;
  scene.visit([&](const Scene::Node&) { ++nodes; });
  UndoStack undo;
  int value = 0;
  undo.execute({[&] { value += 1; }, [&] { value -= 1; }});
  undo.undo();
  undo.redo();
  const Matrix m = Matrix::identity() * Matrix::identity();
  return int(simulate()) + flood(g, 0, 0) + shortest(costs) + w + hw + (axe ? axe->weight : 0) +
             int(p.size()) + (owned ? int(owned->name.size()) : 0) + nodes + value + int(m.m[0][0]) +
             int(norm({{1, 2, 3}})) + Machine::name(machine.state())[0] ==
         0;
}
