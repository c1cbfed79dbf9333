#include "app/machine_settings.h"

#include <nlohmann/json.hpp>

#include "platform/files.h"

namespace unknot::app {

namespace {

constexpr const char* kFile = "window.json";
constexpr const char* kSchema = "unknot/window/1";
constexpr std::uint64_t kLimit = 64 * 1024;

}  // namespace

MachineSettings readMachineSettings(const std::filesystem::path& configFolder) {
  const auto file = configFolder / kFile;
  if (!std::filesystem::is_regular_file(file)) return {};
  const auto json = nlohmann::json::parse(platform::readFile(file, kLimit), nullptr, false);
  if (!json.is_object() || json.value("schema", nlohmann::json()) != kSchema) return {};
  MachineSettings settings;
  const auto text = [&](const char* key) {
    const auto found = json.find(key);
    return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
  };
  const auto number = [&](const char* key) {
    const auto found = json.find(key);
    return found != json.end() && found->is_number_integer() ? found->get<int>() : 0;
  };
  if (const std::string last = text("lastPractice"); !last.empty()) settings.lastPractice = last;
  if (const std::string appearance = text("appearance"); !appearance.empty())
    settings.appearance = appearance;
  settings.windowWidth = number("windowWidth");
  settings.windowHeight = number("windowHeight");
  settings.maximized = json.contains("maximized") && json["maximized"] == true;
  return settings;
}

void writeMachineSettings(const std::filesystem::path& configFolder, const MachineSettings& settings) {
  nlohmann::ordered_json json{{"schema", kSchema},
                              {"appearance", settings.appearance},
                              {"windowWidth", settings.windowWidth},
                              {"windowHeight", settings.windowHeight},
                              {"maximized", settings.maximized}};
  if (settings.lastPractice) json["lastPractice"] = settings.lastPractice->string();
  platform::makeFolder(configFolder);
  platform::writeFileCarefully(configFolder / kFile,
                               json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n");
}

}  // namespace unknot::app
