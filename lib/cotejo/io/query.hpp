#ifndef COTEJO_IO_QUERY_HPP
#define COTEJO_IO_QUERY_HPP

#include <cotejo/base/result.hpp>

#include <string>
#include <string_view>

namespace cotejo {

/// What is looked for in a corpus: a line `{"id": …, "text": …}`.
struct Query {
  std::string id;
  std::string text;

  friend bool operator==(const Query&, const Query&) = default;
};

/// Reads one line. Error bad_record with the way to the fault.
[[nodiscard]] Result<Query> read_query(std::string_view line);

}  // namespace cotejo

#endif
