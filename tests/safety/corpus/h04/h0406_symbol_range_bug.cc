// An iterator that keeps what it is at has nothing when it is at the end, and is read without a look.
// oracle: msan
#include <cstdio>

struct Symbol {
  const char* name;
  int value;
};

class Image {
 public:
  class Iterator {
   public:
    Iterator(const Image* image, int index) : image_(image), index_(index) {}
    const Symbol& operator*() const { return symbol_; }
    bool operator==(const Iterator& other) const { return image_ == other.image_ && index_ == other.index_; }
    bool operator!=(const Iterator& other) const { return !(*this == other); }
    Iterator& operator++() {
      advance(1);
      return *this;
    }
    void advance(int by) {
      if (!image_->present()) return;
      index_ += by;
      if (index_ >= image_->count()) {
        index_ = image_->count();
        return;
      }
      symbol_.name = image_->names_[index_];
      symbol_.value = image_->values_[index_];
    }

   private:
    const Image* image_;
    int index_;
    Symbol symbol_;
  };
  Image(const char* const* names, const int* values) : names_(names), values_(values) {}
  bool present() const { return names_ != nullptr; }
  int count() const { return values_ ? values_[0] : 0; }
  Iterator begin() const {
    Iterator at(this, 0);
    at.advance(values_ ? 1 : 0);
    return at;
  }
  Iterator end() const { return Iterator(this, count()); }
  int first() const {
    const Iterator at = begin();
    return (*at).value;  // expect?: H0406
  }
  int find(const char* name) const {
    for (const Symbol& symbol : *this) {
      if (symbol.name == name) return symbol.value;
    }
    return -1;
  }

 private:
  const char* const* names_;
  const int* values_;
};

int main() {
  static const char* const kNames[] = {nullptr, "main"};
  static const int kValues[] = {2, 40};
  const Image image(kNames, kValues), none(nullptr, nullptr);
  std::printf("%d %d\n", image.find(kNames[1]), none.find(kNames[1]));
  if (none.first() == 7)  // expect?: H0406
    std::printf("seven\n");
  return image.first() == 40 ? 0 : 1;
}
