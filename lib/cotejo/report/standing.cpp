// Decisions are looked up by the whole print. What is left over on both sides, lines in force
// without a finding and findings without a line, is then paired by the print of the words alone, or
// of the place alone: such a finding has changed since it was decided. Proved by standing_test.cpp.
#include <cotejo/report/standing.hpp>

#include <cotejo/base/sha256.hpp>
#include <cotejo/text/fold.hpp>

#include <algorithm>
#include <map>
#include <utility>

namespace cotejo {
namespace {

using LinesByPrint = std::map<std::string_view, const ReviewLine*>;

LinesByPrint lines_in_force(const std::vector<ReviewLine>& lines) {
  LinesByPrint in_force;
  for (const ReviewLine& line : lines) in_force[line.fingerprint] = &line;
  return in_force;
}

Standing standing_of(const ReviewLine& line, Lapse lapse) {
  return {line.decision, lapse, line.who, line.when, line.note, {}};
}

Lapse lapse_of(const ReviewLine& line, std::string_view text_hash) {
  const bool moved_on = !line.text.empty() && line.text != text_hash;
  return line.decision == Decision::fixed && moved_on ? Lapse::still_there : Lapse::none;
}

/// Takes from `left` the line that was decided on the same words, or at the same place.
const ReviewLine* take_related(LinesByPrint& left, const FindingPrint& print) {
  const auto related = std::ranges::find_if(left, [&](const auto& entry) {
    const ReviewLine& line = *entry.second;
    return (!line.words.empty() && line.words == print.words) ||
           (!line.place.empty() && line.place == print.place);
  });
  if (related == left.end()) return nullptr;
  const ReviewLine* line = related->second;
  left.erase(related);
  return line;
}

/// A house rule that dismisses findings of a kind for some time.
struct Waiver {
  std::string id;
  std::string code;
  std::string phrase;  // folded; "" = any words
  std::string reason;
};

/// True if `until` is an ISO 8601 day, and `day` not after it.
bool lasts(std::string_view until, std::string_view day) {
  constexpr std::size_t length = 10;
  const bool is_day =
      until.size() == length && until.find_first_not_of("0123456789-") == std::string_view::npos;
  return is_day && !day.empty() && day <= until;
}

std::vector<Waiver> waivers_on(const std::string& day, const RuleSet& rules) {
  std::vector<Waiver> waivers;
  for (const RuleEntry& entry : rules.entries("waiver")) {
    if (!lasts(entry.text("until"), day)) continue;
    waivers.push_back({entry.id, std::string(entry.text("code")), fold(entry.text("phrase")),
                       std::string(entry.text("reason"))});
  }
  return waivers;
}

void apply_waivers(Standing& standing, const Finding& finding, std::string_view text,
                   const std::vector<Waiver>& waivers) {
  const auto applies = [&](const Waiver& waiver) {
    return waiver.code == finding.code &&
           (waiver.phrase.empty() ||
            fold(slice(text, finding.span)).find(waiver.phrase) != std::string::npos);
  };
  const auto waiver = std::ranges::find_if(waivers, applies);
  if (waiver == waivers.end()) return;
  standing.decision = Decision::dismissed;
  standing.note = waiver->reason;
  standing.waiver = waiver->id;
}

}  // namespace

bool is_open(const Standing& standing) {
  return standing.lapse != Lapse::none || standing.decision == Decision::undecided ||
         standing.decision == Decision::ask_author;
}

Desk make_desk(const Document& document, const RuleSet& rules, const ReviewInput& input) {
  Desk desk{fingerprints(document), {}, input.lines, 0};
  desk.standings.resize(desk.prints.size());
  std::ranges::stable_sort(desk.lines, {}, &ReviewLine::when);
  const std::string text_hash = desk.lines.empty() ? "" : sha256(document.text);

  LinesByPrint left = lines_in_force(desk.lines);
  std::vector<std::size_t> without;
  for (std::size_t i = 0; i < desk.prints.size(); ++i) {
    const auto found = left.find(desk.prints[i].whole);
    if (found == left.end()) {
      without.push_back(i);
      continue;
    }
    desk.standings[i] = standing_of(*found->second, lapse_of(*found->second, text_hash));
    left.erase(found);
  }
  std::erase_if(left, [](const auto& e) { return e.second->decision == Decision::undecided; });
  const auto waivers =
      waivers_on(input.today.empty() ? document.date.value_or("") : input.today, rules);
  for (const std::size_t i : without) {
    if (const ReviewLine* line = left.empty() ? nullptr : take_related(left, desk.prints[i])) {
      desk.standings[i] = standing_of(*line, Lapse::changed);
    } else if (!waivers.empty()) {
      apply_waivers(desk.standings[i], (*document.findings)[i], document.text, waivers);
    }
  }
  return desk;
}

void leave_out_known(Document& document, Desk& desk, const std::set<std::string>& known) {
  if (!document.findings) return;
  std::vector<Finding> findings;
  Desk kept{{}, {}, std::move(desk.lines), desk.known};
  for (std::size_t i = 0; i < desk.prints.size(); ++i) {
    if (known.contains(desk.prints[i].whole)) {
      ++kept.known;
      continue;
    }
    findings.push_back(std::move((*document.findings)[i]));
    kept.prints.push_back(std::move(desk.prints[i]));
    kept.standings.push_back(std::move(desk.standings[i]));
  }
  document.findings = std::move(findings);
  desk = std::move(kept);
}

std::string review_file_name(std::string_view id) {
  id.remove_prefix(std::min(id.size(), id.rfind('/') + 1));
  std::string name(id.empty() ? "article" : id);
  for (char& letter : name) {
    const auto byte = static_cast<unsigned char>(letter);
    const bool plain = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
                       (letter >= '0' && letter <= '9') || letter == '-' || letter == '_' ||
                       letter == '.' || byte >= 0x80;
    if (!plain) letter = '_';
  }
  return name + ".review.jsonl";
}

std::optional<Severity> worst_open(const Document& document, const RuleSet& rules,
                                   const ReviewInput& input) {
  std::optional<Severity> worst;
  const Desk desk = make_desk(document, rules, input);
  for (std::size_t i = 0; i < desk.prints.size(); ++i) {
    if (!is_open(desk.standings[i])) continue;
    if (input.known && input.known->contains(desk.prints[i].whole)) continue;
    const Severity severity = (*document.findings)[i].severity;
    if (!worst || severity < *worst) worst = severity;
  }
  return worst;
}

}  // namespace cotejo
