#ifndef COTEJO_CORPUS_SEGMENT_HPP
#define COTEJO_CORPUS_SEGMENT_HPP

#include <cotejo/base/result.hpp>
#include <cotejo/corpus/index_words.hpp>
#include <cotejo/corpus/stems.hpp>
#include <cotejo/model/corpus_entry.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cotejo {

/// What lists and filters need of an entry, 16 bytes each.
struct EntryHead {
  std::uint32_t speaker = 0;  ///< number in its segment's table of speakers
  std::uint32_t date = 0;     ///< 20250812; 0 = not known
  std::uint32_t measure = 0;  ///< key_of(measure) of a figure, else 0
  std::uint8_t kind = 0;      ///< of EntryKind
  std::uint8_t unused = 0;
  std::uint16_t language = 0;  ///< first two letters of BCP 47; 0 = not known
};

/// An ISO 8601 day as a number that sorts ("2025-08-12" is 20250812); 0 if it is not one.
[[nodiscard]] std::uint32_t day_number(std::string_view day);
/// The key of a measure's id.
[[nodiscard]] std::uint32_t key_of(std::string_view id);
/// The key of a language.
[[nodiscard]] std::uint16_t language_key(std::string_view language);
/// The two letters of a key; "" for 0.
[[nodiscard]] std::string language_of(std::uint16_t key);

/// A segment: up to 4 million entries and everything that finds them, read where it lies (mapped
/// or in memory). Views live as long as those bytes. Numbers of entries count from 0 here.
struct Segment {
  std::string_view entries;                 ///< put_entry, one after the other
  std::span<const std::uint64_t> entry_at;  ///< where each begins in `entries`, and the end
  std::span<const EntryHead> heads;
  std::string_view speakers;                  ///< names, one after the other
  std::span<const std::uint32_t> speaker_at;  ///< where each begins in `speakers`, and the end
  std::span<const std::uint32_t> spoken;      ///< entries by speaker
  std::span<const std::uint32_t>
      spoken_at;                            ///< where each speaker's begin in `spoken`, and the end
  std::span<const std::uint32_t> figures;   ///< entries that are figures, by measure
  std::span<const std::uint32_t> words;     ///< index words of all texts
  std::span<const std::uint64_t> words_at;  ///< where each entry's begin in `words`, and the end

  int bucket_bits = 0;
  std::span<const std::uint32_t> buckets;   ///< where each bucket begins in `postings`, and the end
  std::span<const std::uint32_t> postings;  ///< 10 bits of the shingle's hash, 22 of the entry

  std::span<const std::uint32_t> stems;  ///< hashes of stems, ascending
  std::span<const std::uint32_t>
      stem_at;  ///< where each stem's begin in `stem_entries`, and the end
  std::span<const std::uint32_t> stem_entries;
  std::span<const std::uint8_t> stem_weights;  ///< how often it stands there, in quarters
  std::span<const float> lengths;              ///< weighted stems of each entry

  [[nodiscard]] std::size_t size() const { return heads.size(); }
  [[nodiscard]] std::string_view speaker_name(std::uint32_t speaker) const;
  [[nodiscard]] std::span<const std::uint32_t> words_of(std::uint32_t entry) const;
  [[nodiscard]] std::string_view bytes_of(std::uint32_t entry) const;
};

inline constexpr unsigned posting_entry_bits = 22;
inline constexpr std::size_t shingle_words = 4;

/// The hash of the four words that begin at `words`.
[[nodiscard]] std::uint32_t shingle_hash(std::span<const std::uint32_t, shingle_words> words);

/// The postings of one shingle, ascending by entry; the entry is in their lower 22 bits.
[[nodiscard]] std::span<const std::uint32_t> find_postings(const Segment& segment,
                                                           std::uint32_t shingle);

/// Reads a segment where it lies. Error bad_corpus if `bytes` are not whole.
[[nodiscard]] Result<Segment> view_segment(std::string_view bytes);

/// Gathers entries into a segment.
class SegmentBuilder {
 public:
  void add(const CorpusEntry& entry);
  [[nodiscard]] std::size_t entries() const { return heads_.size(); }
  [[nodiscard]] std::size_t words() const { return words_.size(); }
  /// The segment's bytes. The builder is empty afterwards.
  [[nodiscard]] std::string finish();

 private:
  void add_words(const std::vector<IndexWord>& words, std::uint32_t number);
  void add_stems(const CorpusEntry& entry, const std::vector<IndexWord>& words,
                 std::uint32_t number);

  struct Stem {
    std::uint32_t hash;
    std::uint32_t entry;
    std::uint8_t weight;
  };
  std::string entries_;
  std::vector<std::uint64_t> entry_at_;
  std::vector<EntryHead> heads_;
  std::map<std::string, std::uint32_t, std::less<>> speakers_;
  std::vector<std::uint32_t> figures_;
  std::vector<std::uint32_t> words_;
  std::vector<std::uint64_t> words_at_;
  std::vector<std::uint64_t> shingles_;  // hash, entry
  std::vector<Stem> stems_;
  std::map<std::uint16_t, Stems> stemmers_;  // by language key
  std::vector<float> lengths_;
};

}  // namespace cotejo

#endif
