#ifndef COTEJO_TOOLS_SUPPORT_OUTPUT_HPP
#define COTEJO_TOOLS_SUPPORT_OUTPUT_HPP

#include "file_handle.hpp"

#include <cotejo/base/result.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace cotejo {

/// Where results go: standard output, or a file that appears under its name when it is whole.
///
/// The first failed write is kept and later writes do nothing; whoever writes asks `closed_pipe`
/// and `fault` when it suits. Not for use by two threads at once.
class Output {
 public:
  /// Standard output.
  Output();
  /// A file, written beside its place and renamed by finish(); removed if that is never called.
  static Result<Output> file(const std::string& path);
  ~Output();
  Output(Output&&) noexcept;
  Output& operator=(Output&&) = delete;

  void write(std::string_view bytes);
  void flush();
  /// Flushes, closes, renames.
  void finish();

  /// True if nobody reads any more: no reason to go on, and no error.
  [[nodiscard]] bool closed_pipe() const { return closed_pipe_; }
  /// What went wrong with writing, else nothing.
  [[nodiscard]] const std::optional<Error>& fault() const { return fault_; }
  [[nodiscard]] bool stopped() const { return closed_pipe_ || fault_.has_value(); }

 private:
  Output(FileHandle file, std::string path, std::string unfinished);
  void write_through(std::string_view bytes);
  void fail(int number);

  FileHandle file_;
  std::string path_;        // "" = standard output
  std::string unfinished_;  // name until it is whole
  std::string buffer_;
  bool closed_pipe_ = false;
  std::optional<Error> fault_;
};

}  // namespace cotejo

#endif
