#include <cotejo/io/positions.hpp>

#include <cstddef>
#include <vector>

namespace cotejo {
namespace {

// How many code points begin before each byte, kept for every 64th byte.
class CharCounter {
 public:
  explicit CharCounter(std::string_view text) : text_(text) {
    Offset count = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (i % stride == 0) counts_.push_back(count);
      if (begins_char(text[i])) ++count;
    }
    counts_.push_back(count);
  }

  [[nodiscard]] Offset at(Offset byte) const {
    if (byte >= text_.size()) return counts_.back();
    Offset count = counts_[byte / stride];
    for (std::size_t i = byte / stride * stride; i < byte; ++i) {
      if (begins_char(text_[i])) ++count;
    }
    return count;
  }

  void turn(Span& span) const { span = {at(span.begin), at(span.end)}; }
  void turn(std::optional<Span>& span) const {
    if (span) turn(*span);
  }
  void turn(std::vector<Span>& spans) const {
    for (Span& span : spans) turn(span);
  }

 private:
  static constexpr std::size_t stride = 64;
  static bool begins_char(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

  std::string_view text_;
  std::vector<Offset> counts_;
};

void turn(const CharCounter& counter, Paragraph& paragraph) {
  counter.turn(paragraph.span);
  counter.turn(paragraph.sentences);
}

void turn(const CharCounter& counter, Quote& quote) {
  counter.turn(quote.content);
  counter.turn(quote.parts);
  counter.turn(quote.marks);
  counter.turn(quote.cue);
  counter.turn(quote.source);
}

void turn(const CharCounter& counter, Source& source) { counter.turn(source.mentions); }

void turn(const CharCounter& counter, Quantity& quantity) {
  counter.turn(quantity.number);
  counter.turn(quantity.span);
  counter.turn(quantity.phrase);
  counter.turn(quantity.modifier_span);
  if (quantity.counted) counter.turn(quantity.counted->span);
}

void turn(const CharCounter& counter, Claim& claim) { counter.turn(claim.span); }

void turn(const CharCounter& counter, Finding& finding) {
  counter.turn(finding.span);
  counter.turn(finding.spans);
}

template <typename T>
void turn_layer(const CharCounter& counter, std::optional<std::vector<T>>& layer) {
  if (!layer) return;
  for (T& item : *layer) turn(counter, item);
}

}  // namespace

Document with_char_positions(const Document& document) {
  Document turned = document;
  const CharCounter counter(document.text);
  turn_layer(counter, turned.paragraphs);
  turn_layer(counter, turned.quotes);
  turn_layer(counter, turned.sources);
  turn_layer(counter, turned.quantities);
  turn_layer(counter, turned.claims);
  turn_layer(counter, turned.findings);
  return turned;
}

}  // namespace cotejo
