#include <cotejo/io/entry_table.hpp>

#include <cotejo/io/entry_json.hpp>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>
#include <string>
#include <vector>

namespace {

struct Case {
  std::string text;
  std::string expected;
  friend std::ostream& operator<<(std::ostream& out, const Case& c) { return out << c.text; }
};

std::string shown(const std::vector<cotejo::TableRow>& rows) {
  std::string text;
  for (const cotejo::TableRow& row : rows) {
    text += std::to_string(row.line) + ":";
    for (const std::string& cell : row.cells) text += "<" + cell + ">";
    text += ";";
  }
  return text;
}

const std::vector<Case> csv{{"a,b\nc,d\n", "1:<a><b>;2:<c><d>;"},
                            {"a,b\r\nc,", "1:<a><b>;2:<c><>;"},
                            {"\"a,\"\"b\"\"\",c\n", "1:<a,\"b\"><c>;"},
                            {"\"a\nb\",c\nd,e", "1:<a\nb><c>;3:<d><e>;"},
                            {"a\n\n\nb\n", "1:<a>;4:<b>;"},
                            {"", ""}};
const std::vector<Case> bad_csv{{"a\nb,\"c\nd", "2: a quoted cell is not closed"},
                                {"\"a\"b,c", "1: text after the closing mark of a quoted cell"}};
const std::vector<Case> tsv{{"a\tb\n\nc\\td\te\\\\n\\n\\x", "1:<a><b>;3:<c\td><e\\n\n\\x>;"},
                            {"a\t\r\n", "1:<a><>;"}};

std::string entries_of(const std::string& text) {
  const auto rows = cotejo::parse_csv(text);
  if (!rows) return rows.error().to_string();
  const auto table = cotejo::read_entry_table(*rows);
  if (!table) return table.error().to_string();
  std::string all;
  for (const cotejo::TableEntry& row : *table) {
    all += row.entry ? cotejo::write_entry(*row.entry) : row.entry.error().to_string();
    all += ";";
  }
  return all;
}

const std::vector<Case> tables{
    {"id,kind,text\na,document,x\n", R"({"id":"a","kind":"document","text":"x"};)"},
    {"kind,id,measure,low,high,from\nfigure,f,m,1.5,,2025-01-01\n",
     R"({"id":"f","kind":"figure","measure":"m","from":"2025-01-01","low":1.5};)"},
    {"id,text\na,x\nb\nc,z\n",
     R"({"id":"a","kind":"statement","text":"x"};3: text: missing;{"id":"c","kind":"statement","text":"z"};)"},
    {"id,kind,measure,low\nf,figure,m,viel\n", "2: low: \"viel\": not a number;"},
    {"id,kind\nf,poem\n", "2: kind: \"poem\": not one of statement, document, fact-check, figure;"},
    {"id,text\na,b,c\n", "2: 3 cells, but the first row names 2;"},
    {"id,colour\na,b\n", "1: \"colour\": no such member"},
    {"id,text,id\na,b,c\n", "1: \"id\": named twice"},
    {"", "1: empty: a first row that names the members is wanted"}};

}  // namespace

BOOST_AUTO_TEST_SUITE(io_entry_table)

BOOST_DATA_TEST_CASE(comma_separated_values_are_read, boost::unit_test::data::make(csv)) {
  const auto rows = cotejo::parse_csv(sample.text);
  BOOST_TEST_REQUIRE(rows.has_value());
  BOOST_TEST(shown(*rows) == sample.expected);
}

BOOST_DATA_TEST_CASE(broken_quotation_is_an_error, boost::unit_test::data::make(bad_csv)) {
  const auto rows = cotejo::parse_csv(sample.text);
  BOOST_REQUIRE(!rows.has_value());
  BOOST_TEST(rows.error().to_string() == sample.expected);
}

BOOST_DATA_TEST_CASE(tab_separated_values_are_read, boost::unit_test::data::make(tsv)) {
  BOOST_TEST(shown(cotejo::parse_tsv(sample.text)) == sample.expected);
}

BOOST_AUTO_TEST_CASE(a_cell_written_is_the_cell_read) {
  const std::string cell = "a\tb\nc\\d\\n";
  BOOST_TEST(cotejo::tsv_cell(cell) == "a\\tb\\nc\\\\d\\\\n");
  BOOST_TEST(cotejo::parse_tsv(cotejo::tsv_cell(cell)).front().cells.front() == cell);
}

BOOST_DATA_TEST_CASE(tables_hold_entries, boost::unit_test::data::make(tables)) {
  BOOST_TEST(entries_of(sample.text) == sample.expected);
}

BOOST_AUTO_TEST_SUITE_END()
