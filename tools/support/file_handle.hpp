#ifndef COTEJO_TOOLS_SUPPORT_FILE_HANDLE_HPP
#define COTEJO_TOOLS_SUPPORT_FILE_HANDLE_HPP

#include <cotejo/base/result.hpp>

#include <string>
#include <utility>

namespace cotejo {

/// An open file of the system, closed at the end unless it is one of the standard three.
class FileHandle {
 public:
  explicit FileHandle(int number) : number_(number) {}
  ~FileHandle() { close(); }
  FileHandle(FileHandle&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  FileHandle& operator=(FileHandle&& other) noexcept {
    if (this != &other) {
      close();
      number_ = std::exchange(other.number_, -1);
    }
    return *this;
  }

  [[nodiscard]] int number() const { return number_; }
  /// Closes it now. False if the system says that what was written is lost; errno says why.
  bool close();

 private:
  int number_ = -1;
};

/// Opens a file for reading; "-" is standard input. Error io with the system's reason, and for
/// directories.
[[nodiscard]] Result<FileHandle> open_for_reading(const std::string& path);

/// The whole file. Error io; bad_usage if it is longer than `limit` bytes.
[[nodiscard]] Result<std::string> read_whole_file(const std::string& path, std::size_t limit);

/// Error io with what errno means.
[[nodiscard]] Error system_error(const std::string& path, int number);

}  // namespace cotejo

#endif
