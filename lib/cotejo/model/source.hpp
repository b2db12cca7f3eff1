#ifndef COTEJO_MODEL_SOURCE_HPP
#define COTEJO_MODEL_SOURCE_HPP

#include <cotejo/base/names.hpp>
#include <cotejo/base/span.hpp>

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cotejo {

/// What a source is.
enum class SourceKind {
  person,
  organization,
  news_agency,
  media,
  government,
  military,
  igo,
  ngo,
  company,
  document,
  unnamed
};
template <>
inline constexpr std::array names_of<SourceKind>{
    std::string_view{"person"},      std::string_view{"organization"},
    std::string_view{"news-agency"}, std::string_view{"media"},
    std::string_view{"government"},  std::string_view{"military"},
    std::string_view{"igo"},         std::string_view{"ngo"},
    std::string_view{"company"},     std::string_view{"document"},
    std::string_view{"unnamed"}};

/// Who decides what an agency or a medium publishes. `state` is what an editor must know.
enum class SourceControl { state, public_service, private_owned, unknown };
template <>
inline constexpr std::array names_of<SourceControl>{
    std::string_view{"state"}, std::string_view{"public"}, std::string_view{"private"},
    std::string_view{"unknown"}};

/// Someone or something words are attributed to, once per article.
struct Source {
  std::string name;  ///< the fullest name in the article, else the describing words
  SourceKind kind = SourceKind::person;
  std::optional<std::string> entity;     ///< id in the gazetteer of the rules
  std::optional<SourceControl> control;  ///< for agencies and media only
  std::vector<Span> mentions;            ///< ascending; empty if the words are elsewhere

  friend bool operator==(const Source&, const Source&) = default;
};

}  // namespace cotejo

#endif
