#include <cotejo/report/outline.hpp>

#include <cotejo/report/compared_quantity.hpp>
#include <cotejo/report/overlaps.hpp>
#include <cotejo/text/fold.hpp>

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>
#include <variant>

namespace cotejo {
namespace {

template <typename T>
const std::vector<T>& items(const std::optional<std::vector<T>>& layer) {
  static const std::vector<T> none;
  return layer ? *layer : none;
}

template <typename T>
std::vector<Span> spans_of(const std::vector<T>& layer, Span T::* member) {
  std::vector<Span> spans;
  spans.reserve(layer.size());
  for (const T& item : layer) spans.push_back(item.*member);
  return spans;
}

std::vector<Id<Finding>> as_findings(const std::vector<std::size_t>& places) {
  std::vector<Id<Finding>> findings;
  findings.reserve(places.size());
  for (const std::size_t place : places) findings.emplace_back(place);
  return findings;
}

/// Verdicts and evidence by what they are about.
struct ByTarget {
  std::map<Target, Id<Verdict>> verdicts;
  std::map<Target, std::vector<Id<Evidence>>> evidence;

  explicit ByTarget(const Document& document) {
    const auto& all_verdicts = items(document.verdicts);
    for (std::size_t i = 0; i < all_verdicts.size(); ++i) {
      verdicts.emplace(all_verdicts[i].target, Id<Verdict>(i));
    }
    const auto& all_evidence = items(document.evidence);
    for (std::size_t i = 0; i < all_evidence.size(); ++i) {
      evidence[all_evidence[i].target].emplace_back(i);
    }
  }
  [[nodiscard]] std::optional<Id<Verdict>> verdict(const Target& target) const {
    const auto found = verdicts.find(target);
    return found == verdicts.end() ? std::nullopt : std::optional(found->second);
  }
  [[nodiscard]] std::vector<Id<Evidence>> evidence_of(const Target& target) const {
    const auto found = evidence.find(target);
    return found == evidence.end() ? std::vector<Id<Evidence>>{} : found->second;
  }
};

std::vector<Paragraph> lines_as_paragraphs(std::string_view text) {
  std::vector<Paragraph> paragraphs;
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (end > begin) {
      Paragraph paragraph;
      paragraph.span = {static_cast<Offset>(begin), static_cast<Offset>(end)};
      paragraphs.push_back(paragraph);
    }
    begin = end + 1;
  }
  return paragraphs;
}

std::vector<ParagraphOutline> outline_paragraphs(const Document& document) {
  std::vector<ParagraphOutline> result;
  for (const Paragraph& paragraph :
       document.paragraphs ? *document.paragraphs : lines_as_paragraphs(document.text)) {
    result.push_back({paragraph, {}});
  }
  const auto& findings = items(document.findings);
  if (result.empty() && !findings.empty()) result.emplace_back();
  for (std::size_t i = 0; i < findings.size(); ++i) {
    // The last paragraph that begins at or before the finding.
    auto after = std::ranges::upper_bound(
        result, findings[i].span.begin, {},
        [](const ParagraphOutline& outline) { return outline.paragraph.span.begin; });
    if (after != result.begin()) --after;
    after->findings.emplace_back(i);
  }
  return result;
}

/// From the sentence before the one in which `content` begins to the one behind its last.
Span sentences_around(Span content, const std::vector<Span>& sentences) {
  Span around = content;
  const auto behind = std::ranges::lower_bound(sentences, content.end, {}, &Span::begin);
  if (behind != sentences.end()) around.end = behind->end;
  auto own = std::ranges::upper_bound(sentences, content.begin, {}, &Span::begin);
  if (own == sentences.begin()) return around;
  --own;
  return hull(around, own == sentences.begin() ? *own : *std::prev(own));
}

std::vector<Span> sentences_of(const Document& document) {
  std::vector<Span> sentences;
  for (const Paragraph& paragraph : items(document.paragraphs)) {
    sentences.insert(sentences.end(), paragraph.sentences.begin(), paragraph.sentences.end());
  }
  return sentences;
}

std::vector<QuoteOutline> outline_quotes(const Document& document, const ByTarget& by_target,
                                         const Overlaps& findings) {
  const auto& quotes = items(document.quotes);
  const auto& attributions = items(document.attributions);
  const std::vector<Span> sentences = sentences_of(document);
  std::vector<QuoteOutline> result;
  for (std::size_t i = 0; i < quotes.size(); ++i) {
    const Id<Quote> quote(i);
    QuoteOutline outline;
    outline.quote = quote;
    if (i < attributions.size()) outline.attribution = Id<Attribution>(i);
    outline.verdict = by_target.verdict(quote);
    outline.evidence = by_target.evidence_of(quote);
    outline.findings = as_findings(findings.with(quotes[i].content));
    outline.around = sentences_around(quotes[i].content, sentences);
    result.push_back(std::move(outline));
  }
  return result;
}

void split_evidence(ClaimOutline& outline, const std::vector<Id<Evidence>>& evidence,
                    const Document& document) {
  for (const Id<Evidence> one : evidence) {
    const bool compared =
        outline.verdict &&
        std::ranges::count((*document.verdicts)[outline.verdict->index].evidence, one) > 0;
    (compared ? outline.compared : outline.related).push_back(one);
  }
}

std::vector<ClaimOutline> outline_claims(const Document& document, const ByTarget& by_target,
                                         const Overlaps& findings) {
  const auto& claims = items(document.claims);
  std::vector<ClaimOutline> result;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    ClaimOutline outline;
    outline.claim = Id<Claim>(i);
    outline.verdict = by_target.verdict(outline.claim);
    split_evidence(outline, by_target.evidence_of(outline.claim), document);
    outline.findings = as_findings(findings.with(claims[i].span));
    outline.quantity = compared_quantity(document, outline);
    result.push_back(std::move(outline));
  }
  std::ranges::stable_sort(result, std::ranges::greater{}, [&](const ClaimOutline& outline) {
    return claims[outline.claim.index].check_worthiness;
  });
  return result;
}

/// The innermost quote around `span` that has an attribution.
std::optional<Id<Attribution>> attribution_around(Span span, const Overlaps& contents,
                                                  const std::vector<Quote>& quotes,
                                                  std::size_t attributions) {
  std::optional<Id<Attribution>> innermost;
  for (const std::size_t place : contents.with(span)) {
    if (place < attributions && quotes[place].content.contains(span)) {
      innermost = Id<Attribution>(place);
    }
  }
  return innermost;
}

std::vector<QuantityOutline> outline_quantities(const Document& document,
                                                const std::vector<ClaimOutline>& claim_outlines,
                                                const Overlaps& findings) {
  const auto& quantities = items(document.quantities);
  const auto& claims = items(document.claims);
  const auto& quotes = items(document.quotes);
  const Overlaps contents(spans_of(quotes, &Quote::content));
  std::vector<QuantityOutline> result(quantities.size());
  for (const ClaimOutline& outline : claim_outlines) {
    for (const Id<Quantity> quantity : claims[outline.claim.index].quantities) {
      result[quantity.index].claims.push_back(outline.claim);
      const bool on_another = outline.quantity && outline.quantity != quantity;
      if (outline.verdict && !on_another) {
        result[quantity.index].verdicts.push_back(*outline.verdict);
      }
    }
  }
  for (std::size_t i = 0; i < quantities.size(); ++i) {
    QuantityOutline& outline = result[i];
    outline.quantity = Id<Quantity>(i);
    for (const Id<Claim> claim : outline.claims) {
      if (!outline.attribution) outline.attribution = claims[claim.index].attribution;
    }
    if (!outline.attribution) {
      outline.attribution = attribution_around(quantities[i].span, contents, quotes,
                                               items(document.attributions).size());
    }
    outline.findings = as_findings(findings.with(quantities[i].phrase));
  }
  return result;
}

/// True for the kinds whose noun is what is counted; of the others it is the unit ("euros",
/// "days").
bool counts_its_noun(QuantityKind kind) {
  return kind == QuantityKind::count || kind == QuantityKind::percent ||
         kind == QuantityKind::fraction || kind == QuantityKind::ratio;
}

std::vector<QuantityGroup> group_quantities(const std::vector<Quantity>& quantities) {
  std::map<std::string, std::size_t> places;
  std::vector<QuantityGroup> groups;
  for (std::size_t i = 0; i < quantities.size(); ++i) {
    const Quantity& quantity = quantities[i];
    if (!quantity.counted || !counts_its_noun(quantity.kind)) continue;
    const Counted& counted = *quantity.counted;
    const std::string key = std::string(name_of(quantity.kind)) + '\n' +
                            quantity.unit.value_or("") + '\n' +
                            (counted.lemma.empty() ? fold(counted.text) : counted.lemma);
    const auto [place, is_new] = places.emplace(key, groups.size());
    if (is_new) groups.push_back({counted.text, {}});
    groups[place->second].quantities.emplace_back(i);
  }
  std::erase_if(groups, [](const QuantityGroup& group) { return group.quantities.size() < 2; });
  return groups;
}

std::vector<SourceOutline> outline_sources(const Document& document) {
  std::vector<SourceOutline> result;
  result.reserve(items(document.sources).size());
  for (std::size_t i = 0; i < items(document.sources).size(); ++i) {
    result.push_back({Id<Source>(i), 0, 0});
  }
  for (const Attribution& attribution : items(document.attributions)) {
    for (const Id<Source> speaker : attribution.speaker) ++result[speaker.index].spoken;
    for (const Relay& relay : attribution.reported_by) ++result[relay.source.index].relayed;
  }
  std::ranges::stable_sort(result, std::ranges::greater{}, [](const SourceOutline& outline) {
    return std::pair(outline.spoken, outline.relayed);
  });
  return result;
}

std::vector<Relaying> outline_relays(const Document& document) {
  std::map<std::pair<Id<Source>, Id<Source>>, std::size_t> counts;
  for (const Attribution& attribution : items(document.attributions)) {
    for (const Relay& relay : attribution.reported_by) {
      for (const Id<Source> speaker : attribution.speaker) ++counts[{relay.source, speaker}];
    }
  }
  std::vector<Relaying> result;
  result.reserve(counts.size());
  for (const auto& [pair, quotes] : counts) result.push_back({pair.first, pair.second, quotes});
  std::ranges::stable_sort(result, std::ranges::greater{}, &Relaying::quotes);
  return result;
}

Counts count_findings(const Document& document, const Outline& outline) {
  Counts counts;
  for (const Finding& finding : items(document.findings)) {
    switch (finding.severity) {
      case Severity::error:
        ++counts.errors;
        break;
      case Severity::warning:
        ++counts.warnings;
        break;
      case Severity::note:
        ++counts.notes;
        break;
    }
  }
  const auto is_clear = [](const auto& one) { return one.findings.empty(); };
  counts.clear = static_cast<std::size_t>(std::ranges::count_if(outline.quotes, is_clear) +
                                          std::ranges::count_if(outline.claims, is_clear));
  return counts;
}

std::size_t Coverage::* counter_of(VerdictLabel label) {
  switch (label) {
    case VerdictLabel::translation:
      return &Coverage::translated;
    case VerdictLabel::not_found:
      return &Coverage::not_found;
    case VerdictLabel::not_checkable:
      return &Coverage::not_checkable;
    case VerdictLabel::verbatim:
    case VerdictLabel::benign_edit:
    case VerdictLabel::altered:
    case VerdictLabel::truncated:
    case VerdictLabel::spliced:
    case VerdictLabel::other_speaker:
    case VerdictLabel::older:
    case VerdictLabel::agrees:
    case VerdictLabel::agrees_within_range:
    case VerdictLabel::differs:
    case VerdictLabel::outdated:
    case VerdictLabel::conflicting:
      break;
  }
  return &Coverage::located;
}

Coverage count_coverage(const Document& document, const std::vector<QuoteOutline>& quotes) {
  Coverage coverage;
  coverage.quotes = quotes.size();
  for (const QuoteOutline& quote : quotes) {
    if (quote.attribution && (*document.attributions)[quote.attribution->index].speaker.empty()) {
      ++coverage.without_speaker;
    }
    ++(coverage.*(quote.verdict ? counter_of((*document.verdicts)[quote.verdict->index].label)
                                : &Coverage::without_verdict));
  }
  return coverage;
}

}  // namespace

Tone tone_of(VerdictLabel label) {
  switch (label) {
    case VerdictLabel::verbatim:
    case VerdictLabel::benign_edit:
    case VerdictLabel::agrees:
    case VerdictLabel::agrees_within_range:
      return Tone::good;
    case VerdictLabel::altered:
    case VerdictLabel::truncated:
    case VerdictLabel::spliced:
    case VerdictLabel::other_speaker:
    case VerdictLabel::differs:
      return Tone::bad;
    case VerdictLabel::older:
    case VerdictLabel::translation:
    case VerdictLabel::not_found:
    case VerdictLabel::outdated:
    case VerdictLabel::conflicting:
      return Tone::doubtful;
    case VerdictLabel::not_checkable:
      break;
  }
  return Tone::open;
}

Outline make_outline(const Document& document) {
  const ByTarget by_target(document);
  const Overlaps findings(spans_of(items(document.findings), &Finding::span));
  Outline outline;
  outline.paragraphs = outline_paragraphs(document);
  outline.quotes = outline_quotes(document, by_target, findings);
  outline.claims = outline_claims(document, by_target, findings);
  outline.quantities = outline_quantities(document, outline.claims, findings);
  outline.groups = group_quantities(items(document.quantities));
  outline.sources = outline_sources(document);
  outline.relays = outline_relays(document);
  outline.counts = count_findings(document, outline);
  outline.coverage = count_coverage(document, outline.quotes);
  return outline;
}

std::string headline_of(const Document& document) {
  if (!document.meta.title.empty()) return document.meta.title;
  for (const Paragraph& paragraph : items(document.paragraphs)) {
    if (paragraph.role == ParagraphRole::headline) {
      return std::string(slice(document.text, paragraph.span));
    }
  }
  const auto lines = lines_as_paragraphs(document.text);
  constexpr std::size_t longest = 200;  // a first line longer than that is no headline
  if (!lines.empty() && lines.front().span.length() <= longest) {
    return std::string(slice(document.text, lines.front().span));
  }
  return document.id;
}

}  // namespace cotejo
