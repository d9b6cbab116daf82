// The callback takes its context into a unique_ptr, as it runs exactly once.
// oracle: clean

#include <cstdio>
#include <memory>
#include <vector>

using Completion = void (*)(void* context, int status);

class IoQueue {
 public:
  void Submit(int fd, Completion done, void* context) { requests_.push_back({fd, done, context}); }

  void Drain() {
    for (const Request& request : requests_) request.done(request.context, request.fd % 2);
    requests_.clear();
  }

 private:
  struct Request {
    int fd;
    Completion done;
    void* context;
  };
  std::vector<Request> requests_;
};

struct ReadContext {
  int* failures;
  const char* file;
};

void OnRead(void* raw, int status) {
  std::unique_ptr<ReadContext> context(static_cast<ReadContext*>(raw));
  if (status == 0) return;
  std::printf("%s failed\n", context->file);
  ++*context->failures;
}

void Read(IoQueue& queue, const char* file, int fd, int* failures) {
  auto* context = new ReadContext{failures, file};
  queue.Submit(fd, OnRead, context);
}

int main() {
  IoQueue queue;
  int failures = 0;
  Read(queue, "a.db", 4, &failures);
  Read(queue, "b.db", 5, &failures);
  queue.Drain();
  return failures == 1 ? 0 : 2;
}
