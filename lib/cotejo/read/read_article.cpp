// Bytes become valid UTF-8 (text/encoding), then a page or plain text becomes paragraphs with
// roles; only then is the text put together, brought to NFC and cut into sentences, so that every
// position refers to the final text. Tests: tests/unit/read/read_article_test.cpp.
#include <cotejo/read/read_article.hpp>

#include <cotejo/base/sha256.hpp>
#include <cotejo/read/article_date.hpp>
#include <cotejo/read/language.hpp>
#include <cotejo/read/main_text.hpp>
#include <cotejo/read/page_facts.hpp>
#include <cotejo/read/plain_text.hpp>
#include <cotejo/text/encoding.hpp>
#include <cotejo/text/sentences.hpp>
#include <cotejo/text/utf8.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace cotejo {
namespace {

constexpr std::size_t max_bytes = std::size_t{1} << 30U;

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  }
  return lower;
}

/// Where the extension of a path begins, with its point; the path's end if it has none.
std::size_t extension_begin(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  const std::size_t name = slash == std::string_view::npos ? 0 : slash + 1;
  const std::size_t point = path.rfind('.');
  return point == std::string_view::npos || point <= name ? path.size() : point;
}

std::string id_of(std::string_view path, std::string_view text) {
  constexpr std::size_t digits = 12;
  if (!path.empty()) return std::string(path.substr(0, extension_begin(path)));
  return sha256(text).substr(0, digits);
}

Error bad_article(const ArticleInput& input, std::string message) {
  return Error{ErrorKind::bad_article, std::move(message), input.path};
}

bool is_blank_only(std::string_view bytes) {
  return bytes.find_first_not_of(std::string_view(" \t\r\n\f\v\0", 7)) == std::string_view::npos;
}

/// Why `input` cannot be an article, or nothing.
std::optional<Error> refuse(const ArticleInput& input) {
  if (is_blank_only(input.bytes)) return bad_article(input, "the article is empty");
  if (input.bytes.size() > max_bytes) return bad_article(input, "the article is larger than 1 GiB");
  if (looks_binary(input.bytes)) {
    return bad_article(input, "not an article but a binary file: it is full of control characters");
  }
  return std::nullopt;
}

/// A text that grows by paragraphs.
class TextBuilder {
 public:
  void add(std::string_view paragraph, ParagraphRole role) {
    const std::string normal = to_nfc(paragraph);
    if (normal.empty()) return;
    if (!text_.empty()) text_ += '\n';
    const auto begin = static_cast<Offset>(text_.size());
    text_ += normal;
    paragraphs_.push_back({{begin, static_cast<Offset>(text_.size())}, role, {}});
  }
  void move_into(Document& document) {
    document.text = std::move(text_);
    document.paragraphs = std::move(paragraphs_);
  }

 private:
  std::string text_;
  std::vector<Paragraph> paragraphs_;
};

}  // namespace

struct ArticleReader::State {
  explicit State(std::span<const LanguageTraits> languages)
      : months(languages), detector(languages) {
    for (const LanguageTraits& language : languages) {
      breakers.emplace_back(language.code,
                            SentenceBreaker(language.code, language.tokens.abbreviations));
    }
  }

  /// The breaker of `language`, or of what its first subtag names, or the common one.
  [[nodiscard]] const SentenceBreaker& breaker(std::string_view language) const {
    for (const std::string_view code : {language, language.substr(0, language.find('-'))}) {
      for (const auto& [known, breaker] : breakers) {
        if (known == code) return breaker;
      }
    }
    return common;
  }

  void add_sentences(std::string_view text, std::string_view language,
                     std::vector<Paragraph>& paragraphs) const {
    const SentenceBreaker& chosen = breaker(language);
    for (Paragraph& paragraph : paragraphs) {
      paragraph.sentences = chosen.find_sentences(text, paragraph.span);
    }
  }

  [[nodiscard]] Result<Document> read_text(const ArticleInput& input) const;
  [[nodiscard]] Result<Document> read_page(const ArticleInput& input) const;
  /// Language, sentences and id of a document that has its text.
  void finish(const ArticleInput& input, Document& document) const;

  MonthNames months;
  LanguageDetector detector;
  SentenceBreaker common{"", {}};
  std::vector<std::pair<std::string, SentenceBreaker>> breakers;
};

Result<Document> ArticleReader::State::read_text(const ArticleInput& input) const {
  auto decoded = decode_text(input.bytes, "", BadBytes::refuse);
  if (!decoded) {
    Error error = decoded.error();
    error.file = input.path;
    return error;
  }
  Document document;
  document.text = with_plain_line_breaks(std::move(decoded->text));
  if (!is_nfc(document.text)) document.text = to_nfc(document.text);
  document.paragraphs = find_paragraphs(document.text);
  if (document.paragraphs->empty()) return bad_article(input, "the article is empty");
  const Paragraph& first = document.paragraphs->front();
  if (first.role == ParagraphRole::headline) {
    document.meta.title = slice(document.text, first.span);
  }
  document.date = find_dateline(document.text, *document.paragraphs, months);
  finish(input, document);
  return document;
}

Result<Document> ArticleReader::State::read_page(const ArticleInput& input) const {
  auto decoded = decode_text(input.bytes, declared_encoding(input.bytes), BadBytes::replace);
  if (!decoded) return decoded.error();
  const HtmlPage page = parse_html(std::move(decoded->text));
  PageFacts facts = find_page_facts(page, months);
  const MainText main = find_main_text(page, facts);
  if (main.paragraphs.empty()) {
    return bad_article(input,
                       "no text found in " + std::to_string(input.bytes.size()) + " bytes of HTML");
  }
  Document document;
  TextBuilder builder;
  builder.add(facts.title, ParagraphRole::headline);
  for (const PageParagraph& paragraph : main.paragraphs)
    builder.add(paragraph.text, paragraph.role);
  builder.move_into(document);
  document.meta = {to_nfc(facts.title), to_nfc(facts.byline), to_nfc(facts.outlet), facts.url, {}};
  document.date = std::move(facts.date);
  if (!document.date) document.date = find_dateline(document.text, *document.paragraphs, months);
  if (!facts.language.empty()) document.language = std::move(facts.language);
  finish(input, document);
  return document;
}

void ArticleReader::State::finish(const ArticleInput& input, Document& document) const {
  document.meta.path = input.path;
  document.id = id_of(input.path, document.text);
  if (input.language) document.language = input.language;
  if (!document.language) document.language = detector.detect(document.text);
  add_sentences(document.text, document.language.value_or(""), *document.paragraphs);
}

ArticleReader::ArticleReader(std::span<const LanguageTraits> languages)
    : state_(std::make_unique<State>(languages)) {}
ArticleReader::~ArticleReader() = default;
ArticleReader::ArticleReader(ArticleReader&&) noexcept = default;
ArticleReader& ArticleReader::operator=(ArticleReader&&) noexcept = default;

Result<Document> ArticleReader::read(const ArticleInput& input) const {
  if (auto error = refuse(input)) return std::move(*error);
  switch (input.format.value_or(format_of(input.bytes, input.path))) {
    case InputFormat::text:
      return state_->read_text(input);
    case InputFormat::html:
      return state_->read_page(input);
  }
  return bad_article(input, "unknown format");
}

Result<std::vector<Paragraph>> ArticleReader::read_paragraphs(std::string_view text,
                                                              std::string_view language) const {
  if (const auto bad = first_bad_utf8(text)) {
    const LineColumn place = line_column(text, static_cast<Offset>(*bad));
    return Error{ErrorKind::bad_encoding, "not valid UTF-8", "", place.line, place.column};
  }
  std::vector<Paragraph> paragraphs = find_paragraphs(text);
  const std::string detected =
      language.empty() ? state_->detector.detect(text).value_or("") : std::string(language);
  state_->add_sentences(text, detected, paragraphs);
  return paragraphs;
}

Result<Document> read_article(const ArticleInput& input,
                              std::span<const LanguageTraits> languages) {
  return ArticleReader(languages).read(input);
}

Result<std::vector<Paragraph>> read_paragraphs(std::string_view text, std::string_view language,
                                               std::span<const LanguageTraits> languages) {
  return ArticleReader(languages).read_paragraphs(text, language);
}

InputFormat format_of(std::string_view bytes, std::string_view path) {
  constexpr std::size_t looked_at = 2048;
  const std::string extension = lower_ascii(path.substr(extension_begin(path)));
  if (extension == ".html" || extension == ".htm" || extension == ".xhtml") {
    return InputFormat::html;
  }
  std::string head = lower_ascii(bytes.substr(0, looked_at));
  std::erase(head, '\0');  // UTF-16
  constexpr auto tags =
      std::to_array<std::string_view>({"<!doctype html", "<html", "<head", "<body", "<article",
                                       "<div", "<p>", "<p ", "<h1", "<meta", "<title"});
  const std::size_t first = head.find_first_not_of(" \t\r\n\xEF\xBB\xBF\xFF\xFE");
  if (first == std::string::npos || head[first] != '<') return InputFormat::text;
  const bool html = std::ranges::any_of(
      tags, [&](std::string_view tag) { return head.find(tag) != std::string::npos; });
  return html ? InputFormat::html : InputFormat::text;
}

}  // namespace cotejo
