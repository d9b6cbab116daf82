#include "safety/check/command.h"

#include "clang/Driver/Options.h"
#include "llvm/Option/ArgList.h"
#include "llvm/Option/OptTable.h"

namespace hull::safety {

using clang::tooling::CommandLineArguments;

namespace {

/// `arguments` of a compiler driver without those that Clang's does not know.
CommandLineArguments known_to_clang(const CommandLineArguments& arguments, llvm::StringRef) {
  std::vector<const char*> words;
  for (const std::string& argument : llvm::ArrayRef(arguments).drop_front())
    words.push_back(argument.c_str());
  unsigned missing_index = 0, missing_count = 0;
  const llvm::opt::InputArgList parsed = clang::driver::getDriverOptTable().ParseArgs(
      words, missing_index, missing_count, llvm::opt::Visibility(clang::driver::options::ClangOption));
  CommandLineArguments known = arguments;
  std::vector<unsigned> unknown;
  for (const llvm::opt::Arg* arg : parsed.filtered(clang::driver::options::OPT_UNKNOWN)) {
    unknown.push_back(arg->getIndex() + 1);
  }
  for (auto index = unknown.rbegin(); index != unknown.rend(); ++index) known.erase(known.begin() + *index);
  return known;
}

}  // namespace

CommandLineArguments for_analysis(CommandLineArguments command, llvm::StringRef file) {
  using namespace clang::tooling;
  for (const ArgumentsAdjuster& adjust : {
           getClangSyntaxOnlyAdjuster(),
           getClangStripOutputAdjuster(),
           getClangStripDependencyFileAdjuster(),
           getInsertArgumentAdjuster("-resource-dir=/usr/lib/llvm-19/lib/clang/19",
                                     ArgumentInsertPosition::BEGIN),
           getInsertArgumentAdjuster("-w", ArgumentInsertPosition::END),
           ArgumentsAdjuster(known_to_clang),
       }) {
    command = adjust(command, file);
  }
  return command;
}

}  // namespace hull::safety
