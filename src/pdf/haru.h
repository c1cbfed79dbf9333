// libharu's object layer, and nothing above it: dictionaries, arrays and streams. Its own text, images and
// drawing are not used. Private to `pdf`.
#pragma once

#include <hpdf.h>
#include <hpdf_doc.h>
#include <hpdf_objects.h>
#include <hpdf_pages.h>

#include <memory>
#include <string>
#include <string_view>

#include "draw/canvas.h"

namespace unknot::pdf {

// A document being written. Errors of the library stick: the first one is kept by the handler, which may not
// throw through C, and thrown as core::BugError (std::bad_alloc for memory) by the next call here. Objects
// are owned by the document; what is added to a dictionary or array belongs to that.
class Haru {
 public:
  Haru();
  Haru(const Haru&) = delete;
  Haru& operator=(const Haru&) = delete;

  HPDF_Doc doc() const { return m_doc.get(); }
  HPDF_Dict catalog() const { return m_doc->catalog; }

  // Without a place of its own in the file; to be added somewhere at once.
  HPDF_Dict direct();
  HPDF_Array array();
  // With a place of its own; may be referred to from anywhere.
  HPDF_Dict indirect();
  HPDF_Array indirectArray();
  HPDF_Dict stream(std::string_view bytes, bool compressed = true);

  void add(HPDF_Dict to, const char* key, HPDF_Dict value) { check(HPDF_Dict_Add(to, key, value)); }
  void add(HPDF_Dict to, const char* key, HPDF_Array value) { check(HPDF_Dict_Add(to, key, value)); }
  void addName(HPDF_Dict to, const char* key, const char* value) { check(HPDF_Dict_AddName(to, key, value)); }
  void addNumber(HPDF_Dict to, const char* key, int value) { check(HPDF_Dict_AddNumber(to, key, value)); }
  void addReal(HPDF_Dict to, const char* key, double value);
  void addBool(HPDF_Dict to, const char* key, bool value);
  // Bytes as they are, written in hexadecimal, so that nothing in them can be mistaken for an operator.
  void addBytes(HPDF_Dict to, const char* key, std::string_view bytes);
  // UTF-8 as a PDF text string.
  void addText(HPDF_Dict to, const char* key, std::string_view utf8);
  void add(HPDF_Array to, HPDF_Dict value) { check(HPDF_Array_Add(to, value)); }
  void add(HPDF_Array to, HPDF_Array value) { check(HPDF_Array_Add(to, value)); }
  void addNumber(HPDF_Array to, int value) { check(HPDF_Array_AddNumber(to, value)); }
  void addReal(HPDF_Array to, double value) { check(HPDF_Array_AddReal(to, static_cast<HPDF_REAL>(value))); }
  // Lower left and upper right corner, as PDF has them.
  void addBox(HPDF_Dict to, const char* key, const draw::Rect& yUp);

  HPDF_Page page(draw::Size size);
  // The dictionary `key` of the page's resources, made when it is not there.
  HPDF_Dict resources(HPDF_Page page, const char* key);
  void write(HPDF_Page page, std::string_view content);
  // The file.
  std::string save();

 private:
  struct Failure {
    HPDF_STATUS code = HPDF_OK;
    HPDF_STATUS detail = HPDF_OK;
  };
  struct Freer {
    void operator()(HPDF_Doc doc) const { HPDF_Free(doc); }
  };

  void check(HPDF_STATUS status);
  void write(HPDF_Dict stream, std::string_view bytes, bool compressed);
  template <typename T>
  T made(T object);
  HPDF_MMgr memory() const { return m_doc->mmgr; }

  Failure m_failure;
  std::unique_ptr<HPDF_Doc_Rec, Freer> m_doc;
};

}  // namespace unknot::pdf
