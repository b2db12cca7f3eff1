#ifndef COTEJO_BASE_MAP_FILE_HPP
#define COTEJO_BASE_MAP_FILE_HPP

#include <cotejo/base/result.hpp>

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string_view>

namespace cotejo {

/// When the pages of a mapped file are brought in.
enum class MapPages {
  when_used,
  at_once  ///< for a file of which all will be read
};

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
  friend Result<MappedFile> map_file(const std::filesystem::path&, MapPages);
  std::unique_ptr<void, UnmapPages> pages_;
};

/// Maps a file. Error io if it cannot be read, with the system's words for why.
[[nodiscard]] Result<MappedFile> map_file(const std::filesystem::path& path,
                                          MapPages pages = MapPages::when_used);

}  // namespace cotejo

#endif
