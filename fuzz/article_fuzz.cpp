// Any bytes as an article, plain or HTML: what comes out keeps what read_article.hpp promises.
#include <cotejo/read/read_article.hpp>
#include <cotejo/text/utf8.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace {

void require(bool holds, const char* promise) {
  if (holds) return;
  std::fprintf(stderr, "broken promise: %s\n", promise);
  std::abort();
}

bool is_inside(std::string_view text, cotejo::Span span) {
  return span.begin <= span.end && span.end <= text.size() &&
         cotejo::is_boundary(text, span.begin) && cotejo::is_boundary(text, span.end);
}

void check_paragraphs(std::string_view text, const std::vector<cotejo::Paragraph>& paragraphs) {
  cotejo::Offset last = 0;
  for (const cotejo::Paragraph& paragraph : paragraphs) {
    require(is_inside(text, paragraph.span), "paragraphs lie inside the text, on boundaries");
    require(paragraph.span.begin >= last, "paragraphs ascend");
    require(!paragraph.span.empty(), "paragraphs are not empty");
    last = paragraph.span.end;
    cotejo::Offset sentence_end = paragraph.span.begin;
    for (const cotejo::Span sentence : paragraph.sentences) {
      require(is_inside(text, sentence), "sentences lie inside the text, on boundaries");
      require(sentence.begin >= sentence_end && paragraph.span.contains(sentence),
              "sentences ascend inside their paragraph");
      require(!sentence.empty(), "sentences are not empty");
      sentence_end = sentence.end;
    }
  }
}

cotejo::LanguageTraits language() {
  cotejo::LanguageTraits traits;
  traits.code = "en";
  traits.function_words = {"the", "of", "and"};
  traits.month_names = {{"Jan"}, {"Feb"}, {"Mar"}, {"Apr"}, {"May"}, {"Jun"},
                        {"Jul"}, {"Aug"}, {"Sep"}, {"Oct"}, {"Nov"}, {"Dec"}};
  traits.tokens.abbreviations = {"Mr.", "1."};
  return traits;
}

const cotejo::ArticleReader& reader() {
  static const cotejo::LanguageTraits english = language();
  static const cotejo::ArticleReader made({&english, 1});
  return made;
}

void check_article(std::string_view bytes, cotejo::InputFormat format) {
  cotejo::ArticleInput input;
  input.bytes = bytes;
  input.format = format;
  const auto document = reader().read(input);
  if (!document) {
    require(!document.error().message.empty(), "an error says what is wrong");
    return;
  }
  require(!cotejo::first_bad_utf8(document->text), "the text is well-formed UTF-8");
  require(document->text.find('\0') == std::string::npos, "the text holds no NUL");
  require(document->text.find('\r') == std::string::npos, "the text holds no carriage return");
  require(cotejo::is_nfc(document->text), "the text is in normal form C");
  require(!document->paragraphs->empty(), "an article has paragraphs");
  check_paragraphs(document->text, *document->paragraphs);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  // libFuzzer's bytes are unsigned; the library's are char.
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);  // NOLINT
  check_article(bytes, cotejo::InputFormat::text);
  check_article(bytes, cotejo::InputFormat::html);
  if (const auto paragraphs = reader().read_paragraphs(bytes, "")) {
    check_paragraphs(bytes, *paragraphs);
  }
  return 0;
}
