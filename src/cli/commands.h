// The commands. Each does its work or throws; `call` holds what was typed.
#pragma once

#include "cli/call.h"

namespace unknot::cli {

void initPractice(Call& call);
void makeDemo(Call& call);
void verifyPractice(Call& call);
void listClients(Call& call);
void listRegions(Call& call);
void listExercises(Call& call);

void addClient(Call& call);
void mergeCharts(Call& call);
void separateCharts(Call& call);
void addIntake(Call& call);
void showIntake(Call& call);
void writeIntakeForm(Call& call);
void printIntake(Call& call);
void readIntakeForm(Call& call);
void listFlags(Call& call);
void closeFlag(Call& call);
void addSession(Call& call);
void showSession(Call& call);
void setPlan(Call& call);
void suggestPlan(Call& call);
void keepPlan(Call& call);
void applyTemplate(Call& call);
void listTemplates(Call& call);
void addTemplate(Call& call);
void addLog(Call& call);
void showClient(Call& call);
void importClient(Call& call);

void importTable(Call& call);
void importCards(Call& call);
void listImports(Call& call);
void undoImport(Call& call);

void addDocument(Call& call);
void listDocuments(Call& call);
void getDocument(Call& call);

void writeHandout(Call& call);
void writeReport(Call& call);
void writeMap(Call& call);
void writeSessionSummary(Call& call);
void writeReferral(Call& call);
void writeExercise(Call& call);

}  // namespace unknot::cli
