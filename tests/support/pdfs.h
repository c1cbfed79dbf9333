// Small PDFs as others write them, and such as nobody should send. Made here byte by byte.
#pragma once

#include <string>
#include <vector>

namespace unknot::test {

// With a table of where each object stands. `trailer` is added to the end's own entries.
inline std::string pdfOf(const std::vector<std::string>& objects, const std::string& trailer = {}) {
  std::string pdf = "%PDF-1.4\n";
  std::string table;
  for (std::size_t i = 0; i < objects.size(); ++i) {
    std::string at = std::to_string(pdf.size());
    at.insert(0, 10 - at.size(), '0');
    table += at + " 00000 n \n";
    pdf += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
  }
  const std::string count = std::to_string(objects.size() + 1);
  const std::string start = std::to_string(pdf.size());
  return pdf + "xref\n0 " + count + "\n0000000000 65535 f \n" + table + "trailer\n<</Size " + count +
         "/Root 1 0 R" + trailer + ">>\nstartxref\n" + start + "\n%%EOF\n";
}

// Pages with a dark bar in their upper left corner.
inline std::string letterPdf(int pages = 1, const std::string& box = "0 0 595 842",
                             const std::string& trailer = {}) {
  std::string kids;
  for (int i = 0; i < pages; ++i) kids += std::to_string(4 + i) + " 0 R ";
  const std::string bar = "0 0 0.4 rg 40 742 200 60 re f";
  std::vector<std::string> objects{
      "<</Type/Catalog/Pages 2 0 R>>",
      "<</Type/Pages/Kids[" + kids + "]/Count " + std::to_string(pages) + ">>",
      "<</Length " + std::to_string(bar.size()) + ">>stream\n" + bar + "\nendstream"};
  for (int i = 0; i < pages; ++i)
    objects.push_back("<</Type/Page/Parent 2 0 R/MediaBox[" + box + "]/Contents 3 0 R/Resources<<>>>>");
  return pdfOf(objects, trailer);
}

// Nobody knows its password.
inline std::string lockedPdf() {
  const std::string word(64, 'A');
  return letterPdf(1, "0 0 595 842",
                   "/ID[<" + word + "><" + word + ">]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<" + word +
                       ">/U<" + word + ">>>");
}

}  // namespace unknot::test
