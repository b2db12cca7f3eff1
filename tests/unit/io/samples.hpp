#ifndef COTEJO_TESTS_UNIT_IO_SAMPLES_HPP
#define COTEJO_TESTS_UNIT_IO_SAMPLES_HPP

#include <cotejo/model/document.hpp>

#include <random>

namespace cotejo::samples {

/// A document with every layer, every optional field set at least once, and characters of one to
/// four bytes.
Document full_document();

/// A bare record: id and text.
Document bare_document();

/// A document that keeps every law, with all layers from none to all and random values in them.
Document random_document(std::mt19937& random);

}  // namespace cotejo::samples

#endif
