// A compiler that only writes its outputs, so that what is left of a build's cost is the build tool's.
//
// It takes a compile command apart as Clang would (-o, -MF, -MT, -MQ, the source) and, when the source is one
// of the generated projects', writes a small object and a depfile. The headers come from the source's
// first line:
//
//   // reaches: common/root.h lib000/h0.h ...
//
// which lists what the preprocessor would find, relative to the project's root. So a compile is one read
// and two writes. A link of such objects writes a small executable file, and under a name that ends in "ar"
// an archive is one small file as well. Everything else (--version, -E -v, CMake's probes, a foreign source) goes
// to the real program, so that build tools detect this one as the Clang that it stands in for.
#include "freestanding.h"

static const char kMagic[] = "stand-in object\n";
static const char kMarker[] = "// reaches: ";
static const char kLinkDepfile[] = "-Wl,--dependency-file=";
enum { kBuffer = 1 << 16 };
static char text_in[kBuffer], text_out[kBuffer];
static size_t out_size;

/// What a command line says.
struct Command {
  const char *output, *depfile, *target, *source;
  const char *object, *response;  ///< The first of their kind.
  const char* link_depfile;       ///< lld's --dependency-file.
  int compile;
};

/// Reads the start of `path` into text_in; false when it cannot.
static int read_start(const char* path) {
  long file = open_file(path, kReadOnly, 0);
  if (file < 0) return 0;
  long size = read_file(file, text_in, kBuffer - 1);
  close_file(file);
  if (size > 0) text_in[size] = 0;
  return size > 0;
}

static void append(const char* text, size_t size) {
  if (out_size + size > kBuffer) leave(1);
  memcpy(text_out + out_size, text, size);
  out_size += size;
}

/// Writes what was appended and forgets it.
static void write_out(const char* path, int mode) {
  long file = open_file(path, kWriteNew, mode);
  if (file < 0 || write_to(file, text_out, out_size) != (long)out_size || close_file(file) != 0) {
    write_to(2, "stand-in: cannot write ", 23);
    write_to(2, path, length(path));
    write_to(2, "\n", 1);
    leave(1);
  }
  out_size = 0;
}

/// A small output that differs from file to file.
static void write_output(const char* path, int mode) {
  const char* name = base_name(path);
  append(kMagic, sizeof kMagic - 1);
  append(name, length(name));
  append("\n", 1);
  write_out(path, mode);
}

/// Writes "target: source root/header ...", one per line. `source` is ROOT/lib/x.cc, so that its last two
/// components taken away leave the prefix of every header.
static void write_depfile(const char* path, const char* target, const char* source, const char* reaches) {
  size_t prefix = (size_t)(base_name(source) - source);
  if (prefix > 0) --prefix;
  while (prefix > 0 && source[prefix - 1] != '/') --prefix;

  append(target, length(target));
  append(": ", 2);
  append(source, length(source));
  while (*reaches && *reaches != '\n') {
    size_t size = 0;
    while (reaches[size] && !is_blank(reaches[size])) ++size;
    append(" \\\n  ", 5);
    append(source, prefix);
    append(reaches, size);
    reaches += size;
    while (*reaches == ' ') ++reaches;
  }
  append("\n", 1);
  write_out(path, 0644);
}

/// The options whose value is the next word.
static int takes_value(const char* word) {
  static const char* const kWords[] = {"-I", "-isystem", "-iquote", "-idirafter", "-include", "-D", "-U", "-x",
                                       "-target", "-Xclang", "-mllvm", "-z", "-L", "-l", "-T", "--sysroot"};
  for (size_t i = 0; i < sizeof kWords / sizeof *kWords; ++i) {
    if (equal(word, kWords[i])) return 1;
  }
  return 0;
}

/// What stands for all inputs in a link's depfile; they are declared to the build tool anyway.
static const char* first_input(const struct Command* command) {
  return command->object ? command->object : command->response;
}

static struct Command parse(int argc, char** argv) {
  struct Command command = {0};
  for (int i = 1; i < argc; ++i) {
    const char* word = argv[i];
    const char* next = i + 1 < argc ? argv[i + 1] : "";
    if (word[0] == '@') {
      if (!command.response) command.response = word + 1;
    } else if (word[0] != '-') {
      if (ends_with(word, ".cc")) command.source = word;
      if (ends_with(word, ".a") && !command.output) command.output = word;  // ar names its output so
      if (ends_with(word, ".o") && !command.object) command.object = word;
    } else if (equal(word, "-c")) {
      command.compile = 1;
    } else if (equal(word, "-o")) {
      command.output = next, ++i;
    } else if (equal(word, "-MF")) {
      command.depfile = next, ++i;
    } else if (equal(word, "-MT") || equal(word, "-MQ")) {
      command.target = next, ++i;
    } else if (starts_with(word, kLinkDepfile)) {
      command.link_depfile = word + sizeof kLinkDepfile - 1;
    } else if (takes_value(word)) {
      ++i;
    }
  }
  return command;
}

/// True when the first object of a link or an archive is one of ours.
static int joins_standins(const struct Command* command) {
  static char object[4096];
  if (command->object) return read_start(command->object) && starts_with(text_in, kMagic);
  if (!command->response || !read_start(command->response)) return 0;
  for (char* at = text_in; *at;) {
    size_t size = 0;
    while (is_blank(*at) || *at == '"') ++at;
    while (at[size] && !is_blank(at[size]) && at[size] != '"') ++size;
    if (size > 2 && size < sizeof object && at[size - 2] == '.' && at[size - 1] == 'o') {
      memcpy(object, at, size);
      return read_start(object) && starts_with(text_in, kMagic);
    }
    at += size;
  }
  return 0;
}

/// Runs Clang (or the archiver) itself with the same arguments. -no-canonical-prefixes makes Clang believe that it
/// is installed where the stand-in is, so that a build tool looks for an archiver there and finds ours.
static _Noreturn void use_real_program(int argc, char** argv, char** environment) {
  static char* words[kBuffer / sizeof(char*)];
  const char* name = base_name(argv[0]);
  if (ends_with(name, "ar") || starts_with(name, "llvm-ar")) {
    execute(REAL_AR, argv, environment);
  } else if ((size_t)argc + 2 <= sizeof words / sizeof *words) {
    words[0] = argv[0];
    words[1] = "-no-canonical-prefixes";
    for (int i = 1; i <= argc; ++i) words[i + 1] = argv[i];
    execute(starts_with(name, "clang++") ? REAL_CXX : REAL_C, words, environment);
  }
  leave(127);
}

/// Entered from _start with the initial stack: argc, argv, NULL, environment, NULL.
__attribute__((used)) _Noreturn void start(long* stack) {
  int argc = (int)stack[0];
  char** argv = (char**)(stack + 1);
  char** environment = argv + argc + 1;
  struct Command command = parse(argc, argv);

  if (command.compile && command.source && command.output && read_start(command.source) &&
      starts_with(text_in, kMarker)) {
    if (command.depfile) {
      write_depfile(command.depfile, command.target ? command.target : command.output, command.source,
                    text_in + sizeof kMarker - 1);
    }
    write_output(command.output, 0644);
    leave(0);
  }
  if (!command.compile && command.output && joins_standins(&command)) {
    if (command.link_depfile) write_depfile(command.link_depfile, command.output, first_input(&command), "");
    write_output(command.output, ends_with(command.output, ".a") ? 0644 : 0755);
    leave(0);
  }
  use_real_program(argc, argv, environment);
}
