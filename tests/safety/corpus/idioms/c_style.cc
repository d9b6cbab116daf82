// What C taught: growing arrays by hand, linked lists, strings, streams of bytes, goto on errors.
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cctype>
#include <cerrno>
#include <climits>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>

struct Buffer {
  char* data;
  size_t size, capacity;
};

static int buffer_init(Buffer* b) {
  b->data = static_cast<char*>(malloc(16));
  b->size = 0;
  b->capacity = b->data ? 16 : 0;
  return b->data ? 0 : -1;
}

static int buffer_append(Buffer* b, const void* bytes, size_t n) {
  if (b->capacity - b->size < n) {
    size_t capacity = b->capacity ? b->capacity : 16;
    while (capacity - b->size < n) capacity *= 2;
    char* bigger = static_cast<char*>(realloc(b->data, capacity));
    if (!bigger) return -1;
    b->data = bigger;
    b->capacity = capacity;
  }
  memcpy(b->data + b->size, bytes, n);
  b->size += n;
  return 0;
}

static void buffer_free(Buffer* b) {
  free(b->data);
  b->data = nullptr;
  b->size = b->capacity = 0;
}

static char* buffer_to_string(Buffer* b) {
  if (buffer_append(b, "", 1) != 0) return nullptr;
  char* out = b->data;
  b->data = nullptr;
  b->size = b->capacity = 0;
  return out;
}

struct Entry {
  char* key;
  char* value;
  Entry* next;
};

enum { kBuckets = 64 };

struct Table {
  Entry* buckets[kBuckets];
  size_t count;
};

static unsigned hash_of(const char* key) {
  unsigned h = 2166136261u;
  for (; *key; ++key) h = (h ^ static_cast<unsigned char>(*key)) * 16777619u;
  return h;
}

static char* copy_of(const char* text) {
  const size_t n = strlen(text) + 1;
  char* out = static_cast<char*>(malloc(n));
  if (out) memcpy(out, text, n);
  return out;
}

static Entry** table_slot(Table* table, const char* key) {
  Entry** link = &table->buckets[hash_of(key) % kBuckets];
  while (*link && strcmp((*link)->key, key) != 0) link = &(*link)->next;
  return link;
}

static int table_set(Table* table, const char* key, const char* value) {
  Entry** link = table_slot(table, key);
  char* copy = copy_of(value);
  if (!copy) return -1;
  if (*link) {
    free((*link)->value);
    (*link)->value = copy;
    return 0;
  }
  Entry* entry = static_cast<Entry*>(calloc(1, sizeof *entry));
  if (!entry) {
    free(copy);
    return -1;
  }
  entry->key = copy_of(key);
  if (!entry->key) {
    free(copy);
    free(entry);
    return -1;
  }
  entry->value = copy;
  *link = entry;
  ++table->count;
  return 0;
}

static const char* table_get(Table* table, const char* key) {
  Entry* const* link = table_slot(table, key);
  return *link ? (*link)->value : nullptr;
}

static int table_remove(Table* table, const char* key) {
  Entry** link = table_slot(table, key);
  Entry* gone = *link;
  if (!gone) return 0;
  *link = gone->next;
  free(gone->key);
  free(gone->value);
  free(gone);
  --table->count;
  return 1;
}

static void table_clear(Table* table) {
  for (Entry*& head : table->buckets) {
    for (Entry *entry = head, *next; entry; entry = next) {
      next = entry->next;
      free(entry->key);
      free(entry->value);
      free(entry);
    }
    head = nullptr;
  }
  table->count = 0;
}

struct Node {
  int value;
  Node *previous, *next;
};

static Node* reversed(Node* list) {
  Node* out = nullptr;
  while (list) {
    Node* next = list->next;
    list->next = out;
    out = list;
    list = next;
  }
  return out;
}

static char* read_file(const char* path, size_t* size) {
  char* data = nullptr;
  long length = 0;
  FILE* file = fopen(path, "rb");
  if (!file) return nullptr;
  if (fseek(file, 0, SEEK_END) != 0) goto failed;
  length = ftell(file);
  if (length < 0) goto failed;
  rewind(file);
  data = static_cast<char*>(malloc(static_cast<size_t>(length) + 1));
  if (!data) goto failed;
  if (fread(data, 1, static_cast<size_t>(length), file) != static_cast<size_t>(length)) goto failed;
  data[length] = '\0';
  *size = static_cast<size_t>(length);
  fclose(file);
  return data;
failed:
  free(data);
  fclose(file);
  return nullptr;
}

static int copy_descriptor(int from, int to) {
  char block[4096];
  for (;;) {
    const ssize_t got = read(from, block, sizeof block);
    if (got == 0) return 0;
    if (got < 0) {
      if (errno == EINTR) continue;
      return -1;
    }
    for (ssize_t done = 0; done < got;) {
      const ssize_t put = write(to, block + done, static_cast<size_t>(got - done));
      if (put < 0) {
        if (errno == EINTR) continue;
        return -1;
      }
      done += put;
    }
  }
}

static size_t count_lines_mapped(const char* path) {
  const int fd = open(path, O_RDONLY);
  if (fd < 0) return 0;
  struct stat info;
  if (fstat(fd, &info) != 0 || info.st_size == 0) {
    close(fd);
    return 0;
  }
  const size_t size = static_cast<size_t>(info.st_size);
  void* memory = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, fd, 0);
  close(fd);
  if (memory == MAP_FAILED) return 0;
  size_t lines = 0;
  const char* const begin = static_cast<const char*>(memory);
  for (const char *at = begin, *end = begin + size; at < end; ++lines) {
    const void* newline = memchr(at, '\n', static_cast<size_t>(end - at));
    if (!newline) break;
    at = static_cast<const char*>(newline) + 1;
  }
  munmap(memory, size);
  return lines;
}

static char* trimmed(char* text) {
  while (*text && isspace(static_cast<unsigned char>(*text))) ++text;
  char* end = text + strlen(text);
  while (end > text && isspace(static_cast<unsigned char>(end[-1]))) --end;
  *end = '\0';
  return text;
}

static int parse_pairs(char* text, Table* table) {
  int pairs = 0;
  char* rest = nullptr;
  for (char* item = strtok_r(text, ";", &rest); item; item = strtok_r(nullptr, ";", &rest)) {
    char* equals = strchr(item, '=');
    if (!equals) continue;
    *equals = '\0';
    if (table_set(table, trimmed(item), trimmed(equals + 1)) == 0) ++pairs;
  }
  return pairs;
}

static bool parse_number(const char* text, long* out) {
  char* end = nullptr;
  errno = 0;
  const long value = strtol(text, &end, 10);
  if (end == text || *end != '\0' || errno == ERANGE) return false;
  *out = value;
  return true;
}

static int compare_ints(const void* a, const void* b) {
  const int x = *static_cast<const int*>(a), y = *static_cast<const int*>(b);
  return (x > y) - (x < y);
}

static size_t escape(const char* in, char* out, size_t room) {
  size_t n = 0;
  for (; *in; ++in) {
    if (*in == '"' || *in == '\\') {
      if (n + 2 >= room) break;
      out[n++] = '\\';
      out[n++] = *in;
    } else {
      if (n + 1 >= room) break;
      out[n++] = *in;
    }
  }
  if (room > 0) out[n] = '\0';
  return n;
}

static const char* month_name(int month) {
  static const char* const kNames[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  return month >= 1 && month <= 12 ? kNames[month - 1] : "?";
}

enum Kind { kInteger, kText, kNone, kKinds };
struct Value {
  Kind kind;
  union {
    long integer;
    char* text;
  };
};

static Value make_text(const char* text) {
  Value value;
  value.kind = kText;
  value.text = copy_of(text);
  return value;
}

static void clear(Value* value) {
  if (value->kind == kText) free(value->text);
  value->kind = kNone;
}

static int show(const Value* value, char* out, size_t room) {
  static const char* const kFormats[kKinds] = {"integer", "text", "none"};
  switch (value->kind) {
    case kInteger:
      return snprintf(out, room, "%s %ld", kFormats[value->kind], value->integer);
    case kText:
      return snprintf(out, room, "%s %s", kFormats[value->kind], value->text ? value->text : "");
    default:
      return snprintf(out, room, "%s", kFormats[kNone]);
  }
}

int main(int argc, char** argv) {
  const char* program = argc > 0 ? argv[0] : "c_style";
  if (const char* slash = strrchr(program, '/')) program = slash + 1;
  int result = 0;
  int verbose = 0;
  for (int i = 1; i < argc; ++i) {
    if (strcmp(argv[i], "-v") == 0) {
      ++verbose;
    } else if (strcmp(argv[i], "-n") == 0 && i + 1 < argc) {
      long n = 0;
      if (parse_number(argv[++i], &n)) verbose += static_cast<int>(n);
    }
  }
  Buffer buffer;
  if (buffer_init(&buffer) != 0) return 1;
  for (int i = 0; i < 10; ++i) {
    char line[32];
    const int n = snprintf(line, sizeof line, "key%d = %d;", i, i * i);
    if (n < 0 || static_cast<size_t>(n) >= sizeof line ||
        buffer_append(&buffer, line, static_cast<size_t>(n)) != 0) {
      buffer_free(&buffer);
      return 1;
    }
  }
  char* text = buffer_to_string(&buffer);
  buffer_free(&buffer);
  if (!text) return 1;
  Table table = {};
  result += verbose;
  result += parse_pairs(text, &table);
  free(text);
  if (const char* value = table_get(&table, "key3")) result += value[0];
  result += table_remove(&table, "key4");
  table_clear(&table);
  Node third = {3, nullptr, nullptr}, second = {2, nullptr, &third}, first = {1, nullptr, &second};
  if (Node* back = reversed(&first)) result += back->value;
  int numbers[] = {3, 1, 2};
  qsort(numbers, sizeof numbers / sizeof numbers[0], sizeof numbers[0], compare_ints);
  const int wanted = 2;
  if (const void* found = bsearch(&wanted, numbers, 3, sizeof numbers[0], compare_ints))
    result += *static_cast<const int*>(found);
  char escaped[16];
  result += static_cast<int>(escape("say \"hi\"", escaped, sizeof escaped));
  Value value = make_text("abc");
  char shown[32];
  result += show(&value, shown, sizeof shown);
  clear(&value);
  size_t size = 0;
  if (char* file = read_file("/proc/self/comm", &size)) {
    result += static_cast<int>(size);
    free(file);
  }
  result += static_cast<int>(count_lines_mapped("/etc/passwd") > 0) + month_name(2)[0];
  const int null = open("/dev/null", O_RDWR);
  if (null >= 0) {
    result += copy_descriptor(null, null);
    close(null);
  }
  return result > 0 && program[0] ? 0 : 1;
}
