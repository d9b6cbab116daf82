// Fields sscanf() does not find keep the zero they begin with.
// oracle: clean

#include <cstdio>

struct Clock {
  int hours = 0;
  int minutes = 0;
  int seconds = 0;
};

static int TotalSeconds(int hours, int minutes, int seconds) { return (hours * 60 + minutes) * 60 + seconds; }

static bool ParseDuration(const char* text, int* total) {
  int hours;
  int minutes;
  int seconds = 0;
  int found = std::sscanf(text, "%d:%d:%d", &hours, &minutes, &seconds);
  if (found < 2) return false;
  *total = TotalSeconds(hours, minutes, seconds);
  return true;
}

int main() {
  int longest = 0;
  for (const char* text : (const char*[]){"1:30:15", "2:45", "soon"}) {
    int total;
    if (!ParseDuration(text, &total)) {
      std::printf("skipped %s\n", text);
      continue;
    }
    if (total > longest) longest = total;
  }
  std::printf("%d s\n", longest);
}
