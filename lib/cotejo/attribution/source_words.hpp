#ifndef COTEJO_ATTRIBUTION_SOURCE_WORDS_HPP
#define COTEJO_ATTRIBUTION_SOURCE_WORDS_HPP

#include <cotejo/attribution/references.hpp>
#include <cotejo/attribution/speakers.hpp>

#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>

namespace cotejo {

/// What the words of a source can refer to.
struct SourceContext {
  const LastSpoken& last;
  std::span<const std::uint32_t> around;  ///< who speaks around the quote: "I" in it
};

/// Says whom the words of a source mean, and makes entities of those who have no name.
class SourceWords {
 public:
  SourceWords(const Analysis& analysis, Entities& entities, const References& references)
      : analysis_(analysis), entities_(entities), references_(references) {}

  /// Adds whom `piece` means (one, of what may be several coordinated) to `speakers`, says how that
  /// was settled, and lowers their confidence if it is not sure.
  void read(TokenRange piece, const SourceContext& context, Speakers& speakers);

 private:
  [[nodiscard]] bool is_owner(const Mention& mention) const;
  void add_role(const Mention& role, TokenRange piece, const SourceContext& context,
                Speakers& speakers);
  void add_pronoun(const Mention& pronoun, const SourceContext& context, Speakers& speakers);
  void add_open_pronoun(const Mention& pronoun, Speakers& speakers);
  void add_described(TokenRange piece, const Mention* role, Speakers& speakers);
  std::uint32_t describe(std::string_view name, TokenRange piece, const Mention* role);

  const Analysis& analysis_;
  Entities& entities_;
  const References& references_;
  std::unordered_map<std::string_view, std::uint32_t> described_;
};

}  // namespace cotejo

#endif
