#ifndef COTEJO_CORPUS_MAP_FILE_HPP
#define COTEJO_CORPUS_MAP_FILE_HPP

#include <cotejo/base/result.hpp>

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string_view>

namespace cotejo {

/// Gives mapped pages back.
struct UnmapPages {
  std::size_t size = 0;
  void operator()(void* pages) const;
};

/// The bytes of a file, mapped read-only until it goes.
class MappedFile {
 public:
  [[nodiscard]] std::string_view bytes() const {
    return {static_cast<const char*>(pages_.get()), pages_.get_deleter().size};
  }

 private:
  friend Result<MappedFile> map_file(const std::filesystem::path&);
  std::unique_ptr<void, UnmapPages> pages_;
};

/// Maps a file. Error io if it cannot be read, with the system's words for why.
[[nodiscard]] Result<MappedFile> map_file(const std::filesystem::path& path);

}  // namespace cotejo

#endif
