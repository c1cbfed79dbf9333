// The handout of eight illustrated exercises, in-process, against its floor: the same page streams and the
// same finished fonts written by bare libharu. That packs more tightly than the program does, and takes its
// time for it; the second floor packs as the program does, so that nothing is left of it but zlib and
// libharu.
#include <benchmark/benchmark.h>
#include <hpdf.h>
#include <hpdf_objects.h>
#include <hpdf_pages.h>

#include <algorithm>
#include <filesystem>
#define POINTERHOLDER_TRANSITION 4
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <stdexcept>
#include <string>
#include <vector>

#include "app/home_practice.h"
#include "document/builders.h"
#include "pdf/encode.h"
#include "pdf/pdf_writer.h"
#include "support/fonts.h"

namespace unknot::bench {
namespace {

const char* const kExercises[] = {"arch-and-flatten", "arch-and-curl", "back-lift",   "side-curl",
                                  "washrag",          "flower",        "look-behind", "leg-rotation"};

class Handout {
 public:
  Handout()
      : m_content(content::Content::load({std::filesystem::path(UNKNOT_SOURCE_DIR) / "data",
                                          std::filesystem::path(UNKNOT_SOURCE_DIR) / "templates",
                                          {}})),
        m_typesetter(text::makeTypesetter(test::testFonts())),
        m_pdf(pdf::makePdfWriter(test::testFonts())) {
    m_practice.name = "Example Somatics";
    m_practice.practitionerName = "Robin Example";
    m_client.name = "Zoë Müller";
    m_plan.from = core::Date(2026, 3, 2);
    for (const char* slug : kExercises) {
      const auto* exercise = m_content.exercise(slug);
      if (exercise == nullptr || exercise->frames.empty())
        throw std::runtime_error("an exercise without pictures");
      m_plan.items.push_back(domain::usualItem(*exercise));
      m_plan.items.back().cue = "Half the effort, and rest between.";
    }
  }

  std::string pdf() {
    const document::BuildContext context{m_content,         *m_typesetter, m_practice,  "en",
                                         domain::Paper::a4, false,         m_plan.from, "0a1b2c3d"};
    return m_pdf->write(document::buildHandout(context, m_client, m_plan));
  }

 private:
  content::Content m_content;
  std::unique_ptr<draw::Typesetter> m_typesetter;
  std::unique_ptr<document::PdfWriter> m_pdf;
  domain::Practice m_practice;
  domain::Client m_client;
  domain::ExercisePlan m_plan;
};

Handout& handout() {
  static Handout kHandout;
  return kHandout;
}

// What a finished PDF is made of, unpacked.
struct Recording {
  std::vector<std::string> pages;
  std::vector<std::string> others;  // fonts, their maps, structure

  explicit Recording(const std::string& pdf) {
    QPDF file;
    file.processMemoryFile("handout", pdf.data(), pdf.size());
    std::vector<QPDFObjGen> contents;
    for (auto& page : QPDFPageDocumentHelper(file).getAllPages()) {
      std::string all;
      for (auto& stream : page.getPageContents()) {
        const auto data = stream.getStreamData(qpdf_dl_all);
        all.append(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
        contents.push_back(stream.getObjGen());
      }
      pages.push_back(std::move(all));
    }
    for (auto& object : file.getAllObjects()) {
      if (!object.isStream()) continue;
      if (std::find(contents.begin(), contents.end(), object.getObjGen()) != contents.end()) continue;
      const auto data = object.getStreamData(qpdf_dl_all);
      others.emplace_back(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
    }
  }
};

const Recording& recording() {
  static const Recording kRecording(handout().pdf());
  return kRecording;
}

enum class Packing { libharus, programs };

std::string replay(const Recording& recorded, Packing packing) {
  HPDF_Doc doc = HPDF_New(nullptr, nullptr);
  if (packing == Packing::libharus) HPDF_SetCompressionMode(doc, HPDF_COMP_ALL);
  const auto write = [&](HPDF_Stream stream, const std::string& content) {
    const std::string bytes = packing == Packing::programs ? pdf::deflated(content) : content;
    HPDF_Stream_Write(stream, reinterpret_cast<const HPDF_BYTE*>(bytes.data()),
                      static_cast<HPDF_UINT>(bytes.size()));
  };
  for (const auto& content : recorded.pages) {
    HPDF_Page page = HPDF_AddPage(doc);
    HPDF_Page_SetSize(page, HPDF_PAGE_SIZE_A4, HPDF_PAGE_PORTRAIT);
    write(static_cast<HPDF_PageAttr>(page->attr)->stream, content);
  }
  for (const auto& content : recorded.others) {
    HPDF_Dict stream = HPDF_DictStream_New(doc->mmgr, doc->xref);
    if (packing == Packing::libharus) stream->filter = HPDF_STREAM_FILTER_FLATE_DECODE;
    write(stream->stream, content);
  }
  HPDF_SaveToStream(doc);
  std::string bytes(HPDF_GetStreamSize(doc), '\0');
  auto size = static_cast<HPDF_UINT32>(bytes.size());
  HPDF_ReadFromStream(doc, reinterpret_cast<HPDF_BYTE*>(bytes.data()), &size);
  HPDF_Free(doc);
  return bytes;
}

void handoutOfEight(benchmark::State& state) {
  std::size_t bytes = 0;
  handout().pdf();
  for (auto _ : state) bytes = handout().pdf().size();
  state.counters["bytes"] = static_cast<double>(bytes);
  state.counters["pages"] = static_cast<double>(recording().pages.size());
}
BENCHMARK(handoutOfEight)->Name("handout/unknot")->Unit(benchmark::kMillisecond);

void handoutFloor(benchmark::State& state, Packing packing) {
  const auto& recorded = recording();
  std::size_t bytes = 0;
  for (auto _ : state) bytes = replay(recorded, packing).size();
  // A floor that writes less than the pages hold would be no floor.
  if (bytes < handout().pdf().size() / 2) state.SkipWithError("the replay lost what was recorded");
  state.counters["bytes"] = static_cast<double>(bytes);
}
BENCHMARK_CAPTURE(handoutFloor, bare, Packing::libharus)
    ->Name("handout/floor")
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(handoutFloor, packed, Packing::programs)
    ->Name("handout/floor packed as quickly")
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace unknot::bench
