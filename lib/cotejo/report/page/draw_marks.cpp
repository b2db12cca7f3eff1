// One sweep over the places where a mark begins or ends, with a stack of the open ones. When a mark
// ends that is not on top (the marks cross), those above it are closed before and opened again
// behind it. Proved by page_draw_marks_test.cpp.
#include <cotejo/report/page/draw_marks.hpp>

#include <cotejo/report/visible_text.hpp>

#include <algorithm>

namespace cotejo {
namespace {

constexpr std::size_t max_depth = 40;
constexpr std::size_t max_windows = 40;

class Drawing {
 public:
  Drawing(std::string_view text, Span window) : text_(text), window_(window), at_(window.begin) {}

  void add(const Mark& mark) {
    const Offset begin = std::max(mark.span.begin, window_.begin);
    close_until(begin);
    write_text(begin);
    const bool place = mark.span.empty() || open_.size() >= max_depth;
    html_ += mark.span.begin < window_.begin ? mark.reopen : mark.open;
    if (place) {
      html_ += mark.close;
      html_ += mark.after;
      return;
    }
    open_.push_back(&mark);
  }

  std::string finish() {
    close_until(window_.end);
    write_text(window_.end);
    while (!open_.empty()) {  // marks that go on in the next window
      html_ += open_.back()->close;
      open_.pop_back();
    }
    return std::move(html_);
  }

 private:
  void write_text(Offset until) {
    html_ += escape_html(slice(text_, Span{at_, until}));
    at_ = until;
  }

  void close_until(Offset limit) {
    while (!open_.empty()) {
      const Mark& next =
          **std::ranges::min_element(open_, {}, [](const Mark* mark) { return mark->span.end; });
      if (next.span.end > limit) return;
      write_text(next.span.end);
      close(next);
    }
  }

  void close(const Mark& mark) {
    const auto place = std::ranges::find(open_, &mark);
    for (auto above = open_.end(); above != place;) html_ += (*--above)->close;
    html_ += mark.after;
    const auto rest = open_.erase(place);
    // Those above that end here too are not opened again, only ended.
    for (auto above = rest; above != open_.end();) {
      if ((*above)->span.end > mark.span.end) {
        html_ += (*above++)->reopen;
        continue;
      }
      html_ += (*above)->after;
      above = open_.erase(above);
    }
  }

  std::string_view text_;
  Span window_;
  Offset at_;
  std::string html_;
  std::vector<const Mark*> open_;
};

bool touches(Span mark, Span window) {
  return mark.empty() ? window.begin <= mark.begin && mark.begin <= window.end
                      : mark.overlaps(window);
}

}  // namespace

std::string draw_marks(std::string_view text, Span window, std::span<const Mark* const> marks) {
  Drawing drawing(text, window);
  for (const Mark* mark : marks) drawing.add(*mark);
  return drawing.finish();
}

std::vector<std::vector<const Mark*>> marks_by_window(std::span<const Mark> marks,
                                                      std::span<const Span> windows) {
  std::vector<std::vector<const Mark*>> result(windows.size());
  for (const Mark& mark : marks) {
    const auto first = std::ranges::lower_bound(windows, mark.span.begin, {}, &Span::end);
    std::size_t given = 0;
    for (auto place = static_cast<std::size_t>(first - windows.begin());
         place < windows.size() && windows[place].begin <= mark.span.end && given < max_windows;
         ++place) {
      if (!touches(mark.span, windows[place])) continue;
      result[place].push_back(&mark);
      ++given;
      if (mark.span.empty()) break;
    }
  }
  return result;
}

}  // namespace cotejo
