// Jobs are sorted into a list that goes round to its own head, which has no priority.
// oracle: clean
#include <cstdio>

struct Job {
  Job* previous;
  Job* next;
  int priority;
};

struct Jobs {
  Job head;
};

static void clear(Jobs& jobs) { jobs.head.previous = jobs.head.next = &jobs.head; }

static void insert(Jobs& jobs, Job& job) {
  Job* at = jobs.head.next;
  while (at != &jobs.head && at->priority >= job.priority) at = at->next;
  job.next = at;
  job.previous = at->previous;
  at->previous->next = &job;
  at->previous = &job;
}

int main() {
  Jobs jobs;
  clear(jobs);
  Job write{}, read{};
  write.priority = 1;
  read.priority = 2;
  insert(jobs, write);
  insert(jobs, read);
  std::printf("%d\n", jobs.head.next->priority);
  return 0;
}
