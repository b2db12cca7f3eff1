#include <cotejo/text/token.hpp>

#include <cotejo/text/fold.hpp>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>
#include <random>
#include <string>
#include <vector>

namespace data = boost::unit_test::data;

namespace cotejo {
namespace {

const Tokeniser& tokeniser() {
  static const Tokeniser made({.elisions = {"l", "d", "qu", "jusqu"},
                               .clitics = {"s", "ll", "t"},
                               .abbreviations = {"EE.", "UU.", "Sr.", "núm."}});
  return made;
}

std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  tokeniser().tokenise(text, {0, static_cast<Offset>(text.size())}, tokens);
  return tokens;
}

/// Tokens in brackets, a + where one is glued to the one before.
std::string shown(std::string_view text) {
  std::string all;
  for (const Token& token : tokens_of(text)) {
    if (token.glued) all += '+';
    all += "[" + std::string(slice(text, token.span)) + "]";
  }
  return all;
}

struct Case {
  std::string text;
  std::string tokens;
};
std::ostream& operator<<(std::ostream& out, const Case& row) { return out << row.text; }

const Case cases[] = {
    {"", ""},
    {" \t\n\u00a0\u202f\u2009\u200b ", ""},
    {"Ana llegó.", "[Ana][llegó]+[.]"},
    {"Rusia-Corea", "[Rusia]+[-]+[Corea]"},
    {"¿Quién? ¡Yo!", "[¿]+[Quién]+[?][¡]+[Yo]+[!]"},
    // apostrophes
    {"l’armée", "[l’]+[armée]"},
    {"L'Équipe d'abord", "[L']+[Équipe][d']+[abord]"},
    {"jusqu’à qu’il", "[jusqu’]+[à][qu’]+[il]"},
    {"d’aujourd’hui", "[d’]+[aujourd’hui]"},
    {"aujourd'hui", "[aujourd'hui]"},
    {"O’Brien", "[O’Brien]"},
    {"Putin's", "[Putin]+['s]"},
    {"we’ll isn't", "[we]+[’ll][isn]+['t]"},
    {"rock 'n' roll", "[rock][']+[n]+['][roll]"},
    {"the '80s", "[the][']+[80]+[s]"},
    {"l’«armée»", "[l’]+[«]+[armée]+[»]"},
    {"x’«armée»", "[x]+[’]+[«]+[armée]+[»]"},
    {"“Putin”'s", "[“]+[Putin]+[”]+['s]"},
    {"'s", "[']+[s]"},
    {"the dogs' bowl", "[the][dogs]+['][bowl]"},
    {"a'a'a", "[a'a'a]"},
    {"col·lecció", "[col·lecció]"},
    {"a · b·", "[a][·][b]+[·]"},
    // points
    {"EE. UU. ganó", "[EE.][UU.][ganó]"},
    {"EE.UU.", "[EE.UU.]"},
    {"the U.S. said", "[the][U.S.][said]"},
    {"10 a.m. y 3 p. m.", "[10][a.m.][y][3][p]+[.][m]+[.]"},
    {"el Sr. Paz", "[el][Sr.][Paz]"},
    {"J. K. Rowling", "[J.][K.][Rowling]"},
    {"núm. 3", "[núm.][3]"},
    {"fin.", "[fin]+[.]"},
    {"sí. No", "[sí]+[.][No]"},
    {"abc.def", "[abc]+[.]+[def]"},
    {"ab.cdef", "[ab]+[.]+[cdef]"},
    // numbers
    {"14.000 1,5 3,1416", "[14.000][1,5][3,1416]"},
    {"1.234.567,89", "[1.234.567,89]"},
    {"10'000 10’000", "[10'000][10’000]"},
    {"14\u00a0000", "[14\u00a0000]"},
    {"14\u202f000\u202f000", "[14\u202f000\u202f000]"},
    {"14\u2009000", "[14\u2009000]"},
    {"14 000", "[14][000]"},
    {"14\u00a0mil", "[14][mil]"},
    {"2024\u00a0000", "[2024][000]"},
    {"14\u00a00000", "[14][0000]"},
    {"14.", "[14]+[.]"},
    {"1.,2", "[1]+[.]+[,]+[2]"},
    {"14mil", "[14]+[mil]"},
    {"l4", "[l4]"},
    {"4x4", "[4]+[x4]"},
    {"G20", "[G20]"},
    {"10:30", "[10]+[:]+[30]"},
    {"-5 %", "[-]+[5][%]"},
    {"٣٤", "[٣٤]"},
    {"2ª 5.º", "[2]+[ª][5]+[.]+[º]"},
    // marks and symbols
    {"«a» “b” ‘c’ \"d\"", "[«]+[a]+[»][“]+[b]+[”][‘]+[c]+[’][\"]+[d]+[\"]"},
    {"„a“ ‚b‘ ‹c›", "[„]+[a]+[“][‚]+[b]+[‘][‹]+[c]+[›]"},
    {"「a」《b》", "[「]+[a]+[」]+[《]+[b]+[》]"},
    {"5′ 3″", "[5]+[′][3]+[″]"},
    {"$5 €3 20°", "[$]+[5][€]+[3][20]+[°]"},
    {"…—–", "[…]+[—]+[–]"},
    {"👍🏽 ok", "[👍]+[🏽][ok]"},
    // letters of all kinds
    {"e\u0301l", "[e\u0301l]"},
    {"Ким Чен Ын", "[Ким][Чен][Ын]"},
    {"김정은", "[김정은]"},
};

struct Written {
  std::string text;
  TokenCase letter_case;
};
std::ostream& operator<<(std::ostream& out, const Written& row) { return out << row.text; }

const Written written[] = {
    {"ana", TokenCase::lower},    {"Ana", TokenCase::capital},  {"A", TokenCase::capital},
    {"ANA", TokenCase::upper},    {"aNa", TokenCase::mixed},    {"McDonald", TokenCase::mixed},
    {"iPhone", TokenCase::mixed}, {"Íñigo", TokenCase::capital}, {"ÑÁ", TokenCase::upper},
    {"E\u0301A\u0301", TokenCase::upper}, {"E\u0301a", TokenCase::capital},
    {"G20", TokenCase::capital},  {"김정은", TokenCase::none},   {"12", TokenCase::none},
    {"U.S.", TokenCase::upper},   {"a.m.", TokenCase::lower},   {"Sr.", TokenCase::capital},
    {"ª", TokenCase::none},       {"ǅ", TokenCase::capital},    {"ß", TokenCase::lower},
    {",", TokenCase::none},
};

BOOST_AUTO_TEST_SUITE(text_token)

BOOST_DATA_TEST_CASE(text_is_split_into_tokens, data::make(cases)) {
  BOOST_TEST(shown(sample.text) == sample.tokens);
}

BOOST_DATA_TEST_CASE(a_token_knows_how_it_is_written, data::make(written)) {
  const auto tokens = tokens_of(sample.text);
  BOOST_REQUIRE_EQUAL(tokens.size(), 1U);
  BOOST_TEST((tokens[0].letter_case == sample.letter_case));
}

BOOST_AUTO_TEST_CASE(kinds_follow_what_a_token_is_made_of) {
  const auto tokens = tokens_of("Ana 12 « , % ' º");
  const std::vector<TokenKind> kinds{TokenKind::word,        TokenKind::digits, TokenKind::quote,
                                     TokenKind::punctuation, TokenKind::symbol, TokenKind::quote,
                                     TokenKind::word};
  BOOST_REQUIRE_EQUAL(tokens.size(), kinds.size());
  for (std::size_t i = 0; i < kinds.size(); ++i) BOOST_TEST((tokens[i].kind == kinds[i]));
}

BOOST_AUTO_TEST_CASE(windows_are_appended_and_not_glued_over_a_blank) {
  const std::string text = "Fue. \"Sí\".\"No\"";
  std::vector<Token> tokens;
  tokeniser().tokenise(text, {0, 4}, tokens);
  tokeniser().tokenise(text, {5, 10}, tokens);
  tokeniser().tokenise(text, {10, static_cast<Offset>(text.size())}, tokens);
  std::string glued;
  for (const Token& token : tokens) glued += token.glued ? '+' : '.';
  BOOST_TEST(glued == ".+.++++++");
}

BOOST_AUTO_TEST_CASE(no_byte_belongs_to_two_tokens_and_every_hash_is_that_of_its_bytes) {
  std::mt19937 random(3);
  static const std::vector<std::string> pieces{"a", "B", "1", ".", ",", "'", "’", " ", "\u00a0",
                                               "é", "s", "l", "·", "-", "“", "김", "😀", "\u0301"};
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (auto length = random() % 25; length > 0; --length) text += pieces[random() % pieces.size()];
    Offset end = 0;
    for (const Token& token : tokens_of(text)) {
      BOOST_REQUIRE(token.span.begin >= end);
      BOOST_REQUIRE(!token.span.empty());
      const std::string_view between = std::string_view(text).substr(end, token.span.begin - end);
      BOOST_REQUIRE(between.find_first_not_of(" \xC2\xA0") == std::string_view::npos);
      BOOST_REQUIRE_EQUAL(token.glued, end == token.span.begin && end != 0);
      BOOST_REQUIRE_EQUAL(token.hash, fold_hash(slice(text, token.span)));
      end = token.span.end;
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace cotejo
