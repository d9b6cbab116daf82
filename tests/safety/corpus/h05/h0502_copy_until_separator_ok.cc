// The copying ends at the end of the buffer as well.
// oracle: clean

#include <cstdio>
#include <cstring>

int copy_field(const char* text, char separator, char* out, int capacity) {
  if (capacity == 0) return 0;
  int length = 0;
  while (text[length] != '\0' && text[length] != separator && length < capacity - 1) {
    out[length] = text[length];
    ++length;
  }
  out[length] = '\0';
  return length;
}

class Form {
 public:
  void add(const char* line) {
    char name[8];
    const int length = copy_field(line, '=', name, sizeof name);
    letters_ += length;
    if (std::strcmp(name, "name") == 0) named_ = true;
  }

  bool named() const { return named_; }
  int letters() const { return letters_; }

 private:
  int letters_ = 0;
  bool named_ = false;
};

int main() {
  Form form;
  form.add("name=Ada");
  form.add("occupation and title=Countess");
  std::printf("%d letters%s\n", form.letters(), form.named() ? ", named" : "");
}
