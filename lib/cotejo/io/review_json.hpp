#ifndef COTEJO_IO_REVIEW_JSON_HPP
#define COTEJO_IO_REVIEW_JSON_HPP

#include <cotejo/base/result.hpp>
#include <cotejo/model/review.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace cotejo {

/// The lines of a review file (docs/review.md); blank ones are passed over, unknown members too.
/// Error bad_record with the line and the way to the fault: no JSON object, no fingerprint, an
/// unknown decision, a dismissal without a reason. Linear.
[[nodiscard]] Result<std::vector<ReviewLine>> read_review(std::string_view file);

/// One line, without its line break.
[[nodiscard]] std::string write_review_line(const ReviewLine& line);

}  // namespace cotejo

#endif
