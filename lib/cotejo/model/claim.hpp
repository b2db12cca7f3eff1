#ifndef COTEJO_MODEL_CLAIM_HPP
#define COTEJO_MODEL_CLAIM_HPP

#include <cotejo/base/id.hpp>
#include <cotejo/base/span.hpp>
#include <cotejo/model/attribution.hpp>
#include <cotejo/model/quantity.hpp>

#include <optional>
#include <string>
#include <vector>

namespace cotejo {

/// One term of a check-worthiness sum.
struct Reason {
  std::string rule;   ///< id of the weight that applied
  double weight = 0;  ///< what it added

  friend bool operator==(const Reason&, const Reason&) = default;
};

/// A checkable statement. Check-worthiness as in CheckThat!: how much a desk should want it checked.
struct Claim {
  Span span;
  std::string text;  ///< the words under span
  std::vector<Id<Quantity>> quantities;
  std::optional<Id<Attribution>> attribution;  ///< whose statement it is; none = the paper's own
  std::optional<std::string> measure;          ///< what is measured, an id of the rules
  std::vector<std::string> subject;            ///< ids of the gazetteer
  std::vector<std::string> place;              ///< ids of the gazetteer
  std::optional<TimeRange> period;
  double check_worthiness = 0;  ///< 0 to 1
  std::vector<Reason> reasons;  ///< the terms of the sum

  friend bool operator==(const Claim&, const Claim&) = default;
};

}  // namespace cotejo

#endif
