#include "pdf/font_subset.h"

#include <hb-ot.h>

#include <array>
#include <cmath>

#include "core/error.h"

namespace unknot::pdf {
namespace {

// What a PDF viewer never reads: shaping is done.
constexpr std::array kDropped = {HB_TAG('G', 'S', 'U', 'B'), HB_TAG('G', 'P', 'O', 'S'),
                                 HB_TAG('G', 'D', 'E', 'F'), HB_TAG('n', 'a', 'm', 'e'),
                                 HB_TAG('O', 'S', '/', '2'), HB_TAG('p', 'o', 's', 't'),
                                 HB_TAG('k', 'e', 'r', 'n'), HB_TAG('D', 'S', 'I', 'G')};

std::string_view bytesOf(hb_blob_t* blob) {
  unsigned length = 0;
  const char* data = hb_blob_get_data(blob, &length);
  return {data, length};
}

// xMin, yMin, xMax, yMax of the file's `head` table, in font units.
std::array<int, 4> boundingBox(hb_face_t* face) {
  const text::HbBlob head(hb_face_reference_table(face, HB_TAG('h', 'e', 'a', 'd')));
  const std::string_view bytes = bytesOf(head.get());
  std::array<int, 4> box{};
  if (bytes.size() < 44) return box;
  for (std::size_t i = 0; i < 4; ++i) {
    const auto high = static_cast<unsigned char>(bytes[36 + 2 * i]);
    const auto low = static_cast<unsigned char>(bytes[37 + 2 * i]);
    box[i] = static_cast<std::int16_t>(static_cast<std::uint16_t>(high << 8 | low));
  }
  return box;
}

}  // namespace

std::string postscriptName(const text::FontFile& source) {
  std::array<char, 80> buffer{};
  auto length = static_cast<unsigned>(buffer.size());
  hb_ot_name_get_utf8(source.face.get(), HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &length,
                      buffer.data());
  std::string name;
  for (const char c : std::string_view(buffer.data()))
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-') name += c;
  return name.empty() ? "Font" : name;
}

SubsetInput subsetInput(Cmap cmap) {
  SubsetInput input(hb_subset_input_create_or_fail());
  if (!input) throw std::bad_alloc();
  hb_set_t* dropped = hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG);
  for (const hb_tag_t table : kDropped) hb_set_add(dropped, table);
  if (cmap == Cmap::dropped) hb_set_add(dropped, HB_TAG('c', 'm', 'a', 'p'));
  hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
  return input;
}

SubsetPlan embedSubset(Haru& haru, HPDF_Dict descriptor, const text::FontFile& source,
                       const SubsetInput& input) {
  SubsetPlan plan(hb_subset_plan_create_or_fail(source.face.get(), input.get()));
  const text::HbFace cut(plan ? hb_subset_plan_execute_or_fail(plan.get()) : nullptr);
  if (!cut) throw core::BugError("pdf: the font " + postscriptName(source) + " can't be cut");
  const text::HbBlob blob(hb_face_reference_blob(cut.get()));
  HPDF_Dict file = haru.stream(bytesOf(blob.get()));
  haru.addNumber(file, "Length1", static_cast<int>(bytesOf(blob.get()).size()));
  haru.add(descriptor, "FontFile2", file);
  return plan;
}

void describeFont(Haru& haru, HPDF_Dict descriptor, const text::FontFile& source, const std::string& name,
                  int flags, bool italic) {
  const double unit = 1000 / source.unitsPerEm;
  const auto scaled = [&](int value) { return static_cast<int>(std::lround(value * unit)); };
  hb_font_extents_t extents{};
  hb_font_get_h_extents(source.font.get(), &extents);
  hb_position_t capHeight = 0;
  hb_ot_metrics_get_position_with_fallback(source.font.get(), HB_OT_METRICS_TAG_CAP_HEIGHT, &capHeight);
  const auto box = boundingBox(source.face.get());
  haru.addName(descriptor, "Type", "FontDescriptor");
  haru.addName(descriptor, "FontName", name.c_str());
  haru.addNumber(descriptor, "Flags", italic ? flags + 64 : flags);
  haru.addNumber(descriptor, "Ascent", scaled(extents.ascender));
  haru.addNumber(descriptor, "Descent", scaled(extents.descender));
  haru.addNumber(descriptor, "CapHeight", scaled(capHeight));
  haru.addNumber(descriptor, "ItalicAngle", italic ? -12 : 0);
  haru.addNumber(descriptor, "StemV", 80);
  haru.addBox(descriptor, "FontBBox",
              {static_cast<double>(scaled(box[0])), static_cast<double>(scaled(box[1])),
               static_cast<double>(scaled(box[2]) - scaled(box[0])),
               static_cast<double>(scaled(box[3]) - scaled(box[1]))});
}

}  // namespace unknot::pdf
