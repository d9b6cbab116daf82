// Sessions, buffers, timers and dispatch: a server without its sockets.
// oracle: clean
#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <cstring>
#include <functional>
#include <list>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <sstream>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

namespace {

class Buffer {
 public:
  std::span<char> prepare(std::size_t n) {
    if (data_.size() - end_ < n) {
      if (begin_ > 0) {
        std::memmove(data_.data(), data_.data() + begin_, end_ - begin_);
        end_ -= begin_;
        begin_ = 0;
      }
      if (data_.size() - end_ < n) data_.resize(end_ + n);
    }
    return {data_.data() + end_, n};
  }
  void commit(std::size_t n) { end_ += n; }
  void consume(std::size_t n) {
    begin_ += n;
    if (begin_ == end_) begin_ = end_ = 0;
  }
  std::string_view view() const { return {data_.data() + begin_, end_ - begin_}; }
  bool empty() const { return begin_ == end_; }

 private:
  std::vector<char> data_;
  std::size_t begin_ = 0, end_ = 0;
};

struct Request {
  std::string method, path;
  std::map<std::string, std::string> headers;
  std::string body;
};

std::string_view trim(std::string_view s) {
  while (!s.empty() && (s.front() == ' ' || s.front() == '\t')) s.remove_prefix(1);
  while (!s.empty() && (s.back() == ' ' || s.back() == '\r')) s.remove_suffix(1);
  return s;
}

std::optional<Request> parse(std::string_view text) {
  Request request;
  const auto line_end = text.find("\r\n");
  if (line_end == std::string_view::npos) return std::nullopt;
  const std::string_view line = text.substr(0, line_end);
  const auto first = line.find(' ');
  const auto second = first == std::string_view::npos ? first : line.find(' ', first + 1);
  if (second == std::string_view::npos) return std::nullopt;
  request.method = line.substr(0, first);
  request.path = line.substr(first + 1, second - first - 1);
  text.remove_prefix(line_end + 2);
  for (;;) {
    const auto end = text.find("\r\n");
    if (end == std::string_view::npos) return std::nullopt;
    const auto header = text.substr(0, end);
    text.remove_prefix(end + 2);
    if (header.empty()) break;
    const auto colon = header.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    request.headers.emplace(header.substr(0, colon), trim(header.substr(colon + 1)));
  }
  if (const auto it = request.headers.find("Content-Length"); it != request.headers.end()) {
    std::size_t length = 0;
    const auto [end, error] =
        std::from_chars(it->second.data(), it->second.data() + it->second.size(), length);
    if (error != std::errc() || length > text.size()) return std::nullopt;
    request.body = text.substr(0, length);
  }
  return request;
}

class Router {
 public:
  using Handler = std::function<std::string(const Request&)>;
  Router& on(std::string path, Handler handler) {
    routes_.insert_or_assign(std::move(path), std::move(handler));
    return *this;
  }
  std::string route(const Request& request) const {
    if (const auto it = routes_.find(request.path); it != routes_.end()) return it->second(request);
    for (const auto& [prefix, handler] : routes_) {
      if (prefix.size() > 1 && prefix.back() == '*' &&
          request.path.compare(0, prefix.size() - 1, prefix, 0, prefix.size() - 1) == 0)
        return handler(request);
    }
    return fallback_ ? fallback_(request) : "404";
  }
  void fallback(Handler handler) { fallback_ = std::move(handler); }

 private:
  std::map<std::string, Handler, std::less<>> routes_;
  Handler fallback_;
};

class Server;
class Session : public std::enable_shared_from_this<Session> {
 public:
  Session(Server& server, int id) : server_(server), id_(id) {}
  void receive(std::string_view bytes);
  int id() const { return id_; }
  const std::string& sent() const { return sent_; }

 private:
  Server& server_;
  int id_;
  Buffer in_;
  std::string sent_;
};

class Server {
 public:
  explicit Server(Router router) : router_(std::move(router)) {}
  std::shared_ptr<Session> accept() {
    auto session = std::make_shared<Session>(*this, next_++);
    sessions_.emplace(session->id(), session);
    return session;
  }
  void close(int id) { sessions_.erase(id); }
  const Router& router() const { return router_; }
  std::size_t count() const { return sessions_.size(); }
  void broadcast(std::string_view text) {
    std::vector<std::shared_ptr<Session>> all;
    for (const auto& [id, session] : sessions_) all.push_back(session);
    for (const auto& session : all) session->receive(text);
  }
  void close_idle() {
    for (auto it = sessions_.begin(); it != sessions_.end();) {
      if (it->second->sent().empty())
        it = sessions_.erase(it);
      else
        ++it;
    }
  }

 private:
  Router router_;
  std::unordered_map<int, std::shared_ptr<Session>> sessions_;
  int next_ = 1;
};

void Session::receive(std::string_view bytes) {
  const auto room = in_.prepare(bytes.size());
  std::copy(bytes.begin(), bytes.end(), room.begin());
  in_.commit(bytes.size());
  while (!in_.empty()) {
    const auto request = parse(in_.view());
    if (!request) break;
    const std::string answer = server_.router().route(*request);
    sent_ += answer;
    in_.consume(in_.view().size());
    if (request->headers.contains("Connection")) {
      const auto self = shared_from_this();
      server_.close(id_);
      break;
    }
  }
}

class Timers {
 public:
  using Id = std::uint64_t;
  Id after(int when, std::function<void()> f) {
    const Id id = ++last_;
    const auto it = by_time_.emplace(when, Timer{id, std::move(f)});
    by_id_[id] = it;
    return id;
  }
  bool cancel(Id id) {
    const auto it = by_id_.find(id);
    if (it == by_id_.end()) return false;
    by_time_.erase(it->second);
    by_id_.erase(it);
    return true;
  }
  void run(int now) {
    while (!by_time_.empty() && by_time_.begin()->first <= now) {
      auto node = by_time_.extract(by_time_.begin());
      by_id_.erase(node.mapped().id);
      node.mapped().f();
    }
  }

 private:
  struct Timer {
    Id id;
    std::function<void()> f;
  };
  std::multimap<int, Timer> by_time_;
  std::unordered_map<Id, std::multimap<int, Timer>::iterator> by_id_;
  Id last_ = 0;
};

struct Ping {
  int n;
};
struct Text {
  std::string text;
};
struct Close {};
using Message = std::variant<Ping, Text, Close>;
template <class... Fs>
struct overloaded : Fs... {
  using Fs::operator()...;
};
template <class... Fs>
overloaded(Fs...) -> overloaded<Fs...>;

std::vector<std::uint8_t> encode(const Message& message) {
  std::vector<std::uint8_t> out;
  std::visit(overloaded{[&](const Ping& p) { out = {1, static_cast<std::uint8_t>(p.n)}; },
                        [&](const Text& t) {
                          out.push_back(2);
                          out.push_back(static_cast<std::uint8_t>(t.text.size()));
                          out.insert(out.end(), t.text.begin(), t.text.end());
                        },
                        [&](const Close&) { out.push_back(3); }},
             message);
  return out;
}
std::optional<Message> decode(std::span<const std::uint8_t>& in) {
  if (in.empty()) return std::nullopt;
  switch (in[0]) {
    case 1: {
      if (in.size() < 2) return std::nullopt;
      Ping p{in[1]};
      in = in.subspan(2);
      return p;
    }
    case 2: {
      if (in.size() < 2 || in.size() < 2u + in[1]) return std::nullopt;
      Text t{std::string(in.begin() + 2, in.begin() + 2 + in[1])};
      in = in.subspan(2u + in[1]);
      return t;
    }
    case 3:
      in = in.subspan(1);
      return Close{};
    default:
      return std::nullopt;
  }
}

int messages() {
  std::vector<std::uint8_t> wire;
  for (const Message& m : {Message(Ping{3}), Message(Text{"hello"}), Message(Close{})}) {
    const auto bytes = encode(m);
    wire.insert(wire.end(), bytes.begin(), bytes.end());
  }
  std::span<const std::uint8_t> rest(wire);
  int n = 0;
  while (auto m = decode(rest)) {
    if (const auto* t = std::get_if<Text>(&*m)) n += static_cast<int>(t->text.size());
    if (std::holds_alternative<Ping>(*m)) n += std::get<Ping>(*m).n;
  }
  return n;
}

class EventBus {
 public:
  class Subscription {
   public:
    Subscription() = default;
    Subscription(EventBus* bus, int id) : bus_(bus), id_(id) {}
    Subscription(Subscription&& o) noexcept : bus_(std::exchange(o.bus_, nullptr)), id_(o.id_) {}
    Subscription& operator=(Subscription&& o) noexcept {
      if (this != &o) {
        release();
        bus_ = std::exchange(o.bus_, nullptr);
        id_ = o.id_;
      }
      return *this;
    }
    ~Subscription() { release(); }

   private:
    void release() {
      if (bus_) bus_->remove(id_);
      bus_ = nullptr;
    }
    EventBus* bus_ = nullptr;
    int id_ = 0;
  };
  [[nodiscard]] Subscription on(std::function<void(int)> f) {
    listeners_.push_back({++last_, std::move(f)});
    return {this, last_};
  }
  void emit(int value) {
    const auto copy = listeners_;
    for (const auto& [id, f] : copy) f(value);
  }

 private:
  void remove(int id) {
    std::erase_if(listeners_, [id](const auto& l) { return l.first == id; });
  }
  std::vector<std::pair<int, std::function<void(int)>>> listeners_;
  int last_ = 0;
};

int buses() {
  EventBus bus;
  int sum = 0;
  auto a = bus.on([&](int v) { sum += v; });
  {
    auto b = bus.on([&](int v) { sum += 2 * v; });
    bus.emit(1);
  }
  bus.emit(2);
  a = bus.on([&sum](int v) { sum -= v; });
  bus.emit(3);
  return sum;
}

}  // namespace

int main() {
  Router router;
  router.on("/", [](const Request& r) { return "root " + r.method; }).on("/api/*", [](const Request& r) {
    return r.path.substr(5) + r.body;
  });
  router.fallback([](const Request&) { return std::string("none"); });
  Server server(std::move(router));
  auto s = server.accept();
  s->receive("GET /api/x HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nhi");
  server.broadcast("GET / HTTP/1.1\r\nConnection: close\r\n\r\n");
  server.close_idle();
  Timers timers;
  int fired = 0;
  const auto id = timers.after(3, [&] { ++fired; });
  timers.after(1, [&] { ++fired; });
  timers.run(2);
  timers.cancel(id);
  timers.run(5);
  return s->sent().size() + server.count() + static_cast<std::size_t>(fired + messages() + buses()) == 0;
}
