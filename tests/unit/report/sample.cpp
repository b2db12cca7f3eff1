#include "sample.hpp"

#include <cotejo/rules/rule_library.hpp>

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <stdexcept>
#include <utility>
#include <vector>

namespace sample {
namespace {

namespace fs = std::filesystem;
using namespace cotejo;

constexpr std::string_view article =
    "El puerto de Almadraba reabrirá en otoño, según su directora\n"
    "Una obra de 4.500 millones de euros dejó a 14 mi trabajadores sin muelle\n"
    "La directora del puerto, Inés Carballo, prometió que “todas las grúas volverán a "
    "funcionar en octubre”, informó el martes la agencia estatal Delta.\n"
    "Según Carballo, la primera fase “nunca costó más de 300 millones” y empleó a 1.200 "
    "personas.\n"
    "“No sabemos cuándo”,admitió un capataz. Delta añadió que unos 1.400 obreros siguen en "
    "la obra.\n"
    "El 40 % de los barcos y el 75 % de los remolcadores irán a Punta Sal, dijo.\n";

Paragraph paragraph(std::string_view text, std::size_t begin, std::size_t end, ParagraphRole role) {
  Paragraph result;
  result.span = {static_cast<Offset>(begin), static_cast<Offset>(end)};
  result.role = role;
  // Good enough for this text: a sentence ends at ". ".
  std::size_t from = begin;
  while (from < end) {
    const std::size_t stop = std::min(text.find(". ", from), end);
    const std::size_t to = stop == end ? end : stop + 1;
    result.sentences.push_back({static_cast<Offset>(from), static_cast<Offset>(to)});
    from = to + 1;
  }
  return result;
}

std::vector<Paragraph> paragraphs(std::string_view text) {
  std::vector<Paragraph> result;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = text.find('\n', begin);
    const ParagraphRole role = result.empty()       ? ParagraphRole::headline
                               : result.size() == 1 ? ParagraphRole::standfirst
                                                    : ParagraphRole::body;
    result.push_back(paragraph(text, begin, end, role));
    begin = end + 1;
  }
  return result;
}

Quote quote(std::string_view text, QuoteKind kind, std::string_view content, std::string_view mark,
            std::string_view cue, std::string_view source) {
  Quote result;
  result.kind = kind;
  result.content = place_of(text, content);
  result.text = content;
  result.parts = {result.content};
  if (!mark.empty()) result.marks = {place_of(text, mark)};
  result.cue = place_of(text, cue);
  result.cue_text = cue;
  if (!source.empty()) {
    result.source = place_of(text, source);
    result.source_text = source;
  }
  result.rule = "es.quotes.test";
  return result;
}

Quantity quantity(std::string_view text, QuantityKind kind, std::string_view span,
                  std::string_view phrase, double value) {
  Quantity result;
  result.kind = kind;
  result.span = place_of(text, span);
  result.number = result.span;
  result.phrase = place_of(text, phrase);
  result.text = span;
  result.low = result.high = value;
  result.rule = "es.quantities.test";
  return result;
}

void count(Quantity& quantity, std::string_view text, std::string_view noun,
           std::string_view lemma) {
  quantity.counted = Counted{place_of(text, noun), std::string(noun), std::string(lemma), "people"};
}

std::vector<Quantity> quantities(std::string_view text) {
  std::vector<Quantity> all{
      quantity(text, QuantityKind::money, "4.500 millones de euros", "4.500 millones de euros",
               4.5e9),
      quantity(text, QuantityKind::count, "14 mi", "14 mi trabajadores", 14000),
      quantity(text, QuantityKind::money, "300 millones", "más de 300 millones", 3e8),
      quantity(text, QuantityKind::count, "1.200", "1.200 personas", 1200),
      quantity(text, QuantityKind::count, "1.400", "unos 1.400 obreros", 1400),
      quantity(text, QuantityKind::percent, "40 %", "40 % de los barcos", 40),
      quantity(text, QuantityKind::percent, "75 %", "75 % de los remolcadores", 75)};
  all[0].unit = "EUR";
  all[1].slip = Slip{SlipKind::dropped_letter, "mi", "mil", 14};
  count(all[1], text, "trabajadores", "trabajador");
  all[2].high = std::nullopt;
  all[2].modifier = Modifier::more_than;
  count(all[3], text, "personas", "persona");
  all[4].modifier = Modifier::about;
  count(all[4], text, "obreros", "trabajador");
  return all;
}

std::vector<Source> sources(std::string_view text) {
  return {{"Inés Carballo",
           SourceKind::person,
           std::nullopt,
           std::nullopt,
           {place_of(text, "Inés Carballo"), place_of(text, "Carballo", 1)}},
          {"Delta",
           SourceKind::news_agency,
           "delta",
           SourceControl::state,
           {place_of(text, "Delta"), place_of(text, "Delta", 1)}},
          {"un capataz",
           SourceKind::unnamed,
           std::nullopt,
           std::nullopt,
           {place_of(text, "un capataz")}}};
}

Attribution attribution(std::size_t quote, std::vector<Id<Source>> speaker) {
  Attribution result;
  result.quote = Id<Quote>(quote);
  result.speaker = std::move(speaker);
  result.confidence = 0.9;
  result.rule = "es.attribution.test";
  return result;
}

Evidence evidence(const Target& target, std::string entry, std::string passage) {
  Evidence result;
  result.target = target;
  result.entry = std::move(entry);
  result.span = {0, static_cast<Offset>(passage.size())};
  result.passage = std::move(passage);
  result.date = "2025-09-02";
  result.similarity = 0.9;
  return result;
}

Finding finding(std::string_view text, std::string code, Severity severity, std::string_view words,
                std::string message) {
  Finding result;
  result.code = std::move(code);
  result.severity = severity;
  result.span = place_of(text, words);
  result.message = std::move(message);
  result.rule = "es.check.test";
  return result;
}

void add_attributions(Document& document) {
  document.sources = sources(document.text);
  document.attributions =
      std::vector{attribution(0, {Id<Source>(1)}), attribution(1, {Id<Source>(0)}),
                  attribution(2, {Id<Source>(0)}), attribution(3, {Id<Source>(2)}),
                  attribution(4, {Id<Source>(1)}), attribution(5, {})};
  (*document.attributions)[1].reported_by = {
      {Id<Source>(1), Id<Quote>(0), RelayHow::explicit_here, 1}};
  (*document.attributions)[2].resolved = SpeakerHow::description;
}

void add_quotes(Document& document) {
  const std::string_view text = document.text;
  constexpr std::string_view promise =
      "La directora del puerto, Inés Carballo, prometió que “todas las grúas volverán a "
      "funcionar en octubre”";
  constexpr std::string_view cranes = "todas las grúas volverán a funcionar en octubre";
  document.quotes = std::vector{
      quote(text, QuoteKind::indirect, promise, "", "informó", "la agencia estatal Delta"),
      quote(text, QuoteKind::mixed, cranes, cranes, "prometió",
            "La directora del puerto, Inés Carballo"),
      quote(text, QuoteKind::mixed,
            "la primera fase “nunca costó más de 300 millones” y empleó a 1.200 personas",
            "nunca costó más de 300 millones", "Según", "Carballo"),
      quote(text, QuoteKind::direct, "No sabemos cuándo", "No sabemos cuándo", "admitió",
            "un capataz"),
      quote(text, QuoteKind::indirect, "unos 1.400 obreros siguen en la obra", "", "añadió",
            "Delta"),
      quote(text, QuoteKind::indirect,
            "El 40 % de los barcos y el 75 % de los remolcadores irán a Punta Sal", "", "dijo",
            "")};
  (*document.quotes)[1].inside = Id<Quote>(0);
}

void add_claims(Document& document) {
  Claim workers;
  workers.span = place_of(document.text, "unos 1.400 obreros siguen en la obra");
  workers.text = slice(document.text, workers.span);
  workers.quantities = {Id<Quantity>(4)};
  workers.attribution = Id<Attribution>(4);
  workers.check_worthiness = 0.62;
  Claim ships;
  ships.span = place_of(document.text, "El 40 % de los barcos");
  ships.text = slice(document.text, ships.span);
  ships.quantities = {Id<Quantity>(5)};
  ships.check_worthiness = 0.81;
  document.claims = std::vector{workers, ships};
}

void add_checks(Document& document) {
  Evidence cranes =
      evidence(Id<Quote>(1), "puerto-2025-09-02", "algunas grúas volverán a funcionar en octubre");
  cranes.speaker = "Inés Carballo";
  cranes.url = "https://puerto.example/actas?id=1&x=2";
  cranes.before = "Se lo digo a todos.";
  cranes.after = "Lo demás, en primavera.";
  cranes.edits = {{EditOp::replace, "todas", "algunas", EditKind::scope, EditSeverity::high}};
  Evidence figure = evidence(Id<Claim>(0), "plantilla-2025", "1.400 contratos, censo de agosto");
  Evidence check = evidence(Id<Claim>(1), "verifica-117", "El 40 % de la flota: engañoso");
  check.speaker = "Verifica";
  check.url = "javascript:alert(1)";
  document.evidence = std::vector{cranes, figure, check};
  document.verdicts = std::vector<Verdict>{
      {Id<Quote>(1),
       VerdictLabel::altered,
       {VerdictLabel::older},
       {Id<Evidence>(0)},
       "Dice «todas» donde la fuente dice «algunas»."},
      {Id<Quote>(2), VerdictLabel::not_found, {}, {}, "12 entradas de Carballo, ninguna parecida."},
      {Id<Quote>(3), VerdictLabel::not_checkable, {}, {}, "Nada de esta persona en el corpus."},
      {Id<Claim>(0), VerdictLabel::agrees, {}, {Id<Evidence>(1)}, "El censo da 1.400."}};
}

void add_findings(Document& document) {
  const std::string_view text = document.text;
  document.findings = std::vector{
      finding(text, "number-slip", Severity::error, "14 mi trabajadores",
              "«14 mi trabajadores»: ¿errata por «14 mil trabajadores»?"),
      finding(text, "quote-altered", Severity::error,
              "todas las grúas volverán a funcionar en octubre",
              "La fuente dice «algunas», no «todas»."),
      finding(text, "state-media-only", Severity::warning, "la agencia estatal Delta",
              "Todo esto descansa en un medio estatal."),
      finding(text, "quote-not-found", Severity::warning, "nunca costó más de 300 millones",
              "El corpus no tiene nada parecido de Carballo."),
      finding(text, "quantity-conflict", Severity::error, "300 millones” y empleó a 1.200",
              "Cruza el final de la cita."),
      finding(text, "space-missing", Severity::note, "”,admitió", "Falta un espacio."),
      finding(text, "percent-mismatch", Severity::error,
              "40 % de los barcos y el 75 % de los remolcadores", "40 + 75 = 115, no 100.")};
  (*document.findings)[1].verdict = Id<Verdict>(0);
}

Span append(std::string& text, std::string_view words) {
  const auto begin = static_cast<Offset>(text.size());
  text += words;
  return {begin, static_cast<Offset>(text.size())};
}

Finding numbered_finding(std::string code, Span span, std::size_t number) {
  Finding result;
  result.code = std::move(code);
  result.severity = static_cast<Severity>(number % 3);
  result.span = span;
  result.message = "No es lo que dice la fuente, ni lo que se lee más arriba; ¿cuál de los dos?";
  result.rule = "es.check.test";
  return result;
}

void add_long_paragraph(Document& document, std::size_t number, std::size_t doubled) {
  std::string& text = document.text;
  const auto begin = static_cast<Offset>(text.size());
  append(text, "La directora dijo en la reunión " + std::to_string(number) + " que “");
  Quote quote;
  quote.content.begin = append(text, "el puerto nunca tuvo más de ").begin;
  Quantity quantity;
  quantity.span = append(text, std::to_string(1000 + number));
  quote.content.end = append(text, " obreros en los muelles, y que todos volverán en octubre").end;
  quote.text = slice(text, quote.content);
  quote.parts = quote.marks = {quote.content};
  quote.kind = QuoteKind::mixed;
  append(text, "”, según la agencia. Las cifras de la autoridad portuaria dicen otra cosa, ");
  const Offset end = append(text, "y los prácticos también.").end;
  append(text, "\n");
  quantity.number = quantity.phrase = quantity.span;
  quantity.text = slice(text, quantity.span);
  quantity.low = quantity.high = static_cast<double>(1000 + number);
  Paragraph paragraph;
  paragraph.span = {begin, end};
  document.paragraphs->push_back(paragraph);
  document.attributions->push_back(attribution(document.quotes->size(), {Id<Source>(0)}));
  Evidence found = evidence(Id<Quote>(number), "acta-" + std::to_string(number),
                            "el puerto nunca tuvo menos de " + quantity.text + " obreros");
  found.edits = {{EditOp::replace, "más", "menos", EditKind::opposite, EditSeverity::high}};
  document.verdicts->push_back({Id<Quote>(number),
                                VerdictLabel::altered,
                                {},
                                {Id<Evidence>(document.evidence->size())},
                                "Difieren dos palabras."});
  document.evidence->push_back(std::move(found));
  document.findings->push_back(numbered_finding("quote-altered", quote.content, number));
  if (number < doubled) {
    document.findings->push_back(numbered_finding("number-slip", quantity.span, number));
  }
  document.quotes->push_back(std::move(quote));
  document.quantities->push_back(std::move(quantity));
}

fs::path words_directory(const std::string& language) {
  const fs::path from = fs::path(COTEJO_SOURCE_DIR) / "rules" / language;
  const fs::path directory =
      fs::temp_directory_path() / ("cotejo-report-words-" + std::to_string(::getpid()));
  fs::create_directories(directory / language);
  for (const auto* file : {"language.toml", "report.words.toml"}) {
    fs::copy_file(from / file, directory / language / file, fs::copy_options::overwrite_existing);
  }
  return directory;
}

}  // namespace

Span place_of(std::string_view text, std::string_view words, int nth) {
  std::size_t at = text.find(words);
  for (; nth > 0 && at != std::string_view::npos; --nth) at = text.find(words, at + 1);
  if (at == std::string_view::npos)
    throw std::logic_error("not in the text: " + std::string(words));
  return {static_cast<Offset>(at), static_cast<Offset>(at + words.size())};
}

Document bare_document() {
  Document document;
  document.id = "puerto";
  document.text = article;
  return document;
}

Document empty_document() {
  Document document;
  document.id = "puerto";
  return document;
}

Document full_document() {
  Document document = bare_document();
  document.rules = "sha256:0123456789abcdef";
  document.language = "es";
  document.date = "2025-09-09";
  document.meta.outlet = "El Faro";
  document.meta.path = "puerto.txt";
  document.paragraphs = paragraphs(document.text);
  add_quotes(document);
  add_attributions(document);
  document.quantities = quantities(document.text);
  add_claims(document);
  add_checks(document);
  add_findings(document);
  return document;
}

Document hostile_document() {
  Document document = full_document();
  const std::string bad = "<script>alert(1)</script>\"'\u202E\u200B{{{style_html}}}";
  document.id = bad;
  document.meta.title = bad;
  document.meta.byline = document.meta.outlet = document.meta.url = document.meta.path = bad;
  document.rules = bad;
  document.language = "\" onload=\"x";
  for (auto& source : *document.sources) source.name = bad;
  for (auto& finding : *document.findings) {
    finding.message = finding.code = finding.rule = bad;
  }
  for (auto& quote : *document.quotes) quote.cue_text = quote.source_text = quote.rule = bad;
  for (auto& claim : *document.claims) claim.text = bad;
  for (auto& verdict : *document.verdicts) verdict.justification = bad;
  for (auto& quantity : *document.quantities) {
    quantity.unit = bad;
    if (quantity.slip) quantity.slip->from = bad;
    if (quantity.counted) quantity.counted->text = bad;
  }
  for (auto& evidence : *document.evidence) {
    evidence.entry = evidence.passage = evidence.before = evidence.after = bad;
    evidence.speaker = evidence.date = evidence.url = bad;
    for (auto& edit : evidence.edits) edit.quoted = edit.original = bad;
  }
  return document;
}

Document long_document(std::size_t paragraphs, std::size_t findings) {
  Document document;
  document.id = "largo";
  document.language = "es";
  document.date = "2025-09-09";
  document.paragraphs.emplace();
  document.quotes.emplace();
  document.attributions.emplace();
  document.quantities.emplace();
  document.claims.emplace();
  document.evidence.emplace();
  document.verdicts.emplace();
  document.findings.emplace();
  document.sources =
      std::vector{Source{"Inés Carballo", SourceKind::person, std::nullopt, std::nullopt, {}}};
  for (std::size_t i = 0; i < paragraphs; ++i)
    add_long_paragraph(document, i, findings - paragraphs);
  return document;
}

Sheet sheet_of(const Document& document, const std::string& language, const ReviewInput& review) {
  const RuleSet& rules = words(language);
  return make_sheet(document, rules, make_desk(document, rules, review));
}

const RuleSet& words(const std::string& language) {
  static std::map<std::string, RuleLibrary> libraries;
  auto found = libraries.find(language);
  if (found == libraries.end()) {
    const fs::path directory = words_directory(language);
    auto library = RuleLibrary::open({directory});
    if (!library) throw std::runtime_error(library.error().to_string());
    found = libraries.emplace(language, std::move(*library)).first;
    const auto loaded = found->second.rules_for(language);
    fs::remove_all(directory);
    if (!loaded) throw std::runtime_error(loaded.error().to_string());
  }
  return **found->second.rules_for(language);
}

}  // namespace sample
