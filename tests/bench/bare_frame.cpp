// The floor of a start: an empty wx frame linked to the same libraries.
#include <wx/wx.h>

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
  wxApp::SetInstance(new BareApp);
  return wxEntry(argc, argv);
}
