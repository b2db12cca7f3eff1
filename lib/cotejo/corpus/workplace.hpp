#ifndef COTEJO_CORPUS_WORKPLACE_HPP
#define COTEJO_CORPUS_WORKPLACE_HPP

#include <cotejo/base/result.hpp>

#include <filesystem>
#include <string_view>

namespace cotejo {

/// The directory beside a corpus that a new form of it is written into. Removed with all that is in
/// it when it goes, unless it was put in place. While it stands, no other workplace of the same
/// corpus can be made, by this program or another.
class Workplace {
 public:
  /// Error io if it cannot be made, or if another program is changing the corpus. Removes what
  /// killed programs left behind.
  static Result<Workplace> make(const std::filesystem::path& directory);
  ~Workplace();
  Workplace(Workplace&& other) noexcept;
  Workplace& operator=(Workplace&&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  /// Writes a file and makes sure that it is on the disk. Error io, and no file, if it cannot.
  [[nodiscard]] Result<Done> write(std::string_view name, std::string_view bytes) const;

  /// Puts it in place of the corpus, in one step. What stood there is removed afterwards.
  Result<Done> put_in_place();

 private:
  Workplace() = default;
  std::filesystem::path path_;
  std::filesystem::path target_;
  int lock_ = -1;  // the corpus's directory, open
};

}  // namespace cotejo

#endif
