#ifndef COTEJO_IO_SPLICE_HPP
#define COTEJO_IO_SPLICE_HPP

#include <cotejo/io/layers.hpp>
#include <cotejo/model/document.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace cotejo {

/// What a run of stages changes in the line of a record.
struct Splice {
  std::vector<Stage> stages;  ///< those that ran, in the order they ran
  std::string rules;          ///< "sha256:…" of the rules they ran with
  LayerSet cut;               ///< the layers that go, if the line has them
  LayerSet kept;              ///< the layers that the line has and that stay
  bool fills_head = false;    ///< the document got a language or a date that the line has not
};

/// The line of a record after a run: the layers to be cut are cut out, with the rule hashes of
/// their stages; the layers that the stages filled are appended before the last brace; everything
/// else stays byte for byte.
///
/// `rules` is set when the line has none, or when `read` ran and no layer stays; otherwise every
/// stage that ran with other rules gets a member `<stage>_rules`. When `read` ran or `fills_head`
/// is set, `language` and `date` are filled in where the line has none. The line may end with a
/// line break, which stays.
///
/// Pre: `line` is the line that `document` was read from, as RecordReader accepted it; `document`
/// has the layers that the stages fill and the rules of the line; no layer that is filled is kept.
/// Linear.
[[nodiscard]] std::string splice_layers(std::string_view line, const Document& document,
                                        const Splice& splice);

/// The line with the spans of all its layers counted in code points and `"positions":"chars"` set;
/// members that are not known stay as they are. Pre: as above.
[[nodiscard]] std::string with_char_positions(std::string_view line, const Document& document);

/// A member of the outermost object of a line.
struct JsonMember {
  std::string key;        ///< decoded
  std::size_t begin = 0;  ///< of the key's opening quotation mark
  std::size_t value = 0;  ///< of the value
  std::size_t end = 0;    ///< behind the value
};

/// The members of the object that `line` is, in order. Pre: `line` is a well-formed JSON object.
[[nodiscard]] std::vector<JsonMember> find_members(std::string_view line);

}  // namespace cotejo

#endif
