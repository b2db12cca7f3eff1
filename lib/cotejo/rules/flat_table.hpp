#ifndef COTEJO_RULES_FLAT_TABLE_HPP
#define COTEJO_RULES_FLAT_TABLE_HPP

#include <cstddef>
#include <span>
#include <utility>
#include <vector>

namespace cotejo {

/// A flat table: its own, which may grow, or one that lies in a mapped file and stays as it is.
template <typename T>
class FlatTable {
 public:
  FlatTable() = default;
  explicit FlatTable(std::vector<T> own) : own_(std::move(own)), view_(own_) {}
  /// What `mapped` views must outlive this.
  explicit FlatTable(std::span<const T> mapped) : view_(mapped) {}
  ~FlatTable() = default;
  FlatTable(const FlatTable&) = delete;
  FlatTable& operator=(const FlatTable&) = delete;
  FlatTable(FlatTable&& other) noexcept = default;
  FlatTable& operator=(FlatTable&& other) noexcept = default;

  [[nodiscard]] std::span<const T> view() const { return view_; }
  [[nodiscard]] std::size_t size() const { return view_.size(); }
  [[nodiscard]] bool empty() const { return view_.empty(); }
  [[nodiscard]] const T& operator[](std::size_t place) const { return view_[place]; }

  /// For changing an entry. Pre: the table is its own.
  [[nodiscard]] T& change(std::size_t place) { return own_[place]; }
  /// Pre: the table is its own.
  void push_back(const T& entry) {
    own_.push_back(entry);
    view_ = own_;
  }

 private:
  std::vector<T> own_;
  std::span<const T> view_;  // moves with own_: a moved vector's entries stay where they are
};

}  // namespace cotejo

#endif
