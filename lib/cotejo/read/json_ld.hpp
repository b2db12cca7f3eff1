#ifndef COTEJO_READ_JSON_LD_HPP
#define COTEJO_READ_JSON_LD_HPP

#include <string>
#include <string_view>

namespace cotejo {

/// What a JSON-LD block says of an article (schema.org). "" = not said.
struct ArticleData {
  std::string headline;
  std::string author;  ///< several with "; " between
  std::string publisher;
  std::string published;  ///< as written
  std::string modified;
  std::string url;
  std::string language;
};

/// Adds to `facts`, where they are still "", what the article, or failing one the page, described
/// in `json` says. Nothing if it is no JSON.
void add_article_data(std::string_view json, ArticleData& facts);

}  // namespace cotejo

#endif
