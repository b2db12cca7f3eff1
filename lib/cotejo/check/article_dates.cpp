#include <cotejo/check/article_view.hpp>
#include <cotejo/check/locate.hpp>
#include <cotejo/text/fold.hpp>

#include <charconv>
#include <chrono>
#include <optional>
#include <string>

namespace cotejo {
namespace {

/// Which day of the week a word names, from Monday = 0.
std::optional<std::size_t> weekday_named(const LanguageTraits& language, std::string_view word) {
  const std::string folded = fold(word);
  for (std::size_t day = 0; day < language.weekday_names.size(); ++day) {
    const std::string names = " " + fold(language.weekday_names[day]) + " ";
    if (names.find(" " + folded + " ") != std::string::npos) return day;
  }
  return {};
}

std::size_t weekday_of(std::int64_t days) {
  constexpr std::int64_t thursday = 3;  // 1970-01-01
  return static_cast<std::size_t>(((days + thursday) % 7 + 7) % 7);
}

/// True if the text of the date names the day of the month that was read from it.
bool names_day(const ArticleView& article, TokenRange range, unsigned day) {
  for (std::uint32_t t = range.begin; t < range.end; ++t) {
    if (article.analysis.tokens()[t].kind != TokenKind::digits) continue;
    const std::string_view digits = article.analysis.text_of(t);
    unsigned number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (number == day) return true;
  }
  return false;
}

/// The date of the same day and month whose year is nearest to the dateline.
std::int64_t nearest_year(std::chrono::year_month_day day, std::int64_t dateline) {
  using namespace std::chrono;
  std::int64_t best = sys_days{day}.time_since_epoch().count();
  for (const int shift : {-1, 1}) {
    const year_month_day other = day + years{shift};
    if (!other.ok()) continue;
    const std::int64_t days = sys_days{other}.time_since_epoch().count();
    if (std::abs(days - dateline) < std::abs(best - dateline)) best = days;
  }
  return best;
}

void check_weekday(const ArticleView& article, const Quantity& quantity) {
  const LanguageTraits& language = article.analysis.rules().language();
  if (!quantity.time || quantity.time->grain != Grain::day) return;
  const TokenRange range = article.tokens_of(quantity);
  std::optional<std::size_t> said;
  std::string word;
  // Inside the date, or before it with at most a mark between ("el viernes, 7 de mayo").
  const auto look_at = [&](std::uint32_t t) {
    said = weekday_named(language, article.analysis.text_of(t));
    if (said) word = article.analysis.text_of(t);
  };
  for (std::uint32_t t = range.begin; t < range.end && !said; ++t) look_at(t);
  if (!said && range.begin > 0) look_at(range.begin - 1);
  const bool mark =
      range.begin > 1 && article.analysis.tokens()[range.begin - 1].kind == TokenKind::punctuation;
  if (!said && mark) look_at(range.begin - 2);
  std::int64_t days = days_of(quantity.time->from);
  if (!said || days == 0) return;
  using namespace std::chrono;
  year_month_day day{sys_days{std::chrono::days{days}}};
  if (!names_day(article, range, static_cast<unsigned>(day.day()))) return;
  const std::string year = std::to_string(static_cast<int>(day.year()));
  const bool year_written = article.text(quantity.span).find(year) != std::string::npos;
  const std::int64_t dateline = days_of(article.document.date.value_or(""));
  if (!year_written) {
    if (dateline == 0) return;
    days = nearest_year(day, dateline);
  }
  const std::size_t actual = weekday_of(days);
  if (actual == *said) return;
  const std::string_view names = language.weekday_names[actual];
  article.findings.add("weekday-wrong", quantity.span,
                       {{"text", quantity.text},
                        {"said", word},
                        {"actual", std::string(names.substr(0, names.find(' ')))}});
}

}  // namespace

void check_dates(const ArticleView& article) {
  if (!article.document.quantities) return;
  for (const Quantity& quantity : *article.document.quantities) {
    if (quantity.kind == QuantityKind::date) check_weekday(article, quantity);
  }
}

}  // namespace cotejo
