// A result holds a value or says what went wrong, and gets another one: its value is what the other one had.
// oracle: clean
#include <cstdio>
#include <memory>
#include <new>
#include <string>
#include <utility>

namespace {

class Failure {
 public:
  Failure() = default;
  explicit Failure(int code) : code_(code) {}
  Failure(Failure&& other) noexcept : code_(std::exchange(other.code_, 0)) {}
  Failure& operator=(Failure&& other) noexcept {
    code_ = std::exchange(other.code_, 0);
    return *this;
  }
  ~Failure() {}
  bool none() const { return code_ == 0; }
  int code() const { return code_; }

 private:
  int code_ = 0;
};

template <class T>
class ResultData {
 public:
  explicit ResultData(T&& value) : value_(std::move(value)) { new (&failure_) Failure(); }
  explicit ResultData(Failure&& failure) : failure_(std::move(failure)) {}
  ResultData(ResultData&& other) noexcept {
    if (other.ok()) {
      new (&nothing_) T(std::move(other.value_));
      new (&failure_) Failure();
    } else {
      new (&failure_) Failure(std::move(other.failure_));
    }
  }
  ResultData& operator=(ResultData&& other) noexcept {
    if (this == &other) return *this;
    if (ok()) value_.~T();
    if (other.ok()) new (&nothing_) T(std::move(other.value_));
    failure_ = std::move(other.failure_);
    return *this;
  }
  ~ResultData() {
    if (ok()) value_.~T();
    failure_.~Failure();
  }

  bool ok() const { return failure_.none(); }

 protected:
  struct Nothing {};
  union {
    Failure failure_;
  };
  union {
    Nothing nothing_;
    T value_;
  };
};

struct MoveOnly {
  MoveOnly() = default;
  MoveOnly(const MoveOnly&) = delete;
  MoveOnly(MoveOnly&&) = default;
  MoveOnly& operator=(const MoveOnly&) = delete;
  MoveOnly& operator=(MoveOnly&&) = default;
};

struct Counted {};

template <class T>
class [[nodiscard]] Result : public ResultData<T>, private MoveOnly, private Counted {
 public:
  Result(T value) : ResultData<T>(std::move(value)) {}
  Result(Failure failure) : ResultData<T>(std::move(failure)) {}
  Result(Result&&) = default;
  Result& operator=(Result&&) = default;
  T& operator*() { return this->value_; }
};

using Section = std::unique_ptr<std::string>;

Result<Section> section(int number) {
  if (number < 0) return Failure(2);
  return std::make_unique<std::string>("section " + std::to_string(number));
}

}  // namespace

int main() {
  Result<Section> found = section(1);
  if (!found.ok()) return 1;
  std::printf("%s\n", (*found)->c_str());
  found = section(2);
  if (!found.ok()) return 1;
  std::printf("%s\n", (*found)->c_str());
}
