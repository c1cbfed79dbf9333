// The form of a document: its fields, by their names, and how each is drawn when it is ticked. Private to
// `pdf`.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "pdf/haru.h"
#include "pdf/resources.h"

namespace unknot::pdf {

class FormFields {
 public:
  // Both outlive the form.
  FormFields(Haru& haru, Resources& resources) : m_haru(haru), m_resources(resources) {}

  // The annotation for a place on `page`, in the page's own coordinates (y upwards), to be hung into it.
  // `unit`: points of a unit of the field's size. Throws core::BugError for a name that is there already or
  // has no parts.
  HPDF_Dict add(HPDF_Page page, const draw::Rect& where, const draw::FormField& field, double unit);
  // Hangs the form into the catalogue, where there is one; when all pages are drawn.
  void finish();

 private:
  // A part of a name: "sleep" of "q.sleep.detail". A field has no parts below it.
  struct Node {
    HPDF_Dict dict = nullptr;
    HPDF_Array kids = nullptr;
    bool isField = false;
    std::map<std::string, std::unique_ptr<Node>, std::less<>> below;
  };

  Node& nodeAt(std::string_view name, const draw::FormField& field);
  Node& child(Node& parent, const std::string& part);
  void describe(HPDF_Dict dict, const draw::FormField& field, double unit);
  // A box that shows `state` when it is ticked, and nothing else.
  void addStates(HPDF_Dict widget, const draw::Rect& where, draw::FieldKind kind, const char* state);
  HPDF_Dict mark(const draw::Rect& where, draw::FieldKind kind, bool ticked);

  Haru& m_haru;
  Resources& m_resources;
  Node m_root;
  std::map<std::tuple<long, draw::FieldKind, bool>, HPDF_Dict> m_marks;  // by side in hundredths of a point
};

}  // namespace unknot::pdf
