// The rule engine on varied newswire text and on hostile text. One JSON line per measurement.
//   rules_bench [megabytes] [text|hostile|load]…
// Hostile text has no sentence end: time must about double when its length doubles.
#include "bench.hpp"
#include "documents.hpp"
#include "newswire.hpp"

#include <cotejo/rules/analysis.hpp>
#include <cotejo/rules/rule_library.hpp>
#include <cotejo/text/sentences.hpp>

#include <cstdlib>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace cotejo;
using namespace cotejo::bench;

/// The paragraphs of a text, one per line, in articles of `article_bytes`.
struct Article {
  std::string_view text;
  std::vector<Paragraph> paragraphs;
};

std::vector<Article> articles_of(std::string_view text, const RuleSet& rules,
                                 std::size_t article_bytes) {
  const SentenceBreaker breaker(rules.language().code, rules.language().tokens.abbreviations);
  std::vector<Article> articles;
  while (!text.empty()) {
    std::size_t end = text.size() <= article_bytes ? text.size() : text.find('\n', article_bytes);
    if (end == std::string_view::npos) end = text.size();
    Article article{text.substr(0, end), {}};
    article.paragraphs = paragraphs_of(article.text, breaker);
    articles.push_back(std::move(article));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return articles;
}

std::set<std::string> stages_of(const RuleSet& rules) {
  std::set<std::string> stages;
  for (const Pattern& pattern : rules.patterns()) stages.insert(pattern.stage);
  return stages;
}

void measure_text(const RuleSet& rules, std::size_t bytes) {
  const std::string& language = rules.language().code;
  const std::string text = newswire(language, bytes, 7);
  const double copy = copy_seconds(text);
  const std::vector<Article> articles = articles_of(text, rules, 3000);

  const Tokeniser tokeniser(rules.language().tokens);
  std::vector<Token> tokens;
  print({language + " tokenise", text.size(),
         seconds_of(1,
                    [&] {
                      for (const Article& article : articles) {
                        tokens.clear();
                        for (const Paragraph& paragraph : article.paragraphs) {
                          for (const Span sentence : paragraph.sentences) {
                            tokeniser.tokenise(article.text, sentence, tokens);
                          }
                        }
                      }
                    })},
        copy);

  Analyser analyser(rules);
  std::size_t found = 0;
  for (const std::string_view run : {"first", "again"}) {
    print({language + " analyse " + std::string(run), text.size(),
           seconds_of(1,
                      [&] {
                        for (const Article& article : articles) {
                          found +=
                              analyser.analyse(article.text, article.paragraphs).tokens().size();
                        }
                      })},
          copy);
  }
  for (const std::string& stage : stages_of(rules)) {
    double seconds = 0;
    std::size_t matches = 0;
    for (const Article& article : articles) {
      const Analysis analysis = analyser.analyse(article.text, article.paragraphs);
      seconds += seconds_of(1, [&] { matches += find_patterns(analysis, stage).size(); });
    }
    print({language + " patterns " + stage + " (" + std::to_string(matches) + " matches)",
           text.size(), seconds},
          copy);
  }
  if (found == 0) std::abort();
}

/// A text of one stretch that has no end, of about `bytes`.
std::string hostile(std::string_view piece, std::size_t bytes) {
  std::string text;
  text.reserve(bytes + piece.size());
  while (text.size() < bytes) text += piece;
  return text;
}

void measure_hostile(const RuleSet& rules) {
  struct Case {
    std::string_view name, piece;
  };
  constexpr Case cases[] = {
      {"dijo", "dijo "},
      {"que", "que "},
      {"commas", ", "},
      {"points", ". "},
      {"names", "Ana Paz "},
      {"name per word", "Ana, "},
      {"opening quotes", "“"},
      {"opening quotes and words", "“la "},
      {"straight quotes", "\""},
      {"straight quotes and words", "\"la\" "},
      {"apostrophes", "a'"},
      {"numbers", "1.1,"},
      {"cue and name", "dijo Ana Paz, "},
      {"name and cue that", "Ana Paz dijo que "},
      {"y dijo", "y dijo, "},
      {"one long word", "a"},
      {"points in words", "a.b."},
      {"prose without end",
       "según la agencia, el ministro Luis Mora dijo que «no vendrá», y añadió: "},
  };
  for (const Case& hard : cases) {
    for (const std::size_t bytes : {250'000U, 500'000U, 1'000'000U}) {
      const std::string text = hostile(hard.piece, bytes);
      const auto end = static_cast<Offset>(text.size());
      const Paragraph paragraph{{0, end}, ParagraphRole::body, {{0, end}}};
      Analyser analyser(rules);
      const double analysing =
          seconds_of(1, [&] { (void)analyser.analyse(text, std::span(&paragraph, 1)); });
      print({"hostile analyse: " + std::string(hard.name), text.size(), analysing});
      const Analysis analysis = analyser.analyse(text, std::span(&paragraph, 1));
      for (const std::string& stage : stages_of(rules)) {
        print({"hostile patterns " + stage + ": " + std::string(hard.name), text.size(),
               seconds_of(1, [&] { (void)find_patterns(analysis, stage); })});
      }
    }
  }
}

void measure_loading(std::string_view language) {
  print({"load " + std::string(language), 1, seconds_of(5, [&] {
           auto library = RuleLibrary::open({COTEJO_SOURCE_DIR "/rules"});
           if (!library || !library->rules_for(language)) std::abort();
         })});
}

}  // namespace

int main(int count, char** values) {
  const double megabytes = count > 1 ? std::atof(values[1]) : 4;
  std::set<std::string_view> parts(values + std::min(count, 2), values + count);
  const auto wanted = [&](std::string_view part) { return parts.empty() || parts.contains(part); };
  auto library = RuleLibrary::open({COTEJO_SOURCE_DIR "/rules"});
  if (!library) {
    std::fprintf(stderr, "%s\n", library.error().message.c_str());
    return 2;
  }
  for (const std::string_view language : {"es", "en"}) {
    const auto rules = library->rules_for(language);
    if (!rules) {
      std::fprintf(stderr, "%s\n", rules.error().message.c_str());
      return 2;
    }
    if (wanted("load")) measure_loading(language);
    if (wanted("text")) measure_text(**rules, static_cast<std::size_t>(megabytes * 1e6));
    if (wanted("hostile") && language == "es") measure_hostile(**rules);
  }
  return 0;
}
