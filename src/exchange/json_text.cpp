#include "exchange/json_text.h"

#include <algorithm>
#include <vector>

#include "core/error.h"
#include "core/utf8.h"

namespace unknot::exchange {
namespace {

using nlohmann::json;

core::InputError fault(const std::string& id, std::vector<core::Message::Arg> args) {
  return core::InputError({"error.json." + id, std::move(args), {}});
}

// Line and column (both from 1, the column in characters) of a byte.
struct TextPlace {
  std::size_t line = 1;
  std::size_t column = 1;
};

TextPlace placeOf(std::string_view text, std::size_t byte) {
  const auto before = text.substr(0, std::min(byte, text.size()));
  const auto lineStart = before.rfind('\n') == before.npos ? 0 : before.rfind('\n') + 1;
  return {static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')) + 1,
          core::codePointCount(before.substr(lineStart)) + 1};
}

// Builds the value and refuses what a JSON library usually lets pass.
class StrictBuilder final : public nlohmann::json_sax<json> {
 public:
  explicit StrictBuilder(std::string_view text) : m_text(text) {}
  json take() { return std::move(m_root); }

  bool null() override { return put(nullptr); }
  bool boolean(bool value) override { return put(value); }
  bool number_integer(number_integer_t value) override { return put(value); }
  bool number_unsigned(number_unsigned_t value) override { return put(value); }
  bool number_float(number_float_t value, const string_t& /*source*/) override { return put(value); }
  bool string(string_t& value) override { return put(std::move(value)); }
  bool binary(binary_t& /*value*/) override { throw core::BugError("binary in JSON"); }
  bool start_object(std::size_t /*count*/) override { return open(json::object()); }
  bool end_object() override { return shut(); }
  bool start_array(std::size_t /*count*/) override { return open(json::array()); }
  bool end_array() override { return shut(); }

  bool key(string_t& name) override {
    if (m_open.back()->contains(name)) throw fault("twice", {{"field", place(name)}});
    m_keys.back() = name;
    return true;
  }

  bool parse_error(std::size_t byte, const std::string& /*token*/, const json::exception& /*why*/) override {
    const auto [line, column] = placeOf(m_text, byte == 0 ? 0 : byte - 1);
    throw fault("syntax", {{"line", std::to_string(line)}, {"column", std::to_string(column)}});
  }

 private:
  std::string_view m_text;
  json m_root;
  std::vector<json*> m_open;        // the containers around, outermost first
  std::vector<std::string> m_keys;  // the field being read in each of them; unused in arrays

  json* attach(json value) {
    if (m_open.empty()) {
      m_root = std::move(value);
      return &m_root;
    }
    json& parent = *m_open.back();
    if (parent.is_array()) {
      parent.push_back(std::move(value));
      return &parent.back();
    }
    return &(parent[m_keys.back()] = std::move(value));
  }

  bool put(json value) {
    attach(std::move(value));
    return true;
  }

  bool open(json container) {
    if (m_open.size() >= static_cast<std::size_t>(kDepthLimit))
      throw fault("deep", {{"limit", std::to_string(kDepthLimit)}});
    m_open.push_back(attach(std::move(container)));
    m_keys.emplace_back();
    return true;
  }

  bool shut() {
    m_open.pop_back();
    m_keys.pop_back();
    return true;
  }

  std::string place(const std::string& name) const {
    std::string path;
    const auto step = [&](const std::string& field) {
      if (!path.empty()) path += '.';
      path += field;
    };
    for (std::size_t i = 0; i + 1 < m_open.size(); ++i) {
      if (m_open[i]->is_array())
        path.append("[").append(std::to_string(m_open[i]->size() - 1)).append("]");
      else
        step(m_keys[i]);
    }
    step(name);
    return path;
  }
};

std::size_t firstBrokenByte(std::string_view text) {
  std::size_t low = 0;
  for (std::size_t end = text.find('\n'); end != text.npos; end = text.find('\n', low)) {
    if (!core::isValidUtf8(text.substr(low, end - low))) return low;
    low = end + 1;
  }
  return low;
}

}  // namespace

nlohmann::json parseJson(std::string_view text, std::size_t limit) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (text.size() > limit) throw fault("large", {{"limit", std::to_string(limit / 1'000'000)}});
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  if (!core::isValidUtf8(text))
    throw fault("utf8", {{"line", std::to_string(placeOf(text, firstBrokenByte(text)).line)}});
  StrictBuilder builder(text);
  nlohmann::json::sax_parse(text.begin(), text.end(), &builder);
  return builder.take();
}

std::string printJson(const nlohmann::ordered_json& value) {
  return value.dump(2) + "\n";
}

}  // namespace unknot::exchange
