#include "answer.h"

Answer* ask(const std::string& question) {
  auto* answer = new Answer;
  answer->body = "nobody knows " + question;
  if (question.empty()) answer->status = 400;
  return answer;
}
