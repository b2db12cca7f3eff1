#include "inputs.hpp"

#include <charconv>
#include <filesystem>
#include <functional>
#include <limits>
#include <utility>

namespace cotejo {
namespace {

bool is_blank_line(std::string_view line) {
  return line.find_first_not_of(" \t\r\f\v") == std::string_view::npos;
}

}  // namespace

Inputs::Inputs(InputOptions options, std::function<void()> before_wait)
    : options_(std::move(options)), before_wait_(std::move(before_wait)) {}

Inputs::~Inputs() = default;

std::optional<InputItem> Inputs::next() {
  while (true) {
    if (source_) {
      if (auto record = next_record()) return record;
      source_.reset();
    }
    const auto path = next_path();
    if (pending_) return std::exchange(pending_, std::nullopt);
    if (!path) return std::nullopt;
    if (auto item = open_next(*path)) return item;
  }
}

std::optional<std::string> Inputs::next_path() {
  if (next_file_ < options_.files.size()) return options_.files[next_file_++];
  while (true) {
    if (!list_) {
      if (next_list_ == options_.files_from.size()) return std::nullopt;
      path_ = options_.files_from[next_list_++];
      auto file = open_for_reading(path_);
      if (!file) {
        pending_ = faulty(file.error());
        return std::nullopt;
      }
      list_ = std::make_unique<ByteSource>(*std::move(file), options_.longest, before_wait_,
                                           options_.name_end);
    }
    const auto name = list_->next_line();
    if (!name) {
      pending_ = faulty(name.error());
      list_.reset();
      return std::nullopt;
    }
    if (!*name) {
      list_.reset();
      continue;
    }
    if (!(*name)->bytes.empty()) return (*name)->bytes;
  }
}

std::optional<InputItem> Inputs::open_next(const std::string& path) {
  path_ = path == "-" ? "" : path;
  line_ = 0;
  auto file = open_for_reading(path);
  if (!file) return faulty(file.error());
  source_ = std::make_unique<ByteSource>(*std::move(file), options_.longest, before_wait_);
  const auto first = source_->peek();
  if (!first) {
    source_.reset();
    return faulty(first.error());
  }
  const bool records =
      options_.kind == InputKind::records || (options_.kind == InputKind::look && *first == '{');
  if (!*first && (path_.empty() || records)) {
    source_.reset();
    if (path_.empty()) return std::nullopt;
    return faulty({.kind = ErrorKind::bad_article, .message = "empty"});
  }
  if (records) return std::nullopt;
  InputItem article = read_article_bytes();
  source_.reset();
  return article;
}

std::optional<InputItem> Inputs::next_record() {
  while (true) {
    auto line = source_->next_line();
    if (!line) return faulty(line.error());
    if (!*line) return std::nullopt;
    ++line_;
    if ((*line)->too_long) {
      return faulty(
          {.kind = ErrorKind::bad_record,
           .message = "longer than " + std::to_string(options_.longest) + " bytes (--max-record)"});
    }
    if (is_blank_line((*line)->bytes)) continue;
    InputItem item;
    item.kind = InputItem::Kind::record;
    item.bytes = std::move((*line)->bytes);
    item.path = path_;
    item.line = line_;
    return item;
  }
}

InputItem Inputs::read_article_bytes() {
  auto bytes = source_->rest();
  if (!bytes) return faulty(bytes.error());
  if (!*bytes) {
    return faulty(
        {.kind = ErrorKind::bad_article,
         .message = "longer than " + std::to_string(options_.longest) + " bytes (--max-record)"});
  }
  InputItem item;
  item.kind = InputItem::Kind::article;
  item.bytes = *std::move(*bytes);
  item.path = path_;
  item.copy = count_copy();
  return item;
}

std::size_t Inputs::count_copy() {
  if (path_.empty()) return 1;
  return ++copies_[std::hash<std::string>{}(path_without_extension(path_))];
}

InputItem Inputs::faulty(Error error) const {
  InputItem item;
  item.path = path_;
  item.line = line_;
  error.file = path_;
  error.line = line_;
  item.fault = std::move(error);
  return item;
}

std::string path_without_extension(const std::string& path) {
  return std::filesystem::path{path}.replace_extension().string();
}

std::optional<std::size_t> parse_size(std::string_view text) {
  std::size_t value = 0;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const std::string_view unit{stop, text.data() + text.size()};
  if (error != std::errc{} || value == 0) return std::nullopt;
  const unsigned shift = unit.empty() ? 0 : unit == "K" ? 10 : unit == "M" ? 20 : 30;
  if (unit.size() > 1 || (shift == 30 && unit != "G")) return std::nullopt;
  if (value > std::numeric_limits<std::size_t>::max() >> shift) return std::nullopt;
  return value << shift;
}

}  // namespace cotejo
