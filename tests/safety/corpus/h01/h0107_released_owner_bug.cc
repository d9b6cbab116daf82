// release() gives up the old renderer where reset() was meant.
// oracle: lsan

#include <cstdio>
#include <memory>
#include <string>

class Renderer {
 public:
  explicit Renderer(int samples) : samples_(samples) {}
  virtual ~Renderer() = default;
  virtual std::string Describe() const { return "raster x" + std::to_string(samples_); }

 protected:
  int samples_;
};

class RayTracer : public Renderer {
 public:
  using Renderer::Renderer;
  std::string Describe() const override { return "rays x" + std::to_string(samples_); }
};

class View {
 public:
  View() : renderer_(new Renderer(1)) {}  // expect?: H0107

  void SetQuality(int samples) {
    renderer_.release();  // expect?: H0107
    if (samples > 8) {
      renderer_ = std::make_unique<RayTracer>(samples);
    } else {
      renderer_ = std::make_unique<Renderer>(samples);
    }
  }

  std::string Describe() const { return renderer_->Describe(); }

 private:
  std::unique_ptr<Renderer> renderer_;
};

int main() {
  View view;
  view.SetQuality(16);
  std::printf("%s\n", view.Describe().c_str());
}
