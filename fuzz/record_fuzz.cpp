// Any bytes as a line of JSON: what record_reader.hpp, record_writer.hpp and splice.hpp promise.
#include <cotejo/io/entry_json.hpp>
#include <cotejo/io/entry_table.hpp>
#include <cotejo/io/laws.hpp>
#include <cotejo/io/record_reader.hpp>
#include <cotejo/io/record_writer.hpp>
#include <cotejo/io/review_json.hpp>
#include <cotejo/io/splice.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

void require(bool holds, const char* promise) {
  if (holds) return;
  std::fprintf(stderr, "broken promise: %s\n", promise);
  std::abort();
}

void check_written(const cotejo::Document& document) {
  const std::string written = cotejo::write_record(document);
  const auto again = cotejo::read_record(written);
  require(again.has_value(), "what is written can be read");
  require(cotejo::write_record(*again) == written, "out, in and out again is the same bytes");
}

// Replaces the quotes by none: the rest must stay, and the line must stay a record.
void check_spliced(std::string_view line, const cotejo::Document& document) {
  cotejo::Document changed = document;
  const cotejo::LayerSet present = cotejo::layers_in(document);
  const cotejo::LayerSet cut = cotejo::layers_cut_by(cotejo::Stage::quotes);
  const cotejo::Splice splice{.stages = {cotejo::Stage::quotes},
                              .rules = "sha256:0",
                              .cut = cut,
                              .kept = present & ~cut,
                              .fills_head = false};
  cotejo::remove_layers(changed, cut);
  changed.quotes.emplace();
  const std::string spliced = cotejo::splice_layers(line, changed, splice);
  const auto again = cotejo::read_record(spliced);
  require(again.has_value(), "a spliced line is a record");
  require(again->text == document.text && again->paragraphs == document.paragraphs &&
              again->quantities == document.quantities,
          "what does not point into the quotes stays");
  require(again->quotes && again->quotes->empty() && !again->attributions && !again->findings,
          "the quotes are new, and what points into the old ones is gone");
}

void check_entries(std::string_view bytes) {
  if (const auto entry = cotejo::read_entry(bytes)) {
    const std::string written = cotejo::write_entry(*entry);
    const auto again = cotejo::read_entry(written);
    require(again && *again == *entry, "an entry written is the entry read");
  }
  for (const auto& row : cotejo::parse_tsv(bytes)) require(!row.cells.empty(), "rows have cells");
  const auto rows = cotejo::parse_csv(bytes);
  if (rows) (void)cotejo::read_entry_table(*rows);
}

void check_review(std::string_view bytes) {
  const auto lines = cotejo::read_review(bytes);
  if (!lines) return require(!lines.error().message.empty(), "an error says what is wrong");
  for (const cotejo::ReviewLine& line : *lines) {
    const auto again = cotejo::read_review(cotejo::write_review_line(line));
    require(again && again->size() == 1 && again->front() == line,
            "a line written is the line read");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string line(reinterpret_cast<const char*>(data), size);
  const auto document = cotejo::read_record(line);
  if (document) {
    require(!cotejo::find_broken_law(*document), "a record read keeps the laws");
    check_written(*document);
    check_spliced(line, *document);
  } else {
    require(!document.error().message.empty(), "an error says what is wrong");
  }
  check_entries(line);
  check_review(line);
  return 0;
}
