// Canvas on a page of a PDF. Private to `pdf`.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pdf/form_fields.h"
#include "pdf/resources.h"
#include "pdf/structure_tree.h"

namespace unknot::pdf {

class PdfCanvas final : public draw::Canvas {
 public:
  // All outlive the canvas.
  PdfCanvas(Haru& haru, Resources& resources, StructureTree& structure, FormFields& form, HPDF_Page page,
            std::size_t pageIndex, draw::Size size);

  void save() override;
  void restore() override;
  void transform(const draw::Affine& map) override;
  void clip(const draw::Path& path) override;
  void fill(const draw::Path& path, draw::Color color) override;
  void stroke(const draw::Path& path, const draw::Stroke& stroke) override;
  void glyphs(const draw::GlyphRun& run, draw::Point origin, draw::Color color) override;
  void image(const draw::Image& image, const draw::Rect& where) override;
  void beginElement(draw::Role role, std::string_view alternative) override;
  void endElement() override;
  void link(const draw::Rect& area, std::string_view address) override;
  void field(const draw::Rect& area, const draw::FormField& field) override;

  // Writes the page. Throws core::BugError when a save or an element is still open.
  void finish();

 private:
  // The graphics state as the file has it, so that only changes are written.
  struct State {
    draw::Color fill{0, 0, 0, 1};
    draw::Color stroke{0, 0, 0, 1};
    double opacity = 1;
    double lineWidth = 1;      // in the file's units
    std::vector<double> dash;  // likewise
    bool roundEnds = false;
    draw::Affine map;  // from the canvas as it is now to the page
    double unit = 1;   // how many of the file's units one of the canvas is
  };
  // An element that has begun.
  struct Frame {
    StructureTree::Node node = StructureTree::kRoot;
    bool artifact = false;
    // The tag that what is drawn straight into the element is put under; null: into the element itself.
    const char* bodyTag = nullptr;
    std::optional<StructureTree::Node> body;
  };
  enum class Content { decoration, meaning };

  // A length as the file measures it, of which the decimals count where its unit is the point.
  void number(double length, int decimals = 2);
  void plainNumber(double value, int decimals);
  void addPath(const draw::Path& path);
  void setFill(draw::Color color);
  void setStroke(const draw::Stroke& stroke);
  void setOpacity(double alpha);
  void setColor(draw::Color color, draw::Color& known, const char* op);
  // Opens the marked content that what is drawn next belongs to.
  void mark(Content content);
  void closeMark();
  StructureTree::Node bodyOf(Frame& frame);
  draw::Rect onPage(const draw::Rect& area) const;
  void annotate(HPDF_Dict annotation);
  // An annotation as an element of its own, read where it stands.
  void annotate(HPDF_Dict annotation, const char* tag, std::string alternative = {});

  Haru& m_haru;
  Resources& m_resources;
  StructureTree& m_structure;
  FormFields& m_form;
  HPDF_Page m_page;
  std::size_t m_pageIndex;
  double m_height;
  std::string m_out;
  State m_state;
  std::vector<State> m_saved;
  std::vector<Frame> m_frames;
  bool m_marked = false;
  std::optional<StructureTree::Node> m_markedNode;  // none: an artifact
};

}  // namespace unknot::pdf
