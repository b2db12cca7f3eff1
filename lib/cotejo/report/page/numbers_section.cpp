#include <cotejo/report/page/sections.hpp>
#include <cotejo/report/wording.hpp>

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
  std::vector<PageData> values = data_of_each(group.quantities, [&](const Id<Quantity> id) {
    return PageData{}
        .text("number", number_of(id.index))
        .text("value", value_in_words(quantity_at(sheet, id), sheet.words))
        .text("separator", id == group.quantities.front() ? "" : " \xC2\xB7 ");
  });
  return PageData{}.text("counted", group.counted).list("values", std::move(values));
}

}  // namespace

PageData numbers_section(const Sheet& sheet) {
  std::vector<PageData> rows = data_of_each(
      sheet.outline.quantities, [&](const auto& outline) { return row_data(sheet, outline); });
  std::vector<PageData> groups = data_of_each(
      sheet.outline.groups, [&](const auto& group) { return group_data(sheet, group); });
  const bool none = sheet.document.quantities && rows.empty();
  return PageData{}
      .text("absent", absence(sheet, sheet.document.quantities, "quantities"))
      .text("empty", none ? word(sheet.words, "numbers-empty") : "")
      .text("has_rows", rows.empty() ? "" : "rows")
      .text("has_groups", groups.empty() ? "" : "groups")
      .list("rows", std::move(rows))
      .list("groups", std::move(groups));
}

}  // namespace cotejo
