// The size is taken before the payload is moved into the completion closure.
// oracle: clean

#include <cassert>
#include <cstddef>
#include <functional>
#include <string>
#include <utility>
#include <vector>

struct Request {
  std::string target;
  std::size_t content_length;
  std::function<std::string()> body;
};

class Uploader {
 public:
  void queue(std::string target, std::string payload) {
    auto length = payload.size();
    auto body = [payload = std::move(payload)] { return payload; };
    Request request{std::move(target), length, body};
    requests_.push_back(std::move(request));
  }

  bool flush() {
    for (auto& request : requests_) {
      std::string body = request.body();
      if (body.size() != request.content_length) return false;
      sent_ += body.size();
    }
    requests_.clear();
    return true;
  }

  std::size_t sent() const { return sent_; }

 private:
  std::vector<Request> requests_;
  std::size_t sent_ = 0;
};

int main() {
  Uploader uploader;
  uploader.queue("/blobs/1", "0123456789");
  bool complete = uploader.flush();
  assert(complete);
  assert(uploader.sent() == 10);
}
