// A compiled file is a head and what describe_rules.hpp says. It is used where it lies: the tables
// and texts of the lexicon, most of it by far, are viewed in the mapped file, so a start costs one
// pass over its bytes (their check sum, and that every number in them leads somewhere) and no
// parsing. Anything that is not as it should be makes the file count as not there. Tests:
// tests/unit/rules/compiled_rules_test.cpp, fuzz/compiled_rules_fuzz.cpp.
#include <cotejo/rules/compiled_rules.hpp>

#include <cotejo/base/map_file.hpp>
#include <cotejo/rules/archive.hpp>
#include <cotejo/rules/compile_pattern.hpp>
#include <cotejo/rules/describe_rules.hpp>
#include <cotejo/rules/hash_table.hpp>
#include <cotejo/rules/rule_files.hpp>

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

namespace cotejo {
namespace {

namespace fs = std::filesystem;

/// What stands before the values. No byte of it is left to chance.
struct Head {
  std::array<char, 16> name{"cotejo rules\n"};
  std::uint32_t format = compiled_format;
  std::uint32_t machine = 0x01020300 + sizeof(void*);  // order of bytes, width of numbers
  SourceKey key{};
  std::uint64_t check_sum = 0;  // of the values

  friend bool operator==(const Head&, const Head&) = default;
};
static_assert(std::has_unique_object_representations_v<Head>);
static_assert(sizeof(Head) % archive_alignment == 0);

/// Tells damage, not malice. Four sums side by side, because each waits for its multiplication.
std::uint64_t check_sum(std::string_view bytes) {
  std::array<std::uint64_t, 4> sums{1, 2, 3, 4};
  while (!bytes.empty()) {
    std::array<std::uint64_t, 4> words{};
    const std::size_t size = std::min(bytes.size(), sizeof words);
    std::memcpy(words.data(), bytes.data(), size);
    for (std::size_t i = 0; i < sums.size(); ++i) sums[i] = mix(sums[i], words[i]);
    bytes.remove_prefix(size);
  }
  std::uint64_t sum = 0;
  for (const std::uint64_t part : sums) sum = mix(sum, part);
  return sum;
}

template <typename T>
std::string encode(const T& value, const SourceKey& key) {
  ArchiveWriter writer;
  writer(value);
  return seal(writer.take(), key);
}

/// False if `bytes` hold no T made from the files of `key`.
template <typename T>
bool decode(std::string_view bytes, const SourceKey& key, TextPool& pool, T& value) {
  Head found;
  if (bytes.size() < sizeof found) return false;
  std::memcpy(&found, bytes.data(), sizeof found);
  bytes.remove_prefix(sizeof found);
  Head wanted;
  wanted.key = key;
  wanted.check_sum = found.check_sum;
  if (!(found == wanted) || check_sum(bytes) != found.check_sum) return false;
  ArchiveReader reader(bytes, pool);
  reader(value);
  return !reader.failed() && reader.at_end();
}

/// What only loading and examples read.
bool is_left_out(std::string_view kind) {
  constexpr std::array<std::string_view, 4> kinds{"pattern", "vocabulary", "traits", "marks"};
  return std::ranges::find(kinds, kind) != kinds.end();
}
bool is_left_out(const RuleField& field) {
  return field.key == "docs" || field.key == "match" || field.key == "no_match";
}

bool is_sound(const Instruction& instruction, const Pattern& pattern, std::size_t symbols) {
  using Op = Instruction::Op;
  switch (instruction.op) {
    case Op::consume:
    case Op::not_here:
      return instruction.argument < symbols;
    case Op::open:
    case Op::close:
      return instruction.argument < pattern.captures.size();
    case Op::split:
    case Op::jump:
      return instruction.target < pattern.program.size();
    case Op::skip:
      return instruction.argument > 0 && instruction.argument <= max_gap;
    case Op::at_begin:
    case Op::at_end:
    case Op::accept:
      return true;
  }
  return false;
}

/// Whether no loop of it can be gone round without consuming a token.
bool loops_end(const std::vector<Instruction>& program) {
  for (std::size_t pc = 0; pc < program.size(); ++pc) {
    const auto [op, argument, target] = program[pc];
    const bool jumps = op == Instruction::Op::jump || op == Instruction::Op::split;
    if (jumps && target <= pc && may_pass(program, target, pc)) return false;
  }
  return true;
}

bool is_sound(const Pattern& pattern, std::size_t symbols) {
  const auto& program = pattern.program;
  if (program.empty() || program.back().op != Instruction::Op::accept) return false;
  const bool steps = std::ranges::all_of(program, [&](const Instruction& instruction) {
    return is_sound(instruction, pattern, symbols);
  });
  return steps && loops_end(program) && !may_pass(program, 0, program.size() - 1);
}

}  // namespace

bool CompiledForm::is_sound(const RuleSet& rules) {
  const bool symbols = std::ranges::all_of(
      rules.symbols_, [](const Symbol& symbol) { return symbol.kind <= Symbol::Kind::layer; });
  const bool patterns = std::ranges::all_of(rules.patterns_, [&](const Pattern& pattern) {
    return cotejo::is_sound(pattern, rules.symbols_.size());
  });
  const bool sorted = std::ranges::is_sorted(rules.patterns_, {}, [](const Pattern& pattern) {
    return std::pair(std::string_view(pattern.stage), pattern.pass);
  });
  return symbols && patterns && sorted && rules.lexicon_.is_sound();
}

void CompiledForm::strip(RuleSet& rules) {
  std::erase_if(rules.entries_, [](const auto& entries) { return is_left_out(entries.first); });
  for (auto& [kind, entries] : rules.entries_) {
    for (RuleEntry& entry : entries) {
      std::erase_if(entry.fields, [](const RuleField& field) { return is_left_out(field); });
    }
  }
}

std::optional<RuleSet> CompiledForm::load(MappedFile file, const SourceKey& key) {
  auto rules = decode_rules(file.bytes(), key);
  if (rules) rules->file_ = std::move(file);
  return rules;
}

std::optional<RuleSet> CompiledForm::decode(std::string_view bytes, const SourceKey& key) {
  RuleSet rules;
  if (!cotejo::decode(bytes, key, rules.pool_, rules) || !is_sound(rules)) return std::nullopt;
  return rules;
}

std::string seal(std::string_view values, const SourceKey& key) {
  Head head;
  head.key = key;
  head.check_sum = check_sum(values);
  std::string bytes(sizeof head, '\0');
  std::memcpy(bytes.data(), &head, sizeof head);
  return bytes.append(values);
}

Result<SourceKey> key_of(std::span<const std::vector<fs::path>> directories) {
  Sha256 hash;
  for (const std::vector<fs::path>& files : directories) {
    if (!files.empty()) hash.add("directory\n");
    for (const fs::path& path : files) {
      const auto bytes = read_bytes(path);
      if (!bytes) return bytes.error();
      hash.add(path.parent_path().filename().string() + "/" + path.filename().string() + "\n" +
               std::to_string(bytes->size()) + "\n");
      hash.add(*bytes);
    }
  }
  return hash.digest();
}

std::string encode_rules(RuleSet rules, const SourceKey& key) {
  CompiledForm::strip(rules);
  return encode(rules, key);
}

std::string encode_traits(const PackTraits& traits, const SourceKey& key) {
  return encode(traits, key);
}

std::optional<RuleSet> decode_rules(std::string_view bytes, const SourceKey& key) {
  return CompiledForm::decode(bytes, key);
}

std::optional<PackTraits> decode_traits(std::string_view bytes, const SourceKey& key) {
  TextPool pool;  // entries own their texts
  PackTraits traits;
  if (!decode(bytes, key, pool, traits)) return std::nullopt;
  return traits;
}

std::optional<RuleSet> load_compiled_rules(const fs::path& path, const SourceKey& key) {
  auto file = map_file(path, MapPages::at_once);
  if (!file) return std::nullopt;
  return CompiledForm::load(*std::move(file), key);
}

std::optional<PackTraits> load_compiled_traits(const fs::path& path, const SourceKey& key) {
  const auto file = map_file(path, MapPages::at_once);
  return file ? decode_traits(file->bytes(), key) : std::nullopt;
}

std::string compiled_traits_name() { return "traits.compiled"; }

std::string compiled_rules_name(std::string_view pack) {
  return std::string(pack.empty() ? common_folder : pack) + ".rules.compiled";
}

}  // namespace cotejo
