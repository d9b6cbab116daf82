// Each element of a forwarded tuple is taken by itself.
// oracle: clean
#include <cassert>
#include <cstdio>
#include <string>
#include <tuple>
#include <utility>

struct Address {
  std::string street;
  std::string city;
  int number;
};

template <class T, class Tuple, std::size_t... I>
T made_of(Tuple&& tuple, std::index_sequence<I...>) {
  return T{std::get<I>(std::forward<Tuple>(tuple))...};
}

template <class T, class Tuple>
T made_from(Tuple&& tuple) {
  constexpr std::size_t kSize = std::tuple_size_v<std::remove_reference_t<Tuple>>;
  return made_of<T>(std::forward<Tuple>(tuple), std::make_index_sequence<kSize>());
}

int main() {
  auto parts = std::make_tuple(std::string("a street with a long name"), std::string("a city far away"), 7);
  Address first = made_from<Address>(parts);
  auto others = std::move(parts);
  Address second = made_from<Address>(std::move(others));
  std::printf("%s %s %zu\n", first.street.c_str(), second.city.c_str(), std::tuple_size_v<decltype(others)>);
  assert(second.street == first.street);
  return second.number == 7 ? 0 : 1;
}
