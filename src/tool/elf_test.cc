#include "tool/elf.h"

#include <cstring>
#include <elf.h>
#include <gtest/gtest.h>

namespace hull::tool {
namespace {

/// A shared object with nothing but the headers that name it.
std::string object(const std::string& name) {
  std::string strings = '\0' + name + '\0';
  Elf64_Ehdr header{};
  std::memcpy(header.e_ident, ELFMAG, SELFMAG);
  header.e_ident[EI_CLASS] = ELFCLASS64;
  header.e_ident[EI_DATA] = ELFDATA2LSB;
  header.e_phoff = sizeof header;
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

TEST(Soname, IsRead) { EXPECT_EQ(soname(object("libcore.so.1")), "libcore.so.1"); }

TEST(Soname, IsEmptyForEverythingElse) {
  EXPECT_EQ(soname(""), "");
  EXPECT_EQ(soname("!<arch>\n"), "");
  const std::string whole = object("libcore.so.1");
  for (std::size_t size = 0; size < whole.size(); ++size) {
    const std::string name = soname(std::string_view(whole).substr(0, size));
    EXPECT_TRUE(name.empty() || name == "libcore.so.1") << size;
  }
}

}  // namespace
}  // namespace hull::tool
