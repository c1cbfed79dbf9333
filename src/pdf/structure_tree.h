// What the pieces of a document are, and in which order they are read: the tags of a tagged PDF. Private to
// `pdf`.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "pdf/haru.h"

namespace unknot::pdf {

class StructureTree {
 public:
  using Node = std::size_t;

  StructureTree();

  // The document itself.
  static constexpr Node kRoot = 0;
  // `tag` is a standard structure type and outlives the tree: "P", "H1".
  Node add(Node parent, const char* tag, std::string alternative = "");
  const char* tag(Node node) const { return m_nodes[node].tag; }
  // Marks a stretch of a page's content as the node's; gives its number on the page. Pages come in order.
  int addContent(Node node, std::size_t page);
  void addAnnotation(Node node, std::size_t page, HPDF_Dict annotation);
  // Writes the tree and hangs it into the catalogue. Nodes that hold nothing are left out.
  void write(Haru& haru, const std::vector<HPDF_Page>& pages) const;

 private:
  struct Kid {
    enum class Kind { node, content, annotation } kind = Kind::node;
    std::size_t index = 0;  // the node, or the content's number on its page
    std::size_t page = 0;
    HPDF_Dict annotation = nullptr;
  };
  struct Element {
    const char* tag = "";
    std::string alternative;
    std::vector<Kid> kids;
  };
  struct Written;

  bool isEmpty(Node node) const;
  HPDF_Dict writeNode(Written& to, Node node, HPDF_Dict parent) const;

  std::vector<Element> m_nodes;
  std::vector<int> m_contents;  // how many each page has
};

}  // namespace unknot::pdf
