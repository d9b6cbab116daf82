// The second handle is made by moving the first.
// oracle: clean

#include <cstdio>
#include <memory>
#include <string>
#include <utility>

struct Cursor {
  std::string table;
  int row = 0;
};

class CursorHandle {
 public:
  explicit CursorHandle(Cursor* cursor) : cursor_(cursor) {}

  bool next(int rows) {
    if (cursor_->row >= rows) return false;
    ++cursor_->row;
    return true;
  }
  int row() const { return cursor_->row; }
  void rewind() { cursor_->row = 0; }

 private:
  std::unique_ptr<Cursor> cursor_;
};

Cursor* open_cursor(const std::string& table) { return new Cursor{table}; }

int count_rows(CursorHandle handle, int rows) {
  while (handle.next(rows)) {
  }
  return handle.row();
}

int main() {
  Cursor* cursor = open_cursor("orders");
  CursorHandle handle(cursor);
  handle.next(10);
  handle.next(10);
  handle.rewind();
  int rows = count_rows(std::move(handle), 10);
  std::printf("%d rows\n", rows);
}
