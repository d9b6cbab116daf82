#pragma once

#include <cstddef>
#include <string>
#include <vector>

class Table {
 public:
  std::size_t add(std::string name, int price);
  const std::string& name(std::size_t row) const;
  int price(std::size_t row) const;
  std::size_t size() const;

 private:
  struct Row {
    std::string name;
    int price;
  };
  std::vector<Row> rows_;
};
