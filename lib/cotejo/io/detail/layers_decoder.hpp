#ifndef COTEJO_IO_DETAIL_LAYERS_DECODER_HPP
#define COTEJO_IO_DETAIL_LAYERS_DECODER_HPP

// Private to io.

#include <cotejo/io/detail/json_node.hpp>
#include <cotejo/model/document.hpp>

#include <string>
#include <string_view>

namespace cotejo::detail {

/// Fills the layers that find things in the text: paragraphs to claims. What is no such layer is a
/// fault of its node. Copies of the text are made anew from the spans. Pre: document.text is set.
void decode_text_layers(const JsonNode& record, Document& document);

/// Fills evidence, verdicts and findings.
void decode_check_layers(const JsonNode& record, Document& document);

}  // namespace cotejo::detail

#endif
