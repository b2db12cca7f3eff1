// Rendering of records of 60, 600 and 6,000 paragraphs, each with a quote, its evidence and a
// finding or two; the bytes are those of the record. Time must grow as they do.
#include "bench.hpp"

#include <cotejo/io/record_writer.hpp>
#include <cotejo/report/render_report.hpp>
#include <cotejo/rules/rule_library.hpp>

#include <cstddef>
#include <cstdio>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>

namespace {

using namespace cotejo;
using namespace cotejo::bench;

Span add(std::string& text, std::string_view words) {
  const auto begin = static_cast<Offset>(text.size());
  text += words;
  return {begin, static_cast<Offset>(text.size())};
}

Finding finding(Span span, std::size_t number) {
  Finding made;
  made.code = "number-slip";
  made.severity = static_cast<Severity>(number % 3);
  made.span = span;
  made.message = "This number differs from the one given further up; which of the two is meant?";
  made.rule = "en.check.bench";
  return made;
}

void add_paragraph(Document& document, std::size_t number) {
  std::string& text = document.text;
  Paragraph paragraph;
  paragraph.span.begin = static_cast<Offset>(text.size());
  const std::string count = std::to_string(1000 + 37 * number);
  Quote quote;
  quote.source = add(text, "Minister Number " + std::to_string(number % 9));
  quote.cue = add(text, " said");
  add(text, " that “");
  const auto begin = static_cast<Offset>(text.size());
  add(text, "the harbour never had more than ");
  Quantity quantity;
  quantity.span = quantity.number = add(text, count);
  add(text, " workers on the quays, and all of them will be back in October");
  quote.content = {begin, static_cast<Offset>(text.size())};
  quote.marks = quote.parts = {quote.content};
  quote.text = slice(text, quote.content);
  quote.kind = QuoteKind::mixed;
  add(text, "”, in words that the agency passed on. ");
  paragraph.span.end =
      add(text, "The figures of the port authority say otherwise, and so do the crews.").end;
  add(text, "\n");
  quantity.phrase = {quantity.span.begin, quantity.span.end + 8};
  quantity.text = count;
  quantity.low = quantity.high = static_cast<double>(1000 + 37 * number);
  quantity.kind = QuantityKind::count;
  quantity.counted =
      Counted{{quantity.span.end + 1, quantity.span.end + 8}, "workers", "worker", "people"};
  document.paragraphs->push_back(paragraph);
  Attribution attribution;
  attribution.quote = Id<Quote>(document.quotes->size());
  attribution.speaker = {Id<Source>(number % 9)};
  document.attributions->push_back(attribution);
  Evidence evidence;
  evidence.target = attribution.quote;
  evidence.entry = "port-" + std::to_string(number);
  evidence.passage = "the harbour never had fewer than " + count +
                     " workers on the quays, and some of them will be back by October";
  evidence.edits = {{EditOp::replace, "more", "fewer", EditKind::opposite, EditSeverity::high}};
  document.verdicts->push_back({attribution.quote,
                                VerdictLabel::altered,
                                {},
                                {Id<Evidence>(document.evidence->size())},
                                "Two words differ."});
  document.evidence->push_back(evidence);
  document.findings->push_back(finding(quote.content, number));
  if (number % 3 == 0) document.findings->push_back(finding(quantity.span, number));
  document.quotes->push_back(std::move(quote));
  document.quantities->push_back(std::move(quantity));
}

Document made(std::size_t paragraphs) {
  Document document;
  document.id = "bench";
  document.language = "en";
  document.paragraphs.emplace();
  document.quotes.emplace();
  document.sources.emplace();
  document.attributions.emplace();
  document.quantities.emplace();
  document.claims.emplace();
  document.evidence.emplace();
  document.verdicts.emplace();
  document.findings.emplace();
  for (std::size_t i = 0; i < 9; ++i) {
    document.sources->push_back({"Minister Number " + std::to_string(i),
                                 SourceKind::person,
                                 std::nullopt,
                                 std::nullopt,
                                 {}});
  }
  for (std::size_t i = 0; i < paragraphs; ++i) add_paragraph(document, i);
  return document;
}

void measure(const RuleSet& words, std::size_t paragraphs, ReportFormat format) {
  const Document document = made(paragraphs);
  const std::string record = write_record(document);
  std::size_t rendered = 0;
  constexpr int runs = 7;
  const double seconds = seconds_of(
      runs, [&] { rendered = render_report(document, words, {.format = format})->size(); });
  const std::string name = "report/" + std::string(name_of(format)) + "/" +
                           std::to_string(paragraphs) + "-paragraphs/" + std::to_string(rendered) +
                           "-bytes-out";
  print({name, record.size(), seconds}, copy_seconds(record));
}

}  // namespace

int main() {
  auto library = RuleLibrary::open({std::filesystem::path(COTEJO_SOURCE_DIR) / "rules"});
  const auto words = library ? library->rules_for("en") : library.error();
  if (!words) {
    std::fprintf(stderr, "%s\n", words.error().to_string().c_str());
    return 2;
  }
  for (const std::size_t paragraphs : {60U, 600U, 6000U}) {
    measure(**words, paragraphs, ReportFormat::html);
    measure(**words, paragraphs, ReportFormat::text);
  }
}
