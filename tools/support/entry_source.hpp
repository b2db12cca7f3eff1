#ifndef COTEJO_TOOLS_SUPPORT_ENTRY_SOURCE_HPP
#define COTEJO_TOOLS_SUPPORT_ENTRY_SOURCE_HPP

#include "byte_source.hpp"
#include "rule_service.hpp"

#include <cotejo/base/result.hpp>
#include <cotejo/model/corpus_entry.hpp>

#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace cotejo {

/// Where entries of a reference corpus come from.
struct EntryInput {
  std::vector<std::string> files;  ///< "-" = standard input; directories are gone through
  std::size_t longest = 0;         ///< bytes of a line or file
  std::string language;            ///< of entries that do not say theirs, "" = none
  std::string licence;             ///< the same
};

/// Reads entries from JSON Lines, JSON-LD (ClaimReview), CSV, TSV, plain text and HTML, told by the
/// first byte and the file's name. Text and pages are one entry each, of kind document. What cannot
/// be read is told and passed over.
class EntrySource {
 public:
  /// `rules` must outlive the source. `tell` gets what is wrong, with its place.
  EntrySource(EntryInput input, RuleService& rules, std::function<void(const std::string&)> tell);

  /// The next entry; nothing at the end.
  std::optional<CorpusEntry> next();
  /// How many inputs and lines were passed over.
  [[nodiscard]] std::size_t passed_over() const { return passed_over_; }

 private:
  void open_next();
  void read_lines();
  void read_table(std::string_view bytes, char separator);
  void read_json(std::string_view bytes);
  void read_article(const std::string& bytes);
  void keep(CorpusEntry entry);
  void pass_over(Error error);

  EntryInput input_;
  RuleService* rules_;
  std::function<void(const std::string&)> tell_;
  std::size_t next_file_ = 0;
  std::unique_ptr<ByteSource> lines_;
  std::string path_;
  std::size_t line_ = 0;
  std::deque<CorpusEntry> ready_;
  std::size_t passed_over_ = 0;
};

/// The files that the arguments name, directories gone through in the order of names.
[[nodiscard]] std::vector<std::string> files_below(const std::vector<std::string>& arguments);

}  // namespace cotejo

#endif
