// strdup makes a copy for lookup() on every call, and no caller frees it.
// oracle: lsan

#include <cctype>
#include <cstdio>
#include <cstdlib>
#include <cstring>

struct HeaderField {
  const char* name;
  const char* value;
};

// The caller owns the result.
char* lower_copy(const char* text) {
  char* copy = strdup(text);  // expect: H0107
  if (copy == nullptr) std::abort();
  for (char* c = copy; *c != '\0'; ++c) *c = static_cast<char>(std::tolower(static_cast<unsigned char>(*c)));
  return copy;
}

const char* lookup(const HeaderField* fields, int count, const char* name) {
  const char* wanted = lower_copy(name);
  for (int i = 0; i < count; ++i) {
    if (std::strcmp(fields[i].name, wanted) == 0) return fields[i].value;
  }
  return nullptr;
}

int main() {
  const HeaderField fields[] = {{"content-type", "text/html"}, {"etag", "\"9\""}};
  const char* etag = lookup(fields, 2, "ETag");
  std::printf("%s\n", etag ? etag : "none");
}
