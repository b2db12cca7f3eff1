#include "output.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <utility>

namespace cotejo {
namespace {

constexpr std::size_t buffer_size = std::size_t{64} * 1024;
constexpr mode_t new_file_mode = 0666;

bool is_ordinary(const std::string& path) {
  struct stat facts{};
  return ::stat(path.c_str(), &facts) != 0 || S_ISREG(facts.st_mode);
}

}  // namespace

Output::Output() : file_(STDOUT_FILENO) {}

Output::Output(FileHandle file, std::string path, std::string unfinished)
    : file_(std::move(file)), path_(std::move(path)), unfinished_(std::move(unfinished)) {}

Output::Output(Output&& other) noexcept
    : file_(std::move(other.file_)),
      path_(std::move(other.path_)),
      unfinished_(std::exchange(other.unfinished_, {})),
      buffer_(std::move(other.buffer_)),
      closed_pipe_(other.closed_pipe_),
      fault_(std::move(other.fault_)) {}

Output::~Output() {
  if (!unfinished_.empty()) ::unlink(unfinished_.c_str());
}

Result<Output> Output::file(const std::string& path) {
  // A device or a pipe is written as it is: it cannot be replaced by a file beside it.
  if (!is_ordinary(path)) {
    FileHandle device(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
    if (device.number() < 0) return system_error(path, errno);
    return Output(std::move(device), path, "");
  }
  std::string unfinished = path + ".unfinished-" + std::to_string(::getpid());
  FileHandle file(
      ::open(unfinished.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, new_file_mode));
  if (file.number() < 0) return system_error(path, errno);
  return Output(std::move(file), path, std::move(unfinished));
}

void Output::write(std::string_view bytes) {
  if (stopped()) return;
  buffer_ += bytes;
  if (buffer_.size() >= buffer_size) flush();
}

void Output::flush() {
  if (!stopped()) write_through(buffer_);
  buffer_.clear();
}

void Output::write_through(std::string_view bytes) {
  while (!bytes.empty()) {
    const auto put = ::write(file_.number(), bytes.data(), bytes.size());
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) return fail(errno);
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
}

void Output::fail(int number) {
  if (number == EPIPE && path_.empty()) {
    closed_pipe_ = true;
    return;
  }
  fault_ = system_error(path_.empty() ? "standard output" : path_, number);
}

void Output::finish() {
  flush();
  if (stopped()) return;
  if (!file_.close()) return fail(errno);
  if (unfinished_.empty()) return;
  if (std::rename(unfinished_.c_str(), path_.c_str()) != 0) return fail(errno);
  unfinished_.clear();
}

}  // namespace cotejo
