#ifndef COTEJO_IO_RECORD_READER_HPP
#define COTEJO_IO_RECORD_READER_HPP

#include <cotejo/base/result.hpp>
#include <cotejo/model/document.hpp>

#include <memory>
#include <string_view>

namespace cotejo {

/// Reads records, one JSON line each. Keeps the parser's memory between lines, so one worker keeps
/// one reader; not for use by two threads at once.
class RecordReader {
 public:
  RecordReader();
  ~RecordReader();
  RecordReader(RecordReader&&) noexcept;
  RecordReader& operator=(RecordReader&&) noexcept;

  /// The document of a line, with or without its line break. The line is parsed in full and every
  /// law of the record (docs/records.md) holds for what is returned. Members that are not known are
  /// passed over. Copies of the text inside layers are made anew from their spans.
  ///
  /// Error bad_record with the way to the first fault, `quotes[3].content: [40, 30]: end before
  /// begin`. Linear in the line.
  Result<Document> read(std::string_view line);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// The document of one line, by a reader of its own.
[[nodiscard]] Result<Document> read_record(std::string_view line);

}  // namespace cotejo

#endif
