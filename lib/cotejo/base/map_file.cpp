#include <cotejo/base/map_file.hpp>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace cotejo {
namespace {

Error system_error(const std::filesystem::path& path) {
  return {.kind = ErrorKind::io,
          .message = std::generic_category().message(errno),
          .file = path.string()};
}

class Descriptor {
 public:
  explicit Descriptor(const std::filesystem::path& path)
      : number_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  [[nodiscard]] int number() const { return number_; }

 private:
  int number_;
};

}  // namespace

void UnmapPages::operator()(void* pages) const { ::munmap(pages, size); }

Result<MappedFile> map_file(const std::filesystem::path& path, MapPages pages_come) {
  const Descriptor file(path);
  struct stat status{};
  if (file.number() < 0 || ::fstat(file.number(), &status) != 0) return system_error(path);
  MappedFile mapped;
  if (status.st_size == 0) return mapped;
  const auto size = static_cast<std::size_t>(status.st_size);
  const int flags = MAP_SHARED | (pages_come == MapPages::at_once ? MAP_POPULATE : 0);
  void* const pages = ::mmap(nullptr, size, PROT_READ, flags, file.number(), 0);
  if (pages == MAP_FAILED) return system_error(path);
  mapped.pages_ = {pages, UnmapPages{size}};
  return mapped;
}

}  // namespace cotejo
