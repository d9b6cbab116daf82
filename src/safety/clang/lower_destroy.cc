// How objects end: destructors, and deleters of what they own.
#include "safety/clang/lower.h"

namespace hull::safety {

std::int64_t deleter(clang::QualType type) {
  const auto* special =
      llvm::dyn_cast_or_null<clang::ClassTemplateSpecializationDecl>(type->getAsCXXRecordDecl());
  if (!special || special->getTemplateArgs().size() == 0) return kAnyAllocation;
  if (special->getTemplateArgs().size() > 1) {
    const clang::TemplateArgument& second = special->getTemplateArgs()[1];
    // The base of shared_ptr says there how it counts.
    const bool type_of_deleter = second.getKind() == clang::TemplateArgument::Type;
    const auto* record = type_of_deleter ? second.getAsType()->getAsCXXRecordDecl() : nullptr;
    if (type_of_deleter && (!record || record->getName() != "default_delete")) return kAnyAllocation;
  }
  const clang::TemplateArgument& first = special->getTemplateArgs()[0];
  if (first.getKind() != clang::TemplateArgument::Type) return kAnyAllocation;
  return first.getAsType()->isArrayType() ? kNewArray : kNew;
}

namespace {

// The function that a deleter of the author's own is; nullptr when it is another kind of thing.
const clang::CXXMethodDecl* deleter_body(clang::QualType type) {
  const auto* special =
      llvm::dyn_cast_or_null<clang::ClassTemplateSpecializationDecl>(type->getAsCXXRecordDecl());
  if (!special || special->getTemplateArgs().size() < 2) return nullptr;
  const clang::TemplateArgument& second = special->getTemplateArgs()[1];
  const auto* record =
      second.getKind() == clang::TemplateArgument::Type ? second.getAsType()->getAsCXXRecordDecl() : nullptr;
  if (!record || !record->hasDefinition()) return nullptr;
  const clang::CXXMethodDecl* body = nullptr;
  for (const clang::CXXMethodDecl* method : record->getDefinition()->methods()) {
    if (method->getOverloadedOperator() != clang::OO_Call || method->getNumParams() != 1) continue;
    if (body) return nullptr;
    body = method;
  }
  return body;
}

// Whether some way through a deleter hands what it is given to somebody unknown, who will free it.
bool gives_away(const Summary& deleter) {
  return std::any_of(deleter.outcomes.begin(), deleter.outcomes.end(), [](const Outcome& outcome) {
    return std::any_of(outcome.effects.begin(), outcome.effects.end(), [](const SummaryEffect& effect) {
      return effect.op == Op::Escape && effect.path.parameter == 1 && effect.path.steps.size() == 1;
    });
  });
}

}  // namespace

// Behind a pointer to a base may be any class that is derived from it: its destructor runs too.
void Lowering::destroyed_unseen(clang::QualType type) {
  const auto* record = type->getAsCXXRecordDecl();
  const auto* destructor = record && record->hasDefinition() ? record->getDestructor() : nullptr;
  if (destructor && destructor->isVirtual() && !record->isEffectivelyFinal()) emit({.op = Op::Unseen});
}

// What a unique_ptr of `type` owns is freed.
void Lowering::free_owned(clang::QualType type, Register held, const char* word, unsigned depth) {
  if (deleter(type) != kAnyAllocation) {
    const clang::QualType owned = types_.element(type);
    if (!owned.isNull() && types_.ends(owned)) destroy(owned, held, depth);
    emit({.op = Op::Free,
          .a = held,
          .cause = owner_ends_,
          .flag = destroys_all_,
          .number = kOwner,
          .word = word});
    if (!owned.isNull()) destroyed_unseen(owned);
    return;
  }
  emit({.op = Op::Disown, .a = held, .deep = true, .number = kAnyAllocation, .word = word});
  const clang::CXXMethodDecl* body = deleter_body(type);
  const Summary* summary = body && body->isInstance() ? summaries_.summary(body) : nullptr;
  if (summary) {
    auto site = std::make_unique<CallSite>();
    site->summary = summary;
    site->arguments = {unknown(Shape::Pointer, true), held};
    site->destroys = true;
    emit({.op = Op::Call, .word = word, .call = site.get()});
    facts_->calls.push_back(std::move(site));
    if (!gives_away(*summary)) return;
  } else {
    emit({.op = Op::Escape, .a = held});
  }
  emit({.op = Op::Free,
        .a = held,
        .cause = owner_ends_,
        .flag = destroys_all_,
        .number = kGivenBack,
        .word = word});
}

// The end of an object: who owns something destroys it.
void Lowering::destroy(clang::QualType type, Register object, unsigned depth, bool base) {
  if (type.isNull() || type->isReferenceType() || depth > 4 || !types_.ends(type)) return;
  switch (types_.kind(type)) {
    case TypeKind::Unique:
      free_owned(type, load(object, Shape::Pointer), nullptr, depth + 1);
      break;
    case TypeKind::Shared:
      emit({.op = Op::Unshare, .a = load(object, Shape::Pointer), .cause = owner_ends_, .number = kOwner});
      break;
    case TypeKind::Container:
    case TypeKind::Inline:
    case TypeKind::Array: {
      const bool before = std::exchange(destroys_all_, true);
      destroy(types_.element(type), content(object), depth + 1);
      destroys_all_ = before;
      break;
    }
    case TypeKind::Optional:
      destroy(types_.element(type), part(object, Step::Field), depth + 1);
      break;
    case TypeKind::Record: {
      const auto* record = type->getAsCXXRecordDecl();
      if (!record || !record->hasDefinition()) break;
      record = record->getDefinition();
      const auto members = [&] {
        if (record->isUnion()) return;
        for (const clang::FieldDecl* field : record->fields()) {
          if (types_.ends(field->getType())) destroy(field->getType(), this->field(object, field), depth + 1);
        }
        for (const clang::CXXBaseSpecifier& base : record->bases())
          destroy(base.getType(), object, depth + 1, true);
      };
      const clang::CXXDestructorDecl* destructor = record->getDestructor();
      if (destructor && destructor->isUserProvided() &&
          (!destructor->isVirtual() || record->isEffectivelyFinal() || depth == 0 || base)) {
        const Summary* summary = summaries_.summary(destructor);
        if (destructor->hasBody()) note_call(nullptr, destructor, Called::How::Body);
        if (summary || defined_elsewhere(destructor)) {
          auto site = std::make_unique<CallSite>();
          site->summary = summary;
          site->callee = summaries_.key(destructor);
          site->arguments = {object};
          site->destroys = true;
          emit({.op = Op::Call, .word = kept(record->getName()), .call = site.get()});
          facts_->calls.push_back(std::move(site));
          if (!summary) otherwise(members);
          break;  // Its graph destroys the members too.
        }
      }
      if (destructor && destructor->isUserProvided()) emit({.op = Op::Escape, .a = object, .flag = true});
      members();
      break;
    }
    default:
      break;
  }
}

}  // namespace hull::safety
