// One file per segment: a magic word, a table of parts (place and size), the parts. What is read at
// random is an array of fixed size behind an array of offsets, so that nothing is parsed to open
// it.
//
// Shingles: the top bits of a shingle's hash choose a bucket, the next ten stand in the posting
// beside the entry's number; a posting is 32 bits. Two shingles that share both (one pair in
// 2^(bits+10)) only cost a candidate that is screened away. Four words and not five, because two
// changed words out of twelve always leave a run of four. Tests:
// tests/unit/corpus/segment_test.cpp.
#include <cotejo/corpus/segment.hpp>

#include <cotejo/corpus/bytes.hpp>
#include <cotejo/corpus/entry_bytes.hpp>
#include <cotejo/text/fold.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <numeric>
#include <utility>

namespace cotejo {
namespace {

constexpr std::uint64_t magic = 0x31306765736F6A74ULL;  // "tjoseg01"
constexpr std::uint32_t posting_entry_mask = (1U << posting_entry_bits) - 1;
constexpr int max_bucket_bits = 22;

enum Part : std::size_t {
  part_entries,
  part_entry_at,
  part_heads,
  part_speakers,
  part_speaker_at,
  part_spoken,
  part_spoken_at,
  part_figures,
  part_words,
  part_words_at,
  part_buckets,
  part_postings,
  part_stems,
  part_stem_at,
  part_stem_entries,
  part_stem_weights,
  part_lengths,
  part_count
};

struct PartPlace {
  std::uint64_t begin = 0;
  std::uint64_t size = 0;  ///< in bytes, without padding
};

constexpr std::size_t header_size = sizeof(magic) + part_count * sizeof(PartPlace);

/// Adds parts behind the header.
class Writer {
 public:
  Writer() { bytes_.resize(header_size); }

  template <typename T>
  void add(Part part, const std::vector<T>& values) {
    begin(part, values.size() * sizeof(T));
    put_all(bytes_, values);
    pad(bytes_);
  }
  void add(Part part, std::string_view text) {
    begin(part, text.size());
    bytes_ += text;
    pad(bytes_);
  }

  std::string finish() {
    std::string header;
    put(header, magic);
    for (const PartPlace& place : places_) put(header, place);
    bytes_.replace(0, header.size(), header);
    return std::move(bytes_);
  }

 private:
  void begin(Part part, std::size_t size) { places_[part] = {bytes_.size(), size}; }

  std::string bytes_;
  std::array<PartPlace, part_count> places_{};
};

/// The parts of a segment's file.
class Parts {
 public:
  /// False if the bytes are not whole.
  bool read(std::string_view bytes) {
    ByteReader reader(bytes);
    if (reader.take<std::uint64_t>() != magic) return false;
    for (std::string_view& part : parts_) {
      const auto place = reader.take<PartPlace>();
      if (!place || place->begin > bytes.size() || place->size > bytes.size() - place->begin ||
          place->begin % 8 != 0) {
        return false;
      }
      part = bytes.substr(place->begin, place->size);
    }
    return true;
  }

  [[nodiscard]] std::string_view text(Part part) const { return parts_[part]; }

  template <typename T>
  [[nodiscard]] std::span<const T> all(Part part) const {
    return ByteReader(parts_[part]).take_span<T>(parts_[part].size() / sizeof(T));
  }

 private:
  std::array<std::string_view, part_count> parts_;
};

/// True if `offsets` is an array of `count` ascending places in something of `size`, and the end.
template <typename T>
bool are_offsets(std::span<const T> offsets, std::size_t count, std::size_t size) {
  return offsets.size() == count + 1 && std::ranges::is_sorted(offsets) && offsets.front() == 0 &&
         offsets.back() == size;
}

bool is_whole(const Segment& segment) {
  const std::size_t n = segment.size();
  const std::size_t speakers = segment.speaker_at.empty() ? 0 : segment.speaker_at.size() - 1;
  const auto in_range = [n](std::uint32_t entry) { return entry < n; };
  return are_offsets(segment.entry_at, n, segment.entries.size()) &&
         are_offsets(segment.words_at, n, segment.words.size()) &&
         are_offsets(segment.speaker_at, speakers, segment.speakers.size()) &&
         are_offsets(segment.spoken_at, speakers, segment.spoken.size()) &&
         std::ranges::all_of(segment.spoken, in_range) &&
         std::ranges::all_of(segment.figures, in_range) &&
         are_offsets(segment.buckets, segment.buckets.size() - 1, segment.postings.size()) &&
         std::has_single_bit(segment.buckets.size() - 1) && segment.lengths.size() == n &&
         are_offsets(segment.stem_at, segment.stems.size(), segment.stem_entries.size()) &&
         segment.stem_weights.size() == segment.stem_entries.size();
}

int bucket_bits_for(std::size_t postings) {
  return std::clamp(static_cast<int>(std::bit_width(postings)) - 4, 0, max_bucket_bits);
}

std::size_t bucket_of(std::uint32_t shingle, int bits) {
  return bits == 0 ? 0 : shingle >> (32U - static_cast<unsigned>(bits));
}

std::uint32_t check_bits(std::uint32_t shingle, int bits) {
  return (shingle << static_cast<unsigned>(bits)) >> posting_entry_bits << posting_entry_bits;
}

struct Index {
  std::vector<std::uint32_t> buckets;
  std::vector<std::uint32_t> postings;
};

Index index_shingles(std::vector<std::uint64_t>&& shingles) {
  std::ranges::sort(shingles);
  const auto repeats = std::ranges::unique(shingles);
  shingles.erase(repeats.begin(), repeats.end());
  const int bits = bucket_bits_for(shingles.size());
  Index index;
  index.buckets.assign((std::size_t{1} << static_cast<unsigned>(bits)) + 1, 0);
  index.postings.reserve(shingles.size());
  for (const std::uint64_t item : shingles) {
    const auto shingle = static_cast<std::uint32_t>(item >> 32U);
    ++index.buckets[bucket_of(shingle, bits) + 1];
    index.postings.push_back(check_bits(shingle, bits) | static_cast<std::uint32_t>(item));
  }
  std::partial_sum(index.buckets.begin(), index.buckets.end(), index.buckets.begin());
  for (std::size_t b = 0; b + 1 < index.buckets.size(); ++b) {
    std::sort(index.postings.begin() + index.buckets[b],
              index.postings.begin() + index.buckets[b + 1]);
  }
  return index;
}

}  // namespace

std::uint32_t day_number(std::string_view day) {
  if (day.size() != 10 || day[4] != '-' || day[7] != '-') return 0;
  std::uint32_t number = 0;
  for (const std::string_view part : {day.substr(0, 4), day.substr(5, 2), day.substr(8, 2)}) {
    std::uint32_t value = 0;
    const auto read = std::from_chars(part.data(), part.data() + part.size(), value);
    if (read.ec != std::errc{} || read.ptr != part.data() + part.size()) return 0;
    number = number * 100 + value;
  }
  return number;
}

std::uint32_t key_of(std::string_view id) {
  const std::uint64_t hash = fold_hash(id);
  return static_cast<std::uint32_t>(hash ^ (hash >> 32U));
}

std::uint16_t language_key(std::string_view language) {
  if (language.size() < 2) return 0;
  const auto low = static_cast<unsigned char>(language[0]) | 0x20U;
  const auto high = static_cast<unsigned char>(language[1]) | 0x20U;
  return static_cast<std::uint16_t>(low | high << 8U);
}

std::string language_of(std::uint16_t key) {
  if (key == 0) return {};
  return {static_cast<char>(key & 0xFFU), static_cast<char>(key >> 8U)};
}

std::string_view Segment::speaker_name(std::uint32_t speaker) const {
  if (speaker + 1 >= speaker_at.size()) return {};
  return speakers.substr(speaker_at[speaker], speaker_at[speaker + 1] - speaker_at[speaker]);
}

std::span<const std::uint32_t> Segment::words_of(std::uint32_t entry) const {
  return words.subspan(words_at[entry], words_at[entry + 1] - words_at[entry]);
}

std::string_view Segment::bytes_of(std::uint32_t entry) const {
  return entries.substr(entry_at[entry], entry_at[entry + 1] - entry_at[entry]);
}

std::uint32_t shingle_hash(std::span<const std::uint32_t, shingle_words> words) {
  std::uint64_t hash = 0x9E3779B97F4A7C15ULL;
  for (const std::uint32_t word : words) {
    hash = (hash ^ word) * 0x9FB21C651E98DF25ULL;
    hash ^= hash >> 31U;
  }
  return static_cast<std::uint32_t>(hash >> 32U);
}

std::span<const std::uint32_t> find_postings(const Segment& segment, std::uint32_t shingle) {
  const std::size_t bucket = bucket_of(shingle, segment.bucket_bits);
  const auto here = segment.postings.subspan(segment.buckets[bucket],
                                             segment.buckets[bucket + 1] - segment.buckets[bucket]);
  const std::uint32_t check = check_bits(shingle, segment.bucket_bits);
  const auto begin = std::ranges::lower_bound(here, check);
  const auto end = std::ranges::upper_bound(begin, here.end(), check | posting_entry_mask);
  return {begin, end};
}

Result<Segment> view_segment(std::string_view bytes) {
  Parts parts;
  const Error damaged{.kind = ErrorKind::bad_corpus, .message = "damaged: not a whole segment"};
  if (!parts.read(bytes)) return damaged;
  Segment segment{
      .entries = parts.text(part_entries),
      .entry_at = parts.all<std::uint64_t>(part_entry_at),
      .heads = parts.all<EntryHead>(part_heads),
      .speakers = parts.text(part_speakers),
      .speaker_at = parts.all<std::uint32_t>(part_speaker_at),
      .spoken = parts.all<std::uint32_t>(part_spoken),
      .spoken_at = parts.all<std::uint32_t>(part_spoken_at),
      .figures = parts.all<std::uint32_t>(part_figures),
      .words = parts.all<std::uint32_t>(part_words),
      .words_at = parts.all<std::uint64_t>(part_words_at),
      .bucket_bits = 0,
      .buckets = parts.all<std::uint32_t>(part_buckets),
      .postings = parts.all<std::uint32_t>(part_postings),
      .stems = parts.all<std::uint32_t>(part_stems),
      .stem_at = parts.all<std::uint32_t>(part_stem_at),
      .stem_entries = parts.all<std::uint32_t>(part_stem_entries),
      .stem_weights = parts.all<std::uint8_t>(part_stem_weights),
      .lengths = parts.all<float>(part_lengths),
  };
  if (segment.buckets.size() < 2 || !is_whole(segment)) return damaged;
  segment.bucket_bits = static_cast<int>(std::bit_width(segment.buckets.size() - 1)) - 1;
  return segment;
}

void SegmentBuilder::add(const CorpusEntry& entry) {
  const auto number = static_cast<std::uint32_t>(heads_.size());
  entry_at_.push_back(entries_.size());
  put_entry(entries_, entry);
  const auto speaker =
      speakers_.try_emplace(entry.speaker, static_cast<std::uint32_t>(speakers_.size())).first;
  heads_.push_back({.speaker = speaker->second,
                    .date = day_number(entry.date),
                    .measure = entry.figure ? key_of(entry.figure->measure) : 0,
                    .kind = static_cast<std::uint8_t>(entry.kind),
                    .unused = 0,
                    .language = language_key(entry.language)});
  if (entry.figure) figures_.push_back(number);
  const std::vector<IndexWord> words = find_index_words(entry.text);
  add_words(words, number);
  add_stems(entry, words, number);
}

void SegmentBuilder::add_words(const std::vector<IndexWord>& entry_words, std::uint32_t number) {
  words_at_.push_back(words_.size());
  const std::size_t begin = words_.size();
  for (const IndexWord& word : entry_words) words_.push_back(word.hash);
  const std::span<const std::uint32_t> words(words_);
  for (std::size_t i = begin; i + shingle_words <= words.size(); ++i) {
    const std::uint64_t shingle = shingle_hash(words.subspan(i).first<shingle_words>());
    shingles_.push_back(shingle << 32U | number);
  }
}

void SegmentBuilder::add_stems(const CorpusEntry& entry, const std::vector<IndexWord>& words,
                               std::uint32_t number) {
  // Title and text say what the entry is about; a fact-check's article only helps.
  std::vector<std::uint64_t> found;  // stem, quarters
  std::uint64_t length = 0;
  const std::uint16_t language = language_key(entry.language);
  Stems& stems = stemmers_.try_emplace(language, language_of(language)).first->second;
  const auto add = [&](std::string_view text, const std::vector<IndexWord>& field,
                       std::uint64_t quarters) {
    for (const IndexWord& word : field) {
      found.push_back(std::uint64_t{stems.of(text, word)} << 32U | quarters);
    }
    length += field.size() * quarters;
  };
  add(entry.text, words, 4);
  add(entry.title, find_index_words(entry.title), 4);
  add(entry.body, find_index_words(entry.body), 1);
  lengths_.push_back(static_cast<float>(length) / 4);
  std::ranges::sort(found);
  for (std::size_t i = 0; i < found.size();) {
    const auto stem = static_cast<std::uint32_t>(found[i] >> 32U);
    std::uint32_t quarters = 0;
    for (; i < found.size() && found[i] >> 32U == stem; ++i) {
      quarters += static_cast<std::uint32_t>(found[i]);
    }
    stems_.push_back({stem, number, static_cast<std::uint8_t>(std::min(quarters, 255U))});
  }
}

std::string SegmentBuilder::finish() {
  Writer writer;
  entry_at_.push_back(entries_.size());
  words_at_.push_back(words_.size());
  writer.add(part_entries, entries_);
  writer.add(part_entry_at, entry_at_);
  writer.add(part_heads, heads_);
  writer.add(part_words, words_);
  writer.add(part_words_at, words_at_);
  writer.add(part_lengths, lengths_);

  std::vector<std::string_view> names(speakers_.size());
  for (const auto& [name, number] : speakers_) names[number] = name;
  std::string all_names;
  std::vector<std::uint32_t> name_at{0};
  for (const std::string_view name : names) {
    all_names += name;
    name_at.push_back(static_cast<std::uint32_t>(all_names.size()));
  }
  writer.add(part_speakers, all_names);
  writer.add(part_speaker_at, name_at);

  std::vector<std::uint32_t> spoken(heads_.size());
  std::iota(spoken.begin(), spoken.end(), 0U);
  std::ranges::stable_sort(spoken, {}, [&](std::uint32_t i) { return heads_[i].speaker; });
  std::vector<std::uint32_t> spoken_at(names.size() + 1, 0);
  for (const EntryHead& head : heads_) ++spoken_at[head.speaker + 1];
  std::partial_sum(spoken_at.begin(), spoken_at.end(), spoken_at.begin());
  writer.add(part_spoken, spoken);
  writer.add(part_spoken_at, spoken_at);

  std::ranges::stable_sort(figures_, {}, [&](std::uint32_t i) { return heads_[i].measure; });
  writer.add(part_figures, figures_);

  const Index index = index_shingles(std::move(shingles_));
  writer.add(part_buckets, index.buckets);
  writer.add(part_postings, index.postings);

  std::ranges::stable_sort(stems_, {}, &Stem::hash);
  std::vector<std::uint32_t> stems;
  std::vector<std::uint32_t> stem_at;
  std::vector<std::uint32_t> stem_entries;
  std::vector<std::uint8_t> stem_weights;
  for (const Stem& stem : stems_) {
    if (stems.empty() || stems.back() != stem.hash) {
      stems.push_back(stem.hash);
      stem_at.push_back(static_cast<std::uint32_t>(stem_entries.size()));
    }
    stem_entries.push_back(stem.entry);
    stem_weights.push_back(stem.weight);
  }
  stem_at.push_back(static_cast<std::uint32_t>(stem_entries.size()));
  writer.add(part_stems, stems);
  writer.add(part_stem_at, stem_at);
  writer.add(part_stem_entries, stem_entries);
  writer.add(part_stem_weights, stem_weights);

  auto stemmers = std::move(stemmers_);  // what they remember serves the next segment
  *this = SegmentBuilder();
  stemmers_ = std::move(stemmers);
  return writer.finish();
}

}  // namespace cotejo
