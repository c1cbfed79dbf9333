// unknot-cli without its main: what it needs of the machine is handed in, so that tests can run it in place.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "app/assembly.h"
#include "domain/practice_store.h"

namespace unknot::cli {

// What a command needs of the machine. Functions throw core::StorageError when the disk refuses.
struct Surroundings {
  std::ostream& out;
  std::ostream& err;
  std::string version;
  std::string timeZone;  // of a new practice, IANA
  std::function<std::optional<std::string>(const std::string& name)> environment;
  std::function<std::string(const std::filesystem::path& file, std::size_t limit)> readFile;
  std::function<void(const std::filesystem::path& file, std::string_view bytes)> writeFile;
  // The folder is the practice's, where the command names one.
  std::function<std::unique_ptr<app::Assembly>(const std::optional<std::filesystem::path>& practice)>
      assemble;
  std::function<std::unique_ptr<domain::PracticeVault>()> openVault;
};

enum ExitCode { kDone = 0, kFailed = 1, kWrongUsage = 2, kRefused = 3 };

// `words` are those behind the program's own name. What went wrong is one sentence on `err`; nothing is
// thrown.
int run(const std::vector<std::string>& words, Surroundings& surroundings);

}  // namespace unknot::cli
