#include "tables.hpp"

#include <cotejo/io/entry_table.hpp>
#include <cotejo/io/json_text.hpp>
#include <cotejo/report/places.hpp>
#include <cotejo/report/render_diagnostics.hpp>
#include <cotejo/report/visible_text.hpp>

#include <initializer_list>
#include <string_view>
#include <vector>

namespace cotejo {
namespace {

std::string number(const std::optional<double>& value) {
  std::string text;
  if (value) append_json_number(text, *value);
  return text;
}

std::string score(double value) {
  std::string text;
  append_json_score(text, value);
  return text;
}

std::string joined(const std::vector<std::string>& words, std::string_view between) {
  std::string text;
  for (const std::string& word : words) {
    if (!text.empty()) text += between;
    text += word;
  }
  return text;
}

std::string name_of_source(const Document& document, Id<Source> id) {
  return (*document.sources)[id.index].name;
}

std::string speakers(const Document& document, const Attribution& attribution) {
  std::vector<std::string> names;
  for (const Id<Source> id : attribution.speaker) names.push_back(name_of_source(document, id));
  return joined(names, "; ");
}

std::string relays(const Document& document, const Attribution& attribution) {
  std::vector<std::string> names;
  for (const Relay& relay : attribution.reported_by) {
    names.push_back(name_of_source(document, relay.source));
  }
  return joined(names, "; ");
}

std::string days(const std::optional<TimeRange>& period) {
  if (!period || (period->from.empty() && period->to.empty())) return "";
  return period->from + "/" + period->to;
}

std::string shown_slip(const std::optional<Slip>& slip) {
  return slip ? std::string{name_of(slip->kind)} + ": " + slip->from + " > " + slip->to : "";
}

// One row: id and place come first, for every table.
class Rows {
 public:
  explicit Rows(const Document& document) : document_(&document), places_(document.text) {}

  void add(Span span, std::initializer_list<std::string_view> cells) {
    out_ += tsv_cell(document_->id) + "\t" + to_string(places_.find(span.begin));
    for (const std::string_view cell : cells) {
      out_ += '\t';
      out_ += tsv_cell(cell);
    }
    out_ += '\n';
  }

  [[nodiscard]] std::string take() && { return std::move(out_); }

 private:
  const Document* document_;
  PlaceFinder places_;
  std::string out_;
};

std::string rows_of_paragraphs(const Document& document) {
  Rows rows(document);
  for (const Paragraph& paragraph : *document.paragraphs) {
    rows.add(paragraph.span, {name_of(paragraph.role), std::to_string(paragraph.sentences.size()),
                              slice(document.text, paragraph.span)});
  }
  return std::move(rows).take();
}

std::string rows_of_quotes(const Document& document) {
  Rows rows(document);
  for (const Quote& quote : *document.quotes) {
    rows.add(quote.content,
             {name_of(quote.kind), quote.text, quote.cue_text, quote.source_text, quote.rule});
  }
  return std::move(rows).take();
}

std::string rows_of_attributions(const Document& document) {
  Rows rows(document);
  for (const Attribution& attribution : *document.attributions) {
    const Quote& quote = (*document.quotes)[attribution.quote.index];
    rows.add(quote.content,
             {name_of(quote.kind), speakers(document, attribution), relays(document, attribution),
              name_of(attribution.resolved), score(attribution.confidence), quote.text});
  }
  return std::move(rows).take();
}

std::string rows_of_quantities(const Document& document) {
  Rows rows(document);
  for (const Quantity& quantity : *document.quantities) {
    rows.add(quantity.span, {name_of(quantity.kind), number(quantity.low), number(quantity.high),
                             name_of(quantity.modifier), quantity.unit.value_or(""),
                             quantity.counted ? quantity.counted->text : "", quantity.text,
                             shown_slip(quantity.slip)});
  }
  return std::move(rows).take();
}

std::string claim_speakers(const Document& document, const Claim& claim) {
  if (!claim.attribution) return "";
  return speakers(document, (*document.attributions)[claim.attribution->index]);
}

std::string rows_of_claims(const Document& document) {
  Rows rows(document);
  for (const Claim& claim : *document.claims) {
    rows.add(claim.span, {score(claim.check_worthiness), claim.measure.value_or(""),
                          joined(claim.subject, " "), joined(claim.place, " "), days(claim.period),
                          claim_speakers(document, claim), claim.text});
  }
  return std::move(rows).take();
}

std::string rows_of_findings(const Document& document) {
  Rows rows(document);
  for (const Finding& finding : *document.findings) {
    rows.add(finding.span, {name_of(finding.severity), finding.code, finding.message});
  }
  return std::move(rows).take();
}

// "  3:14  mixed  «words»" and further facts on a line of their own.
class Listing {
 public:
  Listing(const Document& document, Colour colour) : places_(document.text), colour_(colour) {
    out_ = bold(document.meta.path.empty() ? document.id : document.meta.path, colour) + "\n";
  }

  void item(Span span, std::string_view kind, std::string_view text) {
    std::string place = to_string(places_.find(span.begin));
    place.insert(0, place.size() < place_width ? place_width - place.size() : 0, ' ');
    out_ += place + "  " + bold(kind, colour_) + "  " + show_on_one_line(text) + "\n";
  }

  void fact(std::string_view name, std::string_view value) {
    if (value.empty()) return;
    out_ += std::string(place_width + 2, ' ') + faint(name, colour_) + " " +
            show_on_one_line(value) + "\n";
  }

  [[nodiscard]] std::string take() && { return std::move(out_); }

 private:
  static constexpr std::size_t place_width = 8;

  PlaceFinder places_;
  Colour colour_;
  std::string out_;
};

std::string list_quotes(const Document& document, Colour colour) {
  Listing listing(document, colour);
  for (const Quote& quote : *document.quotes) {
    listing.item(quote.content, name_of(quote.kind), quote.text);
    listing.fact("cue", quote.cue_text);
    listing.fact("source", quote.source_text);
  }
  return std::move(listing).take();
}

std::string list_attributions(const Document& document, Colour colour) {
  Listing listing(document, colour);
  for (const Attribution& attribution : *document.attributions) {
    const Quote& quote = (*document.quotes)[attribution.quote.index];
    listing.item(quote.content, name_of(quote.kind), quote.text);
    const std::string names = speakers(document, attribution);
    const std::string how = " (" + std::string{name_of(attribution.resolved)} + ", " +
                            score(attribution.confidence) + ")";
    listing.fact("speaker", names.empty() ? "not settled" : names + how);
    listing.fact("reported by", relays(document, attribution));
  }
  return std::move(listing).take();
}

std::string value_of(const Quantity& quantity) {
  if (quantity.low == quantity.high) return number(quantity.low);
  return number(quantity.low) + " to " + number(quantity.high);
}

std::string list_quantities(const Document& document, Colour colour) {
  Listing listing(document, colour);
  for (const Quantity& quantity : *document.quantities) {
    listing.item(quantity.phrase, name_of(quantity.kind), slice(document.text, quantity.phrase));
    std::string value = value_of(quantity);
    if (quantity.unit) value += " " + *quantity.unit;
    if (quantity.modifier != Modifier::exact) {
      value += " (" + std::string{name_of(quantity.modifier)} + ")";
    }
    listing.fact("value", value);
    listing.fact("time", days(quantity.time));
    listing.fact("slip", shown_slip(quantity.slip));
  }
  return std::move(listing).take();
}

std::string list_claims(const Document& document, Colour colour) {
  Listing listing(document, colour);
  for (const Claim& claim : *document.claims) {
    listing.item(claim.span, score(claim.check_worthiness), claim.text);
    listing.fact("speaker", claim_speakers(document, claim));
    listing.fact("measure", claim.measure.value_or(""));
    listing.fact("place", joined(claim.place, " "));
    listing.fact("period", days(claim.period));
  }
  return std::move(listing).take();
}

}  // namespace

std::string table_header(Stage stage) {
  switch (stage) {
    case Stage::read:
      return "id\tplace\trole\tsentences\ttext\n";
    case Stage::quotes:
      return "id\tplace\tkind\ttext\tcue\tsource\trule\n";
    case Stage::attribution:
      return "id\tplace\tkind\tspeaker\treported_by\tresolved\tconfidence\ttext\n";
    case Stage::quantities:
      return "id\tplace\tkind\tlow\thigh\tmodifier\tunit\tcounted\ttext\tslip\n";
    case Stage::claims:
      return "id\tplace\tcheck_worthiness\tmeasure\tsubject\tplace_name\tperiod\tspeaker\ttext\n";
    case Stage::check:
      return "id\tplace\tseverity\tcode\tmessage\n";
  }
  return "";
}

std::string table_rows(const Document& document, Stage stage) {
  switch (stage) {
    case Stage::read:
      return rows_of_paragraphs(document);
    case Stage::quotes:
      return rows_of_quotes(document);
    case Stage::attribution:
      return rows_of_attributions(document);
    case Stage::quantities:
      return rows_of_quantities(document);
    case Stage::claims:
      return rows_of_claims(document);
    case Stage::check:
      return rows_of_findings(document);
  }
  return "";
}

std::string layer_for_people(const Document& document, Stage stage, Colour colour) {
  switch (stage) {
    case Stage::read:
      return document.text;
    case Stage::quotes:
      return list_quotes(document, colour);
    case Stage::attribution:
      return list_attributions(document, colour);
    case Stage::quantities:
      return list_quantities(document, colour);
    case Stage::claims:
      return list_claims(document, colour);
    case Stage::check:
      return render_diagnostics(document, colour);
  }
  return "";
}

}  // namespace cotejo
