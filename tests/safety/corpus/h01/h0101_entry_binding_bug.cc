// The value of the map entry is moved out through a structured binding, and the entry stays to be listed.
// oracle: assert

#include <cassert>
#include <map>
#include <string>
#include <utility>
#include <vector>

class DraftBox {
 public:
  void save(int id, std::string text) { drafts_[id] = std::move(text); }

  void publish_all(int first, int last) {
    for (auto& [id, text] : drafts_) {
      if (id < first || id > last) continue;
      published_.push_back(std::move(text));
      summary_ += std::to_string(id) + "=" + headline(text) + ";";  // expect: H0101
    }
  }

  const std::string& summary() const { return summary_; }

 private:
  static std::string headline(const std::string& text) { return text.substr(0, text.find('\n')); }

  std::map<int, std::string> drafts_;
  std::vector<std::string> published_;
  std::string summary_;
};

int main() {
  DraftBox box;
  box.save(4, "Release notes\nNothing new.");
  box.save(9, "Roadmap\nMuch.");
  box.publish_all(1, 5);
  assert(box.summary() == "4=Release notes;");
}
