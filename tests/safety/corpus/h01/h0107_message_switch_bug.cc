// The branch for an unknown message does not free the buffer that the others free.
// oracle: lsan

#include <cstdio>
#include <cstdlib>
#include <cstring>

enum MessageType { kPing = 1, kData = 2 };

struct Peer {
  int pings = 0;
  long received = 0;
};

char* read_body(const char* wire, std::size_t size) {
  char* body = static_cast<char*>(std::malloc(size + 1));  // expect: H0107
  if (body == nullptr) return nullptr;
  std::memcpy(body, wire, size);
  body[size] = '\0';
  return body;
}

bool dispatch(Peer& peer, int type, const char* wire, std::size_t size) {
  char* body = read_body(wire, size);
  if (body == nullptr) return false;
  bool known = true;
  switch (type) {
    case kPing:
      ++peer.pings;
      break;
    case kData:
      peer.received += static_cast<long>(std::strlen(body));
      break;
    default:
      std::fprintf(stderr, "unknown message %d: %s\n", type, body);
      return false;
  }
  std::free(body);
  return known;
}

int main() {
  Peer peer;
  dispatch(peer, kPing, "", 0);
  dispatch(peer, kData, "hello", 5);
  dispatch(peer, 9, "??", 2);
  std::printf("%d %ld\n", peer.pings, peer.received);
}
