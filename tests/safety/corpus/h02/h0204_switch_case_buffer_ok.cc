// The buffer is declared before the switch.
// oracle: clean

#include <cstdio>
#include <cstring>

struct Value {
  enum Type { null, number, text } type;
  double number_value;
  const char* text_value;
};

std::size_t write(const Value& value, char* out, std::size_t capacity) {
  const char* written = "null";
  char buffer[32];
  switch (value.type) {
    case Value::null:
      break;
    case Value::number: {
      std::snprintf(buffer, sizeof buffer, "%.3f", value.number_value);
      written = buffer;
      break;
    }
    case Value::text:
      if (value.text_value != nullptr) written = value.text_value;
      break;
  }
  const std::size_t length = std::strlen(written);
  if (length >= capacity) return 0;
  std::memcpy(out, written, length + 1);
  return length;
}

int main() {
  const Value values[] = {
      {Value::null, 0, nullptr}, {Value::text, 0, "hello"}, {Value::number, 2.5, nullptr}};
  char out[64];
  std::size_t total = 0;
  for (const Value& value : values) total += write(value, out, sizeof out);
  std::printf("%zu\n", total);
}
