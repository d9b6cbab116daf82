// The list of loose nodes frees its old room when it grows, also where others are called in between.
// oracle: clean
#include <cassert>
#include <cstring>
#include <memory>
#include <vector>

template <class T, int kRoom, int kMost = 14>
class Row {
 public:
  Row() : items_(room_) {}
  Row(const Row&) = delete;
  Row& operator=(const Row&) = delete;
  ~Row() {
    if (items_ != room_) delete[] items_;
  }
  bool push(T item) {
    if (!reserve(size_ + 1)) return false;
    items_[size_++] = item;
    return true;
  }
  int size() const { return size_; }

 private:
  bool reserve(int wanted) {
    if (wanted <= capacity_) return true;
    if (wanted > kMost) return false;
    T* fresh = new T[wanted * 2];
    std::memcpy(fresh, items_, sizeof(T) * size_);
    if (items_ != room_) delete[] items_;
    items_ = fresh;
    capacity_ = wanted * 2;
    return true;
  }

  T* items_;
  T room_[kRoom];
  int capacity_ = kRoom;
  int size_ = 0;
};

class Pool {
 public:
  virtual ~Pool() = default;
  virtual int* take() = 0;
};

class Document {
 public:
  explicit Document(Pool& pool) : pool_(&pool) {}
  int* make() {
    int* node = pool_->take();
    return loose_.push(node) ? node : nullptr;
  }
  int loose() const { return loose_.size(); }

 private:
  Pool* pool_;
  Row<int*, 2> loose_;
};

class Element {
 public:
  explicit Element(Document& document) : document_(&document) {}
  virtual ~Element() = default;
  int* grow() {
    int* child = document_->make();
    return child != nullptr && adopt(child) ? child : nullptr;
  }

 protected:
  virtual bool adopt(int* child) = 0;

 private:
  Document* document_;
};

class Few : public Element {
 public:
  using Element::Element;

 protected:
  bool adopt(int* child) override {
    *child = children_++;
    return children_ < 20;
  }

 private:
  int children_ = 0;
};

class Numbers : public Pool {
 public:
  int* take() override { return numbers_.emplace_back(std::make_unique<int>(0)).get(); }

 private:
  std::vector<std::unique_ptr<int>> numbers_;
};

int main() {
  Numbers numbers;
  Document document(numbers);
  Few root(document);
  while (root.grow() != nullptr) {
  }
  assert(document.loose() == 14);
}
