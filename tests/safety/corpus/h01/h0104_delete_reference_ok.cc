// Only the library, which made its documents with new, deletes them.
// oracle: clean

#include <cstdio>
#include <string>
#include <vector>

class Document {
 public:
  explicit Document(std::string title) : title_(std::move(title)) {}
  void append(const std::string& text) { body_ += text; }
  std::size_t size() const { return title_.size() + body_.size(); }

 private:
  std::string title_;
  std::string body_;
};

class Library {
 public:
  Library() = default;
  Library(const Library&) = delete;
  Library& operator=(const Library&) = delete;
  ~Library() {
    for (Document* document : open_) delete document;
  }

  Document& open(const std::string& title) {
    open_.push_back(new Document(title));
    return *open_.back();
  }

 private:
  std::vector<Document*> open_;
};

std::size_t close(Document& document) {
  std::size_t size = document.size();
  return size;
}

std::size_t preview(const std::string& text) {
  Document scratch("preview");
  scratch.append(text);
  return close(scratch);
}

int main() {
  Library library;
  std::size_t total = close(library.open("notes"));
  total += preview("Once upon a time");
  std::printf("%zu\n", total);
}
