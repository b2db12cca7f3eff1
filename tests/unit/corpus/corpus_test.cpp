#include <cotejo/corpus/corpus.hpp>

#include "samples.hpp"

#include <boost/test/unit_test.hpp>

#include <fstream>
#include <string>
#include <vector>

namespace {

std::vector<cotejo::CorpusEntry> three() {
  return {statement("a", "Ana Ruiz", "2024-01-02", "Hablaremos con todos los vecinos mañana."),
          statement("b", "Luis Gil", "2023-05-06", "No subiremos los impuestos este año."),
          figure("c", "killed", 7)};
}

/// Changes one byte of a file.
void damage(const std::filesystem::path& file, std::streamoff at) {
  std::fstream bytes(file, std::ios::in | std::ios::out | std::ios::binary);
  bytes.seekg(at);
  const int old = bytes.get();
  bytes.seekp(at);
  bytes.put(static_cast<char>(old ^ 0x5A));
}

std::string build_three(const TemporaryDirectory& folder) {
  const auto path = folder.path() / "corpus";
  BOOST_REQUIRE(cotejo::build_corpus(path, each_of(three())));
  return path.string();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(corpus_corpus)

BOOST_AUTO_TEST_CASE(an_open_corpus_gives_back_its_entries) {
  const TemporaryDirectory folder("open");
  const auto corpus = cotejo::open_corpus(build_three(folder));
  BOOST_REQUIRE(corpus);
  BOOST_REQUIRE(corpus->size() == 3U);
  for (std::uint32_t i = 0; i < 3; ++i) BOOST_TEST((*corpus->entry(i) == three()[i]));
  BOOST_TEST(corpus->speaker(1) == "Luis Gil");
  BOOST_TEST(corpus->id(2) == "c");
  BOOST_TEST(corpus->text(0) == three()[0].text);
  BOOST_TEST((corpus->kind(2) == cotejo::EntryKind::figure));
  BOOST_TEST(corpus->manifest().first_date == "2023-05-06");
  BOOST_TEST(corpus->manifest().last_date == "2024-01-02");
  BOOST_TEST(corpus->manifest().by_kind[0] == 2U);
}

BOOST_AUTO_TEST_CASE(entries_are_numbered_through_all_segments) {
  const TemporaryDirectory folder("segments");
  const auto path = folder.path() / "corpus";
  const auto built = cotejo::build_corpus(path, each_of(three()), {.segment_words = 1});
  BOOST_REQUIRE(built);
  BOOST_TEST(built->segments >= 2U);
  const auto corpus = cotejo::open_corpus(path);
  BOOST_REQUIRE(corpus);
  for (std::uint32_t i = 0; i < 3; ++i) BOOST_TEST((*corpus->entry(i) == three()[i]));
}

BOOST_AUTO_TEST_CASE(a_corpus_in_memory_is_the_same) {
  const auto entries = three();
  const auto corpus = cotejo::make_corpus(entries);
  BOOST_REQUIRE(corpus);
  for (std::uint32_t i = 0; i < 3; ++i) BOOST_TEST((*corpus->entry(i) == entries[i]));
  BOOST_TEST(cotejo::make_corpus({})->size() == 0U);
}

BOOST_AUTO_TEST_CASE(a_doubled_id_is_an_error_in_memory_too) {
  auto entries = three();
  entries.push_back(entries.front());
  const auto corpus = cotejo::make_corpus(entries);
  BOOST_REQUIRE(!corpus);
  BOOST_TEST(corpus.error().message == "two entries have the id \"a\"");
}

BOOST_AUTO_TEST_CASE(a_missing_corpus_is_named) {
  const auto corpus = cotejo::open_corpus("/nowhere/corpus");
  BOOST_REQUIRE(!corpus);
  BOOST_TEST(corpus.error().to_string() ==
             "/nowhere/corpus: no corpus here: it has no file \"manifest\"");
  BOOST_TEST((corpus.error().kind == cotejo::ErrorKind::bad_corpus));
}

BOOST_AUTO_TEST_CASE(a_file_cut_short_is_found) {
  const TemporaryDirectory folder("short");
  const std::string path = build_three(folder);
  std::filesystem::resize_file(path + "/segment-0000", 100);
  const auto corpus = cotejo::open_corpus(path);
  BOOST_REQUIRE(!corpus);
  BOOST_TEST(corpus.error().to_string() ==
             path + "/segment-0000: damaged: not the bytes the manifest names");
}

BOOST_AUTO_TEST_CASE(a_changed_manifest_is_found) {
  const TemporaryDirectory folder("manifest");
  const std::string path = build_three(folder);
  damage(path + "/manifest", 40);
  const auto corpus = cotejo::open_corpus(path);
  BOOST_REQUIRE(!corpus);
  BOOST_TEST(corpus.error().to_string() ==
             path + "/manifest: damaged: the manifest does not have its checksum");
}

BOOST_AUTO_TEST_CASE(checksums_find_any_changed_byte) {
  const TemporaryDirectory folder("sums");
  const std::string path = build_three(folder);
  const auto size = static_cast<std::streamoff>(std::filesystem::file_size(path + "/segment-0000"));
  for (std::streamoff at = 0; at < size; at += 37) {
    damage(path + "/segment-0000", at);
    BOOST_TEST(!cotejo::open_corpus(path, {.trust = cotejo::CorpusTrust::checksums}));
    damage(path + "/segment-0000", at);
  }
  BOOST_TEST(cotejo::open_corpus(path, {.trust = cotejo::CorpusTrust::checksums}).has_value());
}

BOOST_AUTO_TEST_CASE(damage_that_opening_does_not_see_never_crashes) {
  const TemporaryDirectory folder("crash");
  const std::string path = build_three(folder);
  const auto size = static_cast<std::streamoff>(std::filesystem::file_size(path + "/segment-0000"));
  for (std::streamoff at = 0; at < size; ++at) {
    damage(path + "/segment-0000", at);
    if (const auto corpus = cotejo::open_corpus(path)) {
      for (std::uint32_t i = 0; i < corpus->size(); ++i) {
        static_cast<void>(corpus->entry(i));
        static_cast<void>(corpus->text(i));
        static_cast<void>(corpus->speaker(i));
        static_cast<void>(corpus->words(i).size());
      }
    }
    damage(path + "/segment-0000", at);
  }
  BOOST_TEST(cotejo::open_corpus(path).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
