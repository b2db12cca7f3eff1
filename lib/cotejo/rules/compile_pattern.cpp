#include <cotejo/rules/compile_pattern.hpp>

#include <cotejo/rules/diagnostic.hpp>
#include <cotejo/rules/token_regex.hpp>
#include <cotejo/text/utf8.hpp>

#include <algorithm>
#include <charconv>
#include <utility>

namespace cotejo {
namespace {

constexpr int max_depth = 32;
constexpr std::size_t max_program = 4'000;

bool is_name_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_' || c == '.';
}

std::string_view code_of(RegexFault::Kind kind) {
  switch (kind) {
    case RegexFault::Kind::syntax:
      return "R014";
    case RegexFault::Kind::dialect:
      return "R015";
    case RegexFault::Kind::slow:
      return "R016";
  }
  return "R014";
}

/// 'name', and the one that may be meant.
std::string named(std::string_view name,
                  const std::function<std::vector<std::string_view>()>& all) {
  const std::string_view near = all ? nearest_name(name, all()) : std::string_view{};
  return "'" + std::string(name) + "'" +
         (near.empty() ? "" : "; did you mean '" + std::string(near) + "'?");
}

class Compiler {
 public:
  Compiler(std::string_view pattern, const Tokeniser& tokeniser, const PatternNames& names,
           SymbolTable& symbols)
      : pattern_(pattern), tokeniser_(tokeniser), names_(names), symbols_(symbols) {}

  PatternCompilation run() {
    alternatives(0);
    if (!error_ && at_ < pattern_.size()) fail(at_, "this ) has no (");
    if (!error_ && program_.empty()) fail(0, "the pattern is empty");
    if (error_) return {{}, *error_};
    emit(Instruction::Op::accept);
    if (may_pass(program_, 0, program_.size() - 1)) fail(0, "the pattern may match nothing at all");
    if (error_) return {{}, *error_};
    return {{std::move(program_), std::move(captures_)}, std::nullopt};
  }

 private:
  using Op = Instruction::Op;

  void fail(std::size_t at, std::string message) {
    if (error_) return;
    error_ =
        PatternFault{"R013", std::move(message), count_code_points(pattern_.substr(0, at)) + 1};
  }

  std::size_t emit(Op op, std::uint32_t argument = 0) {
    if (program_.size() > max_program) fail(at_, "the pattern is too large");
    program_.push_back({op, argument, 0});
    return program_.size() - 1;
  }
  [[nodiscard]] std::uint32_t here() const { return static_cast<std::uint32_t>(program_.size()); }

  /// Makes room for one instruction before `begin` and shifts what refers behind it.
  void insert(std::size_t begin, Instruction instruction) {
    program_.insert(program_.begin() + static_cast<std::ptrdiff_t>(begin), instruction);
    for (std::size_t i = begin + 1; i < program_.size(); ++i) {
      Instruction& later = program_[i];
      if ((later.op == Op::split || later.op == Op::jump) && later.target >= begin) ++later.target;
    }
  }

  void skip_blanks() {
    while (at_ < pattern_.size() && (pattern_[at_] == ' ' || pattern_[at_] == '\t')) ++at_;
  }
  [[nodiscard]] bool more() {
    skip_blanks();
    return !error_ && at_ < pattern_.size();
  }

  void alternatives(int depth) {
    if (depth > max_depth) return fail(at_, "parentheses nested too deeply");
    const std::size_t begin = program_.size();
    sequence(depth);
    std::vector<std::size_t> ends;
    std::size_t last = begin;
    while (more() && pattern_[at_] == '|') {
      ++at_;
      insert(last, {Op::split, 0, 0});
      ends.push_back(emit(Op::jump));
      program_[last].target = here();
      last = program_.size();
      sequence(depth);
    }
    for (const std::size_t end : ends) program_[end].target = here();
  }

  void sequence(int depth) {
    const std::size_t begin = at_;
    std::size_t items = 0;
    while (more() && pattern_[at_] != '|' && pattern_[at_] != ')') {
      item(depth);
      ++items;
    }
    if (items == 0) fail(begin, "expected something to match here");
  }

  /// "name:" before an atom, or "".
  std::string_view capture_name() {
    std::size_t end = at_;
    while (end < pattern_.size() && is_name_char(pattern_[end])) ++end;
    if (end == at_ || end == pattern_.size() || pattern_[end] != ':') return {};
    const std::string_view name = pattern_.substr(at_, end - at_);
    at_ = end + 1;
    skip_blanks();
    return name;
  }

  void item(int depth) {
    const std::size_t begin = program_.size();
    const std::string_view name = capture_name();
    if (!name.empty()) emit(Op::open, capture_number(name));
    atom(depth);
    if (error_) return;
    if (!name.empty()) emit(Op::close, capture_number(name));
    if (at_ < pattern_.size()) repeat(begin);
  }

  std::uint32_t capture_number(std::string_view name) {
    const auto found = std::ranges::find(captures_, name);
    if (found != captures_.end()) return static_cast<std::uint32_t>(found - captures_.begin());
    captures_.emplace_back(name);
    return static_cast<std::uint32_t>(captures_.size() - 1);
  }

  void repeat(std::size_t begin) {
    const char sign = pattern_[at_];
    if ((sign == '*' || sign == '+') && may_pass(program_, begin, program_.size())) {
      return fail(at_, "what is repeated must hold a word, and this may be empty");
    }
    if (sign == '?') {
      insert(begin, {Op::split, 0, here() + 1});
    } else if (sign == '*') {
      insert(begin, {Op::split, 0, here() + 2});
      program_[emit(Op::jump)].target = static_cast<std::uint32_t>(begin);
    } else if (sign == '+') {
      // body; split to behind the jump; jump back: prefers to go round again.
      const std::size_t split = emit(Op::split);
      program_[emit(Op::jump)].target = static_cast<std::uint32_t>(begin);
      program_[split].target = here();
    } else {
      return;
    }
    ++at_;
  }

  void atom(int depth) {
    if (!more()) return fail(at_, "expected something to match here");
    const char c = pattern_[at_];
    if (c == '"') return literal();
    if (c == '/') return regex();
    if (c == '@') return list();
    if (c == '<') return layer();
    if (c == '!') return negation();
    if (c == '^' || c == '$') {
      emit(c == '^' ? Op::at_begin : Op::at_end);
      ++at_;
      return;
    }
    if (c == '(') return group(depth);
    if (pattern_.substr(at_).starts_with("..")) return skip();
    fail(at_, "expected \"words\", /regex/, @list, <layer>, ..N, !atom, ( ), ^ or $");
  }

  void group(int depth) {
    const std::size_t open = at_++;
    alternatives(depth + 1);
    if (error_) return;
    if (!more() || pattern_[at_] != ')') return fail(open, "this ( is not closed");
    ++at_;
  }

  void skip() {
    const std::size_t begin = at_;
    at_ += 2;
    std::uint32_t count = 0;
    const auto [end, code] =
        std::from_chars(pattern_.data() + at_, pattern_.data() + pattern_.size(), count);
    if (code != std::errc{} || count == 0 || count > max_gap) {
      return fail(begin, "expected ..N with N from 1 to 64");
    }
    at_ = static_cast<std::size_t>(end - pattern_.data());
    emit(Op::skip, count);
  }

  void negation() {
    const std::size_t begin = at_++;
    const std::size_t first = program_.size();
    atom(max_depth);
    if (error_) return;
    if (program_.size() != first + 1 || program_[first].op != Op::consume) {
      return fail(begin, "! must stand before one word, list or layer");
    }
    program_[first].op = Op::not_here;
  }

  /// The stretch up to `close`, after which reading goes on; fails at the opening mark.
  std::string_view delimited(char close) {
    const std::size_t open = at_;
    const std::size_t end = pattern_.find(close, at_ + 1);
    if (end == std::string_view::npos) {
      fail(open, std::string("this ") + pattern_[open] + " is not closed");
      return {};
    }
    at_ = end + 1;
    return pattern_.substr(open + 1, end - open - 1);
  }

  void literal() {
    const std::size_t begin = at_;
    const std::string_view words = delimited('"');
    if (error_) return;
    std::vector<Token> tokens;
    tokeniser_.tokenise(words, {0, static_cast<Offset>(words.size())}, tokens);
    if (tokens.empty()) return fail(begin, "expected a word between the quotation marks");
    for (const Token& token : tokens) {
      consume({Symbol::Kind::literal, token.hash, std::string(slice(words, token.span)), {}});
    }
  }

  void regex() {
    const std::size_t begin = at_;
    const std::string_view expression = delimited('/');
    if (error_) return;
    if (const auto fault = find_regex_fault(expression)) {
      const std::size_t before = count_code_points(pattern_.substr(0, begin)) + 1;
      error_ =
          PatternFault{std::string(code_of(fault->kind)), fault->message, before + fault->column};
      return;
    }
    consume({Symbol::Kind::regex, 0, std::string(expression), {}});
  }

  std::string_view read_name() {
    const std::size_t begin = at_;
    while (at_ < pattern_.size() && is_name_char(pattern_[at_])) ++at_;
    return pattern_.substr(begin, at_ - begin);
  }

  void list() {
    const std::size_t begin = at_++;
    const std::string_view name = read_name();
    const auto id = names_.list(name);
    if (!id) return fail(begin, "no such list: " + named(name, names_.all_lists));
    consume({Symbol::Kind::list, 0, *id, {}});
  }

  void layer() {
    const std::size_t begin = at_++;
    const std::string_view name = read_name();
    if (name.empty()) return fail(begin, "expected the name of a layer");
    if (!names_.layer(name)) return fail(begin, "no such layer: " + named(name, names_.all_layers));
    Symbol symbol{Symbol::Kind::layer, 0, std::string(name), {}};
    for (;;) {
      if (!more()) return fail(begin, "this < is not closed");
      if (pattern_[at_] == '>') break;
      const std::size_t place = at_;
      Symbol::Wanted wanted{std::string(read_name()), {}};
      if (wanted.key.empty() || at_ == pattern_.size() || pattern_[at_] != '=') {
        return fail(place, "expected key=value");
      }
      do {
        ++at_;
        wanted.values.emplace_back(read_name());
        if (wanted.values.back().empty()) return fail(at_, "expected a value");
      } while (at_ < pattern_.size() && pattern_[at_] == '|');
      symbol.wanted.push_back(std::move(wanted));
    }
    ++at_;
    consume(symbol);
  }

  void consume(const Symbol& symbol) { emit(Op::consume, symbols_.number_of(symbol)); }

  std::string_view pattern_;
  const Tokeniser& tokeniser_;
  const PatternNames& names_;
  SymbolTable& symbols_;
  std::size_t at_ = 0;
  std::vector<Instruction> program_;
  std::vector<std::string> captures_;
  std::optional<PatternFault> error_;
};

}  // namespace

bool may_pass(std::span<const Instruction> program, std::size_t from, std::size_t to) {
  using Op = Instruction::Op;
  std::vector<bool> seen(program.size(), false);
  std::vector<std::size_t> todo{from};
  while (!todo.empty()) {
    const std::size_t pc = todo.back();
    todo.pop_back();
    if (pc == to) return true;
    if (pc >= program.size() || seen[pc]) continue;
    seen[pc] = true;
    const Instruction& instruction = program[pc];
    if (instruction.op == Op::consume || instruction.op == Op::accept) continue;
    if (instruction.op == Op::jump || instruction.op == Op::split) {
      todo.push_back(instruction.target);
    }
    if (instruction.op != Op::jump) todo.push_back(pc + 1);
  }
  return false;
}

std::uint32_t SymbolTable::number_of(const Symbol& symbol) {
  std::uint64_t hash = symbol.hash ^ static_cast<std::uint64_t>(symbol.kind);
  for (const char c : symbol.text) hash = hash * 31 + static_cast<unsigned char>(c);
  const auto [begin, end] = by_hash_.equal_range(hash);
  for (auto candidate = begin; candidate != end; ++candidate) {
    if (symbols_[candidate->second] == symbol) return candidate->second;
  }
  const auto number = static_cast<std::uint32_t>(symbols_.size());
  symbols_.push_back(symbol);
  by_hash_.emplace(hash, number);
  return number;
}

PatternCompilation compile_pattern(std::string_view pattern, const Tokeniser& tokeniser,
                                   const PatternNames& names, SymbolTable& symbols) {
  return Compiler(pattern, tokeniser, names, symbols).run();
}

}  // namespace cotejo
