#include "base/elf.h"

#include <elf.h>
#include <gtest/gtest.h>

#include <cstring>

#include "base/file_system.h"
#include "base/path.h"
#include "base/process.h"

namespace hull {
namespace {

/// A shared object with nothing but the headers that name it.
std::string object(const std::string& name) {
  std::string strings = '\0' + name + '\0';
  Elf64_Ehdr header{};
  std::memcpy(header.e_ident, ELFMAG, SELFMAG);
  header.e_ident[EI_CLASS] = ELFCLASS64;
  header.e_ident[EI_DATA] = ELFDATA2LSB;
  header.e_phoff = sizeof header;
  header.e_phentsize = sizeof(Elf64_Phdr);
  header.e_phnum = 2;
  const std::uint64_t table = sizeof header + 2 * sizeof(Elf64_Phdr);
  const std::uint64_t dynamic = table + strings.size();
  const std::uint64_t address = 0x1000;
  Elf64_Phdr load{}, where{};
  load.p_type = PT_LOAD;
  load.p_vaddr = address;
  load.p_filesz = 0x1000;
  where.p_type = PT_DYNAMIC;
  where.p_offset = dynamic;
  where.p_filesz = 3 * sizeof(Elf64_Dyn);
  Elf64_Dyn entries[3] = {};
  entries[0].d_tag = DT_SONAME;
  entries[0].d_un.d_val = 1;
  entries[1].d_tag = DT_STRTAB;
  entries[1].d_un.d_ptr = address + table;
  std::string bytes;
  const auto add = [&](const auto& value) {
    bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
  };
  add(header);
  add(load);
  add(where);
  bytes += strings;
  add(entries);
  return bytes;
}

std::string soname(std::string_view file) { return read_elf(file).value_or(ElfFacts{}).soname; }

TEST(ReadElf, FindsTheSoname) { EXPECT_EQ(soname(object("libcore.so.1")), "libcore.so.1"); }

TEST(ReadElf, FindsNothingInWhatIsCutShort) {
  EXPECT_FALSE(read_elf(""));
  EXPECT_FALSE(read_elf("!<arch>\n"));
  const std::string whole = object("libcore.so.1");
  for (std::size_t size = 0; size < whole.size(); ++size) {
    const std::string_view cut = std::string_view(whole).substr(0, size);
    const std::string name = soname(cut);
    EXPECT_TRUE(name.empty() || name == "libcore.so.1") << size;
    EXPECT_EQ(read_elf(cut).has_value(), size >= sizeof(Elf64_Ehdr) + 2 * sizeof(Elf64_Phdr)) << size;
    elf_strings(cut);
  }
}

/// An empty program as a linker makes it.
std::string link_program(const std::vector<std::string>& flags) {
  fs::TemporaryDirectory directory;
  const std::string output = path::join(directory.path(), "program");
  std::vector<std::string> argv = {"clang-19", "-x", "c", "-", "-o", output};
  argv.insert(argv.end(), flags.begin(), flags.end());
  const auto finished =
      run({.argv = argv,
           .input = "const char text[] = \"here it is\"; int main(void) { return text[0] == 0; }\n"});
  EXPECT_TRUE(finished && finished->ok()) << finished->err;
  return fs::read(output).value_or("");
}

TEST(ReadElf, FindsBuildIdLibrariesAndRunpath) {
  const std::string program = link_program(
      {"-Wl,--build-id=0x00112233", "-Wl,--enable-new-dtags", "-Wl,-rpath,$ORIGIN/../lib:/opt/lib"});
  const auto facts = read_elf(program);
  ASSERT_TRUE(facts);
  EXPECT_EQ(facts->build_id, std::string("\x00\x11\x22\x33", 4));
  EXPECT_EQ(facts->needed, std::vector<std::string>{"libc.so.6"});
  EXPECT_EQ(facts->runpath, (std::vector<std::string>{"$ORIGIN/../lib", "/opt/lib"}));
  EXPECT_EQ(facts->soname, "");
}

TEST(ReadElf, SurvivesDamage) {
  const std::string good = link_program({});
  // Every byte of the ELF and program headers, turned over.
  for (std::size_t i = 0; i < 1024 && i < good.size(); ++i) {
    for (const int with : {0xff, 0x80, 0x01}) {
      std::string bad = good;
      bad[i] = static_cast<char>(bad[i] ^ with);
      read_elf(bad);
      elf_strings(bad);
    }
  }
}

TEST(ReadElf, ReadsFilesAndNothingElse) {
  fs::TemporaryDirectory directory;
  const std::string path = path::join(directory.path(), "lib.so");
  ASSERT_TRUE(fs::write(path, object("libcore.so.1")));
  EXPECT_EQ(read_elf_file(path)->soname, "libcore.so.1");
  EXPECT_FALSE(read_elf_file(directory.path()));
  EXPECT_FALSE(read_elf_file(path::join(directory.path(), "missing")));
  EXPECT_FALSE(read_elf_file("/dev/zero"));
}

TEST(ElfStrings, AreWhatIsLoadedReadOnly) {
  const std::string program = link_program({"-g"});
  std::size_t size = 0;
  bool found = false;
  for (const std::string_view part : elf_strings(program)) {
    size += part.size();
    found = found || part.contains("here it is");
  }
  EXPECT_TRUE(found);
  EXPECT_LT(size, program.size());
  EXPECT_TRUE(elf_strings("#!/bin/sh\n").empty());
}

}  // namespace
}  // namespace hull
