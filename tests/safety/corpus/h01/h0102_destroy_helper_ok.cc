// finish() only closes the upload; whoever started it destroys it.
// oracle: clean

#include <cstdio>
#include <string>

struct Upload {
  std::string name;
  int parts = 0;
  bool open = true;
};

namespace uploads {

int live = 0;

Upload* start(const char* name) {
  ++live;
  return new Upload{name};
}

void destroy(Upload* upload) {
  --live;
  delete upload;
}

bool finish(Upload* upload, int expected_parts) {
  bool complete = upload->parts == expected_parts;
  upload->open = false;
  return complete;
}

}  // namespace uploads

bool send(const char* name, int parts, bool refuse_last) {
  Upload* upload = uploads::start(name);
  for (int part = 0; part < parts; ++part) {
    if (refuse_last && part == parts - 1) break;
    ++upload->parts;
  }
  if (!uploads::finish(upload, parts)) {
    std::printf("%s is incomplete\n", name);
    uploads::destroy(upload);
    return false;
  }
  uploads::destroy(upload);
  return true;
}

int main() {
  int sent = send("a.tar", 3, false);
  sent += send("b.tar", 5, true);
  std::printf("%d sent, %d live\n", sent, uploads::live);
}
