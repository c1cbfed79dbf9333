#include "pdf/haru.h"

#include <array>
#include <cmath>
#include <new>

#include "core/error.h"
#include "pdf/encode.h"

namespace unknot::pdf {

Haru::Haru() {
  const auto keepFirst = [](HPDF_STATUS code, HPDF_STATUS detail, void* failure) {
    auto& first = *static_cast<Failure*>(failure);
    if (first.code == HPDF_OK) first = {code, detail};
  };
  m_doc.reset(HPDF_New(keepFirst, &m_failure));
  if (!m_doc) throw std::bad_alloc();
  m_doc->pdf_version = HPDF_VER_17;
}

void Haru::check(HPDF_STATUS status) {
  if (m_failure.code == HPDF_OK) m_failure.code = status;
  if (m_failure.code == HPDF_OK) return;
  if (m_failure.code == HPDF_FAILD_TO_ALLOC_MEM) throw std::bad_alloc();
  throw core::BugError("pdf: libharu error " + std::to_string(m_failure.code) + ", " +
                       std::to_string(m_failure.detail));
}

template <typename T>
T Haru::made(T object) {
  check(HPDF_OK);
  if (!object) throw std::bad_alloc();
  return object;
}

HPDF_Dict Haru::direct() {
  return made(HPDF_Dict_New(memory()));
}

HPDF_Array Haru::array() {
  return made(HPDF_Array_New(memory()));
}

HPDF_Dict Haru::indirect() {
  HPDF_Dict dict = direct();
  check(HPDF_Xref_Add(m_doc->xref, dict));
  return dict;
}

HPDF_Array Haru::indirectArray() {
  HPDF_Array made = array();
  check(HPDF_Xref_Add(m_doc->xref, made));
  return made;
}

HPDF_Dict Haru::stream(std::string_view bytes, bool compressed) {
  HPDF_Dict dict = made(HPDF_DictStream_New(memory(), m_doc->xref));
  write(dict, bytes, compressed);
  return dict;
}

void Haru::addReal(HPDF_Dict to, const char* key, double value) {
  check(HPDF_Dict_AddReal(to, key, static_cast<HPDF_REAL>(value)));
}

void Haru::addBool(HPDF_Dict to, const char* key, bool value) {
  check(HPDF_Dict_AddBoolean(to, key, value ? HPDF_TRUE : HPDF_FALSE));
}

void Haru::addBytes(HPDF_Dict to, const char* key, std::string_view bytes) {
  std::string copy(bytes);
  check(HPDF_Dict_Add(to, key,
                      made(HPDF_Binary_New(memory(), reinterpret_cast<HPDF_BYTE*>(copy.data()),
                                           static_cast<HPDF_UINT>(copy.size())))));
}

void Haru::addText(HPDF_Dict to, const char* key, std::string_view utf8) {
  addBytes(to, key, "\xFE\xFF" + utf16(utf8));
}

void Haru::addBox(HPDF_Dict to, const char* key, const draw::Rect& yUp) {
  HPDF_Array box = array();
  add(to, key, box);
  for (const double value : {yUp.x, yUp.y, yUp.right(), yUp.bottom()})
    check(HPDF_Array_AddReal(box, static_cast<HPDF_REAL>(std::round(value * 1000) / 1000)));
}

HPDF_Page Haru::page(draw::Size size) {
  HPDF_Page page = made(HPDF_AddPage(m_doc.get()));
  check(HPDF_Page_SetWidth(page, static_cast<HPDF_REAL>(size.width)));
  check(HPDF_Page_SetHeight(page, static_cast<HPDF_REAL>(size.height)));
  return page;
}

HPDF_Dict Haru::resources(HPDF_Page page, const char* key) {
  auto* all = static_cast<HPDF_Dict>(made(HPDF_Page_GetInheritableItem(page, "Resources", HPDF_OCLASS_DICT)));
  if (auto* known = static_cast<HPDF_Dict>(HPDF_Dict_GetItem(all, key, HPDF_OCLASS_DICT))) return known;
  HPDF_Dict fresh = direct();
  add(all, key, fresh);
  return fresh;
}

void Haru::write(HPDF_Page page, std::string_view content) {
  write(static_cast<HPDF_PageAttr>(page->attr)->contents, content, true);
}

void Haru::write(HPDF_Dict stream, std::string_view bytes, bool compressed) {
  std::string packed;
  if (compressed) {
    packed = deflated(bytes);
    bytes = packed;
    // For the library these are plain bytes: it would leave out the filter that they need.
    stream->write_fn = [](HPDF_Dict, HPDF_Stream file) {
      return HPDF_Stream_WriteStr(file, "/Filter /FlateDecode\012");
    };
  }
  check(HPDF_Stream_Write(stream->stream, reinterpret_cast<const HPDF_BYTE*>(bytes.data()),
                          static_cast<HPDF_UINT>(bytes.size())));
}

std::string Haru::save() {
  check(HPDF_SaveToStream(m_doc.get()));
  check(HPDF_ResetStream(m_doc.get()));
  const HPDF_UINT32 total = HPDF_GetStreamSize(m_doc.get());
  std::string file(total, '\0');
  HPDF_UINT32 length = total;
  // The library calls it an error when less is left than was asked for; all of it is asked for.
  check(HPDF_ReadFromStream(m_doc.get(), reinterpret_cast<HPDF_BYTE*>(file.data()), &length));
  if (length != total) throw core::BugError("pdf: the file came out short");
  return file;
}

}  // namespace unknot::pdf
