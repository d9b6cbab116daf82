// longest is a view of a string that ended with its turn of the loop.
// oracle: asan

#include <iostream>
#include <string>
#include <string_view>
#include <vector>

struct Chunk {
  int offset;
  std::string payload;
};

std::string decode(const Chunk& chunk) {
  std::string text;
  for (char c : chunk.payload) text += static_cast<char>(c == '_' ? ' ' : c);
  return text + " @" + std::to_string(chunk.offset);
}

std::string summary(const std::vector<Chunk>& chunks) {
  std::string_view longest;
  for (const Chunk& chunk : chunks) {
    if (chunk.payload.empty()) continue;
    const std::string text = decode(chunk);
    if (text.size() > longest.size()) longest = text;
  }
  std::string result = "longest: ";
  result += longest;  // expect: H0204
  return result;
}

int main() {
  std::vector<Chunk> chunks;
  chunks.push_back({0, "once_upon_a_time"});
  chunks.push_back({16, "there_was_a_pointer_that_nobody_freed"});
  chunks.push_back({54, ""});
  std::cout << summary(chunks) << '\n';
}
