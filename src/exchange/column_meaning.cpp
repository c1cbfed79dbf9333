#include "exchange/column_meaning.h"

#include <algorithm>
#include <map>

#include "domain/choice.h"
#include "unicode/folding.h"

namespace unknot::exchange {
namespace {

constexpr domain::Choices<ColumnMeaning, 15> kMeanings{
    {{ColumnMeaning::name, "name"},
     {ColumnMeaning::firstName, "first-name"},
     {ColumnMeaning::lastName, "last-name"},
     {ColumnMeaning::calledAs, "called-as"},
     {ColumnMeaning::pronouns, "pronouns"},
     {ColumnMeaning::birthDate, "birth-date"},
     {ColumnMeaning::phone, "phone"},
     {ColumnMeaning::email, "email"},
     {ColumnMeaning::address, "address"},
     {ColumnMeaning::postalCode, "postal-code"},
     {ColumnMeaning::occupation, "occupation"},
     {ColumnMeaning::emergencyContact, "emergency-contact"},
     {ColumnMeaning::about, "about"},
     {ColumnMeaning::headedNote, "headed-note"},
     {ColumnMeaning::leaveOut, "leave-out"}}};

// Folded, without anything between the words.
const std::map<std::string, ColumnMeaning, std::less<>>& headingWords() {
  static const std::map<std::string, ColumnMeaning, std::less<>> kWords = [] {
    std::map<std::string, ColumnMeaning, std::less<>> words;
    const auto add = [&](ColumnMeaning meaning, std::initializer_list<const char*> all) {
      for (const char* word : all) words.emplace(word, meaning);
    };
    add(ColumnMeaning::name, {"name",
                              "fullname",
                              "client",
                              "clientname",
                              "patient",
                              "patientname",
                              "displayname",
                              "contact",
                              "contactname",
                              "kunde",
                              "kundin",
                              "kundenname",
                              "klient",
                              "klientin",
                              "patientin",
                              "patientenname",
                              "vollername",
                              "vollstandigername",
                              "anzeigename",
                              "kontakt",
                              "nombre",
                              "cliente",
                              "paciente",
                              "nombrecompleto",
                              "nombreyapellidos",
                              "nom",
                              "nomcomplet",
                              "nometprenom",
                              "nomprenom",
                              "namevorname",
                              "vornamename",
                              "vorundnachname"});
    add(ColumnMeaning::firstName,
        {"firstname", "givenname", "forename", "middlename", "additionalname", "vorname", "vornamen",
         "zweitervorname", "nombredepila", "primernombre", "segundonombre", "prenom", "prenoms"});
    add(ColumnMeaning::lastName,
        {"lastname", "surname", "familyname", "nachname", "familienname", "zuname", "apellido", "apellidos",
         "primerapellido", "segundoapellido", "nomdefamille"});
    add(ColumnMeaning::calledAs, {"nickname", "called", "calledas", "preferredname", "knownas", "rufname",
                                  "spitzname", "apodo", "surnom"});
    add(ColumnMeaning::pronouns, {"pronouns", "pronomen", "pronombres", "pronoms"});
    add(ColumnMeaning::birthDate, {"birthdate",
                                   "birthday",
                                   "dateofbirth",
                                   "dob",
                                   "born",
                                   "bornon",
                                   "geburtsdatum",
                                   "geburtstag",
                                   "geboren",
                                   "geborenam",
                                   "geb",
                                   "gebdatum",
                                   "gebdat",
                                   "fechadenacimiento",
                                   "fechanacimiento",
                                   "fnacimiento",
                                   "nacimiento",
                                   "cumpleanos",
                                   "datedenaissance",
                                   "datenaissance",
                                   "naissance",
                                   "anniversaire",
                                   "nele",
                                   "neele",
                                   "dn",
                                   "ddn"});
    add(ColumnMeaning::phone, {"phone",
                               "phonenumber",
                               "telephone",
                               "tel",
                               "mobile",
                               "mobilephone",
                               "cell",
                               "cellphone",
                               "homephone",
                               "workphone",
                               "businessphone",
                               "phonevalue",
                               "primaryphone",
                               "telefon",
                               "telefonnummer",
                               "telefonnr",
                               "telnr",
                               "handy",
                               "handynummer",
                               "mobil",
                               "mobiltelefon",
                               "mobilnummer",
                               "festnetz",
                               "rufnummer",
                               "telefonprivat",
                               "telefonmobil",
                               "telefongeschaftlich",
                               "telefonodecasa",
                               "telefono",
                               "telefonomovil",
                               "movil",
                               "celular",
                               "telfijo",
                               "telefonofijo",
                               "telephoneportable",
                               "portable",
                               "telephonefixe",
                               "numerodetelephone",
                               "telportable",
                               "telfixe",
                               "homephonevalue"});
    add(ColumnMeaning::email, {"email", "mail", "emailaddress", "emailvalue", "emailadresse", "mailadresse",
                               "primaryemail", "correo", "correoelectronico", "direcciondecorreo", "courriel",
                               "adresseemail", "adressemail", "adresseelectronique"});
    add(ColumnMeaning::address, {"address",
                                 "street",
                                 "streetaddress",
                                 "homeaddress",
                                 "addressline1",
                                 "addressline2",
                                 "address1",
                                 "address2",
                                 "city",
                                 "town",
                                 "state",
                                 "county",
                                 "country",
                                 "homestreet",
                                 "homecity",
                                 "adresse",
                                 "anschrift",
                                 "strasse",
                                 "str",
                                 "strassehausnummer",
                                 "strasseundhausnummer",
                                 "strassenr",
                                 "hausnummer",
                                 "hausnr",
                                 "ort",
                                 "wohnort",
                                 "stadt",
                                 "land",
                                 "bundesland",
                                 "direccion",
                                 "domicilio",
                                 "calle",
                                 "ciudad",
                                 "poblacion",
                                 "localidad",
                                 "provincia",
                                 "pais",
                                 "rue",
                                 "adressepostale",
                                 "ville",
                                 "localite",
                                 "pays"});
    add(ColumnMeaning::postalCode, {"zip", "zipcode", "postalcode", "postcode", "homepostalcode", "plz",
                                    "postleitzahl", "codigopostal", "cp", "codepostal"});
    add(ColumnMeaning::occupation, {"occupation", "job", "jobtitle", "profession", "beruf", "tatigkeit",
                                    "ocupacion", "profesion", "metier", "emploi"});
    add(ColumnMeaning::emergencyContact,
        {"emergencycontact", "emergency", "inanemergency", "emergencyphone", "notfallkontakt", "notfall",
         "imnotfall", "notfallnummer", "contactodeemergencia", "emergencia", "contactdurgence", "urgence",
         "personneaprevenir"});
    add(ColumnMeaning::about,
        {"notes",       "note",      "remarks",    "remark",      "comments",    "comment",
         "about",       "notiz",     "notizen",    "bemerkung",   "bemerkungen", "anmerkung",
         "anmerkungen", "kommentar", "kommentare", "notas",       "nota",        "observaciones",
         "comentarios", "remarques", "remarque",   "commentaire", "commentaires"});
    return words;
  }();
  return kWords;
}

bool isNumber(const std::string& word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

const ColumnMeaning* meaningOf(const std::string& heading) {
  const auto& known = headingWords();
  std::string whole, withoutNumbers;
  for (const auto& word : unicode::searchWords(heading)) {
    whole += word;
    if (!isNumber(word)) withoutNumbers += word;
  }
  for (const auto& text : {whole, withoutNumbers})
    if (const auto found = known.find(text); found != known.end()) return &found->second;
  return nullptr;
}

bool has(const std::vector<ColumnMeaning>& meanings, ColumnMeaning wanted) {
  return std::find(meanings.begin(), meanings.end(), wanted) != meanings.end();
}

}  // namespace

const std::vector<ColumnMeaning>& columnMeanings() {
  static const std::vector<ColumnMeaning> kAll = [] {
    std::vector<ColumnMeaning> all;
    for (const auto& [meaning, word] : kMeanings) all.push_back(meaning);
    return all;
  }();
  return kAll;
}

std::string_view toString(ColumnMeaning meaning) {
  return domain::choiceText(kMeanings, meaning);
}
ColumnMeaning columnMeaningFrom(std::string_view text) {
  return domain::choiceFrom(kMeanings, "columns", text);
}

std::vector<ColumnMeaning> guessMeanings(const std::vector<std::string>& headings) {
  std::vector<ColumnMeaning> meanings;
  for (const auto& heading : headings) {
    const ColumnMeaning* known = meaningOf(heading);
    meanings.push_back(known == nullptr ? ColumnMeaning::headedNote : *known);
  }
  const bool first = has(meanings, ColumnMeaning::firstName);
  const bool last = has(meanings, ColumnMeaning::lastName);
  // "Name" and "Nom" beside a first name are the last one, "Nombre" beside the last one is the first.
  if (first != last)
    std::replace(meanings.begin(), meanings.end(), ColumnMeaning::name,
                 first ? ColumnMeaning::lastName : ColumnMeaning::firstName);
  return meanings;
}

bool looksLikeHeadings(const std::vector<std::string>& cells) {
  if (std::any_of(cells.begin(), cells.end(), [](const auto& cell) { return meaningOf(cell) != nullptr; }))
    return true;
  return std::none_of(cells.begin(), cells.end(), [](const std::string& cell) {
    return cell.find('@') != std::string::npos || unicode::digitsOf(cell).size() >= 4;
  });
}

}  // namespace unknot::exchange
