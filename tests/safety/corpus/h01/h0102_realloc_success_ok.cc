// The old block is freed only if realloc has failed.
// oracle: clean

#include <cstddef>
#include <cstdio>
#include <cstdlib>

struct IntStack {
  int* items;
  std::size_t size;
  std::size_t capacity;
};

static bool push(IntStack* stack, int value) {
  if (stack->size == stack->capacity) {
    std::size_t capacity = stack->capacity == 0 ? 4 : stack->capacity * 2;
    void* old = stack->items;
    void* grown = std::realloc(old, capacity * sizeof(int));
    if (grown == nullptr) {
      std::free(old);
      stack->items = nullptr;
      stack->size = stack->capacity = 0;
      return false;
    }
    stack->items = static_cast<int*>(grown);
    stack->capacity = capacity;
  }
  stack->items[stack->size++] = value;
  return true;
}

static long drain(IntStack* stack) {
  long sum = 0;
  while (stack->size > 0) sum += stack->items[--stack->size];
  std::free(stack->items);
  *stack = {};
  return sum;
}

int main() {
  IntStack stack = {};
  for (int value = 1; value <= 10; ++value) {
    if (!push(&stack, value)) return 1;
  }
  std::printf("%ld\n", drain(&stack));
}
