#include "table.h"

#include <utility>

std::size_t Table::add(std::string name, int price) {
  rows_.push_back({std::move(name), price});
  return rows_.size() - 1;
}

const std::string& Table::name(std::size_t row) const { return rows_[row].name; }
int Table::price(std::size_t row) const { return rows_[row].price; }
std::size_t Table::size() const { return rows_.size(); }
