// Which language a file is written in, by its name, as the compiler drivers decide it.

#include <array>

#include "base/path.h"
#include "toolchain/toolchain.h"

namespace hull::toolchain {
namespace {

struct Extension {
  std::string_view text;  ///< Case matters: ".C" is C++, ".S" is preprocessed.
  Language language;
};

constexpr std::array<Extension, 16> kExtensions = {{{".cc", Language::Cxx},
                                                    {".cpp", Language::Cxx},
                                                    {".cxx", Language::Cxx},
                                                    {".c++", Language::Cxx},
                                                    {".C", Language::Cxx},
                                                    {".CPP", Language::Cxx},
                                                    {".cp", Language::Cxx},
                                                    {".cppm", Language::CxxModule},
                                                    {".ixx", Language::CxxModule},
                                                    {".cxxm", Language::CxxModule},
                                                    {".c++m", Language::CxxModule},
                                                    {".ccm", Language::CxxModule},
                                                    {".c", Language::C},
                                                    {".s", Language::Asm},
                                                    {".S", Language::AsmCpp},
                                                    {".sx", Language::AsmCpp}}};

}  // namespace

std::optional<Language> language_of(std::string_view path) {
  const std::string_view extension = path::extension(path);
  for (const Extension& known : kExtensions) {
    if (known.text == extension) return known.language;
  }
  return std::nullopt;
}

}  // namespace hull::toolchain
