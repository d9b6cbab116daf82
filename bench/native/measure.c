// Runs one command and says what it cost.
//
//   measure REPORT COMMAND [ARGUMENT...]
//
// Writes one line to the file REPORT: wall nanoseconds, user microseconds, system microseconds, peak resident
// KiB, exit status (128 + signal when killed). User, system and peak include the children that the
// command waited for.
//
// Why not from Python: a process that calls exec keeps, as its ru_maxrss, the peak of the memory it had
// before the exec (setmax_mm_hiwater_rss in the kernel's fs/exec.c), which for a child of Python is
// Python's. This launcher is static and small, so what it reports is the command's own.
#define _GNU_SOURCE
#include <errno.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

extern char** environ;

int main(int argc, char** argv) {
  if (argc < 3) {
    fprintf(stderr, "usage: measure REPORT COMMAND [ARGUMENT...]\n");
    return 2;
  }
  struct timespec begin, end;
  struct rusage usage;
  pid_t child;
  int status;
  clock_gettime(CLOCK_MONOTONIC, &begin);
  int error = posix_spawnp(&child, argv[2], NULL, NULL, argv + 2, environ);
  if (error != 0) {
    fprintf(stderr, "measure: cannot run %s: %s\n", argv[2], strerror(error));
    return 2;
  }
  while (wait4(child, &status, 0, &usage) < 0) {
    if (errno != EINTR) return 2;
  }
  clock_gettime(CLOCK_MONOTONIC, &end);

  FILE* report = fopen(argv[1], "w");
  if (!report) {
    fprintf(stderr, "measure: cannot write %s: %s\n", argv[1], strerror(errno));
    return 2;
  }
  long long wall = (end.tv_sec - begin.tv_sec) * 1000000000LL + (end.tv_nsec - begin.tv_nsec);
  long long user = usage.ru_utime.tv_sec * 1000000LL + usage.ru_utime.tv_usec;
  long long system = usage.ru_stime.tv_sec * 1000000LL + usage.ru_stime.tv_usec;
  int exit_status = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
  fprintf(report, "%lld %lld %lld %ld %d\n", wall, user, system, usage.ru_maxrss, exit_status);
  return fclose(report) == 0 ? 0 : 2;
}
