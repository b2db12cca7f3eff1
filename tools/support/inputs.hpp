#ifndef COTEJO_TOOLS_SUPPORT_INPUTS_HPP
#define COTEJO_TOOLS_SUPPORT_INPUTS_HPP

#include "byte_source.hpp"

#include <cotejo/base/result.hpp>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace cotejo {

/// What an input is taken for.
enum class InputKind { look, text, html, records };

/// One record or article as it came, or why there is none at its place.
struct InputItem {
  enum class Kind { record, article, fault } kind = Kind::fault;
  std::string bytes;
  std::string path;      ///< "" = standard input
  std::size_t line = 0;  ///< of a record, from 1
  std::size_t copy = 1;  ///< of an article: how many of its name have come, this one included
  std::optional<Error> fault;
};

struct InputOptions {
  std::vector<std::string> files;       ///< "-" = standard input
  std::vector<std::string> files_from;  ///< files with names of files
  char name_end = '\n';                 ///< what ends a name there
  InputKind kind = InputKind::look;
  std::size_t longest = 0;  ///< bytes of a record or article
};

/// Goes through all input, record by record, article by article. Blank lines between records are
/// passed over; a file that holds nothing is a fault, standard input that holds nothing is not.
class Inputs {
 public:
  Inputs(InputOptions options, std::function<void()> before_wait);
  ~Inputs();

  /// The next item; nothing at the end.
  std::optional<InputItem> next();

 private:
  std::optional<std::string> next_path();
  std::optional<InputItem> open_next(const std::string& path);
  std::optional<InputItem> next_record();
  InputItem read_article_bytes();
  InputItem faulty(Error error) const;
  std::size_t count_copy();

  InputOptions options_;
  std::function<void()> before_wait_;
  std::size_t next_file_ = 0;
  std::size_t next_list_ = 0;
  std::unique_ptr<ByteSource> list_;  // names of files
  std::unique_ptr<ByteSource> source_;
  std::string path_;
  std::size_t line_ = 0;
  std::unordered_map<std::uint64_t, std::uint32_t> copies_;  // by hash of the name
  std::optional<InputItem> pending_;
};

/// A path without the extension of its last part: the id of the article in it.
[[nodiscard]] std::string path_without_extension(const std::string& path);

/// "128M", "64K", "1000" in bytes; nothing if it is no such size.
[[nodiscard]] std::optional<std::size_t> parse_size(std::string_view text);

}  // namespace cotejo

#endif
