// Every offset comes from the file and is checked against its size: a damaged object gives "" and nothing
// worse.
#include "tool/elf.h"

#include <cstring>
#include <elf.h>
#include <optional>

namespace hull::tool {
namespace {

/// A structure at `offset`, or nullopt when it does not lie inside.
template <class T>
std::optional<T> at(std::string_view bytes, std::uint64_t offset) {
  if (offset > bytes.size() || bytes.size() - offset < sizeof(T)) return std::nullopt;
  T value;
  std::memcpy(&value, bytes.data() + offset, sizeof value);
  return value;
}

/// The file offset of a virtual address, through the PT_LOAD segments.
std::optional<std::uint64_t> file_offset(std::string_view elf, const Elf64_Ehdr& header,
                                         std::uint64_t address) {
  for (unsigned i = 0; i < header.e_phnum; ++i) {
    const auto segment = at<Elf64_Phdr>(elf, header.e_phoff + i * sizeof(Elf64_Phdr));
    if (!segment) return std::nullopt;
    if (segment->p_type == PT_LOAD && address >= segment->p_vaddr &&
        address - segment->p_vaddr < segment->p_filesz) {
      return address - segment->p_vaddr + segment->p_offset;
    }
  }
  return std::nullopt;
}

}  // namespace

std::string soname(std::string_view elf) {
  const auto header = at<Elf64_Ehdr>(elf, 0);
  if (!header || std::memcmp(header->e_ident, ELFMAG, SELFMAG) != 0) return {};
  if (header->e_ident[EI_CLASS] != ELFCLASS64 || header->e_ident[EI_DATA] != ELFDATA2LSB) return {};
  for (unsigned i = 0; i < header->e_phnum; ++i) {
    const auto segment = at<Elf64_Phdr>(elf, header->e_phoff + i * sizeof(Elf64_Phdr));
    if (!segment || segment->p_type != PT_DYNAMIC) continue;
    std::uint64_t name = 0, strings = 0;
    bool named = false;
    for (std::uint64_t offset = segment->p_offset;; offset += sizeof(Elf64_Dyn)) {
      const auto entry = at<Elf64_Dyn>(elf, offset);
      if (!entry || entry->d_tag == DT_NULL) break;
      if (entry->d_tag == DT_STRTAB) strings = entry->d_un.d_ptr;
      if (entry->d_tag == DT_SONAME) {
        name = entry->d_un.d_val;
        named = true;
      }
    }
    const auto table = file_offset(elf, *header, strings);
    if (!named || !table || *table + name >= elf.size()) return {};
    const std::string_view text = elf.substr(*table + name);
    const auto end = text.find('\0');
    return end == text.npos ? std::string() : std::string(text.substr(0, end));
  }
  return {};
}

}  // namespace hull::tool
