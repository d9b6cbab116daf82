// The chain of setters returns a reference to the temporary it began with.
// oracle: asan

#include <cstdio>
#include <map>
#include <string>

class Request {
 public:
  Request& method(const char* name) {
    method_ = name;
    return *this;
  }
  Request& header(const std::string& key, std::string value) {
    headers_[key] = std::move(value);
    return *this;
  }
  std::size_t size() const {
    std::size_t size = method_.size();
    for (const auto& [key, value] : headers_) size += key.size() + value.size() + 4;
    return size;
  }

 private:
  std::string method_ = "GET";
  std::map<std::string, std::string> headers_;
};

int main() {
  const bool authorized = true;
  Request& request = Request().method("PUT").header("Accept", "application/json");  // expect?: H0203
  if (authorized) {
    request.header("Authorization", "Bearer of good news");  // expect?: H0203
  }
  std::printf("%zu bytes\n", request.size());
}
