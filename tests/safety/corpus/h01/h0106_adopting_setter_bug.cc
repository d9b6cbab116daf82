// Both windows adopt the same raw cursor, for the setter takes what it is given into a unique_ptr.
// oracle: asan

#include <cstdio>
#include <memory>
#include <string>

class Cursor {
 public:
  explicit Cursor(std::string image) : image_(std::move(image)) {}
  Cursor* clone() const { return new Cursor(image_); }
  std::size_t weight() const { return image_.size(); }

 private:
  std::string image_;
};

class Window {
 public:
  // Adopts the cursor.
  void set_cursor(Cursor* cursor) {
    if (cursor == cursor_.get()) return;
    cursor_.reset(cursor);  // expect?: H0106
  }

  std::size_t weight() const { return cursor_ ? cursor_->weight() : 0; }

 private:
  std::unique_ptr<Cursor> cursor_;
};

struct Workspace {
  Window editor;
  Window terminal;
};

void apply_theme(Workspace& workspace, const std::string& theme) {
  auto* beam = new Cursor(theme + "/beam.png");
  workspace.editor.set_cursor(beam);
  workspace.terminal.set_cursor(beam);  // expect?: H0106
}

int main() {
  Workspace workspace;
  apply_theme(workspace, "paper");
  std::printf("%zu\n", workspace.editor.weight() + workspace.terminal.weight());
}
