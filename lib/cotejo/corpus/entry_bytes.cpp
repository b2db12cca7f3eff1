#include <cotejo/corpus/entry_bytes.hpp>

#include <cotejo/corpus/bytes.hpp>

#include <array>
#include <cstdint>

namespace cotejo {
namespace {

// id and text come first, so that they can be had without the rest.
constexpr std::array text_fields{&CorpusEntry::id,     &CorpusEntry::text,  &CorpusEntry::speaker,
                                 &CorpusEntry::outlet, &CorpusEntry::date,  &CorpusEntry::language,
                                 &CorpusEntry::title,  &CorpusEntry::url,   &CorpusEntry::licence,
                                 &CorpusEntry::body,   &CorpusEntry::rating};
constexpr std::array figure_fields{&Figure::measure, &Figure::subject, &Figure::place,
                                   &Figure::from,    &Figure::to,      &Figure::unit,
                                   &Figure::basis,   &Figure::source,  &Figure::note};

void put_text(std::string& bytes, std::string_view text) {
  put(bytes, static_cast<std::uint32_t>(text.size()));
  bytes += text;
}

std::string_view take_text_field(ByteReader& reader) {
  const auto size = reader.take<std::uint32_t>();
  return size ? reader.take_bytes(*size) : std::string_view{};
}

void put_bound(std::string& bytes, const std::optional<double>& bound) {
  put(bytes, static_cast<std::uint8_t>(bound.has_value() ? 1 : 0));
  put(bytes, bound.value_or(0));
}

std::optional<double> take_bound(ByteReader& reader) {
  const auto there = reader.take<std::uint8_t>();
  const auto value = reader.take<double>();
  return there == std::uint8_t{1} ? value : std::nullopt;
}

}  // namespace

void put_entry(std::string& bytes, const CorpusEntry& entry) {
  for (const auto field : text_fields) put_text(bytes, entry.*field);
  put(bytes, static_cast<std::uint8_t>(entry.kind));
  put(bytes, static_cast<std::uint8_t>(entry.figure ? 1 : 0));
  if (!entry.figure) return;
  for (const auto field : figure_fields) put_text(bytes, (*entry.figure).*field);
  put_bound(bytes, entry.figure->low);
  put_bound(bytes, entry.figure->high);
}

std::optional<CorpusEntry> take_entry(std::string_view bytes) {
  ByteReader reader(bytes);
  CorpusEntry entry;
  for (const auto field : text_fields) entry.*field = take_text_field(reader);
  const auto kind = reader.take<std::uint8_t>();
  const auto figure = reader.take<std::uint8_t>();
  if (!kind || *kind >= names_of<EntryKind>.size() || !figure) return std::nullopt;
  entry.kind = static_cast<EntryKind>(*kind);
  if (*figure == 1) {
    entry.figure.emplace();
    for (const auto field : figure_fields) (*entry.figure).*field = take_text_field(reader);
    entry.figure->low = take_bound(reader);
    entry.figure->high = take_bound(reader);
  }
  if (reader.failed() || !reader.at_end()) return std::nullopt;
  return entry;
}

std::string_view take_id(std::string_view bytes) {
  ByteReader reader(bytes);
  return take_text_field(reader);
}

std::string_view take_text(std::string_view bytes) {
  ByteReader reader(bytes);
  static_cast<void>(take_text_field(reader));
  return take_text_field(reader);
}

}  // namespace cotejo
