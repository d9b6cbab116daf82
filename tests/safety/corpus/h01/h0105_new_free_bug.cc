// The options are made with new and given to the C interface's free function.
// oracle: asan

#include <cstdio>
#include <cstdlib>

extern "C" {
typedef struct zopts {
  int level;
  int window;
} zopts;

static zopts* zopts_new(void) { return static_cast<zopts*>(std::calloc(1, sizeof(zopts))); }

static int zcompress(zopts* options, const char* data) {
  int score = 0;
  while (*data) score += *data++ % (options->level + 1);
  int result = score % options->window;
  std::free(options);  // expect?: H0105
  return result;
}
}

class Compressor {
 public:
  explicit Compressor(int level) : level_(level) {}

  int run(const char* data) const {
    zopts* options = new zopts;
    options->level = level_;
    options->window = 1 << 5;
    return zcompress(options, data);  // expect?: H0105
  }

 private:
  int level_;
};

int main() {
  Compressor fast(1);
  Compressor best(9);
  std::printf("%d %d\n", fast.run("hello"), best.run("hello"));
}
