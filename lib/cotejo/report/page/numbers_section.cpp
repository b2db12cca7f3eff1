#include <cotejo/report/page/drawings.hpp>
#include <cotejo/report/page/sections.hpp>
#include <cotejo/report/wording.hpp>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace cotejo {
namespace {

std::string number_of(std::size_t index) { return std::to_string(index + 1); }

const Quantity& quantity_at(const Sheet& sheet, Id<Quantity> id) {
  return (*sheet.document.quantities)[id.index];
}

std::string slip_in_words(const Sheet& sheet, const Quantity& quantity) {
  if (!quantity.slip) return {};
  const Slip& slip = *quantity.slip;
  return word(sheet.words, "slip-reading",
              {{"kind", word_for(sheet.words, "slip", slip.kind)},
               {"from", slip.from},
               {"to", slip.to},
               {"literal", number_in_words(slip.literal, sheet.words)}});
}

std::vector<PageData> verdicts_of(const Sheet& sheet, const QuantityOutline& outline) {
  return data_of_each(outline.verdicts,
                      [&](const auto& verdict) { return verdict_data(sheet, verdict); });
}

PageData row_data(const Sheet& sheet, const QuantityOutline& outline) {
  const Quantity& quantity = quantity_at(sheet, outline.quantity);
  const bool modified = quantity.modifier != Modifier::exact;
  const std::string value = value_in_words(quantity, sheet.words);
  const std::string when = quantity.time ? time_in_words(*quantity.time, sheet.words) : "";
  PageData data;
  data.text("number", number_of(outline.quantity.index))
      .text("printed", std::string(slice(sheet.document.text, quantity.phrase)))
      .text("kind", word_for(sheet.words, "quantity", quantity.kind))
      .text("value", value)
      .text("modifier", modified ? word_for(sheet.words, "modifier", quantity.modifier) : "")
      .text("counted", quantity.counted ? quantity.counted->text : "")
      .text("when", when == value ? "" : when)
      .text("slip", slip_in_words(sheet, quantity))
      .text("source", source_in_words(sheet, outline))
      .list("verdicts", verdicts_of(sheet, outline))
      .list("findings", finding_links(sheet, outline.findings));
  return data;
}

PageData group_data(const Sheet& sheet, const QuantityGroup& group) {
  std::vector<Id<Quantity>> shown = group.quantities;
  std::erase_if(shown, [](const Id<Quantity> id) { return id.index >= max_items; });
  std::vector<PageData> values = data_of_each(shown, [&](const Id<Quantity> id) {
    return PageData{}
        .text("number", number_of(id.index))
        .text("value", value_in_words(quantity_at(sheet, id), sheet.words))
        .text("separator", id == group.quantities.front() ? "" : " \xC2\xB7 ");
  });
  return PageData{}.text("counted", group.counted).list("values", std::move(values));
}

std::string reference_value(const Sheet& sheet, Quantity like, double low, double high) {
  like.low = low;
  like.high = high;
  like.modifier = Modifier::exact;
  return value_in_words(like, sheet.words);
}

/// "3,1 % (Banco de Corea, 2023)".
std::string reference_in_words(const Sheet& sheet, const Quantity& quantity,
                               const ReferenceValue& figure) {
  const TimeRange time{figure.from, figure.to, Grain::day};
  const bool dated = !figure.from.empty() || !figure.to.empty();
  return word(
      sheet.words, "plot-value",
      {{"value", reference_value(sheet, quantity, figure.low, figure.high)},
       {"source", figure.source},
       {"when", dated ? time_in_words(time, sheet.words) : word(sheet.words, "date-unknown")}});
}

/// The day a published value stands at: the end of its period.
const std::string& day_of(const ReferenceValue& figure) {
  return figure.to.empty() ? figure.from : figure.to;
}

std::vector<const ReferenceValue*> figures_of(const Sheet& sheet, const ClaimOutline& outline) {
  std::vector<const ReferenceValue*> figures;
  for (const Id<Evidence> id : outline.compared) {
    const auto& figure = (*sheet.document.evidence)[id.index].figure;
    if (figure) figures.push_back(&*figure);
  }
  std::ranges::stable_sort(figures, {}, [](const auto* figure) { return day_of(*figure); });
  return figures;
}

PageData plot_data(const Sheet& sheet, Id<Quantity> id,
                   const std::vector<const ReferenceValue*>& figures) {
  const Quantity& quantity = quantity_at(sheet, id);
  RangePlot plot;
  plot.low = quantity.low ? *quantity.low : *quantity.high;
  plot.high = quantity.high ? *quantity.high : plot.low;
  for (const auto* figure : figures) {
    plot.values.push_back({figure->low, figure->high, days_since_1970(day_of(*figure))});
  }
  const AxisEnds ends = axis_of(plot);
  plot.low_label = reference_value(sheet, quantity, ends.low, ends.low);
  plot.high_label = reference_value(sheet, quantity, ends.high, ends.high);
  plot.claim_label = value_in_words(quantity, sheet.words);
  plot.first_day = day_in_words(day_of(*figures.front()), sheet.words);
  const bool several = day_of(*figures.front()) != day_of(*figures.back());
  if (several) plot.last_day = day_in_words(day_of(*figures.back()), sheet.words);
  const std::string claim = word(sheet.words, "plot-claim", {{"value", plot.claim_label}});
  plot.description = claim;
  std::vector<PageData> references;
  for (const auto* figure : figures) {
    const std::string reference = reference_in_words(sheet, quantity, *figure);
    plot.description += "; " + reference;
    references.push_back(PageData{}.text("reference", reference));
  }
  return PageData{}
      .text("number", number_of(id.index))
      .text("printed", std::string(slice(sheet.document.text, quantity.phrase)))
      .text("claim", claim)
      .text("plot_html", draw_range_plot(plot))
      .list("references", std::move(references));
}

std::vector<PageData> plots_of(const Sheet& sheet) {
  std::vector<PageData> plots;
  for (const ClaimOutline& outline : sheet.outline.claims) {
    const auto figures = figures_of(sheet, outline);
    if (figures.empty()) continue;
    if (const auto id = outline.quantity; id && id->index < max_items) {
      plots.push_back(plot_data(sheet, *id, figures));
    }
  }
  return plots;
}

/// The findings that write out a calculation which does not come out.
std::vector<PageData> calculations_of(const Sheet& sheet) {
  std::vector<PageData> calculations;
  for (std::size_t i = 0; i < findings_of(sheet).size(); ++i) {
    const Finding& finding = findings_of(sheet)[i];
    if (!finding.code.ends_with("-mismatch")) continue;
    calculations.push_back(PageData{}
                               .text("message", finding.message)
                               .list("findings", finding_links(sheet, {Id<Finding>(i)})));
  }
  return calculations;
}

}  // namespace

PageData numbers_section(const Sheet& sheet) {
  std::vector<PageData> rows = data_of_first(
      sheet.outline.quantities, [&](const auto& outline) { return row_data(sheet, outline); });
  std::vector<PageData> groups = data_of_each(
      sheet.outline.groups, [&](const auto& group) { return group_data(sheet, group); });
  std::vector<PageData> plots = plots_of(sheet);
  std::vector<PageData> calculations = calculations_of(sheet);
  const bool none = sheet.document.quantities && rows.empty();
  return PageData{}
      .text("absent", absence(sheet, sheet.document.quantities, "quantities"))
      .text("empty", none ? word(sheet.words, "numbers-empty") : "")
      .text("has_rows", rows.empty() ? "" : "rows")
      .text("has_groups", groups.empty() ? "" : "groups")
      .text("cut", cut_in_words(sheet, sheet.outline.quantities.size()))
      .text("has_plots", plots.empty() ? "" : "plots")
      .text("has_calculations", calculations.empty() ? "" : "calculations")
      .list("plots", std::move(plots))
      .list("calculations", std::move(calculations))
      .list("rows", std::move(rows))
      .list("groups", std::move(groups));
}

}  // namespace cotejo
