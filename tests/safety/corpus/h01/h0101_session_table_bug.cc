// The session is moved into the table and then its user is written to the audit trail.
// oracle: assert

#include <cassert>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

struct Session {
  std::string user;
  std::string token;
  int ttl_seconds = 0;
};

class AuditTrail {
 public:
  void LoggedIn(const std::string& user) { events_.push_back("login " + user); }
  const std::string& last() const { return events_.back(); }

 private:
  std::vector<std::string> events_;
};

class SessionTable {
 public:
  explicit SessionTable(AuditTrail& audit) : audit_(audit) {}

  int Open(Session session) {
    int id = next_id_++;
    session.ttl_seconds = 3600;
    sessions_.emplace(id, std::move(session));
    audit_.LoggedIn(session.user);  // expect: H0101
    return id;
  }

 private:
  AuditTrail& audit_;
  std::unordered_map<int, Session> sessions_;
  int next_id_ = 100;
};

int main() {
  AuditTrail audit;
  SessionTable table(audit);
  table.Open({"alice", "f00dcafe-0001", 0});
  assert(audit.last() == "login alice");
}
