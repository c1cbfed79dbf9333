// Use cases: what a client is asked before work begins, what the answers ask the practitioner to look at, and
// what the client agreed to.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/workspace.h"
#include "domain/consent.h"
#include "domain/intake.h"
#include "domain/safety.h"

namespace unknot::app {

// What is asked now, in that language or else in English. Where the practice's own questionnaire can't be
// used, the one of that language that was last answered is.
content::IntakeForm intakeForm(Workspace& work, std::string_view language);

// The questions an intake answered, as they were asked. Where they are not kept: the earlier or present ones
// of that name; else those of today.
domain::Questionnaire questionsOf(Workspace& work, const domain::Intake& intake);

// Adds an intake version for the client: checks it against the questionnaire of its language, keeps the
// questions with it, sets version, author and time. Pain today and the client's own activities become
// measures of that day where they are answered otherwise than before. Throws InputError naming the place.
domain::Intake addIntake(Workspace& work, domain::Intake intake);

// Raised by the newest intake, with what was said of each. Where charts were put together and nobody answered
// anew since, by the newest of each: no flag is lost because another sheet is newer.
std::vector<domain::StandingFlag> flagsOf(Workspace& work, domain::ClientId client);

// Says a named person's word on a flag that is raised now; sets id where it is nil, intake, author, name and
// time. Throws InputError naming the field; "error.flag.notRaised" for a flag that isn't,
// "error.document.notInChart" for evidence that lies in another chart or nowhere.
domain::FlagClosing closeFlag(Workspace& work, domain::FlagClosing closing);

// Keeps what was agreed to or not; sets id where it is nil, author and time. Below the practice's age only a
// guardian signs: InputError ("error.consent.guardian"); an accepted one needs a drawn signature or the word
// that it is on paper (`onPaper`): InputError ("error.consent.signature").
domain::Consent addConsent(Workspace& work, domain::Consent consent, bool onPaper = false);
// The newest word on it must be "accepted": InputError ("error.consent.notAccepted"). A reason isn't asked
// for.
domain::Consent withdrawConsent(Workspace& work, domain::ClientId client, const std::string& slug,
                                const std::string& signer, const std::string& reason);

// What answers propose for the client's card, where it says otherwise or nothing yet.
struct CardProposal {
  domain::CardField field = domain::CardField::name;
  // A day as "1984-05-17", large print as "yes" or "no", the others as they are.
  std::string now;
  std::string given;
  friend bool operator==(const CardProposal&, const CardProposal&) = default;
};
// `language`: of the answers, for the order of a day. One that can't be understood proposes nothing: it stays
// in the answers as it was typed.
std::vector<CardProposal> cardProposals(const domain::Client& client,
                                        const domain::Questionnaire& questionnaire,
                                        const std::vector<domain::IntakeAnswer>& answers,
                                        std::string_view language, const core::Date& today);
// The card with the proposals taken over.
domain::Client withProposals(domain::Client client, const std::vector<CardProposal>& proposals);

// A card that says nothing takes what was answered; what it says stays until somebody changes it by hand.
void fillCard(Workspace& work, const domain::Intake& intake);

// An intake that is being filled, as a draft of the client's: it stays until the answers are saved or
// dropped.
struct IntakeDraft {
  domain::Intake intake;
  // What was said of each consent so far.
  std::vector<domain::Consent> consents;
  // Of the screen handed to the client: the group it stood at; none: the practitioner's own form.
  std::optional<int> group;
};
void keepIntakeDraft(Workspace& work, const IntakeDraft& draft);
std::optional<IntakeDraft> intakeDraft(Workspace& work, domain::ClientId client);
void dropIntakeDraft(Workspace& work, domain::ClientId client);

}  // namespace unknot::app
