// The literal is copied too, so that the name can be freed.
// oracle: clean

#include <cstdio>
#include <cstdlib>
#include <cstring>

struct Identity {
  char* display;
  unsigned uid;
};

static char* lookup_display(const char* database, unsigned uid) {
  char key[16];
  int length = std::snprintf(key, sizeof key, "%u:", uid);
  const char* entry = std::strstr(database, key);
  if (!entry) return strdup("nobody");
  entry += length;
  return strndup(entry, std::strcspn(entry, ";"));
}

static void identity_init(Identity* identity, const char* database, unsigned uid) {
  identity->uid = uid;
  identity->display = lookup_display(database, uid);
}

static void identity_clear(Identity* identity) {
  std::free(identity->display);
  identity->display = nullptr;
}

int main() {
  const char* database = "0:root;1000:ada;";
  unsigned uids[] = {1000, 4242};
  for (unsigned uid : uids) {
    Identity identity;
    identity_init(&identity, database, uid);
    std::printf("%u is %s\n", identity.uid, identity.display);
    identity_clear(&identity);
  }
}
