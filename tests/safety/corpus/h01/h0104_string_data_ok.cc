// dispose() frees only the texts that were copied with strdup().
// oracle: clean

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <map>
#include <string>

struct Text {
  const char* data;
  std::size_t size;
  bool copied;
};

class Translator {
 public:
  Translator() {
    catalog_["greeting"] = "Herzlich willkommen in unserem Laden";
    catalog_["farewell"] = "Auf Wiedersehen und bis zum naechsten Mal";
  }

  Text translate(const std::string& key) {
    auto entry = catalog_.find(key);
    if (entry == catalog_.end()) {
      std::string shown = "[" + key + "]";
      return {strdup(shown.c_str()), shown.size(), true};
    }
    return {entry->second.data(), entry->second.size(), false};
  }

 private:
  std::map<std::string, std::string> catalog_;
};

void dispose(Text text) {
  if (text.copied) std::free(const_cast<char*>(text.data));
}

int main() {
  Translator translator;
  std::size_t shown = 0;
  for (const char* key : {"title", "greeting"}) {
    Text text = translator.translate(key);
    shown += text.size;
    std::printf("%s\n", text.data);
    dispose(text);
  }
  std::printf("%zu\n", shown);
}
