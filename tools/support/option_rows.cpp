#include "option_rows.hpp"

#include <algorithm>
#include <cassert>

namespace cotejo {

const std::string_view filter_exit_status =
    "0  done, also if nothing was found\n"
    "2  something could not be done: wrong options, unreadable input, broken rules, a record that "
    "was passed over, a failed write";
const std::string_view checker_exit_status =
    "0  done, no finding at or above --fail-on\n"
    "1  there are findings at or above --fail-on\n"
    "2  something could not be done: wrong options, unreadable input, broken rules, a missing "
    "corpus, a record that was passed over, a failed write";

const std::vector<OptionRow>& every_option_row() {
  static const std::vector<OptionRow> rows{
      {.name = "from",
       .argument = "FORMAT",
       .help = "Take the input for this, instead of looking at its first byte: a brace begins "
               "records, anything else is an article",
       .choices = {"text", "html", "jsonl"}},
      {.name = "files-from",
       .argument = "FILE",
       .help = "Read the names of further input files "
               "from FILE, one a line; - is standard input",
       .arity = OptionArity::repeated},
      {.name = "null",
       .letter = '0',
       .argument = "",
       .help = "Names in --files-from end with a zero byte, as find -print0 writes them",
       .arity = OptionArity::flag},
      {.name = "max-record",
       .argument = "SIZE",
       .help = "Pass over records and articles longer than this; K, M, G multiply by 1024",
       .fallback = "128M"},
      {.name = "language",
       .argument = "TAG",
       .help = "Language of articles and of records that do not say theirs (BCP 47)"},
      {.name = "date",
       .argument = "DAY",
       .help = "Dateline of articles and of records that do not say theirs (YYYY-MM-DD)"},
      {.name = "rules",
       .argument = "DIR",
       .help = "Use the rules in this directory too; what it says goes before what others say",
       .arity = OptionArity::repeated},
      {.name = "format",
       .argument = "FORMAT",
       .help = "Write records, a table, or text for people",
       .fallback = "jsonl",
       .choices = {"jsonl", "tsv", "text"}},
      {.name = "positions",
       .argument = "UNIT",
       .help = "Count positions in records written in bytes or in code points; the tools read "
               "bytes only",
       .fallback = "bytes",
       .choices = {"bytes", "chars"}},
      {.name = "output",
       .letter = 'o',
       .argument = "FILE",
       .help = "Write to FILE, which appears when it is whole"},
      {.name = "jobs",
       .letter = 'j',
       .argument = "N",
       .help = "Work on N documents at a time; the output keeps the order of the input. 0 is as "
               "many as the machine has cores",
       .fallback = "1"},
      {.name = "line-buffered",
       .argument = "",
       .help = "Write out every document at once",
       .arity = OptionArity::flag},
      {.name = "color",
       .argument = "WHEN",
       .help = "Colour text for people; NO_COLOR is heeded",
       .fallback = "auto",
       .choices = {"auto", "always", "never"}},
      {.name = "corpus",
       .argument = "DIR",
       .help = "Check against the reference corpus in this directory"},
      {.name = "against",
       .argument = "FILE",
       .help = "Check against these texts instead of a corpus: a transcript, the original; all "
               "names up to the next option",
       .arity = OptionArity::several},
      {.name = "fail-on",
       .argument = "SEVERITY",
       .help = "Exit with status 1 if there is a finding "
               "of this severity or above",
       .fallback = "error",
       .choices = {"error", "warning", "note", "never"}},
      {.name = "window",
       .argument = "DAYS",
       .help = "How far before the article the words of a quote may lie"},
      {.name = "today",
       .argument = "DAY",
       .help = "Stands for the dateline of articles without one (YYYY-MM-DD)"},
      {.name = "stage", .argument = "STAGE", .help = "Only the patterns of this stage"},
      {.name = "ui-language",
       .argument = "TAG",
       .help = "Language of the report; the article's if not given"},
      {.name = "review",
       .argument = "FILE",
       .help = "Read decisions on findings from FILE, as the page downloads them; of a directory, "
               "each article's ARTICLE.review.jsonl. Findings that are decided do not count for "
               "the exit status",
       .arity = OptionArity::repeated},
      {.name = "template",
       .argument = "FILE",
       .help = "Fill this Mustache template instead of the shipped page"},
      {.name = "kind",
       .argument = "KIND",
       .help = "Only entries of this kind",
       .choices = {"statement", "document", "fact-check", "figure"}},
      {.name = "speaker", .argument = "NAME", .help = "Only entries of this speaker"},
      {.name = "since", .argument = "DAY", .help = "Only entries of this day or later"},
      {.name = "until", .argument = "DAY", .help = "Only entries of this day or earlier"},
      {.name = "queries",
       .argument = "FILE",
       .help = "Search for every {\"id\",\"text\"} line of FILE; - is standard input"},
      {.name = "top",
       .argument = "N",
       .help = "At most so many hits for each query",
       .fallback = "10"},
      {.name = "replace",
       .argument = "",
       .help = "Of two entries of one id keep the later one, instead of giving up",
       .arity = OptionArity::flag},
      {.name = "licence", .argument = "TEXT", .help = "Licence of entries that do not say theirs"},
      {.name = "help-as",
       .argument = "FORM",
       .help = "Print the manual page or a shell's completions",
       .choices = {"man", "md", "bash", "zsh", "fish"}},
      {.name = "version",
       .letter = 'V',
       .argument = "",
       .help = "Print the version",
       .arity = OptionArity::flag},
      {.name = "help",
       .letter = 'h',
       .argument = "",
       .help = "Print this help",
       .arity = OptionArity::flag}};
  return rows;
}

std::vector<OptionRow> pick_options(const std::vector<std::string_view>& names) {
  std::vector<OptionRow> picked;
  for (const std::string_view name : names) {
    const auto found = std::ranges::find(every_option_row(), name, &OptionRow::name);
    assert(found != every_option_row().end());
    picked.push_back(*found);
  }
  return picked;
}

std::vector<OptionRow> filter_options_and(const std::vector<std::string_view>& further) {
  std::vector<std::string_view> names{"from", "files-from",    "null",   "max-record", "language",
                                      "date", "rules",         "format", "positions",  "output",
                                      "jobs", "line-buffered", "color"};
  names.insert(names.end(), further.begin(), further.end());
  names.insert(names.end(), {"help-as", "version", "help"});
  return pick_options(names);
}

void describe_since(std::vector<OptionRow>& rows) {
  for (OptionRow& row : rows) {
    if (row.name != "since") continue;
    row.argument = "OLD.jsonl";
    row.help = "Leave out findings that an earlier run, whose records this file holds, had already";
  }
}

std::vector<OptionRow> filter_options() { return filter_options_and({}); }

}  // namespace cotejo
