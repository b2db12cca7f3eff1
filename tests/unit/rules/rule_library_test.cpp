#include <cotejo/rules/rule_library.hpp>

#include <cotejo/rules/schema.hpp>

#include <boost/test/unit_test.hpp>

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

namespace fs = std::filesystem;

namespace cotejo {
namespace {

/// Rule directories for one test, gone with it.
class Directories {
 public:
  Directories()
      : root_(fs::temp_directory_path() / ("cotejo-rules-" + std::to_string(::getpid()))) {
    fs::remove_all(root_);
  }
  ~Directories() { fs::remove_all(root_); }
  Directories(const Directories&) = delete;
  Directories& operator=(const Directories&) = delete;
  Directories(Directories&&) = delete;
  Directories& operator=(Directories&&) = delete;

  void write(const std::string& path, const std::string& text) const {
    fs::create_directories((root_ / path).parent_path());
    std::ofstream(root_ / path, std::ios::binary) << "format = 1\n" << text;
  }
  [[nodiscard]] fs::path at(const std::string& name) const { return root_ / name; }
  [[nodiscard]] std::string without_root(std::string text) const {
    const std::string root = root_.string() + "/";
    for (auto at = text.find(root); at != std::string::npos; at = text.find(root))
      text.erase(at, root.size());
    return text;
  }

 private:
  fs::path root_;
};

std::string text_of(RuleLibrary& library, std::string_view language, std::string_view id) {
  const auto rules = library.rules_for(language);
  return rules ? std::string((*rules)->text(id)) : rules.error().message;
}

std::string text(const std::string& id, const std::string& words) {
  return "[[text]]\nid = '" + id + "'\ntext = '" + words + "'\n";
}

BOOST_AUTO_TEST_SUITE(rules_rule_library)

BOOST_AUTO_TEST_CASE(a_variety_is_a_folder_of_differences) {
  const Directories dirs;
  dirs.write("r/common/report.toml", text("both", "common"));
  dirs.write("r/es/language.toml", "[traits]\nname = 'es'\ndecimal_mark = ','\n");
  dirs.write("r/es/report.toml", text("a", "es a") + text("b", "es b"));
  dirs.write("r/es-MX/language.toml",
             "[traits]\nname = 'mx'\nfallback = ['es']\ndecimal_mark = '.'\n");
  dirs.write("r/es-MX/report.toml", text("es.report.b", "mx b") + text("c", "mx c"));
  auto library = RuleLibrary::open({dirs.at("r")});
  BOOST_REQUIRE(library.has_value());
  BOOST_TEST(library->languages() == (std::vector<std::string>{"es", "es-MX"}),
             boost::test_tools::per_element());
  BOOST_TEST(library->has("es-AR"));
  BOOST_TEST(!library->has("fr"));
  BOOST_TEST(text_of(*library, "es", "report.b") == "es b");
  BOOST_TEST(text_of(*library, "es-AR", "report.b") == "es b");
  BOOST_TEST(text_of(*library, "es-MX", "report.a") == "es a");
  BOOST_TEST(text_of(*library, "es-MX", "report.b") == "mx b");
  BOOST_TEST(text_of(*library, "es-MX", "report.c") == "mx c");
  BOOST_TEST(text_of(*library, "es-MX", "report.both") == "common");
  BOOST_TEST(text_of(*library, "fr", "report.both") == "common");
  BOOST_TEST(text_of(*library, "fr", "report.a") == "report.a");
  BOOST_TEST((*library->rules_for("es-MX"))->language().decimal_mark == ".");
  BOOST_TEST((*library->rules_for("es-MX"))->language().code == "es-MX");
  BOOST_TEST(library->traits()[1].name == "mx");
}

BOOST_AUTO_TEST_CASE(a_later_directory_replaces_extends_disables_and_regrades) {
  const Directories dirs;
  dirs.write("r/es/language.toml", "[traits]\nname = 'es'\n");
  dirs.write("r/es/report.toml", text("a", "old a") + text("gone", "here"));
  dirs.write("r/es/check.toml",
             "[[check]]\nid = 'k'\ncode = 'c'\nseverity = 'error'\nmessage = 'm'\n");
  dirs.write("r/es/quotes.toml",
             "[[list]]\nid = 'l'\nlayer = 'l'\nwords = 'uno'\nrows = [{ words = 'dos' }]\n");
  dirs.write("u/es/mine.toml", "disable = ['es.report.gone']\n" + text("es.report.a", "new a") +
                                   "[[override]]\nid = 'es.check.k'\nseverity = 'note'\n"
                                   "[[list]]\nid = 'es.quotes.l'\nextend = true\nwords = "
                                   "'tres'\nrows = [{ words = 'cuatro' }]\n");
  auto library = RuleLibrary::open({dirs.at("r"), dirs.at("u")});
  BOOST_REQUIRE(library.has_value());
  const auto rules = library->rules_for("es");
  BOOST_REQUIRE_MESSAGE(rules.has_value(), (rules ? "" : rules.error().message));
  BOOST_TEST((*rules)->text("report.a") == "new a");
  BOOST_TEST((*rules)->text("report.gone") == "report.gone");
  BOOST_TEST((*rules)->entry("es.check.k")->text("severity") == "note");
  BOOST_TEST((*rules)->lexicon().size() == 4U);
}

/// Documentation is in rule files only: it tells where rules come from.
bool has_docs(const Directories& dirs) {
  auto library = RuleLibrary::open({dirs.at("r"), dirs.at("u")}, dirs.at("compiled"));
  const auto rules = library->rules_for("es");
  return (*rules)->entry("es.report.a")->find("docs") != nullptr;
}

BOOST_AUTO_TEST_CASE(compiled_rules_are_used_for_the_files_they_were_made_from_only) {
  const Directories dirs;
  dirs.write("r/common/report.toml", text("both", "common"));
  dirs.write("r/es/language.toml", "[traits]\nname = 'es'\n");
  dirs.write("r/es/report.toml", text("a", "es a") + "docs = 'd'\n");
  dirs.write("u/fr/language.toml", "[traits]\nname = 'fr'\n");
  BOOST_TEST(has_docs(dirs));
  BOOST_REQUIRE(compile_rules({dirs.at("r")}, dirs.at("compiled")).has_value());
  BOOST_TEST(!has_docs(dirs));
  dirs.write("r/common/report.toml", text("both", "Common"));
  BOOST_TEST(has_docs(dirs));
  BOOST_REQUIRE(compile_rules({dirs.at("r")}, dirs.at("compiled")).has_value());
  BOOST_TEST(!has_docs(dirs));
  dirs.write("u/es/mine.toml", text("b", "mine"));
  BOOST_TEST(has_docs(dirs));
  fs::remove(dirs.at("u/es/mine.toml"));
  BOOST_TEST(!has_docs(dirs));
  fs::rename(dirs.at("r/es/report.toml"), dirs.at("r/es/report.words.toml"));
  BOOST_TEST(has_docs(dirs));
}

BOOST_AUTO_TEST_CASE(damaged_compiled_rules_count_as_not_there) {
  const Directories dirs;
  dirs.write("r/es/language.toml", "[traits]\nname = 'es'\n");
  dirs.write("r/es/report.toml", text("a", "es a") + "docs = 'd'\n");
  fs::create_directories(dirs.at("u"));
  BOOST_REQUIRE(compile_rules({dirs.at("r")}, dirs.at("compiled")).has_value());
  for (const auto& file : fs::directory_iterator(dirs.at("compiled"))) {
    fs::resize_file(file.path(), 100);
  }
  BOOST_TEST(has_docs(dirs));
}

BOOST_AUTO_TEST_CASE(rules_with_a_fault_are_not_compiled) {
  const Directories dirs;
  dirs.write("r/es/language.toml", "[traits]\nname = 'es'\n");
  dirs.write("r/es/report.toml", "[[txt]]\n");
  const auto done = compile_rules({dirs.at("r")}, dirs.at("compiled"));
  BOOST_REQUIRE(!done.has_value());
  BOOST_TEST((done.error().kind == ErrorKind::bad_rule));
}

BOOST_AUTO_TEST_CASE(several_faults_are_told_at_once_with_their_places) {
  const Directories dirs;
  dirs.write("r/es/language.toml", "[traits]\nname = 'es'\n");
  dirs.write("r/es/quotes.toml",
             "[[pattern]]\nid = 'é'\npattern = '\"ñ\" @nada'\n[[lst]]\nid = 'x'\n");
  auto library = RuleLibrary::open({dirs.at("r")});
  BOOST_REQUIRE(library.has_value());
  const auto rules = library->rules_for("es");
  BOOST_REQUIRE(!rules.has_value());
  BOOST_TEST((rules.error().kind == ErrorKind::bad_rule));
  BOOST_TEST(
      dirs.without_root(rules.error().message) ==
      "r/es/quotes.toml:4:16: error: no such list: 'nada' [R013]\n"
      "  pattern = '\"ñ\" @nada'\n"
      "                 ^\n"
      "r/es/quotes.toml:5:1: error: no such kind of entry: 'lst'; did you mean 'list'? [R024]\n"
      "  [[lst]]\n"
      "  ^");
}

BOOST_AUTO_TEST_CASE(a_fault_in_language_toml_keeps_the_library_from_opening) {
  const Directories dirs;
  dirs.write("r/es/language.toml", "[traits]\nnaem = 'es'\n");
  const auto library = RuleLibrary::open({dirs.at("r")});
  BOOST_REQUIRE(!library.has_value());
  BOOST_TEST((library.error().kind == ErrorKind::bad_rule));
  BOOST_TEST(library.error().message.find("did you mean 'name'?") != std::string::npos);
  const auto missing = RuleLibrary::open({dirs.at("nowhere")});
  BOOST_REQUIRE(!missing.has_value());
  BOOST_TEST((missing.error().kind == ErrorKind::io));
}

BOOST_AUTO_TEST_CASE(the_hash_is_that_of_the_bytes_in_order) {
  const Directories dirs;
  dirs.write("r/es/language.toml", "[traits]\nname = 'es'\n");
  dirs.write("r/es/report.toml", text("a", "x"));
  const auto hash = [&] {
    auto library = RuleLibrary::open({dirs.at("r")});
    return (*library->rules_for("es"))->hash();
  };
  const std::string first = hash();
  BOOST_TEST(first.starts_with("sha256:"));
  BOOST_TEST(first.size() == 71U);
  BOOST_TEST(hash() == first);
  dirs.write("r/es/report.toml", text("a", "y"));
  BOOST_TEST(hash() != first);
  dirs.write("r/es/report.toml", text("a", "x"));
  BOOST_TEST(hash() == first);
}

BOOST_AUTO_TEST_CASE(packs_that_fall_back_on_each_other_end) {
  const Directories dirs;
  dirs.write("r/aa/language.toml", "[traits]\nname = 'a'\nfallback = ['bb', 'aa']\n");
  dirs.write("r/bb/language.toml", "[traits]\nname = 'b'\nfallback = ['aa']\n");
  auto library = RuleLibrary::open({dirs.at("r")});
  BOOST_REQUIRE(library.has_value());
  BOOST_TEST(library->rules_for("aa").has_value());
}

BOOST_AUTO_TEST_CASE(the_keys_of_every_kind_are_documented) {
  std::ifstream in(COTEJO_SOURCE_DIR "/docs/rules.md");
  const std::string docs{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  for (const RuleKind& kind : rule_kinds()) {
    const std::string lead = "\n| `" + std::string(kind.name) + "` |";
    const auto begin = docs.rfind(lead);
    BOOST_TEST_CONTEXT(std::string(kind.name)) {
      BOOST_REQUIRE(begin != std::string::npos);
      const std::string row = docs.substr(begin, docs.find('\n', begin + 1) - begin);
      for (const RuleKey& key : kind.keys) {
        if (key.name == "docs") continue;
        const std::string written = "`" + std::string(key.name) + "`" + (key.required ? "!" : "");
        BOOST_TEST(row.find(written) != std::string::npos, std::string(key.name));
      }
      BOOST_TEST(std::ranges::count(row, '`') ==
                 2 * (1 + std::ranges::count_if(
                              kind.keys, [](const RuleKey& key) { return key.name != "docs"; })));
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace cotejo
