// The next particle is read before this one is destroyed and given back to its pool.
// oracle: clean

#include <cstdio>
#include <new>

class Pool {
 public:
  virtual ~Pool() = default;
  virtual void* take(std::size_t size) = 0;
  virtual void give_back(void* memory) = 0;
};

class HeapPool : public Pool {
 public:
  void* take(std::size_t size) override { return ::operator new(size); }
  void give_back(void* memory) override { ::operator delete(memory); }
};

struct Particle {
  Particle(Particle* before, int mass) : next(before), mass(mass) {}
  ~Particle() { mass = 0; }
  Particle* next;
  int mass;
};

class Cloud {
 public:
  explicit Cloud(Pool& pool) : pool_(pool) {}
  Cloud(const Cloud&) = delete;
  Cloud& operator=(const Cloud&) = delete;
  ~Cloud() {
    while (first_) {
      Particle* const next = first_->next;
      discard(pool_, first_);
      first_ = next;
    }
  }

  void add(int mass) { first_ = new (pool_.take(sizeof(Particle))) Particle(first_, mass); }
  int mass() const {
    int sum = 0;
    for (const Particle* at = first_; at; at = at->next) sum += at->mass;
    return sum;
  }

 private:
  static void discard(Pool& pool, Particle* particle) {
    particle->~Particle();
    pool.give_back(particle);
  }

  Pool& pool_;
  Particle* first_ = nullptr;
};

int main() {
  HeapPool pool;
  Cloud cloud(pool);
  for (int mass = 1; mass < 4; ++mass) cloud.add(mass);
  std::printf("%d\n", cloud.mass());
}
