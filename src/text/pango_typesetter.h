// The typesetter: Pango breaks lines over our own font files (never the system's list), HarfBuzz shapes.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "draw/typesetter.h"

namespace unknot::text {

// One font file that may be drawn with. Back ends ask for it by FaceId.
struct FontFace {
  std::filesystem::path file;
  int index = 0;  // in a collection
  std::string family;
  int weight = 400;
  bool italic = false;
  std::string package;  // named when the file is gone
};

// A line of data/fonts.toml.
struct FontRequest {
  std::string file;     // "OpenSans-Regular.ttf"
  std::string package;  // named when it is missing: "fonts-open-sans"
  std::string family;
  int weight = 400;
  bool italic = false;
  bool required = true;
};

// The font files named in data/fonts.toml, searched in `override`, program data, then the system's font
// folders. Shared by every typesetter and back end; read-only after it is made.
class FontLibrary {
 public:
  // Throws core::StorageError ("error.font": file, package) when a required face is nowhere.
  static std::shared_ptr<const FontLibrary> load(const std::vector<FontRequest>& requests,
                                                 const std::vector<std::filesystem::path>& folders);
  const FontFace& face(draw::FaceId id) const { return m_faces[static_cast<std::size_t>(id)]; }
  std::size_t size() const { return m_faces.size(); }

 private:
  std::vector<FontFace> m_faces;
};

// Where this system keeps fonts, the user's own first. Not every one exists.
std::vector<std::filesystem::path> systemFontFolders();

// Each has a Fontconfig of its own with exactly the library's files.
std::unique_ptr<draw::Typesetter> makeTypesetter(std::shared_ptr<const FontLibrary> fonts);

}  // namespace unknot::text
