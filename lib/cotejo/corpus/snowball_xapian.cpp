#include <cotejo/corpus/snowball.hpp>

#include <xapian.h>

namespace cotejo {

struct Snowball::State {
  Xapian::Stem stem;
};

bool has_snowball() { return true; }

Snowball::Snowball(std::string_view language) {
  try {
    state_ = std::make_unique<State>(State{Xapian::Stem(std::string(language.substr(0, 2)))});
    if (state_->stem.is_none()) state_.reset();
  } catch (const Xapian::InvalidArgumentError&) {  // no stemmer for it
    state_.reset();
  }
}

Snowball::~Snowball() = default;
Snowball::Snowball(Snowball&&) noexcept = default;
Snowball& Snowball::operator=(Snowball&&) noexcept = default;

std::string Snowball::stem(const std::string& folded) const { return state_->stem(folded); }

}  // namespace cotejo
