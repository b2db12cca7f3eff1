#include <cotejo/rules/expand.hpp>

#include <cotejo/text/utf8.hpp>

#include <cstddef>

namespace cotejo {
namespace {

constexpr std::size_t max_forms = 10'000;
constexpr int max_depth = 16;

Error fault(std::string_view text, std::size_t at, std::string message) {
  return {ErrorKind::bad_rule, std::move(message), "", 0, count_code_points(text.substr(0, at)) + 1};
}

/// Reads one sequence up to `,` or `}` at its own depth, or the end.
class Expander {
 public:
  explicit Expander(std::string_view text) : text_(text) {}

  Result<std::vector<std::string>> run() {
    auto forms = sequence(0);
    if (forms && at_ < text_.size()) return fault(text_, at_, "this } has no {");
    return forms;
  }

 private:
  Result<std::vector<std::string>> sequence(int depth) {
    std::vector<std::string> forms{""};
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '}' || (c == ',' && depth > 0)) break;
      if (c != '{') {
        for (std::string& form : forms) form += c;
        ++at_;
        continue;
      }
      auto ends = alternatives(depth + 1);
      if (!ends) return ends.error();
      std::vector<std::string> longer;
      for (const std::string& form : forms) {
        for (const std::string& end : *ends) longer.push_back(form + end);
      }
      if (longer.size() > max_forms) return fault(text_, at_ - 1, "more than 10,000 forms");
      forms = std::move(longer);
    }
    return forms;
  }

  Result<std::vector<std::string>> alternatives(int depth) {
    const std::size_t open = at_++;
    if (depth > max_depth) return fault(text_, open, "braces nested too deeply");
    std::vector<std::string> all;
    for (;;) {
      auto forms = sequence(depth);
      if (!forms) return forms.error();
      all.insert(all.end(), forms->begin(), forms->end());
      if (at_ == text_.size()) return fault(text_, open, "this { is not closed");
      if (text_[at_++] == '}') return all;
    }
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

Result<std::vector<std::string>> expand_braces(std::string_view text) {
  return Expander(text).run();
}

}  // namespace cotejo
