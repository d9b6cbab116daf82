// C-like C++: drivers, packets, fixed buffers, parsers by pointer, linked structures by hand, tables, bit
// fields. oracle: clean
#include <cctype>
#include <cerrno>
#include <cstdarg>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>

namespace {

typedef struct {
  uint8_t* data;
  size_t size, capacity;
} Bytes;

bool bytes_init(Bytes* b, size_t capacity) {
  b->data = (uint8_t*)malloc(capacity);
  b->size = 0;
  b->capacity = b->data ? capacity : 0;
  return b->data != NULL;
}
void bytes_free(Bytes* b) {
  free(b->data);
  b->data = NULL;
  b->size = b->capacity = 0;
}
bool bytes_append(Bytes* b, const void* from, size_t n) {
  if (b->size + n > b->capacity) {
    size_t capacity = b->capacity ? b->capacity * 2 : 16;
    while (capacity < b->size + n) capacity *= 2;
    uint8_t* bigger = (uint8_t*)realloc(b->data, capacity);
    if (!bigger) return false;
    b->data = bigger;
    b->capacity = capacity;
  }
  memcpy(b->data + b->size, from, n);
  b->size += n;
  return true;
}

struct Packet {
  uint8_t version : 4;
  uint8_t flags : 4;
  uint8_t type;
  uint16_t length;
  uint8_t payload[32];
};

uint16_t read16(const uint8_t* p) { return (uint16_t)(p[0] << 8 | p[1]); }
void write16(uint8_t* p, uint16_t v) {
  p[0] = (uint8_t)(v >> 8);
  p[1] = (uint8_t)v;
}

int packet_parse(const uint8_t* data, size_t size, struct Packet* out) {
  if (!data || !out || size < 4) return -1;
  memset(out, 0, sizeof *out);
  out->version = data[0] >> 4;
  out->flags = data[0] & 0x0F;
  out->type = data[1];
  out->length = read16(data + 2);
  if (out->length > sizeof out->payload || size < 4u + out->length) return -2;
  memcpy(out->payload, data + 4, out->length);
  return 4 + out->length;
}
size_t packet_write(const struct Packet* p, uint8_t* to, size_t room) {
  const size_t need = 4u + p->length;
  if (room < need || p->length > sizeof p->payload) return 0;
  to[0] = (uint8_t)(p->version << 4 | p->flags);
  to[1] = p->type;
  write16(to + 2, p->length);
  memcpy(to + 4, p->payload, p->length);
  return need;
}

struct Node {
  struct Node* next;
  char* key;
  int value;
};
#define BUCKETS 16
struct Map {
  struct Node* buckets[BUCKETS];
  size_t count;
};
unsigned hash(const char* s) {
  unsigned h = 5381;
  while (*s) h = h * 33 + (unsigned char)*s++;
  return h;
}
struct Map* map_new(void) { return (struct Map*)calloc(1, sizeof(struct Map)); }
struct Node** map_slot(struct Map* m, const char* key) {
  struct Node** at = &m->buckets[hash(key) % BUCKETS];
  while (*at && strcmp((*at)->key, key) != 0) at = &(*at)->next;
  return at;
}
bool map_put(struct Map* m, const char* key, int value) {
  struct Node** at = map_slot(m, key);
  if (!*at) {
    struct Node* n = (struct Node*)malloc(sizeof *n);
    if (!n) return false;
    n->key = strdup(key);
    if (!n->key) {
      free(n);
      return false;
    }
    n->next = NULL;
    *at = n;
    m->count++;
  }
  (*at)->value = value;
  return true;
}
const int* map_get(struct Map* m, const char* key) {
  struct Node** at = map_slot(m, key);
  return *at ? &(*at)->value : NULL;
}
bool map_remove(struct Map* m, const char* key) {
  struct Node** at = map_slot(m, key);
  struct Node* gone = *at;
  if (!gone) return false;
  *at = gone->next;
  free(gone->key);
  free(gone);
  m->count--;
  return true;
}
void map_free(struct Map* m) {
  if (!m) return;
  for (int i = 0; i < BUCKETS; i++) {
    struct Node* n = m->buckets[i];
    while (n) {
      struct Node* next = n->next;
      free(n->key);
      free(n);
      n = next;
    }
  }
  free(m);
}

struct Item {
  struct Item *prev, *next;
  int priority;
};
struct Queue {
  struct Item head;
};
void queue_init(struct Queue* q) { q->head.prev = q->head.next = &q->head; }
void queue_insert(struct Queue* q, struct Item* item) {
  struct Item* at = q->head.next;
  while (at != &q->head && at->priority >= item->priority) at = at->next;
  item->next = at;
  item->prev = at->prev;
  at->prev->next = item;
  at->prev = item;
}
struct Item* queue_pop(struct Queue* q) {
  struct Item* first = q->head.next;
  if (first == &q->head) return NULL;
  first->prev->next = first->next;
  first->next->prev = first->prev;
  first->prev = first->next = NULL;
  return first;
}

struct Ring {
  volatile uint32_t head, tail;
  uint8_t data[64];
};
bool ring_put(struct Ring* r, uint8_t byte) {
  const uint32_t next = (r->head + 1) % sizeof r->data;
  if (next == r->tail) return false;
  r->data[r->head] = byte;
  r->head = next;
  return true;
}
bool ring_get(struct Ring* r, uint8_t* byte) {
  if (r->head == r->tail) return false;
  *byte = r->data[r->tail];
  r->tail = (r->tail + 1) % sizeof r->data;
  return true;
}

typedef int (*Handler)(int argc, char** argv);
int cmd_help(int, char**) { return 0; }
int cmd_add(int argc, char** argv) {
  int sum = 0;
  for (int i = 1; i < argc; i++) sum += atoi(argv[i]);
  return sum;
}
const struct Command {
  const char* name;
  Handler run;
} kCommands[] = {{"help", cmd_help}, {"add", cmd_add}, {NULL, NULL}};

#define MAX_ARGS 8
int split(char* line, char* argv[MAX_ARGS]) {
  int argc = 0;
  char* p = line;
  while (*p && argc < MAX_ARGS) {
    while (isspace((unsigned char)*p)) *p++ = '\0';
    if (!*p) break;
    argv[argc++] = p;
    while (*p && !isspace((unsigned char)*p)) p++;
  }
  return argc;
}
int dispatch(const char* text) {
  char line[128];
  char* argv[MAX_ARGS];
  snprintf(line, sizeof line, "%s", text);
  const int argc = split(line, argv);
  if (argc == 0) return -1;
  for (const struct Command* c = kCommands; c->name; c++)
    if (strcmp(c->name, argv[0]) == 0) return c->run(argc, argv);
  return -2;
}

char* join(const char* const* parts, size_t count, const char* by) {
  size_t length = 1;
  for (size_t i = 0; i < count; i++) length += strlen(parts[i]) + (i ? strlen(by) : 0);
  char* out = (char*)malloc(length);
  if (!out) return NULL;
  char* p = out;
  for (size_t i = 0; i < count; i++) {
    if (i) {
      memcpy(p, by, strlen(by));
      p += strlen(by);
    }
    const size_t n = strlen(parts[i]);
    memcpy(p, parts[i], n);
    p += n;
  }
  *p = '\0';
  return out;
}
size_t trim(char* s) {
  size_t n = strlen(s);
  while (n > 0 && isspace((unsigned char)s[n - 1])) s[--n] = '\0';
  size_t skip = 0;
  while (isspace((unsigned char)s[skip])) skip++;
  memmove(s, s + skip, n - skip + 1);
  return n - skip;
}
int format(char* to, size_t room, const char* pattern, ...) {
  va_list args;
  va_start(args, pattern);
  const int n = vsnprintf(to, room, pattern, args);
  va_end(args);
  return n;
}
const char* extension(const char* path) {
  const char* dot = strrchr(path, '.');
  const char* slash = strrchr(path, '/');
  if (!dot || (slash && dot < slash)) return "";
  return dot + 1;
}
bool parse_number(const char* text, long* out) {
  char* end;
  errno = 0;
  const long value = strtol(text, &end, 10);
  if (end == text || *end != '\0' || errno == ERANGE) return false;
  *out = value;
  return true;
}
char* read_line(FILE* in) {
  size_t capacity = 32, n = 0;
  char* line = (char*)malloc(capacity);
  if (!line) return NULL;
  int c;
  while ((c = fgetc(in)) != EOF && c != '\n') {
    if (n + 1 == capacity) {
      char* bigger = (char*)realloc(line, capacity * 2);
      if (!bigger) {
        free(line);
        return NULL;
      }
      line = bigger;
      capacity *= 2;
    }
    line[n++] = (char)c;
  }
  if (n == 0 && c == EOF) {
    free(line);
    return NULL;
  }
  line[n] = '\0';
  return line;
}

int** grid_new(int rows, int columns) {
  int** grid = (int**)malloc((size_t)rows * sizeof *grid);
  if (!grid) return NULL;
  int* cells = (int*)calloc((size_t)rows * (size_t)columns, sizeof *cells);
  if (!cells) {
    free(grid);
    return NULL;
  }
  for (int i = 0; i < rows; i++) grid[i] = cells + i * columns;
  return grid;
}
void grid_free(int** grid) {
  if (!grid) return;
  free(grid[0]);
  free(grid);
}

struct Device {
  const struct Ops* ops;
  void* state;
};
struct Ops {
  int (*open)(struct Device*);
  int (*read)(struct Device*, void*, size_t);
  void (*close)(struct Device*);
};
struct Memory {
  const char* text;
  size_t at, size;
};
int memory_open(struct Device* d) {
  struct Memory* m = (struct Memory*)malloc(sizeof *m);
  if (!m) return -ENOMEM;
  m->text = "device";
  m->size = strlen(m->text);
  m->at = 0;
  d->state = m;
  return 0;
}
int memory_read(struct Device* d, void* to, size_t n) {
  struct Memory* m = (struct Memory*)d->state;
  if (n > m->size - m->at) n = m->size - m->at;
  memcpy(to, m->text + m->at, n);
  m->at += n;
  return (int)n;
}
void memory_close(struct Device* d) {
  free(d->state);
  d->state = NULL;
}
const struct Ops kMemory = {memory_open, memory_read, memory_close};
int use_device(void) {
  struct Device d = {&kMemory, NULL};
  char buffer[4];
  if (d.ops->open(&d) != 0) return -1;
  int total = 0, n;
  while ((n = d.ops->read(&d, buffer, sizeof buffer)) > 0) total += n;
  d.ops->close(&d);
  return total;
}

unsigned median3(const unsigned v[3]) {
  unsigned a = v[0], b = v[1], c = v[2];
  if (a > b) {
    unsigned t = a;
    a = b;
    b = t;
  }
  if (b > c) {
    unsigned t = b;
    b = c;
    c = t;
  }
  return a > b ? a : b;
}
void filter(const int16_t* in, int16_t* out, size_t n, const int* taps, size_t count) {
  for (size_t i = 0; i < n; i++) {
    int sum = 0;
    for (size_t k = 0; k < count && k <= i; k++) sum += in[i - k] * taps[k];
    out[i] = (int16_t)(sum >> 8);
  }
}
int compare_int(const void* a, const void* b) {
  const int x = *(const int*)a, y = *(const int*)b;
  return x < y ? -1 : x > y;
}
const char* day_name(int day) {
  static const char* const names[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  return day >= 0 && day < (int)(sizeof names / sizeof names[0]) ? names[day] : "?";
}
enum Level { kLow, kMid, kHigh, kLevels };
const char* level_name(enum Level level) {
  static const char* const names[kLevels] = {"low", "mid", "high"};
  return names[level];
}
int utf8_length(const char* s) {
  int n = 0;
  for (; *s; s++)
    if ((*s & 0xC0) != 0x80) n++;
  return n;
}

}  // namespace

int main() {
  Bytes b;
  if (!bytes_init(&b, 4)) return 1;
  struct Packet p = {}, q;
  p.version = 1;
  p.type = 2;
  p.length = 5;
  memcpy(p.payload, "hello", 5);
  uint8_t wire[64];
  const size_t n = packet_write(&p, wire, sizeof wire);
  bytes_append(&b, wire, n);
  int total = packet_parse(b.data, b.size, &q) > 0 ? q.length : 0;
  bytes_free(&b);
  struct Map* m = map_new();
  if (!m) return 1;
  map_put(m, "a", 1);
  map_put(m, "b", 2);
  map_remove(m, "a");
  if (const int* v = map_get(m, "b")) total += *v;
  map_free(m);
  struct Queue queue;
  queue_init(&queue);
  struct Item items[3] = {};
  for (int i = 0; i < 3; i++) {
    items[i].priority = i;
    queue_insert(&queue, &items[i]);
  }
  for (struct Item* item; (item = queue_pop(&queue));) total += item->priority;
  struct Ring ring = {};
  ring_put(&ring, 7);
  uint8_t byte;
  if (ring_get(&ring, &byte)) total += byte;
  total += dispatch("add 1 2 3") + dispatch("help");
  const char* parts[] = {"x", "y", "z"};
  char* joined = join(parts, 3, ", ");
  if (joined) {
    total += (int)strlen(joined);
    free(joined);
  }
  char text[] = "  trim me  ";
  total += (int)trim(text);
  char line[32];
  total += format(line, sizeof line, "%s-%d", "a", 5);
  total += (int)strlen(extension("dir.d/file.txt"));
  long number;
  if (parse_number("42", &number)) total += (int)number;
  FILE* f = tmpfile();
  if (f) {
    fputs("one\ntwo\n", f);
    rewind(f);
    for (char* l; (l = read_line(f)); free(l)) total += (int)strlen(l);
    fclose(f);
  }
  int** grid = grid_new(2, 3);
  if (grid) {
    grid[1][2] = 5;
    total += grid[1][2];
    grid_free(grid);
  }
  total += use_device();
  const unsigned three[3] = {3, 1, 2};
  total += (int)median3(three);
  const int16_t in[4] = {256, 512, 0, 0};
  int16_t out[4];
  const int taps[2] = {128, 128};
  filter(in, out, 4, taps, 2);
  int sorted[] = {3, 1, 2};
  qsort(sorted, 3, sizeof sorted[0], compare_int);
  const int key = 2;
  const int* found = (const int*)bsearch(&key, sorted, 3, sizeof sorted[0], compare_int);
  if (found) total += *found;
  total += out[1] + day_name(3)[0] + level_name(kMid)[0] + utf8_length("a\xc3\xa4");
  printf("%d\n", total);
  return 0;
}
