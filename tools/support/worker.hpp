#ifndef COTEJO_TOOLS_SUPPORT_WORKER_HPP
#define COTEJO_TOOLS_SUPPORT_WORKER_HPP

#include "inputs.hpp"
#include "rule_service.hpp"
#include "stages.hpp"

#include <cotejo/io/record_reader.hpp>
#include <cotejo/model/document.hpp>
#include <cotejo/rules/analysis.hpp>

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace cotejo {

/// A document when all stages asked for have run.
struct Finished {
  std::string line;  ///< its record
  Document document;
  std::string path;  ///< of its input, "" = standard input
};

/// A file to be written beside the output.
struct SideFile {
  std::string name;
  std::string bytes;
};

/// What is printed for a document.
struct Rendered {
  std::string bytes;
  std::vector<SideFile> files{};
};

/// What to do with each input; shared by all workers.
struct Work {
  RuleService* rules = nullptr;
  std::optional<Stage> target;  ///< none: only `read`, and that only if it has not run
  StageContext context;
  std::optional<std::string> language;  ///< of inputs that do not say theirs
  std::optional<std::string> date;
  InputKind kind = InputKind::look;
  std::function<Result<Rendered>(const Finished&)> render;
  /// The most severe finding that counts for the exit status; if not set, of all findings.
  std::function<Result<std::optional<Severity>>(const Document&)> worst = {};
};

/// What came of one input.
struct Worked {
  Rendered rendered;
  std::vector<std::string> messages;  ///< for standard error, without the program's name
  bool failed = false;                ///< it was passed over
  bool hopeless = false;              ///< so would all others be: the rules are broken
  std::optional<Severity> worst;      ///< of its findings
  std::vector<std::string> notes;     ///< to be said once a run
};

/// Runs stages over inputs, one after the other. Keeps parsers and automata between them.
class Worker {
 public:
  /// `work` must outlive the worker.
  explicit Worker(const Work& work) : work_(&work) {}

  Worked operator()(InputItem item);

 private:
  Result<Finished> finish(InputItem& item, Worked& worked);
  Result<Finished> read_item(InputItem& item);
  Result<Finished> read_bytes(InputItem& item);
  std::optional<Error> run(Finished& finished, const StagePlan& plan);
  std::optional<Error> run_read(Document& document) const;
  std::optional<Error> run_others(Document& document, const RuleSet& rules,
                                  const std::vector<Stage>& stages);
  bool fill_head(Document& document) const;

  // What is kept for one rule set.
  struct Kit {
    explicit Kit(const RuleSet& rule_set) : analyser(rule_set), rules(rule_set) {}
    Analyser analyser;
    StageRules rules;
  };
  Kit& kit_for(const RuleSet& rules);

  const Work* work_;
  RecordReader reader_;
  std::map<const RuleSet*, Kit> kits_;
};

}  // namespace cotejo

#endif
