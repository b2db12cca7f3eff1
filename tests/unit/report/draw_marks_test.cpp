#include <cotejo/report/page/draw_marks.hpp>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <ostream>
#include <string>
#include <vector>

namespace {

using cotejo::Mark;
using cotejo::Span;

/// A mark drawn as (x … )x, its later pieces as (x' …, its number as #x.
Mark mark(char name, Span span) {
  const std::string n(1, name);
  return {span, "(" + n, "(" + n + "'", ")" + n, "#" + n};
}

std::string draw(std::string_view text, Span window, const std::vector<Mark>& marks) {
  std::vector<const Mark*> pointers;
  for (const Mark& one : marks) pointers.push_back(&one);
  return cotejo::draw_marks(text, window, pointers);
}

struct Case {
  std::string name;
  std::vector<Mark> marks;
  std::string expected;
};
std::ostream& operator<<(std::ostream& out, const Case& c) { return out << c.name; }

const Case cases[] = {
    {"no_marks", {}, "012345"},
    {"one_mark", {mark('a', {1, 3})}, "0(a12)a#a345"},
    {"marks_side_by_side", {mark('a', {1, 3}), mark('b', {3, 4})}, "0(a12)a#a(b3)b#b45"},
    {"a_mark_inside_another", {mark('a', {1, 5}), mark('b', {2, 3})}, "0(a1(b2)b#b34)a#a5"},
    {"a_number_in_a_quote_in_an_indirect_quote",
     {mark('a', {0, 6}), mark('b', {1, 5}), mark('c', {2, 3})},
     "(a0(b1(c2)c#c34)b#b5)a#a"},
    {"two_marks_of_one_span", {mark('a', {1, 3}), mark('b', {1, 3})}, "0(a(b12)b)a#a#b345"},
    {"two_marks_with_one_end", {mark('a', {1, 4}), mark('b', {2, 4})}, "0(a1(b23)b)a#a#b45"},
    {"crossing_marks_are_cut_where_the_first_ends",
     {mark('a', {1, 4}), mark('b', {2, 6})},
     "0(a1(b23)b)a#a(b'45)b#b"},
    {"three_marks_cross",
     {mark('a', {0, 3}), mark('b', {1, 4}), mark('c', {2, 5})},
     "(a0(b1(c2)c)b)a#a(b'(c'3)c)b#b(c'4)c#c5"},
    {"a_place_is_drawn_empty", {mark('a', {2, 2})}, "01(a)a#a2345"},
    {"a_place_inside_a_mark", {mark('a', {1, 4}), mark('b', {2, 2})}, "0(a1(b)b#b23)a#a45"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(report_draw_marks)

BOOST_DATA_TEST_CASE(drawing, cases) {
  BOOST_TEST(draw("012345", {0, 6}, sample.marks) == sample.expected);
}

BOOST_AUTO_TEST_CASE(a_mark_over_two_windows_has_its_number_in_the_last) {
  const std::vector<Mark> marks{mark('a', {1, 5})};
  BOOST_TEST(draw("012\n45", {0, 3}, marks) == "0(a12)a");
  BOOST_TEST(draw("012\n45", {4, 6}, marks) == "(a'4)a#a5");
}

BOOST_AUTO_TEST_CASE(text_between_marks_is_escaped) {
  BOOST_TEST(draw("<b>", {0, 3}, {mark('a', {1, 2})}) == "&lt;(ab)a#a&gt;");
}

BOOST_AUTO_TEST_CASE(marks_go_to_the_windows_they_touch) {
  const std::vector<Mark> marks{mark('a', {0, 9}), mark('b', {4, 4}), mark('c', {8, 9})};
  const std::vector<Span> windows{{0, 3}, {4, 7}, {8, 9}};
  const auto given = cotejo::marks_by_window(marks, windows);
  BOOST_REQUIRE(given.size() == 3U);
  BOOST_TEST(given[0].size() == 1U);
  BOOST_TEST(given[1].size() == 2U);
  BOOST_TEST(given[2].size() == 2U);
}

/// True if every piece closes what was opened last, and the text between the tags is `text`.
bool nests(const std::string& drawn, std::string_view text) {
  std::string open;
  std::string between;
  for (std::size_t at = 0; at < drawn.size(); ++at) {
    const char sign = drawn[at];
    if (sign == '(') {
      open += drawn[++at];
      if (at + 1 < drawn.size() && drawn[at + 1] == '\'') ++at;
    } else if (sign == ')') {
      if (open.empty() || open.back() != drawn[++at]) return false;
      open.pop_back();
    } else if (sign == '#') {
      ++at;
    } else {
      between += sign;
    }
  }
  return open.empty() && between == text;
}

BOOST_AUTO_TEST_CASE(any_marks_nest_and_leave_the_text_as_it_is) {
  constexpr std::string_view text = "0123456789";
  unsigned state = 12345;
  const auto random = [&state](unsigned below) {
    state = state * 1664525U + 1013904223U;
    return (state >> 16U) % below;
  };
  for (int run = 0; run < 2000; ++run) {
    std::vector<Mark> marks;
    for (unsigned i = random(7); i > 0; --i) {
      const unsigned begin = random(11);
      marks.push_back(mark(static_cast<char>('a' + i), {begin, begin + random(11 - begin)}));
    }
    std::ranges::stable_sort(marks, {}, &Mark::span);
    const std::string drawn = draw(text, {0, 10}, marks);
    BOOST_TEST(nests(drawn, text), drawn);
    for (const Mark& one : marks) {
      BOOST_TEST(drawn.find(one.after) == drawn.rfind(one.after), drawn);
      BOOST_TEST(drawn.find(one.after) != std::string::npos, drawn);
    }
  }
}

// 5,000 marks that all cross would be cut into millions of pieces.
BOOST_AUTO_TEST_CASE(deep_marks_become_places) {
  const std::string text(10000, 'x');
  std::vector<Mark> marks;
  for (unsigned i = 0; i < 5000; ++i) marks.push_back(mark('a', {i, 5000 + i}));
  BOOST_TEST(draw(text, {0, 10000}, marks).size() < 2000000U);
}

BOOST_AUTO_TEST_SUITE_END()
