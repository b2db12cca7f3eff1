#include <cotejo/corpus/corpus_sizes.hpp>

namespace cotejo {

CorpusSizes sizes_of(const Corpus& corpus) {
  CorpusSizes sizes;
  for (std::size_t s = 0; s < corpus.segments().size(); ++s) {
    const Segment& segment = corpus.segments()[s];
    sizes.all += corpus.bytes(s).size();
    sizes.entries += segment.entries.size() + segment.entry_at.size_bytes();
    sizes.words += segment.words.size_bytes() + segment.words_at.size_bytes();
    sizes.shingles += segment.buckets.size_bytes() + segment.postings.size_bytes();
    sizes.topics += segment.stems.size_bytes() + segment.stem_at.size_bytes() +
                    segment.stem_entries.size_bytes() + segment.stem_weights.size_bytes() +
                    segment.lengths.size_bytes();
  }
  return sizes;
}

}  // namespace cotejo
