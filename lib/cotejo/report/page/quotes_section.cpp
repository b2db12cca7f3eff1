#include <cotejo/report/page/sections.hpp>
#include <cotejo/report/visible_text.hpp>
#include <cotejo/report/word_diff.hpp>
#include <cotejo/report/wording.hpp>

#include <cmath>

namespace cotejo {
namespace {

std::string number_of(std::size_t index) { return std::to_string(index + 1); }

std::string_view name_of_tone(Tone tone) {
  switch (tone) {
    case Tone::good:
      return "good";
    case Tone::doubtful:
      return "doubtful";
    case Tone::bad:
      return "bad";
    case Tone::open:
      break;
  }
  return "open";
}

/// Words that stand on one side only, said to be so in words too: several screen readers pass over
/// <ins> and <del>.
std::string draw_piece(const Sheet& sheet, const DiffPiece& piece) {
  if (piece.side == DiffSide::both) return escape_html(piece.text);
  const bool printed = piece.side == DiffSide::printed;
  const std::string tag = printed ? "ins" : "del";
  const std::string said = word(sheet.words, printed ? "diff-printed" : "diff-original");
  return '<' + tag + "><span class=\"vh\">[" + escape_html(said) + " </span>" +
         escape_html(piece.text) + "<span class=\"vh\">]</span></" + tag + '>';
}

std::string draw_diff(const Sheet& sheet, std::string_view printed, std::string_view original) {
  std::string html;
  for (const DiffPiece& piece : diff_words(printed, original)) {
    if (!piece.glued) html += ' ';
    html += draw_piece(sheet, piece);
  }
  return html;
}

std::vector<PageData> edits_of(const Sheet& sheet, const Evidence& evidence) {
  return data_of_each(evidence.edits, [&](const Edit& edit) {
    return PageData{}
        .text("printed", edit.quoted)
        .text("original", edit.original)
        .text("kind", word_for(sheet.words, "edit", edit.kind))
        .text("severity", std::string(name_of(edit.severity)))
        .text("severity_word", word_for(sheet.words, "weight", edit.severity));
  });
}

bool is_translated(const Sheet& sheet, const QuoteOutline& outline) {
  return outline.verdict &&
         (*sheet.document.verdicts)[outline.verdict->index].label == VerdictLabel::translation;
}

std::vector<PageData> compared_passages(const Sheet& sheet, const QuoteOutline& outline) {
  std::vector<PageData> passages;
  const Quote& quote = (*sheet.document.quotes)[outline.quote.index];
  const std::string printed = printed_words(sheet.document, quote);
  for (const Id<Evidence> id : outline.evidence) {
    const Evidence& evidence = (*sheet.document.evidence)[id.index];
    PageData data = passage_data(sheet, id);
    // Words of two languages do not align; the passage stands beside the quote as it is.
    const bool aligned = !is_translated(sheet, outline);
    data.text("diff_html", aligned ? draw_diff(sheet, printed, evidence.passage) : "")
        .text("has_edits", evidence.edits.empty() ? "" : "edits")
        .list("edits", edits_of(sheet, evidence));
    passages.push_back(std::move(data));
  }
  return passages;
}

PageData card_data(const Sheet& sheet, const QuoteOutline& outline) {
  const Document& document = sheet.document;
  const Quote& quote = (*document.quotes)[outline.quote.index];
  const auto between = [&](Offset begin, Offset end) {
    return std::string(slice(document.text, {begin, end}));
  };
  PageData data;
  data.text("number", number_of(outline.quote.index))
      .text("title", quote_number(sheet, outline.quote))
      .text("kind", word_for(sheet.words, "quote", quote.kind))
      .text("printed", printed_words(document, quote))
      .text("marked", quote.marks.empty() ? "" : "marked")
      .text("cue", quote.cue_text)
      .text("source_words", quote.source_text)
      .text("rule", quote.rule)
      .text("before", between(outline.around.begin, quote.content.begin))
      .text("quoted", std::string(slice(document.text, quote.content)))
      .text("after", between(quote.content.end, outline.around.end))
      .text("inside", quote.inside ? quote_number(sheet, *quote.inside) : "")
      .list("findings", finding_links(sheet, outline.findings))
      .list("passages", compared_passages(sheet, outline));
  if (outline.attribution) {
    const Attribution& said = (*document.attributions)[outline.attribution->index];
    data.text("speaker", speakers_in_words(document, *outline.attribution, sheet.words))
        .text("unsettled", said.speaker.empty() ? "unsettled" : "")
        .text("relays", relays_in_words(document, *outline.attribution, sheet.words))
        .text("resolved", said.speaker.empty() || said.resolved == SpeakerHow::explicit_here
                              ? ""
                              : word_for(sheet.words, "resolved", said.resolved));
  } else {
    data.text("speaker", say_absent(sheet, "attributions"));
  }
  if (outline.verdict) {
    data.part("verdict", verdict_data(sheet, *outline.verdict));
  } else {
    const bool looked_up = document.verdicts.has_value();
    data.text("no_verdict",
              looked_up ? word(sheet.words, "no-verdict") : say_absent(sheet, "verdicts"));
  }
  return data;
}

}  // namespace

PageData verdict_data(const Sheet& sheet, Id<Verdict> id) {
  const Verdict& verdict = (*sheet.document.verdicts)[id.index];
  std::string also;
  for (const VerdictLabel label : verdict.also) {
    if (!also.empty()) also += ", ";
    also += word_for(sheet.words, "verdict", label);
  }
  const Tone tone = tone_of(verdict.label);
  return PageData{}
      .text("tone", std::string(name_of_tone(tone)))
      .text("icon", std::string(icon_of(tone)))
      .text("label", word_for(sheet.words, "verdict", verdict.label))
      .text("also", also)
      .text("justification", verdict.justification);
}

PageData passage_data(const Sheet& sheet, Id<Evidence> id) {
  const Evidence& evidence = (*sheet.document.evidence)[id.index];
  const std::string url = evidence.url.value_or("");
  constexpr double percent = 100;
  return PageData{}
      .text("entry", evidence.entry)
      .text("speaker_found", evidence.speaker.value_or(""))
      .text("date", day_in_words(evidence.date.value_or(""), sheet.words))
      .text("url", std::string(linkable(url)))
      .text("address", url)
      .text("passage", evidence.passage)
      .text("passage_before", evidence.before)
      .text("passage_after", evidence.after)
      .text("similarity", number_in_words(std::round(evidence.similarity * percent), sheet.words));
}

std::string cut_in_words(const Sheet& sheet, std::size_t total) {
  if (total <= max_items) return {};
  return word(sheet.words, "cut",
              {{"shown", std::to_string(max_items)}, {"total", std::to_string(total)}});
}

PageData quotes_section(const Sheet& sheet) {
  std::vector<PageData> cards = data_of_first(
      sheet.outline.quotes, [&](const auto& outline) { return card_data(sheet, outline); });
  const bool none = sheet.document.quotes && cards.empty();
  return PageData{}
      .text("absent", absence(sheet, sheet.document.quotes, "quotes"))
      .text("empty", none ? word(sheet.words, "quotes-empty") : "")
      .text("cut", cut_in_words(sheet, sheet.outline.quotes.size()))
      .list("cards", std::move(cards));
}

}  // namespace cotejo
