#include <cotejo/corpus/build_corpus.hpp>

#include "samples.hpp"

#include <boost/test/unit_test.hpp>

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <string>

namespace {

using cotejo::build_corpus;

std::size_t things_in(const std::filesystem::path& directory) {
  const std::filesystem::directory_iterator all(directory);
  return static_cast<std::size_t>(std::distance(begin(all), end(all)));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(corpus_build_corpus)

BOOST_AUTO_TEST_CASE(a_corpus_is_replaced_and_nothing_is_left_beside_it) {
  const TemporaryDirectory folder("replace");
  const auto path = folder.path() / "corpus";
  BOOST_REQUIRE(build_corpus(path, each_of({statement("old", "A", "", "palabras viejas")})));
  const auto built = build_corpus(path, each_of({statement("new", "A", "", "palabras nuevas")}));
  BOOST_REQUIRE(built);
  BOOST_TEST(built->manifest.words == 2U);
  BOOST_TEST(cotejo::open_corpus(path)->id(0) == "new");
  BOOST_TEST(things_in(folder.path()) == 1U);
}

BOOST_AUTO_TEST_CASE(a_trailing_slash_makes_no_difference) {
  const TemporaryDirectory folder("slash");
  const std::string path = (folder.path() / "corpus").string() + "/";
  BOOST_REQUIRE(build_corpus(path, each_of({statement("a", "A", "", "uno")})));
  BOOST_REQUIRE(build_corpus(path, each_of({statement("b", "A", "", "dos")})));
  BOOST_TEST(cotejo::open_corpus(path)->id(0) == "b");
}

BOOST_AUTO_TEST_CASE(a_directory_that_is_no_corpus_is_left_alone) {
  const TemporaryDirectory folder("refuse");
  const auto path = folder.path() / "notes";
  std::filesystem::create_directory(path);
  std::ofstream(path / "thesis.txt") << "years of work";
  const auto built = build_corpus(path, each_of({}));
  BOOST_REQUIRE(!built);
  BOOST_TEST(built.error().to_string() ==
             path.string() + ": is there already and is no corpus; it is left as it is");
  BOOST_TEST((built.error().kind == cotejo::ErrorKind::bad_usage));
  BOOST_TEST(std::filesystem::exists(path / "thesis.txt"));
}

BOOST_AUTO_TEST_CASE(a_doubled_id_ends_the_build_and_the_old_corpus_stays) {
  const TemporaryDirectory folder("doubled");
  const auto path = folder.path() / "corpus";
  BOOST_REQUIRE(build_corpus(path, each_of({statement("old", "A", "", "viejo")})));
  const auto built =
      build_corpus(path, each_of({statement("x", "A", "", "uno"), statement("x", "B", "", "dos")}));
  BOOST_REQUIRE(!built);
  BOOST_TEST(built.error().to_string() == "two entries have the id \"x\"");
  BOOST_TEST(cotejo::open_corpus(path)->id(0) == "old");
  BOOST_TEST(things_in(folder.path()) == 1U);
}

BOOST_AUTO_TEST_CASE(an_entry_without_an_id_is_an_error) {
  const TemporaryDirectory folder("no-id");
  const auto built =
      build_corpus(folder.path() / "corpus", each_of({statement("", "A", "", "uno")}));
  BOOST_REQUIRE(!built);
  BOOST_TEST(built.error().message == "entry 1 has no id");
}

BOOST_AUTO_TEST_CASE(an_error_of_the_source_is_passed_on) {
  const TemporaryDirectory folder("source");
  const auto built = build_corpus(
      folder.path() / "corpus", []() -> cotejo::Result<std::optional<cotejo::CorpusEntry>> {
        return cotejo::Error{.kind = cotejo::ErrorKind::bad_record, .message = "broken line"};
      });
  BOOST_REQUIRE(!built);
  BOOST_TEST(built.error().message == "broken line");
}

BOOST_AUTO_TEST_CASE(a_killed_build_leaves_the_old_corpus_and_the_next_one_clears_up) {
  const TemporaryDirectory folder("killed");
  const auto path = folder.path() / "corpus";
  BOOST_REQUIRE(build_corpus(path, each_of({statement("old", "A", "", "viejo")})));

  const pid_t child = ::fork();
  if (child == 0) {
    int number = 0;
    static_cast<void>(build_corpus(path,
                                   [&]() -> cotejo::Result<std::optional<cotejo::CorpusEntry>> {
                                     if (number == 5) ::raise(SIGKILL);
                                     return std::optional(statement(std::to_string(number++), "A",
                                                                    "", "texto nuevo"));
                                   },
                                   {.segment_words = 2}));
    ::_exit(0);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  BOOST_REQUIRE(WIFSIGNALED(status));
  BOOST_TEST(things_in(folder.path()) == 2U);  // what the killed build wrote is still there
  BOOST_TEST(cotejo::open_corpus(path)->id(0) == "old");

  BOOST_REQUIRE(build_corpus(path, each_of({statement("new", "A", "", "nuevo")})));
  BOOST_TEST(things_in(folder.path()) == 1U);
}

BOOST_AUTO_TEST_CASE(segments_of_which_all_stays_are_taken_over_as_they_are) {
  const TemporaryDirectory folder("kept");
  const auto path = folder.path() / "corpus";
  const cotejo::BuildOptions small{.segment_words = 2};
  BOOST_REQUIRE(build_corpus(path,
                             each_of({statement("a", "A", "2025-01-01", "uno dos"),
                                      statement("b", "B", "2025-01-02", "tres cuatro"),
                                      statement("c", "C", "2025-01-03", "cinco seis")}),
                             small));
  const auto kept = cotejo::open_corpus(path);
  BOOST_REQUIRE(kept);
  const auto changed =
      change_corpus(path, {.from = {path}, .without = {"b"}},
                    each_of({statement("d", "D", "2025-01-04", "siete ocho")}), small);
  BOOST_REQUIRE(changed);
  BOOST_TEST(changed->manifest.words == 6U);
  BOOST_TEST(changed->manifest.last_date == "2025-01-04");
  const auto corpus = cotejo::open_corpus(path, {.trust = cotejo::CorpusTrust::checksums});
  BOOST_REQUIRE(corpus);
  BOOST_REQUIRE(corpus->size() == 3U);
  BOOST_TEST(corpus->id(1) == "c");
  BOOST_TEST(corpus->id(2) == "d");
  BOOST_TEST(corpus->files()[0].sha256 == kept->files()[0].sha256);
  BOOST_TEST(kept->id(1) == "b");  // who reads the old corpus goes on reading it
}

BOOST_AUTO_TEST_CASE(the_later_of_two_entries_of_one_id_replaces_the_other) {
  const TemporaryDirectory folder("later");
  const auto path = folder.path() / "corpus";
  BOOST_REQUIRE(build_corpus(
      path, each_of({statement("a", "A", "", "uno"), statement("b", "B", "", "dos")})));
  BOOST_REQUIRE(
      change_corpus(path, {.from = {path}, .replace = true},
                    each_of({statement("a", "A", "", "viejo"), statement("a", "A", "", "nuevo")})));
  const auto corpus = cotejo::open_corpus(path);
  BOOST_REQUIRE(corpus->size() == 2U);
  BOOST_TEST(corpus->text(0) == "dos");
  BOOST_TEST(corpus->text(1) == "nuevo");
}

BOOST_AUTO_TEST_CASE(what_is_not_there_cannot_be_removed) {
  const TemporaryDirectory folder("absent");
  const auto path = folder.path() / "corpus";
  BOOST_REQUIRE(build_corpus(path, each_of({statement("a", "A", "", "uno")})));
  const auto changed =
      change_corpus(path, {.from = {path}, .without = {"a", "nobody"}}, each_of({}));
  BOOST_REQUIRE(!changed);
  BOOST_TEST((changed.error().kind == cotejo::ErrorKind::bad_usage));
  BOOST_TEST(cotejo::open_corpus(path)->size() == 1U);
}

BOOST_AUTO_TEST_CASE(adding_keeps_what_was_there) {
  const TemporaryDirectory folder("add");
  const auto path = folder.path() / "corpus";
  BOOST_REQUIRE(build_corpus(path, each_of({statement("a", "A", "", "uno")})));
  BOOST_REQUIRE(cotejo::add_to_corpus(path, each_of({statement("b", "B", "", "dos")})));
  const auto corpus = cotejo::open_corpus(path);
  BOOST_REQUIRE(corpus);
  BOOST_TEST(corpus->size() == 2U);
  BOOST_TEST(corpus->id(0) == "a");
  BOOST_TEST(corpus->id(1) == "b");
  BOOST_TEST(!cotejo::add_to_corpus(path, each_of({statement("a", "A", "", "otra")})));
}

BOOST_AUTO_TEST_SUITE_END()
