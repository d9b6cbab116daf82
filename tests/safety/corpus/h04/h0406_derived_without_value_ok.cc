// The buffer of the derived class is freed when there is one.
// oracle: clean

#include <cstdio>
#include <cstring>

class Node {
 public:
  explicit Node(int kind) : kind_(kind) {}
  virtual ~Node() = default;
  int kind() const { return kind_; }

 private:
  int kind_;
};

class Document : public Node {
 public:
  Document() : Node(9), errors_(0), buffer_(nullptr) {}
  Document(const Document&) = delete;
  Document& operator=(const Document&) = delete;
  ~Document() override { clear(); }

  void parse(const char* text) {
    clear();
    buffer_ = new char[std::strlen(text) + 1];
    std::strcpy(buffer_, text);
  }

  void clear() {
    errors_ = 0;
    delete[] buffer_;
    buffer_ = nullptr;
  }

  int errors() const { return errors_; }

 private:
  int errors_;
  char* buffer_;
};

int main() {
  Document document;
  std::printf("%d %d\n", document.kind(), document.errors());
}
