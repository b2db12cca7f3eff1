#ifndef COTEJO_READ_READ_ARTICLE_HPP
#define COTEJO_READ_READ_ARTICLE_HPP

#include <cotejo/base/result.hpp>
#include <cotejo/model/document.hpp>
#include <cotejo/rules/rule_set.hpp>

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cotejo {

/// What the bytes of an article are. (JSON Lines are records, not articles: io/.)
enum class InputFormat { text, html };

/// An article as it came.
struct ArticleInput {
  std::string_view bytes;
  std::string path;                     ///< "" if it came from standard input
  std::optional<std::string> language;  ///< BCP 47; none = from the file, else detected
  std::optional<InputFormat> format;    ///< none = told by looking at the bytes
};

/// What `bytes` look like: HTML if their first tag is one of HTML or their path says so.
[[nodiscard]] InputFormat format_of(std::string_view bytes, std::string_view path);

/// Reads articles. Made once from the traits of all languages that have rules, which name the
/// months of dates, the words that tell a language, and the abbreviations behind which a sentence
/// goes on. Immutable, so threads may share it.
class ArticleReader {
 public:
  explicit ArticleReader(std::span<const LanguageTraits> languages);
  ~ArticleReader();
  ArticleReader(ArticleReader&&) noexcept;
  ArticleReader& operator=(ArticleReader&&) noexcept;

  /// Reads an article: fills id, language, date, meta, text and paragraphs.
  ///
  /// The id is the path without its extension, else the first 12 hex digits of the text's SHA-256.
  /// Error bad_encoding with line and column if plain text is not valid in its encoding;
  /// bad_article if the input is empty, binary, larger than 1 GiB, or a page that holds no text.
  /// Linear.
  [[nodiscard]] Result<Document> read(const ArticleInput& input) const;

  /// The paragraphs of a record's own text, which stays as it is: lines, or, where lines are broken
  /// at a fixed width, what blank lines part. `language` is BCP 47; "" = detected.
  /// Error bad_encoding with line and column if `text` is not valid UTF-8. Linear.
  [[nodiscard]] Result<std::vector<Paragraph>> read_paragraphs(std::string_view text,
                                                               std::string_view language) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// ArticleReader(languages).read(input), for one article.
Result<Document> read_article(const ArticleInput& input, std::span<const LanguageTraits> languages);

/// ArticleReader(languages).read_paragraphs(text, language), for one text.
Result<std::vector<Paragraph>> read_paragraphs(std::string_view text, std::string_view language,
                                               std::span<const LanguageTraits> languages);

}  // namespace cotejo

#endif
