#ifndef COTEJO_RULES_ARCHIVE_HPP
#define COTEJO_RULES_ARCHIVE_HPP

#include <cotejo/rules/flat_table.hpp>
#include <cotejo/rules/lexicon.hpp>
#include <cotejo/rules/text_pool.hpp>
#include <cotejo/text/utf8.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

namespace cotejo {

/// Values as bytes and back, by one description of each type for both ways:
///
///     template <typename Archive>
///     void describe(Archive& archive, Like<MarkPair> auto& pair) {
///       archive(pair.open, pair.close, pair.family);
///     }
///
/// Numbers stand as they are in memory, so the bytes are for the kind of machine that wrote them. A
/// text stands where it comes first; later ones of the same bytes are its number. The same holds
/// for lists of attributes. Tables are aligned, so that they can be used where they lie.
template <typename T, typename Described>
concept Like = std::is_same_v<std::remove_const_t<T>, Described>;

/// What an archive holds of a type; of the others in describe_rules.hpp.
template <typename Archive>
void describe(Archive& archive, Like<Attribute> auto& attribute) {
  archive(attribute.key, attribute.value);
}

/// What is written as its bytes.
template <typename T>
concept Plain = (std::is_arithmetic_v<T> || std::is_enum_v<T>) && !std::is_same_v<T, bool>;

inline constexpr std::size_t archive_alignment = 8;

/// Makes the bytes of values.
class ArchiveWriter {
 public:
  template <typename... T>
  void operator()(const T&... values) {
    (put(values), ...);
  }
  [[nodiscard]] std::string take() { return std::move(bytes_); }

 private:
  void put_bytes(const void* begin, std::size_t size) {
    bytes_.append(static_cast<const char*>(begin), size);
  }
  void put_count(std::size_t count) { put(static_cast<std::uint32_t>(count)); }

  template <typename T>
  void put(const T& value) {
    describe(*this, value);
  }
  template <Plain T>
  void put(const T& value) {
    put_bytes(&value, sizeof value);
  }
  void put(const bool& value) { put(static_cast<std::uint8_t>(value)); }
  void put(const std::string_view& text) {
    const auto [at, is_new] = texts_.try_emplace(std::string(text), texts_.size());
    put_count(at->second);
    if (!is_new) return;
    put_count(text.size());
    put_bytes(text.data(), text.size());
  }
  void put(const std::string& text) { put(std::string_view(text)); }
  void put(const std::span<const Attribute>& list) {
    std::string key;
    for (const auto& [name, value] : list) {
      key.append(name).append(1, '\0').append(value).append(1, '\0');
    }
    const auto [at, is_new] = lists_.try_emplace(std::move(key), lists_.size());
    put_count(at->second);
    if (!is_new) return;
    put_count(list.size());
    for (const Attribute& attribute : list) put(attribute);
  }
  template <typename T>
  void put(const std::vector<T>& values) {
    put_count(values.size());
    for (const T& value : values) put(value);
  }
  template <typename K, typename V>
  void put(const std::pair<K, V>& pair) {
    (*this)(pair.first, pair.second);
  }
  template <typename V>
  void put(const std::map<std::string, V, std::less<>>& values) {
    put_count(values.size());
    for (const auto& [key, value] : values) (*this)(key, value);
  }
  template <typename... T>
  void put(const std::variant<T...>& value) {
    put(static_cast<std::uint8_t>(value.index()));
    std::visit([&](const auto& held) { put(held); }, value);
  }
  template <typename T>
  void put(const FlatTable<T>& table) {
    static_assert(std::has_unique_object_representations_v<T>);
    put_count(table.size());
    bytes_.resize((bytes_.size() + archive_alignment - 1) / archive_alignment * archive_alignment);
    put_bytes(table.view().data(), table.view().size_bytes());
  }

  std::string bytes_;
  std::unordered_map<std::string, std::size_t> texts_;
  std::unordered_map<std::string, std::size_t> lists_;
};

/// Reads values back from bytes of any origin: it never leaves them, and once they do not fit what
/// is asked for, it has failed, and what it gives from then on is empty.
class ArchiveReader {
 public:
  /// Views that are read point into `bytes` and `pool`, which must outlive them.
  ArchiveReader(std::string_view bytes, TextPool& pool) : bytes_(bytes), pool_(pool) {}

  template <typename... T>
  void operator()(T&... values) {
    (get(values), ...);
  }
  [[nodiscard]] bool failed() const { return failed_; }
  [[nodiscard]] bool at_end() const { return at_ == bytes_.size(); }

 private:
  /// The next `size` bytes; empty, and a failure, if there are not so many.
  std::string_view take(std::size_t size) {
    failed_ = failed_ || size > bytes_.size() - at_;
    if (failed_) return {};
    at_ += size;
    return bytes_.substr(at_ - size, size);
  }
  /// As take(), and a failure too if they are not well-formed UTF-8.
  std::string_view take_text(std::size_t size) {
    const std::string_view text = take(size);
    failed_ = failed_ || first_bad_utf8(text).has_value();
    return failed_ ? std::string_view{} : text;
  }
  std::uint32_t count() {
    std::uint32_t number = 0;
    get(number);
    return number;
  }
  /// What stands as its number, or follows if it is the first time.
  template <typename T, typename Read>
  T known_or_next(std::vector<T>& known, Read read) {
    const std::uint32_t number = count();
    failed_ = failed_ || number > known.size();
    if (failed_) return {};
    if (number == known.size()) {
      T value = read();
      known.push_back(value);
    }
    return known[number];
  }

  template <typename T>
  void get(T& value) {
    describe(*this, value);
  }
  template <Plain T>
  void get(T& value) {
    const std::string_view bytes = take(sizeof value);
    if (!failed_) std::memcpy(&value, bytes.data(), sizeof value);
  }
  void get(bool& value) {
    std::uint8_t byte = 0;
    get(byte);
    value = byte != 0;
  }
  void get(std::string_view& text) {
    text = known_or_next(texts_, [&] { return take_text(count()); });
  }
  void get(std::string& text) {
    std::string_view view;
    get(view);
    text = view;
  }
  void get(std::span<const Attribute>& list) {
    list = known_or_next(lists_, [&] {
      std::vector<Attribute> attributes;
      get(attributes);
      return pool_.keep(std::span<const Attribute>(attributes));
    });
  }
  template <typename T>
  void get(std::vector<T>& values) {
    constexpr std::uint32_t most_at_once = 1U << 16U;  // a wrong count must not fill the memory
    const std::uint32_t size = count();
    if (!failed_) values.reserve(std::min(size, most_at_once));
    for (std::uint32_t i = 0; i < size && !failed_; ++i) get(values.emplace_back());
  }
  template <typename K, typename V>
  void get(std::pair<K, V>& pair) {
    (*this)(pair.first, pair.second);
  }
  template <typename V>
  void get(std::map<std::string, V, std::less<>>& values) {
    const std::uint32_t size = count();
    for (std::uint32_t i = 0; i < size && !failed_; ++i) {
      std::string key;
      get(key);
      get(values.emplace_hint(values.end(), std::move(key), V{})->second);
    }
  }
  template <typename... T>
  void get(std::variant<T...>& value) {
    std::uint8_t index = 0;
    get(index);
    failed_ = failed_ || index >= sizeof...(T);
    std::uint8_t place = 0;
    if (!failed_)
      (void)((place++ == index ? (get(value.template emplace<T>()), true) : false) || ...);
  }
  template <typename T>
  void get(FlatTable<T>& table) {
    static_assert(std::has_unique_object_representations_v<T> && std::is_trivially_copyable_v<T>);
    const std::size_t size = count();
    (void)take((archive_alignment - at_ % archive_alignment) % archive_alignment);
    const std::string_view bytes = take(size * sizeof(T));
    if (failed_) return;
    if (reinterpret_cast<std::uintptr_t>(bytes.data()) % alignof(T) == 0) {
      table = FlatTable<T>(std::span(reinterpret_cast<const T*>(bytes.data()), size));
      return;
    }
    std::vector<T> own(size);
    std::memcpy(own.data(), bytes.data(), bytes.size());
    table = FlatTable<T>(std::move(own));
  }

  std::string_view bytes_;
  TextPool& pool_;
  std::size_t at_ = 0;
  bool failed_ = false;
  std::vector<std::string_view> texts_;
  std::vector<std::span<const Attribute>> lists_;
};

}  // namespace cotejo

#endif
