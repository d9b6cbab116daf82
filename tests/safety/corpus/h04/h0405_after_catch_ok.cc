// The handler sets the size that is used when decoding fails.
// oracle: clean

#include <cstdio>

struct DecodeError {
  int position;
};

int Decode(const unsigned char* bytes, int count) {
  int size = 0;
  for (int i = 0; i < count; ++i) {
    if (bytes[i] == 0xff) throw DecodeError{i};
    size = size * 16 + bytes[i];
  }
  return size;
}

struct Reader {
  int rejected = 0;
  int accepted = 0;
  int last_error = -1;

  void Read(const unsigned char* bytes, int count) {
    int size;
    try {
      size = Decode(bytes, count);
    } catch (const DecodeError& error) {
      last_error = error.position;
      size = 0;
    }
    if (size == 0 || size > 4096) {
      ++rejected;
      return;
    }
    ++accepted;
  }
};

int main() {
  const unsigned char good[] = {1, 2, 3};
  const unsigned char bad[] = {4, 0xff};
  Reader reader;
  reader.Read(good, 3);
  reader.Read(bad, 2);
  std::printf("%d of %d\n", reader.accepted, reader.accepted + reader.rejected);
}
