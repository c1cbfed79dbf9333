#include "pdf/pdf_writer.h"

#include "core/error.h"
#include "pdf/encode.h"
#include "pdf/pdf_canvas.h"

namespace unknot::pdf {
namespace {

// The description that readers for the blind look for: PDF/UA-1, with the document's title.
std::string xmp(const document::Document& document) {
  const std::string language = xmlEscaped(document.language);
  return "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
         "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF "
         "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
         "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
         " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">"
         "<pdfuaid:part>1</pdfuaid:part>"
         "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">" +
         xmlEscaped(document.title) + "</rdf:li></rdf:Alt></dc:title><dc:creator><rdf:Seq><rdf:li>" +
         xmlEscaped(document.author) + "</rdf:li></rdf:Seq></dc:creator><dc:language><rdf:Bag><rdf:li>" +
         language +
         "</rdf:li></rdf:Bag></dc:language></rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>";
}

// No date is written: the same document gives the same bytes.
void describe(Haru& haru, const document::Document& document) {
  HPDF_Dict info = haru.doc()->info;
  haru.addText(info, "Title", document.title);
  haru.addText(info, "Author", document.author);
  haru.addText(info, "Creator", "Unknot");

  HPDF_Dict catalog = haru.catalog();
  haru.addBytes(catalog, "Lang", document.language);
  HPDF_Dict marks = haru.direct();
  haru.add(catalog, "MarkInfo", marks);
  haru.addBool(marks, "Marked", true);
  HPDF_Dict preferences = haru.direct();
  haru.add(catalog, "ViewerPreferences", preferences);
  haru.addBool(preferences, "DisplayDocTitle", true);
  HPDF_Dict metadata = haru.stream(xmp(document), false);
  haru.addName(metadata, "Type", "Metadata");
  haru.addName(metadata, "Subtype", "XML");
  haru.add(catalog, "Metadata", metadata);
}

class HaruWriter final : public document::PdfWriter {
 public:
  explicit HaruWriter(std::shared_ptr<const text::FontLibrary> fonts) : m_fonts(std::move(fonts)) {}

  std::string write(const document::Document& document) override {
    if (document.pages.empty()) throw core::BugError("pdf: a document without pages");
    Haru haru;
    Resources resources(haru, m_fonts);
    StructureTree structure;
    FormFields form(haru, resources);
    std::vector<HPDF_Page> pages;
    for (const auto& page : document.pages) {
      pages.push_back(haru.page(page.size));
      PdfCanvas canvas(haru, resources, structure, form, pages.back(), pages.size() - 1, page.size);
      page.draw(canvas);
      canvas.finish();
    }
    form.finish();
    resources.finish();
    structure.write(haru, pages);
    describe(haru, document);
    return haru.save();
  }

 private:
  std::shared_ptr<const text::FontLibrary> m_fonts;
};

}  // namespace

std::unique_ptr<document::PdfWriter> makePdfWriter(std::shared_ptr<const text::FontLibrary> fonts) {
  return std::make_unique<HaruWriter>(std::move(fonts));
}

}  // namespace unknot::pdf
