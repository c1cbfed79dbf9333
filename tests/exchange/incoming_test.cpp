// People out of tables and address books. They are made up.
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include "core/utf8.h"
#include "exchange/incoming.h"
#include "support/throws.h"

using namespace unknot::exchange;
using unknot::core::Date;
using unknot::test::thrownBy;

namespace {

IncomingContext context() {
  return {Date(2026, 3, 2), "de", [](std::string_view property) { return std::string(property); }};
}

std::vector<Incoming> all(IncomingClients& reader) {
  std::vector<Incoming> people;
  for (Incoming one; reader.next(one);) people.push_back(one);
  return people;
}

std::vector<Incoming> table(const std::string& bytes, std::optional<DateOrder> order = {}) {
  auto reading = surveyTable(bytes).reading;
  reading.order = order ? order : datesOf(bytes, reading).settled();
  return all(*readTable(bytes, reading, context()));
}

std::vector<Incoming> cards(const std::string& bytes) {
  return all(*readCards(bytes, unknot::unicode::guessEncoding(bytes), context()));
}

std::vector<std::string> remarks(const Incoming& person) {
  std::vector<std::string> said;
  for (const auto& remark : person.remarks) {
    said.push_back(remark.id);
    for (const auto& arg : remark.args) said.back() += " " + arg.value;
  }
  return said;
}
using Said = std::vector<std::string>;

std::vector<std::string> meanings(const std::vector<std::string>& headings) {
  std::vector<std::string> words;
  for (const auto meaning : guessMeanings(headings)) words.emplace_back(toString(meaning));
  return words;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(TableClientsTest)

BOOST_AUTO_TEST_CASE(HeadingsAreKnownInFourLanguages) {
  const std::vector<std::string> wanted{"first-name", "last-name", "birth-date",
                                        "phone",      "email",     "headed-note"};
  for (const auto& headings : std::vector<std::vector<std::string>>{
           {"First Name", "Last Name", "Date of Birth", "Mobile", "E-mail", "Insurance"},
           {"Vorname", "Nachname", "Geburtsdatum", "Telefon", "E-Mail-Adresse", "Kasse"},
           {"Nombre", "Apellidos", "Fecha de nacimiento", "Teléfono", "Correo electrónico", "Seguro"},
           {"Prénom", "Nom", "Date de naissance", "Téléphone", "Courriel", "Mutuelle"},
           {"first_name", "surname", "DOB", "Phone 1 - Value", "E-mail 1 - Value", "Group"}})
    BOOST_TEST((meanings(headings) == wanted), headings[0]);
}

BOOST_AUTO_TEST_CASE(ANameAloneIsTheWholeNameAndBesideAFirstNameTheLast) {
  BOOST_TEST((meanings({"Name", "Telefon"}) == Said{"name", "phone"}));
  BOOST_TEST((meanings({"Name", "Vorname"}) == Said{"last-name", "first-name"}));
  BOOST_TEST((meanings({"Name", "First name", "Last name"}) == Said{"name", "first-name", "last-name"}));
}

BOOST_AUTO_TEST_CASE(EveryMeaningHasAWordThatLeadsBack) {
  BOOST_TEST(columnMeanings().size() == 15U);
  for (const auto meaning : columnMeanings()) BOOST_TEST((columnMeaningFrom(toString(meaning)) == meaning));
}

BOOST_AUTO_TEST_CASE(ARowBecomesAClient) {
  const auto people = table(
      "Vorname;Nachname;Geburtsdatum;Telefon;Handy;E-Mail;Straße;Hausnummer;PLZ;Ort;Beruf;Bemerkungen;"
      "Kasse\r\n"
      "Zoë;Müller;29.02.1980;030 123456;0171 98765;zoe@example.org;Beispielweg;1;10115;Berlin;Geigerin;"
      "\"mag Tee\nund Ruhe\";privat\r\n");
  BOOST_REQUIRE(people.size() == 1U);
  const auto& client = people[0].client;
  BOOST_TEST(client.name == "Zoë Müller");
  BOOST_TEST(client.sortName == "Müller, Zoë");
  BOOST_TEST((client.birthDate == Date(1980, 2, 29)));
  BOOST_TEST(client.phone == "030 123456 / 0171 98765");
  BOOST_TEST(client.email == "zoe@example.org");
  BOOST_TEST(client.address == "Beispielweg 1\n10115 Berlin");
  BOOST_TEST(client.occupation == "Geigerin");
  BOOST_TEST(client.about == "mag Tee\nund Ruhe\nKasse: privat");
  BOOST_TEST(client.language == "de");
  BOOST_TEST(people[0].line == 2U);
  BOOST_TEST(people[0].remarks.empty());
  BOOST_TEST(!people[0].refusal.has_value());
}

BOOST_AUTO_TEST_CASE(AnUnknownBirthDateStaysUnknown) {
  const auto people = table("Name,Born\nAnn Example,\n");
  BOOST_TEST(!people[0].client.birthDate.has_value());
  BOOST_TEST(people[0].client.about.empty());
}

BOOST_AUTO_TEST_CASE(WhatCantBeUnderstoodIsKeptAsTypedAndTold) {
  const auto people =
      table("Name,Born,Email\nAnn Example,around 1960,a@example.org\nBo Example,0000-00-00,\n");
  BOOST_TEST(!people[0].client.birthDate.has_value());
  BOOST_TEST(people[0].client.about == "Born: around 1960");
  BOOST_TEST((remarks(people[0]) == Said{"importRemark.date Born"}));
  BOOST_TEST(people[1].client.about == "Born: 0000-00-00");
}

BOOST_AUTO_TEST_CASE(ASecondAddressOfMailIsKeptAmongTheNotes) {
  const auto people = table("Name,Email,Email\nAnn Example,a@example.org,b@example.org\n");
  BOOST_TEST(people[0].client.email == "a@example.org");
  BOOST_TEST(people[0].client.about == "Email: b@example.org");
  BOOST_TEST((remarks(people[0]) == Said{"importRemark.second Email"}));
}

BOOST_AUTO_TEST_CASE(ARaggedRowLosesNothing) {
  const auto people = table("Name,Phone\nAnn Example\nBo Example,030 123456,likes tea\n");
  BOOST_REQUIRE(people.size() == 2U);
  BOOST_TEST(people[0].client.phone.empty());
  BOOST_TEST(people[1].client.about == "3: likes tea");
  BOOST_TEST((remarks(people[1]) == Said{"importRemark.extra 3"}));
}

BOOST_AUTO_TEST_CASE(AFieldThatIsTooLongForItsPlaceGoesAmongTheNotesWhole) {
  const std::string longText(300, 'x');
  const auto people = table("Name,Phone\nAnn Example," + longText + "\n");
  BOOST_TEST(people[0].client.phone.empty());
  BOOST_TEST(people[0].client.about == "Phone: " + longText);
  BOOST_TEST((remarks(people[0]) == Said{"importRemark.long Phone"}));
}

BOOST_AUTO_TEST_CASE(ARowWithoutANameOrTooLongForARecordIsRefusedByItself) {
  const auto people = table("Name,Phone,Notes\n,030 123456,\nAnn Example,,\"" + std::string(100'001, 'x') +
                            "\"\nBo Example,,\n");
  BOOST_REQUIRE(people.size() == 3U);
  BOOST_TEST(people[0].refusal.value().id == "importRefusal.name");
  BOOST_TEST(people[1].refusal.value().id == "importRefusal.long");
  BOOST_TEST(!people[2].refusal.has_value());
}

BOOST_AUTO_TEST_CASE(ZeroBytesBecomeMarksThatAreTold) {
  const auto people = table(std::string("Name,City\nAnn\0 Example,Bonn\n", 29));
  BOOST_TEST(people[0].client.name == "Ann\xEF\xBF\xBD Example");
  BOOST_TEST((remarks(people[0]) == Said{"importRemark.unreadable Name"}));
}

BOOST_AUTO_TEST_CASE(ALastNameInFrontIsTurnedRoundAndATitleIsNot) {
  const auto people = table("Name\n\"Müller, Zoë\"\n\"Zoë Müller, MD\"\n\"Müller, Zoë, geb. Meier\"\n");
  BOOST_TEST(people[0].client.name == "Zoë Müller");
  BOOST_TEST(people[0].client.sortName == "Müller, Zoë");
  BOOST_TEST(people[1].client.name == "Zoë Müller, MD");
  BOOST_TEST(people[2].client.name == "Müller, Zoë, geb. Meier");
}

BOOST_AUTO_TEST_CASE(ATableWithoutHeadingsIsSeenAsOne) {
  const auto survey = surveyTable("Ann Example,030 123456,ann@example.org\nBo Example,030 654321,\n");
  BOOST_TEST(!survey.reading.headings);
  BOOST_TEST((survey.reading.names == Said{"1", "2", "3"}));
  BOOST_TEST(survey.examples.size() == 2U);
  BOOST_TEST(surveyTable("Wer,Was\nAnn,Tee\n").reading.headings);
}

BOOST_AUTO_TEST_CASE(TheFirstLineOfASpreadsheetThatNamesItsSeparatorIsNoRow) {
  const auto people = table("sep=;\r\nName;Phone\r\nExample, Ann;1\r\n");
  BOOST_REQUIRE(people.size() == 1U);
  BOOST_TEST(people[0].client.name == "Ann Example");
}

BOOST_AUTO_TEST_CASE(FiftyThousandRowsAreReadOneByOne) {
  std::string bytes = "Name,Born\n";
  for (int i = 0; i < 50'000; ++i) bytes += "Person " + std::to_string(i) + " Example,1980-02-29\n";
  const auto reading = surveyTable(bytes).reading;
  const auto reader = readTable(bytes, reading, context());
  std::size_t count = 0;
  for (Incoming one; reader->next(one);) ++count;
  BOOST_TEST(count == 50'000U);
}

BOOST_AUTO_TEST_CASE(AFileThatIsNoTextIsToldWhatItIs) {
  BOOST_TEST(thrownBy([] { formOf(""); }) == "error.import.empty");
  BOOST_TEST(thrownBy([] { formOf("\xEF\xBB\xBF \r\n"); }) == "error.import.empty");
  BOOST_TEST(thrownBy([] { formOf("PK\x03\x04rest"); }) == "error.import.spreadsheet");
  BOOST_TEST(thrownBy([] { formOf("%PDF-1.7"); }) == "error.import.notText");
  BOOST_TEST(thrownBy([] { formOf(std::string(300, '\0') + "abc"); }) == "error.import.notText");
  BOOST_TEST((formOf("Name\nAnn\n") == FileForm::csv));
  BOOST_TEST((formOf("\r\nbegin:vcard\n") == FileForm::vcard));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(CardClientsTest)

BOOST_AUTO_TEST_CASE(ACardOfVersionThree) {
  const auto people = cards(
      "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Müller;Zoë;;;\r\nFN:Zoë Müller\r\nNICKNAME:Zo\r\n"
      "TEL;TYPE=HOME:030 123456\r\nitem1.TEL;TYPE=CELL:0171 98765\r\nEMAIL;TYPE=INTERNET:zoe@example.org\r\n"
      "BDAY:1980-02-29\r\nADR;TYPE=HOME:;;Beispielweg 1;Berlin;;10115;Deutschland\r\nTITLE:Geigerin\r\n"
      "ORG:Orchester;Streicher\r\nNOTE:mag Tee\\, und\\nRuhe\r\nPHOTO;ENCODING=b:AAAA\r\n AAAA\r\nUID:1\r\n"
      "END:VCARD\r\n");
  BOOST_REQUIRE(people.size() == 1U);
  const auto& client = people[0].client;
  BOOST_TEST(client.name == "Zoë Müller");
  BOOST_TEST(client.sortName == "Müller, Zoë");
  BOOST_TEST(client.calledAs == "Zo");
  BOOST_TEST(client.phone == "030 123456 / 0171 98765");
  BOOST_TEST(client.email == "zoe@example.org");
  BOOST_TEST((client.birthDate == Date(1980, 2, 29)));
  BOOST_TEST(client.address == "Beispielweg 1\n10115 Berlin\nDeutschland");
  BOOST_TEST(client.occupation == "Geigerin");
  BOOST_TEST(client.about == "ORG: Orchester, Streicher\nmag Tee, und\nRuhe");
  BOOST_TEST(people[0].remarks.empty());
}

BOOST_AUTO_TEST_CASE(ACardOfVersionTwoInQuotedPrintable) {
  const auto people = cards(
      "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:M=FCller;Zo=EB\r\n"
      "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Zo=C3=AB =\r\nM=C3=BCller\r\n"
      "TEL;HOME;VOICE:030 "
      "123456\r\nNOTE;ENCODING=QUOTED-PRINTABLE:one=0D=0Atwo\r\nBDAY:19800229\r\nEND:VCARD\r\n");
  BOOST_REQUIRE(people.size() == 1U);
  BOOST_TEST(people[0].client.name == "Zoë Müller");
  BOOST_TEST(people[0].client.sortName == "Müller, Zoë");
  BOOST_TEST(people[0].client.about == "one\ntwo");
  BOOST_TEST((people[0].client.birthDate == Date(1980, 2, 29)));
}

BOOST_AUTO_TEST_CASE(ACardOfVersionFourWithFoldedLines) {
  const auto people = cards(
      "BEGIN:VCARD\nVERSION:4.0\nFN:Zoë Mül\n ler\nTEL;VALUE=uri;TYPE=\"voice,home\":tel:+49-30-123456\n"
      "EMAIL;PREF=1:zoe@example.org\nPRONOUNS:she/her\nBDAY:--0229\nURL:https://example.org\nEND:VCARD\n");
  BOOST_REQUIRE(people.size() == 1U);
  BOOST_TEST(people[0].client.name == "Zoë Müller");
  BOOST_TEST(people[0].client.phone == "+49-30-123456");
  BOOST_TEST(people[0].client.pronouns == "she/her");
  BOOST_TEST(!people[0].client.birthDate.has_value());
  BOOST_TEST(people[0].client.about == "BDAY: --0229\nURL: https://example.org");
  BOOST_TEST((remarks(people[0]) == Said{"importRemark.date BDAY"}));
}

BOOST_AUTO_TEST_CASE(AYearThatIsOnlyAFillerIsNone) {
  const auto people =
      cards("BEGIN:VCARD\nFN:Ann Example\nBDAY;X-APPLE-OMIT-YEAR=1604:1604-02-29\nEND:VCARD\n");
  BOOST_TEST(!people[0].client.birthDate.has_value());
  BOOST_TEST(people[0].client.about == "BDAY: --02-29");
}

BOOST_AUTO_TEST_CASE(SeveralCardsAndThoseWithoutAnEndAreAllRead) {
  const auto people = cards(
      "BEGIN:VCARD\nFN:Ann Example\nEND:VCARD\n\nBEGIN:VCARD\nFN:Bo Example\nBEGIN:VCARD\nFN:Cy Example\n"
      "END:VCARD\nBEGIN:VCARD\nFN:Di Example\n");
  BOOST_REQUIRE(people.size() == 4U);
  BOOST_TEST(people[0].remarks.empty());
  BOOST_TEST((remarks(people[1]) == Said{"importRemark.cardEnd "}));
  BOOST_TEST(people[2].client.name == "Cy Example");
  BOOST_TEST(people[2].line == 7U);
  BOOST_TEST((remarks(people[3]) == Said{"importRemark.cardEnd "}));
}

BOOST_AUTO_TEST_CASE(ANameIsFoundInWhateverHoldsOne) {
  const auto people = cards(
      "BEGIN:VCARD\nN:Example;Ann;Maria;;\nEND:VCARD\nBEGIN:VCARD\nORG:Example Ltd\nEND:VCARD\n"
      "BEGIN:VCARD\nTEL:030 123456\nEND:VCARD\n");
  BOOST_TEST(people[0].client.name == "Ann Maria Example");
  BOOST_TEST(people[1].client.name == "Example Ltd");
  BOOST_TEST(people[1].client.about.empty());
  BOOST_TEST(people[2].refusal.value().id == "importRefusal.name");
}

BOOST_AUTO_TEST_CASE(AHugePictureIsPassedOverAndAHugeNoteRefused) {
  const std::string ten(10'000'000, 'A');
  const auto people = cards("BEGIN:VCARD\nFN:Ann Example\nPHOTO;ENCODING=b:" + ten + "\n " + ten +
                            "\nTEL:030 123456\nEND:VCARD\n");
  BOOST_REQUIRE(people.size() == 1U);
  BOOST_TEST(people[0].client.phone == "030 123456");
  BOOST_TEST(thrownBy([&] { cards("BEGIN:VCARD\nFN:Ann\nNOTE:" + ten + "\nEND:VCARD\n"); }) ==
             "error.import.cellLong line=3 limit=400000");
}

BOOST_AUTO_TEST_CASE(AnAgentInsideACardIsNoClient) {
  const auto people = cards(
      "BEGIN:VCARD\nFN:Ann Example\nAGENT:\nBEGIN:VCARD\nFN:Bo Example\nEND:VCARD\nTEL:030 "
      "123456\nEND:VCARD\n");
  BOOST_REQUIRE(people.size() == 1U);
  BOOST_TEST(people[0].client.phone == "030 123456");
}

BOOST_AUTO_TEST_CASE(NonsenseAroundAndInsideCardsIsPassedOver) {
  const auto people =
      cards("junk\nEND:VCARD\nBEGIN:VCARD\n:::\nno colon here\n;:x\nFN:Ann Example\nEND:VCARD\njunk\n");
  BOOST_REQUIRE(people.size() == 1U);
  BOOST_TEST(people[0].client.name == "Ann Example");
  BOOST_TEST(cards("BEGIN:VCARD").size() == 1U);
}

BOOST_AUTO_TEST_SUITE_END()
