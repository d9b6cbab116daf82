// Runs in signal handlers: only system calls and fixed buffers, no allocation, no stdio.
#include "cli/crash.h"

#include <array>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <fcntl.h>
#include <link.h>
#include <unistd.h>
#include <unwind.h>

#include "cli/console.h"
#include "cli/version.h"

namespace hull::cli {
namespace {

// A signal handler has no other way to reach these.
int argument_count;
char** arguments;
volatile std::sig_atomic_t crashing;

/// Appends to a buffer of fixed size; what does not fit is left out.
template <std::size_t N>
class Line {
 public:
  Line& text(std::string_view more) {
    const std::size_t fits = std::min(more.size(), N - 1 - size_);
    std::memcpy(bytes_ + size_, more.data(), fits);
    size_ += fits;
    bytes_[size_] = 0;
    return *this;
  }
  Line& number(std::uintptr_t value, unsigned base = 10) {
    char digits[32];
    std::size_t at = sizeof digits;
    do digits[--at] = "0123456789abcdef"[value % base];
    while ((value /= base) != 0);
    return text({digits + at, sizeof digits - at});
  }
  std::string_view view() const { return {bytes_, size_}; }
  const char* c_str() const { return bytes_; }

 private:
  char bytes_[N] = {};
  std::size_t size_ = 0;
};

struct StackWriter {
  int descriptor;
  std::uintptr_t base;
  int frame = 0;
};

_Unwind_Reason_Code write_frame(_Unwind_Context* context, void* data) {
  auto& writer = *static_cast<StackWriter*>(data);
  Line<128> line;
  // Addresses relative to the program's base, as llvm-symbolizer takes them.
  line.text("  #").number(static_cast<std::uintptr_t>(writer.frame)).text(" 0x");
  line.number(_Unwind_GetIP(context) - writer.base, 16).text("\n");
  write_all(writer.descriptor, line.view());
  return ++writer.frame < 64 ? _URC_NO_REASON : _URC_END_OF_STACK;
}

std::uintptr_t program_base() {
  std::uintptr_t base = 0;
  // The first object reported is the program itself (dl_iterate_phdr(3)).
  dl_iterate_phdr(
      [](dl_phdr_info* object, std::size_t, void* data) {
        *static_cast<std::uintptr_t*>(data) = object->dlpi_addr;
        return 1;
      },
      &base);
  return base;
}

void write_report(int descriptor, std::string_view cause) {
  write_all(descriptor, "hull ");
  write_all(descriptor, kVersionNumber);
  write_all(descriptor, "\ncause: ");
  write_all(descriptor, cause);
  write_all(descriptor, "\ncommand:");
  for (int i = 0; i < argument_count; ++i) {
    write_all(descriptor, " ");
    write_all(descriptor, arguments[i]);
  }
  std::array<char, 4096> directory{};
  if (getcwd(directory.data(), directory.size())) {
    write_all(descriptor, "\ndirectory: ");
    write_all(descriptor, directory.data());
  }
  write_all(descriptor, "\nstack (llvm-symbolizer --obj=hull ADDRESS):\n");
  StackWriter writer{descriptor, program_base()};
  _Unwind_Backtrace(write_frame, &writer);
}

void on_signal(int signal) { crash(sigabbrev_np(signal) ? sigabbrev_np(signal) : "signal"); }

void on_terminate() {
  Line<512> cause;
  cause.text("unhandled exception");
  if (const std::exception_ptr current = std::current_exception()) {
    try {
      std::rethrow_exception(current);
    } catch (const std::exception& exception) {
      cause.text(": ").text(exception.what());
    } catch (...) {
      cause.text(" of an unknown type");
    }
  }
  crash(cause.view());
}

}  // namespace

void crash(std::string_view cause) {
  if (crashing) _exit(101);
  crashing = 1;
  Line<512> path;
  const char* directory = std::getenv("TMPDIR");
  path.text(directory && *directory ? directory : "/tmp").text("/hull-report-");
  path.number(static_cast<std::uintptr_t>(getpid())).text(".txt");
  Line<1024> message;
  message.text("\nerror: hull itself failed: ").text(cause).text("\n");
  const int descriptor = open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (descriptor >= 0) {
    write_report(descriptor, cause);
    close(descriptor);
    message.text("  = help: this is a bug of hull; please send ").text(path.view()).text("\n");
  } else {
    message.text("  = help: this is a bug of hull; the report could not be written to ")
        .text(path.view())
        .text("\n");
  }
  write_all(2, message.view());
  _exit(101);
}

void install_crash_report(int argc, char** argv) {
  argument_count = argc;
  arguments = argv;
  std::set_terminate(on_terminate);
  // A stack of its own, so that an overflow of the main one can be reported.
  alignas(16) static char handler_stack[64 * 1024];
  stack_t stack{};
  stack.ss_sp = handler_stack;
  stack.ss_size = sizeof handler_stack;
  sigaltstack(&stack, nullptr);
  struct sigaction action{};
  action.sa_handler = on_signal;
  action.sa_flags = SA_ONSTACK | static_cast<int>(SA_RESETHAND);
  for (const int signal : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT}) sigaction(signal, &action, nullptr);
}

}  // namespace hull::cli
