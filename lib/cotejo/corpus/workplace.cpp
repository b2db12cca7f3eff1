// A build writes into ".NAME.building-PID" beside the corpus and exchanges the two directories in
// one system call. What a killed build left behind is removed by the next one. The lock is on the
// directory that is there before; after the exchange it is of no use to anybody.
// Tests: tests/unit/corpus/build_corpus_test.cpp, tests/support/check_corpus_store.py.
#include <cotejo/corpus/workplace.hpp>

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <memory>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

namespace cotejo {
namespace {

namespace fs = std::filesystem;

Error io_error(const fs::path& path, int number) {
  return {.kind = ErrorKind::io,
          .message = std::generic_category().message(number),
          .file = path.string()};
}

void remove_leftovers(const fs::path& parent, const std::string& prefix) {
  std::error_code status;
  std::vector<fs::path> dead;
  for (const auto& item : fs::directory_iterator(parent, status)) {
    const std::string name = item.path().filename().string();
    if (!name.starts_with(prefix)) continue;
    pid_t owner = 0;
    std::from_chars(name.data() + prefix.size(), name.data() + name.size(), owner);
    if (owner > 0 && ::kill(owner, 0) != 0 && errno == ESRCH) dead.push_back(item.path());
  }
  for (const fs::path& path : dead) fs::remove_all(path, status);
}

/// Makes sure that the names in a directory are on the disk.
void sync_directory(const fs::path& path) {
  const int handle = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (handle < 0) return;
  static_cast<void>(::fsync(handle));
  ::close(handle);
}

/// Opens and locks a directory that is there; -1 if there is none.
Result<int> lock(const fs::path& directory) {
  const int handle = ::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (handle < 0) return errno == ENOENT ? Result<int>(-1) : io_error(directory, errno);
  struct stat opened{};
  struct stat named{};
  const bool ours = ::flock(handle, LOCK_EX | LOCK_NB) == 0 && ::fstat(handle, &opened) == 0 &&
                    ::stat(directory.c_str(), &named) == 0 && opened.st_ino == named.st_ino;
  if (ours) return handle;
  ::close(handle);
  return Error{.kind = ErrorKind::io,
               .message = "another program is changing it",
               .file = directory.string()};
}

}  // namespace

Result<Workplace> Workplace::make(const fs::path& directory) {
  Workplace place;
  place.target_ = directory;
  if (place.target_.filename().empty()) place.target_ = place.target_.parent_path();  // "x/"
  fs::path parent = place.target_.parent_path();
  if (parent.empty()) parent = ".";
  const std::string prefix = "." + place.target_.filename().string() + ".building-";
  const auto locked = lock(place.target_);
  if (!locked) return locked.error();
  place.lock_ = *locked;
  remove_leftovers(parent, prefix);
  std::error_code status;
  fs::create_directories(parent, status);
  const fs::path path = parent / (prefix + std::to_string(::getpid()));
  fs::remove_all(path, status);
  if (!fs::create_directory(path, status)) return io_error(path, status.value());
  place.path_ = path;
  return place;
}

Workplace::~Workplace() {
  std::error_code ignored;
  if (!path_.empty()) fs::remove_all(path_, ignored);
  if (lock_ >= 0) ::close(lock_);
}

Workplace::Workplace(Workplace&& other) noexcept
    : path_(std::exchange(other.path_, {})),
      target_(std::move(other.target_)),
      lock_(std::exchange(other.lock_, -1)) {}

Result<Done> Workplace::write(std::string_view name, std::string_view bytes) const {
  struct Close {
    void operator()(FILE* file) const { static_cast<void>(std::fclose(file)); }
  };
  const fs::path path = path_ / name;
  std::unique_ptr<FILE, Close> file(std::fopen(path.c_str(), "wbx"));
  if (!file) return io_error(path, errno);
  const bool written = std::fwrite(bytes.data(), 1, bytes.size(), file.get()) == bytes.size();
  if (!written || std::fflush(file.get()) != 0 || ::fsync(::fileno(file.get())) != 0) {
    return io_error(path, errno);
  }
  if (std::fclose(file.release()) != 0) return io_error(path, errno);
  return Done{};
}

Result<Done> Workplace::put_in_place() {
  std::error_code status;
  sync_directory(path_);
  if (!fs::exists(target_, status)) {
    fs::rename(path_, target_, status);
    if (status) return io_error(target_, status.value());
    path_.clear();
  } else if (::renameat2(AT_FDCWD, path_.c_str(), AT_FDCWD, target_.c_str(), RENAME_EXCHANGE) !=
             0) {
    return io_error(target_, errno);
  }
  sync_directory(target_.parent_path().empty() ? fs::path(".") : target_.parent_path());
  return Done{};
}

}  // namespace cotejo
