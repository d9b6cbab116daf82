// The dump is made under the condition under which the profile was looked up.
// oracle: clean

#include <cstdio>
#include <cstring>

struct Profile {
  const char* name;
  int samples;
};

struct Arguments {
  bool verbose = false;
  bool trace = false;
  const char* profile = "cpu";
};

static Profile profiles[] = {{"cpu", 99}, {"heap", 12}};

static Profile& LookUp(const char* name) {
  for (auto& profile : profiles) {
    if (std::strcmp(profile.name, name) == 0) return profile;
  }
  return profiles[0];
}

static int Run(const Arguments& arguments) {
  Profile* profile = nullptr;
  if (arguments.verbose) {
    profile = &LookUp(arguments.profile);
    std::printf("profile %s\n", profile->name);
  }

  int work = 0;
  for (int i = 0; i < 100; ++i) work += i % 7;

  if (arguments.verbose) {
    profile->samples += work;
    std::printf("%d samples\n", profile->samples);
  }
  return work;
}

int main() {
  Arguments quiet;
  Arguments traced{.verbose = false, .trace = true};
  return Run(quiet) == Run(traced) ? 0 : 1;
}
