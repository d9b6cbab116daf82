// What a thread's slot held is forgotten when another takes its place.
// oracle: lsan
#include <pthread.h>

#include <cstdio>

template <class T>
class Slot {
 public:
  Slot() { pthread_key_create(&key_, nullptr); }
  Slot(const Slot&) = delete;
  Slot& operator=(const Slot&) = delete;
  ~Slot() {
    delete cell();
    pthread_key_delete(key_);
  }
  const T& get() const { return *cell(); }
  void set(const T& value) { *cell() = value; }

 private:
  T* cell() const {
    if (void* known = pthread_getspecific(key_)) return static_cast<T*>(known);
    T* made = new T();
    pthread_setspecific(key_, made);
    return made;
  }
  pthread_key_t key_;
};

struct Session {
  int requests = 0;
};

static Slot<Session*> current;

class Scope {
 public:
  Scope() : made_(current.get() == nullptr) {
    if (made_) current.set(new Session);
  }
  Scope(const Scope&) = delete;
  Scope& operator=(const Scope&) = delete;
  ~Scope() {
    if (!made_) return;
    delete current.get();
    current.set(nullptr);
  }

 private:
  bool made_;
};

static int count() {
  Session* spare = new Session;  // expect: H0107
  Scope scope;
  spare = current.get();
  return spare ? ++spare->requests : 0;
}

int main() {
  Scope scope;
  std::printf("%d %d\n", count(), count());
  return 0;
}
