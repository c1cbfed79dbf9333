#include "document/qr_code.h"

#include <qrcodegen/qrcodegen.hpp>

#include "core/error.h"
#include "document/recording.h"

namespace unknot::document {
namespace {

// Modules of white that a reader needs around the code (ISO/IEC 18004).
constexpr int kQuiet = 4;

qrcodegen::QrCode encoded(const std::string& text) {
  try {
    return qrcodegen::QrCode::encodeText(text.c_str(), qrcodegen::QrCode::Ecc::MEDIUM);
  } catch (const qrcodegen::data_too_long&) {
    throw core::BugError("text too long for a code");
  }
}

}  // namespace

Figure qrCode(const std::string& text, double side, std::string alternative) {
  const auto drawing = [code = encoded(text), side](draw::Canvas& canvas) {
    const int modules = code.getSize();
    const double unit = side / (modules + 2 * kQuiet);
    canvas.fill(draw::Path::rectangle({0, 0, side, side}), draw::rgb(0xFFFFFF));
    // A run of dark modules is one rectangle: no seams, and fewer of them.
    draw::Path dark;
    for (int y = 0; y < modules; ++y)
      for (int x = 0; x < modules; ++x) {
        int end = x;
        while (end < modules && code.getModule(end, y)) ++end;
        if (end == x) continue;
        dark.append(
            draw::Path::rectangle({(x + kQuiet) * unit, (y + kQuiet) * unit, (end - x) * unit, unit}));
        x = end;
      }
    canvas.fill(dark, draw::rgb(0x000000));
  };
  return {{side, side}, std::move(alternative), Recording::standingAlone(drawing), draw::Align::left};
}

}  // namespace unknot::document
