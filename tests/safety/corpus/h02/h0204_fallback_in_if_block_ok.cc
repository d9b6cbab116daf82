// The fallback is declared before the block.
// oracle: clean

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

int contrast(const Palette* palette) { return palette->foreground - palette->background; }

int draw(const Terminal& terminal, int rows) {
  const Palette* palette = &terminal.palette;
  Palette plain{0, 200, true};
  if (!terminal.color || !terminal.palette.valid) {
    if (!terminal.color) plain.foreground = 255;
    palette = &plain;
  }
  int ink = 0;
  for (int row = 0; row < rows; ++row) {
    if (contrast(palette) > 100) ink += row;
  }
  return ink;
}

int main() {
  const Terminal xterm{{20, 180, true}, true};
  const Terminal vt100{{0, 0, false}, false};
  const int total = draw(xterm, 24) + draw(vt100, 24);
  std::printf("%d\n", total);
}
