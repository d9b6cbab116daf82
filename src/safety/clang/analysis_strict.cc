// The strict profile's calls: to what is checked, to what says enough, or to what is told.
//
// Checked is what is strict itself, what is unsafe and says why, and what would break no rule if it were
// strict, with all that it calls. Of what is called through a base class, or through a function object, one
// thing is taken for granted: that it keeps nothing of what it is given. So every body in strict code that
// may be called in this way is held to that.
#include "clang/AST/Attr.h"
#include "safety/clang/analysis.h"
#include "safety/clang/strict.h"

namespace hull::safety {

namespace {

std::string name_of(const clang::FunctionDecl* function) {
  return "`" + function->getDeclName().getAsString() + "`";
}

bool overrides(const clang::FunctionDecl* function) {
  const auto* method = llvm::dyn_cast<clang::CXXMethodDecl>(function);
  return method && method->isVirtual() && !llvm::isa<clang::CXXDestructorDecl>(method);
}

bool says_bound(const clang::ParmVarDecl* parameter) {
  return parameter->hasAttr<clang::LifetimeBoundAttr>() || parameter->hasAttr<clang::NoEscapeAttr>();
}

}  // namespace

// Whether nothing can be lent to the function, or its declaration says that it keeps nothing.
bool Analysis::says_enough(const clang::FunctionDecl* function) {
  bool bound = false;
  for (const clang::ParmVarDecl* parameter : function->parameters()) {
    if (!says_bound(parameter) && types_.lends(parameter->getType())) return false;
    bound |= parameter->hasAttr<clang::LifetimeBoundAttr>();
  }
  return bound || !types_.lends(function->getReturnType());
}

// Which parameter the function leaves in something else than what it returns or itself; nullptr for none.
const clang::ParmVarDecl* Analysis::keeps(const clang::FunctionDecl* function, const Summary& summary) {
  const auto* method = llvm::dyn_cast<clang::CXXMethodDecl>(function);
  const unsigned first = method && method->isInstance() ? 1 : 0;
  // What kind of thing holds the value: a copy of a text refers to nothing.
  const auto holder = [&](const SummaryPath& path) -> clang::QualType {
    for (std::size_t i = path.steps.size(); i-- > 0;) {
      if (path.steps[i].first != Step::Field) continue;
      const auto* field = llvm::dyn_cast_or_null<clang::FieldDecl>(types_.declaration(path.steps[i].second));
      clang::QualType type = field ? field->getType() : clang::QualType();
      // Of what it refers to, or of its elements.
      for (std::size_t next = i + 1; next < path.steps.size() && !type.isNull(); ++next)
        type = type->isReferenceType() ? type.getNonReferenceType() : types_.element(type);
      return type;
    }
    if (path.parameter == SummaryPath::kResult) return function->getReturnType();
    if (path.parameter == SummaryPath::kStatic) {
      const auto* variable = llvm::dyn_cast_or_null<clang::VarDecl>(types_.declaration(path.base));
      return variable ? variable->getType() : clang::QualType();
    }
    if (path.parameter < first || path.parameter >= first + function->getNumParams()) return {};
    const clang::QualType type = function->getParamDecl(path.parameter - first)->getType();
    return type->isPointerType() ? type->getPointeeType() : type.getNonReferenceType();
  };
  for (const Outcome& outcome : summary.outcomes) {
    for (const auto& [target, value] : outcome.stores) {
      const clang::QualType held = holder(target);
      if (!held.isNull() && !types_.refers(held)) continue;
      for (const SummaryPath& path : value.refers) {
        if (path.parameter < first || path.parameter >= first + function->getNumParams() ||
            path.parameter == target.parameter)
          continue;
        // A pointer that shares what it owns keeps it alive.
        bool behind = false;
        const clang::FieldDecl* member = nullptr;
        for (const auto& [step, what] : path.steps) {
          if (step == Step::Pointee) {
            const TypeKind kind = member ? types_.kind(member->getType()) : TypeKind::Pointer;
            behind = kind != TypeKind::Shared && kind != TypeKind::Weak;
          }
          member = step == Step::Field ? llvm::dyn_cast_or_null<clang::FieldDecl>(types_.declaration(what))
                                       : nullptr;
        }
        const clang::ParmVarDecl* parameter = function->getParamDecl(path.parameter - first);
        // What it owned is handed over.
        const TypeKind kind = types_.kind(parameter->getType());
        const bool owner = !parameter->getType()->isReferenceType() && !types_.refers(parameter->getType()) &&
                           kind != TypeKind::Record;
        if (behind && !owner && !says_bound(parameter)) return parameter;
      }
    }
  }
  return nullptr;
}

// What is wrong with a call as such; nothing when it depends on the body.
std::optional<Message> Analysis::wrong_with(const Called& called) {
  const clang::FunctionDecl* callee = called.callee;
  const Where where = called.where.getRawEncoding();
  if (called.where.isInvalid() || unsafe_.covers(callee->getLocation())) return std::nullopt;
  const auto tell = [&](std::string text, std::string help) {
    Message message{.code = "H0909", .where = where, .text = std::move(text), .notes = {}};
    message.help = std::move(help);
    return message;
  };
  switch (called.how) {
    case Called::How::Unknown: {
      const auto* method = llvm::dyn_cast<clang::CXXMethodDecl>(callee);
      if (says_enough(callee) && !(method && method->isInstance())) return std::nullopt;
      if (callee->isImplicit() || callee->isDefaulted() || callee->getBuiltinID() != 0) return std::nullopt;
      return unchecked_call(where, callee->getDeclName().getAsString(), false);
    }
    case Called::How::Virtual:
      if (is_strict(callee) || says_enough(callee)) return std::nullopt;
      return tell("which body of " + name_of(callee) + " runs is not known, and its class is not strict",
                  "make the class strict, or mark what it keeps nothing of `[[clang::noescape]]`");
    case Called::How::Library:
      return tell(name_of(callee) + " is a part of the library that no model describes",
                  "describe it in a table of models, or use what is described");
    case Called::How::Kept: {
      const clang::FunctionDecl* body = nullptr;
      const auto known = callee->hasBody(body) ? functions_.find(body) : functions_.end();
      if (known == functions_.end()) return unchecked_call(where, callee->getDeclName().getAsString(), false);
      if (const clang::ParmVarDecl* kept = keeps(body, known->second.summary))
        return tell("a function object is made of what keeps `" + kept->getName().str() +
                        "`: who calls it does not see that",
                    "copy what is kept");
      return std::nullopt;
    }
    case Called::How::Body:
    case Called::How::Elsewhere:
      break;
  }
  return std::nullopt;
}

// The first rule of the strict profile that the function itself breaks.
const std::optional<Message>& Analysis::breaks(const clang::FunctionDecl* function, Known& known) {
  if (known.breaks || known.strict) return known.breaks;
  const auto tell = [&](Message broken) {
    if (!known.breaks && !unsafe_.covers(location_of(broken.where))) known.breaks = std::move(broken);
  };
  check_strict(function, context_, tell);
  if (known.summary.partial) tell(not_followed(function));
  for (const Called& called : known.called) {
    if (std::optional<Message> wrong = wrong_with(called)) tell(std::move(*wrong));
  }
  return known.breaks;
}

// What `function`, or something that it calls, breaks; nullptr when nothing.
const Message* Analysis::unchecked(const clang::FunctionDecl* function) {
  std::vector<const clang::FunctionDecl*> work = {function}, seen;
  while (!work.empty()) {
    const clang::FunctionDecl* one = nullptr;
    const bool body = work.back()->hasBody(one);
    work.pop_back();
    const auto entry = body ? functions_.find(one) : functions_.end();
    if (entry == functions_.end() || entry->second.strict || unsafe_.covers(one->getLocation())) continue;
    Known& known = entry->second;
    using Checked = Known::Checked;
    if (known.checked == Checked::Yes || known.checked == Checked::Asking) continue;
    known.checked = Checked::Asking;
    seen.push_back(one);
    if (const auto& broken = breaks(one, known)) {
      for (const clang::FunctionDecl* other : seen) functions_.at(other).checked = Checked::Unasked;
      return &*broken;
    }
    for (const Called& called : known.called) {
      if (called.how == Called::How::Body) work.push_back(called.callee);
    }
  }
  for (const clang::FunctionDecl* other : seen) functions_.at(other).checked = Known::Checked::Yes;
  return nullptr;
}

void Analysis::check_calls() {
  for (const clang::FunctionDecl* function : strict_functions_) {
    const Known& known = functions_.at(function);
    for (const Called& called : known.called) {
      if (std::optional<Message> wrong = wrong_with(called)) {
        keep(std::move(*wrong));
      } else if (const Message* broken =
                     called.how == Called::How::Body ? unchecked(called.callee) : nullptr) {
        if (called.where.isInvalid()) continue;
        Message message =
            unchecked_call(called.where.getRawEncoding(), called.callee->getDeclName().getAsString(), true);
        message.notes.push_back({broken->where, broken->text});
        keep(std::move(message));
      }
    }
    if (!overrides(function)) continue;
    if (const clang::ParmVarDecl* kept = keeps(function, known.summary)) {
      Message message{.code = "H0909",
                      .where = kept->getLocation().getRawEncoding(),
                      .text = name_of(function) + " keeps what `" + kept->getName().str() +
                              "` refers to, which who calls it through a base class does not see",
                      .notes = {}};
      message.help = "copy what is kept";
      keep(std::move(message));
    }
  }
  if (!writer_) return;
  for (auto& [function, known] : functions_) known.summary.checked = unchecked(function) == nullptr;
}

}  // namespace hull::safety
