#include "file_handle.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

namespace cotejo {

bool FileHandle::close() {
  const int number = std::exchange(number_, -1);
  return number <= STDERR_FILENO || ::close(number) == 0;
}

Error system_error(const std::string& path, int number) {
  return {.kind = ErrorKind::io, .message = std::strerror(number), .file = path};
}

Result<FileHandle> open_for_reading(const std::string& path) {
  if (path == "-") return FileHandle(STDIN_FILENO);
  FileHandle file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.number() < 0) return system_error(path, errno);
  struct stat facts{};
  if (::fstat(file.number(), &facts) != 0) return system_error(path, errno);
  if (S_ISDIR(facts.st_mode)) return system_error(path, EISDIR);
  return file;
}

Result<std::string> read_whole_file(const std::string& path, std::size_t limit) {
  auto file = open_for_reading(path);
  if (!file) return file.error();
  std::string bytes;
  std::array<char, 65536> buffer{};
  while (true) {
    const auto got = ::read(file->number(), buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return system_error(path, errno);
    if (got == 0) return bytes;
    bytes.append(buffer.data(), static_cast<std::size_t>(got));
    if (bytes.size() > limit) {
      return Error{.kind = ErrorKind::bad_usage,
                   .message = "longer than " + std::to_string(limit) + " bytes",
                   .file = path};
    }
  }
}

}  // namespace cotejo
