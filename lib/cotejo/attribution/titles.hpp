#ifndef COTEJO_ATTRIBUTION_TITLES_HPP
#define COTEJO_ATTRIBUTION_TITLES_HPP

#include <cotejo/attribution/entities.hpp>
#include <cotejo/rules/analysis.hpp>

namespace cotejo {

/// Says of each role with its name beside it which entity it is, gives that entity the title and
/// what comes with it (office, gender, country, kind, body), and says what body each role is of.
/// Linear in the number of mentions.
void attach_titles(const Analysis& analysis, Entities& entities);

}  // namespace cotejo

#endif
