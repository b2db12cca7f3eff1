#ifndef COTEJO_ATTRIBUTION_ENTITIES_HPP
#define COTEJO_ATTRIBUTION_ENTITIES_HPP

#include <cotejo/model/source.hpp>
#include <cotejo/rules/analysis.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace cotejo {

/// Someone or something that the article names, with all that it says of it. Views the text and
/// the rules of the Analysis it was found in.
struct Entity {
  std::string_view name;  ///< the fullest name met so far
  SourceKind kind = SourceKind::person;
  bool kind_is_known = false;                 ///< the gazetteer, a title or a noun says so
  std::optional<std::string_view> gazetteer;  ///< id in the rules
  std::optional<SourceControl> control;
  std::string_view gender;                ///< "m" "f" "" = unknown
  std::string_view country;               ///< id of a place, "" = unknown
  std::vector<std::string_view> offices;  ///< ids of the rules
  std::vector<std::string_view> titles;   ///< lemmas of the titles it was given
  std::vector<std::uint32_t> bodies;      ///< entities its titles are of: "portavoz de la Lonja"
  std::vector<std::uint64_t> words;       ///< folded hashes of the name's words
};

/// A place where the text speaks of an entity, or of someone by role.
struct Mention {
  enum class Form : std::uint8_t { name, role, pronoun };
  Form form = Form::name;
  TokenRange range;                     ///< the name, or the role with its determiner
  std::optional<std::uint32_t> entity;  ///< of a name, or of a role with its name beside it
  const Lexeme* lexeme = nullptr;       ///< of a role or pronoun
  std::optional<std::uint32_t> body;    ///< of a role: what it is of, if a name that is no place
};

/// The entity layer of one article: who is named where, and by which titles.
struct Entities {
  std::vector<Entity> all;
  std::vector<Mention> mentions;  ///< ascending, not overlapping

  /// The mentions that begin inside `range`.
  [[nodiscard]] std::span<const Mention> inside(TokenRange range) const;
  /// The number of the first mention that begins at or after `token`.
  [[nodiscard]] std::size_t first_from(std::uint32_t token) const;
};

/// Finds names, titles beside them, roles and pronouns, and says which names mean the same one:
/// those of one gazetteer entry, those with the same words, and a part of a name met before
/// ("Kim" after "Kim Jong Un"). Linear in the text but for the number of different names.
[[nodiscard]] Entities find_entities(const Analysis& analysis);

}  // namespace cotejo

#endif
