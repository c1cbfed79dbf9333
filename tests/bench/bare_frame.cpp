// The floor of a start: an empty wx frame linked to the same libraries.
#include <wx/wx.h>

#include <cstdlib>

namespace {

class BareApp : public wxApp {
 public:
  bool OnInit() override {
    auto* frame =
        new wxFrame(nullptr, wxID_ANY, wxString::FromUTF8("Bare"), wxDefaultPosition, wxSize(1024, 768));
    frame->Show();
    return true;
  }
};

}  // namespace

int main(int argc, char** argv) {
  // As the program does: whoever asks for OpenGL waits for it.
  setenv("GDK_GL", "disable", 0);
  wxApp::SetInstance(new BareApp);
  return wxEntry(argc, argv);
}
