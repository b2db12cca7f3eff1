#include "byte_source.hpp"

#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

namespace cotejo {
namespace {

constexpr std::size_t chunk = std::size_t{256} * 1024;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

bool would_wait(int number) {
  pollfd request{.fd = number, .events = POLLIN, .revents = 0};
  return ::poll(&request, 1, 0) == 0;
}

bool is_blank_byte(char byte) {
  return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r' || byte == '\f' ||
         byte == '\v';
}

}  // namespace

ByteSource::ByteSource(FileHandle file, std::size_t longest, std::function<void()> before_wait,
                       char line_end)
    : file_(std::move(file)),
      longest_(longest),
      before_wait_(std::move(before_wait)),
      line_end_(line_end) {}

Result<bool> ByteSource::fill() {
  if (at_end_) return false;
  if (begin_ > 0) {
    buffer_.erase(0, begin_);
    begin_ = 0;
  }
  if (would_wait(file_.number())) before_wait_();
  const std::size_t size = buffer_.size();
  buffer_.resize(size + chunk);
  ssize_t got = 0;
  do {
    got = ::read(file_.number(), buffer_.data() + size, chunk);
  } while (got < 0 && errno == EINTR);
  const int reason = errno;
  buffer_.resize(size + static_cast<std::size_t>(got < 0 ? 0 : got));
  if (got < 0) return system_error("", reason);
  at_end_ = got == 0;
  return !at_end_;
}

void ByteSource::skip_mark() {
  if (begin_ == 0 && std::string_view{buffer_}.starts_with(byte_order_mark)) {
    begin_ = byte_order_mark.size();
  }
}

Result<std::optional<char>> ByteSource::peek() {
  std::size_t at = 0;
  while (true) {
    if (at == 0 && std::string_view{buffer_}.starts_with(byte_order_mark)) {
      at = byte_order_mark.size();
    }
    while (at < buffer_.size() && is_blank_byte(buffer_[at])) ++at;
    if (at < buffer_.size()) return std::optional{buffer_[at]};
    if (at > longest_) return std::optional{'\0'};
    const auto more = fill();
    if (!more) return more.error();
    if (!*more) return std::optional<char>{};
  }
}

Result<std::optional<SourceLine>> ByteSource::next_line() {
  skip_mark();
  std::size_t searched = begin_;
  bool too_long = false;
  while (true) {
    const std::size_t feed = buffer_.find(line_end_, searched);
    if (feed != std::string::npos) {
      SourceLine line{.bytes = {}, .too_long = too_long || feed - begin_ > longest_};
      if (!line.too_long) line.bytes = buffer_.substr(begin_, feed - begin_);
      begin_ = feed + 1;
      return std::optional{std::move(line)};
    }
    if (buffer_.size() - begin_ > longest_) {
      too_long = true;
      begin_ = buffer_.size();
    }
    const std::size_t kept = buffer_.size() - begin_;
    const auto more = fill();
    if (!more) return more.error();
    searched = begin_ + kept;
    if (*more) continue;
    if (kept == 0 && !too_long) return std::optional<SourceLine>{};
    SourceLine line{.bytes = too_long ? std::string{} : buffer_.substr(begin_),
                    .too_long = too_long};
    begin_ = buffer_.size();
    return std::optional{std::move(line)};
  }
}

Result<std::optional<std::string>> ByteSource::rest() {
  while (buffer_.size() - begin_ <= longest_) {
    const auto more = fill();
    if (!more) return more.error();
    if (!*more) return std::optional{buffer_.substr(begin_)};
  }
  return std::optional<std::string>{};
}

}  // namespace cotejo
