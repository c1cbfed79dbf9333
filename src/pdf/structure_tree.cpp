#include "pdf/structure_tree.h"

#include <algorithm>
#include <string_view>

namespace unknot::pdf {

// The tree of tags is written along with its inverse: from a page's numbered content back to the element.
struct StructureTree::Written {
  Haru& haru;
  const std::vector<HPDF_Page>& pages;
  std::vector<std::vector<HPDF_Dict>> elementOfContent;  // by page and number
  std::vector<HPDF_Dict> elementOfAnnotation;            // their keys follow those of the pages
};

StructureTree::StructureTree() {
  m_nodes.push_back({"Document", "", {}});
}

StructureTree::Node StructureTree::add(Node parent, const char* tag, std::string alternative) {
  const Node node = m_nodes.size();
  m_nodes.push_back({tag, std::move(alternative), {}});
  m_nodes[parent].kids.push_back({Kid::Kind::node, node, 0, nullptr});
  return node;
}

int StructureTree::addContent(Node node, std::size_t page) {
  if (m_contents.size() <= page) m_contents.resize(page + 1, 0);
  const int number = m_contents[page]++;
  m_nodes[node].kids.push_back({Kid::Kind::content, static_cast<std::size_t>(number), page, nullptr});
  return number;
}

void StructureTree::addAnnotation(Node node, std::size_t page, HPDF_Dict annotation) {
  m_nodes[node].kids.push_back({Kid::Kind::annotation, 0, page, annotation});
}

bool StructureTree::isEmpty(Node node) const {
  return std::all_of(m_nodes[node].kids.begin(), m_nodes[node].kids.end(),
                     [&](const Kid& kid) { return kid.kind == Kid::Kind::node && isEmpty(kid.index); });
}

HPDF_Dict StructureTree::writeNode(Written& to, Node node, HPDF_Dict parent) const {
  Haru& haru = to.haru;
  const Element& element = m_nodes[node];
  HPDF_Dict dict = haru.indirect();
  haru.addName(dict, "Type", "StructElem");
  haru.addName(dict, "S", element.tag);
  haru.add(dict, "P", parent);
  if (!element.alternative.empty()) haru.addText(dict, "Alt", element.alternative);
  if (std::string_view(element.tag) == "TH") {
    HPDF_Dict attributes = haru.direct();
    haru.add(dict, "A", attributes);
    haru.addName(attributes, "O", "Table");
    haru.addName(attributes, "Scope", "Column");
  }
  HPDF_Array kids = haru.array();
  haru.add(dict, "K", kids);
  for (const Kid& kid : element.kids) {
    if (kid.kind == Kid::Kind::node) {
      if (!isEmpty(kid.index)) haru.add(kids, writeNode(to, kid.index, dict));
      continue;
    }
    HPDF_Dict reference = haru.direct();
    haru.add(kids, reference);
    haru.add(reference, "Pg", to.pages[kid.page]);
    if (kid.kind == Kid::Kind::content) {
      haru.addName(reference, "Type", "MCR");
      haru.addNumber(reference, "MCID", static_cast<int>(kid.index));
      to.elementOfContent[kid.page][kid.index] = dict;
    } else {
      haru.addName(reference, "Type", "OBJR");
      haru.add(reference, "Obj", kid.annotation);
      haru.addNumber(kid.annotation, "StructParent",
                     static_cast<int>(to.pages.size() + to.elementOfAnnotation.size()));
      to.elementOfAnnotation.push_back(dict);
    }
  }
  return dict;
}

void StructureTree::write(Haru& haru, const std::vector<HPDF_Page>& pages) const {
  Written written{haru, pages, {}, {}};
  written.elementOfContent.resize(pages.size());
  for (std::size_t page = 0; page < m_contents.size(); ++page)
    written.elementOfContent[page].resize(static_cast<std::size_t>(m_contents[page]));

  HPDF_Dict root = haru.indirect();
  haru.addName(root, "Type", "StructTreeRoot");
  haru.add(haru.catalog(), "StructTreeRoot", root);
  haru.add(root, "K", writeNode(written, kRoot, root));

  HPDF_Dict parents = haru.indirect();
  haru.add(root, "ParentTree", parents);
  HPDF_Array numbers = haru.array();
  haru.add(parents, "Nums", numbers);
  for (std::size_t page = 0; page < pages.size(); ++page) {
    haru.addNumber(pages[page], "StructParents", static_cast<int>(page));
    haru.addNumber(numbers, static_cast<int>(page));
    HPDF_Array elements = haru.indirectArray();
    haru.add(numbers, elements);
    for (HPDF_Dict element : written.elementOfContent[page]) haru.add(elements, element);
  }
  for (std::size_t i = 0; i < written.elementOfAnnotation.size(); ++i) {
    haru.addNumber(numbers, static_cast<int>(pages.size() + i));
    haru.add(numbers, written.elementOfAnnotation[i]);
  }
  haru.addNumber(root, "ParentTreeNextKey",
                 static_cast<int>(pages.size() + written.elementOfAnnotation.size()));
}

}  // namespace unknot::pdf
