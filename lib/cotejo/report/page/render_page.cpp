#include <cotejo/report/page/render_page.hpp>

#include <cotejo/base/sha256.hpp>
#include <cotejo/io/review_json.hpp>
#include <cotejo/report/page/sections.hpp>

#include <cstddef>
#include <utility>

namespace cotejo {
namespace {

/// RFC 4648, section 4.
std::string base64(const Sha256Digest& bytes) {
  constexpr std::string_view letters =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  constexpr std::size_t group = 3;
  std::string text;
  for (std::size_t at = 0; at < bytes.size(); at += group) {
    unsigned bits = 0;
    for (std::size_t i = at; i < at + group; ++i) {
      bits = (bits << 8U) | (i < bytes.size() ? bytes[i] : 0U);
    }
    for (unsigned i = 0; i <= group; ++i) text += letters[(bits >> (18U - 6U * i)) & 63U];
  }
  const std::size_t padding = (group - bytes.size() % group) % group;
  return text.replace(text.size() - padding, padding, padding, '=');
}

/// The decisions as a JSON list.
std::string review_lines(const Desk& desk) {
  std::string list = "[";
  for (const ReviewLine& line : desk.lines) {
    if (list.size() > 1) list += ',';
    list += write_review_line(line);
  }
  return list + ']';
}

}  // namespace

std::string policy_for(std::string_view style, std::string_view script) {
  return "default-src 'none'; style-src '" + csp_hash(style) + "'; script-src '" +
         csp_hash(script) + "'; base-uri 'none'; form-action 'none'";
}

std::string csp_hash(std::string_view bytes) {
  Sha256 run;
  run.add(bytes);
  return "sha256-" + base64(run.digest());
}

Result<std::string> render_page(const Sheet& sheet, std::string_view page_template) {
  PageData page;
  page.text("ui", sheet.words.language().code)
      .text("lang", sheet.document.language.value_or(""))
      .text("headline", headline_of(sheet.document))
      .text("id", sheet.document.id)
      .text("review_file", review_file_name(sheet.document.id))
      .text("review_lines", review_lines(sheet.desk))
      .text("text_hash", sha256(sheet.document.text))
      .text("policy_html", policy_for(shipped_style, shipped_script))
      .text("style_html", std::string(shipped_style))
      .text("script_html", std::string(shipped_script))
      .part("strip", strip_section(sheet))
      .part("must_fix", must_fix_section(sheet))
      .part("article", article_section(sheet))
      .part("quotes", quotes_section(sheet))
      .part("numbers", numbers_section(sheet))
      .part("claims", claims_section(sheet))
      .part("sources", sources_section(sheet))
      .part("check_list", check_list_section(sheet))
      .part("method", method_section(sheet));
  return fill_template(page_template, std::move(page), sheet.words);
}

}  // namespace cotejo
