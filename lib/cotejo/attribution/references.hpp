#ifndef COTEJO_ATTRIBUTION_REFERENCES_HPP
#define COTEJO_ATTRIBUTION_REFERENCES_HPP

#include <cotejo/attribution/entities.hpp>
#include <cotejo/rules/analysis.hpp>

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace cotejo {

/// Who spoke last, as far as the reader has come.
struct LastSpoken {
  std::optional<std::uint32_t> person;
  std::uint32_t paragraph = 0;       ///< of `person`
  std::vector<std::uint32_t> group;  ///< several together, or one that is no person
};

/// Finds whom a role ("el mandatario") or a pronoun means, among the entities met before it.
class References {
 public:
  References(const Analysis& analysis, const Entities& entities)
      : analysis_(analysis), entities_(entities) {}

  /// The entity before the role that shares most with it, the nearest of equals.
  /// \param piece the words around the role that may name a country
  [[nodiscard]] std::optional<std::uint32_t> of_role(const Mention& role, TokenRange piece) const;

  /// Whom a bare role means that no title explains: who spoke last, if near and nothing speaks
  /// against it, else whom a pronoun in its place would mean. Nobody if `piece` says more: a
  /// country, or words behind the role.
  [[nodiscard]] std::optional<std::uint32_t> of_bare_role(const Mention& role, TokenRange piece,
                                                          const LastSpoken& last) const;

  /// Whom a pronoun of the third person means; empty if that is not clear.
  [[nodiscard]] std::vector<std::uint32_t> of_pronoun(const Mention& pronoun,
                                                      const LastSpoken& last) const;

  /// "el mandatario", "la agencia", not "un mandatario" nor "mandatarios".
  [[nodiscard]] bool is_definite(const Mention& role) const;

  /// The country that a demonym or a place in `piece` names, "" if none does.
  [[nodiscard]] std::string_view country_in(TokenRange piece) const;

  /// Someone known only by the words `name`; `role` is what of them says who it could be, if any
  /// does.
  [[nodiscard]] Entity described_as(std::string_view name, TokenRange piece,
                                    const Mention* role) const;

  /// Whether a preposition stands before the mention that begins at `at`.
  [[nodiscard]] bool governed(std::uint32_t at) const;

 private:
  [[nodiscard]] bool names_one(std::uint32_t begin) const;
  [[nodiscard]] bool is_unnamed(const Mention& role) const;
  [[nodiscard]] std::optional<SourceControl> control_in(TokenRange piece) const;
  [[nodiscard]] bool is_qualified(const Mention& role) const;
  [[nodiscard]] std::uint32_t paragraph_of(std::uint32_t token) const;
  [[nodiscard]] std::optional<std::uint32_t> person_for(const Mention& pronoun,
                                                        const LastSpoken& last) const;
  [[nodiscard]] std::optional<std::uint32_t> body_for(const Mention& pronoun) const;
  [[nodiscard]] int fitness(const Mention& candidate, const Mention& pronoun,
                            const LastSpoken& last) const;

  const Analysis& analysis_;
  const Entities& entities_;
};

/// A name that a role follows at once is part of the role: "the NATO secretary general".
[[nodiscard]] bool is_compound(const Mention& name, const Mention& role);

/// A news agency or another medium.
[[nodiscard]] bool is_medium(const Entity& entity);

}  // namespace cotejo

#endif
