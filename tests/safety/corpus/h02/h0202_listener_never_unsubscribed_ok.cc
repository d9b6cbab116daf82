// The listener unsubscribes when it is destroyed.
// oracle: clean

#include <iostream>
#include <string>
#include <vector>

struct Listener {
  virtual void on_price(const std::string& symbol, double price) = 0;

 protected:
  ~Listener() = default;
};

class Feed {
 public:
  void subscribe(Listener* listener) { listeners_.push_back(listener); }
  void unsubscribe(Listener* listener) { std::erase(listeners_, listener); }

  void publish(const std::string& symbol, double price) {
    for (Listener* listener : listeners_) listener->on_price(symbol, price);
  }

 private:
  std::vector<Listener*> listeners_;
};

class Average final : public Listener {
 public:
  explicit Average(Feed& feed) : feed_(feed) { feed_.subscribe(this); }
  ~Average() { feed_.unsubscribe(this); }
  void on_price(const std::string&, double price) override {
    sum_ += price;
    ++count_;
  }
  double value() const { return count_ == 0 ? 0 : sum_ / count_; }

 private:
  Feed& feed_;
  double sum_ = 0;
  int count_ = 0;
};

double sample(Feed& feed, double start) {
  Average average(feed);
  for (int i = 0; i < 3; ++i) feed.publish("ACME", start + i);
  return average.value();
}

int main() {
  Feed feed;
  std::cout << sample(feed, 10) << '\n';
  feed.publish("ACME", 12.5);
}
