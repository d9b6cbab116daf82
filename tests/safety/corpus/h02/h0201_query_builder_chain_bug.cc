// text() refers to the builder, and the builder of the chain is a temporary.
// oracle: asan

#include <iostream>
#include <string>

class QueryBuilder {
 public:
  explicit QueryBuilder(const std::string& table) : text_("select * from " + table) {}

  QueryBuilder& where(const std::string& condition) {
    text_ += conditions_++ == 0 ? " where " : " and ";
    text_ += condition;
    return *this;
  }

  QueryBuilder& limit(int rows) {
    text_ += " limit " + std::to_string(rows);
    return *this;
  }

  const std::string& text() const { return text_; }

 private:
  std::string text_;
  int conditions_ = 0;
};

const std::string& overdue_query(int days) {
  const std::string age = "age > " + std::to_string(days);
  return QueryBuilder("invoices").where("paid = 0").where(age).limit(100).text();  // expect: H0201
}

int main() {
  std::size_t length = 0;
  for (int days : {30, 60, 90}) {
    const std::string& query = overdue_query(days);
    length += query.size();
    std::cout << query << '\n';
  }
  return length > 0 ? 0 : 1;
}
