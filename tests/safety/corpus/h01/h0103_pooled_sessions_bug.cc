// The name of a session that was made in a slot of the pool is read when the session has ended.
// oracle: asan
#include <cstdio>
#include <memory>
#include <new>
#include <string>
#include <utility>

struct Session {
  explicit Session(std::unique_ptr<std::string> user) : next(this), user(std::move(user)) {}
  Session* next;
  std::unique_ptr<std::string> user;
};

class Pool {
 public:
  Session* open(const char* user) { return new (&slot_) Session(std::make_unique<std::string>(user)); }
  void close(Session* session) { session->~Session(); }

 private:
  alignas(Session) unsigned char slot_[sizeof(Session)];
};

alignas(Session) static unsigned char idle_storage[sizeof(Session)];

static Session* idle() {
  static Session* session = new (&idle_storage) Session(std::make_unique<std::string>("idle"));
  return session;
}

int main() {
  Pool pool;
  Session* session = pool.open("ada");
  const std::string* user = session->user.get();
  pool.close(session);
  const std::size_t length = user->size();  // expect: H0103
  std::printf("%zu %s\n", length, idle()->next->user->c_str());
  return length == 3 ? 0 : 1;
}
