// A circular list with a head of its own.
class Node {
 public:
  Node* next = nullptr;
  Node* prev = nullptr;
  int v = 0;
};
class DList {
 public:
  DList() { head_.next = head_.prev = &head_; }
  DList(const DList&) = delete;
  ~DList() {
    while (head_.next != &head_) erase(head_.next);
  }
  Node* push(int v) {
    Node* n = new Node;
    n->v = v;
    n->prev = head_.prev;
    n->next = &head_;
    head_.prev->next = n;
    head_.prev = n;
    return n;
  }
  void erase(Node* n) {
    n->prev->next = n->next;
    n->next->prev = n->prev;
    delete n;
  }
  void erase_if(int v) {
    for (Node* n = head_.next; n != &head_;) {
      Node* next = n->next;
      if (n->v == v) erase(n);
      n = next;
    }
  }
  int sum() const {
    int s = 0;
    for (const Node* n = head_.next; n != &head_; n = n->next) s += n->v;
    return s;
  }

 private:
  Node head_;
};
int dlist() {
  DList l;
  Node* a = l.push(1);
  l.push(2);
  l.push(2);
  l.erase(a);
  l.erase_if(2);
  return l.sum();
}
