// Two handles are made from one cursor, and each handle's member owns what it was made from.
// oracle: asan

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
  int rows = count_rows(CursorHandle(cursor), 10);  // expect: H0106
  std::printf("%d rows\n", rows);
}
