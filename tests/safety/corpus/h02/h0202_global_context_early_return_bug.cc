// The early return leaves the global pointing to the context on the stack of the function.
// oracle: asan

#include <cstdio>

struct RenderContext {
  int width;
  int height;
  int draw_calls = 0;
};

static RenderContext* active_context = nullptr;

void draw_quad(int size) {
  if (active_context == nullptr) return;
  active_context->draw_calls += size > 0;  // expect?: H0202
}

bool render_frame(int width, int height) {
  RenderContext context{width, height};
  active_context = &context;  // expect?: H0202
  draw_quad(width);
  if (height > 4096) {
    std::printf("frame is too high\n");
    return false;
  }
  for (int y = 0; y < height; y += 256) draw_quad(256);
  std::printf("%d calls\n", context.draw_calls);
  active_context = nullptr;
  return true;
}

int main() {
  int rendered = 0;
  const int heights[] = {600, 8192, 1080};
  for (int height : heights) {
    rendered += render_frame(1920, height);
    draw_quad(8);
  }
  return rendered == 2 ? 0 : 1;
}
