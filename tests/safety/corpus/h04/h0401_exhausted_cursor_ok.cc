// The second step inside the body is checked like the first.
// oracle: clean

#include <cstdio>

struct Token {
  enum Kind { kName, kEquals, kNumber } kind;
  int value;
  const Token* next;
};

struct Assignment {
  int name;
  int value;
};

int ParseAssignments(const Token* tokens, Assignment* out, int capacity) {
  int count = 0;
  const Token* token = tokens;
  while (token && count < capacity) {
    if (token->kind != Token::kName) {
      token = token->next;
      continue;
    }
    Assignment assignment = {token->value, 1};
    token = token->next;
    if (token && token->kind == Token::kEquals) {
      token = token->next;
      if (!token) break;
      assignment.value = token->value;
      token = token->next;
    }
    out[count++] = assignment;
  }
  return count;
}

int main() {
  const Token flag = {Token::kName, 12, nullptr};
  const Token number = {Token::kNumber, 300, &flag};
  const Token equals = {Token::kEquals, 0, &number};
  const Token option = {Token::kName, 11, &equals};
  Assignment assignments[4];
  int count = ParseAssignments(&option, assignments, 4);
  std::printf("%d: %d=%d\n", count, assignments[0].name, assignments[0].value);
}
