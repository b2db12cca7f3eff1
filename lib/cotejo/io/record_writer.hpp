#ifndef COTEJO_IO_RECORD_WRITER_HPP
#define COTEJO_IO_RECORD_WRITER_HPP

#include <cotejo/io/layers.hpp>
#include <cotejo/model/document.hpp>

#include <string>
#include <string_view>

namespace cotejo {

/// The value of `format` in every record of this version.
inline constexpr std::string_view record_format = "cotejo/1";

/// What stands between the parts of an interrupted quote in its `text`.
inline constexpr std::string_view parts_joint = " … ";

/// The whole record as one line of JSON without its line break; members in the order of
/// docs/records.md, layers that are absent left out. Pre: every law holds (laws.hpp).
[[nodiscard]] std::string write_record(const Document& document);

/// Appends the value of one layer, a JSON list. Pre: the document has the layer.
void append_layer(std::string& out, const Document& document, Layer layer);

/// Appends `{"title":…}`, without the fields that are "".
void append_meta(std::string& out, const Meta& meta);

/// Rounds the scores of a layer as writing and reading it would, so that a stage run in the same
/// process sees what one behind a pipe sees. A layer that is absent stays so.
void settle_scores(Document& document, Layer layer);

}  // namespace cotejo

#endif
