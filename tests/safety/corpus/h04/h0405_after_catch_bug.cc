// The size is set in the try block, which is left by an exception, and is read after the catch.
// oracle: msan

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
    }
    if (size == 0 || size > 4096) {  // expect: H0405
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
