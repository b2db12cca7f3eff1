#include <cotejo/report/page/drawings.hpp>
#include <cotejo/report/page/sections.hpp>
#include <cotejo/report/wording.hpp>

#include <cotejo/base/sha256.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace cotejo {
namespace {

constexpr std::size_t shown_hash_digits = 12;

PageData count_data(const Sheet& sheet, std::string_view name, std::string_view icon,
                    std::size_t count) {
  return PageData{}
      .text("name", std::string(name))
      .text("icon", std::string(icon))
      .text("count", std::to_string(count))
      .text("label", word(sheet.words, "count-" + std::string(name)));
}

std::vector<PageData> counts_of(const Sheet& sheet) {
  const Counts& counts = sheet.outline.counts;
  return {count_data(sheet, "error", icon_of(Severity::error), counts.errors),
          count_data(sheet, "warning", icon_of(Severity::warning), counts.warnings),
          count_data(sheet, "note", icon_of(Severity::note), counts.notes),
          count_data(sheet, "clear", icon_of(Tone::good), counts.clear)};
}

std::string language_in_words(const Sheet& sheet) {
  const std::string code = sheet.document.language.value_or("");
  if (code.empty()) return word(sheet.words, "language-unknown");
  const std::string id = "language-" + code;
  const std::string name = word(sheet.words, id);
  return name == "report." + id ? code : name;
}

std::vector<PageData> passages_of(const Sheet& sheet, const std::vector<Id<Evidence>>& evidence) {
  return data_of_each(evidence, [&](const auto& id) { return passage_data(sheet, id); });
}

PageData claim_data(const Sheet& sheet, const ClaimOutline& outline) {
  const Claim& claim = (*sheet.document.claims)[outline.claim.index];
  constexpr double percent = 100;
  PageData data;
  data.text("number", std::to_string(outline.claim.index + 1))
      .text("printed", claim.text)
      .text("worth", number_in_words(std::round(claim.check_worthiness * percent), sheet.words))
      .text("speaker", claim.attribution
                           ? speakers_in_words(sheet.document, *claim.attribution, sheet.words)
                           : word(sheet.words, "source-paper"))
      .text("has_related", outline.related.empty() ? "" : "related")
      .list("compared", passages_of(sheet, outline.compared))
      .list("related", passages_of(sheet, outline.related))
      .list("findings", finding_links(sheet, outline.findings));
  if (outline.verdict) {
    data.part("verdict", verdict_data(sheet, *outline.verdict));
  } else if (!sheet.document.verdicts) {
    data.text("no_verdict", say_absent(sheet, "verdicts"));
  }
  return data;
}

PageData source_data(const Sheet& sheet, const SourceOutline& outline) {
  const Source& source = (*sheet.document.sources)[outline.source.index];
  const std::size_t whole = attributed_quotes(sheet);
  const std::size_t share = whole == 0 ? 0 : 100 * outline.spoken / whole;
  return PageData{}
      .text("name", source.name.empty() ? word_for(sheet.words, "source", SourceKind::unnamed)
                                        : source.name)
      .text("kind", word_for(sheet.words, "source", source.kind))
      .text("spoken", std::to_string(outline.spoken))
      .text("relayed", std::to_string(outline.relayed))
      .text("share", percent_in_words(outline.spoken, whole, sheet.words))
      .text("width", std::to_string(share))
      .text("flags", flags_in_words(sheet, outline));
}

std::vector<PageData> relays_of(const Sheet& sheet) {
  return data_of_each(sheet.outline.relays, [&](const Relaying& relaying) {
    return PageData{}
        .text("relay", (*sheet.document.sources)[relaying.relay.index].name)
        .text("speaker", (*sheet.document.sources)[relaying.speaker.index].name)
        .text("quotes", std::to_string(relaying.quotes));
  });
}

constexpr std::size_t max_graph_names = 12;  // on a side; the list beside the graph has them all

/// The graph of the most frequent relays; "" if there are none.
std::string relay_graph(const Sheet& sheet) {
  std::vector<std::string> relays;
  std::vector<std::string> speakers;
  std::map<std::size_t, std::size_t> relay_places;
  std::map<std::size_t, std::size_t> speaker_places;
  std::vector<RelayArrow> arrows;
  const auto place = [&](std::map<std::size_t, std::size_t>& places,
                         std::vector<std::string>& names, Id<Source> source) {
    const auto [found, is_new] = places.emplace(source.index, names.size());
    if (is_new) names.push_back((*sheet.document.sources)[source.index].name);
    return found->second;
  };
  for (const Relaying& relaying : sheet.outline.relays) {
    if (relays.size() == max_graph_names || speakers.size() == max_graph_names) break;
    const std::size_t relay = place(relay_places, relays, relaying.relay);
    const std::size_t speaker = place(speaker_places, speakers, relaying.speaker);
    arrows.push_back({relay, speaker, relaying.quotes});
  }
  return arrows.empty() ? std::string{} : draw_relay_graph(relays, speakers, arrows);
}

/// How many entries of the corpus the record shows, and of which days; "" if it shows none.
std::string consulted_in_words(const Sheet& sheet) {
  if (!sheet.document.evidence) return {};
  std::set<std::string_view> entries;
  std::set<std::string_view> days;
  for (const Evidence& evidence : *sheet.document.evidence) {
    entries.insert(evidence.entry);
    if (evidence.date) days.insert(*evidence.date);
  }
  const std::string count = std::to_string(entries.size());
  if (days.empty()) return count;
  return word(sheet.words, "consulted-range",
              {{"n", count},
               {"from", day_in_words(*days.begin(), sheet.words)},
               {"to", day_in_words(*days.rbegin(), sheet.words)}});
}

}  // namespace

PageData strip_section(const Sheet& sheet) {
  const Document& document = sheet.document;
  return PageData{}
      .text("byline", document.meta.byline)
      .text("outlet", document.meta.outlet)
      .text("date", document.date ? day_in_words(*document.date, sheet.words)
                                  : word(sheet.words, "date-unknown"))
      .text("language", language_in_words(sheet))
      .text("hash_short", sha256(document.text).substr(0, shown_hash_digits))
      .text("absent", absence(sheet, document.findings, "findings"))
      .text("coverage", coverage_in_words(sheet))
      .text("open_count", document.findings ? open_in_words(sheet) : "")
      .text("known", known_in_words(sheet))
      .list("counts", document.findings ? counts_of(sheet) : std::vector<PageData>{});
}

PageData claims_section(const Sheet& sheet) {
  std::vector<PageData> claims;
  bool related = false;
  for (const ClaimOutline& outline : sheet.outline.claims) {
    if (claims.size() < max_items) claims.push_back(claim_data(sheet, outline));
    related = related || !outline.related.empty();
  }
  const bool no_checks = sheet.document.evidence && !related;
  const bool none = sheet.document.claims && claims.empty();
  return PageData{}
      .text("absent", absence(sheet, sheet.document.claims, "claims"))
      .text("unsearched", absence(sheet, sheet.document.evidence, "evidence"))
      .text("empty", none ? word(sheet.words, "claims-empty") : "")
      .text("no_checks", no_checks ? word(sheet.words, "fact-checks-empty") : "")
      .text("cut", cut_in_words(sheet, sheet.outline.claims.size()))
      .list("claims", std::move(claims));
}

PageData sources_section(const Sheet& sheet) {
  std::vector<PageData> sources = data_of_each(
      sheet.outline.sources, [&](const auto& outline) { return source_data(sheet, outline); });
  const bool none = sheet.document.sources && sources.empty();
  return PageData{}
      .text("absent", absence(sheet, sheet.document.sources, "sources"))
      .text("empty", none ? word(sheet.words, "sources-empty") : "")
      .text("has_sources", sources.empty() ? "" : "sources")
      .text("has_relays", sheet.outline.relays.empty() ? "" : "relays")
      .text("graph_html", relay_graph(sheet))
      .list("sources", std::move(sources))
      .list("relays", relays_of(sheet));
}

PageData check_list_section(const Sheet& sheet) {
  std::vector<PageData> items = data_of_each(check_items(sheet.words), [](const std::string& item) {
    return PageData{}.text("item", item);
  });
  std::vector<PageData> people;
  for (const SourceOutline& outline : sheet.outline.sources) {
    if (outline.spoken > 0) people.push_back(source_data(sheet, outline));
  }
  return PageData{}
      .text("has_people", people.empty() ? "" : "people")
      .list("items", std::move(items))
      .list("people", std::move(people));
}

PageData method_section(const Sheet& sheet) {
  std::vector<PageData> layers =
      data_of_each(layers_of(sheet.document), [&](const LayerState& layer) {
        return PageData{}
            .text("name", word(sheet.words, "layer-" + std::string(layer.name)))
            .text("present", layer.present ? "present" : "")
            .text("state", layer.present ? word(sheet.words, "layer-present",
                                                {{"n", std::to_string(layer.items)}})
                                         : word(sheet.words, "layer-absent"));
      });
  return PageData{}
      .text("rules", sheet.document.rules.empty() ? word(sheet.words, "rules-unknown")
                                                  : sheet.document.rules)
      .text("id", sheet.document.id)
      .text("url", sheet.document.meta.url)
      .text("path", sheet.document.meta.path)
      .text("consulted", consulted_in_words(sheet))
      .text("text_hash", "sha256:" + sha256(sheet.document.text))
      .list("layers", std::move(layers));
}

}  // namespace cotejo
