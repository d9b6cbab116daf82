// The completion is exchanged for nothing when it is called, so a second reply calls the empty one.
// oracle: debug

#include <cstdio>
#include <functional>
#include <map>
#include <string>
#include <utility>

class RpcClient {
 public:
  using Completion = std::function<void(const std::string& reply)>;

  int call(const std::string& method, Completion completion) {
    int id = ++last_id_;
    calls_[id] = Call{method, std::move(completion)};
    return id;
  }

  void reply(int id, const std::string& text) {
    auto call = calls_.find(id);
    if (call == calls_.end()) return;
    Completion completion = std::exchange(call->second.completion, nullptr);
    completion(call->second.method + ": " + text);  // expect: H0403
  }

 private:
  struct Call {
    std::string method;
    Completion completion;
  };

  std::map<int, Call> calls_;
  int last_id_ = 0;
};

int main() {
  RpcClient client;
  int replies = 0;
  auto count = [&replies](const std::string& reply) { replies += !reply.empty(); };
  int balance = client.call("balance", count);
  int history = client.call("history", count);
  client.reply(history, "none");
  client.reply(balance, "100");
  client.reply(balance, "100");
  std::printf("%d\n", replies);
}
