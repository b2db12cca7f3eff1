#include "samples.hpp"

#include <cotejo/io/json_text.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace cotejo::samples {
namespace {

// Random values of the record's types over one text.
class Maker {
 public:
  explicit Maker(std::mt19937& random) : random_(random) {}

  std::size_t below(std::size_t limit) {
    return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random_);
  }
  bool maybe() { return below(2) == 1; }
  double score() { return rounded_score(static_cast<double>(below(1001)) / 1000); }
  double number() {
    const std::vector<double> numbers{0,    1,     14000, 2.5, 0.667, 1e15, 123456789.125,
                                      1e-9, 4.5e9, -7};
    return numbers[below(numbers.size())] + static_cast<double>(below(5));
  }

  template <typename Enum>
  Enum named() {
    return static_cast<Enum>(below(names_of<Enum>.size()));
  }

  std::string words() {
    const std::vector<std::string> pieces{"uno ", "«dos» ", "\n", "\t", "\"",   "\\", "é",
                                          "😀",   "\x01",   "/",  "ñu", "</p>", "한"};
    std::string some;
    for (std::size_t i = below(12); i > 0; --i) some += pieces[below(pieces.size())];
    return some;
  }
  std::string some_words() { return "x" + words(); }
  std::string words_or_nothing() { return maybe() ? words() : std::string{}; }
  std::optional<std::string> maybe_words() {
    return maybe() ? std::optional{words()} : std::nullopt;
  }
  std::string day() { return "20" + two(10, 15) + "-" + two(1, 12) + "-" + two(1, 28); }

  void set_text() {
    for (int i = 0; i < 20; ++i) text += words();
    places_.clear();
    for (std::size_t i = 0; i <= text.size(); ++i) {
      if (i == text.size() || (static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) {
        places_.push_back(static_cast<Offset>(i));
      }
    }
  }
  Span span() {
    const Offset a = places_[below(places_.size())];
    const Offset b = places_[below(places_.size())];
    return {std::min(a, b), std::max(a, b)};
  }
  std::optional<Span> maybe_span() { return maybe() ? std::optional{span()} : std::nullopt; }
  std::vector<Span> spans() {
    std::vector<Span> some(below(4));
    for (Span& one : some) one = span();
    return some;
  }
  // Ascending, not overlapping, inside `whole`.
  std::vector<Span> row(Span whole) {
    std::vector<Offset> bounds;
    for (const Offset place : places_) {
      if (whole.begin <= place && place <= whole.end && below(5) == 0) bounds.push_back(place);
    }
    std::vector<Span> spans;
    for (std::size_t i = 0; i + 1 < bounds.size(); i += 2) {
      spans.push_back({bounds[i], bounds[i + 1]});
    }
    return spans;
  }
  Span whole() const { return {0, static_cast<Offset>(text.size())}; }
  std::string under(Span one) const { return std::string{slice(text, one)}; }
  std::string under(const std::optional<Span>& one) const { return one ? under(*one) : ""; }

  template <typename T>
  std::vector<Id<T>> ids(std::size_t count) {
    std::vector<Id<T>> some;
    for (std::size_t i = count == 0 ? 0 : below(4); i > 0; --i) some.emplace_back(below(count));
    return some;
  }

  std::string text;

 private:
  std::string two(std::size_t from, std::size_t to) {
    const std::string digits = std::to_string(from + below(to - from + 1));
    return digits.size() == 1 ? "0" + digits : digits;
  }

  std::mt19937& random_;
  std::vector<Offset> places_;
};

Quote quote(Maker& make) {
  Quote quote;
  quote.kind = make.named<QuoteKind>();
  quote.content = make.span();
  quote.parts = {quote.content};
  if (const auto row = make.row(quote.content); row.size() > 1 && make.maybe()) {
    quote.parts = row;
    quote.content = hull(row.front(), row.back());
  }
  for (const Span part : quote.parts) {
    if (part != quote.parts.front()) quote.text += " … ";
    quote.text += make.under(part);
  }
  quote.marks = make.row(make.whole());
  quote.cue = make.maybe_span();
  quote.cue_text = make.under(quote.cue);
  quote.cue_lemma = make.words_or_nothing();
  quote.cue_class = make.words_or_nothing();
  quote.source = make.maybe_span();
  quote.source_text = make.under(quote.source);
  quote.rule = make.words_or_nothing();
  return quote;
}

Source source(Maker& make) {
  Source source;
  source.name = make.words();
  source.kind = make.named<SourceKind>();
  source.entity = make.maybe_words();
  if (make.maybe()) source.control = make.named<SourceControl>();
  source.mentions = make.row(make.whole());
  return source;
}

std::optional<TimeRange> time_range(Maker& make) {
  if (make.maybe()) return std::nullopt;
  TimeRange range;
  range.grain = make.named<Grain>();
  if (make.maybe()) range.from = make.day();
  if (make.maybe()) range.to = make.day();
  if (!range.to.empty() && range.to < range.from) std::swap(range.from, range.to);
  return range;
}

Quantity quantity(Maker& make) {
  Quantity quantity;
  quantity.kind = make.named<QuantityKind>();
  quantity.number = make.span();
  quantity.span = make.span();
  quantity.phrase = make.span();
  quantity.text = make.under(quantity.span);
  if (make.maybe()) quantity.low = make.number();
  if (make.maybe()) quantity.high = make.number();
  if (quantity.low > quantity.high && quantity.high) std::swap(quantity.low, quantity.high);
  quantity.modifier = make.named<Modifier>();
  quantity.modifier_span = make.maybe_span();
  quantity.unit = make.maybe_words();
  if (make.maybe()) {
    const Span span = make.span();
    quantity.counted = {span, make.under(span), make.words_or_nothing(), make.words_or_nothing()};
  }
  quantity.time = time_range(make);
  for (std::size_t i = make.below(3); i > 0; --i) quantity.alternatives.push_back(make.number());
  if (make.maybe()) {
    quantity.slip = {make.named<SlipKind>(), make.words(), make.words(), make.number()};
  }
  quantity.rule = make.words();
  return quantity;
}

Attribution attribution(Maker& make, std::size_t place, const Document& document) {
  const std::size_t sources = document.sources->size();
  Attribution attribution;
  attribution.quote = Id<Quote>{place};
  attribution.speaker = make.ids<Source>(sources);
  for (const Id<Source> id : make.ids<Source>(sources)) {
    Relay relay{
        .source = id, .quote = {}, .how = make.named<RelayHow>(), .confidence = make.score()};
    if (make.maybe()) relay.quote = Id<Quote>{make.below(document.quotes->size())};
    attribution.reported_by.push_back(relay);
  }
  attribution.resolved = make.named<SpeakerHow>();
  attribution.confidence = make.score();
  attribution.rule = make.words();
  return attribution;
}

Claim claim(Maker& make, const Document& document) {
  const std::size_t attributions = document.attributions ? document.attributions->size() : 0;
  Claim claim;
  claim.span = make.span();
  claim.text = make.under(claim.span);
  claim.quantities = make.ids<Quantity>(document.quantities->size());
  if (attributions > 0 && make.maybe())
    claim.attribution = Id<Attribution>{make.below(attributions)};
  claim.measure = make.maybe_words();
  if (make.maybe()) claim.subject = {make.words(), make.words()};
  if (make.maybe()) claim.place = {make.words()};
  claim.period = time_range(make);
  claim.check_worthiness = make.score();
  if (make.maybe()) claim.reasons = {{make.words(), make.score() - 0.5}};
  for (Reason& reason : claim.reasons) reason.weight = rounded_score(reason.weight);
  return claim;
}

Target target(Maker& make, const Document& document) {
  if (document.quotes && !document.quotes->empty() && make.maybe()) {
    return Id<Quote>{make.below(document.quotes->size())};
  }
  return Id<Claim>{make.below(document.claims->size())};
}

Evidence evidence(Maker& make, const Document& document) {
  Evidence evidence;
  evidence.target = target(make, document);
  evidence.entry = make.words();
  evidence.span = make.span();
  evidence.passage = make.words();
  evidence.before = make.words_or_nothing();
  evidence.after = make.words_or_nothing();
  evidence.speaker = make.maybe_words();
  if (make.maybe()) evidence.date = make.day();
  evidence.url = make.maybe_words();
  evidence.similarity = make.score();
  for (std::size_t i = make.below(3); i > 0; --i) {
    evidence.edits.push_back({make.named<EditOp>(), make.words(), make.words(),
                              make.named<EditKind>(), make.named<EditSeverity>()});
  }
  if (make.maybe()) {
    evidence.figure = {1.5, 2.25, make.maybe() ? make.day() : "", make.maybe() ? make.day() : "",
                       make.words()};
  }
  return evidence;
}

Verdict verdict(Maker& make, const Document& document) {
  Verdict verdict;
  verdict.target = target(make, document);
  verdict.label = make.named<VerdictLabel>();
  verdict.evidence = make.ids<Evidence>(document.evidence->size());
  if (verdict.evidence.empty()) verdict.label = VerdictLabel::not_found;
  if (make.maybe()) verdict.also = {make.named<VerdictLabel>()};
  verdict.justification = make.words();
  return verdict;
}

Finding finding(Maker& make, const Document& document) {
  Finding finding;
  finding.code = make.some_words();
  finding.severity = make.named<Severity>();
  finding.span = make.span();
  finding.spans = make.spans();
  finding.message = make.words();
  if (!document.verdicts->empty() && make.maybe()) {
    finding.verdict = Id<Verdict>{make.below(document.verdicts->size())};
  }
  finding.rule = make.words();
  return finding;
}

template <typename T, typename Make>
std::vector<T> some(Maker& make, Make make_one) {
  std::vector<T> items;
  for (std::size_t i = make.below(5); i > 0; --i) items.push_back(make_one(items.size()));
  return items;
}

void fill_quotes(Maker& make, Document& document) {
  document.quotes = some<Quote>(make, [&](std::size_t) { return quote(make); });
  std::ranges::stable_sort(*document.quotes, {}, &Quote::content);
  for (std::size_t place = 1; place < document.quotes->size(); ++place) {
    if (make.maybe()) (*document.quotes)[place].inside = Id<Quote>{make.below(place)};
  }
  if (make.maybe()) return;
  document.sources = some<Source>(make, [&](std::size_t) { return source(make); });
  std::ranges::stable_sort(*document.sources, [](const Source& left, const Source& right) {
    if (left.mentions.empty() || right.mentions.empty()) return !left.mentions.empty();
    return left.mentions.front() < right.mentions.front();
  });
  // Those without mentions must be told apart from those with, and nothing else.
  std::ranges::stable_partition(*document.sources,
                                [](const Source& one) { return !one.mentions.empty(); });
  document.attributions.emplace();
  for (std::size_t i = 0; i < document.quotes->size(); ++i) {
    document.attributions->push_back(attribution(make, i, document));
  }
}

void fill_checks(Maker& make, Document& document) {
  document.evidence = some<Evidence>(make, [&](std::size_t) { return evidence(make, document); });
  std::ranges::stable_sort(*document.evidence, {}, &Evidence::target);
  document.verdicts = some<Verdict>(make, [&](std::size_t) { return verdict(make, document); });
  std::ranges::stable_sort(*document.verdicts, {}, &Verdict::target);
  document.findings = some<Finding>(make, [&](std::size_t) { return finding(make, document); });
  std::ranges::stable_sort(*document.findings, [](const Finding& left, const Finding& right) {
    return left.span != right.span ? left.span < right.span : left.code < right.code;
  });
}

}  // namespace

Document bare_document() {
  Document document;
  document.id = "a";
  document.text = "Ñandú “dijo” 14 mil 😀.";
  return document;
}

Document random_document(std::mt19937& random) {
  Maker make(random);
  Document document;
  document.id = make.some_words();
  document.rules = make.maybe() ? "sha256:0" : "";
  document.language = make.maybe() ? std::optional<std::string>{"es"} : std::nullopt;
  if (make.maybe()) document.date = make.day();
  document.meta = {make.words_or_nothing(), make.words_or_nothing(), make.words_or_nothing(),
                   make.words_or_nothing(), make.words_or_nothing()};
  make.set_text();
  document.text = make.text;
  if (make.below(8) == 0) return document;
  document.paragraphs.emplace();
  for (const Span span : make.row(make.whole())) {
    document.paragraphs->push_back({span, make.named<ParagraphRole>(), make.row(span)});
  }
  if (make.maybe()) fill_quotes(make, document);
  if (make.maybe()) return document;
  document.quantities = some<Quantity>(make, [&](std::size_t) { return quantity(make); });
  std::ranges::stable_sort(*document.quantities, {}, &Quantity::span);
  document.claims = some<Claim>(make, [&](std::size_t) { return claim(make, document); });
  document.claims->push_back(claim(make, document));
  std::ranges::stable_sort(*document.claims, {}, &Claim::span);
  if (make.maybe()) fill_checks(make, document);
  return document;
}

Document full_document() {
  Document document = bare_document();
  document.rules = "sha256:1";
  document.language = "es";
  document.date = "2025-08-13";
  document.meta.title = "Título";
  document.meta.path = "a.txt";
  // "Ñandú “dijo” 14 mil 😀."
  //  0      8     19    23
  document.paragraphs = {{{0, 32}, ParagraphRole::body, {{0, 32}}}};
  document.paragraphs->front().span.end = static_cast<Offset>(document.text.size());
  document.paragraphs->front().sentences.front().end = static_cast<Offset>(document.text.size());
  Quote quote;
  quote.kind = QuoteKind::mixed;
  quote.content = {11, 15};
  quote.text = "dijo";
  quote.parts = {{11, 15}};
  quote.marks = {{11, 15}};
  quote.cue = Span{0, 7};
  quote.cue_text = "Ñandú";
  quote.cue_lemma = "ñandú";
  quote.cue_class = "say";
  quote.rule = "es.quotes.a";
  Quote inner = quote;
  inner.content = {12, 14};
  inner.parts = {{12, 13}, {13, 14}};
  inner.text = "i … j";
  inner.marks = {};
  inner.cue = std::nullopt;
  inner.cue_text = inner.cue_lemma = inner.cue_class = "";
  inner.source = Span{0, 7};
  inner.source_text = "Ñandú";
  inner.inside = Id<Quote>{0};
  document.quotes = {quote, inner};
  document.sources = {{"Ñandú", SourceKind::news_agency, "nandu", SourceControl::state, {{0, 7}}},
                      {"nadie", SourceKind::unnamed, std::nullopt, std::nullopt, {}}};
  document.attributions = {
      {Id<Quote>{0}, {Id<Source>{0}}, {}, SpeakerHow::explicit_here, 0.93, "es.attribution.a"},
      {Id<Quote>{1},
       {Id<Source>{0}, Id<Source>{1}},
       {{Id<Source>{0}, Id<Quote>{0}, RelayHow::inherited, 0.8}},
       SpeakerHow::carried,
       0.5,
       "es.attribution.b"}};
  Quantity quantity;
  quantity.kind = QuantityKind::count;
  quantity.number = {19, 25};
  quantity.span = {19, 25};
  quantity.phrase = {19, 30};
  quantity.text = "14 mil";
  quantity.low = 14000;
  quantity.high = 14000.5;
  quantity.modifier = Modifier::at_least;
  quantity.modifier_span = Span{0, 7};
  quantity.unit = "km";
  quantity.counted = Counted{{26, 30}, "😀", "", "troops"};
  quantity.time = TimeRange{"2024-06-01", "", Grain::month};
  quantity.alternatives = {1.4, 1400};
  quantity.slip = Slip{SlipKind::dropped_letter, "mi", "mil", 14};
  quantity.rule = "es.quantities.a";
  document.quantities = {quantity};
  document.claims = {{{0, 25},
                      "Ñandú “dijo” 14 mil",
                      {Id<Quantity>{0}},
                      Id<Attribution>{1},
                      "troops-deployed",
                      {"corea-del-norte"},
                      {"kursk"},
                      TimeRange{"2024-06-01", "2024-06-30", Grain::month},
                      0.82,
                      {{"es.claims.a", 0.44}}}};
  document.evidence = {
      {Id<Quote>{0},
       "kcna-1",
       {40, 90},
       "pasaje",
       "antes",
       "",
       "Kim",
       "2025-08-12",
       "https://example.org/",
       0.97,
       {{EditOp::replace, "todas", "algunas", EditKind::scope, EditSeverity::high}}},
      {Id<Claim>{0}, "fig-1", {0, 0}, "", "", "", {}, {}, {}, 0, {}}};
  document.verdicts = {
      {Id<Quote>{0}, VerdictLabel::altered, {VerdictLabel::older}, {Id<Evidence>{0}}, "porque sí"},
      {Id<Claim>{0}, VerdictLabel::not_found, {}, {}, ""}};
  document.findings = {{"quote-altered",
                        Severity::error,
                        {11, 15},
                        {{0, 7}},
                        "«dijo»",
                        Id<Verdict>{0},
                        "es.check.a"},
                       {"number-slip", Severity::note, {19, 25}, {}, "14", std::nullopt, ""}};
  return document;
}

}  // namespace cotejo::samples
