// The observer is gone when the subject notifies it, and lock() of its weak_ptr gives null.
// oracle: asan

#include <cstdio>
#include <memory>
#include <string>
#include <vector>

class Listener {
 public:
  void changed(const std::string& what) { changes_.push_back(what); }
  std::size_t changes() const { return changes_.size(); }

 private:
  std::vector<std::string> changes_;
};

class Document {
 public:
  void subscribe(const std::shared_ptr<Listener>& listener) { listeners_.push_back(listener); }

  void rename(const std::string& title) {
    title_ = title;
    for (const auto& weak : listeners_) {
      auto listener = weak.lock();
      listener->changed("title");  // expect: H0403
    }
  }

 private:
  std::string title_;
  std::vector<std::weak_ptr<Listener>> listeners_;
};

int main() {
  Document document;
  auto window = std::make_shared<Listener>();
  document.subscribe(window);
  {
    auto dialog = std::make_shared<Listener>();
    document.subscribe(dialog);
    document.rename("draft");
  }
  document.rename("final");
  std::printf("%zu changes\n", window->changes());
}
