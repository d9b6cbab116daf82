// The format is kept for as long as its name is used.
// oracle: clean

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
  const auto format = make_format("csv");
  const std::string& csv = format->name();
  std::printf("%s\n", csv.c_str());
}
