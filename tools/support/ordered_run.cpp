// Reader, workers and writer around one queue of slots in input order. The reader is the calling
// thread; the writer takes the first slot as soon as it is done, so order never depends on speed.

#include "ordered_run.hpp"

#include <condition_variable>
#include <deque>
#include <exception>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace cotejo {
namespace {

constexpr std::size_t slots_per_worker = 4;

struct Slot {
  InputItem item;
  Worked result;
  bool done = false;
};

class Queue {
 public:
  explicit Queue(std::size_t limit) : limit_(limit) {}

  // Waits for room. False if the run has been stopped.
  bool put(InputItem item) {
    std::unique_lock lock(mutex_);
    room_.wait(lock, [&] { return stopped_ || slots_.size() < limit_; });
    if (stopped_) return false;
    slots_.push_back(std::make_unique<Slot>());
    slots_.back()->item = std::move(item);
    waiting_.push_back(slots_.back().get());
    work_.notify_one();
    return true;
  }

  void close() {
    const std::scoped_lock lock(mutex_);
    closed_ = true;
    work_.notify_all();
    done_.notify_all();
  }

  void stop(std::exception_ptr reason) {
    const std::scoped_lock lock(mutex_);
    if (reason && !reason_) reason_ = std::move(reason);
    stopped_ = true;
    work_.notify_all();
    done_.notify_all();
    room_.notify_all();
  }

  // The next slot to work on; null at the end.
  Slot* get() {
    std::unique_lock lock(mutex_);
    work_.wait(lock, [&] { return stopped_ || closed_ || !waiting_.empty(); });
    if (stopped_ || waiting_.empty()) return nullptr;
    Slot* const slot = waiting_.front();
    waiting_.pop_front();
    return slot;
  }

  void finish(Slot& slot, Worked result) {
    const std::scoped_lock lock(mutex_);
    slot.result = std::move(result);
    slot.done = true;
    done_.notify_one();
  }

  // The next result in order; nothing at the end. `idle` runs before it waits.
  std::optional<Worked> take(const std::function<void()>& idle) {
    std::unique_lock lock(mutex_);
    const auto ready = [&] {
      return stopped_ || (slots_.empty() ? closed_ : slots_.front()->done);
    };
    if (!ready()) {
      lock.unlock();
      idle();
      lock.lock();
      done_.wait(lock, ready);
    }
    if (stopped_ || slots_.empty()) return std::nullopt;
    Worked result = std::move(slots_.front()->result);
    slots_.pop_front();
    room_.notify_one();
    return result;
  }

  void rethrow() const {
    if (reason_) std::rethrow_exception(reason_);
  }

 private:
  std::size_t limit_;
  std::mutex mutex_;
  std::condition_variable room_;
  std::condition_variable work_;
  std::condition_variable done_;
  std::deque<std::unique_ptr<Slot>> slots_;  // in input order
  std::deque<Slot*> waiting_;                // for a worker
  bool closed_ = false;
  bool stopped_ = false;
  std::exception_ptr reason_;
};

// Runs `body` and hands what it throws to the queue.
template <typename Body>
void guarded(Queue& queue, Body body) {
  try {
    body();
  } catch (...) {
    queue.stop(std::current_exception());
  }
}

void work_through(Queue& queue, const Work& work) {
  Worker worker(work);
  while (Slot* const slot = queue.get()) queue.finish(*slot, worker(std::move(slot->item)));
}

void write_through(Queue& queue, const OrderedRun& run) {
  while (auto result = queue.take(run.idle)) {
    if (!run.take(*result)) queue.stop(nullptr);
  }
}

}  // namespace

void run_in_turn(const Work& work, const OrderedRun& run) {
  Worker worker(work);
  while (auto item = run.next()) {
    if (!run.take(worker(*std::move(item)))) return;
  }
}

void run_in_parallel(const Work& work, const OrderedRun& run, std::size_t jobs) {
  Queue queue(jobs * slots_per_worker);
  std::vector<std::jthread> threads;
  for (std::size_t i = 0; i < jobs; ++i) {
    threads.emplace_back([&] { guarded(queue, [&] { work_through(queue, work); }); });
  }
  threads.emplace_back([&] { guarded(queue, [&] { write_through(queue, run); }); });
  guarded(queue, [&] {
    while (auto item = run.next()) {
      if (!queue.put(*std::move(item))) break;
    }
  });
  queue.close();
  threads.clear();
  queue.rethrow();
}

}  // namespace cotejo
