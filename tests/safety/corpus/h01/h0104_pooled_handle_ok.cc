// A pool's objects are given back by the deleter of their handles.
// oracle: clean
#include <cstddef>
#include <cstdio>
#include <memory>
#include <new>
#include <string>
#include <utility>
#include <vector>

struct Particle {
  Particle(std::string n, int l) : name(std::move(n)), life(l) {}
  std::string name;
  int life;
};

class Pool {
  union Slot {
    Slot* next;
    alignas(Particle) std::byte storage[sizeof(Particle)];
  };

 public:
  struct Returner {
    Pool* pool;
    void operator()(Particle* object) const { pool->release(object); }
  };
  using Handle = std::unique_ptr<Particle, Returner>;

  Handle acquire(std::string name, int life) {
    if (!free_) refill();
    Slot* slot = free_;
    free_ = slot->next;
    ++live_;
    return Handle(::new (static_cast<void*>(slot->storage)) Particle(std::move(name), life), Returner{this});
  }
  std::size_t live() const { return live_; }

 private:
  void refill() {
    auto slab = std::make_unique<Slot[]>(4);
    for (std::size_t i = 4; i-- > 0;) {
      slab[i].next = free_;
      free_ = &slab[i];
    }
    slabs_.push_back(std::move(slab));
  }
  void release(Particle* object) {
    object->~Particle();
    Slot* slot = reinterpret_cast<Slot*>(object);
    slot->next = free_;
    free_ = slot;
    --live_;
  }
  std::vector<std::unique_ptr<Slot[]>> slabs_;
  Slot* free_ = nullptr;
  std::size_t live_ = 0;
};

int main() {
  Pool pool;
  Pool::Handle first = pool.acquire("spark", 3);
  Pool::Handle second = pool.acquire("smoke", 9);
  Pool::Handle kept = std::move(second);
  std::printf("%s\n", kept->name.c_str());
  kept.reset();
  Pool::Handle third = pool.acquire("ember", 1);
  first.reset();
  std::printf("%zu\n", pool.live());
  return pool.live() == 1 && third->life == 1 ? 0 : 1;
}
