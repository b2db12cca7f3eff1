// Differences that touch each other form a block. From each block the words that turn what is said
// are taken first (negations, scope, hedges, modals, opposites, numbers, tenses, names), then slips
// of the pen; what is left was dropped, added, exchanged or rephrased. Afterwards a word dropped
// here and added there is a change of order. Tests: tests/unit/check/edits_test.cpp.
#include <cotejo/check/edits.hpp>

#include <cotejo/text/fold.hpp>

#include <algorithm>
#include <set>
#include <string>
#include <utility>

namespace cotejo {
namespace {

using Words = std::vector<const CheckWord*>;

/// A stretch of differences.
struct Block {
  Words quoted;
  Words original;
  const CheckWord* before = nullptr;  ///< the word of the original before it
};

std::vector<Block> find_blocks(std::span<const CheckWord> quoted,
                               std::span<const CheckWord> original, const Alignment& alignment) {
  std::vector<Block> blocks;
  bool open = false;
  const CheckWord* before = nullptr;
  for (const AlignStep& step : alignment.steps) {
    if (step.op == AlignStep::Op::same) {
      open = false;
      before = &original[step.original];
      continue;
    }
    if (!open) blocks.push_back({{}, {}, before});
    open = true;
    if (step.op != AlignStep::Op::remove) blocks.back().quoted.push_back(&quoted[step.quoted]);
    if (step.op != AlignStep::Op::insert)
      blocks.back().original.push_back(&original[step.original]);
  }
  return blocks;
}

std::string text_of(const Words& words) {
  std::string text;
  for (const CheckWord* word : words) text += (text.empty() ? "" : " ") + word->text;
  return text;
}

std::string joined(const Words& words) {
  std::string text;
  for (const CheckWord* word : words) text += word->plain;
  return text;
}

template <typename Wanted>
Words take_if(Words& words, Wanted wanted) {
  Words taken;
  std::erase_if(words, [&](const CheckWord* word) {
    if (!wanted(*word)) return false;
    taken.push_back(word);
    return true;
  });
  return taken;
}

bool all_are(const Words& words, WordClass wanted) {
  return std::ranges::all_of(words, [&](const CheckWord* word) { return word->is(wanted); });
}

bool none_has_content(const Words& words) {
  return std::ranges::none_of(words, [](const CheckWord* word) { return word->has_content(); });
}

/// Works through one block.
class BlockReader {
 public:
  BlockReader(const Lexis& lexis, Block block, EditList& list)
      : lexis_(lexis), block_(std::move(block)), list_(list), before_(list.edits.size()) {}

  void read() {
    if (is_spelling()) return add(block_.quoted, block_.original, EditKind::contraction);
    read_marked();
    if (is_filler()) {
      list_.benign = true;
      return;
    }
    read_pairs(EditKind::contraction, [&](const CheckWord& quoted, const CheckWord& original) {
      return lexis_.are_spellings(quoted, original);
    });
    read_slips();
    read_opposites();
    read_class(WordClass::negation, EditKind::negation);
    read_class(WordClass::scope, EditKind::scope);
    read_class(WordClass::hedge, EditKind::hedge);
    read_class(WordClass::modal, EditKind::modal_or_tense);
    read_numbers();
    read_tenses();
    read_pronoun();
    read_names();
    read_rest();
  }

 private:
  [[nodiscard]] bool empty() const { return block_.quoted.empty() && block_.original.empty(); }

  void add(const Words& quoted, const Words& original, EditKind kind) {
    if (quoted.empty() && original.empty()) return;
    const EditOp op = quoted.empty()     ? EditOp::remove
                      : original.empty() ? EditOp::insert
                                         : EditOp::replace;
    list_.edits.push_back({.op = op,
                           .quoted = text_of(quoted),
                           .original = text_of(original),
                           .kind = kind,
                           .severity = severity_of(kind)});
    const bool allowed = kind == EditKind::contraction || kind == EditKind::typo;
    (allowed ? list_.benign : list_.altered) = true;
  }

  /// The same letters parted in another way: "on-line".
  [[nodiscard]] bool is_spelling() const {
    return !block_.quoted.empty() && joined(block_.quoted) == joined(block_.original);
  }

  /// Words in brackets, with what they stand for, unless that turns what is said.
  void read_marked() {
    const Words marked = take_if(block_.quoted, [](const CheckWord& w) { return w.bracketed; });
    if (marked.empty()) return;
    list_.benign = true;
    const auto turns = [&](const CheckWord& word) {
      const bool turning = word.is(WordClass::negation) || word.is(WordClass::hedge) ||
                           word.is(WordClass::scope) || word.number;
      return turning && std::ranges::none_of(
                            marked, [&](const CheckWord* m) { return is_same_word(*m, word); });
    };
    if (all_are(marked, WordClass::sic)) return;
    take_if(block_.original, [&](const CheckWord& word) { return !turns(word); });
  }

  [[nodiscard]] bool is_filler() const {
    if (!block_.quoted.empty() || block_.original.empty()) return false;
    if (all_are(block_.original, WordClass::filler)) return true;
    return block_.original.size() == 1 && block_.before != nullptr &&
           block_.before->plain == block_.original.front()->plain;
  }

  void read_class(WordClass wanted, EditKind kind) {
    const auto is_wanted = [&](const CheckWord& word) { return word.is(wanted); };
    Words quoted = take_if(block_.quoted, is_wanted);
    Words original = take_if(block_.original, is_wanted);
    for (auto q = quoted.begin(); q != quoted.end();) {
      const auto same = std::ranges::find_if(
          original, [&](const CheckWord* word) { return is_same_word(*word, **q); });
      if (same == original.end()) {
        ++q;
        continue;
      }
      original.erase(same);
      q = quoted.erase(q);
    }
    const bool dropped = quoted.empty() && block_.quoted.empty();
    if (dropped && std::ranges::any_of(
                       original, [&](const CheckWord* word) { return drops_as_hedge(*word); })) {
      kind = EditKind::hedge;
    }
    if (quoted.empty() != original.empty() && kind != EditKind::hedge) {
      complete(quoted, original);
    }
    const bool one_sense = !quoted.empty() && !original.empty() &&
                           lexis_.have_one_sense(*quoted.front(), *original.front());
    add(quoted, original, one_sense ? EditKind::synonym : kind);
  }

  /// "all" for "many": what stands on the other side without a class of its own belongs to it.
  void complete(Words& quoted, Words& original) {
    Words& rest = quoted.empty() ? block_.quoted : block_.original;
    Words& other = quoted.empty() ? block_.original : block_.quoted;
    if (rest.size() != 1 || !other.empty() || rest.front()->number) return;
    (quoted.empty() ? quoted : original) = std::exchange(rest, {});
  }

  [[nodiscard]] bool drops_as_hedge(const CheckWord& word) const {
    return std::ranges::any_of(word.lexemes, [&](std::uint32_t number) {
      return lexis_.lexeme(number).attribute("dropped") == "hedge";
    });
  }

  template <typename Related>
  void read_pairs(EditKind kind, Related related) {
    for (auto q = block_.quoted.begin(); q != block_.quoted.end();) {
      const auto o = std::ranges::find_if(
          block_.original, [&](const CheckWord* word) { return related(**q, *word); });
      if (o == block_.original.end()) {
        ++q;
        continue;
      }
      add({*q}, {*o}, kind);
      block_.original.erase(o);
      q = block_.quoted.erase(q);
    }
  }

  void read_opposites() {
    read_pairs(EditKind::opposite, [&](const CheckWord& quoted, const CheckWord& original) {
      return lexis_.are_opposites(quoted, original);
    });
  }

  void read_tenses() {
    read_pairs(EditKind::modal_or_tense, [&](const CheckWord& quoted, const CheckWord& original) {
      return lexis_.differ_in_tense(quoted, original);
    });
  }

  void read_slips() {
    read_pairs(EditKind::typo, [&](const CheckWord& quoted, const CheckWord& original) {
      // A word that the rules know was meant.
      const bool known = quoted.number || quoted.ordinal || !quoted.lexemes.empty() ||
                         quoted.is(WordClass::function);
      return !known && is_slip(quoted.plain, original.plain) &&
             !lexis_.differ_in_tense(quoted, original) && !differ_in_ending(quoted, original);
    });
  }

  /// Number and gender, and the like: the stem is the same.
  [[nodiscard]] static bool differ_in_ending(const CheckWord& quoted, const CheckWord& original) {
    const std::size_t shorter = std::min(quoted.plain.size(), original.plain.size());
    return quoted.plain.compare(0, shorter - 1, original.plain, 0, shorter - 1) == 0;
  }

  void read_numbers() {
    const auto is_number = [](const CheckWord& word) { return word.number || word.ordinal; };
    const Words quoted = take_if(block_.quoted, is_number);
    const Words original = take_if(block_.original, is_number);
    add(quoted, original, EditKind::number);
    const auto is_unit = [&](const CheckWord& word) {
      return word.symbol || std::ranges::any_of(word.lexemes, [&](std::uint32_t number) {
               return lexis_.lexeme(number).layer == "unit";
             });
    };
    if (std::ranges::any_of(block_.quoted, [&](const CheckWord* w) { return is_unit(*w); }) &&
        std::ranges::any_of(block_.original, [&](const CheckWord* w) { return is_unit(*w); })) {
      add(take_if(block_.quoted, is_unit), take_if(block_.original, is_unit), EditKind::unit);
    }
  }

  void read_pronoun() {
    const bool pronoun = std::ranges::any_of(
        block_.original, [](const CheckWord* word) { return word->is(WordClass::pronoun); });
    if (!pronoun || !none_has_content(block_.original) || none_has_content(block_.quoted)) return;
    add(std::exchange(block_.quoted, {}), std::exchange(block_.original, {}),
        EditKind::pronoun_filled);
  }

  void read_names() {
    const auto is_name = [](const CheckWord& word) {
      return word.capital && !word.initial && word.has_content();
    };
    const bool here =
        std::ranges::any_of(block_.quoted, [&](const auto* w) { return is_name(*w); });
    const bool there =
        std::ranges::any_of(block_.original, [&](const auto* w) { return is_name(*w); });
    if (!here || !there) return;
    add(take_if(block_.quoted, is_name), take_if(block_.original, is_name), EditKind::name);
  }

  void read_rest() {
    if (empty()) return;
    const bool bare = none_has_content(block_.quoted) && none_has_content(block_.original);
    const bool few = block_.quoted.size() + block_.original.size() <= 2;
    if (bare && few && list_.edits.size() > before_) return;  // they went with what was named
    add(block_.quoted, block_.original, bare && few ? EditKind::function_word : kind_of_rest());
  }

  [[nodiscard]] EditKind kind_of_rest() const {
    constexpr std::size_t few = 3;
    if (block_.quoted.empty()) return EditKind::words_dropped;
    if (block_.original.empty()) return EditKind::words_added;
    if (block_.quoted.size() <= few && block_.original.size() <= few) return EditKind::synonym;
    return EditKind::rephrased;
  }

  const Lexis& lexis_;
  Block block_;
  EditList& list_;
  std::size_t before_;  // edits of other blocks
};

std::set<std::string> plain_words(std::string_view text) {
  std::set<std::string> words;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    words.insert(std::string(text.substr(begin, end - begin)));
    begin = end + 1;
  }
  return words;
}

/// Words dropped here and added there have only changed their place.
void join_reordered(std::vector<Edit>& edits) {
  for (auto dropped = edits.begin(); dropped != edits.end(); ++dropped) {
    if (dropped->kind != EditKind::words_dropped) continue;
    for (auto added = edits.begin(); added != edits.end(); ++added) {
      if (added->kind != EditKind::words_added) continue;
      const auto here = plain_words(added->quoted);
      const auto there = plain_words(dropped->original);
      std::vector<std::string> both;
      std::ranges::set_intersection(here, there, std::back_inserter(both));
      if (2 * both.size() < std::max(here.size(), there.size())) continue;
      dropped->op = EditOp::replace;
      dropped->quoted = added->quoted;
      dropped->kind = EditKind::reordered;
      edits.erase(added);
      return join_reordered(edits);
    }
  }
}

/// Words added whose like stands just outside the stretch have changed their place, too.
void find_moved_in(std::vector<Edit>& edits, std::span<const CheckWord> original,
                   const Alignment& alignment) {
  constexpr std::size_t near = 3;
  const std::size_t first = alignment.begin > near ? alignment.begin - near : 0;
  const std::size_t last = std::min(alignment.end + near, original.size());
  for (Edit& edit : edits) {
    if (edit.kind != EditKind::words_added) continue;
    for (std::size_t i = first; i < last; ++i) {
      const bool outside = i < alignment.begin || i >= alignment.end;
      if (!outside || !original[i].has_content()) continue;
      if (fold_accents(edit.quoted) != original[i].plain) continue;
      edit.kind = EditKind::reordered;
      edit.op = EditOp::replace;
      edit.original = original[i].text;
    }
  }
}

/// Spellings that the alignment takes for the same word: accents, contractions, another writing of
/// a number.
bool has_variant(std::span<const CheckWord> quoted, std::span<const CheckWord> original,
                 const Alignment& alignment) {
  bool any_accent = false;
  bool accents_differ = false;
  for (const AlignStep& step : alignment.steps) {
    if (step.op != AlignStep::Op::same) continue;
    const CheckWord& q = quoted[step.quoted];
    const CheckWord& o = original[step.original];
    if (q.contracted != o.contracted || q.plain != o.plain) return true;
    any_accent = any_accent || q.folded != q.plain;
    accents_differ = accents_differ || q.folded != o.folded;
  }
  return any_accent && accents_differ;  // where no accent is left, they were lost: no variant
}

}  // namespace

EditSeverity severity_of(EditKind kind) {
  switch (kind) {
    case EditKind::negation:
    case EditKind::number:
    case EditKind::unit:
    case EditKind::modal_or_tense:
    case EditKind::hedge:
    case EditKind::scope:
    case EditKind::opposite:
    case EditKind::name:
      return EditSeverity::high;
    case EditKind::pronoun_filled:
    case EditKind::synonym:
    case EditKind::words_dropped:
    case EditKind::words_added:
    case EditKind::reordered:
    case EditKind::rephrased:
      return EditSeverity::medium;
    case EditKind::contraction:
    case EditKind::typo:
    case EditKind::function_word:
      return EditSeverity::low;
  }
  return EditSeverity::medium;
}

EditList find_edits(const Lexis& lexis, std::span<const CheckWord> quoted,
                    std::span<const CheckWord> original, const Alignment& alignment) {
  EditList list;
  for (Block& block : find_blocks(quoted, original, alignment)) {
    BlockReader(lexis, std::move(block), list).read();
  }
  join_reordered(list.edits);
  find_moved_in(list.edits, original, alignment);
  list.benign = list.benign || has_variant(quoted, original, alignment);
  return list;
}

}  // namespace cotejo
