// A full bus refuses to adopt the device, and nobody deletes it then.
// oracle: lsan

#include <array>
#include <cstdio>
#include <memory>
#include <string>

class Device {
 public:
  explicit Device(std::string model) : model_(std::move(model)) {}
  int power() const { return static_cast<int>(model_.size()) * 10; }

 private:
  std::string model_;
};

class Bus {
 public:
  // Takes ownership if it returns true.
  bool adopt(Device* device) {
    for (auto& slot : slots_) {
      if (slot) continue;
      slot.reset(device);
      return true;
    }
    return false;
  }

  int power() const {
    int sum = 0;
    for (const auto& slot : slots_) {
      if (slot) sum += slot->power();
    }
    return sum;
  }

 private:
  std::array<std::unique_ptr<Device>, 2> slots_;
};

bool plug_in(Bus& bus, const char* model) {
  auto* device = new Device(model);  // expect: H0107
  if (bus.adopt(device)) return true;
  std::printf("no slot for %s\n", model);
  return false;
}

int main() {
  Bus bus;
  int plugged = 0;
  for (const char* model : {"gpu", "nic", "nvme"}) plugged += plug_in(bus, model);
  std::printf("%d plugged in, %d W\n", plugged, bus.power());
}
