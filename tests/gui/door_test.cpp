// Locking with something that can't be saved, questions that nobody answers, and the end of the window.
#include <boost/test/unit_test.hpp>

#include <wx/app.h>

#include "gui/stage.h"
#include "gui/synthetic.h"
#include "ui/client_form_place.h"
#include "ui/dialogs.h"
#include "ui/place_host.h"
#include "ui/shell.h"
#include "ui/text.h"
#include "ui/ui_executor.h"

using namespace unknot;
using namespace unknot::gui_test;

namespace {

ui::ClientFormPlace* clientForm() {
  return dynamic_cast<ui::ClientFormPlace*>(frame().shell()->host().current());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(DoorTest)

BOOST_AUTO_TEST_CASE(AQuestionThatNobodyCanAnswerIsANo) {
  const core::Words words;
  bool answered = false;
  answerNextQuestion([&] {
    keepScreen("question");
    answered = true;
  });
  BOOST_TEST(!ui::ask(
      &frame(), words,
      {"These details can’t be saved as they are. Stay and mend them, or leave without saving?", {}, {}},
      "Leave without saving", "Stay"));
  BOOST_TEST(answered);
  BOOST_TEST(!ui::answerOpenQuestion());
}

BOOST_AUTO_TEST_CASE(AFormThatCannotBeSavedIsCoveredAllTheSameAndComesBackAsItWas) {
  BOOST_REQUIRE(openDemo());
  pressKey(&frame(), GDK_KEY_n, GDK_CONTROL_MASK);
  BOOST_REQUIRE(waitFor([] { return clientForm() != nullptr && findByName("Phone") != nullptr; }));
  // No name: this can't be saved.
  clientForm()->presenter().setText("phone", "030 55");
  const ui::Shell* const before = frame().shell();
  pressKey(&frame(), GDK_KEY_l, GDK_CONTROL_MASK);
  BOOST_REQUIRE(waitFor([] { return frame().shell() == nullptr && findByName("Password") != nullptr; }));
  BOOST_TEST(findByName("Phone") == nullptr);
  BOOST_TEST(findByName("Choose another practice") == nullptr);
  BOOST_TEST(frame().GetTitle() == ui::toWx("Unknot"));
  keepPicture("covered");
  BOOST_REQUIRE(clickOn("Password"));
  type(&frame(), "wrong");
  BOOST_REQUIRE(clickOn("Open"));
  BOOST_TEST(waitFor([] { return findByName("Open") != nullptr && findByName("Open")->IsEnabled(); }));
  BOOST_TEST(frame().shell() == nullptr);
  BOOST_REQUIRE(clickOn("Password"));
  pressKey(&frame(), GDK_KEY_a, GDK_CONTROL_MASK);
  type(&frame(), "demo");
  bool told = false;
  answerNextQuestion([&] {
    keepScreen("uncovered");
    told = true;
  });
  pressKey(&frame(), GDK_KEY_Return);
  BOOST_REQUIRE(waitFor([&] { return told && frame().shell() != nullptr; }));
  BOOST_TEST(frame().shell() == before);
  BOOST_REQUIRE(clientForm() != nullptr);
  BOOST_TEST(clientForm()->presenter().state().client.phone == "030 55");
  clientForm()->presenter().dropChanges();
  frame().shell()->openToday();
}

BOOST_AUTO_TEST_CASE(WhatIsPostedAfterTheEndIsDropped) {
  ui::UiExecutor executor;
  int done = 0;
  executor.post([&] { done += 100; });
  executor.open(*wxTheApp);
  executor.post([&] { ++done; });
  BOOST_TEST(waitFor([&] { return done == 1; }));
  executor.close();
  executor.post([&] { done += 100; });
  wxTheApp->Yield();
  BOOST_TEST(done == 1);
}

BOOST_AUTO_TEST_SUITE_END()
