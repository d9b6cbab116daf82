// name() is a part of the format that make_format returns by value, and it is gone with the expression.
// oracle: asan

#include <cstdio>
#include <memory>
#include <string>

class Format {
 public:
  virtual ~Format() = default;
  virtual const std::string& name() const = 0;
};

class Delimited : public Format {
 public:
  explicit Delimited(char separator) : name_(std::string("values separated by ") + separator) {}
  const std::string& name() const override { return name_; }

 private:
  std::string name_;
};

std::unique_ptr<Format> make_format(const std::string& extension) {
  return std::make_unique<Delimited>(extension == "tsv" ? '\t' : ',');
}

int main() {
  const std::string& csv = make_format("csv")->name();  // expect?: H0203
  std::printf("%s\n", csv.c_str());                     // expect?: H0203
}
