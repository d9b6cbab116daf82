#include "base/elf.h"

#include <elf.h>

#include <cstring>

#include "base/mapped_file.h"
#include "base/text.h"

namespace hull {
namespace {

/// Notes and dynamic sections of real programs are below 64 KiB; larger sizes come from damaged files.
constexpr std::uint64_t kSmallSection = 1 << 16;
constexpr std::size_t kLongestName = 4096;

/// A structure at `offset`, or nullopt when it does not lie inside.
template <class T>
std::optional<T> at(std::string_view file, std::uint64_t offset) {
  if (offset > file.size() || file.size() - offset < sizeof(T)) return std::nullopt;
  T value;
  std::memcpy(&value, file.data() + offset, sizeof value);
  return value;
}

/// What lies inside of the `size` bytes at `offset`.
std::string_view part(std::string_view file, std::uint64_t offset, std::uint64_t size) {
  return offset > file.size() ? std::string_view() : file.substr(offset, size);
}

/// The NUL-terminated text at `offset`; "" when it does not end.
std::string text_at(std::string_view file, std::uint64_t offset) {
  const std::string_view text = part(file, offset, kLongestName);
  const auto end = text.find('\0');
  return end == text.npos ? std::string() : std::string(text.substr(0, end));
}

template <class Header, class Segment>
std::vector<Segment> segments_of(std::string_view file) {
  std::vector<Segment> segments;
  const auto header = at<Header>(file, 0);
  if (!header || header->e_phentsize != sizeof(Segment)) return segments;
  for (std::uint64_t i = 0; i < header->e_phnum; ++i) {
    const auto segment = at<Segment>(file, header->e_phoff + i * sizeof(Segment));
    if (!segment) return {};
    segments.push_back(*segment);
  }
  return segments;
}

/// The build-id among the notes in `raw`.
std::string build_id(std::string_view raw, std::uint64_t alignment) {
  const auto padded = [&](std::uint64_t size) { return (size + alignment - 1) / alignment * alignment; };
  while (const auto note = at<Elf64_Nhdr>(raw, 0)) {
    const std::uint64_t name_size = padded(note->n_namesz);
    const std::uint64_t description_size = padded(note->n_descsz);
    raw.remove_prefix(sizeof *note);
    if (name_size > raw.size() || note->n_descsz > raw.size() - name_size) return {};
    if (note->n_type == NT_GNU_BUILD_ID && raw.substr(0, note->n_namesz) == std::string_view("GNU", 4)) {
      return std::string(raw.substr(name_size, note->n_descsz));
    }
    if (description_size > raw.size() - name_size) return {};
    raw.remove_prefix(name_size + description_size);
  }
  return {};
}

/// The file offset of virtual address `address`, or nullopt when no segment holds it.
std::optional<std::uint64_t> file_offset(const std::vector<Elf64_Phdr>& segments, std::uint64_t address) {
  for (const Elf64_Phdr& segment : segments) {
    if (segment.p_type == PT_LOAD && address >= segment.p_vaddr &&
        address - segment.p_vaddr < segment.p_filesz) {
      return segment.p_offset + (address - segment.p_vaddr);
    }
  }
  return std::nullopt;
}

void read_dynamic(std::string_view file, const std::vector<Elf64_Phdr>& segments, std::string_view dynamic,
                  ElfFacts& facts) {
  std::vector<Elf64_Dyn> entries;
  std::optional<std::uint64_t> table;
  while (const auto entry = at<Elf64_Dyn>(dynamic, 0)) {
    if (entry->d_tag == DT_NULL) break;
    if (entry->d_tag == DT_STRTAB) table = file_offset(segments, entry->d_un.d_ptr);
    entries.push_back(*entry);
    dynamic.remove_prefix(sizeof *entry);
  }
  if (!table) return;
  const std::string_view strings = part(file, *table, file.size());
  for (const Elf64_Dyn& entry : entries) {
    const std::uint64_t name = entry.d_un.d_val;
    if (entry.d_tag == DT_SONAME) facts.soname = text_at(strings, name);
    if (entry.d_tag == DT_NEEDED) facts.needed.push_back(text_at(strings, name));
    if (entry.d_tag == DT_RUNPATH || entry.d_tag == DT_RPATH) {
      const std::string list = text_at(strings, name);
      for (std::string_view directory : split(list, ':')) facts.runpath.emplace_back(directory);
    }
  }
}

/// What the segments load read-only; see `elf_strings`.
template <class Segment>
std::vector<std::string_view> read_only_parts(std::string_view file, const std::vector<Segment>& segments) {
  std::vector<std::string_view> parts, with_code;
  for (const Segment& segment : segments) {
    if (segment.p_type != PT_LOAD || (segment.p_flags & PF_W) != 0) continue;
    const bool code = (segment.p_flags & PF_X) != 0;
    (code ? with_code : parts).push_back(part(file, segment.p_offset, segment.p_filesz));
  }
  return parts.empty() ? with_code : parts;
}

/// The class of an ELF file (ELFCLASS64, ELFCLASS32), or ELFCLASSNONE.
unsigned char class_of(std::string_view file) {
  if (file.size() < EI_NIDENT || !file.starts_with(ELFMAG) || file[EI_DATA] != ELFDATA2LSB)
    return ELFCLASSNONE;
  return static_cast<unsigned char>(file[EI_CLASS]);
}

}  // namespace

std::optional<ElfFacts> read_elf(std::string_view file) {
  if (class_of(file) != ELFCLASS64) return std::nullopt;
  const auto segments = segments_of<Elf64_Ehdr, Elf64_Phdr>(file);
  if (segments.empty()) return std::nullopt;
  ElfFacts facts;
  for (const Elf64_Phdr& segment : segments) {
    if (segment.p_filesz > kSmallSection) continue;
    const std::string_view raw = part(file, segment.p_offset, segment.p_filesz);
    if (segment.p_type == PT_NOTE && facts.build_id.empty()) {
      facts.build_id = build_id(raw, segment.p_align == 8 ? 8 : 4);
    }
    if (segment.p_type == PT_DYNAMIC) read_dynamic(file, segments, raw, facts);
  }
  return facts;
}

std::optional<ElfFacts> read_elf_file(const std::string& path) {
  return read_elf(fs::MappedFile(path).bytes());
}

std::vector<std::string_view> elf_strings(std::string_view file) {
  if (class_of(file) == ELFCLASS32) return read_only_parts(file, segments_of<Elf32_Ehdr, Elf32_Phdr>(file));
  if (class_of(file) == ELFCLASS64) return read_only_parts(file, segments_of<Elf64_Ehdr, Elf64_Phdr>(file));
  return {};
}

}  // namespace hull
