// Linux system calls and the few string functions that the stand-in needs, without a C library.
//
// Starting a process with glibc, even a static one, costs some 0.3 ms more in a virtual machine than starting one
// without: glibc asks `cpuid` dozens of times, and each is an exit to the hypervisor. A stand-in compiler
// runs 5,000 times per build, and its cost hides the build tool's.
#pragma once

#include <stddef.h>

#define SYS_AT_FDCWD (-100)
enum { kReadOnly = 0, kWriteNew = 01 | 0100 | 01000 };  // O_WRONLY | O_CREAT | O_TRUNC

#if defined(__x86_64__)
enum { kSysRead = 0, kSysWrite = 1, kSysClose = 3, kSysExecve = 59, kSysExit = 60, kSysOpenat = 257 };
static long system_call(long number, long a, long b, long c, long d) {
  long result;
  register long r10 __asm__("r10") = d;
  __asm__ volatile("syscall" : "=a"(result) : "a"(number), "D"(a), "S"(b), "d"(c), "r"(r10) : "rcx", "r11", "memory");
  return result;
}
// The kernel leaves argc at the stack pointer (System V ABI, "Process Initialization").
__asm__(".globl _start\n_start:\n  xor %ebp, %ebp\n  mov %rsp, %rdi\n  and $-16, %rsp\n  call start\n");
#elif defined(__aarch64__)
enum { kSysRead = 63, kSysWrite = 64, kSysClose = 57, kSysExecve = 221, kSysExit = 93, kSysOpenat = 56 };
static long system_call(long number, long a, long b, long c, long d) {
  register long x8 __asm__("x8") = number;
  register long x0 __asm__("x0") = a;
  register long x1 __asm__("x1") = b;
  register long x2 __asm__("x2") = c;
  register long x3 __asm__("x3") = d;
  __asm__ volatile("svc 0" : "+r"(x0) : "r"(x8), "r"(x1), "r"(x2), "r"(x3) : "memory");
  return x0;
}
__asm__(".globl _start\n_start:\n  mov x29, xzr\n  mov x0, sp\n  bl start\n");
#else
#error "the stand-in compiler knows x86-64 and aarch64"
#endif

static long open_file(const char* path, int flags, int mode) {
  return system_call(kSysOpenat, SYS_AT_FDCWD, (long)path, flags, mode);
}
static long read_file(long file, char* buffer, size_t size) {
  return system_call(kSysRead, file, (long)buffer, (long)size, 0);
}
static long write_to(long file, const char* text, size_t size) {
  return system_call(kSysWrite, file, (long)text, (long)size, 0);
}
static long close_file(long file) { return system_call(kSysClose, file, 0, 0, 0); }
static void execute(const char* path, char** argv, char** environment) {
  system_call(kSysExecve, (long)path, (long)argv, (long)environment, 0);
}
static _Noreturn void leave(int status) {
  for (;;) system_call(kSysExit, status, 0, 0, 0);
}

/// Compilers call these for copies and fills that the source does not spell out.
void* memcpy(void* to, const void* from, size_t size) {
  char* out = to;
  for (const char* in = from; size > 0; --size) *out++ = *in++;
  return to;
}
void* memset(void* to, int byte, size_t size) {
  for (char* out = to; size > 0; --size) *out++ = (char)byte;
  return to;
}

static size_t length(const char* text) {
  size_t size = 0;
  while (text[size]) ++size;
  return size;
}
static int starts_with(const char* text, const char* start) {
  while (*start && *text == *start) ++text, ++start;
  return *start == 0;
}
static int equal(const char* a, const char* b) {
  return starts_with(a, b) && length(a) == length(b);
}
static int ends_with(const char* text, const char* end) {
  size_t a = length(text), b = length(end);
  return a >= b && starts_with(text + a - b, end);
}
static const char* base_name(const char* path) {
  const char* name = path;
  for (; *path; ++path) {
    if (*path == '/') name = path + 1;
  }
  return name;
}
static int is_blank(char c) { return c == ' ' || c == '\n' || c == '\t'; }
