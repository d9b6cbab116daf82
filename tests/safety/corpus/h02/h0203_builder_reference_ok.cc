// The chain's result is copied into a variable.
// oracle: clean

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
  Request request = Request().method("PUT").header("Accept", "application/json");
  if (authorized) {
    request.header("Authorization", "Bearer of good news");
  }
  std::printf("%zu bytes\n", request.size());
}
