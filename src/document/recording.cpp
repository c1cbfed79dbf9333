#include "document/recording.h"

#include <string>

namespace unknot::document {

class Recording::Recorder : public draw::Canvas {
 public:
  void save() override {
    add([](Canvas& c) { c.save(); });
  }
  void restore() override {
    add([](Canvas& c) { c.restore(); });
  }
  void transform(const draw::Affine& map) override {
    add([map](Canvas& c) { c.transform(map); });
  }
  void clip(const draw::Path& path) override {
    add([path](Canvas& c) { c.clip(path); });
  }
  void fill(const draw::Path& path, draw::Color color) override {
    add([path, color](Canvas& c) { c.fill(path, color); });
  }
  void stroke(const draw::Path& path, const draw::Stroke& stroke) override {
    add([path, stroke](Canvas& c) { c.stroke(path, stroke); });
  }
  void glyphs(const draw::GlyphRun& run, draw::Point origin, draw::Color color) override {
    add([run, origin, color](Canvas& c) { c.glyphs(run, origin, color); });
  }
  void image(const draw::Image& image, const draw::Rect& where) override {
    add([image, where](Canvas& c) { c.image(image, where); });
  }
  void beginElement(draw::Role role, std::string_view alternative) override {
    add([role, text = std::string(alternative)](Canvas& c) { c.beginElement(role, text); });
  }
  void endElement() override {
    add([](Canvas& c) { c.endElement(); });
  }
  void link(const draw::Rect& where, std::string_view address) override {
    add([where, text = std::string(address)](Canvas& c) { c.link(where, text); });
  }
  void field(const draw::Rect& where, const draw::FormField& field) override {
    add([where, field](Canvas& c) { c.field(where, field); });
  }

  std::vector<Call> calls;

 private:
  void add(Call call) { calls.push_back(std::move(call)); }
};

Recording Recording::of(const std::function<void(draw::Canvas&)>& drawing) {
  Recorder recorder;
  drawing(recorder);
  Recording recording;
  recording.m_calls = std::make_shared<const std::vector<Call>>(std::move(recorder.calls));
  return recording;
}

Recording Recording::standingAlone(std::function<void(draw::Canvas&)> drawing) {
  Recording recording;
  recording.m_calls = std::make_shared<const std::vector<Call>>(1, std::move(drawing));
  return recording;
}

void Recording::draw(draw::Canvas& canvas) const {
  for (const auto& call : *m_calls) call(canvas);
}

void Recording::drawAt(draw::Canvas& canvas, draw::Point at) const {
  const draw::CanvasState state(canvas);
  canvas.transform(draw::Affine::translation(at.x, at.y));
  draw(canvas);
}

}  // namespace unknot::document
