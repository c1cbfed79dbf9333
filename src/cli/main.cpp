// unknot-cli: wires the terminal to this machine.
#include <cstdlib>
#include <iostream>

#include "cli/program.h"
#include "pdf/form_reader.h"
#include "pdf/pdf_writer.h"
#include "platform/files.h"
#include "platform/places.h"
#include "platform/process.h"
#include "platform/system_clock.h"
#include "platform/system_random.h"
#include "platform/workstation.h"
#include "storage/vault.h"
#include "unicode/time_zone.h"

namespace {

namespace fs = std::filesystem;
using namespace unknot;

std::optional<std::string> environment(const std::string& name) {
  const char* value = std::getenv(name.c_str());
  if (value == nullptr) return {};
  return value;
}

// A file somebody names may be a link; the file behind it is read.
std::string readFile(const fs::path& file, std::size_t limit) {
  std::error_code problem;
  const fs::path real = fs::canonical(file, problem);
  return platform::readFile(problem ? file : real, limit);
}

}  // namespace

int main(int argc, char** argv) {
  platform::prepareProcess();
  platform::SystemClock clock;
  platform::SystemRandom random;
  cli::Surroundings surroundings{
      std::cout,
      std::cerr,
      UNKNOT_VERSION,
      unicode::systemTimeZone(),
      environment,
      readFile,
      platform::writeFileCarefully,
      [&](const std::optional<fs::path>& practice) {
        return std::make_unique<app::Assembly>(
            platform::programDataFolder(UNKNOT_SOURCE_DIR, UNKNOT_INSTALL_DATA_DIR), practice, clock, random,
            app::PdfTools{pdf::makePdfWriter, pdf::makeFormReader()});
      },
      [&] {
        return storage::makeVault(clock, random, platform::stateFolder(), platform::workstationName());
      }};
  return cli::run(std::vector<std::string>(argv + 1, argv + argc), surroundings);
}
