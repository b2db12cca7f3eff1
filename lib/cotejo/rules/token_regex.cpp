// Boost 1.74 with ICU: `\p{L}` means lower case only, inside brackets it is the letters p { L },
// `\u201C` is a capital letter followed by "201C", invalid UTF-8 throws. The front end below
// rewrites or refuses these before Boost sees the expression. Tests:
// tests/unit/rules/token_regex_test.cpp.
#include <cotejo/rules/token_regex.hpp>

#include <cotejo/text/utf8.hpp>

#include <boost/regex/icu.hpp>

#include <array>
#include <charconv>
#include <stdexcept>
#include <utility>

namespace cotejo {
namespace {

/// Unicode categories as Boost names them inside brackets.
constexpr std::array<std::pair<std::string_view, std::string_view>, 9> categories{{
    {"L", "[:L*:]"},
    {"Lu", "[:Lu:]"},
    {"Ll", "[:Ll:]"},
    {"N", "[:N*:]"},
    {"Nd", "[:Nd:]"},
    {"P", "[:P*:]"},
    {"S", "[:S*:]"},
    {"Sc", "[:Sc:]"},
    {"M", "[:M*:]"},
}};

class FrontEnd {
 public:
  explicit FrontEnd(std::string_view expression) : in_(expression) {}

  /// Rewrites the expression, up to its first fault.
  void run() {
    while (at_ < in_.size() && !fault_) step();
  }
  [[nodiscard]] const std::optional<RegexFault>& fault() const { return fault_; }
  [[nodiscard]] const std::string& rewritten() const { return out_; }

 private:
  void fail(std::string message, RegexFault::Kind kind = RegexFault::Kind::dialect) {
    fault_ = RegexFault{kind, std::move(message), count_code_points(in_.substr(0, at_)) + 1};
  }

  void step() {
    const std::string_view rest = in_.substr(at_);
    if (rest.front() == '\\') return escape();
    if (!in_brackets_ && rest.starts_with("(?")) return special_group(rest);
    if (in_brackets_ && rest.starts_with("[:")) return posix_class(rest);
    track_repeats(rest);
    if (fault_) return;
    if (rest.front() == '[' && !in_brackets_)
      in_brackets_ = true;
    else if (rest.front() == ']' && in_brackets_)
      in_brackets_ = false;
    out_ += rest.front();
    ++at_;
  }

  void special_group(std::string_view rest) {
    if (rest.starts_with("(?<=") || rest.starts_with("(?<!")) {
      return fail("look-behind is not allowed");
    }
    const bool known = rest.size() > 2 && (rest[2] == ':' || rest[2] == '=' || rest[2] == '!');
    if (!known) return fail("of the groups that begin with (? only (?: (?= and (?! are allowed");
    track_repeats(rest);
    out_ += rest.substr(0, 3);
    at_ += 3;
  }

  /// "[:alpha:]" inside brackets, which its own ] does not close.
  void posix_class(std::string_view rest) {
    const std::size_t close = rest.find(":]");
    if (close == std::string_view::npos) {
      return fail("this [: is not closed", RegexFault::Kind::syntax);
    }
    out_ += rest.substr(0, close + 2);
    at_ += close + 2;
  }

  /// Refuses a group with an unbounded repeat inside that is repeated itself: (a+)*.
  void track_repeats(std::string_view rest) {
    if (in_brackets_) return;
    const char c = rest.front();
    if (c == '(') groups_.push_back(false);
    const bool open_count = c == '{' && rest.substr(0, rest.find('}')).ends_with(',');
    const bool unbounded = c == '*' || c == '+' || open_count;
    if ((unbounded || c == '{') && after_group_with_repeat_) {
      return fail("a repeat of a repeat can take for ever", RegexFault::Kind::slow);
    }
    after_group_with_repeat_ = false;
    if (unbounded && !groups_.empty()) groups_.back() = true;
    if (c == ')' && !groups_.empty()) {
      after_group_with_repeat_ = groups_.back();
      groups_.pop_back();
      if (after_group_with_repeat_ && !groups_.empty()) groups_.back() = true;
    }
  }

  void escape() {
    after_group_with_repeat_ = false;
    const std::string_view rest = in_.substr(at_);
    if (rest.size() < 2) return fail("a \\ at the end", RegexFault::Kind::syntax);
    const char c = rest[1];
    if (c >= '1' && c <= '9') return fail("back references are not allowed");
    if (c == 'p' || c == 'P') return category(rest);
    if (c == 'u') return code_point(rest);
    out_ += rest.substr(0, 2);
    at_ += 2;
  }

  void category(std::string_view rest) {
    const std::size_t close = rest.find('}');
    if (rest.size() < 4 || rest[2] != '{' || close == std::string_view::npos) {
      return fail("expected \\p{…}");
    }
    const std::string_view name = rest.substr(3, close - 3);
    for (const auto& [known, brackets] : categories) {
      if (known != name) continue;
      const bool negated = rest[1] == 'P';
      if (negated && in_brackets_) return fail("\\P inside [ ] is not allowed");
      if (!in_brackets_) out_ += negated ? "[^" : "[";
      out_ += '[';
      out_ += brackets.substr(1, brackets.size() - 2);
      out_ += ']';
      if (!in_brackets_) out_ += ']';
      at_ += close + 1;
      return;
    }
    fail("\\p{" + std::string(name) + "}: expected L Lu Ll N Nd P S Sc or M");
  }

  void code_point(std::string_view rest) {
    const std::size_t close = rest.find('}');
    if (rest.size() < 4 || rest[2] != '{' || close == std::string_view::npos) {
      return fail("write a code point as \\u{201C}");
    }
    unsigned value = 0;
    const auto [end, code] = std::from_chars(rest.data() + 3, rest.data() + close, value, 16);
    if (code != std::errc{} || end != rest.data() + close || value > 0x10FFFF ||
        (value >= 0xD800 && value < 0xE000)) {
      return fail("not a code point");
    }
    append_utf8(out_, value);
    at_ += close + 1;
  }

  std::string_view in_;
  std::size_t at_ = 0;
  std::string out_;
  bool in_brackets_ = false;
  bool after_group_with_repeat_ = false;
  std::vector<bool> groups_;
  std::optional<RegexFault> fault_;
};

}  // namespace

struct TokenRegex::State {
  boost::u32regex regex;
};

TokenRegex::TokenRegex() : state_(std::make_unique<State>()) {}
TokenRegex::~TokenRegex() = default;
TokenRegex::TokenRegex(TokenRegex&&) noexcept = default;
TokenRegex& TokenRegex::operator=(TokenRegex&&) noexcept = default;

std::optional<RegexFault> find_regex_fault(std::string_view expression) {
  if (first_bad_utf8(expression)) return RegexFault{RegexFault::Kind::syntax, "not UTF-8", 1};
  FrontEnd front(expression);
  front.run();
  if (front.fault()) return front.fault();
  try {
    (void)boost::make_u32regex(front.rewritten(), boost::regex::perl);
  } catch (const boost::regex_error& error) {
    // Boost adds the place and the text around it, which are those of the rewritten expression.
    const std::string_view message = error.what();
    return RegexFault{RegexFault::Kind::syntax,
                      std::string(message.substr(0, message.find("  The error"))), 1};
  }
  return std::nullopt;
}

Result<TokenRegex> TokenRegex::compile(std::string_view expression) {
  if (const auto fault = find_regex_fault(expression)) {
    return Error{ErrorKind::bad_rule, fault->message, "", 0, fault->column};
  }
  FrontEnd front(expression);
  front.run();
  TokenRegex made;
  made.state_->regex = boost::make_u32regex(front.rewritten(), boost::regex::perl);
  return made;
}

TokenRegex::Outcome TokenRegex::match(std::string_view text) const {
  try {
    return boost::u32regex_match(std::string(text), state_->regex) ? Outcome::matches
                                                                   : Outcome::differs;
  } catch (const std::runtime_error&) {  // the state limit, BOOST_REGEX_MAX_STATE_COUNT
    return Outcome::aborted;
  }
}

}  // namespace cotejo
