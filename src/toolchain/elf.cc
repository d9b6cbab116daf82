#include "toolchain/elf.h"

#include <elf.h>

#include <cstring>
#include <fstream>
#include <string_view>

#include "base/text.h"

namespace hull::toolchain {
namespace {

// Notes and dynamic sections of real programs are below 64 KiB and string tables below 16 MiB;
// larger sizes come from damaged files.
constexpr std::uint64_t kSmallSection = 1 << 16;
constexpr std::uint64_t kStringLimit = 1 << 24;
constexpr std::size_t kMaxSegments = 256;

class Reader {
 public:
  explicit Reader(const std::string& path) : stream_(path, std::ios::binary) {}

  template <class T>
  bool read(std::uint64_t offset, T* items, std::size_t count) {
    if (offset > INT64_MAX) return false;
    stream_.clear();
    stream_.seekg(static_cast<std::streamoff>(offset));
    stream_.read(reinterpret_cast<char*>(items), static_cast<std::streamsize>(count * sizeof(T)));
    return stream_.gcount() == static_cast<std::streamsize>(count * sizeof(T));
  }

  std::string text_at(std::uint64_t offset) {
    std::string text;
    if (offset > INT64_MAX) return text;
    stream_.clear();
    stream_.seekg(static_cast<std::streamoff>(offset));
    for (char c; text.size() < 4096 && stream_.get(c) && c != '\0';) text += c;
    return text;
  }

 private:
  std::ifstream stream_;
};

/// The build-id among the notes in `raw`.
std::string build_id(std::string_view raw, std::uint64_t alignment) {
  const auto padded = [&](std::uint64_t size) { return (size + alignment - 1) / alignment * alignment; };
  while (raw.size() >= sizeof(Elf64_Nhdr)) {
    Elf64_Nhdr note;
    std::memcpy(&note, raw.data(), sizeof note);
    const std::uint64_t name_size = padded(note.n_namesz);
    const std::uint64_t description_size = padded(note.n_descsz);
    raw.remove_prefix(sizeof note);
    if (name_size > raw.size() || note.n_descsz > raw.size() - name_size) return {};
    if (note.n_type == NT_GNU_BUILD_ID && raw.substr(0, note.n_namesz) == std::string_view("GNU", 4)) {
      return std::string(raw.substr(name_size, note.n_descsz));
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

void read_dynamic(Reader& reader, const std::vector<Elf64_Phdr>& segments, const Elf64_Phdr& dynamic,
                  ElfFacts& facts) {
  std::vector<Elf64_Dyn> entries(dynamic.p_filesz / sizeof(Elf64_Dyn));
  if (!reader.read(dynamic.p_offset, entries.data(), entries.size())) return;
  std::optional<std::uint64_t> strings;
  for (const Elf64_Dyn& entry : entries) {
    if (entry.d_tag == DT_STRTAB) strings = file_offset(segments, entry.d_un.d_ptr);
  }
  if (!strings) return;
  for (const Elf64_Dyn& entry : entries) {
    if (entry.d_tag == DT_NULL) break;
    if (entry.d_un.d_val > kStringLimit) continue;
    if (entry.d_tag == DT_NEEDED) facts.needed.push_back(reader.text_at(*strings + entry.d_un.d_val));
    if (entry.d_tag == DT_RUNPATH || entry.d_tag == DT_RPATH) {
      const std::string list = reader.text_at(*strings + entry.d_un.d_val);
      for (std::string_view directory : split(list, ':')) facts.runpath.emplace_back(directory);
    }
  }
}

}  // namespace

std::optional<ElfFacts> read_elf(const std::string& path) {
  Reader reader(path);
  Elf64_Ehdr header;
  if (!reader.read(0, &header, 1)) return std::nullopt;
  if (std::memcmp(header.e_ident, ELFMAG, SELFMAG) != 0 || header.e_ident[EI_CLASS] != ELFCLASS64 ||
      header.e_ident[EI_DATA] != ELFDATA2LSB || header.e_phentsize != sizeof(Elf64_Phdr) ||
      header.e_phnum == 0 || header.e_phnum > kMaxSegments) {
    return std::nullopt;
  }
  std::vector<Elf64_Phdr> segments(header.e_phnum);
  if (!reader.read(header.e_phoff, segments.data(), segments.size())) return std::nullopt;

  ElfFacts facts;
  for (const Elf64_Phdr& segment : segments) {
    if (segment.p_filesz > kSmallSection) continue;
    if (segment.p_type == PT_NOTE && facts.build_id.empty()) {
      std::string raw(segment.p_filesz, '\0');
      if (reader.read(segment.p_offset, raw.data(), raw.size())) {
        facts.build_id = build_id(raw, segment.p_align == 8 ? 8 : 4);
      }
    }
    if (segment.p_type == PT_DYNAMIC) read_dynamic(reader, segments, segment, facts);
  }
  return facts;
}

}  // namespace hull::toolchain
