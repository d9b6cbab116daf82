// A list with a sentinel, and a table of rows that is given back when one cannot be had.
#include <cstddef>
#include <cstdlib>

struct Node {
  int value;
  Node *previous, *next;
};

struct List {
  Node head;
  List() : head{0, &head, &head} {}
  ~List() {
    while (head.next != &head) erase(head.next);
  }
  void push_back(int value) {
    Node* node = new Node{value, head.previous, &head};
    head.previous->next = node;
    head.previous = node;
  }
  void erase(Node* node) {
    node->previous->next = node->next;
    node->next->previous = node->previous;
    delete node;
  }
  void remove_even() {
    for (Node* node = head.next; node != &head;) {
      Node* const next = node->next;
      if (node->value % 2 == 0) erase(node);
      node = next;
    }
  }
  int sum() const {
    int total = 0;
    for (const Node* node = head.next; node != &head; node = node->next) total += node->value;
    return total;
  }
};

static int** matrix(int rows, int columns) {
  int** m = static_cast<int**>(malloc(static_cast<size_t>(rows) * sizeof *m));
  if (!m) return nullptr;
  for (int r = 0; r < rows; ++r) {
    m[r] = static_cast<int*>(calloc(static_cast<size_t>(columns), sizeof **m));
    if (!m[r]) {
      while (r-- > 0) free(m[r]);
      free(m);
      return nullptr;
    }
  }
  return m;
}

static void matrix_free(int** m, int rows) {
  if (!m) return;
  for (int r = 0; r < rows; ++r) free(m[r]);
  free(m);
}

int main() {
  List list;
  for (int i = 0; i < 5; ++i) list.push_back(i);
  list.remove_even();
  int result = list.sum();
  if (int** m = matrix(3, 4)) {
    m[2][3] = 7;
    result += m[2][3];
    matrix_free(m, 3);
  }
  return result > 0 ? 0 : 1;
}
