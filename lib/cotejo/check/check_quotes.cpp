// One quote at a time: its pieces are located, every located piece is compared with its passage,
// and the label is the first that holds of the list in VERDICTS (docs/findings.md). Nothing here
// knows a word of a language: what words do comes from Lexis. Tests:
// tests/unit/check/check_quotes_test.cpp.
#include <cotejo/check/check_quotes.hpp>

#include <cotejo/check/edits.hpp>
#include <cotejo/check/govern.hpp>
#include <cotejo/check/look_up_quote.hpp>
#include <cotejo/check/pieces.hpp>
#include <cotejo/check/translations.hpp>
#include <cotejo/corpus/index_words.hpp>

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <utility>

namespace cotejo {
namespace {

WordRange words_of(const Located& located) {
  return {located.alignment.begin, located.alignment.end};
}

Span hull_of(const std::vector<Piece>& pieces) {
  Span all = pieces.front().span;
  for (const Piece& piece : pieces) all = hull(all, piece.span);
  return all;
}

/// Words that keep their content but not their order nor form.
bool is_rephrased(const Located& located, const EditList& edits) {
  constexpr std::size_t many = 4;
  return located.alignment.similarity < 0.5 && edits.edits.size() >= many;
}

/// The sentences before and after a passage.
std::pair<std::string, std::string> context_of(std::string_view text, const Located& located) {
  std::string before;
  std::string after;
  for (const Span sentence : located.passage.sentences) {
    if (sentence.end <= located.span.begin) before = slice(text, sentence);
    if (sentence.begin >= located.span.end && after.empty()) after = slice(text, sentence);
  }
  return {before, after};
}

double rounded(double score) { return std::round(score * 1000) / 1000; }

std::optional<std::string> optional_text(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

class QuoteChecker {
 public:
  QuoteChecker(const Document& document, Lexis& lexis, const Corpus& corpus,
               const CheckOptions& options, CheckOutcome& outcome, FindingList& findings)
      : document_(document),
        lexis_(lexis),
        corpus_(corpus),
        options_(options),
        outcome_(outcome),
        findings_(findings) {}

  Result<Done> check(std::size_t number) {
    const Quote& quote = (*document_.quotes)[number];
    if (quote.kind == QuoteKind::indirect) return Done{};
    const std::vector<Piece> pieces = split_pieces(lexis_, document_.text, quote);
    Inquiry inquiry =
        look_up_quote(lexis_, corpus_, pieces, speaker_of(speakers_of(number), day_of(quote)));
    for (Found& each : inquiry.found) compare(each, quote);
    return judge(Id<Quote>(number), quote, pieces, inquiry);
  }

 private:
  /// Looked up once for a run of quotes of one speaker.
  const SoughtSpeaker& speaker_of(std::vector<std::string> names, std::string day) {
    if (!speaker_ || speaker_->names != names || speaker_day_ != day) {
      speaker_ = seek_speaker(corpus_, std::move(names), day, options_.window_days);
      speaker_day_ = std::move(day);
    }
    return *speaker_;
  }

  [[nodiscard]] std::vector<std::string> speakers_of(std::size_t quote) const {
    std::vector<std::string> names;
    if (!document_.attributions || quote >= document_.attributions->size()) return names;
    for (const Id<Source> source : (*document_.attributions)[quote].speaker) {
      const Source& speaker = (*document_.sources)[source.index];
      if (speaker.kind != SourceKind::unnamed) names.push_back(speaker.name);
    }
    return names;
  }

  /// The day the article gives for the words: one named in their sentence, else the dateline.
  [[nodiscard]] std::string day_of(const Quote& quote) const {
    const std::string dateline = document_.date.value_or(options_.today.value_or(""));
    if (!document_.quantities || !document_.paragraphs) return dateline;
    for (const Paragraph& paragraph : *document_.paragraphs) {
      for (const Span sentence : paragraph.sentences) {
        const Offset anchor = quote.cue ? quote.cue->begin : quote.content.begin;
        if (!sentence.contains(anchor)) continue;
        if (auto day = day_in(sentence, quote, dateline)) return *day;
      }
    }
    return dateline;
  }

  [[nodiscard]] std::optional<std::string> day_in(Span sentence, const Quote& quote,
                                                  const std::string& dateline) const {
    for (const Quantity& quantity : *document_.quantities) {
      if (!sentence.contains(quantity.span) || quote.content.overlaps(quantity.span)) continue;
      if (quantity.kind != QuantityKind::date || !quantity.time) continue;
      const TimeRange& time = *quantity.time;
      if (time.grain == Grain::day && !time.from.empty() &&
          (dateline.empty() || time.from <= dateline)) {
        return time.from;
      }
    }
    return {};
  }

  void compare(Found& found, const Quote& quote) {
    const Located& located = found.located;
    found.edits = find_edits(lexis_, found.piece.words, located.passage.words, located.alignment);
    if (is_rephrased(located, found.edits)) {
      found.edits.edits = {
          {.op = EditOp::replace,
           .quoted = std::string(slice(document_.text, found.piece.span)),
           .original = std::string(slice(corpus_.text(located.entry), located.span)),
           .kind = EditKind::rephrased,
           .severity = EditSeverity::medium}};
    }
    if (located.alignment.begin >= located.alignment.end || found.joined_unmarked) return;
    auto governor = find_dropped_governor(located.passage, words_of(located));
    if (governor && is_denied(located.passage, words_of(located))) governor.reset();
    if (governor && !found.piece.hidden_before && !stands_before(quote, *governor)) {
      found.edits.edits.insert(found.edits.edits.begin(), *governor);
      found.edits.altered = true;
    }
    if (governor && found.piece.hidden_before) found.cut_clause = governor->original;
    if (is_clause(found.piece, quote)) {
      const std::string clause =
          find_cut_clause(corpus_.text(located.entry), located.passage, words_of(located));
      if (!clause.empty() && !governor) found.cut_clause = clause;
    }
  }

  /// True if the article has the same word outside the marks, before them.
  [[nodiscard]] bool stands_before(const Quote& quote, const Edit& governor) {
    if (quote.marks.empty() || quote.marks.front().begin <= quote.content.begin) return false;
    const CheckText before =
        lexis_.read(document_.text, {quote.content.begin, quote.marks.front().begin});
    return std::ranges::any_of(before.words, [&](const CheckWord& word) {
      return word.governs && governor.original.find(word.text) != std::string::npos;
    });
  }

  /// Only what says something whole can be turned by a clause that was cut.
  [[nodiscard]] static bool is_clause(const Piece& piece, const Quote& quote) {
    constexpr std::size_t words_of_a_clause = 4;
    return quote.kind == QuoteKind::direct && piece.words.size() >= words_of_a_clause;
  }

  Result<Done> judge(Id<Quote> id, const Quote& quote, const std::vector<Piece>& pieces,
                     Inquiry& inquiry) {
    Verdict verdict;
    verdict.target = id;
    const auto translation = look_up_translation(pieces, inquiry);
    if (translation) {
      verdict.label = VerdictLabel::translation;
      if (!inquiry.speaker.names.empty() &&
          !inquiry.speaker.is_recent(corpus_, translation->entry)) {
        verdict.also = {VerdictLabel::older};
      }
      auto evidence = evidence_of(id, *translation);
      if (!evidence) return evidence.error();
      verdict.evidence.emplace_back(outcome_.evidence.size());
      outcome_.evidence.push_back(*std::move(evidence));
    } else if (inquiry.found.empty()) {
      constexpr std::size_t too_few = shingle_words;
      const bool telling = inquiry.words >= too_few && !inquiry.speaker.names.empty() &&
                           !inquiry.speaker.in_window.empty();
      if (telling) verdict.label = VerdictLabel::not_found;
    } else {
      const std::vector<VerdictLabel> labels = labels_of(inquiry);
      verdict.label = labels.front();
      verdict.also.assign(labels.begin() + 1, labels.end());
      for (const Found& found : inquiry.found) {
        auto evidence = evidence_of(id, found);
        if (!evidence) return evidence.error();
        verdict.evidence.emplace_back(outcome_.evidence.size());
        outcome_.evidence.push_back(*std::move(evidence));
      }
    }
    MessageValues values = values_of(inquiry);
    if (values["cut"].empty()) values["cut"] = hidden_words(inquiry);
    if (translation) add_entry(translation->entry, values);
    verdict.justification =
        justify(lexis_.rules(), "verdict-" + reason_of(verdict.label, inquiry), values);
    const Span span = pieces.empty() ? quote.content : hull_of(pieces);
    report(verdict, inquiry, span, values);
    outcome_.verdicts.push_back(std::move(verdict));
    return Done{};
  }

  /// Words that are not there in the quotation's own language may be there in another.
  [[nodiscard]] std::optional<Translation> look_up_translation(const std::vector<Piece>& pieces,
                                                               const Inquiry& inquiry) {
    if (!inquiry.found.empty() || inquiry.words < shingle_words || !document_.language) return {};
    std::string quoted;
    for (const Piece& piece : pieces) {
      quoted.append(quoted.empty() ? "" : " ").append(slice(document_.text, piece.span));
    }
    return find_translation(lexis_.glossary(), corpus_, quoted, *document_.language,
                            inquiry.speaker);
  }

  /// Which words say why, where a label can have several reasons.
  [[nodiscard]] static std::string reason_of(VerdictLabel label, const Inquiry& inquiry) {
    std::string reason(name_of(label));
    if (label != VerdictLabel::not_checkable) return reason;
    if (inquiry.words < shingle_words) return reason + "-few-words";
    return reason + (inquiry.speaker.names.empty() ? "-no-speaker" : "-no-entries");
  }

  [[nodiscard]] std::vector<VerdictLabel> labels_of(const Inquiry& inquiry) const {
    const auto any = [&](auto wanted) { return std::ranges::any_of(inquiry.found, wanted); };
    std::vector<VerdictLabel> labels;
    const auto is_others = [&](const Found& found) {
      return !inquiry.speaker.said(found.located.entry) &&
             !corpus_.speaker(found.located.entry).empty();
    };
    const bool spliced = any([](const Found& found) { return found.joined_unmarked; });
    const bool others = any(is_others);
    const bool all_others = std::ranges::all_of(inquiry.found, is_others);
    if (others && (all_others || !spliced)) labels.push_back(VerdictLabel::other_speaker);
    if (spliced) labels.push_back(VerdictLabel::spliced);
    if (others && spliced && !all_others) labels.push_back(VerdictLabel::other_speaker);
    const bool lost = std::ranges::any_of(
        inquiry.missing, [](const Piece& piece) { return piece.words.size() >= shingle_words; });
    if (lost || any([](const Found& found) { return found.edits.altered; })) {
      labels.push_back(VerdictLabel::altered);
    }
    if (any([](const Found& found) { return !found.cut_clause.empty(); }) ||
        !hidden_words(inquiry).empty()) {
      labels.push_back(VerdictLabel::truncated);
    }
    if (!others && !inquiry.speaker.names.empty() && any([&](const Found& found) {
          return !inquiry.speaker.is_recent(corpus_, found.located.entry);
        })) {
      labels.push_back(VerdictLabel::older);
    }
    const bool benign = any([](const Found& found) {
      return found.edits.benign || found.piece.hidden_before || found.piece.hidden_after;
    });
    if (labels.empty()) {
      labels.push_back(benign ? VerdictLabel::benign_edit : VerdictLabel::verbatim);
    }
    return labels;
  }

  /// What a marked ellipsis hides that turns the words, "" = nothing.
  [[nodiscard]] std::string hidden_words(const Inquiry& inquiry) const {
    for (std::size_t i = 1; i < inquiry.found.size(); ++i) {
      const Found& found = inquiry.found[i];
      const Located& before = inquiry.found[i - 1].located;
      if (!found.piece.hidden_before || before.entry != found.located.entry) continue;
      if (found.located.span.begin < before.span.end) continue;
      const std::string_view text = corpus_.text(before.entry);
      const Span gap{before.span.end, found.located.span.begin};
      if (hides_meaning(lexis_.read(text, gap).words)) return std::string(slice(text, gap));
    }
    return {};
  }

  [[nodiscard]] Result<Evidence> evidence_of(Id<Quote> id, const Found& found) const {
    auto entry = corpus_.entry(found.located.entry);
    if (!entry) return entry.error();
    auto [before, after] = context_of(entry->text, found.located);
    return Evidence{.target = id,
                    .entry = entry->id,
                    .span = found.located.span,
                    .passage = std::string(slice(entry->text, found.located.span)),
                    .before = std::move(before),
                    .after = std::move(after),
                    .speaker = optional_text(entry->speaker),
                    .date = optional_text(entry->date),
                    .url = optional_text(entry->url),
                    .similarity = rounded(found.located.alignment.similarity),
                    .edits = found.edits.edits};
  }

  [[nodiscard]] Result<Evidence> evidence_of(Id<Quote> id, const Translation& translation) const {
    auto entry = corpus_.entry(translation.entry);
    if (!entry) return entry.error();
    Evidence evidence;
    evidence.target = id;
    evidence.entry = entry->id;
    evidence.span = translation.span;
    evidence.passage = slice(entry->text, translation.span);
    evidence.speaker = optional_text(entry->speaker);
    evidence.date = optional_text(entry->date);
    evidence.url = optional_text(entry->url);
    evidence.similarity = rounded(translation.score);
    return evidence;
  }

  /// What a message says of an entry; of several, it names all and dates the last.
  void add_entry(std::uint32_t number, MessageValues& values) const {
    const std::string_view who = corpus_.speaker(number);
    if (values["said_by"].find(who) == std::string::npos) {
      values["said_by"] += (values["said_by"].empty() ? "" : ", ") + std::string(who);
    }
    const auto entry = corpus_.entry(number);
    if (!entry || values["entry"].find(entry->id) != std::string::npos) return;
    values["date"] = entry->date;
    values["entry"] += (values["entry"].empty() ? "" : ", ") + entry->id;
  }

  [[nodiscard]] MessageValues values_of(const Inquiry& inquiry) const {
    MessageValues values;
    for (const std::string& name : inquiry.speaker.names) {
      values["speaker"] += (values["speaker"].empty() ? "" : ", ") + name;
    }
    values["count"] = std::to_string(inquiry.speaker.in_window.size());
    values["days"] = std::to_string(inquiry.speaker.window_days);
    values["gap"] = inquiry.gap;
    for (const Found& found : inquiry.found) {
      add_entry(found.located.entry, values);
      if (!found.cut_clause.empty()) values["cut"] = found.cut_clause;
      for (const Edit& edit : found.edits.edits) {
        if (values["edits"].size() > 200) break;
        values["edits"] +=
            (values["edits"].empty() ? "«" : "; «") + edit.original + "» → «" + edit.quoted + "»";
      }
    }
    return values;
  }

  void report(const Verdict& verdict, const Inquiry& inquiry, Span span,
              const MessageValues& values) {
    const std::string condition = "verdict-" + std::string(name_of(verdict.label));
    if (!findings_.knows(condition)) return;
    findings_.add(condition, span, values, {}, Id<Verdict>(outcome_.verdicts.size()));
    if (verdict.label == VerdictLabel::altered) findings_.grade_last(worst_of(inquiry));
  }

  [[nodiscard]] static Severity worst_of(const Inquiry& inquiry) {
    Severity worst = inquiry.missing.empty() ? Severity::note : Severity::warning;
    for (const Found& found : inquiry.found) {
      for (const Edit& edit : found.edits.edits) {
        if (edit.severity == EditSeverity::high) return Severity::error;
        if (edit.severity == EditSeverity::medium) worst = Severity::warning;
      }
    }
    return worst;
  }

  const Document& document_;
  Lexis& lexis_;
  const Corpus& corpus_;
  const CheckOptions& options_;
  CheckOutcome& outcome_;
  FindingList& findings_;
  std::optional<SoughtSpeaker> speaker_;
  std::string speaker_day_;
};

}  // namespace

Result<Done> check_quotes(const Document& document, Lexis& lexis, const Corpus& corpus,
                          const CheckOptions& options, CheckOutcome& outcome,
                          FindingList& findings) {
  QuoteChecker checker(document, lexis, corpus, options, outcome, findings);
  for (std::size_t quote = 0; quote < document.quotes->size(); ++quote) {
    if (auto checked = checker.check(quote); !checked) return checked.error();
  }
  return Done{};
}

}  // namespace cotejo
