// The cursor is computed again after the block has grown.
// oracle: clean

#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <cstring>

struct ByteWriter {
  char* data = nullptr;
  std::size_t used = 0;
  std::size_t capacity = 0;
};

bool writer_reserve(ByteWriter* writer, std::size_t more) {
  if (writer->used + more <= writer->capacity) return true;
  std::size_t capacity = (writer->used + more) * 2;
  char* data = static_cast<char*>(std::realloc(writer->data, capacity));
  if (data == nullptr) return false;
  writer->data = data;
  writer->capacity = capacity;
  return true;
}

// Writes the length in front of the text, which is known only afterwards.
bool writer_put(ByteWriter* writer, const char* text) {
  if (!writer_reserve(writer, 1)) return false;
  std::size_t at = writer->used++;
  std::size_t size = std::strlen(text);
  if (!writer_reserve(writer, size)) return false;
  char* length = writer->data + at;
  std::memcpy(writer->data + writer->used, text, size);
  writer->used += size;
  *length = static_cast<char>(size);
  return true;
}

int main() {
  ByteWriter writer;
  bool written = writer_put(&writer, "GET") && writer_put(&writer, "/index.html");
  std::printf("%zu bytes\n", writer.used);
  std::free(writer.data);
  return written ? 0 : 1;
}
