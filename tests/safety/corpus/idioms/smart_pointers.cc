// Every common operation of smart pointers, used as it should be.
#include <cassert>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

struct Animal {
  virtual ~Animal() = default;
  virtual int legs() const { return 4; }
  std::string name = "animal";
};
struct Dog : Animal {
  explicit Dog(std::string n = "dog") { name = std::move(n); }
  int barks = 0;
};
struct Bird : Animal {
  int legs() const override { return 2; }
};

struct FileCloser {
  void operator()(std::FILE* file) const {
    if (file) std::fclose(file);
  }
};
using File = std::unique_ptr<std::FILE, FileCloser>;
struct FreeMemory {
  void operator()(void* p) const { std::free(p); }
};

int unique_pointers() {
  std::unique_ptr<Dog> dog = std::make_unique<Dog>("rex");
  Dog* const seen = dog.get();
  std::unique_ptr<Animal> animal = std::move(dog);
  int sum = seen->barks + animal->legs();
  if (dog) ++sum;
  dog = std::make_unique<Dog>("two");
  animal = std::move(dog);
  sum += static_cast<int>(animal->name.size());
  animal.reset(new Bird);
  sum += animal->legs();
  Animal* raw = animal.release();
  std::unique_ptr<Animal> owner(raw);
  sum += raw->legs();
  std::unique_ptr<Animal> other = std::make_unique<Dog>();
  owner.swap(other);
  std::swap(owner, other);
  sum += owner->legs() + other->legs();
  owner = nullptr;
  if (!owner) sum += 1;
  auto array = std::make_unique<int[]>(8);
  for (int i = 0; i < 8; ++i) array[i] = i;
  sum += array[7];
  std::unique_ptr<int[]> bigger(new int[16]());
  std::memcpy(bigger.get(), array.get(), 8 * sizeof(int));
  array = std::move(bigger);
  sum += array[15];
  std::unique_ptr<char, FreeMemory> text(static_cast<char*>(std::malloc(16)));
  if (text) {
    std::snprintf(text.get(), 16, "%d", sum);
    sum += text.get()[0];
  }
  if (File file{std::fopen("/dev/null", "r")}) sum += std::fgetc(file.get());
  std::unique_ptr<std::FILE, int (*)(std::FILE*)> second(std::fopen("/dev/null", "w"), &std::fclose);
  if (second) std::fputs("x", second.get());
  std::vector<std::unique_ptr<Animal>> zoo;
  zoo.push_back(std::make_unique<Dog>());
  zoo.emplace_back(new Bird);
  zoo.push_back(std::move(other));
  for (const auto& one : zoo) sum += one->legs();
  Animal& first = *zoo.front();
  zoo.push_back(std::make_unique<Bird>());
  sum += first.legs();
  std::unique_ptr<Animal> taken = std::move(zoo.back());
  zoo.pop_back();
  sum += taken->legs();
  std::erase_if(zoo, [](const std::unique_ptr<Animal>& one) { return one->legs() == 2; });
  std::map<std::string, std::unique_ptr<Animal>> named;
  named["rex"] = std::make_unique<Dog>("rex");
  named.emplace("tweety", std::make_unique<Bird>());
  named.try_emplace("third", new Dog);
  if (const auto it = named.find("rex"); it != named.end()) {
    std::unique_ptr<Animal> out = std::move(it->second);
    named.erase(it);
    sum += out->legs();
  }
  if (auto node = named.extract("tweety")) sum += node.mapped()->legs();
  return sum;
}

std::unique_ptr<Animal> make(int kind) {
  if (kind == 0) return nullptr;
  if (kind == 1) return std::make_unique<Dog>();
  auto bird = std::make_unique<Bird>();
  bird->name = "b";
  return bird;
}

int shared_pointers() {
  std::shared_ptr<Dog> dog = std::make_shared<Dog>("rex");
  std::shared_ptr<Animal> animal = dog;
  std::shared_ptr<const Animal> constant = animal;
  std::shared_ptr<void> anything = dog;
  int sum = animal->legs() + constant->legs() + static_cast<int>(anything.use_count());
  std::shared_ptr<std::string> name(dog, &dog->name);  // Keeps the dog.
  Dog* const raw = dog.get();
  dog.reset();
  animal.reset();
  sum += static_cast<int>(name->size()) + raw->barks;
  anything = nullptr;
  constant = nullptr;
  sum += static_cast<int>(name->size());
  std::weak_ptr<std::string> weak = name;
  if (const auto locked = weak.lock()) sum += static_cast<int>(locked->size());
  sum += weak.expired() ? 1 : 0;
  name.reset();
  if (auto gone = weak.lock()) sum += static_cast<int>(gone->size());
  std::shared_ptr<Animal> base = std::make_shared<Dog>("two");
  if (const auto same = std::dynamic_pointer_cast<Dog>(base)) sum += same->barks;
  if (const auto bird = std::dynamic_pointer_cast<Bird>(base)) sum += bird->legs();
  auto cast = std::static_pointer_cast<Dog>(base);
  base = nullptr;
  sum += cast->barks;
  base = std::move(cast);
  sum += base->legs();
  std::unique_ptr<Animal> unique = make(1);
  std::shared_ptr<Animal> shared = std::move(unique);
  if (shared) sum += shared->legs();
  shared = make(2);
  sum += shared ? shared->legs() : 0;
  std::shared_ptr<Animal> from_call(make(1));
  shared.swap(from_call);
  std::vector<std::shared_ptr<Animal>> all{shared, from_call, base};
  std::vector<std::weak_ptr<Animal>> watched(all.begin(), all.end());
  std::shared_ptr<Animal> kept = all[1];
  all.clear();
  for (const auto& one : watched)
    if (auto alive = one.lock()) sum += alive->legs();
  sum += kept->legs();
  std::unordered_map<int, std::shared_ptr<Animal>> by_id;
  by_id[1] = kept;
  by_id.insert_or_assign(2, std::make_shared<Bird>());
  const Animal& second = *by_id.at(2);
  by_id.rehash(100);
  sum += second.legs();
  std::shared_ptr<Animal> holds = by_id[2];
  by_id.erase(2);
  sum += second.legs() + holds->legs();
  std::shared_ptr<int[]> numbers(new int[4]{1, 2, 3, 4});
  std::shared_ptr<int[]> copy = numbers;
  numbers.reset();
  sum += copy[3];
  std::shared_ptr<std::FILE> file(std::fopen("/dev/null", "w"), [](std::FILE* f) {
    if (f) std::fclose(f);
  });
  if (file) std::fputc('x', file.get());
  std::set<std::shared_ptr<Animal>, std::owner_less<std::shared_ptr<Animal>>> owners{kept, holds};
  return sum + static_cast<int>(owners.size());
}

class Session : public std::enable_shared_from_this<Session> {
 public:
  std::function<int()> later() {
    return [self = shared_from_this()] { return self->value_; };
  }
  std::function<int()> maybe_later() {
    return [weak = weak_from_this()] {
      const auto self = weak.lock();
      return self ? self->value_ : -1;
    };
  }

 private:
  int value_ = 7;
};

class Owner {
 public:
  Owner() : part_(std::make_unique<Dog>()), view_(part_.get()) {}
  Owner(Owner&& other) noexcept : part_(std::move(other.part_)), view_(std::exchange(other.view_, nullptr)) {}
  Owner& operator=(Owner&& other) noexcept {
    part_ = std::move(other.part_);
    view_ = std::exchange(other.view_, nullptr);
    return *this;
  }
  void replace() {
    part_ = std::make_unique<Dog>("new");
    view_ = part_.get();
  }
  int barks() const { return view_ ? view_->barks : 0; }

 private:
  std::unique_ptr<Dog> part_;
  Dog* view_;
};

struct Impl;
class Pimpl {
 public:
  Pimpl();
  ~Pimpl();
  Pimpl(Pimpl&&) noexcept;
  Pimpl& operator=(Pimpl&&) noexcept;
  int value() const;

 private:
  std::unique_ptr<Impl> impl_;
};
struct Impl {
  int value = 3;
  std::string text = "x";
};
Pimpl::Pimpl() : impl_(std::make_unique<Impl>()) {}
Pimpl::~Pimpl() = default;
Pimpl::Pimpl(Pimpl&&) noexcept = default;
Pimpl& Pimpl::operator=(Pimpl&&) noexcept = default;
int Pimpl::value() const { return impl_ ? impl_->value : 0; }

template <typename T>
class CloneOnCopy {
 public:
  explicit CloneOnCopy(std::unique_ptr<T> value) : value_(std::move(value)) {}
  CloneOnCopy(const CloneOnCopy& other)
      : value_(other.value_ ? std::make_unique<T>(*other.value_) : nullptr) {}
  CloneOnCopy& operator=(const CloneOnCopy& other) {
    CloneOnCopy copy(other);
    std::swap(value_, copy.value_);
    return *this;
  }
  CloneOnCopy(CloneOnCopy&&) = default;
  CloneOnCopy& operator=(CloneOnCopy&&) = default;
  T* operator->() { return value_.get(); }

 private:
  std::unique_ptr<T> value_;
};

/// A handle that counts by hand.
class Counted {
 public:
  explicit Counted(int value) : block_(new Block{value, 1}) {}
  Counted(const Counted& other) : block_(other.block_) {
    if (block_) ++block_->owners;
  }
  Counted(Counted&& other) noexcept : block_(std::exchange(other.block_, nullptr)) {}
  Counted& operator=(Counted other) noexcept {
    std::swap(block_, other.block_);
    return *this;
  }
  ~Counted() {
    if (block_ && --block_->owners == 0) delete block_;
  }
  int value() const { return block_ ? block_->value : 0; }

 private:
  struct Block {
    int value, owners;
  };
  Block* block_;
};

int main() {
  int sum = unique_pointers() + shared_pointers();
  auto session = std::make_shared<Session>();
  const auto later = session->later(), maybe = session->maybe_later();
  session.reset();
  sum += later() + maybe();
  Owner owner;
  Owner moved = std::move(owner);
  owner = std::move(moved);
  owner.replace();
  sum += owner.barks();
  Pimpl one, two;
  one = std::move(two);
  Pimpl three(std::move(one));
  sum += three.value() + one.value();
  CloneOnCopy<Dog> clone(std::make_unique<Dog>("c"));
  CloneOnCopy<Dog> copy = clone;
  clone = copy;
  clone->barks = 2;
  sum += copy->barks + clone->barks;
  Counted a(1), b = a, c = std::move(a);
  a = b;
  b = Counted(4);
  sum += a.value() + b.value() + c.value();
  return sum > 0 ? 0 : 1;
}
