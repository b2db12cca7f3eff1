#ifndef COTEJO_MODEL_ATTRIBUTION_HPP
#define COTEJO_MODEL_ATTRIBUTION_HPP

#include <cotejo/base/id.hpp>
#include <cotejo/base/names.hpp>
#include <cotejo/model/quote.hpp>
#include <cotejo/model/source.hpp>

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cotejo {

/// Whether the sentence itself names the relay, or an earlier one does.
enum class RelayHow { explicit_here, inherited };
template <>
inline constexpr std::array names_of<RelayHow>{std::string_view{"explicit"},
                                               std::string_view{"inherited"}};

/// One that passed the words on: the agency that reported that the speaker said them.
struct Relay {
  Id<Source> source;
  std::optional<Id<Quote>> quote;  ///< the enclosing report, if the relay has one
  RelayHow how = RelayHow::explicit_here;
  double confidence = 1;  ///< 0 to 1

  friend bool operator==(const Relay&, const Relay&) = default;
};

/// How the speaker was settled.
enum class SpeakerHow { explicit_here, elided, pronoun, description, carried };
template <>
inline constexpr std::array names_of<SpeakerHow>{
    std::string_view{"explicit"}, std::string_view{"elided"}, std::string_view{"pronoun"},
    std::string_view{"description"}, std::string_view{"carried"}};

/// Whose words a quote holds, and through whom they reached the article. Exactly one per quote.
struct Attribution {
  Id<Quote> quote;
  std::vector<Id<Source>> speaker;  ///< several = jointly; empty = nobody could be settled
  std::vector<Relay> reported_by;   ///< nearest to the article first
  SpeakerHow resolved = SpeakerHow::explicit_here;
  double confidence = 0;  ///< 0 to 1
  std::string rule;       ///< id of the rule that settled it

  friend bool operator==(const Attribution&, const Attribution&) = default;
};

}  // namespace cotejo

#endif
