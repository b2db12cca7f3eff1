#ifndef COTEJO_MODEL_CORPUS_ENTRY_HPP
#define COTEJO_MODEL_CORPUS_ENTRY_HPP

#include <cotejo/base/names.hpp>

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace cotejo {

/// What an entry of a reference corpus is.
enum class EntryKind { statement, document, fact_check, figure };
template <>
inline constexpr std::array names_of<EntryKind>{
    std::string_view{"statement"}, std::string_view{"document"}, std::string_view{"fact-check"},
    std::string_view{"figure"}};

/// A published reference value: a measure of a subject at a place over a period.
struct Figure {
  std::string measure;  ///< an id of claims.measures.toml
  std::string subject;  ///< "" or equal to place = the whole place
  std::string place;    ///< "" = none said
  std::string from;     ///< ISO 8601 day, "" = open
  std::string to;       ///< last day included, "" = open
  std::optional<double> low;
  std::optional<double> high;
  std::string unit;   ///< "%" for rates, else ISO 4217 or UCUM; "" for counts
  std::string basis;  ///< stock, cumulative, year-on-year, monthly …; "" = not said
  std::string source;
  std::string note;

  friend bool operator==(const Figure&, const Figure&) = default;
};

/// One entry of a reference corpus: someone's words, a document, a fact-check or a figure.
struct CorpusEntry {
  std::string id;
  EntryKind kind = EntryKind::statement;
  std::string speaker;   ///< of a statement, "" = not known
  std::string outlet;    ///< who published it
  std::string date;      ///< ISO 8601 day, "" = not known; of a figure, when it was published
  std::string language;  ///< BCP 47, "" = not known
  std::string title;
  std::string url;
  std::string licence;
  std::string text;    ///< the words; of a fact-check, the claim that was checked
  std::string body;    ///< of a fact-check, the article about it
  std::string rating;  ///< of a fact-check, that organisation's rating
  std::optional<Figure> figure;  ///< set if and only if kind is figure

  friend bool operator==(const CorpusEntry&, const CorpusEntry&) = default;
};

}  // namespace cotejo

#endif
