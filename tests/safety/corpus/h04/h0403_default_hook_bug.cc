// A hook that nobody has set has no function, and is called.
// oracle: asan
#include <atomic>
#include <cstdio>

template <class Function>
class Hook;

template <class Result, class... Arguments>
class Hook<Result (*)(Arguments...)> {
 public:
  using Function = Result (*)(Arguments...);
  constexpr Hook() : function_(nullptr) {}
  Function get() const {
    const Function function = load();
    return function == nothing ? nullptr : function;
  }
  void set(Function function) { function_.store(function, std::memory_order_release); }
  Result operator()(Arguments... arguments) const { return load()(arguments...); }

 private:
  static Result nothing(Arguments...) { return Result(); }
  Function load() const { return function_.load(std::memory_order_acquire); }

  std::atomic<Function> function_;
};

static int sum = 0;
static void add(int number) { sum += number; }

static bool hooked(Hook<void (*)(int)>& on_number) {
  if (on_number.get() != nullptr) return false;
  on_number(1);  // expect: H0403
  if (sum != 0) return false;
  on_number.set(add);
  on_number(2);
  return on_number.get() == add && sum == 2;
}

int main() {
  Hook<void (*)(int)> on_number;
  const bool as_expected = hooked(on_number);
  std::printf("%d\n", sum);
  return as_expected ? 0 : 1;
}
