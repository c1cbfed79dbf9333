#include "pdf/form_reader.h"

// qpdf asks everybody who includes it: without its own pointers of old.
#define POINTERHOLDER_TRANSITION 4
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <set>

#include "core/error.h"
#include "core/utf8.h"
#include "pdf/encode.h"

namespace unknot::pdf {
namespace {

// More fields than any form of ours has, and names that nest deeper.
constexpr std::size_t kMostFields = 20'000;
constexpr int kDeepest = 12;

[[noreturn]] void refuse(const char* why) {
  throw core::InputError({std::string("error.form.") + why, {}, {}});
}

// One kind of line end, and nothing that can't be seen; broken letters become the sign for one.
std::string cleaned(const std::string& text) {
  const std::string whole = core::isValidUtf8(text) ? text : validUtf8(text);
  std::string clean;
  for (std::size_t i = 0; i < whole.size(); ++i) {
    const auto c = static_cast<unsigned char>(whole[i]);
    if (c == '\r') {
      clean += '\n';
      if (i + 1 < whole.size() && whole[i + 1] == '\n') ++i;
    } else if (c == '\n' || c == '\t' || (c >= 0x20 && c != 0x7F)) {
      clean += whole[i];
    }
  }
  return clean;
}

std::string textOf(QPDFObjectHandle value) {
  if (value.isString()) return cleaned(value.getUTF8Value());
  // "/Yes"
  if (value.isName()) return cleaned(value.getName().substr(1));
  return {};
}

bool isOff(const std::string& state) {
  return state.empty() || state == "Off";
}

class Walk {
 public:
  explicit Walk(document::FilledForm& to) : m_to(to) {}

  void fields(QPDFObjectHandle list, const std::string& before, const std::string& type, int depth) {
    if (!list.isArray() || depth > kDeepest) return;
    const int count = list.getArrayNItems();
    for (int i = 0; i < count; ++i) field(list.getArrayItem(i), before, type, depth);
  }

 private:
  void field(QPDFObjectHandle node, const std::string& before, std::string type, int depth) {
    if (!node.isDictionary()) return;
    if (++m_count > kMostFields) refuse("fields");
    // A field that hangs in itself is read once.
    if (node.isIndirect() && !m_seen.insert(node.getObjGen()).second) return;
    const std::string part = textOf(node.getKey("/T"));
    // Without a name of its own it is a place of the field above, which was read with all of its places.
    if (part.empty() && !type.empty()) return;
    std::string name = before;
    name.append(name.empty() ? "" : ".").append(part);
    if (auto own = node.getKey("/FT"); own.isName()) type = own.getName();
    auto kids = node.getKey("/Kids");
    if (!type.empty()) value(node, kids, name, type);
    if (kids.isArray()) fields(kids, name, type, depth + 1);
  }

  void value(QPDFObjectHandle node, QPDFObjectHandle kids, const std::string& name, const std::string& type) {
    std::string text = textOf(node.getKey("/V"));
    if (type == "/Btn") {
      // Some programs set only how the box looks.
      if (isOff(text)) text = textOf(node.getKey("/AS"));
      if (isOff(text) && kids.isArray()) text = shownState(kids);
      if (isOff(text)) return;
      // A box alone is ticked or not, whatever its own word for it; a choice says which.
      if (isTickBox(node)) text = "yes";
    }
    if (!core::trimmed(text).empty()) m_to.values.emplace(name, std::move(text));
  }

  static std::string shownState(QPDFObjectHandle kids) {
    for (int i = 0; i < kids.getArrayNItems(); ++i) {
      auto kid = kids.getArrayItem(i);
      if (!kid.isDictionary()) continue;
      if (auto state = textOf(kid.getKey("/AS")); !isOff(state)) return state;
    }
    return {};
  }

  static bool isTickBox(QPDFObjectHandle node) {
    constexpr long long kRadio = 1 << 15;
    auto flags = node.getKey("/Ff");
    return !flags.isInteger() || (flags.getIntValue() & kRadio) == 0;
  }

  document::FilledForm& m_to;
  std::size_t m_count = 0;
  std::set<QPDFObjGen> m_seen;
};

class QpdfReader final : public document::FormReader {
 public:
  document::FilledForm read(std::string_view pdf) const override {
    if (pdf.size() > document::kLargestForm) refuse("large");
    // The mark may stand behind a few bytes that a mail program left.
    if (pdf.substr(0, 1024).find("%PDF-") == pdf.npos) refuse("notPdf");
    try {
      return fieldsOf(pdf);
    } catch (const QPDFExc& fault) {
      refuse(fault.getErrorCode() == qpdf_e_password ? "locked" : "damaged");
    } catch (const core::Error&) {
      throw;
    } catch (const std::bad_alloc&) {
      throw;
    } catch (const std::exception&) {
      // qpdf tells what it did not expect as a logic_error or runtime_error.
      refuse("damaged");
    }
  }

 private:
  static document::FilledForm fieldsOf(std::string_view bytes) {
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.processMemoryFile("form", bytes.data(), bytes.size());
    document::FilledForm form;
    auto fields = pdf.getRoot().getKey("/AcroForm");
    if (fields.isDictionary()) Walk(form).fields(fields.getKey("/Fields"), {}, {}, 0);
    form.pages = static_cast<int>(pdf.getAllPages().size());
    return form;
  }
};

}  // namespace

std::unique_ptr<document::FormReader> makeFormReader() {
  return std::make_unique<QpdfReader>();
}

}  // namespace unknot::pdf
