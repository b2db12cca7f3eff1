#include <cotejo/rules/compiled_rules.hpp>

#include "rules_of.hpp"

#include <cotejo/rules/explain.hpp>

#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>

namespace cotejo {
namespace {

constexpr std::string_view written = R"(format = 1
[[traits]]
name = 'X'
function_words = 'de la'
particles = 'de'
months = ['uno un', 'dos']
[[paradigm]]
id = 'ir'
infinitive = 'ir'
finite = 'o {e,en}'
[[list]]
id = 'say'
layer = 'cue'
with = {class = 'say'}
verbs = ['dec+ir', 'ped+ir']
[[list]]
id = 'places'
layer = 'place'
rows = [{name = 'Nueva York', id = 'ny', value = 3}, {words = 'Lima{,s} Quito', id = 'x'}]
[[pattern]]
id = 'says'
emit = 'quote'
with = {kind = 'direct'}
pattern = 'who:<name> (<cue class=say|tell> | "pide que") /[0-9]+/? ..3 <place>'
docs = 'About it.'
match = ['Ana dece en Lima']
[[check]]
id = 'c'
code = 'x'
severity = 'note'
message = 'm {text}'
pattern = '"nunca"'
docs = 'Of this.'
match = ['nunca']
limit = 2.5
exact = true
words = ['a', 'b c']
[[text]]
id = 'title'
text = 'Título'
)";

constexpr std::string_view sample =
    "Ana dece 12 en Lima. Juan de la Paz pide que no. Nueva York, nunca.";

BuiltRuleSet parsed() {
  static const RuleFile file = read_rule_file("r/xx/quotes.toml", std::string(written));
  const RuleFile* const files[] = {&file};
  return build_rule_set("xx", files);
}

constexpr SourceKey key{1, 2, 3};

std::string compiled() { return encode_rules(parsed().rules, key); }

/// What the rules see in the sample, and all else they hold.
std::string seen_by(const RuleSet& rules) {
  const Analysed analysed(rules, std::string(sample));
  std::string seen = explain(*analysed, "quotes") + rules.hash() + rules.language().code +
                     std::string(rules.text("quotes.title"));
  for (const std::string& month : rules.language().month_names.at(0)) seen += " " + month;
  const RuleEntry* const check = rules.entry("xx.quotes.c");
  seen += std::string(check->text("message")) + std::to_string(*check->number("limit"));
  for (const std::string& word : check->words("words")) seen += "|" + word;
  return seen + (check->flag("exact") ? "!" : "");
}

BOOST_AUTO_TEST_SUITE(rules_compiled_rules)

BOOST_AUTO_TEST_CASE(compiled_rules_see_what_parsed_ones_see) {
  const BuiltRuleSet built = parsed();
  BOOST_TEST(render(built.diagnostics) == "");
  const std::string bytes = compiled();
  const auto rules = decode_rules(bytes, key);
  BOOST_REQUIRE(rules.has_value());
  const std::string seen = seen_by(built.rules);
  BOOST_TEST(seen.find("match xx.quotes.says: Ana dece 12 en Lima") != std::string::npos);
  BOOST_TEST(seen_by(*rules) == seen);
}

BOOST_AUTO_TEST_CASE(bytes_that_do_not_lie_on_a_word_are_read_too) {
  const std::string shifted = "." + compiled();
  const auto rules = decode_rules(std::string_view(shifted).substr(1), key);
  BOOST_REQUIRE(rules.has_value());
  BOOST_TEST(seen_by(*rules) == seen_by(parsed().rules));
}

BOOST_AUTO_TEST_CASE(the_same_rules_give_the_same_bytes) { BOOST_TEST(compiled() == compiled()); }

BOOST_AUTO_TEST_CASE(documentation_and_examples_are_left_out) {
  const std::string bytes = compiled();
  const auto rules = decode_rules(bytes, key);
  BOOST_REQUIRE(rules.has_value());
  BOOST_TEST(rules->entry("xx.quotes.says") == nullptr);
  BOOST_TEST(rules->entry("xx.quotes.c")->find("docs") == nullptr);
  BOOST_TEST(bytes.find("About it.") == std::string::npos);
  BOOST_TEST(bytes.find("Of this.") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(rules_of_other_files_are_not_used) {
  BOOST_TEST(!decode_rules(compiled(), SourceKey{1, 2, 4}).has_value());
}

BOOST_AUTO_TEST_CASE(a_changed_byte_is_noticed_wherever_it_is) {
  std::string bytes = compiled();
  for (char& byte : bytes) {
    byte = static_cast<char>(byte ^ 0x10);
    BOOST_TEST_REQUIRE(!decode_rules(bytes, key).has_value());
    byte = static_cast<char>(byte ^ 0x10);
  }
  BOOST_TEST(decode_rules(bytes, key).has_value());
}

BOOST_AUTO_TEST_CASE(a_file_cut_anywhere_or_too_long_is_no_file) {
  const std::string bytes = compiled();
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    BOOST_TEST_REQUIRE(!decode_rules(std::string_view(bytes).substr(0, size), key).has_value());
  }
  BOOST_TEST(!decode_rules(bytes + "x", key).has_value());
}

/// The head is as it must be; so what stands in the values must not lead astray.
BOOST_AUTO_TEST_CASE(damage_that_the_check_sum_does_not_tell_harms_nobody) {
  const std::string bytes = compiled();
  std::string values = bytes.substr(seal("", key).size());
  std::size_t accepted = 0;
  for (std::size_t at = 0; at < values.size(); ++at) {
    const char before = values[at];
    for (const int change : {0x01, 0x80, 0xFF}) {
      values[at] = static_cast<char>(before ^ change);
      const std::string sealed = seal(values, key);
      const auto rules = decode_rules(sealed, key);
      if (!rules) continue;
      ++accepted;
      const Analysed analysed(*rules, std::string(sample));
      (void)explain(*analysed, "quotes");
    }
    values[at] = before;
  }
  BOOST_TEST(accepted > 0U);  // a letter of a text may be another
}

BOOST_AUTO_TEST_CASE(traits_come_back_as_they_were) {
  PackTraits traits;
  traits["xx"] = read_rule_file("r/xx/language.toml", std::string(written)).entries;
  const auto back = decode_traits(encode_traits(traits, key), key);
  BOOST_REQUIRE(back.has_value());
  BOOST_TEST(back->at("xx").size() == traits["xx"].size());
  BOOST_TEST(back->at("xx").front().words("particles").front() == "de");
  BOOST_TEST(back->at("xx").front().text("name") == "X");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace cotejo
