// Without an offer within the budget the function says so and returns.
// oracle: clean

#include <cstdio>
#include <span>
#include <string>
#include <vector>

struct Offer {
  std::string seller;
  int price;
  double rating;
};

struct Decision {
  std::string seller;
  int price = 0;
  bool accepted = false;
};

Decision choose(std::span<const Offer> offers, int budget) {
  const Offer* best = nullptr;
  for (const auto& offer : offers) {
    if (offer.price > budget) continue;
    if (best == nullptr || offer.rating > best->rating) best = &offer;
  }
  Decision decision;
  if (best == nullptr) return decision;
  decision.price = best->price;
  decision.seller = best->seller;
  decision.accepted = true;
  return decision;
}

int main() {
  std::vector<Offer> offers = {{"north", 120, 4.1}, {"south", 95, 3.9}, {"west", 99, 4.6}};
  Decision rich = choose(offers, 100);
  Decision poor = choose(offers, 50);
  std::printf("%s %d, %d\n", rich.seller.c_str(), rich.price, poor.accepted);
}
