#include <boost/test/unit_test.hpp>
#include "support/fonts.h"
#include "support/pictures.h"
using namespace unknot;
BOOST_AUTO_TEST_CASE(look) {
  raster::Picture p(900, 700, 1.5, true, test::testFonts());
  auto& t = test::testTypesetter();
  p.paint([&](draw::Canvas& c) {
    double y = 10;
    for (double size : {9., 12., 20.}) {
      for (auto s : {"Lie on your back. AVATAR To We Ty, Zoë Müller, Łukasz, Νίκη Παπαδοπούλου, Ольга "
                     "Ильинична Ёлкина",
                     "דנה לוי ו-English בתוך", "ليلى حداد", "佐藤 花子 仰向けに寝て", "घुटनों क्षि त्र",
                     "นอนหงายชันเข่า", "👍 emoji → ½ ≤ ☐ ✓"}) {
        auto b =
            t.paragraph({{s, draw::TextStyle{size, draw::Weight::regular, false, draw::rgb(0x22303A)}, ""}},
                        draw::ParagraphStyle{560, 1.35, draw::Align::left, "en"});
        b.draw(c, {20, y});
        y += b.height;
      }
    }
    c.stroke(draw::Path::rectangle({20, 10, 560, y - 10}), {draw::rgb(0xcc0000), .5, {}, true});
  });
  test::savePng(p, "first");
  BOOST_TEST(p.toPng().size() > 1000);
}
