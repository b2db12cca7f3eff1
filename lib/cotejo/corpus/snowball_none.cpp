// Stands in for snowball_xapian.cpp where Xapian is not wanted.
#include <cotejo/corpus/snowball.hpp>

namespace cotejo {

struct Snowball::State {};

bool has_snowball() { return false; }

Snowball::Snowball(std::string_view) {}
Snowball::~Snowball() = default;
Snowball::Snowball(Snowball&&) noexcept = default;
Snowball& Snowball::operator=(Snowball&&) noexcept = default;

std::string Snowball::stem(const std::string& folded) const { return folded; }

}  // namespace cotejo
