#include "pdf/pdf_writer.h"

#include <boost/test/unit_test.hpp>

#include <cmath>
#include <sstream>

#include "core/error.h"
#include "pdf/encode.h"
#include "support/drawing.h"
#include "support/fonts.h"
#include "support/pictures.h"
#include "support/temporary_folder.h"
#include "support/tools.h"

using namespace unknot;
using draw::Affine;
using draw::Path;
using draw::Point;
using draw::rgb;
using draw::Role;
using test::paragraphStyle;
using test::strokeOf;
using test::testTypesetter;
using test::textStyle;

namespace {

const draw::Size kA4 = document::pageSize(domain::Paper::a4);

document::Document documentOf(std::vector<std::function<void(draw::Canvas&)>> pages) {
  document::Document made{"Home practice (Zoë) <1 & 2>", "Praxis Łódź", "en-GB", {}};
  for (auto& page : pages) made.pages.push_back({kA4, {std::move(page)}});
  return made;
}

std::string write(const document::Document& document) {
  return pdf::makePdfWriter(test::testFonts())->write(document);
}

// A file that was written, and what other programs say about it.
class Written {
 public:
  explicit Written(const document::Document& document) : m_bytes(write(document)) {
    test::writeFile(file(), m_bytes);
  }
  std::filesystem::path file() const { return m_folder.path() / "written.pdf"; }
  const std::string& bytes() const { return m_bytes; }
  std::string tool(const std::string& before, const std::string& after = "") const {
    const auto result = test::runTool(before + " '" + file().string() + "' " + after);
    BOOST_TEST(result.status == 0, before << ": " << result.output);
    return result.output;
  }
  std::string text() const { return tool("pdftotext -layout", "-"); }
  // Every object in the clear.
  std::string plain() const { return tool("qpdf --qdf --object-streams=disable", "-"); }
  // One page at 144 dots an inch, as binary PPM without its header.
  draw::Image page(int number) const {
    const auto prefix = (m_folder.path() / "page").string();
    tool("pdftoppm -r 144 -singlefile -f " + std::to_string(number), "'" + prefix + "'");
    std::istringstream ppm(test::readFile(prefix + ".ppm"));
    std::string magic;
    draw::Image image;
    int depth = 0;
    ppm >> magic >> image.width >> image.height >> depth;
    ppm.get();
    for (char c = 0; ppm.get(c);) {
      image.rgba.push_back(static_cast<std::uint8_t>(c));
      if (image.rgba.size() % 4 == 3) image.rgba.push_back(255);
    }
    return image;
  }

 private:
  test::TemporaryFolder m_folder;
  std::string m_bytes;
};

void drawText(draw::Canvas& canvas, const std::string& text, Point at, double size = 12) {
  testTypesetter().line(text, textStyle(size)).draw(canvas, at);
}

void drawScripts(draw::Canvas& canvas) {
  double y = 50;
  for (const double size : {9.0, 12.0, 16.0})
    for (const auto& sample : test::kScripts) {
      canvas.beginElement(Role::paragraph, "");
      const auto block = testTypesetter().paragraph(
          {{std::string(sample.name) + "  ", textStyle(size, draw::Weight::semibold), ""},
           {sample.sentence, textStyle(size), ""}},
          paragraphStyle(495));
      block.draw(canvas, {50, y});
      y += block.height;
      canvas.endElement();
    }
}

void drawEverything(draw::Canvas& canvas) {
  canvas.fill(Path::roundedRectangle({40, 40, 200, 120}, 14), rgb(0x4FA3A5));
  canvas.fill(Path::circle({230, 150}, 60), rgb(0xD9622B, 0.5));
  canvas.stroke(Path::smooth({{60, 300}, {120, 220}, {200, 320}, {300, 240}}, false),
                strokeOf(rgb(0x2F3B46), 5));
  canvas.stroke(Path::polyline({{60, 340}, {300, 340}, {300, 380}}, false),
                strokeOf(rgb(0xAA0000), 3, {12, 6}, false));
  {
    const draw::CanvasState state(canvas);
    canvas.transform(Affine::translation(400, 120).after(Affine::rotation(25)).after(Affine::scale(1.5, 1)));
    canvas.clip(Path::ellipse({0, 0}, 60, 40));
    for (int x = -100; x < 100; x += 12)
      canvas.stroke(Path::polyline({{double(x), -60}, {double(x) + 40, 60}}, false),
                    strokeOf(rgb(0x3E5368), 4));
    drawText(canvas, "clipped and turned", {-70, 5}, 18);
  }
  // Red, green and blue quarters, the last one transparent.
  draw::Image image{240, 160, {}};
  for (int y = 0; y < image.height; ++y)
    for (int x = 0; x < image.width; ++x) {
      const auto on = [](bool is) { return static_cast<std::uint8_t>(is ? 255 : 0); };
      const bool left = x < 120;
      const bool top = y < 80;
      image.rgba.insert(image.rgba.end(),
                        {on(left && top), on(!left && top), on(left && !top), on(left || top)});
    }
  canvas.image(image, {340, 260, 120, 80});
  for (int i = 0; i < 20; ++i)
    drawText(canvas, "Lie on your back, knees bent, and notice your breath. AVATAR", {50, 420.0 + i * 17},
             13);
}

// The mean difference of two pictures of one size, 0 to 255, seen as blocks of 4 x 4 pixels.
double difference(const draw::Image& a, const draw::Image& b) {
  BOOST_REQUIRE(a.width == b.width);
  BOOST_REQUIRE(a.height == b.height);
  double sum = 0;
  int blocks = 0;
  for (int top = 0; top + 4 <= a.height; top += 4)
    for (int left = 0; left + 4 <= a.width; left += 4, ++blocks) {
      int off = 0;
      for (int y = top; y < top + 4; ++y)
        for (int x = left; x < left + 4; ++x) {
          const auto at = static_cast<std::size_t>(y * a.width + x) * 4;
          for (std::size_t channel = 0; channel < 3; ++channel)
            off += a.rgba[at + channel] - b.rgba[at + channel];
        }
      sum += std::abs(off) / 48.0;
    }
  return sum / blocks;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(PdfWriter)

BOOST_AUTO_TEST_CASE(QpdfFindsNoFault) {
  const Written written(documentOf({drawEverything, drawScripts}));
  const std::string found = written.tool("qpdf --check");
  BOOST_TEST(found.find("No syntax or stream encoding errors") != std::string::npos, found);
  BOOST_TEST(written.bytes().substr(0, 8) == "%PDF-1.7");
}

BOOST_AUTO_TEST_CASE(EveryFontIsEmbeddedCutAndReadable) {
  const Written written(documentOf({drawScripts}));
  std::istringstream list(written.tool("pdffonts"));
  std::string row;
  std::getline(list, row);
  std::getline(list, row);
  int fonts = 0;
  while (std::getline(list, row)) {
    ++fonts;
    BOOST_TEST(row.find("CID TrueType") != std::string::npos, row);
    BOOST_TEST(row.find("yes yes yes") != std::string::npos, row);
  }
  // Open Sans in two weights, and each script's own in what weights it has.
  BOOST_TEST(fonts >= 9);
}

BOOST_AUTO_TEST_CASE(NamesOfEveryScriptComeBackAsText) {
  const Written written(documentOf({drawScripts}));
  const std::string text = written.text();
  for (const auto& sample : test::kScripts) {
    // pdftotext turns round the two letters that one Arabic glyph stands for; the file has them in reading
    // order.
    const std::string name = sample.script == std::string("Arabic") ? "حداد" : sample.name;
    BOOST_TEST(text.find(name) != std::string::npos, sample.script);
  }
}

BOOST_AUTO_TEST_CASE(LettersNoFontHasKeepTheirText) {
  const Written written(documentOf({[](draw::Canvas& canvas) {
    drawText(canvas, "Anna \U00013080 and \U0001F468\u200D\U0001F469\u200D\U0001F467 end", {50, 50});
  }}));
  const std::string text = written.text();
  BOOST_TEST(text.find("Anna \U00013080 and") != std::string::npos, text);
  BOOST_TEST(text.find("end") != std::string::npos, text);
}

BOOST_AUTO_TEST_CASE(TextThatLooksLikeOperatorsIsOnlyText) {
  const std::string nasty = "(unbalanced \\( )) ET Q >> endstream endobj <</S/JavaScript>> %";
  const Written written(documentOf({[&](draw::Canvas& canvas) {
    canvas.beginElement(Role::figure, nasty);
    drawText(canvas, nasty, {50, 50}, 10);
    drawText(canvas, std::string("zero\0byte", 9), {50, 80}, 10);
    canvas.endElement();
    canvas.link({10, 10, 50, 10}, "https://example.org/(" + nasty);
  }}));
  BOOST_TEST(written.tool("qpdf --check").find("No syntax") != std::string::npos);
  BOOST_TEST(written.text().find(nasty) != std::string::npos);
}

BOOST_AUTO_TEST_CASE(TitleAuthorLanguageAndTagsAreSaid) {
  const Written written(documentOf({drawScripts, drawScripts, drawScripts}));
  const std::string info = written.tool("pdfinfo");
  BOOST_TEST(info.find("Title:           Home practice (Zoë) <1 & 2>") != std::string::npos, info);
  BOOST_TEST(info.find("Author:          Praxis Łódź") != std::string::npos, info);
  BOOST_TEST(info.find("Tagged:          yes") != std::string::npos, info);
  BOOST_TEST(info.find("Pages:           3") != std::string::npos, info);
  BOOST_TEST(info.find("595.28 x 841.89") != std::string::npos, info);
  BOOST_TEST(info.find("PDF version:     1.7") != std::string::npos, info);
  BOOST_TEST(info.find("CreationDate") == std::string::npos, info);
  const std::string metadata = written.tool("pdfinfo -meta");
  BOOST_TEST(metadata.find("<pdfuaid:part>1</pdfuaid:part>") != std::string::npos, metadata);
  BOOST_TEST(metadata.find("Home practice (Zoë) &lt;1 &amp; 2&gt;") != std::string::npos, metadata);
  const std::string plain = written.plain();
  BOOST_TEST(plain.find("/Lang (en-GB)") != std::string::npos);
  BOOST_TEST(plain.find("/DisplayDocTitle true") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(TheSameDocumentGivesTheSameBytes) {
  const auto document = documentOf({drawEverything, drawScripts});
  const std::string first = write(document);
  BOOST_TEST(first == write(document));
  const auto writer = pdf::makePdfWriter(test::testFonts());
  BOOST_TEST(first == writer->write(document));
  BOOST_TEST(first == writer->write(document));
}

BOOST_AUTO_TEST_CASE(ThePageLooksLikeThePicture) {
  auto document = documentOf({drawEverything, drawScripts});
  // Whole pixels at 144 dots an inch: a PDF page begins at its lower edge, ours at the upper one.
  for (auto& page : document.pages) page.size = {595, 842};
  const Written written(document);
  int number = 0;
  for (const auto& drawing : {drawEverything, drawScripts}) {
    const draw::Image seen = written.page(++number);
    const auto painted = [&](const Affine& map) {
      raster::Picture picture(seen.width, seen.height, 2, true, test::testFonts());
      picture.paint([&](draw::Canvas& canvas) {
        canvas.transform(map);
        drawing(canvas);
      });
      test::savePng(picture, "pdf_expected" + std::to_string(number));
      return picture.toImage();
    };
    raster::Picture shown(seen.width, seen.height, 1, true, test::testFonts());
    shown.paint([&](draw::Canvas& canvas) {
      canvas.image(seen, {0, 0, double(seen.width), double(seen.height)});
    });
    test::savePng(shown, "pdf_page" + std::to_string(number));
    // Two renderers smooth edges and round places in their own ways, but a point beside its place is a point
    // too far.
    const double moved = difference(seen, painted(Affine::translation(1, 1)));
    const double same = difference(seen, painted({}));
    BOOST_TEST_MESSAGE("page " << number << ": " << same << ", and " << moved << " a point beside");
    BOOST_TEST(same < 2);
    BOOST_TEST(moved > 4 * same);
  }
}

// What is drawn in a space of its own has other numbers in the file; nobody must see it.
BOOST_AUTO_TEST_CASE(ADrawingInAScaledSpaceLooksLikeOneInPoints) {
  const auto paint = [](draw::Canvas& canvas, double k) {
    // All lengths are in units of `k` points.
    const auto at = [k](double x, double y) { return Point{x / k, y / k}; };
    // As many units wide as the points of the line outside, where k is 7.5.
    canvas.stroke(Path::polyline({at(350, 60), at(350, 180)}, false), strokeOf(rgb(0x4A3A33), 15 / k));
    canvas.fill(Path::ellipse(at(120, 90), 71 / k, 43 / k), rgb(0x4FA3A5));
    canvas.fill(Path::rectangle({210 / k, 40 / k, 33 / k, 101 / k}), rgb(0xD9622B));
    canvas.stroke(Path::smooth({at(60, 300), at(120, 220), at(200, 320), at(300, 240)}, false),
                  strokeOf(rgb(0x2F3B46), 5 / k));
    canvas.stroke(Path::polyline({at(60, 340), at(300, 340), at(300, 380)}, false),
                  strokeOf(rgb(0xAA0000), 3 / k, {12 / k, 6 / k}, false));
    drawText(canvas, "large, then small", at(50, 200), 21 / k);
    testTypesetter().line("W\u030C\u0304 q\u0303\u0302 सर्वे", textStyle(40 / k)).draw(canvas, at(50, 170));
    canvas.stroke(Path::circle(at(320, 120), 50 / k), strokeOf(rgb(0x3E5368), 1 / k));
  };
  const auto outside = [](draw::Canvas& canvas) {
    canvas.stroke(Path::polyline({{20, 20}, {400, 20}}, false), strokeOf(rgb(0x4A3A33), 2));
  };
  const auto inside = [&](draw::Canvas& canvas, double k, const Affine& then) {
    const draw::CanvasState state(canvas);
    canvas.transform(then.after(Affine::scale(k, k)));
    paint(canvas, k);
  };
  auto document =
      documentOf({[&](draw::Canvas& canvas) {
                    outside(canvas);
                    paint(canvas, 1);
                    inside(canvas, 1, Affine::translation(60, 380));
                  },
                  [&](draw::Canvas& canvas) {
                    outside(canvas);
                    inside(canvas, 7.5, {});
                    const draw::CanvasState state(canvas);
                    canvas.transform(Affine::scale(-20, 20));
                    inside(canvas, 0.04, Affine::scale(-0.05, 0.05).after(Affine::translation(60, 380)));
                  }});
  for (auto& page : document.pages) page.size = {595, 842};
  const Written written(document);
  BOOST_TEST(difference(written.page(1), written.page(2)) < 0.01);
}

BOOST_AUTO_TEST_CASE(NumbersAreShortAndRounded) {
  const auto said = [](double value, int decimals) {
    std::string text;
    pdf::appendNumber(text, value, decimals);
    return text;
  };
  BOOST_TEST(said(0, 3) == "0 ");
  BOOST_TEST(said(-0.0004, 3) == "0 ");
  BOOST_TEST(said(-0.0006, 3) == "-0.001 ");
  BOOST_TEST(said(1.5, 0) == "2 ");
  BOOST_TEST(said(12.3456, 2) == "12.35 ");
  BOOST_TEST(said(12.3004, 3) == "12.3 ");
  BOOST_TEST(said(-0.05, 2) == "-0.05 ");
  BOOST_TEST(said(0.999999, 2) == "1 ");
  BOOST_TEST(said(-999999.123456, 6) == "-999999.123456 ");
  BOOST_CHECK_THROW(said(1e6, 2), core::BugError);
  BOOST_CHECK_THROW(said(std::nan(""), 2), core::BugError);
}

BOOST_AUTO_TEST_CASE(ElementsBecomeTagsInTheOrderTheyAreDrawn) {
  const Written written(documentOf({[](draw::Canvas& canvas) {
    const auto element = [&](Role role, const std::function<void()>& inside,
                             std::string_view alternative = "") {
      canvas.beginElement(role, alternative);
      inside();
      canvas.endElement();
    };
    double y = 40;
    const auto say = [&](const char* text) {
      return [&canvas, &y, text] { drawText(canvas, text, {50, y += 20}); };
    };
    element(Role::heading1, say("Home practice"));
    element(Role::paragraph, say("Two exercises."));
    element(Role::list, [&] {
      element(Role::listItem, [&] {
        element(Role::label, say("1."));
        say("Arch and flatten")();
      });
      element(Role::listItem, [&] {
        element(Role::label, say("2."));
        element(Role::paragraph, say("Side bend"));
      });
    });
    element(Role::table, [&] {
      canvas.stroke(Path::rectangle({50, 50, 20, 20}), strokeOf(rgb(0), 1));
      element(Role::row, [&] {
        element(Role::headerCell, say("Day"));
        element(Role::headerCell, say("Done"));
      });
      element(Role::row, [&] { element(Role::cell, say("Monday")); });
    });
    element(
        Role::figure,
        [&] {
          canvas.fill(Path::circle({300, 300}, 20), rgb(0x336699));
        },
        "A person lies on the back");
    element(Role::artifact, say("Page 1"));
    element(Role::heading2, [] {});
  }}));
  const std::string tree = written.tool("pdfinfo -struct-text");
  const auto place = [&](const std::string& text, std::size_t from = 0) {
    const auto at = tree.find(text, from);
    BOOST_TEST(at != std::string::npos, text << " is not in\n" << tree);
    return at == std::string::npos ? 0 : at;
  };
  std::size_t at = 0;
  for (const char* part : {"Document",
                           "H1",
                           "\"Home practice\"",
                           "P (block)",
                           "\"Two exercises.\"",
                           "L (block)",
                           "LI (block)",
                           "Lbl",
                           "\"1.\"",
                           "LBody",
                           "\"Arch and flatten\"",
                           "LI (block)",
                           "\"2.\"",
                           "LBody",
                           "P (block)",
                           "\"Side bend\"",
                           "Table",
                           "TR",
                           "TH",
                           "\"Day\"",
                           "TH",
                           "\"Done\"",
                           "TR",
                           "TD",
                           "\"Monday\"",
                           "Figure"})
    at = place(part, at);
  BOOST_TEST(tree.find("Page 1") == std::string::npos, "a footer is no content");
  BOOST_TEST(tree.find("H2") == std::string::npos, "an empty element is left out");
  const std::string plain = written.plain();
  BOOST_TEST(plain.find("/Alt <feff004100200070006500720073006f006e0020006c006900650073") !=
             std::string::npos);
  BOOST_TEST(plain.find("/Artifact BMC") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(TextOutsideEveryElementIsStillRead) {
  const Written written(documentOf({[](draw::Canvas& canvas) {
    drawText(canvas, "Loose words", {50, 50});
  }}));
  BOOST_TEST(written.tool("pdfinfo -struct-text").find("\"Loose words\"") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(WebAndMailAddressesAreLinksAndFilesAreNot) {
  const Written written(documentOf({[](draw::Canvas& canvas) {
    canvas.transform(Affine::translation(0, 100));
    canvas.link({50, 40, 100, 20}, "https://example.org/übung");
    canvas.link({50, 80, 100, 20}, "mailto:anna@example.org");
    canvas.link({50, 120, 100, 20}, "file:///etc/passwd");
    canvas.link({50, 160, 100, 20}, "javascript:alert(1)");
    canvas.link({50, 200, 100, 20}, "notes.txt");
  }}));
  const std::string plain = written.plain();
  BOOST_TEST(plain.find("/URI (https://example.org/%C3%BCbung)") != std::string::npos);
  BOOST_TEST(plain.find("/URI (mailto:anna@example.org)") != std::string::npos);
  for (const char* never : {"passwd", "javascript", "notes.txt"})
    BOOST_TEST(plain.find(never) == std::string::npos, never);
  // 841.89 - 140 - 20 = 681.89
  BOOST_TEST(plain.find("681.8") != std::string::npos);
  BOOST_TEST(plain.find("/OBJR") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(AnImageOnTwoPagesIsInTheFileOnce) {
  const draw::Image image{1, 1, {1, 2, 3, 128}};
  const auto draw = [&](draw::Canvas& canvas) { canvas.image(image, {10, 10, 50, 50}); };
  const Written written(documentOf({draw, draw}));
  const std::string list = written.tool("pdfimages -list");
  BOOST_TEST(list.find("smask") != std::string::npos, list);
  const std::string plain = written.plain();
  std::size_t images = 0;
  for (auto at = plain.find("/Subtype /Image"); at != std::string::npos;
       at = plain.find("/Subtype /Image", at + 1))
    ++images;
  BOOST_TEST(images == 2U);  // the colours and the mask
}

BOOST_AUTO_TEST_CASE(WhatIsLeftOpenOrImpossibleIsABug) {
  const auto refuses = [](std::function<void(draw::Canvas&)> drawing) {
    BOOST_CHECK_THROW(write(documentOf({std::move(drawing)})), core::BugError);
  };
  refuses([](draw::Canvas& canvas) { canvas.save(); });
  refuses([](draw::Canvas& canvas) { canvas.restore(); });
  refuses([](draw::Canvas& canvas) { canvas.beginElement(Role::paragraph, ""); });
  refuses([](draw::Canvas& canvas) { canvas.endElement(); });
  refuses([](draw::Canvas& canvas) { canvas.fill(Path::circle({std::nan(""), 0}, 5), rgb(0)); });
  refuses([](draw::Canvas& canvas) { canvas.image({5, 5, {1}}, {0, 0, 5, 5}); });
  refuses([](draw::Canvas& canvas) { canvas.glyphs({99, 12, false, {{1, {}, 5, "a"}}, 5}, {}, rgb(0)); });
  BOOST_CHECK_THROW(write(documentOf({})), core::BugError);
  // libharu itself says no: its pages are at most 14,400 points wide.
  document::Document huge{"", "", "en", {{{20'000, 100}, {}}}};
  BOOST_CHECK_THROW(write(huge), core::BugError);
}

BOOST_AUTO_TEST_SUITE_END()
