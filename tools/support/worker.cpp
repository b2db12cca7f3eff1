#include "worker.hpp"

#include <cotejo/io/laws.hpp>
#include <cotejo/io/record_writer.hpp>
#include <cotejo/io/splice.hpp>
#include <cotejo/read/read_article.hpp>

#include <algorithm>
#include <utility>

namespace cotejo {
namespace {

std::optional<InputFormat> article_format(InputKind kind) {
  if (kind == InputKind::text) return InputFormat::text;
  if (kind == InputKind::html) return InputFormat::html;
  return std::nullopt;
}

// "path:line:column: message"; of standard input "line 3: message".
std::string shown(Error error, const InputItem& item) {
  if (!error.file.empty() && error.file != item.path) return error.to_string();  // of another file
  if (error.line == 0) error.line = item.line;
  if (!item.path.empty()) {
    error.file = item.path;
    return error.to_string();
  }
  if (error.line == 0) return "standard input: " + error.message;
  error.file.clear();
  return "line " + error.to_string();
}

std::optional<Severity> worst_finding(const Document& document) {
  if (!document.findings || document.findings->empty()) return std::nullopt;
  return std::ranges::min(*document.findings, {}, &Finding::severity).severity;
}

}  // namespace

Worked Worker::operator()(InputItem item) {
  Worked worked;
  auto finished = item.fault ? Result<Finished>(*item.fault) : finish(item, worked);
  if (!finished) {
    const Error& error = finished.error();
    worked.failed = true;
    worked.hopeless = error.kind == ErrorKind::bad_rule || error.kind == ErrorKind::bad_corpus;
    worked.messages.push_back(worked.hopeless ? error.to_string() : shown(error, item));
    return worked;
  }
  const auto worst =
      work_->worst ? work_->worst(finished->document) : Result(worst_finding(finished->document));
  auto rendered = worst ? work_->render(*finished) : worst.error();
  if (rendered) {
    worked.worst = *worst;
    worked.rendered = *std::move(rendered);
  } else {
    worked.failed = true;
    worked.messages.push_back(shown(rendered.error(), item));
  }
  return worked;
}

Result<Finished> Worker::finish(InputItem& item, Worked& worked) {
  auto finished = read_item(item);
  if (!finished) return finished;
  const std::string language = finished->document.language.value_or("");
  if (!work_->rules->has(language)) {
    worked.notes.push_back(
        language.empty()
            ? "a language could not be told: only the common rules are used for it"
            : "no rules for the language " + language + ": only the common ones are used");
  }
  for (const auto& [rules, kit] : kits_) {
    for (const std::string& expression : kit.analyser.aborted_expressions()) {
      worked.notes.push_back("rule-aborted: the expression /" + expression +
                             "/ took too long on a word and was given up there");
    }
  }
  return finished;
}

Result<Finished> Worker::read_item(InputItem& item) {
  if (item.kind == InputItem::Kind::article) return read_bytes(item);
  auto document = reader_.read(item.bytes);
  if (!document) return document.error();
  Finished finished{
      .line = std::move(item.bytes), .document = *std::move(document), .path = item.path};
  const LayerSet present = layers_in(finished.document);
  const bool reads = !has_run(Stage::read, finished.document);
  if (!work_->target && !reads) return finished;
  if (auto error = run(finished, plan_stages(work_->target.value_or(Stage::read), present))) {
    return *error;
  }
  return finished;
}

Result<Finished> Worker::read_bytes(InputItem& item) {
  const ArticleInput input{.bytes = item.bytes,
                           .path = item.path,
                           .language = work_->language,
                           .format = article_format(work_->kind)};
  auto document = work_->rules->article_reader().read(input);
  if (!document) return document.error();
  if (item.copy > 1) document->id += "~" + std::to_string(item.copy);
  if (work_->date) document->date = work_->date;
  const auto rules = work_->rules->rules_for(document->language.value_or(""));
  if (!rules) return rules.error();
  document->rules = (*rules)->hash();
  Finished finished{.line = {}, .document = *std::move(document), .path = item.path};
  if (auto fault = find_broken_law(finished.document)) {
    return Error{.kind = ErrorKind::bad_record,
                 .message = "read broke a law of the record: " + *fault};
  }
  finished.line = write_record(finished.document);
  if (!work_->target || *work_->target == Stage::read) return finished;
  const LayerSet present = layers_in(finished.document);
  if (auto error = run(finished, plan_stages(*work_->target, present))) return *error;
  return finished;
}

std::optional<Error> Worker::run(Finished& finished, const StagePlan& plan) {
  Document& document = finished.document;
  Splice splice{.stages = plan.stages,
                .rules = {},
                .cut = plan.cut,
                .kept = layers_in(document) & ~plan.cut,
                .fills_head = fill_head(document)};
  remove_layers(document, plan.cut);
  if (plan.stages.front() == Stage::read) {
    if (auto error = run_read(document)) return error;
  }
  const auto rules = work_->rules->rules_for(document.language.value_or(""));
  if (!rules) return rules.error();
  splice.rules = (*rules)->hash();
  if (auto error = run_others(document, **rules, plan.stages)) return error;
  if (auto fault = find_broken_law(document)) {
    return Error{.kind = ErrorKind::bad_record,
                 .message = "a stage broke a law of the record: " + *fault};
  }
  finished.line = splice_layers(finished.line, document, splice);
  return std::nullopt;
}

// Sets language and date where neither the record nor the text says them; true if it did.
bool Worker::fill_head(Document& document) const {
  const bool fills = (!document.language && work_->language) || (!document.date && work_->date);
  if (!document.language) document.language = work_->language;
  if (!document.date) document.date = work_->date;
  return fills;
}

std::optional<Error> Worker::run_read(Document& document) const {
  if (!document.language) {
    document.language = work_->rules->language_detector().detect(document.text);
  }
  auto paragraphs =
      work_->rules->article_reader().read_paragraphs(document.text, document.language.value_or(""));
  if (!paragraphs) return paragraphs.error();
  document.paragraphs = *std::move(paragraphs);
  return std::nullopt;
}

std::optional<Error> Worker::run_others(Document& document, const RuleSet& rules,
                                        const std::vector<Stage>& stages) {
  if (stages.back() == Stage::read) return std::nullopt;
  Kit& kit = kit_for(rules);
  const Analysis analysis = kit.analyser.analyse(document.text, *document.paragraphs);
  for (const Stage stage : stages) {
    if (stage == Stage::read) continue;
    if (auto error = run_stage(stage, document, analysis, kit.rules, work_->context)) return error;
  }
  return std::nullopt;
}

Worker::Kit& Worker::kit_for(const RuleSet& rules) {
  return kits_.try_emplace(&rules, rules).first->second;
}

}  // namespace cotejo
