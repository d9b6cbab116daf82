// The pointer is set to a variable of the if block and used after the block.
// oracle: asan

#include <cstdio>

struct Palette {
  int background;
  int foreground;
  bool valid;
};

struct Terminal {
  Palette palette;
  bool color;
};

int contrast(const Palette* palette) { return palette->foreground - palette->background; }  // expect?: H0204

int draw(const Terminal& terminal, int rows) {
  const Palette* palette = &terminal.palette;
  if (!terminal.color || !terminal.palette.valid) {
    Palette plain{0, 200, true};
    if (!terminal.color) plain.foreground = 255;
    palette = &plain;
  }
  int ink = 0;
  for (int row = 0; row < rows; ++row) {
    if (contrast(palette) > 100) ink += row;  // expect?: H0204
  }
  return ink;
}

int main() {
  const Terminal xterm{{20, 180, true}, true};
  const Terminal vt100{{0, 0, false}, false};
  const int total = draw(xterm, 24) + draw(vt100, 24);
  std::printf("%d\n", total);
}
