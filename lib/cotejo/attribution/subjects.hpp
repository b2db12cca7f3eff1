#ifndef COTEJO_ATTRIBUTION_SUBJECTS_HPP
#define COTEJO_ATTRIBUTION_SUBJECTS_HPP

#include <cotejo/attribution/entities.hpp>
#include <cotejo/attribution/references.hpp>
#include <cotejo/rules/analysis.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace cotejo {

/// Finds what a stretch of a sentence is about.
class Subjects {
 public:
  Subjects(const Analysis& analysis, const Entities& entities, const References& references)
      : analysis_(analysis), entities_(entities), references_(references) {}

  /// The candidates for the subject of `stretch`, the likeliest first; each is the words of one, or
  /// of several that are coordinated. No preposition governs them, no quotation holds them, and
  /// they are no dateline ("BRUSELAS -").
  [[nodiscard]] std::vector<std::vector<TokenRange>> of(TokenRange stretch) const;

  /// "Putin y el líder norcoreano, Kim Jong Un" cut at the conjunctions that stand between
  /// mentions.
  [[nodiscard]] std::vector<TokenRange> pieces(TokenRange source) const;

  /// "“Who would?” Ana Paz asked.", "“Never.” — Ana Paz": the name that begins the sentence after
  /// `sentence`, in its paragraph, if a cue follows it, or if a dash stands before it
  /// and nothing or a comma behind it.
  [[nodiscard]] std::optional<TokenRange> named_behind(std::uint32_t sentence) const;

 private:
  [[nodiscard]] TokenRange without_marks(TokenRange sentence) const;
  [[nodiscard]] bool inside_name(std::uint32_t at) const;
  [[nodiscard]] bool is_reporting(std::uint32_t at) const;
  [[nodiscard]] bool can_be_subject(const Mention& mention) const;
  [[nodiscard]] bool is_dateline(const Mention& mention) const;
  [[nodiscard]] bool coordinated(const Mention& left, const Mention& right) const;

  const Analysis& analysis_;
  const Entities& entities_;
  const References& references_;
};

}  // namespace cotejo

#endif
