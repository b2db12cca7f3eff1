#include <cotejo/rules/rule_files.hpp>

#include <algorithm>
#include <fstream>
#include <system_error>
#include <utility>

namespace cotejo {
namespace {

namespace fs = std::filesystem;

bool is_rule_file(const fs::path& path) {
  return path.extension() == ".toml" || path.extension() == ".tsv";
}

template <typename Wanted>
Result<std::vector<fs::path>> paths_in(const fs::path& folder, Wanted wanted) {
  std::vector<fs::path> paths;
  std::error_code code;
  for (const auto& entry : fs::directory_iterator(folder, code)) {
    if (wanted(entry)) paths.push_back(entry.path());
  }
  if (code) return Error{ErrorKind::io, "cannot be read: " + code.message(), folder.string()};
  std::ranges::sort(paths);
  return paths;
}

}  // namespace

Result<std::vector<fs::path>> rule_files_in(const fs::path& folder) {
  return paths_in(folder, [](const auto& entry) { return is_rule_file(entry.path()); });
}

Result<std::vector<fs::path>> packs_in(const fs::path& directory) {
  return paths_in(directory, [](const auto& entry) {
    return entry.is_directory() && entry.path().filename() != common_folder;
  });
}

Result<std::string> read_bytes(const fs::path& path) {
  std::error_code code;
  const std::uintmax_t size = fs::file_size(path, code);
  std::string bytes(code ? 0 : size, '\0');
  std::ifstream in(path, std::ios::binary);
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (code || !in) return Error{ErrorKind::io, "cannot be read", path.string()};
  return bytes;
}

Result<RuleFile> load_rule_file(const fs::path& path) {
  auto bytes = read_bytes(path);
  if (!bytes) return bytes.error();
  return read_rule_file(path.string(), *std::move(bytes));
}

}  // namespace cotejo
