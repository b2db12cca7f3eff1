#ifndef COTEJO_TOOLS_SUPPORT_TABLES_HPP
#define COTEJO_TOOLS_SUPPORT_TABLES_HPP

#include <cotejo/io/layers.hpp>
#include <cotejo/model/document.hpp>
#include <cotejo/report/colour.hpp>

#include <string>

namespace cotejo {

/// The header line of a stage's table (docs/records.md, "Tables").
[[nodiscard]] std::string table_header(Stage stage);

/// One line for each item of the stage's layer. Pre: the stage has run.
[[nodiscard]] std::string table_rows(const Document& document, Stage stage);

/// The layer of a stage for people; of `read` the text itself, of `check` the findings as
/// diagnostics. Pre: the stage has run.
[[nodiscard]] std::string layer_for_people(const Document& document, Stage stage, Colour colour);

}  // namespace cotejo

#endif
