#ifndef COTEJO_MODEL_TARGET_HPP
#define COTEJO_MODEL_TARGET_HPP

#include <cotejo/base/id.hpp>
#include <cotejo/model/claim.hpp>
#include <cotejo/model/quote.hpp>

#include <variant>

namespace cotejo {

/// What a piece of evidence or a verdict is about. Quotes come before claims.
using Target = std::variant<Id<Quote>, Id<Claim>>;

}  // namespace cotejo

#endif
