#include <algorithm>

#include "document/block_layout.h"

namespace unknot::document {
namespace {

using draw::Role;

// A table of so few rows is not worth a break.
constexpr std::size_t kRowsKeptWhole = 6;

// Rows that stand under a header before a page may end.
constexpr std::size_t kRowsUnderHeader = 3;

struct SetCell {
  draw::TextBlock text;
  draw::Align align = draw::Align::left;
  std::function<void(draw::Canvas&, const draw::Rect&)> drawing;
  double drawingHeight = 0;
  std::string alternative;
};

class TableLayout {
 public:
  TableLayout(const Table& table, double width, const LayoutContext& context)
      : m_table(table), m_width(width), m_context(context), m_look(context.look) {
    double fixed = 0;
    double weights = 0;
    for (const auto& column : table.columns) {
      fixed += column.fixed;
      if (column.fixed <= 0) weights += column.weight;
    }
    // Fixed columns wider than the page shrink rather than run off it.
    const double shrink = fixed > width ? width / fixed : 1;
    const double left = std::max(0.0, width - fixed * shrink);
    double x = 0;
    for (const auto& column : table.columns) {
      const double own =
          column.fixed > 0 ? column.fixed * shrink : left * column.weight / std::max(weights, 1e-9);
      m_columns.push_back({x, own});
      x += own;
    }
  }

  std::vector<Piece> pieces() {
    std::vector<Piece> result;
    const auto element = makeElement(Role::table);
    std::shared_ptr<const Piece> header;
    if (std::any_of(m_table.columns.begin(), m_table.columns.end(),
                    [](const Column& c) { return !c.title.empty(); })) {
      result.push_back(headerPiece(element));
      header = std::make_shared<const Piece>(result.front());
    }
    for (std::size_t i = 0; i < m_table.rows.size(); ++i) {
      for (auto& part : rowPieces(m_table.rows[i], i, element)) {
        part.repeat = header;
        if (result.size() == 1 && header)
          part.breakBefore = Break::never;
        else if (!result.empty() && m_table.rows.size() <= kRowsKeptWhole)
          part.breakBefore = Break::group;
        result.push_back(std::move(part));
      }
    }
    // The last row never stands alone under a repeated header, nor the first ones over a page's end.
    if (result.size() > 2 && result.back().breakBefore == Break::free)
      result.back().breakBefore = Break::lines;
    for (std::size_t i = 1; header && i < std::min(kRowsUnderHeader + 1, result.size()); ++i)
      result[i].breakBefore = std::max(result[i].breakBefore, Break::lines);
    return result;
  }

 private:
  struct Place {
    double x = 0;
    double width = 0;
  };

  double padX() const { return m_table.padX > 0 ? m_table.padX : m_look.space(6); }
  double padY() const { return m_table.padY > 0 ? m_table.padY : m_look.space(3); }

  Piece headerPiece(const std::shared_ptr<const Element>& element) {
    auto style = m_look.strong();
    style.color = m_look.accent;
    style.size *= 0.92;
    std::vector<SetCell> cells;
    for (std::size_t i = 0; i < m_table.columns.size(); ++i) {
      const auto& column = m_table.columns[i];
      SetCell cell;
      cell.text = setSpans({{column.title, false, false, {}}}, style, innerWidth(i), column.align, m_context);
      cells.push_back(std::move(cell));
    }
    return rowPiece(std::move(cells), {element, makeElement(Role::row)}, Role::headerCell, m_look.accentPale,
                    true);
  }

  std::vector<Piece> rowPieces(const std::vector<Cell>& row, std::size_t index,
                               const std::shared_ptr<const Element>& element) {
    std::vector<SetCell> cells;
    for (std::size_t i = 0; i < m_table.columns.size(); ++i) {
      SetCell cell;
      if (i < row.size()) {
        cell.text = setSpans(row[i].spans, m_look.text(), innerWidth(i), m_table.columns[i].align, m_context);
        cell.drawing = row[i].drawing;
        cell.drawingHeight = row[i].drawingHeight;
        cell.alternative = row[i].alternative;
      }
      cells.push_back(std::move(cell));
    }
    const draw::Color fill = m_table.zebra && index % 2 == 1 ? m_look.panel : draw::Color{0, 0, 0, 0};
    const ElementPath path{element, makeElement(Role::row)};
    std::vector<Piece> pieces;
    for (auto& part : split(std::move(cells)))
      pieces.push_back(rowPiece(std::move(part), path, Role::cell, fill, false));
    return pieces;
  }

  // A row taller than a page is cut between lines; every other one stays whole.
  std::vector<std::vector<SetCell>> split(std::vector<SetCell> cells) const {
    const double limit = m_look.body.height * 0.9 - 2 * padY();
    std::vector<std::vector<SetCell>> parts;
    std::vector<std::size_t> from(cells.size(), 0);
    for (bool more = true; more;) {
      more = false;
      std::vector<SetCell> part;
      for (std::size_t i = 0; i < cells.size(); ++i) {
        SetCell piece;
        const auto& text = cells[i].text;
        std::size_t to = from[i];
        while (to < text.lines.size() && (to == from[i] || text.slice(from[i], to + 1).height <= limit)) ++to;
        piece.text = text.slice(from[i], to);
        if (parts.empty()) {
          piece.drawing = cells[i].drawing;
          piece.drawingHeight = cells[i].drawingHeight;
          piece.alternative = cells[i].alternative;
        }
        from[i] = to;
        more = more || to < text.lines.size();
        part.push_back(std::move(piece));
      }
      parts.push_back(std::move(part));
    }
    return parts;
  }

  double innerWidth(std::size_t column) const { return std::max(m_columns[column].width - 2 * padX(), 1.0); }

  Piece rowPiece(std::vector<SetCell> cells, ElementPath path, Role role, draw::Color fill,
                 bool rounded) const {
    double inner = 0;
    for (const auto& cell : cells) inner = std::max({inner, cell.text.height, cell.drawingHeight});
    Piece piece;
    piece.height = piece.advance = inner + 2 * padY();
    piece.elements = std::move(path);
    piece.draw = [cells = std::move(cells), columns = m_columns, role, fill, rounded, width = m_width,
                  height = piece.height, padX = padX(), padY = padY(), radius = m_look.space(4),
                  rule = m_table.lines ? m_look.line : draw::Color{0, 0, 0, 0}](draw::Canvas& canvas,
                                                                                draw::Point at) {
      canvas.beginElement(Role::artifact, {});
      const draw::Rect ground{at.x, at.y, width, height};
      if (fill.a > 0)
        canvas.fill(rounded ? draw::Path::roundedRectangle(ground, radius) : draw::Path::rectangle(ground),
                    fill);
      if (rule.a > 0) canvas.fill(draw::Path::rectangle({at.x, at.y + height - 0.5, width, 0.5}), rule);
      canvas.endElement();
      for (std::size_t i = 0; i < cells.size(); ++i)
        drawCell(canvas, cells[i], role, columns[i], at, height, padX, padY);
    };
    return piece;
  }

  static void drawCell(draw::Canvas& canvas, const SetCell& cell, Role role, const Place& column,
                       draw::Point at, double height, double padX, double padY) {
    canvas.beginElement(role, {});
    cell.text.draw(canvas, {at.x + column.x + padX, at.y + padY});
    if (cell.drawing) {
      canvas.beginElement(cell.alternative.empty() ? Role::artifact : Role::figure, cell.alternative);
      cell.drawing(canvas, {at.x + column.x + padX, at.y + (height - cell.drawingHeight) / 2,
                            std::max(column.width - 2 * padX, 1.0), cell.drawingHeight});
      canvas.endElement();
    }
    canvas.endElement();
  }

  const Table& m_table;
  double m_width;
  const LayoutContext& m_context;
  const Look& m_look;
  std::vector<Place> m_columns;
};

}  // namespace

std::vector<Piece> layOutTable(const Table& table, double width, const LayoutContext& context) {
  return TableLayout(table, width, context).pieces();
}

}  // namespace unknot::document
